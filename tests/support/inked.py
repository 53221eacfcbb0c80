"""Lines of the tiny face whose ink is arithmetic: a Han character of 10 pt has a square of 9, half a point inside."""

from __future__ import annotations

from paiban.display import Line, Rect
from paiban.units import PER_PT, rounded
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import glyph_run, line_of

PT = PER_PT


def pt(value: float) -> int:
    """Points as a Length."""
    return rounded(round(value * 1000) * PT, 1000)


def type_line(
    text: str, x: float, y: float, *, tracking: float = 0, block: str = "lead", size: float = 10, **more
) -> Line:
    """Type from ``x`` on the baseline ``y``, in points."""
    keys = {key: more.pop(key) for key in ("colour", "vertical", "face") if key in more}
    run = glyph_run(tiny_catalogue(), text, pt(x), pt(y), size=pt(size), tracking=pt(tracking), **keys)
    return line_of([run], block=block, vertical=keys.get("vertical", False), **more)


def box(x0: float, y0: float, x1: float, y1: float) -> Rect:
    """A rectangle by its edges in points."""
    return Rect(pt(x0), pt(y0), pt(x1), pt(y1))
