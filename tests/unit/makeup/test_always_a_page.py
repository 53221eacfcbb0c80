"""Printable before pretty: what plans are compared by; pages hard to fill, which get a page all the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from PIL import Image

from paiban.engine import set_issue
from paiban.engine.house import House
from paiban.engine.proposing import Proposed, Request, propose_issue, rank_at
from paiban.grid import GridRect
from paiban.kinds import KINDS
from paiban.makeup.propose import automatic
from paiban.makeup.search import BlockChoices, Placement, Plan, Problem, Shape, rounds, search, squeeze
from paiban.makeup.search.plan import Trial, charged
from paiban.resources import resource_folder
from paiban.template import Costs
from tests.support.issues import FILE, han, issue_text, picture, story, tiny_fonts
from tests.support.open_pages import (
    open_story,
    page_stories,
    paragraphs,
    places_of,
    propose_blocks,
    propose_text,
    read_back,
)
from tests.support.small_pages import small_problem

STORY = KINDS.settings["story"].traits
BROADSHEET = (resource_folder("layout") / "templates" / "broadsheet.yaml").read_text("utf-8")
COLUMNS, ROWS = 4, 40


def plan(score: float = 0.0, breaches: float = 0.0, lost: int = 0) -> Plan:
    return Plan((), score, {}, {}, breaches, lost)


# ---- what plans are compared by ----------------------------------------------------------------------


def test_printable_comes_before_rules_and_rules_before_looks():
    ranked = [plan(900), plan(0, 40), plan(900, 40), plan(0, 80), plan(0, 0, 1), plan(900, 900, 1), plan(0, 0, 2)]
    assert sorted(ranked, key=lambda one: one.rank) == ranked


@pytest.mark.parametrize(
    ("trial", "lost", "breaches", "score"),
    [
        (Trial(("P501",), lost=3), 3, 12, 112),
        (Trial(("P502", "P601", "P601")), 0, 92, 192),
        (Trial(("P505",)), 0, 12, 112),
        (Trial(("P608",)), 0, 3, 103),  # 孤行 is a rule of the page
        (Trial(("P413",)), 0, 5, 105),  # so is 孤字
        (Trial(("P413",), mild=frozenset({"P413"})), 0, 0, 105),  # where it is told without a warning it is looks
        (Trial(("P603",), mild=frozenset({"P603"})), 0, 0, 140),  # as 断版 is on a page of few blocks
        (Trial(("P610",), mild=frozenset({"P610"})), 0, 10, 110),  # a hole is never
        (Trial(("P610",), mild=frozenset({"P610"}), white=3), 0, 40, 140),  # the larger the dearer
        (Trial((), excess=0.5), 0, 0, 104),
        (Trial(("X265", "P413")), 0, 5, 105),
    ],
)
def test_what_a_trial_shows_is_charged_where_it_belongs(trial, lost, breaches, score):
    charged_plan = charged(Costs(), Plan((), 100.0, {"place": 100.0}, {}), trial)
    assert (charged_plan.lost, charged_plan.breaches, charged_plan.score) == (lost, breaches, score)
    assert charged_plan.score == sum(charged_plan.terms.values())


@pytest.mark.parametrize(
    ("lost", "faults", "strain", "clean"),
    [(0, {}, 0, True), (1, {}, 0, False), (0, {"x": 1}, 0, False), (0, {}, 1, False)],
)
def test_a_clean_plan_is_printable_keeps_the_rules_and_strains_nothing(lost, faults, strain, clean):
    placement = Placement("a", Shape(1, 4, 4, 4), 0, 0, 4, strain)
    assert Plan((placement,), 0.0, {}, faults, lost=lost).clean == clean


def test_of_two_bodies_the_one_that_leaves_less_white_is_taken_before_the_pages_own():
    """Over, or lacking (−), is no white; where it is equal, the earlier one is taken."""
    full, white, short = ((Placement("a", Shape(2, 4, 4, 4), 0, 0, 4, strain),) for strain in (0, 3, -1))
    plans = [Plan(placements, 0.0, {}, {}) for placements in (white, full, short)]
    assert min(range(3), key=lambda place: rank_at(plans[place], place)) == 1
    assert rank_at(plans[1], 0) == rank_at(plans[2], 0) < rank_at(plans[0], 0)


def block(name: str, cells: int, give: int = 1, weight: int = 1) -> BlockChoices:
    """A story of so many cells at every width, a row either way."""
    shapes = []
    for columns in range(1, COLUMNS + 1):
        rows = round(cells / columns)
        shapes.append(
            Shape(columns, rows - give, rows, rows + give, form="above", headline_rows=3, headline_columns=(0, columns),
                  headline_size=300, legs=columns)
        )  # fmt: skip
    return BlockChoices(name, STORY, weight, tuple(shapes))


def page_of(*cells: int) -> Problem:
    return Problem(COLUMNS, ROWS, tuple(block(f"s{i}", count, weight=5 - i) for i, count in enumerate(cells)))


def test_an_overset_plan_is_never_taken_where_another_can_be_printed():
    """The judge says of the plan that scores best that a line of it finds no room."""
    problem = page_of(50, 40, 40, 30)
    (best,) = search(problem)

    def judge(one: Plan) -> Plan:
        return charged(problem.costs, one, Trial(("P501",), lost=1) if one.placements == best.placements else Trial(()))

    (other,) = search(problem, judge=judge)
    assert other.placements != best.placements
    assert other.lost == 0


@pytest.mark.parametrize("code", ["P608", "P425"])
def test_a_blemish_that_every_plan_shows_is_worth_one_more_round(code, monkeypatch):
    """All that the first round finds show it: the second finds others, which are looked at too."""
    problem = small_problem(6, 8)
    judged: set[tuple[Placement, ...]] = set()

    def judge(one: Plan) -> Plan:
        judged.add(one.placements)
        return charged(problem.costs, one, Trial((code,)))

    search(problem, judge=judge)
    both = len(judged)
    judged.clear()
    monkeypatch.setattr(rounds, "SPARE_ROUNDS", 0)
    search(problem, judge=judge)
    assert 0 < len(judged) < both


def test_a_blemish_that_so_many_plans_show_is_the_copys_own(monkeypatch):
    """Where as many as that were tried no round more is done."""
    problem = small_problem(6, 8)
    judged: list[Plan] = []

    def judge(one: Plan) -> Plan:
        judged.append(one)
        return charged(problem.costs, one, Trial(("P608",)))

    search(problem, judge=judge)
    all_rounds = len(judged)
    judged.clear()
    monkeypatch.setattr(rounds, "HOPELESS", 1)
    search(problem, judge=judge)
    assert 0 < len(judged) < all_rounds


def test_the_widest_round_is_done_only_where_one_of_a_third_of_its_pages_finds_none(monkeypatch):
    tried: list[rounds.Round] = []

    def plans_of(problem, round_, clock, plans=rounds.plans_of):
        tried.append(round_)
        return plans(problem, round_, clock) if round_.rescue and round_.beam is rounds.LATER else []

    monkeypatch.setattr(rounds, "plans_of", plans_of)
    asked = small_problem(1, 8)
    assert search(asked)
    late = [round_.beam for round_ in tried if round_.rescue]
    assert late[-1] is rounds.LATER
    assert rounds.LATE not in late


@pytest.mark.parametrize("share", [0.5, 0.6, 0.7, 0.85])
def test_a_page_that_lacks_copy_cuts_none(share):
    """Over is not short: white is left rather than copy cut, however far from full the page is."""
    cells = [round(share * COLUMNS * ROWS * part) for part in (0.34, 0.28, 0.22, 0.16)]
    (found,) = search(page_of(*cells))
    assert sum(placement.rect.cells for placement in found.placements) == COLUMNS * ROWS
    assert min(placement.strain for placement in found.placements) >= 0


@pytest.mark.parametrize("share", [1.1, 1.3])
def test_a_page_with_too_much_copy_is_made_up_all_the_same(share):
    cells = [round(share * COLUMNS * ROWS * part) for part in (0.34, 0.28, 0.22, 0.16)]
    (found,) = squeeze(page_of(*cells))
    assert sum(placement.rect.cells for placement in found.placements) == COLUMNS * ROWS


@pytest.mark.parametrize(("share", "looks"), [(1.03, False), (1.3, True)])
def test_a_page_that_takes_far_more_than_it_has_is_only_looked_at(share, looks, monkeypatch):
    """The round of honest heights finds nothing, two looks at it say why, the second with blocks as small as they may
    be, and no other round is tried."""
    tried: list[rounds.Round] = []

    def plans_of(problem, round_, clock, plans=rounds.plans_of):
        tried.append(round_)
        return plans(problem, round_, clock)

    monkeypatch.setattr(rounds, "plans_of", plans_of)
    cells = [round(share * COLUMNS * ROWS * part) for part in (0.34, 0.28, 0.22, 0.16)]
    search(page_of(*cells))
    assert (len(tried) == 1 + len(rounds.TIGHT)) == looks


@pytest.mark.parametrize("share", [0.5, 0.85, 1.0])
def test_a_spent_budget_still_gives_a_page_however_full(share):
    cells = [round(share * COLUMNS * ROWS * part) for part in (0.34, 0.28, 0.22, 0.16)]
    assert search(page_of(*cells), budget=0.000001)


def test_a_block_may_be_as_high_as_the_page():
    """It counts the white row that falls away at the page's head."""
    tall = BlockChoices("a", STORY, 1, (Shape(COLUMNS, ROWS + 1, ROWS + 1, ROWS + 1, form="none"),))
    (found,) = search(Problem(COLUMNS, ROWS, (tall,), white_above=1))
    assert found.placements[0].rect == GridRect(0, 0, COLUMNS, ROWS)
    assert found.placements[0].strain == 0


@pytest.mark.parametrize("row", [0, 6])
def test_a_lead_too_wide_for_what_a_given_place_leaves_of_the_corner_stands_elsewhere(row):
    """The place of an editor leaves a column in the corner, and the lead needs two."""
    lead = block("lead", 60, weight=5)
    wide = lead.shapes[1:]
    held = GridRect(1, row, 3, 10)
    given = BlockChoices("given", STORY, 1, (Shape(3, 10, 10, 10),), fixed=held)
    blocks = (replace(lead, shapes=wide), given, block("second", 40), block("third", 30))
    (found,) = search(Problem(COLUMNS, ROWS, blocks))
    assert {placement.block for placement in found.placements} == {"lead", "given", "second", "third"}


# ---- whole issues ----------------------------------------------------------------------


@pytest.fixture
def pictures(tmp_path):
    Image.new("L", (900, 600), 128).save(tmp_path / "p.png")
    return tmp_path


def wanting_picture(host: str, **keys: Any) -> dict[str, Any]:
    """A picture without a place that belongs to a story."""
    given = picture("p.png", "1", "1", id_="pic", with_=host, **keys)
    return {key: value for key, value in given.items() if key != "place"}


def rects(proposed: Proposed) -> dict[str, GridRect]:
    return {name: GridRect.counted(*corners) for name, corners in places_of(proposed.results[0].issue).items()}


def codes_when_checked(proposed: Proposed, folder) -> set[str]:
    """What the written file's own check says."""
    path = folder / FILE
    path.write_text(proposed.written(0), "utf-8")
    return {found.code for found in set_issue(path, house=House(fonts=tiny_fonts())).diagnostics}


@pytest.mark.parametrize("lines", [6, 14, 40, 90])
def test_a_picture_never_leaves_its_story_however_short_that_is(pictures, lines):
    """Far too little copy for the page: every frame is higher than its copy and picture want to be."""
    others = [open_story(f"s{n}", 3, lines) for n in range(3)]
    proposed = propose_blocks(pictures, open_story("lead", 5, lines), *others, wanting_picture("lead"))
    where = rects(proposed)
    hosts = [where[name] for name in where if name != "pic"]
    assert not any(one.meets(other) for one, other in combinations(hosts, 2))
    own, host = where["pic"], where["lead"]
    above = own.end_row == host.row and (own.column, own.columns) == (host.column, host.columns)
    beside = own.touches(host) and (own.row, own.rows) == (host.row, host.rows)
    assert host.holds(own) or above or beside
    assert not codes_when_checked(proposed, pictures) & {"P203", "P501", "P504", "P506", "P511"}


@pytest.mark.parametrize("headline_form", ["auto", "above", "partial"])
def test_a_placed_story_takes_its_free_picture_in(pictures, headline_form):
    host = story("host", columns="4-6", rows="36-71", headline_form=headline_form, body=paragraphs(60))
    rest = page_stories(((5, 100), (4, 80), (3, 60), (2, 44)))
    where = rects(propose_blocks(pictures, host, wanting_picture("host"), *rest))
    assert where["host"] == GridRect.counted(4, 6, 36, 71)
    assert where["host"].holds(where["pic"])


def test_a_page_that_lacks_only_a_placed_storys_picture_is_finished(pictures):
    host = story("host", columns="1-6", rows="1-71", body=paragraphs(330))
    where = rects(propose_blocks(pictures, host, wanting_picture("host")))
    assert where["host"].holds(where["pic"])


@pytest.mark.parametrize("pictured", [False, True])
def test_a_single_long_story_is_a_page(pictures, pictured):
    blocks = [open_story("feature", 5, 300), *([wanting_picture("feature")] if pictured else [])]
    proposed = propose_blocks(pictures, *blocks)
    assert proposed.results
    assert {d.code for d in proposed.results[0].diagnostics} & {"P501", "P503", "P504"} == set()


def test_adverts_a_row_apart_in_height_stand_level(tmp_path):
    """The lower may have a little more white above: else nothing but an advert could end on both."""
    adverts = []
    for number, height in enumerate((60, 64)):
        Image.new("L", (1087, height * 10), 128).save(tmp_path / f"ad{number}.png")
        size = ["108.7mm", f"{height}.0mm"]
        adverts.append({"id": f"ad{number}", "advert": f"ad{number}.png", "size": size})
    where = rects(propose_blocks(tmp_path, *page_stories(((5, 90), (4, 60), (3, 50), (3, 40), (2, 30))), *adverts))
    assert where["ad0"].end_row == where["ad1"].end_row == 71
    assert where["ad0"].row == where["ad1"].row or abs(where["ad0"].row - where["ad1"].row) >= 4


@pytest.mark.parametrize(("budget", "once"), [(0.001, True), (None, False)])
def test_a_page_that_can_be_printed_is_made_no_better_once_the_time_is_up(tmp_path, monkeypatch, budget, once):
    """It lacks copy: neither patches of white nor a larger body are tried then."""
    asked: list[object] = []

    def counted(*words, **keys):
        asked.append(words)
        return search(*words, **keys)

    monkeypatch.setattr(automatic, "search", counted)
    proposed = propose_text(tmp_path, issue_text(*page_stories(((5, 60), (3, 30), (2, 20)))), budget=budget)
    assert proposed.results[0].ok
    assert (len(asked) == 1) == once


def test_a_budget_gives_a_page_too(tmp_path):
    assert propose_text(tmp_path, issue_text(*page_stories()), budget=0.001).results


def test_what_the_editor_locked_elsewhere_counts_once_when_a_page_is_made_up_again(tmp_path):
    """The places that are given up are no room taken: with them the page would seem too small for its copy."""
    blocks = [
        story("a", columns="1-6", rows="1-35", body=paragraphs(110)),
        story("b", columns="1-4", rows="36-71", body=paragraphs(110)),
        story("c", columns="5-6", rows="36-71", body=paragraphs(60)),
        story("d", columns="3-6", rows="50-71", locked="yes", body=paragraphs(70)),
    ]
    assert rects(propose_blocks(tmp_path, *blocks, again=True))["d"] == GridRect.counted(3, 6, 50, 71)


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_line_or_two_under_a_long_headline_find_a_place(tmp_path, lines):
    """Below a headline too long for one column so little copy makes legs flatter than any proposed by choice."""
    short = open_story("short", 2, lines, headline="开发区老旧供水管网改造全部完成今起通水")
    proposed = propose_blocks(tmp_path, *page_stories(((5, 120), (4, 90), (3, 60), (3, 50))), short)
    assert "short" in rects(proposed)
    assert {d.code for d in proposed.results[0].diagnostics} & {"P501", "P503", "P504", "P506"} == set()


@pytest.mark.parametrize("box", ["line", None])
@pytest.mark.parametrize("weight", [1, 3, 5])
@pytest.mark.parametrize("headline", ["消防通道被堵，一拆了之还是疏堵结合？", "湿地公园迎来大批候鸟"])
def test_a_few_vertical_lines_beside_a_long_headline_find_a_place_in_a_box_too(tmp_path, headline, weight, box):
    """The frame is as high as the headline wants it, and white stays where the copy does not reach."""
    short = story("s", headline=headline, weight=weight, place=None, body=han(50) + "。", box=box)
    proposed = propose_blocks(tmp_path, short, writing="vertical", template="broadsheet")
    assert "P508" not in {found.code for found in proposed.diagnostics}


@pytest.mark.parametrize("width", [49.5, 108.7])
def test_adverts_that_must_not_touch_stand_apart(tmp_path, width):
    """Two that fill the foot together too: one of them leaves it."""
    adverts = []
    for number in range(2):
        Image.new("L", (round(width * 10), 600), 128).save(tmp_path / f"ad{number}.png")
        adverts.append({"id": f"ad{number}", "advert": f"ad{number}.png", "size": [f"{width}mm", "60mm"]})
    adverts[0]["apart"] = ["ad1"]
    proposed = propose_blocks(tmp_path, *page_stories(((5, 90), (4, 60), (3, 50), (3, 40), (2, 30))), *adverts)
    where = rects(proposed)
    assert not where["ad0"].touches(where["ad1"])
    assert "P776" not in {diagnostic.code for diagnostic in proposed.results[0].diagnostics}


def test_no_body_is_taken_at_which_a_booked_advert_is_wider_than_the_page(tmp_path):
    """The other body of this template leaves less white, but is six millimetres narrower in all."""
    (tmp_path / "templates").mkdir()
    text = BROADSHEET.replace("name: broadsheet", "name: mine").replace("gutter: 1.02", "gutter: 0.8")
    (tmp_path / "templates" / "mine.yaml").write_text(text, "utf-8")
    Image.new("L", (3524, 900), 128).save(tmp_path / "ad.png")
    advert = {"id": "ad", "advert": "ad.png", "size": ["352.4mm", "90mm"]}
    stories = page_stories(((5, 190), (4, 120), (3, 90), (3, 40)))
    path = tmp_path / "issue.yaml"
    path.write_text(issue_text(*stories, advert, template="mine", body="auto"), "utf-8")
    proposed = propose_issue(path, Request(), house=House(tiny_fonts(), tmp_path))
    assert "P746" not in {found.code for found in proposed.results[0].diagnostics}


@pytest.mark.parametrize(("width", "columns"), [(857, 2), (860, 2), (870, 3), (3530, 8)])
def test_an_advert_that_is_wider_by_a_hair_than_its_columns_takes_no_other(tmp_path, width, columns):
    """It stands out by as much at either side, and no column beside it stays white."""
    Image.new("L", (width, 900), 128).save(tmp_path / "ad.png")
    advert = {"id": "ad", "advert": "ad.png", "size": [f"{width / 10}mm", "90mm"]}
    stories = page_stories(((5, 190), (4, 120), (3, 90), (3, 60)))
    proposed = propose_blocks(tmp_path, *stories, advert, template="broadsheet", body="standard")
    assert rects(proposed)["ad"].columns == columns
    assert not {"P746", "P748"} & {found.code for found in proposed.results[0].diagnostics}


# ---- the last rungs ------------------------------------------------------------------------------------------------


def test_a_page_that_nothing_can_fill_stays_white_where_it_must(tmp_path):
    """An advert keeps its size: beside one of two columns two lines of copy cannot cover all the rest."""
    Image.new("L", (740, 1500), 128).save(tmp_path / "ad.png")
    advert = {"id": "ad", "advert": "ad.png", "size": ["74mm", "150mm"]}
    proposed = propose_blocks(tmp_path, open_story("a", 5, 6), advert)
    assert {"a", "ad"} <= set(rects(proposed))


@pytest.mark.parametrize("heights", [(92, 62), (110, 50)])
def test_white_is_left_rather_than_copy_that_finds_no_room(pictures, heights):
    """Two adverts that end at different rows, a story with its picture and four briefs: half a page. One patch of white
    does not do, as a rail is no higher than its copy."""
    adverts = []
    for number, height in enumerate(heights):
        Image.new("L", (1111, height * 10), 128).save(pictures / f"ad{number}.png")
        adverts.append({"id": f"ad{number}", "advert": f"ad{number}.png", "size": ["111.1mm", f"{height}mm"]})
    rail = {"id": "rail", "label": "简讯", "briefs": [han(20, 1), han(17, 2), han(15, 3), han(23, 4)]}
    proposed = propose_blocks(pictures, open_story("lead", 5, 54), wanting_picture("lead"), rail, *adverts)
    assert proposed.plans[0][0].lost == 0
    assert not codes_when_checked(proposed, pictures) & {"P203", "P501", "P503", "P504", "P506", "P511"}


def test_what_a_page_lacks_stays_white_in_one_place_and_not_in_its_stories(tmp_path):
    """An advert over the whole width, and five stories without a picture: two thirds of a page."""
    Image.new("L", (2240, 1100), 128).save(tmp_path / "ad.png")
    advert = {"id": "ad", "advert": "ad.png", "size": ["224mm", "110mm"]}
    proposed = propose_blocks(tmp_path, *page_stories(((5, 34), (4, 24), (3, 18), (3, 12), (2, 8))), advert)
    told = codes_when_checked(proposed, tmp_path)
    assert "P610" in told
    assert "P502" not in told


def test_a_block_without_any_shape_is_told_and_the_others_have_their_page(tmp_path):
    """A headline of eighty characters has no room in any width at its weight."""
    large = open_story("large", 5, 30, headline="天地人和" * 20)
    proposed = propose_blocks(tmp_path, *page_stories(), large)
    assert "P508" in {found.code for found in proposed.results[0].diagnostics}
    assert set(rects(proposed)) == {block["id"] for block in page_stories()}


def bodiless(*blocks: dict[str, Any]) -> str:
    """An issue of these blocks that names no body."""
    return issue_text(*blocks).replace("body: standard\n", "", 1)


def test_copy_that_is_too_much_for_the_pages_body_takes_a_smaller_one(tmp_path):
    """The compact setting has six rows more, 36 cells; the page names no body, so that it may be taken."""
    stories = page_stories(((5, 118), (4, 81), (3, 62), (3, 55), (2, 44), (2, 36)))
    proposed = propose_text(tmp_path, bodiless(*stories))
    assert read_back(proposed.written(0))["body"] == "compact"
    assert not {found.code for found in proposed.results[0].diagnostics} & {"P501", "P522", "P523"}
    assert "P512" in {found.code for found in proposed.results[0].diagnostics}


def test_a_page_that_fits_its_body_keeps_it(tmp_path):
    assert "body" not in read_back(propose_text(tmp_path, bodiless(*page_stories())).written(0))


@pytest.mark.parametrize(
    ("sizes", "body"),
    [
        (((5, 78), (4, 54), (3, 42), (3, 36), (2, 26), (2, 22)), "large"),
        (((5, 60), (4, 44), (3, 34), (3, 30), (2, 22), (2, 18)), "open"),
    ],
)
def test_a_page_that_lacks_copy_takes_the_body_that_it_nearly_fills(tmp_path, sizes, body):
    """Of 426 lines it has copy for 258 or 208: fewer rows, and lines of ten characters, hold it."""
    proposed = propose_text(tmp_path, bodiless(*page_stories(sizes)))
    assert read_back(proposed.written(0)).get("body") == body
    assert "P512" in {found.code for found in proposed.results[0].diagnostics}
    assert not {"P513", "P610"} & {found.code for found in proposed.results[0].diagnostics}


def test_a_page_that_lacks_copy_is_searched_at_the_nearest_body_first(tmp_path, monkeypatch):
    """At one that it fills well nothing is looked for at the template's first."""
    asked: list[int] = []

    def counted(problem, *words, **keys):
        asked.append(problem.rows)
        return search(problem, *words, **keys)

    monkeypatch.setattr(automatic, "search", counted)
    stories = page_stories(((5, 60), (4, 44), (3, 34), (3, 30), (2, 22), (2, 18)))
    propose_text(tmp_path, bodiless(*stories))
    assert asked[0] == 54
