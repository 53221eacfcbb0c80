"""The sheet adds ink where things overprint, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from paiban.preflight.geometry import clipped, corners, is_upright
from paiban.preflight.ink import Ink
from paiban.preflight.ink_sheet import InkSheet
from paiban.preflight.limits import Work

PAGE = (0.0, 0.0, 100.0, 80.0)
TINT, BLACK = Ink((0.9, 0.9, 0, 0, 0)), Ink((0, 0, 0, 1, 0), overprints=True)
LOW = [(10, 10), (40, 10), (40, 30), (10, 30)]


def sheet_with(*fills):
    sheet = InkSheet(PAGE, Work())
    for rings, ink in fills:
        sheet.fill(rings, ink, PAGE, even_odd=True)
    return sheet


def test_knocked_out_ink_does_not_add_up():
    sheet = sheet_with(([LOW], TINT), ([LOW], Ink((0, 0, 0, 1, 0))))
    assert sheet.worst_overprint(150) is None
    assert sheet.under((15, 15, 20, 20)) == (0, 0, 0, 1, 0)


def test_overprinted_ink_adds_up_with_place_and_area():
    most, (x, y), area = sheet_with(([LOW], TINT), ([corners((20, 20, 30, 30))], BLACK)).worst_overprint(220)
    assert most == pytest.approx(280, abs=1)
    assert (x, y) == (20, 30)
    assert area == pytest.approx(100 * (25.4 / 72) ** 2)


def test_neighbours_do_not_add_up():
    assert sheet_with(([LOW], TINT), ([corners((40, 10, 60, 30))], BLACK)).worst_overprint(200) is None


def test_a_hole_by_the_even_odd_rule_is_no_ink():
    frame = [corners((5, 5, 45, 35)), LOW]
    assert sheet_with(([LOW], TINT), (frame, BLACK)).worst_overprint(200) is None


def test_a_hole_by_direction_is_no_ink():
    sheet = sheet_with(([LOW], TINT))
    sheet.fill([corners((5, 5, 45, 35)), LOW[::-1]], BLACK, PAGE, even_odd=False)
    assert sheet.worst_overprint(200) is None


def test_a_thin_line_takes_a_cell():
    sheet = sheet_with(([LOW], TINT))
    sheet.trace([(20, 5), (20, 35)], BLACK, PAGE)
    assert sheet.worst_overprint(220) is not None


def test_nothing_is_painted_outside_the_clip():
    sheet = InkSheet(PAGE, Work())
    sheet.fill([LOW], TINT, (0, 0, 20, 80), even_odd=False)
    assert sheet.under((25, 15, 35, 25)) == (0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("matrix", "dark"),
    [((40, 0, 0, 20, 10, 10), (12, 22)), ((0, 20, -40, 0, 50, 10), (12, 12)), ((40, 0, 0, -20, 10, 30), (12, 12))],
    ids=["upright", "turned", "mirrored"],
)
def test_a_picture_lies_as_its_matrix_says(matrix, dark):
    """The first pixel is dark: upper left, and where that goes by the matrix."""
    plane = Image.new("L", (2, 2))
    plane.putpixel((0, 0), 255)
    sheet = InkSheet(PAGE, Work())
    sheet.lay((plane, *[Image.new("L", (2, 2))] * 4), matrix, PAGE)
    dark_cells = [
        (x, y) for x in range(11, 50, 2) for y in range(11, 30, 2) if sheet.under((x, y, x + 1, y + 1))[0] > 0
    ]
    assert dark_cells
    assert all(abs(x - dark[0]) < 21 and abs(y - dark[1]) < 11 for x, y in dark_cells)


def test_work_that_runs_out_ends_the_sheet_quietly():
    work = Work()
    work.left["ink cells"] = 10
    sheet = InkSheet(PAGE, work)
    sheet.fill([LOW], TINT, PAGE, even_odd=False)
    assert sheet.gave_up
    assert sheet.under(PAGE) is None


points = st.tuples(st.floats(-200, 200), st.floats(-200, 200))


@given(st.lists(points, min_size=3, max_size=8))
def test_clipped_outlines_lie_in_the_box(ring):
    for x, y in clipped(ring, PAGE):
        assert -1e-6 <= x <= 100 + 1e-6
        assert -1e-6 <= y <= 80 + 1e-6


@given(st.lists(points, min_size=1, max_size=8), points, points)
def test_painting_anywhere_never_fails(ring, low, high):
    sheet = InkSheet(PAGE, Work())
    clip = (min(low[0], high[0]), min(low[1], high[1]), max(low[0], high[0]), max(low[1], high[1]))
    sheet.fill([ring, ring[::-1]], BLACK, clip, even_odd=True)
    sheet.trace(ring, BLACK, clip)
    sheet.under(clip)
    assert not sheet.gave_up


def test_upright_is_told_from_slanted():
    assert is_upright(LOW)
    assert is_upright([*LOW, LOW[0]])
    assert not is_upright([(0, 0), (10, 1), (10, 11), (0, 10)])
