"""``paiban check --fix``: slips of copy go out of the file, in every style of YAML, and nothing else is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paiban.hygiene import replacements, written
from tests.support.issues import FILE, issue_text, story

PLAIN = """\
date: 2022-03-31   # 出版日期
page: 2
section: 要闻
template: tabloid

stories:
  # 头条
  - headline: 第二届"最美庭院"评选...   # 三行题
    deck: '青河(城郊)的''老''街,新街'
    kicker: "一季度\\u2014 30 %,\\"好\\""
    place: {columns: 1-2, rows: 1-20}
    body: |
      ２０２２年,青河县举办"最美庭院"评选...

      ## 有30 %的农户(含城郊)
      参加的，比去年\t多  三成。
    byline: >-
      本报记者:天,
      地
"""


def fixed(typeset, path: Path, *words: str) -> list[dict]:
    return json.loads(typeset("check", path, "--fix", "--format", "json", "--lang", "en", *words).err)


def by_code(found: list[dict], code: str) -> dict[str, int]:
    return {d["params"]["kind"]["en"]: d["params"]["times"] for d in found if d["code"] == code}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(PLAIN, "utf-8")
    return tmp_path / FILE


def test_slips_go_out_of_the_file_and_nothing_else_of_it_changes(typeset, path):
    fixed(typeset, path)
    assert (
        path.read_text("utf-8")
        == """\
date: 2022-03-31   # 出版日期
page: 2
section: 要闻
template: tabloid

stories:
  # 头条
  - headline: 第二届“最美庭院”评选……   # 三行题
    deck: '青河（城郊）的‘老’街，新街'
    kicker: "一季度\\u2014 30%，“好”"
    place: {columns: 1-2, rows: 1-20}
    body: |
      2022年，青河县举办“最美庭院”评选……

      ## 有30%的农户（含城郊）
      参加的，比去年 多 三成。
    byline: >-
      本报记者：天，地
"""
    )


def test_what_was_changed_is_listed_by_kind(typeset, path):
    found = fixed(typeset, path)
    assert by_code(found, "P430") == {}
    done = by_code(found, "P432")
    assert done["straight quotes"] == 8
    assert done["tabs"] == 1
    assert {d["severity"] for d in found if d["code"] == "P432"} == {"info"}
    lines = path.read_text("utf-8").split("\n")
    for each in (d for d in found if d["code"] == "P432"):
        place = each["span"]
        assert lines[place["line"] - 1][place["column"] - 1 :].startswith(each["params"]["words"])


def test_a_file_put_right_has_nothing_left_to_put_right(typeset, path):
    fixed(typeset, path)
    once = path.read_bytes()
    found = fixed(typeset, path)
    assert path.read_bytes() == once
    assert {d["code"] for d in found} & {"P226", "P430", "P431", "P432"} == set()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(typeset, path, ends, mark):
    path.write_bytes((mark + PLAIN.replace("\n", ends)).encode())
    fixed(typeset, path)
    data = path.read_bytes().decode("utf-8")
    assert data.startswith(mark + "date")
    assert data.count("\r\n") == (PLAIN.count("\n") - 1 if ends == "\r\n" else 0)
    assert "评选……" in data


@pytest.mark.parametrize("words", [[], ["主题: 天,地"], ["headline: 天 地"]])
def test_keys_may_be_chinese_and_a_file_without_slips_is_not_written(typeset, tmp_path, words):
    path = tmp_path / FILE
    text = issue_text(story(body="天地。")).replace("headline: 春天来了", words[0] if words else "headline: 春天来了")
    path.write_text(text, "utf-8")
    stamp = path.stat().st_mtime_ns, path.stat().st_ino
    fixed(typeset, path)
    after = text.replace("天,地", "天，地")
    assert path.read_text("utf-8") == after
    assert ((path.stat().st_mtime_ns, path.stat().st_ino) == stamp) == (after == text)


def test_a_value_that_others_repeat_is_left_alone_and_told(typeset, path):
    path.write_text(PLAIN.replace("deck: '", "deck: &a '") + "names: [*a]\n", "utf-8")
    found = fixed(typeset, path)
    assert [d["code"] for d in found if d["severity"] == "error"] == ["P727"]
    assert "评选……" in path.read_text("utf-8")
    assert "(城郊)的''老''" in path.read_text("utf-8")


def test_standard_input_cannot_be_changed(typeset):
    result = typeset("check", "-", "--fix")
    assert result.code == 2
    assert "--fix" in result.err


def test_a_file_that_cannot_be_read_stays_as_it_is(typeset, tmp_path):
    path = tmp_path / FILE
    path.write_bytes(b"date: [\n\xff")
    assert typeset("check", path, "--fix").code == 1
    assert path.read_bytes() == b"date: [\n\xff"


def test_every_piece_of_copy_that_is_put_right_is_what_the_table_says(typeset, path):
    before = [line for line in PLAIN.split("\n") if line.startswith("      ２")]
    fixed(typeset, path)
    assert all(written(line, replacements(line)) in path.read_text("utf-8") for line in before)
