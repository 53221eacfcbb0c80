"""Whatever is written into an issue file is read back equal, and nothing else of the file changes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from paiban.issue.edit import (
    Change,
    Insert,
    InsertParagraph,
    Move,
    MoveParagraph,
    Remove,
    RemoveParagraph,
    Set,
    Unset,
    edited,
    key_names,
)
from paiban.kinds import KINDS
from paiban.source.file import clean
from paiban.source.outline import data_of, outline
from paiban.source.quote import block_words, flow_words, scalar_words

NAMES = key_names(KINDS.readings)
MARKS = "甲乙丙，。“”「 \u3000#:-?!&*|>'\"%@`{}[],\\~=<ayn0159.\n"
COPY = st.text(alphabet=MARKS, max_size=12) | st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"),
    max_size=12,
)
TRAPS = [
    "", " ", "#", "建设 # 未来", "a: b", "a:", "- a", "-", "---", "...",
    "? a", ": a", "yes", "No", "null", "~", "1", "0x1", "1e3",
    "1:30", "2022-03-31", "=", "<<", "&a", "*a", "!a", "|", ">", "'", '"', "it's", "%a",
    "@a", "`a", "[a", "{a", "a]", "a}", "a,b",
    "甲\n乙", "甲\n\n乙\n", "\n甲", " 甲\n乙", "甲 ", "甲\n ", "甲\n  乙", "\t", "甲\t乙", "　甲", "甲　",
    "# 甲\n# 乙", "甲\n\n\n", "\n", "𠮷\n𠮷",
    "甲\\n乙", "http://a.b/c#d", "a #b", "a\n#b", "-1", "+1", ".5", "真", "on", "y", "n", "O",
    "甲\n- 乙\n- 丙", "甲\n乙: 丙",
]  # fmt: skip

STYLES = {
    "plain": "    headline: 旧题 # 注\n",
    "single": "    headline: '旧''题' # 注\n",
    "double": '    headline: "旧\\"\\u9898" # 注\n',
    "literal": "    headline: | # 注\n      旧\n      题\n\n",
    "literal-strip": "    headline: |-\n      旧\n\n      题\n",
    "literal-keep": "    headline: |+\n      旧\n\n\n",
    "folded": "    headline: >-\n      旧\n      题\n",
    "folded-plain": "    headline: 旧\n      题\n",
    "empty": "    headline:\n",
    "list": "    headline:\n      - 旧\n      - 题 # 注\n",
    "list-flow": "    headline: [旧, 题] # 注\n",
    "group": "    headline: # 注\n      columns: 1-4   # 四栏\n      rows: 1-9\n",
    "anchored": "    headline: &h 旧题\n",
}
FLOW = {"flow": "{id: b, headline: 旧题, weight: 3}", "flow-quoted": "{id: b, headline: '旧题', weight: 3}"}

FILE = """\
# 一期
date: 2022-03-31   # 日期
stories:
  # 头条
  - id: a
    weight: 3
  # 二条
{block}
    # 后注
    weight: 3   # 分量

  - id: c
    body: |
      第一段。
      第二段。

      第三段。
"""


def block_file(style: str) -> str:
    return FILE.format(block=f"  - id: b\n{STYLES[style]}".rstrip("\n") + ("\n" if style.startswith("literal") else ""))


def flow_file(style: str) -> str:
    return FILE.replace("{block}\n    # 后注\n    weight: 3   # 分量\n", f"  - {FLOW[style]} # 注\n")


FILES = {**{style: block_file(style) for style in STYLES}, **{style: flow_file(style) for style in FLOW}}
FILES |= {f"{name}-crlf": text.replace("\n", "\r\n") for name, text in FILES.items()}
FILES["bom"] = "\ufeff" + FILES["plain"]
AT = ("stories", 1)


def data(text: str) -> Any:
    """What a file says, by PyYAML's events alone."""
    root = outline(clean("", text).text)
    assert root is not None
    return data_of(root)


OWN = ("一期", "头条", "二条", "后注")


def comments(text: str) -> list[str]:
    """The comments that stand on lines of their own."""
    return [each for each in OWN if f"# {each}" in text.removeprefix("\ufeff")]


def elsewhere(text: str) -> str:
    """The lines that no change of block b may touch."""
    lines = text.splitlines(keepends=True)
    first = next(i for i, line in enumerate(lines) if "二条" in line)
    last = next(i for i, line in enumerate(lines) if "id: c" in line)
    return "".join(lines[:first] + lines[last:])


def checked(text: str, operation: Any) -> str:
    after = edited(text, NAMES, [operation])
    assert isinstance(after, str), (operation, after)
    assert elsewhere(after) == elsewhere(text)
    if "\r\n" in text:
        assert after.count("\n") == after.count("\r\n")
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    return after


# ---- one value by itself ---------------------------------------------------------------------------------------------


@settings(max_examples=500)
@given(COPY | st.sampled_from(TRAPS))
def test_a_value_on_one_line_is_read_back_equal(value):
    for file in (f"a: {scalar_words(value)}\n", f"{{a: {flow_words(value)}, b: 1}}\n", f"[{scalar_words(value)}]\n"):
        read = data(file)
        found = read[0] if isinstance(read, list) else read["a"][0]
        assert found == value, file


@settings(max_examples=300)
@given(COPY | st.sampled_from(TRAPS))
def test_a_value_of_several_lines_is_read_back_equal_with_what_follows_it(value):
    file = f"a:\n  b:{block_words(value, 4)}\n  c: 丙\nd: 丁\n"
    assert data(file) == {"a": [{"b": [value], "c": ["丙"]}], "d": ["丁"]}


# ---- in a file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", FILES)
@settings(max_examples=25)
@given(value=COPY | st.sampled_from(TRAPS))
@example(value="甲\n乙")
@example(value="建设 # 未来")
def test_a_key_set_is_read_back_equal_and_nothing_else_changes(style, value):
    text = FILES[style]
    after = checked(text, Set(AT, "headline", value))
    wanted = data(text)
    wanted["stories"][0][1]["headline"] = [value]
    assert data(after) == wanted
    if style.removesuffix("-crlf") not in ("group", "list"):
        assert comments(after) == comments(text)
    assert ("# 注" in after) or "# 注" not in text or style.startswith(("literal", "list"))


@pytest.mark.parametrize("style", FILES)
def test_a_key_is_taken_away(style):
    text = FILES[style]
    after = checked(text, Unset(AT, "headline"))
    wanted = data(text)
    del wanted["stories"][0][1]["headline"]
    assert data(after) == wanted
    for key in ("weight", "id"):
        after = checked(after, Unset(AT, key))
        del wanted["stories"][0][1][key]
        assert data(after) == wanted
    assert comments(after) == comments(text)


@pytest.mark.parametrize("style", FILES)
@settings(max_examples=15)
@given(value=COPY | st.sampled_from(TRAPS), key=st.sampled_from(["kicker", "body", "legs"]))
def test_a_new_key_is_read_back_equal(style, value, key):
    text = FILES[style]
    wanted = data(text)
    wanted["stories"][0][1][key] = [value]
    assert data(checked(text, Set(AT, key, value))) == wanted


@pytest.mark.parametrize("style", ["plain", "single", "double", "literal", "literal-strip", "literal-keep", "folded",
                                   "folded-plain", "flow", "flow-quoted", "literal-crlf", "folded-crlf"])  # fmt: skip
@settings(max_examples=40)
@given(words=COPY | st.sampled_from(TRAPS), ends=st.tuples(st.integers(0, 5), st.integers(0, 5)))
def test_a_range_of_copy_is_changed_inside_its_scalar(style, words, ends):
    text = FILES[style]
    old = data(text)["stories"][0][1]["headline"][0]
    start, end = sorted(min(each, len(old)) for each in ends)
    after = checked(text, Change((*AT, "headline"), start, end, words))
    assert data(after)["stories"][0][1]["headline"] == [old[:start] + words + old[end:]]


def test_a_change_of_copy_touches_no_other_line_of_it():
    text = FILES["plain"]
    after = edited(text, NAMES, [Change(("stories", 2, "body"), 5, 8, "另一段")])
    assert after == text.replace("第二段", "另一段")


@pytest.mark.parametrize("style", FILES)
@settings(max_examples=10)
@given(value=COPY | st.sampled_from(TRAPS))
def test_a_block_is_put_in_moved_and_taken_out(style, value):
    text = FILES[style]
    new = {"id": "n", "headline": value, "place": {"columns": "1-5", "rows": "1-9"}}
    plain = {"id": ["n"], "headline": [value], "place": [{"columns": ["1-5"], "rows": ["1-9"]}]}
    stories = data(text)["stories"][0]
    for index in range(4):
        grown = edited(text, NAMES, [Insert(("stories",), index, new)])
        assert isinstance(grown, str)
        assert data(grown)["stories"][0] == [*stories[:index], plain, *stories[index:]]
        assert edited(grown, NAMES, [Remove(("stories",), index)]) is not None
        assert data(edited(grown, NAMES, [Remove(("stories",), index)]))["stories"][0] == stories


@pytest.mark.parametrize("style", FILES)
@pytest.mark.parametrize(("index", "to"), [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (1, 1)])
def test_a_block_moves_with_its_comments(style, index, to):
    text = FILES[style]
    after = edited(text, NAMES, [Move(("stories",), index, ("stories",), to)])
    assert isinstance(after, str)
    stories = data(text)["stories"][0]
    stories.insert(to, stories.pop(index))
    assert data(after)["stories"][0] == stories
    assert comments(after) == comments(text)
    lines = [line.strip() for line in after.splitlines()]
    assert lines[lines.index("# 头条") + 1] == "- id: a"


def test_a_block_moves_to_another_page():
    text = (
        "date: 2022-03-31\npages:\n- page: 1\n  stories:\n"
        "  # 头条\n  - id: a\n    body: |\n      甲\n\n      乙\n  - id: b\n"
        "- page: 2\n  stories:\n      - id: c\n      - {id: d}\n"
    )
    after = edited(text, NAMES, [Move(("pages", 0, "stories"), 0, ("pages", 1, "stories"), 1)])
    assert after == (
        "date: 2022-03-31\npages:\n- page: 1\n  stories:\n  - id: b\n"
        "- page: 2\n  stories:\n      - id: c\n"
        "      # 头条\n      - id: a\n        body: |\n          甲\n\n          乙\n      - {id: d}\n"
    )


# ---- paragraphs ------------------------------------------------------------------------------------------------------

BODY = ("stories", 2, "body")


def test_paragraphs_are_put_in_moved_and_taken_out():
    for newline in ("\n", "\r\n"):
        text = FILES["plain"].replace("\n", newline)
        after = edited(text, NAMES, [InsertParagraph(BODY, 1, "新段。")])
        assert after == text.replace("      第二段。", f"      新段。{newline}      第二段。")
        assert edited(after, NAMES, [RemoveParagraph(BODY, 1)]) == text
        moved = edited(text, NAMES, [MoveParagraph(BODY, 0, 1)])
        assert moved == text.replace("第一", "X").replace("第二", "第一").replace("X", "第二")
        last = edited(text, NAMES, [InsertParagraph(BODY, 3, "新段。")])
        assert data(last)["stories"][0][2]["body"] == ["第一段。\n第二段。\n\n第三段。\n新段。\n"]


# ---- several, top keys, lists ----------------------------------------------------------------------------------------


def test_several_are_one_change_or_none():
    text = FILES["plain"]
    good = [Set((), "paper", "甲报"), Set(AT, "legs", 4), Unset(AT, "weight"), Remove(("stories",), 0)]
    after = edited(text, NAMES, good)
    assert isinstance(after, str)
    assert data(after)["paper"] == ["甲报"]
    assert [story["id"] for story in data(after)["stories"][0]] == [["b"], ["c"]]
    assert not isinstance(edited(text, NAMES, [*good, Unset(("stories", 5), "id")]), str)


def test_a_top_key_stands_before_the_stories_and_a_list_can_be_set():
    after = edited(FILES["plain"], NAMES, [Set((), "names", ["党工委", "a: b"]), Set((), "press", "yes")])
    assert "names: [党工委, 'a: b']\npress: 'yes'\nstories:\n" in after


def test_a_slot_gives_way_to_a_place_and_a_place_to_a_slot():
    text = "stories:\n  - id: a\n    slot: lead # 版位\n    body: 文\n"
    placed = edited(text, NAMES, [Set(("stories", 0), "place", {"columns": "1-5", "rows": "1-9"})])
    assert placed == text.replace("slot: lead", "place: {columns: 1-5, rows: 1-9}")
    assert edited(placed, NAMES, [Set(("stories", 0), "slot", "lead")]) == text


def test_a_group_changes_leaf_by_leaf_and_keeps_its_comments():
    text = "stories:\n  - id: a\n    位置:\n      栏: 1-4   # 四栏\n      行: 1-9 # 九行\n    正文: 文\n"
    after = edited(text, NAMES, [Set(("stories", 0), "place", {"columns": "1-5", "rows": "1-9"})])
    assert after == text.replace("1-4", "1-5")


def test_what_an_alias_repeats_is_not_changed_behind_its_back():
    text = "stories:\n  - briefs: &b [甲]\n  - briefs: *b\n"
    assert not isinstance(edited(text, NAMES, [Set(("stories", 0), "briefs", ["乙"])]), str)
    assert edited(text, NAMES, [Set(("stories", 1), "briefs", ["乙"])]) == text.replace("*b", "[乙]")
    assert not isinstance(edited(text, NAMES, [Remove(("stories",), 0)]), str)


def test_a_range_of_copy_counts_what_is_read_and_not_what_the_sieve_leaves_out():
    text = "stories:\n  - id: a\n    body: |\n      甲\u200b乙\u200b丙\n      丁\u200b\n"
    at = ("stories", 0, "body")
    assert edited(text, NAMES, [Change(at, 1, 2, "二")]) == text.replace("乙", "二")
    assert edited(text, NAMES, [Change(at, 3, 3, "。")]) == text.replace("丙", "丙。")
    assert edited(text, NAMES, [RemoveParagraph(at, 0)]) == text.replace("      甲\u200b乙\u200b丙\n", "")
