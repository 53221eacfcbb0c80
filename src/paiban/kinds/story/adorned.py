"""What a story has beside its type: its pictures, and the mark that closes its copy (文末符号)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.display import Box, Item, Line, Picture, Rect
from paiban.galley.galley import Galley, GalleyParagraph
from paiban.kinds.story.art import SetArt
from paiban.kinds.story.model import Story
from paiban.makeup.frame.model import Placed

MARK_SIZE, MARK_GAP = (11, 20), (1, 5)
"""How large an end mark is and how far from the last character, in em."""

NO_COPY = ("byline", "initial")
"""Lines that an end mark does not close."""


def with_room(galley: Galley) -> Galley:
    """The galley with room for an end mark after the last character of its copy, wherever its line ends."""
    at = max((i for i, paragraph in enumerate(galley.paragraphs) if paragraph.kind not in NO_COPY), default=None)
    if at is None:
        return galley
    last = galley.paragraphs[at]
    em = last.prepared.style.size
    prepared = last.prepared.closed(sum(em * part // whole for part, whole in (MARK_GAP, MARK_SIZE)))
    closed = GalleyParagraph(last.kind, prepared, last.white, last.initial, last.blank, last.keep)
    paragraphs = (*galley.paragraphs[:at], closed, *galley.paragraphs[at + 1 :])
    return Galley(galley.block, paragraphs, galley.plain and with_room(galley.plain))


def adorned(placed: Placed, lines: Sequence[Item]) -> Iterator[Item]:
    """The lines of a story with its pictures before them and its end mark after the last line of its copy."""
    story: Story = placed.block.content
    art: tuple[SetArt, ...] = placed.content or ()
    for each in art:
        span = each.art.words.span
        yield Picture(placed.block.id, str(each.art.file), each.rect, (0.0, 0.0, 1.0, 1.0), span)
    yield from lines
    copy = [item for item in lines if isinstance(item, Line) and item.role not in NO_COPY]
    if story.end_mark and copy and not placed.left_over:
        yield end_mark(story.end_mark, copy[-1])


def end_mark(mark: str, line: Line) -> Box:
    """The mark at the end of a line that has room for it, in the colour of the line, in the middle of its height."""
    em = min(run.size for run in line.body)
    size = em * MARK_SIZE[0] // MARK_SIZE[1]
    start, radius = line.advance - size, size // 2 if mark == "dot" else 0
    if line.vertical:
        rect = Rect(line.x - size // 2, line.y + start, line.x - size // 2 + size, line.y + start + size)
    else:
        top = line.y - em * 88 // 100 + (em - size) // 2
        rect = Rect(line.x + start, top, line.x + start + size, top + size)
    return Box(rect, fill=line.body[-1].colour, radius=radius, block=line.block, ground=True)
