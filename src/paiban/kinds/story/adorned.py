"""What a story has beside its type: its pictures, and the mark that closes its copy (文末符号)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.display import Box, Item, Line, Picture, Rect
from paiban.kinds.story.art import SetArt
from paiban.kinds.story.model import Story
from paiban.makeup.frame.model import Placed

MARK_SIZE, MARK_GAP = (11, 20), (1, 5)
"""How large an end mark is and how far from the last character, in em."""

STOPS = "。！？，；、.!?"
"""Marks whose ink fills the first half of their em: in level lines an end mark comes as near as after a character."""


def adorned(placed: Placed, lines: Sequence[Item]) -> Iterator[Item]:
    """The lines of a story with its pictures before them and its end mark after the last line of its copy."""
    story: Story = placed.block.content
    art: tuple[SetArt, ...] = placed.content or ()
    for each in art:
        span = each.art.words.span
        yield Picture(placed.block.id, str(each.art.file), each.rect, (0.0, 0.0, 1.0, 1.0), span)
    yield from lines
    copy = [item for item in lines if isinstance(item, Line) and item.role not in ("byline", "initial")]
    if story.end_mark and copy and not placed.left_over:
        yield end_mark(story.end_mark, copy[-1])


def end_mark(mark: str, line: Line) -> Box:
    """The mark after the last character of a line, in the colour of the line, in the middle of its height."""
    run = line.body[-1]
    size = run.size * MARK_SIZE[0] // MARK_SIZE[1]
    stops = not line.vertical and line.words[-1:] in STOPS
    inked = run.xs[-1] - line.x + run.size // 2 if stops else line.advance
    end = inked + run.size * MARK_GAP[0] // MARK_GAP[1]
    radius = size // 2 if mark == "dot" else 0
    if line.vertical:
        rect = Rect(line.x - size // 2, line.y + end, line.x - size // 2 + size, line.y + end + size)
    else:
        top = line.y - run.size * 88 // 100 + (run.size - size) // 2
        rect = Rect(line.x + end, top, line.x + end + size, top + size)
    return Box(rect, fill=run.colour, radius=radius, block=line.block, ground=True)
