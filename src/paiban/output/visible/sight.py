"""One page as the rules look at it: its ink, and what else paints where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Artwork, Box, Colour, Frame, Line, Page, Path, Picture, Polygon, Rect, Rule
from paiban.language import Words
from paiban.output.visible.ink import SLACK, GlyphInk, InkReader, LineInk, around, shares
from paiban.output.visible.sampled import PictureInk
from paiban.span import Span
from paiban.value import NamedTuple

SHOWN = 12
"""How many characters of a line a message quotes."""


STRIPS = 60
"""A cut-out is looked at in so many level strips."""


class Painted(NamedTuple):
    """Something painted that is no type: a stretch of line, an area, a picture.

    ``order`` is its place in the painting order; ``kind`` its word in messages (``NAMES``); ``fill`` its colour, None
    where it has no single one. ``source`` is the item.
    """

    order: int
    kind: str
    rect: Rect
    block: str
    fill: Colour | None
    source: Any


class InkedLine(NamedTuple):
    """A line's ink with its place in the painting order."""

    order: int
    ink: LineInk

    @property
    def line(self) -> Line:
        return self.ink.line


class Sight(NamedTuple):
    """A page's lines by block, each with the rectangle around them, and its other paints in painting order."""

    page: Page
    lines: Mapping[str, tuple[InkedLine, ...]]
    bounds: Mapping[str, Rect]
    paints: tuple[Painted, ...]
    frames: Mapping[str, Frame]
    reader: InkReader
    pictures: PictureInk

    def touched(self, rect: Rect) -> Iterator[InkedLine]:
        """The lines whose ink shares some of ``rect``."""
        for block, bounds in self.bounds.items():
            if shares(bounds, rect):
                yield from (inked for inked in self.lines[block] if shares(inked.ink.rect, rect))

    def glyphs(self, inked: InkedLine, rect: Rect) -> Iterator[GlyphInk]:
        """The glyphs of a line that share more than the slack of ``rect``."""
        for glyph in self.reader.glyphs(inked.line):
            if shares(glyph.rect, rect, min(glyph.run.size * SLACK // 1000, *thickness(rect))):
                yield glyph


NAMES = {
    "line": Words("线", "a rule"),
    "border": Words("框线", "a border"),
    "area": Words("底色", "a tint"),
    "picture": Words("图片", "a picture"),
    "ornament": Words("花饰", "an ornament"),
}
"""What a paint is called."""


def sight_of(page: Page, reader: InkReader, pictures: PictureInk) -> Sight:
    """A page made ready to be looked at."""
    lines: dict[str, list[InkedLine]] = {}
    paints: list[Painted] = []
    for order, item in enumerate(page.items):
        if isinstance(item, Line):
            ink = reader.line(item)
            if ink is not None:
                lines.setdefault(item.block, []).append(InkedLine(order, ink))
        else:
            paints += _PAINTS[type(item)](order, item)
    bounds = {block: around([inked.ink.rect for inked in inks]) for block, inks in lines.items()}
    held = {block: tuple(inks) for block, inks in lines.items()}
    return Sight(page, held, bounds, tuple(paints), {f.block: f for f in page.frames}, reader, pictures)


def thickness(rect: Rect) -> tuple[int, int]:
    """The most that a rectangle may be touched by without a fault: less than it is thick."""
    return rect.width - 1, rect.height - 1


class Unreadable(NamedTuple):
    """One place where type cannot be read: its line, the glyphs concerned, and what the message needs beside them."""

    inked: InkedLine
    glyphs: tuple[GlyphInk, ...]
    params: Mapping[str, object] = {}


def told(code: str, faults: Iterable[Unreadable]) -> Iterator[Diagnostic]:
    """One diagnostic a block, at its first fault, with the count of all of them."""
    by_block: dict[str, list[Unreadable]] = {}
    for found in faults:
        by_block.setdefault(found.inked.line.block, []).append(found)
    for block, all_here in by_block.items():
        first = all_here[0]
        count = sum(max(1, len(found.glyphs)) for found in all_here)
        name = block or first.inked.line.role
        yield diagnose(code, _span(first), block=name, words=_words(first), count=count, **first.params)


def _words(found: Unreadable) -> str:
    """The characters concerned, or the whole line's where no single ones are."""
    line = found.inked.line
    drawn = "".join([glyph.run.texts[glyph.number] for glyph in found.glyphs])
    words = drawn or line.copy.value[line.start : line.end]
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"


def _span(found: Unreadable) -> Span:
    """Where the characters concerned stand in the issue file, from the first to the last of them."""
    from paiban.output.scene import NO_COPY, scene_runs  # noqa: PLC0415  only what is at fault has to be placed

    line = found.inked.line
    runs = dict(zip(map(id, line.runs), scene_runs(line), strict=True))
    places = [runs[id(glyph.run)].places[glyph.number] for glyph in found.glyphs]
    copy = [place for place in places if place != NO_COPY] or [line.start, max(line.end - 1, line.start)]
    return line.copy.at(min(copy), max(copy) + 1)


def _rule_paints(order: int, rule: Rule) -> Iterator[Painted]:
    half = max(rule.weight // 2, 1)
    level, upright = rule.y0 == rule.y1, rule.x0 == rule.x1
    across, down = (0 if level else half), (0 if upright else half)
    rect = Rect(
        min(rule.x0, rule.x1) - across, min(rule.y0, rule.y1) - down,
        max(rule.x0, rule.x1) + across, max(rule.y0, rule.y1) + down,
    )  # fmt: skip
    yield Painted(order, "line", rect, rule.block, rule.colour, rule)


def _box_paints(order: int, box: Box) -> Iterator[Painted]:
    rect, weight = box.rect, box.weight
    if box.fill is not None:
        yield Painted(order, "area", rect, box.block, box.fill, box)
    if box.stroke is not None and weight:
        sides = (
            rect._replace(y1=rect.y0 + weight), rect._replace(y0=rect.y1 - weight),
            rect._replace(x1=rect.x0 + weight), rect._replace(x0=rect.x1 - weight),
        )  # fmt: skip
        yield from (Painted(order, "border", side, box.block, box.stroke, box) for side in sides)


def _path_paints(order: int, path: Path) -> Iterator[Painted]:
    points = [values for _, values in path.steps if values]
    xs = [x for values in points for x in values[::2]]
    ys = [y for values in points for y in values[1::2]]
    if xs:
        half = path.weight // 2
        rect = Rect(min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
        yield Painted(order, "ornament", rect, path.block, path.fill, path)


def _picture_paints(order: int, picture: Picture | Artwork) -> Iterator[Painted]:
    clip = picture.clip if isinstance(picture, Picture) else ()
    for rect in _strips(picture.rect, clip) if clip else (picture.rect,):
        yield Painted(order, "picture", rect, picture.block, None, picture)


def _strips(rect: Rect, clip: Polygon) -> Iterator[Rect]:
    """What a picture paints inside its clip, as level strips."""
    from paiban.polygon import extent  # noqa: PLC0415  few pages have any

    turned = tuple((y, x) for x, y in clip)
    for strip in range(STRIPS):
        low, high = rect.height * strip // STRIPS, rect.height * (strip + 1) // STRIPS
        if (found := extent((turned,), low, high)) is not None:
            yield Rect(rect.x0 + found[0], rect.y0 + low, rect.x0 + found[1], rect.y0 + high)


_PAINTS: dict[type, Callable[[int, Any], Iterator[Painted]]] = {
    Rule: _rule_paints,
    Box: _box_paints,
    Path: _path_paints,
    Picture: _picture_paints,
    Artwork: _picture_paints,
}
