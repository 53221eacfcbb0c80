"""A page as data: pages → stories → legs → lines, for programs and for editors' own checks."""

from __future__ import annotations

from typing import Any

from paiban.display import Line, Page
from paiban.units import Length, to_mm

_PLACES = 3


def page_data(page: Page) -> dict[str, Any]:
    """A page as plain data, lengths in millimetres, x and y from the trim's top left."""
    blocks: dict[str, dict[int, list[Line]]] = {}
    for item in page.items:
        if isinstance(item, Line):
            blocks.setdefault(item.block, {}).setdefault(item.leg, []).append(item)
    return {
        "page": page.number,
        "section": page.section,
        "width": _mm(page.width),
        "height": _mm(page.height),
        "stories": [_story(block, legs) for block, legs in blocks.items()],
    }


def _story(block: str, legs: dict[int, list[Line]]) -> dict[str, Any]:
    return {"id": block, "legs": [{"lines": [_line(line) for line in lines]} for _, lines in sorted(legs.items())]}


def _line(line: Line) -> dict[str, Any]:
    """One line. ``line`` and ``column`` are where its copy begins in the issue file."""
    span = line.copy.at(line.start, max(line.end, line.start + 1))
    return {
        "role": line.role,
        "text": line.copy.value[line.start : line.end],
        "x": _mm(line.x),
        "y": _mm(line.y),
        "advance": _mm(line.advance),
        "measure": _mm(line.measure),
        "vertical": line.vertical,
        "line": span.line,
        "column": span.column,
    }


def _mm(length: Length) -> float:
    return round(to_mm(length), _PLACES)
