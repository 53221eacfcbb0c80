"""Settle a full page: the row of every seam, so that heights off their natural and weights low down cost least."""

from __future__ import annotations

from dataclasses import dataclass, field

from paiban.makeup.search.board import Board
from paiban.makeup.search.state import FOOT, HEAD, Hung, State, agree


@dataclass(frozen=True, slots=True)
class Settled:
    """The rows of all seams of a full page, its blocks, and what they cost at these heights."""

    rows: list[int]
    blocks: list[Hung]


@dataclass(slots=True)
class Seams:
    """All seams of a page at rows that agree, and how to move them."""

    rows: list[int]
    low: list[int]
    high: list[int]
    limits: list[list[tuple[int, int, int]]] = field(default_factory=list)
    hung: list[list[int]] = field(default_factory=list)
    blocks: list[Hung] = field(default_factory=list)
    pull: list[float] = field(default_factory=list)
    lift: int = 0

    def with_pushed(self, seams: tuple[int, ...], by: int) -> set[int] | None:
        """The seams that must move along when ``seams`` move by a row; None if one of them cannot."""
        moving, queue = set(seams), list(seams)
        while queue:
            seam = queue.pop()
            row = self.rows[seam] + by
            if not self.low[seam] <= row <= self.high[seam]:
                return None
            for other, least, most in self.limits[seam]:
                if other not in moving and not least <= row - self.rows[other] <= most:
                    moving.add(other)
                    queue.append(other)
        return None if HEAD in moving or FOOT in moving else moving

    def gain(self, moving: set[int], by: int) -> float:
        """What the page costs more once these seams have moved by a row."""
        more = 0.0
        for index in {index for seam in moving for index in self.hung[seam]}:
            option, _, head, foot = self.blocks[index]
            lift = self.lift if head == HEAD else 0
            height = self.rows[foot] - self.rows[head] + lift
            after = height + by * ((foot in moving) - (head in moving))
            more += option.cost(after) - option.cost(height)
            if head in moving:
                more += self.pull[index] * by
        return more


def settle(board: Board, state: State) -> Settled:
    """Move seams, alone or two at a time with all that they push, until no move gains anything."""
    seams = seams_of(board, state)
    singles = [(seam,) for seam in range(2, len(seams.rows))]
    pairs = [(hung.head, hung.foot) for hung in seams.blocks if hung.head > FOOT and hung.foot > FOOT]
    improved = True
    while improved:
        improved = False
        for group in (*singles, *pairs):
            for by in (1, -1):
                while (moving := seams.with_pushed(group, by)) and seams.gain(moving, by) < -1e-9:
                    improved = True
                    for seam in moving:
                        seams.rows[seam] += by
    return Settled(seams.rows, seams.blocks)


def seams_of(board: Board, state: State) -> Seams:
    """The seams of a full page, each as near to its natural row as the others let it be."""
    low, high = state.low[:], state.high[:]
    for seam in sorted(range(len(low)), key=lambda s: state.natural[s]):
        low[seam] = high[seam] = min(max(round(state.natural[seam]), low[seam]), high[seam])
        agree(low, high, state.edges)
    seams = Seams(low, state.low, state.high, lift=board.problem.white_above)
    seams.limits = [[] for _ in low]
    edge = state.edges
    while edge is not None:
        edge, upper, lower, least, most = edge
        seams.limits[upper].append((lower, -most, -least))
        seams.limits[lower].append((upper, least, most))
    seams.blocks = state.placed()
    seams.pull = [board.pull[hung.option.block] / board.rows for hung in seams.blocks]
    seams.hung = [[] for _ in low]
    for index, hung in enumerate(seams.blocks):
        seams.hung[hung.head].append(index)
        seams.hung[hung.foot].append(index)
    return seams
