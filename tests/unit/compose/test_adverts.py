"""An advert keeps its proportion."""

from __future__ import annotations

from PIL import Image

from paiban.display import Rect
from paiban.kinds.advert.drawing import in_proportion
from paiban.units import mm
from tests.support.pictures import saved


def test_an_image_advert_is_centred_in_its_place_and_never_stretched(tmp_path):
    path = saved(Image.new("L", (400, 100), 200), tmp_path / "ad.png")
    placed = in_proportion(Rect(0, 0, mm(100), mm(100)), path)
    assert (placed.width, placed.height) == (mm(100), mm(25))
    assert placed.y0 == mm(100) - placed.y1
