"""What would have to go for a page to be printed: the weakest copy, from its last paragraph up; then the weakest block.

An editor cuts as the inverted pyramid lets him: from the end, whole paragraphs, the least story first. Only a proposal
comes of it: the copy in the file stays, its places are those of the page that the cut copy would fill.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.makeup.frame.place import Galleys
from paiban.text import count_lines
from paiban.units import Length
from paiban.value import NamedTuple

TARGETS = (1.0, 0.97, 0.94, 0.9)
"""The share of the page that what stays may take, tried in turn: how much copy fitting has to give, setting shows."""

KEPT_SHARE = 0.65
"""So much of a block's copy stays at least where it is cut: with less it is another story."""

MOST_CUT = 3
"""Rather than cut more blocks than these an editor leaves the weakest out."""

KEPT_LINES = 6
"""With fewer lines left a block had better be left out."""


class Cutting(NamedTuple):
    """What goes of one block: all paragraphs behind the first ``kept``; 0: the block is left out.

    ``lines`` of a basic column and ``characters`` of its copy go with them, ``paragraphs`` of them.
    """

    block: str
    kept: int
    paragraphs: int
    lines: int
    characters: int


class Cuttable(NamedTuple):
    """A block's copy as it may be cut: the lines of each paragraph, and what the block takes beside its copy."""

    block: Block
    galley: Galley
    lines: tuple[int, ...]
    others: int

    @property
    def cells(self) -> int:
        return sum(self.lines) + self.others


def may_go(blocks: Sequence[Block], galleys: Galleys, cells: Mapping[str, int], measure: Length) -> list[Cuttable]:
    """The blocks whose copy may be cut, the weakest first, the last in the file before others of its weight.

    ``cells`` is what each block takes of the page; one that is left out takes those along that belong to it. What the
    editor placed or locked stays whole.
    """
    found = []
    taken = Counter(cells)
    taken.update({block.host: cells.get(block.id, 0) for block in blocks if block.host})
    for block in blocks:
        galley = galleys.get(block.id)
        if galley is not None and block.place is None and not (block.slot or block.locked or block.filler):
            lines = tuple(count_lines(p.prepared, measure) for p in galley.paragraphs)
            found.append(Cuttable(block, galley, lines, max(0, taken[block.id] - sum(lines))))
    order = sorted(range(len(found)), key=lambda index: (found[index].block.weight, -index))
    return [found[index] for index in order]


def cuts_for(standing: Sequence[Cuttable], over: int) -> tuple[Cutting, ...] | None:
    """The cuts that take at least ``over`` lines away; None where too little could stay.

    Where the ends of a few blocks are not enough the weakest is left out and the others are cut less; one always stays.
    """
    for left_out in range(len(standing)):
        rest = over - sum(each.cells for each in standing[:left_out])
        cuts = [*islice(shortened(standing[left_out:], rest), MOST_CUT)]
        if sum(cut.lines for cut in cuts) >= rest:
            return (*map(whole, standing[:left_out]), *cuts)
    return None


def shortened(standing: Sequence[Cuttable], over: int) -> Iterator[Cutting]:
    """Paragraphs off the ends of blocks, the weakest first, until so many lines are gone or none may go."""
    for each in standing:
        if over <= 0:
            return
        cut = cut_to(each, over)
        if cut is not None:
            over -= cut.lines
            yield cut


def cut_to(standing: Cuttable, over: int) -> Cutting | None:
    """The fewest last paragraphs of a block that take ``over`` lines away, or as many as may go; None for none.

    No 小标题 is left at the end of what stays.
    """
    total, best = sum(standing.lines), None
    for kept in range(len(standing.lines) - 1, 0, -1):
        left = sum(standing.lines[:kept])
        if left < max(KEPT_LINES, KEPT_SHARE * total):
            break
        if standing.galley.paragraphs[kept - 1].kind == "crosshead":
            continue
        best = kept
        if total - left >= over:
            break
    return None if best is None else cut_behind(standing, best)


def cut_behind(standing: Cuttable, kept: int) -> Cutting:
    """The cut behind the first paragraphs of a block."""
    gone = standing.galley.paragraphs[kept:]
    characters = sum(p.prepared.end - p.prepared.start for p in gone)
    return Cutting(standing.block.id, kept, len(gone), sum(standing.lines[kept:]), characters)


def whole(standing: Cuttable) -> Cutting:
    """A block left out."""
    return cut_behind(standing, 0)


def without(blocks: Sequence[Block], cuts: Sequence[Cutting]) -> tuple[Block, ...]:
    """The blocks that stay, and none that belong to one that is left out."""
    gone = {cut.block for cut in cuts if not cut.kept}
    return tuple(block for block in blocks if not gone & {block.id, block.host})


def cut_galleys(galleys: Galleys, cuts: Sequence[Cutting]) -> Galleys:
    """The copy with the cuts made."""
    kept = {cut.block: cut.kept for cut in cuts}
    return {
        block: Galley(block, galley.paragraphs[: kept[block]]) if block in kept else galley
        for block, galley in galleys.items()
    }
