"""Draw the pictures of the sample paper again: ``python issues/yuanjiang/draw.py [name …]``; without names, all.

Landscapes in flat colours, put together from a sky, ridges, mist, water and what stands in them; none follows a
photograph or a place. The same numbers give the same pictures.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

HERE = Path(__file__).parent
Colour = tuple[int, int, int]
TIMES = 2
"""Drawn at so many times the size and reduced, for smooth edges."""


class Scene:
    """A picture of ``width`` × ``height``, in which things are drawn from the back to the front."""

    def __init__(self, width: int, height: int, seed: int) -> None:
        self.width, self.height = width * TIMES, height * TIMES
        self.image = Image.new("RGB", (self.width, self.height))
        self.dice = random.Random(seed)

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        """What draws on the picture as it is."""
        return ImageDraw.Draw(self.image)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point by parts of the width and the height."""
        return x * self.width, y * self.height

    def sky(self, stops: Sequence[tuple[float, Colour]], first: float = 0, last: float = 1) -> None:
        """Colours that pass into one another from the height ``first`` to ``last``."""
        strip = Image.new("RGB", (1, self.height))
        top, foot = first * self.height, last * self.height
        for y in range(self.height):
            strip.putpixel((0, y), between(stops, (y - top) / max(1, foot - top)))
        box = (0, round(top), 1, round(foot))
        self.image.paste(strip.crop(box).resize((self.width, box[3] - box[1])), (0, box[1]))

    def sun(self, x: float, y: float, radius: float, colour: Colour, glow: int = 0) -> None:
        """A disc, with light around it."""
        (cx, cy), r = self.at(x, y), radius * self.width
        for step in range(glow, 0, -1):
            self.veil(lambda draw, step=step: circle(draw, cx, cy, r * (1 + step * 0.35)), colour, 0.10, r * 0.3)
        circle(self.draw, cx, cy, r, colour)

    def veil(self, shape: Callable[[ImageDraw.ImageDraw], object], colour: Colour, part: float, blur: float) -> None:
        """A soft shape of a colour that lets through what is behind it. It is made small, as it has no edges."""
        less = 8
        mask = Image.new("L", (self.width, self.height))
        shape(ImageDraw.Draw(mask))
        mask = mask.resize((self.width // less, self.height // less)).filter(ImageFilter.GaussianBlur(blur / less))
        mask = mask.point(lambda value: round(value * part)).resize((self.width, self.height), Image.Resampling.BICUBIC)
        self.image.paste(colour, (0, 0, self.width, self.height), mask)

    def mist(self, y: float, height: float, colour: Colour, part: float = 0.7) -> None:
        """A band of mist."""
        top, foot = (y - height / 2) * self.height, (y + height / 2) * self.height
        self.veil(
            lambda draw: draw.rectangle((0, top, self.width, foot), fill=255), colour, part, height * self.height / 3
        )

    def ridge(self, y: float, rise: float, colour: Colour, rough: float = 0.5, waves: float = 3) -> None:
        """A range of hills whose tops stand about ``rise`` above ``y``."""
        tops = noise(self.dice, self.width // 8 + 1, waves, rough)
        points = [(i * 8, (y - rise * top) * self.height) for i, top in enumerate(tops)]
        self.draw.polygon([(0, self.height), *points, (self.width, self.height)], fill=colour)

    def water(self, y: float, foot: float, tint: Colour, part: float) -> None:
        """Water from ``y`` to ``foot`` in which what stands above it is seen."""
        top, depth = round(y * self.height), round((foot - y) * self.height)
        above = self.image.crop((0, max(0, top - depth), self.width, top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        above = above.resize((self.width // 2, max(1, depth // 6))).filter(ImageFilter.BoxBlur(3))
        above = above.resize((self.width, depth), Image.Resampling.BICUBIC)
        self.image.paste(Image.blend(above, Image.new("RGB", above.size, tint), part), (0, top))

    def glints(self, y: float, foot: float, colours: Sequence[Colour], count: int, long: float = 0.06) -> None:
        """Ripples, longer and wider towards us."""
        for _ in range(count):
            near = self.dice.random() ** 1.4
            x, py = self.dice.random() * self.width, (y + (foot - y) * near) * self.height
            length = self.width * long * (0.15 + near) * self.dice.uniform(0.3, 1)
            thick = TIMES * (0.7 + 2.2 * near)
            self.draw.ellipse((x, py, x + length, py + thick), fill=self.dice.choice(colours))

    def finish(self, grain: float = 0.05) -> Image.Image:
        """The picture at its size, with the grain of a print."""
        small = self.image.resize((self.width // TIMES, self.height // TIMES), Image.Resampling.LANCZOS)
        speck = random.Random(5)
        tile = Image.frombytes(
            "L", (256, 256), bytes(round(min(255, max(0, speck.gauss(128, 30)))) for _ in range(65536))
        )
        tile = tile.filter(ImageFilter.GaussianBlur(0.9))
        sheet = Image.new("L", small.size)
        for x in range(0, small.width, 256):
            for y in range(0, small.height, 256):
                sheet.paste(tile, (x, y))
        return Image.blend(small, ImageChops.overlay(small, Image.merge("RGB", (sheet,) * 3)), grain * 4)


def between(stops: Sequence[tuple[float, Colour]], at: float) -> Colour:
    """The colour at a part of the way through ``stops``."""
    before = max((stop for stop in stops if stop[0] <= at), default=stops[0])
    after = min((stop for stop in stops if stop[0] >= at), default=stops[-1])
    part = 0 if after[0] == before[0] else (at - before[0]) / (after[0] - before[0])
    return mixed(before[1], after[1], part)


def mixed(one: Colour, other: Colour, part: float) -> Colour:
    """So much of the ``other`` colour in the one."""
    r, g, b = (round(a + (c - a) * part) for a, c in zip(one, other, strict=True))
    return r, g, b


def circle(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, fill: object = 255) -> None:
    """A disc."""
    draw.ellipse((x - r, y - r, x + r, y + r), fill=fill)


def noise(dice: random.Random, count: int, waves: float, rough: float) -> list[float]:
    """A line of ``count`` heights 0 … 1: waves, and upon them ever smaller ones."""
    octaves = []
    size, swing = waves, 1.0
    while size < count / 4:
        octaves.append(([dice.random() for _ in range(int(size) + 3)], size, swing))
        size, swing = size * 2, swing * rough
    values = []
    for i in range(count):
        total = 0.0
        for knots, knot_count, height in octaves:
            at, part = divmod(i / count * knot_count, 1)
            eased = part * part * (3 - 2 * part)
            total += height * (knots[int(at)] * (1 - eased) + knots[int(at) + 1] * eased)
        values.append(total)
    least, most = min(values), max(values)
    return [(value - least) / (most - least) for value in values]


# ---- what stands in a landscape --------------------------------------------------------------------------------------

INK, WALL, TILE, WOOD = (44, 46, 52), (238, 234, 224), (66, 70, 78), (122, 88, 62)


def house(scene: Scene, x: float, y: float, w: float, h: float, wall: Colour = WALL, tile: Colour = TILE) -> None:
    """A house with white walls and stepped gables, its foot at ``y``; ``w`` and ``h`` by parts of the width."""
    left, foot = scene.at(x, y)
    width, height = w * scene.width, h * scene.width
    draw, top = scene.draw, foot - height
    draw.rectangle((left, top, left + width, foot), fill=wall)
    roof = height * 0.3
    draw.polygon([(left - width * 0.04, top), (left + width * 0.12, top - roof), (left + width * 0.88, top - roof),
                  (left + width * 1.04, top)], fill=tile)  # fmt: skip
    for side in (0, 1):
        gable(draw, left + side * width * 0.86, top, width * 0.14, roof, wall, tile)
    openings(scene, left, foot, width, height, mixed(tile, INK, 0.5))


def gable(draw: ImageDraw.ImageDraw, x: float, top: float, w: float, roof: float, wall: Colour, tile: Colour) -> None:
    """A gable in two steps, each with tiles on it."""
    for step, part in enumerate((1.0, 0.6)):
        rise, inset = roof * (0.7 + 0.55 * step), w * (1 - part) / 2
        draw.rectangle((x + inset, top - rise, x + w - inset, top), fill=wall)
        draw.rectangle(
            (x + inset - w * 0.12, top - rise - roof * 0.14, x + w - inset + w * 0.12, top - rise), fill=tile
        )


def openings(scene: Scene, left: float, foot: float, w: float, h: float, dark: Colour) -> None:
    """A door and windows, where the walls have room for them."""
    draw = scene.draw
    draw.rectangle((left + w * 0.44, foot - h * 0.42, left + w * 0.56, foot), fill=dark)
    for part in (0.22, 0.7):
        draw.rectangle((left + w * part, foot - h * 0.72, left + w * (part + 0.09), foot - h * 0.52), fill=dark)


def village(
    scene: Scene, y: float, first: float, last: float, size: float, fade: float = 0, back: Colour = WALL
) -> None:
    """Houses side by side along ``y``, farther ones paler by ``fade`` towards ``back``."""
    x = first
    while x < last:
        w, h = size * scene.dice.uniform(0.8, 1.4), size * scene.dice.uniform(0.5, 0.85)
        house(scene, x, y, w, h, mixed(WALL, back, fade), mixed(TILE, back, fade))
        x += w * scene.dice.uniform(0.86, 1.06)


def tree(scene: Scene, x: float, y: float, height: float, bark: Colour, leaves: Sequence[Colour] = ()) -> None:
    """A tree whose foot is at x, y, ``height`` by parts of the picture's height; bare without ``leaves``."""
    tips: list[tuple[float, float]] = []
    branch(
        scene, *scene.at(x, y), height * scene.height * 0.32, -math.pi / 2, height * scene.height * 0.035, bark, tips
    )
    for px, py in tips if leaves else ():
        for _ in range(5):
            r = height * scene.height * scene.dice.uniform(0.015, 0.05)
            spread = height * scene.height * 0.06
            circle(scene.draw, px + scene.dice.gauss(0, spread), py + scene.dice.gauss(0, spread), r,
                   scene.dice.choice(leaves))  # fmt: skip


def branch(scene: Scene, x: float, y: float, length: float, turn: float, thick: float, bark: Colour,
           tips: list[tuple[float, float]]) -> None:  # fmt: skip
    """A branch and those that grow from it."""
    end = x + length * math.cos(turn), y + length * math.sin(turn)
    scene.draw.line([(x, y), end], fill=bark, width=max(1, round(thick)))
    if thick < TIMES * 0.8 or length < 4 * TIMES:
        tips.append(end)
        return
    for _ in range(2 if scene.dice.random() < 0.7 else 3):
        branch(
            scene,
            *end,
            length * scene.dice.uniform(0.62, 0.86),
            turn + scene.dice.gauss(0, 0.45),
            thick * 0.66,
            bark,
            tips,
        )


def bamboo(scene: Scene, x: float, foot: float, height: float, colour: Colour, lean: float = 0.03) -> None:
    """A stem of bamboo with its leaves."""
    joints, h = 9, height * scene.height
    px, py = scene.at(x, foot)
    for joint in range(joints):
        nx, ny = px + lean * h / joints * (1 + joint * 0.3), py - h / joints
        scene.draw.line(
            [(px, py - TIMES * 2), (nx, ny + TIMES * 2)], fill=colour, width=max(2, round(h * 0.016 * (1 - joint / 14)))
        )
        for _ in range(scene.dice.randint(0, 3) if joint > 2 else 0):
            leaf(
                scene,
                nx,
                ny,
                h * scene.dice.uniform(0.08, 0.15),
                scene.dice.uniform(0.1, 1.2) * scene.dice.choice((1, -1)),
                colour,
            )
        px, py = nx, ny


def leaf(scene: Scene, x: float, y: float, length: float, turn: float, colour: Colour) -> None:
    """A leaf that hangs to one side: a pointed shape."""
    dx, dy = math.sin(turn) * length, abs(math.cos(turn)) * length * 0.8
    wide = length * 0.09
    scene.draw.polygon([(x, y), (x + dx * 0.4 + wide, y + dy * 0.4 - wide), (x + dx, y + dy),
                        (x + dx * 0.4 - wide, y + dy * 0.4 + wide)], fill=colour)  # fmt: skip


def reeds(
    scene: Scene, first: float, last: float, y: float, height: float, colours: Sequence[Colour], count: int
) -> None:
    """Reeds with their plumes, all bent by one wind."""
    for _ in range(count):
        x, foot = scene.at(scene.dice.uniform(first, last), y)
        h = height * scene.height * scene.dice.uniform(0.5, 1)
        colour = scene.dice.choice(colours)
        tip = x + h * 0.18, foot - h
        scene.draw.line([(x, foot), (x + h * 0.03, foot - h * 0.6), tip], fill=colour, width=TIMES + 1)
        for part in range(5):
            cx, cy = tip[0] + part * h * 0.03, tip[1] + part * h * 0.025
            scene.draw.ellipse(
                (cx - h * 0.03, cy - h * 0.014, cx + h * 0.03, cy + h * 0.014), fill=mixed(colour, WALL, 0.35)
            )


def boat(
    scene: Scene, x: float, y: float, size: float, hull: Colour, awning: Colour | None = None, mast: bool = False
) -> None:
    """A boat of ``size`` by parts of the width, with an awning of mats or a sail."""
    (cx, cy), s = scene.at(x, y), size * scene.width
    draw = scene.draw
    if mast:
        draw.line([(cx, cy), (cx, cy - s * 0.95)], fill=hull, width=max(2, round(s * 0.02)))
        draw.polygon([(cx + s * 0.02, cy - s * 0.92), (cx + s * 0.36, cy - s * 0.78), (cx + s * 0.33, cy - s * 0.16),
                      (cx + s * 0.02, cy - s * 0.12)], fill=awning or WALL)  # fmt: skip
        for part in range(1, 5):
            draw.line(
                [(cx + s * 0.02, cy - s * (0.12 + 0.16 * part)), (cx + s * 0.34, cy - s * (0.14 + 0.14 * part))],
                fill=hull,
                width=TIMES,
            )
    elif awning is not None:
        draw.pieslice((cx - s * 0.26, cy - s * 0.24, cx + s * 0.24, cy + s * 0.2), 180, 360, fill=awning)
    draw.polygon([(cx - s * 0.52, cy - s * 0.08), (cx + s * 0.54, cy - s * 0.1), (cx + s * 0.38, cy + s * 0.06),
                  (cx - s * 0.38, cy + s * 0.06)], fill=hull)  # fmt: skip


def arches(
    scene: Scene, y: float, first: float, last: float, count: int, colour: Colour, back: Colour, rise: float
) -> None:
    """A bridge of stone over ``count`` arches, its roadway bent upwards by ``rise`` of the height."""
    (x0, base), (x1, _) = scene.at(first, y), scene.at(last, y)
    span, top = (x1 - x0) / count, rise * scene.height
    road = [(x0 + (x1 - x0) * i / 60, base - top * (0.45 + 0.55 * math.sin(math.pi * i / 60))) for i in range(61)]
    scene.draw.polygon([(x0, base), *road, (x1, base)], fill=colour)
    for i in range(count):
        high = top * (0.3 + 0.42 * math.sin(math.pi * (i + 0.5) / count))
        middle, half = x0 + span * (i + 0.5), span * 0.4
        scene.draw.pieslice((middle - half, base - high, middle + half, base + high), 180, 360, fill=back)
    scene.draw.line(
        [(px, py - top * 0.08) for px, py in road], fill=mixed(colour, WALL, 0.3), width=max(2, round(top * 0.04))
    )


def birds(scene: Scene, x: float, y: float, count: int, size: float, colour: Colour) -> None:
    """Birds in flight, in a loose line."""
    for i in range(count):
        (px, py), s = scene.at(x + i * size * 2.2, y + scene.dice.uniform(-0.02, 0.02) - i * 0.008), size * scene.width
        for side in (-1, 1):
            scene.draw.line(
                [(px, py), (px + side * s * 0.4, py - s * 0.3), (px + side * s * 0.9, py - s * 0.12)],
                fill=colour,
                width=TIMES + 1,
            )


def snow(scene: Scene, count: int) -> None:
    """Flakes in the air."""
    for _ in range(count):
        x, y = scene.at(scene.dice.random(), scene.dice.random())
        circle(scene.draw, x, y, scene.dice.uniform(0.8, 2.4) * TIMES, WALL)


# ---- the pictures ----------------------------------------------------------------------------------------------------

DAWN = ((0.0, (86, 116, 150)), (0.45, (190, 186, 186)), (0.8, (244, 205, 160)), (1.0, (250, 222, 184)))
DUSK = ((0.0, (52, 62, 98)), (0.5, (150, 108, 118)), (0.85, (232, 156, 108)), (1.0, (246, 190, 128)))
GREY = ((0.0, (170, 180, 188)), (1.0, (226, 228, 224)))
CLEAR = ((0.0, (120, 168, 204)), (0.6, (198, 220, 226)), (1.0, (238, 236, 222)))
NIGHT = ((0.0, (18, 26, 46)), (0.7, (42, 56, 84)), (1.0, (78, 84, 104)))


def panorama() -> Image.Image:
    """A river town at dawn, as wide as two pages."""
    scene = Scene(2500, 1300, 11)
    scene.sky(((0.0, (44, 76, 122)), (0.4, (112, 134, 160)), (0.8, (244, 205, 160)), (1.0, (250, 222, 184))), 0, 0.62)
    scene.sun(0.72, 0.4, 0.022, (255, 240, 206), 5)
    for y, rise, colour, waves in (
        (0.52, 0.34, (98, 118, 146), 5),
        (0.56, 0.26, (118, 138, 156), 7),
        (0.6, 0.17, (92, 114, 122), 9),
    ):
        scene.ridge(y, rise, colour, 0.45, waves)
        scene.mist(y - 0.02, 0.09, (238, 216, 192), 0.55)
    village(scene, 0.615, 0.03, 0.36, 0.02, 0.35, (214, 200, 186))
    village(scene, 0.63, 0.0, 0.4, 0.032, 0.1, (214, 200, 186))
    for x in (0.05, 0.115, 0.22, 0.31, 0.385):
        tree(scene, x, 0.64, 0.22, (70, 62, 56), ((96, 112, 78), (122, 128, 82), (152, 134, 78)))
    arches(scene, 0.66, 0.4, 0.7, 7, (132, 120, 108), (176, 168, 166), 0.16)
    scene.ridge(0.65, 0.05, (84, 98, 88), 0.4, 3)
    scene.sky(((0, (120, 128, 140)), (1, (90, 104, 120))), 0.66, 1)
    scene.water(0.66, 1.0, (72, 90, 108), 0.34)
    scene.glints(0.67, 1.0, ((250, 224, 188), (196, 190, 186), (110, 124, 138)), 520, 0.035)
    for x, y, size in ((0.47, 0.78, 0.05), (0.63, 0.86, 0.085), (0.86, 0.74, 0.034)):
        boat(scene, x, y, size, (54, 46, 42), (134, 104, 72))
    tree(scene, 0.95, 0.8, 0.3, (60, 52, 46), ((108, 112, 70), (132, 128, 76), (164, 134, 74)))
    reeds(scene, 0.86, 1.0, 1.0, 0.2, ((150, 128, 84), (118, 108, 74), (96, 92, 68)), 90)
    birds(scene, 0.55, 0.2, 7, 0.009, (60, 70, 84))
    return scene.finish()


def ferry() -> Image.Image:
    """A crossing at dusk with a boat and its lamp."""
    scene = Scene(1200, 1500, 3)
    scene.sky(DUSK, 0, 0.56)
    scene.sun(0.3, 0.47, 0.032, (255, 214, 150), 4)
    for y, rise, colour in ((0.54, 0.3, (112, 92, 116)), (0.57, 0.18, (82, 70, 92))):
        scene.ridge(y, rise, colour, 0.45, 4)
        scene.mist(y, 0.06, (240, 176, 128), 0.4)
    scene.water(0.57, 1.0, (62, 56, 80), 0.34)
    scene.glints(0.58, 1.0, ((250, 190, 130), (170, 126, 124), (64, 60, 84)), 420)
    boat(scene, 0.58, 0.76, 0.42, (34, 30, 36), (94, 70, 58))
    lamp = scene.at(0.7, 0.715)
    scene.veil(lambda draw: circle(draw, *lamp, 90), (255, 222, 140), 0.7, 60)
    circle(scene.draw, *lamp, 13, (255, 240, 190))
    reeds(scene, 0.0, 0.34, 1.02, 0.36, ((40, 36, 42), (58, 48, 50)), 60)
    return scene.finish()


def egrets() -> Image.Image:
    """Birds over a shoal with reeds."""
    scene = Scene(1200, 1000, 8)
    scene.sky(CLEAR, 0, 0.6)
    scene.ridge(0.56, 0.16, (150, 176, 178), 0.4, 3)
    scene.ridge(0.6, 0.1, (120, 152, 140), 0.4, 5)
    scene.mist(0.57, 0.08, (236, 238, 228), 0.6)
    scene.water(0.6, 1.0, (150, 184, 190), 0.4)
    scene.glints(0.61, 1.0, ((236, 242, 238), (170, 200, 204), (112, 150, 158)), 300)
    scene.draw.ellipse((*scene.at(0.3, 0.7), *scene.at(1.2, 0.84)), fill=(196, 186, 150))
    reeds(scene, 0.42, 1.0, 0.8, 0.34, ((150, 146, 92), (118, 130, 84), (176, 158, 106)), 120)
    birds(scene, 0.12, 0.34, 9, 0.024, (250, 250, 246))
    reeds(scene, 0.0, 0.22, 1.05, 0.5, ((96, 110, 72), (124, 122, 76)), 50)
    return scene.finish()


def fields() -> Image.Image:
    """Fields in steps down a hillside, seen from above."""
    scene = Scene(1200, 800, 21)
    scene.sky(CLEAR, 0, 0.34)
    scene.ridge(0.36, 0.26, (138, 164, 172), 0.45, 3)
    scene.mist(0.33, 0.1, (240, 238, 226), 0.7)
    green = ((168, 178, 96), (206, 190, 104), (132, 160, 92), (222, 204, 130), (150, 172, 100), (188, 200, 148))
    for step in range(16):
        y = 0.34 + 0.66 * (step / 16) ** 1.25
        scene.ridge(y + 0.03, 0.05 + 0.004 * step, mixed((110, 104, 66), green[step % 6], 0.25), 0.25, 3)
        scene.dice.seed(step)
        scene.ridge(y + 0.045, 0.05 + 0.004 * step, green[step % 6], 0.25, 3)
    village(scene, 0.5, 0.62, 0.82, 0.04)
    tree(scene, 0.6, 0.52, 0.2, (78, 66, 52), ((88, 118, 70), (116, 138, 78)))
    tree(scene, 0.14, 0.86, 0.42, (70, 58, 48), ((84, 112, 66), (122, 140, 76)))
    return scene.finish()


def winter() -> Image.Image:
    """A village in its first snow."""
    scene = Scene(1200, 800, 31)
    scene.sky(GREY, 0, 0.66)
    for y, rise, colour in ((0.5, 0.3, (196, 204, 210)), (0.58, 0.22, (172, 184, 192))):
        scene.ridge(y, rise, colour, 0.5, 4)
        scene.mist(y, 0.08, (232, 234, 232), 0.6)
    village(scene, 0.66, 0.08, 0.9, 0.085, 0.12, (226, 228, 226))
    scene.ridge(0.72, 0.07, (240, 242, 242), 0.4, 4)
    for x, h in ((0.1, 0.5), (0.5, 0.36), (0.93, 0.6)):
        tree(scene, x, 0.76, h, (70, 66, 66))
    scene.ridge(0.84, 0.08, (230, 234, 236), 0.4, 3)
    snow(scene, 260)
    return scene.finish()


def lanterns() -> Image.Image:
    """A street by night, lanterns along both sides of it."""
    scene = Scene(1000, 1250, 41)
    scene.sky(NIGHT, 0, 1)
    vanish = scene.at(0.5, 0.52)
    for side in (-1, 1):
        for step in range(7):
            near, far = 0.9**step * 0.9 ** (step * 1.6), 0.9 ** (step + 1) * 0.9 ** ((step + 1) * 1.6)
            shade = mixed((24, 26, 36), (70, 66, 74), step / 7)
            near_x, far_x = (vanish[0] + side * scene.width * 0.52 * part for part in (near, far))
            tops = [vanish[1] - scene.height * 0.62 * part for part in (near, far)]
            feet = [vanish[1] + scene.height * 0.5 * part for part in (near, far)]
            scene.draw.polygon([(near_x, tops[0]), (far_x, tops[1]), (far_x, feet[1]), (near_x, feet[0])], fill=shade)
            roof = [(near_x - side * near * 140, tops[0] + near * 30), (far_x - side * far * 140, tops[1] + far * 30)]
            scene.draw.polygon([(near_x, tops[0] - near * 60), (far_x, tops[1] - far * 60), roof[1], roof[0]],
                               fill=mixed((14, 16, 24), shade, 0.4))  # fmt: skip
    scene.sky(((0, (70, 66, 78)), (1, (34, 32, 42))), 0.525, 0.53)
    for step in range(6, -1, -1):
        part = 0.9**step * 0.9 ** (step * 1.6)
        for side in (-1, 1):
            x, y, r = vanish[0] + side * scene.width * 0.36 * part, vanish[1] - scene.height * 0.3 * part, 92 * part
            scene.veil(lambda draw, x=x, y=y, r=r: circle(draw, x, y, r * 2.6), (255, 150, 70), 0.5, r * 1.2)
            scene.draw.ellipse((x - r, y - r * 0.8, x + r, y + r * 0.8), fill=(226, 66, 40))
            scene.draw.ellipse((x - r * 0.5, y - r * 0.8, x + r * 0.5, y + r * 0.8), fill=(246, 120, 62))
            scene.draw.rectangle((x - r * 0.4, y - r * 0.95, x + r * 0.4, y - r * 0.74), fill=(250, 206, 110))
            scene.draw.rectangle((x - r * 0.4, y + r * 0.74, x + r * 0.4, y + r * 0.95), fill=(250, 206, 110))
            scene.draw.line([(x, y + r * 0.95), (x, y + r * 1.7)], fill=(240, 110, 60), width=max(2, round(r * 0.12)))
    for i in range(40):
        x, y = scene.at(0.5 + scene.dice.gauss(0, 0.16), 0.56 + i * 0.011)
        scene.veil(
            lambda draw, x=x, y=y: draw.ellipse((x - 60, y - 5, x + 60, y + 5), fill=255), (255, 160, 90), 0.35, 9
        )
    return scene.finish()


def kiln() -> Image.Image:
    """A brick works on a hill: a long kiln, two chimneys, smoke."""
    scene = Scene(1500, 1000, 51)
    scene.sky(((0.0, (150, 150, 150)), (0.6, (214, 196, 170)), (1.0, (240, 214, 170))), 0, 0.66)
    scene.ridge(0.6, 0.3, (176, 164, 150), 0.45, 3)
    scene.mist(0.58, 0.12, (240, 220, 186), 0.6)
    scene.ridge(0.7, 0.18, (150, 132, 104), 0.4, 3)
    for x, h in ((0.6, 0.46), (0.68, 0.38)):
        left, foot = scene.at(x, 0.58)
        tall = h * scene.height
        scene.draw.polygon(
            [(left, foot), (left + 22, foot - tall), (left + 58, foot - tall), (left + 80, foot)], fill=(150, 84, 62)
        )
        for ring in range(0, round(tall), 34):
            scene.draw.line(
                [(left + 22 * ring / tall, foot - ring), (left + 80 - 22 * ring / tall, foot - ring)],
                fill=(124, 66, 50),
                width=3,
            )
        for puff in range(9):
            cx, cy, r = left + 40 - puff * 66, foot - tall - 20 - puff * 34, 30 + puff * 15
            scene.veil(lambda draw, cx=cx, cy=cy, r=r: circle(draw, cx, cy, r), (236, 232, 226), 0.5, 26)
    x0, y0 = scene.at(0.08, 0.78)
    x1, y1 = scene.at(0.86, 0.6)
    scene.draw.polygon([(x0, y0), (x0, y0 - 150), (x1, y1 - 120), (x1, y1 + 20)], fill=(176, 108, 78))
    scene.draw.polygon(
        [(x0 - 40, y0 - 140), (x1 + 20, y1 - 116), (x1 - 40, y1 - 190), (x0 + 60, y0 - 250)], fill=(84, 78, 80)
    )
    for door in range(18):
        x = x0 + (x1 - x0) * (0.02 + door * 0.0535)
        foot = y0 + (y1 + 20 - y0) * (0.02 + door * 0.0535)
        scene.draw.pieslice((x, foot - 108, x + 64, foot + 4), 180, 360, fill=(62, 40, 36))
        scene.draw.rectangle((x, foot - 52, x + 64, foot - 8), fill=(62, 40, 36))
    scene.ridge(0.84, 0.06, (128, 112, 78), 0.4, 3)
    for row in range(3):
        for column in range(12 - row):
            left, foot = scene.at(0.06 + column * 0.028 + row * 0.014, 0.95 - row * 0.03)
            scene.draw.rectangle(
                (left, foot - 52, left + 76, foot), fill=mixed((186, 104, 74), (140, 74, 56), scene.dice.random())
            )
    tree(scene, 0.955, 0.96, 0.26, (66, 56, 48), ((110, 116, 70), (146, 128, 72), (172, 132, 72)))
    return scene.finish()


def loom() -> Image.Image:
    """Cloth hung out to dry: lengths of blue on poles."""
    scene = Scene(1000, 1000, 61)
    scene.sky(CLEAR, 0, 0.8)
    scene.ridge(0.8, 0.2, (150, 168, 130), 0.4, 3)
    scene.ridge(0.9, 0.08, (176, 176, 128), 0.4, 3)
    blues = ((44, 72, 122), (62, 98, 150), (30, 52, 94), (92, 128, 172))
    for row, (top, size) in enumerate(((0.2, 0.62), (0.08, 0.86))):
        pole = scene.at(0, top)[1]
        scene.draw.line([(0, pole), (scene.width, pole - 20)], fill=(112, 84, 58), width=14)
        for column in range(4):
            x, w = scene.at(0.03 + column * 0.25 + row * 0.1, 0)[0], scene.width * 0.17
            foot = pole + scene.height * size * scene.dice.uniform(0.85, 1)
            sway = scene.dice.uniform(-40, 60)
            scene.draw.polygon(
                [(x, pole), (x + w, pole), (x + w + sway, foot), (x + sway, foot + 20)], fill=blues[(column + row) % 4]
            )
            flowers(scene, x, pole, w, foot, sway)
    return scene.finish()


def flowers(scene: Scene, x: float, top: float, w: float, foot: float, sway: float) -> None:
    """White flowers in rows upon a length of cloth."""
    rows = int((foot - top) / 110)
    for row in range(rows):
        for column in range(3):
            part = (row + 0.6) / rows
            cx, cy = x + w * (0.2 + 0.3 * column) + sway * part, top + (foot - top) * part
            for petal in range(5):
                turn = petal * math.tau / 5
                circle(scene.draw, cx + 15 * math.cos(turn), cy + 15 * math.sin(turn), 9, (232, 238, 244))


def market() -> Image.Image:
    """A morning market below awnings."""
    scene = Scene(1500, 760, 71)
    scene.sky(CLEAR, 0, 0.7)
    village(scene, 0.66, -0.02, 1.0, 0.13, 0.06, (226, 226, 220))
    scene.sky(((0, (204, 196, 178)), (1, (176, 166, 146))), 0.66, 1)
    cloths = ((198, 74, 56), (236, 226, 206), (70, 116, 128), (228, 176, 84))
    for stall in range(6):
        left, top = scene.at(0.02 + stall * 0.165, 0.46 + 0.02 * (stall % 2))
        w, h = scene.width * 0.15, scene.height * 0.4
        for pole in (0.04, 0.96):
            scene.draw.line([(left + w * pole, top), (left + w * pole, top + h)], fill=(98, 78, 60), width=8)
        for stripe in range(8):
            a, b = left + w * stripe / 8, left + w * (stripe + 1) / 8
            fill = cloths[stall % 4] if stripe % 2 else (244, 238, 226)
            scene.draw.polygon([(a + 14, top - 60), (b + 14, top - 60), (b, top + 20), (a, top + 20)], fill=fill)
            scene.draw.pieslice((a, top + 4, b, top + 38), 0, 180, fill=fill)
        scene.draw.rectangle((left + w * 0.06, top + h * 0.62, left + w * 0.94, top + h), fill=(142, 106, 74))
        goods(scene, left + w * 0.08, top + h * 0.62, w * 0.84, stall)
    return scene.finish().crop((0, 150, 1500, 760))


def goods(scene: Scene, x: float, y: float, w: float, stall: int) -> None:
    """What lies on a stall: round things in heaps."""
    kinds = ((214, 96, 50), (116, 150, 76), (232, 190, 90), (150, 60, 66), (222, 222, 200), (96, 128, 64))
    for heap in range(3):
        colour = kinds[(stall + heap) % 6]
        for row in range(3):
            for i in range(5 - row):
                r = w * 0.03
                cx = x + w * (0.06 + heap * 0.33) + i * r * 1.9 + row * r
                circle(scene.draw, cx, y - r * (0.9 + row * 1.5), r, mixed(colour, INK, scene.dice.random() * 0.25))


def plum() -> Image.Image:
    """A branch in flower over an empty sheet, in ink."""
    scene = Scene(700, 900, 81)
    scene.image.paste((255, 255, 255), (0, 0, scene.width, scene.height))
    tips: list[tuple[float, float]] = []
    branch(scene, *scene.at(0.98, 0.98), scene.height * 0.27, -math.pi * 0.66, 46, (52, 52, 52), tips)
    for x, y in tips[::3]:
        for petal in range(5):
            turn = petal * math.tau / 5 + scene.dice.random()
            circle(scene.draw, x + 13 * math.cos(turn), y + 13 * math.sin(turn), 11, (150, 150, 150))
        circle(scene.draw, x, y, 6, (40, 40, 40))
    return scene.finish(0).convert("L")


def grove() -> Image.Image:
    """Bamboo, near and far, in ink."""
    scene = Scene(700, 1100, 91)
    scene.image.paste((255, 255, 255), (0, 0, scene.width, scene.height))
    for x, tone, height in ((0.2, 190, 0.9), (0.62, 170, 0.86), (0.4, 110, 1.0), (0.82, 60, 0.96), (0.1, 30, 1.05)):
        bamboo(scene, x, 1.02, height, (tone, tone, tone), 0.04)
    circle(scene.draw, *scene.at(0.7, 0.2), 110, (226, 226, 226))
    for x, tone in ((0.56, 70), (0.66, 40)):
        bamboo(scene, x, 1.02, 0.8, (tone, tone, tone), 0.05)
    return scene.finish(0).convert("L")


def moon() -> Image.Image:
    """The moon over a river, in blue."""
    scene = Scene(1100, 1100, 101)
    scene.sky(((0.0, (22, 34, 62)), (0.6, (70, 92, 124)), (1.0, (150, 162, 170))), 0, 0.62)
    scene.sun(0.66, 0.24, 0.075, (246, 240, 214), 5)
    for y, rise, colour in ((0.58, 0.24, (74, 92, 118)), (0.62, 0.14, (46, 62, 88))):
        scene.ridge(y, rise, colour, 0.45, 3)
        scene.mist(y, 0.06, (170, 182, 190), 0.5)
    scene.water(0.62, 1.0, (30, 44, 72), 0.3)
    scene.glints(0.63, 1.0, ((196, 204, 206), (120, 140, 162), (44, 60, 88)), 380)
    boat(scene, 0.36, 0.8, 0.2, (18, 24, 38), (52, 56, 66))
    reeds(scene, 0.7, 1.0, 1.03, 0.34, ((22, 32, 48), (38, 50, 66)), 60)
    return scene.finish()


def span() -> Image.Image:
    """Two arches of an old bridge, near at hand."""
    scene = Scene(1000, 520, 111)
    scene.sky(DAWN, 0, 0.7)
    scene.ridge(0.66, 0.3, (150, 158, 162), 0.45, 3)
    scene.mist(0.64, 0.14, (240, 222, 196), 0.6)
    arches(scene, 0.74, -0.2, 1.2, 3, (150, 136, 118), (206, 196, 184), 0.62)
    scene.sky(((0, (150, 150, 146)), (1, (96, 104, 110))), 0.74, 1)
    scene.water(0.74, 1.0, (96, 106, 112), 0.4)
    scene.glints(0.75, 1.0, ((236, 220, 194), (120, 130, 134)), 160)
    boat(scene, 0.5, 0.86, 0.14, (60, 48, 42), (132, 100, 70))
    return scene.finish()


def forest() -> Image.Image:
    """Firs on slopes, rank behind rank, and a tower above them."""
    scene = Scene(1300, 640, 131)
    scene.sky(CLEAR, 0, 0.5)
    scene.ridge(0.4, 0.24, (164, 188, 192), 0.45, 3)
    scene.mist(0.38, 0.1, (238, 240, 230), 0.6)
    for rank in range(9):
        near = rank / 8
        colour = mixed((138, 170, 160), (30, 66, 52), near)
        y = 0.42 + 0.68 * near**1.2
        scene.ridge(y, 0.1, mixed(colour, (20, 40, 30), 0.12), 0.3, 2 + rank % 3)
        if rank == 3:
            tower(scene, 0.72, y - 0.06, 0.3)
        firs(scene, y, 0.07 + 0.2 * near, colour)
        if rank < 6:
            scene.mist(y, 0.05, (226, 234, 224), 0.22)
    birds(scene, 0.16, 0.14, 6, 0.012, (70, 84, 92))
    return scene.finish()


def firs(scene: Scene, y: float, height: float, colour: Colour) -> None:
    """A rank of firs along ``y``, of about that height by parts of the picture's."""
    x = -0.02
    while x < 1.02:
        (cx, foot), h = scene.at(x, y + scene.dice.uniform(-0.03, 0.02)), height * scene.height
        tall = h * scene.dice.uniform(0.75, 1.15)
        shade = mixed(colour, (16, 34, 28), scene.dice.uniform(0, 0.35))
        for tier in range(4):
            wide, top = tall * (0.13 + 0.055 * tier), foot - tall * (1 - 0.2 * tier)
            scene.draw.polygon([(cx, top), (cx - wide, top + tall * 0.36), (cx + wide, top + tall * 0.36)], fill=shade)
        x += height * scene.dice.uniform(0.12, 0.26)


def tower(scene: Scene, x: float, y: float, height: float) -> None:
    """A watch-tower of beams with a cabin on it."""
    (cx, foot), h = scene.at(x, y), height * scene.height
    for side in (-1, 1):
        scene.draw.line([(cx + side * h * 0.16, foot), (cx + side * h * 0.09, foot - h * 0.7)], fill=WOOD, width=9)
        scene.draw.line([(cx + side * h * 0.15, foot), (cx - side * h * 0.11, foot - h * 0.45)], fill=WOOD, width=4)
    scene.draw.rectangle((cx - h * 0.15, foot - h * 0.9, cx + h * 0.15, foot - h * 0.66), fill=WALL)
    scene.draw.rectangle((cx - h * 0.1, foot - h * 0.86, cx + h * 0.1, foot - h * 0.76), fill=INK)
    scene.draw.polygon(
        [(cx - h * 0.21, foot - h * 0.89), (cx, foot - h * 1.04), (cx + h * 0.21, foot - h * 0.89)], fill=(150, 62, 48)
    )


def bridge() -> Image.Image:
    """A bridge of many arches that stands out of the mist in the morning."""
    scene = Scene(900, 620, 141)
    scene.sky(((0.0, (150, 172, 190)), (0.6, (226, 222, 212)), (1.0, (240, 232, 216))), 0, 0.7)
    scene.sun(0.24, 0.3, 0.03, (255, 246, 222), 4)
    for y, rise, colour in ((0.5, 0.3, (186, 198, 204)), (0.58, 0.2, (160, 176, 182))):
        scene.ridge(y, rise, colour, 0.45, 4)
        scene.mist(y, 0.14, (238, 234, 224), 0.75)
    arches(scene, 0.74, 0.08, 0.92, 7, (126, 122, 116), (216, 214, 206), 0.3)
    scene.sky(((0, (170, 178, 180)), (1, (112, 130, 140))), 0.74, 1)
    scene.water(0.74, 1.0, (120, 138, 148), 0.4)
    scene.glints(0.76, 1.0, ((240, 236, 226), (140, 156, 164)), 160)
    for x in (0.1, 0.45, 0.8):
        scene.veil(
            lambda draw, x=x: draw.ellipse(
                ((x - 0.2) * scene.width, 0.66 * scene.height, (x + 0.2) * scene.width, 0.78 * scene.height), fill=255
            ),
            (240, 238, 230), 0.75, 70,
        )  # fmt: skip
    return scene.finish()


def noon() -> Image.Image:
    """A wide river at midday: a boat that lies at a landing, sails far off."""
    scene = Scene(1000, 700, 151)
    scene.sky(((0.0, (88, 152, 200)), (0.7, (196, 222, 230)), (1.0, (226, 236, 230))), 0, 0.5)
    scene.ridge(0.48, 0.2, (150, 180, 180), 0.4, 3)
    scene.ridge(0.51, 0.09, (112, 150, 128), 0.4, 5)
    village(scene, 0.52, 0.56, 0.86, 0.026, 0.15)
    scene.water(0.52, 1.0, (110, 164, 186), 0.5)
    scene.glints(0.53, 1.0, ((240, 248, 246), (160, 202, 212), (84, 138, 160)), 380)
    boat(scene, 0.3, 0.58, 0.1, (92, 72, 58), (240, 232, 212), mast=True)
    boat(scene, 0.14, 0.55, 0.06, (92, 72, 58), (236, 226, 204), mast=True)
    boat(scene, 0.62, 0.8, 0.46, (74, 54, 44), (178, 142, 96))
    for step in range(7):
        top, left = scene.height * (0.86 + 0.028 * step), scene.width * (0.04 - 0.03 * step)
        scene.draw.rectangle((left, top, scene.width * (0.5 + 0.03 * step), top + 60),
                             fill=mixed((196, 186, 168), (140, 132, 120), step % 2))  # fmt: skip
    return scene.finish()


def evening() -> Image.Image:
    """People on their way home along a landing, the sun low over the river."""
    scene = Scene(1000, 760, 161)
    scene.sky(DUSK, 0, 0.6)
    scene.sun(0.62, 0.5, 0.05, (255, 210, 140), 4)
    scene.ridge(0.6, 0.2, (120, 92, 108), 0.4, 4)
    scene.water(0.6, 1.0, (90, 70, 88), 0.3)
    scene.glints(0.61, 0.95, ((255, 200, 140), (180, 130, 120), (80, 66, 84)), 320)
    boat(scene, 0.2, 0.74, 0.2, (40, 32, 36), (110, 80, 62))
    scene.draw.rectangle((0, scene.height * 0.84, scene.width, scene.height), fill=(44, 36, 42))
    for number in range(9):
        walker(scene, 0.12 + 0.095 * number + scene.dice.uniform(-0.02, 0.02), 0.87, scene.dice.uniform(0.15, 0.2))
    return scene.finish()


def afternoon() -> Image.Image:
    """Reeds on a bank in the slanting light, a boat that goes by; tall and narrow."""
    scene = Scene(720, 1650, 201)
    scene.sky(((0.0, (112, 156, 190)), (0.7, (214, 220, 206)), (1.0, (242, 226, 190))), 0, 0.46)
    scene.ridge(0.44, 0.16, (160, 176, 172), 0.4, 2)
    scene.ridge(0.47, 0.07, (128, 148, 122), 0.4, 3)
    village(scene, 0.475, 0.1, 0.5, 0.05, 0.15)
    scene.water(0.475, 1.0, (150, 176, 176), 0.45)
    scene.glints(0.48, 1.0, ((250, 240, 212), (190, 204, 196), (116, 142, 146)), 320, 0.1)
    boat(scene, 0.6, 0.62, 0.34, (84, 62, 48), (184, 146, 98))
    birds(scene, 0.3, 0.18, 6, 0.03, (250, 250, 244))
    reeds(scene, 0.0, 1.0, 1.02, 0.34, ((150, 132, 84), (178, 156, 104), (112, 110, 70)), 120)
    return scene.finish()


def walker(scene: Scene, x: float, y: float, height: float) -> None:
    """Someone seen against the light, with a bag or a hat."""
    (cx, foot), h = scene.at(x, y), height * scene.height
    dark, stride = (30, 24, 30), h * scene.dice.uniform(0.08, 0.16)
    for side in (-1, 1):
        scene.draw.line([(cx, foot - h * 0.45), (cx + side * stride, foot)], fill=dark, width=round(h * 0.09))
    scene.draw.rounded_rectangle((cx - h * 0.12, foot - h * 0.82, cx + h * 0.12, foot - h * 0.4), h * 0.08, fill=dark)
    circle(scene.draw, cx, foot - h * 0.92, h * 0.09, dark)
    if scene.dice.random() < 0.5:
        scene.draw.ellipse((cx - h * 0.2, foot - h * 1.0, cx + h * 0.2, foot - h * 0.93), fill=dark)
    else:
        scene.draw.rectangle((cx + h * 0.12, foot - h * 0.52, cx + h * 0.3, foot - h * 0.34), fill=(96, 56, 46))


def steps() -> Image.Image:
    """A landing by night: steps down to the water, a lamp on the other bank."""
    scene = Scene(1300, 600, 171)
    scene.sky(((0.0, (46, 62, 98)), (0.7, (104, 118, 144)), (1.0, (160, 158, 160))), 0, 0.62)
    scene.ridge(0.56, 0.3, (84, 98, 124), 0.45, 4)
    scene.ridge(0.6, 0.12, (54, 68, 94), 0.45, 6)
    scene.water(0.6, 1.0, (44, 58, 86), 0.4)
    scene.glints(0.61, 1.0, ((120, 140, 164), (60, 78, 108), (30, 42, 66)), 380)
    x, y = scene.at(0.56, 0.57)
    scene.veil(lambda draw: circle(draw, x, y, 110), (255, 206, 120), 0.75, 60)
    circle(scene.draw, x, y, 9, (255, 240, 196))
    for part in range(14):
        wide = 16 + part * 5
        py = scene.height * (0.615 + part * 0.022)
        scene.veil(lambda draw, py=py, wide=wide: draw.ellipse((x - wide, py, x + wide, py + 7), fill=255),
                   (255, 206, 120), 0.8, 4)  # fmt: skip
    for step in range(8):
        top, right = scene.height * (0.7 + 0.035 * step), scene.width * (0.2 + 0.045 * step)
        shade = mixed((112, 120, 136), (66, 76, 96), step / 8)
        scene.draw.rectangle((0, top, right, scene.height), fill=shade)
        scene.draw.rectangle((0, top, right, top + 8), fill=mixed(shade, WALL, 0.2))
    figure = scene.at(0.17, 0.705)
    circle(scene.draw, figure[0], figure[1] - 74, 15, (14, 18, 28))
    scene.draw.rounded_rectangle((figure[0] - 24, figure[1] - 62, figure[0] + 20, figure[1]), 16, fill=(14, 18, 28))
    scene.draw.line([(figure[0] + 6, figure[1] - 10), (figure[0] + 52, figure[1] - 12)], fill=(14, 18, 28), width=18)
    scene.draw.line([(figure[0] + 50, figure[1] - 12), (figure[0] + 54, figure[1] + 36)], fill=(14, 18, 28), width=14)
    return scene.finish()


def lamp() -> Image.Image:
    """A lamp on a post above the water, a boat that comes towards it; tall and narrow."""
    scene = Scene(420, 1040, 181)
    scene.sky(((0.0, (26, 38, 62)), (0.6, (74, 88, 116)), (1.0, (140, 140, 148))), 0, 0.6)
    scene.ridge(0.58, 0.14, (58, 72, 98), 0.45, 2)
    scene.mist(0.58, 0.08, (170, 176, 186), 0.5)
    scene.water(0.6, 1.0, (36, 50, 76), 0.35)
    scene.glints(0.61, 1.0, ((196, 190, 170), (100, 118, 142), (48, 62, 88)), 150, 0.1)
    boat(scene, 0.36, 0.73, 0.34, (20, 24, 36), (58, 56, 62))
    x, top = scene.at(0.72, 0.3)
    scene.draw.line([(x, top), (x, scene.height)], fill=(16, 20, 30), width=16)
    scene.draw.line([(x, top + 40), (x - 90, top + 20)], fill=(16, 20, 30), width=10)
    scene.veil(lambda draw: circle(draw, x - 90, top + 70, 150), (255, 206, 120), 0.75, 90)
    scene.draw.polygon([(x - 130, top + 44), (x - 50, top + 44), (x - 64, top + 110), (x - 116, top + 110)],
                       fill=(255, 226, 150))  # fmt: skip
    scene.draw.rectangle((x - 136, top + 30, x - 44, top + 46), fill=(16, 20, 30))
    reeds(scene, 0.0, 0.5, 1.02, 0.2, ((22, 30, 44), (36, 44, 58)), 30)
    return scene.finish()


def stall() -> Image.Image:
    """A cobbler's stall: an umbrella, a chest of three trays, a pair of small red shoes."""
    scene = Scene(1000, 640, 191)
    scene.sky(((0.0, (214, 222, 220)), (1.0, (238, 232, 214))), 0, 0.8)
    arches(scene, 0.74, 0.3, 1.3, 3, (190, 182, 170), (222, 222, 212), 0.3)
    scene.sky(((0, (196, 186, 166)), (1, (166, 154, 134))), 0.74, 1)
    x, foot = scene.at(0.4, 0.84)
    scene.draw.line([(x, foot), (x, foot - 940)], fill=(92, 74, 58), width=14)
    for rib, fill in enumerate(((40, 84, 110), (58, 106, 132)) * 3):
        left = x - 540 + rib * 180
        scene.draw.polygon([(x, foot - 960), (left, foot - 640), (left + 180, foot - 640)], fill=fill)
        scene.draw.pieslice((left, foot - 672, left + 180, foot - 608), 180, 360, fill=mixed(fill, WALL, 0.12))
    chest(scene, x + 150, foot)
    scene.draw.rectangle((x - 330, foot - 130, x - 130, foot - 104), fill=(112, 82, 58))
    for leg in (x - 316, x - 160):
        scene.draw.rectangle((leg, foot - 104, leg + 18, foot), fill=(92, 66, 48))
    for number in range(2):
        shoe(scene, x + 640 + number * 190, foot + 40, 150, (188, 40, 44))
    return scene.finish()


def chest(scene: Scene, x: float, foot: float) -> None:
    """A chest of three trays, each with a knob."""
    for tray in range(3):
        top = foot - 250 + tray * 82
        scene.draw.rectangle((x, top, x + 330, top + 76), fill=(138 - tray * 12, 98 - tray * 8, 64))
        circle(scene.draw, x + 165, top + 38, 11, (220, 190, 120))


def shoe(scene: Scene, x: float, foot: float, length: float, colour: Colour) -> None:
    """A small shoe with a strap, seen from the side."""
    draw = scene.draw
    draw.pieslice((x, foot - length * 0.5, x + length, foot + length * 0.3), 180, 360, fill=colour)
    draw.ellipse(
        (x + length * 0.18, foot - length * 0.56, x + length * 0.66, foot - length * 0.26), fill=(230, 222, 202)
    )
    draw.line(
        [(x + length * 0.4, foot - length * 0.52), (x + length * 0.46, foot - length * 0.2)], fill=colour, width=12
    )
    draw.rectangle((x, foot - length * 0.1, x + length, foot), fill=(70, 44, 36))


def levee() -> Image.Image:
    """The sluice of the real page, as a picture of tones, which may be cropped."""
    return Image.open(HERE.parent / "kaifaqu-shizheng" / "pictures" / "water.png").convert("RGB")


PICTURES = {
    "daily/pictures/afternoon.jpg": afternoon,
    "daily/pictures/bridge.jpg": bridge,
    "daily/pictures/egrets.jpg": egrets,
    "daily/pictures/evening.jpg": evening,
    "daily/pictures/ferry.jpg": ferry,
    "daily/pictures/fields.jpg": fields,
    "daily/pictures/forest.jpg": forest,
    "daily/pictures/lanterns.jpg": lanterns,
    "daily/pictures/levee.jpg": levee,
    "daily/pictures/loom.jpg": loom,
    "daily/pictures/market.jpg": market,
    "daily/pictures/noon.jpg": noon,
    "daily/pictures/panorama.jpg": panorama,
    "daily/pictures/winter.jpg": winter,
    "weekend/pictures/grove.png": grove,
    "weekend/pictures/kiln.jpg": kiln,
    "weekend/pictures/lamp.jpg": lamp,
    "weekend/pictures/moon.jpg": moon,
    "weekend/pictures/plum.png": plum,
    "weekend/pictures/span.jpg": span,
    "weekend/pictures/stall.jpg": stall,
    "weekend/pictures/steps.jpg": steps,
}
"""Fields, winter and plum stand in issues that earlier versions began with and in the cookbook."""


def main(names: Sequence[str]) -> None:
    """Write the pictures whose names are asked for."""
    for file, draw in PICTURES.items():
        if not names or Path(file).stem in names:
            (HERE / file).parent.mkdir(parents=True, exist_ok=True)
            draw().save(HERE / file, quality=76, optimize=True, dpi=(200, 200))


if __name__ == "__main__":
    main(sys.argv[1:])
