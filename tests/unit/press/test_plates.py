"""The plates of a page: by the display list and by Ghostscript, with overprint."""

from __future__ import annotations

import io
import shutil
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from paiban.diagnostic import Diagnostic
from paiban.display import BLACK, PAPER, Artwork, Box, Colour, Page, Picture, Rect, Rule
from paiban.font import load_catalogue
from paiban.output.model import DocumentInfo
from paiban.output.pdf import write_pdf
from paiban.output.plates import (
    Plates,
    heat_png,
    plate_pictures,
    plate_png,
    separate_pages,
    separate_pdf,
    soft_proof_png,
)
from paiban.units import mm
from tests.adverts.agency import sheet, spot
from tests.support.colour import newsprint
from tests.support.pictures import quarters, saved
from tests.unit.preflight.breakers import X, Y
from tests.unit.preflight.good_pdf import EDGE

PT = 72 / 25.4
INFO = DocumentInfo("plates", "tests", datetime(2022, 3, 31))
CATALOGUE, _ = load_catalogue()
DPI = 50.8
"""Two pixels a millimetre."""

MAGENTA = Colour(0, 60, 0, 0)
GREEN = Colour(60, 0, 80, 0)
NEAR_BLACK = Colour(0, 0, 0, 99)


def square(left: int, top: int, side: int, colour: Colour) -> Box:
    """A filled square; all measures in millimetres from the trim's corner."""
    return Box(Rect(mm(left), mm(top), mm(left + side), mm(top + side)), fill=colour)


def page(*items) -> Page:
    side = mm(40)
    area = Rect(0, 0, side, side)
    return Page(1, "", "", side, side, 0, area, (), (), items)


def own(*items) -> Plates:
    [plates], found = separate_pages([page(*items)], CATALOGUE, newsprint(), DPI)
    assert found == ()
    return plates


def ghost(*items) -> Plates:
    if shutil.which("gs") is None:
        pytest.skip("Ghostscript is not installed")
    pdf, found = write_pdf([page(*items)], CATALOGUE, newsprint(), INFO)
    assert pdf, found
    plates = separate_pdf(pdf, newsprint(), DPI)
    assert isinstance(plates, tuple), plates
    return plates[0]


def at(plates: Plates, x: int, y: int) -> tuple[int, ...]:
    """The four inks in per cent at a place in millimetres."""
    margin = (plates.width_px - 80) // 2
    place = (margin + 2 * y) * plates.width_px + margin + 2 * x
    return tuple(round(ink[place] / 2.55) for ink in plates.inks)


BOTH = pytest.mark.parametrize("separate", [own, ghost])


@BOTH
def test_each_ink_of_a_colour_is_on_its_own_plate(separate):
    plates = separate(square(10, 10, 20, Colour(10, 20, 30, 40)))
    assert at(plates, 20, 20) == (10, 20, 30, 40)
    assert at(plates, 5, 5) == (0, 0, 0, 0)


@BOTH
def test_solid_black_overprints_and_adds_up(separate):
    plates = separate(square(10, 10, 20, MAGENTA), square(15, 15, 10, BLACK))
    assert at(plates, 20, 20) == (0, 60, 0, 100)
    assert max(map(sum, zip(*plates.inks, strict=True))) == pytest.approx(160 * 2.55)


@BOTH
@pytest.mark.parametrize("colour", [GREEN, NEAR_BLACK, PAPER])
def test_every_other_colour_knocks_out(separate, colour):
    plates = separate(square(10, 10, 20, MAGENTA), square(15, 15, 10, colour))
    assert at(plates, 20, 20) == (colour.c, colour.m, colour.y, colour.k)
    assert at(plates, 12, 12) == (0, 60, 0, 0)


@BOTH
def test_black_rules_overprint(separate):
    plates = separate(square(10, 10, 20, MAGENTA), Rule(mm(10), mm(20), mm(30), mm(20), mm(4)))
    assert at(plates, 20, 20) == (0, 60, 0, 100)


@BOTH
def test_a_box_strokes_and_fills_each_in_its_way(separate):
    box = Box(Rect(mm(10), mm(10), mm(30), mm(30)), fill=GREEN, stroke=BLACK, weight=mm(4))
    plates = separate(square(0, 0, 40, MAGENTA), box)
    assert at(plates, 20, 20) == (60, 0, 80, 0)
    assert at(plates, 11, 20)[3] == 100


@BOTH
@pytest.mark.parametrize(
    ("mode", "colour", "inks"),
    [("CMYK", (51, 102, 153, 25), (20, 40, 60, 10)), ("L", 0, (0, 0, 0, 100)), ("L", 255, (0, 0, 0, 0))],
)
def test_a_picture_is_split_and_knocks_out(separate, mode, colour, inks, tmp_path, monkeypatch):
    monkeypatch.setenv("PAIBAN_CACHE", "off")
    path = saved(quarters(mode, (200, 200), [colour] * 4), tmp_path / "a.tif")
    picture = Picture("p", str(path), Rect(mm(10), mm(10), mm(30), mm(30)), (0, 0, 1, 1))
    assert at(separate(square(5, 5, 30, MAGENTA), picture), 20, 20) == inks


def test_a_page_of_several_is_split_on_its_own():
    pages = [page(square(10, 10, 20, colour)) for colour in (MAGENTA, GREEN)]
    plates, _ = separate_pages(pages, CATALOGUE, newsprint(), DPI)
    assert [at(one, 20, 20) for one in plates] == [(0, 60, 0, 0), (60, 0, 80, 0)]


def test_what_ghostscript_cannot_read_is_a_diagnostic():
    if shutil.which("gs") is None:
        pytest.skip("Ghostscript is not installed")
    found = separate_pdf(b"no PDF", newsprint(), DPI)
    assert isinstance(found, Diagnostic)
    assert found.code == "P769"


def test_without_ghostscript_a_foreign_pdf_is_a_diagnostic(monkeypatch):
    monkeypatch.setenv("PATH", "")
    found = separate_pdf(b"", newsprint(), DPI)
    assert isinstance(found, Diagnostic)
    assert found.code == "P768"


def test_an_advert_that_cannot_be_separated_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    (tmp_path / "ad.pdf").write_bytes(sheet(x4=False).finished())
    advert = Artwork("ad", str(tmp_path / "ad.pdf"), 1, Rect(0, 0, mm(20), mm(20)))
    _, found = separate_pages([page(advert)], CATALOGUE, newsprint(), DPI)
    assert [d.code for d in found] == ["P767"]


def flat(*inks: int) -> Plates:
    cyan, magenta, yellow, black = (bytes([ink] * 4) for ink in inks)
    return Plates(2, 2, 100, (cyan, magenta, yellow, black))


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def test_a_plate_is_black_where_it_prints():
    plates = flat(255, 0, 64, 0)
    assert opened(plate_png(plates, plates.inks[0])).getpixel((0, 0)) == 0
    assert opened(plate_png(plates, plates.inks[2])).getpixel((0, 0)) == 191


def test_the_heat_map_turns_red_only_over_the_limit():
    """220 % is 561 of 1020."""
    red, orange = (opened(heat_png(flat(255, 255, ink, 0), 220)).getpixel((0, 0)) for ink in (55, 50))
    assert red == (205, 0, 40)
    assert orange[0] > 200
    assert orange[1] > 100


def test_the_heat_map_gets_warmer_from_one_solid_on():
    def warmth(ink):
        red, _, blue = opened(heat_png(flat(ink, ink, 0, 0), 220)).getpixel((0, 0))
        return red - blue

    assert all(before < after for before, after in pairwise(map(warmth, (130, 160, 200, 255))))


def test_the_proof_shows_paper_as_newsprint():
    """L* 82, a little yellow: a light grey on the screen."""
    red, green, blue = opened(soft_proof_png(flat(0, 0, 0, 0), newsprint())).getpixel((0, 0))
    assert 195 <= green <= 210
    assert blue < green
    assert abs(red - green) < 5


def test_the_folder_for_ghostscript_is_gone_afterwards(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    import tempfile  # noqa: PLC0415

    monkeypatch.setattr(tempfile, "tempdir", None)
    ghost(square(10, 10, 20, MAGENTA))
    assert list(Path(tmp_path).iterdir()) == []


def test_a_spot_colour_has_its_plate_and_its_look(tmp_path):
    """as an advert brings it, where the shop runs a plate for it"""
    if shutil.which("gs") is None:
        pytest.skip("Ghostscript is not installed")
    draft = sheet(x4=False)
    spot("HKS 13")(draft)
    (tmp_path / "ad.pdf").write_bytes(draft.finished())
    square = Rect(mm(10), mm(10), mm(130), mm(110))
    large = page(Artwork("ad", str(tmp_path / "ad.pdf"), 1, square))._replace(width=mm(150), height=mm(150))
    pdf, found = write_pdf([large], CATALOGUE, newsprint(), INFO)
    assert pdf, found
    [plates] = separate_pdf(pdf, newsprint(), 72)
    [(name, ink)] = plates.spots
    assert name == "HKS-13"
    x, y = round(10 * PT + X - EDGE + 10), round((150 - 40) * PT - (Y - EDGE) - 10)
    at_middle = y * plates.width_px + x
    assert ink[at_middle] == 255
    assert [plate[at_middle] for plate in plates.inks] == [0, 0, 0, 0]
    assert [named for named, _ in plate_pictures(plates, newsprint())] == ["C", "M", "Y", "K", "HKS-13", "ink", "proof"]
    red, green, _ = opened(soft_proof_png(plates, newsprint())).getpixel((x, y))
    assert red > green + 60, "the proof shows the inks that stand for it"
