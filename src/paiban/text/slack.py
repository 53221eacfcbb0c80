"""Where the slack of a line goes: one answer for breakers, their prices, what is said of a line, and the line drawn.

First the pool: word spaces, gaps and marks by their weights, each up to its cap. Then every place alike, until it is
``MOST_OPENED`` wide. Then the letters of Western words, by ``LETTERS_OPENED``. What is left leaves it ragged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from paiban.text.prepared import Prepared
from paiban.text.spacing import LETTERS_OPENED, MOST_OPENED
from paiban.units import Length, rounded
from paiban.value import NamedTuple

_RAGGED = float(MOST_OPENED)
_LETTERS, _LETTER_PARTS = LETTERS_OPENED.as_integer_ratio()


class Slack(NamedTuple):
    """What takes how much of a line's slack: the pool, all places, letters; ``left`` is what nothing takes."""

    pooled: Length
    shared: Length
    lettered: Length
    left: Length


NONE = Slack(0, 0, 0, 0)
"""A line without slack."""


def parted(prepared: Prepared, first: int, last: int, slack: Length) -> Slack:
    """What becomes of ``slack`` in a line of clusters ``first`` … ``last`` (exclusive)."""
    size = prepared.style.size
    pool, count = prepared.pool, prepared.open_sums[last - 1] - prepared.open_sums[first]
    most = prepared.most_white * count
    pooled = 0
    if pool is not None:
        pooled = min(slack, pool.sums[last - 1] - pool.sums[first])
        most -= pool.lacks[last - 1] - pool.lacks[first]
    shared = min(slack - pooled, most)
    rest = slack - pooled - shared
    if not rest:
        return Slack(pooled, shared, 0, 0)
    begin, end = letters_of(prepared, first, last)
    lettered = min(rest, letter_room(size) * (end - begin))
    return Slack(pooled, shared, lettered, rest - lettered)


def level(prepared: Prepared, first: int, last: int, slack: Length) -> float:
    """How far two Han stand apart, in em, in a line with ``slack`` to spare; over ``MOST_OPENED`` if it is ragged."""
    return height(prepared, first, last, parted(prepared, first, last, slack)) if slack > 0 else 0.0


def height(prepared: Prepared, first: int, last: int, slack: Slack) -> float:
    """The same for slack that is ``parted`` already."""
    places = max(1, prepared.open_sums[last - 1] - prepared.open_sums[first])
    if slack.left:
        return _RAGGED + slack.left / (places * prepared.style.size)
    each = slack.shared / places
    if prepared.pool is not None and each > prepared.pool.least_room:
        each = water(slack.shared, places, narrow_rooms(prepared, first, last))
    return each / prepared.style.size


def rooms(prepared: Prepared, first: int, last: int) -> tuple[tuple[int, ...], tuple[Length, ...]]:
    """The places of a line that share what the pool leaves, and how much room each has."""
    opens = prepared.opens
    places = opens[bisect_left(opens, first) : bisect_left(opens, last - 1)]
    most = prepared.most_white
    pool = prepared.pool
    if pool is None:
        return places, (most,) * len(places)
    low, high = bisect_left(pool.places, first), bisect_left(pool.places, last - 1)
    left = dict(zip(pool.places[low:high], pool.rooms[low:high], strict=True))
    return places, tuple([left.get(place, most) for place in places])


def letter_room(size: Length) -> Length:
    """How far a letter of a Western word stands off the next at most."""
    return rounded(size * _LETTERS, _LETTER_PARTS)


def letters_of(prepared: Prepared, first: int, last: int) -> tuple[int, int]:
    """Which of ``prepared.letters`` stand inside a line: from the first up to the second."""
    letters = prepared.letters
    return bisect_left(letters, prepared.firsts[first]), bisect_left(letters, prepared.lasts[last - 1] - 1)


def narrow_rooms(prepared: Prepared, first: int, last: int) -> list[Length]:
    """The room of the places of a line that have less than a plain one, in order."""
    pool = prepared.pool
    if pool is None:
        return []
    low, high = bisect_left(pool.places, first), bisect_left(pool.places, last - 1)
    return sorted([room for room in pool.rooms[low:high] if room])


def water(shared: Length, places: int, narrow: Sequence[Length]) -> float:
    """How high ``shared`` stands in ``places`` of which the ``narrow`` ones (in order) are full sooner."""
    for room in narrow:
        if room * places >= shared:
            break
        shared -= room
        places -= 1
    return shared / max(1, places)


def poured(wanted: Length, limits: Sequence[Length], weights: Sequence[int]) -> list[Length]:
    """``wanted`` over places by their weights, none taking more than its limit (they hold it all together).

    >>> poured(10, (2, 9, 9), (1, 1, 1)), poured(8, (9, 9), (1, 3)), poured(7, (4, 4), (1, 1))
    ([2, 4, 4], [2, 6], [3, 4])
    """
    shares = list(limits)
    weight, rest = sum(weights), wanted
    waiting = sorted(range(len(limits)), key=lambda i: limits[i] / weights[i])
    for number, index in enumerate(waiting):
        if limits[index] * weight > weights[index] * rest:
            before = 0
            for i in sorted(waiting[number:]):
                before += weights[i]
                shares[i] = rest * before // weight - rest * (before - weights[i]) // weight
            break
        rest -= limits[index]
        weight -= weights[index]
    return shares
