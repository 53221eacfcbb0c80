"""Make-up: every block of a page in its place, its copy fitted.

In: page plans with the type that they are set in. Out: a ``Makeup`` a page, blocks with their lines dealt over legs and
how each fitted. The rooms, each of which sees those before it: ``frame`` sets a block in a frame, ``judge`` judges a
page, ``search`` finds places for its blocks, ``propose`` proposes, tries and mends, ``allot`` gives an issue's blocks
to its pages. Next: ``compose`` draws the page.
"""
