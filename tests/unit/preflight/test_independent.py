"""Another pair of eyes: Ghostscript's separations show the same ink where things overprint."""

import shutil
import subprocess

import pytest
from PIL import Image, ImageFilter, ImageMath

from tests.unit.preflight.border import BORDER
from tests.unit.preflight.broken import BROKEN
from tests.unit.preflight.good_pdf import good

GHOSTSCRIPT = shutil.which("gs")
LIMIT = 220
WITHOUT_GHOSTSCRIPT = "Ghostscript is not installed"

pytestmark = pytest.mark.skipif(GHOSTSCRIPT is None, reason=WITHOUT_GHOSTSCRIPT)


def most_ink(case, folder) -> float:
    """The most ink of the page in per cent, by Ghostscript's plates, inside the trim.

    Ghostscript paints every pixel that a shape touches, so neighbours share a row of them: what is one pixel thin at
    four pixels a point is left out.
    """
    draft = good(case.x4)
    case.breaker(draft)
    (folder / "page.pdf").write_bytes(draft.finished())
    command = [GHOSTSCRIPT, "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r288", "-dUseTrimBox"]
    subprocess.run([*command, f"-sOutputFile={folder / 'plate.tif'}", folder / "page.pdf"], check=True, timeout=60)
    plates = {
        ink: Image.open(next(folder.glob(f"plate*({ink}).tif"))) for ink in ("Cyan", "Magenta", "Yellow", "Black")
    }
    total = ImageMath.lambda_eval(
        lambda p: (255 - p["Cyan"]) + (255 - p["Magenta"]) + (255 - p["Yellow"]) + (255 - p["Black"]), **plates
    )
    thick = total.point(lambda v: v * 0.25 + 0).convert("L").filter(ImageFilter.MinFilter(3))
    return thick.getextrema()[1] * 4 / 2.55


@pytest.mark.parametrize("case", [case for case in BROKEN if case.code == "X262"], ids=lambda case: case.name)
def test_ghostscript_sees_the_overprint_add_up(case, tmp_path):
    assert most_ink(case, tmp_path) > LIMIT + 2


@pytest.mark.parametrize("case", [case for case in BORDER if case.code == "X262"], ids=lambda case: case.name)
def test_ghostscript_sees_no_overprint_at_the_boundary(case, tmp_path):
    assert most_ink(case, tmp_path) <= LIMIT + 2
