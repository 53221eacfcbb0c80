"""Automatic make-up of whole issues: places kept, freed and written back; body and pages chosen; what stops it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from paiban.diagnostic import Severity
from paiban.engine import set_issue
from paiban.engine.house import House
from paiban.engine.proposing import PageProposals, Proposed, needed
from paiban.grid import GridRect
from paiban.makeup.allot.needs import PageNeeds
from paiban.makeup.propose.automatic import Proposal
from paiban.makeup.search import Placement, Plan, Shape, explain
from tests.support.issues import FILE, issue_text, picture, story, tiny_fonts
from tests.support.open_pages import (
    PAGE,
    open_story,
    page_stories,
    pages_of,
    paragraphs,
    placed_blocks,
    places_of,
    propose_blocks,
    propose_text,
    read_back,
    spread_text,
    stories_of,
)


def codes(proposed: Proposed) -> list[str]:
    """What forbids or mars a proposal's make-up (P5xx), infos too."""
    found = proposed.results[0].diagnostics if proposed.results else proposed.diagnostics
    return [d.code for d in found if d.code.startswith("P5")]


def written(proposed: Proposed, folder: Path) -> str:
    """The issue file with the first proposal put in, saved."""
    text = proposed.written(0)
    (folder / FILE).write_text(text, "utf-8")
    return text


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Proposed:
    """A page of six stories without places, made up."""
    return propose_blocks(tmp_path_factory.mktemp("page"), *page_stories())


@pytest.fixture
def pictures(tmp_path) -> Path:
    Image.new("L", (600, 400), 128).save(tmp_path / "p.png")
    return tmp_path


# ---- one page --------------------------------------------------------------------------------------------------------


def test_every_story_gets_a_place_and_the_page_is_covered(page):
    places = places_of(page.results[0].issue)
    assert len(places) == len(PAGE)
    cells = [(c, r) for a, b, top, foot in places.values() for c in range(a, b + 1) for r in range(top, foot + 1)]
    assert sorted(cells) == [(c, r) for c in range(1, 7) for r in range(1, 72)]


def test_the_plans_rules_are_the_pages_rules(page):
    """What the search says of its plan is what the rules find on the page that was set from it."""
    faults = sum(page.plans[0][0].faults.values())
    found = [d for d in page.results[0].diagnostics if d.code in {"P601", "P602", "P603", "P604", "P606", "P607"}]
    assert len(found) == faults


def test_needs_are_told_for_the_page(page):
    ((needs,),) = page.needs
    assert needs.page == 6 * 71
    assert 90 <= needs.percent <= 105


def test_a_story_stands_apart_from_one_that_it_must_not_touch(page, tmp_path):
    """Of two that stand side by side else."""

    def places(proposed: Proposed) -> list[GridRect]:
        return [block.place.rect for block in proposed.results[0].issue.pages[0].blocks]

    rects = places(page)
    one, other = next((a, b) for a, b in combinations(range(len(rects)), 2) if rects[a].touches(rects[b]))
    blocks = page_stories()
    blocks[one]["apart"] = [blocks[other]["id"]]
    after = places(propose_blocks(tmp_path, *blocks))
    assert not after[one].touches(after[other])


def test_the_form_that_the_editor_asked_for_is_kept(tmp_path):
    blocks = page_stories()
    blocks[3]["headline_form"] = "vertical"
    made = placed_blocks(propose_blocks(tmp_path, *blocks).results[0].issue)
    assert made["s4"].form.headline == "vertical"


# ---- what is kept, and what may move ---------------------------------------------------------------------------------

GIVEN = {"columns": "5-6", "rows": "50-71"}


def with_given(**keys: Any) -> list[dict[str, Any]]:
    """The page's stories, the lightest one in the place that the editor gave it."""
    blocks = page_stories()
    blocks[5] |= {"place": GIVEN, **keys}
    return blocks


@pytest.mark.parametrize("again", [False, True])
def test_a_locked_place_never_moves(tmp_path, again):
    places = places_of(propose_blocks(tmp_path, *with_given(locked="yes"), again=again).results[0].issue)
    assert places["s6"] == (5, 6, 50, 71)


@pytest.mark.parametrize(("columns", "rows"), [("3-4", "12-22"), ("5-6", "60-71")])
def test_what_goes_with_a_locked_story_stays_in_its_place_too(pictures, columns, rows):
    """Its picture keeps its size, inside the story and away from it."""
    host = story("s1", columns="1-4", rows="1-30", weight=5, body=paragraphs(70), locked="yes")
    placed = picture("p.png", columns, rows, id_="pic", with_="s1")
    proposed = propose_blocks(pictures, host, placed, *page_stories()[1:], again=True)
    places = places_of(proposed.results[0].issue)
    ends = [int(end) for end in (*columns.split("-"), *rows.split("-"))]
    assert (places["s1"], places["pic"]) == ((1, 4, 1, 30), tuple(ends))


def test_a_given_place_is_kept(tmp_path):
    assert places_of(propose_blocks(tmp_path, *with_given()).results[0].issue)["s6"] == (5, 6, 50, 71)


def test_a_page_all_of_whose_places_are_given_stays_as_it_is(tmp_path):
    blocks = [
        story("a", columns="1-4", rows="1-71", body=paragraphs(200)),
        story("b", columns="5-6", rows="1-71", body=paragraphs(100)),
    ]
    proposed = propose_blocks(tmp_path, *blocks)
    assert places_of(proposed.results[0].issue) == {"a": (1, 4, 1, 71), "b": (5, 6, 1, 71)}


def test_a_picture_placed_inside_its_placed_story_does_not_disturb_the_search(pictures):
    host = story("a", columns="1-6", rows="1-71", body=paragraphs(300))
    inside = picture("p.png", "1-2", "30-41", id_="pic", with_="a")
    proposed = propose_blocks(pictures, host, inside)
    assert places_of(proposed.results[0].issue)["pic"] == (1, 2, 30, 41)


def test_a_page_that_was_written_back_is_kept_to_the_letter(page, tmp_path):
    text = written(page, tmp_path)
    assert written(propose_text(tmp_path, text), tmp_path) == text


def test_again_never_takes_a_worse_page_than_the_one_that_stands(page, tmp_path):
    second = propose_text(tmp_path, written(page, tmp_path), again=True)
    assert second.plans[0][0].score <= page.plans[0][0].score


def test_again_makes_room_for_what_the_editor_locked_elsewhere(page, tmp_path):
    """The locked story now stands on others, which an ordinary run refuses; again, they give way to it."""
    text = written(page, tmp_path)
    block = read_back(text)["stories"][5]
    old = f"{{columns: {block['place']['columns']}, rows: {block['place']['rows']}}}"
    moved = text.replace(f"place: {old}", "place: {columns: 5-6, rows: 50-71}\n  locked: yes")
    assert [d.code for d in propose_text(tmp_path, moved).diagnostics if d.severity is Severity.ERROR] != []
    places = places_of(propose_text(tmp_path, moved, again=True).results[0].issue)
    assert places["s6"] == (5, 6, 50, 71)
    assert sum((b - a + 1) * (foot - top + 1) for a, b, top, foot in places.values()) == 6 * 71


def test_two_locked_blocks_on_one_place_stay_an_error(tmp_path):
    blocks = [{**open_story(name, 3, 40), "place": GIVEN, "locked": "yes"} for name in "ab"]
    found = propose_blocks(tmp_path, *blocks, again=True).diagnostics
    assert "P203" in [d.code for d in found]


def test_what_was_written_sets_as_it_was_proposed(page, tmp_path):
    written(page, tmp_path)
    set_now = set_issue(tmp_path / FILE, None, House(tiny_fonts()))
    assert [fit.lines for m in set_now.makeups for fit in m.fits] == [
        fit.lines for m in page.results[0].makeups for fit in m.fits
    ]


def test_the_same_issue_is_made_up_alike(page, tmp_path):
    assert propose_blocks(tmp_path, *page_stories()).written(0) == page.written(0)


# ---- capacity --------------------------------------------------------------------------------------------------------


def test_copy_that_cannot_fit_is_told_with_the_numbers_and_what_would_have_to_go(tmp_path):
    proposed = propose_blocks(tmp_path, open_story("a", 5, 300), open_story("b", 3, 200))
    found = [(diagnostic.code, dict(diagnostic.params)) for diagnostic in proposed.results[0].diagnostics]
    [short] = [params for code, params in found if code == "P510"]
    cut = [params["block"] for code, params in found if code == "P522"]
    over = {params["block"] for code, params in found if code == "P501"}
    assert int(short["lines"]) == int(short["copy"]) - 6 * 71
    assert {*cut} == {"a", "b"}
    assert over <= {*cut}


def test_the_weakest_stories_are_left_out_where_cutting_ends_is_not_enough(tmp_path):
    """P523: four stories of the page's own length; the lead stays, and nothing that stands is over."""
    proposed = propose_blocks(
        tmp_path, *(open_story(name, weight, 150) for name, weight in zip("abcd", (5, 4, 3, 2), strict=True))
    )
    found = [(diagnostic.code, dict(diagnostic.params)) for diagnostic in proposed.results[0].diagnostics]
    left_out = {params["block"] for code, params in found if code == "P523"}
    assert "d" in left_out
    assert "a" not in left_out
    assert {params["block"] for code, params in found if code == "P503"} == left_out


def test_a_page_far_from_full_is_told_with_what_would_fill_it(tmp_path):
    proposed = propose_blocks(tmp_path, *page_stories(((5, 60), (3, 30), (2, 20))))
    (found,) = [d for d in proposed.results[0].diagnostics if d.code == "P513"]
    params = dict(found.params)
    assert found.severity is Severity.WARNING
    assert int(params["columns"]) * int(params["rows"]) <= int(params["cells"])


def test_a_vertical_story_among_horizontal_ones_gets_a_place_that_it_fills(tmp_path):
    blocks = page_stories()
    blocks[3]["writing"] = "vertical"
    proposed = propose_blocks(tmp_path, *blocks)
    assert codes(proposed) == []
    assert all(fit.exact for fit in proposed.results[0].makeups[0].fits)


def test_a_page_that_is_read_from_its_right_is_led_from_the_top_right(tmp_path):
    proposed = propose_blocks(tmp_path, *page_stories(), writing="vertical")
    assert codes(proposed) == []
    assert all(fit.exact for fit in proposed.results[0].makeups[0].fits)
    _, last_column, first_row, _ = places_of(proposed.results[0].issue)["s1"]
    assert (last_column, first_row) == (6, 1)
    [plan] = proposed.plans[0]
    assert "verticals" not in plan.terms, "the headlines of vertical copy are no 竖题"
    assert "竖题" not in explain(plan)


def test_a_vertical_page_that_stands_pays_for_its_places_what_it_paid_when_it_was_made_up(tmp_path):
    proposed = propose_blocks(tmp_path, *page_stories(), writing="vertical")
    again = propose_text(tmp_path, written(proposed, tmp_path), again=True)
    assert again.plans[0][0].terms["place"] == pytest.approx(proposed.plans[0][0].terms["place"])


def test_a_plan_says_on_which_side_its_pictures_stand(tmp_path):
    Image.new("L", (1200, 800), 128).save(tmp_path / "p.png")
    photo = {"id": "photo", "picture": "p.png", "with": "s1"}
    proposed = propose_blocks(tmp_path, *page_stories(), photo)
    places = places_of(proposed.results[0].issue)
    (left, right, top, _), (first, last, row, _) = places["s1"], places["photo"]
    side = "above" if row < top else "left" if first == left else "right" if last == right else "inside"
    (lead,) = (p for p in proposed.plans[0][0].placements if p.block == "s1")
    assert lead.shape.picture == side


def test_a_filler_that_is_not_used_forbids_nothing(tmp_path):
    Image.new("L", (600, 400), 128).save(tmp_path / "ad.png")
    filler = {"id": "fill", "advert": "ad.png", "size": ["225mm", "200mm"], "filler": "yes"}
    proposed = propose_blocks(tmp_path, *page_stories(), filler)
    assert "fill" not in places_of(proposed.results[0].issue)
    assert "P503" not in codes(proposed)
    assert "place" not in read_back(written(proposed, tmp_path))["stories"][-1]


# ---- body: auto ------------------------------------------------------------------------------------------------------


def test_the_body_that_fills_the_page_best_is_taken_and_told(tmp_path):
    """The compact setting has six rows more: copy for 450 lines is too much for the standard one."""
    stories = page_stories(((5, 110), (4, 75), (3, 58), (3, 52), (2, 42), (2, 34)))
    proposed = propose_blocks(tmp_path, *stories, body="auto")
    assert [needs.body.name for needs in proposed.needs[0]] == ["compact", "standard", "large", "open", "airy"]
    assert "P512" in codes(proposed)
    assert read_back(proposed.written(0))["body"] == "compact"


def test_a_body_of_the_editors_is_not_changed(tmp_path):
    proposed = propose_blocks(tmp_path, *page_stories(), body="standard")
    assert [needs.body.name for needs in proposed.needs[0]] == ["standard"]
    assert read_back(proposed.written(0))["body"] == "standard"


@pytest.mark.parametrize(("rows", "body"), [("1-71", "standard"), ("1-77", "compact")])
def test_places_are_set_in_the_body_that_they_fit(tmp_path, rows, body):
    """Places down to row 77 need the body with 77 rows; those down to row 71 fit the first."""
    count = int(rows.split("-")[1]) - 12
    text = issue_text(story(columns="1", rows=rows, body=paragraphs(count)), body="auto")
    result = set_issue(tmp_path / FILE, text, House(tiny_fonts()))
    assert result.makeups[0].page.body == body
    assert body in [dict(d.params).get("body") for d in result.diagnostics if d.code == "P512"]


# ---- several pages ---------------------------------------------------------------------------------------------------

TWO = ((5, 95), (4, 66), (3, 52), (3, 46), (2, 36), (2, 30), (4, 98), (4, 68), (3, 50), (3, 44), (2, 36), (2, 30))


@pytest.fixture(scope="module")
def two(tmp_path_factory) -> Proposed:
    """Twelve stories for two pages."""
    text = spread_text(*page_stories(TWO), page_count=2, credits={"编辑": "夜班"})
    return propose_text(tmp_path_factory.mktemp("two"), text)


def test_every_story_stands_on_one_page_and_in_one_place(two):
    issue = two.results[0].issue
    assert sorted(pages_of(issue)) == sorted(f"s{n}" for n in range(1, 13))
    assert len(places_of(issue)) == 12


def test_the_heaviest_story_leads_the_first_page(two):
    assert pages_of(two.results[0].issue)["s1"] == 1


def test_a_story_stands_on_a_page_that_is_named_for_its_section(tmp_path):
    """The heaviest too, which else would lead the first page."""
    stories = page_stories(((5, 60), (4, 60), (2, 40), (2, 40)))
    for block, section in zip(stories, ("体育", "要闻", "体育", "要闻"), strict=True):
        block["section"] = section
    proposed = propose_text(tmp_path, spread_text(*stories, page_count=2, sections={1: "要闻", 2: "体育"}))
    assert pages_of(proposed.results[0].issue) == {"s1": 2, "s2": 1, "s3": 2, "s4": 1}


def test_the_pages_come_out_evenly_full(two):
    one, other = (needs[0].percent for needs in two.needs)
    assert abs(one - other) <= 5


def test_stories_that_did_not_fit_are_spread_by_what_they_needed():
    """A page of 100 cells whose plan lacks two rows over three columns needs six per cent more than was thought."""
    shape = Shape(3, 10, 10, 10)
    placements = (Placement("a", shape, 0, 0, 8, strain=-2), Placement("b", shape, 3, 0, 10))
    grid = SimpleNamespace(columns=10, rows=10)
    needs = PageNeeds(None, grid, ())
    proposal = Proposal(None, Plan(placements, 0.0, {}, {}))
    assert needed(PageProposals((needs,), (proposal,), ())) == 1.06


def test_pages_are_written_so_that_a_second_run_keeps_them(two, tmp_path):
    text = written(two, tmp_path)
    stories = read_back(text)["stories"]
    assert {s["id"]: int(s["page"]) for s in stories} == pages_of(two.results[0].issue)
    assert propose_text(tmp_path, text).written(0) == text


def test_what_was_written_reads_as_the_pages_that_were_made(two, tmp_path):
    written(two, tmp_path)
    result = set_issue(tmp_path / FILE, None, House(tiny_fonts()))
    assert places_of(result.issue) == places_of(two.results[0].issue)
    assert pages_of(result.issue) == pages_of(two.results[0].issue)


def test_more_copy_than_all_pages_have_is_refused(tmp_path):
    text = spread_text(*page_stories(((5, 300), (4, 300), (3, 300))), page_count=2)
    assert codes(propose_text(tmp_path, text)) == ["P515"]


def test_a_story_without_a_page_cannot_be_set_yet(tmp_path):
    result = set_issue(tmp_path / FILE, spread_text(open_story("a", 3, 30), page_count=1), House(tiny_fonts()))
    assert "P514" in [d.code for d in result.diagnostics]


def test_pages_and_their_furniture_are_proved_each_for_itself(tmp_path):
    """版名 and 版务 stand on every page: the proof wants them on each."""
    given = [
        story(name, columns="1-6", rows="1-71", body=paragraphs(400), page=number)
        for number, name in enumerate("ab", 1)
    ]
    text = spread_text(*given, page_count=2, credits={"编辑": "夜班"})
    result = set_issue(tmp_path / FILE, text, House(tiny_fonts()))
    assert len(result.pages) == 2
    assert not [d.code for d in result.diagnostics if d.code.startswith("P71")]


# ---- jumps -----------------------------------------------------------------------------------------------------------

LONG = ((5, 240), (4, 90), (3, 80), (3, 70), (3, 66), (2, 60), (2, 52), (2, 40), (2, 32))


@pytest.fixture(scope="module")
def jumped(tmp_path_factory) -> Proposed:
    """A lead of more than half a page, in an issue that lets it go on elsewhere."""
    return propose_text(tmp_path_factory.mktemp("jump"), spread_text(*page_stories(LONG), page_count=2, jumps="yes"))


def test_a_long_story_goes_on_on_another_page(jumped):
    parts = {block.part: block for block in stories_of(jumped.results[0].issue) if block.part}
    pages = pages_of(jumped.results[0].issue)
    assert sorted(parts) == [1, 2]
    assert pages[parts[1].id] != pages[parts[2].id]
    assert (parts[1].content.bylines[0].value, parts[2].content.kicker.value) == ("（下转第2版）", "（上接第1版）")


def test_a_jump_is_written_so_that_a_second_run_keeps_it(jumped, tmp_path):
    text = written(jumped, tmp_path)
    assert set(read_back(text)["stories"][0]["jump"]) >= {"page", "paragraph", "place"}
    assert propose_text(tmp_path, text).written(0) == text


def test_nothing_of_a_parted_story_is_lost(tmp_path):
    """The proof that the text drawn is the copy read runs over both parts."""
    lead = story("lead", columns="1-6", rows="1-71", body=paragraphs(600), page=1, deck="副题", byline="本报记者")
    lead["jump"] = {"page": 2, "paragraph": 50, "place": {"columns": "1-6", "rows": "1-71"}}
    result = set_issue(tmp_path / FILE, spread_text(lead, page_count=2), House(tiny_fonts()))
    assert result.ok, [d.code for d in result.diagnostics]


def test_without_leave_no_story_jumps(tmp_path):
    proposed = propose_text(tmp_path, spread_text(*page_stories(LONG), page_count=2))
    assert not any(block.part for result in proposed.results for block in stories_of(result.issue))


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_processes_makes_up_the_same_issue_and_tells_what_it_tries(tmp_path, workers):
    text = spread_text(*page_stories(LONG), page_count=2)
    tried: dict[int, list[tuple[int, float]]] = {1: [], workers: []}
    found = {
        count: propose_text(
            tmp_path,
            text,
            workers=count,
            tried=lambda page, plan, count=count: tried[count].append((page.number, plan.score)),
        )
        for count in tried
    }
    assert found[1].written(0) == found[workers].written(0)
    assert found[1].plans == found[workers].plans
    assert found[1].needs == found[workers].needs
    assert sorted(tried[1]) == sorted(tried[workers])
    assert {number for number, _ in tried[1]} == {1, 2}
