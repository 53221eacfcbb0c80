"""绕排: copy that runs round what stands in its legs, a picture, a pull quote or a table, line by line.

What stands there has an outline, a rectangle or its contour. In every row copy loses what the outline takes of it, with
some white; of a leg that is parted the wider side is kept, and a row with hardly any room is none. Copy follows a
hollow that is open to it and some lines high. In a lower one a line would stick out of its edge by itself; between two
limbs, or in a hole, a line would be parted: there it keeps out. Lines then have
measures of their own, and how many a paragraph has depends on where it begins. So copy is counted as it is fitted: an
exact search over the paragraphs, whose state is how many lines stand before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from paiban.display import Outline, Polygon
from paiban.galley.copyfit import PARTED_COST, WHITE_AT_TOP_COST, Choice, Fitted, Keep, White, break_cost, level
from paiban.galley.galley import Galley, GalleyParagraph, Widths
from paiban.grid import Grid, GridRect
from paiban.makeup.frame.model import Leg, Obstacle, Slot, parted_at, places_in, slots_in
from paiban.polygon import extent
from paiban.units import Length
from paiban.value import NamedTuple

LEAST_BESIDE = 5
"""Lines of fewer characters do not stand beside what copy runs round."""

LEAST_HOLLOW = 3
"""Copy does not run into a hollow of an outline that is fewer lines high."""

DRIFT = 6
"""How many lines more or fewer copy may have where its legs are filled to another height."""

UNEVEN_COST = PARTED_COST / 2
"""Legs filled one after another, where none of the heights at which they end level holds the copy."""


class RowBands(NamedTuple):
    """Where a frame's rows lie across its lines, in page coordinates that grow from row to row: of ``vertical`` lines x
    counted to the left. The first ``begin``s half a leading before its middle; type is ``size`` high."""

    begin: Length
    leading: Length
    size: Length
    vertical: bool

    def band(self, row: int, white: Length) -> tuple[Length, Length]:
        """What the em boxes of a row take, with some white before and after them."""
        middle = self.begin + row * self.leading + self.leading // 2
        return middle - self.size // 2 - white, middle + self.size // 2 + white

    def turned(self, outline: Outline) -> Iterator[Polygon]:
        """The polygons of an outline as (across the lines, along them)."""
        for polygon in outline:
            yield tuple((-x, y) if self.vertical else (y, x) for x, y in polygon)


def obstacle_round(outline: Outline, place: GridRect, grid: Grid, white: Length) -> Obstacle:
    """What the copy of a frame runs round, on its logical axes, with so much white."""
    frame = grid.frame(place)
    return rounded_obstacle(outline, RowBands(frame.y0, grid.leading, grid.size, vertical=False), frame.x0, white)


def obstacle_upright(outline: Outline, place: GridRect, right: Length, grid: Grid, white: Length) -> Obstacle:
    """What the vertical copy of a frame runs round, whose first line stands at ``right``."""
    bands = RowBands(-right, grid.leading, grid.size, vertical=True)
    return rounded_obstacle(outline, bands, grid.frame(place).y0, white)


def rounded_obstacle(outline: Outline, bands: RowBands, along: Length, white: Length) -> Obstacle:
    """What copy in rows of these ``bands`` runs round, with so much ``white``; its lines begin at ``along``."""
    polygons = tuple(bands.turned(outline))
    across = [place for polygon in polygons for place, _ in polygon]
    first = (min(across) - white - bands.begin) // bands.leading
    end = -((bands.begin - max(across) - white) // bands.leading)
    taken = {
        row: (found[0] - white - along, found[1] + white - along)
        for row in range(first, end)
        if (found := extent(polygons, *bands.band(row, white))) is not None
    }
    if not taken:
        return Obstacle(0, 0, first, first)
    rows = range(min(taken), max(taken) + 1)
    return Obstacle(
        min(start for start, _ in taken.values()),
        max(stop for _, stop in taken.values()),
        rows.start,
        rows.stop,
        tuple(without_low_hollows([taken.get(row) for row in rows])),
    )


Taken = tuple[Length, Length] | None
"""What an outline takes of a row, from where to where."""


def without_low_hollows(rows: Sequence[Taken]) -> Iterator[Taken]:
    """What an outline takes row by row, its hollows of fewer lines than ``LEAST_HOLLOW`` filled up to their shoulders.

    >>> [*without_low_hollows([(0, 9), (0, 4), (0, 8), (0, 3), (0, 3), (0, 3), (0, 9)])]
    [(0, 9), (0, 8), (0, 8), (0, 3), (0, 3), (0, 3), (0, 9)]
    """
    for index, own in enumerate(rows):
        if own is None:
            yield None
            continue
        windows = [rows[max(0, first) : first + LEAST_HOLLOW] for first in range(index - LEAST_HOLLOW + 1, index + 1)]
        among = [[row for row in window if row is not None] for window in windows]
        yield max(min(start for start, _ in row) for row in among), min(max(stop for _, stop in row) for row in among)


def notched(leg: Leg, obstacles: Sequence[Obstacle], em: Length) -> Leg | None:
    """A leg with what each row of it loses to obstacles; without the rows that have hardly any room left."""
    kept = [(row, notch) for row in leg.rows if (notch := notch_of(leg, row, obstacles, em)) is not None]
    if not kept:
        return None
    notches = tuple(notch for _, notch in kept)
    return leg._replace(rows=tuple(row for row, _ in kept), notches=notches if any(map(any, notches)) else ())


def notch_of(leg: Leg, row: int, obstacles: Sequence[Obstacle], em: Length) -> tuple[Length, Length] | None:
    """What a row of a leg loses at its begin and its end, whole characters being left to it; None if hardly any are.

    What makes no character is white at the side of what the copy runs round.
    """
    end_of_leg = leg.start + leg.measure
    start, end = widest(leg.start, end_of_leg, row, obstacles)
    if (start, end) == (leg.start, end_of_leg):
        return 0, 0
    room = (end - start) // em * em
    if room < LEAST_BESIDE * em:
        return None
    spare = leg.measure - room
    if start == leg.start:
        return 0, spare
    before = spare if end == end_of_leg else start - leg.start + (end - start - room) // 2
    return before, spare - before


def widest(low: Length, high: Length, row: int, obstacles: Sequence[Obstacle]) -> tuple[Length, Length]:
    """The widest stretch that obstacles leave of a row from ``low`` to ``high``; of two alike the first."""
    free = [(low, high)]
    for obstacle in obstacles:
        place = row - obstacle.first_row
        taken = obstacle.taken[place] if 0 <= place < len(obstacle.taken) else None
        if taken is not None:
            free = [part for a, b in free for part in ((a, min(b, taken[0])), (max(a, taken[1]), b))]
    return max(free, key=lambda part: (part[1] - part[0], -part[0]))


class RoundCounts(NamedTuple):
    """Lines that have measures of their own, by where they stand; ``rest`` is that of lines beyond the room.

    ``known`` are the ways to set a paragraph at measures that were asked for.
    """

    galley: Galley
    rest: Length
    known: dict[tuple[int, Length | Widths, int], tuple[Choice, ...]]

    def reach(self, legs: Sequence[Leg], _limit: int) -> tuple[int, int]:
        """See ``makeup.frame.fit.Counts``: nothing is known of that before they are counted."""
        return 0, places_in(legs)

    def fitted(self, legs: Sequence[Leg], heights: Sequence[int], limit: int, white: White) -> Fitted | None:
        """See ``makeup.frame.fit.Counts``."""
        total, boundaries = sum(heights), parted_at(legs, heights)
        widths, keeps = widths_in(legs, slots_in(legs, heights)), self.galley.keeps
        states: Mapping[int, tuple[float, Any]] = {0: (0.0, None)}
        for index in range(len(keeps)):
            following: dict[int, tuple[float, Any]] = {}
            for used, (cost, chain) in states.items():
                for option in self.options(index, widths, used, used in boundaries, limit, white):
                    end = used + option.lines
                    new = cost + option.cost + meeting_cost(used, option, boundaries, keeps[index])
                    if end <= total and (end not in following or new < following[end][0]):
                        following[end] = (new, (chain, option))
            states = following
        if total not in states:
            return None
        cost, chain = states[total]
        uneven = tuple(heights) != level([len(leg.rows) for leg in legs], total)
        return Fitted(unchained(chain), cost + UNEVEN_COST * uneven, total)

    def options(
        self, index: int, widths: Sequence[Length], used: int, at_top: bool, limit: int, white: White
    ) -> Iterator[Choice]:
        """The ways to set a paragraph after so many lines, with every white that may stand above it."""
        paragraph = self.galley.paragraphs[index]
        whites = paragraph.whites(not index, at_top)
        for blank in whites:
            for way in self.ways(index, self.from_line(widths, used + blank, paragraph), limit):
                yield way.below(blank) if blank else way
        for blank in range(max(whites) + 1, white.rows + 1):
            way = self.ways(index, self.from_line(widths, used + blank, paragraph), 0)[0]
            if white.above(self.galley.keeps, index, way.lines):
                yield way.below(blank)

    def ways(self, index: int, measure: Length | Widths, limit: int) -> tuple[Choice, ...]:
        """The ways to set a paragraph at measures, looked for once."""
        key = index, measure, limit
        if key not in self.known:
            self.known[key] = self.galley.paragraphs[index].ways(measure, limit)
        return self.known[key]

    def from_line(self, widths: Sequence[Length], used: int, paragraph: GalleyParagraph) -> Length | Widths:
        """The measures of a paragraph's lines that begins after so many; one for all where they do not differ."""
        wanted, first = 2 * paragraph.prepared.width + 4 * self.rest, []
        for width in widths[used:]:
            first.append(width)
            wanted -= width
            if wanted < 0:
                break
        while first and first[-1] == self.rest:
            first.pop()
        return Widths(tuple(first), self.rest) if first else self.rest

    def poured(self, legs: Sequence[Leg], limit: int, shortest: bool) -> Iterator[Choice]:
        """The choice of each paragraph where all legs are filled one after another."""
        slots = slots_in(legs, [len(leg.rows) for leg in legs])
        widths, used = widths_in(legs, slots), 0
        ends = {*accumulate(len(leg.rows) for leg in legs)}
        for index in range(len(self.galley.paragraphs)):
            options = [*self.options(index, widths, used, used in ends, limit, White())]
            chosen = min(options, key=lambda c: (c.lines, c.cost)) if shortest else options[0]
            used += chosen.lines
            yield chosen

    def shortest(self, legs: Sequence[Leg], limit: int) -> tuple[Choice, ...]:
        """See ``makeup.frame.fit.Counts``."""
        return tuple(self.poured(legs, limit, shortest=True))

    def natural(self, legs: Sequence[Leg]) -> int:
        """See ``makeup.frame.fit.Counts``."""
        return sum(choice.lines for choice in self.poured(legs, 0, shortest=False))

    def shares(self, legs: Sequence[Leg], total: int) -> tuple[int, ...]:
        """See ``makeup.frame.fit.Counts``: one leg after another, since lines elsewhere would have other measures."""
        ends = [*accumulate((len(leg.rows) for leg in legs), initial=0)]
        return tuple(max(0, min(total, end) - begin) for begin, end in pairwise(ends))

    def trials(self, legs: Sequence[Leg], natural: int) -> Iterator[tuple[int, ...]]:
        """See ``makeup.frame.fit.Counts``; copy is of fewer lines in wide legs than in narrow ones."""
        capacities = [len(leg.rows) for leg in legs]
        narrow, *_, wide = sorted([leg.measure for leg in (*legs, *legs)])
        least, most = natural * narrow // wide - DRIFT, natural * wide // narrow + DRIFT
        for total in range(max(1, least), min(most, places_in(legs)) + 1):
            yield level(capacities, total)
        yield self.shares(legs, natural)

    def measure(
        self, legs: Sequence[Leg], slots: Sequence[Slot], used: int, paragraph: GalleyParagraph
    ) -> Length | Widths:
        """See ``makeup.frame.fit.Counts``."""
        return self.from_line(widths_in(legs, slots), used, paragraph)


def widths_in(legs: Sequence[Leg], slots: Sequence[Slot]) -> list[Length]:
    """The measure of every line that legs have room for."""
    return [legs[leg].measure - indent - lack for leg, _, indent, lack in slots]


def meeting_cost(used: int, option: Choice, boundaries: Sequence[int], keep: Keep) -> float:
    """What it costs that a paragraph that begins after so many lines meets the ends of legs."""
    begin = used + option.blank
    at_top = any(used <= boundary < begin for boundary in boundaries)
    return break_cost(begin, used + option.lines, boundaries, keep) + WHITE_AT_TOP_COST * at_top


def unchained(chain: Any) -> tuple[Choice, ...]:
    """The choices of a chain, the first one first."""
    choices: list[Choice] = []
    while chain is not None:
        chain, choice = chain
        choices.append(choice)
    return tuple(reversed(choices))
