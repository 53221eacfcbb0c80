"""No type over type. In the tiny face neighbours at 10 pt stand 1 pt apart; they may share 0.2 pt."""

from __future__ import annotations

import pytest

from paiban.display import Line
from tests.support.inked import pt, type_line
from tests.support.issues import han, page_of, set_blocks, story

CODE = "P713"


def codes(found):
    return [one.code for one in found]


@pytest.mark.parametrize(("tracking", "expected"), [(0, []), (-1.19, []), (-1.21, [CODE]), (-5, [CODE])])
def test_outlines_may_share_a_fiftieth_of_an_em(seen, tracking, expected):
    assert codes(seen(type_line("新闻", 30, 60, tracking=tracking))) == expected


@pytest.mark.parametrize(("tracking", "expected"), [(-1.19, []), (-1.21, [CODE])])
def test_vertical_lines_likewise(seen, tracking, expected):
    line = type_line("新闻", 60, 30, tracking=tracking, vertical=True)
    assert codes(seen(line)) == expected


def test_the_place_is_the_character_and_the_count_all_of_them(seen):
    (found,) = seen(type_line("新闻报道", 30, 60, tracking=-3))
    params = dict(found.params)
    assert (params["words"], params["count"], params["block"]) == ("新闻", 6, "lead")
    assert (found.span.line, found.span.column, found.span.end_column) == (1, 1, 3)


def test_only_what_overlaps_is_told(seen):
    line = type_line("新闻报", 30, 60)
    run = line.runs[0]
    moved = run._replace(xs=(run.xs[0], run.xs[1], run.xs[2] - pt(3)))
    (found,) = seen(line._replace(runs=(moved,)))
    assert dict(found.params)["words"] == "闻报"
    assert found.span.column == 2


def test_runs_of_one_line_are_neighbours_too(seen):
    first, second = type_line("新", 30, 60), type_line("闻", 35, 60)
    both = first._replace(copy=type_line("新闻", 0, 0).copy, end=2, runs=(*first.runs, *second.runs))
    assert codes(seen(both)) == [CODE]


def test_what_stands_over_another_at_the_same_place_along_does_not_overlap(seen):
    """纵中横 puts characters side by side in one cell of a vertical line."""
    line = type_line("12", 60, 40, vertical=True)
    run = line.runs[0]
    beside = run._replace(xs=(pt(55), pt(61)), ys=(run.ys[0], run.ys[0]))
    assert seen(line._replace(runs=(beside,))) == []


def test_a_pair_that_the_face_kerns_may_come_near(seen):
    """A and V are 5 pt wide, their ink 4 pt, and kerned by half a point: the face sets it so."""
    run = type_line("AV", 30, 60).runs[0]
    kerned = run._replace(xs=(pt(30), pt(34.5)))
    assert seen(type_line("AV", 30, 60)._replace(runs=(kerned,))) == []


def test_a_pair_nearer_than_the_face_kerns_it_is_told(seen):
    run = type_line("AV", 30, 60).runs[0]
    assert codes(seen(type_line("AV", 30, 60)._replace(runs=(run._replace(xs=(pt(30), pt(33.5))),)))) == [CODE]


def test_dashes_may_meet(seen):
    assert seen(type_line("……", 30, 60, tracking=-1)) == []


def test_a_blank_covers_nothing(seen):
    assert seen(type_line("新　闻", 30, 60, tracking=-4.5)) == []


def test_the_ink_of_ruby_is_told_apart_from_its_line(seen):
    line, note = type_line("新", 30, 60), type_line("闻", 30, 50, size=5)
    above = line._replace(copy=type_line("新闻", 0, 0).copy, end=2, runs=(*line.runs, *note.runs), notes=((1, 2),))
    assert seen(above) == []


def test_pages_set_by_the_rules_have_none():
    body = f"{han(40)}，“{han(9)}”（{han(3)}）、《{han(4)}》——{han(7)}……12.5%，AV{han(5)}。"
    for writing in ("horizontal", "vertical"):
        result = set_blocks(story(columns="1-3", rows="1-20", weight=1, writing=writing, body=f"{body}\n{body}"))
        assert any(isinstance(item, Line) for item in page_of(result).items)
        assert [d.code for d in result.diagnostics if d.code.startswith("P71")] == []
