"""A file read item by item says what it says read at once, and what is remembered of it changes nothing.

``PAIBAN_READING=1000 .venv/bin/pytest -n 2 tests/property/test_reading.py`` goes through so many sequences of edits.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from paiban.engine.reading import read_issue
from paiban.issue import Issue
from paiban.kinds import KINDS
from paiban.memo import Memo
from paiban.source import Mapping, Node, Sequence, SourceFile, copy_text, parse
from paiban.source.file import clean
from paiban.source.items import Itemized, Lists, itemized
from paiban.source.parse import parsed_text
from paiban.source.remark import remarks
from paiban.span import Anchor, Span, absolute
from paiban.template import Layout
from tests.support.issues import layout

SEQUENCES = int(os.environ.get("PAIBAN_READING", "20"))
EDITS = 20

LISTS = Lists(("stories", "稿件"), ("pages", "版面"), ("id", "编号"))
FILE = Path("issue.yaml")

PAGES = """\
date: 2022-03-31
pages:
  - page: 1
    section: 要闻
    template: broadsheet
    stories:
      - id: lead
        headline: '天地人'
        place: {columns: 1-2, rows: 1-20}
        body: |
          和上下中大小。

          多少年月日“水火山石田”。
      # 注
      - briefs:
          - 土木风雨云光明。
          - "早好元气
            声色"
        place: {columns: 3, rows: 1-20}
  - 版次: 2
    稿件:
    - 编号: 二
      主题: 门生白文
      正文:
        心手力工业。
    - id: lead
      headline: 农学问
      body: |+
        思想道路。

    section: 民生
"""

ONE = """\
date: 2022-03-31
page: 1
section: 要闻
template: broadsheet
stories:
- id: lead
  headline: 天地人 # 注
  body: >-
    和上下
    中大小。
-
  id: 二
  headline: 多少年
- headline: 月日水
  body: [火山石, 田土木]
"""

POOL = ONE.replace("page: 1", "pages: auto\npage_count: 2").replace("section: 要闻\n", "")

PIECES = (
    "\n", "\n\n", "\r\n", "\t", " ", "  ", "    ", "- ", "-", ": ", ":", "'", '"', "|", ">", "|\n", "# 注\n", " # 注",
    "&a ", "*a", "!t ", "[", "]", "{", "}", ",", "---\n", "...\n", "%YAML 1.1\n", "? ", "<<: ", "\\",
    "\u200b", "\ufeff", "\xa0", "stories:\n", "稿件:\n", "stories: []\n", "pages:\n", "      - id: lead\n", "- x: y\n",
    "天", "，", "## ", "''", "~", "      - id: 三\n        headline: 三\n        headline: 四\n", "#天\n",
)  # fmt: skip
DRAFTS = Layout(draft=True)


def edited(text: str, random: Random) -> str:
    """The text after one edit: something typed, taken out, moved, or a line set in or out."""
    at = random.randrange(len(text) + 1)
    lines = text.split("\n")
    line = random.randrange(len(lines))
    act = random.randrange(7)
    if act < 3:
        return text[:at] + random.choice(PIECES) + text[at:]
    if act == 3:
        return text[:at] + text[at + random.choice((1, 1, 2, 9)) :]
    if act == 4:
        del lines[line]
    elif act == 5:
        lines.insert(random.randrange(len(lines) + 1), lines[line])
    else:
        lines[line] = lines[line][2:] if random.random() < 0.5 else "  " + lines[line]
    return "\n".join(lines)


def sequences(seed: int) -> Iterator[str]:
    """A file as it is edited again and again; what is broken is mostly undone."""
    random = Random(seed)
    text = random.choice((PAGES, ONE, POOL))
    for _ in range(EDITS):
        yield text
        after = edited(text, random)
        if random.random() < 0.3 or parse(clean("issue.yaml", after))[0] is not None:
            text = after


Told = tuple[Any, ...]


def told(node: Node, source: SourceFile, anchors: dict[str, Anchor]) -> Told:
    """All that is said of a node, with places in the file, wherever it was read."""
    span = absolute(node.span, anchors)
    if isinstance(node, Sequence):
        return (span, *(told(item, source, anchors) for item in node.items))
    if isinstance(node, Mapping):
        source = node.text or source
        return (span, *((told(key, source, anchors), told(value, source, anchors)) for key, value, *_ in node.entries))
    copy = copy_text(source, node)
    places = [absolute(copy.at(index), anchors) for index in range(len(copy.value))]
    beside = [(code, absolute(at, anchors)) for body in (False, True) for code, at in remarks(source, node, body)]
    return span, node.value, node.style, node.typed, copy.value, places, beside


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_items_read_by_themselves_are_what_they_are_in_the_file(seed):
    memo = Memo(8)
    for text in sequences(seed):
        source = clean("issue.yaml", text)
        read = itemized(source, LISTS, memo)
        root, found = parse(source)
        assert read.parsed.found == found
        assert (read.parsed.root is None) == (root is None)
        if root is not None and read.parsed.root is not None:
            assert told(read.parsed.root, read.rest, read.anchors) == told(root, source, {}), text
        memo.next_turn()


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_what_is_remembered_of_a_file_changes_nothing(seed):
    memo = Memo(8)
    for text in sequences(seed):
        for draft, where in ((False, layout()), (True, DRAFTS)):
            fresh = read_issue(FILE, text, where, draft=draft)
            assert read_issue(FILE, text, where, draft=draft, memo=memo) == fresh, text
        memo.next_turn()


def read_at_once(source: SourceFile, _: Lists, _memo: Memo) -> Itemized:
    return Itemized(parsed_text(source), source, {})


def copies(issue: Issue | None) -> list[tuple[str, str, str, Span]]:
    """Every piece of an issue's copy with where it stands."""
    return [] if issue is None else [
        (block.id, block.kind, text.value, absolute(text.span, issue.anchors))
        for page in issue.pages for block in page.blocks
        for text in KINDS.readings[block.kind].texts(block.content) if text is not None
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_an_issue_read_item_by_item_is_what_it_is_read_at_once(seed, monkeypatch):
    for text in sequences(seed):
        issue, found, _ = read_issue(FILE, text, DRAFTS, draft=True)
        with monkeypatch.context() as patch:
            patch.setattr("paiban.issue.read.itemized", read_at_once)
            whole, whole_found, _ = read_issue(FILE, text, DRAFTS, draft=True)
        assert (found, copies(issue)) == (whole_found, copies(whole)), text


def items_of(text: str) -> Itemized:
    return itemized(clean("issue.yaml", text), LISTS, Memo())


@pytest.mark.parametrize(("text", "count"), [(PAGES, 4), (ONE, 1), (POOL, 1)])
def test_items_are_read_by_themselves_up_to_one_that_cannot_be(text, count):
    assert len(items_of(text).anchors) == count


def read_by_themselves(node: Node | None) -> Iterator[Mapping]:
    """The items that were."""
    if isinstance(node, Mapping):
        yield from [node] if node.text else []
        yield from (item for entry in node.entries for item in read_by_themselves(entry.value))
    elif isinstance(node, Sequence):
        yield from (item for each in node.items for item in read_by_themselves(each))


@pytest.mark.parametrize("above", ["# 注\n", "\n\n\n", "# 注\n# 注\n"])
def test_a_remark_at_the_top_leaves_every_item_what_it_was(above):
    memo = Memo(8)

    before, after = (
        list(read_by_themselves(itemized(clean("issue.yaml", text), LISTS, memo).parsed.root))
        for text in (PAGES, above + PAGES)
    )
    assert len(before) == 4
    assert all(one is other for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize(
    "words",
    [
        "&a {x: y}", "!t x", "*a", "'x\n    stories:\n      - x: y\n'", "|\n          stories:\n            - x: y",
        "[\n'x', stories:\n ]", "'x\n      - id: z\n        y: '",
    ],
)  # fmt: skip
def test_what_is_no_item_by_itself_is_read_in_its_place(words):
    text = PAGES.replace("'天地人'", words)
    source = clean("issue.yaml", text)
    root, found = parse(source)
    read = itemized(source, LISTS, Memo())
    assert read.parsed.found == found
    assert (root is None) == (read.parsed.root is None)
    if root is not None and read.parsed.root is not None:
        assert told(read.parsed.root, read.rest, read.anchors) == told(root, source, {})


def test_lines_of_other_places_are_told_in_the_file():
    text = PAGES.replace("headline: '天地人'", "headline: 甲\n        headline: 乙").replace(
        "\n    - id: lead", "\n    - id: lead"
    )
    _, found, _ = read_issue(FILE, text, layout())
    doubled = next(each for each in found if each.code == "P132")
    assert (doubled.span, dict(doubled.params)["line"]) == (Span("issue.yaml", 9, 9, 9, 17), 8)
    twice = next(each for each in found if each.code == "P204")
    assert dict(twice.params)["line"] == 7
