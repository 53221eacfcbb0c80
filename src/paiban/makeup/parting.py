"""转版: stories too long for their page go on on another, from one of their paragraphs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from paiban.galley.story import Galley, story_galley
from paiban.issue import Block, Jump, Story
from paiban.makeup.place import Maker
from paiban.makeup.spread import Unit
from paiban.text import count_lines

HEAD_CELLS = 12
"""What the repeated headline over the second part takes."""

KEPT = 3
"""A third of a story stays with its headline."""

LEAST_LINES = 8
"""Less than so many lines are not worth a jump."""


@dataclass(slots=True)
class Load:
    """How much stands on every page: units in cells, where they stand, the pages and the room of each."""

    units: Sequence[Unit]
    at: dict[str, int]
    pages: Sequence[int]
    room: int

    def cells(self) -> dict[int, int]:
        """Cells taken by page."""
        taken = dict.fromkeys(self.pages, 0)
        for unit in self.units:
            if unit.id in self.at:
                taken[self.at[unit.id]] += unit.cells
        return taken


def part_stories(blocks: Sequence[Block], load: Load, maker: Maker) -> tuple[Block, ...]:
    """The blocks with a jump in the longest story of every page that is overfull, while another has room."""
    taken = load.cells()
    parted: dict[str, Jump] = {}
    for page in load.pages:
        over = taken[page] - load.room
        target = min((p for p in load.pages if p != page), key=lambda p: (taken[p], p), default=None)
        if over <= 0 or target is None:
            continue
        wanted = min(over, load.room - taken[target] - HEAD_CELLS)
        story = longest(blocks, page, load)
        found = cut(story, story_galley(story, maker.setter, maker.catalogue), wanted, maker) if story else None
        if story is None or found is None:
            continue
        paragraph, lines = found
        parted[story.id] = Jump(target, paragraph, story.span)
        taken[page] -= lines
        taken[target] += lines + HEAD_CELLS
    return tuple(
        replace(block, jump=parted[block.id]) if isinstance(block, Story) and block.id in parted else block
        for block in blocks
    )


def longest(blocks: Sequence[Block], page: int, load: Load) -> Story | None:
    """The longest story of a page that may be parted: one that has no place yet and does not jump already."""
    cells = {unit.id: unit.cells for unit in load.units}
    free = [
        block
        for block in blocks
        if isinstance(block, Story)
        and load.at.get(block.id) == page
        and block.place is None
        and not block.slot
        and block.jump is None
        and not block.locked
    ]
    return max(free, key=lambda block: cells.get(block.id, 0), default=None)


def cut(story: Story, galley: Galley, wanted: int, maker: Maker) -> tuple[int, int] | None:
    """(paragraph that the second part begins with, lines that go there): the least that is ``wanted``, if worth it.

    A third of the story stays in front, and no 小标题 is left at its foot.
    """
    lines = [count_lines(p.prepared, maker.grid.column) for p in galley.paragraphs]
    before = [0, *accumulate(lines)]
    total = before[-1]
    for index in range(len(story.body) - 1, 0, -1):
        if story.body[index - 1].kind == "crosshead":
            continue
        moved = total - before[index]
        if before[index] < total // KEPT:
            return None
        if moved >= max(wanted, LEAST_LINES):
            return index + 1, moved
    return None
