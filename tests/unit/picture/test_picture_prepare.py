"""Pictures of every kind become ink at the press's resolution."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from paiban.diagnostic import Diagnostic
from paiban.picture import PreparedPicture, prepare_picture
from paiban.span import Span
from paiban.units import PER_INCH
from tests.support.colour import newsprint
from tests.support.pictures import WHOLE, corners, encoded, pixel, plain_press, prepared, quarters, saved

RED, GREEN, BLUE, WHITE = (220, 20, 20), (20, 160, 40), (20, 40, 200), (255, 255, 255)
FLAGS = [RED, GREEN, BLUE, WHITE]
NAMES = ("red", "green", "blue", "paper")


def named(ink: tuple[int, ...]) -> str:
    """Which of the four colours of FLAGS this ink is."""
    cyan, magenta, yellow, _ = ink
    if max(ink) < 5:
        return "paper"
    if magenta > 100 and yellow > 100 and cyan < 60:
        return "red"
    if cyan > 100 and yellow > 100 and magenta < 60:
        return "green"
    return "blue" if cyan > 100 and magenta > 60 and yellow < 60 else f"{ink}"


@pytest.mark.parametrize(
    ("name", "options"),
    [("a.jpg", {"quality": 98, "subsampling": 0}), ("a.png", {}), ("a.tif", {}), ("a.webp", {"lossless": True})],
)
def test_every_format_keeps_its_colours_in_their_places(tmp_path, name, options):
    made = prepared(saved(quarters("RGB", (80, 80), FLAGS), tmp_path / name, **options), (40, 40))
    assert (made.width_px, made.height_px, made.channels, made.bits) == (40, 40, 4, 8)
    assert tuple(map(named, corners(made))) == NAMES
    assert made.notes == ()


def test_a_palette_picture_is_a_colour_picture(tmp_path):
    picture = quarters("RGB", (80, 80), FLAGS).quantize(4)
    assert tuple(map(named, corners(prepared(saved(picture, tmp_path / "a.png"), (40, 40))))) == NAMES


def test_a_lab_picture_is_a_colour_picture(tmp_path):
    colours = [(122, 176, 160), (140, 200, 190), (70, 20, 180), (255, 128, 128)]
    made = prepared(saved(quarters("LAB", (80, 80), colours), tmp_path / "a.tif"), (40, 40))
    assert made.channels == 4
    warm, _, _, white = corners(made)
    assert warm[0] < min(warm[1:3])
    assert max(white) <= 1


def sixteen_bit_png(colours: list[tuple[int, int, int]], size: int) -> bytes:
    """A PNG of 16 bits a sample, which Pillow can read but not write."""
    import struct  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    half = size // 2
    rows = b""
    for pair in (colours[:2], colours[2:]):
        line = b"".join(struct.pack(">3H", *(part * 257 for part in colour)) * half for colour in pair)
        rows += (b"\0" + line) * half

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", size, size, 16, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_sixteen_bits_of_colour_give_the_same_ink_as_eight(tmp_path):
    deep = tmp_path / "deep.png"
    deep.write_bytes(sixteen_bit_png(FLAGS, 80))
    flat = saved(quarters("RGB", (80, 80), FLAGS), tmp_path / "flat.png")
    assert prepared(deep, (40, 40)).data == prepared(flat, (40, 40)).data


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_sixteen_bits_of_grey_give_the_same_ink_as_eight(tmp_path, name):
    levels = [0, 90, 180, 255]
    deep = quarters("I;16", (80, 80), [level * 257 for level in levels])
    flat = quarters("L", (80, 80), levels)
    made = prepared(saved(deep, tmp_path / name), (40, 40))
    assert made.channels == 1
    assert corners(made) == corners(prepared(saved(flat, tmp_path / "flat.png"), (40, 40)))


def test_grey_stays_on_the_black_plate(tmp_path):
    made = prepared(saved(quarters("L", (80, 80), [0, 100, 200, 255]), tmp_path / "a.jpg", quality=98), (40, 40))
    (black,), (dark,), (light,), (white,) = corners(made)
    assert (made.channels, made.bits) == (1, 8)
    assert (black, white) == (0, 255)
    assert 0 < dark < light < 255


def test_grey_allows_for_the_dot_gain(tmp_path):
    """A middle grey of the screen (L* 54 of 0 … 100) must get clearly less than half of ink, for the dots grow."""
    made = prepared(saved(Image.new("L", (80, 80), 128), tmp_path / "a.png"), (40, 40))
    assert 0.40 < 1 - pixel(made, 20, 20)[0] / 255 < 0.50


def test_line_art_stays_black_or_white_with_eight_pixels_a_byte(tmp_path):
    picture = quarters("1", (80, 80), [0, 1, 1, 0])
    made = prepared(saved(picture, tmp_path / "a.tif"), (20, 20), plain_press(lineart_ppi=200))
    assert (made.width_px, made.channels, made.bits) == (20, 1, 1)
    assert len(made.data) == 20 * 3
    assert made.data[:3] == b"\x00\x3f\xf0"


def test_line_art_is_made_smaller_by_whole_pixels(tmp_path):
    """lines of two pixels, two apart, at 1.9 times what the press resolves stay; at 4 times they are lines of one"""
    image = Image.new("1", (800, 400), 1)
    for x in range(0, 800, 4):
        image.paste(0, (x, 0, x + 2, 400))
    image.paste(0, (0, 200, 800, 203))  # else it is a bar code
    path = saved(image, tmp_path / "a.png")
    for ppi, wide in ((1140, 800), (2400, 200)):
        made = prepared(path, (800 * 200 // ppi, 400 * 200 // ppi))
        assert made.width_px == wide
    made = prepared(path, (800 * 200 // 1200, 400 * 200 // 1200))
    rows = Image.frombytes("1", (made.width_px, made.height_px), made.data).crop((0, 0, made.width_px, 1))
    assert [*rows.convert("L").tobytes()] == [0, 255] * (made.width_px // 2)


def test_line_art_may_have_more_pixels_than_pictures(tmp_path):
    """1300 pixels an inch are more than twice what the press resolves: every two become one; 700 stay"""
    for pixels, wide in ((700, 700), (1300, 650)):
        made = prepared(saved(Image.new("1", (pixels, pixels)), tmp_path / "a.png"), (200, 200))
        assert (made.width_px, newsprint().limits.lineart_ppi) == (wide, 600)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "PA"])
def test_what_is_transparent_becomes_bare_paper(tmp_path, mode):
    picture = quarters("RGBA", (80, 80), [(0, 0, 0, 0), (200, 0, 0, 0), (0, 0, 0, 255), (0, 0, 0, 128)])
    name = "a.png" if mode != "PA" else "a.tif"
    options = {}
    if mode == "P":
        picture, options = picture.quantize(8, method=Image.Quantize.FASTOCTREE), {}
    elif mode == "LA":
        picture = picture.convert("LA")
    made = prepared(saved(picture, tmp_path / name, **options), (40, 40))
    empty = (255,) if made.channels == 1 else (0, 0, 0, 0)
    ink = corners(made)
    assert ink[0] == ink[1] == empty
    assert ink[2] != empty
    assert ink[3] not in (empty, ink[2])


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_camera_orientation_comes_upright(tmp_path, name, orientation):
    upright = quarters("RGB", (96, 64), FLAGS)
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = upright.transpose(Image.Transpose(back[orientation])) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"lossless": True} if name == "a.webp" else {"quality": 98, "subsampling": 0} if name == "a.jpg" else {}
    made = prepared(saved(stored, tmp_path / name, exif=exif, **options), (48, 32))
    assert (made.width_px, made.height_px) == (48, 32)
    assert tuple(map(named, corners(made))) == NAMES


@pytest.mark.parametrize(
    ("crop", "names"),
    [
        ((0, 0, 0.5, 1), ("red", "red", "blue", "blue")),
        ((0.5, 0, 1, 1), ("green", "green", "paper", "paper")),
        ((0, 0.5, 1, 1), ("blue", "paper", "blue", "paper")),
        ((0.25, 0.25, 0.75, 0.75), NAMES),
    ],
)
def test_only_the_part_asked_for_is_shown(tmp_path, crop, names):
    path = saved(quarters("RGB", (160, 160), FLAGS), tmp_path / "a.png")
    assert tuple(map(named, corners(prepared(path, (40, 40), crop=crop)))) == names


def test_too_many_pixels_are_brought_down_to_the_press(tmp_path):
    made = prepared(saved(Image.new("RGB", (500, 500)), tmp_path / "a.png"), (100, 50))
    assert (made.width_px, made.height_px, round(made.ppi)) == (100, 50, 200)


def test_too_few_pixels_stay_as_they_are(tmp_path):
    made = prepared(saved(Image.new("RGB", (60, 40)), tmp_path / "a.png"), (120, 80))
    assert (made.width_px, made.height_px, round(made.ppi)) == (60, 40, 100)


def test_pixels_at_the_right_size_are_not_touched(tmp_path):
    picture = Image.effect_noise((64, 64), 80)
    path = saved(picture, tmp_path / "a.png")
    levels = dict(zip(picture.tobytes(), prepared(path, (64, 64)).data, strict=True))
    assert bytes(levels[value] for value in picture.tobytes()) == prepared(path, (64, 64)).data


def test_a_large_jpeg_is_decoded_small_with_the_same_result(tmp_path):
    """The decoder leaves out what would be thrown away; flat quarters do not mind."""
    made = prepared(saved(quarters("RGB", (1600, 1600), FLAGS), tmp_path / "a.jpg", quality=95), (40, 40))
    assert (made.width_px, made.height_px) == (40, 40)
    assert tuple(map(named, corners(made))) == NAMES


def test_the_press_sharpens_edges_and_leaves_flat_parts(tmp_path):
    path = saved(quarters("L", (80, 80), [100, 180, 100, 180]), tmp_path / "a.png")
    soft = prepared(path, (80, 80))
    sharp = prepared(path, (80, 80), plain_press(sharpen_percent=90))
    assert corners(soft) == corners(sharp)
    assert pixel(sharp, 39, 40) < pixel(soft, 39, 40)
    assert pixel(sharp, 40, 40) > pixel(soft, 40, 40)


@settings(max_examples=25, deadline=None)
@given(data=st.binary(min_size=300, max_size=300), mode=st.sampled_from(["RGB", "CMYK"]))
def test_no_picture_puts_down_more_ink_than_the_press_bears(tmp_path_factory, data, mode):
    pixels = (data * 2)[: 10 * 10 * len(mode)]
    path = saved(Image.frombytes(mode, (10, 10), pixels), tmp_path_factory.getbasetemp() / f"ink-{mode}.tif")
    made = prepared(path, (10, 10), newsprint())
    most = max(sum(made.data[i : i + 4]) for i in range(0, len(made.data), 4))
    assert most / 2.55 <= newsprint().limits.tac_percent


def test_cmyk_within_the_limit_keeps_its_numbers(tmp_path):
    colours = [(255, 0, 0, 0), (0, 255, 255, 0), (0, 0, 0, 255), (10, 20, 30, 40)]
    made = prepared(saved(quarters("CMYK", (80, 80), colours), tmp_path / "a.tif"), (80, 80))
    assert corners(made) == colours
    assert made.notes == ()


def test_cmyk_over_the_limit_is_brought_under_it_and_said(tmp_path):
    colours = [(255, 255, 255, 255), (0, 0, 0, 0), (10, 20, 30, 40), (230, 200, 200, 180)]
    made = prepared(saved(quarters("CMYK", (80, 80), colours), tmp_path / "a.tif"), (80, 80))
    heavy, empty, light, dark = corners(made)
    assert (empty, light) == (colours[1], colours[2])
    assert max(sum(heavy), sum(dark)) <= 220 * 2.55
    assert heavy[3] > 200
    [note] = made.notes
    assert (note.code, dict(note.params)["ink"]) == ("P762", 400)


def test_cmyk_of_another_press_is_separated_anew(tmp_path):
    """Its profile says what its numbers look like. Here: another press that prints the same, by the name only."""
    from tests.support.colour import delta_e, printed  # noqa: PLC0415

    other = bytearray(ImageCms.ImageCmsProfile(str(press_file())).tobytes())
    other[24:36] = bytes(12)
    colour = (120, 90, 200, 80)
    path = saved(Image.new("CMYK", (40, 40), colour), tmp_path / "a.tif", icc_profile=bytes(other))
    ink = pixel(prepared(path, (40, 40)), 20, 20)
    assert ink != colour
    assert delta_e(*printed([colour, ink])) < 2


def press_file() -> Path:
    from paiban.picture import profile_path  # noqa: PLC0415

    return profile_path(newsprint())


def test_an_embedded_rgb_profile_is_obeyed(tmp_path):
    """The same numbers as a space whose red and blue channels are swapped."""
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    swapped = bytes(srgb.replace(b"rXYZ", b"tmp_").replace(b"bXYZ", b"rXYZ").replace(b"tmp_", b"bXYZ"))
    path = saved(Image.new("RGB", (40, 40), RED), tmp_path / "a.png", icc_profile=swapped)
    assert named(pixel(prepared(path, (40, 40)), 20, 20)) == "blue"


@pytest.mark.parametrize("junk", [b"junk" * 50, b"\0" * 128])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_an_embedded_profile_that_is_no_profile_is_said_and_ignored(tmp_path, junk, mode):
    colour = {"RGB": (200, 10, 10), "L": 90, "CMYK": (200, 10, 10, 0)}[mode]
    path = saved(Image.new(mode, (40, 40), colour), tmp_path / "a.tif", icc_profile=junk)
    made = prepared(path, (40, 40))
    assert [note.code for note in made.notes] == ["P763"]


def test_an_embedded_profile_for_other_pixels_is_said_and_ignored(tmp_path):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = prepared(saved(Image.new("L", (40, 40)), tmp_path / "a.tif", icc_profile=srgb), (40, 40))
    assert [note.code for note in made.notes] == ["P763"]


def test_diagnostics_stand_where_the_issue_names_the_picture(tmp_path):
    span = Span("issue.yaml", 7, 3, 7, 20)
    found = prepare_picture(tmp_path / "none.png", PER_INCH, PER_INCH, WHOLE, newsprint(), span)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.span) == ("P750", span)


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
def test_a_truncated_picture_is_broken(tmp_path, name, keep):
    path = tmp_path / name
    whole = encoded(
        Image.effect_noise((200, 200), 90).convert("RGB"),
        "TIFF" if name == "a.tif" else name[2:].replace("jpg", "jpeg"),
    )
    path.write_bytes(whole[: int(len(whole) * keep)])
    found = prepare_picture(path, PER_INCH, PER_INCH, WHOLE, newsprint())
    assert isinstance(found, Diagnostic)
    assert found.code == "P753"


SMALL = {
    kind: encoded(Image.effect_noise((24, 24), 90).convert("RGB"), kind) for kind in ("JPEG", "PNG", "TIFF", "WebP")
}


@settings(max_examples=120, deadline=None)
@given(
    kind=st.sampled_from(sorted(SMALL)),
    flips=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_flipped_bytes_never_crash(tmp_path_factory, kind, flips):
    data = bytearray(SMALL[kind])
    for place, value in flips:
        data[place % len(data)] = value
    path = tmp_path_factory.getbasetemp() / f"flipped.{kind}"
    path.write_bytes(data)
    found = prepare_picture(path, PER_INCH, PER_INCH, WHOLE, newsprint())
    assert isinstance(found, PreparedPicture | Diagnostic)


@pytest.mark.parametrize(
    ("icc", "content", "code"),
    [("none.icc", None, "P764"), ("a.icc", b"short", "P764"), ("a.icc", bytes(200), "P764")],
)
def test_a_press_without_its_profile_is_said(tmp_path, icc, content, code):

    profile = tmp_path / icc
    if content is not None:
        profile.write_bytes(content)
    path = saved(Image.new("RGB", (40, 40)), tmp_path / "a.png")
    found = prepare_picture(path, PER_INCH, PER_INCH, WHOLE, newsprint()._replace(icc=str(profile)))
    assert isinstance(found, Diagnostic)
    assert found.code == code


def test_a_press_profile_for_screens_is_refused(tmp_path):

    profile = tmp_path / "screen.icc"
    profile.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    path = saved(Image.new("RGB", (40, 40)), tmp_path / "a.png")
    found = prepare_picture(path, PER_INCH, PER_INCH, WHOLE, newsprint()._replace(icc=str(profile)))
    assert isinstance(found, Diagnostic)
    assert found.code == "P765"


def test_a_press_with_a_lower_limit_than_its_profile_is_obeyed(tmp_path):
    path = saved(Image.new("RGB", (40, 40), (6, 0, 0)), tmp_path / "a.png")
    ink = pixel(prepared(path, (40, 40), plain_press(tac_percent=150)), 20, 20)
    assert sum(ink) / 2.55 <= 150
    assert ink[3] > 240
