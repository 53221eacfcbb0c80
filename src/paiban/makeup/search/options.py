"""From a block's shapes to the search's options: one a width and headline side, its heights in one unbroken range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from paiban.makeup.search.problem import BlockChoices, Problem, Shape
from paiban.makeup.search.score import shape_terms


@dataclass(slots=True, eq=False)
class Option:
    """Shapes of one block that look alike to their neighbours, as a cost for each height from ``low`` to ``high``."""

    index: int
    block: int
    columns: int
    low: int
    high: int
    natural: int
    least: float
    costs: tuple[float, ...]
    shapes: tuple[Shape, ...]
    lit_left: bool
    lit_right: bool
    closed: int
    vertical: bool

    def cost(self, rows: int) -> float:
        return self.costs[rows - self.low]

    def shape(self, rows: int) -> Shape:
        return self.shapes[rows - self.low]


def block_options(problem: Problem, index: int, costs: dict[str, float], stretch: int) -> list[Option]:
    """Every option of a block; ``stretch`` rows beyond the honest reach are allowed at a steep cost."""
    groups: dict[tuple[int, bool, bool, int, bool], dict[int, tuple[float, Shape]]] = {}
    for shape in problem.blocks[index].shapes:
        if shape.columns > problem.columns:
            continue
        heights = groups.setdefault(alike(shape), {})
        for rows in range(max(1, shape.rows_min - stretch), min(problem.rows, shape.rows_max + stretch) + 1):
            cost = sum(shape_terms(shape, rows, costs).values())
            if rows not in heights or cost < heights[rows][0]:
                heights[rows] = cost, shape
    return [option for key, heights in groups.items() for option in unbroken(index, key, heights)]


def alike(shape: Shape) -> tuple[int, bool, bool, int, bool]:
    """What a neighbour sees of a shape: width, headline at either side, boundaries it closes, a vertical headline."""
    closed = sum(1 << b for b in range(1, shape.columns) if b not in shape.gutters)
    return shape.columns, shape.headline_at(0), shape.headline_at(1), closed, shape.form == "vertical"


def unbroken(
    block: int, key: tuple[int, bool, bool, int, bool], heights: dict[int, tuple[float, Shape]]
) -> Iterator[Option]:
    """One option for every run of heights without a gap."""
    columns, left, right, closed, vertical = key
    rows = sorted(heights)
    start = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and rows[at] == rows[at - 1] + 1:
            continue
        run = rows[start:at]
        costs = tuple(heights[r][0] for r in run)
        least = min(costs)
        yield Option(0, block, columns, run[0], run[-1], run[costs.index(least)], least, costs,
                     tuple(heights[r][1] for r in run), left, right, closed, vertical)  # fmt: skip
        start = at
