"""Shaping: glyph geometry by the arithmetic of the tiny face."""

from __future__ import annotations

import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from paiban.font import Face, Glyph
from paiban.font.fitting import Fitting
from tests.support.cff_face import BY_NAME, build_cff_face
from tests.support.tiny_face import BULLETS, CLOSING, COMMON, LATIN, MIDDLE, OPENING, RARE, tiny_face_path

ALL = COMMON + RARE + BULLETS + CLOSING + OPENING + MIDDLE + LATIN + "—…～· 龘　"


@pytest.fixture(scope="module")
def face() -> Face:
    return Face("tiny", tiny_face_path(), fitting=Fitting({"·": "・"}))


def fresh() -> Face:
    return Face("tiny", tiny_face_path(), fitting=Fitting({"·": "・"}))


def test_em_box_is_880_above_and_120_below(face):
    assert (face.upem, face.ascent, face.descent) == (1000, 880, 120)


def test_a_han_character_fills_one_em(face):
    (glyph,) = face.shape("中")
    assert (glyph.advance, glyph.dx, glyph.dy) == (1000, 0, 0)
    assert face.extents(glyph.gid) == (50, -70, 950, 830)


def test_in_a_vertical_line_the_origin_is_half_an_em_left_of_the_axis_and_880_below_the_cell_top(face):
    assert face.shape("中", vertical=True) == (Glyph(face.shape("中")[0].gid, 1000, -500, 880),)


def test_vertical_ink_lies_inside_its_cell(face):
    (glyph,) = face.shape("，", vertical=True)
    left, bottom, right, top = face.extents(glyph.gid)
    assert glyph.dx + left > 0, "right of the axis"
    assert (glyph.dy - top, glyph.dy - bottom) == (60, 440), "in the upper half"
    assert glyph.dx + right <= 500


def test_a_mark_turns_into_its_vertical_form(face):
    assert face.shape("“")[0].gid != face.shape("“", vertical=True)[0].gid


def test_two_dashes_are_one_glyph_of_two_ems(face):
    (glyph,) = face.shape("——")
    assert glyph.advance == 2000


def test_a_single_dash_is_one_em(face):
    assert [g.advance for g in face.shape("—")] == [1000]


def test_a_word_is_kerned(face):
    assert [g.advance for g in face.shape("AV")] == [450, 500]


def test_letters_of_separate_clusters_are_not_kerned(face):
    shaped = face.shape_all(["A", "V"])
    assert [shaped["A"][0].advance, shaped["V"][0].advance] == [500, 500]


def test_halt_takes_the_empty_half_from_a_closing_mark(face):
    (glyph,) = face.shape("，", features={"halt": 1})
    assert (glyph.advance, glyph.dx) == (500, 0)


def test_halt_moves_an_opening_mark_left(face):
    (glyph,) = face.shape("“", features={"halt": 1})
    assert (glyph.advance, glyph.dx) == (500, -500)


def test_vhal_moves_an_opening_mark_up(face):
    (glyph,) = face.shape("“", vertical=True, features={"vhal": 1})
    assert (glyph.advance, glyph.dy) == (500, 380)


def test_a_middle_dot_is_drawn_with_the_glyph_that_the_catalogue_names(face):
    assert face.shape("·") == face.shape("・")
    assert face.shape_all(["·"])["·"][0].advance == 1000


def test_a_beyond_bmp_character_has_its_own_glyph(face):
    assert face.has("𠮷")
    assert face.shape("𠮷")[0].gid != face.shape("中")[0].gid


def test_a_missing_character_is_known_to_be_missing(face):
    assert not face.has("😀")


def test_a_blank_has_no_ink(face):
    assert face.extents(face.shape("　")[0].gid) == (0, 0, 0, 0)


@pytest.mark.parametrize("vertical", [False, True])
def test_characters_shaped_together_are_shaped_as_alone(vertical):
    together = fresh().shape_all(ALL, vertical)
    alone = fresh()
    assert together == {c: alone.shape(c, vertical) for c in ALL}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(ALL), max_size=30), st.booleans())
def test_order_and_neighbours_change_nothing(characters, vertical):
    alone = fresh()
    assert fresh().shape_all(characters, vertical) == {c: alone.shape(c, vertical) for c in characters}


@pytest.mark.parametrize("between", ["\u0301", "\ufe00", "\U000e0100", "\u200d", "\u00ad"])
def test_a_character_without_width_in_a_batch_changes_no_other(between):
    face, alone = fresh(), fresh()
    characters = ["中", between, "国", "A"]
    assert face.shape_all(characters) == {c: alone.shape(c) for c in characters}


def test_a_long_cluster_may_stand_among_characters(face):
    shaped = face.shape_all(["中", "——", "AV"])
    assert [sum(g.advance for g in shaped[c]) for c in ("中", "——", "AV")] == [1000, 2000, 950]


def test_a_glyph_of_postscript_outlines_that_draws_nothing_is_none(tmp_path):
    face = Face("tiny", build_cff_face(tmp_path / "tiny.otf", BY_NAME, hollow="文"))
    assert [face.has(c) for c in "A中文"] == [True, True, False]


def test_a_glyph_composed_of_hollow_ones_is_none(tmp_path):
    font = TTFont(tiny_face_path())
    glyphs, hollow = font["glyf"], font.getBestCmap()[ord(" ")]
    pen = TTGlyphPen(glyphs)
    for at in range(3):
        pen.addComponent(hollow, (1, 0, 0, 1, 10 * at, 0))
    glyphs[font.getBestCmap()[ord("中")]] = pen.glyph()
    font.save(tmp_path / "tiny.ttf")
    face = Face("tiny", tmp_path / "tiny.ttf")
    assert [face.has(c) for c in "中A。 "] == [False, True, True, True]
