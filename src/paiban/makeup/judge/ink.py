"""The ink of a made-up page: which cells, half an em wide and a row high, carry type or a picture.

What is white is found as patches: gaps that a reader takes for none (between lines, in gutters) are closed first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from paiban.display import Rect
from paiban.galley.head import HeadPart
from paiban.grid import Grid
from paiban.makeup.frame.model import Makeup, Placed
from paiban.text import LineRange
from paiban.units import Length
from paiban.value import NamedTuple

CLOSED_CELLS, CLOSED_ROWS = 2, 1
"""Ink grows by so much on every side, and shrinks again: white up to twice as wide is none."""


class InkRaster(NamedTuple):
    """The cells of a type area, a row of bits each, the lowest bit at the left."""

    cells: int
    rows: tuple[int, ...]

    @property
    def full(self) -> int:
        """A row all of whose cells are set."""
        return (1 << self.cells) - 1

    @property
    def turned(self) -> InkRaster:
        """What is not set."""
        return self._replace(rows=tuple(self.full & ~row for row in self.rows))

    @property
    def grown(self) -> InkRaster:
        """All that is within the reach of what is set."""
        wide = [self.spread(row) for row in self.rows]
        near = (wide[max(0, n - CLOSED_ROWS) : n + CLOSED_ROWS + 1] for n in range(len(wide)))
        return self._replace(rows=tuple(either(rows) for rows in near))

    @property
    def closed(self) -> InkRaster:
        """What is set with its small gaps filled; what lies beyond the edges is no gap."""
        return self.grown.turned.grown.turned

    def spread(self, row: int) -> int:
        """A row grown to both sides."""
        shifts = range(1, CLOSED_CELLS + 1)
        return self.full & either([row, *(row << n for n in shifts), *(row >> n for n in shifts)])


def either(rows: Sequence[int]) -> int:
    """The bits that are set in any of the rows."""
    found = 0
    for row in rows:
        found |= row
    return found


class WhitePatch(NamedTuple):
    """A patch of cells that hang together: how many, and how much of its outline lies on the page's edge (0 … 1)."""

    cells: int
    edge: float


def ink_of(makeup: Makeup) -> InkRaster:
    """The ink of a page."""
    grid, area = makeup.grid, makeup.grid.type_area()
    cells = -(-(area.x1 - area.x0) * 2 // grid.size)
    rows = [0] * grid.rows
    for block in makeup.blocks:
        for box in inked(block, grid):
            first, end = ((2 * (x - area.x0) + grid.size // 2) // grid.size for x in (box.x0, box.x1))
            bits = (1 << max(0, min(end, cells))) - (1 << max(0, min(first, cells)))
            top, foot = (box.y0 - grid.top) // grid.leading, -(-(box.y1 - grid.top) // grid.leading)
            for row in range(max(0, top), min(foot, grid.rows)):
                rows[row] |= max(0, bits)
    return InkRaster(cells, tuple(rows))


def inked(block: Placed, grid: Grid) -> Iterator[Rect]:
    """Where a block has ink, on the page: all of it where it has no copy that is dealt out to legs."""
    frame, white = grid.frame(block.place), block.white_above * grid.leading
    if not block.legs:
        yield frame._replace(y0=frame.y0 + white)
        return
    if block.head is not None:
        yield from (box for _, _, box in head_boxes(block, grid))
    elif block.label_end:
        yield frame._replace(y0=frame.y0 + white, y1=frame.y0 + block.label_end * grid.leading)
    yield from line_boxes(block, grid)


def line_boxes(block: Placed, grid: Grid) -> Iterator[Rect]:
    """The lines of a block's copy; a paragraph's last is as long as its words."""
    frame = grid.frame(block.place)
    for placed in block.lines:
        leg = block.legs[placed.leg]
        line = placed.line
        ends = line.last + line.skipped == placed.prepared.count
        length = min(placed.measure(leg), placed.prepared.natural(*line)) if ends else placed.measure(leg)
        begin, down = leg.start + placed.indent, placed.row * grid.leading + placed.drop
        if block.vertical:
            right = frame.x1 - block.inset - down
            yield Rect(right - grid.leading, frame.y0 + begin, right, frame.y0 + begin + length)
        else:
            left = frame.x0 + begin
            yield Rect(left, frame.y0 + down, left + length, frame.y0 + down + grid.leading)


def head_boxes(block: Placed, grid: Grid) -> Iterator[tuple[HeadPart, LineRange, Rect]]:
    """The lines of a block's head where they stand, as near as a row."""
    frame, head = grid.frame(block.place), block.head
    assert head is not None
    strip = head.head.vertical and not block.vertical
    spare = ((head.inline_extent if strip else head.block_extent) - head.head.extent) // 2
    for part, line, offset in head.head.offsets():
        length, across = width_at(part, line), max(0, spare) + offset
        if strip:
            right = frame.x0 + head.inline + head.inline_extent - across
            yield part, line, Rect(right - part.size, frame.y0 + head.block, right, frame.y0 + head.block + length)
            continue
        room = head.inline_extent - length
        begin = head.inline + (room // 2 if part.prepared.style.align == "centre" else 0)
        if block.vertical:
            right = frame.x1 - block.inset - head.block - across
            yield part, line, Rect(right - part.size, frame.y0 + begin, right, frame.y0 + begin + length)
        else:
            top = frame.y0 + head.block + across
            yield part, line, Rect(frame.x0 + begin, top, frame.x0 + begin + length, top + part.size)


def width_at(part: HeadPart, line: LineRange) -> Length:
    """The length of a line of a head at its size."""
    return part.prepared.natural(*line) * part.size // part.prepared.style.size


def patches(raster: InkRaster, cell: Length, row: Length) -> list[WhitePatch]:
    """What is set, in patches that hang together by whole sides, of cells so wide and high."""
    owner: list[int] = []
    found: list[list[int]] = []

    def root(number: int) -> int:
        while owner[number] != number:
            number = owner[number]
        return number

    above: list[tuple[int, int, int]] = []
    edges = (0, len(raster.rows) - 1)
    for index, bits in enumerate(raster.rows):
        here = []
        for first, end in runs(bits, raster.cells):
            own, beyond = len(owner), (first == 0) + (end == raster.cells)
            owner.append(own)
            outer = row * beyond + cell * (end - first) * ((index == 0) + (index == edges[1]))
            inner = row * (2 - beyond)
            for side in (index - 1, index + 1):
                if 0 <= side <= edges[1]:
                    covered = (raster.rows[side] >> first) & ((1 << (end - first)) - 1)
                    inner += cell * (end - first - covered.bit_count())
            found.append([end - first, outer, inner])
            for left, right, number in above:
                if left < end and first < right:
                    owner[root(own)] = root(number)
            here.append((first, end, own))
        above = here
    together = sorted((root(number), *sums) for number, sums in enumerate(found))
    joined = ([sum(part) for part in zip(*group, strict=True)][1:] for _, group in groupby(together, lambda s: s[0]))
    return [WhitePatch(cells, outer / max(1, outer + inner)) for cells, outer, inner in joined]


def runs(bits: int, cells: int) -> Iterator[tuple[int, int]]:
    """The stretches of a row that are set: the first cell of each, and the one after its last."""
    at = 0
    while at < cells and bits >> at:
        at += ((bits >> at) & -(bits >> at)).bit_length() - 1
        rest = ~(bits >> at)
        length = (rest & -rest).bit_length() - 1
        yield at, at + length
        at += length
