"""A canvas on which colours are laid through masks, and noise, of which light, stone and water are made."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Field = NDArray[np.float32]
Colour = tuple[int, int, int]
Point = tuple[float, float]
Shape = Callable[["Pen"], object]

FINE = 2
"""Masks are drawn at so many times the size and reduced, for smooth edges."""


class Pen:
    """Draws a mask in parts of the picture's width and height."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width * FINE, height * FINE
        self.sheet = Image.new("L", (self.width, self.height))
        self.ink = ImageDraw.Draw(self.sheet)

    def at(self, point: Point) -> Point:
        """A point in dots of the mask."""
        return point[0] * self.width, point[1] * self.height

    def area(self, points: list[Point], tone: int = 255) -> None:
        """A filled outline."""
        self.ink.polygon([self.at(point) for point in points], fill=tone)

    def line(self, points: list[Point], thick: float, tone: int = 255) -> None:
        """A line, ``thick`` by parts of the height, with round joints."""
        dots = [self.at(point) for point in points]
        self.ink.line(dots, fill=tone, width=max(1, round(thick * self.height)), joint="curve")

    def disc(self, centre: Point, radius: float, tone: int = 255, flat: float = 1) -> None:
        """A disc, or an oval, of a radius by parts of the height."""
        (x, y), r = self.at(centre), radius * self.height
        self.ink.ellipse((x - r, y - r * flat, x + r, y + r * flat), fill=tone)

    def mask(self) -> Image.Image:
        """What was drawn, at the size of the picture."""
        return self.sheet.resize((self.width // FINE, self.height // FINE), Image.Resampling.BOX)


class Canvas:
    """A picture of ``width`` × ``height`` dots as values 0 … 1; a layer of it has parts that are empty (``cover``)."""

    def __init__(self, width: int, height: int, seed: int) -> None:
        self.width, self.height = width, height
        self.light: Field = np.zeros((height, width, 3), np.float32)
        self.cover: Field = np.zeros((height, width), np.float32)
        self.dice = random.Random(seed)
        self.chance = np.random.default_rng(seed)

    def layer(self) -> Canvas:
        """An empty layer of the same size, with the same dice."""
        other = Canvas(self.width, self.height, 0)
        other.dice, other.chance = self.dice, self.chance
        return other

    def mask(self, shape: Shape, blur: float = 0) -> Image.Image:
        """A shape as a mask, its edges softened by ``blur``, parts of the height."""
        pen = Pen(self.width, self.height)
        shape(pen)
        mask = pen.mask()
        if not blur:
            return mask
        less = 4 if blur * self.height > 12 else 1
        small = mask.resize((self.width // less, self.height // less))
        small = small.filter(ImageFilter.GaussianBlur(blur * self.height / less))
        return small.resize(mask.size, Image.Resampling.BICUBIC)

    def lay(self, shape: Shape | Image.Image, colour: Colour | Field, part: float = 1, blur: float = 0) -> None:
        """Lay a colour, or a whole field of colours, through a shape; ``part`` of it covers."""
        mask = shape if isinstance(shape, Image.Image) else self.mask(shape, blur)
        box = mask.getbbox()
        if box is None:
            return
        x0, y0, x1, y1 = box
        amount = (np.asarray(mask.crop(box), np.float32) / 255 * part)[..., None]
        here = self.light[y0:y1, x0:x1]
        wanted = colour[y0:y1, x0:x1] if isinstance(colour, np.ndarray) else shade(colour)
        self.light[y0:y1, x0:x1] = here + (wanted - here) * amount
        cover = self.cover[y0:y1, x0:x1]
        self.cover[y0:y1, x0:x1] = cover + (1 - cover) * amount[..., 0]

    def glow(self, at: Point, radius: float, colour: Colour, part: float) -> None:
        """Light round a point that adds to what is there, fading to nothing at ``radius``, parts of the height."""
        ys, xs = np.mgrid[0 : self.height, 0 : self.width].astype(np.float32)
        far = np.hypot(xs - at[0] * self.width, ys - at[1] * self.height) / (radius * self.height)
        amount = (np.clip(1 - far, 0, 1) ** 2 * part)[..., None]
        self.light = 1 - (1 - self.light) * (1 - amount * shade(colour))

    def put(self, layer: Canvas, part: float = 1) -> None:
        """Lay a layer over the picture."""
        amount = (layer.cover * part)[..., None]
        safe = np.where(layer.cover[..., None] > 0, layer.light, 0)
        self.light = self.light * (1 - amount) + safe * amount
        self.cover = self.cover + (1 - self.cover) * layer.cover

    def texture(self, across: float, down: float, octaves: int = 4, rough: float = 0.5) -> Field:
        """Noise −1 … 1 over the canvas, its largest lumps ``across`` × ``down`` by parts of width and height."""
        return noise(self.chance, (self.height, self.width), (down * self.height, across * self.width), octaves, rough)

    def picture(self, grain: float = 0.007) -> Image.Image:
        """The picture, with the grain of a painted ground."""
        ground = self.chance.normal(0, 1, (self.height // 2 + 1, self.width // 2 + 1)).astype(np.float32)
        grown = Image.fromarray(ground).resize((self.width, self.height), Image.Resampling.BICUBIC)
        light = self.light + np.asarray(grown)[..., None] * grain
        return Image.fromarray((np.clip(light, 0, 1) * 255).round().astype(np.uint8))


def shade(colour: Colour) -> Field:
    """A colour as values 0 … 1."""
    return np.asarray(colour, np.float32) / 255


def mixed(one: Colour, other: Colour, part: float) -> Colour:
    """So much of the ``other`` colour in the one."""
    r, g, b = (round(a + (c - a) * part) for a, c in zip(one, other, strict=True))
    return r, g, b


def ramp(stops: list[tuple[float, Colour]], at: Field) -> Field:
    """The colours that lie at these parts of the way through ``stops``."""
    places = [stop for stop, _ in stops]
    return np.stack([np.interp(at, places, [c[i] / 255 for _, c in stops]) for i in range(3)], -1).astype(np.float32)


def noise(
    chance: np.random.Generator, size: tuple[int, int], lump: tuple[float, float], octaves: int, rough: float
) -> Field:
    """Noise −1 … 1 of ``size`` rows × dots: lumps of ``lump``, and upon them ever smaller ones."""
    total, swing, most = np.zeros(size, np.float32), 1.0, 0.0
    for octave in range(octaves):
        rows, dots = (max(2, round(n / max(1.0, broad / 2**octave)) + 1) for n, broad in zip(size, lump, strict=True))
        knots = Image.fromarray(chance.uniform(-1, 1, (rows, dots)).astype(np.float32))
        total += np.asarray(knots.resize((size[1], size[0]), Image.Resampling.BICUBIC)) * swing
        most, swing = most + swing, swing * rough
    return np.tanh(total / most * 1.7)


def curve(points: list[Point], steps: int = 12) -> list[Point]:
    """A smooth line through ``points``."""
    ends = [points[0], *points, points[-1]]
    found: list[Point] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            found.append(
                tuple(  # type: ignore[arg-type]
                    0.5
                    * (
                        2 * b[i]
                        + (c[i] - a[i]) * t
                        + (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t**2
                        + (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t**3
                    )
                    for i in (0, 1)
                )
            )
    return [*found, points[-1]]
