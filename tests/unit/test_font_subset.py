"""Cutting a face: only what was drawn, and the same bytes for the same glyphs."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from paiban.font import Face, subset
from tests.support.tiny_face import tiny_face_path


@pytest.fixture(scope="module")
def face() -> Face:
    return Face("tiny", tiny_face_path())


def gids(face, characters):
    return [face.shape(c)[0].gid for c in characters]


def test_the_cut_face_has_the_glyphs_and_notdef(face):
    data, renumbered = subset(face, gids(face, "中文，"))
    assert TTFont(BytesIO(data))["maxp"].numGlyphs == 4
    assert set(renumbered) == {0, *gids(face, "中文，")}


def test_a_glyph_keeps_its_outline(face):
    (gid,) = gids(face, "中")
    data, renumbered = subset(face, [gid])
    font = TTFont(BytesIO(data))
    glyph = font["glyf"][font.getGlyphName(renumbered[gid])]
    assert (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax) == (50, -70, 950, 830)


def test_the_order_of_glyphs_changes_nothing(face):
    chosen = gids(face, "一二三四五")
    assert subset(face, chosen) == subset(face, reversed(chosen))


def test_only_tables_that_a_pdf_needs_remain(face):
    data, _ = subset(face, gids(face, "中"))
    assert set(TTFont(BytesIO(data)).reader.keys()) <= {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
