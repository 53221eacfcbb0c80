"""A page as one SVG file that needs nothing beside itself: to look at on a screen, to zoom into, to keep.

In comes the scene of a page (``paiban.output.scene``) with the faces and the print condition it was set for; out goes
vector type at the very places of the PDF, in faces cut to what was drawn (``face``) or as outlines on request, lines
and boxes as they are, pictures as the press's ink shows them (``screen``). Nothing follows.
"""

from __future__ import annotations

from paiban.output.svg.write import write_svg

__all__ = ["write_svg"]
