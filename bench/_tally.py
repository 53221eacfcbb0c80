"""What set lines look like, in numbers that are the same for every engine, and how sure a difference between two is."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

OPENING, CLOSING = "“‘（《「『【", "。？！，、；：”’）》」』】"
MARKS = OPENING + CLOSING

LOOSE, UNLIKE, UNEVEN = 1 / 8, 1 / 10, 1 / 4
"""The stretch, in em a place, of a loose line, and by how much neighbouring lines may differ before it is seen: the
stretch of either, and what their marks have gained or lost."""

FULL = {"kaiming": "。？！", "quanjiao": MARKS, "banjiao": "", "jiya": MARKS}
"""The marks that stand on an em by nature in a style; half an em is natural for the others."""

_ROUNDED = 1e-4
"""By how much a place may be off, in em, because it was rounded: to our units, or in the PDF of another engine."""

_BINS = 1000
_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of any engine: its clusters, where each begins and where its ink begins and ends, in em."""

    text: tuple[str, ...]
    at: tuple[float, ...]
    ink: tuple[tuple[float, float], ...]
    is_last: bool

    def neighbours(self) -> Iterator[tuple[int, str, str, float]]:
        """Each two clusters side by side: the first's number, both, and how far apart they begin."""
        for i, ((a, b), (before, after)) in enumerate(zip(pairwise(self.text), pairwise(self.at), strict=True)):
            yield i, a, b, after - before

    @property
    def stretches(self) -> list[float]:
        return [step - 1 for _, a, b, step in self.neighbours() if is_han(a) and is_han(b)]

    @property
    def stretch(self) -> float:
        found = self.stretches
        return sum(found) / len(found) if found else 0.0

    @property
    def characters(self) -> int:
        return sum(is_han(t) or t.isalnum() for t in self.text)

    def marks(self) -> Iterator[tuple[str, float]]:
        """The marks inside the line that have no other beside them, and what stands at each beyond its half em."""
        for _, a, b, step in self.neighbours():
            if a in CLOSING and b not in MARKS:
                yield a, step - 0.5
            elif b in OPENING and is_han(a):
                yield b, step - 0.5

    def given(self, full: str) -> float | None:
        """By how much the marks inside the line stand off their natural width, in the mean; None where it has none."""
        found = [white - (mark in full) / 2 for mark, white in self.marks()]
        return sum(found) / len(found) if found else None

    def is_squeezed(self, full: str) -> bool:
        """Whether a mark stands on less than its natural width, an em for those of ``full``."""
        return any(white < (0.48 if mark in full else -0.02) for mark, white in self.marks())

    def whites(self) -> Iterator[float]:
        """The white between the ink of each two clusters, runs of Western letters and digits aside."""
        for i, a, b, _ in self.neighbours():
            if not (is_western(a) and is_western(b)) and a + b not in ("——", "……"):
                yield self.ink[i + 1][0] - self.ink[i][1]

    def places(self) -> Iterator[float]:
        """What stands between the bodies of each two clusters: a Han's em, a mark's half, a letter's ink."""
        for i, a, b, _ in self.neighbours():
            if a + b not in ("——", "……"):
                yield self._begins(i + 1, b) - self._ends(i, a)

    def _ends(self, i: int, text: str) -> float:
        if is_han(text) or text in OPENING:
            return self.at[i] + 1
        return self.at[i] + 0.5 if text in CLOSING else self.ink[i][1]

    def _begins(self, i: int, text: str) -> float:
        if is_han(text) or text in CLOSING:
            return self.at[i]
        return self.at[i] + 0.5 if text in OPENING else self.ink[i][0]


def is_han(text: str) -> bool:
    return len(text) == 1 and "\u4e00" <= text <= "\u9fff"


def is_western(text: str) -> bool:
    return text.isascii()


@dataclass
class Tally:
    """Counts over paragraphs, so that those of several can be added."""

    counts: Counter[str] = field(default_factory=Counter)
    marks: Counter[int] = field(default_factory=Counter)
    whites: Counter[int] = field(default_factory=Counter)
    widest: float = 0.0

    def add(self, lines: Sequence[SetLine], full: str) -> None:
        """Count a paragraph whose natural widths are those of ``full``."""
        justified = [line for line in lines if not line.is_last]
        stretches = [line.stretch for line in justified]
        self.counts["lines"] += len(lines)
        self.counts["justified"] += len(justified)
        self.counts["loose"] += sum(stretch > LOOSE + _ROUNDED for stretch in stretches)
        self.counts["pairs"] += max(0, len(justified) - 1)
        self.counts["unlike"] += sum(abs(a - b) > UNLIKE + _ROUNDED for a, b in pairwise(stretches))
        given = [line.given(full) for line in justified]
        self.counts["uneven"] += sum(
            a is not None and b is not None and abs(a - b) > UNEVEN + _ROUNDED for a, b in pairwise(given)
        )
        self.counts["squeezed"] += sum(line.is_squeezed(full) for line in justified)
        self.counts["orphans"] += len(lines) > 1 and lines[-1].characters < 2
        self.counts["twos"] += len(lines) > 1 and lines[-1].characters == 2
        self.counts["stretch"] += round(sum(stretches) * 1_000_000)
        for line in justified:
            self.marks.update(round(abs(white - (mark in full) / 2) * _BINS) for mark, white in line.marks())
            self.whites.update(round(white * _BINS) for white in line.whites())
            self.widest = max(self.widest, *line.places(), 0.0)

    def take(self, other: Tally) -> None:
        self.counts.update(other.counts)
        self.marks.update(other.marks)
        self.whites.update(other.whites)
        self.widest = max(self.widest, other.widest)

    def each(self, name: str, of: str) -> float:
        return self.counts[name] / max(1, self.counts[of])


def _mean(bins: Counter[int]) -> float:
    return sum(value * count for value, count in bins.items()) / max(1, bins.total()) / _BINS


def _high(bins: Counter[int], share: float) -> float:
    left = share * bins.total()
    for value in sorted(bins):
        left -= bins[value]
        if left <= 0:
            return value / _BINS
    return 0.0


COLUMNS: dict[str, Callable[[Tally], float]] = {
    "stretch": lambda t: t.each("stretch", "justified") / 10_000,
    "loose %": lambda t: 100 * t.each("loose", "justified"),
    "unlike %": lambda t: 100 * t.each("unlike", "pairs"),
    "uneven %": lambda t: 100 * t.each("uneven", "pairs"),
    "mark": lambda t: 100 * _mean(t.marks),
    "mark p99": lambda t: 100 * _high(t.marks, 0.99),
    "widest": lambda t: 100 * t.widest,
    "ink p99": lambda t: 100 * _high(t.whites, 0.99),
    "squeezed": lambda t: 100 * t.each("squeezed", "justified"),
    "orphans": lambda t: t.counts["orphans"],
    "twos": lambda t: t.counts["twos"],
    "lines": lambda t: t.counts["lines"],
}
"""Lower is better in each; lengths are hundredths of an em."""


def total(tallies: Iterable[Tally]) -> Tally:
    """All tallies together."""
    found = Tally()
    for tally in tallies:
        found.take(tally)
    return found


def intervals(ours: Sequence[Tally], theirs: Sequence[Tally]) -> dict[str, tuple[float, float]]:
    """For each column, where 95 of 100 differences lie (ours less theirs) when paragraphs are drawn anew, in pairs.

    A difference counts as far as it is printed: PDFs of engines round places in different ways.
    """
    draw = random.Random(1)
    found: dict[str, list[float]] = {name: [] for name in COLUMNS}
    for _ in range(_ROUNDS):
        chosen = [draw.randrange(len(ours)) for _ in ours]
        one, other = total(ours[i] for i in chosen), total(theirs[i] for i in chosen)
        for name, column in COLUMNS.items():
            found[name].append(round(column(one) - column(other), 2))
    cut = _ROUNDS // 40
    return {name: (ordered[cut], ordered[-1 - cut]) for name, values in found.items() if (ordered := sorted(values))}
