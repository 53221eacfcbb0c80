"""What stands on a picture (压图) and has no place yet: from the picture's head down, wherever the plan puts that.

On a page that was chosen, type that the picture hides there stands where it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from math import inf

from paiban.diagnostic import Diagnostic
from paiban.grid import GridRect
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.place import Galleys, page_galleys
from paiban.makeup.frame.surround import PLAIN
from paiban.makeup.propose.kind import Candidate, Plannings
from paiban.makeup.search import BlockChoices, Placement, Shape

CLEAR_ROWS = 1
"""Type keeps so many rows off a picture's head."""

CAPTION_ROWS = 2
"""So many rows at the foot of a picture's place may be its caption's."""


MOST_LEVELS = 12
"""Places for type are tried at so many levels of a picture at most."""

Hidden = Callable[[IssuePage, str], int]
"""Tells how well a block of a page is told from the picture that it stands on: the more the worse, 0 for well."""


def with_upon(
    page: IssuePage, plannings: Plannings, galleys: Galleys, kit: PageKit, hidden: Hidden | None = None
) -> IssuePage:
    """The page with places for what stands on its pictures, where those have one and it fits: one below another, on a
    vertical page one left of another. With ``hidden`` each stands in the first of the places where it is told best.
    """
    free = {block.id: room_on(block.place.rect) for block in page.blocks if block.place is not None}
    if not any(lacks_place(block, free) for block in page.blocks):
        return page
    from_right = page.writing == "vertical"
    bearing = {block.id: block for block in page.blocks}
    blocks = []
    for block in page.blocks:
        own = block
        if lacks_place(block, free):
            seats = seats_of(block, free[block.host], plannings, galleys, kit, from_right=from_right)
            own = best_seen(block, seats, page._replace(blocks=(bearing[block.host],)), hidden)
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


def best_seen(block: Block, seats: Iterator[Block], ground: IssuePage, hidden: Hidden | None) -> Block:
    """A block in the first of its seats, or in the first of those in which it is told best from the picture of
    ``ground``; as it was where it has none."""
    best = next(seats, block)
    if hidden is None or best.place is None:
        return best
    least: float = inf
    for own in chain((best,), seats):
        found = hidden(ground._replace(blocks=(*ground.blocks, own)), own.id)
        if found < least:
            best, least = own, found
        if not found:
            break
    return best


def seats_of(
    block: Block, room: GridRect, plannings: Plannings, galleys: Galleys, kit: PageKit, *, from_right: bool
) -> Iterator[Block]:
    """A block in every place of a room on its picture that is tried: as large as the room can take it and where lines
    begin there, then further on, then smaller."""
    planning = plannings[block.kind]
    offer = planning.offer(block, None, galleys.get(block.id), kit)
    if isinstance(offer, Diagnostic):
        return
    traits = kit.settings[block.kind].traits
    for shape in shapes_within(offer.shapes, room, from_right=from_right):
        choices = BlockChoices(block.id, traits, block.weight, (shape,))
        for column, row in corners(shape, room, from_right=from_right):
            placement = Placement(block.id, shape, column, row, shape.rows, traits=traits, weight=block.weight)
            yield planning.places(Candidate(block, choices, offer.own), placement)[0]


def shapes_within(shapes: Sequence[Shape], room: GridRect, *, from_right: bool) -> Iterator[Shape]:
    """The best of the shapes that a room can take: of each width, the widest first; from the right of each height."""

    def worth(shape: Shape) -> tuple[float, ...]:
        return (-shape.cost, shape.rows) if from_right else (shape.columns, -shape.cost, -shape.rows)

    fitting = [shape for shape in shapes if shape.columns <= room.columns and shape.rows <= room.rows]
    extents = set()
    for shape in sorted(fitting, key=worth, reverse=True):
        extent = shape.rows if from_right else shape.columns
        if extent not in extents:
            extents.add(extent)
            yield shape


def corners(shape: Shape, room: GridRect, *, from_right: bool) -> Iterator[tuple[int, int]]:
    """The column and row where a shape may begin in a room, those first where lines begin."""
    last = room.end_row - shape.rows
    rows = range(room.row, last + 1, -(-(last - room.row + 1) // MOST_LEVELS))
    columns = range(room.column, room.end_column - shape.columns + 1)
    if from_right:
        return ((column, row) for column in reversed(columns) for row in rows)
    return ((column, row) for row in rows for column in columns)


def told_from_pictures(
    made: IssuePage, before: IssuePage, plannings: Plannings, kit: PageKit, hidden: Hidden
) -> IssuePage:
    """A page that was made up, with all that it put on pictures where that is told from them best.

    ``before`` is the page as it was asked for: what had its place there keeps it.
    """
    open_ = {block.id: block for block in before.blocks if block.upon and block.place is None}
    loose = made._replace(
        blocks=tuple(
            block._replace(place=None, form=open_[block.id].form) if block.id in open_ else block
            for block in made.blocks
        )
    )
    if loose == made:
        return made
    again = with_upon(loose, plannings, page_galleys(loose, kit), kit, hidden)
    placed = zip(made.blocks, again.blocks, strict=True)
    return made if any(one.place is not None and other.place is None for one, other in placed) else again
