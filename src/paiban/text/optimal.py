"""The paragraph-wide breaker: the cheapest way to break all of a paragraph, by dynamic programming.

After Knuth and Plass, over the breaks of the prepared paragraph. A state is a break reached, how tight the line before
it was (only as far as ``badness.between`` can tell) and, where lines differ in length or a number of lines is asked
for, the number of lines so far. Lines looser than a threshold are left out at first; since such a line alone costs at
least ``stretch_cost(threshold)``, a cheaper paragraph found without them is the cheapest of all.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from paiban.text.badness import LineCosts, between, stretch_cost
from paiban.text.linebreak import Room, greedy
from paiban.text.prepared import Prepared
from paiban.text.spacing import LOOSE
from paiban.units import Length

THRESHOLDS = (0.25, 1.0, float("inf"))
"""Stretch in em a place that lines may have, tried one after another."""

_LOOSE = float(LOOSE)


class Node(NamedTuple):
    """The cheapest way to a break: its cost and lines so far, the break, how tight its last line is, the way before."""

    cost: float
    lines: int
    end: int
    tightness: float
    before: Node | None


def optimal(prepared: Prepared, room: Room, tracking: int = 0, looseness: int = 0) -> list[int]:
    """The ends of the lines. Where nothing fits at all, the greedy breaker's last resorts."""
    costs = LineCosts(prepared, tracking)
    counted = bool(looseness) or callable(room.rest)
    for threshold in THRESHOLDS:
        finals = _search(prepared, costs, room, threshold, counted)
        if not finals:
            continue
        best = min(finals, key=lambda node: (node.cost, node.lines))
        wanted = best.lines + looseness
        if looseness:
            best = min(finals, key=lambda node: (abs(node.lines - wanted), node.cost))
        if best.cost <= stretch_cost(threshold) and best.lines == wanted:
            return _ends(best)
    return _ends(best) if finals else greedy(prepared, room, tracking)


def _ends(node: Node | None) -> list[int]:
    ends = []
    while node is not None and node.end:
        ends.append(node.end)
        node = node.before
    return ends[::-1]


def _search(prepared: Prepared, costs: LineCosts, room: Room, threshold: float, counted: bool) -> list[Node]:
    """Every undominated way to the paragraph's end with no line looser than ``threshold``."""
    count = prepared.count
    table: dict[int, dict[tuple[int, int], Node]] = {0: {(0, 0): Node(0.0, 0, 0, 0.0, None)}}
    for start in (0, *prepared.breaks[:-1]):
        states = table.pop(start, None)
        if states is None:
            continue
        known: dict[Length, list[tuple[int, float, float]]] = {}
        for node in states.values():
            measure = room.at(node.lines)
            lines = known.get(measure)
            if lines is None:
                lines = known[measure] = _candidates(prepared, costs, start, measure, threshold)
            for end, cost, tightness in lines:
                total = node.cost + cost + between(node.tightness, tightness)
                key = (node.lines + 1 if counted else 0, _kind(tightness))
                reached = table.setdefault(end, {})
                rival = reached.get(key)
                if rival is None or (total, node.lines + 1) < (rival.cost, rival.lines):
                    reached[key] = Node(total, node.lines + 1, end, tightness, node)
    return list(table.get(count, {}).values())


def _kind(tightness: float) -> int:
    """Tightnesses that ``between`` cannot tell apart are one state."""
    if tightness > _LOOSE:
        return 2
    return 1 if tightness > 0 else (0 if tightness == 0 else -1)


def _candidates(
    prepared: Prepared, costs: LineCosts, start: int, measure: Length, threshold: float
) -> list[tuple[int, float, float]]:
    """Where a line from ``start`` may end, with its cost and tightness: from the fullest to the loosest allowed."""
    breaks = prepared.breaks
    reach = measure + costs.sums[start] + prepared.heads[start]
    full = bisect_right(costs.sums, reach, start + 1) - 1
    index = bisect_right(breaks, full)
    while index < len(breaks) and costs.line(start, breaks[index], measure) is not None:
        index += 1
    found = []
    for end in reversed(breaks[bisect_right(breaks, start) : index]):
        line = costs.line(start, end, measure)
        if line is None:
            continue
        if line[1] > threshold:
            break
        found.append((end, *line))
    return found
