"""White between the members of a rail or an index: alike, in whole rows of the grid but in a box."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from paiban.display import Box, Line
from paiban.engine import Result
from paiban.units import PER_PT
from tests.support.issues import briefs, em_box, han, lines_of, page_of, place, set_blocks, story

EM, LEADING = 9 * PER_PT, 13 * PER_PT


def gaps_of(lines: list[Line]) -> dict[int, list[int]]:
    """By leg: from one member to the next, from em box to em box."""
    legs: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        legs[line.leg].append(line)
    return {
        leg: [em_box(b).y0 - em_box(a).y1 for a, b in pairwise(own) if b.copy is not a.copy]
        for leg, own in legs.items()
    }


def alike(gaps: list[int]) -> bool:
    return not gaps or max(gaps) - min(gaps) <= 1


def rail(rows: int, count: int = 5, **keys: object) -> Result:
    """A rail of items of two lines each."""
    return set_blocks(briefs(*[han(16, n) for n in range(count)], rows=f"2-{rows + 2}", **keys))


@pytest.mark.parametrize("more", range(9))
def test_in_the_open_white_is_whole_rows_as_many_between_all_briefs(more):
    """Five briefs of two lines have four gaps: what makes no further row in each of them stays at the foot."""
    result = rail(10 + more)
    lines = lines_of(result, "briefs", "brief")
    (gaps,) = gaps_of(lines).values()
    assert {gap - (LEADING - EM) for gap in gaps} == {more // 4 * LEADING}
    assert {line.y for line in lines} <= set(page_of(result).baselines)


@pytest.mark.parametrize(("rest", "told"), [(0, []), (1, []), (2, [2]), (3, [3])])
def test_more_than_a_row_at_the_foot_is_told(rest, told):
    found = [d for d in rail(10 + 4 + rest).diagnostics if d.code == "P502"]
    assert [dict(d.params)["lines"] for d in found] == told


@pytest.mark.parametrize("label", [None, "简讯"])
def test_in_a_box_the_first_and_the_last_keep_off_its_edge_as_far(label):
    keys = {} if label is None else {"label": label}
    result = rail(16, tint="yes", columns="1-2", **keys)
    lines = lines_of(result, "briefs", "brief")
    boxes = [item.rect for item in page_of(result).items if isinstance(item, Box) and item.block == "briefs"]
    tint = max(boxes, key=lambda rect: rect.height)
    top = max((bar.y1 for bar in boxes if bar != tint), default=tint.y0)
    above = min(em_box(line).y0 for line in lines) - top
    below = tint.y1 - max(em_box(line).y1 for line in lines)
    assert abs(above - below) <= 2
    assert all(alike(gaps) for gaps in gaps_of(lines).values())


def test_entries_of_an_index_stand_alike_in_all_legs():
    says = [{"headline": han(4, n), "page": n + 2} for n in range(7)]
    index = {"id": "index", "index": "导读", "items": says, "legs": 2, "place": place("1-4", "2-11")}
    lines = lines_of(set_blocks(story(columns="5-6", rows="1-20"), index), "index", "index-entry")
    gaps = gaps_of(lines)
    assert sorted(map(len, gaps.values())) == [2, 3]
    assert alike(gaps[0])
    assert alike(gaps[1])


def test_copy_that_finds_no_room_stands_on_the_grid():
    result = rail(6)
    assert {line.y for line in lines_of(result, "briefs", "brief")} <= set(page_of(result).baselines)
