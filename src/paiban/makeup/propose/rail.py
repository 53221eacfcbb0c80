"""Rails in automatic make-up (◆ 简讯、导读): one basic column, as high as what stands in it; white is its reach."""

from __future__ import annotations

from collections.abc import Callable

from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.makeup.frame.capacity import least_lines
from paiban.makeup.frame.fit import LEAST_MEASURE_EM, CopyArea
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.model import places_in
from paiban.makeup.propose.kind import Need, Offer, anywhere
from paiban.makeup.search import Shape
from paiban.units import Length

WIDEST = 3
"""A vertical rail over more columns is no rail."""

LEAST_ROWS = 8
"""Lines of a vertical rail in a place of fewer rows are hardly any."""

GIVE = 3
"""A vertical rail is as well in a place that is so many rows higher: its lines are longer, white stands at its left."""


def offer_rail(block: Block, galley: Galley, measure: Length, head: int, kit: PageKit) -> Offer:
    """The one shape of a rail whose copy has ``measure`` and ``head`` rows above and around it."""
    choices = galley.choices(measure, kit.limit)
    least, most = (sum(pick(c.lines for c in o) for o in choices) + head for pick in (min, max))
    natural = sum(o[0].lines for o in choices) + head
    if block.boxed:
        least, natural, most = anywhere(least, natural, most)
    return Offer((Shape(1, least, natural, most, form="none", legs=1, boxed=block.boxed),))


def offer_upright(block: Block, galley: Galley, room: Callable[[GridRect], CopyArea], kit: PageKit) -> Offer:
    """The shapes of a vertical rail over one to ``WIDEST`` columns: from the lowest place that holds its copy on."""
    shapes = []
    for columns in range(1, min(WIDEST, kit.grid.columns) + 1):
        tried = range(LEAST_ROWS, kit.grid.rows + 1)
        holding = [rows for rows in tried if holds(galley, room(GridRect(0, 1, columns, rows)), kit)]
        if holding:
            least = holding[0]
            most = next((rows for rows in range(least, least + GIVE + 1) if rows + 1 not in holding), least + GIVE)
            shapes.append(Shape(columns, least, least, most, form="none", legs=1, boxed=block.boxed))
    return Offer(tuple(shapes))


def holds(galley: Galley, room: CopyArea, kit: PageKit) -> bool:
    """Whether a room takes all copy as it comes, without white between its members."""
    if room.measure < LEAST_MEASURE_EM * kit.grid.size:
        return False
    legs = room.cut(0)
    return sum(paragraph.count(room.measure, 0) for paragraph in galley.paragraphs) <= places_in(legs)


def need_rail(block: Block, galley: Galley, measure: Length, head: int, kit: PageKit) -> Need:
    """A rail without a place."""
    return Need(block.id, block.kind, copy=galley.count(measure), head=head, least=least_lines(galley, kit.grid))
