"""Sky, hills, mist and water."""

from __future__ import annotations

import numpy as np

from .canvas import Canvas, Colour, Field, Point, noise, ramp, shade

Stops = list[tuple[float, Colour]]

RELIEF = 0.18
"""How much of a slope's folds is seen: ranges are far off, and mist lies between."""


def sky(canvas: Canvas, stops: Stops, foot: float = 1) -> None:
    """Colours that pass into one another from the top to ``foot``."""
    rows = np.arange(canvas.height, dtype=np.float32) / (canvas.height * foot)
    canvas.light[:] = ramp(stops, np.clip(rows, 0, 1))[:, None]
    canvas.cover[:] = 1


def clouds(canvas: Canvas, foot: float, colour: Colour, under: Colour, much: float = 0.5) -> None:
    """Banks of cloud above ``foot``, bright on top, flatter and denser towards the horizon."""
    lumps = canvas.texture(0.55, 0.1, 6, 0.55)
    rows = (np.arange(canvas.height, dtype=np.float32) / (canvas.height * foot))[:, None]
    dense = np.clip((lumps - (0.5 - much)) * 2.2, 0, 1) * np.clip(1.15 - rows, 0, 1) * np.clip(rows * 4, 0, 1)
    lit = np.clip(0.5 + 3 * (lumps - np.roll(lumps, -round(canvas.height * 0.02), 0)), 0, 1)[..., None]
    colours = shade(under) * (1 - lit) + shade(colour) * lit
    canvas.light += (colours - canvas.light) * (dense * 0.85)[..., None]


def sun(canvas: Canvas, at: Point, radius: float, colour: Colour, glow: float = 6) -> None:
    """A disc with light around it."""
    canvas.glow(at, radius * glow, colour, 0.55)
    canvas.glow(at, radius * 2.2, colour, 0.5)
    canvas.lay(lambda pen: pen.disc(at, radius), colour, 1, radius * 0.04)


def ridge(
    canvas: Canvas,
    top: float,
    rise: float,
    colours: tuple[Colour, Colour, Colour],
    waves: float = 3,
    rough: float = 0.5,
    deep: float = 0.3,
) -> Field:
    """A range whose tops stand about ``rise`` above ``top``: its lit and its dark faces, and the mist at its foot that
    comes up ``deep`` of the height below. The height of its tops, by parts of the picture's, is given back.
    """
    lit, dark, mist = (shade(colour) for colour in colours)
    line = noise(canvas.chance, (2, canvas.width), (2, canvas.width / waves), 7, rough)[0]
    line = (line - line.min()) / (line.max() - line.min())
    tops = top - rise * line
    ys = np.arange(canvas.height, dtype=np.float32)[:, None] / canvas.height
    below = ys - tops[None]
    folds = _folds(canvas, tops, below, rise)
    light = np.clip(0.5 + folds * RELIEF, 0, 1)[..., None]
    colour = dark + (lit - dark) * light
    misty = np.clip(below / deep, 0, 1)[..., None] ** 1.3
    colour = colour + (mist - colour) * misty
    edge = np.clip(below * canvas.height + 0.5, 0, 1)[..., None]
    canvas.light += (colour - canvas.light) * edge
    return tops


def _folds(canvas: Canvas, tops: Field, below: Field, rise: float) -> Field:
    """How far a slope faces the light, −0.5 … 0.5: spurs run down from the tops and fan out to both sides."""
    soft = np.convolve(np.pad(tops, 40, "edge"), np.ones(81) / 81, "valid")
    fall = np.clip(np.gradient(soft) * canvas.height, -1.1, 1.1)
    size, high = below.shape, canvas.height * rise
    wide = noise(canvas.chance, size, (high * 1.6, canvas.width * 0.09), 4, 0.5)
    fine = noise(canvas.chance, size, (high * 0.4, canvas.width * 0.02), 3, 0.6)
    away = np.clip(below, 0, 1) * canvas.height
    dots = np.clip(np.arange(size[1])[None] - away * fall[None] * 0.8, 0, size[1] - 1).astype(int)
    rows = np.clip(away, 0, size[0] - 1).astype(int)
    facing = np.gradient(wide, axis=1) * canvas.width * 0.05 + np.gradient(fine, axis=1) * canvas.width * 0.006
    return (np.tanh(facing[rows, dots] * 1.3 - fall[None] * 0.45) * 0.5).astype(np.float32)


def mist(canvas: Canvas, at: float, height: float, colour: Colour, part: float = 0.7) -> None:
    """A drifting band of mist."""
    rows = (np.arange(canvas.height, dtype=np.float32) / canvas.height - at)[:, None] / height
    drift = canvas.texture(0.5, 0.12, 4) * 0.5 + 0.75
    amount = np.exp(-((rows * 2) ** 2)) * np.clip(drift, 0, 1) * part
    canvas.light += (shade(colour) - canvas.light) * amount[..., None]


def water(canvas: Canvas, level: float, tint: Colour, sheen: Colour, part: float = 0.35, rough: float = 1) -> None:
    """Water from ``level`` to the foot, in which all above is seen, more broken the nearer it is to us."""
    top = round(level * canvas.height)
    depth = canvas.height - top
    waves = ripples(canvas, depth)
    near = (np.arange(depth, dtype=np.float32) / depth)[:, None]
    shift = waves * rough * (2 + near * 26) * canvas.height / 1000
    rows = np.clip(top - 1 - np.arange(depth)[:, None] * 0.92 + shift * 2.4, 0, top - 1)
    dots = np.clip(np.arange(canvas.width)[None] + shift * 0.7, 0, canvas.width - 1)
    seen = between(canvas.light, rows, dots)
    amount = np.clip(part + near * 0.25, 0, 1)[..., None]
    seen = seen + (shade(tint) - seen) * amount
    gleam = np.clip(waves - 0.46, 0, 1) * (0.5 + near * 0.6)
    dark = np.clip(-waves - 0.5, 0, 1) * (0.4 + near * 0.5)
    seen = seen + (shade(sheen) - seen) * np.clip(gleam * 1.5, 0, 0.8)[..., None]
    seen = seen * (1 - np.clip(dark * 0.7, 0, 0.45))[..., None]
    canvas.light[top:] = seen
    canvas.cover[top:] = 1


def ripples(canvas: Canvas, depth: int) -> Field:
    """Waves −1 … 1 on ``depth`` rows of water: small and close at the horizon, long and wide near us."""
    tile = noise(canvas.chance, (700, 1800), (8, 120), 3, 0.55)
    near = np.arange(1, depth + 1, dtype=np.float32)[:, None] / depth
    down = _folded(near**0.55 * 520, 700)
    across = (np.arange(canvas.width, dtype=np.float32)[None] - canvas.width / 2) / canvas.width
    along = _folded(across * 1000 / (0.3 + near * 0.6) + 3000 + down * 0.4, 1800)
    return between(tile, np.broadcast_to(down, along.shape), along)


def between(field: Field, rows: Field, dots: Field) -> Field:
    """A field at places between its rows and dots, mixed from the four around each: no edge in it has steps."""
    row, dot = (np.minimum(at.astype(int), most - 2) for at, most in zip((rows, dots), field.shape, strict=False))
    deep, wide = (
        (at - whole).astype(np.float32).reshape(at.shape + (1,) * (field.ndim - 2))
        for at, whole in ((rows, row), (dots, dot))
    )
    upper = field[row, dot] * (1 - wide) + field[row, dot + 1] * wide
    lower = field[row + 1, dot] * (1 - wide) + field[row + 1, dot + 1] * wide
    return upper * (1 - deep) + lower * deep


def _folded(at: Field, size: int) -> Field:
    """Places on a strip of that size which is walked up and down, so that it has no seam."""
    there = np.abs(at) % (2 * size - 2)
    return np.where(there < size, there, 2 * size - 2 - there).clip(0, size - 1)


def afloat(canvas: Canvas, thing: Canvas, level: float, part: float = 0.55) -> None:
    """A layer that floats, its water-line at ``level``, and its image below."""
    line = round(level * canvas.height)
    rows = np.arange(canvas.height)
    image = canvas.layer()
    depth = canvas.height - line
    sway = noise(canvas.chance, (depth, canvas.width), (5, canvas.width * 0.08), 2, 0.5) * canvas.width * 0.004
    back = np.clip(2 * line - rows[line:], 0, canvas.height - 1)[:, None]
    dots = np.clip(np.arange(canvas.width)[None] + sway * 2, 0, canvas.width - 1)
    back = np.broadcast_to(back, dots.shape)
    image.light[line:], image.cover[line:] = between(thing.light, back, dots) * 0.62, between(thing.cover, back, dots)
    canvas.put(image, part)
    canvas.put(thing)


def track(canvas: Canvas, at: Point, colour: Colour, length: float, part: float = 0.8) -> None:
    """The broken track of a light on the water, from a point downwards."""
    for step in range(26):
        near = step / 26
        wide = 0.004 + 0.02 * near
        y = at[1] + length * near
        x = at[0] + canvas.dice.gauss(0, 0.004 + 0.008 * near)
        canvas.lay(
            lambda pen, x=x, y=y, wide=wide: pen.area([(x - wide, y), (x, y - 0.0022), (x + wide, y), (x, y + 0.0022)]),
            colour,
            part * (1 - near * 0.7),
            0.0015,
        )


def stars(canvas: Canvas, foot: float, count: int) -> None:
    """Stars above ``foot``."""
    for _ in range(count):
        at = (canvas.dice.random(), canvas.dice.random() ** 1.4 * foot)
        size = canvas.dice.uniform(0.0005, 0.0012)
        canvas.lay(lambda pen, at=at, size=size: pen.disc(at, size), (240, 240, 226), canvas.dice.uniform(0.3, 0.9))


def slope(canvas: Canvas, line: list[Point], lit: Colour, dark: Colour, lump: float = 0.03) -> None:
    """Ground below a line, tufted, darker towards its foot."""
    tufts = canvas.texture(lump, lump * 0.4, 4, 0.6)
    rows = (np.arange(canvas.height, dtype=np.float32) / canvas.height)[:, None]
    first = min(y for _, y in line)
    tone = np.clip((rows - first) / max(0.05, 1 - first) * 0.8 + tufts * 0.35, 0, 1)[..., None]
    field = shade(lit) + (shade(dark) - shade(lit)) * tone
    canvas.lay(lambda pen: pen.area([*line, (1.01, 1.01), (-0.01, 1.01)]), field.astype(np.float32))
