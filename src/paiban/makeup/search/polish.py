"""Polish a settled page: its seams and columns stay, blocks change places with one another or take another shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from paiban.makeup.search.board import Board
from paiban.makeup.search.filling import Hung, Reserved
from paiban.makeup.search.options import Option
from paiban.makeup.search.plan import checked, plan_of
from paiban.makeup.search.problem import Plan
from paiban.makeup.search.settle import Settled, settle

WORTH = 0.05
"""A change that promises less is not tried."""

TRIES = 40
"""The most promising changes that are tried before a page is left as it is."""

OFF = 0.5
"""What a row costs, squared, that a height must change for an option to fit: its neighbours have to give."""

Exchange = tuple[float, dict[int, Option]]
"""What a change promises (less is better), and the new options by the number of the place."""


def polish(board: Board, plan: Plan, page: Settled, laid: Mapping[int, Reserved], tick: Callable[[], bool]) -> Plan:
    """The plan that changes lead to, the most promising first, each kept only if it holds and breaks no rule."""
    improved = True
    while improved:
        improved = False
        for _, options in sorted(changes(board, page, laid), key=lambda change: change[0])[:TRIES]:
            if not tick():
                return plan
            after = settle(board, changed(page.blocks, options), laid, page.rows)
            if after is None or after.cost >= page.cost - WORTH or butting(after.blocks):
                continue
            better = plan_of(board, after)
            if better.score < plan.score - WORTH and not checked(board.problem, better).faults:
                plan, page, improved = better, after, True
                break
    return plan


def changes(board: Board, page: Settled, laid: Mapping[int, Reserved]) -> Iterator[Exchange]:
    """Every change that promises something: another option in a place, or two blocks in each other's places."""
    free = [number for number, hung in enumerate(page.blocks) if hung.option.block not in laid]
    paid = {number: price(board, page, number, page.blocks[number].option) for number in free}
    for number in free:
        for promise, option in fitting(board, page, number, page.blocks[number].option.block):
            if promise - paid[number] < -WORTH:
                yield promise - paid[number], {number: option}
    for number in free:
        for other in free[:number]:
            here = best_fitting(board, page, number, page.blocks[other].option.block)
            there = best_fitting(board, page, other, page.blocks[number].option.block)
            if here is None or there is None:
                continue
            promise = here[0] + there[0] - paid[number] - paid[other]
            if promise < -WORTH:
                yield promise, {number: here[1], other: there[1]}


def fitting(board: Board, page: Settled, number: int, block: int) -> Iterator[tuple[float, Option]]:
    """The options of a block for the place at ``number``, and what each would pay there."""
    columns = page.blocks[number].option.looks.columns
    for option in board.options[block]:
        if option.looks.columns == columns and option is not page.blocks[number].option:
            yield price(board, page, number, option), option


def best_fitting(board: Board, page: Settled, number: int, block: int) -> tuple[float, Option] | None:
    """The cheapest of them."""
    return min(fitting(board, page, number, block), key=lambda found: found[0], default=None)


def price(board: Board, page: Settled, number: int, option: Option) -> float:
    """What an option would pay in a place as high as it now is."""
    hung = page.blocks[number]
    rows = page.height(hung, board.problem.white_above)
    near = min(max(rows, option.low), option.high)
    down, across = page.rows[hung.head] / board.rows, hung.column / board.columns
    place = board.pull[option.block] * (down + board.across[option.block] * across)
    return option.cost(near) + OFF * (rows - near) ** 2 + place


def changed(blocks: Sequence[Hung], options: Mapping[int, Option]) -> list[Hung]:
    """The blocks with these options in their places."""
    return [hung._replace(option=options.get(number, hung.option)) for number, hung in enumerate(blocks)]


def butting(blocks: Sequence[Hung]) -> bool:
    """Whether two headlines would stand side by side (碰题)."""
    starts = {(hung.head, hung.column): hung.option.looks for hung in blocks}
    for hung in blocks:
        beside = starts.get((hung.head, hung.column + hung.option.looks.columns))
        if beside is not None and hung.option.looks.lit_right and beside.lit_left:
            return True
    return False
