"""The draft (草样): a page that may not be printed yet, with all that is wrong shown on it and beside it.

The page itself stays as it is, drawn as far as it could be. Over it lie the marks: a crossed box where a block could
not be set, a red line under one whose copy is over, hatching where two stand on one another. Beside it stand the
findings by number and, in full, the copy that has no room and the copy that cannot be read where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import PurePath

from paiban.compose.composer import Composer, baseline_in
from paiban.compose.proof import PIN, Proof, line_numbers, pin_items, stamp_items
from paiban.display import BLACK, Artwork, Box, Colour, Frame, Item, Page, Picture, Rect, Rule
from paiban.makeup.frame.model import Makeup
from paiban.span import Text, plain_text
from paiban.text import TextStyle, break_lines, prepare
from paiban.units import PER_MM, PER_PT, Length
from paiban.value import NamedTuple

RED = Colour(0, 100, 100, 0)
PALE = Colour(0, 0, 0, 12)
"""The word across the page: type on it stays legible."""

STAMP = {"zh": "草样　不能付印", "en": "DRAFT"}
UNDRAWN = {"zh": "还没有排下的文字", "en": "Copy that has no room yet"}
HIDDEN = {"zh": "版上看不清的文字", "en": "Copy that cannot be read on the page"}
NOTES = {"zh": "批注", "en": "Notes"}
FINDINGS = {"zh": "问题", "en": "Findings"}
OVER = {"zh": "▲ 超 {lines} 行 {characters} 字", "en": "▲ {lines} lines, {characters} characters over"}

STAMP_SHARE = (8, 100)
"""The stamp's size, of the page's width."""

STAMPS = 3
"""How often it stands on a page."""

APART = 10 * PER_MM
"""White between the page and what stands beside it."""

MEASURE, GUTTER = 62 * PER_MM, 5 * PER_MM
"""The columns beside the page."""

SIZE, LEADING = 8 * PER_PT, 11 * PER_PT
HATCH = 5 * PER_PT
"""From one line of a hatching to the next."""

WEIGHT = PER_PT


class DraftNote(NamedTuple):
    """A finding in words, and the block that it is about, ``""`` for none on this page."""

    words: str
    block: str


class Beside(NamedTuple):
    """Copy of a block that the page does not show, or not so that it can be read, and what the block is called."""

    name: str
    copy: Text


class Unseen(NamedTuple):
    """What a page does not show: copy without room, copy that cannot be read, pictures and adverts not painted."""

    undrawn: Sequence[Beside]
    hidden: Sequence[Beside]
    unpainted: Sequence[Picture | Artwork]


def draft_page(
    page: Page,
    makeup: Makeup,
    notes: Sequence[DraftNote],
    unseen: Unseen,
    names: Mapping[str, str],
    composer: Composer,
    lang: str,
    proof: Proof | None = None,
) -> Page:
    """The page with its marks, on a wider sheet for what stands beside it; ``names`` are what its blocks are called.

    Pulled as a ``proof`` (大样) it has its stamp and the numbers of its lines too.
    """
    frames = block_frames(makeup, composer)
    panel = Panel(page, composer)
    forbidden = proof is None or proof.forbidden
    items: list[Item] = [
        *(stamps(page, composer, lang) if forbidden else ()),
        *page.items,
        *(line_numbers(page, composer) if proof is not None else ()),
        *overlaps(frames, makeup),
        *unset_boxes(makeup, names, composer),
        *(mark for item in unseen.unpainted for mark in crossed_box(item.rect, PurePath(item.path).name, composer)),
    ]
    items += over_lines(makeup, composer, lang)
    items += numbers(notes, frames, composer)
    if proof is not None:
        items += [*pin_items(proof.pins, composer), *panel.stamp(proof)]
    if forbidden:
        items += panel.head(STAMP[lang])
    if proof is not None and proof.pins:
        items += panel.head(NOTES[lang], PIN)
        for pin in proof.pins:
            items += panel.copy(plain_text(f"{pin.number}　{pin.words}"), BLACK)
    if notes:
        items += panel.head(FINDINGS[lang])
    for number, note in enumerate(notes, 1):
        items += panel.copy(plain_text(f"{number}　{note.words}"), BLACK)
    for head, beside in ((UNDRAWN, unseen.undrawn), (HIDDEN, unseen.hidden)):
        items += panel.list(head[lang], beside)
    unset = (
        Frame(unset.block.id, unset.block.kind, composer.grid.frame(unset.place))
        for unset in makeup.unset
        if unset.place
    )
    return page._replace(items=tuple(items), frames=(*page.frames, *unset), width=panel.width)


def by_name(beside: Iterable[Beside]) -> Iterator[tuple[str, list[Text]]]:
    """Copy by the block that it is of."""
    parts: dict[str, list[Text]] = {}
    for part in beside:
        parts.setdefault(part.name, []).append(part.copy)
    yield from parts.items()


class Panel:
    """The columns beside a page, filled from the top, as many as it takes."""

    def __init__(self, page: Page, composer: Composer) -> None:
        self.composer = composer
        self.left = page.width + APART
        self.top, self.foot = page.bleed + APART, page.height - APART
        self.column = 0
        self.y = self.top

    @property
    def width(self) -> Length:
        """How wide the sheet has become."""
        return self.left + (self.column + 1) * (MEASURE + GUTTER)

    def stamp(self, proof: Proof) -> Iterator[Item]:
        """The stamp of a proof, and below it what else it says of itself."""
        items, high = stamp_items(proof, self.left, self.y, self.composer)
        self.y += high + LEADING // 2
        yield from items
        for words in proof.lines:
            yield from self.copy(plain_text(words), BLACK)

    def head(self, words: str, colour: Colour = RED) -> Iterator[Item]:
        """A head in red, or the colour of what it is over, with a line free above it."""
        self.y += LEADING // 2
        yield from self.copy(plain_text(words), colour)

    def copy(self, copy: Text, colour: Colour) -> Iterator[Item]:
        """Copy, set as wide as a column."""
        prepared = prepare(copy, self.style(colour), self.composer.catalogue, markup=False)
        for line in break_lines(prepared, MEASURE):
            if self.y + LEADING > self.foot:
                self.column, self.y = self.column + 1, self.top
            x = self.left + self.column * (MEASURE + GUTTER)
            yield from self.composer.line(prepared, line, MEASURE, x, baseline_in(self.y, SIZE), "draft", "", 0)
            self.y += LEADING

    def list(self, words: str, beside: Sequence[Beside]) -> Iterator[Item]:
        """Copy under a head that says why it stands here, by the block that it is of; nothing where there is none."""
        if beside:
            yield from self.head(words)
        for name, copies in by_name(beside):
            yield from self.head(name)
            for copy in copies:
                yield from self.copy(copy, BLACK)

    def style(self, colour: Colour) -> TextStyle:
        """The type of all that stands here."""
        return note_style(self.composer, SIZE, colour)


def note_style(composer: Composer, size: Length, colour: Colour) -> TextStyle:
    """The type of what a draft says of itself."""
    return composer.setter.style("folio-info", size=size, colour=colour)._replace(align="start", tracking=0)


def stamps(page: Page, composer: Composer, lang: str) -> Iterator[Item]:
    """The word that no press file bears, under all that the page shows."""
    size = page.width * STAMP_SHARE[0] // STAMP_SHARE[1]
    copy = plain_text(STAMP[lang])
    style = note_style(composer, size, PALE)
    width = prepare(copy, style, composer.catalogue, markup=False).width
    for index in range(STAMPS):
        y = page.height * (2 * index + 1) // (2 * STAMPS)
        yield from composer.single(copy, style, page.width, (page.width - width) // 2, y, "draft")


def block_frames(makeup: Makeup, composer: Composer) -> dict[str, Rect]:
    """The frame of every block that has a place, set in it or not."""
    frames = {placed.block.id: composer.grid.frame(placed.place) for placed in makeup.blocks}
    return frames | {unset.block.id: composer.grid.frame(unset.place) for unset in makeup.unset if unset.place}


def unset_boxes(makeup: Makeup, names: Mapping[str, str], composer: Composer) -> Iterator[Item]:
    """A crossed box with its name for every block that could not be set in its place."""
    for unset in makeup.unset:
        if unset.place is not None:
            yield from crossed_box(composer.grid.frame(unset.place), names[unset.block.id], composer)


def crossed_box(rect: Rect, name: str, composer: Composer) -> Iterator[Item]:
    """A box with its diagonals and a name."""
    yield Box(rect, stroke=RED, weight=WEIGHT)
    yield Rule(rect.x0, rect.y0, rect.x1, rect.y1, WEIGHT, RED)
    yield Rule(rect.x0, rect.y1, rect.x1, rect.y0, WEIGHT, RED)
    style, width = note_style(composer, SIZE, RED), rect.width - 2 * SIZE
    yield from composer.single(plain_text(name), style, width, rect.x0 + SIZE, rect.y0 + 2 * SIZE, "draft")


def over_lines(makeup: Makeup, composer: Composer, lang: str) -> Iterator[Item]:
    """A red line under every block whose copy is over, and by how much."""
    style = note_style(composer, SIZE, RED)
    for placed in makeup.blocks:
        if placed.left_over and placed.fit is not None:
            rect, fit = composer.grid.frame(placed.place), placed.fit
            yield Rule(rect.x0, rect.y1, rect.x1, rect.y1, 2 * WEIGHT, RED)
            words = OVER[lang].format(lines=fit.over_lines, characters=fit.over_characters)
            yield from composer.single(plain_text(words), style, rect.width, rect.x0, rect.y1 + LEADING, "draft")


def overlaps(frames: Mapping[str, Rect], makeup: Makeup) -> Iterator[Item]:
    """Hatching where two blocks stand on one another, but for what stands in the block that it belongs to."""
    hosts = {block.id: block.host for block in makeup.page.blocks}
    for (one, first), (other, second) in combinations(frames.items(), 2):
        if hosts.get(one) != other and hosts.get(other) != one:
            yield from hatching(shared(first, second))


def shared(one: Rect, other: Rect) -> Rect:
    """What two rectangles have in common, of no width or height where that is nothing."""
    x0, y0 = max(one.x0, other.x0), max(one.y0, other.y0)
    return Rect(x0, y0, max(x0, min(one.x1, other.x1)), max(y0, min(one.y1, other.y1)))


def hatching(rect: Rect) -> Iterator[Item]:
    """Rising lines over a rectangle, each cut at its edges."""
    if not rect.width or not rect.height:
        return
    for start in range(-rect.height + HATCH, rect.width, HATCH):
        x0, x1 = max(0, start), min(rect.width, start + rect.height)
        low, high = rect.y1 - (x0 - start), rect.y1 - (x1 - start)
        yield Rule(rect.x0 + x0, low, rect.x0 + x1, high, WEIGHT // 4, RED)


def numbers(notes: Sequence[DraftNote], frames: Mapping[str, Rect], composer: Composer) -> Iterator[Item]:
    """The numbers of the findings at the left of the blocks that they are about, each block in a fine red frame."""
    told: dict[str, list[str]] = {}
    for count, note in enumerate(notes, 1):
        told.setdefault(note.block, []).append(f"{count}")
    style = note_style(composer, SIZE, RED)
    for block, found in told.items():
        if block in frames:
            rect = frames[block]
            yield Box(rect, stroke=RED, weight=WEIGHT // 4)
            for row, number in enumerate(found, 1):
                y = rect.y0 + row * LEADING
                yield from composer.single(
                    plain_text(number), style, SIZE * 2, rect.x0 - SIZE * len(number), y, "draft"
                )
