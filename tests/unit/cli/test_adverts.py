"""``paiban adverts``: booked and drawn size, ppi, inks and findings of every advert."""

import pytest
from PIL import Image

from tests.adverts.agency import BOOKED, done, picture
from tests.support.issues import place, tiny_fonts, write_issue
from tests.support.pictures import saved


def listed(typeset, tmp_path, *words):
    (tmp_path / "ad.pdf").write_bytes(done(picture(120))(False))
    block = {"id": "ad", "advert": "ad.pdf", "place": place("1-4", "1-30"), **BOOKED}
    return typeset("adverts", write_issue(tmp_path, block), "--fonts", tiny_fonts(), "--lang", "en", *words)


def test_an_advert_is_listed_with_its_sizes_its_pixels_and_its_inks(typeset, tmp_path):
    run = listed(typeset, tmp_path)
    assert run.code == 0
    [line] = [line for line in run.out.splitlines() if "ad.pdf" in line]
    assert "ad　ad.pdf　120.0 × 100.0　120.0 × 100.0　120　C M Y K" in line
    assert "X245" in line


@pytest.mark.parametrize(
    ("mode", "colour", "inks"), [("CMYK", (0, 200, 0, 30), "M K"), ("L", 90, "K"), ("CMYK", (0, 0, 0, 0), None)]
)
def test_an_image_is_listed_with_the_inks_that_it_prints_with(typeset, tmp_path, mode, colour, inks):
    saved(Image.new(mode, (1200, 1000), colour), tmp_path / "ad.tif")
    block = {"id": "ad", "advert": "ad.tif", "place": place("1-4", "1-30"), **BOOKED}
    run = typeset("adverts", write_issue(tmp_path, block), "--fonts", tiny_fonts(), "--lang", "en")
    [line] = [line for line in run.out.splitlines() if "ad.tif" in line]
    cells = line.split("　")
    assert cells[3:6] == ["120.0 × 100.0", "120.0 × 100.0", "254"]
    assert cells[6] == inks or (inks is None and cells[6].startswith("P749"))


@pytest.mark.parametrize("name", ["ad.pdf", "ad.tif"])
def test_an_advert_that_bleeds_is_listed_without_its_bleed(typeset, tmp_path, name):
    """270 × 100 mm at the foot of a tabloid, as booked, and 3 mm more at three sides"""
    (tmp_path / "ad.pdf").write_bytes(done(width=270, height=100)(False))
    saved(Image.new("CMYK", (2760, 1030), (0, 0, 0, 50)), tmp_path / "ad.tif")
    block = {"id": "ad", "advert": name, "bleed": True, "size": ["270mm", "100mm"], "place": place("1-6", "51-71")}
    run = typeset("adverts", write_issue(tmp_path, block), "--fonts", tiny_fonts(), "--lang", "en")
    [line] = [line for line in run.out.splitlines() if name in line]
    assert line.split("　")[3:5] == ["270.0 × 100.0", "270.0 × 100.0"]


def test_the_sheet_shows_each_with_its_picture(typeset, tmp_path):
    assert listed(typeset, tmp_path, "--sheet", "-o", tmp_path / "sheet.html").code == 0
    sheet = (tmp_path / "sheet.html").read_text("utf-8")
    assert sheet.count("data:image/png;base64,") == 1
    assert "120.0 × 100.0" in sheet
