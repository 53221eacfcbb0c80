"""Inline marks: what is copy, what is a mark, and what a mark says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.markup import RUBY, bars, has_marks, parse, plain


def said(source: str) -> list[tuple[str, str]]:
    """The kind of every marking with the words that it covers."""
    marked = parse(source)
    return [(m.kind, marked.text[m.first : m.last]) for m in marked.markings]


@pytest.mark.parametrize(
    ("source", "text", "markings"),
    [
        ("甲**乙**丙", "甲乙丙", [("bold", "乙")]),
        ("CO_{2}和10^{-3}", "CO2和10-3", [("sub", "2"), ("sup", "-3")]),
        ("[本报讯]{黑 红}（记者）", "本报讯（记者）", [("黑", "本报讯"), ("红", "本报讯")]),
        ("[甲[乙]{红}丙]{黑}", "甲乙丙", [("黑", "甲乙丙"), ("红", "乙")]),
        ("[**甲**]{红}", "甲", [("红", "甲"), ("bold", "甲")]),
        ("**甲[乙**丙]{红}", "甲乙丙", [("bold", "甲乙"), ("红", "乙丙")]),
        ("[{字|zì}]{红}", "字", [("红", "字"), (RUBY, "字")]),
        ("x^^y^^{2}", "xy{2}", [("dots", "y")]),
        ("[甲]{}", "甲", [("", "甲")]),
    ],
)
def test_marks_are_read(source, text, markings):
    assert (parse(source).text, said(source)) == (text, markings)


@pytest.mark.parametrize(
    "source",
    [
        "见[1]注",
        "数组a[i]",
        "{甲}",
        "甲]乙[丙",
        "[注]{高邮|gāo yóu}",
        "a^2 b_1",
        "[甲\n]",
        "C:[x",
        "数组[]",
        "3~5、7~9",
    ],
)
def test_brackets_and_signs_that_are_no_marks_are_copy(source):
    assert all(kind == RUBY for kind, _ in said(source))
    assert parse(source).unclosed == ()
    assert plain(source) == source.replace("{高邮|gāo yóu}", "高邮")


@pytest.mark.parametrize(
    "source",
    [
        "138****0000",
        "姓名：____",
        "______",
        "好~~~~",
        "价||||",
        "*****",
        "a__b__c",
        "a~~b~~c",
        "a||b||c",
        "2**3**4",
        "~~~",
    ],
)
def test_signs_in_a_row_or_inside_a_word_are_copy(source):
    """a pair of marks with nothing between them, and signs between letters: set as typed, nothing told"""
    marked = parse(source)
    assert (marked.text, marked.markings, marked.dropped, marked.unclosed) == (source, (), (), ())


@pytest.mark.parametrize(
    ("source", "text", "markings"),
    [
        ("**甲****乙**", "甲乙", [("bold", "甲"), ("bold", "乙")]),
        ("i**P**hone", "iPhone", [("bold", "P")]),
        ("游__London__桥", "游London桥", [("name", "London")]),
        ("138****0000和**甲**", "138****0000和甲", [("bold", "甲")]),
    ],
)
def test_marks_beside_such_signs_are_marks(source, text, markings):
    assert (parse(source).text, said(source)) == (text, markings)


@pytest.mark.parametrize(
    ("source", "at"),
    [
        ("甲^{乙", 1),
        ("_{2", 0),
        ("甲]{红}", 1),
        ("**甲", 0),
        ("[甲_{2]{红}", 2),
        ("[甲]{红", 2),
        ("[甲]{红{x}", 2),
        ("甲^{}乙", 1),
        ("_{}", 0),
        ("甲[]{红}乙", 1),
    ],
)
def test_a_mark_without_its_partner_is_copy(source, at):
    marked = parse(source)
    assert at in marked.unclosed
    assert marked.text[0] == source[0]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"[文字]\{黑}", "[文字]{黑}"),
        (r"10\^{3}", "10^{3}"),
        (r"\[a]{黑}", "[a]{黑}"),
        (r"[甲\]乙]{黑}", "甲]乙"),
        (r"\\", "\\"),
        (r"\:::", ":::"),
        (r"\##", "##"),
    ],
)
def test_a_backslash_makes_a_sign_ordinary(source, text):
    assert parse(source).text == text


def test_a_name_is_told_where_it_was_typed():
    source = "前[文字]{黑、红　大}"
    assert [source[m.start : m.end] for m in parse(source).markings] == ["黑", "红", "大"]


@pytest.mark.parametrize(
    ("source", "places"),
    [("甲|乙", [1]), ("甲{字|zì}|乙", [7]), ("||甲||乙", []), (r"甲\|乙", []), ("a||b", [1, 2]), ("**甲|乙**", [3])],
)
def test_a_bar_is_a_break_where_it_is_no_mark(source, places):
    assert bars(source) == places


SIGNS = st.text("甲乙1 \\*^_~{|}[]\n、", max_size=40)


@given(SIGNS)
def test_copy_marks_and_ruby_make_up_the_source(source):
    """Every character is copy, mark or ruby, and none is two of them."""
    marked = parse(source)
    ruby = [i for m in marked.markings if m.kind == RUBY for i in range(m.start, m.end)]
    assert sorted([*marked.places[:-1], *marked.dropped, *ruby]) == list(range(len(source)))
    assert marked.text == "".join(source[i] for i in marked.places[:-1])
    assert has_marks(source) or marked.text == source


@given(SIGNS)
def test_a_marking_stands_within_the_text(source):
    marked = parse(source)
    assert all(0 <= m.first <= m.last <= len(marked.text) for m in marked.markings)
