"""What each boundary of a paragraph may give when a line is squeezed, and take when it is stretched (rule book, 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate
from operator import add

from paiban.text.prepared import Pool, Step
from paiban.text.sort import Sort
from paiban.text.spacing import SQUEEZE_STEP_OF, SQUEEZE_STEPS, WEIGHTS, Gaps, PunctuationStyle
from paiban.units import Length
from paiban.value import NamedTuple


class Boundaries(NamedTuple):
    """What stands on the boundaries of a paragraph of so many ``clusters``: gaps, those of them inside ``dates``, word
    spaces, blanks of marks."""

    clusters: int
    sizes: Gaps
    style: PunctuationStyle
    gaps: tuple[int, ...] = ()
    dates: frozenset[int] = frozenset()
    marks: tuple[int, ...] = ()
    mark_stretch: Length = 0
    spaces: Mapping[int, Sort] = {}
    blanks: Mapping[int, tuple[str, Length]] = {}


def _step(name: str, given: Iterable[tuple[int, Length]], count: int) -> Step | None:
    pairs = [(place, amount) for place, amount in given if amount > 0 and place < count - 1]
    if not pairs:
        return None
    each = [0] * count
    for place, amount in pairs:
        each[place] = amount
    return Step(name, tuple(p for p, _ in pairs), tuple(a for _, a in pairs), tuple(accumulate(each, initial=0)))


def squeeze_steps(boundaries: Boundaries) -> tuple[Step, ...]:
    """The steps of squeezing that this paragraph has anything for, in order."""
    sizes = boundaries.sizes
    given: dict[str, list[tuple[int, Length]]] = {name: [] for name in SQUEEZE_STEPS}
    given["word space"] = [(i, width - sizes.least_space) for i, width in _word_spaces(boundaries)]
    given["gap"] = [(i, sizes.gap - sizes.least_gap) for i in boundaries.gaps]
    squeezed = boundaries.style.squeezed
    if squeezed:
        for place, (key, blank) in sorted(boundaries.blanks.items()):
            if key in squeezed:
                given[SQUEEZE_STEP_OF[key]].append((place, blank))
    steps = (_step(name, given[name], boundaries.clusters) for name in SQUEEZE_STEPS if given[name])
    return tuple([step for step in steps if step])


def pool(boundaries: Boundaries) -> Pool | None:
    """What a stretched line opens before the places between characters; None where there is nothing of it."""
    sizes = boundaries.sizes
    caps = [(i, sizes.most_space - width, WEIGHTS["word space"]) for i, width in _word_spaces(boundaries)]
    caps += [(i, _most_gap(i, boundaries) - sizes.gap, WEIGHTS["gap"]) for i in boundaries.gaps]
    caps += [(i, boundaries.mark_stretch, WEIGHTS["mark"]) for i in boundaries.marks]
    found = sorted([cap for cap in caps if cap[1] > 0 and cap[0] < boundaries.clusters - 1])
    if not found:
        return None
    places, most, weights = zip(*found, strict=True)
    each = [0] * boundaries.clusters
    for place, amount, _ in found:
        each[place] = amount
    return Pool(places, most, weights, tuple(accumulate(each, initial=0)), max(most))


def _most_gap(place: int, boundaries: Boundaries) -> Length:
    """What a gap is stretched to: inside a date less than elsewhere, for four of them would tear it into five."""
    sizes = boundaries.sizes
    return min(sizes.most_gap, sizes.most_date_gap) if place in boundaries.dates else sizes.most_gap


def _word_spaces(boundaries: Boundaries) -> list[tuple[int, Length]]:
    """Boundaries with a Western word space."""
    return [(i, space.advance) for i, space in boundaries.spaces.items()]


def summed(steps: tuple[Step, ...]) -> tuple[Length, ...] | None:
    """Running sums of all steps together, or None where there are none."""
    if not steps:
        return None
    total = steps[0].sums
    for step in steps[1:]:
        total = tuple(map(add, total, step.sums))
    return total
