"""Codes for machines as one shape of squares: as sharp as the plate, and of no resolution."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from paiban.display import BLACK, PAPER, Rect
from paiban.output.pdf.content import Content
from paiban.output.pdf.graphics import fill_rect
from paiban.output.pdf.objects import number
from paiban.picture.modules import outlines
from paiban.units import to_pt

if TYPE_CHECKING:
    from paiban.picture import PreparedPicture


def draw_code(content: Content, rect: Rect, code: PreparedPicture) -> None:
    """White over all of ``rect``, and the dark modules in black in the part of it that is theirs."""
    assert code.frame is not None
    fill_rect(content, rect, PAPER)
    left, top, right, bottom = code.frame
    width, height = to_pt(rect.width), to_pt(rect.height)
    across, down = width * (right - left) / code.width_px, height * (bottom - top) / code.height_px
    x, y = content.sheet.x(rect.x0) + width * left, content.sheet.y(rect.y0) - height * top
    matrix = " ".join(number(value, 5) for value in (across, 0, 0, -down, x, y))
    content.draw()
    content.fill_with(BLACK)
    content.draw(f"q {matrix} cm", *(_ring(ring) for ring in outlines(code)), "f Q")


def _ring(points: Sequence[tuple[int, int]]) -> str:
    (x, y), *others = points
    return " ".join([f"{x} {y} m", *(f"{x} {y} l" for x, y in others), "h"])
