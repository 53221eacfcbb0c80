"""Whatever a file holds, reading it ends with an issue or with an error, never with an exception."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.diagnostic import has_errors, render_json, render_text
from paiban.engine import read_issue
from paiban.issue.table import make_table
from paiban.kinds import KINDS
from paiban.template import Layout

LAYOUT = Layout()
PATH = Path("issue.yaml")

GOOD = """\
日期: 2022-03-31
names: [郑志明, '党工委']
pages:
  - page: 2
    section: 开发区时政
    credits: {责任编辑: 夜班, 校对: "晨班"}
    stories:
      - id: lead
        weight: 5
        headline: 奋进千亿园区　建设未来之城
        deck: 开发区开启“二次创业”高质量发展新征程 # 副题
        body: |
          3月5日下午，开发区召开大会。

          ## 小标题
          张利指出，会议主题明确。
        place: {columns: 1-5, rows: 1-40}
        legs: 4
      - briefs: &items
          - 今年植树节来临之际。
          - 3月17日，市生态环境局局长傅阳带队到开发区调研。
        slot: rail
      - headline: >-
          以练备战
          以演筑防
        body: "第一段\\n第二段"
"""

TABLE = make_table(KINDS.readings)
RECORDS = (TABLE.issue, TABLE.single, *(reading.record for reading in KINDS.readings.values()))
KEYS = sorted({word for record in RECORDS for f in record.fields
               for word in (f.key, f.zh)} | {"pages", "版面", "headlin", "<<"})  # fmt: skip
WORDS = ["", "1", "1-5", "-3", "2022-03-31", "yes", "小五", "9pt", "13em", "lead", "甲|乙", "　甲　", "a: b", "'",
'"', "|",
         "no", "1:30", "*a", "&a", "!x", "# 甲", "𠀀", "e\u0301", "\t", "##", "99999999999999999999",
         "1/0"]  # fmt: skip


def check(text: str) -> None:
    """Read ``text`` and show what was found; the promise is kept if neither raises."""
    issue, found, sources = read_issue(PATH, text, LAYOUT)
    assert (issue is None) == has_errors(found)
    for lang in ("zh", "en"):
        render_text(found, sources, lang)
    render_json(found)
    lines = sources[str(PATH)].split("\n") if sources else [""]
    for diagnostic in found:
        span = diagnostic.span
        assert span is not None
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1


def test_the_good_file_is_good() -> None:
    assert read_issue(PATH, GOOD, LAYOUT)[0] is not None


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text)


@given(st.text(alphabet="abｂ甲：: \n-|>'\"{}[]#&*!%@`,?\\\t~<0189\r", max_size=80))
def test_any_text_of_the_marks_that_yaml_uses(text: str) -> None:
    check(text)


def values() -> st.SearchStrategy[object]:
    scalars = st.sampled_from(WORDS)
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
        max_leaves=12,
    )


def flow(value: object) -> str:
    """A value in YAML's flow style; the words stand unquoted as staff would write them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return str(value)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from(KEYS), values(), max_size=10))
def test_any_values_for_any_keys(record: dict[str, object]) -> None:
    check("\n".join(f"{key}: {flow(value)}" for key, value in record.items()))


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(KEYS), values()), max_size=6))
def test_any_story_on_a_good_page(entries: list[tuple[str, object]]) -> None:
    story = "\n    ".join(f"{key}: {flow(value)}" for key, value in entries) or "headline: 甲"
    check(f"date: 2022-03-31\npage: 2\nsection: 甲\nstories:\n  - {story}\n")


def mutated(data: bytes, seed: int) -> bytes:
    """``data`` with a few bytes flipped, cut, doubled or swapped with others of it."""
    chance = random.Random(seed)
    blob = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(blob))
        end = min(len(blob), start + chance.randint(1, 12))
        action = chance.randrange(5)
        if action == 0:
            blob[start] ^= 1 << chance.randrange(8)
        elif action == 1 and len(blob) > 20:
            del blob[start:end]
        elif action == 2:
            blob[start:start] = blob[start:end] * chance.randint(1, 4)
        elif action == 3:
            blob[start] = chance.choice(b" \t\n\r:-|>'\"{}[]#&*!\x00\x85\xff")
        else:
            other = chance.randrange(len(blob))
            blob[start], blob[other] = blob[other], blob[start]
    return bytes(blob)


@pytest.mark.parametrize("block", range(10))
def test_a_good_file_with_bytes_changed(tmp_path: Path, block: int) -> None:
    path = tmp_path / "issue.yaml"
    for seed in range(block * 60, block * 60 + 60):
        path.write_bytes(mutated(GOOD.encode(), seed))
        issue, found, sources = read_issue(path, None, LAYOUT)
        assert (issue is None) == has_errors(found), seed
        render_text(found, sources)


@pytest.mark.parametrize("cut", range(0, len(GOOD.encode()), 23))
def test_a_good_file_cut_short(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "issue.yaml"
    path.write_bytes(GOOD.encode()[:cut])
    issue, found, sources = read_issue(path, None, LAYOUT)
    assert (issue is None) == has_errors(found)
    render_text(found, sources)
