"""How much ink lies where, over the page: counted from the file for the press."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from paiban.desk.inking import OVER, coloured, ink_picture
from tests.support.colour import newsprint

PAINTED = b"1 1 1 0 k 20 50 30 30 re f 0.2 0 0 0 k 60 50 30 30 re f"
"""300 % of ink at the left, 20 % beside it, nothing elsewhere."""


@pytest.mark.parametrize(
    ("percent", "clear", "over"), [(0, True, False), (2, False, False), (220, False, False), (222, False, True)]
)
def test_colours_tell_ink_within_the_limit_from_more(percent, clear, over):
    colour = coloured(percent // 2, 220)
    assert (colour[3] == 0, colour == OVER) == (clear, over)


def test_ink_over_the_limit_is_red_where_it_lies_and_paper_is_clear():
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(110, 100))
        page.Contents = pdf.make_stream(PAINTED)
        stream = BytesIO()
        pdf.save(stream)
    with Image.open(BytesIO(ink_picture(stream.getvalue(), newsprint(), 1))) as picture:
        scale = picture.width / 110
        at = [picture.getpixel((round(x * scale), round((100 - 65) * scale))) for x in (35, 75, 55, 105)]
    assert at[0] == OVER
    assert at[1] == coloured(10, newsprint().limits.tac_percent)
    assert at[2][3] == at[3][3] == 0


def test_a_page_that_is_not_there_has_no_ink():
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(110, 100))
        stream = BytesIO()
        pdf.save(stream)
    assert ink_picture(stream.getvalue(), newsprint(), 2) == b""


def test_a_key_lays_it_over_the_page(seat):
    seat.page.keyboard.press("k")
    assert seat.page.locator("#ink").evaluate("each => each.decode().then(() => each.naturalWidth)") > 100
    paper, ink = (seat.page.locator(each).bounding_box() for each in ("#paper", "#ink"))
    assert paper == ink
    seat.page.keyboard.press("k")
    assert seat.page.locator("#ink").count() == 0
