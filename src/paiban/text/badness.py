"""What a line costs. Named constants, each with its reason; the paragraph-wide breaker minimises their sum.

Costs are without unit: a line stretched by ⅛ em a place, the most that a reader does not see, costs 100 and a little.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.text.linebreak import Room, characters, tracked_sums
from paiban.text.prepared import Prepared
from paiban.text.spacing import LOOSE
from paiban.units import Length

STRETCH = 100.0
"""At ⅛ em a place. Grows with the cube, as in Knuth and Plass: one bad line is worse than several fair ones."""

STRETCH_LINEAR = 40.0
"""At ⅛ em a place. Han lines are set solid, so that any stretch is seen against its neighbours: unlike in Latin setting
a little on each line is not free, and the cube alone would spread it."""

GIVEN = 6.0
"""An em taken by word spaces and CJK–Latin gaps: nearly free, since no two of them need to look alike."""

SQUEEZE = 30.0
"""A line squeezed as far as it goes. Less than a loose line: marks on half an em are usual in newspapers."""

CONSECUTIVE = 60.0
"""A loose line after a loose line: they make a light patch."""

ORPHAN = 2_000.0
"""A last line of fewer than two characters (孤字): more than any one bearable line, since readers see it at once."""

CLASH = 15.0
"""A squeezed line next to a stretched one: dark beside light."""

_LOOSE = float(LOOSE)


def stretch_cost(each: float) -> float:
    """The cost of ``each`` em between characters."""
    relative = each / _LOOSE
    return STRETCH_LINEAR * relative + STRETCH * relative * relative * relative


class LineCosts:
    """The cost of any line of one paragraph at one tracking."""

    def __init__(self, prepared: Prepared, tracking: int = 0) -> None:
        self.sums, self.tails = tracked_sums(prepared, tracking)
        self._prepared = prepared
        self._heads, self._places = prepared.heads, prepared.place_sums
        self._room, self._give = prepared.room, prepared.give
        self._size = prepared.style.size
        self._count = prepared.count
        self._soft = prepared.soft

    def line(self, start: int, end: int, measure: Length) -> tuple[float, float] | None:
        """Cost and tightness of clusters ``start`` … ``end`` in ``measure``; None if they do not fit.

        The tightness is what each place is stretched by in em, or -1 for a squeezed line.
        """
        slack = measure + self.sums[start] + self._heads[start] - self.sums[end] + self.tails[end - 1]
        soft = self._soft.get(end, 0.0) if self._soft else 0.0
        if slack < 0:
            room = self._room[end - 1] - self._room[start] if self._room else 0
            if -slack > room:
                return None
            cost = SQUEEZE * -slack / room + soft
            return (cost + self._orphan(start), -1.0) if end == self._count else (cost, -1.0)
        if end == self._count:
            return self._orphan(start), 0.0
        given = 0
        if self._give and slack:
            given = min(slack, self._give[end - 1] - self._give[start])
        each = (slack - given) / (max(1, self._places[end - 1] - self._places[start]) * self._size)
        return stretch_cost(each) + GIVEN * given / self._size + soft, each

    def _orphan(self, start: int) -> float:
        return ORPHAN if start and characters(self._prepared, start, self._count) < 2 else 0.0


def between(before: float, after: float) -> float:
    """The cost of two tightnesses following each other."""
    if before > _LOOSE and after > _LOOSE:
        return CONSECUTIVE
    return CLASH if (before < 0 < after) or (after < 0 < before) else 0.0


def paragraph_cost(prepared: Prepared, ends: Sequence[int], room: Room, tracking: int = 0) -> float:
    """The cost of a whole paragraph broken at ``ends``; infinite if a line does not fit."""
    costs = LineCosts(prepared, tracking)
    total, before, start = 0.0, 0.0, 0
    for line, end in enumerate(ends):
        found = costs.line(start, end, room.at(line))
        if found is None:
            return float("inf")
        total += found[0] + between(before, found[1])
        before, start = found[1], end
    return total
