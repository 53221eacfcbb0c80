"""A code for machines as display items: black alone, on white paper with its quiet zone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from paiban.display import BLACK, PAPER, Box, Item, Path, Rect
from paiban.picture.qr import QUIET
from paiban.units import Length

Step = tuple[str, tuple[Length, ...]]


def code_items(rows: Sequence[str], rect: Rect, block: str) -> Iterator[Item]:
    """A code of these modules in a rectangle, its quiet zone included: every module as large as every other."""
    module = rect.width // (len(rows) + 2 * QUIET)
    left, top = rect.x0 + QUIET * module, rect.y0 + QUIET * module
    yield Box(rect, fill=PAPER, block=block)
    steps = (step for number, row in enumerate(rows) for step in _bars(row, left, top + number * module, module))
    yield Path(tuple(steps), BLACK, block)


def _bars(row: str, left: Length, top: Length, module: Length) -> Iterator[Step]:
    """The dark stretches of a row."""
    at = 0
    for mark, stretch in groupby(row):
        end = at + len(list(stretch))
        if mark == "#":
            x0, x1, foot = left + at * module, left + end * module, top + module
            yield from (("M", (x0, top)), ("L", (x1, top)), ("L", (x1, foot)), ("L", (x0, foot)), ("Z", ()))
        at = end
