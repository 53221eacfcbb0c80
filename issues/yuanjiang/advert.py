"""Draw the adverts of the sample paper again: ``python issues/yuanjiang/advert.py``; type in outlines, inks in CMYK."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pikepdf
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "fonts"
WIDTH, HEIGHT = 225, 60
"""Millimetres."""

MM = 72 / 25.4

GROUND, LEAF, GRAIN = "0.03 0.05 0.22 0 k", "0.75 0.3 0.85 0.2 k", "0.05 0.3 0.9 0 k"
PALE, BLUE = "0.06 0.02 0 0 k", "0.9 0.5 0.05 0.15 k"


def words(text: str, face: str, x: float, y: float, size: float, ink: str, step: float = 1.0) -> str:
    """A line of type as outlines: its first character's left edge and baseline in millimetres, its size in points."""
    font = TTFont(FONTS / f"{face}.ttf")
    glyphs, cmap, scale = font.getGlyphSet(), font.getBestCmap(), size / font["head"].unitsPerEm
    parts, at = [ink], x * MM
    for character in text:
        pen = DecomposingRecordingPen(glyphs)
        glyph = glyphs[cmap[ord(character)]]
        glyph.draw(TransformPen(pen, (scale, 0, 0, scale, at, y * MM)))
        parts += [steps(pen.value), "f"]
        at += glyph.width * scale * step
    return "\n".join(parts)


def steps(outline: list[tuple[str, tuple[tuple[float, float], ...]]]) -> str:
    """An outline as operators; curves of two points are raised to three."""
    parts, here = [], (0.0, 0.0)
    for name, points in outline:
        if name == "qCurveTo":
            parts += [f"{numbers(curve)} c" for curve in quadratic(here, points)]
            here = points[-1]
        elif points:
            operator = {"moveTo": "m", "lineTo": "l", "curveTo": "c"}[name]
            parts.append(f"{numbers(points)} {operator}")
            here = points[-1]
        else:
            parts.append("h")
    return "\n".join(parts)


def numbers(points: Sequence[tuple[float, float]]) -> str:
    """Points as a content stream has them."""
    return " ".join(f"{value:.2f}" for point in points for value in point)


def quadratic(here: tuple[float, float], points: tuple[tuple[float, float], ...]) -> list[list[tuple[float, float]]]:
    """The cubic curves of a run of control points, with the points between them that are left out of a font."""
    curves = []
    *controls, last = points
    for number, control in enumerate(controls):
        after = controls[number + 1] if number + 1 < len(controls) else None
        end = last if after is None else halfway(control, after, 0.5)
        curves.append([halfway(here, control, 2 / 3), halfway(end, control, 2 / 3), end])
        here = end
    return curves


def halfway(one: tuple[float, float], other: tuple[float, float], part: float) -> tuple[float, float]:
    """The point so much of the way from one to the other."""
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def ear(x: float, foot: float, height: float, lean: float) -> str:
    """An ear of rice: a stalk that bends, grains along its end."""
    points = [(x + lean * (t / 20) ** 2.2, foot + height * math.sin(t / 20 * 1.9) / math.sin(1.57)) for t in range(21)]
    stalk = f"{points[0][0] * MM:.2f} {points[0][1] * MM:.2f} m " + " ".join(
        f"{px * MM:.2f} {py * MM:.2f} l" for px, py in points[1:]
    )
    grains = [
        grain(px + side * 1.1, py - 0.6, 1.05, 2.1 - 0.03 * number, side * 0.5)
        for number, (px, py) in enumerate(points[11:])
        for side in (-1, 1)
    ]
    return "\n".join([LEAF.upper(), "2.2 w", stalk, "S", *grains])


def grain(x: float, y: float, half: float, high: float, turn: float) -> str:
    """A grain: an ellipse of four curves, turned."""
    k, cos, sin = 0.5523, math.cos(turn), math.sin(turn)
    ends = [(round(math.cos(q * math.pi / 2)), round(math.sin(q * math.pi / 2))) for q in range(5)]
    circle: list[tuple[float, float]] = [ends[0]]
    for p, q in pairwise(ends):
        circle += [(p[0] - p[1] * k, p[1] + p[0] * k), (q[0] + q[1] * k, q[1] - q[0] * k), q]
    moved = [(x + half * px * cos - high * py * sin, y + half * px * sin + high * py * cos) for px, py in circle]
    first, *rest = [f"{px * MM:.2f} {py * MM:.2f}" for px, py in moved]
    curves = " ".join(f"{' '.join(rest[i : i + 3])} c" for i in range(0, 12, 3))
    return f"{GRAIN} {first} m {curves} f"


def rice() -> list[str]:
    """Rice: its ears at the right."""
    return [
        f"{GROUND} 0 0 {WIDTH * MM:.2f} {HEIGHT * MM:.2f} re f",
        *(ear(150 + 9 * i, 4, 40 - 2 * abs(i - 3), 8 + 2.2 * i) for i in range(6)),
        words("新米上市", "noto-serif-sc-900", 10, 29, 50, LEAF, 1.08),
        words("当天碾　当天送　一袋只装一块田", "noto-sans-sc-500", 11, 16, 17, LEAF, 1.05),
        words("青禾米业　　沅江县北渡口合作社　　电话 0000202", "noto-sans-sc-400", 11, 7, 11, LEAF, 1.02),
    ]


def sheet(x: int, y: int, ink: str) -> str:
    """A sheet of paper seen from the side, its lower left corner in millimetres."""
    return f"{ink} {x} {y} m {x + 46} {y} l {x + 38} {y + 26} l {x - 8} {y + 26} l h f"


def printer() -> list[str]:
    """A printer: pages that lie one upon another."""
    inks = ("0.1 0.05 0 0 k", "0.35 0.12 0 0 k", "0.75 0.35 0.05 0.05 k")
    sheets = [sheet(150 + 9 * number, 8 + 5 * number, ink) for number, ink in enumerate(inks)]
    return [
        f"{PALE} 0 0 {WIDTH * MM:.2f} {HEIGHT * MM:.2f} re f",
        f"q {MM:.4f} 0 0 {MM:.4f} 0 0 cm {' '.join(sheets)} Q",
        words("印一本你的书", "noto-serif-sc-900", 10, 29, 50, BLUE, 1.06),
        words("十本起印　再生纸　排版校对全包", "noto-sans-sc-500", 11, 16, 17, BLUE, 1.05),
        words("沅江印刷厂　　青石巷三号　　电话 0000203", "noto-sans-sc-400", 11, 7, 11, BLUE, 1.02),
    ]


ADVERTS = {"rice": ("新米上市", rice), "printer": ("印一本你的书", printer)}
"""Each with its title and what stands on it."""


def main() -> None:
    """Write each as a PDF with the boxes that a press asks for."""
    for name, (title, draw) in ADVERTS.items():
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(WIDTH * MM, HEIGHT * MM))
        pdf.pages[0].Contents = pdf.make_stream("\n".join(draw()).encode("ascii"))
        pdf.pages[0].TrimBox = pdf.pages[0].MediaBox
        pdf.docinfo["/Title"] = title
        pdf.docinfo["/Trapped"] = pikepdf.Name.False_
        pdf.save(HERE / "daily" / "ads" / f"{name}.pdf", deterministic_id=True)


if __name__ == "__main__":
    main()
