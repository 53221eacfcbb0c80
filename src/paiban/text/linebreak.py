"""Breaking a prepared paragraph into lines, by the breaker that its style names, or by the sense.

``greedy`` is what newspaper systems do. The paragraph-wide breaker stands beside it in ``optimal`` over the same
prepared paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.text.greedy import broken, greedy
from paiban.text.linerange import LineRange, Measure, Measures, measures_of
from paiban.text.prepared import Prepared
from paiban.units import Length

MOST_BY_SENSE = 40
"""Characters of copy that is broken by the sense: what is longer is no heading, and every way would be tried."""


NARROW_EM = 14
"""Lines so short are few of a caption's: an end against the sense is seen there before anything is read."""


def break_caption(prepared: Prepared, measure: Length) -> tuple[LineRange, ...]:
    """The lines of a caption: beside or below something narrow they end by the sense, as a heading's do."""
    if measure < prepared.width and measure <= NARROW_EM * prepared.style.size and not prepared.law:
        lines = _by_sense(prepared, measures_of(prepared, measure))
        if lines:
            return lines
    return break_lines(prepared, measure)


def break_lines(
    prepared: Prepared, measure: Measure, *, tracking: int = 0, natural: Sequence[LineRange] | None = None
) -> tuple[LineRange, ...]:
    """Break at ``measure``; the paragraph's first line has its indent taken off. ``tracking`` is in ‰ of an em.

    ``natural`` are its lines there without tracking, where they are known.
    """
    measures = measures_of(prepared, measure)
    if prepared.law:
        return _by_law(prepared, measures)
    if prepared.style.by_sense and prepared.width > measures.at(0) and (lines := _by_sense(prepared, measures)):
        return lines
    if prepared.style.composition.breaker == "optimal":
        from paiban.text.optimal import optimal  # noqa: PLC0415  (greedy is the newspaper default)

        known = None if natural is None else [line.last for line in natural]
        ends = optimal(prepared, measures, tracking, known)
    else:
        ends = broken(prepared, measures, tracking)
    return tuple([LineRange(first, last, tracking) for first, last in zip((0, *ends), ends, strict=False)])


def _by_law(prepared: Prepared, measures: Measures) -> tuple[LineRange, ...]:
    """The editor's own lines; one that is too long goes on in the next, the words that fit in the first."""
    from paiban.text.headline import by_law  # noqa: PLC0415  (hardly any heading of a body is broken by hand)

    lines: list[LineRange] = []
    for first, last, tracking, skipped in by_law(prepared).lines:
        begin = first
        while prepared.natural(begin, last) > (room := measures.at(len(lines))):
            ends = [end for end in range(begin + 1, last) if prepared.natural(begin, end) <= room]
            end = max([end for end in ends if end in prepared.breaks] or [*ends[-1:], begin + 1])
            if end == last:
                break
            lines.append(LineRange(begin, end))
            begin = end
        lines.append(LineRange(begin, last, tracking, skipped))
    return tuple(lines)


def _by_sense(prepared: Prepared, measures: Measures) -> tuple[LineRange, ...]:
    """A heading parted as a headline is, into as few lines as fit or one more; none where no such way fits."""
    if prepared.count > MOST_BY_SENSE:
        return ()
    from paiban.text.headline import headline_ways  # noqa: PLC0415  (the word list is read when it is needed)

    least = len(greedy(prepared, measures, 0))
    for count in range(least, min(least + 2, 4)):
        room = min(measures.at(line) for line in range(count))
        ways = headline_ways(prepared, count, last_resort=True)
        if fitting := next((way for way in ways if way.longest <= room), None):
            return fitting.lines
    return ()


def count_lines(prepared: Prepared, measure: Measure, tracking: int = 0) -> int:
    """How many lines ``break_lines`` makes."""
    if prepared.style.composition.breaker == "optimal" or prepared.style.by_sense or prepared.law:
        return len(break_lines(prepared, measure, tracking=tracking))
    return len(greedy(prepared, measures_of(prepared, measure), tracking))
