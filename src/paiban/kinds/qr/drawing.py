"""A QR code as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.code import code_items
from paiban.compose.composer import Composer, baseline_in
from paiban.display import Item
from paiban.kinds.qr.model import SetCode
from paiban.makeup.frame.model import Placed


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """The code, then its caption."""
    content: SetCode = placed.content
    yield from code_items(content.rows, content.rect, placed.block.id)
    if content.caption is None:
        return
    leading, size = content.leading, composer.setter.size("caption")
    for number, line in enumerate(content.lines):
        y = baseline_in(content.y + number * leading + (leading - size) // 2, size)
        shown = content.caption, line, content.measure, content.x, y
        yield from composer.line(*shown, "caption", placed.block.id, 0)
