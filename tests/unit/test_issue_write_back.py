"""Places written back touch nothing else."""

from __future__ import annotations

from paiban.issue.write_back import write_back

PLACE = {"place": "{columns: 1-5, rows: 1-30}"}

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
    after = write_back(FILE, [[PLACE, {}, {}, {}]])
    assert after == FILE.replace(
        '    headline: "题目"\n', '    headline: "题目"\n    place: {columns: 1-5, rows: 1-30}\n'
    )


def test_a_value_of_several_lines_is_replaced_and_the_comment_after_it_stays():
    after = write_back(FILE, [[{}, PLACE, {}, {}]])
    assert after == FILE.replace(
        "    place:\n      columns: 1-2\n      rows: 3-9\n", "    place: {columns: 1-5, rows: 1-30}\n"
    )


def test_a_block_in_braces_gets_it_inside():
    after = write_back(FILE, [[{}, {}, PLACE, {}]])
    assert after == FILE.replace("id: x}", "id: x, place: {columns: 1-5, rows: 1-30}}")


def test_a_block_of_one_key_gets_a_line_after_it():
    after = write_back(FILE, [[{}, {}, {}, PLACE]])
    assert after == FILE + "    place: {columns: 1-5, rows: 1-30}\n"


def test_a_chinese_file_gets_chinese_keys():
    text = "日期: 2022-03-31\n版次: 1\n版名: 要闻\n稿件:\n  - 主题: 甲\n    正文: |\n      文。\n"
    assert "    位置: {columns: 1-5, rows: 1-30}\n    正文: |\n" in write_back(text, [[PLACE]])


def test_line_ends_and_mark_stay_as_they_are():
    text = "\ufeff" + FILE.replace("\n", "\r\n")
    after = write_back(text, [[PLACE, PLACE, PLACE, PLACE]])
    assert after.startswith("\ufeff")
    assert after.count("\n") == after.count("\r\n")


def test_a_second_write_changes_nothing():
    after = write_back(FILE, [[PLACE, PLACE, PLACE, PLACE]])
    assert write_back(after, [[PLACE, PLACE, PLACE, PLACE]]) == after
