"""A story as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.block import body_items, box_items, column_rules, head_items, label_items
from paiban.compose.composer import Composer
from paiban.display import Item
from paiban.kinds.story.model import Story
from paiban.makeup.frame.model import Placed


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Its box, its label, its head, its pictures, its lines in reading order with the mark that closes them, the rules
    between its legs."""
    story: Story = placed.block.content
    yield from box_items(placed, composer)
    if story.label is not None:
        yield from label_items(placed, story.label, composer)
    yield from head_items(placed, composer)
    if story.portrait is None and story.logo is None and not story.end_mark:
        yield from body_items(placed, composer)
    else:
        from paiban.kinds.story.adorned import adorned  # noqa: PLC0415  few stories have any

        yield from adorned(placed, tuple(body_items(placed, composer)))
    yield from column_rules(placed, composer, story.column_rule)
