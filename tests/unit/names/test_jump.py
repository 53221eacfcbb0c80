"""A list of names that goes on on another page: its groups in two parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.display import Line
from paiban.engine import set_issue
from paiban.engine.house import House
from tests.support.issues import tiny_fonts

ISSUE = """\
date: 2022-03-31
pages:
  - page: 2
    section: 要闻
    template: tabloid
    stories:
      - id: honour
        {headline}
        place: {{columns: 1-3, rows: 1-20}}
        jump: {{page: 3, paragraph: {part}, place: {{columns: 1-3, rows: 1-20}}}}
        notes: 排名不分先后。
        names: |
          {names}
  - page: 3
    section: 民生
    template: tabloid
    stories: [{{headline: 天地, body: 天地人和, place: {{columns: 4-6, rows: 1-20}}}}]
"""
GROUPS = (
    "## 一等\n          青石村 南渡坝\n          ## 二等\n          河口镇\n          ## 三等\n          北岭坡 东湾里"
)


def parts(part, names=GROUPS, headline="headline: 名单"):
    text = ISSUE.format(part=part, names=names, headline=headline)
    result = set_issue(Path("issue.yaml"), text, House(tiny_fonts()))
    pages = [[item.words for item in page.items if isinstance(item, Line) and item.block.startswith("honour")]
             for page in result.pages]  # fmt: skip
    return result, pages


def test_each_part_says_where_the_other_is():
    result, (first, rest) = parts(3)
    assert result.ok
    assert first == ["名单", "一等", "青石村", "南渡坝", "二等", "河口镇", "（下转第3版）"]
    assert rest == ["（上接第2版）", "名单", "三等", "北岭坡", "东湾里", "排名不分先后。"]


def test_without_a_headline_a_note_says_it():
    _, (first, rest) = parts(2, headline="weight: 1")
    assert first == ["一等", "青石村", "南渡坝", "（下转第3版）"]
    assert rest[-2:] == ["（上接第2版）", "排名不分先后。"]


def test_a_list_without_groups_is_parted_between_names():
    _, (first, rest) = parts(3, names="青石村 南渡坝 河口镇 北岭坡")
    assert first == ["名单", "青石村", "南渡坝", "（下转第3版）"]
    assert rest == ["（上接第2版）", "名单", "河口镇", "北岭坡", "排名不分先后。"]


@pytest.mark.parametrize("part", [4, 9])
def test_there_is_something_left_to_go_on(part):
    result, _ = parts(part)
    assert [d.code for d in result.diagnostics if d.severity == "error"]
