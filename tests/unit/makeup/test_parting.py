"""Stories too long for a page: where they are parted."""

from __future__ import annotations

from typing import Any

import pytest

from paiban.kinds import KINDS
from paiban.makeup.allot.parting import MOST_SHARE, PartingPoint, long_blocks
from tests.support.issues import han, maker_of, read_blocks, story

COLUMN = 11


def lines(count: int) -> str:
    """A paragraph of exactly so many full lines."""
    return han(COLUMN * count - 2)


def parts(*counts: int | str, room: int = 100, **keys: Any) -> list[PartingPoint]:
    """How a story of paragraphs of so many lines is parted."""
    body = "\n".join(lines(c) if isinstance(c, int) else c for c in counts)
    issue = read_blocks(story(body=body, place=None, **keys))
    return long_blocks(issue.pages[0].blocks, room, maker_of(issue), KINDS.readings)


def test_a_story_that_a_page_holds_with_others_is_left_alone():
    assert parts(20, 20, room=round(40 / MOST_SHARE) + 1) == []


def test_a_long_story_is_parted_at_the_paragraph_nearest_to_its_middle():
    """60 lines on a page of 100: half of them is less than what a first part may take; 29 comes nearest."""
    assert parts(12, 17, 12, 19) == [PartingPoint("lead", 3, 31)]


@pytest.mark.parametrize(("counts", "rest"), [((38, 14, 28), 42), ((28, 12, 40), 40)])
def test_a_story_may_be_parted_after_any_paragraph_but_its_last(counts, rest):
    (part,) = parts(*counts)
    assert part == PartingPoint("lead", 2 if rest == 42 else 3, rest)


def test_a_very_long_story_keeps_more_in_front_so_that_the_rest_is_not_too_long_again():
    """80 lines: a first part of 35 would leave 45, more than the 42 that a page holds; 40 leaves 40."""
    assert parts(13, 13, 9, 5, 20, 20) == [PartingPoint("lead", 5, 40)]


def test_no_cross_head_is_left_at_the_foot_of_the_first_part():
    (part,) = parts(20, 9, "## 小题", 29)
    assert part.paragraph == 3


def test_a_story_of_one_paragraph_cannot_be_parted():
    assert parts(80) == []


@pytest.mark.parametrize("keys", [{"locked": "yes"}, {"slot": "lead"}])
def test_what_the_editor_settled_is_not_parted(keys):
    assert parts(30, 30, **keys) == []


def test_a_story_with_a_place_is_not_parted():
    issue = read_blocks(story(body="\n".join([lines(30), lines(30)])))
    assert long_blocks(issue.pages[0].blocks, 100, maker_of(issue), KINDS.readings) == []


def test_the_second_part_has_an_id_of_its_own():
    issue = read_blocks(story())
    (block,) = issue.pages[0].blocks
    assert PartingPoint(block.id, 4, 30).rest == "lead.4"
