"""The plates as Ghostscript separates them: overprint and marks, seen by another program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from paiban.display import BLACK, PAPER, Box, Colour, Rect, Rule
from paiban.output.pdf import write_pdf
from paiban.units import mm
from tests.support.programs import run_program
from tests.support.tiny_face import tiny_catalogue
from tests.support.tiny_page import INFO, PRESS, glyph_run, line_of, page_of

MAGENTA, GREY = Colour(0, 100, 0, 0), Colour(0, 0, 0, 50)
DPI = 72
PLATES = ("Cyan", "Magenta", "Yellow", "Black")


def plates(folder: Path, items, press=PRESS) -> dict[str, Image.Image]:
    """Each plate as a grey image, 0 solid ink and 255 none."""
    data, found = write_pdf([page_of(items)], tiny_catalogue(), press, INFO)
    assert found == ()
    (folder / "page.pdf").write_bytes(data)
    run_program("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{DPI}", "-dOverprint=/enable",
                f"-sOutputFile={folder / 'p.tif'}", folder / "page.pdf")  # fmt: skip
    return {name: Image.open(folder / f"p({name}).tif").convert("L") for name in PLATES}


def ink(plate: Image.Image, x: float, y: float) -> int:
    """Ink in per cent at a place in mm from the trim's top left."""
    return round(100 - plate.getpixel((round(x * DPI / 25.4), round(y * DPI / 25.4))) / 2.55)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Over a magenta ground: a black character, a white one and a grey one of 20 mm, and a black rule."""
    catalogue = tiny_catalogue()
    size = mm(20)
    items = [Box(Rect(0, 0, mm(100), mm(60)), fill=MAGENTA), Rule(0, mm(50), mm(100), mm(50), mm(4))]
    for index, colour in enumerate((BLACK, PAPER, GREY)):
        run = glyph_run(catalogue, "中", mm(5 + 30 * index), mm(30), size=size, colour=colour)
        items.append(line_of([run]))
    return plates(tmp_path_factory.mktemp("plates"), items)


@pytest.mark.parametrize(
    ("what", "x", "y", "magenta", "black"),
    [("the ground", 95, 5, 100, 0), ("black type overprints it", 15, 25, 100, 100),
     ("a black rule too", 50, 50, 100, 100), ("white type knocks out", 45, 25, 0, 0),
     ("grey type knocks out", 75, 25, 0, 50)],
)  # fmt: skip
def test_ink_on_the_plates(page, what, x, y, magenta, black):
    assert (ink(page["Magenta"], x, y), ink(page["Black"], x, y)) == (magenta, black), what


def test_a_black_box_overprints_and_a_tint_over_it_knocks_out(tmp_path):
    over = [Box(Rect(0, 0, mm(50), mm(50)), fill=BLACK), Box(Rect(mm(10), mm(10), mm(40), mm(40)), fill=MAGENTA)]
    found = plates(tmp_path, over)
    assert (ink(found["Magenta"], 25, 25), ink(found["Black"], 25, 25)) == (100, 0)


def test_crop_marks_are_on_every_plate(tmp_path):
    found = plates(tmp_path, (), PRESS._replace(marks=("crop",)))
    assert all(plate.getextrema()[0] < 200 for plate in found.values())
