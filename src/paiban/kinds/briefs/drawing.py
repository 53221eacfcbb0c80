"""A rail of briefs as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.block import body_items, box_items, box_rect
from paiban.compose.composer import Composer, baseline_in
from paiban.display import PAPER, Box, Item, Rect
from paiban.kinds.briefs.model import Briefs
from paiban.makeup.frame.model import Placed
from paiban.units import Length, rounded


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Its label reversed out of a bar, then the items."""
    briefs: Briefs = placed.block.content
    yield from box_items(placed, composer)
    if briefs.label is not None:
        frame = composer.grid.frame(placed.place)
        top = label_top(placed, composer)
        foot = top + composer.length("label_height")
        yield Box(Rect(frame.x0, top, frame.x1, foot), fill=composer.colour("accent"))
        style = composer.setter.style("brief-label", colour=PAPER)
        inset = composer.grid.size
        y = baseline_in(top + rounded(foot - top - style.size, 2), style.size)
        room = composer.grid.width(composer.grid.before_fold(placed.place))
        x, measure = frame.x0 + inset, room - 2 * inset
        yield from composer.single(briefs.label, style, measure, x, y, "brief-label", placed.block.id)
    yield from body_items(placed, composer)


def label_top(placed: Placed, composer: Composer) -> Length:
    """Where a rail's label begins: at its first row, or flush with the edge of its box."""
    if placed.block.boxed:
        return box_rect(placed.place, composer).y0
    return composer.grid.face_top(placed.place.row + placed.white_above)
