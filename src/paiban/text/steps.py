"""What each boundary of a paragraph may give when a line is squeezed, and take when it is stretched (rule book, 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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


def _running(given: Iterable[tuple[int, Length]], count: int) -> tuple[Length, ...]:
    """Running sums over the boundaries of so many clusters of what few of them give, in the order of their places.

    >>> _running([(1, 5), (3, 2)], 5)
    (0, 0, 5, 5, 7, 7)
    """
    sums: list[Length] = []
    total = 0
    for place, amount in given:
        sums += [total] * (place + 1 - len(sums))
        total += amount
    sums += [total] * (count + 1 - len(sums))
    return tuple(sums)


def _step(name: str, given: Iterable[tuple[int, Length]], count: int) -> Step | None:
    pairs = [(place, amount) for place, amount in given if amount > 0 and place < count - 1]
    return Step(name, *zip(*pairs, strict=True)) if pairs else None


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
    sizes, widest, inside = boundaries.sizes, boundaries.most_white, boundaries.clusters - 1
    beside = widest - sizes.letters_white
    found = [
        (i, *_opened(width, sizes.most_space, beside), WEIGHTS["word space"]) for i, width in _word_spaces(boundaries)
    ]
    plain = (*_opened(sizes.gap, sizes.most_gap, beside), WEIGHTS["gap"])
    # a gap inside a date is stretched to less than elsewhere, for four of them would tear it into five
    dated = (*_opened(sizes.gap, min(sizes.most_gap, sizes.most_date_gap), beside), WEIGHTS["gap"])
    found += [(i, *(dated if i in boundaries.dates else plain)) for i in boundaries.gaps]
    most, room = _opened(0, boundaries.mark_stretch, widest)
    opening, other = (most, room, WEIGHTS["opening mark"]), (most, room, WEIGHTS["mark"])
    found += [(i, *(opening if i in boundaries.opening else other)) for i in boundaries.marks]
    found = sorted([own for own in found if own[0] < inside])
    if not found:
        return None
    places, mosts, rooms, weights = zip(*found, strict=True)
    lacks = [(place, widest - room) for place, room in zip(places, rooms, strict=True) if room]
    return Pool(
        places, mosts, weights, _running(zip(places, mosts, strict=True), boundaries.clusters),
        rooms, _running(lacks, boundaries.clusters), min([room for room in rooms if room], default=widest),
        tuple([place for place in boundaries.marks if place < inside]),
    )  # fmt: skip


def _opened(width: Length, cap: Length, bound: Length) -> tuple[Length, Length]:
    """How much a place that is so wide takes first, and how much it may take after that."""
    return max(cap - width, 0), max(bound - max(width, cap), 0)


def _word_spaces(boundaries: Boundaries) -> list[tuple[int, Length]]:
    """Boundaries with a Western word space."""
    return [(i, space.advance) for i, space in boundaries.spaces.items()]


def summed(steps: Sequence[Step], count: int) -> tuple[Length, ...] | None:
    """Running sums of all steps of a paragraph of ``count`` clusters together, or None where there are none."""
    given: dict[int, Length] = {}  # no boundary is of two steps
    for step in steps:
        given.update(zip(step.places, step.amounts, strict=True))
    return _running([(place, given[place]) for place in sorted(given)], count) if given else None
