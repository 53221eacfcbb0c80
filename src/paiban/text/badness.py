"""What a line costs. Named constants, each with its reason; the paragraph-wide breaker minimises their sum.

Costs are without unit: a line stretched by ⅛ em a place, the most that a reader does not see, costs 100 and a little.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from paiban.text.linerange import Measures, characters, tracked_sums
from paiban.text.prepared import Prepared
from paiban.text.spacing import LOOSE
from paiban.units import Length

STRETCH = 100.0
"""At ⅛ em a place. Grows with the cube, as in Knuth and Plass: one bad line is worse than several fair ones."""

STRETCH_LINEAR = 150.0
"""At ⅛ em a place. Han is set solid, so that any stretch is seen against its neighbours: unlike in Latin setting a
little on each line is not free. With the cube alone the mean stretch would be worse than the greedy breaker's."""

GIVEN = 3.0
"""An em taken by word spaces and CJK–Latin gaps: nearly free, since no two of them need to look alike."""

SQUEEZE = 12.0
"""A line squeezed as far as it goes. Marks on half an em are usual in newspapers, wide Han is not."""

CONSECUTIVE = 60.0
"""A loose line after a loose line: they make a light patch."""

CLASH = 1.0
"""A squeezed line next to a stretched one: dark beside light."""

ALIKE = 2.0
"""Two lines in a row squeezed, or stretched: a patch begins that is darker, or lighter, than the rest."""

ORPHAN = 2_000.0
"""A last line of fewer than two characters (孤字): more than any one bearable line, since readers see it at once."""

_LOOSE = float(LOOSE)


SQUEEZED, NATURAL, STRETCHED, LOOSE_LINE = -1, 0, 1, 2
"""Kinds of lines, as far as two following each other cost anything."""

BETWEEN: dict[int, float] = {-2: CLASH, -1: CLASH, 1: ALIKE, 2: ALIKE, 4: CONSECUTIVE}
"""What two lines cost that follow each other, by the product of their kinds (1 is also two squeezed ones)."""


class LineCosts:
    """The cost of any line of one paragraph at one tracking.

    Breaks are numbered from 0; start ``i`` is the paragraph's beginning for 0, else break ``i - 1``. For a line from
    start ``i`` to break ``j``, what belongs to its beginning and to its end stands ready in ``starts`` and ``ends``.
    """

    def __init__(self, prepared: Prepared, tracking: int = 0) -> None:
        sums, tails = tracked_sums(prepared, tracking)
        breaks = prepared.breaks
        begins = (0, *breaks[:-1])
        self.prepared = prepared
        self.begins = begins
        self.starts = [sums[i] + prepared.heads[i] for i in begins]
        self.ends = [sums[i] - tails[i - 1] for i in breaks]
        self._before = [prepared.open_sums[i] for i in begins]
        self._until = [prepared.open_sums[i - 1] for i in breaks]
        give = prepared.stretches or (0,) * (prepared.count + 1)
        self._given_before = [give[i] for i in begins]
        self._given_until = [give[i - 1] for i in breaks]
        self._squeezes, self._has_give = prepared.squeezes, prepared.stretches is not None
        self._soft, self._leads = prepared.soft, prepared.leads
        self._prices = [self._soft[i].price if i in self._soft else 0.0 for i in breaks] if self._soft else None
        self._size = prepared.style.size

    def lines_from(self, start: int, measure: Length, most: float) -> list[tuple[int, float, int]]:
        """The lines from ``start`` that fit ``measure`` and cost at most ``most``: (next start, cost, kind)."""
        limit = measure + self.starts[start]
        full = bisect_right(self.ends, limit, start)
        found = []
        for end in range(full, len(self.ends)):
            line = self.line(start, end, limit - self.ends[end])
            if line is None:
                break
            if line[0] <= most:
                found.append((end + 1, *line))
        if full == len(self.ends) or self.prepared.hyphens:
            self._one_by_one(start, full, limit, most, found)
        else:
            self._stretched(start, full - 1, limit, most, found)
        return found

    def _one_by_one(
        self, start: int, full: int, limit: Length, most: float, found: list[tuple[int, float, int]]
    ) -> None:
        """Append the lines from ``start`` to breaks before ``full``; with hyphens about, none is surely too dear."""
        for end in range(full - 1, start - 1, -1):
            line = self.line(start, end, limit - self.ends[end])
            if line is not None and line[0] <= most:
                found.append((end + 1, *line))
            elif line is not None and end + 1 < len(self.ends) and not self._soft:
                break

    def _stretched(
        self, start: int, last: int, limit: Length, most: float, found: list[tuple[int, float, int]]
    ) -> None:
        """Append the lines from ``start`` to break ``last`` or earlier, none of which ends a paragraph or has a hyphen.

        The same as ``line`` for each, without a call for each: half of the breaker's time is spent here.
        """
        ends, until, before, size = self.ends, self._until, self._before[start], self._size
        given_until, given_before, prices = self._given_until, self._given_before[start], self._prices
        for end in range(last, start - 1, -1):
            slack = limit - ends[end]
            if not slack:
                cost, kind = 0.0, NATURAL
            else:
                given = min(slack, given_until[end] - given_before)
                each = (slack - given) / ((until[end] - before or 1) * size)
                relative = each / _LOOSE
                cost = GIVEN * given / size + (STRETCH_LINEAR * relative + STRETCH * relative * relative * relative)
                kind = LOOSE_LINE if each > _LOOSE else STRETCHED
                if cost > most:
                    return
            if prices:
                cost += prices[end]
            if cost <= most:
                found.append((end + 1, cost, kind))

    def line(self, start: int, end: int, slack: Length) -> tuple[float, int] | None:
        """Cost and kind of the line from ``start`` to break ``end`` with ``slack`` to spare; None if it is too long."""
        first, last = self.begins[start], self.prepared.breaks[end]
        extra = self._soft[last].price if last in self._soft else 0.0
        if end + 1 == len(self.ends):
            extra += ORPHAN if start and characters(self.prepared, first, last) < 2 else 0.0
            if slack >= 0:
                return extra, NATURAL
        if slack < 0:
            most = self._squeezes[last - 1] - self._squeezes[first] if self._squeezes else 0
            if first in self._leads:
                most += self._leads[first]
            return (SQUEEZE * -slack / most + extra, SQUEEZED) if -slack <= most else None
        if not slack:
            return extra, NATURAL
        if self._has_give:
            given = min(slack, self._given_until[end] - self._given_before[start])
            extra += GIVEN * given / self._size
            slack -= given
        each = slack / ((self._until[end] - self._before[start] or 1) * self._size)
        relative = each / _LOOSE
        extra += STRETCH_LINEAR * relative + STRETCH * relative * relative * relative
        return extra, LOOSE_LINE if each > _LOOSE else STRETCHED


def paragraph_cost(prepared: Prepared, ends: Sequence[int], measures: Measures, tracking: int = 0) -> float:
    """The cost of a whole paragraph broken at ``ends``; infinite if a line does not fit."""
    if not prepared.count:
        return 0.0
    costs = LineCosts(prepared, tracking)
    index = {place: i for i, place in enumerate(prepared.breaks)}
    total, kind, start = 0.0, NATURAL, 0
    for number, place in enumerate(ends):
        end = index.get(place)
        if end is None:
            return float("inf")
        line = costs.line(start, end, measures.at(number) + costs.starts[start] - costs.ends[end])
        if line is None:
            return float("inf")
        total += line[0] + (BETWEEN[kind * line[1]] if kind and line[1] else 0.0)
        kind, start = line[1], end + 1
    return total
