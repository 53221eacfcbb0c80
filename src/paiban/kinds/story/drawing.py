"""A story as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.block import body_items, box_items, column_rules, head_items, label_items
from paiban.compose.composer import Composer
from paiban.display import Item
from paiban.makeup.frame.model import Placed
from paiban.span import Text


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Its box, its label, its head, its lines in reading order, the rules between its legs."""
    label: Text | None = placed.block.content.label
    yield from box_items(placed, composer)
    if label is not None:
        yield from label_items(placed, label, composer)
    yield from head_items(placed, composer)
    yield from body_items(placed, composer)
    yield from column_rules(placed, composer)
