"""A picture as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.composer import Composer, baseline_in
from paiban.display import Item
from paiban.display import Picture as PictureItem
from paiban.kinds.picture.model import PictureContent
from paiban.kinds.picture.setting import SetPicture
from paiban.makeup.frame.model import Placed
from paiban.text import break_lines


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """The picture, its frame, and its caption below with the credit at the end of the last line."""
    picture: PictureContent = placed.block.content
    content: SetPicture = placed.content
    rect = content.rect
    if picture.frame:
        yield composer.keyline(rect, "picture_frame")
    yield PictureItem(placed.block.id, str(picture.file), rect, content.crop, picture.words.span)
    yield from caption_items(placed, content, composer)


def caption_items(placed: Placed, content: SetPicture, composer: Composer) -> Iterator[Item]:
    """The caption's lines, then the credit."""
    caption, block = content.caption, placed.block.id
    caption_place = composer.grid.before_fold(placed.place)
    x, measure = composer.grid.column_left(caption_place.column), composer.grid.span(caption_place.columns)
    leading = composer.setter.leading("caption")
    y = baseline_in(content.rect.y1 + composer.length("caption_gap") + caption.white, composer.setter.size("caption"))
    if caption.text is not None:
        for line in caption.lines:
            yield from composer.line(caption.text, line, measure, x, y, "caption", block, 0)
            y += leading
    if caption.credit is not None:
        y -= 0 if caption.below else leading
        for line in break_lines(caption.credit, measure):
            yield from composer.line(caption.credit, line, measure, x, y, "credit", block, 0)
            y += leading
