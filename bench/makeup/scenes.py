"""Photographs and adverts for drawn issues, with the light, the grain and the crowd of real ones, so that whoever looks
at a page sees a page.

What they show is drawn from a generator of their own, so that an issue is the same whatever its pictures show.
"""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

FONTS = Path(__file__).parents[2] / "fonts"
BLACK, LIGHT = FONTS / "noto-sans-sc-900.ttf", FONTS / "noto-sans-sc-400.ttf"

Colour = tuple[int, int, int]

SKIES = (((120, 160, 205), (226, 232, 232)), ((176, 184, 190), (228, 226, 220)), ((150, 130, 140), (250, 206, 150)))
"""Colours at the zenith and at the horizon."""
FAR, GROUNDS = ((96, 116, 128), (120, 124, 112), (104, 104, 116)), ((104, 118, 70), (160, 140, 104), (128, 126, 120))
WALLS = ((206, 198, 184), (168, 108, 88), (150, 154, 160), (226, 220, 208))
COATS = ((38, 50, 80), (146, 40, 38), (206, 170, 60), (60, 62, 66), (226, 226, 220), (64, 98, 84), (90, 60, 90))
SKINS, HAIR, CLOTH = ((214, 168, 140), (190, 140, 112)), (34, 30, 30), (44, 46, 54)

DRAWN = 1500
"""Pixels of the longer side at which a photograph is drawn; it is brought to its size afterwards, a little soft."""

PRINTS = ((232, 240, 228), (248, 228, 214), (224, 232, 244), (250, 244, 214))
INKS = ((24, 92, 60), (176, 24, 32), (20, 60, 130), (128, 72, 16))


def toned(colour: Colour, by: float) -> Colour:
    """A colour darker or lighter by a factor."""
    red, green, blue = (min(255, round(part * by)) for part in colour)
    return red, green, blue


def clouds(rng: random.Random, size: tuple[int, int], finest: int) -> Image.Image:
    """Patches of grey, large ones with smaller ones on them, down to so many across."""
    whole, cells = Image.new("L", size, 128), 3
    while cells <= finest:
        few = (cells, max(2, cells * size[1] // size[0]))
        patch = Image.frombytes("L", few, rng.randbytes(few[0] * few[1])).resize(size, Image.Resampling.BICUBIC)
        whole = Image.blend(whole, patch, 0.4)
        cells *= 3
    return whole


def shaded(image: Image.Image, light: Image.Image, strength: float) -> Image.Image:
    """An image with light and dark laid over it."""
    even = Image.new("L", image.size, 128)
    return ImageChops.overlay(image, Image.merge("RGB", [Image.blend(even, light, strength)] * 3))


def photograph(rng: random.Random, width: int, height: int) -> Image.Image:
    """People before houses and trees before hills."""
    part = DRAWN / max(width, height)
    size = (round(width * part), round(height * part))
    above, below = rng.choice(SKIES)
    fall = Image.linear_gradient("L").resize(size)
    image = ImageOps.colorize(fall, above, toned(below, 0.9), mid=below, midpoint=110)
    image = shaded(image, clouds(rng, size, 10), 0.45)
    draw = ImageDraw.Draw(image)
    horizon = size[1] * rng.uniform(0.36, 0.55)
    far, ground = rng.choice(FAR), rng.choice(GROUNDS)
    for by, rise in ((1.35, 0.26), (1.1, 0.16), (0.85, 0.08)):
        _hills(rng, draw, size, horizon, rise, toned(far, by))
    draw.rectangle((0, horizon + size[1] * 0.02, *size), fill=ground)
    for _ in range(rng.randint(1, 6)):
        _house(rng, draw, size, horizon)
    for _ in range(rng.randint(0, 8)):
        _tree(rng, draw, size, horizon)
    image = shaded(image.filter(ImageFilter.GaussianBlur(1.6)), clouds(rng, size, 250), 0.28)
    draw = ImageDraw.Draw(image)
    for near in sorted(rng.random() for _ in range(rng.randint(2, 11))):
        _person(rng, draw, size, horizon, near)
    grain = Image.frombytes("L", size, rng.randbytes(size[0] * size[1])).filter(ImageFilter.GaussianBlur(0.8))
    image = shaded(image.filter(ImageFilter.GaussianBlur(0.9)), grain, 0.1)
    corners = ImageOps.invert(Image.radial_gradient("L").resize(size)).point(lambda grey: 70 + grey * 58 // 255)
    return shaded(image, corners, 0.7).resize((width, height), Image.Resampling.BICUBIC)


def _hills(rng: random.Random, draw: ImageDraw.ImageDraw, size: tuple[int, int], horizon: float, rise: float,
           colour: Colour) -> None:  # fmt: skip
    count = rng.randint(4, 7)
    tops = [horizon - size[1] * rng.uniform(rise * 0.2, rise) for _ in range(count + 1)]
    ridge = []
    for x in range(0, size[0] + 6, 6):
        at, part = divmod(x * (count - 1) / size[0], 1)
        soft = part * part * (3 - 2 * part)
        ridge.append((x, tops[int(at)] * (1 - soft) + tops[int(at) + 1] * soft + rng.uniform(-1.5, 1.5)))
    draw.polygon([(0, size[1]), *ridge, (size[0], size[1])], fill=colour)


def _house(rng: random.Random, draw: ImageDraw.ImageDraw, size: tuple[int, int], horizon: float) -> None:
    wide, tall = size[0] * rng.uniform(0.07, 0.22), size[1] * rng.uniform(0.08, 0.3)
    left, foot = rng.uniform(-0.05, 0.95) * size[0], horizon + size[1] * rng.uniform(0.03, 0.1)
    wall = toned(rng.choice(WALLS), rng.uniform(0.8, 1.05))
    draw.rectangle((left, foot - tall, left + wide, foot), fill=wall)
    draw.rectangle((left + wide * 0.72, foot - tall, left + wide, foot), fill=toned(wall, 0.8))
    eaves, ridge = wide * 0.06, foot - tall - size[1] * rng.uniform(0.01, 0.06)
    roof = [(left - eaves, foot - tall), (left + wide * 0.2, ridge), (left + wide * 0.8, ridge)]
    draw.polygon([*roof, (left + wide + eaves, foot - tall)], fill=toned(wall, 0.5))
    down, across = max(1, round(tall / size[1] / 0.06)), max(2, round(wide / size[0] / 0.03))
    for row in range(down):
        for column in range(across):
            x, y = left + wide * (column + 0.25) / across, foot - tall * (row + 0.75) / down
            draw.rectangle((x, y, x + wide * 0.45 / across, y + tall * 0.45 / down), fill=toned(wall, 0.42))


def _tree(rng: random.Random, draw: ImageDraw.ImageDraw, size: tuple[int, int], horizon: float) -> None:
    x, foot, tall = (
        rng.random() * size[0],
        horizon + size[1] * rng.uniform(0.04, 0.12),
        size[1] * rng.uniform(0.08, 0.2),
    )
    draw.rectangle((x - tall * 0.03, foot - tall * 0.5, x + tall * 0.03, foot), fill=(66, 54, 44))
    for _ in range(14):
        round_, dx, dy = tall * rng.uniform(0.1, 0.2), tall * rng.uniform(-0.28, 0.28), tall * rng.uniform(0.35, 0.9)
        leaf = toned((70, 96, 54), rng.uniform(0.7, 1.25))
        draw.ellipse((x + dx - round_, foot - dy - round_, x + dx + round_, foot - dy + round_), fill=leaf)


def _person(rng: random.Random, draw: ImageDraw.ImageDraw, size: tuple[int, int], horizon: float, near: float) -> None:
    """Somebody on the ground, the nearer the taller."""
    short = min(size)
    tall = short * (0.16 + 0.5 * near)
    foot = min(size[1] * 1.08, horizon + (size[1] - horizon) * (0.35 + 0.75 * near))
    x, head, turn = rng.uniform(0.04, 0.96) * size[0], tall / 15, rng.choice((-1, 1))
    coat, skin = toned(rng.choice(COATS), rng.uniform(0.85, 1.1)), rng.choice(SKINS)
    draw.ellipse((x - head * 2.6, foot - head * 0.6, x + head * 3.4, foot + head * 0.5), fill=(70, 66, 58))
    for side in (-1, 1):
        stride = head * rng.uniform(0.2, 1.0) * side
        legs = [(x + side * head * 1.1, foot - tall * 0.5), (x, foot - tall * 0.5), (x + stride, foot)]
        draw.polygon([*legs, (x + stride + side * head * 0.9, foot)], fill=toned(CLOTH, 1 + 0.15 * side))
    body = (x - head * 1.7, foot - tall * 0.85, x + head * 1.7, foot - tall * 0.44)
    draw.rounded_rectangle(body, head * 0.8, fill=coat)
    draw.rounded_rectangle((x + turn * head * 0.4, body[1], x + turn * head * 0.4 + head * 1.2, body[3]), head * 0.6,
                           fill=toned(coat, 0.82))  # fmt: skip
    for side in (-1, 1):
        reach = head * rng.uniform(1.6, 3.4) * side
        arm = [(x + side * head * 1.3, body[1] + head * 0.6), (x + reach, body[3] - tall * rng.uniform(-0.02, 0.16))]
        draw.line(arm, fill=toned(coat, 0.9), width=max(2, round(head * 0.9)))
        end = arm[1]
        draw.ellipse(
            (end[0] - head * 0.45, end[1] - head * 0.45, end[0] + head * 0.45, end[1] + head * 0.45), fill=skin
        )
    draw.rectangle((x - head * 0.4, foot - tall * 0.9, x + head * 0.4, foot - tall * 0.82), fill=toned(skin, 0.85))
    draw.ellipse((x - head * 0.95, foot - tall, x + head * 0.95, foot - tall + head * 2.3), fill=skin)
    draw.pieslice((x - head, foot - tall - head * 0.15, x + head, foot - tall + head * 1.9), 180, 360, fill=HAIR)


def advert(rng: random.Random, width: int, height: int, words: str) -> Image.Image:
    """A firm's name and what it offers, what can be had of it, where it is, and a band in its colour."""
    ground, ink = rng.choice(PRINTS), rng.choice(INKS)
    fall = Image.linear_gradient("L").resize((width, height))
    image = ImageOps.colorize(fall, (255, 255, 255), toned(ground, 0.94), mid=ground)
    draw = ImageDraw.Draw(image)
    name, offer = words.split("　")
    band, edge = round(min(height * 0.2, width * 0.16)), width * 0.05
    draw.rectangle((0, height - band, width, height), fill=ink)
    disc = min(width * 0.42, (height - band) * 0.9)
    middle = (width - edge - disc / 2, (height - band) / 2)
    draw.ellipse((middle[0] - disc / 2, middle[1] - disc / 2, middle[0] + disc / 2, middle[1] + disc / 2),
                 fill=toned(ground, 0.86))  # fmt: skip
    for number in range(3):
        size = disc * (0.36 - 0.09 * number)
        x, y = middle[0] + disc * (number - 1) * 0.27, middle[1] + disc * 0.22
        draw.rounded_rectangle((x - size / 2, y - size * 1.3, x + size / 2, y), size / 6,
                               fill=toned(ink, 1.0 + 0.35 * number))  # fmt: skip
    room = width - disc - edge * 2.4
    _line(draw, offer, (edge, (height - band) * 0.42), room, (height - band) * 0.34, ink, BLACK)
    _line(draw, name, (edge, (height - band) * 0.14), room, (height - band) * 0.16, (40, 40, 40), BLACK)
    _line(draw, "全城门店同步　先到先得　数量有限", (edge, (height - band) * 0.78), room, (height - band) * 0.1,
          (60, 60, 60), LIGHT)  # fmt: skip
    _line(draw, "地址：新城大道与滨河路交会处　咨询电话：0000-8000000", (edge, height - band / 2), width - 2 * edge,
          band * 0.34, (255, 255, 255), LIGHT)  # fmt: skip
    draw.rectangle((0, 0, width - 1, height - 1), outline=ink, width=4)
    return image


def _line(draw: ImageDraw.ImageDraw, words: str, at: tuple[float, float], room: float, most: float, ink: Colour,
          face: Path) -> None:  # fmt: skip
    """Words from a point on, as high as they may be and have room."""
    size = max(6, int(min(most, room / len(words))))
    draw.text(at, words, fill=ink, font=ImageFont.truetype(str(face), size), anchor="lm")
