"""Every advert that an agency sends is placed, mended or refused with the right words, under both profiles.

What is placed is measured by programs that know nothing of us: its size by poppler, its inks by Ghostscript.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from paiban.display import Artwork, Picture, Rect
from paiban.engine import Result, read_issue, with_pdf
from paiban.engine.setting import set_pages
from paiban.makeup.frame.rack import Rack
from paiban.preflight import preflight_pdf
from paiban.units import to_mm
from tests.adverts.agency import AGENCY, PATCH, PATCHES, PLACED, STROKES, Sent
from tests.support.issues import FILE, issue_text, layout, tiny_kit

BLEED_MM = 3
REFUSED = ("P70", "P721", "P722", "P740", "P745", "P746", "P748", "X2")
DPI = 508
PIXELS = DPI / 25.4
PLATES = ("Cyan", "Magenta", "Yellow", "Black")

IDS = [sent.name for sent in AGENCY]
PROFILES = {"x1a": "newsprint", "x4": "newsprint-x4"}


@functools.cache
def press_of(profile: str):
    press, found = layout().press(PROFILES[profile])
    assert press is not None, found
    return press


def page_with(sent: Sent, profile: str, folder: Path, **keys) -> Result:
    """A page with the advert alone, its PDF if there is one."""
    (folder / sent.file).write_bytes(sent.make(profile == "x4"))
    block = {"advert": sent.file, "place": {"columns": "1-4", "rows": "1-30"}, **sent.keys}
    issue, found, sources = read_issue(folder / FILE, issue_text(block, **keys), layout())
    assert issue is not None, found
    kit = tiny_kit()._replace(press=press_of(profile), rack=Rack())
    return with_pdf(set_pages(issue, kit, found, sources))


def said(result: Result, code: str) -> bool:
    """Whether a code was said, with a code of preflight among its reasons where one is asked for."""
    outer, _, inner = code.partition(":")
    return any(d.code == outer and inner in d.message("en") and inner in d.message("zh") for d in result.diagnostics)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("sent", AGENCY, ids=IDS)
def test_each_is_placed_mended_or_refused_with_the_right_words(sent, profile, tmp_path):
    result = page_with(sent, profile, tmp_path)
    expected = getattr(sent, profile)
    told = [d.message("en") for d in result.diagnostics]
    refused = expected.startswith(REFUSED)
    assert result.ok != refused, told
    if expected != PLACED:
        assert said(result, expected), told
    else:
        assert not [d for d in result.diagnostics if d.code in ("P737", "P741", "P743", "P744", "P747")], told


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("sent", AGENCY, ids=IDS)
def test_what_is_set_without_an_error_passes_the_preflight_of_its_own_file(sent, profile, tmp_path):
    result = page_with(sent, profile, tmp_path)
    if result.ok:
        report = preflight_pdf(result.pdf, press_of(profile))
        assert report.passed, [d.message("en") for d in report.diagnostics()]


PRINTED = [sent for sent in AGENCY if not sent.x1a.startswith(REFUSED) and sent.drawn != (0, 0)]


def rect_of(result: Result) -> Rect:
    [item] = [item for item in result.pages[0].items if isinstance(item, Artwork | Picture)]
    return item.rect


def seen_by_poppler(pdf: Path, rect: Rect) -> tuple[float, float]:
    """Width and height in mm of what is dark around a place on the page, by poppler at a twentieth of a millimetre."""
    left, top = to_mm(rect.x0) + BLEED_MM - 4, to_mm(rect.y0) + BLEED_MM - 2
    window = [left, top, to_mm(rect.width) + 8, to_mm(rect.height) + 6]
    corner = [str(round(edge * PIXELS)) for edge in window]
    names = [word for pair in zip(("-x", "-y", "-W", "-H"), corner, strict=True) for word in pair]
    out = pdf.with_suffix("")
    subprocess.run(
        ["pdftoppm", "-r", str(DPI), "-gray", "-singlefile", *names, str(pdf), str(out)], check=True, timeout=120
    )
    with Image.open(out.with_suffix(".pgm")) as image:
        box = image.point([255 if grey < 160 else 0 for grey in range(256)]).getbbox()
    assert box is not None
    return (box[2] - box[0]) / PIXELS, (box[3] - box[1]) / PIXELS


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
@pytest.mark.parametrize("sent", PRINTED, ids=[sent.name for sent in PRINTED])
def test_poppler_measures_what_was_sold_to_a_tenth_of_a_millimetre(sent, tmp_path):
    result = page_with(sent, "x1a", tmp_path)
    (tmp_path / "page.pdf").write_bytes(result.pdf)
    assert seen_by_poppler(tmp_path / "page.pdf", rect_of(result)) == pytest.approx(sent.drawn, abs=0.1)


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
def test_on_a_vertical_page_it_is_as_large(tmp_path):
    result = page_with(AGENCY[0], "x1a", tmp_path, writing="vertical")
    (tmp_path / "page.pdf").write_bytes(result.pdf)
    assert seen_by_poppler(tmp_path / "page.pdf", rect_of(result)) == pytest.approx(AGENCY[0].drawn, abs=0.1)


def separated(result: Result, folder: Path, dpi: float) -> list[Image.Image]:
    """The plates of a page's trim, by Ghostscript."""
    (folder / "page.pdf").write_bytes(result.pdf)
    words = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", f"-r{dpi}", "-sDEVICE=tiffsep", "-dOverprint=/enable"]
    out = ["-dUseTrimBox", f"-sOutputFile={folder / 'plate.tif'}"]
    subprocess.run(["gs", *words, *out, str(folder / "page.pdf")], check=True, timeout=120, capture_output=True)
    return [Image.open(folder / f"plate({name}).tif") for name in PLATES]


INKED = [sent for sent in PRINTED if sent.file == "ad.pdf" and sent.drawn == (120, 100) and sent.x1a != "P747"]


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
@pytest.mark.parametrize("sent", INKED, ids=[sent.name for sent in INKED])
def test_ghostscript_finds_the_inks_that_the_advertiser_chose(sent, tmp_path):
    """72 dpi, a pixel a point; the middle of each square, a pixel and more from its edge"""
    result = page_with(sent, "x1a", tmp_path)
    rect, upside_down = rect_of(result), sent.name == "upside down"
    plates = separated(result, tmp_path, 72)
    for at, inks in enumerate(PATCHES):
        x, y = 10 + 12 * at + PATCH / 2, 100 - 8 - PATCH / 2
        x, y = (120 - x, 100 - y) if upside_down else (x, y)
        place = round((to_mm(rect.x0) + x) * 72 / 25.4), round((to_mm(rect.y0) + y) * 72 / 25.4)
        found = [(255 - plate.getpixel(place)) / 2.55 for plate in plates]
        assert found == pytest.approx(inks, abs=1), at


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
def test_ghostscript_finds_type_in_a_photograph_on_the_black_plate_alone(tmp_path):
    """254 dpi, a pixel of the file a pixel of the plate; outside an edge of one pixel"""
    [sent] = [sent for sent in AGENCY if sent.name == "a photograph with type in it"]
    result = page_with(sent, "x1a", tmp_path)
    *colours, black = separated(result, tmp_path, 254)
    rect = rect_of(result)
    x, y = round(to_mm(rect.x0) * 10), round(to_mm(rect.y0) * 10)
    for left, top, right, foot in STROKES:
        inside = (x + left + 2, y + top + 2, x + right - 2, y + foot - 2)
        assert all(plate.crop(inside).getextrema() == (255, 255) for plate in colours)
        assert black.crop(inside).getextrema()[1] < 10
    assert all(plate.getpixel((x + 600, y + 200)) < 250 for plate in colours[:2]), "the photograph has its inks"
