"""Breaking a prepared paragraph into lines.

A line is a range of clusters. ``greedy`` is what newspaper systems do: fill the line, and where the next character may
not begin a line, squeeze it in if that can be done, else push the last one out with it (先挤进，后推出); a line that a
long word then leaves torn open takes characters from the line above. The paragraph-wide breaker stands beside it in
``optimal.py`` over the same prepared paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import repeat
from operator import add, mul
from typing import NamedTuple

from paiban.text.prepared import Prepared
from paiban.text.spacing import LOOSE, WARN_LOOSE
from paiban.units import Length

Measure = Length | Callable[[int], Length]
"""The room for a line: one length, or a function from a line's number (from 0) to its length."""


class LineRange(NamedTuple):
    """One line: clusters ``first`` … ``last`` (exclusive) and the tracking it was broken with, in ‰ of an em.

    ``skipped`` clusters after it are a break that the editor typed: they belong to the line's copy and are not drawn.
    """

    first: int
    last: int
    tracking: int = 0
    skipped: int = 0


class Room(NamedTuple):
    """The room of each line of a paragraph: ``first`` for line 0, ``rest`` for the others."""

    first: Length
    rest: Measure

    def at(self, line: int) -> Length:
        """The room of line ``line``."""
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
    for place in prepared.places:
        tails[place] += each
    return sums, tails


def break_lines(
    prepared: Prepared,
    measure: Measure,
    *,
    tracking: int = 0,
    first_measure: Length | None = None,
    looseness: int = 0,
) -> tuple[LineRange, ...]:
    """Break at ``measure`` by the breaker that the style names.

    The paragraph's first line has its indent taken off, unless ``first_measure`` says what it has. ``looseness`` asks
    the optimal breaker for that many lines more or fewer than it would make.
    """
    room = room_of(prepared, measure, first_measure)
    if looseness or prepared.style.composition.breaker == "optimal":
        from paiban.text.optimal import optimal  # noqa: PLC0415  (greedy is the newspaper default)

        ends = optimal(prepared, room, tracking, looseness)
    else:
        ends = greedy(prepared, room, tracking)
        if len(ends) > 1:
            ends = without_orphan(prepared, room, tracking, ends)
            if prepared.style.align == "justify":
                ends = mended(prepared, room, tracking, ends)
    return tuple([LineRange(first, last, tracking) for first, last in zip((0, *ends), ends, strict=False)])


def count_lines(prepared: Prepared, measure: Measure, tracking: int = 0) -> int:
    """How many lines ``break_lines`` makes."""
    if prepared.style.composition.breaker == "optimal":
        return len(break_lines(prepared, measure, tracking=tracking))
    return len(greedy(prepared, room_of(prepared, measure), tracking))


def room_of(prepared: Prepared, measure: Measure, first_measure: Length | None = None) -> Room:
    """The room of each line by its number, the indent taken off the first."""
    if first_measure is None:
        given = measure(0) if callable(measure) else measure
        first_measure = given - prepared.style.indent
    return Room(first_measure, measure)


def greedy(prepared: Prepared, room: Room, tracking: int = 0) -> list[int]:
    """The ends of the lines, filled one after another."""
    sums, tails = tracked_sums(prepared, tracking)
    heads, breaks, squeezed = prepared.heads, prepared.breaks, prepared.room
    count = len(heads)
    ends: list[int] = []
    start = 0
    while start < count:
        limit = room.at(len(ends)) + sums[start] + heads[start]
        full = bisect_right(sums, limit, start + 1) - 1
        while full < count and sums[full + 1] - tails[full] <= limit:
            full += 1
        while full > start and sums[full] - tails[full - 1] > limit:  # a hyphen, or tracking taken off the last place
            full -= 1
        index = bisect_right(breaks, full) - 1
        end = max(breaks[index], start) if index >= 0 else start
        while end > start and sums[end] - tails[end - 1] > limit:  # the hyphen of an earlier break
            index -= 1
            end = max(breaks[index], start) if index >= 0 else start
        if squeezed and full < count:
            end = _squeezed_in(prepared, sums, tails, start, full, end, limit)
        if end <= start:
            end = _last_resort(prepared, start, full)
        elif end < full or end in prepared.soft:
            end = _gentler(prepared, start, full, end, limit - sums[end] + tails[end - 1])
        ends.append(end)
        start = end
    if squeezed and len(ends) > 1:
        return _orphan_squeezed_in(prepared, sums, tails, room, ends)
    return ends


def _orphan_squeezed_in(
    prepared: Prepared, sums: Sequence[Length], tails: Sequence[Length], room: Room, ends: list[int]
) -> list[int]:
    """A last line of one character goes into the line before where squeezing makes room for it (rule book, 7)."""
    start, count = (ends[-3] if len(ends) > 2 else 0), ends[-1]
    if characters(prepared, ends[-2], count) >= 2:
        return ends
    width = sums[count] - tails[count - 1] - sums[start] - prepared.heads[start]
    least = width - prepared.squeezable(start, count)
    return [*ends[:-2], count] if least <= room.at(len(ends) - 2) else ends


def _squeezed_in(
    prepared: Prepared, sums: Sequence[Length], tails: Sequence[Length], start: int, full: int, end: int, limit: Length
) -> int:
    """The end of a line that takes in one more stretch by squeezing, or ``end`` where that will not do.

    A line is squeezed first and stretched second (rule book, section 5), whether or not what comes next may begin one.
    """
    breaks = prepared.breaks
    index = bisect_right(breaks, max(full, start))
    if index >= len(breaks):
        return end
    further = breaks[index]
    over = sums[further] - tails[further - 1] - limit
    return further if over <= prepared.squeezable(start, further) else end


def _gentler(prepared: Prepared, start: int, full: int, end: int, slack: Length) -> int:
    """Another end for a line that parts what would rather stay together, or that would be very loose."""
    if end in prepared.soft:
        index = bisect_right(prepared.breaks, end) - 2
        earlier = prepared.breaks[index] if index >= 0 else start
        if earlier > start and earlier not in prepared.soft:
            missing = slack + prepared.natural(start, end) - prepared.natural(start, earlier)
            return earlier if _each(prepared, start, earlier, missing) <= LOOSE else end
        return end
    if _each(prepared, start, end, slack) > WARN_LOOSE and _parts_marks(prepared.classes, full):
        return full
    return end


def _each(prepared: Prepared, start: int, end: int, slack: Length) -> Fraction:
    """What ``slack`` is to each place of a line, in em."""
    places = prepared.place_sums[end - 1] - prepared.place_sums[start]
    return Fraction(slack, prepared.style.size * max(1, places))


def _parts_marks(classes: str, place: int) -> bool:
    """Whether a break at ``place`` parts three or more closing marks in a row: the one remedy that clreq allows."""
    before = len(classes[:place]) - len(classes[:place].rstrip("SPC"))
    after = len(classes[place:]) - len(classes[place:].lstrip("SPC"))
    return bool(before and after) and before + after >= 3


def _last_resort(prepared: Prepared, start: int, full: int) -> int:
    """Where to end a line in which no break is allowed: as far as it is full, and not before a mark if that helps."""
    full = max(full, start + 1)
    for end in range(full, start, -1):
        if prepared.classes[end - 1] not in "O$*o" and prepared.classes[end : end + 1] not in {"S", "P", "C", "c"}:
            return end
    return full


ORPHAN_CLASSES = "SPCOMQc"
"""Marks do not count towards the two characters that a paragraph's last line wants."""


def characters(prepared: Prepared, first: int, last: int) -> int:
    """How many characters other than marks a line holds; a word of Latin counts its letters."""
    own = (i for i in range(first, last) if prepared.classes[i] not in ORPHAN_CLASSES)
    return sum(prepared.lasts[i] - prepared.firsts[i] for i in own)


ORPHAN_STRETCH = Fraction(1, 4)
"""To save an orphan the lines before may be stretched by so much of an em to a place, no more."""


def without_orphan(prepared: Prepared, room: Room, tracking: int, ends: list[int]) -> list[int]:
    """Give a last line of one character company from the line before (rule book, section 7), if that stays bearable.

    Where the line before would be loose without what it gives, it may take something from the one before it in turn.
    """
    if characters(prepared, ends[-2], ends[-1]) >= 2:
        return ends
    ways: list[tuple[Fraction, int, list[int]]] = []
    for way in _ways_to_company(prepared, ends):
        first = max(0, len(ends) - 3)
        lines = zip((0, *way)[first:-1], way[first:], strict=False)
        slacks = [(a, b, room.at(first + i) - prepared.natural(a, b, tracking)) for i, (a, b) in enumerate(lines)]
        if all(slack >= -prepared.squeezable(a, b) for a, b, slack in slacks):
            loosest = max(_each(prepared, a, b, slack) for a, b, slack in slacks[:-1])
            ways.append((max(loosest, Fraction(0)), len(ways), way))
    best = min(ways, default=None)
    return best[2] if best and best[0] <= ORPHAN_STRETCH else ends


def mended(prepared: Prepared, room: Room, tracking: int, ends: list[int]) -> list[int]:
    """A line that would have to be warned of as loose takes characters from the line above where both then stay closer.

    What comes next cannot be parted and left it short (a long word, a number): a compositor goes back a line.
    """
    size = prepared.style.size
    warned = size * WARN_LOOSE
    for index in range(len(ends) - 2, 0, -1):
        start, end = ends[index - 1], ends[index]
        slack = room.at(index) - prepared.natural(start, end, tracking)
        if slack <= warned or _each(prepared, start, end, slack) <= WARN_LOOSE:
            continue
        above = ends[index - 2] if index > 1 else 0
        rooms = room.at(index - 1), room.at(index)
        ways = [(_each(prepared, start, end, slack), 0, start)]
        for number, cut in enumerate(_earlier_breaks(prepared, start, above), 1):
            lines = ((above, cut, rooms[0]), (cut, end, rooms[1]))
            slacks = [(a, b, given - prepared.natural(a, b, tracking)) for a, b, given in lines]
            if slacks[1][2] < -prepared.squeezable(cut, end):
                break
            ways.append((max(_each(prepared, *line) for line in slacks), number, cut))
        ends = [*ends[: index - 1], min(ways)[2], *ends[index:]]
    return ends


def _earlier_breaks(prepared: Prepared, place: int, after: int) -> Iterator[int]:
    """The breaks before ``place`` and after ``after``, the nearest first, those left out that part what should stay."""
    index = bisect_left(prepared.breaks, place) - 1
    while index >= 0 and prepared.breaks[index] > after:
        if prepared.breaks[index] not in prepared.soft:
            yield prepared.breaks[index]
        index -= 1


def _ways_to_company(prepared: Prepared, ends: list[int]) -> Iterator[list[int]]:
    """``ends`` with enough moved to the last line: at once, and with something from the line above."""
    end = _earlier_break(prepared, ends[-2])
    while end and characters(prepared, end, ends[-1]) < 2:
        end = _earlier_break(prepared, end)
    before = ends[-3] if len(ends) > 2 else 0
    if end <= before:
        return
    yield [*ends[:-2], end, ends[-1]]
    above = _earlier_break(prepared, before)
    if len(ends) > 2 and above > (ends[-4] if len(ends) > 3 else 0):
        yield [*ends[:-3], above, end, ends[-1]]


def _earlier_break(prepared: Prepared, place: int) -> int:
    """The last break before ``place``, 0 if there is none."""
    index = bisect_left(prepared.breaks, place)
    return prepared.breaks[index - 1] if index else 0
