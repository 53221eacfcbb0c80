"""Rule book, section 9: vertical writing. Along the line is down, across it to the right of the axis."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from paiban.font import FontCatalogue, load_catalogue
from paiban.font.file import FaceEntry
from paiban.font.fitting import Fitting
from paiban.span import plain_text
from paiban.template import Composition
from paiban.text import TextStyle, prepare
from paiban.text.numerals import han_digits, han_number
from tests.support.composed import (
    DIGIT,
    EM,
    GAP,
    HALF,
    catalogue,
    ink,
    one_line,
    places,
    prepared,
    set_lines,
    style,
    width_of,
)
from tests.support.headlines import break_headline

CENTRE = 38 * EM // 100
"""From the baseline to the middle of the em box."""


def turned(line) -> str:
    """The copy that lies on its side."""
    return "".join(text for run in line.body if run.quarter_turn for text in run.texts)


def glyphs(copy: str) -> tuple[int, ...]:
    return tuple(glyph for run in one_line(copy, vertical=True).body for glyph in run.glyphs)


def test_characters_run_down_and_lines_to_the_left():
    """flow: top to bottom, lines right to left"""
    first, second = set_lines(prepared("一二三四五六", vertical=True), 4 * EM)
    assert first.vertical
    assert first.runs[0].ys == tuple(EM * 88 // 100 + i * EM for i in range(4))
    assert set(first.runs[0].xs) == {-HALF}
    assert second.x < first.x


def test_han_and_full_width_forms_stand():
    """HAN, full-width forms, ◆ ● ％ ℃: upright"""
    assert not turned(one_line("一Ａ◆●％℃", vertical=True))


@pytest.mark.parametrize("mark", "。，、．！？：；")
def test_points_take_the_faces_vertical_form_and_are_not_turned(mark):
    """。，、．！？ Tu, ：； upright in mainland setting"""
    line = one_line(f"一{mark}一", vertical=True)
    assert not turned(line)
    face = catalogue().face("tiny")
    assert line.body[0].glyphs[1] == face.shape(mark, vertical=True)[0].gid != face.shape(mark)[0].gid


@pytest.mark.parametrize("mark", "《》（）【】〔〕「」『』［］｛｝")
def test_brackets_take_the_faces_vertical_form(mark):
    """brackets: vert glyph"""
    line = one_line(f"一{mark}一", vertical=True)
    assert not turned(line)
    assert line.body[0].glyphs[1] == catalogue().face("tiny").shape(mark, vertical=True)[0].gid


def test_brackets_without_a_vertical_form_are_turned():
    """brackets: fall back to a quarter turn"""
    # 《 drawn with A, which has no vertical form, stands for a face without one.
    path = catalogue().face("tiny").path
    poor = FontCatalogue({"n": FaceEntry("n", path, 0, Fitting({"《": "A"}), None)}, {"song": ("n",)}, {})
    made = prepare(plain_text("一《一"), style(vertical=True), poor, markup=False)
    assert [look.turn for look in made.looks] == [False, True, False]


@pytest.mark.parametrize(("curly", "corner"), [("“", "『"), ("”", "』"), ("‘", "「"), ("’", "」")])
def test_curly_quotes_take_the_mainlands_corner_shapes(curly, corner):
    """“ ” ‘ ’ → ﹃ ﹄ ﹁ ﹂, in the layout and not in the source"""
    copy = f"一{curly}一"
    assert glyphs(copy) == glyphs(f"一{corner}一")
    assert [text for text, _ in places(one_line(copy, vertical=True))] == ["一", curly, "一"]


@pytest.mark.parametrize("form", "﹁﹂﹃﹄")
def test_vertical_forms_typed_as_such_are_not_turned_again(form):
    """brackets: FE41 … FE44 are vertical forms already"""
    real, _ = load_catalogue()
    made = prepare(plain_text(f"一{form}一"), TextStyle("song", EM, vertical=True), real, markup=False)
    assert not any(look.turn for look in made.looks)


def test_quotes_round_latin_stay_curly_and_lie_with_it():
    """around Latin text keep curly quotes, rotated with it"""
    line = one_line("say “hello” to him", vertical=True)
    assert turned(line) == "say “hello” to him"


@pytest.mark.parametrize("mark", ["——", "……", "—"])
def test_dashes_and_ellipses_run_along_the_line(mark):
    """—— …… —: rotated, centred on the axis"""
    line = one_line(f"一{mark}一", vertical=True)
    face = catalogue().face("tiny")
    run = next(run for run in line.body if mark[0] in "".join(run.texts))
    place = next(i for i, text in enumerate(run.texts) if text and text in mark)
    x0, y0, x1, y1 = (value * EM // 1000 for value in face.extents(run.glyphs[place]))
    if run.quarter_turn:
        low, high, long = run.xs[place] + y0, run.xs[place] + y1, x1 - x0
    else:
        low, high, long = run.xs[place] + x0, run.xs[place] + x1, y1 - y0
    assert abs(low + high) <= 2
    assert long >= 5 * (high - low)


def test_a_wavy_connector_is_turned_where_the_face_has_no_form():
    """～ –: rotated"""
    assert turned(one_line("一～一", vertical=True)) == "～"
    assert turned(one_line("一–一", vertical=True)) == "–"


def test_the_middle_dot_is_centred_and_not_turned():
    """·: centred"""
    line = one_line("一·一", vertical=True)
    assert not turned(line)
    assert width_of("·", vertical=True) == HALF


@pytest.mark.parametrize("copy", ["A", "5"])
def test_a_single_letter_or_digit_stands_in_a_cell(copy):
    """1 Latin letter, 1 digit: upright, full-width form"""
    made = prepared(f"一{copy}一", vertical=True)
    # The tiny face has no full-width letters, so they lie; a real face stands them up.
    assert made.classes in {"HTH", "HLH", "HDH"}
    real, _ = load_catalogue()
    upright = prepare(plain_text(f"一{copy}一"), TextStyle("song", EM, vertical=True), real, markup=False)
    assert upright.classes == "HTH"
    assert upright.sums == (0, EM, 2 * EM, 3 * EM)
    assert not any(look.turn for look in upright.looks)


def test_an_acronym_stands_one_letter_to_a_cell_and_stays_together():
    """acronym (GDP): upright, one per cell"""
    real, _ = load_catalogue()
    made = prepare(plain_text("一GDP一"), TextStyle("song", EM, vertical=True), real, markup=False)
    assert made.classes == "HTTTH"
    assert made.width == 5 * EM
    assert made.breaks == (1, 4, 5)


@pytest.mark.parametrize("run", ["word", "45000", "COVID-19", "1.41"])
def test_longer_western_runs_lie_on_their_side(run):
    """Latin word, number of more than four digits or with a point: rotated 90° clockwise, gap"""
    line = one_line(f"一{run}一", vertical=True)
    assert turned(line) == run
    assert width_of(run, vertical=True) == len(run) * DIGIT + 2 * GAP


def test_a_lying_run_is_centred_on_the_axis():
    """rotated: the em box on the axis"""
    line = one_line("一word一", vertical=True)
    run = next(run for run in line.body if run.quarter_turn)
    # A quarter turn clockwise takes the letters' tops to the right: the baseline lies left of the axis.
    assert set(run.xs) == {-CENTRE}


def test_no_gap_at_the_ends_of_a_column():
    """gap: none at column ends"""
    made = prepared("一二word三", vertical=True)
    assert made.natural(0, 2) == 2 * EM


@pytest.mark.parametrize("run", ["25", "12", "3.0", "A+"])
def test_two_or_three_characters_share_a_cell(run):
    """纵中横: set solid across the line, centred, at most an em wide, no gap"""
    line = one_line(f"三{run}日", vertical=True)
    assert width_of(run, vertical=True) == EM
    run_ = next(r for r in line.body if run[0] in "".join(r.texts))
    xs = [x for x, text in zip(run_.xs, run_.texts, strict=True) if text in run]
    ys = {y for y, text in zip(run_.ys, run_.texts, strict=True) if text in run}
    assert len(ys) == 1
    width = DIGIT * len(run) * run_.condense // 1000
    assert xs[0] == -(width // 2)
    assert width <= EM + EM // 20
    assert not run_.quarter_turn


def test_three_digits_are_condensed_into_the_cell():
    """纵中横: condensed to one em"""
    run = next(run for run in one_line("第120号", vertical=True).body if run.condense != 1000)
    assert run.texts == ("1", "2", "0")
    assert run.condense == 666


def test_a_year_stands_digit_by_digit():
    """years: digits per cell"""
    real, _ = load_catalogue()
    made = prepare(plain_text("在2022年"), TextStyle("song", EM, vertical=True), real, markup=False)
    assert made.classes == "HTTTTH"
    assert made.breaks == (1, 5, 6)


@pytest.mark.parametrize("number", ["3000", "1200", "4500", "0739"])
def test_four_figures_stand_as_those_of_a_year_do(number):
    """figures go by their count: up to four stand one to a cell, whatever they count"""
    real, _ = load_catalogue()
    for role in ("song", "song-black", "kai"):
        made = prepare(plain_text(f"种{number}亩，2026年"), TextStyle(role, EM, vertical=True), real, markup=False)
        (line,) = set_lines(made, 20 * EM)
        assert not any(run.quarter_turn for run in line.body)
        assert made.classes.count("T") == 8
        assert not set(made.breaks) & {2, 3, 4}


@pytest.mark.parametrize(
    ("shared", "upright", "number", "stands", "cells"),
    [
        (3, 4, "120", True, 1), (2, 4, "120", True, 3), (1, 4, "12", True, 2), (2, 2, "120", False, 0),
        (3, 5, "45000", True, 5), (3, 3, "3000", False, 0), (3, 3, "2026年", True, 5), (2, 4, "120%", True, 4),
    ],
)  # fmt: skip
def test_the_style_says_how_many_figures_share_a_cell_and_how_many_stand(shared, upright, number, stands, cells):
    """options shared_digits, upright_digits: the longest that shares a cell, the longest that stands; years always"""
    real, _ = load_catalogue()
    composition = Composition(shared_digits=shared, upright_digits=upright)
    style = TextStyle("song", EM, vertical=True, composition=composition)
    made = prepare(plain_text(f"种{number}的"), style, real, markup=False)
    (line,) = set_lines(made, 20 * EM)
    assert any(run.quarter_turn for run in line.body) is not stands
    assert not stands or made.width == (cells + 2) * EM


def test_han_numerals_on_request():
    """Han numerals: 二〇二二年, the copy stays digits"""
    line = one_line("在2022年", vertical=True, vertical_numerals="han")
    assert glyphs_of(line) == glyphs_of(one_line("在二〇二二年", vertical=True))
    assert [text for text, _ in places(line)] == ["在", "2022", "", "", "", "年"]
    month = one_line("三27日", vertical=True, vertical_numerals="han")
    assert glyphs_of(month) == glyphs_of(one_line("三二十七日", vertical=True))


def glyphs_of(line) -> tuple[int, ...]:
    return tuple(glyph for run in line.body for glyph in run.glyphs)


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("0", "〇"), ("7", "七"), ("10", "十"), ("12", "十二"), ("20", "二十"), ("105", "一百零五"),
        ("110", "一百一十"), ("2180", "二千一百八十"), ("8000", "八千"), ("45000", "四万五千"),
        ("10005", "一万零五"), ("1.4", "一点四"), ("100000000", "一亿"), ("8,000", "八千"),
        ("3.05", "三点〇五"), ("007", "〇〇七"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_quantities(number, read):
    """Han numerals: how a quantity is read"""
    assert han_number(number) == read


def test_years_are_read_digit_by_digit():
    """Han numerals: how a year is read"""
    assert han_digits("1949") == "一九四九"


def test_question_and_exclamation_mark_share_a_cell():
    """？！: side by side in one cell"""
    line = one_line("一？！一", vertical=True)
    run = line.body[0]
    left, right = run.xs[1:3]
    assert left < right
    assert run.ys[1] == run.ys[2]


def test_vertical_headlines_follow_the_same_rules():
    """vertical headline beside horizontal body"""
    made = prepared("金锋率队督查区水利工作", vertical=True, align="start")
    lines = break_headline(made, 7 * EM, max_lines=2)
    assert [line.last - line.first for line in lines] == [4, 7]  # 督查 keeps what it is about


@pytest.mark.parametrize("role", ["song", "song-black", "hei-bold", "kai"])
@pytest.mark.parametrize("mark", "、，。")
def test_a_mark_is_clear_of_the_letter_or_figure_before_it(role, mark):
    """、 clear of an upright letter or figure: their ink does not touch"""
    real, _ = load_catalogue()
    for letter in "ABCQGJ129gjpqy":
        made = prepare(plain_text(f"中{letter}{mark}文"), TextStyle(role, EM, vertical=True), real)
        (line,) = set_lines(made, 20 * EM)
        found = {text: (low, high) for text, low, high in ink(line, real)}
        assert found[mark][0] - found[letter][1] > EM // 60, letter


@pytest.mark.parametrize("number", ["5%", "50%", "100%", "8.5%"])
def test_per_cents_of_a_text_stand_alike(number):
    """like numbers alike: 8.5% and 50% stand, their sign under them"""
    real, _ = load_catalogue()
    (line,) = set_lines(prepare(plain_text(f"占{number}的"), TextStyle("song", EM, vertical=True), real), 20 * EM)
    assert not any(run.quarter_turn for run in line.body)


@pytest.mark.parametrize(
    "word",
    ["m²", "USB-C", "Wi-Fi", "100m²", "km/h", "COVID-19", "C919", "1 234.56", "70 512", "8888 8888", "010 8888 8888",
     "1 234", "3 000 000", "-70 512", "¥70 512", "±1 234.5", "3 000 €", "฿350", "-฿5", "12.50₫"],
)  # fmt: skip
def test_a_run_has_one_direction(word):
    """a run has one direction: m² and USB-C lie as a whole; so do figures in groups, by how many they are together"""
    real, _ = load_catalogue()
    (line,) = set_lines(prepare(plain_text(f"占{word}的"), TextStyle("song", EM, vertical=True), real), 20 * EM)
    turned = {run.quarter_turn for run in line.body if not set("".join(run.texts)) & {"占", "的"}}
    assert len(turned) == 1


@pytest.mark.parametrize("sign", "+#&=<>~@*|^_$")
def test_a_half_width_sign_lies_on_its_side_as_western_text_does(sign):
    """signs: half-width ones lie"""
    lies = {text: run.quarter_turn for run in one_line(f"中{sign}文", vertical=True).body for text in run.texts}
    assert lies == {"中": False, sign: True, "文": False}


@pytest.mark.parametrize("sign", "％‰℃￥＄№×÷±∶")
def test_a_sign_of_a_number_that_is_an_em_wide_stands(sign):
    """signs: an em wide they stand"""
    assert not any(run.quarter_turn for run in one_line(f"中{sign}文", vertical=True).body)


@pytest.mark.parametrize(
    ("sign", "lies"), [*((sign, False) for sign in "＋＃＆＠＊％￥℃"), *((s, True) for s in "＝＜＞｜＿")]
)
def test_full_width_signs_stand_but_for_those_that_are_lines_along_the_text(sign, lies):
    """UAX 50: ＋ ＃ ＆ ＠ stand, ＝ ＜ ＞ lie"""
    real, _ = load_catalogue()
    made = prepare(plain_text(f"中{sign}文"), TextStyle("song", EM, align="start", vertical=True), real)
    (line,) = set_lines(made, 9 * EM)
    (run,) = [run for run in line.body if sign in run.texts]
    assert run.quarter_turn is lies


def test_a_mark_without_a_letter_has_the_room_of_its_ink():
    """no cluster is narrower than its glyphs"""
    real, _ = load_catalogue()
    for vertical, role in product((False, True), real.roles):
        made = prepare(plain_text("中\u20e3文№A中∶中！"), TextStyle(role, EM, align="start", vertical=vertical), real)
        (line,) = set_lines(made, 9 * EM)
        boxes = sorted(box[1:] for box in ink(line, real))
        assert all(before[1] <= after[0] for before, after in pairwise(boxes))


def test_three_marks_of_a_kind_print_over_nothing():
    """？！ side by side in one cell, the third below"""
    real, _ = load_catalogue()
    made = prepare(plain_text("中！！！文"), TextStyle("song", EM, align="start", vertical=True), real)
    (line,) = set_lines(made, 9 * EM)
    (_, first), (_, second), (_, third) = [(t, box) for t, *box in ink(line, real) if t == "！"]
    assert first == second
    assert first[1] <= third[0]
