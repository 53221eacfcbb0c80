"""The parts of the search by themselves: what a page that grows may take, and what it must not."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, combinations
from math import log

import pytest

from paiban.grid import GridRect
from paiban.kinds import KINDS
from paiban.makeup.search import BlockChoices, Placement, Plan, Problem, Shape, search, sketch
from paiban.makeup.search.board import Board, Mode, laid_adverts
from paiban.makeup.search.build import fillable
from paiban.makeup.search.closing import close_two
from paiban.makeup.search.filling import ABOVE, BEYOND, FOOT, HEAD, LEVEL, NONE, Filling, Segment
from paiban.makeup.search.mirror import mirrored_shape
from paiban.makeup.search.moves import feet, moves
from paiban.makeup.search.plan import adrift, bunched, difference, outshone, page_terms, shelves
from paiban.makeup.search.problem import USUAL
from paiban.makeup.search.rounds import Jury
from paiban.makeup.search.score import shape_terms
from tests.support.small_pages import shape, small_problem

TRAITS = {name: setting.traits for name, setting in KINDS.settings.items()}
COLUMNS, ROWS = 6, 60


def board(**fixed: GridRect) -> Board:
    """Three stories on a page, and pictures in given places."""
    given = [
        BlockChoices(name, TRAITS["picture"], 1, (plain(r.columns, r.rows),), fixed=r) for name, r in fixed.items()
    ]
    return Board(Problem(COLUMNS, ROWS, (*small_problem(1, 3).blocks, *given)), Mode())


def headed(columns: int, rows: int) -> Shape:
    """A story of so many legs of so many rows below a headline of two."""
    return Shape(columns, rows + 2, rows + 2, rows + 2, form="above", headline_rows=2, legs=columns)


def plain(columns: int, rows: int) -> Shape:
    return Shape(columns, rows, rows, rows, form="none")


# ---- the lead -------------------------------------------------------------------------------------------------------


def test_the_heaviest_stories_may_lead():
    blocks = [
        replace(block, weight=weight) for block, weight in zip(small_problem(1, 3).blocks, (4, 2, 4), strict=True)
    ]
    assert Board(Problem(COLUMNS, ROWS, tuple(blocks)), Mode()).leads == 0b101


@pytest.mark.parametrize(
    ("column", "row", "asked"),
    [(0, 0, False), (1, 0, False), (2, 0, True), (0, 1, False), (0, 9, False), (0, 20, True)],
)
def test_no_story_is_asked_to_lead_where_the_editor_left_it_no_room_in_the_corner(column, row, asked):
    """The lead is two columns wide or more, and has ten rows or more."""
    assert bool(board(given=GridRect(column, row, 2, 10)).leads) == asked


def test_a_block_is_unlit_at_the_widths_where_no_headline_of_it_reaches_its_left_side():
    high, low = shape(2, 20, 1, 300, 2), shape(3, 14, 1, 300, 3, vertical=True)
    blocks = (
        BlockChoices("lit", TRAITS["story"], 5, (high,)),
        BlockChoices("upright", TRAITS["story"], 5, (high, low)),
        BlockChoices("picture", TRAITS["picture"], 1, (plain(3, 10),)),
    )
    assert Board(Problem(COLUMNS, ROWS, blocks), Mode()).unlit_by_width == [0, 0, 0, 0b110, 0, 0, 0]


# ---- heights --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 2, ROWS])
def test_a_block_may_be_from_one_row_to_the_whole_page_high(rows):
    strip = BlockChoices("strip", TRAITS["advert"], 1, (plain(COLUMNS, rows),))
    [[option]] = Board(Problem(COLUMNS, ROWS, (strip,)), Mode(slack=100)).options
    assert (option.low, option.high) == (rows, rows)


@pytest.mark.parametrize(("widths", "at_foot"), [((4, 2), 2), ((4, 3), 1), ((6, 6, 6), 1), ((3, 3, 1), 2)])
def test_adverts_without_room_side_by_side_at_the_foot_stand_upon_one_another(widths, at_foot):
    blocks = tuple(BlockChoices(f"ad{n}", TRAITS["advert"], 1, (plain(wide, 10),)) for n, wide in enumerate(widths))
    for laid in laid_adverts(Problem(6, 60, blocks)):
        rects = [laid[number].least for number in range(len(widths))]
        assert sum(rect.end_row == 60 for rect in rects) == at_foot
        assert not any(one.meets(other) for one, other in combinations(rects, 2))
        upon = [rect._replace(row=rect.end_row, rows=1) for rect in rects if rect.end_row < 60]
        assert all(any(rect.holds(under) for rect in rects) for under in upon)


@pytest.mark.parametrize(("ends", "paid"), [(60, False), (50, False), (40, True)])
def test_an_advert_pays_for_a_place_neither_at_the_foot_nor_upon_another(ends, paid):
    ground = Placement("ground", plain(6, 10), 0, 50, 10, 0, TRAITS["advert"])
    narrow = Placement("narrow", plain(2, 10), 0, ends - 10, 10, 0, TRAITS["advert"])
    placements = [narrow] if ends == 60 else [ground, narrow]
    assert adrift(narrow, placements, Problem(6, 60, ())) == paid


@pytest.mark.parametrize(("columns", "rows", "off"), [(5, 8, 0.0), (5, 7, log(8 / 7)), (8, 4, log(3.2)), (2, 4, 0.0)])
def test_legs_below_a_wide_headline_have_eight_rows_for_every_five(columns, rows, off):
    paid = shape_terms(headed(columns, rows), rows + 2, USUAL)
    assert paid["bands"] == pytest.approx(USUAL.bands * off)


@pytest.mark.parametrize(("rows", "again"), [((6, 6, 6), 2), ((6, 12, 12), 0), ((12, 12, 12), 0)])
def test_each_thin_band_after_a_pages_first_pays_once_more(rows, again):
    problem = Problem(8, 60, ())
    placed = [Placement(f"s{n}", headed(4, body), 4 * (n % 2), 20 * n, body + 2) for n, body in enumerate(rows)]
    assert dict(page_terms(problem, placed, USUAL))["bands"] == again * USUAL.bands


@pytest.mark.parametrize(("widths", "count"), [((3,), 0), ((3, 3), 1), ((3, 3, 3, 3), 6), ((3, 3, 2, 3, 3), 2)])
def test_each_block_of_a_pile_of_one_width_counts_those_that_it_stands_under(widths, count):
    tops = accumulate((10 for _ in widths), initial=0)
    pile = [Placement(f"b{top}", plain(w, 10), 0, top, 10) for top, w in zip(tops, widths, strict=False)]
    assert shelves(pile) == count


@pytest.mark.parametrize(
    ("column", "row", "pairs"),
    [(0, 40, 1), (2, 10, 1), (2, 30, 0), (3, 10, 0)],
    ids=["over", "beside", "past", "apart"],
)
def test_vertical_headlines_over_one_another_or_near_at_one_height_are_bunched(column, row, pairs):
    strip = replace(plain(2, 20), form="vertical")
    assert bunched([Placement("a", strip, 0, 0, 20), Placement("b", strip, column, row, 20)]) == pairs


@pytest.mark.parametrize(
    ("size", "rows", "off"),
    [(280, 10, 0.0), (400, 10, log(1.4)), (200, 40, log(2)), (400, 40, log(1.4) + log(2))],
)
def test_a_lead_is_outshone_by_a_headline_as_large_and_by_a_larger_story(size, rows, off):
    lead, other = (
        Placement(name, shape(6, height, 0, points, 6), 0, 0, height, 0, TRAITS["story"])
        for name, points, height in (("lead", 400, 20), ("other", size, rows))
    )
    assert outshone(lead, [other]) == pytest.approx(off)


@pytest.mark.parametrize(("one", "other", "fits"), [(40, 30, False), (30, 30, True), (20, 30, False)])
def test_a_block_comes_next_only_where_the_others_can_fill_what_it_leaves(one, other, fits):
    blocks = tuple(
        BlockChoices(f"strip{n}", TRAITS["picture"], 1, (plain(COLUMNS, rows),)) for n, rows in enumerate((one, other))
    )
    page = Board(Problem(COLUMNS, ROWS, blocks), Mode(strict=False))
    (empty,) = page.starts()
    assert bool(moves(page, empty)) == fits


def test_a_block_is_never_less_than_a_row_however_much_copy_is_cut():
    flat = BlockChoices("flat", TRAITS["story"], 1, (plain(COLUMNS, 3),))
    [[option]] = Board(Problem(COLUMNS, ROWS, (flat,)), Mode(squeeze=9, slack=1e9)).options
    assert (option.low, option.high) == (1, 3)


# ---- feet -----------------------------------------------------------------------------------------------------------


def between(*seams: tuple[int, int, float]) -> Filling:
    """A page whose skyline has seams (least row, most row, natural row), the first of them number 2."""
    state = Filling()
    state.low, state.high = [0, ROWS, *(low for low, _, _ in seams)], [0, ROWS, *(high for _, high, _ in seams)]
    state.natural = [0.0, float(ROWS), *(natural for _, _, natural in seams)]
    state.depth = [0, 0, *(1 for _ in seams)]
    return state


def test_a_foot_on_the_pages_foot_says_how_it_lies_beside_either_neighbour():
    """A page's side has none, the foot itself is level, and what ends higher is passed."""
    state = between((10, 12, 11.0))
    found = {(left, right): feet(state, left, right, 50, 3)[0] for left in (-1, FOOT, 2) for right in (-1, FOOT, 2)}
    lies = {-1: NONE, FOOT: LEVEL, 2: BEYOND}
    assert all((foot.left, foot.right) == (lies[left], lies[right]) for (left, right), foot in found.items())
    assert {(foot.low, foot.high, foot.seam) for foot in found.values()} == {(ROWS, ROWS, FOOT)}


def test_a_foot_that_two_neighbours_want_on_either_side_of_itself_lies_midway():
    """Above a seam that would lie at 18, so at 15 or higher, and beyond one at 16, so at 19 or lower: at 17."""
    found = feet(between((10, 20, 18.0), (14, 30, 16.0)), 2, 3, 50, 3)
    [foot] = [foot for foot in found if (foot.left, foot.right) == (ABOVE, BEYOND)]
    assert (foot.low, foot.high) == (17, 17)
    assert foot.natural_low == foot.natural_high == 17


# ---- what can still be filled ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("least", "most", "fits"), [(180, 180, True), (0, 999, True), (181, 999, False), (0, 179, False)]
)
def test_copy_that_is_left_has_to_fill_the_room_that_is_left(least, most, fits):
    """Half of a page of 6 × 60: 180 cells, neither more at the least nor less at the most."""
    made = board()
    state = made.empty({})
    state.low, state.high = [0, ROWS, 30], [0, ROWS, 30]
    state.segments = (Segment(0, COLUMNS, 2, True, False, False),)
    state.least_left, state.most_left = least, most
    assert fillable(made, state) == fits


def gaps(*widths: int) -> list[Segment]:
    """Gaps side by side, each lying higher than the one before."""
    return [Segment(sum(widths[:i]), width, 2 + i, True, False, False) for i, width in enumerate(widths)]


@pytest.mark.parametrize("widths", [(1, 3), (3, 1)])
def test_two_gaps_are_closed_by_a_block_of_each_ones_width(widths):
    """Each block has one width only, and the height of the gap that it is meant for."""
    one: list[list[tuple[int, int]]] = [[] for _ in range(COLUMNS + 1)]
    other: list[list[tuple[int, int]]] = [[] for _ in range(COLUMNS + 1)]
    one[widths[0]], other[widths[1]] = [(10, 10)], [(20, 20)]
    assert close_two(one, other, gaps(*widths), [(10, 10), (20, 20)])
    assert not close_two(other, one, gaps(*widths), [(10, 10), (20, 20)])
    assert not close_two(one, other, gaps(*widths), [(20, 20), (10, 10)])


def test_two_gaps_side_by_side_are_closed_by_levelling_the_deeper_one():
    """Five rows fill what the second is deeper by, ten over both do the rest."""
    one: list[list[tuple[int, int]]] = [[] for _ in range(COLUMNS + 1)]
    other: list[list[tuple[int, int]]] = [[] for _ in range(COLUMNS + 1)]
    one[3], other[4] = [(5, 5)], [(10, 10)]
    assert close_two(one, other, gaps(1, 3), [(10, 10), (15, 15)])
    assert not close_two(one, other, gaps(1, 3), [(10, 10), (16, 16)])


# ---- plans ----------------------------------------------------------------------------------------------------------


def plan(*rects: GridRect, score: float = 0.0) -> Plan:
    placed = (Placement(f"b{i}", plain(r.columns, r.rows), r.column, r.row, r.rows) for i, r in enumerate(rects))
    return Plan(tuple(placed), score, {"score": score}, {})


TOP, FEET = GridRect(0, 0, 6, 30), GridRect(0, 30, 6, 30)


@pytest.mark.parametrize(
    ("other", "share"),
    [((TOP, FEET), 0), ((FEET, TOP), 1), ((GridRect(0, 0, 6, 15), GridRect(0, 15, 6, 45)), 0.25)],
)
def test_plans_differ_by_the_share_of_the_page_where_other_blocks_stand(other, share):
    assert difference(plan(TOP, FEET), plan(*other), COLUMNS * ROWS) == share


def jury(charge: float) -> tuple[Jury, list[Plan]]:
    """Forty plans, the best first; a judge that finds no breach and charges each so much; what it was asked."""
    asked: list[Plan] = []

    def judge(one: Plan) -> Plan:
        asked.append(one)
        return replace(one, score=one.score + charge, breaches=0.0)

    made = Jury(Problem(COLUMNS, ROWS, ()), judge)
    made.add(plan(GridRect(0, i, 1, 1), score=float(i)) for i in range(40))
    return made, asked


def test_up_to_sixteen_plans_are_judged_for_every_one_that_is_asked_for():
    """docs/makeup.md; here every plan that was judged looks worse than all that were not"""
    made, asked = jury(1_000.0)
    made.best(1)
    assert len(asked) == 16


def test_more_are_judged_where_the_best_of_them_shows_a_blemish_and_breaks_no_rule():
    """The thirtieth is the first without one."""
    asked: list[Plan] = []

    def judge(one: Plan) -> Plan:
        asked.append(one)
        return replace(one, breaches=3.0 if one.score < 29 else 0.0)

    made = Jury(Problem(COLUMNS, ROWS, ()), judge)
    made.add(plan(GridRect(0, i, 1, 1), score=float(i)) for i in range(40))
    [best] = made.best(1)
    assert (best.score, best.breaches, len(asked)) == (29.0, 0.0, 30)


def test_what_a_plan_shows_once_it_is_judged_counts_against_plans_that_only_seem_worse():
    """Each is charged 2.5: the first is best of all only when those within 2.5 of it were judged as well."""
    made, asked = jury(2.5)
    [best] = made.best(1)
    assert (best.score, best.placements) == (2.5, asked[0].placements)
    assert len(asked) == 3


def test_only_plans_that_would_be_taken_are_looked_at():
    """The first looks 1.5 worse than it scores: the two within that are looked at as well, and none behind them."""
    looked: list[Plan] = []

    def look(one: Plan) -> Plan:
        looked.append(one)
        return replace(one, score=one.score + (1.5 if one.score < 1 else 1.0))

    made = Jury(Problem(COLUMNS, ROWS, ()), lambda one: one, look)
    made.add(plan(GridRect(0, 2 * i, 1, 1), score=float(i)) for i in range(9))
    [best] = made.best(1)
    assert (best.score, [one.score for one in looked]) == (1.5, [0.0, 1.0])


def test_a_plan_that_its_judge_finds_fault_with_gives_way_to_the_next():
    asked = small_problem(1, 4)
    [first] = search(asked, judge=lambda one: one)

    def judge(one: Plan) -> Plan:
        return replace(one, score=one.score + 1_000.0) if one.placements == first.placements else one

    [second] = search(asked, judge=judge)
    assert second.placements != first.placements
    assert first.score <= second.score < first.score + 1_000.0


def test_a_shape_in_a_mirror_has_its_headline_and_gutters_on_the_other_side():
    seen = Shape(5, 9, 10, 11, form="above", headline_rows=4, headline_columns=(0, 2), gutters=(1, 3))
    assert (mirrored_shape(seen).headline_columns, mirrored_shape(seen).gutters) == ((3, 5), (2, 4))
    assert mirrored_shape(mirrored_shape(seen)) == seen
    assert mirrored_shape(plain(5, 10)) == plain(5, 10)


def test_a_sketch_names_every_block_however_flat():
    """A strip of two rows is drawn as one line: its name stands in that, and not in what lies below."""
    drawn = sketch(plan(GridRect(0, 0, 6, 2), GridRect(0, 2, 6, 20))).splitlines()
    assert "b0" in drawn[0]
    assert any("b1" in line for line in drawn[2:])


def test_the_empty_page_is_one_notch_from_side_to_side():
    state = board().empty({})
    assert [(s.column, s.columns, s.seam) for s in state.segments] == [(0, COLUMNS, HEAD)]
