"""A page whose seams are moved as little as can be, so that every block gets a height that it can be fitted to.

Columns and neighbours stay; what is found are the fewest blocks moved by the fewest rows, the smallest change first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import combinations

from paiban.grid import GridRect
from paiban.value import NamedTuple

MOST_ROWS = 8
"""A seam moves by no more rows: further is another page."""

MOST_STEPS = 2000
"""So many pages are looked at before the search for a small change is given up."""

MOVED = 2.0
"""A block that moves at all costs as much as so many rows."""


class SeamBlock(NamedTuple):
    """A block where it stands: what each height, in rows, costs it beside its move. A ``firm`` one stays."""

    rect: GridRect
    costs: Mapping[int, float]
    firm: bool = False


class PageSeams(NamedTuple):
    """The seams of a page: their rows, which of them stay, and for each block the seams at its head and its foot."""

    rows: tuple[int, ...]
    firm: frozenset[int]
    ends: tuple[tuple[int, int], ...]


def shifts(blocks: Sequence[SeamBlock], page_rows: int) -> Iterator[tuple[GridRect, ...]]:
    """The places of all blocks after each change that gives every one a height it has a cost for, the least first."""
    seams = seams_of(blocks, page_rows)
    waiting: list[tuple[float, int, tuple[int, ...]]] = [(cost_of(blocks, seams, seams.rows), 0, seams.rows)]
    known, count = {seams.rows}, 0
    for _ in range(MOST_STEPS):
        if not waiting:
            return
        _, _, rows = heappop(waiting)
        rects = rects_of(blocks, seams, rows)
        wrong = next((i for i, rect in enumerate(rects) if not fits(blocks[i], rect)), None)
        if wrong is None:
            if not any(one.meets(other) for one, other in combinations(rects, 2)):
                yield rects
            continue
        for after in moves(blocks[wrong], seams, seams.ends[wrong], rows):
            if after not in known and all(0 <= row <= page_rows for row in after):
                known.add(after)
                count += 1
                heappush(waiting, (cost_of(blocks, seams, after), count, after))


def fits(block: SeamBlock, rect: GridRect) -> bool:
    """Whether a block can be fitted to its height."""
    return block.firm or rect.rows in block.costs


def moves(
    block: SeamBlock, seams: PageSeams, ends: tuple[int, int], rows: tuple[int, ...]
) -> Iterator[tuple[int, ...]]:
    """The rows of all seams after the seam at one end of a block was moved so that its height is right."""
    head, foot = ends
    for height in block.costs:
        for seam, row in ((head, rows[foot] - height), (foot, rows[head] + height)):
            if seam not in seams.firm and 0 < abs(row - seams.rows[seam]) <= MOST_ROWS:
                yield (*rows[:seam], row, *rows[seam + 1 :])


def seams_of(blocks: Sequence[SeamBlock], page_rows: int) -> PageSeams:
    """Ends of blocks that touch are one seam; the head and the foot of the page, and those of firm blocks, stay."""
    ends = [(index, end) for index in range(len(blocks)) for end in (0, 1)]
    joined = {end: end for end in ends}

    def root(end: tuple[int, int]) -> tuple[int, int]:
        while joined[end] != end:
            end = joined[end]
        return end

    for upper, one in enumerate(blocks):
        for lower, other in enumerate(blocks):
            if one.rect.end_row == other.rect.row and one.rect.meets_columns(other.rect):
                joined[root((upper, 1))] = root((lower, 0))
    roots = sorted({root(end) for end in ends})
    number = {end: roots.index(root(end)) for end in ends}
    rows = {number[index, end]: (b.rect.row, b.rect.end_row)[end] for index, b in enumerate(blocks) for end in (0, 1)}
    firm = {seam for seam, row in rows.items() if row in (0, page_rows)}
    firm |= {number[index, end] for index, end in ends if blocks[index].firm}
    pairs = tuple((number[index, 0], number[index, 1]) for index in range(len(blocks)))
    return PageSeams(tuple(rows[seam] for seam in range(len(roots))), frozenset(firm), pairs)


def rects_of(blocks: Sequence[SeamBlock], seams: PageSeams, rows: tuple[int, ...]) -> tuple[GridRect, ...]:
    """The places of the blocks with the seams at these rows."""
    return tuple(
        GridRect(block.rect.column, rows[head], block.rect.columns, rows[foot] - rows[head])
        for block, (head, foot) in zip(blocks, seams.ends, strict=True)
    )


def cost_of(blocks: Sequence[SeamBlock], seams: PageSeams, rows: tuple[int, ...]) -> float:
    """What a page costs: every block that moved, by how many rows, and what it pays for its height."""
    paid = 0.0
    for block, (head, foot) in zip(blocks, seams.ends, strict=True):
        by = max(abs(rows[head] - block.rect.row), abs(rows[foot] - block.rect.end_row))
        paid += (MOVED + by if by else 0.0) + block.costs.get(rows[foot] - rows[head], 0.0)
    return paid
