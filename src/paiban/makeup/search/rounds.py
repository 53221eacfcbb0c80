"""The search as a whole: rounds of growing effort, in a fixed order, until a page is found."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from time import monotonic

from paiban.makeup.search.beam import Beam, grow
from paiban.makeup.search.board import Board, Mode
from paiban.makeup.search.plan import most_different, plan_of
from paiban.makeup.search.problem import Plan, Problem


@dataclass(frozen=True, slots=True)
class Round:
    """One go at the page. It is skipped where an earlier one has found an honest page, unless it is to better it."""

    mode: Mode
    beam: Beam


ROUNDS = (
    Round(Mode(), Beam(40, 240)),
    Round(Mode(), Beam(120, 800, children=12)),
    Round(Mode(slack=9.0), Beam(300, 2000, children=16)),
    Round(Mode(stretch=3), Beam(40, 240)),
    Round(Mode(strict=False), Beam(40, 240)),
    Round(Mode(stretch=6, strict=False), Beam(60, 300)),
    Round(Mode(stretch=20, strict=False, slack=20.0), Beam(60, 300)),
)
"""Honest pages first; then heights beyond the reach, then broken rules, then both."""

SETTLED = 40
"""So many of a round's pages, the cheapest, are settled and judged."""

DIFFERENT = 0.25
"""Plans proposed together differ over so much of the page."""


def search(problem: Problem, *, best: int = 1, budget: float | None = None) -> tuple[Plan, ...]:
    """The best different plans of a page, best first; none if it cannot be filled at all.

    Without a ``budget`` the effort is counted in pages, so that every machine finds the same. With one, in seconds, the
    beam narrows to a trickle once it is spent: what has been begun comes to its end, and that is the best so far.
    """
    end = None if budget is None else monotonic() + budget
    plans: list[Plan] = []
    for round_ in ROUNDS:
        board = Board(problem, round_.mode)
        if any(not options for options in board.options):
            continue
        pages = list(grow(board, round_.beam, end))
        plans += [plan_of(board, page) for page in nsmallest(SETTLED, pages, key=lambda p: p.cost)]
        if plans:
            break
    return most_different(plans, best, DIFFERENT, problem.columns * problem.rows)
