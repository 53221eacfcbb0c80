"""A list of names: what is a name, even columns, pairs spaced to three, groups under their heads, both directions."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from paiban.display import Line
from paiban.engine import Result, read_issue
from tests.support.issues import (
    FILE,
    codes,
    copy_of,
    issue_text,
    layout,
    lines_of,
    page_of,
    place,
    placed_of,
    read_blocks,
    set_blocks,
)

THREE = [f"{a}{b}村" for a in "青河南北东" for b in "石口渡岭湾沙溪潭"]


def names(copy: str, columns_: str = "1-6", rows: str = "1-30", **keys: Any) -> dict[str, Any]:
    return {"id": "list", "names": copy, "place": place(columns_, rows), **keys}


def set_names(copy: str, **keys: Any) -> Result:
    return set_blocks(names(copy, **keys))


def read(copy: str) -> list[str]:
    (block,) = read_blocks(names(copy)).pages[0].blocks
    return [name.value for group in block.content.groups for name in group.names]


def drawn(result: Result, role: str = "names") -> list[Line]:
    return lines_of(result, "list", role)


@pytest.mark.parametrize("between", [" ", "、", "，", "\n", "　", ", "])
def test_what_parts_names(between):
    assert read(between.join(["青石", "河口镇", "南渡"])) == ["青石", "河口镇", "南渡"]


def test_two_single_characters_apart_are_one_name():
    assert read("青　石　河口镇　南　　渡") == ["青　石", "河口镇", "南　　渡"]


def test_names_of_two_are_as_wide_as_names_of_three():
    result = set_names("青石 河口镇 南渡")
    assert len({line.advance for line in drawn(result)}) == 1
    assert result.ok, codes(result)


def test_they_stay_as_they_are_where_no_name_is_longer():
    alone, beside = (drawn(set_names(copy))[0] for copy in ("青石 南渡", "青石 河口镇"))
    assert alone.advance * 3 == beside.advance * 2


def test_they_may_stay_as_they_are():
    pair, three = drawn(set_names("青石 河口镇", spread=False))
    assert pair.advance * 3 == three.advance * 2


def test_columns_are_even_and_reach_both_edges():
    result = set_names(" ".join(THREE))
    by_row: dict[int, list[Line]] = {}
    for line in drawn(result):
        by_row.setdefault(line.y, []).append(line)
    row = next(iter(by_row.values()))
    steps = {b.x - a.x for a, b in pairwise(row)}
    assert max(steps) - min(steps) <= 1
    area = page_of(result).type_area
    assert (row[0].x, row[-1].x + row[-1].advance) == (area.x0, area.x1)


def test_they_may_be_counted():
    result = set_names(" ".join(THREE), columns=5)
    assert len({line.x for line in drawn(result)}) == 5


def test_a_long_name_takes_several_columns():
    result = set_names(" ".join([*THREE[:12], "青石渡中心小学", *THREE[12:]]), columns=8)
    long = next(line for line in drawn(result) if len(line.words) == 7)
    after = [line for line in drawn(result) if line.y == long.y and line.x > long.x]
    assert all(line.x >= long.x + long.advance for line in after)
    assert result.ok, codes(result)


def test_groups_stand_under_their_heads_and_apart_where_there_is_room():
    copy = "## 一等\n青石 河口\n## 二等\n南渡 北岭"
    result = set_names(copy)
    rows = [line.y for line in drawn(result, "names-head")]
    names_ = sorted({line.y for line in drawn(result)})
    assert rows[1] - names_[0] > names_[0] - rows[0] == names_[1] - rows[1]
    assert [line.y > head.y for line, head in zip(drawn(result)[::2], drawn(result, "names-head"), strict=True)]


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
@pytest.mark.parametrize("legs", [1, 2])
def test_a_hundred_and_eighty_names_in_five_groups_lose_nothing(writing, legs):
    groups = ["青石 " + " ".join(THREE[:35]) for _ in range(5)]
    copy = "\n".join(f"## 第{i}组\n{group}" for i, group in enumerate(groups, 1))
    result = set_names(copy, writing=writing, legs=legs, rows="1-60", headline="名单")
    assert result.ok, codes(result)
    assert len(drawn(result)) == 180
    assert len({(line.x, line.y) for line in drawn(result)}) == 180


def test_names_that_find_no_room_are_told():
    result = set_names(" ".join(THREE), columns_="1", rows="1-6")
    assert "P501" in codes(result)
    assert placed_of(result, "list").left_over


def test_a_head_without_names():
    _, found, _ = read_issue(FILE, issue_text(names("## 一等\n## 二等\n青石")), layout())
    assert [(d.code, d.span.line) for d in found if d.span] == [("P288", 9)]


def test_a_list_without_a_name():
    _, found, _ = read_issue(FILE, issue_text(names("、、，")), layout())
    assert [d.code for d in found] == ["P288"]


def short_of(result: Result) -> list[str]:
    """What a list is told to add, in Chinese."""
    return [dict(found.params)["add"].zh for found in result.diagnostics if found.code == "P502"]


@pytest.mark.parametrize("keys", [{}, {"legs": 3}, {"headline": "参赛村队"}])
def test_a_list_that_leaves_rows_white_says_how_many_names_fill_them(keys):
    """With so many more nothing is said, and one more finds no room."""
    heads = "## 村队\n"
    few = heads + " ".join(THREE[:5])
    (words,) = short_of(set_names(few, **keys))
    (count,) = map(int, re.findall("[0-9]+", words))
    more = [*THREE[:5], *(THREE * count)[:count]]
    full = set_names(heads + " ".join(more), **keys)
    assert not {"P502", "P501"} & {*codes(full)}
    assert "P501" in codes(set_names(heads + " ".join([*more, "石口村"]), **keys))


def test_the_head_of_a_group_ends_its_lines_by_the_sense():
    result = set_names("## 澄湖镇第二十二中学初三年级毕业班\n青石 河口镇", columns_="1")
    assert [copy_of(line) for line in drawn(result, "names-head")] == ["澄湖镇第二十二中学", "初三年级毕业班"]
