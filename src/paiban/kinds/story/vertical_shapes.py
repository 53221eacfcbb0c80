"""Shape curves of vertical stories (直排): the frame's height is their measure, its width the number of their lines.

So every height is broken anew. Heights that copy fitting reaches lie apart; each run of them is a shape of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from paiban.galley.head import HeadOption, head_options
from paiban.grid import GridRect
from paiban.kinds.story.room import logo_beside
from paiban.kinds.story.shapes import ShapeForm, StoryCurve
from paiban.kinds.story.upright_guests import set_round
from paiban.makeup.frame.fit import CopyArea
from paiban.makeup.frame.surround import CLEAR_ROWS
from paiban.makeup.frame.vertical import vertical_room
from paiban.makeup.propose.kind import LEG_ROWS, MEASURE_EM, MOVED_COST, Hosted, anywhere, picture_side
from paiban.makeup.search import Shape
from paiban.units import PER_PT
from paiban.value import NamedTuple

WINDOW = (5, 9)
"""How far below and above its likely height a shape is looked for, in rows."""

HOSTED_WINDOW = (4, 7)
"""The same of one with guests: each of these heights is set, which takes longer than counting."""

LEAST_COLUMNS = 2
"""A narrower frame would hold a headline and little else."""

LIKELY_HEAD_ROWS = 4
"""Lines that a headline takes the room of, to guess by."""


HOSTED_COST = 1.0
"""What it costs a vertical story to be set round its guests, whichever headline it takes."""


class Fill(NamedTuple):
    """A vertical story at one height: its bands, its headline's size in tenths of a point, and what that costs."""

    bands: int
    size: int
    cost: float


def vertical_shapes(curve: StoryCurve, company: Hosted | None) -> tuple[tuple[Shape, ...], tuple[ShapeForm, ...]]:
    """Every shape of a vertical story, with its guests where it has any, and the form behind each ``key``."""
    shapes: list[Shape] = []
    forms: list[ShapeForm] = []
    for columns in range(LEAST_COLUMNS, curve.kit.grid.columns + 1):
        for guest_columns in range(1, max(2, columns * 2 // 3 + 1)) if company is not None else (0,):
            fills = fills_of(curve, columns, company, guest_columns)
            for run in runs(fills):
                shape = shape_of(curve, columns, run, fills)
                if shape is not None:
                    side = "left" if guest_columns else ""
                    picture = picture_side(side, company, curve.kit)
                    shapes.append(replace(shape, key=len(shapes), picture=picture))
                    forms.append(ShapeForm(shape.legs, "auto", side, guest_columns))
    return tuple(shapes), tuple(forms)


def fills_of(curve: StoryCurve, columns: int, company: Hosted | None, guest_columns: int) -> Mapping[int, Fill]:
    """The heights that the story fills over so many columns, its guests standing over some of them."""
    if company is None:
        heights = window(curve, columns, 0, WINDOW)
        return {rows: fill for rows in heights if (fill := filled(curve, columns, rows)) is not None}
    found = {}
    taken = guest_columns * (company.rows(guest_columns)[1] + CLEAR_ROWS)
    for rows in window(curve, columns, taken, HOSTED_WINDOW):
        rect = GridRect(0, 1, columns, rows)
        placed = set_round(curve.block, curve.galley, rect, guest_columns, company, curve.kit)
        if placed is not None and placed.fit is not None and placed.fit.exact:
            size = placed.head.head.size * 10 // PER_PT if placed.head is not None else 0
            found[rows] = Fill(placed.fit.legs, size, HOSTED_COST)
    return found


def window(curve: StoryCurve, columns: int, taken: int, around: tuple[int, int]) -> range:
    """The heights worth trying over so many columns: near that of the story's area, with so many cells ``taken``."""
    grid = curve.kit.grid
    lines = grid.span(columns) // grid.leading - LIKELY_HEAD_ROWS
    if lines < LEG_ROWS[0]:
        return range(0)
    area = curve.lines(grid.column)[1] * curve.step * grid.column
    likely = area // (lines * grid.leading) + taken // columns
    if curve.any_fill:
        around = around[0], 2 * around[1]
    return range(max(LEG_ROWS[0], likely - around[0]), min(grid.rows, likely + around[1]) + 1)


def filled(curve: StoryCurve, columns: int, rows: int) -> Fill | None:
    """The story in a frame of so many rows, white above included; None where no lever fills it."""
    grid = curve.kit.grid
    room = vertical_room(curve.block.form.legs, GridRect(0, 1, columns, rows), (), grid, curve.around)
    if room.measure < MEASURE_EM[0] * grid.size:
        return None
    found = [fill for option in heads(curve, room) if (fill := filled_under(curve, room, option)) is not None]
    return min(found, key=lambda fill: fill.cost, default=None)


def heads(curve: StoryCurve, room: CopyArea) -> tuple[HeadOption | None, ...]:
    """The headlines that fit a frame's height."""
    if curve.heads is None:
        return (None,)
    beside = logo_beside(curve.block.content, True, curve.kit)
    options = head_options(curve.heads, room.head_extent - beside, 0, vertical=True)
    return tuple([option for option in options if curve.admits(option.head)])


def filled_under(curve: StoryCurve, room: CopyArea, head: HeadOption | None) -> Fill | None:
    """The story beside one headline."""
    lines = room.end_row - room.first_row - (head.rows if head else 0)
    places = lines // curve.step * room.legs - curve.lines_opened(room.measure)
    fewest, natural, most = curve.lines(room.measure)
    if lines < LEG_ROWS[0] or fewest > places or (most < places - room.legs + 1 and not curve.any_fill):
        return None
    moved = max(0, natural - places, places - room.legs + 1 - natural)
    size = head.head.size * 10 // PER_PT if head else 0
    return Fill(room.legs, size, (head.cost if head else 0.0) + MOVED_COST * moved)


def runs(fills: Mapping[int, Fill]) -> Iterator[list[int]]:
    """The heights without a gap between them and with as many bands."""
    run: list[int] = []
    for rows in sorted(fills):
        if run and (rows != run[-1] + 1 or fills[rows].bands != fills[run[-1]].bands):
            yield run
            run = []
        run.append(rows)
    if run:
        yield run


def shape_of(curve: StoryCurve, columns: int, run: list[int], fills: Mapping[int, Fill]) -> Shape | None:
    """The shape of one run of heights."""
    rows = min(run, key=lambda height: (fills[height].cost, height))
    least, most = run[0], run[-1]
    boxed = curve.around.boxed
    if boxed:
        least, rows, most = anywhere(least, rows, most)
        if least > most:
            return None
    best = fills[rows]
    return Shape(
        columns=columns,
        rows_min=least,
        rows=rows,
        rows_max=most,
        cost=best.cost,
        form="none" if curve.heads is None else "upright",
        headline_rows=rows,
        headline_columns=(columns - 1, columns),
        headline_size=best.size,
        legs=best.bands,
        boxed=boxed,
    )
