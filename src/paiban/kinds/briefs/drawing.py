"""A rail of briefs as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.block import body_items, box_items, label_items
from paiban.compose.composer import Composer
from paiban.display import Item
from paiban.kinds.briefs.model import Briefs
from paiban.makeup.frame.model import Placed


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Its label reversed out of a bar, then the items."""
    briefs: Briefs = placed.block.content
    yield from box_items(placed, composer)
    if briefs.label is not None:
        yield from label_items(placed, briefs.label, composer, upright=briefs.vertical)
    yield from body_items(placed, composer)
