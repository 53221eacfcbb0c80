"""Each rule of the page: pages that break it, pages at its border, pages just inside.

Drawn in characters (``tests.support.drawn_pages``): a character is a millimetre, a line a row, the gutter two wide.
"""

from __future__ import annotations

from typing import Any

import pytest

from paiban.diagnostic import Range, Severity
from paiban.language import Words
from paiban.makeup.judge.breaches import APART, NO_BLOCK, REWORD, RULES, check, tangled
from paiban.units import PER_MM
from tests.support.drawn_pages import drawn_page


def found(code: str, *lines: str, **said: Any) -> list[dict[str, object]]:
    """What a rule finds on a drawn page."""
    return [params for _, params in RULES[code](drawn_page(*lines, **said))]


def turned(lines: tuple[str, ...]) -> tuple[str, ...]:
    """A drawing in a mirror."""
    width = max(map(len, lines))
    return tuple(line.ljust(width)[::-1] for line in lines)


def test_a_headline_upon_a_picture_leads_its_page():
    page = drawn_page("----  ----", "1111  1111", "1111  1111", "AAAA  BBBB", "aaaa  bbbb")
    upon = page.stories[0]._replace(name="upon", weight=5, row0=0, row1=1)
    assert list(RULES["P604"](page._replace(upon=(upon,)))) == []
    assert list(RULES["P604"](page._replace(upon=(upon._replace(row0=4, row1=5),)))) != []


def test_a_story_and_the_picture_above_it_lead_a_page_and_bridge_a_seam_as_one():
    page = drawn_page(
        "----  ----", "1111  BBBB", "1111  bbbb", "1111  bbbb", "1111  bbbb", "AAAA  CCCC", "aaaa  cccc", "aaaa  cccc",
        "aaaa  cccc", weights={"a": 5},
    )  # fmt: skip
    hosts = {"1": "a"}
    joined = page._replace(blocks=tuple(b._replace(host=hosts.get(b.name, "")) for b in page.blocks))
    assert list(RULES["P604"](page)) != [] == list(RULES["P604"](joined))
    assert list(RULES["P603"](page)) != [] == list(RULES["P603"](joined))


# ---- 碰题 · butting headlines ----------------------------------------------------------------------

LEVEL = (
    "----  ----",
    "AAAA  BBBB",
    "AAAA  BBBB",
    "aaaa  bbbb",
    "aaaa  bbbb",
    "aaaa  bbbb",
    "aaaa  bbbb",
    "aaaa  bbbb",
)


def test_two_headlines_side_by_side_butt():
    assert found("P601", *LEVEL) == [{"left": "a", "right": "b", "row": 1, "column": 2}]


THREE_ROWS_DOWN = (
    "----  ----",
    "AAAA  1111",
    "AAAA  1111",
    "aaaa  1111",
    "aaaa  BBBB",
    "aaaa  bbbb",
)
FOUR_ROWS_DOWN = (
    "----  ----",
    "AAAA  1111",
    "AAAA  1111",
    "aaaa  1111",
    "aaaa  1111",
    "aaaa  BBBB",
    "aaaa  bbbb",
)


def test_headlines_three_rows_apart_butt_and_four_do_not():
    assert found("P601", *THREE_ROWS_DOWN) == [{"left": "a", "right": "b", "row": 4, "column": 2}]
    assert found("P601", *turned(THREE_ROWS_DOWN)) == [{"left": "b", "right": "a", "row": 4, "column": 2}]
    assert found("P601", *FOUR_ROWS_DOWN) == found("P601", *turned(FOUR_ROWS_DOWN)) == []


@pytest.mark.parametrize(
    ("line", "butts"),
    [
        ("AAAAAABBBB", True),  # touching
        ("AAAA  BBBB", True),  # a gutter apart
        ("AAA   BBBB", True),  # a gutter and a half
        ("AA    BBBB", False),
    ],
)
def test_headlines_more_than_a_gutter_and_a_half_apart_do_not_butt(line, butts):
    lines = ("----  ----", line, "aaaa  bbbb")
    assert bool(found("P601", *lines)) == bool(found("P601", *turned(lines))) == butts


def test_headlines_one_over_the_other_do_not_butt():
    assert found("P601", "----", "AAAA", "aaaa", "BBBB", "bbbb") == []


@pytest.mark.parametrize("which", ["a", "b", "ab"])
@pytest.mark.parametrize("what", ["vertical", "boxed"])
def test_a_vertical_or_boxed_headline_butts_against_none(what, which):
    assert found("P601", *LEVEL, **{what: which}) == []


@pytest.mark.parametrize(
    ("lines", "butts"),
    [
        (("AAAA| BBBB", "AAAA| BBBB", "aaaa  bbbb"), False),
        (("AAAA |BBBB", "AAAA |BBBB", "aaaa |bbbb"), False),
        (("AAAA  BBBB", "AAAA |BBBB", "aaaa |bbbb"), True),  # the rule begins a row too low
        (("AAAA |BBBB", "AAAA  BBBB", "aaaa  bbbb"), True),  # or ends a row too high
        (("AAAA |1111", "AAAA |BBBB", "aaaa  bbbb"), False),  # over the height that both have
        (("AAAA |1111", "AAAA  BBBB", "aaaa  bbbb"), True),
    ],
)
def test_a_rule_over_their_whole_common_height_parts_two_headlines(lines, butts):
    assert bool(found("P601", "----  ----", *lines)) == butts


def test_a_rule_elsewhere_parts_nothing():
    lines = ("----  ----  ----", "AAAA  BBBB |CCCC", "aaaa  bbbb  cccc")
    assert [(f["left"], f["right"]) for f in found("P601", *lines)] == [("a", "b")]
    assert [(f["left"], f["right"]) for f in found("P601", *turned(lines))] == [("b", "a")]


def test_a_picture_between_two_headlines_parts_them():
    assert found("P601", "----  ----  ----", "AAAA  1111  BBBB", "aaaa  1111  bbbb") == []


# ---- 通缝 · open gutters ----------------------------------------------------------------------


def test_a_gutter_from_head_to_foot_is_found_in_its_middle():
    """The columns end at 4 and begin again at 6: the middle lies 5 mm from the left."""
    assert found("P602", *LEVEL) == [{"column": 1, "mm": "5", "rows": Range(1, 7)}]


def test_every_open_gutter_is_told():
    lines = ("---  ---  ---", "AAA  BBB  CCC", "aaa  bbb  ccc")
    assert [(f["column"], f["mm"]) for f in found("P602", *lines)] == [(1, "4"), (2, "9")]


@pytest.mark.parametrize(
    "lines",
    [
        ("AAAAAAAAAA", "aaaa  aaaa", "BBBB  CCCC", "bbbb  cccc"),  # a headline
        ("AAAA  BBBB", "aaaa  bbbb", "1111111111", "1111111111"),  # a picture
        ("AAAA  BBBB", "aaaa  bbbb", "CCCCCCCCCC", "cccccccccc"),  # one leg (破栏)
        ("AAAA  BBBB", "aaaa  bbbb", "5555555555", "CCCC  DDDD"),  # an advert that is not at the foot
        ("AAAA  BBBB", "aaaa  bbbb", "rrrrrrrrrr", "rrrrrrrrrr"),
    ],
)
def test_what_crosses_a_gutter_closes_it(lines):
    assert found("P602", "----  ----", *lines) == []


def test_an_outline_or_a_tint_over_a_gutter_closes_it():
    lines = ("----  ----", "AAAA  BBBB", "aaaa  bbbb", "rrrr  rrrr", "rrrr  rrrr")
    assert found("P602", *lines, boxed="r") == []
    assert [each["column"] for each in found("P602", *lines)] == [1]


def test_the_bar_of_a_label_over_a_gutter_closes_it():
    lines = ("----  ----", "AAAA  BBBB", "aaaa  bbbb", "rrrr  rrrr", "rrrr  rrrr")
    page = drawn_page(*lines)
    barred = page._replace(blocks=tuple(b._replace(barred=b.name == "r") for b in page.blocks))
    assert list(RULES["P602"](page)) != [] == list(RULES["P602"](barred))


def test_adverts_across_the_foot_do_not_close_what_stands_above_them():
    lines = ("----  ----", "AAAA  BBBB", "aaaa  bbbb", "5555555555")
    assert found("P602", *lines) == [{"column": 1, "mm": "5", "rows": Range(1, 2)}]


def test_an_advert_beside_copy_is_not_the_foot_of_the_page():
    lines = ("---  ---  ---", "AAA  BBBBBBBB", "aaa  bbb  bbb", "aaa  55555555")
    assert [f["column"] for f in found("P602", *lines)] == [1]
    assert found("P602", *lines)[0]["rows"] == Range(1, 3)


def test_adverts_in_two_rows_at_the_foot_are_both_below_the_page():
    lines = ("----  ----", "AAAA  BBBB", "aaaa  bbbb", "5555555555", "66666  777")
    assert found("P602", *lines) == [{"column": 1, "mm": "5", "rows": Range(1, 2)}]


def test_a_page_of_nothing_but_adverts_is_judged_whole():
    assert found("P602", "----  ----", "5555  6666") == [{"column": 1, "mm": "5", "rows": Range(1, 1)}]


def test_blocks_that_touch_leave_no_gutter():
    assert found("P602", "----  ----", "AAAAABBBBB", "aaaaabbbbb") == []


def test_white_at_a_side_of_the_page_is_no_gutter():
    assert found("P602", "----  ----", "AAAA", "aaaa") == []
    assert found("P602", "----  ----", "      AAAA", "      aaaa") == []


# ---- 断版 · a page broken across ----------------------------------------------------------------------


def test_a_seam_across_the_page_breaks_it():
    lines = ("----  ----", "AAAA  BBBB", "aaaa  bbbb", "aaaa  bbbb", "CCCC  DDDD", "cccc  dddd", "cccc  dddd")
    assert found("P603", *lines) == [{"row": 4, "above": "a、b", "below": "c、d"}]


ONE_ROW_JOG = (
    "----  ----",
    "AAAA  BBBB",
    "aaaa  bbbb",
    "aaaa  bbbb",
    "CCCC  bbbb",
    "cccc  DDDD",
    "cccc  dddd",
    "cccc  dddd",
)
TWO_ROW_JOG = (
    "----  ----",
    "AAAA  BBBB",
    "aaaa  bbbb",
    "aaaa  bbbb",
    "CCCC  bbbb",
    "cccc  bbbb",
    "cccc  DDDD",
    "cccc  dddd",
    "cccc  dddd",
)


def test_a_seam_that_steps_by_a_row_still_runs_through_and_is_told_once():
    for lines in (ONE_ROW_JOG, turned(ONE_ROW_JOG)):
        (finding,) = found("P603", *lines)
        assert finding == {"row": 4, "above": "a、b", "below": "c、d"}


def test_a_seam_that_steps_by_two_rows_does_not():
    assert found("P603", *TWO_ROW_JOG) == found("P603", *turned(TWO_ROW_JOG)) == []


def test_only_what_touches_a_seam_is_named():
    lines = ("----  ----", "AAAA  BBBB", "aaaa  bbbb", "EEEE  bbbb", "eeee  bbbb", "eeee  bbbb",
             "CCCC  DDDD", "cccc  dddd", "cccc  FFFF", "cccc  ffff", "cccc  ffff")  # fmt: skip
    assert found("P603", *lines) == [{"row": 6, "above": "b、e", "below": "c、d"}]


def test_two_seams_are_two_findings():
    block = ("AAAA  BBBB", "aaaa  bbbb", "aaaa  bbbb", "aaaa  bbbb")
    lines = [line.translate(str.maketrans("aAbB", letters)) for letters in ("aAbB", "cCdD", "eEfF") for line in block]
    assert [f["row"] for f in found("P603", "----  ----", *lines)] == [5, 9]


def test_a_seam_above_nothing_but_adverts_is_meant():
    assert found("P603", "----  ----", "AAAA  BBBB", "aaaa  bbbb", "5555  6666", "5555  6666") == []


def test_a_seam_below_nothing_but_adverts_is_meant():
    assert found("P603", "----  ----", "5555  6666", "5555  6666", "AAAA  BBBB", "aaaa  bbbb") == []


def test_an_advert_beside_copy_below_a_seam_leaves_it_a_fault():
    lines = ("----  ----", "AAAA  BBBB", "aaaa  bbbb", "5555  CCCC", "5555  cccc")
    assert [f["row"] for f in found("P603", *lines)] == [3]


def test_bands_of_pictures_tables_and_lists_are_meant_and_a_story_at_the_seam_is_not():
    assert found("P603", "----  ----  ----", "0000000000  1111", "0000000000  1111", "2222  3333333333") == []
    lines = ("----  ----  ----", "0000000000  1111", "0000000000  1111", "2222  AAAAAAAAAA", "2222  aaaaaaaaaa")
    assert found("P603", *lines) == [{"row": 3, "above": "0、1", "below": "2、a"}]


def test_a_page_two_thirds_of_which_are_pictures_stands_in_bands_by_right():
    lines = ("----  ----  ----", "0000000000000000", "1111  2222222222", "1111  2222222222", "AAAAAAAAAA  3333")
    assert found("P603", *lines, "aaaaaaaaaa  3333") == []
    assert found("P603", *lines, "aaaaaaaaaa  3333", "aaaaaaaaaa  BBBB", "aaaaaaaaaa  bbbb") != []


# ---- 头条 · the lead's place ----------------------------------------------------------------------

LEAD_LEFT = ("----  ----", "AAAA  BBBB", "aaaa  bbbb", "aaaa  bbbb", "aaaa  bbbb")


def test_the_heaviest_story_at_the_top_left_is_the_lead():
    assert found("P604", *LEAD_LEFT, weights={"a": 5}) == []


def test_the_heaviest_story_anywhere_else_is_told_with_its_place():
    assert found("P604", *LEAD_LEFT, weights={"b": 5}) == [{"lead": "b", "row": 1, "column": 2}]


def test_on_a_vertical_page_the_lead_stands_at_the_top_right():
    assert found("P604", *LEAD_LEFT, weights={"b": 5}, from_right=True) == []
    assert found("P604", *LEAD_LEFT, weights={"a": 5}, from_right=True) == [{"lead": "a", "row": 1, "column": 1}]


@pytest.mark.parametrize(
    ("above", "first"),
    [
        (0, True),
        (1, True),  # a row higher is as high to the eye
        (2, False),
    ],
)
def test_another_story_may_begin_a_row_higher_on_the_right_but_not_two(above, first):
    lines = [f"{'1111' if row < above else 'AAAA'}  {'BBBB' if row == 0 else 'bbbb'}" for row in range(4)]
    assert (found("P604", "----  ----", *lines, weights={"a": 5}) == []) == first


@pytest.mark.parametrize(
    ("below", "first"),
    [
        (0, False),
        (1, False),  # a row lower is as high to the eye
        (2, True),
    ],
)
def test_another_story_left_of_the_lead_begins_two_rows_lower(below, first):
    lines = [f"{'1111' if row < below else 'BBBB'}  {'AAAA' if row == 0 else 'aaaa'}" for row in range(4)]
    assert (found("P604", "----  ----", *lines, weights={"a": 5}) == []) == first


def test_a_rail_or_picture_left_of_the_lead_takes_nothing_from_it():
    assert found("P604", "----  ----  ----", "rrrr  AAAA  BBBB", "rrrr  aaaa  bbbb", weights={"a": 5, "r": 9}) == []
    assert found("P604", "----  ----  ----", "1111  AAAA  BBBB", "1111  aaaa  bbbb", weights={"a": 5}) == []


def test_the_lead_has_the_largest_headline():
    said = {"weights": {"a": 5}}
    assert found("P604", *LEAD_LEFT, **said, sizes={"a": 300, "b": 300}) == []
    assert found("P604", *LEAD_LEFT, **said, sizes={"a": 300, "b": 301}) == [{"lead": "a", "row": 1, "column": 1}]


def test_one_of_several_heaviest_stories_at_the_top_left_is_enough():
    assert found("P604", *LEAD_LEFT, weights={"a": 5, "b": 5}) == []


def test_a_page_of_one_story_has_no_lead_to_misplace():
    assert found("P604", "----  ----", "1111  AAAA", "1111  AAAA", "1111  aaaa") == []


# ---- 齐底 · level feet ----------------------------------------------------------------------


def uneven(*feet: str) -> list[tuple[str, object, object]]:
    """What is said of legs of three rows that end like ``feet``: of which, by how much at most, from which row."""
    legs = len(feet[0].split())
    told = found("P605", "  ".join(["---"] * legs), "A" * (5 * legs - 2), "  ".join(["aaa"] * legs), *feet)
    return [(each["legs"].zh, each["lines"], each["row"]) for each in told]


@pytest.mark.parametrize(
    ("foot", "finding"),
    [
        (("aaa  aaa", "aaa  aaa"), []),
        (("aaa  aaa", "aaa  ___"), []),  # the last leg a line short
        (("aaa  ___", "aaa  ___"), [("第 2 栏差 2 行", 2, 3)]),
        (("aaa  aaa", "___  aaa"), [("第 1 栏差 1 行", 1, 4)]),  # the short leg is not the last
        (("___  aaa", "___  aaa"), [("第 1 栏差 2 行", 2, 3)]),
        (("aaa  ___  aaa", "___  ___  aaa"), [("第 1 栏差 1 行，第 2 栏差 2 行", 2, 4)]),
        (("aaa  aaa  aaa  aaa", "___  aaa  ___  aaa"), [("第 1、3 栏各差 1 行", 1, 4)]),
        (("aaa  aaa  aaa  aaa", "aaa  ___  aaa  ___"), [("第 2 栏差 1 行", 1, 4)]),  # the last may be
        (("aaa  aaa  aaa", "aaa  ___  ___"), []),
        (("aaa  aaa  ___", "aaa  ___  ___"), [("第 3 栏差 2 行", 2, 3)]),
    ],
)
def test_legs_end_level_or_the_later_ones_a_line_short_and_those_that_are_short_are_named(foot, finding):
    assert uneven(*foot) == finding


def test_a_leg_that_a_picture_cuts_short_need_not_be_level():
    assert found("P605", "---  ---", "AAAAAAAA", "aaa  aaa", "aaa  111", "aaa  111") == []


def test_a_rails_feet_are_not_judged():
    assert found("P605", "---  ---", "rrr  rrr", "rrr  ___", "rrr  ___") == []


# ---- 咬合 · a story that holds together ----------------------------------------------------------------------


@pytest.mark.parametrize(("gap", "holds"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_body_begins_within_two_rows_of_its_headline(gap, holds):
    lines = ("----  ----", "AAAA  BBBB", *["      bbbb"] * gap, "aaaa  bbbb")
    expected = [] if holds else [{"name": "a", "between": APART, "row": 2}]
    assert found("P606", *lines) == expected


@pytest.mark.parametrize(("rows", "holds"), [(1, True), (2, False)])
def test_a_body_may_begin_a_row_above_its_headlines_end_but_not_two(rows, holds):
    """A head's last row is mostly the white above its body."""
    lines = ("AAAAAAAAAA", "AAAAAAAAAA", *["AAAA  aaaa"] * rows, "      aaaa")
    assert (found("P606", "----  ----", *lines) == []) == holds


@pytest.mark.parametrize(("between", "holds"), [("1111111111", True), ("rrrrrrrrrr", False)])
def test_a_body_may_go_on_below_a_picture_under_its_headline(between, holds):
    lines = ("----  ----", "AAAAAAAAAA", *[between] * 4, "aaaa  aaaa")
    assert (found("P606", *lines) == []) == holds


def test_a_body_beside_its_horizontal_headline_does_not_hold():
    """Every leg of it stands beside the headline, none below."""
    lines = ("----  ----", "AAAA  aaaa", "AAAA  aaaa")
    assert found("P606", *lines) == [{"name": "a", "between": APART, "row": 3}]


@pytest.mark.parametrize("lines", [("AAAA", "      aaaa"), ("      AAAA", "aaaa")])
def test_a_body_that_begins_lower_but_not_under_its_headline_does_not_hold(lines):
    assert found("P606", "----  ----", *lines) == [{"name": "a", "between": APART, "row": 2}]


def test_one_leg_under_the_headline_is_enough():
    assert found("P606", "----  ----", "AAAA  aaaa", "aaaa  aaaa") == []


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("AA  aaaa", True),  # a gutter apart
        ("AA    aaaa", True),  # two
        ("AA     aaaa", False),
        ("aaaa    AA", True),  # on its other side
        ("aaaa     AA", False),
    ],
)
def test_a_body_stands_within_two_gutters_of_its_vertical_headline(line, holds):
    assert (found("P606", "----  ----", line, line, vertical="a") == []) == holds


def test_a_body_below_its_vertical_headline_does_not_hold():
    lines = ("----  ----", "AAAA", "AAAA", "      aaaa")
    assert found("P606", *lines, vertical="a") == [{"name": "a", "between": APART, "row": 3}]
    assert found("P606", "----  ----", "      aaaa", "AAAA", "AAAA", vertical="a") != []
    assert found("P606", "----  ----", "AAAA", "AAAA  aaaa", vertical="a") == []


def test_a_foreign_headline_inside_a_story_is_in_the_way():
    lines = ("----  ----", "AAAAAAAAAA", "aaaa  BBBB", "aaaa  bbbb", "aaaa  aaaa")
    assert found("P606", *lines) == [{"name": "a", "between": tangled("b"), "row": 2}]


def test_headlines_that_only_touch_a_story_are_not():
    lines = ("----  ----", "AAAA  BBBB", "aaaa  bbbb", "CCCC  bbbb", "cccc  bbbb")
    assert found("P606", *lines) == []


def test_a_story_without_a_headline_holds_by_itself():
    assert found("P606", "----  ----", "aaaa  aaaa") == []


# ---- 题文一致 · headlines by weight ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weights", "sizes", "told"),
    [
        ({"a": 5, "b": 3}, {"a": 400, "b": 300}, []),
        ({"a": 5, "b": 3}, {"a": 300, "b": 300}, []),  # as large is not larger
        ({"a": 5, "b": 3}, {"a": 299, "b": 300}, [{"name": "b", "other": "a", "row": 1}]),
        ({"a": 3, "b": 3}, {"a": 200, "b": 300}, []),
        ({"a": 3, "b": 5}, {"a": 300, "b": 299}, [{"name": "a", "other": "b", "row": 1}]),
    ],
)
def test_a_lesser_story_never_shouts_louder(weights, sizes, told):
    assert found("P607", *LEVEL, weights=weights, sizes=sizes) == told


def test_a_lesser_story_that_shouts_is_told_as_a_finding():
    page = drawn_page(*LEVEL, weights={"a": 5, "b": 3}, sizes={"a": 299, "b": 300})
    assert [d.code for d in check(page) if d.code == "P607"] == ["P607"]


def test_of_several_outdone_stories_the_one_with_the_smallest_headline_is_named():
    lines = ("----  ----  ----", "AAAA  BBBB  1111", "aaaa  bbbb  CCCC", "aaaa  bbbb  cccc")
    told = found("P607", *lines, weights={"a": 5, "b": 4, "c": 1}, sizes={"a": 250, "b": 200, "c": 300})
    assert told == [{"name": "c", "other": "b", "row": 2}]


# ---- 孤行 · widows ----------------------------------------------------------------------


def test_a_last_line_at_a_legs_head_is_told_with_leg_and_row():
    lines = ("---  ---", "AAAAAAAA", "aaa  aaa", "aaa  aaa")
    assert found("P608", *lines) == []
    assert found("P608", *lines, widows={"a": 2}) == [{"name": "a", "leg": 2, "row": 2, "remedy": REWORD}]
    page = drawn_page(*lines, widows={"a": 2})
    inside = page._replace(blocks=(), parts=page.blocks)
    assert [params["leg"] for _, params in RULES["P608"](inside)] == [2]
    assert found("P608", "---  ---", "rrr  rrr", widows={"r": 2}) == [
        {"name": "r", "leg": 2, "row": 1, "remedy": REWORD}
    ]


# ---- 满版 · white ----------------------------------------------------------------------


AT_THE_FOOT = Words("在“a”第 1 栏的末尾", "at the foot of leg 1 of “a”")


@pytest.mark.parametrize(
    ("foot", "told"),
    [
        (("aaaa", "aaaa"), []),
        (("aaaa", "____"), []),  # a line is within the rule
        (("____", "____"), [{"where": AT_THE_FOOT, "lines": 2, "row": 3, "column": 2}]),
    ],
)
def test_a_leg_may_lack_one_line(foot, told):
    lines = ("----  ----", "1111  AAAA", "1111  aaaa", *(f"1111  {line}" for line in foot))
    assert found("P610", *lines) == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("1111  AAAA", "1111  aaaa", "      aaaa"), []),  # one row is within the rule
        (("1111  AAAA", "      aaaa", "      aaaa"), [(1, 2, 2)]),  # at the foot
        (("      AAAA", "      aaaa", "1111  aaaa"), [(1, 1, 2)]),  # at the head
        (("1111  AAAA", "      aaaa", "      aaaa", "2222  aaaa"), [(1, 2, 2)]),  # between
        (("AAAA  1111", "aaaa      ", "aaaa      ", "aaaa      "), [(2, 2, 3)]),
    ],
)
def test_a_hole_of_more_than_a_row_is_told_by_column_and_row(lines, told):
    holes = found("P610", "----  ----", *lines)
    assert [(hole["column"], hole["row"], hole["lines"]) for hole in holes] == [
        (Range(column, column), row, rows) for column, row, rows in told
    ]
    assert {hole["where"] for hole in holes} <= {NO_BLOCK}


def test_a_block_that_reaches_into_a_column_covers_its_rows_there():
    assert found("P610", "----  ----", "AAAAAAAAAA", "aaaaaaaaaa", "aaaaaaaaaa") == []
    assert [f["column"] for f in found("P610", "----  ----", "1111  2222", "1111  ", "1111  ")] == [Range(2, 2)]


@pytest.mark.parametrize("line", ["111111", "    111111"])
def test_a_block_that_only_reaches_to_a_columns_edge_does_not_cover_it(line):
    holes = found("P610", "----  ----", *[line] * 3)
    column = 2 if line[0] == "1" else 1
    assert [(hole["column"], hole["lines"]) for hole in holes] == [(Range(column, column), 3)]


# ---- all together ----------------------------------------------------------------------


def test_the_findings_come_in_the_order_of_the_rule_book():
    codes = [finding.code for finding in check(drawn_page(*LEVEL, weights={"b": 5}))]
    assert codes == ["P601", "P602", "P604"]


def test_a_style_sheet_overrides_the_severity_of_the_catalogue():
    page = drawn_page(*LEVEL)
    assert {finding.severity for finding in check(page)} == {Severity.WARNING}
    assert check(page, {"P601": Severity.ERROR})[0].severity is Severity.ERROR


def test_the_column_of_a_place_is_counted_from_1():
    page = drawn_page(*LEVEL)
    places = {0: 1, 3 * PER_MM: 1, 5 * PER_MM: 1, 6 * PER_MM + 1: 2, 10 * PER_MM: 2}
    assert {x: page.column_at(x) for x in places} == places


def test_a_page_of_one_column_has_no_gutter():
    assert drawn_page("----", "AAAA", "aaaa").gutter == 0
    assert drawn_page(*LEVEL).gutter == 2 * PER_MM
