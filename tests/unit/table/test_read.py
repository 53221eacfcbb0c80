"""The rows of a table as they are read: lines, lists, CSV and Excel files, joined cells, and what is wrong in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from paiban.engine import read_issue
from paiban.issue import read_issue as read_confined
from paiban.kinds import KINDS
from paiban.kinds.table.model import TableContent, TypedRow, cell_of
from paiban.kinds.table.rows import placed_cells
from paiban.span import Span, plain_text
from tests.support.issues import FILE, issue_text, layout, place, read_blocks


def table(rows: Any, columns: str = "1-3", rows_: str = "1-20", **keys: Any) -> dict[str, Any]:
    return {"id": "prices", "table": rows, "place": place(columns, rows_), **keys}


def content_of(rows: Any, folder: Path | None = None, **keys: Any) -> TableContent:
    issue = read_blocks(table(rows, **keys), folder=folder)
    found: TableContent = issue.pages[0].blocks[0].content
    return found


def placed(content: TableContent) -> list[tuple[str, int, int, int, int]]:
    return [(c.text.value, c.row, c.column, c.rows, c.columns) for c in content.cells.cells]


def found_in(rows: Any, folder: Path | None = None, **keys: Any) -> list[tuple[str, int, int]]:
    text = issue_text(table(rows, **keys))
    _, found, _ = read_issue((folder or Path()) / FILE, text, layout())
    return [(d.code, d.span.line, d.span.column) for d in found if d.span]


LINES = "品名 | 价\n白菜 | 1.20\n萝卜 | 0.85"
CELLS = [("品名", 0, 0, 1, 1), ("价", 0, 1, 1, 1), ("白菜", 1, 0, 1, 1), ("1.20", 1, 1, 1, 1), ("萝卜", 2, 0, 1, 1),
         ("0.85", 2, 1, 1, 1)]  # fmt: skip


def test_lines_with_bars_between_cells():
    assert placed(content_of(LINES)) == CELLS


def test_bars_at_both_ends_and_the_line_of_markdown_are_no_copy():
    assert placed(content_of("| 品名 | 价 |\n|---|---:|\n| 白菜 | 1.20 |\n| 萝卜 | 0.85 |")) == CELLS


def test_a_list_of_lists_says_the_same():
    assert placed(content_of([["品名", "价"], ["白菜", "1.20"], ["萝卜", "0.85"]])) == CELLS


def test_signs_join_cells():
    content = content_of("品名 | 批发 | <\n^ | 城东 | 城西\n白菜 | 1 | 2", heads=2)
    assert placed(content)[:4] == [
        ("品名", 0, 0, 2, 1),
        ("批发", 0, 1, 1, 2),
        ("城东", 1, 1, 1, 1),
        ("城西", 1, 2, 1, 1),
    ]


def test_cells_of_a_list_say_how_many_columns_and_rows_they_take():
    rows = [[{"text": "品名", "rows": 2}, {"text": "批发", "columns": 2}], ["城东", "城西"], ["白菜", "1", "2"]]
    signs = "品名 | 批发 | <\n^ | 城东 | 城西\n白菜 | 1 | 2"
    assert placed(content_of(rows, heads=2)) == placed(content_of(signs, heads=2))


def test_a_row_of_one_cell_heads_a_group():
    content = content_of("品名 | 价\n叶菜\n白菜 | 1.20")
    assert content.cells.groups == (1,)
    assert placed(content)[2] == ("叶菜", 1, 0, 1, 2)


def test_a_bar_of_ruby_or_after_a_backslash_is_copy():
    content = content_of("品名 | 价\n{荠|jì}菜 | 1\\|2")
    assert [words for words, *_ in placed(content)[2:]] == ["{荠|jì}菜", "1\\|2"]


def test_every_character_of_a_cell_knows_where_it_stands():
    issue = read_blocks(table(LINES))
    text = issue_text(table(LINES)).split("\n")
    for cell in issue.pages[0].blocks[0].content.cells.cells:
        span = cell.text.span
        anchor = issue.anchors[span.file]
        line = text[anchor.line - 1 + span.line - 1]
        assert line[span.column - 1 : span.end_column - 1] == cell.text.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_file(tmp_path, encoding):
    (tmp_path / "p.csv").write_bytes("品名,价\n白菜,1.20\n萝卜,0.85\n,\n".encode(encoding))
    content = content_of("p.csv", tmp_path)
    assert placed(content) == CELLS
    span = content.cells.cells[3].text.span
    assert (Path(span.file).name, span.line, span.column) == ("p.csv", 2, 4)


def test_an_excel_file_with_merged_cells_shows_what_excel_shows(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["品名", "批发", None], [None, "城东", "城西"], ["叶菜", None, None], ["白菜", 1.2, 0.851]):
        book.active.append(row)
    book.active.merge_cells("A1:A2")
    book.active.merge_cells("B1:C1")
    book.active["B4"].number_format = book.active["C4"].number_format = "0.00"
    book.save(tmp_path / "p.xlsx")
    content = content_of("p.xlsx", tmp_path, heads=2)
    assert placed(content) == [
        ("品名", 0, 0, 2, 1), ("批发", 0, 1, 1, 2), ("城东", 1, 1, 1, 1), ("城西", 1, 2, 1, 1), ("叶菜", 2, 0, 1, 3),
        ("白菜", 3, 0, 1, 1), ("1.20", 3, 1, 1, 1), ("0.85", 3, 2, 1, 1),
    ]  # fmt: skip


def test_a_row_with_a_cell_too_many():
    assert found_in("甲 | 乙\n1 | 2 | 3\n4 | 5") == [("P281", 10, 5)]


def test_the_copy_of_cells_without_a_place_is_kept():
    rows = [["甲", "乙", "丙"], ["一", "上", "三"], ["下", "四", "五", "六"]]
    typed = [TypedRow(tuple(cell_of(plain_text(word)) for word in row), Span("", 1, 1, 1, 2)) for row in rows]
    above, over = typed[1].cells[1]._replace(rows=2), typed[2].cells[0]._replace(columns=2)
    typed[1] = typed[1]._replace(cells=(typed[1].cells[0], above, typed[1].cells[2]))
    typed[2] = typed[2]._replace(cells=(over, *typed[2].cells[1:]))
    cells, faults = placed_cells(typed)
    assert [fault.code for fault in faults] == ["P290", "P281"]
    assert [text.value for text in cells.surplus] == ["下", "五", "六"]
    assert "下" not in [cell.text.value for cell in cells.cells]


def test_a_single_cell_beside_one_of_two_rows_heads_no_group():
    content = content_of([[{"text": "甲", "rows": 2}, "乙"], ["丙"]])
    assert placed(content) == [("甲", 0, 0, 2, 1), ("乙", 0, 1, 1, 1), ("丙", 1, 1, 1, 1)]


def test_a_sign_that_joins_nothing():
    assert [code for code, *_ in found_in("甲 | 乙\n< | 2")] == ["P282"]


@pytest.mark.parametrize("data", [b"PK\x03\x04 no archive", b"", b"\x00" * 40])
def test_a_file_that_is_no_excel_file(tmp_path, data):
    (tmp_path / "p.xlsx").write_bytes(data)
    assert [code for code, *_ in found_in("p.xlsx", tmp_path)] == ["P283"]


def test_an_empty_csv_file(tmp_path):
    (tmp_path / "p.csv").write_text("", "utf-8")
    assert [code for code, *_ in found_in("p.csv", tmp_path)] == ["P283"]


def test_a_file_that_is_not_there():
    assert [code for code, *_ in found_in("none.csv")] == ["P206"]


def test_a_file_outside_the_folder_is_not_looked_at(tmp_path):
    (tmp_path / "p.csv").write_text("甲,乙\n", "utf-8")
    inside = tmp_path / "issue"
    inside.mkdir()
    _, found, _ = read_confined(inside / FILE, KINDS.readings, issue_text(table("../p.csv")), layout(), confine=True)
    assert [d.code for d in found] == ["P239"]


def test_more_alignments_than_columns():
    assert [code for code, *_ in found_in(LINES, columns_aligned=["start", "end", "end"])] == ["P284"]


def test_a_head_that_leaves_no_row():
    assert [code for code, *_ in found_in(LINES, heads=3)] == ["P285"]


@pytest.mark.parametrize("rows", [[], {"a": 1}, [[["甲"]]], [{"a": 1}]])
def test_what_is_no_table(rows):
    assert {code for code, *_ in found_in(rows)} & {"P134", "P135"}


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("|0|}|", ["0", "}"]),
        ("{重|zhòng}庆 | 1", ["{重|zhòng}庆", "1"]),
        (r"甲\|乙 | 1", [r"甲\|乙", "1"]),
        (r"甲\\|乙", [r"甲\\", "乙"]),
        ("||南渡||村 | 乙", ["||南渡||村", "乙"]),
        ("||南渡|| | 乙", ["||南渡||", "乙"]),
    ],
)
def test_a_bar_parts_cells_but_after_a_backslash_in_ruby_and_in_a_frame(line, cells):
    assert [words for words, *_ in placed(content_of(f"{line}\n一 | 二")) if words not in "一二"] == cells
