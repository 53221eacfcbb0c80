"""The desk (编辑台): an issue's pages in the browser, drawn from the file and changed in the file.

In comes the path of an issue file. ``state`` holds what it says and what it is set as; ``scene`` turns pages into data
that ``web/`` draws; ``watch`` sees saves from outside; ``changes`` puts what hands and keys ask for into operations of
``issue.edit``; ``journal`` writes every change down beside the issue, ``merge`` brings two of them together; ``guard``
lets nobody in but the browser that was opened, ``app`` speaks with it. Nothing of it is loaded by any other command.
"""
