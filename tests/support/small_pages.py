"""Pages of a few blocks, small enough to be searched completely: every width, headline above, in part, or beside."""

from __future__ import annotations

import random

from paiban.kinds import KINDS
from paiban.makeup.search import BlockChoices, Problem, Shape

LEAST_ROWS = 8


def small_problem(seed: int, blocks: int, columns: int = 6, rows: int = 60) -> Problem:
    """A page whose stories fill it at their natural heights, or nearly."""
    rng = random.Random(seed)
    shares = [rng.uniform(0.5, 1.6) for _ in range(blocks)]
    cells = [round(columns * rows * share / sum(shares)) for share in shares]
    weights = [5, *(rng.randint(1, 4) for _ in cells[1:])]
    choices = (
        BlockChoices(
            f"s{i}", KINDS.settings["story"].traits, weight, forms(count, 200 + 50 * weight, rng, columns, rows)
        )
        for i, (count, weight) in enumerate(zip(cells, weights, strict=True))
    )
    return Problem(columns, rows, tuple(choices))


def forms(cells: int, size: int, rng: random.Random, most: int, rows: int) -> tuple[Shape, ...]:
    """A story of so many cells at every width and with every headline, a row or three either way."""
    found = []
    for columns in range(1, most + 1):
        height, give = round(cells / columns), rng.randint(1, 3)
        if not LEAST_ROWS <= height <= rows:
            continue
        found.append(shape(columns, height, give, size, columns))
        if columns > 1:
            found.append(shape(columns, height, give, size, max(1, 2 * columns // 3), cost=0.6))
            found.append(shape(columns, height, give, size, 1, cost=0.4, vertical=True))
    return tuple(found)


def shape(columns: int, rows: int, give: int, size: int, over: int, cost: float = 0.0, vertical: bool = False) -> Shape:
    """One shape, its headline over the first ``over`` columns."""
    return Shape(
        columns, rows - give, rows, rows + give,
        cost=cost, form="vertical" if vertical else "above", headline_rows=rows if vertical else 4,
        headline_columns=(0, over), headline_size=size, legs=columns, gutters=tuple(range(1, columns)),
    )  # fmt: skip
