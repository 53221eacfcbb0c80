"""The proof: a picture of the page, and what is laid over it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from paiban.display import BLACK, Box, Frame, Rect
from paiban.output.model import BlockNote, Finished, Options
from paiban.output.png import write_png
from paiban.units import mm
from tests.support.issues import page_of as set_page_of
from tests.support.issues import set_blocks, story
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import INFO, PRESS, page_of

INK = Rect(mm(20), mm(30), mm(40), mm(40))
PAGE = page_of([Box(INK, fill=BLACK)])._replace(frames=(Frame("lead", "story", Rect(mm(15), mm(60), mm(85), mm(120))),))


def png(dpi: float, overlays=(), page=PAGE, **more) -> bytes:
    written = write_png(Finished((page,), tiny_catalogue(), PRESS, INFO), Options(dpi, overlays, **more))
    (file,) = written.files
    return file.data


def image(*options, **more) -> Image.Image:
    return Image.open(BytesIO(png(*options, **more)))


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
    small = PAGE._replace(width=mm(10), height=mm(15), items=())
    assert image(asked, page=small).width == pytest.approx(10 / 25.4 * dpi, abs=1)


@pytest.mark.parametrize("bleed", [0, 3])
def test_a_baseline_is_drawn_over_the_page_and_its_bleed(bleed):
    page = PAGE._replace(bleed=mm(bleed))
    plain, over = image(254, page=page), image(254, ("baselines",), page=page)
    assert plain.size == over.size
    assert at(over, 50, 45, 254, bleed) != at(plain, 50, 45, 254, bleed) == (255, 255, 255)
    assert at(over, 50, 47, 254, bleed) == (255, 255, 255)


def test_frames_carry_their_blocks_name():
    picture = image(127, ("frames",))
    assert at(picture, 15, 90, 127)[0] > 200 > at(picture, 15, 90, 127)[1], "the red edge"
    assert any(at(picture, x, 62, 127) != (255, 255, 255) for x in range(16, 30))


def inked_rows(picture: Image.Image, left: float, right: float, dpi: float) -> list[int]:
    """The millimetres down the page at which something stands between two places across it."""
    rows = range(round(picture.height / dpi * 25.4))
    return [y for y in rows if any(at(picture, x, y + 0.5, dpi) != (255, 255, 255) for x in range(left, right))]


def test_the_fit_of_a_block_stands_below_it():
    """the frame ends at 120 mm; the words lie in the white under it and cover no copy"""
    plain = inked_rows(image(127), 20, 80, 127)
    noted = inked_rows(image(127, ("fit",), notes={"lead": BlockNote(("lead", "超 2 行"), fits=False)}), 20, 80, 127)
    assert {y for y in noted if y not in plain} - {60, 59, 119} <= {120, 121, 122, 123}
    assert {121, 122} <= set(noted)


def test_a_fit_too_wide_for_its_block_is_set_in_lines():
    narrow = PAGE._replace(frames=(Frame("lead", "story", Rect(mm(15), mm(60), mm(35), mm(120))),))
    note = BlockNote(("lead", "3 栏破 2", "142 行", "正好"))
    rows = inked_rows(image(127, ("fit",), page=narrow, notes={"lead": note}), 16, 34, 127)
    assert max(rows) > 126


def test_a_block_that_does_not_fit_is_red_and_one_that_does_green():
    def edge(fits: bool) -> tuple[int, ...]:
        return at(image(127, ("fit",), notes={"lead": BlockNote(("lead",), fits)}), 15, 90, 127)

    assert edge(False)[0] > edge(False)[1]
    assert edge(True)[0] < edge(True)[1]


def test_the_grid_shows_the_type_area():
    assert at(image(127, ("grid",)), 10, 100, 127) != (255, 255, 255)


def test_the_grid_shows_both_edges_of_each_column():
    page = PAGE._replace(columns=((mm(10), mm(48)), (mm(52), mm(90))))
    picture = image(254, ("grid",), page=page)
    drawn = [x for x in range(11, 90) if at(picture, x, 100, 254) != (255, 255, 255)]
    assert drawn == [48, 52]


def test_a_page_knows_its_columns():
    """a tabloid's six, eleven em each, one em apart, fill the type area"""
    page = set_page_of(set_blocks(story()))
    widths = [right - left for left, right in page.columns]
    gaps = [b[0] - a[1] for a, b in pairwise(page.columns)]
    assert len(page.columns) == 6
    assert (set(widths), set(gaps)) == ({widths[0]}, {widths[0] // 11})
    assert (page.columns[0][0], page.columns[-1][1]) == (page.type_area.x0, page.type_area.x1)


def test_without_overlays_the_page_is_as_printed():
    assert png(60) == png(60, notes={"lead": BlockNote(("lead",))})
