"""What a page costs: the terms that one shape adds. The weights stand in ``template.Costs``."""

from __future__ import annotations

from math import log

from paiban.grid import GridRect
from paiban.makeup.search.problem import Shape
from paiban.template import Costs

GROUNDS, NO_GROUND = ("tint", "line"), "none"
"""What a shape says of its ground where it is a page's second centre, and where it might be one and is none."""

BAND = 1.6
"""Below a wide headline legs have so many rows for each of them, or the story looks like a band."""

BAND_LEGS, BAND_ROWS = 4, 7
"""One of so many legs or more, of fewer rows, is a thin band: of these a page has one at the most."""


def shape_terms(shape: Shape, rows: int, costs: Costs) -> dict[str, float]:
    """The terms of one shape at a height of ``rows``, wherever it stands."""
    broad = shape.columns**0.5
    off = rows - shape.rows
    terms = {"composition": shape.cost, "reach": costs.reach * off * off * broad}
    beyond = abs(strain_of(shape, rows))
    if beyond:
        terms["strain"] = costs.strain * beyond * broad
    if shape.ground == NO_GROUND:
        terms["centre"] = costs.centre
    if shape.form == "none":
        return terms
    leg = rows - (shape.headline_rows if shape.form == "above" else 0)
    terms["legs"] = costs.legs * max(0.0, costs.leg_least - leg, leg - costs.leg_most)
    aspect = shape.columns * costs.column_rows / rows
    out = max(0.0, log(costs.aspect_least / aspect), log(aspect / costs.aspect_most))
    terms["aspect"] = costs.aspect * out
    if shape.form == "above" and shape.legs and not shape.picture:
        terms["bands"] = costs.bands * max(0.0, log(BAND * shape.legs / max(1, leg)))
    return terms


def is_band(shape: Shape, rows: int) -> bool:
    """Whether a story is a thin band: a headline across many columns over a few lines."""
    low = rows - shape.headline_rows < BAND_ROWS
    return low and shape.form == "above" and shape.legs >= BAND_LEGS and not shape.picture


def strain_of(shape: Shape, rows: int) -> int:
    """Rows that a height is short of copy (+) or over (−) beyond the shape's honest reach."""
    return max(0, rows - shape.rows_max) - max(0, shape.rows_min - rows)


def moved_cost(previous: GridRect, now: GridRect, columns: int, rows: int, costs: Costs) -> float:
    """What it costs to leave the place of last time, by how far the edges went."""
    across = abs(previous.column - now.column) + abs(previous.end_column - now.end_column)
    down = abs(previous.row - now.row) + abs(previous.end_row - now.end_row)
    return costs.moved * (across / columns + down / rows)
