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
    yield from label_items(placed, index.label, composer)
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
    """The page of an entry at its leg's right edge, with dots from the entry's last character to it."""
    grid, leg = composer.grid, placed.legs[line.leg]
    style = composer.setter.style(PAGE)
    number = prepare(plain_text(f"{page}版"), style, composer.catalogue, markup=False)
    left, y = grid.frame(placed.place).x0 + leg.start, grid.baseline(placed.place.row + line.row) + line.drop
    x = left + leg.measure + number_width(composer.setter) - number.width
    yield from leader(line, left, x, y, composer)
    yield from composer.single(number.copy, style, number.width, x, y, PAGE, placed.block.id)


def leader(line: PlacedLine, left: Length, right: Length, y: Length, composer: Composer) -> Iterator[Item]:
    """Dots in the white before the number, half an em off either side."""
    off = line.prepared.style.size // 2
    begin, end = left + line.indent + line.prepared.natural(*line.line) + off, right - off
    if end - begin > 2 * off:
        middle = y - line.prepared.style.size * 3 // 8
        yield Rule(begin, middle, end, middle, composer.weight("hairline") * 2, dash=DOTS)
