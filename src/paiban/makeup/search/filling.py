"""A page that is being filled from its head: its seams, its skyline, and what still has to go in.

Heights stay open while a page grows. A *seam* is a horizontal line of the page with a range of rows that it may lie in;
a block hangs from one seam to another, and the two are as far apart as the block can reach. The skyline is the row of
seams that the filled part ends at. When a block is placed, its foot is compared with the seams beside it: level with
one, or clear of it by ``near`` rows; so which of two seams lies higher is always known.
"""

from __future__ import annotations

from typing import Any

from paiban.grid import GridRect
from paiban.makeup.search.options import Option
from paiban.value import NamedTuple

HEAD, FOOT = 0, 1
"""The seams at the page's head and foot."""

FAR = 1 << 20
"""No limit on the distance of two seams."""

ABOVE, LEVEL, BEYOND, NONE = -1, 0, 1, 2
"""Where a new foot lies against the seam beside it; NONE where there is none to compare with."""

Edge = tuple[int, int, int, int]
"""How far apart two seams may be: (upper, lower, least, most)."""

Edges = Any
"""A linked list of edges, (rest, upper, lower, least, most): pages that grew from one share what they had in common."""


class Segment(NamedTuple):
    """Columns that are filled down to one seam.

    ``higher``: the seam lies above the one to the left. ``lit``: the block to the left started at this very seam with a
    horizontal headline at its right side. ``whole``: what ends here is one block with just these columns.
    """

    column: int
    columns: int
    seam: int
    higher: bool
    lit: bool
    whole: bool


class Foot(NamedTuple):
    """One way for a block's foot to lie: at ``seam`` or, where that is −1, at a new one.

    It must come between ``low`` and ``high``; ``left`` and ``right`` say how it lies against the neighbours.
    ``natural_low`` … ``natural_high`` is the same range with every seam where it would like to be, and ``depth`` the
    number of blocks that can give way above the seam; ``levelled`` the steps that the skyline loses so.
    """

    low: int
    high: int
    seam: int
    left: int
    right: int
    natural_low: float
    natural_high: float
    depth: int
    levelled: int


class Reserved(NamedTuple):
    """A place that is kept free for a block: its columns, and the rows that its head may lie in.

    ``kept``: the editor's own place, exactly so; else a place along the foot, for a block as high as it can be.
    """

    column: int
    columns: int
    least_row: int
    most_row: int
    end_row: int
    kept: bool

    @property
    def least(self) -> GridRect:
        """What the block takes at least."""
        return GridRect(self.column, self.most_row, self.columns, self.end_row - self.most_row)


class Hung(NamedTuple):
    """A placed block: its option, first column, the seams of its head and foot, and how its foot lies beside others."""

    option: Option
    column: int
    head: int
    foot: int
    beside: tuple[Edge, ...]


class Filling:
    """A page filled so far; never changed once built.

    ``low`` and ``high`` bound every seam, ``natural`` says where it would lie if nothing had to give, ``depth`` how
    many blocks hang above it. ``open`` has a bit for every column boundary that was white from the head on; ``caps`` is
    the row of the next placed block down each column. ``cost`` is what is certain to be paid.
    """

    __slots__ = (
        "area",
        "caps",
        "cells_left",
        "cost",
        "depth",
        "edges",
        "high",
        "laid",
        "least_left",
        "low",
        "moment",
        "most_left",
        "natural",
        "notch",
        "open",
        "options_left",
        "remaining",
        "segments",
        "trail",
        "verticals",
        "weight_left",
    )  # fmt: skip

    segments: tuple[Segment, ...]
    notch: int
    low: list[int]
    high: list[int]
    natural: list[float]
    depth: list[int]
    edges: Edges
    laid: dict[int, Reserved]
    caps: tuple[int, ...]
    remaining: int
    open: int
    verticals: int
    trail: Any
    cost: float
    area: float
    moment: float
    weight_left: float
    options_left: float
    cells_left: float
    least_left: int
    most_left: int

    def placed(self) -> list[Hung]:
        """The placed blocks in the order of placing."""
        blocks: list[Hung] = []
        trail = self.trail
        while trail is not None:
            trail, hung = trail
            blocks.append(hung)
        blocks.reverse()
        return blocks


def next_notch(segments: tuple[Segment, ...], natural: list[float]) -> int:
    """The segment to be filled next: the highest of those that lie above both neighbours, −1 if all are at the foot."""
    best, row = -1, float("inf")
    last = len(segments) - 1
    for index, segment in enumerate(segments):
        if segment.seam == FOOT or not segment.higher or (index < last and segments[index + 1].higher):
            continue
        if natural[segment.seam] < row:
            best, row = index, natural[segment.seam]
    return best


def agree(low: list[int], high: list[int], edges: Edges, stop: Edges = None) -> bool:
    """Narrow the bounds of all seams until every edge down to ``stop`` agrees with them; False if a seam has none left.

    Bounds that agree are feasible: the least rows of all seams together satisfy every edge.
    """
    changed = True
    while changed:
        changed = False
        edge = edges
        while edge is not stop:
            edge, upper, lower, least, most = edge
            at_least, at_most = low[upper] + least, high[upper] + most
            if at_least > low[lower]:
                low[lower] = at_least
                changed = True
            if at_most < high[lower]:
                high[lower] = at_most
                changed = True
            at_least, at_most = low[lower] - most, high[lower] - least
            if at_least > low[upper]:
                low[upper] = at_least
                changed = True
            if at_most < high[upper]:
                high[upper] = at_most
                changed = True
            if low[lower] > high[lower] or low[upper] > high[upper]:
                return False
    return True
