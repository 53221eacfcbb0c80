"""What is to be said of broken lines: loose ones, overfull ones, prohibitions that gave way, orphans.

``judge`` looks at the lines of one paragraph as they will be set. Nothing here changes a line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from paiban.diagnostic import Diagnostic, diagnose
from paiban.span import Span
from paiban.text.breaks import LEVELS
from paiban.text.linerange import LineRange, Measure, is_orphan, measures_of, opened
from paiban.text.prepared import Prepared
from paiban.text.spacing import MOST_OPENED, WARN_LOOSE
from paiban.units import Length, scaled

PRINTED_OVER = Fraction(1, 4)
"""A run that reaches so many em into the em boxes of the next line prints over its type."""


def judge(prepared: Prepared, lines: Sequence[LineRange], measure: Measure) -> tuple[Diagnostic, ...]:
    """Diagnostics of a paragraph's ``lines`` set in ``measure``, each at its copy."""
    measures = measures_of(prepared, measure)
    found: list[Diagnostic] = []
    for number, line in enumerate(lines):
        found += _of_width(prepared, line, measures.at(number))
        if number:
            found += _of_start(prepared, line, lines[number - 1])
    if lines and is_orphan(prepared, lines[-1]):
        found.append(diagnose("P413", span_of(prepared, lines[-1]), text=words_of(prepared, lines[-1])))
    return tuple(found)


def white_wanted(prepared: Prepared) -> Length:
    """The white between its lines that a paragraph's larger runs and the marks beside it want; 0 for most."""
    grown = prepared.grown.by if prepared.grown is not None else 0
    if not prepared.annotations:
        return grown
    from paiban.text.interlinear import needed_gap  # noqa: PLC0415  (few pages have any)

    return max(grown, needed_gap(prepared))


def has_ruby(prepared: Prepared, line: LineRange) -> bool:
    """Whether ruby stands over a line."""
    return any(a.ruby is not None and line.first <= a.first for a in prepared.annotated(line.first, line.last))


def stands_between(prepared: Prepared, lines: Sequence[LineRange]) -> bool:
    """Whether something wants white between two of ``lines``: ruby over the second on, another mark, a larger run."""
    if len(lines) < 2:
        return False
    second = lines[1].first
    return prepared.grown is not None or any(a.ruby is None or a.first >= second for a in prepared.annotations)


def judge_leading(prepared: Prepared, leading: Length) -> tuple[Diagnostic, ...]:
    """Whether ``leading`` leaves the white that a paragraph's larger runs and marks beside the text want."""
    return (*_of_grown(prepared, leading), *_of_marks(prepared, leading))


def _of_grown(prepared: Prepared, leading: Length) -> Iterator[Diagnostic]:
    """A run that reaches the em boxes of the next line, or far enough into them to print over its type."""
    size = prepared.style.size
    gap = leading - size
    if prepared.grown is not None and prepared.grown.by > gap:
        place, by = prepared.grown
        code = "P424" if by - gap > scaled(size, PRINTED_OVER) else "P421"
        yield diagnose(code, prepared.copy.at(place), over=f"{by / size:.2f}", gap=f"{gap / size:.2f}")


def _of_marks(prepared: Prepared, leading: Length) -> tuple[Diagnostic, ...]:
    """Whether it leaves the white that the marks beside the text want."""
    if not prepared.annotations:
        return ()
    from paiban.text.interlinear import needed_gap  # noqa: PLC0415  (few pages have any)

    size = prepared.style.size
    needed, gap = needed_gap(prepared), leading - size
    if gap >= needed:
        return ()
    first = prepared.starts[prepared.annotations[0].first]
    return (diagnose("P415", prepared.copy.at(first), gap=f"{gap / size:.2f}", needed=f"{needed / size:.2f}"),)


def strain(prepared: Prepared, measure: Measure, lines: Sequence[LineRange]) -> float:
    """How far a paragraph is opened in ``lines``: the mean over the justified ones of what stands between characters,
    tracking included, in em a place. A line gained costs this and not the tracking alone."""
    measures = measures_of(prepared, measure)
    each = [opened(prepared, line, measures.at(i)) + line.tracking / 1000 for i, line in enumerate(lines[:-1])]
    return sum(each) / len(each) if each else 0.0


def _of_width(prepared: Prepared, line: LineRange, measure: Length) -> Iterator[Diagnostic]:
    over = prepared.natural(*line) - measure
    most, size = prepared.squeezable(line.first, line.last), prepared.style.size
    if over > most:
        yield diagnose(
            "P411", span_of(prepared, line), text=words_of(prepared, line), over=f"{(over - most) / size:.2f}"
        )
    is_end = line.last + line.skipped == prepared.count
    if prepared.style.align == "justify" and not is_end:
        each = opened(prepared, line, measure)
        if each > WARN_LOOSE:
            yield diagnose(
                "P419" if each > MOST_OPENED else "P410",
                span_of(prepared, line),
                text=words_of(prepared, line),
                each=f"{each:.2f}",
            )


def _of_start(prepared: Prepared, line: LineRange, before: LineRange) -> Iterator[Diagnostic]:
    """A prohibition that gave way where ``line`` begins."""
    index = bisect_left(prepared.breaks, line.first)
    if prepared.breaks[index] == line.first or before.skipped:
        return
    level = LEVELS[prepared.style.composition.prohibition]
    first, last = prepared.classes[line.first], prepared.classes[line.first - 1]
    span = prepared.copy.at(prepared.starts[line.first])
    if first in level.no_start or last in level.no_end:
        yield diagnose("P412", span, first=_cluster(prepared, line.first), last=_cluster(prepared, line.first - 1))
    else:
        yield diagnose("P414", span, first=_cluster(prepared, line.first), last=_cluster(prepared, line.first - 1))


def _cluster(prepared: Prepared, cluster: int) -> str:
    return "".join(prepared.texts[prepared.firsts[cluster] : prepared.lasts[cluster]])


def words_of(prepared: Prepared, line: LineRange) -> str:
    """The copy of a line."""
    return "".join(prepared.texts[prepared.firsts[line.first] : prepared.lasts[line.last - 1]])


def span_of(prepared: Prepared, line: LineRange) -> Span:
    """Where the copy of a line stands."""
    start, end = prepared.copy_range(line.first, line.last)
    return prepared.copy.at(start, end)
