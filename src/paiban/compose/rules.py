"""Rules between blocks: a hairline above a lower story, a fine rule in the gutter between neighbours.

Drawn once, shared by neighbours, never touching: each stops short of another. A box, a picture or an advert parts its
neighbours by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.compose.composer import Composer
from paiban.display import Rule
from paiban.grid import GridRect
from paiban.makeup.frame.model import Placed, PlacedAdvert, PlacedBriefs, PlacedPicture, PlacedStory
from paiban.units import rounded

LEAST_ROWS = 6
"""A rule in a gutter shorter than this is a splinter, not a rule."""


def separators(blocks: Sequence[Placed], composer: Composer) -> Iterator[Rule]:
    """Every rule between the blocks of a page, from the top down, then from the left."""
    for block in sorted(blocks, key=lambda b: (b.place.row, b.place.column)):
        if block.white_above and not boxed(block) and ruled_above(block, blocks):
            yield from above(block, composer)
    for left in sorted(blocks, key=lambda b: (b.place.column, b.place.row)):
        for right in sorted(blocks, key=lambda b: b.place.row):
            if right.place.column == left.place.end_column and parted_by_rule(left, right):
                yield from between(left.place, right.place, composer, left.white_above, right.white_above)


def boxed(block: Placed) -> bool:
    """Whether a block has an outline or a tint of its own."""
    return isinstance(block, PlacedStory | PlacedBriefs) and block.source.box is not None


def parts_itself(block: Placed) -> bool:
    """Whether a block needs no rule against its neighbours."""
    return boxed(block) or isinstance(block, PlacedPicture | PlacedAdvert)


def ruled_above(block: Placed, blocks: Sequence[Placed]) -> bool:
    """Whether a block begins with a hairline: nothing does right under its own picture or a box.

    A picture does where it opens its story under another one's text: it would seem to belong to that.
    """
    over = [b for b in blocks if b.place.end_row == block.place.row and b.place.meets_columns(block.place)]
    if isinstance(block, PlacedPicture):
        others = [b for b in over if not parts_itself(b) and b.source.id != block.source.with_]
        return bool(block.source.with_ and others)
    own = [b for b in over if isinstance(b, PlacedPicture) and b.source.with_ == block.source.id]
    return len(own) != len(over) and not all(boxed(b) for b in over)


def parted_by_rule(left: Placed, right: Placed) -> bool:
    """Whether a fine rule parts two neighbours: stories and rails do, what parts itself does not."""
    own = isinstance(left, PlacedPicture | PlacedAdvert) or isinstance(right, PlacedPicture | PlacedAdvert)
    return not own and not parts_itself(left) and not parts_itself(right) and left.place.meets_rows(right.place)


def above(block: Placed, composer: Composer) -> Iterator[Rule]:
    """The hairline in the middle of a block's white row, from its first leg to its last."""
    grid = composer.grid
    frame = grid.frame(block.place)
    y = frame.y0 + rounded(grid.leading, 2)
    yield composer.rule(frame.x0, y, frame.x1, y, "story_rule")


def between(left: GridRect, right: GridRect, composer: Composer, white_left: int, white_right: int) -> Iterator[Rule]:
    """The fine rule in the gutter, over the rows that both fill, short of the rules that cross its ends."""
    grid = composer.grid
    first = max(left.row + white_left, right.row + white_right)
    end = min(left.end_row, right.end_row)
    if end - first < LEAST_ROWS:
        return
    x = grid.column_left(right.column) - rounded(grid.gutter, 2)
    yield composer.rule(x, grid.face_top(first), x, grid.face_foot(end), "story_rule")
