"""The greedy breaker: fill the line, and where the next character may not begin one, squeeze it in if that can be done,
else push the last one out with it (先挤进，后推出). A line that a long word then leaves torn open takes characters from
the line above; a last line of one character gets company.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from paiban.text.charclass import ENDERS, LEADERS, CharClass
from paiban.text.linerange import Measures, characters, tracked_sums
from paiban.text.numbers import Cut
from paiban.text.prepared import Prepared
from paiban.text.slack import level
from paiban.text.spacing import WARN_LOOSE
from paiban.units import Length

_ENDERS = "".join(sorted(ENDERS))
_NEVER_FIRST = ENDERS | {CharClass.LATIN_CLOSE}

ORPHAN_STRETCH = 1 / 4
"""To save an orphan the lines before may be stretched by so much of an em to a place, no more."""


def broken(prepared: Prepared, measures: Measures, tracking: int) -> list[int]:
    """The ends of the lines as they are to be set."""
    ends = greedy(prepared, measures, tracking)
    if len(ends) > 1:
        ends = without_orphan(prepared, measures, tracking, ends)
        if prepared.style.align == "justify":
            ends = mended(prepared, measures, tracking, ends)
    return ends


def greedy(prepared: Prepared, measures: Measures, tracking: int = 0) -> list[int]:
    """The ends of the lines, filled one after another."""
    sums, tails = tracked_sums(prepared, tracking)
    heads, breaks, squeezed = prepared.heads, prepared.breaks, prepared.squeezes
    count = len(heads)
    ends: list[int] = []
    start = 0
    while start < count:
        limit = measures.at(len(ends)) + sums[start] + heads[start]
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
        return _orphan_squeezed_in(prepared, sums, tails, measures, ends)
    return ends


def _orphan_squeezed_in(
    prepared: Prepared, sums: Sequence[Length], tails: Sequence[Length], measures: Measures, ends: list[int]
) -> list[int]:
    """A last line of one character goes into the line before where squeezing makes room for it (rule book, 7)."""
    start, count = (ends[-3] if len(ends) > 2 else 0), ends[-1]
    if characters(prepared, ends[-2], count) >= 2:
        return ends
    width = sums[count] - tails[count - 1] - sums[start] - prepared.heads[start]
    least = width - prepared.squeezable(start, count)
    return [*ends[:-2], count] if least <= measures.at(len(ends) - 2) else ends


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
    cut = prepared.soft.get(end)
    if cut is not None:
        return _before_a_cut(prepared, start, end, slack, cut)
    if level(prepared, start, end, slack) > WARN_LOOSE and _parts_marks(prepared.classes, full):
        return full
    return end


def _before_a_cut(prepared: Prepared, start: int, end: int, slack: Length, cut: Cut) -> int:
    """An earlier end that costs less than the cut at ``end`` and leaves the line no looser than the cut is worth."""
    full = slack + prepared.natural(start, end)
    index = bisect_right(prepared.breaks, end) - 2
    while index >= 0 and prepared.breaks[index] > start:
        earlier = prepared.breaks[index]
        if level(prepared, start, earlier, full - prepared.natural(start, earlier)) > cut.loosest:
            break
        own = prepared.soft.get(earlier)
        if own is None or own.price < cut.price:
            return earlier
        index -= 1
    return end


def _parts_marks(classes: str, place: int) -> bool:
    """Whether a break at ``place`` parts three or more closing marks in a row: the one remedy that clreq allows."""
    before = len(classes[:place]) - len(classes[:place].rstrip(_ENDERS))
    after = len(classes[place:]) - len(classes[place:].lstrip(_ENDERS))
    return bool(before and after) and before + after >= 3


def _last_resort(prepared: Prepared, start: int, full: int) -> int:
    """Where to end a line in which no break is allowed: as far as it is full, and not before a mark if that helps."""
    full = max(full, start + 1)
    for end in range(full, start, -1):
        if prepared.classes[end - 1] not in LEADERS and prepared.classes[end : end + 1] not in _NEVER_FIRST:
            return end
    return full


def without_orphan(prepared: Prepared, measures: Measures, tracking: int, ends: list[int]) -> list[int]:
    """Give a last line of one character company from the line before (rule book, section 7), if that stays bearable.

    Where the line before would be loose without what it gives, it may take something from the one before it in turn.
    """
    if characters(prepared, ends[-2], ends[-1]) >= 2:
        return ends
    ways: list[tuple[float, int, list[int]]] = []
    for way in _ways_to_company(prepared, ends):
        first = max(0, len(ends) - 3)
        lines = zip((0, *way)[first:-1], way[first:], strict=False)
        slacks = [(a, b, measures.at(first + i) - prepared.natural(a, b, tracking)) for i, (a, b) in enumerate(lines)]
        if all(slack >= -prepared.squeezable(a, b) for a, b, slack in slacks):
            loosest = max(level(prepared, a, b, slack) for a, b, slack in slacks[:-1])
            ways.append((loosest, len(ways), way))
    best = min(ways, default=None)
    return best[2] if best and best[0] <= ORPHAN_STRETCH else ends


def mended(prepared: Prepared, measures: Measures, tracking: int, ends: list[int]) -> list[int]:
    """A line that would have to be warned of as loose takes characters from the line above where both then stay closer.

    What comes next cannot be parted and left it short (a long word, a number): a compositor goes back a line.
    """
    size = prepared.style.size
    warned = size * WARN_LOOSE
    for index in range(len(ends) - 2, 0, -1):
        start, end = ends[index - 1], ends[index]
        slack = measures.at(index) - prepared.natural(start, end, tracking)
        if slack <= warned or level(prepared, start, end, slack) <= WARN_LOOSE:
            continue
        above = ends[index - 2] if index > 1 else 0
        given = measures.at(index - 1), measures.at(index)
        ways = [(level(prepared, start, end, slack), 0, start)]
        for number, cut in enumerate(_earlier_breaks(prepared, start, above), 1):
            lines = ((above, cut, given[0]), (cut, end, given[1]))
            slacks = [(a, b, measure - prepared.natural(a, b, tracking)) for a, b, measure in lines]
            if slacks[1][2] < -prepared.squeezable(cut, end):
                break
            ways.append((max(level(prepared, *line) for line in slacks), number, cut))
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
    held = characters(prepared, end, ends[-1])
    while end and held < 2:
        earlier = _earlier_break(prepared, end)
        held += characters(prepared, earlier, end)
        end = earlier
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
