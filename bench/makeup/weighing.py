"""Weights of looks, fitted to which of two pages people would rather print.

P(left before right) = σ(Σ w (x of right − x of left)), by logistic regression with a ridge, without an intercept, and
no weight below nought: a fault never pays. Each x is counted in usual differences, the median of those that are any,
and three at the most: a few odd pages have a score or a hole many times as large.

Corrections to a score are fitted so too, with the score's own weight held: what a unit of a term costs, in its points.
The ridge draws them to nought, where the score decides alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

ROUNDS = 60
"""So often every weight takes its best step; steps are far below any weight's interval by then."""

RIDGES = (2.0, 8.0, 32.0, 128.0)
CORRECTING_RIDGE = 128.0
"""What draws corrections to nought: of 32, 128 and 512 the one that most shares of the issues agreed with best."""

MOST = 3.0
"""So many usual differences count at the most."""

RARE = 0.9
"""Terms that correct a score are counted in differences that so many of them do not exceed, and without a limit: they
are paid so."""

Row = tuple[float, ...]


class Answer(NamedTuple):
    """One answer: the issue, what the right page has more of each term than the left, and the left's part: 1, 0, ½."""

    issue: str
    more: Row
    left: float


def spreads(answers: Sequence[Answer], share: float = 0.5) -> Row:
    """What so many differences of every term do not exceed, of those that are any; 1 where there is none."""
    found = (sorted(abs(x) for x in column if x) for column in zip(*(a.more for a in answers), strict=True))
    return tuple(each[int(share * len(each))] if each else 1.0 for each in found)


def scaled(answers: Sequence[Answer]) -> list[Answer]:
    """Answers with their differences in usual ones."""
    wide = spreads(answers)
    return [a._replace(more=tuple(usual(x, s) for x, s in zip(a.more, wide, strict=True))) for a in answers]


def usual(difference: float, spread: float) -> float:
    """A difference in usual ones."""
    return max(-MOST, min(MOST, difference / spread))


def fitted(answers: Sequence[Answer], ridge: float, held: Mapping[int, float] | None = None) -> Row:
    """The weights of ``scaled`` answers; those that are held, by their places, stay as they are."""
    rows = [a.more for a in answers]
    weights = [0.0 if held is None else held.get(term, 0.0) for term in range(len(rows[0]))]
    sums = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows]
    free = [term for term in range(len(weights)) if held is None or term not in held]
    for _ in range(ROUNDS):
        moved = False
        for term in free:
            slope, bend = -ridge * weights[term], ridge
            for row, total, answer in zip(rows, sums, answers, strict=True):
                x = row[term]
                if x:
                    part = chance(total)
                    slope += x * (answer.left - part)
                    bend += x * x * part * (1 - part)
            step = max(-weights[term], slope / bend)
            if abs(step) > 1e-6:
                moved = True
                weights[term] += step
                sums = [total + step * row[term] for row, total in zip(rows, sums, strict=True)]
        if not moved:
            break
    return tuple(weights)


def corrections(answers: Sequence[Answer], score: int, ridge: float = CORRECTING_RIDGE) -> Row:
    """What a unit of every term behind the score's place costs, in points of the score, for answers as they were given.

    The score's own is one; what stands before it counts nothing.
    """
    spread, wide = spreads(answers)[score], spreads(answers, RARE)
    alone = [0.0] * len(wide)

    def row_of(answer: Answer, terms: bool) -> Row:
        behind = ((x / s if terms else 0.0) for x, s in zip(answer.more[score + 1 :], wide[score + 1 :], strict=True))
        return (*alone[:score], usual(answer.more[score], spread), *behind)

    own = fitted([a._replace(more=row_of(a, terms=False)) for a in answers], 1.0)[score]
    weights = fitted([a._replace(more=row_of(a, terms=True)) for a in answers], ridge, {score: own})
    points = spread / max(own, 1e-6)
    return (
        *alone[:score],
        1.0,
        *(points * w / s for w, s in zip(weights[score + 1 :], wide[score + 1 :], strict=True)),
    )


def chance(total: float) -> float:
    """σ, without overflow."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def said(weights: Row, answer: Answer) -> float:
    """How far weights are for the left page."""
    return sum(w * x for w, x in zip(weights, answer.more, strict=True))


def agreement(values: Sequence[float], answers: Sequence[Answer]) -> float:
    """The share of answers that values agree with; what is equal, on either side, agrees by half."""
    marks = (0.5 if abs(value) < 1e-9 or a.left == 0.5 else float((value > 0) == (a.left > 0.5))
             for value, a in zip(values, answers, strict=True))  # fmt: skip
    return sum(marks) / max(1, len(answers))


def surprise(weights: Row, answers: Sequence[Answer]) -> float:
    """The mean log loss."""
    parts = ((a.left, min(1 - 1e-9, max(1e-9, chance(said(weights, a))))) for a in answers)
    return -sum(left * log(p) + (1 - left) * log(1 - p) for left, p in parts) / max(1, len(answers))


def folds(answers: Sequence[Answer], count: int, seed: str) -> list[set[str]]:
    """The issues, dealt out at random."""
    issues = sorted({answer.issue for answer in answers})
    random.Random(seed).shuffle(issues)
    return [set(issues[n::count]) for n in range(count)]


def best_ridge(answers: Sequence[Answer], count: int = 4) -> float:
    """The ridge under which issues left out surprise least."""
    parts = folds(answers, count, "ridge")

    def loss(ridge: float) -> float:
        return sum(
            surprise(fitted([a for a in answers if a.issue not in part], ridge), own) * len(own)
            for part in parts
            if (own := [a for a in answers if a.issue in part])
        )

    return min(RIDGES, key=loss)


def held_out(
    answers: Sequence[Answer], fit: Callable[[Sequence[Answer]], Row], count: int = 6, seed: str = "held out"
) -> list[float]:
    """What weights say of every answer that were fitted to other issues alone."""
    values: dict[int, float] = {}
    for part in folds(answers, count, seed):
        weights = fit([a for a in answers if a.issue not in part])
        values |= {n: said(weights, a) for n, a in enumerate(answers) if a.issue in part}
    return [values[n] for n in range(len(answers))]


def resampled(answers: Sequence[Answer], times: int, seed: str) -> list[list[int]]:
    """Which answers there are when issues are drawn anew, with repetition, so many times."""
    rng = random.Random(seed)
    own: dict[str, list[int]] = {}
    for number, answer in enumerate(answers):
        own.setdefault(answer.issue, []).append(number)
    issues = sorted(own)
    return [[n for issue in rng.choices(issues, k=len(issues)) for n in own[issue]] for _ in range(times)]


def interval(values: Sequence[float], share: float = 0.9) -> tuple[float, float]:
    """Where the middle share of values lies."""
    ordered = sorted(values)
    cut = (1 - share) / 2
    return ordered[round(cut * (len(ordered) - 1))], ordered[round((1 - cut) * (len(ordered) - 1))]


def single(answers: Sequence[Answer]) -> Row:
    """The one term that agrees best with the answers, alone."""
    size = len(answers[0].more)
    alone = [tuple(float(n == term) for n in range(size)) for term in range(size)]
    return max(alone, key=lambda weights: agreement([said(weights, a) for a in answers], answers))


def given(weights: Mapping[str, float], terms: Sequence[str]) -> Row:
    """Weights by name as a row."""
    return tuple(weights.get(term, 0.0) for term in terms)
