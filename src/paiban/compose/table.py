"""Rows as display items (表、名单): their tints, their lines of type in reading order, their rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from paiban.compose.block import box_items, head_items
from paiban.compose.composer import Composer, baseline_in
from paiban.display import Box, Item, Rect
from paiban.makeup.frame.model import Placed
from paiban.makeup.frame.tabular import NOTE, UNIT, PlacedRow, PlacedTable
from paiban.template import TableStyle
from paiban.units import Length, rounded

INSIDE_HEAD = "hairline"
"""The line between two rows of a head that has one at its foot."""


class TableDrawing:
    """Where a table's columns and rows come to stand on the page."""

    def __init__(self, placed: Placed, composer: Composer) -> None:
        self.placed = placed
        self.composer = composer
        self.content: PlacedTable = placed.content
        self.frame = composer.grid.frame(placed.place)

    def rect(self, start: Length, end: Length, head: Length, foot: Length) -> Rect:
        """What lies between two places along the rows, and between two across them."""
        frame = self.frame
        if self.placed.vertical:
            right = frame.x1 - self.placed.inset
            return Rect(right - foot, frame.y0 + start, right - head, frame.y0 + end)
        return Rect(frame.x0 + start, frame.y0 + head, frame.x0 + end, frame.y0 + foot)

    def rule(self, start: Length, end: Length, at: Length, line: str) -> Iterator[Item]:
        """A rule along the rows at one place across them."""
        if line:
            x0, y0, x1, y1 = self.rect(start, end, at, at)
            yield self.composer.rule(x0, y0, x1, y1, line)

    def bar(self, at: Length, head: Length, foot: Length, line: str) -> Iterator[Item]:
        """A rule across the rows at one place along them."""
        if line:
            x0, y0, x1, y1 = self.rect(at, at, head, foot)
            yield self.composer.rule(x0, y0, x1, y1, line)

    def line_at(self, start: Length, middle: Length, size: Length) -> tuple[Length, Length]:
        """Where a line of type begins whose middle stands so far across the rows: on its baseline, or on its axis."""
        if self.placed.vertical:
            return self.frame.x1 - self.placed.inset - middle, self.frame.y0 + start
        return self.frame.x0 + start, baseline_in(self.frame.y0 + middle - rounded(size, 2), size)


def draw_rows(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Its box, its headline, its rows leg by leg."""
    yield from box_items(placed, composer)
    yield from head_items(placed, composer)
    drawing = TableDrawing(placed, composer)
    by_leg = [list(rows) for _, rows in groupby(drawing.content.rows, key=lambda row: row.leg)]
    for rows in by_leg:
        yield from tints(rows, drawing)
    yield from around_lines(drawing, UNIT)
    for rows in by_leg:
        for row in rows:
            yield from row_lines(row, drawing)
    yield from around_lines(drawing, NOTE)
    for rows in by_leg:
        yield from rules(rows, drawing)


def leg_start(rows: Sequence[PlacedRow], drawing: TableDrawing) -> Length:
    """Where the leg of some rows begins."""
    return drawing.placed.legs[rows[0].leg].start


def tints(rows: Sequence[PlacedRow], drawing: TableDrawing) -> Iterator[Item]:
    """What rows of a leg stand on."""
    style, start = drawing.content.style, leg_start(rows, drawing)
    end = start + drawing.content.edges[-1]
    for row in rows:
        striped = style.stripe if row.number and not row.number % 2 else ""
        tint = {"head": style.head_tint, "group": style.group_tint}.get(row.laid.kind, striped)
        if tint:
            rect = drawing.rect(start, end, row.start, row.end)
            yield Box(rect, fill=drawing.composer.colour(tint))


def around_lines(drawing: TableDrawing, part: str) -> Iterator[Item]:
    """The line of the unit, or those of the notes."""
    legs, edges, block = drawing.placed.legs, drawing.content.edges, drawing.placed.block.id
    for line in (line for line in drawing.content.around if line.part == part):
        start = legs[0].start
        measure = legs[-1].start + edges[-1] - start
        middle = line.start + rounded(drawing.composer.grid.leading, 2)
        x, y = drawing.line_at(start, middle, line.prepared.style.size)
        yield from drawing.composer.line(line.prepared, line.line, measure, x, y, "table-note", block, 0)


def row_lines(row: PlacedRow, drawing: TableDrawing) -> Iterator[Item]:
    """The lines of a row, cell by cell."""
    start = drawing.placed.legs[row.leg].start
    for cell in row.laid.cells:
        for index, line in enumerate(cell.lines):
            middle = row.start + rounded((2 * index + cell.offset + 1) * row.pitch, 2)
            x, y = drawing.line_at(start + cell.start, middle, cell.prepared.style.size)
            yield from drawing.composer.line(
                cell.prepared, line, cell.measure, x, y, cell.role, drawing.placed.block.id, row.leg
            )


def rules(rows: Sequence[PlacedRow], drawing: TableDrawing) -> Iterator[Item]:
    """The lines of a leg: at its head and foot, below its table head, between rows and columns."""
    style, start = drawing.content.style, leg_start(rows, drawing)
    edges = [start + edge for edge in drawing.content.edges]
    first, last = rows[0].start, rows[-1].end
    yield from drawing.rule(edges[0], edges[-1], first, style.edge)
    for row, below in pairwise(rows):
        for begin, end in stretches(edges, row.laid.under):
            yield from drawing.rule(begin, end, below.start, line_between(row, below, style))
    yield from drawing.rule(edges[0], edges[-1], last, style.edge)
    for side in (edges[0], edges[-1]):
        yield from drawing.bar(side, first, last, style.side)
    for number, edge in enumerate(edges[1:-1], 1):
        for begin, end in bars(rows, number):
            yield from drawing.bar(edge, begin, end, style.column_rule)


def line_between(row: PlacedRow, below: PlacedRow, style: TableStyle) -> str:
    """The line between two rows: below the head, inside it, or anywhere else."""
    if row.laid.kind != "head":
        return style.row_rule
    return style.head_rule if below.laid.kind != "head" else style.row_rule or (style.head_rule and INSIDE_HEAD)


def stretches(edges: Sequence[Length], under: frozenset[int]) -> Iterator[tuple[Length, Length]]:
    """A row's foot without the columns at which a cell goes on."""
    for going_on, columns in groupby(range(len(edges) - 1), key=lambda column: column in under):
        own = list(columns)
        if not going_on:
            yield edges[own[0]], edges[own[-1] + 1]


def bars(rows: Sequence[PlacedRow], boundary: int) -> Iterator[tuple[Length, Length]]:
    """The stretches of rows in which no cell lies over a boundary of columns."""
    for covered, group in groupby(rows, key=lambda row: boundary in row.laid.covered):
        own = list(group)
        if not covered:
            yield own[0].start, own[-1].end
