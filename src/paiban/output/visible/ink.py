"""Where the ink of a line lies: boxes around outlines, without a renderer.

Glyphs are gone through in bulk: a page has thousands, and this runs on every save.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import add, sub

from paiban.display import GlyphRun, Line, Page, Rect
from paiban.font import Face, FontCatalogue, learn_boxes
from paiban.units import Length, rounded
from paiban.value import NamedTuple

SLACK = 20
"""How many thousandths of an em two outlines may share: what their boxes have of them is less than that."""


NOWHERE = (1 << 40, 1 << 40, -(1 << 40), -(1 << 40))
"""The edges of a glyph without ink: no least and no greatest edge of a line is ever its."""


class GlyphInk(NamedTuple):
    """One glyph's ink on the page, with the run that it is of and its number in it, from 0."""

    rect: Rect
    run: GlyphRun
    number: int


class LineInk(NamedTuple):
    """The ink of one line: the rectangle around it, and the pairs of neighbours whose boxes lie over one another."""

    line: Line
    rect: Rect
    near: tuple[tuple[GlyphInk, GlyphInk], ...]


class InkReader:
    """Reads the ink of lines; a glyph's box at one size is worked out once."""

    def __init__(self, catalogue: FontCatalogue) -> None:
        self._catalogue = catalogue
        self._edges: dict[tuple[str, Length, int, bool], _Edges] = {}

    def learn(self, pages: Iterable[Page]) -> None:
        """Have the faces know the ink of all glyphs of some pages, before it is asked for one by one."""
        drawn: dict[str, set[int]] = {}
        for page in pages:
            for run in (run for item in page.items if isinstance(item, Line) for run in item.runs):
                drawn.setdefault(run.face, set()).update(run.glyphs)
        for face, glyphs in drawn.items():
            learn_boxes(self._catalogue.face(face), glyphs)

    def line(self, line: Line) -> LineInk | None:
        """The ink of a line with all that stands beside it; None where it draws nothing."""
        body = self._strips(line.body, line.vertical)
        notes = self._strips(line.runs[len(line.body) :], line.vertical) if line.notes else []
        if not body and not notes:
            return None
        rect = around([strip.rect for strip in (*body, *notes)])
        if rect.x0 > rect.x1:
            return None
        return LineInk(line, rect, (*self._near(body), *(pair for note in notes for pair in self._near([note]))))

    def glyphs(self, line: Line) -> Iterator[GlyphInk]:
        """The ink of each glyph of a line that has any."""
        for run in line.runs:
            if run.glyphs:
                yield from (ink for number in range(len(run.glyphs)) if (ink := self._glyph(run, number)) is not None)

    def kerned(self, one: GlyphInk, other: GlyphInk) -> bool:
        """Whether two neighbours of one run stand no nearer than the face itself sets them (kerning, a slanted f).

        Glyphs that share a cluster were placed by the face in any case.
        """
        run, number = one.run, one.number
        if other.run is not run or other.number != number + 1:
            return False
        if not run.texts[number + 1]:
            return True
        face = self._catalogue.face(run.face)
        shaped = face.shape(run.texts[number] + run.texts[number + 1])
        if [glyph.gid for glyph in shaped] != list(run.glyphs[number : number + 2]):
            return False
        apart = rounded((shaped[0].advance - shaped[0].dx + shaped[1].dx) * run.size * run.condense, face.upem * 1000)
        along = run.ys if run.quarter_turn else run.xs
        return along[number + 1] - along[number] >= apart - run.size * SLACK // 1000

    def _strips(self, runs: Sequence[GlyphRun], vertical: bool) -> list[_Strip]:
        return [self._strip(run, vertical) for run in runs if run.glyphs]

    def _strip(self, run: GlyphRun, vertical: bool) -> _Strip:
        """A run along its line: where each glyph's ink begins and ends, and the rectangle around all of it."""
        edges = self._edges_of(run)
        try:
            return self._placed(run, edges, vertical)
        except KeyError:  # a glyph that was not met before
            edges.learn(run.glyphs)
            return self._placed(run, edges, vertical)

    def _placed(self, run: GlyphRun, edges: _Edges, vertical: bool) -> _Strip:
        if vertical:
            begins, ends = _edge(run.ys, edges.top, run.glyphs), _edge(run.ys, edges.bottom, run.glyphs)
            left, right = _across(run.xs, edges.left, edges.right, run.glyphs)
            return _Strip(run, begins, ends, Rect(left, min(begins), right, max(ends)))
        begins, ends = _edge(run.xs, edges.left, run.glyphs), _edge(run.xs, edges.right, run.glyphs)
        top, bottom = _across(run.ys, edges.top, edges.bottom, run.glyphs)
        return _Strip(run, begins, ends, Rect(min(begins), top, max(ends), bottom))

    def _edges_of(self, run: GlyphRun) -> _Edges:
        key = (run.face, run.size, run.condense, run.quarter_turn)
        edges = self._edges.get(key)
        if edges is None:
            edges = self._edges[key] = _Edges(self._catalogue.face(run.face), run)
        return edges

    def _glyph(self, run: GlyphRun, number: int) -> GlyphInk | None:
        edges, gid = self._edges_of(run), run.glyphs[number]
        x, y = run.xs[number], run.ys[number]
        rect = Rect(x + edges.left[gid], y + edges.top[gid], x + edges.right[gid], y + edges.bottom[gid])
        return GlyphInk(rect, run, number) if rect.x1 > rect.x0 else None

    def _near(self, strips: Sequence[_Strip]) -> tuple[tuple[GlyphInk, GlyphInk], ...]:
        """Neighbours along the line that share more than the slack both ways."""
        if not strips:
            return ()
        begins, ends, slack = strips[0].begins, strips[0].ends, strips[0].run.size * SLACK // 1000
        for strip in strips[1:]:
            begins, ends = begins + strip.begins, ends + strip.ends
            slack = min(slack, strip.run.size * SLACK // 1000)
        if len(begins) < 2 or min(map(sub, begins[1:], ends)) >= -slack:
            return ()
        places = [(strip.run, number) for strip in strips for number in range(len(strip.begins))]
        pairs = []
        for (one, other), begin, end in zip(pairwise(places), begins[1:], ends, strict=False):
            first, second = self._glyph(*one), self._glyph(*other)
            if begin < end - slack and first and second and shares(first.rect, second.rect, slack):
                pairs.append((first, second))
        return tuple(pairs)


def _edge(places: Sequence[Length], edge: Mapping[int, Length], glyphs: Sequence[int]) -> list[Length]:
    """Where one edge of each glyph's ink lies."""
    return list(map(add, places, map(edge.__getitem__, glyphs)))


def _across(
    places: Sequence[Length], low: Mapping[int, Length], high: Mapping[int, Length], glyphs: Sequence[int]
) -> tuple[Length, Length]:
    """How far the ink reaches across the line, whose glyphs nearly always stand on one line."""
    if places.count(places[0]) == len(places):
        return places[0] + min(map(low.__getitem__, glyphs)), places[0] + max(map(high.__getitem__, glyphs))
    return min(_edge(places, low, glyphs)), max(_edge(places, high, glyphs))


class _Strip(NamedTuple):
    """A run along its line: where the ink of each glyph begins and ends, and the rectangle around it all."""

    run: GlyphRun
    begins: list[Length]
    ends: list[Length]
    rect: Rect


class _Edges:
    """The ink of a face's glyphs at one size, from their origins in page axes: an edge a table."""

    def __init__(self, face: Face, run: GlyphRun) -> None:
        self.left: dict[int, Length] = {}
        self.top: dict[int, Length] = {}
        self.right: dict[int, Length] = {}
        self.bottom: dict[int, Length] = {}
        self._face = face
        self._scale = run.size / face.upem
        self._narrow = self._scale * run.condense / 1000
        self._turned = run.quarter_turn

    def learn(self, glyphs: Sequence[int]) -> None:
        """Work out those that are new."""
        for gid in set(glyphs).difference(self.left):
            x0, y0, x1, y1 = self._face.extents(gid)
            if x0 == x1:
                self.left[gid], self.top[gid], self.right[gid], self.bottom[gid] = NOWHERE
                continue
            low, high, begin, end = -y1 * self._scale, -y0 * self._scale, x0 * self._narrow, x1 * self._narrow
            edges = (-high, begin, -low, end) if self._turned else (begin, low, end, high)
            self.left[gid], self.top[gid], self.right[gid], self.bottom[gid] = map(round, edges)


def shares(one: Rect, other: Rect, slack: Length = 0) -> bool:
    """Whether two rectangles share an area more than ``slack`` wide and high."""
    return (
        one.x0 + slack < other.x1
        and other.x0 + slack < one.x1
        and one.y0 + slack < other.y1
        and other.y0 + slack < one.y1
    )


def around(rects: Sequence[Rect]) -> Rect:
    """The least rectangle that holds all of them."""
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))
