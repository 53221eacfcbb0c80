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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
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


def test_what_the_list_says_of_one_without_a_place_is_told_and_written(typeset, tmp_path):
    advert = {"id": "trees", "advert": "ad.pdf", "scale": True}
    found, _, issue = checked(typeset, tmp_path, ["trees,通栏,要闻,左,"], advert)
    assert found == [("P778", 2, 1)]
    assert "通栏" not in issue.read_text("utf-8")
    checked(typeset, tmp_path, ["trees,通栏,要闻,左,"], advert, words=["--write"])
    assert "size: 通栏" in issue.read_text("utf-8")


def test_the_page_is_written_where_the_engine_fills_the_pages(typeset, tmp_path):
    (tmp_path / "ad.pdf").write_bytes(done(picture(120))(False))
    (tmp_path / "list.csv").write_text("id,size,section,page\ntrees,120x100,民生,right\n", "utf-8")
    issue = tmp_path / "issue.yaml"
    issue.write_text(
        "date: 2022-03-31\npages: auto\npage_numbers: [2, 3]\ntemplate: tabloid\nsections: {2: 要闻, 3: 民生}\n"
        "stories:\n  - id: trees\n    advert: ad.pdf  # 树\n",
        "utf-8",
    )
    typeset("adverts", issue, "--fonts", tiny_fonts(), "--bookings", tmp_path / "list.csv", "--write")
    assert issue.read_text("utf-8").endswith("    size: [120mm, 100mm]\n    page: 3\n    advert: ad.pdf  # 树\n")


def test_writing_needs_a_list(typeset, tmp_path):
    assert typeset("adverts", write_issue(tmp_path), "--write").code == 2
