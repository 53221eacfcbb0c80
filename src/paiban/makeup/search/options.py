"""From a block's shapes to the search's options: shapes alike to their neighbours, in one range of heights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from paiban.makeup.search.problem import BlockChoices, Problem, Shape
from paiban.makeup.search.score import shape_terms
from paiban.template import Costs
from paiban.value import NamedTuple


class Looks(NamedTuple):
    """What neighbours see of a shape.

    ``lit_left`` and ``lit_right``: a horizontal headline reaches that side. ``closed`` is a bit for every column
    boundary inside that something crosses. ``vertical``: 竖题.
    """

    columns: int
    lit_left: bool
    lit_right: bool
    closed: int
    vertical: bool


@dataclass(slots=True, eq=False)
class Option:
    """Shapes of one block with the same looks: a cost and a shape for every height from ``low`` to ``high``."""

    block: int
    looks: Looks
    low: int
    high: int
    natural: int
    least: float
    costs: tuple[float, ...]
    shapes: tuple[Shape, ...]

    def cost(self, rows: int) -> float:
        """The least cost of a shape at this height."""
        return self.costs[rows - self.low]

    def shape(self, rows: int) -> Shape:
        """The shape behind that cost."""
        return self.shapes[rows - self.low]


def all_options(problem: Problem, costs: Costs, beyond: tuple[int, int], slack: float) -> list[list[Option]]:
    """The options of every block, those left out that cost ``slack`` more than its best.

    Heights so many rows ``beyond`` the honest reach, below and above, are allowed at a steep cost, none below for what
    was sold by its size. Headline sizes follow weight: each weight keeps to its own band of sizes (题文一致).
    """
    bands = size_bands(problem.blocks)
    found = []
    for index, block in enumerate(problem.blocks):
        if block.fixed is not None:
            found.append([fixed_option(problem, index, costs)])
            continue
        below = 0 if block.traits.sold else beyond[0]
        options = block_options(problem, index, within_band(block, bands), costs, (below, beyond[1]))
        best = min((option.least for option in options), default=0.0)
        found.append(sorted((o for o in options if o.least <= best + slack), key=lambda o: (o.least, o.looks)))
    return found


def block_options(
    problem: Problem, index: int, shapes: Sequence[Shape], costs: Costs, beyond: tuple[int, int]
) -> list[Option]:
    """Every option of a block."""
    groups: dict[Looks, dict[int, tuple[float, Shape]]] = {}
    # A block as high as the page counts the white row that falls away at its head.
    tallest = problem.rows + problem.white_above
    for shape in shapes:
        if shape.columns > problem.columns:
            continue
        heights = groups.setdefault(looks(shape), {})
        most = shape.rows_max + (0 if shape.firm else beyond[1])
        for rows in range(max(1, shape.rows_min - beyond[0]), min(tallest, most) + 1):
            cost = sum(shape_terms(shape, rows, costs).values())
            if rows not in heights or cost < heights[rows][0]:
                heights[rows] = cost, shape
    return [option for key, heights in groups.items() for option in unbroken(index, key, heights)]


def looks(shape: Shape) -> Looks:
    """What neighbours see of a shape."""
    gutters = shape.open_gutters
    closed = sum(1 << boundary for boundary in range(1, shape.columns) if boundary not in gutters)
    return Looks(shape.columns, shape.headline_at(0), shape.headline_at(1), closed, shape.form == "vertical")


def unbroken(block: int, key: Looks, heights: Mapping[int, tuple[float, Shape]]) -> Iterator[Option]:
    """One option for every run of heights without a gap."""
    rows = sorted(heights)
    start = 0
    for end in range(1, len(rows) + 1):
        if end < len(rows) and rows[end] == rows[end - 1] + 1:
            continue
        run = rows[start:end]
        costs = tuple(heights[r][0] for r in run)
        least = min(costs)
        shapes = tuple(heights[r][1] for r in run)
        yield Option(block, key, run[0], run[-1], run[costs.index(least)], least, costs, shapes)
        start = end


def fixed_option(problem: Problem, index: int, costs: Costs) -> Option:
    """The one option of a block that the editor placed: the shape that suits its place best, whatever its reach."""
    block = problem.blocks[index]
    place = block.fixed
    assert place is not None
    rows = place.rows + (problem.white_above if place.row == 0 else 0)
    shapes = [s for s in block.shapes if s.columns == place.columns] or [Shape(place.columns, rows, rows, rows)]
    ranked = [(sum(shape_terms(shape, rows, costs).values()), number) for number, shape in enumerate(shapes)]
    cost, number = min(ranked)
    return Option(index, looks(shapes[number]), rows, rows, rows, cost, (cost,), (shapes[number],))


def size_bands(blocks: Sequence[BlockChoices]) -> dict[int, tuple[float, float]]:
    """For each weight the headline sizes that keep the order of weights: parted halfway between the sizes wanted."""
    wanted: dict[int, list[int]] = {}
    for block in blocks:
        sized = [shape for shape in block.shapes if shape.headline_size]
        if block.traits.leads and sized:
            best = min(sized, key=lambda shape: (shape.cost, -shape.headline_size))
            wanted.setdefault(block.weight, []).append(best.headline_size)
    bands: dict[int, tuple[float, float]] = {}
    floor, below = 0.0, 0.0
    weights = sorted(wanted)
    for weight, heavier in zip_longest(weights, weights[1:]):
        middle = max(below, sorted(wanted[weight])[len(wanted[weight]) // 2])
        ceiling = float("inf")
        if heavier is not None:
            above = max(middle, sorted(wanted[heavier])[len(wanted[heavier]) // 2])
            ceiling = (middle * above) ** 0.5
        bands[weight] = floor, ceiling
        floor, below = ceiling, middle
    return bands


def within_band(block: BlockChoices, bands: Mapping[int, tuple[float, float]]) -> tuple[Shape, ...]:
    """The shapes whose headline keeps to the band of its weight; if none does, those that come nearest."""
    if not block.traits.leads or block.weight not in bands:
        return block.shapes
    low, high = bands[block.weight]
    off = [max(0.0, low - s.headline_size, s.headline_size - high) if s.headline_size else 0.0 for s in block.shapes]
    nearest = min(off, default=0.0)
    return tuple(shape for shape, distance in zip(block.shapes, off, strict=True) if distance <= nearest)
