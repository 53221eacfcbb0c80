"""The line counts that a paragraph can have, and the tracking that each needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from paiban.text.linebreak import count_lines
from paiban.text.linerange import Measure
from paiban.text.prepared import Prepared


def reachable(prepared: Prepared, measure: Measure, limit: int) -> Mapping[int, int]:
    """Line count → the smallest tracking (‰ of an em, either way) that gives it, within ``± limit``.

    Every entry was really broken. Fewer lines come from a negative tracking, more from a positive one.
    """

    def count(tracking: int) -> int:
        return count_lines(prepared, measure, tracking)

    natural = count(0)
    found = {natural: 0}
    for sign in (-1, 1):
        _explore(count, sign, limit, natural, found)
    return dict(sorted(found.items()))


def _explore(count: Callable[[int], int], sign: int, limit: int, natural: int, found: dict[int, int]) -> None:
    """Find where the count changes between no tracking and ``sign * limit``, by halving.

    The greedy count never falls as the tracking grows, so halving finds the smallest tracking of each count.
    """
    known = {0: natural, limit: count(sign * limit)} if limit else {0: natural}
    intervals = [(0, limit)] if limit else []
    while intervals:
        low, high = intervals.pop()
        if known[low] == known[high]:
            continue
        if high - low == 1:
            lines = known[high]
            if lines not in found or abs(found[lines]) > high:
                found[lines] = sign * high
            continue
        middle = (low + high) // 2
        known[middle] = count(sign * middle)
        intervals += [(low, middle), (middle, high)]
