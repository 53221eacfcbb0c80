"""The line counts that a paragraph can have, and the tracking that each needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial

from paiban.text.linebreak import count_lines
from paiban.text.linerange import Measure
from paiban.text.prepared import Prepared


def reachable(
    prepared: Prepared, measure: Measure, limit: int, count: Callable[[int], int] | None = None, more: bool = True
) -> Mapping[int, int]:
    """Line count → the smallest tracking (‰ of an em, either way) that gives it, within ``± limit``.

    Every entry was really broken. Fewer lines come from a negative tracking, more from a positive one, which is not
    looked for without ``more``. ``count`` says how many lines there are at a tracking, for who remembers that.
    """
    counted = cache(count or partial(count_lines, prepared, measure))
    natural = counted(0)
    found = {natural: 0}
    for sign in (-1, 1)[: 1 + more] if limit else ():
        _explore(counted, sign, limit, most_lines(prepared, counted, sign * limit), found)
    return dict(sorted(found.items()))


def most_lines(prepared: Prepared, count: Callable[[int], int], limit: int) -> int:
    """How many lines tracking up to a ``limit`` brings at most, or takes where that is negative; the paragraph-wide
    breaker is not asked for that."""
    return 1 if prepared.style.composition.breaker == "optimal" else abs(count(limit) - count(0))


def _explore(count: Callable[[int], int], sign: int, limit: int, most: int, found: dict[int, int]) -> None:
    """Find where the count changes between no tracking and ``sign * limit``, by halving; by ``most`` at most.

    The count does not fall as the tracking grows, so halving finds the smallest tracking of each count. A line less can
    seldom be had, and where the limit does not bring it nothing does.
    """
    natural = count(0)
    known = {0: natural, 1: count(sign)}
    if sign < 0 and known[1] == natural == count(-limit):
        return
    known[limit] = known[1] if abs(known[1] - natural) >= most else count(sign * limit)
    intervals = [(0, 1), (1, limit)]
    while intervals:
        low, high = intervals.pop()
        if known[low] == known[high]:
            continue
        if high - low == 1:
            lines = known[high]
            if abs(lines - natural) <= most and (lines not in found or abs(found[lines]) > high):
                found[lines] = sign * high
            continue
        middle = (low + high) // 2
        known[middle] = count(sign * middle)
        intervals += [(low, middle), (middle, high)]
