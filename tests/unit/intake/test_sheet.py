"""Tables: lists of stories, and tables that are copy."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from paiban.diagnostic import Severity
from paiban.engine import read_issue
from paiban.source.number_format import shown
from tests.unit.intake.conftest import codes, write_png

COPY = "三月的园区里，春风吹绿了水边的草木，大家都到空地上来种树。"
LIST = (
    f'标题,作者,正文,图片,图说,稿费\n春来早,编辑部,"{COPY}\n{COPY}",tree.png,栽树现场,50\n河水清,,{COPY},none.png,,\n'
)


def book(*rows: list, **sheet: object) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    for cell, form in sheet.items():
        made.active[cell].number_format = form
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("encoding", "mark"), [("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t"), ("utf-8", ";")])
def test_a_list_of_stories(bring, tmp_path, encoding, mark):
    write_png(tmp_path / "tree.png")
    result = bring("a.csv", LIST.replace(",", mark).encode(encoding))
    first, second = result.articles
    assert (first.headline, first.byline, [line.text for line in first.lines]) == ("春来早", "编辑部", [COPY, COPY])
    assert (first.shots[0].caption, second.headline, second.shots) == ("栽树现场", "河水清", ())
    assert {"P813", "P814"} <= {*codes(result)}


def test_any_other_table_is_a_table(bring):
    result = bring(
        "a.xlsx",
        book(["树种", "棵数", "占比", "日期"], ["香樟", 1200, 0.125, date(2022, 3, 12)], B2="#,##0", C2="0.0%"),
    )
    (article,) = result.articles
    assert [table.rows for table in article.tables] == [
        (("树种", "棵数", "占比", "日期"), ("香樟", "1,200", "12.5%", "2022-03-12")),
    ]
    assert article.lines == ()
    assert codes_of(result) == []


def test_what_stands_alone_above_and_below_a_table_is_copy_and_empty_cells_stay(bring):
    rows = (["品名", "产地", "价"], ["白菜", None, 1.2], ["冬季蔬菜"], ["萝卜", "本地", "0.8|1.0"])
    result = bring("a.xlsx", book(["今日菜价"], *rows, ["数据来自各批发市场。"]))
    (article,) = result.articles
    assert article.headline == "今日菜价"
    assert [line.text for line in article.lines] == ["数据来自各批发市场。"]
    assert [table.rows for table in article.tables] == [
        (("品名", "产地", "价"), ("白菜", "", "1.2"), ("冬季蔬菜",), ("萝卜", "本地", "0.8\\|1.0")),
    ]
    assert codes_of(result) == []


def codes_of(result) -> list[str]:
    """The errors of the issue that was written, but for its places."""
    _, found, _ = read_issue(Path("issue.yaml"), result.text)
    return [d.code for d in found if d.severity is Severity.ERROR]


def test_a_formula_without_a_value_is_told(bring):
    result = bring("a.xlsx", book(["合计", "=1+1"], [COPY]))
    assert "P815" in codes(result)


@pytest.mark.parametrize(("value", "form", "words"), [
    (None, "General", ""), (True, "General", "是"), (3.0, "General", "3"), (2.5, "0", "3"), (-1.25, "0.0", "-1.3"),
    (12, '0"元"', "12元"), (12, '"￥"#,##0.00', "￥12.00"), (0.5, "0%", "50%"), (1.5, "0.00E+00", "1.50E+00"),
    (date(2022, 3, 1), 'yyyy"年"m"月"d"日"', "2022年3月1日"), (date(2022, 3, 1), "yyyy-mm-dd", "2022-03-01"),
    (date(2022, 3, 1), "General", "2022年3月1日"),
])  # fmt: skip
def test_a_cell_shows_what_its_program_shows(value, form, words):
    assert shown(value, form) == words


def test_a_sheet_as_wide_and_deep_as_can_be_is_refused_in_time(bring):
    made = Workbook()
    for row in range(1, 60):
        made.active.cell(row * 17_000, 16_384, 1)
    stream = BytesIO()
    made.save(stream)
    assert codes(bring("a.xlsx", stream.getvalue())) == ["P805"]


def test_commas_of_the_copy_part_no_cells(bring):
    (article,) = bring("a.csv", "春来早\n春风吹，草木绿，水流清,鸟儿飞。\n").articles
    assert [line.text for line in article.lines] == ["春风吹，草木绿，水流清，鸟儿飞。"]


STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
OFFICE = "http://schemas.openxmlformats.org"


def with_shared(data: bytes, words: str, runs: str) -> bytes:
    """An Excel file in which the cell of some words has those of a table of strings, as Excel itself writes them."""
    source, stream = ZipFile(BytesIO(data)), BytesIO()
    typed = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{STRINGS}"/></Types>'
    with ZipFile(stream, "w") as archive:
        for name in source.namelist():
            held = source.read(name).decode().replace("</Types>", typed)
            cell = f' t="inlineStr"><is><t>{words}</t></is>'
            archive.writestr(name, held.replace(cell, ' t="s"><v>0</v>') if "sheet1" in name else held)
        strings = f'<sst xmlns="{OFFICE}/spreadsheetml/2006/main"><si>{runs}</si></sst>'
        archive.writestr("xl/sharedStrings.xml", strings)
    return stream.getvalue()


def told_of(result) -> list[str]:
    return [str(dict(found.params)["before"]) for found in result.found if found.code == "P814"]


def test_raised_figures_of_a_cell_stay_raised(bring):
    runs = '<r><t>m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>'
    data = with_shared(book(["项目", "单位"], ["面积", "m2"]), "m2", runs)
    assert bring("a.xlsx", data).articles[0].tables[0].rows[1] == ("面积", "m^{2}")


def test_hidden_rows_and_columns_and_remarks_are_told(bring):
    made = load_workbook(BytesIO(book(["树种", "底价", "棵数"], ["香樟", 1, 1200], ["银杏", 2, 800])))
    made.active.row_dimensions[3].hidden = made.active.column_dimensions["B"].hidden = True
    made.active["A2"].comment = Comment("请核", "")
    stream = BytesIO()
    made.save(stream)
    result = bring("a.xlsx", stream.getvalue())
    assert result.articles[0].tables[0].rows == (("树种", "", "棵数"), ("香樟", "", "1200"))
    assert told_of(result) == ["底价", "1", "银杏", "2", "800", "请核"]


def test_cells_that_are_one_stay_one(bring):
    made = load_workbook(BytesIO(book(["今日苗价"], ["树种", "棵数", ""], ["", "去年", "今年"], ["香樟", 1, 2])))
    for area in ("A1:C1", "A2:A3", "B2:C2"):
        made.active.merge_cells(area)
    stream = BytesIO()
    made.save(stream)
    (article,) = bring("a.xlsx", stream.getvalue()).articles
    assert article.headline == "今日苗价"
    assert article.tables[0].rows == (("树种", "棵数", "<"), ("^", "去年", "今年"), ("香樟", "1", "2"))
