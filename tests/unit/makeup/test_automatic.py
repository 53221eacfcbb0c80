"""Automatic make-up: blocks without places become a page that can be set, the editor's own places kept."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from PIL import Image

from paiban.diagnostic import Severity
from paiban.diagnostic.catalogue import code_of
from paiban.engine import Result
from paiban.engine.kit import template_of
from paiban.engine.proposing import Request, propose_page
from paiban.engine.setting import set_pages
from paiban.grid import GridRect
from paiban.issue import Issue
from paiban.makeup.frame.place import page_galleys
from paiban.makeup.propose.automatic import Proposal
from paiban.makeup.propose.trial import LOST_BLOCK, OF_THE_PLACE, Trials
from paiban.template.page_rules import OFF, SEAM_RULES
from tests.support.copy_strategies import body_of
from tests.support.issues import (
    briefs,
    codes,
    maker_of,
    place,
    read_blocks,
    story,
    tiny_kit,
)


def wanting(id_: str, characters: int, seed: int = 1, **keys: Any) -> dict[str, Any]:
    """A story without a place."""
    return story(id_, place=None, body=body_of(seed, characters), **keys)


def proposals(issue: Issue, folder=None, **request: Any) -> tuple[tuple[Proposal, ...], list[str]]:
    found = propose_page(issue, issue.pages[0], tiny_kit(), Request(**request))
    return found.proposals, [told.code for told in found.diagnostics if told.severity is Severity.ERROR]


def made_up(*blocks: dict[str, Any], folder=None, **keys: Any) -> Result:
    """The best proposal, set for real."""
    issue = read_blocks(*blocks, folder=folder, **keys)
    (best, *_), found = proposals(issue, folder)
    assert found == []
    return set_pages(issue._replace(pages=(best.page,)), tiny_kit(), (), {})


def places(result: Result) -> dict[str, GridRect]:
    return {block.block.id: block.place for block in result.makeups[0].blocks}


PAGE = (
    wanting("lead", 900, 1, weight=5),
    wanting("second", 700, 2, weight=4),
    wanting("third", 500, 3, weight=3),
    wanting("fourth", 450, 4, weight=2),
    wanting("fifth", 400, 5, weight=2),
)


@pytest.fixture(scope="module")
def page() -> Result:
    return made_up(*PAGE)


def test_every_block_gets_one_place(page):
    assert sorted(places(page)) == sorted(block["id"] for block in PAGE)


def test_no_two_places_share_a_cell(page):
    for a, b in combinations(places(page).values(), 2):
        assert not a.meets(b)


def test_places_lie_on_the_grid(page):
    grid = page.makeups[0].grid
    for where in places(page).values():
        assert where.first_column >= 1
        assert where.last_column <= grid.columns
        assert where.first_row >= 1
        assert where.last_row <= grid.rows


def test_the_heaviest_story_stands_at_the_top_left(page):
    lead = places(page)["lead"]
    assert (lead.first_column, lead.first_row) == (1, 1)


def test_the_lead_has_the_largest_headline(page):
    sizes = {block.block.id: block.head.head.size for block in page.makeups[0].blocks}
    assert max(sizes, key=sizes.__getitem__) == "lead"


def test_what_the_editor_placed_stays_exactly():
    fixed = story("fixed", "5-6", "1-20", body=body_of(9, 300))
    result = made_up(wanting("lead", 900, 1, weight=5), wanting("second", 700, 2), wanting("third", 900, 3), fixed)
    where = places(result)["fixed"]
    assert where == GridRect.counted(5, 6, 1, 20)
    assert all(not where.meets(other) for id_, other in places(result).items() if id_ != "fixed")


def test_what_stands_in_a_slot_stays():
    slotted = wanting("lead", 1000, 1, weight=5, slot="lead")
    rest = [wanting(f"s{seed}", 700, seed) for seed in range(2, 6)]
    result = made_up(slotted, *rest)
    template, body = template_of(result.issue.pages[0], tiny_kit())
    slot = template.slot("lead", body.name)
    assert places(result)["lead"] == slot.rect


def test_a_storys_picture_stays_beside_it(tmp_path):
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    illustrated = wanting("lead", 900, 1, weight=5)
    shown = {"id": "shown", "picture": "p.png", "with": "lead", "caption": "天地人和"}
    rest = [wanting(f"s{seed}", 550, seed) for seed in range(2, 5)]
    result = made_up(illustrated, shown, *rest, folder=tmp_path)
    host, own = places(result)["lead"], places(result)["shown"]
    above = own.end_row == host.row and own.column == host.column
    assert host.holds(own) or above


@pytest.mark.parametrize(("characters", "columns", "stories"), [(40, {1}, 5), (130, {2, 3}, 4)])
def test_a_rail_of_briefs_takes_one_column_and_is_a_band_where_it_is_longer_than_the_page(characters, columns, stories):
    """Six paragraphs of four lines or of twelve in a column of 71 rows, on a page that has copy enough."""
    rail = briefs(*[body_of(seed, 9999)[:characters].replace("\n", "") for seed in range(20, 26)], label="简讯")
    rail.pop("place")
    result = made_up(*PAGE[:stories], rail)
    assert places(result)["briefs"].columns in columns
    assert not {"P501", "P503", "P506"} & set(codes(result))


def test_a_proposal_can_be_set_without_fault(page):
    assert [code for code in codes(page) if code != "P502"] == []


def test_the_same_page_gives_the_same_plan():
    issue = read_blocks(*PAGE)
    first, second = (proposals(issue)[0][0] for _ in range(2))
    assert first.plan == second.plan
    assert first.page == second.page


def test_the_order_of_the_file_does_not_lose_a_block():
    result = made_up(*reversed(PAGE))
    assert sorted(places(result)) == sorted(block["id"] for block in PAGE)


def test_a_rule_that_is_off_costs_a_plan_nothing():
    """Four stories always leave a line through the whole page."""
    issue, kit = read_blocks(*PAGE[:3], wanting("fourth", 1000, 4, weight=2)), tiny_kit()
    off = {**kit.style.rules, **dict.fromkeys(SEAM_RULES, OFF)}
    plans = [
        propose_page(issue, issue.pages[0], kit._replace(style=kit.style._replace(rules=rules)), Request())
        for rules in (kit.style.rules, off)
    ]
    seams = [set(found.proposals[0].plan.terms) & set(SEAM_RULES) for found in plans]
    assert [bool(paid) for paid in seams] == [True, False]


def test_several_proposals_are_different_and_none_is_ten_points_worse():
    """Of pages without a story on a tint, which is by far the best of these."""
    found, _ = proposals(read_blocks(*[{**block, "box": "no"} for block in PAGE]), best=3)
    scores = [one.plan.score for one in found]
    assert len(found) > 1
    assert max(scores) <= scores[0] + 10
    plans = [sorted((p.block, p.column, p.row, p.shape.columns, p.rows) for p in one.plan.placements) for one in found]
    assert all(a != b for a, b in combinations(plans, 2))


def test_proposals_come_the_best_first():
    found, _ = proposals(read_blocks(*PAGE), best=3)
    ranks = [one.plan.rank for one in found]
    assert ranks == sorted(ranks)


def test_a_page_with_every_place_given_is_left_as_it_is():
    blocks = [story("a", "1-3", "1-30", body=body_of(1, 800)), story("b", "4-6", "1-30", body=body_of(2, 800))]
    (found,), _ = proposals(read_blocks(*blocks))
    assert [block.place.rect.first_column for block in found.page.blocks] == [1, 4]


def test_made_up_again_what_is_locked_stays():
    blocks = [
        {**story("lead", "1-4", "1-30", weight=5, body=body_of(1, 900)), "locked": True},
        *[{**block, "place": place("5-6", f"{1 + 14 * i}-{14 + 14 * i}")} for i, block in enumerate(PAGE[1:4])],
    ]
    (found, *_), _ = proposals(read_blocks(*blocks), again=True)
    lead = next(block for block in found.page.blocks if block.id == "lead")
    assert lead.place.rect == GridRect.counted(1, 4, 1, 30)


# ---- what cannot be made up -----------------------------------------------------------------------------------------


def test_a_story_that_fits_no_shape_is_told():
    huge = wanting("huge", 300, 1, headline="天地人和" * 20, weight=5)
    _, found = proposals(read_blocks(huge, *PAGE[1:3]))
    assert found == ["P508"]


def test_a_page_that_cannot_be_filled_is_told():
    """What the editor has placed leaves no room; there is another story."""
    placed = story("placed", "1-6", "1-71", body=body_of(1, 3600))
    _, found = proposals(read_blocks(placed, wanting("free", 900, 2)))
    assert found == ["P507"]


@pytest.mark.parametrize(("width", "lost"), [(35, 0), (150, LOST_BLOCK)])
def test_a_page_with_an_advert_that_its_place_does_not_hold_cannot_be_printed(tmp_path, width, lost):
    Image.new("L", (width * 10, 500), 128).save(tmp_path / "ad.png")
    advert = {"id": "ad", "advert": "ad.png", "size": [f"{width}mm", "50mm"], "place": place("6", "50-71")}
    issue = read_blocks(story(body=body_of(1, 60)), advert, folder=tmp_path)
    (page,), kit = issue.pages, maker_of(issue)
    trials = Trials(template_of(page, tiny_kit())[0], kit, page_galleys(page, kit))
    assert trials.of(page).lost == lost


@pytest.mark.parametrize("block", [{"headline": "菜价", "table": "甲,乙\n丙,\ue123"}, {"hold": "30 行"}])
def test_an_error_that_a_block_has_anywhere_makes_no_plan_worse(block):
    issue = read_blocks(story(body=body_of(1, 60)), {"id": "other", **block, "place": place("5-6", "40-71")})
    (page,), kit = issue.pages, maker_of(issue)
    trial = Trials(template_of(page, tiny_kit())[0], kit, page_galleys(page, kit)).of(page)
    assert {"P310", "P560"} & {*trial.codes}
    assert trial.lost == 0


def test_the_errors_of_a_place_are_errors():
    assert all(code_of(code).severity is Severity.ERROR for code in OF_THE_PLACE)


def test_a_missing_picture_is_told(tmp_path):
    path = tmp_path / "p.png"
    Image.new("L", (2400, 1600), 128).save(path)
    issue = read_blocks(*PAGE[:3], {"picture": "p.png", "with": "lead"}, folder=tmp_path)
    path.unlink()
    _, found = proposals(issue, tmp_path)
    assert found == ["P750"]


def test_other_pages_are_asked_for_and_the_one_that_stands_is_none_of_them(page):
    """What may move stands elsewhere, a locked block where it stood."""
    stands = page.issue.pages[0]
    locked = stands._replace(
        blocks=tuple(block._replace(locked=block.id == "lead", sited=True) for block in stands.blocks)
    )
    kept = {block.id: block.place.rect for block in locked.blocks}
    others, found = proposals(page.issue._replace(pages=(locked,)), again=True, others=True, best=3)
    assert found == []
    assert len(others) == 3
    for each in others:
        where = {block.id: block.place.rect for block in each.page.blocks}
        assert where["lead"] == kept["lead"]
        assert where != kept
