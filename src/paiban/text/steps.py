"""What each boundary of a paragraph may give when a line is squeezed, and take when it is stretched (rule book, 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from operator import add

from paiban.text.prepared import Pool, Step
from paiban.text.sort import Sort
from paiban.text.spacing import SQUEEZE_STEPS, WEIGHTS, Gaps, PunctuationStyle
from paiban.units import Length
from paiban.value import NamedTuple


class Boundaries(NamedTuple):
    """What stands on the boundaries of a paragraph of so many ``clusters``: gaps, those of them inside ``dates``, word
    spaces, blanks of marks; ``opening`` are the ``marks`` that open. No line opens any wider than ``most_white``."""

    clusters: int
    sizes: Gaps
    most_white: Length
    style: PunctuationStyle
    gaps: tuple[int, ...] = ()
    dates: frozenset[int] = frozenset()
    marks: tuple[int, ...] = ()
    opening: frozenset[int] = frozenset()
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
                given["mark"].append((place, blank))
    steps = (_step(name, given[name], boundaries.clusters) for name in SQUEEZE_STEPS if given[name])
    return tuple([step for step in steps if step])


def pool(boundaries: Boundaries) -> Pool | None:
    """What a stretched line opens before the places between characters; None where there is nothing of it."""
    sizes, widest = boundaries.sizes, boundaries.most_white
    beside = widest - sizes.letters_white
    white = [(i, width, sizes.most_space, WEIGHTS["word space"], beside) for i, width in _word_spaces(boundaries)]
    white += [(i, sizes.gap, _most_gap(i, boundaries), WEIGHTS["gap"], beside) for i in boundaries.gaps]
    white += [(i, 0, boundaries.mark_stretch, WEIGHTS[_mark(i, boundaries)], widest) for i in boundaries.marks]
    found = sorted([own for own in white if own[0] < boundaries.clusters - 1])
    if not found:
        return None
    places, widths, caps, weights, bounds = zip(*found, strict=True)
    most = tuple([max(cap - width, 0) for width, cap in zip(widths, caps, strict=True)])
    rooms = tuple([max(bound - max(sides), 0) for bound, *sides in zip(bounds, widths, caps, strict=True)])
    each, lack = [0] * boundaries.clusters, [0] * boundaries.clusters
    for place, amount, room in zip(places, most, rooms, strict=True):
        each[place] = amount
        lack[place] = widest - room if room else 0
    return Pool(
        places, most, weights, tuple(accumulate(each, initial=0)),
        rooms, tuple(accumulate(lack, initial=0)), min([room for room in rooms if room], default=widest),
        tuple([place for place in boundaries.marks if place < boundaries.clusters - 1]),
    )  # fmt: skip


def _mark(place: int, boundaries: Boundaries) -> str:
    return "opening mark" if place in boundaries.opening else "mark"


def _most_gap(place: int, boundaries: Boundaries) -> Length:
    """What a gap is stretched to: inside a date less than elsewhere, for four of them would tear it into five."""
    sizes = boundaries.sizes
    return min(sizes.most_gap, sizes.most_date_gap) if place in boundaries.dates else sizes.most_gap


def _word_spaces(boundaries: Boundaries) -> list[tuple[int, Length]]:
    """Boundaries with a Western word space."""
    return [(i, space.advance) for i, space in boundaries.spaces.items()]


def summed(steps: Sequence[Step]) -> tuple[Length, ...] | None:
    """Running sums of all steps together, or None where there are none."""
    if not steps:
        return None
    total = steps[0].sums
    for step in steps[1:]:
        total = tuple(map(add, total, step.sums))
    return total
