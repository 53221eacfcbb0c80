"""Preflight of our own page, from its display list: what can be proved there, on every run.

Judged by the same verdicts as a PDF: the ink of each colour, black that overprints a tint, the weights of lines, small
coloured and reversed type, the resolution of pictures; and that nothing sticks out over the page. Light by intent: no
library, one pass over the items, each pair of colour and size judged once.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath

from paiban.diagnostic import Diagnostic
from paiban.display import (
    BLACK,
    SOLID_SIGNS,
    Artwork,
    Box,
    Colour,
    GlyphRun,
    Item,
    Line,
    Page,
    Path,
    Picture,
    Rect,
    Rule,
)
from paiban.picture import PictureInfo, is_exact, probe_picture
from paiban.preflight.findings import Findings, Where
from paiban.preflight.ink import SOLID_K, Ink, Inks
from paiban.preflight.verdicts import (
    Fault,
    ink_fault,
    line_fault,
    line_weight,
    overprint_fault,
    resolution_fault,
    type_fault,
    white_fault,
)
from paiban.span import Span
from paiban.template import Press
from paiban.template.standard import STANDARDS
from paiban.units import PER_MM, Length, to_mm, to_pt

SLACK = PER_MM // 100
"""A hundredth of a millimetre over the edge is a rounding error."""


def preflight_page(page: Page, press: Press) -> tuple[Diagnostic, ...]:
    """Judge a page against a print condition.

    Each fault is reported once for its code (of pictures: for its file), with its first place on the page, its place in
    the issue file where one is to blame, and a count.
    """
    findings = Findings(STANDARDS[press.standard])
    judge = _Judge(page, press, findings)
    for item in page.items:
        judge.item(item)
    return tuple(finding.diagnostic() for finding in findings.sorted())


class _Grounds:
    """What lies under the items that follow: rectangles with their inks.

    ``heavy`` tells whether one of them is too strong for solid black on it; until then nobody needs to look.
    """

    __slots__ = ("_laid", "_most", "heavy")

    def __init__(self, most: float) -> None:
        self._most = most
        self._laid: list[tuple[Rect, Inks]] = []
        self.heavy = False

    def lay(self, item: Item) -> None:
        """Take note of an item that covers what lies under it; ink that is not known here counts as black."""
        if isinstance(item, Box) and item.fill is not None:
            inks = _ink(item.fill).inks
            self._laid.append((item.rect, inks))
            self.heavy = self.heavy or _colour_percent(inks) > self._most
        elif isinstance(item, (Picture, Artwork)):
            self._laid.append((item.rect, SOLID_K))

    def under(self, rect: Rect) -> tuple[Inks | None, float]:
        """The ink under a rectangle, that of the last ground which covers any of it, and how many mm² it covers."""
        for ground, inks in reversed(self._laid):
            across = min(ground.x1, rect.x1) - max(ground.x0, rect.x0)
            down = min(ground.y1, rect.y1) - max(ground.y0, rect.y0)
            if across > 0 and down > 0:
                return inks, across / PER_MM * (down / PER_MM)
        return None, 0.0


class _Judge:
    """Judges one page, item by item; verdicts on type that were already reached are remembered."""

    __slots__ = ("_edge", "_findings", "_grounds", "_limits", "_page", "_type")

    def __init__(self, page: Page, press: Press, findings: Findings) -> None:
        reach = page.bleed + SLACK
        self._page = page
        self._limits = press.limits
        self._findings = findings
        self._grounds = _Grounds(self._limits.tac_percent - 100)
        self._edge = Rect(-reach, -reach, page.width + reach, page.height + reach)
        self._type: dict[tuple[int, Length, bool], Fault | None] = {}

    def item(self, item: Item) -> None:
        """Judge one item, and remember it as a ground for those that follow."""
        rect = _rect(item)
        if not _within(rect, self._edge):
            self._note(Fault("X153"), item, rect)
        for colour in _colours(item):
            self._note(ink_fault(_ink(colour), self._limits), item, rect)
            if self._grounds.heavy and colour == BLACK and not (isinstance(item, Path) and item.weight):
                self._overprint(item, rect)
        for fault in self._own_faults(item, rect):
            self._note(fault, item, rect)
        self._grounds.lay(item)

    def _note(self, fault: Fault | None, item: Item, rect: Rect, file: str = "") -> None:
        if fault is not None:
            at = (rect.x0 / PER_MM, rect.y0 / PER_MM)
            self._findings.note(fault, Where(self._page.number, None, at, file), file, _span(item))

    def _overprint(self, item: Item, rect: Rect) -> None:
        """Solid black over a ground of colour adds up."""
        inks, area = self._grounds.under(rect)
        if inks is not None and _colour_percent(inks):
            self._note(overprint_fault(_colour_percent(inks) + 100, area, self._limits), item, rect)

    def _own_faults(self, item: Item, rect: Rect) -> Iterator[Fault | None]:
        """What only items of one kind can have."""
        if isinstance(item, Line):
            text = max([run.size for run in item.body], default=0)
            for run in item.body:
                yield self._run_fault(run, rect, beside=run.size < text)
            for run in item.runs[len(item.body) :] if item.notes else ():
                yield self._run_fault(run, rect, beside=True)
        elif isinstance(item, Rule):
            yield self._line_fault(item.colour, item.weight, rect)
        elif isinstance(item, Box):
            yield from self._box_faults(item)
        elif isinstance(item, Picture):
            self._note(self._picture_fault(item), item, rect, FilePath(item.path).name)

    def _run_fault(self, run: GlyphRun, rect: Rect, beside: bool) -> Fault | None:
        if SOLID_SIGNS.issuperset(run.texts):
            return white_fault(_ink(run.colour), self._grounds.under(rect)[0])
        return self._type_fault(run.colour, run.size, rect, beside)

    def _type_fault(self, colour: Colour, size: Length, rect: Rect, beside: bool) -> Fault | None:
        """Type of one colour and size, ``beside`` larger type (ruby, subscripts). White type hangs on its ground."""
        ink = _ink(colour)
        if not ink.plates:
            return type_fault(ink, to_pt(size), self._limits, self._grounds.under(rect)[0])
        key = (id(colour), size, beside)  # the page keeps its colours alive; to hash one costs more than all the rest
        if key not in self._type:
            self._type[key] = type_fault(ink, to_pt(size), self._limits, None, beside)
        return self._type[key]

    def _line_fault(self, colour: Colour, weight: Length, rect: Rect) -> Fault | None:
        ink = _ink(colour)
        under = None if ink.plates else self._grounds.under(rect)[0]
        return line_fault(ink, to_pt(weight), self._limits, under)

    def _box_faults(self, box: Box) -> Iterator[Fault | None]:
        """The stroke of a box; and its fill, where it is so thin that it is a line."""
        if box.stroke is not None:
            yield self._line_fault(box.stroke, box.weight, box.rect)
        weight = line_weight(box.rect.width, box.rect.height)
        if box.fill is not None and weight is not None:
            yield self._line_fault(box.fill, round(weight), box.rect)

    def _picture_fault(self, item: Picture) -> Fault | None:
        """A picture at the size that it is printed at; what cannot be read is for the picture stage to report."""
        info = probe_picture(FilePath(item.path), item.span, self._limits)
        if not isinstance(info, PictureInfo):
            return None
        left, top, right, bottom = item.crop
        pixels = (info.width_px * (right - left), info.height_px * (bottom - top))
        size = (to_mm(item.rect.width), to_mm(item.rect.height))
        fault = resolution_fault(info.mode == "bilevel", pixels, size, self._limits)
        return None if fault is not None and is_exact(FilePath(item.path), item.crop) else fault


def _colours(item: Item) -> Iterator[Colour]:
    """The colours that an item paints with."""
    if isinstance(item, Line):
        last = None
        for run in item.runs:
            if run.colour is not last:
                last = run.colour
                yield last
        for mark in item.decorations:
            yield from _colours(mark)
    elif isinstance(item, Rule):
        yield item.colour
    elif isinstance(item, Path):
        yield item.fill
    elif isinstance(item, Box):
        yield from (colour for colour in (item.fill, item.stroke) if colour is not None)


def _rect(item: Item) -> Rect:
    """The box around an item; of type, the box of its em squares."""
    if isinstance(item, (Box, Picture, Artwork)):
        return item.rect
    if isinstance(item, Rule):
        half = item.weight // 2
        across, down = (half, 0) if item.x0 == item.x1 else (0, half)
        return Rect(
            min(item.x0, item.x1) - across, min(item.y0, item.y1) - down,
            max(item.x0, item.x1) + across, max(item.y0, item.y1) + down,
        )  # fmt: skip
    if isinstance(item, Path):
        points = [number for _, numbers in item.steps for number in numbers]
        xs, ys = points[::2] or [0], points[1::2] or [0]
        half = item.weight // 2
        return Rect(min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)
    size = max([run.size for run in item.runs], default=0)
    if item.vertical:
        return Rect(item.x - size // 2, item.y, item.x + size // 2, item.y + item.advance)
    return Rect(item.x, item.y - size * 88 // 100, item.x + item.advance, item.y + size * 12 // 100)


def _within(inner: Rect, outer: Rect) -> bool:
    return outer.x0 <= inner.x0 and outer.y0 <= inner.y0 and inner.x1 <= outer.x1 and inner.y1 <= outer.y1


def _span(item: Item) -> Span | None:
    """Where the issue file speaks of an item."""
    if isinstance(item, Line):
        return item.copy.at(item.start, item.end) if item.copy.file else None
    return item.span if isinstance(item, (Picture, Artwork)) else None


def _ink(colour: Colour) -> Ink:
    """A colour of the display list as ink: what is solid black overprints."""
    return Ink((colour.c / 100, colour.m / 100, colour.y / 100, colour.k / 100, 0.0), colour == BLACK)


def _colour_percent(inks: Inks) -> float:
    """The inks other than black, in per cent."""
    return 100 * (sum(inks) - inks[3])
