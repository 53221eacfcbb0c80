"""Places written back touch nothing else."""

from __future__ import annotations

import pytest

from paiban.diagnostic import Diagnostic
from paiban.engine.writing import written_text
from paiban.issue.edit import Clear, Insert, Set, edited, key_names
from paiban.issue.write_back import revision, write_back, write_revision
from paiban.kinds import KINDS
from tests.support.issues import issue_text, read_blocks, story

PLACE = {"place": {"columns": "1-5", "rows": "1-30"}}

NAMES = key_names(KINDS.readings)

FILE = """\
# 一期
date: 2022-03-31   # 日期
page: 2
section: '要闻'
stories:
  - id: a    # 头条
    headline: "题目"
    body: |
      正文一。
      正文二。
  # 下一篇
  - headline: 乙
    place:
      columns: 1-2
      rows: 3-9
    # 后注
    body: |
      正文。
  - {advert: ads/x.pdf, id: x}
  - advert: ads/y.pdf
"""


def lines_changed(before: str, after: str) -> list[str]:
    old = before.splitlines()
    return [line for line in after.splitlines() if line not in old]


def test_a_new_key_stands_before_the_copy():
    after = write_back(FILE, KINDS.readings, [[PLACE, {}, {}, {}]])
    assert after == FILE.replace(
        '    headline: "题目"\n', '    headline: "题目"\n    place: {columns: 1-5, rows: 1-30}\n'
    )


def test_a_value_of_several_lines_changes_leaf_by_leaf_and_the_comment_after_it_stays():
    after = write_back(FILE, KINDS.readings, [[{}, PLACE, {}, {}]])
    assert after == FILE.replace("      columns: 1-2\n      rows: 3-9\n", "      columns: 1-5\n      rows: 1-30\n")


def test_a_block_that_a_make_up_leaves_out_has_no_place_any_more():
    """Another may stand there now; what never had one stays as it is."""
    before = read_blocks(story("a", "1-2", "1-20"), story("b", place=None))
    page = before.pages[0]
    after = before._replace(pages=(page._replace(blocks=tuple(b._replace(place=None) for b in page.blocks)),))
    text = issue_text(story("a", "1-2", "1-20"), story("b", place=None))
    written = written_text(text, before, after, KINDS.readings)
    assert lines_changed(written, text) == ["  place:", "    columns: 1-2", "    rows: 1-20"]
    assert lines_changed(text, written) == []


def test_a_block_in_braces_gets_it_inside():
    after = write_back(FILE, KINDS.readings, [[{}, {}, PLACE, {}]])
    assert after == FILE.replace("id: x}", "id: x, place: {columns: 1-5, rows: 1-30}}")


def test_a_block_of_one_key_gets_a_line_after_it():
    after = write_back(FILE, KINDS.readings, [[{}, {}, {}, PLACE]])
    assert after == FILE + "    place: {columns: 1-5, rows: 1-30}\n"


def test_a_chinese_file_gets_chinese_keys():
    text = "日期: 2022-03-31\n版次: 1\n版名: 要闻\n稿件:\n  - 主题: 甲\n    正文: |\n      文。\n"
    assert "    位置: {栏: 1-5, 行: 1-30}\n    正文: |\n" in write_back(text, KINDS.readings, [[PLACE]])


def test_groups_words_and_numbers_of_a_chinese_file_are_as_an_editor_writes_them():
    text = "日期: 2022-03-31\n版次: 1\n版名: 要闻\n稿件:\n  - 主题: 甲\n    正文: 文。\n  - {主题: 乙, 正文: 文。}\n"
    made = {"legs": 2, "headline_form": "vertical", "locked": True,
            "jump": {"page": 3, "paragraph": 2, "place": {"columns": "1-3", "rows": "4-9"}}}  # fmt: skip
    after = write_back(text, KINDS.readings, [[made, made]])
    lines = "破栏: 2", "题式: 竖题", "锁定: 是"
    assert all(f"    {line}\n" in after and f", {line}" in after for line in lines)
    assert after.count("位置: {栏: 1-3, 行: 4-9}") == 2
    assert "版次: 3" in after
    block = {"headline": "丙", "body": "文。", "writing": "vertical", "place": {"columns": 1, "rows": 2}}
    inserted = edited(text, NAMES, [Insert(("stories",), 0, block)])
    assert "  - 主题: 丙\n    正文: 文。\n    书写: 直排\n    位置: {栏: 1, 行: 2}\n" in inserted


def test_a_group_keeps_the_spelling_that_it_has():
    text = "版次: 1\n稿件:\n  - 主题: 甲\n    正文: 文。\n    位置: {columns: 1, rows: 1-9}\n"
    after = write_back(text, KINDS.readings, [[PLACE]])
    assert "    位置: {columns: 1-5, rows: 1-30}\n" in after


def test_line_ends_and_mark_stay_as_they_are():
    text = "\ufeff" + FILE.replace("\n", "\r\n")
    after = write_back(text, KINDS.readings, [[PLACE, PLACE, PLACE, PLACE]])
    assert after.startswith("\ufeff")
    assert after.count("\n") == after.count("\r\n")


def test_a_second_write_changes_nothing():
    after = write_back(FILE, KINDS.readings, [[PLACE, PLACE, PLACE, PLACE]])
    assert write_back(after, KINDS.readings, [[PLACE, PLACE, PLACE, PLACE]]) == after


def test_a_file_saved_meanwhile_is_left_alone(tmp_path):
    path = tmp_path / "issue.yaml"
    path.write_text(FILE, "utf-8")
    base = revision(path.read_bytes())
    assert write_revision(path, base, "first") is None
    found = write_revision(path, base, "second")
    assert found is not None
    assert found.code == "P726"
    assert path.read_text("utf-8") == "first"


def test_a_place_that_is_not_there_and_one_that_is_written_elsewhere_are_told():
    found = edited(FILE, NAMES, [Set(("stories", 9), "legs", 3)])
    assert isinstance(found, Diagnostic)
    assert found.code == "P728"
    assert dict(found.params)["place"] == "stories[10]"
    found = edited("a: &x {b: 1}\nc: *x\n", NAMES, [Set(("a",), "b", 2)])
    assert isinstance(found, Diagnostic)
    assert found.code == "P727"


def test_a_block_scalar_replaced_keeps_its_line_end():
    for newline in ("\n", "\r\n"):
        text = "stories:\n  - headline: >-\n      旧\n      题\n    weight: 3\n    body: |\n      文\n\n    legs: 3\n"
        text = text.replace("\n", newline)
        after = edited(text, NAMES, [Set(("stories", 0), "headline", "新题"), Set(("stories", 0), "body", "一\n二\n")])
        assert after == (
            "stories:\n  - headline: 新题\n    weight: 3\n    body: |\n      一\n      二\n\n    legs: 3\n"
        ).replace("\n", newline)


def test_the_bands_of_a_vertical_story_are_written():
    issue = read_blocks({**story("s0", columns="1-2", rows="1-40"), "writing": "vertical"})
    (block,) = issue.pages[0].blocks
    keys = next(kind for kind in KINDS.all if kind.reading.name == block.kind).reading.keys
    after = block._replace(form=block.form._replace(legs=2))
    assert keys(block, after)["legs"] == 2
    assert "legs" not in keys(after, after)


def test_blocks_put_into_an_empty_list_have_the_keys_of_the_file_around_it():
    text = "日期: 2022-03-31\n版次: 1\n版名: 要闻\n稿件: []  # 等来稿\n"
    blocks = [{"headline": "丙", "body": "文。\n", "filler": True, "jump": {"page": 3}}]
    after = edited(text, NAMES, [Set((), "stories", blocks)])
    block = "  - 主题: 丙\n    正文: |\n      文。\n    补白: 是\n    下转: {版次: 3}\n"
    assert after == text.replace("稿件: []  # 等来稿\n", "稿件:  # 等来稿\n" + block)
    assert edited("版次: 1\n稿件: []\n", NAMES, [Set((), "stories", blocks)]) == "版次: 1\n稿件:\n" + block


def test_the_first_stories_of_a_file_stand_at_its_end():
    """Where somebody who opens the file looks for them: behind the page that they are on."""
    for head, stories in (
        ("date: 2022-03-31\npage: 2\nsection: 要闻\n", "stories"),
        ("日期: 2022-03-31\n版次: 2\n", "稿件"),
    ):
        after = edited(head, NAMES, [Set((), "stories", [{"headline": "甲", "body": "乙。"}])])
        assert after.startswith(f"{head}{stories}:\n")


ABOVE = """\
date: 2022-03-31
page: 2
section: 要闻
stories:
  - id: a
    headline: 题
"""
BELOW = "    weight: 3\n  - id: b\n    body: 乙\n"
BODIES = {
    "literal": ("|\n      ", "\n      ", "\n"),
    "literal with empty lines": ("|\n      ", "\n\n      ", "\n"),
    "folded": (">\n      ", "\n\n      ", "\n"),
    "double": ('"', "\\n", '"\n'),
    "single": ("'", "\n\n      ", "'\n"),
    "plain": ("", "\n\n      ", "\n"),
    "list": ("\n      - ", "\n      - ", "\n"),
    "list in brackets": ("[", ", ", "]\n"),
}
"""What stands before copy, between its paragraphs and after it, in each style."""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("style", BODIES)
def test_a_paragraph_that_is_cleared_goes_with_its_line(style, ends):
    before, between, after = BODIES[style]

    def file(*paragraphs: str) -> str:
        return f"{ABOVE}    body: {before}{between.join(paragraphs)}{after}{BELOW}".replace("\n", ends)

    whole = ("甲。", "乙。", "丙。")
    for number, gone in enumerate(whole):
        listed = style.startswith("list")
        at = ("stories", 0, "body", *([number] if listed else []))
        start = 0 if listed else (4 if "empty" in style else 3) * number
        kept = [each for each in whole if each != gone]
        assert edited(file(*whole), NAMES, [Clear(at, start, start + 2)]) == file(*kept)


@pytest.mark.parametrize("style", ["plain", "single", "double", "literal", "folded", "list"])
def test_copy_that_is_cleared_whole_goes_with_its_key(style):
    written = {"plain": " 甲。 # 注\n", "single": " '甲。'\n", "double": ' "甲。"\n', "literal": " |\n      甲。\n",
               "folded": " >-\n      甲。\n", "list": "\n      - 甲。\n"}  # fmt: skip
    at = ("stories", 0, "body", 0) if style == "list" else ("stories", 0, "body")
    assert edited(ABOVE + "    body:" + written[style] + BELOW, NAMES, [Clear(at, 0, 2)]) == ABOVE + BELOW


def test_a_cell_of_a_table_that_is_cleared_keeps_its_place():
    text = ABOVE + "    rows: [[甲, 乙]]\n" + BELOW
    assert edited(text, NAMES, [Clear(("stories", 0, "rows", 0, 0), 0, 1)]) == text.replace("[[甲", "[[''")
