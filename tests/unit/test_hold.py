"""Room held open for a late story: framed and named, found a place by make-up, and nothing goes to press meanwhile."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from paiban.engine import set_issue, with_pdf
from paiban.engine.house import House
from paiban.engine.proposing import Request, propose_issue
from paiban.issue.schema import json_schema
from paiban.kinds import KINDS
from tests.support.issues import (
    FILE,
    copy_of,
    han,
    issue_text,
    lines_of,
    outlines,
    page_of,
    place,
    set_blocks,
    story,
    tiny_fonts,
)


def room(**keys: Any) -> dict[str, Any]:
    return {"id": "late", "hold": "30 行", "place": place("1-3", "2-12"), **keys}


def codes(result: Any) -> list[str]:
    return [d.code for d in result.diagnostics if d.code.startswith("P56")]


@pytest.mark.parametrize("written", ["30 行", "30行", 30, "30 lines", "30 line", " 30 "])
def test_lines_are_written_in_either_language_or_none(written):
    result = set_blocks(room(hold=written))
    (found,) = [d for d in result.diagnostics if d.code == "P560"]
    assert dict(found.params)["lines"] == 30


@pytest.mark.parametrize("written", ["一些", "0 行", "30 字", "1000", "3 0 行"])
def test_what_is_no_number_of_lines_is_told(written):
    assert "P140" in [d.code for d in set_blocks(room(hold=written)).diagnostics]


def test_in_chinese_keys(tmp_path):
    text = "日期: 2022-03-31\n版次: 2\n版名: 要闻\n版式: broadsheet\n稿件:\n  - 留位: 30 行\n    稿名: 省运会闭幕\n" \
           "    位置: {栏: 1-3, 行: 2-12}\n"  # fmt: skip
    path = tmp_path / "issue.yaml"
    path.write_text(text, "utf-8")
    assert codes(set_issue(path, draft=True)) == ["P560"]


def test_an_empty_room_forbids_the_press_and_is_drawn_in_a_draft():
    result = set_blocks(room(slug="省运会"))
    assert codes(result) == ["P560"]
    assert with_pdf(result).pdf == b""
    assert [copy_of(line) for line in lines_of(result, "late", "caption")] == ["省运会", "30 行"]


def test_its_frame_is_its_place_without_the_white_at_its_head():
    """Three columns wide, ten rows high: one of the eleven is white."""
    result = set_blocks(room())
    grid = result.makeups[0].grid
    (box,) = outlines(page_of(result))
    assert box.rect.x0 == grid.column_left(0)
    assert box.rect.x1 == grid.column_left(2) + grid.column
    assert (box.rect.y0, box.rect.y1) == (grid.face_top(2), grid.face_foot(12))


def test_a_place_with_fewer_lines_is_told():
    """Three columns of nine rows below the white have 27."""
    result = set_blocks(room(place=place("1-3", "2-11")))
    (found,) = [d for d in result.diagnostics if d.code == "P561"]
    assert dict(found.params)["room"] == 27


def test_thirty_lines_in_ten_rows_of_three_columns_are_enough():
    assert codes(set_blocks(room())) == ["P560"]


def test_make_up_finds_it_a_place_with_so_many_lines():
    """A page that has copy enough for the rest: six columns of six rows, of which one is white, are thirty lines."""
    blocks = [story(id_, body=han(count), place=None) for id_, count in (("lead", 2000), ("b", 1000), ("c", 1000))]
    blocks.append({"id": "late", "hold": "30 行"})
    proposed = propose_issue(FILE, Request(1), issue_text(*blocks).encode(), House(tiny_fonts()))
    placed = next(b for b in proposed.results[0].makeups[0].blocks if b.block.id == "late")
    rows = placed.place.rows - (0 if placed.place.row == 0 else 1)
    assert 30 <= rows * placed.place.columns < 30 + placed.place.columns


def test_the_schema_knows_it():
    issue = {"date": "2022-03-31", "page": 2, "section": "要闻", "template": "broadsheet"}
    check = jsonschema.Draft202012Validator(json_schema(KINDS.readings))
    assert check.is_valid({**issue, "stories": [{"hold": "30 行"}]})
    assert check.is_valid({**issue, "stories": [{"留位": 30}]})
    assert not check.is_valid({**issue, "stories": [{"hold": "一些"}]})
