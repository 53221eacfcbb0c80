"""Line art as SVG: its filled outlines, with which a title's calligraphy is drawn as sharp as the plate.

Of the language what programs that trace or draw letters write: paths, rectangles, circles, ellipses and polygons, in
groups, moved and scaled. All of it is filled; strokes, type, pictures and gradients are refused by name. One colour is
the caller's to choose: what is white in the file stays paper, all else takes that colour.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.files import read_plain
from paiban.language import Words
from paiban.span import Span
from paiban.value import NamedTuple

Steps = tuple[tuple[str, tuple[float, ...]], ...]
"""``M``, ``L``, ``C`` and ``Z`` with their points, y down."""

Matrix = tuple[float, float, float, float, float, float]

PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

MOST_BYTES = 8_000_000
MOST_STEPS = 200_000

ROUND = 0.5522847498
"""How far a Bézier handle reaches along its tangent to draw a quarter circle of radius 1."""

WHITES = frozenset({"#fff", "#ffffff", "white", "rgb(255,255,255)"})

UNDRAWN = {
    "text": Words("文字（先转曲）", "type, which has to be made outlines first"),
    "image": Words("嵌入的图片", "a picture"),
    "use": Words("引用的图形（先展开）", "a symbol used again, which has to be expanded first"),
    "linearGradient": Words("渐变", "a gradient"),
    "radialGradient": Words("渐变", "a gradient"),
    "pattern": Words("图案填充", "a pattern"),
    "mask": Words("蒙版", "a mask"),
    "clipPath": Words("剪切路径", "a clipping path"),
    "filter": Words("滤镜", "a filter"),
    "style": Words("样式表（导出时选“表现属性”）", "a style sheet, to be exported as presentation attributes"),
}
"""What a drawing may not hold, as it is told."""

DAMAGED = Words("不是完整的 SVG", "it is no complete SVG")
EMPTY = Words("没有填色的图形", "nothing in it is filled")
LARGE = Words("太大", "it is too large")


class Outlined(NamedTuple):
    """An outline, filled by the non-zero rule; ``white``: it is paper."""

    steps: Steps
    white: bool


class VectorDrawing(NamedTuple):
    """A drawing by its outlines: what it is wide and high, their points counted from its top left corner."""

    width: float
    height: float
    shapes: tuple[Outlined, ...]


def read_drawing(path: Path, span: Span | None = None) -> VectorDrawing | Diagnostic:
    """The drawing at ``path``, or why it cannot be used, at the ``span`` that names it."""
    try:
        data = read_plain(path)
    except OSError as error:
        return diagnose("P701", span, path=path, problem=system_words(error))
    problem, drawing = _parsed(data)
    return diagnose("P781", span, path=path, problem=problem) if drawing is None else drawing


def _parsed(data: bytes) -> tuple[Words, VectorDrawing | None]:
    import xml.etree.ElementTree as Tree  # noqa: PLC0415  only for drawings

    if len(data) > MOST_BYTES:
        return LARGE, None
    if b"<!ENTITY" in data:
        return DAMAGED, None
    try:
        root = Tree.fromstring(data)
        reader = _Reader()
        reader.element(root, _Look(), PLAIN)
    except (Tree.ParseError, ValueError, IndexError, RecursionError):
        return DAMAGED, None
    if reader.refused:
        return _listed(reader.refused), None
    return EMPTY, _cut(reader.shapes)


def _listed(refused: Mapping[str, Words]) -> Words:
    zh, en = (tuple(dict.fromkeys(words[index] for words in refused.values())) for index in (0, 1))
    return Words(f"里面有{'、'.join(zh)}", f"it holds {', '.join(en)}")


def _cut(shapes: list[Outlined]) -> VectorDrawing | None:
    """A drawing cut to what shows of it; None where that is nothing."""
    points = [(x, y) for shape in shapes if not shape.white for _, p in shape.steps for x, y in _pairs(p)]
    if not points:
        return None
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    if width <= 0 or height <= 0:
        return None
    moved = (1.0, 0.0, 0.0, 1.0, -left, -top)
    return VectorDrawing(width, height, tuple(s._replace(steps=_through(s.steps, moved)) for s in shapes))


class _Look(NamedTuple):
    """How an element is painted, as it is handed down."""

    fill: str = "black"
    stroke: str = "none"
    rule: str = "nonzero"


class _Reader:
    """Gathers the outlines of a tree, and by name what cannot be drawn."""

    def __init__(self) -> None:
        self.shapes: list[Outlined] = []
        self.refused: dict[str, Words] = {}
        self.steps = 0

    def element(self, node: object, look: _Look, matrix: Matrix) -> None:
        """An element with those inside it."""
        name = str(node.tag).rpartition("}")[2]  # type: ignore[attr-defined]
        attributes: dict[str, str] = _attributes(node.attrib)  # type: ignore[attr-defined]
        if name in UNDRAWN:
            self.refused[name] = UNDRAWN[name]
            return
        if attributes.get("display") == "none" or name in HIDDEN:
            return
        look = look._replace(**{key: attributes[at] for key, at in _LOOKS.items() if at in attributes})
        if name != "svg":
            matrix = _product(matrix, _transform(attributes.get("transform", "")))
        if name in _SHAPES:
            self.shape(tuple(_SHAPES[name](attributes)), look, matrix)
        for child in node:  # type: ignore[attr-defined]
            self.element(child, look, matrix)

    def shape(self, steps: Steps, look: _Look, matrix: Matrix) -> None:
        """One outline."""
        if look.stroke != "none":
            self.refused["stroke"] = Words("描边（先转成轮廓）", "a stroke, which has to be made an outline first")
        if look.fill.startswith("url"):
            self.refused["gradient"] = UNDRAWN["pattern"]
        if look.fill == "none" or not steps:
            return
        if look.rule == "evenodd":
            steps = _nonzero(steps)
        self.steps += len(steps)
        if self.steps > MOST_STEPS:
            raise ValueError
        white = look.fill.replace(" ", "").lower() in WHITES
        self.shapes.append(Outlined(_through(steps, matrix), white))


_LOOKS = {"fill": "fill", "stroke": "stroke", "rule": "fill-rule"}

HIDDEN = frozenset({"defs", "metadata", "title", "desc", "namedview", "symbol"})
"""Elements that paint nothing where they stand."""


def _attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    """An element's own, those of its ``style`` before them."""
    style = (pair.split(":", 1) for pair in attributes.get("style", "").split(";") if ":" in pair)
    return {**attributes, **{key.strip(): value.strip() for key, value in style}}


def _numbers(words: str) -> list[float]:
    return [float(number) for number in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", words)]


def _length(attributes: Mapping[str, str], key: str) -> float:
    return (_numbers(attributes.get(key, "")) or [0.0])[0]


def _transform(words: str) -> Matrix:
    """A list of moves as one matrix."""
    matrix = PLAIN
    for name, inside in re.findall(r"(\w+)\s*\(([^)]*)\)", words):
        matrix = _product(matrix, _MOVES[name](_numbers(inside)))
    return matrix


def _rotation(values: list[float]) -> Matrix:
    angle = math.radians(values[0])
    x, y = (values[1], values[2]) if len(values) > 2 else (0.0, 0.0)
    turn: Matrix = (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0.0, 0.0)
    return _product(_product((1, 0, 0, 1, x, y), turn), (1, 0, 0, 1, -x, -y))


_MOVES: Mapping[str, Callable[[list[float]], Matrix]] = {
    "matrix": lambda v: (v[0], v[1], v[2], v[3], v[4], v[5]),
    "translate": lambda v: (1.0, 0.0, 0.0, 1.0, v[0], v[1] if len(v) > 1 else 0.0),
    "scale": lambda v: (v[0], 0.0, 0.0, v[1] if len(v) > 1 else v[0], 0.0, 0.0),
    "rotate": _rotation,
    "skewX": lambda v: (1.0, 0.0, math.tan(math.radians(v[0])), 1.0, 0.0, 0.0),
    "skewY": lambda v: (1.0, math.tan(math.radians(v[0])), 0.0, 1.0, 0.0, 0.0),
}


def _product(a: Matrix, b: Matrix) -> Matrix:
    """First ``b``, then ``a``."""
    return (
        a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
    )  # fmt: skip


def _pairs(points: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    yield from zip(points[::2], points[1::2], strict=True)


def _through(steps: Steps, m: Matrix) -> Steps:
    def moved(points: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(
            value for x, y in _pairs(points) for value in (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
        )

    return tuple((name, moved(points)) for name, points in steps)


def _rect(a: Mapping[str, str]) -> Iterator[tuple[str, tuple[float, ...]]]:
    x, y, width, height = (_length(a, key) for key in ("x", "y", "width", "height"))
    yield from _closed([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def _polygon(a: Mapping[str, str]) -> Iterator[tuple[str, tuple[float, ...]]]:
    numbers = _numbers(a.get("points", ""))
    yield from _closed(list(_pairs(tuple(numbers[: len(numbers) // 2 * 2]))))


def _closed(points: list[tuple[float, float]]) -> Iterator[tuple[str, tuple[float, ...]]]:
    for index, point in enumerate(points):
        yield ("L" if index else "M"), point
    yield "Z", ()


def _circle(a: Mapping[str, str]) -> Iterator[tuple[str, tuple[float, ...]]]:
    r = _length(a, "r")
    yield from _oval(_length(a, "cx"), _length(a, "cy"), r, r)


def _ellipse(a: Mapping[str, str]) -> Iterator[tuple[str, tuple[float, ...]]]:
    yield from _oval(*(_length(a, key) for key in ("cx", "cy", "rx", "ry")))


def _oval(x: float, y: float, rx: float, ry: float) -> Iterator[tuple[str, tuple[float, ...]]]:
    h, v = rx * ROUND, ry * ROUND
    yield "M", (x - rx, y)
    yield "C", (x - rx, y - v, x - h, y - ry, x, y - ry)
    yield "C", (x + h, y - ry, x + rx, y - v, x + rx, y)
    yield "C", (x + rx, y + v, x + h, y + ry, x, y + ry)
    yield "C", (x - h, y + ry, x - rx, y + v, x - rx, y)
    yield "Z", ()


def _path(a: Mapping[str, str]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The steps of a path in absolute lines and cubic curves."""
    pen = _Pen()
    for command, inside in re.findall(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)", a.get("d", "")):
        yield from pen.steps(command, inside)


_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


class _Pen:
    """Where a path has come to: its point, where its outline began, and the last handle of its curve."""

    def __init__(self) -> None:
        self.x = self.y = self.begun_x = self.begun_y = 0.0
        self.handle: tuple[str, float, float] = ("", 0.0, 0.0)

    def steps(self, command: str, inside: str) -> Iterator[tuple[str, tuple[float, ...]]]:
        """One command with all of its numbers."""
        name, arity = command.upper(), _ARITY[command.upper()]
        if name == "Z":
            self.x, self.y, self.handle = self.begun_x, self.begun_y, ("", 0.0, 0.0)
            yield "Z", ()
            return
        numbers = _arc_numbers(inside) if name == "A" else _numbers(inside)
        for start in range(0, len(numbers) - arity + 1, arity):
            values = numbers[start : start + arity]
            relative = command.islower()
            as_line = name == "M" and start
            yield from self.step("L" if as_line else name, values, relative)

    def step(self, name: str, values: list[float], relative: bool) -> Iterator[tuple[str, tuple[float, ...]]]:
        """One step, its numbers counted from where the pen is if ``relative``."""
        x, y = self.x, self.y
        if name == "A":
            end = (values[5] + x * relative, values[6] + y * relative)
            curves = list(_arc((x, y), values, end))
            self.x, self.y = end
            self.handle = ("", 0.0, 0.0)
            yield from curves
            return
        if name == "H":
            values = [values[0], 0.0 if relative else y]
        elif name == "V":
            values = [0.0 if relative else x, values[0]]
        points = [value + (x, y)[index % 2] * relative for index, value in enumerate(values)]
        yield from self.drawn({"H": "L", "V": "L"}.get(name, name), points)

    def drawn(self, name: str, p: list[float]) -> Iterator[tuple[str, tuple[float, ...]]]:
        """A step in absolute points as a line or a cubic curve."""
        x, y = self.x, self.y
        self.x, self.y = p[-2], p[-1]
        if name in "ML":
            if name == "M":
                self.begun_x, self.begun_y = p[0], p[1]
            self.handle = ("", 0.0, 0.0)
            yield name, (p[0], p[1])
            return
        if name in "ST":
            kind, hx, hy = self.handle
            same = kind == ("C" if name == "S" else "Q")
            p = [2 * x - hx if same else x, 2 * y - hy if same else y, *p]
        if len(p) == 4:
            self.handle = ("Q", p[0], p[1])
            p = [x + (p[0] - x) * 2 / 3, y + (p[1] - y) * 2 / 3,
                 p[2] + (p[0] - p[2]) * 2 / 3, p[3] + (p[1] - p[3]) * 2 / 3, p[2], p[3]]  # fmt: skip
        else:
            self.handle = ("C", p[2], p[3])
        yield "C", tuple(p)


def _arc_numbers(words: str) -> list[float]:
    """The numbers of arcs, whose two flags may stand without a space."""
    number, flag, gap = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", "[01]", r"[\s,]*"
    pattern = gap.join(f"({part})" for part in (number, number, number, flag, flag, number, number))
    return [float(value) for found in re.findall(pattern, words) for value in found]


def _arc(
    start: tuple[float, float], values: list[float], end: tuple[float, float]
) -> Iterator[tuple[str, tuple[float, ...]]]:
    """An arc of an ellipse as curves of a quarter turn at most (SVG, implementation notes on arcs)."""
    rx, ry = abs(values[0]), abs(values[1])
    if not rx or not ry or start == end:
        yield "L", end
        return
    angle, large, sweep = math.radians(values[2]), values[3] != 0, values[4] != 0
    cos, sin = math.cos(angle), math.sin(angle)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1, y1 = cos * dx + sin * dy, -sin * dx + cos * dy
    grow = math.sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    below = (rx * y1) ** 2 + (ry * x1) ** 2
    root = math.sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) * (1 if large != sweep else -1)
    cx, cy = root * rx * y1 / ry, -root * ry * x1 / rx
    first = math.atan2((y1 - cy) / ry, (x1 - cx) / rx)
    turn = math.atan2((-y1 - cy) / ry, (-x1 - cx) / rx) - first
    turn += 2 * math.pi * (sweep and turn < 0) - 2 * math.pi * (not sweep and turn > 0)
    centre = cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    place: Matrix = (cos * rx, sin * rx, -sin * ry, cos * ry, *centre)
    yield from _through(tuple(_turned(first, turn / count, count)), place)


def _turned(first: float, each: float, count: int) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Curves along the circle of radius 1."""
    handle = 4 / 3 * math.tan(each / 4)
    for index in range(count):
        a, b = first + index * each, first + (index + 1) * each
        yield "C", (
            math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a),
            math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b),
            math.cos(b), math.sin(b),
        )  # fmt: skip


_SHAPES = {"path": _path, "rect": _rect, "circle": _circle, "ellipse": _ellipse, "polygon": _polygon}


def _nonzero(steps: Steps) -> Steps:
    """An outline filled by the even-odd rule so turned that the non-zero rule fills the same: every other ring that
    lies in another runs against it.
    """
    rings = _rings(steps)
    corners = [[points[-2:] for _, points in ring if points] for ring in rings]
    found: list[tuple[str, tuple[float, ...]]] = []
    for ring, own in zip(rings, corners, strict=True):
        depth = sum(_inside(own[0], other) for other in corners if other is not own)
        found += ring if (_area(own) > 0) == (depth % 2 == 0) else _reversed(ring)
    return tuple(found)


def _rings(steps: Steps) -> list[list[tuple[str, tuple[float, ...]]]]:
    rings: list[list[tuple[str, tuple[float, ...]]]] = []
    for step in steps:
        if step[0] == "M" or not rings:
            rings.append([])
        rings[-1].append(step)
    return [ring for ring in rings if len(ring) > 1]


def _area(points: list[tuple[float, ...]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))


def _inside(point: tuple[float, ...], ring: list[tuple[float, ...]]) -> bool:
    """Whether a point lies in a ring of straight sides: a ray to the right crosses it an odd number of times."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        crossings += (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
    return crossings % 2 == 1


def _reversed(ring: list[tuple[str, tuple[float, ...]]]) -> list[tuple[str, tuple[float, ...]]]:
    """A ring the other way round."""
    drawn = [step for step in ring if step[0] != "Z"]
    found: list[tuple[str, tuple[float, ...]]] = [("M", drawn[-1][1][-2:])]
    for before, (name, points) in zip(reversed(drawn[:-1]), reversed(drawn[1:]), strict=True):
        end = before[1][-2:]
        found.append(("C", (*points[2:4], *points[0:2], *end)) if name == "C" else ("L", end))
    return [*found, ("Z", ())]
