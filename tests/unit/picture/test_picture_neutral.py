"""What is grey goes to black alone; codes are read back to their modules; adverts stay as they were delivered."""

from __future__ import annotations

import functools
import io
import random

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageOps

from paiban.picture import PreparedPicture, is_exact, prepare_picture
from paiban.picture.machine_code import read_code
from paiban.units import PER_INCH
from tests.support.colour import newsprint, press_profile
from tests.support.pictures import WHOLE, pixel, prepared, qr, saved

GREYS = [0, 60, 128, 200, 255]


def stripes(mode: str, colours) -> Image.Image:
    image = Image.new(mode, (20 * len(colours), 40))
    for place, colour in enumerate(colours):
        image.paste(colour, (20 * place, 0, 20 * place + 20, 40))
    return image


def another_press() -> bytes:
    """A profile of another press, which prints the same as ours: only its date is another."""
    data = bytearray(press_profile().tobytes())
    data[24:36] = bytes(12)
    return bytes(data)


def as_advert(path, ppi: int = 200) -> PreparedPicture:
    with Image.open(path) as image:
        size = (image.width * PER_INCH // ppi, image.height * PER_INCH // ppi)
    made = prepare_picture(path, *size, WHOLE, newsprint(), None, True)
    assert isinstance(made, PreparedPicture), made
    return made


def test_an_rgb_picture_of_greys_is_the_grey_picture_that_it_is(tmp_path):
    colour = prepared(saved(stripes("RGB", [(v, v, v) for v in GREYS]), tmp_path / "a.png"), (100, 40))
    grey = prepared(saved(stripes("L", GREYS), tmp_path / "b.png"), (100, 40))
    assert (colour.channels, colour.data) == (1, grey.data)


def test_a_jpeg_of_greys_in_rgb_goes_to_black_alone(tmp_path):
    image = stripes("L", GREYS).convert("RGB")
    assert prepared(saved(image, tmp_path / "a.jpg", quality=85), (100, 40)).channels == 1


def test_a_spot_of_colour_keeps_a_picture_in_colour(tmp_path):
    image = stripes("RGB", [(v, v, v) for v in GREYS])
    image.putpixel((3, 3), (200, 0, 0))
    assert prepared(saved(image, tmp_path / "a.png"), (100, 40)).channels == 4


def test_greys_of_four_inks_go_to_black_alone(tmp_path):
    four = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press_profile(), "RGB", "CMYK")
    image = ImageCms.applyTransform(stripes("RGB", [(v, v, v) for v in (70, 128, 200, 255)]), four)
    made = prepared(saved(image, tmp_path / "a.tif"), (80, 40))
    assert made.channels == 1
    assert [pixel(made, x, 20)[0] for x in (10, 30, 50, 70)] == sorted(pixel(made, x, 20)[0] for x in (10, 30, 50, 70))


def test_a_chart_keeps_its_type_in_black_and_its_colours(tmp_path):
    image = Image.new("RGB", (200, 100), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((10, 10, 60, 90), fill=(20, 90, 200))
    draw.rectangle((100, 40, 180, 44), fill=(0, 0, 0))
    made = prepared(saved(image, tmp_path / "a.png"), (200, 100))
    assert made.channels == 4
    assert pixel(made, 140, 42)[:3] == (0, 0, 0)
    assert pixel(made, 140, 42)[3] > 240
    assert pixel(made, 30, 50)[0] > 100


def test_a_photograph_is_not_taken_for_a_chart(tmp_path):
    """black among many colours is built of four inks, as the profile wants it"""
    image = Image.effect_noise((100, 100), 80).convert("RGB")
    red, green, blue = image.split()
    image = Image.merge("RGB", (red, ImageChops.offset(green, 3, 0), blue))
    image.paste((0, 0, 0), (0, 0, 30, 30))
    made = prepared(saved(image, tmp_path / "a.png"), (100, 100))
    assert sum(pixel(made, 15, 15)[:3]) > 100


SIZE = (400, 300)
PANEL = (20, 150, 300, 280)
STROKES = [(40 + 22 * at, 170, 46 + 22 * at, 210) for at in range(10)]
"""Strokes of 0.8 mm, as of type of 20 pt, on the panel."""


@functools.cache
def photograph() -> Image.Image:
    """A wall in even light, with coloured noise, and something large and black before it."""
    noise = [Image.effect_noise(SIZE, 12).point(lambda value, more=more: value + more) for more in (10, 40, 70)]
    image = Image.merge("RGB", noise)
    image.paste((0, 0, 0), (320, 20, 390, 140))
    return image


def with_caption(image: Image.Image, black=(0, 0, 0), white=(255, 255, 255)) -> Image.Image:
    image = image.copy()
    image.paste(white, PANEL)
    for stroke in STROKES:
        image.paste(black, stroke)
    return image


def middles():
    return [((x0 + x1) // 2, (y0 + y1) // 2) for x0, y0, x1, y1 in STROKES]


@pytest.mark.parametrize("name", ["a.png", "a.jpg"])
@pytest.mark.parametrize("prepare", [lambda path: prepared(path, SIZE), as_advert])
def test_type_in_a_photograph_is_printed_in_black_alone_and_the_photograph_as_ever(tmp_path, name, prepare):
    made = prepare(saved(with_caption(photograph()), tmp_path / name))
    for x, y in middles():
        assert pixel(made, x, y)[:3] == (0, 0, 0)
        assert pixel(made, x, y)[3] > 240
    assert sum(pixel(made, 355, 80)[:3]) > 100, "a large black among colours is built of four inks"
    assert sum(pixel(made, 322, 80)[:3]) > 100, "up to its rim"
    assert pixel(made, 100, 60)[0] > 40


def test_only_the_type_is_printed_otherwise(tmp_path):
    with_it = prepared(saved(with_caption(photograph()), tmp_path / "a.png"), SIZE)
    without = prepared(saved(with_caption(photograph(), black=(255, 255, 255)), tmp_path / "b.png"), SIZE)
    left, top, right, foot = PANEL
    for x, y in [(x, y) for x in range(0, 400, 7) for y in range(0, 300, 7)]:
        if not (left - 4 <= x < right + 4 and top - 4 <= y < foot + 4):
            assert pixel(with_it, x, y) == pixel(without, x, y)


def test_reversed_type_and_the_black_around_it_stay_as_they_are(tmp_path):
    image = with_caption(photograph(), black=(255, 255, 255), white=(0, 0, 0))
    made = prepared(saved(image, tmp_path / "a.png"), SIZE)
    assert all(sum(pixel(made, x + 11, y)[:3]) > 100 for x, y in middles())


def test_dark_lines_that_are_not_plain_black_stay_as_they_are(tmp_path):
    made = prepared(saved(with_caption(photograph(), black=(70, 40, 20)), tmp_path / "a.png"), SIZE)
    assert all(pixel(made, x, y)[1] > 60 for x, y in middles())


@pytest.mark.parametrize("profile", [None, another_press()])
def test_type_of_four_inks_in_a_cmyk_picture_goes_to_black_alone(tmp_path, profile):
    four = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press_profile(), "RGB", "CMYK")
    image = ImageCms.applyTransform(with_caption(photograph()), four)
    keys = {"icc_profile": profile} if profile else {}
    made = prepared(saved(image, tmp_path / "a.tif", **keys), SIZE)
    assert all(pixel(made, x, y)[:3] == (0, 0, 0) and pixel(made, x, y)[3] > 230 for x, y in middles())
    assert sum(pixel(made, 355, 80)[:3]) > 100


def test_an_advert_drawn_in_greys_of_four_inks_goes_to_black_alone_and_that_is_told(tmp_path):
    four = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press_profile(), "RGB", "CMYK")
    image = ImageCms.applyTransform(stripes("RGB", [(v, v, v) for v in (0, 128, 200, 255)]), four)
    made = as_advert(saved(image, tmp_path / "a.tif"))
    assert made.channels == 1
    assert [note.code for note in made.notes] == ["P759"]


def test_an_advert_s_photograph_in_greys_of_four_inks_stays_as_delivered(tmp_path):
    four = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), press_profile(), "RGB", "CMYK")
    image = ImageCms.applyTransform(Image.effect_noise((100, 100), 30).convert("RGB"), four)
    made = as_advert(saved(image, tmp_path / "a.tif"))
    assert (made.data, made.notes) == (image.tobytes(), ())


def test_black_alone_stays_black_alone_whatever_the_profile(tmp_path):
    image = stripes("CMYK", [(0, 0, 0, 255), (0, 0, 0, 128), (0, 0, 0, 51)])
    made = prepared(saved(image, tmp_path / "a.tif", icc_profile=another_press()), (60, 40))
    assert (made.channels, [pixel(made, x, 20)[0] for x in (10, 30, 50)]) == (1, [0, 127, 204])
    mixed = stripes("CMYK", [(0, 0, 0, 255), (200, 0, 0, 0)])
    made = prepared(saved(mixed, tmp_path / "b.tif", icc_profile=another_press()), (40, 40))
    assert pixel(made, 10, 20) == (0, 0, 0, 255)


def test_a_cmyk_jpeg_is_read_with_and_without_adobes_mark(tmp_path):
    """Adobe's programs store the inks turned about and say so; others store them as they are"""
    image = stripes("CMYK", [(200, 30, 0, 0), (0, 0, 200, 0)])
    path = saved(image, tmp_path / "a.jpg", quality=98)
    plain = io.BytesIO()
    ImageChops.invert(image).save(plain, "JPEG", quality=98)
    data = plain.getvalue()
    start = data.index(b"\xff\xee")
    length = int.from_bytes(data[start + 2 : start + 4], "big")
    (tmp_path / "b.jpg").write_bytes(data[:start] + data[start + 2 + length :])
    one, other = (prepared(p, (40, 40)) for p in (path, tmp_path / "b.jpg"))
    for x in (10, 30):
        assert pixel(one, x, 20) == pytest.approx(image.getpixel((x, 20)), abs=4)
        assert pixel(other, x, 20) == pytest.approx(image.getpixel((x, 20)), abs=4)


# ---- codes


def data_matrix() -> Image.Image:
    chance = random.Random(3)
    rows = ["".join(chance.choice("#.") for _ in range(12)) for _ in range(12)]
    rows = ["#" + row[1:11] + ".#"[y % 2] for y, row in enumerate(rows)]
    rows[0], rows[-1] = "#." * 6, "#" * 12
    image = Image.new("1", (12, 12), 1)
    for y, row in enumerate(rows):
        for x, mark in enumerate(row):
            image.putpixel((x, y), 0 if mark == "#" else 1)
    return image.resize((36, 36), Image.Resampling.NEAREST)


def bars() -> Image.Image:
    image = Image.new("1", (95, 40), 1)
    chance = random.Random(5)
    for x in range(95):
        if chance.random() < 0.5 or x in (0, 94):
            image.paste(0, (x, 0, x + 1, 40))
    return image


@pytest.mark.parametrize("image", [qr(), qr(29, 5), qr(21, 3, 0), data_matrix(), bars()])
@pytest.mark.parametrize("mode", ["1", "L"])
def test_a_code_is_read_back_to_its_modules(image, mode):
    code = read_code(image.convert(mode))
    assert code is not None
    marks = Image.new("1", (len(code.rows[0]), len(code.rows)), 1)
    for y, row in enumerate(code.rows):
        for x, mark in enumerate(row):
            marks.putpixel((x, y), 0 if mark == "#" else 1)
    left, top, right, bottom = (round(e * s) for e, s in zip(code.frame, image.size * 2, strict=True))
    again = Image.new("1", image.size, 1)
    again.paste(marks.resize((right - left, bottom - top), Image.Resampling.NEAREST), (left, top))
    assert again.tobytes() == image.convert("1").tobytes()


def drawing() -> Image.Image:
    image = Image.new("1", (60, 60), 1)
    ImageDraw.Draw(image).ellipse((5, 5, 55, 50), outline=0, width=3)
    return image


def test_other_line_art_is_no_code():
    assert read_code(drawing()) is None
    assert read_code(Image.new("1", (40, 40), 0)) is None
    assert read_code(Image.new("1", (40, 40), 1)) is None
    assert read_code(qr().convert("L").resize((60, 60), Image.Resampling.BICUBIC)) is None


def test_a_code_in_colour_is_exact_and_a_coloured_one_is_not(tmp_path):
    assert is_exact(saved(qr().convert("RGB"), tmp_path / "a.png"), WHOLE)
    assert not is_exact(saved(ImageOps.colorize(qr().convert("L"), "red", "white"), tmp_path / "b.png"), WHOLE)
    assert not is_exact(saved(drawing(), tmp_path / "c.png"), WHOLE)
    assert not is_exact(tmp_path / "none.png", WHOLE)


def test_a_code_may_lose_its_margin_and_no_module(tmp_path):
    """four of thirty-three modules are margin on each side"""
    path = saved(qr(), tmp_path / "a.png")
    assert is_exact(path, (4 / 33, 0, 1, 1))
    assert not is_exact(path, (5 / 33, 0, 1, 1))
    made = prepared(path, (31, 33), crop=(2 / 33, 0, 1, 1))
    assert made.frame == pytest.approx((2 / 31, 4 / 33, 27 / 31, 29 / 33))


def test_a_prepared_code_has_one_pixel_a_module(tmp_path):
    made = prepared(saved(qr(25, 6).convert("RGB"), tmp_path / "a.png"), (100, 100))
    assert (made.width_px, made.height_px, made.bits, made.channels) == (25, 25, 1, 1)
    assert made.frame == pytest.approx((4 / 33, 4 / 33, 29 / 33, 29 / 33))


# ---- adverts


def test_an_advert_is_neither_resampled_nor_sharpened(tmp_path):
    chance = random.Random(1)
    image = Image.frombytes("CMYK", (300, 200), bytes(chance.randrange(120) for _ in range(300 * 200 * 4)))
    made = as_advert(saved(image, tmp_path / "a.tif"), ppi=600)
    assert (made.width_px, made.height_px) == image.size
    assert made.data == image.tobytes()
    assert made.notes == ()


def test_an_advert_of_another_press_keeps_its_numbers_and_that_is_told(tmp_path):
    image = stripes("CMYK", [(120, 10, 60, 0), (0, 0, 0, 255)])
    made = as_advert(saved(image, tmp_path / "a.tif", icc_profile=another_press()))
    assert made.data == image.tobytes()
    assert [note.code for note in made.notes] == ["P744"]


def test_an_advert_in_the_press_s_own_profile_passes_untouched(tmp_path):
    image = stripes("CMYK", [(120, 10, 60, 0), (0, 0, 0, 255)])
    made = as_advert(saved(image, tmp_path / "a.tif", icc_profile=press_profile().tobytes()))
    assert (made.data, made.notes) == (image.tobytes(), ())


def test_an_advert_in_rgb_is_converted_and_that_is_told(tmp_path):
    made = as_advert(saved(stripes("RGB", [(200, 20, 20), (0, 0, 0)]), tmp_path / "a.png"))
    assert made.channels == 4
    assert [note.code for note in made.notes] == ["P743"]
