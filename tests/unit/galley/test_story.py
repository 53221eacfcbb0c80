"""A story's paragraphs: their order, the honest ways to set each, and the line counts."""

from __future__ import annotations

from typing import Any

import pytest

from paiban.galley.copyfit import Choice
from paiban.galley.galley import Galley
from paiban.galley.proof import proof_data, proof_text
from paiban.text import break_lines
from paiban.units import PER_PT
from tests.support.issues import briefs, galley_in, han, maker_of, read_blocks, story

EM = 9 * PER_PT
COLUMN = 11 * EM


def galley_of(*paragraphs: str, indent: int | None = None, **keys: Any) -> Galley:
    issue = read_blocks(story(body="\n".join(paragraphs), **keys))
    (block,) = issue.pages[0].blocks
    kit = maker_of(issue)
    return galley_in(block, kit._replace(setter=kit.setter.indented(indent)))


def rail_of(*items: str) -> Galley:
    issue = read_blocks(briefs(*items))
    (block,) = issue.pages[0].blocks
    return galley_in(block, maker_of(issue))


# ---- paragraphs -----------------------------------------------------------------------------------------------------


def test_paragraphs_stand_in_the_order_of_the_file():
    galley = galley_of(han(20), "## " + han(4), han(30))
    assert [p.kind for p in galley.paragraphs] == ["body", "crosshead", "body"]


def test_a_byline_stands_last():
    galley = galley_of(han(20), byline="本报记者")
    assert [p.kind for p in galley.paragraphs] == ["body", "byline"]


def test_a_cross_head_is_set_without_its_sign():
    galley = galley_of("## " + han(4), han(20))
    assert galley.paragraphs[0].prepared.copy.value == han(4)


def test_a_body_paragraph_is_indented_by_two_em():
    assert galley_of(han(20)).paragraphs[0].prepared.style.indent == 2 * EM


def test_another_indent_can_be_asked_for():
    assert galley_of(han(20), indent=3 * EM).paragraphs[0].prepared.style.indent == 3 * EM
    assert galley_of(han(20), indent=0).paragraphs[0].prepared.style.indent == 0


def test_vertical_writing_prepares_vertical_copy():
    assert galley_of(han(20), writing="vertical").paragraphs[0].prepared.style.vertical


def test_each_brief_is_opened_by_a_bullet_that_is_no_copy():
    for item in rail_of(han(12), han(20)).paragraphs:
        assert item.prepared.prefix == "◆"
        assert "◆" not in item.prepared.copy.value


# ---- counts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("characters", "lines"), [(1, 1), (9, 1), (10, 2), (20, 2), (21, 3), (119, 11)])
def test_a_first_line_holds_nine_and_the_others_eleven(characters, lines):
    body = han(characters)
    if characters % 11 == 10:  # one character alone on a last line gets company from the line before: same count
        assert len(body) == characters
    assert galley_of(body).count(COLUMN) == lines


def test_a_galley_counts_all_its_paragraphs():
    assert galley_of(han(9), "## " + han(4), han(20), byline="本报记者").count(COLUMN) == 1 + 1 + 2 + 1


def test_what_is_counted_tracked_is_broken_without_tracking_once(monkeypatch):
    galley, asked = galley_of(han(90), han(60)), []

    def breaking(prepared, measure, *, tracking=0, natural=None):
        asked.append((tracking, natural is None))
        return break_lines(prepared, measure, tracking=tracking, natural=natural)

    monkeypatch.setattr("paiban.galley.galley.break_lines", breaking)
    for tracking in (0, -30, 30, 0):
        galley.count(COLUMN, tracking)
    assert asked == [(t, not t) for t in (0, -30, 30) for _ in galley.paragraphs]


# ---- choices --------------------------------------------------------------------------------------------------------


def test_the_natural_line_count_comes_first():
    (choices,) = galley_of(han(38 + 3 * 40 + 3)).choices(40 * EM, 30)
    assert choices[0] == Choice(5)


def test_every_choice_is_a_line_count_that_really_breaks_so():
    galley = galley_of(han(38 + 3 * 40 + 3))
    (choices,) = galley.choices(40 * EM, 50)
    assert len(choices) > 1
    for choice in choices:
        assert len(galley.paragraphs[0].broken(40 * EM, choice.tracking)) == choice.lines
        assert abs(choice.tracking) <= 50


def test_a_paragraph_that_no_tracking_moves_has_one_choice():
    assert galley_of(han(12)).choices(COLUMN, 30) == ((Choice(2),),)


def test_no_tracking_is_offered_where_none_is_allowed():
    assert galley_of(han(38 + 3 * 40 + 3)).choices(40 * EM, 0) == ((Choice(5),),)


def test_a_cross_head_may_take_a_row_of_white():
    assert galley_of(han(9), "## " + han(4), han(9)).choices(COLUMN, 0)[1] == (Choice(1), Choice(2, blank=1))


def test_a_cross_head_that_opens_a_story_takes_none():
    assert galley_of("## " + han(4), han(9)).choices(COLUMN, 0)[0] == (Choice(1),)


def test_a_cross_head_longer_than_its_leg_counts_its_lines():
    galley = galley_of(han(9), "## " + han(15), han(9))
    natural = galley.choices(COLUMN, 0)[1][0]
    assert natural.lines == len(galley.paragraphs[1].broken(COLUMN, natural.tracking)) == 2


def test_a_brief_but_the_first_may_take_one_or_two_rows_of_white():
    first, second = rail_of(han(8), han(8)).choices(COLUMN, 0)
    assert first == (Choice(1),)
    assert second == (Choice(1), Choice(2, blank=1), Choice(3, blank=2))


# ---- 小样 -----------------------------------------------------------------------------------------------------------


def test_a_proof_tells_each_line_with_its_widths_in_em():
    data = proof_data([galley_of(han(12))], COLUMN)
    first, second = (
        {"text": han(9), "natural_em": 9.0, "set_em": 9.0, "tracking": 0},
        {"text": han(3, 9), "natural_em": 3.0, "set_em": 3.0, "tracking": 0},
    )
    assert data == {"stories": [{"id": "lead", "paragraphs": [{"lines": [first, second]}]}]}


def test_a_proof_in_words_numbers_the_lines_of_each_story():
    words = proof_text(proof_data([galley_of(han(12), han(5))], COLUMN)).splitlines()
    assert words[0] == "lead  3"
    assert [row.split() for row in words[1:]] == [["1", han(9)], ["2", han(3, 9)], ["3", han(5)]]
