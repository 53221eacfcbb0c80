"""What a fonts file may say of a face: which characters it sets, how large, high and black, with which features."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from paiban.font import load_catalogue, subset
from paiban.font.blacken import BlackFace, ink_of
from paiban.font.face import Face
from paiban.font.fitting import Fitting
from paiban.font.sets import SETS, holds, ranges_of
from paiban.resources import resource_folder
from paiban.text.style import TextStyle
from paiban.text.typecase import TypeCase
from paiban.units import PER_PT
from tests.support.tiny_face import tiny_face_path

SERIF = resource_folder("fonts") / "noto-serif-sc-400.ttf"
BLACK = resource_folder("fonts") / "noto-serif-sc-900.ttf"
SANS, SANS_BLACK = (resource_folder("fonts") / f"noto-sans-sc-{weight}.ttf" for weight in (400, 900))


def load(folder: Path, faces: str, roles: str = "song: {faces: [one, two]}"):
    for name in ("one.ttf", "two.ttf"):
        shutil.copy(tiny_face_path(), folder / name)
    (folder / "fonts.yaml").write_text(f"faces:\n{faces}\nroles:\n  {roles}\n", encoding="utf-8")
    return load_catalogue(folder / "fonts.yaml")


def codes(found):
    return [d.code for d in found]


# ---- which characters ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("written", "inside", "outside"), [
    ("digits", "09", "a一"), ("数字", "5", "五"), ("U+4E00-9FFF", "一龥", "A𠮷"), ("u+2b", "+", "-"),
    ("U+4E00..U+4E01", "一丁", "七"), ("+−×÷", "+−×÷", "=a"), ("谚文", "김", "金"),
    ("rare-han", "㐂𠀁", "金"), ("ab", "ab", "c"),
])  # fmt: skip
def test_a_set_is_a_name_code_points_or_characters(written, inside, outside):
    ranges = ranges_of(written)
    assert ranges is not None
    assert all(holds(ranges, c) for c in inside)
    assert not any(holds(ranges, c) for c in outside)


@pytest.mark.parametrize("written", ["digit", "none of it", "U+", "U+9FFF-4E00", "U+110000", ""])
def test_what_is_no_set_is_none(written):
    assert ranges_of(written) is None


def test_sets_have_a_name_in_both_languages_each_its_own():
    names = [name for one in SETS for name in (one.en, one.zh)]
    assert len(names) == len(set(names))
    assert all(ranges_of(one.en) == ranges_of(one.zh) == one.ranges for one in SETS)


def test_a_misspelled_set_is_told_at_its_place(tmp_path):
    _, found = load(tmp_path, "  one: {file: one.ttf, except: [digit]}\n  two: {file: two.ttf}")
    assert codes(found) == ["P316"]
    assert (found[0].span.line, found[0].span.column) == (2, 33)


def test_what_a_face_leaves_out_the_next_one_sets(tmp_path):
    catalogue, found = load(tmp_path, "  one: {file: one.ttf, except: digits}\n  two: {file: two.ttf}")
    assert found == ()
    assert catalogue.resolve("song", "中") == ("one", False)
    assert catalogue.resolve("song", "2026") == ("two", True)


def test_a_face_of_a_few_signs_before_the_main_one_is_no_fallback(tmp_path):
    catalogue, _ = load(tmp_path, '  one: {file: one.ttf, 只用: "+-"}\n  two: {file: two.ttf}')
    assert catalogue.main("song") == "two"
    assert catalogue.partial("song") == ("one",)
    assert catalogue.resolve("song", "+") == ("one", False)
    assert catalogue.resolve("song", "中") == ("two", False)


def test_its_signs_stand_in_the_numbers_of_the_main_face(tmp_path):
    catalogue, _ = load(tmp_path, '  one: {file: one.ttf, only: "+-"}\n  two: {file: two.ttf}')
    case = TypeCase(catalogue, TextStyle("song", 10 * PER_PT), "song")
    sorts = case.taken("-55")
    assert [(sort.face, sort.text) for sort in sorts] == [("one", "-"), ("two", "55")]


# ---- how large, how high, how wide -----------------------------------------------------------------------------------


@pytest.mark.parametrize("vertical", [False, True])
def test_a_scaled_face_keeps_an_em_a_han_and_stands_in_its_middle(vertical):
    plain, scaled = (Face("f", tiny_face_path(), fitting=Fitting(scale=scale)) for scale in (1000, 800))
    own, other = plain.shape("中", vertical)[0], scaled.shape("中", vertical)[0]
    assert other.advance == own.advance == 1000
    assert middle(scaled, other) == pytest.approx(middle(plain, own), abs=1)
    assert scaled.extents(other.gid)[2] - scaled.extents(other.gid)[0] == 720  # nine tenths of an em, of 800


def middle(face, glyph):
    left, low, right, high = face.extents(glyph.gid)
    return (left + right) / 2 + glyph.dx, (low + high) / 2 - glyph.dy


def test_letters_of_a_scaled_face_are_as_much_narrower_and_stand_on_the_line():
    scaled = Face("f", tiny_face_path(), fitting=Fitting(scale=800))
    assert [(g.advance, g.dx, g.dy) for g in scaled.shape("a")] == [(400, 0, 0)]


def test_a_scaled_face_is_embedded_as_it_is_set():
    scaled = Face("f", tiny_face_path(), fitting=Fitting(scale=800))
    gid = scaled.shape("中")[0].gid
    data, numbers = subset(scaled, [gid])
    cut = hb.Font(hb.Face(data))
    assert cut.get_glyph_h_advance(numbers[gid]) == scaled.width(gid) == 800
    box = cut.get_glyph_extents(numbers[gid])
    assert (box.x_bearing, box.x_bearing + box.width) == (scaled.extents(gid)[0], scaled.extents(gid)[2])


def test_a_face_may_stand_higher():
    raised = Face("f", tiny_face_path(), fitting=Fitting(rise=80))
    assert [(g.advance, g.dx, g.dy) for g in raised.shape("a中")] == [(500, 0, -80), (1000, 0, -80)]


def test_a_narrow_face_may_stand_on_an_em():
    """Here by a scale of the font below the fitting's own: its Han are 0.9 em, its letters stay."""
    face = Face("f", tiny_face_path(), fitting=Fitting(scale=900, whole_em=True))
    assert [(g.advance, g.dx) for g in face.shape("中a")] == [(1000, 50), (450, 0)]


# ---- features --------------------------------------------------------------------------------------------------------


def test_a_feature_is_for_the_characters_that_it_names():
    face = Face("f", SERIF, fitting=Fitting(features=(("hwid", ((0x30, 0x39),)),)))
    plain = Face("p", SERIF)
    digit, dot, other = face.shape("1.2")
    assert digit.advance == other.advance == 500
    assert dot == plain.shape("1.2")[1]


def test_a_tag_that_is_none_is_told(tmp_path):
    _, found = load(tmp_path, "  one: {file: one.ttf, features: {halfwidth: digits}}\n  two: {file: two.ttf}")
    assert codes(found) == ["P317"]


# ---- as black as another ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("plain", "black"), [(SERIF, BLACK), (SANS, SANS_BLACK)])
def test_a_face_is_made_as_black_as_another(plain, black):
    """Held against characters that the other face does have, all together: within a fifteenth of their ink."""
    target = Face("b", black)
    made = BlackFace("m", plain, target)
    inks = [(share(made, c), share(target, c)) for c in "国龙繁赟镇洪水桥乡愁春运"]
    assert sum(own for own, _ in inks) == pytest.approx(sum(other for _, other in inks), rel=1 / 15)


def share(face, character):
    return ink_of(face.outline(face.shape(character)[0].gid)) / face.upem**2


def test_a_serif_grows_sideways_alone():
    made, plain = BlackFace("m", SERIF, Face("b", BLACK)), Face("p", SERIF)
    gid = plain.shape("中")[0].gid
    assert [made.extents(gid)[n] for n in (1, 3)] == pytest.approx([plain.extents(gid)[n] for n in (1, 3)], abs=2)


def test_what_is_made_black_is_embedded_black_and_keeps_its_width():
    made = BlackFace("m", SERIF, Face("b", BLACK))
    gid = made.shape("龑")[0].gid
    data, numbers = subset(made, [gid])
    cut = Face("c", Path("c"), data=data)
    assert ink_of(cut.outline(numbers[gid])) == pytest.approx(ink_of(made.outline(gid)), rel=0.002)
    assert cut.width(numbers[gid]) == made.width(gid) == 1000


def test_faces_without_characters_in_common_stay_as_they_are(tmp_path):
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update([0x9F91])
    (tmp_path / "few.ttf").write_bytes(bytes(wanted.subset(hb.Face(hb.Blob.from_file_path(str(SERIF)))).blob.data))
    made, plain = BlackFace("m", tmp_path / "few.ttf", Face("b", BLACK)), Face("p", SERIF)
    assert share(made, "龑") == pytest.approx(share(plain, "龑"), rel=0.01)


def test_a_face_as_black_as_none_is_told_and_left_out(tmp_path):
    catalogue, found = load(tmp_path, "  one: {file: one.ttf, as_black_as: none}\n  two: {file: two.ttf}")
    assert codes(found) == ["P318"]
    assert catalogue.chain("song") == ("two",)


# ---- of one look with another, and from elsewhere --------------------------------------------------------------------


def test_the_rest_of_a_face_is_no_fallback(tmp_path):
    faces = "  one: {file: one.ttf, except: 中}\n  two: {file: two.ttf, continues: one}"
    catalogue, found = load(tmp_path, faces)
    assert found == ()
    assert catalogue.resolve("song", "中") == ("two", False)


def test_a_face_that_an_absent_distribution_brings_is_passed_over(tmp_path):
    faces = "  one: {file: no.ttf, from: no-faces, licence: no.txt}\n  two: {file: two.ttf, as_black_as: one}"
    catalogue, found = load(tmp_path, faces + "\n  three: {file: one.ttf}", "song: {faces: [one, two, three]}")
    assert found == ()
    assert catalogue.chain("song") == ("three",)


def test_what_is_drawn_is_whole_for_other_readers(tmp_path):
    """fontTools reads every table of a face that was built."""
    scaled = Face("f", SERIF, fitting=Fitting(scale=940))
    data, _ = subset(scaled, [scaled.shape(c)[0].gid for c in "国A，"])
    (tmp_path / "f.ttf").write_bytes(data)
    font = TTFont(tmp_path / "f.ttf")
    assert font["maxp"].numGlyphs == 4
    assert all(font["glyf"][name].numberOfContours > 0 for name in font.getGlyphOrder()[1:])
