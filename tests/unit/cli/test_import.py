"""``paiban import``: what is written where, what is said of it, and that the issue sets."""

from __future__ import annotations

import json

import pytest

from tests.unit.intake.conftest import png, write_png
from tests.unit.intake.word import document, paragraph, picture

COPY = "三月的园区里，春风吹绿了水边的草木，大家都到空地上来种树。"
STORY = f"春来早\n\n　　{COPY}\n"
DAY = ("--date", "2022-03-31")


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_the_issue_stands_beside_its_copy(typeset, story):
    run = typeset("import", story, *DAY)
    assert run.code == 0
    assert story.with_suffix(".yaml").read_text("utf-8").startswith("日期: 2022-03-31\n版次: 1\n版名: 综合\n")
    assert "P828" in run.err
    assert "story.yaml" in run.out


def test_an_issue_that_is_there_is_replaced_only_when_asked(typeset, story):
    target = story.with_suffix(".yaml")
    target.write_text("mine", "utf-8")
    run = typeset("import", story, *DAY)
    assert (run.code, target.read_text("utf-8")) == (1, "mine")
    assert "P725" in run.err
    assert typeset("import", story, *DAY, "--overwrite").code == 0
    assert "春来早" in target.read_text("utf-8")


def test_the_clipboard_comes_by_standard_input_and_goes_to_standard_output(typeset):
    run = typeset(
        "import", "-", *DAY, "--page", "3", "--section", "民生", "--keys", "en", stdin=STORY.encode("gb18030")
    )
    assert run.code == 0
    assert run.out.startswith("date: 2022-03-31\npage: 3\nsection: 民生\n")
    assert "P820" in run.err


def test_pasted_markup_is_known_for_what_it_is(typeset):
    run = typeset("import", "-", *DAY, "-q", stdin=f"<p>{COPY}</p>".encode())
    assert "<p>" not in run.out
    assert COPY in run.out


def test_pictures_out_of_a_word_file_are_saved_and_no_file_is_replaced(typeset, tmp_path):
    (tmp_path / "day.docx").write_bytes(
        document(paragraph("春来早", style="1"), paragraph(COPY), paragraph(picture("a")), media={"a.png": png()})
    )
    write_png(tmp_path / "out/pictures/day-1.png").write_bytes(b"mine")
    run = typeset("import", tmp_path / "day.docx", *DAY, "-o", tmp_path / "out/issue.yaml")
    assert run.code == 0, run.err
    assert (tmp_path / "out/pictures/day-1.png").read_bytes() == b"mine"
    assert (tmp_path / "out/pictures/day-2.png").read_bytes() == png()
    assert "图片: pictures/day-2.png" in (tmp_path / "out/issue.yaml").read_text("utf-8")


def test_a_change_is_told_at_its_own_place_and_with_what_stands_round_it(typeset, tmp_path):
    path = tmp_path / "wrapped.txt"
    path.write_text("春来早\n\n　　一,二,三,四,五,六,七,八,\n九,十,十一,十二。甲 乙\n", "utf-8")
    told = [found for found in json.loads(typeset("import", path, *DAY, "--format", "json").err)]
    changed = [found for found in told if found["code"] in ("P823", "P824")]
    lines = path.read_text("utf-8").split("\n")
    for found in changed:
        line, column, end = (found["span"][key] for key in ("line", "column", "end_column"))
        assert lines[line - 1][column - 1 : end - 1] == found["params"]["before"]
        assert found["params"]["before"] in found["params"]["context"]
    places = [(found["span"]["line"], found["span"]["column"]) for found in changed]
    assert len(set(places)) == len(places) == 12


def test_everything_is_told_as_data_and_the_first_of_each_kind_in_words(typeset, tmp_path):
    path = tmp_path / "marks.txt"
    path.write_text("春来早\n\n　　春风吹,草木绿,水流清,鸟儿飞.\n", "utf-8")
    data = json.loads(typeset("import", path, *DAY, "--format", "json").err)
    marks = [found["params"] for found in data if found["code"] == "P824"]
    assert [(mark["before"], mark["after"]) for mark in marks] == [(",", "，")] * 3 + [(".", "。")]
    spans = [(found["span"]["line"], found["span"]["column"]) for found in data if found["code"] == "P824"]
    assert spans == [(3, column) for column in (6, 10, 14, 18)]
    run = typeset("import", path, *DAY, "--overwrite", "--lang", "en")
    assert run.err.count("P824") == 1
    assert "-v lists them all" in run.out
    assert typeset("import", path, *DAY, "--overwrite", "-v").err.count("P824") == 4


def test_what_cannot_be_imported_leaves_no_file(typeset, tmp_path):
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    run = typeset("import", tmp_path / "old.doc", *DAY)
    assert (run.code, [path.name for path in tmp_path.iterdir()]) == (1, ["old.doc"])
    assert ".docx" in run.err


def test_one_bad_file_keeps_no_other_from_being_imported(typeset, tmp_path, story):
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    run = typeset("import", tmp_path, *DAY)
    assert run.code == 1
    assert "P801" in run.err
    assert "春来早" in (tmp_path / "issue.yaml").read_text("utf-8")


@pytest.mark.parametrize("words", [("--date", "soon"), ("--page", "0"), ("--pages", "0"), ("--from", "poem")])
def test_wrong_usage_is_told(typeset, story, words):
    assert typeset("import", story, *words).code == 2


def test_pages_may_be_left_to_the_engine(typeset, story):
    assert typeset("import", story, *DAY, "--pages", "2").code == 0
    assert "版面: 自动\n版数: 2\n" in story.with_suffix(".yaml").read_text("utf-8")


def test_an_issue_in_a_papers_folder_extends_it(typeset, tmp_path):
    (tmp_path / "paper.yaml").write_text("报名: 青河日报\n", "utf-8")
    folder = tmp_path / "2026-11-30"
    folder.mkdir()
    (folder / "a.txt").write_text("春来早\n\n　　河水涨了，两岸的人都来看。\n", "utf-8")
    assert typeset("import", folder / "a.txt", *DAY).code == 0
    assert (folder / "a.yaml").read_text("utf-8").startswith("沿用: ../paper.yaml\n")
