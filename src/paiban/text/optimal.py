"""The paragraph-wide breaker: the cheapest way to break all of a paragraph, by dynamic programming.

After Knuth and Plass, over the breaks of the prepared paragraph. A state is a break reached, how tight the line before
it was (only as far as ``badness.BETWEEN`` can tell) and, where lines differ in length, the number of lines so far. What
the greedy breaker would pay bounds the search from above, so that the result is exact and hopeless lines are never
followed.
"""

from __future__ import annotations

from paiban.text.badness import BETWEEN, LineCosts, paragraph_cost
from paiban.text.greedy import greedy
from paiban.text.linerange import Measures
from paiban.text.prepared import Prepared
from paiban.units import Length

Node = tuple[float, int, int, int, "Node | None"]
"""The cheapest way to a state: its cost and lines so far, the break reached, its last line's kind, the way before."""

_MOST_BETWEEN = max(BETWEEN.values())


def optimal(prepared: Prepared, measures: Measures, tracking: int) -> list[int]:
    """The ends of the lines. Where nothing fits at all, the greedy breaker's last resorts."""
    if not prepared.count:
        return []
    costs = LineCosts(prepared, tracking)
    first = greedy(prepared, measures, tracking)
    bound = paragraph_cost(prepared, first, measures, tracking)
    finals = _search(costs, measures, bound)
    if not finals:
        return first
    return _ends(min(finals, key=lambda node: node[:2]), prepared.breaks)


def _ends(last: Node, breaks: tuple[int, ...]) -> list[int]:
    ends: list[int] = []
    node: Node | None = last
    while node is not None and node[2]:
        ends.append(breaks[node[2] - 1])
        node = node[4]
    return ends[::-1]


def _search(costs: LineCosts, measures: Measures, bound: float) -> list[Node]:
    """Every undominated way to the paragraph's end that costs no more than ``bound``.

    Starts are numbered from 0, the paragraph's beginning; start ``i`` is break ``i - 1``.
    """
    count = len(costs.ends)
    counted = callable(measures.rest)
    table: list[dict[int, Node]] = [{} for _ in range(count + 1)]
    table[0][0] = (0.0, 0, 0, 0, None)
    slack = bound + 1e-9
    for start in range(count):
        states = table[start]
        if not states:
            continue
        table[start] = {}
        least = min(states.values())[0] + _MOST_BETWEEN
        by_measure: dict[Length, list[tuple[int, float, int]]] = {}
        for node in states.values():
            cost, lines, _, kind, _ = node
            if cost >= least and not counted:
                continue
            measure = measures.at(lines)
            found = by_measure.get(measure)
            if found is None:
                found = by_measure[measure] = costs.lines_from(start, measure, slack - cost)
            for end, line_cost, line_kind in found:
                total = cost + line_cost
                if kind and line_kind:
                    total += BETWEEN[kind * line_kind]
                if total > slack:
                    continue
                key = 4 * lines + 4 + line_kind if counted else line_kind
                rival = table[end].get(key)
                if rival is None or total < rival[0] or (total == rival[0] and lines + 1 < rival[1]):
                    table[end][key] = (total, lines + 1, end, line_kind, node)
    return list(table[count].values())
