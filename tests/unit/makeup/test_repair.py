"""A page made up again after an edit: the smallest change that can be printed, and what is said of it."""

from __future__ import annotations

from typing import Any

import pytest

from paiban.engine.proposing import Proposed
from paiban.grid import GridRect
from paiban.issue import Place
from paiban.makeup.propose.telling import changes_text
from tests.support.issues import han, issue_text, read_blocks, story
from tests.support.open_pages import page_stories, places_of, propose_text, read_back

SIZES = ((5, 100), (4, 68), (3, 52), (3, 46), (2, 36), (2, 34))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> list[dict[str, Any]]:
    """The stories of a full page with their places."""
    proposed = propose_text(tmp_path_factory.mktemp("made"), issue_text(*page_stories(SIZES)))
    return read_back(proposed.written(0))["stories"]


def edited(stories: list[dict[str, Any]], name: str, by: int) -> str:
    """The page with the first paragraph of one story longer or shorter by so many characters."""
    blocks = [dict(block) for block in stories]
    (block,) = (block for block in blocks if block["id"] == name)
    first, *rest = block["body"].strip().split("\n")
    block["body"] = "\n".join([han(by, 3) + first if by > 0 else first[-by:], *rest])
    return issue_text(*blocks)


def moved(stories: list[dict[str, Any]], proposed: Proposed) -> list[str]:
    """The blocks that do not stand where they stood."""
    before = {block["id"]: tuple(map(str, block["place"].values())) for block in stories}
    after = {name: (span(a, b), span(c, d)) for name, (a, b, c, d) in places_of(proposed.results[0].issue).items()}
    return [name for name in after if after[name] != before[name]]


def span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def found(proposed: Proposed) -> set[str]:
    return {diagnostic.code for diagnostic in proposed.results[0].diagnostics}


def test_a_page_in_order_stays_as_it_is(made, tmp_path):
    assert moved(made, propose_text(tmp_path, issue_text(*made), again=True)) == []


@pytest.mark.parametrize("name", ["s1", "s3", "s6"])
@pytest.mark.parametrize("by", [-22, 22])
def test_after_an_edit_of_two_lines_the_page_can_be_printed_and_most_of_it_stays(made, tmp_path, name, by):
    """A seam takes along what hangs on it: three blocks of the six at most."""
    proposed = propose_text(tmp_path, edited(made, name, by), again=True)
    assert not found(proposed) & {"P501", "P610"}
    assert len(moved(made, proposed)) <= 3


def test_the_hole_of_a_story_that_is_gone_is_closed(made, tmp_path):
    proposed = propose_text(tmp_path, issue_text(*made[:-1]), again=True)
    assert "P610" not in found(proposed)
    places = places_of(proposed.results[0].issue).values()
    assert sum((b - a + 1) * (d - c + 1) for a, b, c, d in places) == 6 * 71


# ---- what is said of it ----------------------------------------------------------------------------------------------


def said(*rects: tuple[int, int, int, int], again: bool = True, body: str = "") -> list[str]:
    """What is said of three stories, which stood one above another, in other places."""
    rows = ("1-20", "21-40", "41-60")
    (page,) = read_blocks(*(story(name, rows=each) for name, each in zip("abc", rows, strict=True))).pages
    blocks = tuple(
        block._replace(place=Place(GridRect.counted(*rect), block.span))
        for block, rect in zip(page.blocks, rects, strict=True)
    )
    return list(changes_text(page, page._replace(blocks=blocks, body=body or page.body), again, "zh"))


def test_how_many_blocks_moved_is_said_and_by_how_many_rows_at_most():
    assert said((1, 2, 1, 22), (1, 2, 23, 41), (1, 2, 42, 60)) == ["动了 3 块，2 行：a、b、c"]


def test_that_none_moved_is_said():
    assert said((1, 2, 1, 20), (1, 2, 21, 40), (1, 2, 41, 60)) == ["没有一块移动"]


def test_a_block_in_other_columns_is_not_counted_in_rows():
    assert said((1, 2, 1, 20), (1, 2, 21, 40), (3, 4, 41, 60)) == ["动了 1 块，有的换了栏：c"]


def test_a_page_made_up_for_the_first_time_has_moved_nothing():
    assert said((1, 2, 1, 20), (1, 2, 21, 40), (3, 4, 41, 60), again=False) == []


def test_another_body_is_said():
    assert said((1, 2, 1, 20), (1, 2, 21, 40), (1, 2, 41, 60), again=False, body="compact") == [
        "正文设置换成“compact”，稿件和版面才对得上"
    ]
