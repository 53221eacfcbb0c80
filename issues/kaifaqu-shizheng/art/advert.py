"""The public-service advert for Arbor Day: one sapling at the left, a green town at the right, annual rings behind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, pi, sin

from .ink import GRASS, INK, PINE, SKY, WHITE, WOOD
from .letters import outline
from .path import Path, cloud, mapped, points, rect, smooth
from .people import PEOPLE, gardener
from .press import SEPARATION
from .sheet import Frame, Sheet
from .trees import KINDS, egret

MM = 72 / 25.4  # points
HEADLINE = ("种下一棵树", "绿满一座城")
OCCASION = "3·12　植树节"
SAYING = "每一圈年轮，都从今天的一锹土开始"
LABEL = "公益广告"
RING_WIDTHS = (6, 9, 7, 10, 8, 6, 9, 11, 7, 8, 10, 6, 8, 9, 7, 10, 7)  # from the bark inwards: good years and lean ones
BLOCKS = (  # of the town: left edge and width in parts of its span, height in parts of the sheet's
    (0.0, 0.05, 0.3), (0.06, 0.04, 0.44), (0.12, 0.06, 0.34), (0.2, 0.045, 0.56), (0.27, 0.06, 0.42),
    (0.35, 0.04, 0.66), (0.41, 0.07, 0.48), (0.5, 0.05, 0.74), (0.58, 0.07, 0.54), (0.67, 0.045, 0.68),
    (0.74, 0.07, 0.5), (0.84, 0.05, 0.78), (0.91, 0.08, 0.58),
)  # fmt: skip


ROW = ("poplar", "round", "poplar", "round", "poplar", "round", "willow", "round")


@dataclass(frozen=True, slots=True)
class Plan:
    """What differs between the widths: sizes in points at the standard height, places in parts of the width."""

    headline: float  # size
    lines: tuple[str, ...]
    small: float  # size of the occasion and the saying
    saying: bool
    planting: float  # where the sapling is planted
    figure: float  # height of the one who plants it
    grown: tuple[float, float, int]  # the row of trees: from, to, how many
    town: float  # where it begins
    rings: tuple[float, float]  # their middle, and their radius in heights


STANDARD = 82.0  # millimetres: the height that the plans are drawn for
WIDE = Plan(44, ("　".join(HEADLINE),), 13, True, 0.2, 88, (0.33, 0.985, 14), 0.55, (0.8, 1.16))
NARROW = Plan(34, HEADLINE, 10.5, False, 0.235, 77, (0.42, 0.97, 8), 0.5, (0.8, 0.98))


def draw(width: float, height: float) -> Sheet:
    """Return the advert, *width* × *height* millimetres; about 70 to 95 high, a strip or a box by its proportions."""
    plan, grown = WIDE if width > 3.6 * height else NARROW, height / STANDARD
    sizes = {"headline": plan.headline, "small": plan.small, "figure": plan.figure}
    plan = replace(plan, **{name: size * grown for name, size in sizes.items()})
    sheet = Sheet(width * MM, height * MM, SEPARATION, pen=0.75)
    sheet.within(rect(0, 0, sheet.width, sheet.height), lambda: _scene(sheet, plan))
    _words(sheet, plan)
    sheet.line(rect(0.25, 0.25, sheet.width - 0.5, sheet.height - 0.5), INK, 0.5)
    return sheet


def _scene(sheet: Sheet, plan: Plan) -> None:
    _rings(sheet, plan)
    _town(sheet, plan)
    _far_trees(sheet, plan)
    _soil(sheet)
    _grown(sheet, plan)
    _planting(sheet, plan)
    for x, y, size in ((0.585, 0.74, 15), (0.61, 0.83, 11)):
        egret(Frame(sheet, sheet.width * x, sheet.height * y, size, size))


def _level(sheet: Sheet, x: float) -> float:
    """Height of the soil at *x*."""
    t = x / sheet.width
    return 31 - 7 * sin(pi * t) + 3 * t


def _rings(sheet: Sheet, plan: Plan) -> None:
    x, radius = sheet.width * plan.rings[0], sheet.height * plan.rings[1]
    reach = total = sum(RING_WIDTHS)
    for year, width in enumerate(RING_WIDTHS):
        rim = []
        for turn in (2 * pi * i / 60 for i in range(60)):
            r = radius * reach / total * (1 + 0.02 * sin(3 * turn + 0.6) + 0.008 * sin(7 * turn + year * 0.15))
            rim.append((x + r * cos(turn), 30 + r * sin(turn)))
        sheet.shape(smooth(rim), (GRASS[0], WHITE)[year % 2], GRASS[1] if year % 2 == 0 else None, 1.0)
        reach -= width


def _town(sheet: Sheet, plan: Plan) -> None:
    left, span = sheet.width * plan.town, sheet.width * (1 - plan.town)
    for at, width, height in BLOCKS:
        x, w, h = left + at * span, max(width * span, 15), height * sheet.height * 0.93
        sheet.shape(rect(x, 20, w, h), SKY[1])
        sheet.shape(rect(x + w * 0.7, 20, w * 0.3, h), SKY[2])
        for floor in range(int((h - 8) / 8)):
            for bay in range(3):
                sheet.shape(rect(x + w * (0.1 + 0.2 * bay), 24 + floor * 8, w * 0.12, 4), WHITE)


def _far_trees(sheet: Sheet, plan: Plan) -> None:
    """A belt of faint crowns between the town and the row of trees."""
    left, count = sheet.width * (plan.town - 0.05), 26
    for i in range(count):
        t = i / (count - 1)
        x, r = left + (sheet.width * 1.02 - left) * t, sheet.height * (0.06 + 0.09 * t + 0.03 * (i * 5 % 3))
        tone = (GRASS[1], GRASS[2])[i % 2]
        sheet.shape(cloud(x, 24 + r * 0.8, r * 0.9, r, 8, i * 1.1), tone, WHITE, 1.0)


def _soil(sheet: Sheet) -> None:
    w = sheet.width
    line = smooth([(w * k / 8, _level(sheet, w * k / 8)) for k in range(-1, 10)], closed=False)
    sheet.shape([*line, ("l", ((w * 1.2, -9),)), ("l", ((-w * 0.2, -9),)), ("h", ())], GRASS[1])
    sheet.line(line, INK, 0.75)
    for i in range(int(w / 19)):
        x = 12 + i * 19 + 7 * sin(i * 2.1)
        y = 6 + (i * 7 % 5) * 3.2
        for k in (-1, 0, 1):
            sheet.line(smooth([(x + k * 1.6, y), (x + k * 2.6, y + 5 - abs(k))], closed=False), GRASS[2], 1.0)


def _grown(sheet: Sheet, plan: Plan) -> None:
    """The row that grows from left to right: saplings first, then trees."""
    start, stop, count = plan.grown
    for i in range(count):
        t = i / (count - 1)
        x = sheet.width * (start + (stop - start) * t**0.92)
        size = sheet.height * (0.2 + 0.53 * t**1.15) * (1, 0.92, 1.06, 0.9, 1.02)[i % 5]
        kind = "sapling" if i < count // 5 + 1 else ROW[i % len(ROW)]
        KINDS[kind](Frame(sheet, x, _level(sheet, x) - 2.5 - 4 * (i % 2), size, size), i)


def _planting(sheet: Sheet, plan: Plan) -> None:
    x = sheet.width * plan.planting
    y = _level(sheet, x) - 7
    mound = points("-27,-2 -15,4 0,7 15,4 27,-2 0,-6")
    sheet.shape(smooth([(x + u, y + v) for u, v in mound]), WOOD[1], INK, 0.75)
    for u, v in ((-9, 0), (2, -1.5), (10, 1)):
        sheet.line(smooth([(x + u - 2, y + v), (x + u, y + v + 1.4), (x + u + 2, y + v)], closed=False), WOOD[2], 1.0)
    KINDS["sapling"](Frame(sheet, x, y + 3.5, 44, 44))
    tall = plan.figure
    gardener(Frame(sheet, x - 0.44 * tall, y - 3, tall, tall), PEOPLE["blue"], "spade")
    gardener(Frame(sheet, x + 0.43 * tall, y - 4, -0.68 * tall, 0.68 * tall), PEOPLE["child"], "can")


def _words(sheet: Sheet, plan: Plan) -> None:
    x, size = 28.0, plan.headline
    y = sheet.height - 25 - size * 0.86
    for line in plan.lines:
        _put(sheet, outline(line, "song-black", size, 0.02)[0], x, y, PINE)
        y -= size * 1.2
    y += size * 0.44
    path, width = outline(OCCASION, "hei-bold", plan.small, 0.08)
    _put(sheet, path, x + 1, y, INK)
    if plan.saying:
        _put(sheet, outline(SAYING, "song", plan.small, 0.1)[0], x + width + 22, y, INK)
    path, width = outline(LABEL, "hei", 8, 0.12)
    right, top = sheet.width - 9, sheet.height - 9
    sheet.shape(rect(right - width - 8, top - 13, width + 8, 13), WHITE, INK, 0.4)
    _put(sheet, path, right - width - 4, top - 9.6, INK)


def _put(sheet: Sheet, path: Path, x: float, y: float, colour: str) -> None:
    sheet.shape(mapped(path, lambda p: (p[0] + x, p[1] + y)), colour)
