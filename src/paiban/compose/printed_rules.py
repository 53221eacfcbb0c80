"""Rules between blocks: a hairline above a lower story, a fine rule in the gutter between neighbours.

Drawn once, shared by neighbours, never touching: each stops short of another. A box, a picture or an advert parts its
neighbours by itself. Where two lines would stand within a row of each other one is drawn, the first of these:

1. the outline of a box;
2. a line that a block brings: a nameplate's foot, a table's head and foot, the label of classifieds, a head's dress;
3. the hairline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from paiban.compose.composer import Composer
from paiban.display import Rule
from paiban.grid import GridRect
from paiban.makeup.frame.model import Placed
from paiban.makeup.frame.surround import RULED_ROWS
from paiban.units import rounded

OWNED = 1, 2
"""A hairline of which blocks above have ruled off so large a share with lines of their own is not drawn at all."""


def separators(blocks: Sequence[Placed], composer: Composer) -> Iterator[Rule]:
    """Every rule between the blocks of a page, from the top down, then from the left."""
    blocks = [block for block in blocks if not (block.block.upon or inside_host(block, blocks))]
    under_mates: set[str] = set()
    for block in sorted(blocks, key=lambda b: (b.place.row, b.place.column)):
        if begins_with_rule(block, blocks, composer) and block.block.id not in under_mates:
            mate = mate_of(block, blocks, composer)
            under_mates |= {mate.block.id} if mate is not None else set()
            yield from above(block, ruled_off(block, blocks), mate, composer)
    for left in sorted(blocks, key=lambda b: (b.place.column, b.place.row)):
        for right in sorted(blocks, key=lambda b: b.place.row):
            if right.place.column == left.place.end_column and parted_by_rule(left, right):
                yield from between(left.place, right.place, composer, left.white_above, right.white_above)


def inside_host(block: Placed, blocks: Sequence[Placed]) -> bool:
    """Whether copy stands inside the block that it belongs to: its box, or white, parts it from that."""
    host = next((other for other in blocks if other.block.id == block.block.host), None)
    return host is not None and not block.traits.guest and host.place.holds(block.place)


def topped(block: Placed, composer: Composer) -> bool:
    """Whether a block brings a line of its own above: a box's, or that of its head's dress."""
    dress = composer.setter.sheet.dresses.get(block.block.dress)
    return block.block.boxed or block.ruled[0] or (dress is not None and bool(dress.above))


def ruled_above(block: Placed, blocks: Sequence[Placed]) -> bool:
    """Whether a block begins with a hairline: nothing does right under its own guest, a box or a headline alone.

    A guest does where it opens its host under another one's text: it would seem to belong to that.
    """
    over = [b for b in blocks if b.place.end_row == block.place.row and b.place.meets_columns(block.place)]
    if block.traits.guest:
        others = [b for b in over if not b.parts_itself and b.block.id != block.block.host]
        return bool(block.block.host and others)
    own = [b for b in over if b.traits.guest and b.block.host == block.block.id]
    return len(own) != len(over) and not all(b.block.boxed or b.traits.heads for b in over)


def parted_by_rule(left: Placed, right: Placed) -> bool:
    """Whether a fine rule parts two neighbours: what parts itself needs none."""
    return not left.parts_itself and not right.parts_itself and left.place.meets_rows(right.place)


def ruled_off(block: Placed, blocks: Sequence[Placed]) -> frozenset[int]:
    """The columns over which a line of a block above parts a block already."""
    over = [b for b in blocks if b.ruled[1] and b.place.end_row == block.place.row]
    return frozenset(
        column
        for column in range(block.place.column, block.place.end_column)
        if any(b.place.column <= column < b.place.end_column for b in over)
    )


def begins_with_rule(block: Placed, blocks: Sequence[Placed], composer: Composer) -> bool:
    """Whether a block begins with a hairline, or with what others have ruled off."""
    return bool(block.white_above) and not topped(block, composer) and ruled_above(block, blocks)


def mate_of(block: Placed, blocks: Sequence[Placed], composer: Composer) -> Placed | None:
    """The block right of one that is one story with it and begins at the same height: a picture and its story beside
    it are under one hairline."""
    for other in blocks:
        place, one_story = other.place, block.block.id == other.block.host or other.block.id == block.block.host
        if one_story and (place.row, place.column) == (block.place.row, block.place.end_column):
            off = ruled_off(block, blocks) or ruled_off(other, blocks) or place.column == composer.grid.fold
            return other if begins_with_rule(other, blocks, composer) and not off else None
    return None


def above(block: Placed, taken: frozenset[int], mate: Placed | None, composer: Composer) -> Iterator[Rule]:
    """The hairline in the middle of a block's white row, over all of its columns that are not ``taken``, and over those
    of its ``mate``."""
    grid, place = composer.grid, block.place
    if len(taken) * OWNED[1] >= place.columns * OWNED[0] and taken:
        return
    y = grid.row_top(place.row) + rounded(grid.leading, 2)
    columns = range(place.column, place.end_column)
    for is_taken, group in groupby(columns, key=lambda column: column in taken):
        own = list(group)
        if not is_taken:
            part = grid.frame(place if not taken else place._replace(column=own[0], columns=len(own), inset=(0, 0)))
            x1 = part.x1 if mate is None else grid.frame(mate.place).x1
            yield composer.rule(part.x0, y, x1, y, "story_rule")


def between(left: GridRect, right: GridRect, composer: Composer, white_left: int, white_right: int) -> Iterator[Rule]:
    """The fine rule in the gutter, over the rows that both fill, short of the rules that cross its ends."""
    grid = composer.grid
    if right.column == grid.fold:
        return
    first = max(left.row + white_left, right.row + white_right)
    end = min(left.end_row, right.end_row)
    if end - first < RULED_ROWS:
        return
    x = grid.column_left(right.column) - rounded(grid.gutter, 2)
    yield composer.rule(x, grid.face_top(first), x, grid.face_foot(end), "story_rule")
