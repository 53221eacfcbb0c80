"""Composing the page: a made-up page becomes a display list.

In: a ``Makeup`` on logical axes. Out: a ``Page`` in page coordinates, every line of type, rule, box, picture and advert
in painting order, the copy in reading order. Here and nowhere else inline and block become x and y. Next: ``output``.
"""

from __future__ import annotations

from paiban.compose.page import compose_page

__all__ = ["compose_page"]
