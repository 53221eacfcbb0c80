"""Tables: a list of stories where its first row names their parts, else rows of a table."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.files import is_within
from paiban.intake.encoding import decoded
from paiban.intake.flow import COMMENT, Flow, Run
from paiban.intake.labels import ROLES
from paiban.intake.model import Look, PictureSource, Piece, Reading
from paiban.issue.values import PICTURE_ENDINGS
from paiban.language import Words
from paiban.source.file import clean
from paiban.source.number_format import shown
from paiban.span import Span
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.intake.gate import Archive
    from paiban.intake.sheet_parts import Layout

SHEET = Words("Excel 表格", "an Excel table")
DELIMITER = Words("它是格子之间的分隔符", "it parts the cells")
UNSEEN = Words("隐藏的行或列里的一格", "a cell of a hidden row or column")
HIDDEN = Words("隐藏的工作表", "a hidden sheet")
NO_SUCH_PICTURE = Words("稿件文件夹里没有这个图片文件", "there is no such picture in the folder of the copy")

MOST_CELLS = 500_000
MOST_CELL = 1_000_000
"""Characters of one cell: a whole page of copy many times over."""
_TOO_MANY = Words("格子太多，或者一格太长", "it has too many cells, or one that is too long")

_DELIMITERS = "\x1f,\t;"
"""What parts cells: the one that the first line has most of; a line without any is one cell."""

_ORDER = ("kicker", "headline", "deck", "byline", "picture", "caption", "credit", "body")
"""The order in which the parts of a story stand, whatever the order of the columns."""


class Cell(NamedTuple):
    """A cell's text and its place: the row and the column, counted from 1. Its runs where it is set in several types;
    ``sign`` where it belongs to the cell at its left (``<``) or above it (``^``)."""

    text: str
    row: int
    column: int
    runs: tuple[Run, ...] = ()
    sign: str = ""

    def into(self, flow: Flow) -> None:
        """Its words, as a paragraph that is being gathered."""
        for run in self.runs or (Run(self.text.strip()),):
            flow.add(run)


Row = list[Cell]


def read_csv(data: bytes, file: str) -> Reading:
    """The pieces of a CSV file, in whatever encoding and with whatever separator."""
    read = decoded(data, file)
    if read.fault is not None:
        return Reading(found=(read.fault,))
    source = clean(file, read.text).text
    head = source.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    told = [*read.told(file)]
    rows = _csv_rows(source, delimiter, told, file)
    if rows is None:
        return Reading(found=(*told, diagnose("P805", None, file=file, reason=_TOO_MANY)))
    pieces, found = pieces_of_rows(rows, file)
    return Reading(pieces, (*told, *found), {file: source})


def _csv_rows(text: str, delimiter: str, told: list[Diagnostic], file: str) -> list[Row] | None:
    """The rows of a CSV text; None where there is too much in them. Semicolons that part cells are told."""
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(StringIO(text), delimiter=delimiter)
    rows: list[Row] = []
    count = marks = 0
    try:
        for values in reader:
            count, marks = count + len(values), marks + max(0, len(values) - 1)
            if count > MOST_CELLS:
                return None
            cells = [Cell(value, reader.line_num, column) for column, value in enumerate(values, 1) if value.strip()]
            rows += [cells] if cells else []
    except csv.Error:
        return None
    if delimiter == ";" and marks:
        told.append(diagnose("P833", Span(file, 1, 1, 1, 2), before=";" * marks, reason=DELIMITER))
    return rows


def read_xlsx(data: bytes, file: str) -> Reading:
    """The pieces of an Excel file (.xlsx, .xlsm): what the cells show, formulas by the value that was stored."""
    from openpyxl import load_workbook  # noqa: PLC0415  CSV needs no library

    from paiban.intake.gate import opened  # noqa: PLC0415  as above

    archive = opened(data, file, SHEET)
    if isinstance(archive, Diagnostic):
        return Reading(found=(archive,))
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False, rich_text=True)
        formulas = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        reading = _sheets(book, formulas, archive, file)
    except Exception:  # a damaged file fails in the library in as many ways as there are parts
        return Reading(found=(diagnose("P804", None, file=file, kind=SHEET),))
    macros = any(name.endswith("vbaProject.bin") for name in archive.names)
    return reading._replace(found=(*reading.found, *([diagnose("P816", None, file=file)] if macros else [])))


def _sheets(book: Any, formulas: Any, archive: Archive, file: str) -> Reading:
    from paiban.intake.sheet_parts import layout_of, parts_of, remarks_of  # noqa: PLC0415  CSV needs no library

    pieces: list[Piece] = []
    found: list[Diagnostic] = []
    parts = parts_of(archive)
    for sheet in book.worksheets:
        part = parts.get(sheet.title, "")
        rows = _sheet_rows(sheet, formulas[sheet.title], layout_of(archive.tree(part)), file, found)
        if rows is None:
            return Reading(found=(diagnose("P805", None, file=file, reason=_TOO_MANY),))
        if sheet.sheet_state != "visible":
            words = " ".join(cell.text for row in rows for cell in row)
            found += [diagnose("P814", Span(file, 1, 1, 1, 1), what=HIDDEN, before=words)] if words else []
            continue
        made, told = pieces_of_rows(rows, file)
        pieces += made
        found += told
        found += [diagnose("P814", Span(file, 1, 1, 1, 1), what=COMMENT, before=words)
                  for words in remarks_of(archive, part)]  # fmt: skip
    return Reading(tuple(pieces), tuple(found))


def _sheet_rows(sheet: Any, formulas: Any, layout: Layout, file: str, found: list[Diagnostic]) -> list[Row] | None:
    """The rows of a sheet as it shows them, what it hides told; None where there are too many cells."""
    sheet.reset_dimensions()
    formulas.reset_dimensions()
    rows: list[Row] = []
    count = 0
    for number, (values, sources) in enumerate(zip(sheet.iter_rows(), formulas.iter_rows(), strict=False), 1):
        count += 1 + len(values)
        if count > MOST_CELLS:
            return None
        row = []
        for column, (value, source) in enumerate(zip(values, sources, strict=False), 1):
            text = shown(value.value, getattr(value, "number_format", "General"))
            cell = Cell(text, number, column, _runs(value.value))
            if not text and isinstance(source.value, str) and source.value.startswith("="):
                found.append(diagnose("P815", _span(cell, file), before=source.value))
            if text.strip() and layout.hides(number, column):
                found.append(diagnose("P814", _span(cell, file), what=UNSEEN, before=text))
            elif text.strip():
                row.append(cell)
        filled = {cell.column for cell in row}
        row += [Cell("", number, column, sign=sign) for column, sign in layout.joined(number) if column not in filled]
        rows += [row] if any(cell.text for cell in row) else []
    return rows


def _runs(value: Any) -> tuple[Run, ...]:
    """The runs of a cell that is set in several types; none of any other."""
    if not isinstance(value, list):
        return ()
    scripts = {"superscript": "^", "subscript": "_"}
    fonts = [(str(part), getattr(part, "font", None)) for part in value]
    return tuple(
        [Run(words, bool(font and font.b), scripts.get(font.vertAlign, "") if font else "") for words, font in fonts]
    )


def pieces_of_rows(rows: Sequence[Row], file: str) -> tuple[tuple[Piece, ...], tuple[Diagnostic, ...]]:
    """Stories where the first row names their parts, else tables, and paragraphs of what stands in rows by itself."""
    roles = {cell.column: ROLES.get(cell.text.strip().lower().rstrip("：:"), "") for cell in rows[0]} if rows else {}
    if "headline" in roles.values() and "body" in roles.values():
        return _stories(rows, roles, file)
    flow = Flow(file)
    wide = [index for index, row in enumerate(rows) if _is_wide(row)]
    first, last = (wide[0], wide[-1] + 1) if wide else (len(rows), len(rows))
    _paragraphs(flow, rows[:first], file)
    if wide:
        columns = range(min(c.column for row in rows[first:last] for c in row),
                        max(c.column for row in rows[first:last] for c in row) + 1)  # fmt: skip
        flow.table([_cells(row, columns, file) for row in rows[first:last]], _span(rows[first][0], file))
    _paragraphs(flow, rows[last:], file)
    return tuple(flow.pieces), tuple(flow.found)


def _paragraphs(flow: Flow, rows: Sequence[Row], file: str) -> None:
    """What stands by itself above or below a table."""
    for row in rows:
        (cell,) = [cell for cell in row if cell.text.strip()]
        cell.into(flow)
        flow.end(_span(cell, file))


def _is_wide(row: Row) -> bool:
    """Whether a row has more than one cell, however many columns that takes."""
    return sum(cell.sign != "<" or bool(cell.text.strip()) for cell in row) > 1


def _cells(row: Row, columns: range, file: str) -> list[Flow | str]:
    """The cells of a row of a table, empty ones among them; of a row with a single one, that."""
    words = {cell.column: cell for cell in row}
    alone = [cell.column for cell in row if cell.text.strip()]
    made: list[Flow | str] = []
    for column in columns if _is_wide(row) else alone:
        flow = Flow(file)
        cell = words.get(column)
        if cell is not None and cell.text.strip():
            cell.into(flow)
            flow.end(_span(cell, file))
        made.append(cell.sign if cell is not None and cell.sign and not cell.text.strip() else flow)
    return made


def _span(cell: Cell, file: str) -> Span:
    return Span(file, cell.row, cell.column, cell.row, cell.column + 1)


def _stories(rows: Sequence[Row], roles: dict[int, str], file: str) -> tuple[tuple[Piece, ...], tuple[Diagnostic, ...]]:
    flow = Flow(file)
    names = " ".join(cell.text for cell in rows[0])
    flow.found.append(
        diagnose("P833", _span(rows[0][0], file), before=names, reason=Words("表头", "the head of the table"))
    )
    for row in islice(rows, 1, None):
        for cell in row:
            if cell.text.strip() and not roles.get(cell.column):
                flow.left_out(
                    Words("没有对应项目的一格", "a cell of a column that names no part of a story"),
                    cell.text,
                    _span(cell, file),
                )
        for cell in _in_order(row, roles):
            _add_part(flow, cell, roles[cell.column], file)
    return tuple(flow.pieces), tuple(flow.found)


def _in_order(row: Iterable[Cell], roles: dict[int, str]) -> Iterator[Cell]:
    named = [cell for cell in row if cell.text.strip() and roles.get(cell.column) in _ORDER]
    yield from sorted(named, key=lambda cell: (_ORDER.index(roles[cell.column]), cell.column))


def _add_part(flow: Flow, cell: Cell, role: str, file: str) -> None:
    span = _span(cell, file)
    if role == "picture":
        path = Path(file).parent / cell.text.strip()
        if path.suffix.lower() in PICTURE_ENDINGS and is_within(path, Path(file).parent) and path.is_file():
            flow.picture(PictureSource(path.name, path), span)
        else:
            flow.found.append(diagnose("P813", span, name=cell.text.strip(), reason=NO_SUCH_PICTURE))
        return
    for run in cell.runs or (Run(cell.text),):
        flow.add(run)
    flow.end(span, role, Look())
