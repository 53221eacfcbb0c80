"""A picture as display items."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.composer import Composer, baseline_in
from paiban.display import Box, Item, Rect
from paiban.display import Picture as PictureItem
from paiban.kinds.picture.model import PartCaption, PictureContent
from paiban.kinds.picture.setting import SetPicture
from paiban.makeup.frame.model import Placed
from paiban.text import LineRange, Prepared
from paiban.units import PER_MM

HAIR = PER_MM // 20
"""What a strip of paper takes beyond the edge of the picture that it stands on."""


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Each picture with its frame and its own caption, then the caption of all and the credit.

    The frame comes after its picture: on a screen a picture takes every pixel that it touches, and hid two sides of it.
    """
    picture: PictureContent = placed.block.content
    content: SetPicture = placed.content
    for part in content.parts:
        span = part.shown.words.span
        yield PictureItem(placed.block.id, str(part.shown.file), part.rect, part.crop.box, span, clip=part.clip)
        if picture.frame:
            yield composer.keyline(part.rect, "picture_frame")._replace(radius=picture.corners)
    for note in content.notes:
        yield from note_items(placed, note, composer)
    if content.edge is not None:
        yield from edge_items(placed, content, content.edge, composer)
    yield from caption_items(placed, content, composer)


def note_items(placed: Placed, note: PartCaption, composer: Composer) -> Iterator[Item]:
    """The caption of one picture of a group."""
    y = baseline_in(note.stand.top, composer.setter.size("caption"))
    for index, line in enumerate(note.lines):
        below = y + index * note.leading
        yield from composer.line(
            note.text, line, note.stand.measure, note.stand.x, below, "caption", placed.block.id, 0
        )


def edge_items(placed: Placed, content: SetPicture, credit: Prepared, composer: Composer) -> Iterator[Item]:
    """The credit that runs down along the picture's right side, to its foot."""
    rect = content.rect
    x = rect.x1 + composer.length("caption_gap") + credit.style.size // 2
    yield from composer.line(credit, LineRange(0, credit.count), rect.height, x, rect.y0, "credit", placed.block.id, 0)


def caption_items(placed: Placed, content: SetPicture, composer: Composer) -> Iterator[Item]:
    """The strip of paper that a caption over its picture stands on, the caption's lines, then the credit.

    The strip goes a hair beyond the picture's edges, which no proof then shows around it.
    """
    caption, block, stand = content.caption, placed.block.id, content.stand
    if stand.ground is not None:
        rect, ground = content.rect, stand.ground
        hair = HAIR if ground.y1 == rect.y1 else 0
        x0, x1 = ground.x0 - hair * (ground.x0 == rect.x0), ground.x1 + hair * (ground.x1 == rect.x1)
        yield Box(Rect(x0, ground.y0, x1, ground.y1 + hair), fill=composer.colour("paper"))
    y = baseline_in(stand.top, composer.setter.size("caption"))
    if caption.text is not None:
        for line in caption.lines:
            yield from composer.line(caption.text, line, stand.measure, stand.x, y, "caption", block, 0)
            y += caption.leading
    if caption.credit is not None:
        y -= caption.leading if caption.joined else 0
        for line in caption.credit_lines:
            yield from composer.line(caption.credit, line, stand.measure, stand.x, y, "credit", block, 0)
            y += caption.leading
