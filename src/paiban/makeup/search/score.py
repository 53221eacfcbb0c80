"""What a page costs: the named weights, and the terms that one shape adds."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from paiban.grid import GridRect
from paiban.makeup.search.problem import Shape

COSTS: dict[str, float] = {
    "reach": 0.25,  # a row off the natural height, squared, times the root of the columns
    "strain": 8.0,  # a row beyond what copy fitting can honestly reach
    "legs": 0.3,  # a row that legs are shorter than leg_least or longer than leg_most
    "leg_least": 5,
    "leg_most": 34,
    "aspect": 3.0,  # a shape e times flatter or narrower than allowed
    "aspect_least": 0.7,
    "aspect_most": 3.2,
    "column_rows": 9.3,  # rows that are as high as a column with its gutter is wide
    "place": 0.8,  # weight² for the whole way from the head to the foot of the page
    "place_across": 0.45,  # the way from left to right counts so much of it
    "lead_narrow": 1.2,  # a column that the lead is narrower than half the page
    "foot": 15.0,  # an advert off the foot
    "side": 3.0,  # a rail of briefs off the sides
    "picture_low": 3.0,  # a picture by itself at the foot instead of the head
    "stack": 1.0,  # a block exactly under one of its own width
    "dark": 2.0,  # two pictures or adverts that touch
    "verticals": 1.5,  # every 竖题 beyond verticals_free, rising
    "verticals_free": 2,
    "moved": 4.0,  # leaving last time's place, by the whole page
    "filler": 1.0,  # using a filler
    "near": 4,  # edges side by side are level or so many rows apart (碰题 looks three rows far)
    "fault": 40.0,  # a broken rule of the page
    "loose": 8.0,  # an em a place that a loose line opens beyond what goes unseen
    "lines": 2.0,  # a line that no rule of line breaking could save
    "cut": 3.0,  # a headline cut against the sense
    "unfilled": 12.0,  # copy that is over or short once it is set
    "uneven": 3.0,  # a leg that does not come level
    "widows": 3.0,  # a last line alone at a leg's top
    "lone": 5.0,  # a last line of one character
    "white": 2.0,  # a hole of more than a row
}
"""The weights that worked, to start from; ``costs`` of a style sheet override them by name."""


def shape_terms(shape: Shape, rows: int, costs: Mapping[str, float]) -> dict[str, float]:
    """The terms of one shape at a height of ``rows``, wherever it stands."""
    broad = shape.columns**0.5
    off = rows - shape.rows
    terms = {"composition": shape.cost, "reach": costs["reach"] * off * off * broad}
    beyond = abs(strain_of(shape, rows))
    if beyond:
        terms["strain"] = costs["strain"] * beyond * broad
    if shape.form == "none":
        return terms
    leg = rows - (shape.headline_rows if shape.form == "above" else 0)
    terms["legs"] = costs["legs"] * max(0.0, costs["leg_least"] - leg, leg - costs["leg_most"])
    aspect = shape.columns * costs["column_rows"] / rows
    out = max(0.0, log(costs["aspect_least"] / aspect), log(aspect / costs["aspect_most"]))
    terms["aspect"] = costs["aspect"] * out
    return terms


def strain_of(shape: Shape, rows: int) -> int:
    """Rows that a height is short of copy (+) or over (−) beyond the shape's honest reach."""
    return max(0, rows - shape.rows_max) - max(0, shape.rows_min - rows)


def moved_cost(previous: GridRect, now: GridRect, columns: int, rows: int, costs: Mapping[str, float]) -> float:
    """What it costs to leave the place of last time, by how far the edges went."""
    across = abs(previous.column - now.column) + abs(previous.end_column - now.end_column)
    down = abs(previous.row - now.row) + abs(previous.end_row - now.end_row)
    return costs["moved"] * (across / columns + down / rows)
