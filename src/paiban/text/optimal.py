"""The paragraph-wide breaker: the cheapest way to break all of a paragraph, by dynamic programming.

After Knuth and Plass, over the breaks of the prepared paragraph. A state is a break reached, how tight the line before
it was (only as far as ``badness.BETWEEN`` can tell) and, where lines differ in length, the number of lines so far. What
the greedy breaker would pay bounds the search from above, so that the result is exact and hopeless lines are never
followed. A paragraph that goes on after ``MOST_LINES`` is searched up to there, its rest broken line by line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, repeat
from operator import itemgetter, sub

from paiban.text.badness import BETWEEN, DEARER, KINDS, NONE, LineCosts, cost_of
from paiban.text.greedy import greedy
from paiban.text.linerange import Measures
from paiban.text.prepared import Prepared
from paiban.units import Length

Node = tuple[float, int, int, int, "Node | None"]
"""The cheapest way to a state: its cost and lines so far, the break reached, its last line's kind, the way before."""

DEAREST_LINE = 1_260.0
"""The most that a line may cost where a number of lines is asked for: less than one of a quarter of an em a place,
which is reported."""

_LOOSEST = 0.8
"""How much of its measure a line fills at least that is no dearer."""

SHORT = 3
"""Breaks that the last of some lines takes in which are to be alike: fewer are dear."""

MOST_LINES = 20_000
"""Lines that are looked at in one paragraph; one of 400 characters in a paper has a thousand. Where so many were, the
cheapest way so far goes on with the cheapest line each time, so that absurd copy ends."""


def optimal(prepared: Prepared, measures: Measures, tracking: int, natural: Sequence[int] | None = None) -> list[int]:
    """The ends of the lines. Where nothing fits at all, the greedy breaker's last resorts.

    Marks that give would take up a little tracking. So a paragraph that is tracked has a line more than without it
    (``natural`` are its ends then, looked for where they are not given), or a line less, where that can be. Where no
    line can be saved, its lines stay as they are.
    """
    if not prepared.count:
        return []
    if tracking:
        untracked = optimal(prepared, measures, 0) if natural is None else natural
        ends = _by_one(prepared, measures, tracking, untracked)
        if ends:
            return ends
        if tracking < 0:
            return list(untracked)
    first = greedy(prepared, measures, tracking)
    costs = LineCosts(prepared, tracking)
    finals = _search(costs, measures, cost_of(costs, first, measures))
    if not finals:
        return first
    return _ends(min(finals, key=lambda node: node[:2]), prepared.breaks)


def _by_one(prepared: Prepared, measures: Measures, tracking: int, natural: Sequence[int]) -> list[int]:
    """The ends of the cheapest lines, one more than ``natural`` or one less as ``tracking`` has it, of which none is
    dearer than bearable; none at all if there are none."""
    lines = len(natural) + (1 if tracking > 0 else -1)
    costs = LineCosts(prepared, tracking)
    if tracking < 0 and not _goes_into(costs, measures, lines):
        return []
    bounds = _Bounds(costs, measures, lines, natural)
    if not bounds.admit(0, 0):
        return []
    finals = _search(costs, measures, _bearable(costs, measures, lines, bounds), bounds)
    best = min((node for node in finals if node[1] == lines), key=lambda node: node[0], default=None)
    return _ends(best, prepared.breaks) if best else []


def _bearable(costs: LineCosts, measures: Measures, lines: int, bounds: _Bounds) -> float:
    """What so many lines cost that are as alike as breaks let them be and end in a short one: the cheapest cost no
    more. Infinite where one of them is none that is looked for."""
    last = len(costs.ends) - 1
    short = costs.ends[-1] - costs.starts[max(0, last - SHORT + 1)]
    rooms = sum(measures.at(line) for line in range(lines - 1))
    white = (rooms + short + costs.starts[0] - costs.ends[-1]) // max(1, lines - 1)
    total, kind, start, beyond = 0.0, NONE, 0, 0
    for line in range(lines):
        limit = costs.starts[start] + measures.at(line)
        wanted = limit - white - beyond
        full = max(start, costs.furthest(start, measures.at(line)) - 1)
        end = last if line == lines - 1 else min(full, _nearest(costs.ends, wanted, start))
        found = costs.line(start, end, limit - costs.ends[end]) if bounds.admit(start, line) else None
        if found is None or found[0] > DEAREST_LINE or (end == last and line < lines - 1):
            return float("inf")
        total += found[0] + BETWEEN[KINDS * kind + found[1]]
        kind, start, beyond = found[1], end + 1, costs.ends[end] - wanted
    return total


def _nearest(ends: list[Length], wanted: Length, start: int) -> int:
    """The break from ``start`` on that is nearest to where a line should end."""
    after = bisect_right(ends, wanted, start)
    if after == len(ends):
        return after - 1
    return after - 1 if after > start and wanted - ends[after - 1] <= ends[after] - wanted else after


def _goes_into(costs: LineCosts, measures: Measures, lines: int) -> bool:
    """Whether all goes into so many lines, each as full as it may be squeezed.

    A line that begins further on ends no earlier, but for an opening bracket at its beginning, which may be narrower
    there: so those that begin two breaks before are asked too.
    """
    if costs.ends[-1] - costs.starts[0] - costs.squeezable > sum(map(measures.at, range(lines))):
        return False
    reached = 0
    for line in range(lines):
        measure = measures.at(line)
        reached = max(costs.furthest(start, measure) for start in range(max(0, reached - 2), reached + 1))
        if reached == len(costs.ends):
            return True
    return False


class _Bounds:
    """Which starts a paragraph of ``lines`` lines can come to after how many of them: one more or less than by
    ``natural``, and what follows has to fill the rest of the lines, none of them too loosely, and to fit in."""

    def __init__(self, costs: LineCosts, measures: Measures, lines: int, natural: Sequence[int]) -> None:
        each = [measures.at(line) for line in range(lines)]
        self._rooms = [sum(each[line:]) for line in range(lines + 1)]
        self._last = each[-1] if each else 0
        self._widths: list[Length] = list(map(sub, repeat(costs.ends[-1]), costs.starts))
        self._least: list[Length] = list(map(sub, self._widths, costs.squeezable_from()))
        self._lines = lines
        self._natural = [bisect_right(natural, begin) for begin in costs.begins]

    def admit(self, start: int, lines: int) -> bool:
        """Whether the rest of the paragraph from ``start`` on can fill what is left after so many lines."""
        if lines >= self._lines or abs(lines - self._natural[start]) > 1:
            return False
        room = self._rooms[lines]
        return self._least[start] <= room and self._widths[start] >= _LOOSEST * (room - self._last)


def _ends(last: Node, breaks: tuple[int, ...]) -> list[int]:
    ends: list[int] = []
    node: Node | None = last
    while node is not None and node[2]:
        ends.append(breaks[node[2] - 1])
        node = node[4]
    return ends[::-1]


def _search(costs: LineCosts, measures: Measures, bound: float, bounds: _Bounds | None = None) -> list[Node]:
    """Every undominated way to the paragraph's end that costs no more than ``bound`` and that ``bounds`` admit.

    Starts are numbered from 0, the paragraph's beginning; start ``i`` is break ``i - 1``.
    """
    count = len(costs.ends)
    counted = callable(measures.rest) or bounds is not None
    dearest = DEAREST_LINE if bounds else float("inf")
    table: list[dict[int, Node]] = [{} for _ in range(count + 1)]
    table[0][NONE] = (0.0, 0, 0, NONE, None)
    slack = bound + 1e-9
    first, rest = measures
    looked = 0
    for start in range(count):
        states = table[start]
        if not states:
            continue
        if looked > MOST_LINES:
            reached = min(chain.from_iterable(map(dict.values, table[start:])), key=itemgetter(0))
            return _line_by_line(costs, measures, reached) if bounds is None else []
        table[start] = {}
        best = min(states.values())
        least = best[0]  # it has the most left to spend
        bests = _bests(states) if counted else {}
        by_measure: dict[Length, list[tuple[int, float, int]]] = {}
        for node in states.values():
            cost, lines, _, kind, _ = node
            rival = bests[lines] if counted else best
            if cost > rival[0] + DEARER[KINDS * rival[3] + kind] or (bounds and not bounds.admit(start, lines)):
                continue
            measure = first if not lines else rest(lines) if callable(rest) else rest
            found = by_measure.get(measure)
            if found is None:
                found = costs.lines_from(start, measure, min(slack - least, dearest))
                looked += len(found) + 1
                by_measure[measure] = found
            row = KINDS * kind
            for end, line_cost, line_kind in found:
                total = cost + line_cost + BETWEEN[row + line_kind]
                if total > slack:
                    continue
                key = KINDS * (lines + 1) + line_kind if counted else line_kind
                known = table[end].get(key)
                if known is None or total < known[0] or (total == known[0] and lines + 1 < known[1]):
                    table[end][key] = (total, lines + 1, end, line_kind, node)
    return list(table[count].values())


def _line_by_line(costs: LineCosts, measures: Measures, node: Node) -> list[Node]:
    """The way that goes on from a state by the cheapest line each time; none where nothing fits a line."""
    while node[2] < len(costs.ends):
        cost, lines, start, before, _ = node
        found = costs.lines_from(start, measures.at(lines), float("inf"))
        if not found:
            return []
        end, line_cost, kind = min(found, key=itemgetter(1))
        node = (cost + line_cost + BETWEEN[KINDS * before + kind], lines + 1, end, kind, node)
    return [node]


def _bests(states: dict[int, Node]) -> dict[int, Node]:
    """The cheapest of the ways to a break that take as many lines, by their number."""
    found: dict[int, Node] = {}
    for node in states.values():
        known = found.get(node[1])
        if known is None or node[0] < known[0]:
            found[node[1]] = node
    return found
