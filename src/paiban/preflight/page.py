"""Preflight of our own page, from its display list: what can be proved there, on every run.

Judged by the same rules and codes as a PDF: the ink of each colour, black that overprints a tint, the weights of rules,
small coloured and reversed type, what sticks out over the page, and the resolution of pictures where their pixels are
known. Light by intent: no library, one pass over the items, each pair of colour and size judged once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import BLACK, Artwork, Box, Colour, Item, Line, Page, Path, Picture, Rect, Rule
from paiban.preflight.findings import Where, where_en, where_zh
from paiban.span import Span
from paiban.template import Press
from paiban.units import PER_INCH, PER_MM, PER_PT, Length

TAC_SLACK = 0.5
SLACK_PT = 0.005
SLACK = PER_MM // 100
"""A hundredth of a millimetre over the edge is a rounding error."""

BLACKISH = 60

RUBY_PT = 4.0
"""Ruby stands beside text that can be read without it, at half its size: in one ink it may be as small as this."""

Params = dict[str, object]
Faults = tuple[tuple[str, Params], ...]


def preflight_page(
    page: Page, press: Press, pixels: Mapping[str, tuple[int, int]] | None = None
) -> tuple[Diagnostic, ...]:
    """Judge a page against a print condition.

    ``pixels`` gives the width and height of picture files by their path, where they are known. Each fault is reported
    once for its code, with its first place on the page, its place in the issue file where one is to blame, and a count.
    """
    found = _Found(page.number)
    judge = _Judge(press)
    grounds = _Grounds(judge.limits.tac_percent - 100)
    reach = page.bleed + SLACK
    edge = Rect(-reach, -reach, page.width + reach, page.height + reach)
    for item in page.items:
        rect = _rect(item)
        if not _within(rect, edge):
            found.add("X153", item, rect, {})
        for colour in _colours(item):
            found.add_all(judge.ink(colour), item, rect)
            if grounds.heavy and colour == BLACK:
                found.add_all(judge.overprint(*grounds.under(rect)), item, rect)
        found.add_all(_item_faults(item, judge, pixels or {}), item, rect)
        grounds.lay(item)
    return found.diagnostics()


class _Found:
    """Faults of one page, each code once."""

    __slots__ = ("_kept", "_page")

    def __init__(self, page: int) -> None:
        self._page = page
        self._kept: dict[str, tuple[Rect, Span | None, Params, int]] = {}

    def add(self, code: str, item: Item, rect: Rect, params: Params) -> None:
        first = self._kept.get(code)
        self._kept[code] = (rect, _span(item), params, 1) if first is None else (*first[:3], first[3] + 1)

    def add_all(self, faults: Faults, item: Item, rect: Rect) -> None:
        for code, params in faults:
            self.add(code, item, rect, params)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        made = []
        for code, (rect, span, params, count) in sorted(self._kept.items()):
            where = Where(self._page, None, (rect.x0 / PER_MM, rect.y0 / PER_MM))
            words = {"where_zh": where_zh(where, count), "where_en": where_en(where, count)}
            made.append(diagnose(code, span, **params, **words))
        return tuple(made)


class _Grounds:
    """What lies under the items that follow: rectangles with their per cents of ink other than black.

    ``heavy`` tells whether one of them is too strong for solid black on it; until then nobody needs to look.
    """

    __slots__ = ("_laid", "_most", "heavy")

    def __init__(self, most: float) -> None:
        self._most = most
        self._laid: list[tuple[Rect, float]] = []
        self.heavy = False

    def lay(self, item: Item) -> None:
        """Take note of an item that covers what lies under it."""
        if isinstance(item, Box) and item.fill is not None and item.fill != BLACK:
            total = _total(item.fill) - item.fill.k
            self._laid.append((item.rect, total))
            self.heavy = self.heavy or total > self._most
        elif isinstance(item, (Picture, Artwork)):
            self._laid.append((item.rect, 0.0))  # its ink is not known here: the full preflight weighs it

    def under(self, rect: Rect) -> tuple[float, float]:
        """The ink under a rectangle, that of the last ground which covers any of it, and how many mm² it covers."""
        for ground, total in reversed(self._laid):
            across = min(ground.x1, rect.x1) - max(ground.x0, rect.x0)
            down = min(ground.y1, rect.y1) - max(ground.y0, rect.y0)
            if across > 0 and down > 0:
                return total, across / PER_MM * (down / PER_MM)
        return 0.0, 0.0


class _Judge:
    """The shop's numbers, and the verdicts on type that were already reached with them."""

    __slots__ = ("_most", "_type", "limits")

    def __init__(self, press: Press) -> None:
        self.limits = press.limits
        self._most = press.limits.tac_percent
        self._type: dict[tuple[int, Length, bool], Faults] = {}

    def ink(self, colour: Colour) -> Faults:
        """Total area coverage of a colour."""
        return self._too_much("X260", _total(colour))

    def overprint(self, ground: float, area: float) -> Faults:
        """Solid black over ``area`` mm² of a ground of ``ground`` per cent of colour."""
        faults = self._too_much("X262", ground + 100) if ground else ()
        return tuple((code, {**params, "area": f"{area:.1f}"}) for code, params in faults)

    def _too_much(self, code: str, total: float) -> Faults:
        return ((code, {"tac": round(total), "limit": f"{self._most:g}"}),) if total > self._most + TAC_SLACK else ()

    def type(self, colour: Colour, size: Length, beside: bool = False) -> Faults:
        """Type of one colour and size; ``beside`` other text it is ruby."""
        key = (id(colour), size, beside)  # the page keeps its colours alive; to hash one costs more than all the rest
        if key not in self._type:
            self._type[key] = tuple(self._type_faults(colour, size / PER_PT, beside))
        return self._type[key]

    def _type_faults(self, colour: Colour, size: float, beside: bool) -> Iterator[tuple[str, Params]]:
        count = _count(colour)
        limits = self.limits
        least = (limits.reversed_pt, limits.min_text_pt_one_ink, limits.min_text_pt_inks)[min(count, 2)]
        if beside and count == 1:
            least = min(least, RUBY_PT)
        if size < least - SLACK_PT:
            black = colour.k >= BLACKISH or min(colour.c, colour.m, colour.y) >= BLACKISH
            code = ("X267", "X265", "X268" if black else "X266")[min(count, 2)]
            yield code, {"size": f"{size:.4g}", "limit": f"{least:g}", "inks": count}

    def line(self, colour: Colour, weight: Length) -> Faults:
        """A line of one colour and weight."""
        solid = _count(colour) == 1 and _total(colour) >= 99.5
        least = self.limits.min_rule_pt_solid if solid else self.limits.min_rule_pt_tint
        if weight / PER_PT >= least - SLACK_PT:
            return ()
        return (("X263" if solid else "X264", {"weight": f"{weight / PER_PT:.4g}", "limit": f"{least:g}"}),)

    def picture(self, ppi: float, size: tuple[int, int]) -> Faults:
        """A picture at its effective resolution."""
        for code, least in (("X246", self.limits.picture_ppi_error), ("X245", self.limits.picture_ppi_warn)):
            if ppi < least - 0.5:
                pixels = f"{size[0]} × {size[1]}"
                return ((code, {"ppi": round(ppi), "limit": f"{least:g}", "pixels": pixels}),)
        return ()


def _item_faults(item: Item, judge: _Judge, pixels: Mapping[str, tuple[int, int]]) -> Faults:
    """What only items of one kind can have."""
    if isinstance(item, Line):
        faults: Faults = ()
        for run in item.body:
            faults += judge.type(run.colour, run.size)
        for run in item.runs[len(item.body) :] if item.notes else ():
            faults += judge.type(run.colour, run.size, beside=True)
        return faults
    if isinstance(item, Rule):
        return judge.line(item.colour, item.weight)
    if isinstance(item, Box):
        return judge.line(item.stroke, item.weight) if item.stroke is not None else ()
    if isinstance(item, Picture) and item.path in pixels:
        size = pixels[item.path]
        return judge.picture(_resolution(item, size), size)
    return ()


def _resolution(item: Picture, size: tuple[int, int]) -> float:
    """Pixels an inch as placed, on the worse axis."""
    left, top, right, bottom = item.crop
    across, down = size[0] * (right - left), size[1] * (bottom - top)
    return min(across / max(item.rect.width, 1), down / max(item.rect.height, 1)) * PER_INCH


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
        return Rect(min(xs), min(ys), max(xs), max(ys))
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


def _total(colour: Colour) -> float:
    return colour.c + colour.m + colour.y + colour.k


def _count(colour: Colour) -> int:
    return sum(part > 0.5 for part in (colour.c, colour.m, colour.y, colour.k))
