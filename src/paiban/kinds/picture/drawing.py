"""A picture as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.composer import Composer, baseline_in
from paiban.display import Box, Item
from paiban.display import Picture as PictureItem
from paiban.kinds.picture.model import PictureContent
from paiban.kinds.picture.setting import SetPicture
from paiban.makeup.frame.model import Placed
from paiban.text import break_lines


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """The picture, its frame, and its caption with the credit at the end of the last line."""
    picture: PictureContent = placed.block.content
    content: SetPicture = placed.content
    rect = content.rect
    if picture.frame:
        yield composer.keyline(rect, "picture_frame")
    yield PictureItem(placed.block.id, str(picture.file), rect, content.crop, picture.words.span, clip=content.clip)
    yield from caption_items(placed, content, composer)


def caption_items(placed: Placed, content: SetPicture, composer: Composer) -> Iterator[Item]:
    """The strip of paper that a caption over its picture stands on, the caption's lines, then the credit."""
    caption, block, stand = content.caption, placed.block.id, content.stand
    if stand.ground is not None:
        yield Box(stand.ground, fill=composer.colour("paper"))
    y = baseline_in(stand.top, composer.setter.size("caption"))
    if caption.text is not None:
        for line in caption.lines:
            yield from composer.line(caption.text, line, stand.measure, stand.x, y, "caption", block, 0)
            y += caption.leading
    if caption.credit is not None:
        y -= 0 if caption.below else caption.leading
        for line in break_lines(caption.credit, stand.measure):
            yield from composer.line(caption.credit, line, stand.measure, stand.x, y, "credit", block, 0)
            y += caption.leading
