"""Every sample is what the press asked for: independent programs and a walk over the file say so."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from paiban.display import Picture
from paiban.engine import set_issue, with_pdf
from paiban.resources import resource_folder
from tests.page.conftest import ISSUES
from tests.page.test_programs import program, run
from tests.support.issues import picture, write_issue
from tests.support.pictures import saved

ALL = ("kaifaqu-shizheng", "kaifaqu-shizheng-tabloid", "pictures", "specimen")
PROFILE = resource_folder("layout") / "press" / "paiban-newsprint-26.icc"

_files: dict[str, bytes] = {}


@pytest.fixture(params=ALL)
def any_pdf(request, tmp_path) -> Path:
    name = request.param
    if name not in _files:
        _files[name] = with_pdf(set_issue(ISSUES / name / "issue.yaml")).pdf
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(_files[name])
    return path


def test_no_spot_takes_more_ink_than_newsprint_bears(any_pdf, tmp_path):
    """Ghostscript at 72 dpi with overprint on; 220 % and a level of rounding a plate."""
    out = tmp_path / "sep.tif"
    words = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-r72", "-sDEVICE=tiffsep", "-dOverprint=/enable"]
    profiles = [f"-sDefaultCMYKProfile={PROFILE}", f"-sOutputICCProfile={PROFILE}", f"--permit-file-read={PROFILE}"]
    subprocess.run([program("gs"), *words, *profiles, f"-sOutputFile={out}", any_pdf], check=True, capture_output=True)
    plates = [Image.open(tmp_path / f"sep({ink}).tif").convert("L") for ink in ("Cyan", "Magenta", "Yellow", "Black")]
    lightest = (plate.tobytes() for plate in plates)  # a plate is black where its ink is solid
    most = max(4 * 255 - sum(spot) for spot in zip(*lightest, strict=True))
    assert most <= 220 * 255 / 100 + len(plates)


def test_poppler_names_the_standard(any_pdf):
    assert "PDF subtype:    PDF/X-1a:2003" in run("pdfinfo", any_pdf)


def test_the_file_holds_no_rgb_and_no_transparency(any_pdf):
    with pikepdf.open(any_pdf) as pdf:
        written = b"".join(
            thing.unparse(resolved=True) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)
        )
    for forbidden in (b"/DeviceRGB", b"/CalRGB", b"/SMask", b"/Group", b"/LZWDecode", b"/JavaScript"):
        assert forbidden not in written
    assert b"/OutputIntent" in written


def test_body_type_is_black_alone_and_overprints(any_pdf):
    with pikepdf.open(any_pdf) as pdf:
        page = pdf.pages[0]
        content = page.Contents.read_bytes()
        states = list(dict(page.Resources.ExtGState).values())
    assert b"0 0 0 1 k" in content
    assert any(state.get("/op") and state.get("/OP") and state.get("/OPM") == 1 for state in states)
    assert b" rg" not in content
    assert b" scn" not in content


def test_a_picture_that_bleeds_runs_off_the_sheet_on_the_sides_that_it_touches(tmp_path):
    saved(Image.new("L", (800, 400), 128), tmp_path / "wide.png")
    result = set_issue(write_issue(tmp_path, picture("wide.png", "1-6", "50-71", bleed=True)))
    (page,) = result.pages
    (placed,) = [item for item in page.items if isinstance(item, Picture)]
    assert (placed.rect.x0, placed.rect.x1) == (-page.bleed, page.width + page.bleed)
    assert placed.rect.y1 == page.height + page.bleed
