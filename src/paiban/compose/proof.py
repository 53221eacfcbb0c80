"""What a proof (大样) says of itself beside its page, and the numbers of its lines: who reads it tells others where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from paiban.compose.composer import Composer, baseline_in
from paiban.display import PAPER, Box, Colour, Item, Line, Page, Rect
from paiban.span import plain_text
from paiban.text import TextStyle, prepare
from paiban.units import PER_PT, Length
from paiban.value import NamedTuple

INK = Colour(0, 100, 100, 0)
STAMP_SIZE, STAMP_INSET, STAMP_WEIGHT = 24 * PER_PT, 6 * PER_PT, 2 * PER_PT
NUMBER_SIZE = 5 * PER_PT
APART = PER_PT
"""White between a number and its line."""

PIN = Colour(100, 60, 0, 0)
PIN_SIZE, PIN_INSET = 8 * PER_PT, 2 * PER_PT
"""A pin: the number of what somebody noted, in a tab of its colour, at the left of the line that it is about."""

EVERY = 5
"""Every so many lines of a block's copy one has its number."""


class Pin(NamedTuple):
    """A note (批注) by its number: what it says; the upper left corner of what it is about, None where that is not."""

    number: int
    words: str
    place: tuple[Length, Length] | None


class Proof(NamedTuple):
    """Which reading a proof is pulled for (一校), what else it says of itself, whether the page may not be printed; the
    notes that are pinned to it.
    """

    reading: str
    lines: tuple[str, ...]
    forbidden: bool
    pins: tuple[Pin, ...] = ()


def stamp_items(proof: Proof, x: Length, y: Length, composer: Composer) -> tuple[list[Item], Length]:
    """The stamp of a proof with its upper left corner at ``x``, ``y``, and how high it is."""
    style = _style(composer, STAMP_SIZE)
    width = prepare(plain_text(proof.reading), style, composer.catalogue, markup=False).width
    rect = Rect(x, y, x + width + 2 * STAMP_INSET, y + STAMP_SIZE + 2 * STAMP_INSET)
    place = rect.x0 + STAMP_INSET, baseline_in(rect.y0 + STAMP_INSET, STAMP_SIZE)
    words = composer.single(plain_text(proof.reading), style, width, *place, "draft")
    return [Box(rect, stroke=INK, weight=STAMP_WEIGHT), *words], rect.height


def pin_items(pins: Sequence[Pin], composer: Composer) -> Iterator[Item]:
    """Every pin that has a place, before it."""
    style = composer.setter.style("folio-info", size=PIN_SIZE, colour=PAPER)._replace(align="start", tracking=0)
    for pin in pins:
        if pin.place is not None:
            words = plain_text(f"{pin.number}")
            width = prepare(words, style, composer.catalogue, markup=False).width
            x1, y0 = pin.place[0] - APART, pin.place[1]
            rect = Rect(x1 - width - 2 * PIN_INSET, y0, x1, y0 + PIN_SIZE + 2 * PIN_INSET)
            yield Box(rect, fill=PIN, radius=PIN_INSET)
            baseline = baseline_in(rect.y0 + PIN_INSET, PIN_SIZE)
            yield from composer.single(words, style, width, rect.x0 + PIN_INSET, baseline, "draft")


def line_numbers(page: Page, composer: Composer) -> Iterator[Item]:
    """The number of every fifth line of a block's copy: before the line, or above one that runs down the page."""
    copy = [item for item in page.items if isinstance(item, Line) and item.role == "body" and item.block]
    style = _style(composer, NUMBER_SIZE)
    for _, own in groupby(sorted(copy, key=lambda line: line.block), key=lambda line: line.block):
        lines = list(own)
        heads = {leg: min(_head(line) for line in lines if line.leg == leg) for leg in {line.leg for line in lines}}
        for number in range(EVERY, len(lines) + 1, EVERY):
            yield from _number(number, lines[number - 1], heads[lines[number - 1].leg], style, composer)


def _head(line: Line) -> Length:
    return line.y if line.vertical else line.x


def _number(number: int, line: Line, head: Length, style: TextStyle, composer: Composer) -> Iterator[Item]:
    words = plain_text(f"{number}")
    width = prepare(words, style, composer.catalogue, markup=False).width
    x, y = (line.x - width // 2, head - APART) if line.vertical else (head - APART - width, line.y)
    yield from composer.single(words, style, width, x, y, "draft")


def _style(composer: Composer, size: Length) -> TextStyle:
    return composer.setter.style("folio-info", size=size, colour=INK)._replace(align="start", tracking=0)
