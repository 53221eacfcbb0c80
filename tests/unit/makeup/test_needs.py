"""How full a page will be, before anything is placed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from paiban.diagnostic import Diagnostic
from paiban.engine import read_issue
from paiban.engine.kit import page_kit_of
from paiban.engine.proposing import others_for
from paiban.issue import Issue
from paiban.kinds import KINDS
from paiban.makeup.allot.needs import FAR_FROM_FULL, Need, PageNeeds, page_needs
from paiban.makeup.frame.place import page_places
from paiban.makeup.search import Plan
from tests.support.issues import FILE, briefs, han, issue_text, layout, picture, story, tiny_kit

COLUMN = 11
CELLS = 6 * 71


def lines(count: int) -> str:
    """A paragraph of exactly so many full lines of a basic column."""
    return han(COLUMN * count - 2)


def read(folder: Path, *blocks: dict[str, Any]) -> Issue:
    given = [{key: value for key, value in block.items() if value is not None} for block in blocks]
    issue, found, _ = read_issue(folder / FILE, issue_text(*given), layout())
    assert issue is not None, found
    return issue


def count(issue: Issue) -> PageNeeds | Diagnostic:
    (plan,) = issue.pages
    template, _ = layout().template(plan.template)
    assert template is not None
    page_kit = page_kit_of(issue, plan, tiny_kit())
    return page_needs(plan, page_places(plan, template, page_kit), page_kit, KINDS.plannings())


def needs_of(*blocks: dict[str, Any], folder: Path | None = None) -> PageNeeds:
    folder = folder or Path()
    found = count(read(folder, *blocks))
    assert isinstance(found, PageNeeds)
    return found


def need_of(*blocks: dict[str, Any], **keys: Any) -> Need:
    return needs_of(*blocks, **keys).needs[0]


def test_a_page_has_its_columns_times_its_rows():
    assert needs_of(story()).page == CELLS


def test_a_storys_copy_is_its_lines_in_a_basic_column():
    assert need_of(story(place=None, body=lines(17))).copy == 17


def test_a_longer_headline_block_needs_more():
    plain, decked = (need_of(story(place=None, body=lines(40), **keys)) for keys in ({}, {"deck": "副题也要地方"}))
    assert decked.head > plain.head


def test_a_rail_needs_its_lines_its_label_and_a_white_row():
    """A brief's first line holds an indent of two em and its ◆ beside eight characters."""
    need = need_of(briefs(han(COLUMN * 4 - 3), han(COLUMN * 5 - 3), place=None, label="简讯"))
    assert (need.copy, need.head) == (9, 1 + 2)


def test_a_placed_story_needs_its_place():
    need = need_of(story(columns="1-2", rows="1-20", body=lines(9)))
    assert need.cells == need.least == 40


@pytest.fixture
def pictures(tmp_path) -> Path:
    Image.new("L", (600, 400), 128).save(tmp_path / "p.png")
    return tmp_path


def test_a_placed_picture_is_not_counted_twice(pictures):
    host = story(columns="1-3", rows="1-30", body=lines(40))
    inside = picture("p.png", "1-2", "15-24", with_="lead")
    assert needs_of(host, inside, folder=pictures).cells == 90


def test_a_picture_may_grow_to_its_storys_span(pictures):
    Image.new("L", (2400, 1600), 128).save(pictures / "p.png")
    open_picture = {"picture": "p.png", "with": "lead"}
    _, need = needs_of(story(place=None, body=lines(80)), open_picture, folder=pictures).needs
    assert need.least < need.solid < need.most


def test_a_picture_with_columns_of_its_own_is_as_large_as_it_is(pictures):
    need = need_of({"picture": "p.png", "columns": 2}, folder=pictures)
    # Two columns are 23 em wide: at 3 : 2, 15⅓ em of 9 pt on a leading of 13 pt are about 11 rows, and one is white.
    assert need.solid == need.most == 2 * 12


def test_a_filler_counts_for_nothing_until_it_is_used(pictures):
    filler = {"advert": "p.png", "size": ["100mm", "50mm"], "filler": "yes"}
    needs = needs_of(story(place=None, body=lines(20)), filler, folder=pictures)
    assert needs.solid("advert") == 0
    assert needs.percent_most > needs.percent


def test_copy_that_cannot_fit_is_over_by_its_least_lines():
    needs = needs_of(story(place=None, body="\n".join([lines(10)] * 50)))
    assert needs.capacity.over == 500 - CELLS


def test_what_is_in_blocks_kinds_sums_to_all(pictures):
    blocks = [story(place=None, body=lines(60)), {"picture": "p.png", "with": "lead"}, briefs(lines(5), place=None)]
    needs = needs_of(*blocks, folder=pictures)
    assert needs.copy + needs.heads + needs.solid("picture") + needs.solid("advert") == needs.cells


@pytest.mark.parametrize(("total", "far"), [(100, True), (370, False)])
def test_a_page_is_far_from_full_below_its_limit(total, far):
    needs = needs_of(story(place=None, body="\n".join([lines(10)] * (total // 10))))
    assert needs.far_from_full == far == (needs.percent_most < FAR_FROM_FULL)


def test_a_page_too_full_is_further_off_than_one_as_much_too_empty():
    short, over = (needs_of(story(place=None, body="\n".join([lines(10)] * n))) for n in (31, 49))
    assert abs(100 - short.percent) >= abs(over.percent - 100)
    assert over.off > short.off


@pytest.mark.parametrize(
    ("tens", "faults", "taken"), [(46, {"broken_page": 1}, 1), (46, {}, 0), (39, {"broken_page": 1}, 0)]
)
def test_a_page_more_than_full_that_breaks_a_rule_takes_the_next_smaller_body(tens, faults, taken):
    own, less, least = (needs_of(story(place=None, body="\n".join([lines(10)] * n))) for n in (tens, 38, 30))
    breaking = Plan((), 0.0, {}, faults, breaches=40.0 * len(faults))
    assert (own.percent > 100) == (tens == 46)
    assert others_for((own, least, less), own, breaking) == [less][:taken]


def test_a_page_with_a_hole_is_tried_at_the_next_two_larger_bodies():
    own, more, most = (needs_of(story(place=None, body="\n".join([lines(10)] * n))) for n in (34, 38, 41))
    hole = Plan((), 0.0, {}, {"white_space": 1}, breaches=10.0)
    assert others_for((own, most, more), own, hole) == [more, most]
    assert others_for((own, most, more), own, Plan((), 0.0, {}, {})) == []


def test_pictures_are_likely_to_grow_by_a_third_of_what_they_may(pictures):
    """A page that only its largest pictures would fill lacks copy all the same."""
    needs = needs_of(story(place=None, body=lines(80)), {"picture": "p.png", "with": "lead"}, folder=pictures)
    assert needs.percent_likely == needs.percent + (needs.percent_most - needs.percent) // 3
    assert needs.lacks_copy == (needs.percent_likely < FAR_FROM_FULL)


def test_a_picture_that_went_away_is_told(pictures):
    issue = read(pictures, {"picture": "p.png"})
    (pictures / "p.png").unlink()
    assert isinstance(count(issue), Diagnostic)
