"""The proof that the text drawn is the copy read: each way of failing it is found."""

from __future__ import annotations

import pytest

from paiban.display import BLACK, GlyphRun
from paiban.output.verify import verify_copy
from paiban.span import Text, plain_text
from tests.support.tiny_page import line_of, page_of

COPY = plain_text("今日天气晴好。", "issue.yaml", 12, 5)


def run_of(text: str) -> GlyphRun:
    """A run that claims to draw ``text``; where does not matter here."""
    count = len(text)
    return GlyphRun("tiny", 100, BLACK, (1,) * count, tuple(range(count)), (0,) * count, tuple(text))


def line(start: int, end: int, drawn: str | None = None, copy: Text = COPY, **more):
    text = copy.value[start:end] if drawn is None else drawn
    return line_of([run_of(text)], "x", **more)._replace(copy=copy, start=start, end=end)


def found(*lines, texts=(COPY,)):
    return [(d.code, dict(d.params)["words"]) for d in verify_copy([page_of(lines)], texts)]


def test_lines_that_tile_their_copy_pass():
    assert found(line(0, 4), line(4, 7)) == []


def test_copy_that_was_never_set_is_lost():
    assert found(texts=(COPY,)) == [("P710", COPY.value)]


@pytest.mark.parametrize(("lines", "words"), [([(0, 3), (5, 7)], "气晴"), ([(1, 7)], "今"), ([(0, 6)], "。")])
def test_a_gap_is_lost_copy(lines, words):
    assert found(*(line(*each) for each in lines)) == [("P710", words)]


def test_an_overlap_is_doubled_copy():
    assert found(line(0, 4), line(3, 7)) == [("P711", "气")]


def test_a_line_set_twice_is_doubled_copy():
    assert found(line(0, 7), line(0, 7)) == [("P711", COPY.value)]


def test_copy_that_an_alias_says_twice_stands_twice_on_its_page():
    both = (COPY, COPY)
    assert found(line(0, 7), line(0, 4), line(4, 7), texts=both) == []
    assert found(line(0, 4), line(4, 7), texts=both) == [("P710", COPY.value)]
    assert found(line(0, 7), line(0, 4), texts=both) == [("P710", COPY.value[4:])]
    assert found(line(0, 7), line(0, 7), line(0, 4), texts=both) == [("P711", COPY.value[:4])]


def test_other_words_than_the_copy_are_found():
    assert found(line(0, 7, "今日天气睛好。")) == [("P712", COPY.value)]


def test_a_character_too_many_is_found():
    assert found(line(0, 7, COPY.value + "。")) == [("P712", COPY.value)]


def test_a_fault_points_at_its_place():
    (fault,) = verify_copy([page_of([line(0, 3), line(5, 7)])], (COPY,))
    assert (fault.span.line, fault.span.column, fault.span.end_column) == (12, 8, 10)


def test_typed_spaces_may_be_dropped():
    copy = plain_text("共 12 人")
    assert found(line(0, 6, "共12人", copy, dropped=(1, 4)), texts=(copy,)) == []


def test_a_character_may_not_be_dropped():
    copy = plain_text("共十人")
    assert found(line(0, 3, "共人", copy, dropped=(1,)), texts=(copy,)) == [("P710", "十")]


def test_blanks_and_the_sign_of_a_headline_break_may_stand_between_lines():
    copy = plain_text("上半句　下半句|尾")._replace(breaks=(7,))
    assert found(line(0, 3, copy=copy), line(4, 7, copy=copy), line(8, 9, copy=copy), texts=(copy,)) == []


def test_a_bar_that_is_no_break_may_not_stand_undrawn():
    copy = plain_text("上半句|尾")
    assert found(line(0, 3, copy=copy), line(4, 5, copy=copy), texts=(copy,)) == [("P710", "|")]


def test_the_signs_of_markup_may_be_dropped():
    copy = plain_text("**要** 点")
    assert found(line(0, 7, "要点", copy, dropped=(0, 1, 3, 4, 5)), texts=(copy,)) == []


def test_a_prefix_and_a_suffix_are_no_copy():
    assert found(line(0, 7, "◆" + COPY.value + "-", prefix="◆", suffix="-")) == []


def test_a_prefix_that_is_not_drawn_is_found():
    assert found(line(0, 7, prefix="◆")) == [("P712", "◆" + COPY.value)]


def test_ruby_is_copy_set_beside_the_line():
    copy = plain_text("{焱|yàn}火")
    body, note = run_of("焱火"), run_of("yàn")
    good = line_of([body, note], "x", notes=((3, 6),), dropped=(0, 2, 6))._replace(copy=copy, start=0, end=8)
    assert found(good, texts=(copy,)) == []
    wrong = good._replace(runs=(body, run_of("yan")))
    assert found(wrong, texts=(copy,)) == [("P712", "yàn")]


def test_equal_words_in_two_places_are_two_pieces_of_copy():
    other = plain_text(COPY.value, "issue.yaml", 20, 5)
    assert found(line(0, 7), texts=(COPY, other)) == [("P710", COPY.value)]


def test_words_of_the_engine_need_no_text():
    date = plain_text("2022年3月31日")
    assert found(line(0, 7), line(0, 10, copy=date)) == []


def test_lines_on_several_pages_tile_together():
    pages = [page_of([line(0, 4)]), page_of([line(4, 7)])]
    assert verify_copy(pages, (COPY,)) == ()


# ---- copy over several pages -----------------------------------------------------------------------------------------


def over(*pages, texts):
    return [(d.code, dict(d.params)["words"]) for d in verify_copy([page_of(lines) for lines in pages], texts)]


def test_copy_may_run_on_on_another_page():
    assert over([line(0, 4)], [line(4, 7)], texts=(COPY,)) == []


def test_what_every_page_repeats_must_stand_whole_on_each():
    assert over([line(0, 7)], [line(0, 7)], texts=(COPY, COPY)) == []
    assert over([line(0, 7)], [line(0, 4)], texts=(COPY, COPY)) == [("P710", "晴好。")]


def test_what_a_page_of_several_lacks_is_lost():
    assert over([line(0, 7)], [], texts=(COPY, COPY)) == [("P710", COPY.value)]


def test_what_stands_on_a_page_more_than_it_should_is_doubled():
    assert over([line(0, 7)], [line(0, 7)], [line(0, 7)], texts=(COPY, COPY)) == [("P711", COPY.value)]
