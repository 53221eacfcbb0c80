"""Cropping around a focus point, and the judgement of resolution."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from paiban.diagnostic import Severity
from paiban.display import Box, Page, Picture, Rect
from paiban.picture import PictureInfo, crop_for, effective_ppi, judge_page, judge_picture
from paiban.span import Span
from paiban.units import PER_INCH
from tests.support.colour import newsprint
from tests.support.pictures import saved

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


def info(width: int, height: int, mode: str = "rgb") -> PictureInfo:
    return PictureInfo(width, height, "PNG", mode, 8, False, False)


def test_resolution_counts_the_pixels_shown_in_the_poorer_direction():
    assert effective_ppi(info(600, 600), 2 * PER_INCH, PER_INCH, (0, 0, 1, 0.5)) == 300


@pytest.mark.parametrize(
    ("mode", "ppi", "code", "severity"),
    [
        ("rgb", 200, None, None),
        ("rgb", 150, None, None),
        ("rgb", 149, "P758", Severity.WARNING),
        ("rgb", 100, "P758", Severity.WARNING),
        ("rgb", 99, "P759", Severity.ERROR),
        ("grey", 99, "P759", Severity.ERROR),
        ("bilevel", 400, None, None),
        ("bilevel", 399, "P760", Severity.WARNING),
        ("bilevel", 200, "P760", Severity.WARNING),
        ("bilevel", 199, "P760", Severity.ERROR),
    ],
)
def test_resolution_is_judged_by_the_press(mode, ppi, code, severity):
    found = judge_picture(info(ppi, ppi, mode), "a.png", (PER_INCH, PER_INCH), WHOLE, newsprint())
    assert [(one.code, one.severity) for one in found] == ([(code, severity)] if code else [])


def test_the_remedy_names_the_width_at_which_the_picture_will_do():
    [found] = judge_picture(info(120, 120), "a.png", (PER_INCH, PER_INCH), WHOLE, newsprint())
    # 120 pixels at the 200 ppi wanted are 0.6 inch, 15 mm
    assert dict(found.params)["fit_width"] == "15"


def test_every_picture_of_a_page_is_judged_where_it_stands(tmp_path):
    span = Span("issue.yaml", 4, 5, 4, 9)
    path = saved(Image.new("RGB", (120, 120)), tmp_path / "a.png")
    inch = Rect(0, 0, PER_INCH, PER_INCH)
    pictures = [Picture("a", str(path), inch, WHOLE, span), Picture("b", str(tmp_path / "none.png"), inch, WHOLE)]
    page = Page(1, "", "", PER_INCH, PER_INCH, 0, inch, (), (), (Box(inch), *pictures))
    [found] = judge_page(page, newsprint())
    assert (found.code, found.span, dict(found.params)["name"]) == ("P758", span, "a.png")
