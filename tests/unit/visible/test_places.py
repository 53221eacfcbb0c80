"""Everything in its place: type in its frame (20 … 120 pt both ways), its bar, the page; marks off others' places."""

from __future__ import annotations

import pytest

from paiban.display import BLACK, PAPER, Artwork, Box, Colour, Frame, Path, Picture, Rule
from paiban.units import PER_PT
from tests.support.inked import box, pt, type_line
from tests.support.issues import briefs, han, set_blocks

STRAY, INTRUDER = "P714", "P718"
DARK = Colour(0, 90, 80, 10)
TWO = (Frame("lead", "story", box(20, 20, 120, 120)), Frame("next", "picture", box(130, 20, 230, 120)))


def codes(found):
    return [one.code for one in found]


# ---- type ------------------------------------------------------------------------------------------------------------
# A Han character's ink reaches from 0.5 to 9.5 of its 10 pt, 8.3 pt above the baseline and 0.7 below; it may stand out
# by a fiftieth of its size, 0.2 pt.


@pytest.mark.parametrize(
    ("x", "y", "inside"),
    [
        (30, 60, True),
        (19.4, 60, True), (19.2, 60, False),
        (110.6, 60, True), (110.8, 60, False),
        (30, 28.2, True), (30, 28.0, False),
        (30, 119.4, True), (30, 119.6, False),
    ],
)  # fmt: skip
def test_type_stays_in_its_frame(seen, x, y, inside):
    assert codes(seen(type_line("新", x, y))) == ([] if inside else [STRAY])


@pytest.mark.parametrize(("x", "inside"), [(-0.6, True), (-0.8, False), (273, True), (275, False)])
def test_type_of_no_block_stays_on_the_page(seen, x, inside):
    """The page is 100 mm wide: 283.46 pt."""
    assert codes(seen(type_line("新", x, 60, block=""))) == ([] if inside else [STRAY])


def test_a_mark_may_hang_half_an_em(seen):
    """A stop's ink ends at 4.4 of its 10 pt: here 4 pt beyond the frame."""
    assert seen(type_line("新。", 109.6, 60)) == []
    assert codes(seen(type_line("新。", 111.5, 60))) == [STRAY]


def test_a_blank_stands_nowhere(seen):
    assert seen(type_line("　新　", 20 - 10, 60), type_line("　", 500, 500)) == []


def test_a_blank_beside_the_axis_makes_its_line_no_wider(seen):
    """A vertical line's blanks may stand elsewhere across than its characters do."""
    line = type_line("新　闻", 60, 30, vertical=True)
    run = line.runs[0]
    assert seen(line._replace(runs=(run._replace(xs=(run.xs[0], pt(200), run.xs[2])),))) == []


def test_ruby_and_dots_may_reach_out_by_an_em(seen):
    line, note = type_line("新", 30, 32), type_line("闻", 30, 22, size=5)
    above = line._replace(copy=type_line("新闻", 0, 0).copy, end=2, runs=(*line.runs, *note.runs), notes=((1, 2),))
    assert seen(above) == []


def test_the_message_says_which_words_and_where(seen):
    (found,) = seen(type_line("新闻", 105, 60))
    assert dict(found.params)["words"] == "新闻"
    assert dict(found.params)["home"].said("zh") == "自己的位置"
    assert found.span is not None


def label(*lines):
    bar = Box(box(20, 20, 120, 34), fill=DARK, block="lead")
    return (bar, *lines)


def test_a_label_stays_on_its_bar(seen):
    assert seen(*label(type_line("简讯", 30, 31, colour=PAPER))) == []


def test_the_rest_of_a_label_below_its_bar_is_told_once(seen):
    first = type_line("简讯", 30, 31, colour=PAPER)
    rest = type_line("新", 30, 50, colour=PAPER)._replace(copy=first.copy)
    found = seen(*label(first, rest))
    assert codes(found) == [STRAY]
    assert dict(found[0].params)["home"].said("zh") == "底色"


def test_another_piece_of_copy_need_not_stand_on_the_bar(seen):
    assert seen(*label(type_line("简讯", 30, 31, colour=PAPER), type_line("新闻", 30, 60))) == []


def test_a_label_that_is_too_long_for_its_bar_is_found():
    result = set_blocks(briefs(han(20) + "。", columns="1", rows="1-20", label=han(40)))
    assert STRAY in [d.code for d in result.diagnostics]


# ---- lines and pictures ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mark",
    [
        Box(box(20, 20, 140, 60), fill=Colour(0, 0, 0, 10), block="lead"),
        Box(box(20, 20, 140, 60), stroke=BLACK, weight=PER_PT, block="lead"),
        Rule(pt(20), pt(60), pt(140), pt(60), PER_PT, block="lead"),
        Path((("M", (pt(100), pt(50))), ("L", (pt(140), pt(50))), ("L", (pt(140), pt(70))), ("Z", ())), BLACK, "lead"),
        Picture("lead", "p.jpg", box(20, 20, 140, 60), (0, 0, 1, 1)),
        Artwork("lead", "a.pdf", 1, box(20, 20, 140, 60)),
    ],
    ids=lambda mark: type(mark).__name__,
)
def test_what_reaches_into_another_blocks_place_is_told(seen, mark):
    found = seen(mark, frames=TWO)
    assert codes(found) == [INTRUDER]
    assert (dict(found[0].params)["name"].zh, dict(found[0].params)["other"]) == ("“lead”", "next")


@pytest.mark.parametrize(("edge", "expected"), [(120, []), (130.9, []), (131.1, [INTRUDER])])
def test_it_may_reach_in_by_a_point(seen, edge, expected):
    assert codes(seen(Box(box(20, 20, edge, 60), fill=Colour(0, 0, 0, 10), block="lead"), frames=TWO)) == expected


def test_a_picture_inside_its_story_reaches_nowhere(seen):
    frames = (Frame("lead", "story", box(20, 20, 120, 120)), Frame("next", "picture", box(60, 40, 100, 80)))
    assert seen(Box(box(20, 20, 120, 120), stroke=BLACK, weight=PER_PT, block="lead"), frames=frames) == []


def test_a_rule_between_blocks_may_run_over_their_white_but_over_no_picture(seen):
    rule = Rule(pt(20), pt(60), pt(230), pt(60), PER_PT)
    assert seen(rule, frames=TWO) == []
    picture = Picture("next", "p.jpg", box(130, 40, 230, 80), (0, 0, 1, 1))
    (found,) = seen(rule, picture, frames=TWO)
    assert (found.code, dict(found.params)["name"].said("zh")) == (INTRUDER, "版面")
