"""A line as a range of clusters, the measures of a paragraph's lines, and how many characters a line holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import repeat
from operator import add, mul

from paiban.text.charclass import UNCOUNTED
from paiban.text.prepared import Prepared
from paiban.text.slack import level
from paiban.units import Length
from paiban.value import NamedTuple

Measure = Length | Callable[[int], Length]
"""What a line has: one length, or a function from a line's number (from 0) to its length."""


class LineRange(NamedTuple):
    """One line: clusters ``first`` … ``last`` (exclusive) and the tracking it was broken with, in ‰ of an em.

    ``skipped`` clusters after it are a break that the editor typed: they belong to the line's copy and are not drawn.
    """

    first: int
    last: int
    tracking: int = 0
    skipped: int = 0


class Measures(NamedTuple):
    """The measure of each line of a paragraph: ``first`` for line 0, ``rest`` for the others."""

    first: Length
    rest: Measure

    def at(self, line: int) -> Length:
        """The measure of line ``line``."""
        if not line:
            return self.first
        return self.rest(line) if callable(self.rest) else self.rest


def tracked_sums(prepared: Prepared, tracking: int) -> tuple[Sequence[Length], Sequence[Length]]:
    """``sums`` and ``tails`` with tracking on every place; the prepared ones themselves where there is none."""
    each = prepared.tracked(tracking)
    if not each:
        return prepared.sums, prepared.tails
    sums = list(map(add, prepared.sums, map(mul, prepared.place_sums, repeat(each))))
    tails = list(prepared.tails)
    for place in prepared.tracks(0, prepared.count + 1):
        tails[place] += each
    return sums, tails


def measures_of(prepared: Prepared, measure: Measure) -> Measures:
    """The measure of each line by its number, the indent taken off the first and what others hang by off them."""
    given = measure(0) if callable(measure) else measure
    hang = prepared.style.hang
    if not hang:
        return Measures(given - prepared.style.indent, measure)
    rest = (lambda line: measure(line) - hang) if callable(measure) else measure - hang
    return Measures(given - prepared.style.indent, rest)


def opened(prepared: Prepared, line: LineRange, measure: Length) -> float:
    """What stands between the Han of a line in ``measure``, in em; 0 if it is squeezed, over ½ if it stays ragged."""
    return level(prepared, line.first, line.last, measure - prepared.natural(*line))


def width_before(prepared: Prepared, place: int) -> Length:
    """How wide a line's beginning stands up to the character at ``place`` of its copy."""
    cluster = min(max(bisect_right(prepared.starts, place) - 1, 0), prepared.count - 1)
    width = prepared.sums[cluster] - prepared.heads[0]
    left = place - prepared.starts[cluster]
    for glyph in range(prepared.firsts[cluster], prepared.lasts[cluster]):
        if left <= 0:
            break
        width += prepared.advances[glyph]
        left -= len(prepared.texts[glyph])
    return width


def characters(prepared: Prepared, first: int, last: int) -> int:
    """How many characters a line of clusters ``first`` … ``last`` holds: signs, digits and letters each count as one.

    Punctuation does not: it hangs on to what it stands beside. Whoever looks for a 孤字 asks here.
    """
    own = (i for i in range(first, last) if prepared.classes[i] not in UNCOUNTED)
    return sum(prepared.lasts[i] - prepared.firsts[i] for i in own)


def is_orphan(prepared: Prepared, line: LineRange) -> bool:
    """Whether ``line`` ends a paragraph of more lines than one and holds no more than one character (孤字)."""
    is_last = line.last + line.skipped == prepared.count
    return line.first > 0 and is_last and characters(prepared, line.first, line.last) < 2
