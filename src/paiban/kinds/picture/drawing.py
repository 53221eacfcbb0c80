"""A picture as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.composer import Composer, baseline_in
from paiban.display import Box, Item
from paiban.display import Picture as PictureItem
from paiban.kinds.picture.model import PartCaption, PictureContent
from paiban.kinds.picture.setting import SetPicture
from paiban.makeup.frame.model import Placed
from paiban.text import LineRange, Prepared, break_lines


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Each picture with its frame and its own caption, then the caption of all and the credit."""
    picture: PictureContent = placed.block.content
    content: SetPicture = placed.content
    for part in content.parts:
        if picture.frame:
            yield composer.keyline(part.rect, "picture_frame")._replace(radius=picture.corners)
        span = part.shown.words.span
        yield PictureItem(placed.block.id, str(part.shown.file), part.rect, part.crop.box, span, clip=part.clip)
    for note in content.notes:
        yield from note_items(placed, note, composer)
    if content.edge is not None:
        yield from edge_items(placed, content, content.edge, composer)
    yield from caption_items(placed, content, composer)


def note_items(placed: Placed, note: PartCaption, composer: Composer) -> Iterator[Item]:
    """The caption of one picture of a group."""
    y = baseline_in(note.stand.top, composer.setter.size("caption"))
    for index, line in enumerate(note.lines):
        below = y + index * composer.setter.leading("caption")
        yield from composer.line(
            note.text, line, note.stand.measure, note.stand.x, below, "caption", placed.block.id, 0
        )


def edge_items(placed: Placed, content: SetPicture, credit: Prepared, composer: Composer) -> Iterator[Item]:
    """The credit that runs down along the picture's right side, to its foot."""
    rect = content.rect
    x = rect.x1 + composer.length("caption_gap") + credit.style.size // 2
    yield from composer.line(credit, LineRange(0, credit.count), rect.height, x, rect.y0, "credit", placed.block.id, 0)


def caption_items(placed: Placed, content: SetPicture, composer: Composer) -> Iterator[Item]:
    """The strip of paper that a caption over its picture stands on, the caption's lines, then the credit."""
    caption, block, stand = content.caption, placed.block.id, content.stand
    leading = composer.setter.leading("caption")
    if stand.ground is not None:
        yield Box(stand.ground, fill=composer.colour("paper"))
    y = baseline_in(stand.top, composer.setter.size("caption"))
    if caption.text is not None:
        for line in caption.lines:
            yield from composer.line(caption.text, line, stand.measure, stand.x, y, "caption", block, 0)
            y += leading
    if caption.credit is not None:
        y -= 0 if caption.below else leading
        for line in break_lines(caption.credit, stand.measure):
            yield from composer.line(caption.credit, line, stand.measure, stand.x, y, "credit", block, 0)
            y += leading
