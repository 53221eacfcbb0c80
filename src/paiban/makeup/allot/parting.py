"""转版: stories too long for a page are parted, to go on on another from one of their paragraphs on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from paiban.galley.galley import Galley
from paiban.issue import Block, Readings
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.place import block_galley
from paiban.text import count_lines
from paiban.value import NamedTuple

MOST_SHARE = 0.42
"""A story longer than this share of a page would fill it alone with its head: it goes on on another."""

KEPT_SHARE = 0.35
"""The first part takes so much of a page, or half of the story; more where the second would be too long again."""

LEAST_LINES = 12
"""Fewer lines are not worth a jump."""

HEAD_CELLS = 12
"""What the repeated headline over the second part takes."""


class PartingPoint(NamedTuple):
    """Where a story is best parted: the paragraph that its second part begins with, and the lines that part takes."""

    block: str
    paragraph: int
    lines: int

    @property
    def rest(self) -> str:
        """The id of the second part."""
        return f"{self.block}.{self.paragraph}"


def long_blocks(blocks: Iterable[Block], room: int, kit: PageKit, readings: Readings) -> list[PartingPoint]:
    """The blocks too long for a page of ``room`` cells that may be parted: not placed, locked or parted yet."""
    found = []
    for block in blocks:
        parting = readings[block.kind].parting
        if parting is not None and block.jump is None and block.place is None and not (block.slot or block.locked):
            galley = block_galley(block, kit)
            part = best_part(galley, parting.paragraphs(block.content), room, kit) if galley is not None else None
            found += [part] if part is not None else []
    return found


def best_part(galley: Galley, paragraphs: int, room: int, kit: PageKit) -> PartingPoint | None:
    """The paragraph to part long copy at: that which comes nearest to what its first part should be.

    No 小标题 is left at the foot of the first part.
    """
    before = [0, *accumulate(count_lines(p.prepared, kit.grid.column) for p in galley.paragraphs)]
    total = before[-1]
    if total <= MOST_SHARE * room:
        return None
    wanted = min(total / 2, max(KEPT_SHARE * room, total - MOST_SHARE * room))
    cuts = [
        index
        for index in range(1, paragraphs)
        if galley.paragraphs[index - 1].kind != "crosshead" and min(before[index], total - before[index]) >= LEAST_LINES
    ]
    cut = min(cuts, key=lambda index: abs(before[index] - wanted), default=None)
    return None if cut is None else PartingPoint(galley.block, cut + 1, total - before[cut])
