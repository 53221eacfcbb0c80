"""``paiban adverts``: booked and drawn size, ppi, inks and findings of every advert."""

from tests.adverts.agency import BOOKED, done, picture
from tests.support.issues import place, tiny_fonts, write_issue


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


def test_the_sheet_shows_each_with_its_picture(typeset, tmp_path):
    assert listed(typeset, tmp_path, "--sheet", "-o", tmp_path / "sheet.html").code == 0
    sheet = (tmp_path / "sheet.html").read_text("utf-8")
    assert sheet.count("data:image/png;base64,") == 1
    assert "120.0 × 100.0" in sheet
