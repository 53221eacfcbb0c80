"""What stands on a picture (压图) and has no place yet: at the head of the picture, wherever the plan puts that."""

from __future__ import annotations

from collections.abc import Mapping

from paiban.diagnostic import Diagnostic
from paiban.grid import GridRect
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.place import Galleys
from paiban.makeup.propose.kind import Candidate, Plannings
from paiban.makeup.search import BlockChoices, Placement


def with_upon(page: IssuePage, plannings: Plannings, galleys: Galleys, kit: PageKit) -> IssuePage:
    """The page with places for what stands on its pictures, where those have one and it fits."""
    around = {block.id: block.place.rect for block in page.blocks if block.place is not None}
    if not any(lacks_place(block, around) for block in page.blocks):
        return page
    blocks = (
        seated(block, around[block.host], plannings, galleys, kit) if lacks_place(block, around) else block
        for block in page.blocks
    )
    return page._replace(blocks=tuple(blocks))


def lacks_place(block: Block, around: Mapping[str, GridRect]) -> bool:
    """Whether a block is to stand on a picture that has a place, and has none itself."""
    return block.upon and block.place is None and not block.slot and block.host in around


def seated(block: Block, around: GridRect, plannings: Plannings, galleys: Galleys, kit: PageKit) -> Block:
    """A block over as much of a picture's width as it can take, at the picture's head; as it was where none fits."""
    planning = plannings[block.kind]
    offer = planning.offer(block, None, galleys.get(block.id), kit)
    if isinstance(offer, Diagnostic):
        return block
    fitting = [shape for shape in offer.shapes if shape.columns <= around.columns and shape.rows <= around.rows]
    if not fitting:
        return block
    shape = max(fitting, key=lambda shape: (shape.columns, -shape.cost, -shape.rows))
    traits = kit.settings[block.kind].traits
    choices = BlockChoices(block.id, traits, block.weight, (shape,))
    placement = Placement(block.id, shape, around.column, around.row, shape.rows, traits=traits, weight=block.weight)
    (own, *_) = planning.places(Candidate(block, choices, offer.own), placement)
    return own
