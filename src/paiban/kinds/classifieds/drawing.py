"""Classifieds as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.composer import Composer
from paiban.display import Item
from paiban.kinds.classifieds.model import SetClassifieds
from paiban.makeup.frame.model import Placed


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Tints, frames and rules, then the lines."""
    content: SetClassifieds = placed.content
    yield from content.items
    for line in content.lines:
        shown = line.prepared, line.line, line.measure, line.x, line.y
        yield from composer.line(*shown, line.role, placed.block.id, line.leg)
