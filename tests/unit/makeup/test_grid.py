"""The grid: columns, joined and recut, and the one baseline grid."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.display import Rect
from paiban.makeup.grid import GridRect, make_grid
from paiban.template import Body, PageTemplate
from paiban.units import PER_MM, PER_PT, mm, pt

EM = 9 * PER_PT
BODY = Body("standard", EM, 13 * PER_PT, 13, 1, 96)


def template(columns: int = 8, left: int = mm(19)) -> PageTemplate:
    return PageTemplate("test", mm(390), mm(540), 0, left, mm(50), mm(25), mm(22), columns, (BODY,), ())


GRID = make_grid(template(), BODY)


@pytest.mark.parametrize("columns", range(1, 9))
def test_joined_columns_measure_13n_plus_n_less_1(columns):
    assert GRID.span(columns) == (13 * columns + columns - 1) * EM


@pytest.mark.parametrize(
    ("columns", "legs", "em"),
    [
        (3, 2, Fraction(20)),
        (4, 3, Fraction(53, 3)),
        (5, 3, Fraction(67, 3)),
        (5, 4, Fraction(33, 2)),
        (4, 4, Fraction(13)),
    ],
    ids=["三破二", "四破三", "五破三", "五破四", "四栏不破"],
)
def test_recut_columns_measure_what_the_rule_book_says(columns, legs, em):
    assert GRID.recut(GRID.span(columns), legs) == em * EM


def test_a_column_begins_a_gutter_after_the_one_before():
    assert GRID.column_left(3) == GRID.left + 2 * (13 + 1) * EM


def test_the_first_column_begins_where_the_template_says():
    assert make_grid(template(left=mm(30)), BODY).column_left(1) == mm(30)


def test_rows_follow_each_other_by_the_leading():
    assert GRID.row_top(1) == mm(50)
    assert GRID.row_top(11) - GRID.row_top(1) == 130 * PER_PT


def test_a_baseline_stands_088_em_under_an_em_box_in_the_middle_of_its_row():
    """13 pt of row less 9 pt of type leaves 2 pt above; the em box has its baseline 7.92 pt below its top."""
    assert GRID.baseline(1) - GRID.row_top(1) == pt(Fraction("9.92"))


def test_there_is_one_baseline_a_row():
    assert GRID.baselines() == tuple(GRID.baseline(row) for row in range(1, 97))


@given(st.integers(1, 96))
def test_the_character_face_stands_in_the_middle_of_its_row(row):
    above = GRID.face_top(row) - GRID.row_top(row)
    below = GRID.row_top(row + 1) - GRID.face_foot(row)
    assert above == below == pt(Fraction("2.36"))


def test_a_frame_goes_from_column_edge_to_column_edge_and_row_to_row():
    frame = GRID.frame(GridRect(2, 4, 11, 20))
    assert frame == Rect(GRID.column_left(2), GRID.row_top(11), GRID.column_left(5) - EM, GRID.row_top(21))


def test_frames_of_neighbours_are_a_gutter_apart():
    left, right = GRID.frame(GridRect(1, 3, 1, 5)), GRID.frame(GridRect(4, 8, 1, 5))
    assert right.x0 - left.x1 == EM


def test_the_type_area_is_the_columns_from_the_first_rows_face_to_the_last_rows():
    area = GRID.type_area()
    assert (area.width, area.y0, area.y1) == (111 * EM, GRID.face_top(1), GRID.face_foot(96))


def test_places_that_touch_do_not_meet():
    place = GridRect(1, 2, 1, 10)
    assert not place.meets(GridRect(3, 4, 1, 10))
    assert not place.meets(GridRect(1, 2, 11, 20))


def test_places_that_share_one_cell_meet():
    assert GridRect(1, 2, 1, 10).meets(GridRect(2, 4, 10, 20))


def test_places_at_the_same_height_share_rows_without_meeting():
    assert GridRect(1, 2, 1, 10).meets_rows(GridRect(5, 6, 10, 20))
    assert not GridRect(1, 2, 1, 10).meets_rows(GridRect(1, 2, 11, 20))


def test_a_place_holds_itself_and_what_lies_inside():
    place = GridRect(2, 5, 3, 30)
    assert place.holds(place)
    assert place.holds(GridRect(3, 4, 10, 30))
    assert not place.holds(GridRect(2, 6, 10, 30))
    assert not place.holds(GridRect(2, 5, 2, 30))


def test_a_place_counts_both_its_ends():
    place = GridRect(2, 5, 3, 30)
    assert (place.columns, place.rows) == (4, 28)


@given(st.integers(1, 16), st.integers(1, 16), st.integers(1000, 10**8))
def test_recut_legs_and_their_gutters_never_exceed_their_span(columns, legs, em):
    body = Body("any", em, em * 3 // 2, 13, 1, 50)
    grid = make_grid(template(16, left=10 * PER_MM), body)
    span = grid.span(columns)
    measure = grid.recut(span, legs)
    assert 0 <= span - (legs * measure + (legs - 1) * grid.gutter) < legs
