"""Rules, boxes and ornaments as path operators."""

from __future__ import annotations

from paiban.display import Box, Colour, Path, Rect, Rule
from paiban.output.pdf.content import Content
from paiban.output.pdf.objects import number
from paiban.units import Length, to_pt

ROUND = 0.552285
"""How far a Bézier handle reaches along its tangent to draw a quarter circle of radius 1."""

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def draw_rule(content: Content, rule: Rule) -> None:
    """A straight line with square ends."""
    content.draw()
    content.stroke_with(rule.colour)
    dash = " ".join(_length(part) for part in rule.dash)
    line = f"{_place(content, rule.x0, rule.y0)} m {_place(content, rule.x1, rule.y1)} l S"
    weight = f"{_length(rule.weight)} w"
    content.draw(*((f"[{dash}] 0 d", weight, line, "[] 0 d") if rule.dash else (weight, line)))


def draw_box(content: Content, box: Box) -> None:
    """A filled rectangle, then its stroke, which lies inside its edges."""
    content.draw()
    if box.fill is not None:
        content.fill_with(box.fill)
        content.draw(_outline(content, box.rect, box.radius) + " f")
    if box.stroke is not None and box.weight:
        inset = box.weight // 2
        rect = Rect(box.rect.x0 + inset, box.rect.y0 + inset, box.rect.x1 - inset, box.rect.y1 - inset)
        content.stroke_with(box.stroke)
        content.draw(f"{_length(box.weight)} w", _outline(content, rect, max(0, box.radius - inset)) + " S")


def draw_path(content: Content, path: Path) -> None:
    """A filled outline, and the thick line along it: that knocks out, or its ink would add up with a picture's."""
    content.draw()
    content.fill_with(path.fill)
    steps = " ".join(_step(content, name, points) for name, points in path.steps)
    if path.weight:
        content.stroke_with(path.fill)
        content.knock_out()
        content.draw("q", "1 j", f"{_length(path.weight)} w", f"{steps} B", "Q")
    else:
        content.draw(f"{steps} f")


def fill_rect(content: Content, rect: Rect, colour: Colour) -> None:
    """A plain rectangle of one colour."""
    draw_box(content, Box(rect, fill=colour))


def _step(content: Content, name: str, points: tuple[Length, ...]) -> str:
    places = [_place(content, x, y) for x, y in zip(points[::2], points[1::2], strict=True)]
    return " ".join([*places, _OPERATORS[name]])


def _outline(content: Content, rect: Rect, radius: Length) -> str:
    if radius <= 0:
        sheet = content.sheet
        left, bottom = sheet.milli_x(rect.x0), sheet.milli_y(rect.y1)
        width, height = sheet.milli_x(rect.x1) - left, sheet.milli_y(rect.y0) - bottom
        return " ".join(number(value / 1000) for value in (left, bottom, width, height)) + " re"
    return _rounded(content, rect, min(radius, rect.width // 2, rect.height // 2))


def _rounded(content: Content, rect: Rect, radius: Length) -> str:
    """Clockwise from the left end of the top edge; each corner is its two handles and its end."""
    x0, y0, x1, y1, r = rect.x0, rect.y0, rect.x1, rect.y1, radius
    h = radius - round(radius * ROUND)
    steps: tuple[tuple[str, tuple[Length, ...]], ...] = (
        ("M", (x0 + r, y0)),
        ("L", (x1 - r, y0)),
        ("C", (x1 - h, y0, x1, y0 + h, x1, y0 + r)),
        ("L", (x1, y1 - r)),
        ("C", (x1, y1 - h, x1 - h, y1, x1 - r, y1)),
        ("L", (x0 + r, y1)),
        ("C", (x0 + h, y1, x0, y1 - h, x0, y1 - r)),
        ("L", (x0, y0 + r)),
        ("C", (x0, y0 + h, x0 + h, y0, x0 + r, y0)),
        ("Z", ()),
    )
    return " ".join(_step(content, name, points) for name, points in steps)


def _place(content: Content, x: Length, y: Length) -> str:
    return f"{number(content.sheet.milli_x(x) / 1000)} {number(content.sheet.milli_y(y) / 1000)}"


def _length(length: Length) -> str:
    return number(to_pt(length), 4)
