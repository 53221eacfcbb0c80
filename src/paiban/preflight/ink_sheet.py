"""The sheet of paper as plates of ink: what lies on what, at one cell a point.

Painting is done in five planes (C, M, Y, K and all spots together), each cell 0 … 255. What knocks out sets all planes
of its cells, what overprints only those of its own inks; a sixth plane remembers where something overprinted. So the
sum of a cell is the ink that the press would put there, and it is known where an overprint, and not a colour as such,
is to blame. Cells count as painted when their centre is, so that neighbours do not add up; what is thinner than a cell
takes one.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageMath

from paiban.preflight.clip import Clip
from paiban.preflight.geometry import Bounds, Matrix, Point, bounds, clipped, common, is_upright
from paiban.preflight.ink import Ink, Inks
from paiban.preflight.limits import Exhausted, Work
from paiban.preflight.verdicts import TAC_SLACK

_RING_CELLS = 50_000
"""What an outline costs beside its cells, in cells."""

MOST_CELLS = 2_000_000
"""A page of more points gets coarser cells."""

Area = tuple[int, int, int, int]
"""Cells: left, top, right, bottom, all inclusive."""

Planes = tuple[Any, ...]
"""Five pictures of one size: C, M, Y, K and spot ink, 0 … 255."""


class InkSheet:
    """The plates of one page. ``box`` is the part of the page that is watched, in points."""

    __slots__ = (
        "_box",
        "_cell",
        "_draws",
        "_height",
        "_overprinted",
        "_planes",
        "_width",
        "_window",
        "_work",
        "gave_up",
    )

    def __init__(self, box: Bounds, work: Work) -> None:
        width, height = max(box[2] - box[0], 1.0), max(box[3] - box[1], 1.0)
        self._cell = max(1.0, (width * height / MOST_CELLS) ** 0.5, width / 8192, height / 8192)
        self._box = box
        self._width, self._height = int(width / self._cell) + 1, int(height / self._cell) + 1
        size = (self._width, self._height)
        self._planes: list[Any] = [Image.new("L", size) for _ in range(5)]
        self._overprinted: Any = Image.new("L", size)
        self._draws = [ImageDraw.Draw(plane) for plane in (*self._planes, self._overprinted)]
        self._work = work
        self._window: tuple[Clip, Area, Any] | None = None
        self.gave_up = False

    def fill(self, rings: Sequence[Sequence[Point]], ink: Ink, clip: Clip, even_odd: bool) -> None:
        """Paint closed outlines; what overprints leaves the plates alone on which it has no ink."""
        if len(rings) == 1 and is_upright(rings[0]) and not clip.shapes:
            self._fill_upright(common(bounds(rings[0]), clip.box), ink)
            return
        inside = [ring for ring in (clipped(points, clip.box) for points in rings) if len(ring) >= 3]
        if not inside:
            return
        rings_of_cells = [[self._at(p) for p in ring] for ring in inside]
        area = _cells([cell for ring in rings_of_cells for cell in ring], self._width, self._height)
        if area is None or not self._afford(_size(area)):
            return
        self._paint(self._mask(rings_of_cells, area, even_odd), area, ink, clip)

    def _paint(self, mask: Any, area: Area, ink: Ink, clip: Clip) -> None:
        """Paint the cells of ``area`` that ``mask`` holds, as far as the clip's shapes let them through."""
        cut = self._cut(mask, area, clip)
        for index, value in self._strokes(ink):
            (*self._planes, self._overprinted)[index].paste(value, _frame(area), cut)

    def _cut(self, mask: Any, area: Area, clip: Clip) -> Any:
        """A mask over ``area`` without what the clip's shapes keep from being painted."""
        if not clip.shapes:
            return mask
        if self._window is None or self._window[0] is not clip:
            self._window = (clip, *self._through(clip))
        _, (left, top, _, _), window = self._window
        return ImageChops.multiply(mask, window.crop(_frame(_moved(area, -left, -top))))

    def _through(self, clip: Clip) -> tuple[Area, Any]:
        """The cells of a clip's box, and as a mask those of them that its shapes let through."""
        box = self._at((clip.box[0], clip.box[1])), self._at((clip.box[2], clip.box[3]))
        area = _cells(box, self._width, self._height) or (0, 0, 0, 0)
        window = Image.new("L", (area[2] - area[0] + 1, area[3] - area[1] + 1), 255)
        for shape in clip.shapes:
            inside = [ring for ring in (clipped(points, clip.box) for points in shape.rings) if len(ring) >= 3]
            cells = [[self._at(point) for point in ring] for ring in inside]
            own = (
                self._mask(cells, area, shape.even_odd)
                if cells and self._afford(_size(area))
                else window.point([0] * 256)
            )
            window = ImageChops.multiply(window, own)
        return area, window

    def _fill_upright(self, box: Bounds | None, ink: Ink) -> None:
        if box is None:
            return
        area = _cells([self._at((box[0], box[1])), self._at((box[2], box[3]))], self._width, self._height)
        if area is not None and self._afford(_size(area)):
            for index, value in self._strokes(ink):
                self._draws[index].rectangle(area, fill=value)

    def _mask(self, rings: list[list[Point]], area: Area, even_odd: bool) -> Any:
        """The cells of ``area`` inside the outlines: by the even-odd rule, or with those turned backward as holes."""
        mask = Image.new("L", (area[2] - area[0] + 1, area[3] - area[1] + 1))
        draw = ImageDraw.Draw(mask)
        forward = _turn(rings[0]) >= 0
        for ring in rings:
            points = [(x - area[0] - 0.5, y - area[1] - 0.5) for x, y in ring]
            own = _cells([(x + 0.5, y + 0.5) for x, y in points], *mask.size)
            if own is None or not self._afford(_size(own) + _RING_CELLS):
                continue
            if not even_odd:
                draw.polygon(points, fill=255 if (_turn(ring) >= 0) == forward else 0)
                continue
            frame = (own[0], own[1], own[2] + 1, own[3] + 1)
            part = Image.new("L", (own[2] - own[0] + 1, own[3] - own[1] + 1))
            ImageDraw.Draw(part).polygon([(x - own[0], y - own[1]) for x, y in points], fill=255)
            mask.paste(ImageChops.difference(mask.crop(frame), part), frame)
        return mask

    def trace(self, points: Sequence[Point], ink: Ink, clip: Clip) -> None:
        """Paint a line one cell wide along the points, as far as its box lies inside the clip."""
        if len(points) < 2 or not _meets(bounds(points), clip.box):
            return
        cells = [self._at(p) for p in points]
        if not _meets(bounds(cells), (0, 0, self._width, self._height)) or not self._afford(self._width + self._height):
            return
        line = [(int(x), int(y)) for x, y in cells]
        if clip.shapes:
            self._trace_through(line, ink, clip)
            return
        for index, value in self._strokes(ink):
            self._draws[index].line(line, fill=value)

    def _trace_through(self, line: Sequence[tuple[int, int]], ink: Ink, clip: Clip) -> None:
        """A line of cells, as far as the clip's shapes let it through."""
        area = _cells(line, self._width, self._height)
        if area is not None and self._afford(2 * _size(area)):
            mask = Image.new("L", (area[2] - area[0] + 1, area[3] - area[1] + 1))
            ImageDraw.Draw(mask).line([(x - area[0], y - area[1]) for x, y in line], fill=255)
            self._paint(mask, area, ink, clip)

    def lay(self, planes: Planes, matrix: Matrix, clip: Clip) -> None:
        """Lay a picture, given as five planes of one size, into the square that ``matrix`` makes of the unit square."""
        a, b, c, d, e, f = matrix
        ring = clipped([(e, f), (e + a, f + b), (e + a + c, f + b + d), (e + c, f + d)], clip.box)
        area = _cells([self._at(p) for p in ring], self._width, self._height) if len(ring) >= 3 else None
        determinant = a * d - b * c
        if area is None or not determinant or not self._afford(12 * _size(area)):
            return
        size = (area[2] - area[0] + 1, area[3] - area[1] + 1)
        pull = self._pull(matrix, planes[0].size, area)
        cover = Image.new("L", planes[0].size, 255).transform(size, Image.Transform.AFFINE, pull)
        cover = self._cut(cover, area, clip)
        for plane, source in zip(self._planes, planes, strict=True):
            plane.paste(source.transform(size, Image.Transform.AFFINE, pull), area[:2], cover)
        self._overprinted.paste(0, _frame(area), cover)

    def stencil(self, mask: Any, ink: Ink, matrix: Matrix, clip: Clip) -> None:
        """Paint where ``mask`` is set, in the square that ``matrix`` makes of the unit square."""
        a, b, c, d, e, f = matrix
        ring = clipped([(e, f), (e + a, f + b), (e + a + c, f + b + d), (e + c, f + d)], clip.box)
        area = _cells([self._at(p) for p in ring], self._width, self._height) if len(ring) >= 3 else None
        if area is None or not a * d - b * c or not self._afford(2 * _size(area)):
            return
        size = (area[2] - area[0] + 1, area[3] - area[1] + 1)
        cover = mask.transform(size, Image.Transform.AFFINE, self._pull(matrix, mask.size, area))
        self._paint(cover.point(lambda v: 255 if v >= 128 else 0), area, ink, clip)

    def _pull(self, matrix: Matrix, size: tuple[int, int], area: Area) -> Matrix:
        """The map from the cells of ``area`` back to a picture's pixels (first row on top)."""
        a, b, c, d, e, f = matrix
        det, cell, (width, height) = a * d - b * c, self._cell, size
        x0 = self._box[0] + area[0] * cell - e
        y0 = self._box[3] - area[1] * cell - f
        u = (d * cell / det * width, c * cell / det * width, (d * x0 - c * y0) / det * width)
        v = (b * cell / det * height, a * cell / det * height, height - (a * y0 - b * x0) / det * height)
        return (u[0], u[1], u[2], v[0], v[1], v[2])

    def under(self, box: Bounds) -> Inks | None:
        """The most of each ink inside ``box``, each 0 … 1; None where the box lies off the sheet."""
        left, bottom, right, top = box
        area = _cells([self._at((left, top)), self._at((right, bottom))], self._width, self._height)
        if area is None or not self._afford(_size(area)):
            return None
        most = [float(plane.crop(_frame(area)).getextrema()[1]) / 255 for plane in self._planes]
        return (most[0], most[1], most[2], most[3], most[4])

    def inks(self) -> set[str]:
        """Which of the process inks lie anywhere on the sheet."""
        return {name for name, plane in zip("CMYK", self._planes, strict=False) if plane.getextrema()[1]}

    def total(self, box: Bounds) -> Any:
        """All inks together over a part of the page, as a picture, a step two per cent."""
        c, m, y, k, s = self._planes
        all_inks = ImageMath.lambda_eval(
            lambda p: p["convert"]((p["c"] + p["m"] + p["y"] + p["k"] + p["s"] + 2) / 5.1, "L"),
            c=c.convert("F"), m=m.convert("F"), y=y.convert("F"), k=k.convert("F"), s=s.convert("F"),
        )  # fmt: skip
        left, top = self._at((box[0], box[3]))
        right, bottom = self._at((box[2], box[1]))
        return all_inks.crop((round(left), round(top), max(round(right), 1), max(round(bottom), 1)))

    def worst_overprint(self, percent: float) -> tuple[float, Point, float] | None:
        """Where overprinting put more than ``percent`` of ink: the most, its place in points, the area in mm²."""
        if self._overprinted.getextrema()[1] == 0:
            return None
        c, m, y, k, s = self._planes
        total = ImageMath.lambda_eval(
            lambda p: (p["c"] + p["m"] + p["y"] + p["k"] + p["s"]) * (p["o"] / 255),
            c=c, m=m, y=y, k=k, s=s, o=self._overprinted,
        )  # fmt: skip
        most = float(total.getextrema()[1])
        bound = (percent + TAC_SLACK) * 2.55
        if most <= bound:
            return None
        over = total.point(lambda v: v * 1 + (1 - int(bound))).convert("L")  # at least 1 above the bound
        frame = over.getbbox()
        row = over.crop((0, frame[1], self._width, frame[1] + 1)).getbbox()
        area = sum(over.histogram()[1:]) * (self._cell / 72 * 25.4) ** 2
        return most / 2.55, (self._box[0] + row[0] * self._cell, self._box[3] - frame[1] * self._cell), area

    def _strokes(self, ink: Ink) -> list[tuple[int, int]]:
        """Which planes get which value."""
        values = [min(255, round(amount * 255)) for amount in ink.inks]
        if ink.overprints:
            return [(index, value) for index, value in enumerate(values) if value] + [(5, 255)]
        return [*enumerate(values), (5, 0)]

    def _afford(self, cells: int) -> bool:
        """Whether there is work left for so many cells; once there is not, the sheet is no longer kept."""
        if not self.gave_up:
            try:
                self._work.spend("ink cells", cells)
            except Exhausted:
                self.gave_up = True
        return not self.gave_up

    def _at(self, point: Point) -> Point:
        return (point[0] - self._box[0]) / self._cell, (self._box[3] - point[1]) / self._cell


def _meets(one: Bounds, other: Bounds) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _frame(area: Area) -> Area:
    """The cells of an area as Pillow frames them, without the last column and row."""
    return area[0], area[1], area[2] + 1, area[3] + 1


def _moved(area: Area, x: int, y: int) -> Area:
    return area[0] + x, area[1] + y, area[2] + x, area[3] + y


def _size(area: Area) -> int:
    return (area[2] - area[0] + 1) * (area[3] - area[1] + 1)


def _turn(ring: Sequence[Point]) -> float:
    """Twice the signed area of an outline: its sign tells which way it runs."""
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(ring, [*ring[1:], ring[0]], strict=True))


def _cells(cells: Sequence[Point], width: int, height: int) -> Area | None:
    """The cells whose centres the box around ``cells`` covers, both ends inclusive; None off the sheet."""
    left, top, right, bottom = bounds(cells)
    x0, x1 = _span(left, right)
    y0, y1 = _span(top, bottom)
    if x1 < 0 or y1 < 0 or x0 >= width or y0 >= height:
        return None
    return max(x0, 0), max(y0, 0), min(x1, width - 1), min(y1, height - 1)


def _span(low: float, high: float) -> tuple[int, int]:
    first, last = ceil(low - 0.5), ceil(high - 0.5) - 1
    if last < first:
        first = last = floor((low + high) / 2)
    return first, last
