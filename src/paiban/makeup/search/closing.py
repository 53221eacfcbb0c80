"""Can the last blocks close the page? Asked before a page is kept, since most pages with two blocks left cannot."""

from __future__ import annotations

from paiban.makeup.search.board import Board
from paiban.makeup.search.filling import FOOT, Filling, Segment

Heights = list[tuple[int, int]]


def can_close(board: Board, state: Filling) -> bool:
    """False only if no arrangement of the last one or two blocks can fill what is left."""
    if state.remaining & board.fillers or state.remaining.bit_count() > 2:
        return True
    blocks = [b for b in range(len(board.options)) if state.remaining >> b & 1]
    gaps = [segment for segment in state.segments if segment.seam != FOOT]
    if not blocks:
        return not gaps
    depths = [(board.rows - state.high[gap.seam], board.rows - state.low[gap.seam]) for gap in gaps]
    if len(blocks) == 1:
        return len(gaps) == 1 and meets(board.reach[blocks[0]][gaps[0].columns], *depths[0])
    pairs = [(board.reach[a], board.reach[b]) for a, b in (blocks, blocks[::-1])]
    if len(gaps) == 1:
        return any(close_one(a, b, gaps[0].columns, depths[0]) for a, b in pairs)
    if len(gaps) == 2:
        return any(close_two(a, b, gaps, depths) for a, b in pairs)
    return len(gaps) == 3 and any(close_pit(a, b, gaps, depths) for a, b in pairs)


def meets(heights: Heights, least: int, most: int) -> bool:
    """Whether a block can take some height of a range."""
    return any(low <= most and high >= least for low, high in heights)


def close_one(one: list[Heights], other: list[Heights], columns: int, depth: tuple[int, int]) -> bool:
    """One gap: the two stacked, or side by side."""
    for low, high in one[columns]:
        if meets(other[columns], depth[0] - high, depth[1] - low):
            return True
    return any(meets(one[w], *depth) and meets(other[columns - w], *depth) for w in range(1, columns))


def close_two(one: list[Heights], other: list[Heights], gaps: list[Segment], depths: list[tuple[int, int]]) -> bool:
    """Two gaps: a block each, or the deeper one levelled by one block and both closed by the other."""
    if meets(one[gaps[0].columns], *depths[0]) and meets(other[gaps[1].columns], *depths[1]):
        return True
    if gaps[0].column + gaps[0].columns != gaps[1].column:
        return False
    deep, shallow = (1, 0) if gaps[1].higher else (0, 1)
    least, most = depths[deep][0] - depths[shallow][1], depths[deep][1] - depths[shallow][0]
    return meets(one[gaps[deep].columns], least, most) and meets(
        other[gaps[0].columns + gaps[1].columns], *depths[shallow]
    )


def close_pit(one: list[Heights], other: list[Heights], gaps: list[Segment], depths: list[tuple[int, int]]) -> bool:
    """Three gaps: the middle one filled up to two level neighbours, then all three closed at once."""
    first, middle, last = gaps
    if last.column != middle.column + middle.columns or middle.column != first.column + first.columns:
        return False
    if not middle.higher or last.higher:
        return False
    least, most = max(depths[0][0], depths[2][0]), min(depths[0][1], depths[2][1])
    columns = first.columns + middle.columns + last.columns
    return (
        least <= most
        and meets(one[middle.columns], depths[1][0] - most, depths[1][1] - least)
        and meets(other[columns], least, most)
    )
