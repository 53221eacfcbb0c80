"""Settle a full page: the row of every seam, so that heights off their natural and weights low down cost least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from paiban.makeup.search.board import Board
from paiban.makeup.search.filling import FOOT, HEAD, Edges, Hung, Reserved, agree

LEAST_GAIN = 1e-9
"""Less than this is no gain but rounding."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A full page at rest: its blocks, the row of every seam, and what blocks pay for their heights and places."""

    blocks: tuple[Hung, ...]
    rows: tuple[int, ...]
    cost: float

    def height(self, hung: Hung, lift: int) -> int:
        """A block's height as its shapes count it: ``lift`` rows more at the head of the page."""
        return self.rows[hung.foot] - self.rows[hung.head] + (lift if hung.head == HEAD else 0)


@dataclass(slots=True)
class Seams:
    """All seams of a page at rows that agree, and how to move them."""

    blocks: Sequence[Hung]
    low: list[int]
    high: list[int]
    rows: list[int]
    pull: list[float]
    lift: int
    limits: list[list[tuple[int, int, int]]] = field(default_factory=list)
    hung: list[list[int]] = field(default_factory=list)

    def pushed(self, seams: tuple[int, ...], by: int) -> set[int] | None:
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
        return moving

    def more(self, moving: set[int], by: int) -> float:
        """What the page costs more once these seams have moved by a row."""
        more = 0.0
        for index in sorted({index for seam in moving for index in self.hung[seam]}):
            option, _, head, foot, _ = self.blocks[index]
            height = self.rows[foot] - self.rows[head] + (self.lift if head == HEAD else 0)
            after = height + by * ((foot in moving) - (head in moving))
            more += option.costs[after - option.low] - option.costs[height - option.low]
            if head in moving:
                more += self.pull[index] * by
        return more

    def cost(self) -> float:
        """What the blocks pay for their heights and rows."""
        paid = 0.0
        for (option, _, head, foot, _), pull in zip(self.blocks, self.pull, strict=True):
            height = self.rows[foot] - self.rows[head] + (self.lift if head == HEAD else 0)
            paid += option.costs[height - option.low] + pull * self.rows[head]
        return paid


def settle(
    board: Board, blocks: Sequence[Hung], laid: Mapping[int, Reserved], wanted: Sequence[float]
) -> Settled | None:
    """Move seams from where they are ``wanted`` until nothing gains; None if these blocks cannot hang like this.

    Seams move alone or two at a time, with all that they push.
    """
    seams = seams_of(board, blocks, laid, wanted)
    if seams is None:
        return None
    groups = [(seam,) for seam in range(FOOT + 1, len(seams.rows))]
    groups += [(hung.head, hung.foot) for hung in blocks if hung.head > FOOT and hung.foot > FOOT]  # type: ignore[misc]
    improved = True
    while improved:
        improved = False
        for group in groups:
            for by in (1, -1):
                while (moving := seams.pushed(group, by)) and seams.more(moving, by) < -LEAST_GAIN:
                    improved = True
                    for seam in moving:
                        seams.rows[seam] += by
    return Settled(tuple(blocks), tuple(seams.rows), seams.cost())


def seams_of(
    board: Board, blocks: Sequence[Hung], laid: Mapping[int, Reserved], wanted: Sequence[float]
) -> Seams | None:
    """The seams of a full page, each as near to its wanted row as the others let it be."""
    count = len(wanted)
    low, high = [0] * count, [board.rows] * count
    high[HEAD], low[FOOT] = 0, board.rows
    lift = board.problem.white_above
    edges: list[tuple[int, int, int, int]] = []
    for option, _, head, foot, beside in blocks:
        up = lift if head == HEAD else 0
        edges.append((head, foot, option.low - up, option.high - up))
        edges += beside
        place = laid.get(option.block)
        if place is not None:
            low[head], high[head] = max(low[head], place.least_row), min(high[head], place.most_row)
            low[foot], high[foot] = max(low[foot], place.end_row), min(high[foot], place.end_row)
    chain: Edges = None
    for edge in edges:
        chain = (chain, *edge)
    if not all(least <= most for least, most in zip(low, high, strict=True)) or not agree(low, high, chain):
        return None
    rows, most_rows = low[:], high[:]
    for seam in sorted(range(count), key=lambda s: wanted[s]):
        rows[seam] = most_rows[seam] = min(max(round(wanted[seam]), rows[seam]), most_rows[seam])
        agree(rows, most_rows, chain)
    pull = [board.pull[hung.option.block] / board.rows for hung in blocks]
    seams = Seams(blocks, low, high, rows, pull, lift, [[] for _ in rows], [[] for _ in rows])
    for upper, lower, least, most in edges:
        seams.limits[upper].append((lower, -most, -least))
        seams.limits[lower].append((upper, least, most))
    for index, hung in enumerate(blocks):
        seams.hung[hung.head].append(index)
        seams.hung[hung.foot].append(index)
    return seams
