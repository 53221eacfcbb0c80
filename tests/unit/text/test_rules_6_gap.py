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
