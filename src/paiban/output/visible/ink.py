"""Where the ink of a line lies: boxes around outlines, without a renderer.

Glyphs are gone through in bulk: a page has thousands, and this runs on every save.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


_Sort = tuple[str, Length, int, bool]
"""The glyphs of a run, but for which they are: face, size, thousandths of their width, whether they are turned."""


class _Edges(NamedTuple):
    """The ink of glyphs of one sort, from their origins in page axes: an edge a table."""

    left: dict[int, Length]
    top: dict[int, Length]
    right: dict[int, Length]
    bottom: dict[int, Length]


class _Strip(NamedTuple):
    """A run along its line: where the ink of each glyph begins and ends, and the rectangle around it all."""

    run: GlyphRun
    begins: list[Length]
    ends: list[Length]
    rect: Rect


class InkReader:
    """Reads the ink of the lines of pages that it was given to ``learn``.

    A glyph's box at one size is worked out once, and a line that stands there as at the last look is not read again.
    """

    def __init__(self, catalogue: FontCatalogue) -> None:
        self._catalogue = catalogue
        self._edges: dict[_Sort, _Edges] = defaultdict(lambda: _Edges({}, {}, {}, {}))
        self._read: dict[int, LineInk] = {}

    def learn(self, pages: Iterable[Page]) -> None:
        """Work out the edges of all glyphs of some pages, whose boxes the faces know or learn at one stroke.

        Of lines read before, those of these pages are kept.
        """
        lines = [item for page in pages for item in page.items if isinstance(item, Line)]
        if self._read:
            self._read = {id(line): self._read[id(line)] for line in lines if id(line) in self._read}
            lines = [line for line in lines if id(line) not in self._read]
        drawn: dict[_Sort, set[int]] = defaultdict(set)
        for run in (run for line in lines for run in line.runs):
            drawn[_sort_of(run)].update(run.glyphs)
        wanted: dict[str, set[int]] = defaultdict(set)
        for sort, glyphs in drawn.items():
            glyphs.difference_update(self._edges[sort].left)
            wanted[sort[0]] |= glyphs
        for key, glyphs in wanted.items():
            learn_boxes(self._catalogue.face(key), glyphs)
        for sort, glyphs in drawn.items():
            _put_edges(sort, glyphs, self._catalogue.face(sort[0]), self._edges[sort])

    def line(self, line: Line) -> LineInk | None:
        """The ink of a line with all that stands beside it; None where it draws nothing."""
        known = self._read.get(id(line))
        if known is None:
            known = self._line(line)
            if known is not None:
                self._read[id(line)] = known
        return known

    def _line(self, line: Line) -> LineInk | None:
        body = [self._strip(run, line.vertical) for run in line.body if run.glyphs]
        notes = [self._strip(run, line.vertical) for run in line.runs[len(line.body) :]] if line.notes else []
        if not body and not notes:
            return None
        rect = body[0].rect if len(body) == 1 and not notes else around([strip.rect for strip in (*body, *notes)])
        if rect.x0 > rect.x1:
            return None
        near = self._near(body)
        return LineInk(line, rect, (*near, *(pair for note in notes for pair in self._near([note]))) if notes else near)

    def glyphs(self, line: Line) -> Iterator[GlyphInk]:
        """The ink of each glyph of a line that has any."""
        for run in line.runs:
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

    def _strip(self, run: GlyphRun, vertical: bool) -> _Strip:
        """A run along its line: where each glyph's ink begins and ends, and the rectangle around all of it.

        Hardly a line of a page has glyphs off its axis; for the others the ends across the line are two, not a list.
        """
        face, size, _, glyphs, xs, ys, _, turned, condense = run
        low, near, high, far = self._edges[face, size, condense, turned]
        along, across = xs, ys
        if vertical:
            along, across, low, near, high, far = ys, xs, near, low, far, high
        begins = list(map(add, along, map(low.__getitem__, glyphs)))
        ends = list(map(add, along, map(high.__getitem__, glyphs)))
        if across.count(across[0]) == len(across):
            least = across[0] + min(map(near.__getitem__, glyphs))
            most = across[0] + max(map(far.__getitem__, glyphs))
        else:
            least = min(map(add, across, map(near.__getitem__, glyphs)))
            most = max(map(add, across, map(far.__getitem__, glyphs)))
        edges = (least, min(begins), most, max(ends)) if vertical else (min(begins), least, max(ends), most)
        return _Strip(run, begins, ends, Rect(*edges))

    def _glyph(self, run: GlyphRun, number: int) -> GlyphInk | None:
        edges, gid = self._edges[_sort_of(run)], run.glyphs[number]
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
            if begin < end - slack:
                first, second = self._glyph(*one), self._glyph(*other)
                if first and second and shares(first.rect, second.rect, slack):
                    pairs.append((first, second))
        return tuple(pairs)


def _sort_of(run: GlyphRun) -> _Sort:
    return run.face, run.size, run.condense, run.quarter_turn


def _put_edges(sort: _Sort, glyphs: Iterable[int], face: Face, edges: _Edges) -> None:
    """Add the edges of glyphs of one sort."""
    _, size, condense, turned = sort
    left, top, right, bottom = edges
    along, across, em = size * condense, size * 1000, face.upem * 1000
    for gid in glyphs:
        x0, y0, x1, y1 = face.extents(gid)
        if x0 == x1:
            left[gid], top[gid], right[gid], bottom[gid] = NOWHERE
        elif turned:
            left[gid], right[gid] = y0 * across // em, y1 * across // em
            top[gid], bottom[gid] = x0 * along // em, x1 * along // em
        else:
            left[gid], right[gid] = x0 * along // em, x1 * along // em
            top[gid], bottom[gid] = -y1 * across // em, -y0 * across // em


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
