"""Carry out a move: the page with one block more, or None where that page can no longer be filled."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.grid import GridRect
from paiban.makeup.search.board import Board
from paiban.makeup.search.closing import can_close
from paiban.makeup.search.filling import (
    ABOVE,
    BEYOND,
    FAR,
    FOOT,
    HEAD,
    LEVEL,
    Edge,
    Filling,
    Foot,
    Hung,
    Segment,
    agree,
    next_notch,
)
from paiban.makeup.search.moves import Growth, room_left


def build(board: Board, move: Growth) -> Filling | None:
    """The page after a move; None if its seams cannot agree, its copy not fill it, or a rule is broken for good."""
    _, old, option, foot, _, _ = move
    state = Filling()
    seam, sides = hang(board, move, state)
    if seam < 0:
        return None
    block = option.block
    state.laid = old.laid
    state.remaining = old.remaining & ~(1 << block)
    state.caps = board.caps(old.laid, state.remaining) if block in old.laid else old.caps
    segment = old.segments[old.notch]
    state.segments = skyline_after(old.segments, old.notch, option.looks.columns, foot, seam, option.looks.lit_right)
    state.notch = next_notch(state.segments, state.natural)
    state.trail = (old.trail, Hung(option, segment.column, segment.seam, seam, sides))
    state.verticals = old.verticals + option.looks.vertical
    state.open = old.open & ~(option.looks.closed << segment.column)
    count(board, move, state)
    if not (keeps_apart(board, state) and keeps_together(board, state) and keeps_order(board, state)):
        return None
    return state if keeps_rules(board, state) and fillable(board, state) else None


def hang(board: Board, move: Growth, state: Filling) -> tuple[int, tuple[Edge, ...]]:
    """Bring in the block's seam and its distances; its foot's seam (−1: no rows are left for some) and its sides."""
    _, old, option, foot, _, natural = move
    segment = old.segments[old.notch]
    head, seam = segment.seam, foot.seam
    low, high = old.low[:], old.high[:]
    state.natural, state.depth = old.natural, old.depth
    if seam < 0:
        seam = len(low)
        low.append(0)
        high.append(board.rows)
        state.natural = [*old.natural, natural]
        state.depth = [*old.depth, old.depth[head] + 1]
    lift = board.problem.white_above if head == HEAD else 0
    place = old.laid.get(option.block)
    least, most = option.low - lift, option.high - lift
    if place is not None:
        low[head], high[head] = max(low[head], place.least_row), min(high[head], place.most_row)
        low[seam] = max(low[seam], place.end_row)
        high[seam] = min(high[seam], place.end_row)
    else:
        high[seam] = min(high[seam], *old.caps[segment.column : segment.column + option.looks.columns])
    if low[seam] > high[seam] or low[head] > high[head]:
        return -1, ()
    near = 1 if place is not None and place.kept else board.near
    sides = beside(old, foot, seam, near)
    fresh = (old.edges, head, seam, least, most)
    for side in sides:
        fresh = (fresh, *side)
    known = len(old.low)
    if not agree(low, high, fresh, old.edges):
        return -1, ()
    if (low[:known] != old.low or high[:known] != old.high) and not agree(low, high, fresh):
        return -1, ()
    state.low, state.high, state.edges = low, high, fresh
    return seam, sides


def beside(old: Filling, foot: Foot, seam: int, near: int) -> tuple[Edge, ...]:
    """How the block's foot lies against the seams beside it."""
    last = len(old.segments) - 1
    sides: list[Edge] = []
    for side, index in ((foot.left, old.notch - 1), (foot.right, old.notch + 1)):
        if not 0 <= index <= last or old.segments[index].seam == seam:
            continue
        other = old.segments[index].seam
        if side == ABOVE:
            sides.append((seam, other, near, FAR))
        elif side == BEYOND:
            sides.append((other, seam, near, FAR))
        elif side == LEVEL:
            sides.append((seam, other, 0, 0))
    return tuple(sides)


def skyline_after(
    segments: tuple[Segment, ...], notch: int, width: int, foot: Foot, seam: int, lit: bool
) -> tuple[Segment, ...]:
    """The skyline with the block's columns at its foot's seam, joined to neighbours that lie level."""
    segment = segments[notch]
    start, columns = segment.column, width
    higher = foot.left == ABOVE or notch == 0
    before, after = segments[:notch], segments[notch + 1 :]
    whole = True
    if foot.left == LEVEL:
        joined = before[-1]
        start, columns, higher, whole = joined.column, columns + joined.columns, joined.higher, False
        before = before[:-1]
    if width < segment.columns:
        rest = Segment(segment.column + width, segment.columns - width, segment.seam, True, lit, False)
        after = (rest, *after)
    elif after and foot.right == LEVEL:
        columns, whole = columns + after[0].columns, False
        after = after[1:]
    elif after:
        after = (after[0]._replace(higher=foot.right == BEYOND), *after[1:])
    return (*before, Segment(start, columns, seam, higher, False, whole), *after)


def count(board: Board, move: Growth, state: Filling) -> None:
    """Carry the sums over."""
    _, old, option, _, cost, natural = move
    block, width = option.block, option.looks.columns
    head = old.natural[old.segments[old.notch].seam]
    state.weight_left = old.weight_left - board.pull[block]
    state.options_left = old.options_left - board.least[block]
    state.cells_left = old.cells_left - board.cells[block]
    state.least_left = old.least_left - board.least_cells[block]
    state.most_left = old.most_left - board.most_cells[block]
    state.cost = cost - state.options_left
    state.area = old.area - width * (natural - head)
    state.moment = old.moment + width * ((board.rows - natural) ** 2 - (board.rows - head) ** 2) / 2


def keeps_apart(board: Board, state: Filling) -> bool:
    """Whether the block hung last touches none of those that it must not, all of them where they would like to be."""
    _, hung = state.trail
    others = board.apart[hung.option.block]
    if not others:
        return True
    own = likely_rect(state, hung)
    laid = [place.least for block, place in state.laid.items() if block in others]
    laid += [likely_rect(state, other) for other in hung_before(state) if other.option.block in others]
    return not any(own.touches(rect) for rect in laid)


def keeps_together(board: Board, state: Filling) -> bool:
    """Whether the block hung last stands beside what is there of its package: pays where it does not, or forbids it
    where rules are strict and no other block of it is left to join them."""
    _, hung = state.trail
    package = next((each for each in board.packages if hung.option.block in each), ())
    if not package:
        return True
    rects = [likely_rect(state, hung)]
    rects += [likely_rect(state, other) for other in hung_before(state) if other.option.block in package]
    left = [block for block in package if state.remaining >> block & 1]
    rects += [state.laid[block].least for block in left if block in state.laid]
    if len(rects) == 1 or any(rects[0].touches(rect) for rect in rects[1:]):
        return True
    state.cost += board.costs.torn_packages
    return bool(left) or not (board.costs.torn_packages and board.strict)


def keeps_order(board: Board, state: Filling) -> bool:
    """Whether what is to stand before the block hung last stands already: what comes later stands after it."""
    _, hung = state.trail
    late = board.after[hung.option.block] & state.remaining & ~board.fillers
    if not late:
        return True
    own = likely_rect(state, hung)
    for block, place in state.laid.items():
        if late >> block & 1 and (place.least_row, place.column) < (own.row, own.column):
            late &= ~(1 << block)
    state.cost += board.costs.order * late.bit_count()
    return not (late and board.costs.order and board.strict)


def hung_before(state: Filling) -> Iterator[Hung]:
    """The blocks that were hung before the last."""
    trail, _ = state.trail
    while trail is not None:
        trail, hung = trail
        yield hung


def likely_rect(state: Filling, hung: Hung) -> GridRect:
    """Where a block stands if its seams lie where they would like to."""
    row, end = round(state.natural[hung.head]), round(state.natural[hung.foot])
    return GridRect(hung.column, row, hung.option.looks.columns, end - row)


def keeps_rules(board: Board, state: Filling) -> bool:
    """断版 and 通缝, as far as they are settled: pays for a broken one, or forbids it where rules are strict.

    A seam across the page breaks it unless nothing but adverts lies below; there the gutters of what lies above have
    run from head to foot. What costs nothing is no fault.
    """
    if len(state.segments) > 1:
        return True
    below = state.remaining & board.editorial & ~board.fillers
    ends = state.segments[0].seam == FOOT or not below
    fault = bool(state.open) if ends else True
    if not below:
        state.open = 0
    paid = (board.costs.open_gutters if ends else board.costs.broken_page) if fault else 0.0
    state.cost += paid
    return not (paid and board.strict)


def fillable(board: Board, state: Filling) -> bool:
    """Whether what is left can fill the room that is left: by cells, down each column, and exactly for the last two."""
    least, most = room_left(board, state)
    if state.least_left > most or state.most_left < least:
        return False
    for column, columns, seam, *_ in state.segments:
        if state.low[seam] > min(state.caps[column : column + columns]):
            return False
    return can_close(board, state)
