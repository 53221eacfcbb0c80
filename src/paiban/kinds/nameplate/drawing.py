"""A nameplate as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.composer import Composer
from paiban.display import Item
from paiban.kinds.nameplate.model import SetNameplate
from paiban.makeup.frame.model import Placed


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Its art and rules, then its lines."""
    plate: SetNameplate = placed.content
    yield from plate.items
    for line in plate.lines:
        yield from composer.line(line.prepared, line.line, line.measure, line.x, line.y, line.role, placed.block.id, 0)
