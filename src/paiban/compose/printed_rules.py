"""Rules between blocks: a hairline above a lower story, a fine rule in the gutter between neighbours.

Drawn once, shared by neighbours, never touching: each stops short of another. A box, a picture or an advert parts its
neighbours by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.compose.composer import Composer
from paiban.display import Rule
from paiban.grid import GridRect
from paiban.makeup.frame.model import Placed
from paiban.units import rounded

LEAST_ROWS = 6
"""A rule in a gutter shorter than this is a splinter, not a rule."""


def separators(blocks: Sequence[Placed], composer: Composer) -> Iterator[Rule]:
    """Every rule between the blocks of a page, from the top down, then from the left."""
    blocks = [block for block in blocks if not (block.block.upon or inside_host(block, blocks))]
    for block in sorted(blocks, key=lambda b: (b.place.row, b.place.column)):
        if block.white_above and not topped(block, composer) and ruled_above(block, blocks):
            yield from above(block, composer)
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
    return block.block.boxed or (dress is not None and bool(dress.above))


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


def above(block: Placed, composer: Composer) -> Iterator[Rule]:
    """The hairline in the middle of a block's white row, from its first leg to its last."""
    grid = composer.grid
    frame = grid.frame(block.place)
    y = frame.y0 + rounded(grid.leading, 2)
    yield composer.rule(frame.x0, y, frame.x1, y, "story_rule")


def between(left: GridRect, right: GridRect, composer: Composer, white_left: int, white_right: int) -> Iterator[Rule]:
    """The fine rule in the gutter, over the rows that both fill, short of the rules that cross its ends."""
    grid = composer.grid
    if right.column == grid.fold:
        return
    first = max(left.row + white_left, right.row + white_right)
    end = min(left.end_row, right.end_row)
    if end - first < LEAST_ROWS:
        return
    x = grid.column_left(right.column) - rounded(grid.gutter, 2)
    yield composer.rule(x, grid.face_top(first), x, grid.face_foot(end), "story_rule")
