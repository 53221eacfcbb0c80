"""Judge a page.

In: a ``Makeup``, or the rectangles of a page that is only planned. Out: what the rules of the page (``rules``) find and
what its lines look like (``lines``), as diagnostics. Next: the report tells them, ``search`` and ``propose`` pay for
them.
"""
