"""Shape curves of vertical stories (直排): the frame's height is their measure, its width the number of their lines.

So every height is broken anew. Heights that copy fitting reaches lie apart; each run of them is a shape of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from paiban.galley.head import HeadOption
from paiban.grid import GridRect
from paiban.kinds.story.room import standing_upright, upright_room
from paiban.kinds.story.shapes import GUEST_COST, ShapeForm, StoryCurve, outwards
from paiban.kinds.story.upright_guests import guest_sites
from paiban.makeup.frame.fit import CopyArea
from paiban.makeup.frame.kind import Site
from paiban.makeup.frame.model import Leg
from paiban.makeup.frame.surround import CLEAR_ROWS, WHITE_ROWS
from paiban.makeup.frame.vertical import vertical_room
from paiban.makeup.propose.kind import LEAST_LEG, MEASURE_EM, MOVED_COST, Hosted, anywhere, picture_side
from paiban.makeup.search import Shape
from paiban.units import PER_PT
from paiban.value import NamedTuple

WINDOW = (5, 9)
"""How far below and above its likely height a shape is looked for, in rows."""

LEAST_COLUMNS = 1
"""A story of a few lines stands beside its headline in one column."""

LIKELY_HEAD_ROWS = 4
"""Lines that a headline takes the room of, to guess the height by at which it is looked at."""

HOSTED_COST = 1.0
"""What it costs a vertical story to be set round its guests."""

SHORT_COST = 4.0
"""A line of a basic column's measure that stays white where copy does not fill a frame."""

BANDS_COST = 0.5
"""A band more or fewer than comes nearest to the basic column."""


class Fill(NamedTuple):
    """A vertical story at one height: its bands, its headline's size in tenths of a point, what that costs, and whether
    its copy fills it."""

    bands: int
    size: int
    cost: float
    filled: bool


Fills = Mapping[tuple[int, int], Fill]
"""The heights that a story fills: by bands and rows."""


def vertical_shapes(curve: StoryCurve, company: Hosted | None) -> tuple[tuple[Shape, ...], tuple[ShapeForm, ...]]:
    """Every shape of a vertical story, with its guests where it has any, and the form behind each ``key``."""
    shapes: list[Shape] = []
    forms: list[ShapeForm] = []
    for columns in range(LEAST_COLUMNS, curve.kit.grid.columns + 1):
        for side, guest_columns in sides_of(columns, company):
            fills = fills_over(curve, columns, company, side, guest_columns)
            for run in runs(fills):
                shape = shape_of(curve, columns, run, fills)
                if shape is not None:
                    shape = pictured(shape, picture_side(side, company, curve.kit), guest_columns, company)
                    shapes.append(replace(shape, key=len(shapes)))
                    forms.append(ShapeForm(shape.legs, "auto", side, guest_columns))
    return tuple(shapes), tuple(forms)


def pictured(shape: Shape, side: str, columns: int, company: Hosted | None) -> Shape:
    """A shape with its picture at a side, if it has any."""
    if not side or company is None:
        return shape
    return replace(shape, picture=side, picture_columns=columns, picture_rows=company.rows(columns)[1])


def sides_of(columns: int, company: Hosted | None) -> Iterator[tuple[str, int]]:
    """Where a story over so many columns may have its guests, and over how many: at its foot, or above all of it."""
    if company is None:
        yield "", 0
        return
    for guest_columns in range(1, max(2, columns * 2 // 3 + 1)):
        yield "left", guest_columns
    if not company.below_head:
        yield "above", columns


def fills_over(curve: StoryCurve, columns: int, company: Hosted | None, side: str, guest_columns: int) -> Fills:
    """The heights that a story fills over so many columns with its guests at a side."""
    if side != "above":
        return fills_of(curve, columns, company, guest_columns)
    assert company is not None
    found: dict[tuple[int, int], Fill] = {}
    alone = fills_of(curve, columns, None, 0)
    for guest_rows, cost in guest_heights(company, columns):
        for (bands, rows), fill in alone.items():
            key = bands, rows + guest_rows + WHITE_ROWS
            paid = fill.cost + cost + HOSTED_COST
            if key[1] <= curve.kit.grid.rows and (key not in found or paid < found[key].cost):
                found[key] = fill._replace(cost=paid)
    return found


def guest_heights(company: Hosted, columns: int) -> Iterator[tuple[int, float]]:
    """The heights that guests take over so many columns, and what each costs."""
    least, natural, most = company.rows(columns)
    wide = company.cost(columns) if least <= most else 0.0
    for rows in range(least, most + 1):
        yield rows, wide + GUEST_COST * abs(rows - natural) / natural


def rows_above(curve: StoryCurve, columns: int, bands: int, company: Hosted, rows: int) -> int:
    """How many of so many rows the guests take that stand above a story in so many bands: what lets both be filled,
    else their own height."""
    alone = fills_of(curve, columns, None, 0)
    ways = [
        (alone[bands, below].cost + cost, guest_rows)
        for guest_rows, cost in guest_heights(company, columns)
        for below in (rows - guest_rows - WHITE_ROWS,)
        if (bands, below) in alone
    ]
    return min(ways)[1] if ways else max(company.fewest, min(company.rows(columns)[1], rows - LEAST_LEG - 2))


def fills_of(curve: StoryCurve, columns: int, company: Hosted | None, guest_columns: int) -> Fills:
    """The heights that the story fills over so many columns, its guests standing over some of them."""
    found: dict[tuple[int, int], Fill] = {}
    hosted = 0.0 if company is None else HOSTED_COST + company.cost(guest_columns)
    for rows in window(curve, columns, taken_by(company, guest_columns)):
        rect = GridRect(0, 1, columns, rows)
        guests = () if company is None else guest_sites(curve.block, rect, guest_columns, company, curve.kit)
        if guests is None:
            continue
        site = Site(rect, curve.galley, guests)
        around = standing_upright(curve.block, site, curve.kit)
        for bands, cost in band_counts(curve, rect):
            fill = filled(curve, upright_room(curve.block, site, bands, curve.kit, around))
            if fill is not None:
                found[bands, rows] = fill._replace(cost=fill.cost + cost + hosted)
    return found


def taken_by(company: Hosted | None, columns: int) -> int:
    """The cells that guests take over so many columns."""
    return 0 if company is None else columns * (company.rows(columns)[1] + CLEAR_ROWS)


def window(curve: StoryCurve, columns: int, taken: int) -> Sequence[int]:
    """The heights worth trying over so many columns: near that of the story's area, with so many cells ``taken``."""
    below, above = WINDOW[0], 2 * WINDOW[1] if curve.any_fill else WINDOW[1]
    # In a narrow frame a head takes no more than leaves a leg room.
    most = curve.kit.grid.span(columns) // curve.kit.grid.leading - LEAST_LEG
    likely = likely_rows(curve, columns, taken, min(LIKELY_HEAD_ROWS, most))
    if most < 1 or likely is None:
        return ()
    room = vertical_room(None, GridRect(0, 1, columns, likely), (), curve.kit.grid, curve.around)
    best = heads(curve, room)[:1]
    likely = likely_rows(curve, columns, taken, best[0].rows if best and best[0] else LIKELY_HEAD_ROWS) or likely
    least = least_rows(curve, columns, likely - below)
    likely = max(likely, least)
    return outwards(range(max(LEAST_LEG, least), min(curve.kit.grid.rows, likely + above) + 1), likely)


def least_rows(curve: StoryCurve, columns: int, rows: int) -> int:
    """From how many rows on a headline fits beside the copy: a short story under a long one is as high as that."""

    def fits(high: int) -> bool:
        rect = GridRect(0, 1, columns, high)
        return bool(heads(curve, vertical_room(None, rect, (), curve.kit.grid, curve.around)))

    heights = range(max(LEAST_LEG, rows), curve.kit.grid.rows + 1)
    return heights[bisect_left(heights, True, key=fits)] if heights and fits(heights[-1]) else rows


def likely_rows(curve: StoryCurve, columns: int, taken: int, head_rows: int) -> int | None:
    """About how high a story is whose headline takes so many lines; None where it leaves too few for its copy."""
    grid = curve.kit.grid
    lines = grid.span(columns) // grid.leading - head_rows
    if lines < LEAST_LEG:
        return None
    area = curve.natural(grid.column) * curve.step * grid.column
    return min(grid.rows, area // (lines * grid.leading) + taken // columns)


def band_counts(curve: StoryCurve, rect: GridRect) -> Iterator[tuple[int, float]]:
    """The numbers of bands worth trying in a frame, and what each costs: the usual one, one fewer, one more."""
    grid, given = curve.kit.grid, curve.block.form.legs
    usual = vertical_room(given, rect, (), grid, curve.around).legs
    for bands in (usual,) if given else (usual, usual - 1, usual + 1):
        if bands < 1:
            continue
        measure = vertical_room(bands, rect, (), grid, curve.around).measure
        if MEASURE_EM[0] * grid.size <= measure and (bands == usual or measure <= MEASURE_EM[1] * grid.size):
            yield bands, BANDS_COST * abs(bands - usual)


def heads(curve: StoryCurve, room: CopyArea) -> tuple[HeadOption | None, ...]:
    """The headlines that fit a frame's height."""
    return (None,) if curve.heads is None else curve.head(room.head_extent)


def filled(curve: StoryCurve, room: CopyArea) -> Fill | None:
    """The story in a room, beside the headline that costs least; None where no lever fills it."""
    bands = [room.cut(begin) for begin in range(room.step)]
    found = [fill for option in heads(curve, room) if (fill := filled_under(curve, room, bands, option)) is not None]
    return min(found, key=lambda fill: fill.cost, default=None)


def left_of(leg: Leg, first: int) -> Leg:
    """A leg from a row on."""
    begin = bisect_left(leg.rows, first)
    return leg._replace(rows=leg.rows[begin:], notches=leg.notches[begin:])


def filled_under(
    curve: StoryCurve, room: CopyArea, bands: Sequence[Sequence[Leg]], head: HeadOption | None
) -> Fill | None:
    """The story beside one headline, in what that leaves of the ``bands``, cut once for each row that their lines may
    begin in. Where lines are not all as long, as round guests, their measures add up."""
    head_rows = head.rows if head else 0
    if room.end_row - room.first_row - head_rows < LEAST_LEG or not room.clears(head_rows):
        return None
    first = room.first_row + head_rows
    legs = [leg for band in bands[head_rows % room.step] if (leg := left_of(band, first)).rows]
    if not legs:
        return None
    lacks = sum(begin + end for leg in legs for begin, end in leg.notches)
    whole = sum(len(leg.rows) for leg in legs)
    places, most_places = whole - -(-lacks // room.measure), whole - lacks // room.measure
    needed = most_places - len(legs) + 1 + bool(lacks)  # shorter lines are more than their measures add up to
    natural = curve.natural(room.measure)
    # Wider tracking seldom makes more of shorter lines.
    fills = curve.reaches(room.measure, needed, places) and not (lacks and natural < needed)
    if not fills and not (curve.any_fill and curve.reaches(room.measure, 0, places)):
        return None
    cost = MOVED_COST * max(0, natural - places, needed - natural)
    if not fills:
        cost = SHORT_COST * (needed - natural) * room.measure / curve.kit.grid.column
    return Fill(room.legs, head.head.size * 10 // PER_PT if head else 0, cost + (head.cost if head else 0.0), fills)


def runs(fills: Fills) -> Iterator[list[tuple[int, int]]]:
    """The heights without a gap between them and with as many bands, by bands and rows; one that is not filled stands
    by itself, since it has a cost of its own."""
    run: list[tuple[int, int]] = []
    for bands, rows in sorted(fills):
        if run and ((bands, rows - 1) != run[-1] or not (fills[bands, rows].filled and fills[run[-1]].filled)):
            yield run
            run = []
        run.append((bands, rows))
    if run:
        yield run


def shape_of(curve: StoryCurve, columns: int, run: list[tuple[int, int]], fills: Fills) -> Shape | None:
    """The shape of one run of heights."""
    best = min(run, key=lambda each: (fills[each].cost, each))
    least, rows, most = run[0][1], best[1], run[-1][1]
    boxed = curve.around.boxed
    if boxed:
        least, rows, most = anywhere(least, rows, most)
        if least > most:
            bands, own = best
            if fills[best].filled or (bands, own - WHITE_ROWS) not in fills:
                return None
            least = rows = most = own  # what leaves white holds its copy in a row less too
    return Shape(
        columns=columns,
        rows_min=least,
        rows=rows,
        rows_max=most,
        cost=fills[best].cost,
        form="none" if curve.heads is None else "upright",
        headline_rows=rows,
        headline_columns=(columns - 1, columns),
        headline_size=fills[best].size,
        legs=fills[best].bands,
        boxed=boxed,
    )
