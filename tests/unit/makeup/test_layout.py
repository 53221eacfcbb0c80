"""A made-up page as the rules see it, and the rules on it: places, severities, what is left unsaid."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image

from paiban.diagnostic import Diagnostic, Range, Severity
from paiban.kinds import KINDS
from paiban.makeup.frame.model import Makeup
from paiban.makeup.judge.breaches import NO_BLOCK, BlockBox
from paiban.makeup.judge.layout import check_page, page_layout
from paiban.units import PER_PT
from tests.support.issues import briefs, han, picture, set_blocks, story

EM, LEADING = 9 * PER_PT, 13 * PER_PT
COLUMN = 11 * EM


def made_up(*blocks: dict[str, Any], **keys: Any) -> Makeup:
    return set_blocks(*blocks, **keys).makeups[0]


def box(makeup: Makeup, name: str = "lead") -> BlockBox:
    return next(b for b in page_layout(makeup).blocks if b.name == name)


def found(makeup: Makeup, code: str, **rules: str) -> list[Diagnostic]:
    return [d for d in check_page(makeup, rules) if d.code == code]


# ---- rectangles ------------------------------------------------------------------------------------------------------


def test_columns_are_the_grids():
    page = page_layout(made_up(story()))
    assert [right - left for left, right in page.columns] == [COLUMN] * 6
    assert page.gutter == EM
    assert (page.columns[0][0], page.columns[-1][1]) == (page.x0, page.x1)


def test_a_block_has_its_places_rectangle():
    page = page_layout(made_up(story(columns="2-4", rows="11-30", body=han(600))))
    (block,) = page.blocks
    assert (block.x0, block.x1) == (page.columns[1][0], page.columns[3][1])
    assert (block.row0, block.row1) == (10, 30)


@pytest.mark.parametrize("first", [1, 11])
def test_the_headlines_room_lies_above_the_legs_across_the_span(first):
    makeup = made_up(story(columns="1-3", rows=f"{first}-{first + 24}", body=han(900)))
    block = box(makeup)
    head = block.headline
    assert head is not None
    assert (head.x0, head.x1) == (block.x0, block.x1)
    # A block further down keeps a white row above its headline.
    assert head.row0 == block.row0 + (first > 1)
    assert {leg.row0 for leg in block.legs} == {head.row1}


def test_a_vertical_headline_is_a_strip_at_its_frames_start():
    head = box(made_up(story(columns="1-3", rows="1-25", headline_form="vertical", body=han(500)))).headline
    assert head is not None
    assert head.vertical
    assert (head.row0, head.row1) == (0, 25)
    assert 0 <= head.x1 - head.x0 - EM - head.size * PER_PT // 10 < PER_PT // 10


@pytest.mark.parametrize(("columns", "over"), [("1-2", 1), ("1-3", 2), ("1-4", 2), ("1-5", 3), ("1-6", 4)])
def test_a_partial_headline_stands_above_two_of_three_legs(columns, over):
    block = box(made_up(story(columns=columns, rows="1-25", headline_form="partial", body=han(600))))
    head = block.headline
    assert head is not None
    assert (head.x0, head.x1) == (block.legs[0].x0, block.legs[over - 1].x1)
    assert [leg.row0 for leg in block.legs] == [head.row1] * over + [0] * (len(block.legs) - over)


def test_a_leg_that_rises_beside_its_headline_is_filled_from_the_head():
    makeup = made_up(story(columns="1-3", rows="11-35", headline_form="partial", body=han(700)))
    (block,) = makeup.blocks
    first = [min(line.row for line in block.lines if line.leg == leg) for leg in range(3)]
    # The white row above a block that does not stand at the page's head.
    assert first[2] == 1
    assert first[0] == first[1] > first[2]


def test_a_picture_may_stand_beside_a_partial_headline(tmp_path):
    Image.new("L", (600, 400), 128).save(tmp_path / "p.png")
    lead = story(columns="1-3", rows="1-25", headline_form="partial", body=han(450))
    makeup = made_up(lead, picture("p.png", "3", "1-8", with_="lead"), folder=tmp_path)
    assert {b.block.id for b in makeup.blocks} == {"lead", "picture"}


def test_legs_stand_where_they_were_recut():
    block = box(made_up(story(columns="1-3", rows="1-30", legs=2, body=han(900))))
    assert [leg.x1 - leg.x0 for leg in block.legs] == [17 * EM] * 2
    assert (block.legs[0].x0, block.legs[-1].x1) == (block.x0, block.x1)


def test_a_box_insets_headline_and_legs():
    block = box(made_up(story(columns="1-2", rows="1-30", box="yes", body=han(600))))
    assert block.boxed
    assert all(leg.x0 > block.x0 and leg.x1 < block.x1 for leg in block.legs)


def test_a_leg_ends_before_the_row_after_its_last_line():
    """100 characters are 10 lines of eleven, the first two em short: 9 + 8 · 11 = 97, and three more on the tenth."""
    block = box(made_up(story(columns="1-2", rows="1-30", body=han(100))))
    assert [leg.end - leg.row0 for leg in block.legs] == [5, 5]


def test_a_rail_is_briefs_without_a_headline():
    block = box(made_up(briefs(han(100), han(100), rows="1-30")), "briefs")
    assert (block.traits, block.headline, len(block.legs)) == (KINDS.settings["briefs"].traits, None, 1)


def test_a_picture_fills_its_place(tmp_path):
    Image.new("L", (600, 400), 128).save(tmp_path / "p.png")
    block = box(made_up(picture("p.png", "1-2", "1-12"), folder=tmp_path), "picture")
    assert (block.traits, block.row0, block.row1, block.legs) == (KINDS.settings["picture"].traits, 0, 12, ())


def test_a_vertical_story_stands_on_its_side():
    block = box(made_up(story(columns="1-3", rows="1-30", writing="vertical", body=han(500))))
    head = block.headline
    assert head is not None
    assert head.vertical
    assert head.x1 <= block.x1
    assert all(leg.x1 <= head.x0 for leg in block.legs)
    assert all(block.row0 <= leg.row0 < leg.row1 <= block.row1 for leg in block.legs)


# ---- widows --------------------------------------------------------------------------------------


def test_a_last_line_at_a_legs_head_is_a_widow():
    """A paragraph's first line in one leg and its last in the next, as copy fitting would never deal them."""
    makeup = made_up(story(columns="1-2", rows="1-30", body=han(60)))
    placed = makeup.blocks[0]
    ends = placed.lines[:1] + placed.lines[-1:]
    lines = [line._replace(leg=0 if line.line.first == 0 else 1, row=7) for line in ends]
    odd = makeup._replace(blocks=(placed._replace(lines=tuple(lines)),))
    assert [leg.widow for leg in box(odd).legs] == [False, True]


def test_a_paragraph_of_one_line_is_no_widow():
    makeup = made_up(story(columns="1-2", rows="1-30", body="\n".join([han(9)] * 10)))
    assert not any(leg.widow for leg in box(makeup).legs)


# ---- the rules -------------------------------------------------------------------------------------------------------


def side_by_side() -> Makeup:
    """Two stories that fill a page of two frames, their headlines side by side."""
    return made_up(
        story("one", columns="1-3", rows="1-71", headline="春天来了", body=han(2000)),
        story("two", columns="4-6", rows="1-71", headline="夏天来了", body=han(2000)),
    )


def test_butting_headlines_are_found_on_a_hand_made_page():
    (finding,) = found(side_by_side(), "P601")
    assert dict(finding.params)["left"] == "one"
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_a_style_sheet_says_how_severe_a_rule_is(severity):
    (finding,) = found(side_by_side(), "P601", butting_headlines=severity)
    assert finding.severity == severity


def test_a_style_sheet_may_switch_a_rule_off():
    assert found(side_by_side(), "P601", butting_headlines="off") == []


def test_a_gutter_from_head_to_foot_is_found_where_it_stands():
    (finding,) = found(side_by_side(), "P602")
    # Three columns of eleven em with two gutters of one, and half the third gutter: 35.5 em.
    assert dict(finding.params)["mm"] == f"{35.5 * 9 / 72 * 25.4:.0f}"
    assert finding.span is not None


@pytest.mark.parametrize(("count", "severity"), [(3, Severity.INFO), (4, Severity.INFO), (5, Severity.WARNING)])
def test_a_line_that_must_run_through_a_page_of_few_blocks_is_no_warning(count, severity):
    """Two, three or four rectangles always leave one; five can stand round one another."""
    rows = [(1 + 14 * n, 71 if n == count - 1 else 14 + 14 * n) for n in range(count)]
    makeup = made_up(*(story(f"s{n}", columns="1-6", rows=f"{a}-{b}", body=han(800)) for n, (a, b) in enumerate(rows)))
    assert {finding.severity for finding in found(makeup, "P603")} == {severity}


@pytest.mark.parametrize(
    ("own", "photo", "severity"),
    [("1-30", ("4-6", "6-20"), Severity.INFO), ("13-30", ("1-6", "1-12"), Severity.INFO),
     ("1-30", ("1-6", "60-71"), Severity.WARNING)],
)  # fmt: skip
def test_a_story_and_its_picture_in_one_rectangle_count_as_one_block(own, photo, severity, tmp_path):
    """Inside it, or above it: with three other stories they are four. At the page's foot it is a fifth."""
    Image.new("L", (900, 600), 128).save(tmp_path / "p.png")
    blocks = [story(f"s{n}", columns="1-6", rows=rows, body=han(800)) for n, rows in enumerate(("31-40", "41-50"))]
    blocks.append(story("s2", columns="1-6", rows="51-59" if photo[1] == "60-71" else "51-71", body=han(900)))
    host = story("host", columns="1-6", rows=own, body=han(1500))
    makeup = made_up(host, picture("p.png", *photo, id_="photo", with_="host"), *blocks, folder=tmp_path)
    assert {finding.severity for finding in found(makeup, "P603")} == {severity}


def test_a_style_sheet_may_call_it_an_error_all_the_same():
    (finding,) = found(side_by_side(), "P602", open_gutters="error")
    assert finding.severity is Severity.ERROR


def test_seams_of_an_unfinished_page_are_not_judged():
    makeup = made_up(story("one", columns="1-3", rows="1-20"), story("two", columns="5-6", rows="1-20"))
    assert found(makeup, "P602") == found(makeup, "P603") == []
    assert found(makeup, "P610")


def test_a_hole_in_several_columns_is_told_once():
    makeup = made_up(
        story("one", columns="1-3", rows="1-20", body=han(500)), story("two", columns="4-6", rows="1-30", body=han(800))
    )
    holes = [dict(finding.params) for finding in found(makeup, "P610") if dict(finding.params)["where"] == NO_BLOCK]
    assert [(hole["column"], hole["row"], hole["lines"]) for hole in holes] == [
        (Range(1, 3), 21, 51),
        (Range(4, 6), 31, 41),
    ]


def test_a_page_whose_blocks_lack_places_is_not_judged():
    makeup = made_up(story("one"), story("two", place=None))
    assert check_page(makeup, {}) == ()


def test_white_in_a_story_that_was_reported_short_is_not_told_again():
    makeup = made_up(story(columns="1-6", rows="1-71", body=han(500)))
    assert not makeup.fits[0].exact
    assert found(makeup, "P610") == []


def test_the_rules_stand_among_the_results_diagnostics():
    result = set_blocks(
        story("one", columns="1-3", rows="1-71", body=han(2000)),
        story("two", columns="4-6", rows="1-71", body=han(2000)),
    )
    assert {"P601", "P602"} <= {d.code for d in result.diagnostics}
