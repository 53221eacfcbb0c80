"""The grid: columns, joined and recut, and the one baseline grid."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.display import Rect
from paiban.grid import GridRect
from paiban.template import Body, Folio, PageTemplate
from paiban.units import PER_MM, PER_PT, mm, pt

EM = 9 * PER_PT
BODY = Body("standard", EM, 13 * PER_PT, 13 * EM, EM, 96)


def template(columns: int = 8, left: int = mm(19)) -> PageTemplate:
    return PageTemplate("test", mm(390), mm(540), 0, left, mm(50), Folio(mm(25), mm(22)), columns, (BODY,), ())


GRID = template().grid(BODY)


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
    assert GRID.column_left(2) == GRID.left + 2 * (13 + 1) * EM


def test_the_first_column_begins_where_the_template_says():
    assert template(left=mm(30)).grid(BODY).column_left(0) == mm(30)


def test_rows_follow_each_other_by_the_leading():
    assert GRID.row_top(0) == mm(50)
    assert GRID.row_top(10) - GRID.row_top(0) == 130 * PER_PT


def test_a_baseline_stands_088_em_under_an_em_box_in_the_middle_of_its_row():
    """13 pt of row less 9 pt of type leaves 2 pt above; the em box has its baseline 7.92 pt below its top."""
    assert GRID.baseline(0) - GRID.row_top(0) == pt(Fraction("9.92"))


def test_there_is_one_baseline_a_row():
    assert GRID.baselines() == tuple(GRID.baseline(row) for row in range(96))


@given(st.integers(0, 95))
def test_the_character_face_stands_in_the_middle_of_its_row(row):
    above = GRID.face_top(row) - GRID.row_top(row)
    below = GRID.row_top(row + 1) - GRID.face_foot(row + 1)
    assert above == below == pt(Fraction("2.36"))


def test_a_frame_goes_from_column_edge_to_column_edge_and_row_to_row():
    frame = GRID.frame(GridRect.counted(2, 4, 11, 20))
    assert frame == Rect(GRID.column_left(1), GRID.row_top(10), GRID.column_left(4) - EM, GRID.row_top(20))


def test_frames_of_neighbours_are_a_gutter_apart():
    left, right = GRID.frame(GridRect(0, 0, 3, 5)), GRID.frame(GridRect(3, 0, 5, 5))
    assert right.x0 - left.x1 == EM


def test_the_type_area_is_the_columns_from_the_first_rows_face_to_the_last_rows():
    area = GRID.type_area()
    assert (area.width, area.y0, area.y1) == (111 * EM, GRID.face_top(0), GRID.face_foot(96))


def drawn(*lines: str) -> dict[str, GridRect]:
    """The rectangles that the letters of a drawing fill, a character a column, a line a row; ``.`` is nobody's."""
    cells = [(ch, column, row) for row, line in enumerate(lines) for column, ch in enumerate(line) if ch != "."]
    found: dict[str, GridRect] = {}
    for letter, column, row in cells:
        cell = GridRect(column, row, 1, 1)
        found[letter] = found.get(letter, cell).around(cell)
    return found


def test_an_editor_counts_from_1_and_names_both_ends():
    place = GridRect.counted(2, 5, 3, 30)
    assert place == GridRect(column=1, row=2, columns=4, rows=28)
    assert (place.first_column, place.last_column, place.first_row, place.last_row) == (2, 5, 3, 30)
    assert (place.end_column, place.end_row, place.cells) == (5, 30, 112)


NEIGHBOURS = drawn(
    "aab",
    "aab",
    "cc.",
    "..d",
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "columns", "rows", "touches"),
    [
        ("a", "b", False, True, True),
        ("a", "c", True, False, True),
        ("b", "c", False, False, False),  # a corner is no edge
        ("c", "d", False, False, False),
        ("b", "d", True, False, False),  # a row lies between
        ("a", "a", True, True, True),
    ],
)
def test_neighbours_share_columns_or_rows_and_touch_along_an_edge(one, other, columns, rows, touches):
    for left, right in ((NEIGHBOURS[one], NEIGHBOURS[other]), (NEIGHBOURS[other], NEIGHBOURS[one])):
        assert (left.meets_columns(right), left.meets_rows(right)) == (columns, rows)
        assert left.meets(right) == (columns and rows)
        assert left.touches(right) == touches


def test_places_that_share_one_cell_meet_there():
    one, other = GridRect(0, 0, 2, 10), GridRect(1, 9, 3, 11)
    assert one.meets(other)
    assert one.shared(other) == other.shared(one) == GridRect(1, 9, 1, 1)


@pytest.mark.parametrize(
    ("other", "held"),
    [
        (GridRect(1, 2, 4, 28), True),
        (GridRect(2, 9, 2, 21), True),
        (GridRect(0, 2, 4, 28), False),
        (GridRect(1, 1, 4, 28), False),
        (GridRect(1, 2, 5, 28), False),
        (GridRect(1, 2, 4, 29), False),
    ],
)
def test_a_place_holds_itself_and_what_lies_inside(other, held):
    assert GridRect(1, 2, 4, 28).holds(other) == held


def test_the_rectangle_around_two_reaches_to_the_far_edges_of_both():
    one, other = GridRect(1, 5, 2, 3), GridRect(4, 2, 1, 4)
    assert one.around(other) == other.around(one) == GridRect(1, 2, 4, 6)


def test_a_mirror_keeps_the_distance_to_the_other_side():
    assert GridRect(1, 5, 2, 3).mirrored(8) == GridRect(5, 5, 2, 3)
    assert GridRect(0, 0, 8, 1).mirrored(8) == GridRect(0, 0, 8, 1)


@given(st.integers(1, 16), st.integers(1, 16), st.integers(1000, 10**8))
def test_recut_legs_and_their_gutters_never_exceed_their_span(columns, legs, em):
    body = Body("any", em, em * 3 // 2, 13, 1, 50)
    grid = template(16, left=10 * PER_MM).grid(body)
    span = grid.span(columns)
    measure = grid.recut(span, legs)
    assert 0 <= span - (legs * measure + (legs - 1) * grid.gutter) < legs
