"""Briefs and an index of vertical lines: label at the right, items from right to left, pages at the feet of lines."""

from __future__ import annotations

from typing import Any

import pytest

from paiban.display import Box, Line
from paiban.engine import Result
from tests.support.issues import briefs, codes, copy_of, em_box, han, lines_of, page_of, place, set_blocks

ITEMS = [han(20, n) for n in range(4)]
ENTRIES = [{"headline": han(5, n), "page": n + 2} for n in range(4)]


def rail(**keys: Any) -> Result:
    return set_blocks(briefs(*ITEMS, columns="1-2", rows="3-16", label="简讯", **keys), writing="vertical")


def index(**keys: Any) -> Result:
    block = {"id": "index", "index": "导读", "items": ENTRIES, "place": place("1-2", "3-16"), "legs": 1, **keys}
    return set_blocks(block, writing="vertical")


def entries(result: Result) -> list[Line]:
    return lines_of(result, "index", "index-entry")


@pytest.mark.parametrize("keys", [{}, {"tint": "yes"}, {"box": "yes"}])
def test_items_run_down_and_follow_from_right_to_left(keys):
    lines = lines_of(rail(**keys), "briefs", "brief")
    assert all(line.vertical for line in lines)
    assert "".join(copy_of(line) for line in lines).replace("◆", "") == "".join(ITEMS)
    assert [line.x for line in lines if line.leg == 0] == sorted(
        (line.x for line in lines if line.leg == 0), reverse=True
    )


def test_a_page_says_how_its_rails_are_written_and_a_rail_otherwise():
    assert not any(line.vertical for line in lines_of(rail(writing="horizontal"), "briefs", "brief"))
    upright = set_blocks(briefs(*ITEMS, columns="1-2", rows="3-16", writing="vertical"))
    assert all(line.vertical for line in lines_of(upright, "briefs", "brief"))


@pytest.mark.parametrize("made", [rail, index])
def test_the_label_stands_at_the_right_clear_of_the_copy(made):
    page = page_of(made())
    (bar,) = [item.rect for item in page.items if isinstance(item, Box) and item.block in ("briefs", "index")]
    frame = page.frames[0].rect
    assert bar.x1 == frame.x1
    assert bar.height > bar.width
    copy = [item for item in page.items if isinstance(item, Line) and item.role in ("brief", "index-entry")]
    assert max(em_box(line).x1 for line in copy) < bar.x0


def test_the_page_of_an_entry_stands_at_the_foot_of_its_last_line():
    result = index()
    pages = lines_of(result, "index", "index-page")
    assert [line.words for line in pages] == ["2版", "3版", "4版", "5版"]
    assert [line.x for line in pages] == [line.x for line in entries(result)]
    assert len({line.y + line.advance for line in pages}) == 1


def test_a_vertical_rail_over_the_fold_is_told():
    over = {"template": "tabloid", "page": "2-3", "writing": "vertical"}
    assert "P530" in codes(set_blocks(briefs(*ITEMS, columns="5-8", rows="3-16"), **over))
