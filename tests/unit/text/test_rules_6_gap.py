"""Rule book, section 6: the gap between Han and Latin."""

from __future__ import annotations

from fractions import Fraction

import pytest

from paiban.font import load_catalogue
from paiban.template import Composition
from tests.support.composed import DIGIT, EM, GAP, one_line, places, prepared, set_lines

AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])


@AXES
@pytest.mark.parametrize(
    ("copy", "gaps"), [("一word二", 2), ("一2022二", 2), ("word二", 1), ("（word）", 0), ("一，word。", 0)]
)
def test_the_gap_stands_between_han_and_latin_only(copy, gaps, vertical):
    """HAN | LATIN, DIGIT: a sixth of an em, none next to any full-width mark"""
    run = len(copy.strip("一二（），。"))
    made = prepared(copy, align="start", vertical=vertical)
    marks = sum(mark in copy for mark in "，（）") * EM // 2 + ("。" in copy) * EM // 2
    han = sum(copy.count(character) for character in "一二") * EM
    assert made.width == han + marks + run * DIGIT + gaps * GAP


@AXES
def test_no_gap_at_a_lines_start_or_end(vertical):
    """none at a line's start and end"""
    made = prepared("一二word三四", vertical=vertical)
    assert made.natural(0, 2) == 2 * EM
    assert made.natural(2, made.count) == 4 * DIGIT + GAP + 2 * EM


@AXES
@pytest.mark.parametrize("space", [" ", "  "])
def test_a_typed_space_there_becomes_the_gap_and_is_told(space, vertical):
    """ASCII spaces typed at such a place are replaced by the gap"""
    typed = prepared(f"一{space}word{space}二", vertical=vertical)
    assert typed.width == prepared("一word二", vertical=vertical).width
    assert [d.code for d in typed.diagnostics] == ["P401", "P401"]
    line = set_lines(typed, 20 * EM)[0]
    assert len(line.dropped) == 2 * len(space)


def test_a_space_between_words_stays():
    """a space between Latin words, or typed between Han, is copy"""
    assert "".join(text for text, _ in places(one_line("HK LIMITED"))) == "HK LIMITED"
    assert "".join(text for text, _ in places(one_line("张 三"))) == "张 三"


@pytest.mark.parametrize("gap", [Fraction(1, 8), Fraction(1, 6), Fraction(1, 5), Fraction(1, 4)])
def test_the_gap_is_the_styles(gap):
    """⅛ … ¼ em by style"""
    made = prepared("一A二", gap_em=gap, align="start")
    assert made.width == 2 * EM + DIGIT + 2 * EM * gap


def test_the_default_suits_the_page_that_was_measured():
    """[PAGE]: digit + gap > 0.667 em, digit + 2 gaps < 1 em, with the body face's digits"""
    catalogue, _ = load_catalogue()
    face = catalogue.face(catalogue.chain("song")[0])
    digit = Fraction(face.shape("1")[0].advance, face.upem)
    gap = Composition().gap_em
    assert digit + 2 * gap < 1
    assert digit + gap > Fraction(63, 100)


FIXED = [
    ("\u2000", Fraction(1, 2)), ("\u2001", Fraction(1)), ("\u2002", Fraction(1, 2)), ("\u2003", Fraction(1)),
    ("\u2004", Fraction(1, 3)), ("\u2005", Fraction(1, 4)), ("\u2006", Fraction(1, 6)), ("\u2009", Fraction(1, 5)),
    ("\u200a", Fraction(1, 10)), ("\u202f", Fraction(1, 5)), ("\u205f", Fraction(4, 18)), ("\u3000", Fraction(1)),
    ("\u2007", Fraction(DIGIT, EM)),
]  # fmt: skip


@AXES
@pytest.mark.parametrize(("space", "em"), FIXED, ids=[f"{ord(space):04X}" for space, _ in FIXED])
@pytest.mark.parametrize("sides", ["一二", "ab", "34", "a二"])
def test_a_space_of_a_fixed_width_keeps_it(sides, space, em, vertical):
    """a space of a fixed width (U+2000 … U+200A, U+202F, U+205F, U+3000) keeps it, wherever it was typed"""
    halves = [f"一一{sides[0]}", f"{sides[1]}一一"]
    typed = prepared(space.join(halves), align="start", vertical=vertical)
    assert typed.width == sum(prepared(half, align="start", vertical=vertical).width for half in halves) + round(
        EM * em
    )
    assert "P310" not in [d.code for d in typed.diagnostics]


@AXES
@pytest.mark.parametrize("space", [space for space, _ in FIXED])
def test_a_space_of_a_fixed_width_is_neither_squeezed_nor_stretched(space, vertical):
    """a space of a fixed width is neither squeezed nor stretched, and falls at a line's end like any other"""
    copy = f"一一{space}一一一一一一"
    typed = prepared(copy, vertical=vertical)
    assert all(1 not in step.places for step in typed.squeeze)
    assert typed.pool is None or 1 not in typed.pool.places


@AXES
@pytest.mark.parametrize("space", ["\u2003", "\u2009", "\u202f"])
def test_spaces_of_fixed_widths_stand_side_by_side(space, vertical):
    """spaces of fixed widths side by side: each is set"""
    em = dict(FIXED)[space]
    one = prepared(f"一{space}二", align="start", vertical=vertical)
    two = prepared(f"一{space}\u3000{space}二", align="start", vertical=vertical)
    assert two.width == one.width + EM * em + EM
    assert "".join(text for text, _ in places(set_lines(two, 9 * EM)[0])) == f"一{space}\u3000{space}二"


@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u202f"])
@pytest.mark.parametrize("sides", ["一二", "ab", "3月", "a二"])
def test_a_no_break_space_holds_its_neighbours_together(sides, space):
    """a no-break space: no line ends there, also where the gap stands for it, which is told"""
    made = prepared(f"{sides[0]}{space}{sides[1]}")
    assert made.breaks == (2,)
    assert [d.code for d in made.diagnostics] == (["P401"] if space == "\u00a0" and sides in ("3月", "a二") else [])


@pytest.mark.parametrize("copy", ["\u2003一二", "一二\u2003", "一\u2003\n"])
def test_a_space_of_a_fixed_width_at_an_end_goes_and_that_is_told(copy):
    """a space of a fixed width at a paragraph's beginning or end is not set, and that is told"""
    assert "P401" in [d.code for d in prepared(copy).diagnostics]
