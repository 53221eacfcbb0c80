"""Rule book, section 7: paragraphs, and section 8: lines."""

from __future__ import annotations

import pytest

from paiban.text import LineRange, break_lines, is_orphan, set_line
from paiban.text.linerange import characters
from paiban.text.review import judge
from paiban.units import SIZE_NAMES
from tests.support.composed import EM, HALF, lines_of, one_line, places, prepared, set_lines

AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])


def begin(line) -> int:
    return line.y if line.vertical else line.x


@AXES
def test_the_first_line_is_indented(vertical):
    """first-line indent: 2 em"""
    lines = set_lines(prepared("一二三四五六七八九十", indent=2 * EM, vertical=vertical), 5 * EM)
    assert [begin(line) for line in lines] == [2 * EM, 0, 0]
    assert [line.measure for line in lines] == [3 * EM, 5 * EM, 5 * EM]
    assert [line.end - line.start for line in lines] == [3, 5, 2]


@AXES
def test_a_sign_without_an_indent_stands_on_its_em(vertical):
    """a ◆ that begins a paragraph without indent does not stand out of the measure"""
    line = set_lines(prepared("◆年植树节", vertical=vertical), 20 * EM)[0]
    assert places(line)[1][1] - places(line)[0][1] == EM


@AXES
def test_a_brief_is_indented_too_and_its_bullet_is_an_em(vertical):
    """◆ briefs: indent 2 em, then ◆ on an em of which a tenth stands in the indent: it is clear of its text"""
    line = set_lines(prepared("今年植树节", prefix="◆", indent=2 * EM, vertical=vertical), 20 * EM)[0]
    assert begin(line) == 2 * EM
    assert places(line)[1][1] - places(line)[0][1] == EM + EM // 10
    assert line.prefix == "◆"
    assert line.runs[0].texts == ("◆",)
    assert (line.start, line.end) == (0, 5)


@AXES
def test_a_paragraph_that_begins_with_a_bracket(vertical):
    """paragraph starting with OPEN: 2 em and the bracket on its half, never hung into the indent"""
    line = set_lines(prepared("《一二三》", indent=2 * EM, vertical=vertical), 20 * EM)[0]
    found = places(line)
    baseline = EM * 88 // 100 if vertical else 0
    assert found[1][1] - baseline == HALF
    assert found[0][1] - baseline == -HALF


def test_a_quotation_of_several_paragraphs_needs_no_closing_mark():
    """quoted passage: OPEN on each paragraph, CLOSE on the last only"""
    assert not [d for d in prepared("“一二三四五。").diagnostics if d.severity != "info"]


@AXES
@pytest.mark.parametrize("breaker", ["greedy", "optimal"])
def test_an_orphan_gets_company_from_the_line_before(breaker, vertical):
    """orphan: pull one character down from the line before and stretch it"""
    lines = lines_of("一二三四五六七八九十一", 10, breaker=breaker, vertical=vertical)
    assert [len(line) for line in lines] == [9, 2]


def test_the_line_that_gives_may_take_from_the_one_before():
    """orphan: the line that gives is made up from the line before it, rather than loose"""
    # 丙 alone would leave six characters on seven em; with 六 they are seven, and the line before is squeezed no more.
    copy = "一，二三四五、六七八九十甲乙丙丁。"
    assert [len(line) for line in lines_of(copy, 7, punctuation="quanjiao")] == [7, 7, 3]


@AXES
@pytest.mark.parametrize("full", [1, 2, 3])
def test_the_giving_line_takes_from_the_one_before_it_in_a_paragraph_of_any_length(full, vertical):
    """orphan: the line that gives is made up from the line before it, be there others above that or not

    On 10½ em the word's line without 丁 would stand open 1⅓ em at three places; with 十 it lacks a sixth of an em, and
    the line of nine that gave 十 lacks 1½ at eight places.
    """
    lines = lines_of("一二三四五六七八九十" * full + "journalistic甲乙丙丁戊", 10.5, vertical=vertical)
    assert lines[-3:] == ["一二三四五六七八九", "十journalistic甲乙丙", "丁戊"]
    assert len(lines) == full + 2


@pytest.mark.parametrize(
    ("copy", "first", "lone"),
    [
        ("一二三四五", 4, True),
        ("一二三四五。", 4, True),
        ("一二", 1, True),
        ("一二三四五六", 4, False),
        ("一二三四5％", 4, False),
        ("一二三四ok", 4, False),
    ],
)
def test_one_character_is_alone_and_two_are_company(copy, first, lone):
    """orphan: a last line of one character, of any paragraph of more lines than one"""
    made = prepared(copy)
    assert is_orphan(made, LineRange(first, made.count)) == lone
    assert not is_orphan(made, LineRange(first - 1, made.count - 1))


def test_a_paragraph_of_one_character_has_no_orphan():
    """orphan: its only line is no last line left alone"""
    assert not is_orphan(prepared("一"), LineRange(0, 1))


@AXES
def test_a_line_cut_short_by_a_word_takes_from_the_line_above(vertical):
    """loose line: what would be torn open beyond a quarter em a place is shared with the line above"""
    copy = "一二三四五六七八九十甲乙丙丁internationalism戊己庚辛壬癸"
    lines = lines_of(copy, 10, vertical=vertical)
    # Left alone, four characters would stand two em apart; seven and seven, half an em.
    assert [len(line) for line in lines[:2]] == [7, 7]


def test_a_line_that_is_not_torn_open_takes_nothing_from_the_line_above():
    """loose line: below the warning the greedy line stays as it was filled"""
    copy = "一二三四五六七八九十甲乙丙丁戊己庚辛壬2022年癸"
    lines = lines_of(copy, 10)
    assert len(lines[0]) == 10


@pytest.mark.parametrize("breaker", ["greedy", "optimal"])
def test_an_orphan_with_its_mark_is_still_an_orphan(breaker):
    """orphan: one Han character, with or without a mark"""
    assert lines_of("一二三四五六七八九十一。", 10, breaker=breaker)[-1] == "十一。"


def test_an_orphan_that_cannot_be_saved_is_told():
    """orphan: or ask for an edit"""
    made = prepared("一二三四五")
    lines = break_lines(made, 4 * EM)
    codes = {d.code for d in judge(made, lines, 4 * EM)}
    assert ("P413" in codes) == (lines[-1].last - lines[-1].first == 1)


@AXES
@pytest.mark.parametrize(("align", "offset"), [("start", 0), ("centre", 3 * EM), ("end", 6 * EM)])
def test_a_single_line_is_aligned(align, offset, vertical):
    """single-line block: start, centred, end"""
    line = set_lines(prepared("一二三四", align=align, vertical=vertical), 10 * EM)[0]
    assert begin(line) == offset
    assert line.advance == 4 * EM
    assert not line.justified


@AXES
def test_a_single_line_is_spread_to_its_measure(vertical):
    """single-line block: 均排"""
    line = set_lines(prepared("一二三四", align="spread", vertical=vertical), 10 * EM)[0]
    assert line.justified
    assert places(line)[-1][1] - places(line)[0][1] == 9 * EM


def test_a_paragraphs_last_line_is_not_justified():
    """every line but the paragraph's last"""
    lines = set_lines(prepared("一二三四五六七八九"), 6 * EM + HALF)
    assert [line.justified for line in lines] == [True, False]


def test_text_goes_round_a_picture():
    """a measure that differs from line to line"""
    made = prepared("一二三四五六七八九十一二三四五六七八九十")
    measures = [8 * EM, 4 * EM, 4 * EM, 8 * EM]
    lines = break_lines(made, lambda line: measures[min(line, 3)])
    assert [line.last - line.first for line in lines] == [8, 4, 4, 4]
    exact = [
        set_line(made, line, measures[min(i, 3)], x=0, y=0, role="", block="", leg=0) for i, line in enumerate(lines)
    ]
    assert all(line.advance == line.measure for line in exact[:-1])


def test_text_goes_round_a_picture_with_the_optimal_breaker():
    """a measure that differs from line to line, paragraph-wide"""
    made = prepared("一二三四五六七八九十一二三四五六七八九十", breaker="optimal")
    measures = [8 * EM, 4 * EM, 4 * EM, 8 * EM]
    lines = break_lines(made, lambda line: measures[min(line, 3)])
    assert [line.last - line.first for line in lines] == [8, 4, 4, 4]


@AXES
def test_measures_may_be_fractions_of_an_em(vertical):
    """破栏 gets fractions: 17⅔"""
    measure = 53 * EM // 3
    lines = set_lines(prepared("一二三四五六七八九十" * 4, vertical=vertical), measure)
    assert all(line.advance == measure for line in lines[:-1])


def test_sizes_by_name():
    """字号 in points"""
    names = ("初号", "一号", "二号", "小五", "六号", "七号")
    assert [float(SIZE_NAMES[name]) for name in names] == [42, 27.5, 21, 9, 7.875, 5.25]


def test_the_indent_does_not_come_back_in_the_next_leg():
    """a paragraph that goes on in another leg is not indented again"""
    made = prepared("一二三四五六七八九十", indent=2 * EM)
    lines = break_lines(made, 5 * EM)
    again = set_line(made, lines[1], 5 * EM, x=0, y=0, role="", block="", leg=1)
    assert again.x == 0
    assert again.measure == 5 * EM
    assert one_line("一").x == 0


@AXES
@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("字。", 1),
        ("字……", 1),
        ("字——", 1),
        ("“字”", 1),
        ("字？！", 1),
        ("5％", 2),
        ("5℃。", 2),
        ("◆字", 2),
        ("word", 4),
        ("第3", 2),
    ],
)
def test_how_many_characters_a_line_holds(line, count, vertical):
    """orphan: letters, digits and signs are characters, punctuation hangs on to one"""
    made = prepared(line, vertical=vertical)
    assert characters(made, 0, made.count) == count
