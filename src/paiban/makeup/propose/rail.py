"""Rails in automatic make-up (◆ 简讯、导读): one basic column, as high as what stands in it; white is its reach.

White is alike between all members, so a rail has heights that lie apart. Over several columns it is a band.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.makeup.frame.capacity import least_lines
from paiban.makeup.frame.fit import LEAST_MEASURE_EM, CopyArea
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.members import on_rows
from paiban.makeup.frame.model import places_in
from paiban.makeup.propose.kind import Need, Offer, anywhere
from paiban.makeup.search import Shape
from paiban.units import Length
from paiban.value import NamedTuple

WIDEST = 3
"""A vertical rail over more columns is no rail."""

LEAST_ROWS = 8
"""Lines of a vertical rail in a place of fewer rows are hardly any."""

GIVE = 12
"""A vertical rail is tried in places that are so many rows higher: its lines are longer, white stands between them."""

BAND_MEMBERS = 2
"""A band has at least so many members for each of its columns."""

BAND_COST = 3.0
"""A column more than one: a rail would rather stand upright, with a row between its items if need be."""

HOLLOW_COST, MOST_GAP = 3.0, 1
"""A row of white between any two members costs so much: a rail is set solid, and what is opened to fill a height looks
hollow. More rows than that there are only where no other height serves."""

TRIED_COST = 40.0
"""What copy fitting pays, as a shape pays it: so much for one."""


class RailShape(NamedTuple):
    """The rows of white between any two members at a height that they fill, and the shape of that height."""

    gap: int
    shape: Shape


def offer_rail(block: Block, galley: Galley, measure: Length, head: int, kit: PageKit) -> Offer:
    """The one shape of a rail in a box, whose copy has ``measure`` and ``head`` rows above and around it."""
    choices = galley.choices(measure, kit.limit)
    least, most = (sum(pick(c.lines for c in o) for o in choices) + head for pick in (min, max))
    natural = sum(o[0].lines for o in choices) + head
    if block.boxed:
        least, natural, most = anywhere(least, natural, most)
    return Offer((Shape(1, least, natural, most, form="none", legs=1, boxed=block.boxed),))


def offer_members(galley: Galley, room: Callable[[GridRect], CopyArea], kit: PageKit) -> Offer:
    """The shapes of a rail in the open, or of a band: the heights that its members fill, white alike between them."""
    shapes: list[Shape] = []
    for columns in range(1, max(1, min(kit.grid.columns, len(galley.paragraphs) // BAND_MEMBERS)) + 1):
        whole = room(GridRect(0, 1, columns, kit.grid.rows))
        lines, around = galley.count(whole.measure), kit.grid.rows - rows_in(whole)
        most = lines + galley.whites[-1] * len(galley.paragraphs)
        tried = range(around + max(2, lines // columns - 1), around - (-most // columns) + 1)
        shapes += close(filled_at(columns, tried, galley, room, kit))
    return Offer(tuple(shapes))


def close(heights: Iterable[RailShape]) -> Iterator[Shape]:
    """The shapes of the heights at which members stand close to each other; of all where there is none such."""
    found = list(heights)
    least = max(MOST_GAP, min((gap for gap, _ in found), default=0))
    return (shape for gap, shape in found if gap <= least)


def filled_at(
    columns: int, tried: Iterable[int], galley: Galley, room: Callable[[GridRect], CopyArea], kit: PageKit
) -> Iterator[RailShape]:
    """Each of the heights that members really fill over so many columns."""
    for rows in tried:
        dealt = on_rows(galley, room(GridRect(0, 1, columns, rows)), columns, kit)
        if dealt is not None and not (dealt.fit.over_lines or dealt.fit.short_lines):
            gap = max(choice.blank for choice in dealt.attempt.fitted.choices)
            cost = BAND_COST * (columns - 1) + HOLLOW_COST * gap + dealt.attempt.cost / TRIED_COST
            legs = len(dealt.attempt.legs)
            shape = Shape(columns, rows, rows, rows, cost=cost, form="none", legs=legs, firm=columns > 1)
            yield RailShape(gap, shape)


def rows_in(room: CopyArea) -> int:
    """The rows that a room leaves for lines."""
    return room.end_row - room.first_row


def offer_upright(block: Block, galley: Galley, room: Callable[[GridRect], CopyArea], kit: PageKit) -> Offer:
    """The shapes of a vertical rail over one to ``WIDEST`` columns: from the lowest place that holds its copy on.

    Where it fills no place near one of those, they have to do.
    """
    shapes: list[Shape] = []
    lowest: list[Shape] = []
    for columns in range(1, min(WIDEST, kit.grid.columns) + 1):
        tried = range(LEAST_ROWS, kit.grid.rows + 1)
        least = next((rows for rows in tried if holds(galley, room(GridRect(0, 1, columns, rows)), kit)), None)
        if least is not None:
            near = range(least, min(kit.grid.rows, least + GIVE) + 1)
            shapes += close(filled_at(columns, near, galley, room, kit))
            lowest.append(Shape(columns, least, least, least, form="none", legs=1))
    return Offer(tuple(replace(shape, boxed=block.boxed) for shape in shapes or lowest))


def holds(galley: Galley, room: CopyArea, kit: PageKit) -> bool:
    """Whether a room takes all copy as it comes, without white between its members."""
    if room.measure < LEAST_MEASURE_EM * kit.grid.size:
        return False
    legs = room.cut(0)
    return sum(paragraph.count(room.measure, 0) for paragraph in galley.paragraphs) <= places_in(legs)


def need_rail(block: Block, galley: Galley, measure: Length, head: int, kit: PageKit) -> Need:
    """A rail without a place."""
    return Need(block.id, block.kind, copy=galley.count(measure), head=head, least=least_lines(galley, kit.grid))
