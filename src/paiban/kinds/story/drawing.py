"""A story as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.block import body_items, box_items, column_rules, head_items
from paiban.compose.composer import Composer
from paiban.display import Item
from paiban.makeup.frame.model import Placed


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Its box, its head, its lines in reading order, the rules between its legs."""
    yield from box_items(placed, composer)
    yield from head_items(placed, composer)
    yield from body_items(placed, composer)
    yield from column_rules(placed, composer)
