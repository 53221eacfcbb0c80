"""What a page costs: the terms that one shape adds. The weights stand in ``template.Costs``."""

from __future__ import annotations

from math import log

from paiban.grid import GridRect
from paiban.makeup.search.problem import Shape
from paiban.template import Costs


def shape_terms(shape: Shape, rows: int, costs: Costs) -> dict[str, float]:
    """The terms of one shape at a height of ``rows``, wherever it stands."""
    broad = shape.columns**0.5
    off = rows - shape.rows
    terms = {"composition": shape.cost, "reach": costs.reach * off * off * broad}
    beyond = abs(strain_of(shape, rows))
    if beyond:
        terms["strain"] = costs.strain * beyond * broad
    if shape.form == "none":
        return terms
    leg = rows - (shape.headline_rows if shape.form == "above" else 0)
    terms["legs"] = costs.legs * max(0.0, costs.leg_least - leg, leg - costs.leg_most)
    aspect = shape.columns * costs.column_rows / rows
    out = max(0.0, log(costs.aspect_least / aspect), log(aspect / costs.aspect_most))
    terms["aspect"] = costs.aspect * out
    return terms


def strain_of(shape: Shape, rows: int) -> int:
    """Rows that a height is short of copy (+) or over (−) beyond the shape's honest reach."""
    return max(0, rows - shape.rows_max) - max(0, shape.rows_min - rows)


def moved_cost(previous: GridRect, now: GridRect, columns: int, rows: int, costs: Costs) -> float:
    """What it costs to leave the place of last time, by how far the edges went."""
    across = abs(previous.column - now.column) + abs(previous.end_column - now.end_column)
    down = abs(previous.row - now.row) + abs(previous.end_row - now.end_row)
    return costs.moved * (across / columns + down / rows)
