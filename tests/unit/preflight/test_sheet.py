"""The sheet adds ink where things overprint, and only there."""

from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from paiban.preflight.clip import Clip
from paiban.preflight.geometry import SLACK, bounds, clipped, common, corners, is_upright
from paiban.preflight.ink import Ink
from paiban.preflight.ink_sheet import InkSheet
from paiban.preflight.limits import Work

PAGE = (0.0, 0.0, 100.0, 80.0)
WHOLE = Clip(PAGE)
TINT, BLACK = Ink((0.9, 0.9, 0, 0, 0)), Ink((0, 0, 0, 1, 0), overprints=True)
LOW = [(10, 10), (40, 10), (40, 30), (10, 30)]


def sheet_with(*fills):
    sheet = InkSheet(PAGE, Work())
    for rings, ink in fills:
        sheet.fill(rings, ink, WHOLE, even_odd=True)
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
    sheet.fill([corners((5, 5, 45, 35)), LOW[::-1]], BLACK, WHOLE, even_odd=False)
    assert sheet.worst_overprint(200) is None


def test_a_thin_line_takes_a_cell():
    sheet = sheet_with(([LOW], TINT))
    sheet.trace([(20, 5), (20, 35)], BLACK, WHOLE)
    assert sheet.worst_overprint(220) is not None


def test_nothing_is_painted_outside_the_clip():
    sheet = InkSheet(PAGE, Work())
    sheet.fill([LOW], TINT, Clip((0, 0, 20, 80)), even_odd=False)
    assert sheet.under((25, 15, 35, 25)) == (0, 0, 0, 0, 0)


TRIANGLE = Clip(PAGE).in_rings([[(10, 10), (40, 10), (10, 30)]])
"""The lower left half of LOW."""


def test_a_clip_that_is_no_rectangle_cuts_fills_lines_pictures_and_stencils():
    low, high = (12, 12, 14, 14), (36, 26, 38, 28)
    full = Image.new("L", (2, 2), 255)
    for paint in (
        lambda sheet: sheet.fill([LOW], TINT, TRIANGLE, even_odd=False),
        lambda sheet: sheet.trace([(13, 10), (13, 30), (37, 30), (37, 10)], TINT, TRIANGLE),
        lambda sheet: sheet.lay((full,) * 5, (30, 0, 0, 20, 10, 10), TRIANGLE),
        lambda sheet: sheet.stencil(full, TINT, (30, 0, 0, 20, 10, 10), TRIANGLE),
    ):
        sheet = InkSheet(PAGE, Work())
        paint(sheet)
        assert sheet.under(low)[0] > 0.8
        assert sheet.under(high) == (0, 0, 0, 0, 0)


@pytest.mark.parametrize(("x", "y"), [(10, 10), (80, 10), (80, 70), (10, 70)])
def test_a_line_is_painted_through_a_clip_wherever_on_the_page_it_stands(x, y):
    """The clip is the page without its very corners."""
    octagon = [(0, 5), (5, 0), (95, 0), (100, 5), (100, 75), (95, 80), (5, 80), (0, 75)]
    sheet = InkSheet(PAGE, Work())
    for end in ((x + 10, y), (x, y + 4)):
        sheet.trace([(x, y), end], TINT, Clip(PAGE).in_rings([octagon]))
    assert sheet.under((x + 8, y - 1, x + 9, y + 1))[0] > 0
    assert sheet.under((x - 1, y + 2, x + 1, y + 3))[0] > 0


def test_what_clips_twice_lets_through_what_both_do():
    both = TRIANGLE.in_rings([[(40, 30), (10, 30), (40, 10), (10, 10)]])
    sheet = InkSheet(PAGE, Work())
    sheet.fill([LOW], TINT, both, even_odd=False)
    assert sheet.under((20, 11, 28, 13))[0] > 0.8
    assert sheet.under((11, 18, 12, 22)) == (0, 0, 0, 0, 0)


def test_a_hole_in_a_clip_is_kept_free():
    ring = Clip(PAGE).in_rings([corners((5, 5, 45, 35)), LOW], even_odd=True)
    sheet = InkSheet(PAGE, Work())
    sheet.fill([corners(PAGE)], TINT, ring, even_odd=False)
    assert sheet.under((15, 15, 35, 25)) == (0, 0, 0, 0, 0)
    assert sheet.under((6, 6, 8, 8))[0] > 0.8


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
    sheet.lay((plane, *[Image.new("L", (2, 2))] * 4), matrix, WHOLE)
    dark_cells = [
        (x, y) for x in range(11, 50, 2) for y in range(11, 30, 2) if sheet.under((x, y, x + 1, y + 1))[0] > 0
    ]
    assert dark_cells
    assert all(abs(x - dark[0]) < 21 and abs(y - dark[1]) < 11 for x, y in dark_cells)


TIPS = [(50, 59), (69, 40), (50, 21), (31, 40)]
"""Two points inside the tips of a square of 30 points about (50, 40) that stands on one of them."""


def turned(degrees, mirrored):
    """The unit square as that square, turned so far from upright."""
    along, up = 30 * cos(radians(degrees)), 30 * sin(radians(degrees))
    a, b, c, d = (along, up, up, -along) if mirrored else (along, up, -up, along)
    return a, b, c, d, 50 - (a + c) / 2, 40 - (b + d) / 2


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("degrees", [45, 135, 225, 315])
def test_a_turned_picture_or_stencil_paints_up_to_each_of_its_corners(degrees, mirrored):
    full, empty = (Image.new("L", (4, 4), value) for value in (255, 0))
    picture, stencil = InkSheet(PAGE, Work()), InkSheet(PAGE, Work())
    picture.lay((full, empty, empty, empty, empty), turned(degrees, mirrored), WHOLE)
    stencil.stencil(full, Ink((1, 0, 0, 0, 0)), turned(degrees, mirrored), WHOLE)
    for sheet in (picture, stencil):
        assert all(sheet.under((x - 0.5, y - 0.5, x + 0.5, y + 0.5))[0] == 1 for x, y in TIPS)
        assert all(sheet.under((x, y, x + 2, y + 2))[0] == 0 for x in (31, 67) for y in (21, 57))


def test_work_that_runs_out_ends_the_sheet_quietly():
    work = Work()
    work.left["ink cells"] = 10
    sheet = InkSheet(PAGE, work)
    sheet.fill([LOW], TINT, WHOLE, even_odd=False)
    assert sheet.gave_up
    assert sheet.under(PAGE) is None


points = st.tuples(st.floats(-200, 200), st.floats(-200, 200))


@given(st.lists(points, min_size=3, max_size=8))
def test_clipped_outlines_lie_in_the_box(ring):
    for x, y in clipped(ring, PAGE):
        assert -1e-6 <= x <= 100 + 1e-6
        assert -1e-6 <= y <= 80 + 1e-6


on_the_page = st.tuples(st.floats(0, 100), st.floats(0, 80))


@given(st.lists(on_the_page, min_size=3, max_size=8))
def test_an_outline_inside_the_box_stays_as_it_is(ring):
    assert clipped(ring, PAGE) == ring


@given(points, points)
def test_a_clipped_box_is_what_it_shares_with_the_page(one, other):
    box = bounds([one, other])
    shared, ring = common(box, PAGE), clipped(corners(box), PAGE)
    if shared is None:
        assert not ring
    else:
        assert bounds(ring) == pytest.approx(shared)


@given(st.lists(points, min_size=1, max_size=8), points, points)
def test_painting_anywhere_never_fails(ring, low, high):
    sheet = InkSheet(PAGE, Work())
    clip = (min(low[0], high[0]), min(low[1], high[1]), max(low[0], high[0]), max(low[1], high[1]))
    sheet.fill([ring, ring[::-1]], BLACK, Clip(clip), even_odd=True)
    sheet.trace(ring, BLACK, Clip(clip))
    sheet.under(clip)
    assert not sheet.gave_up


def test_upright_is_told_from_slanted():
    assert is_upright(LOW)
    assert is_upright([*LOW, LOW[0]])
    assert not is_upright([(0, 0), (10, 1), (10, 11), (0, 10)])


@pytest.mark.parametrize(("by", "closed"), [(SLACK, True), (2 * SLACK, False)])
@pytest.mark.parametrize("axis", [0, 1])
def test_an_outline_that_ends_a_rounding_error_from_its_start_is_closed(by, closed, axis):
    end = (by, 0) if axis == 0 else (0, by)
    assert is_upright([(0, 0), (30, 0), (30, 20), (0, 20), end]) == closed
