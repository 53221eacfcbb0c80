"""Our newsprint profile as a file: the format, who accepts it, and that the script in the repository made it."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys

import pytest
from PIL import ImageCms

from paiban.picture import profile_path
from paiban.resources import resource_folder
from tests.support.colour import newsprint, press_profile

DATA = profile_path(newsprint()).read_bytes()


def tags():
    (count,) = struct.unpack_from(">I", DATA, 128)
    return {name: (start, size) for name, start, size in struct.iter_unpack(">4sII", DATA[132 : 132 + 12 * count])}


def tag(name):
    start, size = tags()[name]
    return DATA[start : start + size]


def test_it_is_a_version_2_cmyk_output_profile_with_lab():
    assert struct.unpack_from(">I", DATA, 0) == (len(DATA),)
    assert DATA[8] == 2
    assert (DATA[12:16], DATA[16:20], DATA[20:24], DATA[36:40]) == (b"prtr", b"CMYK", b"Lab ", b"acsp")
    assert struct.unpack_from(">3i", DATA, 68) == (0xF6D6, 0x10000, 0xD32D)


def test_it_has_every_tag_that_an_output_profile_needs():
    wanted = {b"desc", b"cprt", b"wtpt", b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"gamt"}
    assert wanted <= set(tags())


def test_its_tags_lie_inside_the_file_on_whole_words():
    for start, size in tags().values():
        assert start % 4 == 0
        assert start + size <= len(DATA)


def test_it_is_of_reasonable_size():
    assert len(DATA) < 1_500_000


def test_its_white_point_is_the_paper():
    x, y, z = (part / 65536 for part in struct.unpack_from(">3i", tag(b"wtpt"), 8))
    # L* 82, a* 0, b* 3 by the definition of L*a*b* for D50
    level = (82 + 16) / 116
    assert (x, y, z) == pytest.approx((0.9642 * level**3, level**3, 0.8249 * (level - 3 / 200) ** 3), abs=1e-4)


def test_it_may_be_passed_on_by_anyone():
    assert "CC0" in ImageCms.getProfileCopyright(press_profile())


def test_its_date_is_fixed():
    assert struct.unpack_from(">6H", DATA, 24) == (2022, 3, 31, 0, 0, 0)


@pytest.mark.parametrize("intent", range(4))
def test_littlecms_takes_it_for_every_intent_both_ways(intent):
    profile = press_profile()
    assert profile.profile.is_intent_supported(intent, ImageCms.Direction.OUTPUT)
    assert profile.profile.is_intent_supported(intent, ImageCms.Direction.INPUT)


def test_ghostscript_separates_with_it(tmp_path):
    program = shutil.which("gs")
    if program is None:
        pytest.skip("Ghostscript is not installed")
    source = tmp_path / "red.ps"
    source.write_text("%!PS\n<</PageSize [16 16]>> setpagedevice 1 0 0 setrgbcolor 0 0 16 16 rectfill showpage\n")
    out = tmp_path / "red.tif"
    command = [program, "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiff32nc", "-r72", f"-sOutputFile={out}"]
    done = subprocess.run(
        [*command, f"-sOutputICCProfile={profile_path(newsprint())}", str(source)], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, b"")
    from PIL import Image  # noqa: PLC0415

    with Image.open(out) as image:
        cyan, magenta, yellow, black = image.getpixel((8, 8))
    assert min(magenta, yellow) > 0.6 * 255
    assert max(cyan, black) < 0.1 * 255


@pytest.fixture(scope="module")
def maker():
    """The modules of the program that makes the profile."""
    pytest.importorskip("numpy", reason="NumPy makes the profile; it is not installed")
    folder = str(resource_folder("layout") / "press")
    sys.path.insert(0, folder)
    from newsprint_profile import icc, inks, report, tables  # noqa: PLC0415

    yield {"icc": icc, "inks": inks, "report": report, "tables": tables}
    sys.path.remove(folder)


def test_the_program_makes_the_same_table_of_colours(maker):
    model = maker["inks"].PrintModel()
    assert maker["icc"].lut16(maker["tables"].device_to_colour(model)) == tag(b"A2B1")


def test_the_program_makes_the_same_gamut(maker):
    model = maker["inks"].PrintModel()
    assert maker["icc"].lut8(maker["tables"].gamut_flag(model)) == tag(b"gamt")


def test_yellow_gains_26_per_cent_in_the_band_that_it_absorbs(maker):
    import numpy as np  # noqa: PLC0415

    model = maker["inks"].PrintModel()
    steps = model.to_printed(np.array([[0, 0, 0, 0], [0, 0, 0.5, 0], [0, 0, 1, 0]], dtype=float))
    paper, half, solid = (model.mixed_powers(steps) ** model.n)[:, 2]
    assert (paper - half) / (paper - solid) == pytest.approx(0.76, abs=1e-3)


def test_three_light_colours_make_a_grey(maker):
    """The classic balance of offset, cyan ahead of magenta and yellow, is no input of the model: it comes out of it."""
    import numpy as np  # noqa: PLC0415

    model = maker["inks"].PrintModel()
    for cmy in ((20, 16, 16), (50, 40, 40), (70, 60, 60)):
        _, a, b = model.relative_lab(model.to_printed(np.array([[*cmy, 0]]) / 100))[0]
        assert a * a + b * b < 3**2


# Ifra's characterisation of 2004 (IFRA26, white backing): C, M, Y, K in per cent and the L*a*b* that were measured.
MEASURED_SOLIDS = {
    "": (85.2, 0.9, 5.18), "C": (59.11, -23.94, -27.1), "M": (55.5, 47.62, 0.68), "Y": (80.37, -1.38, 61.56),
    "K": (36.76, 1.48, 4.46), "CM": (42.41, 6.99, -22.67), "CY": (54.87, -34.25, 17.45), "MY": (53.82, 44.81, 26.04),
    "CMY": (40.39, 0.09, 0.37), "CK": (34.17, -5.24, -4.26), "MK": (33.95, 12.58, 3.36), "YK": (39.84, 0.05, 14.81),
    "CMK": (31.82, 2.98, -5.19), "CYK": (36.36, -10.2, 5.94), "MYK": (35.61, 13.91, 9.09), "CMYK": (31.89, 0.16, 0.6),
}  # fmt: skip
MEASURED = [
    ((20, 0, 0, 0), (77.62, -6.88, -4.8)),
    ((50, 0, 0, 0), (68.3, -16.02, -16.44)),
    ((80, 0, 0, 0), (61.9, -21.73, -24.01)),
    ((0, 20, 0, 0), (75.79, 14.91, 1.92)),
    ((0, 50, 0, 0), (64.83, 32.12, -0.22)),
    ((0, 80, 0, 0), (57.95, 43.36, -0.13)),
    ((0, 0, 50, 0), (81.79, -1.62, 41.89)),
    ((0, 0, 0, 20), (72.19, 1.03, 4.84)),
    ((0, 0, 0, 50), (55.08, 1.28, 4.73)),
    ((0, 0, 0, 80), (42.58, 1.46, 4.64)),
    ((40, 40, 0, 0), (57.71, 8.79, -14.24)),
    ((0, 70, 70, 0), (57.68, 37.75, 25.78)),
    ((70, 0, 70, 0), (59.76, -28.15, 17.52)),
    ((20, 20, 20, 0), (68.06, 4.3, 6.78)),
    ((40, 40, 40, 0), (55.91, 4.75, 5.72)),
    ((70, 70, 70, 0), (45.25, 3.04, 2.85)),
    ((40, 27, 27, 0), (59.99, -0.63, 1.59)),
    ((20, 12, 12, 40), (52.56, 0.37, 3.41)),
    ((40, 27, 27, 100), (35.23, 0.76, 2.14)),
    ((60, 45, 45, 60), (37.99, -0.36, 2.03)),
    ((100, 0, 0, 20), (51.46, -18.59, -19.57)),
    ((100, 0, 100, 40), (43.81, -20.31, 10.47)),
    ((0, 40, 40, 40), (49.64, 13.98, 14.49)),
    ((0, 100, 0, 70), (37.2, 17.71, 2.92)),
]


def test_the_model_agrees_with_what_was_measured_on_newsprint(maker):
    """From the solids alone it foretells tints and mixtures that somebody printed and measured."""
    import numpy as np  # noqa: PLC0415

    from tests.support.colour import delta_e  # noqa: PLC0415

    model = maker["inks"].PrintModel(MEASURED_SOLIDS)
    inks = np.array([inks for inks, _ in MEASURED]) / 100
    foretold = model.absolute_lab(model.to_printed(inks))
    differences = [delta_e(tuple(lab), found) for lab, (_, found) in zip(foretold, MEASURED, strict=True)]
    assert max(differences) < 2.5
    assert sum(differences) / len(differences) < 1


def test_the_characterisation_tells_every_solid(maker):
    words = maker["report"].characterisation()
    assert "  K                      36.0    1.0    4.0" in words
    assert words.count("\n  ") > 16 + 44
