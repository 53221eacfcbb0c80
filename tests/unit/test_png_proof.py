"""The proof: a picture of the page, and what is laid over it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from paiban.display import BLACK, Box, Frame, Rect
from paiban.output.pdf import write_pdf
from paiban.output.png import render_png
from paiban.units import mm
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import INFO, PRESS, page_of

INK = Rect(mm(20), mm(30), mm(40), mm(40))
PAGE = replace(page_of([Box(INK, fill=BLACK)]), frames=(Frame("lead", "story", Rect(mm(15), mm(60), mm(85), mm(120))),))


def pdf_of(page=PAGE) -> bytes:
    return write_pdf([page], tiny_catalogue(), PRESS, INFO)[0]


def image(*options, page=PAGE, **more) -> Image.Image:
    return Image.open(BytesIO(render_png(pdf_of(page), 0, *options, **more)))


def at(picture: Image.Image, x: float, y: float, dpi: float, beyond: float = 0) -> tuple[int, ...]:
    unit = dpi / 25.4
    return picture.getpixel((round((x + beyond) * unit), round((y + beyond) * unit)))


def test_a_png_has_the_sheets_size_at_its_dpi():
    assert image(127).size == pytest.approx((500, 750), abs=1)


def test_ink_is_where_the_display_list_has_it():
    picture = image(127)
    assert max(at(picture, 30, 35, 127)) < 60
    assert at(picture, 50, 35, 127) == (255, 255, 255)


@pytest.mark.parametrize(("asked", "dpi"), [(1, 20), (5000, 600)])
def test_a_foolish_dpi_is_brought_into_range(asked, dpi):
    small = replace(PAGE, width=mm(10), height=mm(15), items=())
    assert image(asked, page=small).width == pytest.approx(10 / 25.4 * dpi, abs=1)


@pytest.mark.parametrize("bleed", [0, 3])
def test_a_baseline_is_drawn_over_the_page_and_its_bleed(bleed):
    page = replace(PAGE, bleed=mm(bleed))
    plain, over = image(254, page=page), image(254, page, ("baselines",), page=page)
    assert plain.size == over.size
    assert at(over, 50, 45, 254, bleed) != at(plain, 50, 45, 254, bleed) == (255, 255, 255)
    assert at(over, 50, 47, 254, bleed) == (255, 255, 255)


def test_frames_carry_their_blocks_name_and_note():
    bare = image(127, PAGE, ("frames",))
    noted = image(127, PAGE, ("frames",), notes={"lead": "超 2 行"})
    assert at(bare, 15, 90, 127)[0] > 200 > at(bare, 15, 90, 127)[1], "the red edge"
    assert bare.tobytes() != noted.tobytes()


def test_the_grid_shows_the_type_area():
    assert at(image(127, PAGE, ("grid",)), 10, 100, 127) != (255, 255, 255)


def test_without_overlays_the_page_is_as_printed():
    assert render_png(pdf_of(), 0, 60) == render_png(pdf_of(), 0, 60, PAGE, ())
