"""The header alone tells a picture's size and kind, and refuses what must not be decoded."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from paiban.diagnostic import Diagnostic, Severity
from paiban.picture import PictureInfo, probe_picture
from paiban.template import Limits
from tests.support.pictures import encoded, saved

SIZE = (40, 24)

KINDS = [
    ("a.jpg", "RGB", "JPEG", "rgb", 8),
    ("a.jpeg", "L", "JPEG", "grey", 8),
    ("a.jpg", "CMYK", "JPEG", "cmyk", 8),
    ("a.png", "RGB", "PNG", "rgb", 8),
    ("a.png", "RGBA", "PNG", "rgb", 8),
    ("a.png", "L", "PNG", "grey", 8),
    ("a.png", "LA", "PNG", "grey", 8),
    ("a.png", "P", "PNG", "palette", 1),
    ("a.png", "1", "PNG", "bilevel", 1),
    ("a.png", "I;16", "PNG", "grey", 16),
    ("a.tif", "RGB", "TIFF", "rgb", 8),
    ("a.tiff", "CMYK", "TIFF", "cmyk", 8),
    ("a.tif", "1", "TIFF", "bilevel", 1),
    ("a.tif", "I;16", "TIFF", "grey", 16),
    ("a.tif", "LAB", "TIFF", "lab", 8),
    ("a.tif", "P", "TIFF", "palette", 8),
    ("a.webp", "RGB", "WebP", "rgb", 8),
    ("a.webp", "RGBA", "WebP", "rgb", 8),
]


def probed(path) -> PictureInfo:
    info = probe_picture(path)
    assert isinstance(info, PictureInfo), info
    return info


def refused(path, **limits) -> str:
    found = probe_picture(path, None, Limits(**limits))
    assert isinstance(found, Diagnostic), found
    assert found.severity is Severity.ERROR
    return found.code


@pytest.mark.parametrize(("name", "pillow_mode", "kind", "mode", "bits"), KINDS)
def test_size_and_kind_are_read(tmp_path, name, pillow_mode, kind, mode, bits):
    info = probed(saved(Image.new(pillow_mode, SIZE), tmp_path / name))
    assert (info.width_px, info.height_px, info.format, info.mode, info.bits) == (*SIZE, kind, mode, bits)
    assert info.alpha == (pillow_mode in ("RGBA", "LA"))
    assert info.notes == ()


@pytest.mark.parametrize("options", [{"lossless": True}, {"lossless": False}, {"exif": b"", "icc_profile": b"x" * 200}])
def test_all_three_kinds_of_webp_are_read(tmp_path, options):
    info = probed(saved(Image.new("RGB", (301, 17)), tmp_path / "a.webp", **options))
    assert (info.width_px, info.height_px) == (301, 17)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif"])
@pytest.mark.parametrize(("orientation", "size"), [(1, SIZE), (3, SIZE), (6, SIZE[::-1]), (8, SIZE[::-1])])
def test_a_picture_lying_on_its_side_is_measured_upright(tmp_path, name, orientation, size):
    exif = Image.Exif()
    exif[0x0112] = orientation
    info = probed(saved(Image.new("RGB", SIZE), tmp_path / name, exif=exif))
    assert (info.width_px, info.height_px) == size


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_is_none(tmp_path, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert probed(saved(Image.new("RGB", SIZE), tmp_path / "a.jpg", exif=exif)).orientation == 1


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif"])
def test_an_embedded_profile_is_noticed(tmp_path, name):
    from PIL import ImageCms  # noqa: PLC0415

    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert probed(saved(Image.new("RGB", SIZE), tmp_path / name, icc_profile=srgb)).profile
    assert not probed(saved(Image.new("RGB", SIZE), tmp_path / f"bare-{name}")).profile


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    assert refused(tmp_path / "none.jpg") == "P750"


def test_a_folder_is_no_picture(tmp_path):
    assert refused(tmp_path) == "P750"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"GIF89a", "GIF"),
        (b"BM12", "BMP"),
        (b"8BPS\0\1", "Photoshop"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "EPS"),
        (b"%PDF-1.4", "PDF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"<svg xmlns=", "SVG"),
        (b"hello", "nobody knows"),
        (b"", "empty"),
        (b"<!DOCTYPE html>", "web page"),
        (b"RIFF\0\0\0\0WAVEfmt ", "nobody knows"),
    ],
)
def test_what_is_no_usable_picture_is_named(tmp_path, start, kind):
    path = tmp_path / "a.jpg"
    path.write_bytes(start)
    found = probe_picture(path)
    assert isinstance(found, Diagnostic)
    assert found.code == "P751"
    assert kind in found.message("en")


def test_a_wrong_ending_is_said_and_the_content_read(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(encoded(Image.new("RGB", SIZE), "JPEG"))
    info = probed(path)
    assert info.format == "JPEG"
    assert [note.code for note in info.notes] == ["P752"]


def test_a_second_page_is_said_to_be_left_out(tmp_path):
    first, second = Image.new("L", SIZE), Image.new("L", SIZE)
    info = probed(saved(first, tmp_path / "a.tif", save_all=True, append_images=[second]))
    assert [note.code for note in info.notes] == ["P766"]


def png_header(width: int, height: int) -> bytes:
    """The start of a PNG in grey that claims a size; as many pixels as are allowed are not refused for their memory."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body)) + b"\0\0\0\0IDAT"


@pytest.mark.parametrize(("height", "allowed"), [(10_000, True), (10_001, False)])
def test_more_pixels_than_the_limit_are_refused_before_decoding(tmp_path, height, allowed):
    path = tmp_path / "bomb.png"
    path.write_bytes(png_header(20_000, height))
    if allowed:
        assert probed(path).height_px == height
    else:
        assert refused(path) == "P754"


def test_a_file_larger_than_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(png_header(10, 10) + bytes(2000))
    assert refused(path, picture_file_mb_max=0.001) == "P755"


@pytest.mark.parametrize("size", [(0, 10), (10, 0)])
def test_a_picture_without_pixels_is_broken(tmp_path, size):
    path = tmp_path / "a.png"
    path.write_bytes(png_header(*size))
    assert refused(path) == "P753"


def tiff(**changes: int) -> bytes:
    """A little-endian TIFF header of 10 × 10 with the tags given: CMYK, four samples of 8 bits, unless changed."""
    tags = {256: 10, 257: 10, 258: 8, 262: 5, 277: 4}
    tags |= {int(name[1:]): value for name, value in changes.items()}
    entries = b"".join(struct.pack("<HHIHH", tag, 3, 1, value, 0) for tag, value in sorted(tags.items()))
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, None),
        ({"t332": 2}, "P756"),
        ({"t277": 5, "t338": 0}, "P756"),
        ({"t277": 5, "t338": 2}, None),
        ({"t277": 6, "t338": 2}, "P756"),
        ({"t262": 2, "t277": 4, "t338": 2}, None),
        ({"t262": 2, "t277": 5, "t338": 0}, "P756"),
        ({"t339": 3}, "P757"),
        ({"t258": 32}, "P757"),
        ({"t262": 32803}, "P757"),
    ],
)
def test_spot_colours_and_odd_samples_in_tiff_are_refused(tmp_path, changes, code):
    path = tmp_path / "a.tif"
    path.write_bytes(tiff(**changes))
    found = probe_picture(path)
    assert (found.code if isinstance(found, Diagnostic) else None) == code


@pytest.mark.parametrize(("components", "bits", "code"), [(2, 8, "P756"), (5, 8, "P756"), (3, 12, "P757")])
def test_odd_jpegs_are_refused(tmp_path, components, bits, code):
    path = tmp_path / "a.jpg"
    path.write_bytes(b"\xff\xd8\xff\xc0" + struct.pack(">HBHHB", 8 + 3 * components, bits, 10, 10, components))
    assert refused(path) == code


SOUND = {
    "a.jpg": encoded(Image.new("RGB", SIZE), "JPEG"),
    "a.png": encoded(Image.new("RGB", SIZE), "PNG"),
    "a.tif": encoded(Image.new("RGB", SIZE), "TIFF"),
    "a.webp": encoded(Image.new("RGBA", SIZE), "WebP", lossless=True),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_header_that_breaks_off_anywhere_is_an_answer(tmp_path, name):
    path = tmp_path / name
    for length in range(min(len(SOUND[name]), 400)):
        path.write_bytes(SOUND[name][:length])
        assert isinstance(probe_picture(path), PictureInfo | Diagnostic)


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(sorted(SOUND)), flips=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 255)), max_size=8)
)
def test_flipped_bytes_in_a_header_are_an_answer(tmp_path_factory, name, flips):
    data = bytearray(SOUND[name])
    for place, value in flips:
        data[place % len(data)] = value
    path = tmp_path_factory.getbasetemp() / f"flipped-{name}"
    path.write_bytes(data)
    assert isinstance(probe_picture(path), PictureInfo | Diagnostic)


@settings(max_examples=100, deadline=None)
@given(start=st.sampled_from([data[:12] for data in SOUND.values()]), rest=st.binary(max_size=200))
def test_noise_behind_a_true_beginning_is_an_answer(tmp_path_factory, start, rest):
    path = tmp_path_factory.getbasetemp() / "noise"
    path.write_bytes(start + rest)
    assert isinstance(probe_picture(path), PictureInfo | Diagnostic)
