"""The rows of a table: as they are typed in the issue file or stand in one of a spreadsheet, and each cell's place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath

from paiban.diagnostic import Diagnostic, diagnose
from paiban.issue.kind import Around, NamedFile
from paiban.issue.model import Paragraph
from paiban.issue.values import LINE, read_copy
from paiban.kinds.table.model import (
    ENDINGS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cells,
    TableCell,
    TableContent,
    TypedCell,
    TypedRow,
    TypedTable,
    cell_of,
)
from paiban.source.copy import part_of, split_lines
from paiban.source.field import Field, FileReader, Kind, decode_record, is_empty, make_record, wrong_kind
from paiban.source.kinds import number
from paiban.source.node import Mapping, Node, Scalar
from paiban.source.node import Sequence as Items
from paiban.span import Span, Text

_BAR = re.compile(r"\\.|\{[^{}|\n]+\|[^{}|\n]+\}|(?<![^\s|｜])\|\|(?=[^\s|])[^|\n]*[^\s|]\|\||([|｜])")
"""What parts the cells of a line, where the group is found: no bar after a backslash, none of ruby, and none of a frame
(``||南渡||``) that begins a cell or stands after a space."""

_DRAWN = re.compile(r"\s*:?-{3,}:?\s*")
"""A cell of the line that Markdown draws under a head: it is no copy."""

CELL = make_record("cell", "格", "a cell", (
    Field("text", "文字", LINE, "文字", "Its words", "价格", required=True),
    Field("columns", "跨列", number(1, MOST_COLUMNS), "占几列", "How many columns it takes", "2", default=1,
          near=("colspan",)),
    Field("rows", "跨行", number(1, MOST_ROWS), "占几行", "How many rows it takes", "2", default=1, near=("rowspan",)),
), "{text: 价格, columns: 2}")  # fmt: skip


def typed_table(node: Node, reader: FileReader, kind: Kind) -> TypedTable | None:
    """The rows that stand in an issue file, or the words that name the file which has them."""
    if isinstance(node, Scalar):
        words = read_copy(node, reader)
        if "\n" not in words.value and PurePosixPath(words.value).suffix.lower() in ENDINGS:
            return TypedTable((), NamedFile(words, Path(words.value)))
        return TypedTable(tuple(line_rows(words)))
    if not isinstance(node, Items) or not node.items:
        wrong_kind(node, kind, reader)
        return None
    return TypedTable(tuple(row for item in node.items for row in listed_rows(item, reader)))


def line_rows(copy: Text) -> Iterator[TypedRow]:
    """Each line of copy as a row, cells parted by bars; bars at both ends only frame it."""
    for line in split_lines(copy):
        ends = [found.start() for found in _BAR.finditer(line.value) if found[1]]
        cuts = [-1, *ends, len(line.value)]
        pieces = [trimmed_part(line, a + 1, b) for a, b in pairwise(cuts)]
        if len(pieces) > 2 and not pieces[0].value and not pieces[-1].value:
            pieces = pieces[1:-1]
        if not all(_DRAWN.fullmatch(piece.value) for piece in pieces):
            yield TypedRow(tuple(cell_of(piece) for piece in pieces), line.span)


def trimmed_part(text: Text, start: int, end: int) -> Text:
    """A stretch of copy without the white around it."""
    words = text.value[start:end]
    left, right = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    return part_of(text, min(left, right), right)


def listed_rows(node: Node, reader: FileReader) -> Iterator[TypedRow]:
    """An item of a list of rows: a list of cells, or a line."""
    if isinstance(node, Scalar):
        yield from line_rows(read_copy(node, reader))
    elif isinstance(node, Items):
        yield TypedRow(tuple(listed_cell(item, reader) for item in node.items), node.span)
    else:
        wrong_kind(node, LINE, reader)


def listed_cell(node: Node, reader: FileReader) -> TypedCell:
    """One cell: words, or words with the columns and rows that they take."""
    if isinstance(node, Scalar):
        return cell_of(read_copy(node, reader)) if not is_empty(node) else TypedCell(None)
    values = decode_record(node, CELL, reader) if isinstance(node, Mapping) else None
    if values is None:
        if not isinstance(node, Mapping):
            wrong_kind(node, LINE, reader)
        return TypedCell(None)
    return TypedCell(values["text"], values["columns"], values["rows"])


def read_table(typed: TypedTable | None, around: Around, span: Span) -> TypedTable:
    """The rows of a table, read now where they stand in a file of their own."""
    if typed is None or typed.file is None:
        return typed or TypedTable(())
    words = typed.file.words
    file = NamedFile(words, around.file(words))
    if not _is_file(file):
        return TypedTable((), file)  # the issue's own check of files tells it
    from paiban.kinds.table.sheet import sheet_rows  # noqa: PLC0415  only where a table has a file of its own

    rows, faults = sheet_rows(file.path, span)
    return TypedTable(rows, file, faults)


def _is_file(file: NamedFile) -> bool:
    try:
        return file.path.is_file()
    except (OSError, ValueError):
        return False


def placed_cells(rows: Sequence[TypedRow]) -> tuple[Cells, tuple[Diagnostic, ...]]:
    """Each cell in its place, and what does not come out even."""
    board = CellBoard(width(rows))
    for row in rows:
        board.add(row)
    return board.cells(), tuple(board.faults)


def width(rows: Sequence[TypedRow]) -> int:
    """The columns of a table: as many as most of its rows have, of two such numbers that which comes first."""
    counts = Counter(sum(cell.columns for cell in row.cells) for row in rows if len(row.cells) > 1)
    return max(counts, key=counts.__getitem__, default=1 if rows else 0)


class CellBoard:
    """A table as it is filled row by row; ``taken`` says for each place which cell has it."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.rows = 0
        self.found: list[TableCell | None] = []
        self.surplus: list[Text] = []
        self.taken: dict[tuple[int, int], int] = {}
        self.groups: list[int] = []
        self.faults: list[Diagnostic] = []

    def add(self, row: TypedRow) -> None:
        """The next row; what a cell of a row above takes of it is passed over, unless a sign says so itself."""
        index, self.rows = self.rows, self.rows + 1
        if len(row.cells) == 1 and self.columns > 1 and not any((index, c) in self.taken for c in range(self.columns)):
            self.groups.append(index)
            self.put(row.cells[0]._replace(columns=self.columns), index, 0, row.span)
            return
        column = 0
        for cell in row.cells:
            while (index, column) in self.taken and cell.joins != "above":
                column += 1
            if cell.joins:
                self.join(cell.joins, index, column, row.span)
            else:
                self.put(cell, index, column, row.span)
            column += cell.columns
        while (index, column) in self.taken:
            column += 1
        if column != self.columns:
            self.faults.append(diagnose("P281", row.span, row=index + 1, cells=column, columns=self.columns))

    def put(self, cell: TypedCell, row: int, column: int, span: Span) -> None:
        """A cell with its first place at ``row``, ``column``; it finds none beyond the table or on another cell."""
        number = len(self.found)
        wanted = [(r, c) for r in range(row, row + cell.rows) for c in range(column, column + cell.columns)]
        taken = any(place in self.taken for place in wanted)
        if taken:
            self.faults.append(diagnose("P290", span, row=row + 1, column=column + 1))
        fits = not taken and column < self.columns
        self.found.append(TableCell(cell.text, row, column, cell.rows, cell.columns) if fits and cell.text else None)
        if cell.text is not None and not fits:
            self.surplus.append(cell.text)
        self.taken |= dict.fromkeys(wanted, number)

    def join(self, joins: str, row: int, column: int, span: Span) -> None:
        """A place that the cell at its left, or above it, takes as well."""
        before = (row, column - 1) if joins == "left" else (row - 1, column)
        number = self.taken.get(before)
        if number is None or self.groups[-1:] == [before[0]]:
            self.faults.append(diagnose("P282", span, row=row + 1, column=column + 1))
            return
        self.taken[row, column] = number
        cell = self.found[number]
        if cell is not None:
            columns, rows = max(cell.columns, column - cell.column + 1), max(cell.rows, row - cell.row + 1)
            self.found[number] = cell._replace(columns=columns, rows=rows)

    def cells(self) -> Cells:
        """What stands where; a cell reaches no further down than the table."""
        kept = [cell for cell in self.found if cell is not None]
        placed = tuple(
            cell._replace(
                rows=min(cell.rows, self.rows - cell.row), columns=min(cell.columns, self.columns - cell.column)
            )
            for cell in kept
        )
        whole = {cell.row for cell in placed if cell.columns == self.columns > 1 and cell.rows == 1}
        return Cells(placed, self.rows, self.columns, tuple(sorted({*self.groups, *whole})), tuple(self.surplus))


def split_table(table: TableContent, count: int, onward: Text, back: Text) -> tuple[TableContent, TableContent]:
    """The two parts of a table, both below its head; no cell of several rows is cut, no group's head left alone.

    The first says below its rows where the table goes on, the second at its head where it began.
    """
    cells = table.cells
    crossed = {r for cell in cells.cells for r in range(cell.row + 1, cell.row + cell.rows)}
    ways = [r for r in range(table.heads + 1, cells.rows) if r not in crossed and r - 1 not in cells.groups]
    row = min(ways, key=lambda way: abs(way - table.heads - count), default=cells.rows)
    begun, left = rows_of(cells, range(row)), rows_of(cells, (*range(table.heads), *range(row, cells.rows)))
    first = table._replace(cells=begun, notes=(Paragraph("body", onward),))
    rest = table._replace(cells=left)
    return first, rest._replace(unit=back) if table.headline is None else rest._replace(kicker=back)


def rows_of(cells: Cells, rows: Sequence[int]) -> Cells:
    """Some rows of a table as one of their own."""
    at = {row: index for index, row in enumerate(rows)}
    kept = tuple(cell._replace(row=at[cell.row]) for cell in cells.cells if cell.row in at)
    return Cells(kept, len(at), cells.columns, tuple(at[row] for row in cells.groups if row in at))
