"""``paiban edit``: a program's changes of an issue file, all or none of them; what is wrong is told at its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from paiban.issue.write_back import revision

ISSUE = """\
# 今天的版
日期: 2022-03-31
版次: 2
版名: 要闻
稿件:
  - 主题: 春天来了   # 头条
    正文: |
      第一段。
      第二段。
  - 简讯: [甲, 乙]
"""


@pytest.fixture
def edit(typeset, tmp_path):
    """``edit(operation, …)`` on the issue above; what came of it, and the file."""

    def run(*operations: dict[str, Any], words: str | None = None, **more: Any):
        path, asked = tmp_path / "issue.yaml", tmp_path / "ops.json"
        if not path.exists():
            path.write_text(ISSUE, "utf-8")
        asked.write_text(json.dumps({"operations": operations, **more}) if words is None else words, "utf-8")
        answer = typeset("edit", path, asked, "--lang", "en")
        return answer, path.read_text("utf-8")

    return run


STORY = ["stories", 0]
BODY = [*STORY, "body"]


@pytest.mark.parametrize(
    ("operation", "before", "after"),
    [
        ({"op": "set", "at": STORY, "key": "headline", "value": "夏 # 天"}, "春天来了", "'夏 # 天'"),
        ({"op": "set", "at": STORY, "key": "headline", "value": "\U00020bb7"}, "春天来了", "\U00020bb7"),
        ({"op": "unset", "at": [], "key": "section"}, "版名: 要闻\n", ""),
        ({"op": "insert", "at": ["stories", 1, "briefs"], "number": 2, "value": "丙"}, "甲, 乙", "甲, 乙, 丙"),
        ({"op": "remove", "at": ["stories", 1, "briefs"], "number": 0}, "甲, 乙", "乙"),
        ({"op": "move", "at": ["stories", 1, "briefs"], "number": 0, "to": ["stories", 1, "briefs"], "to_number": 1},
         "甲, 乙", "乙, 甲"),
        ({"op": "text", "at": BODY, "start": 0, "end": 2, "words": ""}, "第一段", "段"),
        ({"op": "insert-paragraph", "at": BODY, "number": 1, "words": "中间。"},
         "第一段。\n", "第一段。\n      中间。\n"),
        ({"op": "remove-paragraph", "at": BODY, "number": 0}, "      第一段。\n", ""),
        ({"op": "move-paragraph", "at": BODY, "number": 0, "to_number": 1},
         "第一段。\n      第二段。", "第二段。\n      第一段。"),
    ],
    ids=lambda value: value["op"] if isinstance(value, dict) else "",
)  # fmt: skip
def test_only_what_was_asked_for_changes(edit, operation, before, after):
    answer, text = edit(operation)
    assert answer.code == 0
    assert text == ISSUE.replace(before, after, 1)


def test_operations_are_made_in_turn(edit):
    _, text = edit(
        {"op": "insert-paragraph", "at": BODY, "number": 2, "words": "三"},
        {"op": "insert-paragraph", "at": BODY, "number": 3, "words": "四"},
        {"op": "move", "at": ["stories"], "number": 1, "to": ["stories"], "to_number": 0},
        {"op": "set", "at": ["stories", 1], "key": "weight", "value": 5},
    )
    assert text.index("简讯") < text.index("主题")
    assert text.index("三") < text.index("四")
    assert "分量: 5" in text


WRONG = [
    ({"op": "set", "at": ["stories", 7], "key": "weight", "value": 5}, "P728"),
    ({"op": "remove-paragraph", "at": BODY, "number": 2}, "P728"),
    ({"op": "remove", "at": BODY, "number": 0}, "P728"),
    ({"op": "sett", "at": [], "key": "page", "value": 5}, "P144"),
    ({"op": "set", "at": "stories", "key": "page", "value": 5}, "P134"),
    ({"op": "set", "at": [], "key": "page"}, "P135"),
    ({"at": [], "key": "page"}, "P135"),
    ({"op": "unset", "at": [], "key": "page", "number": 3}, "P131"),
    ({"op": "text", "at": BODY, "start": -1, "end": 0, "words": ""}, "P139"),
    ({"op": "text", "at": BODY, "start": 0, "end": 99, "words": ""}, "P728"),
]


@pytest.mark.parametrize(("operation", "code"), WRONG, ids=str)
def test_what_is_wrong_is_told_in_the_json_and_nothing_is_written(edit, operation, code):
    answer, text = edit({"op": "set", "at": STORY, "key": "weight", "value": 5}, operation)
    assert answer.code == 1
    assert text == ISSUE
    assert "ops.json:1:" in answer.err
    assert f"error[{code}]" in answer.err


@pytest.mark.parametrize(
    ("words", "code", "place"),
    [("", "P155", "1:1"), ("{", "P155", "1:2"), ('{"operations": [1,]}', "P155", "1:19"),
     ('{"operations"\n []}', "P155", "2:2"), ("[] 1", "P155", "1:4"), ('{"operations": ["a\n"]}', "P155", "1:19"),
     ('{"operations": [{"op": "\\ud83d"}]}', "P155", "1:24"), ("[" * 99, "P122", "1:22"), ("[]", "P134", "1:1")],
)  # fmt: skip
def test_what_is_no_json_has_its_place(edit, words, code, place):
    answer, text = edit(words=words)
    assert answer.code == 1
    assert f"ops.json:{place}: error[{code}]" in answer.err
    assert text == ISSUE


def test_a_file_saved_meanwhile_is_left_alone(edit):
    operation = {"op": "unset", "at": [], "key": "section"}
    answer, text = edit(operation, base="0" * 64)
    assert "P726" in answer.err
    assert text == ISSUE
    answer, text = edit(operation, base=revision(ISSUE.encode()))
    assert answer.code == 0
    assert text != ISSUE


def test_what_is_wrong_afterwards_is_written_and_told(edit):
    answer, text = edit({"op": "set", "at": STORY, "key": "weight", "value": 9})
    assert answer.code == 0
    assert "分量: 9" in text
    assert "P139" in answer.err


def test_from_standard_input_and_into_a_file_alone(typeset, tmp_path):
    path = tmp_path / "issue.yaml"
    path.write_text(ISSUE, "utf-8")
    asked = json.dumps({"operations": [{"op": "unset", "at": [], "key": "section"}]}).encode()
    assert typeset("edit", path, "-", stdin=asked).code == 0
    assert "版名" not in path.read_text("utf-8")
    assert typeset("edit", "-", path).code == 2
    assert typeset("edit", tmp_path / "none.yaml", "-", stdin=asked).code == 1
    assert typeset("edit", path, tmp_path / "none.json").code == 1


def test_a_word_file_for_operations_is_called_that(edit, typeset, tmp_path: Path):
    edit({"op": "unset", "at": [], "key": "section"})
    (tmp_path / "ops.json").write_bytes(b"PK\x03\x04")
    answer = typeset("edit", tmp_path / "issue.yaml", tmp_path / "ops.json", "--lang", "en")
    assert "a Word or Excel file" in answer.err
