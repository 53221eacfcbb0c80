"""Small pictures for tests, drawn here."""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image, ImageOps

from paiban.picture import PreparedPicture, prepare_picture
from paiban.picture.machine_code import FINDER
from paiban.template import Press
from paiban.units import PER_INCH
from tests.support.colour import newsprint

WHOLE = (0.0, 0.0, 1.0, 1.0)


def plain_press(**limits: float) -> Press:
    """The newsprint press without sharpening, so that pixels stay what they were, and with other ``limits``."""
    press = newsprint()
    return press._replace(limits=press.limits._replace(**{"sharpen_percent": 0, **limits}))


def quarters(mode: str, size: tuple[int, int], colours: list) -> Image.Image:
    """A picture of four flat quarters: upper left, upper right, lower left, lower right."""
    image = Image.new(mode, size)
    width, height = size[0] // 2, size[1] // 2
    for place, colour in enumerate(colours):
        left, top = place % 2 * width, place // 2 * height
        image.paste(colour, (left, top, left + width, top + height))
    return image


def saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)
    return path


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def prepared(path: Path, size_px: tuple[int, int], press: Press | None = None, crop=WHOLE) -> PreparedPicture:
    """The picture at so many pixels at 200 ppi (the press's resolution)."""
    press = press or plain_press()
    unit = PER_INCH // 200
    made = prepare_picture(path, size_px[0] * unit, size_px[1] * unit, crop, press)
    assert isinstance(made, PreparedPicture), made
    return made


def pixel(made: PreparedPicture, x: int, y: int) -> tuple[int, ...]:
    start = (y * made.width_px + x) * made.channels
    return tuple(made.data[start : start + made.channels])


def corners(made: PreparedPicture) -> list[tuple[int, ...]]:
    """A pixel well inside each quarter: upper left, upper right, lower left, lower right."""
    across, down = made.width_px // 4, made.height_px // 4
    return [pixel(made, x * across, y * down) for y in (1, 3) for x in (1, 3)]


def qr(side: int = 25, module: int = 1, margin: int = 4) -> Image.Image:
    """Something with a QR code's marks and chance between them, black on white."""
    chance = random.Random(side)
    rows = [[chance.random() < 0.5 for _ in range(side)] for _ in range(side)]
    for x, y in ((0, 0), (side - 7, 0), (0, side - 7)):
        for down, marks in enumerate(FINDER):
            for across, mark in enumerate(marks):
                rows[y + down][x + across] = mark == "#"
    image = Image.new("1", (side, side), 1)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.putpixel((x, y), 0 if dark else 1)
    image = image.resize((side * module, side * module), Image.Resampling.NEAREST)
    return ImageOps.expand(image, margin * module, 1)
