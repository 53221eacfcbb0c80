"""Rails in automatic make-up (◆ 简讯、导读): one basic column, as high as what stands in it; white is its reach."""

from __future__ import annotations

from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.makeup.frame.capacity import least_lines
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.propose.kind import Need, Offer, anywhere
from paiban.makeup.search import Shape
from paiban.units import Length


def offer_rail(block: Block, galley: Galley, measure: Length, head: int, kit: PageKit) -> Offer:
    """The one shape of a rail whose copy has ``measure`` and ``head`` rows above and around it."""
    choices = galley.choices(measure, kit.limit)
    least, most = (sum(pick(c.lines for c in o) for o in choices) + head for pick in (min, max))
    natural = sum(o[0].lines for o in choices) + head
    if block.boxed:
        least, natural, most = anywhere(least, natural, most)
    return Offer((Shape(1, least, natural, most, form="none", legs=1, boxed=block.boxed),))


def need_rail(block: Block, galley: Galley, measure: Length, head: int, kit: PageKit) -> Need:
    """A rail without a place."""
    return Need(block.id, block.kind, copy=galley.count(measure), head=head, least=least_lines(galley, kit.grid))
