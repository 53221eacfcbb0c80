"""A placard as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.block import body_items
from paiban.compose.composer import Composer
from paiban.display import Item, Picture
from paiban.makeup.frame.model import Placed


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    placard, content = placed.block.content, placed.content
    yield Picture(placed.block.id, str(placard.file), content.rect, content.crop, placard.words.span)
    yield from body_items(placed, composer)
