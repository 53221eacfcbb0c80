"""The fields of the chart. Each draws itself from ``top`` down and is given the sheet and the inks."""

from __future__ import annotations

import colorsys
from itertools import pairwise

from sheet import ABSOLUTE, PERCEPTUAL, RELATIVE, SATURATION, Inks, Sheet

from paiban.display import Colour
from paiban.template import Press

LEFT, RIGHT = 14.0, 196.0
GREY_LABEL = 6

SOLIDS = (
    ("纸 paper", Colour(0, 0, 0, 0), (82, 0, 3)),
    ("C", Colour(100, 0, 0, 0), (57, -23, -27)),
    ("M", Colour(0, 100, 0, 0), (54, 44, -1)),
    ("Y", Colour(0, 0, 100, 0), (78, -3, 58)),
    ("K", Colour(0, 0, 0, 100), (36, 1, 4)),
    ("M+Y", Colour(0, 100, 100, 0), (52, 41, 25)),
    ("C+Y", Colour(100, 0, 100, 0), (53, -34, 17)),
    ("C+M", Colour(100, 100, 0, 0), (41, 7, -22)),
)

STEPS = tuple(range(0, 101, 10))
RAMPS = (
    ("C", (1, 0, 0, 0)),
    ("M", (0, 1, 0, 0)),
    ("Y", (0, 0, 1, 0)),
    ("K", (0, 0, 0, 1)),
    ("三色 CMY", (0.83, 0.68, 0.68, 0)),
)

BALANCES = ((25, 20, 20, 2), (50, 40, 40, 3))
SLICES = (50, 60, 70, 80, 90)
REACH, CELL = 72, 4
INTENTS = (("感知 perceptual", PERCEPTUAL), ("相对 relative", RELATIVE), ("饱和 saturation", SATURATION))
PURE = {
    "C": Colour(100, 0, 0, 0),
    "M": Colour(0, 100, 0, 0),
    "Y": Colour(0, 0, 100, 0),
    "K": Colour(0, 0, 0, 100),
}


def heading(sheet: Sheet, top: float, zh: str, en: str) -> None:
    """A field's title."""
    sheet.words(LEFT, top, zh, 8.5, "hei-bold")
    sheet.words(LEFT + 3.1 * len(zh) + 2, top, en, 7)


def title(sheet: Sheet, press: Press) -> None:
    """What this is."""
    sheet.words(LEFT, 20, "新闻纸印刷特性图", 20, "song-black")
    sheet.words(RIGHT, 15.5, f"{press.condition} · {press.icc}", 7, align=1)
    limits = f"网点增大 {press.limits.dot_gain_percent:.0f}% · 总墨量 ≤ {press.limits.tac_percent:.0f}%"
    sheet.words(RIGHT, 20, f"{limits} · L*a*b* D50/2°, 黑衬底 black backing", 7, align=1)
    sheet.rule((LEFT, 23, RIGHT, 23), 1.5)
    sheet.rule((LEFT, 24.2, RIGHT, 24.2), 0.3)


def solids(sheet: Sheet, inks: Inks, top: float) -> None:
    """Paper, the four inks and their overprints, each with the aim and what the profile says."""
    heading(sheet, top, "实地与叠印", "Solids and overprints: aim / profile")
    step = (RIGHT - LEFT + 2) / len(SOLIDS)
    looks = inks.look([colour for _, colour, _ in SOLIDS])
    for index, ((name, colour, aim), look) in enumerate(zip(SOLIDS, looks, strict=True)):
        x = LEFT + index * step
        sheet.patch(x, top + 2, step - 2, 13, colour)
        sheet.frame(x, top + 2, step - 2, 13)
        sheet.words(x, top + 18.2, name, 7, "hei-bold")
        for line, lab in enumerate((aim, look)):
            sheet.words(x, top + 21.4 + 2.8 * line, " ".join(f"{part + 0:.0f}" for part in lab), 6.5)


def ramps(sheet: Sheet, inks: Inks, top: float) -> None:
    """Tints of each ink, the grey of three inks and the grey that the profile makes, with their lightness."""
    heading(sheet, top, "阶调", "Ramps, with the lightness of each step")
    first, height = LEFT + 16, 6.2
    step = (RIGHT - first) / len(STEPS)
    for index, percent in enumerate(STEPS):
        sheet.words(first + (index + 0.5) * step, top + 3.4, f"{percent}%", 6, align=0.5)
    rows = [(name, [Colour(*(part * percent for part in mix)) for percent in STEPS]) for name, mix in RAMPS]
    greys = [(level, level, level) for level in (round(255 - 2.55 * percent) for percent in STEPS)]
    rows.append(("RGB 灰", inks.of_rgb(greys, PERCEPTUAL)))
    for row, (name, colours) in enumerate(rows):
        y = top + 4.4 + row * (height + 3.3)
        sheet.words(LEFT, y + 4, name, 7)
        for index, (colour, look) in enumerate(zip(colours, inks.look(colours), strict=True)):
            sheet.patch(first + index * step, y, step, height, colour)
            sheet.words(first + (index + 0.5) * step, y + height + 2.4, f"{look[0]:.0f}", GREY_LABEL, align=0.5)
        sheet.frame(first, y, step * len(colours), height)


def balance(sheet: Sheet, inks: Inks, top: float) -> None:
    """Greys of three inks about the usual balance, in a field of black of the same lightness."""
    heading(sheet, top, "灰平衡", "Grey balance: M across, Y down; round them K of equal lightness")
    for index, (cyan, magenta, yellow, step) in enumerate(BALANCES):
        left, side = LEFT + index * 47, 5.6
        target = inks.look([Colour(cyan, magenta, yellow, 0)], ABSOLUTE)[0][0]
        blacks = [Colour(0, 0, 0, percent) for percent in range(101)]
        looks = inks.look(blacks)
        black = min(blacks, key=lambda ink, looks=looks, target=target: abs(looks[round(ink.k)][0] - target))
        sheet.patch(left, top + 2, 43, 43, black)
        for row in range(5):
            for column in range(5):
                colour = Colour(cyan, magenta + (column - 2) * step, yellow + (row - 2) * step, 0)
                sheet.patch(left + 5 + column * (side + 1.2), top + 7 + row * (side + 1.2), side, side, colour)
        sheet.words(
            left, top + 48, f"C {cyan}  M {magenta} ± {2 * step}  Y {yellow} ± {2 * step}   K {black.k:.0f}", 6.2
        )


def black_generation(sheet: Sheet, inks: Inks, top: float, limit: float) -> None:
    """How the four inks share the greys, with their sum against the limit."""
    left, width, height = LEFT + 106, RIGHT - LEFT - 106, 43.0
    sheet.words(left, top, "黑版与总墨量", 8.5, "hei-bold")
    sheet.words(left + 22, top, "Black generation on RGB greys", 7)
    levels = list(range(255, -1, -5))
    colours = inks.of_rgb([(level, level, level) for level in levels], PERCEPTUAL)
    bottom, scale = top + 2 + height, height / 240

    def draw(values: list[float], colour: Colour, points: float) -> None:
        places = [(left + width * i / (len(values) - 1), bottom - value * scale) for i, value in enumerate(values)]
        for (x0, y0), (x1, y1) in pairwise(places):
            sheet.rule((x0, y0, x1, y1), points, colour)

    sheet.frame(left, top + 2, width, height)
    for percent in (50, 100, 150, 200):
        sheet.rule((left, bottom - percent * scale, left + width, bottom - percent * scale), 0.25)
        sheet.words(left - 0.8, bottom - percent * scale + 0.8, f"{percent}", GREY_LABEL, align=1)
    sheet.rule((left, bottom - limit * scale, left + width, bottom - limit * scale), 0.8, dash=(1.5, 1))
    sheet.words(left + 1, bottom - limit * scale - 0.8, f"{limit:.0f}%", 6)
    draw([ink.c + ink.m + ink.y + ink.k for ink in colours], Colour(0, 0, 0, 100), 0.4)
    for name, colour in PURE.items():
        draw([getattr(ink, name.lower()) for ink in colours], colour, 1.2)
    sheet.words(left + width * 0.62, bottom - 92 * scale, "合计 sum", 6, align=1)
    sheet.words(left + width * 0.78, bottom - 55 * scale, "K", 6)
    sheet.words(left, bottom + 3, "白 white", 6)
    sheet.words(left + width, bottom + 3, "黑 black", 6, align=1)


def slices(sheet: Sheet, inks: Inks, top: float) -> None:
    """What can be printed at five lightnesses: a* across, b* up."""
    heading(sheet, top, "色域切片", "Gamut at five lightnesses relative to paper: a* across, b* up, ± 72")
    count = 2 * REACH // CELL + 1
    side = (RIGHT - LEFT - 4 * 3) / len(SLICES)
    cell = side / count
    for index, lightness in enumerate(SLICES):
        left = LEFT + index * (side + 3)
        grid = [(lightness, a, b) for b in range(REACH, -REACH - 1, -CELL) for a in range(-REACH, REACH + 1, CELL)]
        colours = inks.of_lab(grid)
        for place, (wanted, colour, got) in enumerate(zip(grid, colours, inks.look(colours, RELATIVE), strict=True)):
            if sum((a - b) ** 2 for a, b in zip(wanted, got, strict=True)) < 3**2:
                sheet.patch(left + place % count * cell, top + 2 + place // count * cell, cell, cell, colour)
        sheet.frame(left, top + 2, side, side)
        sheet.words(left + 1, top + 4.6, f"L* {lightness}", 6)


def hues(sheet: Sheet, inks: Inks, top: float) -> None:
    """The purest colours of a screen by each intent."""
    heading(sheet, top, "屏幕纯色", "The purest screen colours by each intent")
    count, first = 48, LEFT + 24
    step = (RIGHT - first) / count
    pure = [tuple(round(255 * part) for part in colorsys.hsv_to_rgb(i / count, 1, 1)) for i in range(count)]
    for row, (name, intent) in enumerate(INTENTS):
        y = top + 2 + row * 6
        sheet.words(LEFT, y + 3.6, name, 6.5)
        for index, colour in enumerate(inks.of_rgb(pure, intent)):
            sheet.patch(first + index * step, y, step, 5.2, colour)
