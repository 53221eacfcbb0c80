"""Make-up: every block of a page in its place, its copy fitted.

In: a page plan with its galleys' needs, by the editor's places or, through ``automatic`` and ``search``, the engine's.
Out: a ``Makeup``, blocks with their lines dealt over legs, and how each fitted. Next: ``compose`` draws it.
"""
