"""Rule book, section 4: the four punctuation styles, trimming, adjacent marks, hanging punctuation."""

from __future__ import annotations

from itertools import product

import pytest

from paiban.font import FontCatalogue, load_catalogue
from paiban.font.file import FaceEntry
from paiban.font.fitting import Fitting
from paiban.span import plain_text
from paiban.template import Composition
from paiban.text import LineRange, TextStyle, break_lines, prepare, reachable, set_line
from tests.support.composed import (
    EM,
    HALF,
    catalogue,
    ink,
    lines_of,
    one_line,
    places,
    prepared,
    set_lines,
    steps,
    style,
    width_of,
)

AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])

# Of each class the marks that are trimmed on both axes: in vertical lines ：；？！ keep their em.
STOPS, PAUSES, OPENS, CLOSES = "。", "，、", "“（《", "”）》"


@AXES
@pytest.mark.parametrize(
    ("style", "stop", "pause", "bracket"),
    [
        ("quanjiao", EM, EM, EM),
        ("jiya", EM, EM, EM),
        ("kaiming", EM, HALF, HALF),
        ("hangmobanjiao", EM, EM, EM),
        ("banjiao", HALF, HALF, HALF),
    ],
)
def test_widths_inside_a_line(style, stop, pause, bracket, vertical):
    """the five styles: STOP, PAUSE, OPEN, CLOSE inside a line"""
    widths = {stop: STOPS, pause: PAUSES, bracket: OPENS + CLOSES}
    for mark in STOPS:
        assert width_of(mark, punctuation=style, vertical=vertical) == stop
    for mark in PAUSES:
        assert width_of(mark, punctuation=style, vertical=vertical) == pause
    for mark in OPENS + CLOSES:
        assert width_of(mark, punctuation=style, vertical=vertical) == bracket
    assert widths


@AXES
@pytest.mark.parametrize("style", ["jiya", "quanjiao", "kaiming", "hangmobanjiao", "banjiao"])
@pytest.mark.parametrize("mark", STOPS + PAUSES + CLOSES)
def test_at_a_lines_end_every_mark_stands_on_half_an_em(style, mark, vertical):
    """trim rule 1: at a line's end STOP PAUSE CLOSE lose their right half"""
    made = prepared(f"一二三{mark}四五六", punctuation=style, vertical=vertical)
    assert made.natural(0, 4) == 3 * EM + HALF


@AXES
@pytest.mark.parametrize(
    ("style", "width"),
    [("jiya", HALF), ("quanjiao", EM), ("kaiming", HALF), ("hangmobanjiao", HALF), ("banjiao", HALF)],
)
def test_a_bracket_at_a_lines_start(style, width, vertical):
    """trim rule 2: at a line's start OPEN may lose its left half"""
    made = prepared("一二三四（五六七", punctuation=style, vertical=vertical)
    assert made.natural(4, 8) == 3 * EM + width


@AXES
@pytest.mark.parametrize("style", ["jiya", "quanjiao", "kaiming", "hangmobanjiao", "banjiao"])
def test_a_bracket_at_a_paragraphs_start_stands_on_half_an_em(style, vertical):
    """trim rule 2: paragraph start: indent 2 em and half an em of bracket"""
    made = prepared("“一二三", punctuation=style, vertical=vertical, indent=2 * EM)
    line = set_lines(made, 20 * EM)[0]
    assert places(line)[1][1] - (EM * 88 // 100 if vertical else 0) == HALF
    assert ink(line)[0][1] >= 0
    assert (line.y if vertical else line.x) == 2 * EM


@AXES
@pytest.mark.parametrize("style", ["quanjiao", "hangmobanjiao"])
@pytest.mark.parametrize(
    ("marks", "width"),
    [
        ("，“", 3 * HALF), ("”“", 3 * HALF), ("。《", 3 * HALF), ("（《", 3 * HALF), ("”，", 3 * HALF),
        ("》。", 3 * HALF), ("》”", 3 * HALF), ("，”", 3 * HALF), ("。”", 3 * HALF), ("。”）", 4 * HALF),
        ("》”。", 4 * HALF), ("”（“", 4 * HALF), ("（）", 4 * HALF), ("“，", 4 * HALF),
    ],
)  # fmt: skip
def test_adjacent_marks_take_an_em_and_a_half(style, marks, width, vertical):
    """trim rule 3: two marks that together take 2 em become 1.5, chains pair by pair"""
    assert width_of(marks, punctuation=style, vertical=vertical) == width


@pytest.mark.parametrize(("marks", "trimmed"), [("。”", 0), ("”，", 0), ("》“", 0), ("（“", 1)])
def test_the_blank_is_taken_from_the_side_away_from_the_content(marks, trimmed):
    """trim rule 3: which side loses"""
    line = one_line(f"一{marks}一", punctuation="quanjiao")
    natural = [one_line(f"一{mark}一", punctuation="quanjiao") for mark in marks]
    # The first loses its right half: the second begins half an em earlier. The second loses its left: it moves left.
    first = places(line)[1][1] - EM
    second = places(line)[2][1] - 2 * EM
    assert first == places(natural[0])[1][1] - EM
    assert second == places(natural[1])[1][1] - EM - HALF
    assert trimmed == (1 if marks[0] in OPENS else 0)


@pytest.mark.parametrize("marks", ["，“", "”“", "（《", "》，", "、《"])
def test_in_kaiming_adjacent_inner_marks_take_an_em(marks):
    """开明: two marks of half an em each"""
    assert width_of(marks) == EM


@pytest.mark.parametrize(("marks", "width"), [("。”", EM), ("。“", 3 * HALF), ("”。", 3 * HALF), ("。》”", 3 * HALF)])
def test_in_kaiming_a_stop_before_a_closing_mark_is_tight(marks, width):
    """开明: a stop keeps its em unless a mark closes after it"""
    assert width_of(marks) == width


@AXES
@pytest.mark.parametrize("mark", ["·", "–", "/"])
@pytest.mark.parametrize("style", ["quanjiao", "kaiming", "banjiao"])
def test_half_em_marks_are_not_adjusted(mark, style, vertical):
    """trim rule 4: · – / are not adjustable"""
    assert width_of(mark, punctuation=style, vertical=vertical) == HALF


@pytest.mark.parametrize("mark", "：；？！")
@pytest.mark.parametrize("style", ["jiya", "quanjiao", "kaiming", "hangmobanjiao", "banjiao"])
def test_in_vertical_lines_these_keep_their_em(mark, style):
    """trim rule 4: vertical ：；？！ are fixed"""
    made = prepared(f"一二{mark}三", punctuation=style, vertical=True)
    assert width_of(mark, punctuation=style, vertical=True) == EM
    assert made.natural(0, 3) == 3 * EM


@AXES
@pytest.mark.parametrize("mark", OPENS + CLOSES + PAUSES)
def test_marks_are_trimmed_by_moving_never_by_scaling(mark, vertical):
    """trim rule 5: the glyph moves, its size and width stay"""
    wide = one_line(f"中{mark}文", punctuation="quanjiao", vertical=vertical)
    tight = one_line(f"中{mark}文", punctuation="banjiao", vertical=vertical)
    assert [run.glyphs for run in wide.body] == [run.glyphs for run in tight.body]
    assert {(run.size, run.condense) for run in tight.body} == {(EM, 1000)}
    (_, low, high), (_, other, other_high) = ink(wide)[1], ink(tight)[1]
    assert high - low == other_high - other
    moved = HALF if mark in OPENS else 0
    assert low - other == moved


def test_marks_give_way_to_save_an_orphan():
    """trim rule 6: an editor may squeeze further to save a one-character last line"""
    # The second line would be 11 em; its two commas give an em, so 九 need not stand alone on a third.
    made = prepared("一二三四五六七八九十一，二三四五，六七八九", punctuation="quanjiao")
    assert [line.last for line in break_lines(made, 10 * EM)] == [10, 21]
    # Nothing gives here, but tracking does.
    solid = prepared("一二三四五六七八九十一二三四五六七八九十一")
    assert min(reachable(solid, 10 * EM, 50)) == 3
    assert min(reachable(prepared("一二三四五六七八九十一"), 21 * EM // 2, 50)) == 1


@AXES
@pytest.mark.parametrize("mark", "，。、")
def test_punctuation_hangs_only_where_the_style_says_so(mark, vertical):
    """hanging: one mark, off by default"""
    copy = f"一二三四{mark}五六七"
    assert lines_of(copy, 4, vertical=vertical)[0] == "一二三"
    assert lines_of(copy, 4, vertical=vertical, hanging=True)[0] == f"一二三四{mark}"
    line = set_lines(prepared(copy, vertical=vertical, hanging=True), 4 * EM)[0]
    assert line.advance == 4 * EM
    assert ink(line)[-1][1] >= 4 * EM


def test_marks_in_a_row_do_not_hang():
    """hanging: not when marks are consecutive"""
    assert lines_of("一二三四。”五六七", 4, hanging=True)[0] == "一二三"


def test_a_mark_that_is_not_an_em_wide_is_placed_by_its_ink():
    """a face's narrow marks: the ink lies in its half"""
    # The letters of the tiny face are half an em wide; drawn as marks they are such a face's narrow marks.
    path = catalogue().face("tiny").path
    narrow = FontCatalogue({"n": FaceEntry("n", path, 0, Fitting({"（": "A", "，": "A"}), None)}, {"song": ("n",)}, {})
    made = prepare(plain_text("一（一，一"), style(punctuation="quanjiao"), narrow, markup=False)
    # A's ink is 400 of 1000 wide: centred in the right half for （ and in the left half for ，.
    shifts = [at * 1000 // EM for at in made.shifts]
    assert shifts[1] + 50 == 550
    assert shifts[3] + 50 == 50


def test_headline_marks_are_kerned_to_their_ink():
    """punctuation in headlines: half an em or less, on the ink and a little white; a sixth after a stop or a pause"""
    for mark in "，。“》":
        assert width_of(mark, punctuation="biaoti") <= HALF
    real, _ = load_catalogue()
    for role, mark in product(("song-black", "hei-black", "kai"), "！，："):
        style = TextStyle(role, EM, align="start", composition=Composition(punctuation="biaoti"))
        made = prepare(plain_text(f"田{mark}田"), style, real)
        line = set_line(made, LineRange(0, 3), 9 * EM, x=0, y=0, role="", block="", leg=0)
        _, first, last = ink(line, real)[1]
        assert first - EM == pytest.approx(EM / 12, abs=2)
        assert made.sums[2] - last == pytest.approx(EM / 6, abs=2)
    assert steps("一，一", punctuation="biaoti")
