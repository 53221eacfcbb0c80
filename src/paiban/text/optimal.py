"""The paragraph-wide breaker: the cheapest way to break all of a paragraph, by dynamic programming.

After Knuth and Plass, over the breaks of the prepared paragraph. A state is a break reached, how tight the line before
it was (only as far as ``badness.BETWEEN`` can tell) and, where lines differ in length, the number of lines so far.
States are gone on from in the order of what they cost (Dijkstra), so that the first way to the end is the cheapest. A
paragraph that goes on after ``MOST_LINES`` is searched up to there, its rest broken line by line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import repeat
from operator import itemgetter, sub

from paiban.text.badness import BETWEEN, DEARER, KINDS, NEVER, NONE, Line, LineCosts
from paiban.text.greedy import greedy
from paiban.text.linerange import Measures
from paiban.text.prepared import Prepared
from paiban.units import Length

Trail = tuple[int, "Trail | None"]
"""Where the last line of a way begins, and the trail to there."""

Node = tuple[float, int, int, Trail | None, int]
"""A way to a state: its cost and lines so far, the start reached, its trail and the kind of its last line."""

_Stand = tuple[list[Node], list[Line], Iterator[Line]]
"""A start that was reached, after some lines where they count: the ways to it, the cheapest first, and the lines from
it, those that were worked out and those that were not."""

DEAREST_LINE = 1_260.0
"""The most that a line may cost where a number of lines is asked for: less than one of a quarter of an em a place,
which is reported."""

_LOOSEST = 0.8
"""How much of its measure a line fills at least that is no dearer."""

MOST_LINES = 20_000
"""Lines that are looked at in one paragraph; one of 400 characters in a paper has two hundred. Where so many were, the
way that came furthest goes on with the cheapest line each time, so that absurd copy ends."""


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
    best = _search(LineCosts(prepared, tracking), measures)
    return _ends(best, prepared.breaks) if best else greedy(prepared, measures, tracking)


def _by_one(prepared: Prepared, measures: Measures, tracking: int, natural: Sequence[int]) -> list[int]:
    """The ends of the cheapest lines, one more than ``natural`` or one less as ``tracking`` has it, of which none is
    dearer than bearable; none at all if there are none."""
    lines = len(natural) + (1 if tracking > 0 else -1)
    costs = LineCosts(prepared, tracking)
    if tracking < 0 and not _goes_into(costs, measures, lines):
        return []
    bounds = _Bounds(costs, measures, lines, natural)
    best = _search(costs, measures, bounds)
    return _ends(best, prepared.breaks) if best else []


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
        reached = max([costs.furthest(start, measure) for start in range(max(0, reached - 2), reached + 1)])
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
        self.lines = lines
        self._natural = [bisect_right(natural, begin) for begin in costs.begins]

    def admit(self, start: int, lines: int) -> bool:
        """Whether the rest of the paragraph from ``start`` on can fill what is left after so many lines."""
        if lines >= self.lines or abs(lines - self._natural[start]) > 1:
            return False
        room = self._rooms[lines]
        return self._least[start] <= room and self._widths[start] >= _LOOSEST * (room - self._last)


def _ends(last: Node, breaks: tuple[int, ...]) -> list[int]:
    ends: list[int] = []
    end, trail = last[2], last[3]
    while trail is not None:
        ends.append(breaks[end - 1])
        end, trail = trail
    return ends[::-1]


def _search(costs: LineCosts, measures: Measures, bounds: _Bounds | None = None) -> Node | None:
    """The cheapest way to the paragraph's end, by as many lines as ``bounds`` ask for; None where there is none.

    States are settled from the cheapest on, so that nothing is looked at that is dearer than the cheapest way. A line
    is worked out when all that is cheaper is settled: till then a node of -1 lines stands for it. Of ways that cost the
    same that of fewer lines counts, then that whose last lines begin earlier. Starts are numbered from 0, the
    paragraph's beginning; start ``i`` is break ``i - 1``.
    """
    count = len(costs.ends)
    dearest = DEAREST_LINE if bounds else NEVER
    row = count + 1 if callable(measures.rest) or bounds else 0
    waiting: list[Node] = [(0.0, 0, 0, None, NONE)]
    cheapest: dict[int, float] = {NONE: 0.0}
    stands: dict[int, _Stand] = {}
    looked = 0
    while waiting:
        node = heappop(waiting)
        cost, lines, place, _, kind = node
        if lines >= 0:
            start, place = place, row * lines + place
            if cheapest[KINDS * place + kind] < cost:
                continue
            cheapest[KINDS * place + kind] = -1.0
            if start == count and (bounds is None or lines == bounds.lines):
                return node
            found = stands.get(place)
            if found is not None:
                best = found[0][0]
                if cost <= best[0] + DEARER[KINDS * best[4] + kind]:
                    found[0].append(node)
                    _follow(waiting, cheapest, (node,), found[1], row)
                continue
            if bounds and (start == count or not bounds.admit(start, lines)):
                continue
            stands[place] = [node], [], costs.lines_from(start, measures.at(lines), dearest)
        fresh, dearer = _worked_out(stands[place], cost)
        if dearer < NEVER:
            heappush(waiting, (dearer, -1, place, None, NONE))
        _follow(waiting, cheapest, stands[place][0], fresh, row)
        looked += len(fresh)
        if looked > MOST_LINES:
            furthest = max([stand[0][0] for stand in stands.values()], key=itemgetter(2))
            return _line_by_line(costs, measures, furthest) if bounds is None else None
    return None


def _worked_out(stand: _Stand, cost: float) -> tuple[list[Line], float]:
    """The next lines from a start, on which no way need be dearer than ``cost``, and what one on those after them costs
    at least: ``NEVER`` where there are none."""
    nodes, known, more = stand
    least, fresh, dearer = nodes[0][0], [], NEVER
    for line in more:
        if line[1] < NEVER:
            fresh.append(line)
        dearer = least + line[3]
        if dearer > cost:
            known += fresh
            return fresh, dearer
    known += fresh
    return fresh, NEVER


def _follow(
    waiting: list[Node], cheapest: dict[int, float], nodes: Sequence[Node], lines: Iterable[Line], row: int
) -> None:
    """Let what the ``lines`` from a start make of the ways to it wait, where nothing cheaper is known."""
    for node in nodes:
        cost, number, start, before, kind = node
        number += 1
        trail = start, before
        for end, line_cost, line_kind, _ in lines:
            total = cost + line_cost + BETWEEN[KINDS * kind + line_kind]
            state = KINDS * (row * number + end) + line_kind
            if total <= cheapest.get(state, NEVER):
                cheapest[state] = total
                heappush(waiting, (total, number, end, trail, line_kind))


def _line_by_line(costs: LineCosts, measures: Measures, node: Node) -> Node | None:
    """The way that goes on from a state by the cheapest line each time; None where nothing fits a line."""
    while node[2] < len(costs.ends):
        cost, lines, start, trail, before = node
        found = costs.lines_from(start, measures.at(lines), NEVER)
        end, line_cost, kind, _ = min(found, key=itemgetter(1), default=(0, NEVER, NONE, 0.0))
        if line_cost == NEVER:
            return None
        node = (cost + line_cost + BETWEEN[KINDS * before + kind], lines + 1, end, (start, trail), kind)
    return node
