"""A table that goes on on another page: its rows in two parts, its head above both."""

from __future__ import annotations

from pathlib import Path

from paiban.display import Line
from paiban.engine import Result, set_issue
from paiban.engine.house import House
from tests.support.issues import tiny_fonts

ISSUE = """\
date: 2022-03-31
pages:
  - page: 2
    section: 要闻
    template: tabloid
    stories:
      - id: prices
        {headline}
        place: {{columns: 1-3, rows: 1-20}}
        legs: 1
        jump: {{page: 3, paragraph: {row}, place: {{columns: 1-3, rows: 1-20}}, legs: 1}}
        notes: 数据来自市场。
        table: |
          品名 | 价
          叶菜
          白菜 | 1.2
          菠菜 | 3.4
          根茎
          萝卜 | 0.8
  - page: 3
    section: 民生
    template: tabloid
    stories: [{{headline: 天地, body: 天地人和, place: {{columns: 4-6, rows: 1-20}}}}]
"""


def parts(row: int, headline: str = "headline: 菜价") -> tuple[Result, list[list[str]]]:
    result = set_issue(Path("issue.yaml"), ISSUE.format(row=row, headline=headline), House(tiny_fonts()))
    assert result.ok, [(d.code, d.message("en")) for d in result.diagnostics if d.severity == "error"]
    return result, [
        [item.words for item in page.items if isinstance(item, Line) and item.block.startswith("prices")]
        for page in result.pages
    ]


def test_each_part_has_the_head_and_says_where_the_other_is():
    _, (first, rest) = parts(3)
    assert first == ["菜价", "品名", "价", "叶菜", "白菜", "1.2", "（下转第3版）"]
    assert rest == ["（上接第2版）", "菜价", "品名", "价", "菠菜", "3.4", "根茎", "萝卜", "0.8", "数据来自市场。"]


def test_no_head_of_a_group_is_left_at_the_foot():
    _, (first, rest) = parts(5)
    assert "根茎" not in first
    assert rest[4:] == ["根茎", "萝卜", "0.8", "数据来自市场。"]


def test_one_without_a_headline_says_it_at_its_right():
    _, (_, rest) = parts(3, "weight: 1")
    assert rest[0] == "（上接第2版）"
