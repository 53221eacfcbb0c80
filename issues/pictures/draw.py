"""Draw the four pictures of this issue again: ``python issues/pictures/draw.py``.

One of each kind that the press treats in its own way: colour with gradations, one-bit line art, grey, and colour on
nothing. They are drawings, made by program; none follows a photograph.
"""

from __future__ import annotations

import random
import sys
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

HERE = Path(__file__).parent / "pictures"

Point = tuple[float, float]


def landscape() -> Image.Image:
    """Evening over a lake: soft gradations, deep shadows, strong colours."""
    width, height, shore = 1800, 1200, 760
    image = _gradient((width, shore), (66, 106, 168), (250, 214, 150), (196, 172, 176))
    glow = ImageOps.invert(Image.radial_gradient("L")).resize((1100, 1100))
    image.paste((255, 226, 140), (760, 20), glow.point(lambda value: max(value - 80, 0) ** 2 // 170))
    draw = ImageDraw.Draw(image)
    draw.ellipse((1230, 480, 1390, 640), fill=(255, 244, 206))
    ranges = [
        (500, 120, (150, 148, 176), 3),
        (570, 100, (112, 122, 154), 7),
        (640, 80, (74, 96, 112), 12),
        (710, 50, (40, 68, 66), 19),
    ]
    for foot, rise, colour, seed in ranges:
        draw.polygon([(0, shore), *_ridge(width, foot, rise, seed), (width, shore)], fill=colour)
    whole = Image.new("RGB", (width, height))
    whole.paste(image, (0, 0))
    mirror = ImageOps.flip(image).resize((width, height - shore)).filter(ImageFilter.GaussianBlur(5))
    whole.paste(ImageChops.multiply(mirror, Image.new("RGB", mirror.size, (178, 190, 205))), (0, shore))
    _ripples(whole, shore)
    _boat(whole, (520, 930))
    _reeds(whole)
    grain = Image.frombytes("L", whole.size, random.Random(2).randbytes(width * height)).convert("RGB")
    return Image.blend(whole, grain, 0.02)


def _gradient(size: tuple[int, int], top: tuple, bottom: tuple, middle: tuple) -> Image.Image:
    return ImageOps.colorize(Image.linear_gradient("L").resize(size), top, bottom, middle)


def _ridge(width: int, foot: float, rise: float, seed: int) -> list[Point]:
    """A mountain's outline: a few waves with phases of their own."""
    chance = random.Random(seed)
    orders = (1, 2, 4, 7, 13, 29, 61)
    waves = [(chance.uniform(0.5, 1) / n, n * pi * 2 / width, chance.uniform(0, 2 * pi)) for n in orders]

    def rise_at(x: int) -> float:
        return rise * sum(size * sin(rate * x + phase) for size, rate, phase in waves)

    return [(x, foot - rise_at(x)) for x in range(0, width + 1, 3)]


def _ripples(image: Image.Image, shore: int) -> None:
    """Bright and dark strokes on the water, wider towards the front."""
    chance = random.Random(5)
    strokes = Image.new("L", image.size)
    draw = ImageDraw.Draw(strokes)
    for _ in range(900):
        y = shore + (image.height - shore) * chance.random() ** 0.6
        length = 8 + (y - shore) * 0.25 * chance.random()
        x = chance.gauss(1310, 110 + (y - shore) * 0.5)
        draw.line((x - length, y, x + length, y), fill=chance.randrange(60, 170), width=2 + int((y - shore) / 160))
    image.paste((255, 228, 160), (0, 0), strokes.filter(ImageFilter.GaussianBlur(1.2)))


def _boat(image: Image.Image, place: tuple[int, int]) -> None:
    """A small boat and its boatman, dark against the water."""
    x, y = place
    draw = ImageDraw.Draw(image)
    draw.polygon([(x - 170, y - 18), (x + 180, y - 26), (x + 130, y + 22), (x - 120, y + 24)], fill=(30, 34, 40))
    draw.polygon([(x - 60, y - 20), (x - 45, y - 78), (x + 60, y - 80), (x + 80, y - 20)], fill=(96, 62, 40))
    draw.line((x + 120, y - 150, x + 215, y + 60), fill=(40, 34, 30), width=6)
    draw.polygon([(x + 104, y - 24), (x + 112, y - 96), (x + 140, y - 96), (x + 146, y - 24)], fill=(150, 40, 36))
    draw.ellipse((x + 108, y - 128, x + 144, y - 92), fill=(58, 44, 38))
    draw.polygon([(x + 92, y - 112), (x + 126, y - 142), (x + 160, y - 112)], fill=(196, 160, 92))


def _reeds(image: Image.Image) -> None:
    """Reeds at the front, in greens and ochres."""
    chance = random.Random(11)
    draw = ImageDraw.Draw(image)
    for _ in range(260):
        x = chance.choice((chance.gauss(1640, 120), chance.gauss(90, 110)))
        top, lean = chance.uniform(170, 420), chance.uniform(-70, 70)
        colour = chance.choice(((46, 84, 40), (78, 112, 44), (134, 122, 52), (30, 56, 36)))
        points = [(x + lean * t * t, image.height + 10 - top * t) for t in (i / 12 for i in range(13))]
        draw.line(points, fill=colour, width=chance.randrange(3, 8), joint="curve")


def woodcut(height: int) -> Image.Image:
    """Sun, bamboo and waves as a woodcut would have them: black or white, nothing between."""
    size, fine = (1950, height), 2
    image = Image.new("L", (size[0] * fine, size[1] * fine), 255)
    draw = ImageDraw.Draw(image)
    centre, radius = (2300, 1150), 760
    for y in range(centre[1] - radius, centre[1] + radius, 34):
        half = (radius**2 - (y - centre[1]) ** 2) ** 0.5
        draw.rectangle((centre[0] - half, y, centre[0] + half, y + 8 + (y - centre[1] + radius) // 75), fill=0)
    _waves(draw, image.width, image.height)
    for x, lean in ((980, 60), (420, -60), (700, 20)):
        _bamboo(draw, x, lean, image.height)
    draw.rectangle((0, 0, image.width - 1, image.height - 1), outline=0, width=16)
    return image.resize(size, Image.Resampling.BOX).point(lambda value: 255 if value > 127 else 0, "1")


def _waves(draw: ImageDraw.ImageDraw, width: int, height: int) -> None:
    """青海波: rows of scales, each of five rings."""
    step = 300
    for row, y in enumerate(range(height - 880, height + step, step // 2)):
        for x in range(-step + row % 2 * step, width + 2 * step, 2 * step):
            for ring in range(5):
                reach = step - ring * 58
                fill = 255 if ring % 2 else 0
                draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=fill)
                inner = reach - 16
                draw.ellipse((x - inner, y - inner, x + inner, y + inner), fill=255)


def _bamboo(draw: ImageDraw.ImageDraw, x: int, lean: int, height: int) -> None:
    """A stem in joints, from below the frame to above it, with a fan of leaves at some; a rim of paper parts it from
    what it stands before."""
    chance = random.Random(x)
    joint, count = 340, 10
    stem = [(x + lean * n * 0.4, height + 120 - joint * n) for n in range(count + 1)]
    for rim, fill in ((22, 255), (0, 0)):
        for (x0, y0), (x1, y1) in pairwise(stem):
            wide = 34 + rim
            draw.polygon(
                [(x0 - wide, y0 - 16 + rim), (x0 + wide, y0 - 16 + rim), (x1 + wide, y1 + 16), (x1 - wide, y1 + 16)],
                fill=fill,
            )
    for number, root in enumerate(stem[4:-1]):
        side = 1 if number % 2 else -1
        for leaf in range(4):
            _leaf(
                draw, root, pi / 2 - side * (0.1 + 0.42 * leaf + chance.uniform(-0.08, 0.08)), chance.uniform(360, 500)
            )


def _leaf(draw: ImageDraw.ImageDraw, root: Point, angle: float, length: float) -> None:
    """A pointed leaf with a rim of paper."""

    def place(along: float, across: float) -> Point:
        x, y = length * along, length * across
        return root[0] + x * cos(angle) - y * sin(angle), root[1] + x * sin(angle) + y * cos(angle)

    for rim, fill in ((0.03, 255), (0.0, 0)):
        edge = [(t * (1 + rim), 0.105 * sin(pi * t**0.7) + rim) for t in (i / 20 for i in range(1, 21))]
        draw.polygon(
            [place(0, 0), *(place(t, w) for t, w in edge), *(place(t, -w) for t, w in reversed(edge))], fill=fill
        )


def solids() -> Image.Image:
    """Plaster solids on a table: the drawing school's study in greys."""
    image = Image.new("L", (1500, 1140))
    image.paste(Image.linear_gradient("L").resize((1500, 700)).point(lambda value: 96 + value // 4), (0, 0))
    image.paste(Image.linear_gradient("L").resize((1500, 440)).point(lambda value: 205 - value // 5), (0, 700))
    for box in ((120, 860, 860, 980), (690, 900, 1200, 1000), (1010, 820, 1490, 930)):
        shadow = Image.new("L", image.size)
        ImageDraw.Draw(shadow).ellipse(box, fill=190)
        image.paste(40, (0, 0), shadow.filter(ImageFilter.GaussianBlur(38)))
    _cylinder(image, (1010, 250, 1300, 880))
    _cone(image, (700, 320, 1090, 930))
    _ball(image, (180, 430, 720, 970))
    return image


def _ball(image: Image.Image, box: tuple[int, int, int, int]) -> None:
    side = box[2] - box[0]
    corner = (side * 5 // 8, side * 11 // 16)
    light = Image.radial_gradient("L").resize((side * 2, side * 2))
    light = light.crop((*corner, corner[0] + side, corner[1] + side))
    shade = light.point(lambda value: max(250 - value * value // 190, 28 + value // 8))
    mask = Image.new("L", (side * 2, side * 2))
    ImageDraw.Draw(mask).ellipse((2, 2, side * 2 - 3, side * 2 - 3), fill=255)
    image.paste(shade, box[:2], mask.resize((side, side)))


def _cylinder(image: Image.Image, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    bow = 44
    shade = Image.new("L", (width, height + 2 * bow))
    for x in range(width):
        turn = x / width * pi - 1.05
        shade.paste(round(38 + 205 * max(0.0, cos(turn)) ** 0.9), (x, 0, x + 1, shade.height))
    mask = Image.new("L", shade.size)
    draw = ImageDraw.Draw(mask)
    draw.rectangle((0, bow, width, height), fill=255)
    draw.ellipse((0, height - bow, width - 1, height + bow), fill=255)
    image.paste(shade, (left, top), mask)
    ImageDraw.Draw(image).ellipse((left, top, right - 1, top + 2 * bow), fill=226)


def _cone(image: Image.Image, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    shade = Image.new("L", (width, height))
    draw = ImageDraw.Draw(shade)
    for step in range(width):
        turn = step / width * pi - 1.05
        tone = round(34 + 200 * max(0.0, cos(turn)) ** 0.9)
        draw.polygon([(width / 2, 0), (step, height), (step + 2, height)], fill=tone)
    mask = Image.new("L", (width, height))
    pen = ImageDraw.Draw(mask)
    pen.polygon([(width / 2, 0), (0, height - 46), (width, height - 46)], fill=255)
    pen.ellipse((0, height - 92, width - 1, height - 1), fill=255)
    image.paste(shade, (left, top), mask)


def lanterns() -> Image.Image:
    """Two red lanterns on nothing, with soft shadows: the paper shows through."""
    fine = 2
    image = Image.new("RGBA", (1500 * fine, 1140 * fine))
    places = ((260, 700, 1.0), (1750, 480, 0.82))
    shadow = Image.new("L", image.size)
    for x, y, scale in places:
        ImageDraw.Draw(shadow).ellipse([x + 90, y + 120, x + 90 + 1120 * scale, y + 120 + 800 * scale], fill=120)
    shadow = shadow.filter(ImageFilter.GaussianBlur(60))
    image.paste((60, 40, 40, 255), (0, 0), shadow)
    image.putalpha(shadow)
    for x, y, scale in places:
        _lantern(image, (x, y), scale)
    return image.resize((1500, 1140), Image.Resampling.BOX)


def _lantern(image: Image.Image, corner: tuple[int, int], scale: float) -> None:
    """One lantern whose body stands at ``corner``, 1120 × 800 at full scale."""
    draw = ImageDraw.Draw(image)
    width, height = round(1120 * scale), round(800 * scale)
    middle, top, foot = corner[0] + width // 2, corner[1], corner[1] + height
    draw.line((middle, 0, middle, top), fill=(120, 30, 30, 255), width=16)
    _skin(image, (corner[0], top, corner[0] + width, foot))
    half, thick = round(210 * scale), round(110 * scale)
    for y in (top - thick // 2, foot - thick // 2):
        draw.rounded_rectangle((middle - half, y, middle + half, y + thick), 26, fill=(206, 158, 52, 255))
        draw.rounded_rectangle((middle - half, y, middle + half, y + thick // 3), 14, fill=(240, 205, 110, 255))
    for strand in range(-9, 10):
        aside = abs(strand)
        ends = (middle + strand * 6, foot + thick // 2, middle + strand * 17, foot + (520 - aside * 10) * scale)
        draw.line(ends, fill=(196 - aside * 5, 30, 30, 255), width=11)
    draw.ellipse((middle - 56, foot + thick // 4, middle + 56, foot + thick // 4 + 112), fill=(226, 176, 66, 255))


def _skin(image: Image.Image, body: tuple[int, int, int, int]) -> None:
    """The lantern's body: lit from within, ribs over it."""
    size = (body[2] - body[0], body[3] - body[1])
    light = Image.radial_gradient("L").resize((size[0] * 5 // 4, size[1] * 5 // 4))
    light = light.crop((size[0] // 8, size[1] // 8, size[0] // 8 + size[0], size[1] // 8 + size[1]))
    skin = ImageOps.colorize(light, (255, 120, 70), (120, 8, 12), (212, 26, 24), midpoint=110)
    ribs = ImageDraw.Draw(skin)
    for rib in range(1, 8):
        half = size[0] / 2 * sin(rib * pi / 16)
        ribs.ellipse((size[0] / 2 - half, 0, size[0] / 2 + half, size[1]), outline=(150, 14, 16), width=7)
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).ellipse((0, 0, size[0] - 1, size[1] - 1), fill=255)
    image.paste(skin, body[:2], mask)


def main() -> int:
    """Write the four files, and the woodcut in the shape of its place in the daily."""
    HERE.mkdir(exist_ok=True)
    landscape().save(HERE / "lake.jpg", quality=88, subsampling=0, optimize=True)
    woodcut(1492).save(HERE / "woodcut.tif", compression="group4")
    woodcut(1400).save(HERE.parents[1] / "yuanjiang/daily/pictures/woodcut.tif", compression="group4")
    solids().save(HERE / "solids.png", optimize=True)
    lanterns().save(HERE / "lanterns.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
