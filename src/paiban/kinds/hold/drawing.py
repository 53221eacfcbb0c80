"""Room held open as display items: a frame, and in its middle what is waited for."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.composer import Composer, baseline_in
from paiban.display import Box, Item, Rect
from paiban.kinds.hold.model import Hold
from paiban.makeup.frame.model import Placed
from paiban.text import break_lines, prepare

LARGE = 2
"""What is waited for stands so many times as large as copy: it is read from afar, and never printed."""


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """The frame on its place's own edges, the words one below the other."""
    grid, place = composer.grid, placed.place
    frame = grid.frame(place)
    top, foot = grid.face_top(place.row + placed.white_above), grid.face_foot(place.end_row)
    rect = Rect(frame.x0, top, frame.x1, foot)
    yield Box(rect, stroke=composer.colour("black"), weight=composer.weight("hairline"))
    yield from words(placed.block.content, rect, placed.block.id, composer)


def words(hold: Hold, rect: Rect, block: str, composer: Composer) -> Iterator[Item]:
    """What was typed, in the middle of the room, one below the other."""
    setter, grid = composer.setter, composer.grid
    size = LARGE * grid.size
    leading = size * 3 // 2
    style = setter.style("caption", size=size)._replace(align="centre")
    shown = [text for text in (hold.slug, hold.words) if text is not None and text.value]
    top = (rect.y0 + rect.y1 - len(shown) * leading) // 2
    for number, text in enumerate(shown):
        y = baseline_in(top + number * leading + (leading - size) // 2, size)
        fitting = composer.narrowed(text, style, rect.width, composer.least, markup=True)
        prepared = prepare(text, fitting, composer.catalogue)  # how "30 行" is typed is nobody's concern
        for index, line in enumerate(break_lines(prepared, rect.width)):
            below = index * leading
            yield from composer.line(prepared, line, rect.width, rect.x0, y + below, "caption", block, 0)
