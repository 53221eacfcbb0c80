"""What a page costs: the named weights, and the terms that one block adds."""

from __future__ import annotations

from math import log

from paiban.makeup.search.problem import BlockChoices, Rect, Shape

COSTS: dict[str, float] = {
    "reach": 0.25,
    "strain": 8.0,
    "legs": 0.3,
    "leg_least": 5,
    "leg_most": 34,
    "aspect": 3.0,
    "aspect_least": 0.7,
    "aspect_most": 3.2,
    "column_rows": 9.3,
    "place": 0.8,
    "place_across": 0.45,
    "foot": 4.0,
    "side": 3.0,
    "stack": 1.0,
    "verticals": 1.5,
    "verticals_free": 2,
    "moved": 4.0,
    "filler": 1.0,
    "near": 4,
    "碰题": 40.0,
    "通缝": 40.0,
    "断版": 40.0,
    "头条": 60.0,
}


def shape_terms(shape: Shape, rows: int, costs: dict[str, float]) -> dict[str, float]:
    """The terms of one shape at a height of ``rows``, wherever it stands."""
    terms = {"composition": shape.cost}
    off = rows - shape.rows
    beyond = max(0, shape.rows_min - rows, rows - shape.rows_max)
    terms["reach"] = costs["reach"] * off * off * shape.columns**0.5
    if beyond:
        terms["strain"] = costs["strain"] * beyond * shape.columns**0.5
    if shape.legs:
        leg = rows - (shape.headline_rows if shape.form == "above" else 0)
        terms["legs"] = costs["legs"] * max(0.0, costs["leg_least"] - leg, leg - costs["leg_most"])
    aspect = shape.columns * costs["column_rows"] / rows
    if shape.form != "none":
        terms["aspect"] = costs["aspect"] * max(0.0, log(costs["aspect_least"] / aspect), log(aspect / costs["aspect_most"]))
    return terms


def place_cost(block: BlockChoices, column: float, row: float, size: tuple[int, int], costs: dict[str, float]) -> float:
    """Important stories high and to the left."""
    if block.kind != "story":
        return 0.0
    return costs["place"] * block.weight**2 * (row / size[1] + costs["place_across"] * column / size[0])


def moved_cost(previous: Rect, now: Rect, size: tuple[int, int], costs: dict[str, float]) -> float:
    """What it costs to leave the place of last time, by the distance of the edges."""
    across = abs(previous.column - now.column) + abs(previous.end_column - now.end_column)
    down = abs(previous.row - now.row) + abs(previous.end_row - now.end_row)
    return costs["moved"] * (across / size[0] + down / size[1])
