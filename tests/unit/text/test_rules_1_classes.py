"""Rule book, section 1: character classes, and what they mean for widths and stretching."""

from __future__ import annotations

import pytest

from paiban.font import load_catalogue
from paiban.text import charclass
from paiban.text.charclass import TABLE, CharClass, class_of
from paiban.text.style import TextStyle
from paiban.text.tokens import stand_ins, western_marks
from paiban.text.typecase import TypeCase
from tests.support.composed import EM, HALF, lines_of, one_line, places, prepared, width_of

AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("一龥㐂𠮷豈〇々", CharClass.HAN),
        ("ひカㄅ", CharClass.HAN),
        ("。．？！", CharClass.STOP),
        ("，、；：", CharClass.PAUSE),
        ("“‘「『（《〈【〖〔［｛﹁﹃", CharClass.OPEN),
        ("”’」』）》〉】〗〕］｝﹂﹄", CharClass.CLOSE),
        ("·‧・•", CharClass.MIDDLE),
        ("–—～", CharClass.CONNECT),
        ("/／", CharClass.SOLIDUS),
        ("⁇‼⁈⁉", CharClass.COMBO),
        ("AzÀéΩЖ", CharClass.LATIN),
        ("0123456789", CharClass.DIGIT),
        ("％‰℃°′″", CharClass.POSTFIX),
        ("￥№", CharClass.PREFIX),
        ("◆●■▲★△○□※", CharClass.BULLET),
        (" \u3000", CharClass.SPACE),
    ],
)
def test_every_code_point_has_its_class(characters, expected):
    """the classes and their code points"""
    assert {class_of(character) for character in characters} == {expected}


def test_no_character_stands_in_two_classes():
    """the table is a partition"""
    every = "".join(row.characters for row in TABLE)
    assert len(every) == len(set(every))


@AXES
@pytest.mark.parametrize("han", ["一", "龥", "〇", "𠮷"])
def test_han_is_an_em(han, vertical):
    """HAN: 1 em"""
    assert width_of(han, vertical=vertical) == EM


@pytest.mark.parametrize("mark", [*"。．？！，、；：“‘「（《”’」）》"])
def test_full_width_marks_are_an_em_by_nature(mark):
    """STOP PAUSE OPEN CLOSE: 1 em by nature"""
    assert width_of(mark, punctuation="quanjiao") == EM


@AXES
@pytest.mark.parametrize("mark", [*"·‧・•"])
def test_the_middle_dot_is_half_an_em_however_typed(mark, vertical):
    """MIDDLE: ½, every form drawn as one centred dot, the copy its own"""
    line = one_line(f"一{mark}一", vertical=vertical)
    assert width_of(mark, vertical=vertical) == HALF
    assert [text for text, _ in places(line)] == ["一", mark, "一"]
    assert line.body[0].glyphs[1] == one_line("一·一", vertical=vertical).body[0].glyphs[1]


@AXES
@pytest.mark.parametrize(("mark", "width"), [("–", HALF), ("-", HALF), ("—", EM), ("～", EM)])
def test_connectors_are_half_an_em_or_one(mark, width, vertical):
    """CONNECT: – - ½, — ～ 1"""
    assert width_of(mark, vertical=vertical) == width


@AXES
@pytest.mark.parametrize("mark", ["–", "—", "～", "/"])
def test_connectors_and_their_neighbours_are_never_stretched(mark, vertical):
    """CONNECT, SOLIDUS: never stretched, nor their two neighbours"""
    natural = places(one_line(f"一{mark}二三四", vertical=vertical))
    stretched = places(one_line(f"一{mark}二三四", 8, vertical=vertical))
    assert stretched[2][1] == natural[2][1]
    assert stretched[4][1] > natural[4][1]


@AXES
@pytest.mark.parametrize("mark", ["/", "／"])
def test_the_solidus_is_half_an_em(mark, vertical):
    """SOLIDUS: ½"""
    assert width_of(mark, vertical=vertical) == HALF


@AXES
@pytest.mark.parametrize("mark", ["——", "……"])
def test_dash_and_ellipsis_are_two_em(mark, vertical):
    """LONG: 2 em, inseparable"""
    assert width_of(mark, vertical=vertical) == 2 * EM
    assert prepared(f"一{mark}一", vertical=vertical).count == 3


@AXES
@pytest.mark.parametrize(
    ("marks", "width"), [("？！", EM), ("！！", EM), ("？？", EM), ("？？？", 2 * EM), ("！！！", 2 * EM)]
)
def test_question_and_exclamation_marks_share(marks, width, vertical):
    """COMBO: two share 1 em, three 2 em"""
    assert width_of(marks, vertical=vertical) == width


@AXES
@pytest.mark.parametrize("run", ["word", "1234567"])
def test_letters_and_digits_are_never_stretched_inside(run, vertical):
    """LATIN, DIGIT: proportional, never stretched inside"""
    natural = [at for _, at in places(one_line(f"一{run}一二", vertical=vertical))]
    stretched = [at for _, at in places(one_line(f"一{run}一二", 12, vertical=vertical))]
    first, last = 1, len(run)
    assert stretched[last] - stretched[first] == natural[last] - natural[first]
    assert stretched[-1] > natural[-1]


@AXES
@pytest.mark.parametrize("bullet", [*"◆●■▲★△○□※"])
def test_a_bullet_is_an_em_and_stays_with_what_follows(bullet, vertical):
    """BULLET: 1 em, no break after it"""
    assert width_of(bullet, vertical=vertical) == EM
    assert 1 not in prepared(f"{bullet}一二三", vertical=vertical).breaks


def test_the_full_width_space_is_an_em():
    """SPACE: U+3000 an em, U+0020 between Latin a quarter to a third"""
    assert width_of("\u3000") == EM
    assert EM // 4 <= places(one_line("a b"))[2][1] - HALF <= EM // 3


@pytest.mark.parametrize(
    ("copy", "western"),
    [
        ("他说“好”。", ""),
        ("他说“OK”了", ""),
        ("“OK”", "“”"),
        ("say “hello” to him", "“”"),
        ("开发区“二次创业”", ""),
        ("一——二", ""),
        ("well — done", "—"),
        ("wait… what", "…"),
        ("等等……好", ""),
        ("‘in’ and ‘out’", "‘’‘’"),
    ],
)
def test_shared_marks_are_chinese_or_latin_by_context(copy, western):
    """note a: “ ” ‘ ’ — … are set by what stands round them"""
    assert {copy[index] for index in western_marks(stand_ins(copy))} == set(western)


@AXES
def test_an_apostrophe_belongs_to_its_word(vertical):
    """note a: ’ between two Latin letters is an apostrophe"""
    made = prepared("一don’t一", vertical=vertical)
    assert made.classes == "HLLLLLH"
    assert lines_of("一二三don’t一二", 4, vertical=vertical)[0] == "一二三"


def test_single_title_marks_outside_double_ones_are_told():
    """note c: 《》 always, 〈〉 only inside"""
    assert [d.code for d in prepared("读〈史记〉").diagnostics if d.code == "P408"] == ["P408"]
    assert not [d for d in prepared("读《〈史记〉注》").diagnostics if d.code == "P408"]


@pytest.mark.parametrize("lookup", [charclass._CLASSES, charclass._SCRIPTS, charclass._IGNORED, charclass._COMBINING])
def test_no_range_of_a_table_runs_into_the_next(lookup):
    """the tables of ranges are in order and do not overlap"""
    assert all(last < first for last, first in zip(lookup.lasts, lookup.firsts[1:], strict=False))
    assert all(first <= last for first, last in zip(lookup.firsts, lookup.lasts, strict=True))


def test_a_dot_before_items_is_smaller_than_its_em_about_its_own_middle():
    """●: seven tenths, in the middle of an em, as high as the face has it"""
    catalogue, _ = load_catalogue()
    case = TypeCase(catalogue, TextStyle(face="song", size=100_000), "song")
    sort, face = case["●"], catalogue.face("noto-serif-sc-400")
    x0, y0, x1, y1 = (value * 100_000 / face.upem for value in face.extents(sort.glyphs[0]))
    assert (sort.advance, sort.stance.scale) == (100_000, 700)
    left, right = sort.shifts[0] + 0.7 * x0, sort.shifts[0] + 0.7 * x1
    assert left + right == pytest.approx(x0 + x1, abs=3)
    assert -sort.rises[0] + 0.7 * (y0 + y1) / 2 == pytest.approx((y0 + y1) / 2, abs=3)
