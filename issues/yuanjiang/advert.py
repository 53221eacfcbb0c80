"""Draw the adverts of the sample paper again: ``python issues/yuanjiang/advert.py``; type in outlines, inks in CMYK."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pikepdf
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from paiban.value import NamedTuple

ISSUES = Path(__file__).parents[1]
FONTS = ISSUES.parent / "fonts"
WIDTH, HEIGHT = 225, 60
"""Millimetres of one over all columns."""

MM = 72 / 25.4

GROUND, LEAF, GRAIN = "0.03 0.05 0.22 0 k", "0.75 0.3 0.85 0.25 k", "0.04 0.28 0.92 0.02 k"
PALE, BLUE = "0.06 0.02 0 0 k", "0.9 0.5 0.05 0.15 k"
RED, CREAM = "0.15 0.95 0.85 0.08 k", "0.01 0.02 0.1 0 k"
INK = "0.3 0.6 0.6 0.6 k"


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


def grain_sun() -> str:
    """A low sun: circles one in another."""
    rings = ((17, "0.02 0.1 0.34 0 k"), (12.5, "0.01 0.16 0.48 0 k"), (9, "0 0.26 0.66 0 k"))
    return " ".join(
        area(ink, [(176 + r * math.cos(a / 24 * math.tau), 30 + r * math.sin(a / 24 * math.tau)) for a in range(24)])
        for r, ink in rings
    )


def rice() -> list[str]:
    """Rice: its ears at the right."""
    return [
        f"{GROUND} 0 0 {WIDTH * MM:.2f} {HEIGHT * MM:.2f} re f",
        f"q {MM:.4f} 0 0 {MM:.4f} 0 0 cm {grain_sun()} {field(15, 2.5, '0.14 0.02 0.4 0 k')} Q",
        f"q {MM:.4f} 0 0 {MM:.4f} 0 0 cm {field(9, 2, '0.26 0.06 0.6 0.02 k')} Q",
        f"q {MM:.4f} 0 0 {MM:.4f} 0 0 cm {field(3.5, 1.2, '0.42 0.12 0.75 0.06 k')} Q",
        *(ear(132 + 8 * i, 1, 38 - 2.4 * abs(i - 4) + 3 * (i % 2), 6 + 1.9 * i) for i in range(9)),
        words("新米上市", "noto-serif-sc-900", 10, 29, 50, LEAF, 1.08),
        words("当天碾　当天送　一袋只装一块田", "noto-sans-sc-500", 11, 16, 17, LEAF, 1.05),
        words("青禾米业　　沅江县北渡口合作社　　电话 0000202", "noto-sans-sc-400", 11, 7, 11, LEAF, 1.02),
    ]


def area(ink: str, points: Sequence[tuple[float, float]]) -> str:
    """A filled outline."""
    (x, y), *rest = points
    return f"{ink} {x:.2f} {y:.2f} m {' '.join(f'{px:.2f} {py:.2f} l' for px, py in rest)} h f"


def book(x: float, y: float, width: float, cover: str, dark: str) -> str:
    """A book that lies on a table: its cover from above, its spine, the edges of its pages; x, y its near left foot."""
    thick, back, lean = 7.0, 15.0, 13.0
    top = y + thick
    pages = [(x + 1.5, y + 0.9), (x + width, y + 0.9), (x + width, top - 0.9), (x + 1.5, top - 0.9)]
    side = [
        (x + width, y + 0.9),
        (x + width + lean, y + back * 0.62),
        (x + width + lean, top + back * 0.62 - 1.6),
        (x + width, top - 0.9),
    ]
    leaves = [y + 1.4 + n * 1.2 for n in range(4)]
    lines = " ".join(
        area("0.04 0.06 0.16 0.1 k", [(x + 1.5, at), (x + width, at), (x + width, at + 0.45), (x + 1.5, at + 0.45)])
        for at in leaves
    )
    face = [
        (x, top),
        (x + width + 0.6, top),
        (x + width + lean + 0.6, top + back * 0.62),
        (x + lean, top + back * 0.62),
    ]
    title = [(x + 12, top + 3), (x + 34, top + 3), (x + 37, top + 5), (x + 15, top + 5)]
    return "\n".join([
        area(dark, [(px, py - thick) for px, py in face]),
        area("0.02 0.03 0.1 0 k", pages), area("0.06 0.08 0.18 0.08 k", side),
        lines,
        area(cover, face), area("0 0 0 0 k", title),
        area(dark, [(x, y), (x + 1.8, y), (x + 1.8, top), (x, top)]),
    ])  # fmt: skip


def printer() -> list[str]:
    """A printer: books one upon another, a red ribbon, a pot of ink."""
    books = [
        book(142, 9, 56, "0.8 0.45 0.1 0.1 k", "0.9 0.55 0.15 0.35 k"),
        book(150, 16, 46, "0.1 0.6 0.75 0.05 k", "0.2 0.75 0.85 0.3 k"),
        book(145, 23, 48, "0.55 0.2 0.5 0.05 k", "0.7 0.35 0.65 0.25 k"),
    ]  # fmt: skip
    table = area("0.16 0.06 0.02 0.03 k", [(0, 0), (WIDTH, 0), (WIDTH, 13), (126, 13), (112, 0)])
    shadow = area("0.3 0.14 0.06 0.1 k", [(140, 8), (200, 8), (219, 18), (150, 18)])
    ribbon = area("0.1 0.95 0.85 0.05 k", [(172, 30), (175, 30), (177, 14), (174.6, 16), (172.4, 14)])
    return [
        f"{PALE} 0 0 {WIDTH * MM:.2f} {HEIGHT * MM:.2f} re f",
        f"q {MM:.4f} 0 0 {MM:.4f} 0 0 cm {table} {shadow} {' '.join(books)} {ribbon} Q",
        words("印一本你的书", "noto-serif-sc-900", 10, 29, 50, BLUE, 1.06),
        words("十本起印　再生纸　排版校对全包", "noto-sans-sc-500", 11, 16, 17, BLUE, 1.05),
        words("沅江印刷厂　　青石巷三号　　电话 0000203", "noto-sans-sc-400", 11, 7, 11, BLUE, 1.02),
    ]


def field(foot: float, swing: float, ink: str) -> str:
    """Ground whose top swings about a height, and that runs out below the type at the left."""
    tops = [
        (x, (foot + swing * math.sin(x / 34 + foot)) * min(1, max(0, (x - 90) / 60))) for x in range(0, WIDTH + 1, 5)
    ]
    return area(ink, [(0, 0), *tops, (WIDTH, 0)])


def fair() -> list[str]:
    """A fair of old books: three of them on a table, the words above on red."""
    books = [
        book(30, 10, 44, "0.8 0.45 0.1 0.1 k", "0.9 0.55 0.15 0.35 k"),
        book(36, 16, 36, "0.05 0.35 0.85 0.02 k", "0.15 0.5 0.9 0.2 k"),
        book(32, 22, 39, "0.55 0.2 0.5 0.05 k", "0.7 0.35 0.65 0.25 k"),
    ]  # fmt: skip
    top = area(RED, [(0, 41), (111, 41), (111, 76), (0, 76)])
    table = area("0.08 0.12 0.3 0.04 k", [(0, 0), (111, 0), (111, 15), (0, 15)])
    shadow = area("0.2 0.25 0.4 0.2 k", [(26, 9), (76, 9), (92, 17), (34, 17)])
    return [
        f"{CREAM} 0 0 {111 * MM:.2f} {76 * MM:.2f} re f",
        f"q {MM:.4f} 0 0 {MM:.4f} 0 0 cm {top} {table} {shadow} {' '.join(books)} Q",
        words("旧书换新书", "noto-serif-sc-900", 9, 56, 49, CREAM, 1.08),
        words("一本换一本　不收钱　带孩子来", "noto-sans-sc-500", 9.5, 46, 17, CREAM, 1.02),
        words("十一月二十九日　老粮站图书馆　电话 0000204", "noto-sans-sc-500", 9.5, 2.8, 12, INK, 1.0),
    ]


def noodles() -> list[str]:
    """Noodles: a bowl that steams, chopsticks across it."""
    around = [n / 48 * math.tau for n in range(48)]
    bowl = [(36.5 + 22 * math.cos(a), 34 + 17 * math.sin(a)) for a in around if math.sin(a) < 0.01]
    dish = [(29, 14.5), (44, 14.5), (42.5, 19), (30.5, 19)]
    rims = ((22, 5.2, "0.01 0.03 0.08 0 k"), (19.8, 4.1, "0.1 0.45 0.75 0.08 k"), (17, 3, "0.02 0.12 0.45 0 k"))
    rings = [area(ink, [(36.5 + w * math.cos(a), 34 + h * math.sin(a)) for a in around]) for w, h, ink in rims]
    leaves = [
        area("0.6 0.1 0.85 0.1 k", [(x + 1.6 * math.cos(a), y + 0.7 * math.sin(a)) for a in around])
        for x, y in ((30, 34.6), (37, 33.4), (43, 35))
    ]
    sticks = [
        area("0.35 0.65 0.8 0.35 k", [(x, y), (x + 33, y + 7.5), (x + 33, y + 8.7), (x, y + 0.7)])
        for x, y in ((33, 35.8), (35, 34))
    ]
    steam = []
    for x in (28, 36, 44):
        left = [(x + 1.2 * math.sin(n / 6), 40 + n / 3) for n in range(34)]
        steam.append(area("0.01 0.05 0.16 0 k", [*left, *((px + 1.5, py) for px, py in reversed(left))]))
    drawn = [*steam, area(RED, bowl), area("0.2 0.9 0.85 0.2 k", dish), *rings, *leaves, *sticks]
    table = area("0.1 0.3 0.65 0.03 k", [(0, 0), (73, 0), (73, 17), (0, 17)])
    return [
        f"0.02 0.12 0.42 0 k 0 0 {73 * MM:.2f} {80 * MM:.2f} re f",
        f"q {MM:.4f} 0 0 {MM:.4f} 0 0 cm {table} {' '.join(drawn)} Q",
        words("天冷来碗面", "noto-serif-sc-900", 4.5, 63.5, 36, RED, 1.01),
        words("骨头汤熬一夜　面条现拉", "noto-sans-sc-500", 7, 54.5, 15, INK, 1.0),
        words("老街面馆　南门老街十二号　清早五点开门", "noto-sans-sc-500", 5, 5.5, 9.5, INK, 1.0),
    ]


class Advert(NamedTuple):
    """An advert: where it is put, its title, its size in millimetres, what stands on it."""

    file: str
    title: str
    size: tuple[int, int]
    draw: Callable[[], list[str]]


ADVERTS = (
    Advert("yuanjiang/daily/ads/rice.pdf", "新米上市", (WIDTH, HEIGHT), rice),
    Advert("yuanjiang/daily/ads/printer.pdf", "印一本你的书", (WIDTH, HEIGHT), printer),
    Advert("yuanjiang/daily/ads/noodles.pdf", "天冷来碗面", (73, 80), noodles),
    Advert("classifieds/ads/fair.pdf", "旧书换新书", (111, 76), fair),
)


def main() -> None:
    """Write each as a PDF with the boxes that a press asks for."""
    for advert in ADVERTS:
        wide, high = advert.size
        pdf = pikepdf.new()
        pdf.add_blank_page(page_size=(wide * MM, high * MM))
        pdf.pages[0].Contents = pdf.make_stream("\n".join(advert.draw()).encode("ascii"))
        pdf.pages[0].TrimBox = pdf.pages[0].MediaBox
        pdf.docinfo["/Title"] = advert.title
        pdf.docinfo["/Trapped"] = pikepdf.Name.False_
        (ISSUES / advert.file).parent.mkdir(parents=True, exist_ok=True)
        pdf.save(ISSUES / advert.file, deterministic_id=True)


if __name__ == "__main__":
    main()
