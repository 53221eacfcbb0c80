"""Cropping around a focus point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paiban.picture import crop_for

CENTRE = (0.5, 0.5)
WHOLE = (0.0, 0.0, 1.0, 1.0)


def test_a_picture_of_the_frames_shape_is_shown_whole():
    assert crop_for(1.5, CENTRE, (600, 400)) == (WHOLE, 0)


def test_a_wide_picture_in_a_square_frame_loses_its_sides():
    assert crop_for(1, CENTRE, (800, 400)) == ((0.25, 0, 0.75, 1), 0.5)


def test_a_tall_picture_in_a_square_frame_loses_head_and_foot():
    assert crop_for(1, CENTRE, (400, 1600)) == ((0, 0.375, 1, 0.625), 0.75)


@pytest.mark.parametrize(("focus", "left"), [(0.0, 0.0), (0.1, 0.0), (0.4, 0.15), (0.9, 0.5), (1.0, 0.5)])
def test_the_focus_comes_as_near_the_middle_as_the_edges_allow(focus, left):
    crop = crop_for(1, (focus, 0.5), (800, 400))
    assert crop.box == pytest.approx((left, 0, left + 0.5, 1))


@given(
    aspect=st.floats(0.1, 10),
    focus=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    size=st.tuples(st.integers(1, 20000), st.integers(1, 20000)),
)
def test_every_crop_has_the_frames_shape_lies_inside_and_holds_the_focus(aspect, focus, size):
    (left, top, right, bottom), loss = crop_for(aspect, focus, size)
    assert 0 <= left < right <= 1 + 1e-9
    assert 0 <= top < bottom <= 1 + 1e-9
    shown = (right - left) * size[0] / ((bottom - top) * size[1])
    assert shown == pytest.approx(aspect, rel=1e-6)
    assert left - 1e-9 <= focus[0] <= right + 1e-9
    assert top - 1e-9 <= focus[1] <= bottom + 1e-9
    assert loss == pytest.approx(1 - (right - left) * (bottom - top))
