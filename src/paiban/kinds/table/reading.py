"""A table in the issue file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from paiban.issue import header
from paiban.issue.kind import Around, NamedFile, Parting, Reading, Rewriting, no_faces, not_filled
from paiban.issue.model import Block, LegsForm, Place
from paiban.issue.values import BODY, HEADING, LINE
from paiban.kinds.table.model import ENDINGS, TableContent
from paiban.language import Words
from paiban.markup import plain
from paiban.source.field import Field, FileReader, Kind, Values, make_record
from paiban.source.kinds import ALONG, NAME, choice, listing, number
from paiban.source.node import Node
from paiban.span import Text

ALIGNMENTS = {
    "auto": "自动", "start": "居首", "centre": "居中", "end": "居末", "decimal": "小数点", "score": "比分",
    "range": "起止",
}  # fmt: skip
"""How a column may be aligned: the last three on a sign of its figures."""


_CELL = {"type": ["string", "number", "boolean", "null", "object"]}
_ROW = {"anyOf": [{"type": "string"}, {"type": "array", "items": _CELL, "minItems": 1}]}


def _rows(node: Node, reader: FileReader) -> Any:
    from paiban.kinds.table.rows import typed_table  # noqa: PLC0415  only where there is a table

    return typed_table(node, reader, ROWS)


ROWS = Kind(
    "表的各行（“|”之后每行一行，格与格之间写“|”；或一个列表的列表），或 CSV、Excel 文件的路径",
    "the rows of a table (under “|” one a line with “|” between cells, or a list of lists), or the path of a CSV or "
    "Excel file",
    _rows,
    {"anyOf": [{"type": "string"}, {"type": "array", "items": _ROW, "minItems": 1}]},
)

RECORD = make_record("table", "表", "a table", (
    header.ID,
    Field("table", "表", ROWS, "表的各行，或 CSV、Excel 文件；“<”接左边一格，“^”接上面一格；只有一格的行是组题",
          "Its rows, or a CSV or Excel file; “<” joins the cell at the left, “^” the one above; a row of a single cell "
          "heads a group", "prices.csv", required=True, near=("rows", "表格", "数据")),
    Field("headline", "主题", HEADING, "表题", "Its headline", "今日菜价",
          near=("title", "heading", "标题", "表题", "题目")),
    Field("weight", "分量", number(1, 5), "分量；表题的字号由它来",
          "How important: its headline's size follows from it",
          "1", default=1),
    Field("unit", "单位", LINE, "表上右角的一行，如单位", "A line at its top right, such as the unit of its figures",
          "单位：元/公斤"),
    Field("heads", "表头行", number(0, 5), "前几行是表头；转栏时重排",
          "How many rows are its head, repeated in every leg",
          "2", default=1, near=("header", "表头")),
    Field("columns_aligned", "各列对齐", listing(choice(ALIGNMENTS, ALONG), single=True, most=60),
          "每列怎么对齐；不写就看内容：数字对小数点，文字居首",
          "How each column is aligned; else by its copy: figures on their decimal point, words at their start",
          "[居首, 居中, 小数点]", default=(), near=("align", "对齐")),
    Field("table_style", "表样", NAME, "表样：样式里的一种", "A table style of the style sheet", "prices",
          default="plain", near=("style", "样式")),
    Field("notes", "注", BODY, "表下的注，每行一条", "Notes below it, one a line", "数据来自各批发市场。",
          near=("note", "表注", "注释")),
    header.PLACE,
    header.SLOT,
    Field("legs", "破栏", number(1, 16), "排成几栏；不写就看宽窄", "In how many legs it is set; else by its width", "3",
          near=("leg", "分栏")),
    header.WRITING,
    header.BOX,
    header.TINT,
    header.BORDER,
    header.WITH,
    header.WRAP,
    header.WIDTH,
    header.SIDE,
    header.PACKAGE,
    header.FILLER,
    header.LOCKED,
    header.OF_SECTION,
    header.ON_PAGE,
    header.JUMP,
))  # fmt: skip


def content(values: Values, around: Around) -> TableContent:
    """The table that decoded fields make."""
    from paiban.kinds.table.rows import placed_cells, read_table  # noqa: PLC0415  only where there is a table

    typed = read_table(values["table"], around, values.at("table"))
    cells, faults = placed_cells(typed.rows)
    return TableContent(
        headline=values["headline"],
        unit=values["unit"],
        cells=cells,
        heads=values["heads"],
        notes=values["notes"] or (),
        aligned=tuple("" if word == "auto" else word for word in values["columns_aligned"]),
        style=values["table_style"],
        style_span=values.at("table_style"),
        file=typed.file,
        faults=(*typed.faults, *faults),
        writing=values["writing"] or around.writing,
    )


def form(values: Values) -> LegsForm:
    """How the editor wants it set."""
    return LegsForm(values["legs"])


def texts(table: TableContent) -> Iterator[Text | None]:
    """The copy in reading order."""
    yield from (table.kicker, table.headline, table.unit)
    yield from (cell.text for cell in table.cells.cells)
    yield from table.cells.surplus
    yield from (note.text for note in table.notes)


def titles(table: TableContent) -> Iterator[Text]:
    """Its headline and the cells of its head."""
    yield from () if table.headline is None else (table.headline,)
    yield from (cell.text for cell in table.cells.cells if cell.row < table.heads)


def rewritten(table: TableContent, change: Rewriting) -> TableContent:
    """The table with other copy."""
    headline = table.headline
    cells = tuple(cell._replace(text=change(cell.text)) for cell in table.cells.cells)
    return table._replace(
        headline=None if headline is None else change(headline),
        unit=None if table.unit is None else change(table.unit),
        cells=table.cells._replace(cells=cells, surplus=tuple(map(change, table.cells.surplus))),
        notes=tuple(note.rewritten(change) for note in table.notes),
    )


def title(table: TableContent) -> str:
    """Its headline."""
    return plain(table.headline.value) if table.headline else ""


def files(table: TableContent) -> tuple[NamedFile, ...]:
    """The file that it is read from, where it is."""
    return () if table.file is None else (table.file,)


def check(block: Block, place: Place | None, values: Values, reader: FileReader) -> None:
    """What its rows have wrong; as many alignments as columns; a head that leaves rows below it."""
    table: TableContent = block.content
    for fault in table.faults:
        reader.report(fault.code, fault.span, **dict(fault.params))
    cells = table.cells
    if table.aligned and cells.columns and len(table.aligned) != cells.columns:
        reader.report("P284", values.at("columns_aligned"), given=len(table.aligned), columns=cells.columns)
    if cells.rows and table.heads >= cells.rows:
        reader.report("P285", values.at("heads"), heads=table.heads, rows=cells.rows)
    legs = block.form.legs
    if place is not None and legs is not None and not table.vertical and legs > place.rect.columns:
        columns = place.rect.columns
        reader.report("P215", values.at("legs"), legs=legs, columns=columns, most=columns)


def keys(before: Block, after: Block) -> dict[str, str]:
    """The legs that a table got in its place, where the editor left them open."""
    now: LegsForm = after.form
    return {"legs": str(now.legs)} if now.legs is not None and now.legs != before.form.legs else {}


def rows_below(table: TableContent) -> int:
    """How many rows it has below its head."""
    return table.cells.rows - table.heads


def split(table: TableContent, count: int, onward: Text, back: Text) -> tuple[TableContent, TableContent]:
    """Its two parts, both below its head, the first of so many rows."""
    from paiban.kinds.table.rows import split_table  # noqa: PLC0415  few tables go on on another page

    return split_table(table, count, onward, back)


def rest_form(legs: int | None) -> LegsForm:
    """How the second part is set."""
    return LegsForm(legs)


READING = Reading(
    record=RECORD,
    plural=Words("表", "tables"),
    sign="table",
    endings=ENDINGS,
    hosts=False,
    bears=False,
    content=content,
    form=form,
    texts=texts,
    titles=titles,
    rewritten=rewritten,
    title=title,
    files=files,
    faces=no_faces,
    check=check,
    keys=keys,
    parting=Parting(rows_below, split, rest_form),
    crowns=False,
    filled=not_filled,
)
