"""What stands on a picture (压图) and has no place yet: from the picture's head down, wherever the plan puts that."""

from __future__ import annotations

from collections.abc import Mapping

from paiban.diagnostic import Diagnostic
from paiban.grid import GridRect
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.place import Galleys
from paiban.makeup.frame.surround import PLAIN
from paiban.makeup.propose.kind import Candidate, Plannings
from paiban.makeup.search import BlockChoices, Placement, Shape

CLEAR_ROWS = 1
"""Type keeps so many rows off a picture's head."""

CAPTION_ROWS = 2
"""So many rows at the foot of a picture's place may be its caption's."""


def with_upon(page: IssuePage, plannings: Plannings, galleys: Galleys, kit: PageKit) -> IssuePage:
    """The page with places for what stands on its pictures, where those have one and it fits: one below another, on a
    vertical page one left of another."""
    free = {block.id: room_on(block.place.rect) for block in page.blocks if block.place is not None}
    if not any(lacks_place(block, free) for block in page.blocks):
        return page
    from_right = page.writing == "vertical"
    blocks = []
    for block in page.blocks:
        own = block
        if lacks_place(block, free):
            own = seated(block, free[block.host], plannings, galleys, kit, from_right=from_right)
            if own.place is not None:
                free[block.host] = beyond(own.place.rect, free[block.host], from_right=from_right)
        blocks.append(own)
    return page._replace(blocks=tuple(blocks))


def lacks_place(block: Block, free: Mapping[str, GridRect]) -> bool:
    """Whether a block is to stand on a picture that has a place, and has none itself."""
    return block.upon and block.place is None and not block.slot and block.host in free


def room_on(place: GridRect) -> GridRect:
    """What a picture's place leaves for type: without the white above it and what may be its caption."""
    above = PLAIN.white(place.row) + CLEAR_ROWS
    return place._replace(row=place.row + above, rows=max(0, place.rows - above - CAPTION_ROWS))


def beyond(taken: GridRect, room: GridRect, *, from_right: bool) -> GridRect:
    """What is left of a room for what comes next."""
    if from_right:
        return room._replace(columns=taken.column - room.column)
    return room._replace(row=taken.end_row, rows=room.end_row - taken.end_row)


def seated(
    block: Block, room: GridRect, plannings: Plannings, galleys: Galleys, kit: PageKit, *, from_right: bool
) -> Block:
    """A block as large as a room on its picture can take it, where lines begin there; as it was where none fits."""
    planning = plannings[block.kind]
    offer = planning.offer(block, None, galleys.get(block.id), kit)
    if isinstance(offer, Diagnostic):
        return block
    fitting = [shape for shape in offer.shapes if shape.columns <= room.columns and shape.rows <= room.rows]
    if not fitting:
        return block

    def worth(shape: Shape) -> tuple[float, ...]:
        return (-shape.cost, shape.rows) if from_right else (shape.columns, -shape.cost, -shape.rows)

    shape = max(fitting, key=worth)
    traits = kit.settings[block.kind].traits
    choices = BlockChoices(block.id, traits, block.weight, (shape,))
    column = room.end_column - shape.columns if from_right else room.column
    placement = Placement(block.id, shape, column, room.row, shape.rows, traits=traits, weight=block.weight)
    (own, *_) = planning.places(Candidate(block, choices, offer.own), placement)
    return own
