"""分版: allot an issue's blocks to its pages.

In: the blocks of an issue whose pages the engine fills. Out: what each will need (``needs``), where long stories are
parted (``parting``), and the page of every one (``assign``). Next: ``propose`` makes up each page.
"""
