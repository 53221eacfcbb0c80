"""Odd copy: nothing is normalised silently; what no face has is refused with its place."""

from __future__ import annotations

import unicodedata

import pytest

from paiban.font import load_catalogue
from paiban.span import plain_text
from paiban.text import TextStyle, break_lines, prepare
from paiban.text.findings import descriptions
from tests.support.composed import EM, is_true, lines_of, prepared, set_lines

CATALOGUE, _ = load_catalogue()


def real(copy: str, **how: object):
    """Copy prepared in the real body face."""
    return prepare(plain_text(copy, "稿.yaml", 3, 9), TextStyle("song", EM, **how), CATALOGUE, markup=False)


def codes(made) -> list[str]:
    return [diagnostic.code for diagnostic in made.diagnostics]


@pytest.mark.parametrize("copy", ["開發區召開會議", "䶮𬭚𬸪", "ＡＢＣ１２３", "ｱｲｳ", "café Ünïcode", "Ελλας Москва"])
def test_what_a_face_has_is_set_as_typed(copy):
    made = real(copy)
    assert "P310" not in codes(made)
    assert all(is_true(line) for line in set_lines(made, 30 * EM))


def test_a_variation_selector_stays_with_its_character():
    made = real("葛\U000e0100城")
    assert made.count == 2
    assert made.starts == (0, 2, 3)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_stay_as_typed(form):
    copy = unicodedata.normalize(form, "教育部méthode")
    made = real(copy)
    assert "P310" not in codes(made)
    assert "".join(text for line in set_lines(made, 40 * EM) for run in line.runs for text in run.texts) == copy


def test_a_combining_accent_never_begins_a_cluster():
    made = real("e\u0301a\u0300")
    assert all(not unicodedata.combining(made.copy.value[start]) for start in made.starts[:-1])


@pytest.mark.parametrize("emoji", ["😀", "❤", "🔥", "☀"])
def test_an_emoji_is_set_in_one_colour(emoji):
    assert "P310" not in codes(real(f"好{emoji}的"))


@pytest.mark.parametrize(("emoji", "column"), [("🇨🇳", 10), ("👍🏽", 11), ("1\ufe0f\u20e3", 12)])
def test_what_is_an_emoji_only_with_its_neighbour_is_refused_with_its_place(emoji, column):
    """A flag's letter, a skin, a key: no face joins them to what they belong to."""
    made = real(f"好{emoji}的")
    faults = [d for d in made.diagnostics if d.code == "P310"]
    assert faults
    assert faults[0].severity == "error"
    assert (faults[0].span.line, faults[0].span.column) == (3, column)
    assert dict(faults[0].params)["character"] in emoji


def test_a_rare_character_of_another_face_is_told():
    made = prepare(plain_text("䶮"), TextStyle("hei-bold", EM), CATALOGUE, markup=False)
    assert codes(made) in ([], ["P311"])


@pytest.mark.parametrize("character", ["\u0007", "\u200e", "\ufeff", "\u0000"])
def test_what_cannot_be_seen_is_left_out_and_told(character):
    made = prepared(f"一{character}二")
    (line,) = set_lines(made, 10 * EM)
    assert line.dropped == (1,)
    assert made.width == 2 * EM
    assert codes(made) == ([] if character == "\ufeff" else ["P402"])


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_inside_copy_draw_nothing(ends):
    made = prepared(f"一{ends}二")
    assert codes(made) == []
    assert made.width == 2 * EM
    assert all(is_true(line) for line in set_lines(made, 10 * EM))


def test_a_zero_width_space_is_a_break_and_a_word_joiner_none():
    assert prepared("word\u200bword").breaks == (1, 2)
    assert 1 not in prepared("一\u2060二").breaks


def test_a_no_break_space_does_not_break():
    assert prepared("a\u00a0b").breaks == (2,)
    assert prepared("a b").breaks == (1, 2)


@pytest.mark.parametrize(("copy", "code"), [
    ("开发区‧高邮", "P404"), ("甲／乙", "P404"), ("⿰亻尔", "P406"),
])  # fmt: skip
def test_what_is_drawn_otherwise_is_listed(copy, code):
    assert code in codes(prepared(copy))


def test_a_cross_head_of_other_markup_is_told_unless_it_is_meant():
    assert "P418" in codes(prepared("# 照排"))
    assert "P418" not in codes(prepared("\\## 照排"))


def test_decimal_points_and_latin_marks_are_no_slip():
    assert codes(prepared("增长3.5，见p.3")) == []


def test_an_ideographic_description_ends_where_its_operands_do():
    assert list(descriptions("⿱⿰木木土")) == [(0, 5)]
    assert list(descriptions("⿲甲乙丙丁")) == [(0, 4)]
    assert list(descriptions("⿰甲")) == [(0, 2)]


@pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])
@pytest.mark.parametrize("breaker", ["greedy", "optimal"])
@pytest.mark.parametrize("described", ["⿰亻尔", "⿱⿰木木土", "⿲甲乙丙"])
def test_an_ideographic_description_is_not_parted(described, breaker, vertical):
    length = len(described)
    for before in range(1, 7):
        lines = lines_of("一" * before + described + "二三", 6, breaker=breaker, vertical=vertical)
        assert any(described in line for line in lines), lines
        assert all(len(line) <= 6 for line in lines)
    assert length <= 6


def test_a_typed_space_between_han_and_digits_is_listed():
    made = prepared("增长 3 倍")
    assert codes(made) == ["P401", "P401"]
    assert [d.span.column for d in made.diagnostics] == [3, 5]


@pytest.mark.parametrize("copy", ["", " ", "\u3000", "\u200b", "\n"])
def test_copy_without_anything_to_set_has_no_lines(copy):
    made = prepared(copy)
    assert break_lines(made, 10 * EM) == ()
    assert made.width == 0
    assert break_lines(prepared(copy, breaker="optimal"), 10 * EM) == ()


def test_a_range_of_the_copy_keeps_its_places():
    text = plain_text("前言：开发区，会议", "a.yaml")
    made = prepare(text, TextStyle("song", EM), CATALOGUE, start=3, end=7)
    (line,) = set_lines(made, 10 * EM)
    assert (line.start, line.end) == (3, 7)
    assert is_true(line)


def test_glyphs_are_as_many_as_they_are_whatever_they_come_to_together():
    """a cluster without a glyph beside one of two are not two of one each"""
    made = prepared("\ufe0f25号nn", vertical=True, vertical_numerals="han")
    assert {last - first for first, last in zip(made.firsts, made.lasts, strict=False)} != {1}
    assert len(set_lines(made, 10 * EM)) == 1
