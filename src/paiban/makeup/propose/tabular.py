"""Rows in automatic make-up (表、名单): at every width, in every number of legs, as high as they come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Galley
from paiban.galley.head import HeadOption
from paiban.galley.table import LaidTable, dealt, height_of
from paiban.grid import GridRect
from paiban.issue import Block, LegsForm, Place
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.frame.tabular import LEAST_ROWS, TableKit, best_head, room_of, rows_around, usual_legs
from paiban.makeup.propose.kind import (
    Candidate,
    Guest,
    Hosted,
    Need,
    Offer,
    Planning,
    never_shorter,
    solid_need,
    takes_none,
)
from paiban.makeup.search import Placement, Shape
from paiban.units import PER_PT, Length
from paiban.value import NamedTuple

ROOMY = 6
"""A table of vertical lines is set as well in a place that is so many rows higher: its columns stand further apart."""


ROOM_ENOUGH = 1.6
"""A table so many times as wide as its cells want is wide enough."""

STRAIN = 0.25
"""The share of its measure that a table inside a story may lack."""

WASTE = 4, 3
"""A table of vertical lines inside a story takes no more than this of the cells that it could do with."""

TIGHT_COST, LOOSE_COST = 12.0, 2.0
"""What a measure costs for each whole measure that it lacks, or has too much."""


class RowsShape(NamedTuple):
    """A table in so many legs: the rows that it takes, how many more it may be given, what it costs."""

    legs: int
    rows: int
    more: int
    head: HeadOption | None
    cost: float


def offer_rows(block: Block, own: TableKit, kit: PageKit) -> Offer:
    """The shapes of rows: of each width and number of legs their one height."""
    ways = vertical_ways if own.vertical else horizontal_ways
    shapes: list[Shape] = []
    forms: list[int] = []
    for columns in range(1, kit.grid.columns + 1):
        for way in ways(block, own, columns, kit):
            shapes.append(shape_of(block, own, columns, way, len(shapes)))
            forms.append(way.legs)
    return Offer(tuple(shapes), tuple(forms))


def horizontal_ways(block: Block, own: TableKit, columns: int, kit: PageKit) -> Iterator[RowsShape]:
    """The numbers of legs that serve over so many columns, each with the rows that the table takes."""
    around, heads, asked = kit.surround(block), own.heads, own.legs or own.usual
    span = around.measure(kit.grid.span(columns))
    head = best_head(heads, span, vertical=False)
    if heads is not None and head is None:
        return
    for legs in (asked,) if asked else range(1, columns + 1):
        laid = own.galley.laid(kit.grid.recut(span, legs))
        if laid is None or (legs > 1 and not asked and len(laid.rows) < legs * LEAST_ROWS):
            continue
        rows = (head.rows if head else 0) + rows_around(own, span) + lines_in(laid, legs, kit) + around.rows
        if rows <= kit.grid.rows:
            yield RowsShape(legs, rows, 0, head, strained(own, kit.grid.recut(span, legs)))


def vertical_ways(block: Block, own: TableKit, columns: int, kit: PageKit) -> Iterator[RowsShape]:
    """The least height at which a table whose lines run down has room over so many columns."""
    heads, around = own.heads, kit.surround(block)
    for rows in range(around.rows + 1, kit.grid.rows + 1):
        room = room_of(block, own, GridRect(0, 1, columns, rows), kit)
        laid = own.galley.laid(room.measure)
        head = best_head(heads, room.head_extent, vertical=True) if laid is not None else None
        if laid is None or (heads is not None and head is None):
            continue
        lines = (head.rows if head else 0) + rows_around(own, room.extent) + lines_in(laid, room.legs, kit)
        if lines <= room.end_row - room.first_row:
            more = min(ROOMY, kit.grid.rows - rows) if head is None else 0  # another height may have another head
            yield RowsShape(room.legs, rows, more, head, strained(own, room.measure))
            return


class RowsGuest(NamedTuple):
    """A table or a list inside the story that it belongs to, in the legs that it takes by itself."""

    block: Block
    own: TableKit
    kit: PageKit
    below_head: bool = True

    @property
    def over_copy(self) -> RowsGuest:
        """It takes no more or fewer rows where copy stands below it."""
        return self

    def cost(self, columns: int, weight: int) -> float:  # noqa: ARG002  a table is as wide as it can be read
        """None of any width that it can be read at."""
        return 0.0

    def rows(self, columns: int) -> tuple[int, int, int]:
        """(least, natural, most) rows over so many columns; ``most`` is less than ``least`` where it cannot be read."""
        own, kit = self.own, self.kit
        if own.vertical:
            return self.upright_rows(columns)
        span = kit.surround(self.block).measure(kit.grid.span(columns))
        legs = own.legs or own.usual or usual_legs(own, span, columns, kit)
        way = next(horizontal_ways(self.block, own._replace(legs=legs), columns, kit), None)
        serves = own.galley.natural <= kit.grid.recut(span, legs) * (1 + STRAIN)
        rows = way.rows if way is not None else 1
        return rows, rows, rows if way is not None and serves else rows - 1

    def upright_rows(self, columns: int) -> tuple[int, int, int]:
        """The same of vertical lines, which serve where they take little more of the page than they must."""
        heights = {
            across: way.rows
            for across in range(1, self.kit.grid.columns + 1)
            for way in vertical_ways(self.block, self.own, across, self.kit)
        }
        least = min((across * rows for across, rows in heights.items()), default=0)
        rows = heights.get(columns, 1)
        serves = columns in heights and columns * rows * WASTE[1] <= least * WASTE[0]
        return rows, rows, rows if serves else rows - 1


def strained(own: TableKit, measure: Length) -> float:
    """What it costs that cells are broken for want of room, or stand far apart."""
    natural = own.galley.natural
    tight, loose = max(0.0, natural / measure - 1), max(0.0, measure / natural - ROOM_ENOUGH)
    return TIGHT_COST * tight + LOOSE_COST * loose


def lines_in(laid: LaidTable, legs: int, kit: PageKit) -> int:
    """The rows of the grid that a table takes in so many legs, its head above each."""
    room = max(kit.grid.rows, height_of(laid.rows))
    return height_of(laid.head) + max(map(height_of, dealt(laid.rows, [room] * legs)))


def shape_of(block: Block, own: TableKit, columns: int, way: RowsShape, key: int) -> Shape:
    """One shape."""
    rows = way.rows + (WHITE_ROWS if block.boxed else 0)  # at the page's head a row is taken off, which a box keeps
    head, vertical = way.head, own.vertical
    return Shape(
        columns=columns,
        rows_min=rows,
        rows=rows,
        rows_max=rows + way.more,
        key=key,
        cost=way.cost,
        form="none" if head is None else "upright" if vertical else "above",
        headline_rows=0 if head is None else rows if vertical else head.rows + WHITE_ROWS,
        headline_columns=(0, 0) if head is None else (columns - 1, columns) if vertical else (0, columns),
        headline_size=0 if head is None else head.head.size * 10 // PER_PT,
        legs=way.legs,
        boxed=block.boxed,
    )


def places(candidate: Candidate, placement: Placement) -> Sequence[Block]:
    """The block with its place and its legs."""
    legs: int = candidate.own[placement.shape.key]
    block = candidate.block
    return (block._replace(place=Place(placement.rect, block.span), form=LegsForm(legs)),)


def alike(candidate: Candidate, shape: Shape, before: Block) -> bool:
    """Whether a block in a shape keeps the legs that it had."""
    legs: int = candidate.own[shape.key]
    return before.form.legs in (None, legs)


def need_rows(block: Block, offer: Offer) -> Need:
    """A block without a place: the least of what its shapes take."""
    cells = [shape.columns * shape.rows for shape in offer.shapes]
    least = min(cells, default=0)
    return Need(block.id, block.kind, solid=least, least=least, most=max(cells, default=0))


def rows_planning(kit_of: Callable[[Block, PageKit], TableKit | Diagnostic]) -> Planning:
    """The planning of a kind whose rows are set with what ``kit_of`` makes of a block."""

    def offer(block: Block, _company: Hosted | None, _galley: Galley | None, kit: PageKit) -> Offer | Diagnostic:
        own = kit_of(block, kit)
        return own if isinstance(own, Diagnostic) else offer_rows(block, own, kit)

    def need(block: Block, _galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need | Diagnostic:
        own = kit_of(block, kit)
        return own if isinstance(own, Diagnostic) else need_rows(block, offer_rows(block, own, kit))

    def guest(block: Block, kit: PageKit) -> Guest | Diagnostic:
        own = kit_of(block, kit)
        return own if isinstance(own, Diagnostic) else RowsGuest(block, own, kit)

    return Planning(
        free=lambda _form: LegsForm(),
        takes=takes_none,
        guest=guest,
        offer=offer,
        standing=None,
        places=places,
        alike=alike,
        hold=None,
        grounded=None,
        shorter=never_shorter,
        need=need,
        need_placed=solid_need,
    )
