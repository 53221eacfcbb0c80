"""The rows of a table from a CSV file or an Excel one, each cell with the line and the column that it stands in."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from paiban.diagnostic import Diagnostic, diagnose
from paiban.files import read_plain
from paiban.kinds.table.model import MOST_COLUMNS, MOST_ROWS, TypedCell, TypedRow, cell_of
from paiban.language import Words
from paiban.source.file import read_source
from paiban.source.number_format import shown
from paiban.source.sieve import sift
from paiban.span import Span, Text

EXCEL = (".xlsx", ".xlsm")
MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes of an Excel file, unpacked: more than any table of a page."""

_DELIMITERS = ",\t;"
"""What parts cells: the one that the first line has most of."""

_OLD_ENCODING = "P115"

_DAMAGED = Words("文件坏了，或者不是 Excel 表格", "it is damaged, or no Excel file")
_TOO_LARGE = Words(
    f"超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列", f"it has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns"
)
_NO_LIBRARY = Words("没有装 openpyxl", "openpyxl is not installed")
_EMPTY = Words("里面没有内容", "it is empty")

Sheet = tuple[tuple[TypedRow, ...], tuple[Diagnostic, ...]]


def sheet_rows(path: Path, span: Span) -> Sheet:
    """The rows of a file, none and the reason where it cannot be read; ``span`` is where the issue names it."""
    rows, faults = _excel_rows(path, span) if path.suffix.lower() in EXCEL else _csv_rows(path, span)
    if faults:
        return (), faults
    rows = _without_blanks(rows)
    if len(rows) > MOST_ROWS or any(len(row.cells) > MOST_COLUMNS for row in rows):
        return (), (_fault(path, span, _TOO_LARGE),)
    return (rows, ()) if rows else ((), (_fault(path, span, _EMPTY),))


def _fault(path: Path, span: Span, reason: Words) -> Diagnostic:
    return diagnose("P283", span, path=path.name, reason=reason)


def _without_blanks(rows: Sequence[TypedRow]) -> tuple[TypedRow, ...]:
    """The rows without empty ones, columns without a word at the right left out; one of a single word heads a group."""
    full = [row for row in rows if any(_is_filled(cell) for cell in row.cells)]
    used = max((index + 1 for row in full for index, cell in enumerate(row.cells) if _is_filled(cell)), default=0)
    return tuple(row._replace(cells=_evened(row.cells, used)) for row in full)


def _is_filled(cell: TypedCell) -> bool:
    return cell.text is not None or bool(cell.joins)


def _evened(cells: Sequence[TypedCell], used: int) -> tuple[TypedCell, ...]:
    """The cells of a row, as many as the table is wide; the first alone where nothing else stands in it."""
    if used > 1 and cells[0].text is not None and not any(_is_filled(cell) for cell in cells[1:]):
        return (cells[0],)
    return (*cells[:used], *[TypedCell(None)] * (used - len(cells)))


def _csv_rows(path: Path, span: Span) -> Sheet:
    """The rows of a CSV file, in UTF-8 or, as older programs save it, in GB 18030."""
    source, found = read_source(path)
    if source is None and [fault.code for fault in found] == [_OLD_ENCODING]:
        source, found = read_source(path, read_plain(path).decode("gb18030"))
    if source is None:
        return (), tuple(fault._replace(span=fault.span or span) for fault in found)
    head = source.text.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(StringIO(source.text), delimiter=delimiter)
    try:
        return tuple(_csv_row(values, reader.line_num, source.name) for values in reader), ()
    except csv.Error:
        return (), (_fault(path, span, _DAMAGED),)


def _csv_row(values: Sequence[str], line: int, file: str) -> TypedRow:
    cells, column = [], 1
    for value in values:
        cells.append(cell_of(_copy(value, file, line, column)))
        column += len(value) + 1
    return TypedRow(tuple(cells), Span(file, line, 1, line, max(2, column)))


def _copy(value: str, file: str, line: int, column: int) -> Text:
    """A cell's words in one line, each character where it stands; in a spreadsheet that is its cell."""
    words = " ".join(sift(value).text.split())
    return Text(words, file, (line,), tuple(range(column, column + len(words) + 1)))


def _excel_rows(path: Path, span: Span) -> Sheet:
    """The rows of the first sheet of an Excel file that is to be seen, as it shows them."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  only for Excel files
    except ImportError:
        return (), (_fault(path, span, _NO_LIBRARY),)
    try:
        data = read_plain(path)
        if sum(part.file_size for part in ZipFile(BytesIO(data)).infolist()) > MOST_UNPACKED:
            return (), (_fault(path, span, _TOO_LARGE),)
        book = load_workbook(BytesIO(data), data_only=True, keep_links=False)
        sheet = next((sheet for sheet in book.worksheets if sheet.sheet_state == "visible"), book.worksheets[0])
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            return (), (_fault(path, span, _TOO_LARGE),)
        return tuple(_sheet_rows(sheet, str(path))), ()
    except (BadZipFile, OSError):
        return (), (_fault(path, span, _DAMAGED),)
    except Exception:
        return (), (_fault(path, span, _DAMAGED),)


def _sheet_rows(sheet: Any, file: str) -> Iterator[TypedRow]:
    """Each row of a sheet; cells that are merged there are one."""
    joins = {place: how for area in sheet.merged_cells.ranges for place, how in _merged(area)}
    for row in sheet.iter_rows():
        cells = [_sheet_cell(cell, joins.get((cell.row, cell.column), ""), file) for cell in row]
        number = row[0].row
        yield TypedRow(tuple(cells), Span(file, number, 1, number, 2))


def _merged(area: Any) -> Iterator[tuple[tuple[int, int], str]]:
    for row in range(area.min_row, area.max_row + 1):
        for column in range(area.min_col, area.max_col + 1):
            if (row, column) != (area.min_row, area.min_col):
                yield (row, column), "left" if column > area.min_col else "above"


def _sheet_cell(cell: Any, joins: str, file: str) -> TypedCell:
    if joins:
        return TypedCell(None, joins=joins)
    copy = _copy(shown(cell.value, getattr(cell, "number_format", "General")), file, cell.row, cell.column)
    return TypedCell(copy if copy.value else None)
