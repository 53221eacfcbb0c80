"""An index as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.block import body_items, box_items, label_items
from paiban.compose.composer import Composer
from paiban.display import Item, Picture, Rule
from paiban.kinds.index.model import Index, SetIndex
from paiban.kinds.index.setting import PAGE, number_width
from paiban.makeup.frame.model import Placed, PlacedLine
from paiban.span import plain_text
from paiban.text import prepare
from paiban.units import PER_PT, Length

DOTS = (PER_PT // 2, 3 * PER_PT // 2)
"""The leader between an entry and its page: dots, and the white between them."""


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Its label reversed out of a bar, its picture, the entries, and after each the page."""
    index: Index = placed.block.content
    content: SetIndex = placed.content
    yield from box_items(placed, composer)
    yield from label_items(placed, index.label, composer, upright=index.vertical)
    if content.picture is not None and index.picture is not None:
        yield Picture(placed.block.id, str(index.file), content.picture, content.crop, index.picture.span)
    for photo in content.photos:
        yield Picture(placed.block.id, str(photo.file), photo.rect, photo.crop, photo.photo.span)
    yield from body_items(placed, composer)
    pages = iter([entry.page for entry in index.entries if entry.says is not None])
    for line in placed.lines:
        if line.line.last + line.line.skipped == line.prepared.count:
            yield from page_items(line, next(pages), placed, composer)


def page_items(line: PlacedLine, page: int, placed: Placed, composer: Composer) -> Iterator[Item]:
    """The page of an entry at its leg's end, with dots from the entry's last character to it."""
    grid, leg = composer.grid, placed.legs[line.leg]
    style = composer.setter.style(PAGE, vertical=placed.vertical)
    number = prepare(plain_text(f"{page}版"), style, composer.catalogue, markup=False)
    frame = grid.frame(placed.place)
    if placed.vertical:
        across = frame.x1 - placed.inset - line.row * grid.leading - grid.leading // 2
        begin = frame.y0 + leg.start
    else:
        across = grid.baseline(placed.place.row + line.row) + line.drop
        begin = frame.x0 + leg.start
    along = begin + leg.measure + number_width(composer.setter) - number.width
    yield from leader(line, begin, along, across, placed.vertical, composer)
    x, y = (across, along) if placed.vertical else (along, across)
    yield from composer.single(number.copy, style, number.width, x, y, PAGE, placed.block.id)


def leader(
    line: PlacedLine, start: Length, stop: Length, across: Length, vertical: bool, composer: Composer
) -> Iterator[Item]:
    """Dots in the white before the number, half an em off either side."""
    off = line.prepared.style.size // 2
    begin, end = start + line.indent + line.prepared.natural(*line.line) + off, stop - off
    if end - begin > 2 * off:
        middle = across if vertical else across - line.prepared.style.size * 3 // 8
        ends = (middle, begin, middle, end) if vertical else (begin, middle, end, middle)
        yield Rule(*ends, composer.weight("hairline") * 2, dash=DOTS)
