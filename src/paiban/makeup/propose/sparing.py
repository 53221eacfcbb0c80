"""Paragraphs that an editor said may go, taken where a page has no room: the weakest copy first, from its end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paiban.galley.galley import Galley
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.place import Galleys, block_galley
from paiban.makeup.propose.kind import Plannings
from paiban.value import NamedTuple


class DroppedCopy(NamedTuple):
    """A page with some of those paragraphs gone: its copy, and how many lines of a basic column went with them."""

    page: IssuePage
    galleys: Galleys
    lines: int


def spared_pages(page: IssuePage, galleys: Galleys, plannings: Plannings, kit: PageKit) -> Iterator[DroppedCopy]:
    """The page with one such paragraph less each time; blocks that have their places keep their copy."""
    spared = DroppedCopy(page, galleys, 0)
    order = sorted(range(len(page.blocks)), key=lambda index: (page.blocks[index].weight, -index))
    for block in (page.blocks[index] for index in order):
        if block.place is None and not (block.slot or block.locked):
            for before, after in pairwise([block, *plannings[block.kind].shorter(block)]):
                spared = without_one(spared, before, after, kit)
                yield spared


def without_one(spared: DroppedCopy, before: Block, after: Block, kit: PageKit) -> DroppedCopy:
    """One step further: a block in the place of the same with a paragraph more."""
    galley = block_galley(after, kit)
    assert isinstance(galley, Galley)
    lines = spared.galleys[before.id].count(kit.grid.column) - galley.count(kit.grid.column)
    blocks = tuple(after if block.id == after.id else block for block in spared.page.blocks)
    return DroppedCopy(spared.page._replace(blocks=blocks), {**spared.galleys, after.id: galley}, spared.lines + lines)


def enough(pages: list[DroppedCopy], needs: list[int]) -> Iterator[DroppedCopy]:
    """For each number of lines that may have to go the first page that lacks so many, or the last; none twice."""
    taken = -1
    for lines in needs:
        found = next((number for number, spared in enumerate(pages) if spared.lines >= lines), len(pages) - 1)
        if found > taken:
            taken = found
            yield pages[found]
