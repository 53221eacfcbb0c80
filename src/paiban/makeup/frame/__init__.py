"""Set a block in its frame.

In: a page plan, the galleys of its blocks and the page's grid. Out: a ``Makeup`` (``model``), every block that has a
place set there (``place``): its copy dealt over legs (``fit``), its picture cropped, and how it fitted. Next: ``judge``
says what is wrong with the page; ``compose`` draws it.
"""
