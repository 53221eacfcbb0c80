"""What a picture takes of the memory is known from its header; what takes too much is refused before it is decoded."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PIL import Image

from paiban.diagnostic import Diagnostic
from paiban.picture.memory import MOST, held, most_megapixels, scale_for
from paiban.picture.model import PictureInfo
from paiban.picture.probe import probe_picture

MEGA = 1_000_000


def info(megapixels: int, format_: str = "PNG", mode: str = "rgb", **more) -> PictureInfo:
    side = round((megapixels * MEGA) ** 0.5)
    return PictureInfo(side, side, format_, mode, more.pop("bits", 8), more.pop("alpha", False), False, **more)


@pytest.mark.parametrize(
    ("picture", "scale"),
    [
        (info(70), 1),
        (info(100), 0),
        (info(100, "TIFF"), 0),
        (info(110, mode="bilevel"), 1),
        (info(200, mode="grey"), 1),
        (info(60, mode="palette"), 0),
        (info(40, alpha=True), 0),
        (info(200, "JPEG"), 2),
        (info(70, "JPEG"), 1),
        (info(60, "JPEG", coefficients=3.0), 2),  # 4:2:0: 180 MB of coefficients, and a quarter of 360 MB
        (info(200, "JPEG", coefficients=3.0), 0),
    ],
)
def test_a_picture_is_decoded_as_large_as_the_memory_lets_it(picture, scale):
    assert scale_for(picture, MEGA) == scale
    assert not scale or held(picture, scale, False) < MOST


def test_an_advert_is_never_scaled_down():
    assert scale_for(info(40, "JPEG"), MEGA, delivered=True) == 1
    assert scale_for(info(50, "JPEG"), MEGA, delivered=True) == 0
    assert 40 <= most_megapixels(info(50, "JPEG"), MEGA, delivered=True) < 50


def test_the_answer_says_how_many_megapixels_there_may_be(tmp_path):
    path = tmp_path / "large.png"
    Image.new("RGB", (10_000, 10_000)).save(path)
    found = probe_picture(path)
    assert isinstance(found, Diagnostic)
    assert found.code == "P754"
    assert 70 <= dict(found.params)["limit"] < 100


@pytest.mark.parametrize("subsampling", [0, 2])
def test_a_progressive_jpeg_is_known_by_its_coefficients(tmp_path, subsampling):
    Image.new("RGB", (64, 64)).save(tmp_path / "p.jpg", progressive=True, subsampling=subsampling)
    Image.new("RGB", (64, 64)).save(tmp_path / "b.jpg", subsampling=subsampling)
    assert probe_picture(tmp_path / "p.jpg").coefficients == {0: 6.0, 2: 3.0}[subsampling]
    assert probe_picture(tmp_path / "b.jpg").coefficients == 0.0


PROGRAM = """
import re, sys
from pathlib import Path
from paiban.picture import prepare_picture
from paiban.template import Layout
from paiban.units import PER_MM
made = prepare_picture(Path(sys.argv[1]), 235 * PER_MM, 235 * PER_MM, (0, 0, 1, 1), Layout().press("newsprint")[0])
print(made.width_px, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) >> 10)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells no process what it held")
@pytest.mark.parametrize(("name", "side"), [("a.png", 8000), ("a.jpg", 14_000)])
def test_large_pictures_stay_under_half_a_gibibyte(tmp_path, name, side):
    Image.linear_gradient("L").resize((side, side)).convert("RGB").save(tmp_path / name)
    run = subprocess.run([sys.executable, "-c", PROGRAM, tmp_path / name], capture_output=True, text=True, check=True)
    width, peak = map(int, run.stdout.split())
    assert width == round(235 / 25.4 * 200)
    assert peak < 512
