"""The complete search: every dissection of the page by its blocks, but those that cannot cost less than the best."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter

from paiban.makeup.search.board import Board
from paiban.makeup.search.build import build
from paiban.makeup.search.filling import FOOT, Filling
from paiban.makeup.search.moves import moves
from paiban.makeup.search.plan import plan_of
from paiban.makeup.search.problem import Plan
from paiban.makeup.search.settle import settle


def complete(board: Board, tick: Callable[[], bool]) -> tuple[Plan | None, bool]:
    """The best plan, and whether the search came to its end before ``tick`` said no.

    ``board`` counts least costs (``Mode.bound``): what a page is certain to pay once full, whatever comes.
    """
    best: Plan | None = None
    bound = float("inf")
    waiting = board.starts()
    while waiting:
        page = waiting.pop()
        if board.done(page):
            settled = settle(board, page.placed(), page.laid, page.natural)
            plan = plan_of(board, settled) if settled is not None else None
            if plan is not None and plan.score < bound:
                best, bound = plan, plan.score
            continue
        if page.cost + to_come(board, page) >= bound:
            continue
        found = sorted(moves(board, page), key=itemgetter(0), reverse=True)
        for move in found:
            if move[4] >= bound:
                continue
            if not tick():
                return best, False
            after = build(board, move)
            if after is not None:
                waiting.append(after)
    return best, True


def to_come(board: Board, page: Filling) -> float:
    """What the blocks that are left will pay at least: their cheapest options, no higher than the highest seam."""
    highest = min(page.low[s.seam] for s in page.segments if s.seam != FOOT)
    return page.options_left + page.weight_left * highest / board.rows
