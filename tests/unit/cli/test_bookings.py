"""``paiban adverts --bookings``: an issue held against the list of what was sold."""

import json

import pytest

from tests.adverts.agency import done, picture
from tests.support.issues import place, tiny_fonts, write_issue

HEAD = "编号,尺寸,版名,左右,不挨着"
GOOD = {"size": ["120mm", "100mm"], "scale": True}


def checked(typeset, folder, rows, *blocks, head=HEAD, encoding="utf-8", words=(), **keys):
    """What is told of a list, by code with line and column, and the run."""
    (folder / "ad.pdf").write_bytes(done(picture(120))(False))
    (folder / "b.pdf").write_bytes(done(picture(120))(False))
    (folder / "list.csv").write_bytes("\r\n".join([head, *rows]).encode(encoding))
    blocks = blocks or ({"id": "trees", "advert": "ad.pdf", "place": place("1-4", "1-30"), **GOOD},)
    issue = write_issue(folder, *blocks, **keys)
    options = ["--fonts", tiny_fonts(), "--format", "json", "--bookings", folder / "list.csv", *words]
    run = typeset("adverts", issue, *options)
    found = [d for d in json.loads(run.err) if d["code"].startswith("P77")]
    return [(d["code"], d["span"]["line"], d["span"]["column"]) for d in found], run, issue


def test_an_advert_that_stands_as_it_was_sold_is_not_spoken_of(typeset, tmp_path):
    found, run, _ = checked(typeset, tmp_path, ["trees,120×100mm,要闻,左,"])
    assert (found, run.code) == ([], 0)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("flowers,,,,", [("P773", 2, 1), "P777"]),
        ("trees,通栏,要闻,左,", [("P774", 2, 7)]),
        ("trees,一大块,,,", [("P772", 2, 7)]),
        ("trees,120*100,民生,左,", [("P775", 2, 15)]),
        ("trees,,,右,", [("P775", 2, 9)]),
        ("trees,,,中,", [("P772", 2, 9)]),
        ("trees,,,,flowers", [("P773", 2, 10)]),
        ('"trees", "通栏",,,', [("P774", 2, 11)]),
    ],
)
def test_what_is_otherwise_is_told_at_its_line_and_column(typeset, tmp_path, row, told):
    found, run, _ = checked(typeset, tmp_path, [row])
    assert [code if code == "P777" else (code, *at) for code, *at in found] == told
    assert run.code == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_in_either_language_and_encoding(typeset, tmp_path, encoding):
    assert checked(typeset, tmp_path, ["ad.pdf;通栏;要闻"], head="文件;尺寸;版名", encoding=encoding)[0] == [
        ("P774", 2, 8)
    ]
    english = checked(typeset, tmp_path, ["ads/x.pdf,,right"], head="file,Size,Page,客户", encoding=encoding)[0]
    assert english[0] == ("P773", 2, 1)


def test_a_list_without_names_and_one_with_a_slip(typeset, tmp_path):
    assert checked(typeset, tmp_path, ["120×100"], head="尺寸")[0] == [("P770", 1, 1)]
    assert checked(typeset, tmp_path, ["trees,"], head="id,secton")[0] == [("P771", 1, 4)]


def test_adverts_that_must_not_touch(typeset, tmp_path):
    upper = {"id": "trees", "advert": "ad.pdf", "place": place("1-4", "1-30"), **GOOD}
    for rows, told in {"31-60": [("P776", 2, 10)], "35-64": []}.items():
        lower = {"id": "bank", "advert": "b.pdf", "place": place("1-4", rows), **GOOD}
        found, _, _ = checked(typeset, tmp_path, ["trees,,,,bank", "bank,,,,"], upper, lower)
        assert found == told


FACING = """date: 2022-03-31
pages:
  - {{page: {left}, section: 要闻, template: tabloid, stories: [
      {{id: trees, advert: ad.pdf, size: [120mm, 100mm], scale: yes, place: {{columns: {trees}, rows: 31-60}}}}]}}
  - {{page: {right}, section: 要闻, template: tabloid, stories: [
      {{id: bank, advert: b.pdf, size: [120mm, 100mm], scale: yes, place: {{columns: {bank}, rows: {rows}}}}}]}}
"""


@pytest.mark.parametrize(
    ("pages", "trees", "bank", "rows", "touch"),
    [
        ((2, 3), "3-6", "1-4", "20-49", True),
        ((2, 3), "3-6", "1-4", "1-28", False),
        ((2, 3), "2-5", "1-4", "20-49", False),
        ((2, 3), "3-6", "2-5", "20-49", False),
        ((3, 4), "3-6", "1-4", "20-49", False),
        ((3, 2), "1-4", "3-6", "20-49", True),
    ],
    ids=["at the fold", "higher up", "a column from it", "the other a column", "back to back", "the right one first"],
)
def test_adverts_that_must_not_touch_over_the_fold(typeset, tmp_path, pages, trees, bank, rows, touch):
    checked(typeset, tmp_path, ["trees,,,,bank", "bank,,,,"])
    left, right = pages
    issue = tmp_path / "facing.yaml"
    issue.write_text(FACING.format(left=left, right=right, trees=trees, bank=bank, rows=rows), "utf-8")
    run = typeset("adverts", issue, "--fonts", tiny_fonts(), "--format", "json", "--bookings", tmp_path / "list.csv")
    assert ("P776" in [d["code"] for d in json.loads(run.err)]) == touch


@pytest.mark.parametrize("begin", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-1.7"], ids=["xlsx", "xls", "pdf"])
def test_a_file_that_is_no_list_is_called_that(typeset, tmp_path, begin):
    (tmp_path / "list.xlsx").write_bytes(begin + bytes(99))
    issue = write_issue(tmp_path)
    run = typeset("adverts", issue, "--fonts", tiny_fonts(), "--lang", "zh", "--bookings", tmp_path / "list.xlsx")
    assert run.code == 1
    assert "P779" in run.err
    assert "这不是订版单" in run.err
    assert "稿件" not in run.err.replace("没有稿件", "")


def test_what_the_list_says_of_one_without_a_place_is_told_and_written(typeset, tmp_path):
    advert = {"id": "trees", "advert": "ad.pdf", "scale": True}
    found, _, issue = checked(typeset, tmp_path, ["trees,通栏,要闻,左,"], advert)
    assert found == [("P778", 2, 1)]
    assert "通栏" not in issue.read_text("utf-8")
    checked(typeset, tmp_path, ["trees,通栏,要闻,左,"], advert, words=["--write"])
    assert "size: 通栏" in issue.read_text("utf-8")


def test_what_must_not_touch_is_written(typeset, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(done(width=111, height=60)(False))
    (tmp_path / "list.csv").write_text("编号,尺寸,不挨着\ntrees,半通栏,bank\nbank,半通栏,\n", "utf-8")
    issue = write_issue(tmp_path, {"id": "trees", "advert": "a.pdf"}, {"id": "bank", "advert": "b.pdf"})
    typeset("adverts", issue, "--fonts", tiny_fonts(), "--bookings", tmp_path / "list.csv", "--write", "-q")
    assert "apart: [bank]" in issue.read_text("utf-8")


def test_adverts_that_must_not_touch_are_told_without_a_list_too(typeset, tmp_path):
    (tmp_path / "a.pdf").write_bytes(done(width=111, height=60)(False))
    one = {"id": "trees", "advert": "a.pdf", "apart": ["bank", "gone"], "place": place("1-3", "57-71")}
    two = {"id": "bank", "advert": "a.pdf", "place": place("4-6", "57-71")}
    run = typeset("check", write_issue(tmp_path, one, two), "--fonts", tiny_fonts(), "--format", "json")
    assert {"P776", "P229"} <= {d["code"] for d in json.loads(run.err or run.out)}


def test_section_and_side_are_written_where_the_engine_fills_the_pages(typeset, tmp_path):
    (tmp_path / "ad.pdf").write_bytes(done(picture(120))(False))
    (tmp_path / "list.csv").write_text("id,size,section,page\ntrees,120x100,民生,right\n", "utf-8")
    issue = tmp_path / "issue.yaml"
    issue.write_text(
        "date: 2022-03-31\npages: auto\npage_numbers: [2, 3]\ntemplate: tabloid\nsections: {2: 要闻, 3: 民生}\n"
        "stories:\n  - id: trees\n    advert: ad.pdf  # 树\n",
        "utf-8",
    )
    typeset("adverts", issue, "--fonts", tiny_fonts(), "--bookings", tmp_path / "list.csv", "--write")
    assert issue.read_text("utf-8").endswith(
        "    size: [120mm, 100mm]\n    section: 民生\n    hand: right\n    advert: ad.pdf  # 树\n"
    )
    assert typeset("adverts", issue, "--fonts", tiny_fonts(), "--bookings", tmp_path / "list.csv").code == 1


@pytest.mark.parametrize(("number", "side"), [(2, "左"), (3, "右")])
@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_an_odd_page_lies_at_the_right_whichever_way_its_lines_run(typeset, tmp_path, number, side, writing):
    """As its page number stands outside there, and as ``hand`` has it."""
    assert checked(typeset, tmp_path, [f"trees,,,{side},"], page=number, writing=writing)[0] == []


def test_writing_needs_a_list(typeset, tmp_path):
    assert typeset("adverts", write_issue(tmp_path), "--write").code == 2
