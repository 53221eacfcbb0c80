"""A drawing of one character as its ink: rows of black and white pixels, as large as they are traced.

An SVG is painted finer than that, a picture is taken as dark on light; then the ink is cut out of whatever is round it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.files import read_plain
from paiban.language import Words
from paiban.picture.drawing import Steps, VectorDrawing, read_drawing
from paiban.span import Span
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 920
"""Pixels of the ink's longer side."""

FINER = 4
"""An SVG is painted so many times finer, then made smaller: its edges come out between pixels."""

CURVE = 24
"""Straight pieces that a curve is cut into."""

COARSE = 240
"""A picture whose ink has fewer pixels on its longer side shows them: a headline of 20 mm at 300 ppi has as many."""

MOST_PIXELS = 40_000_000

LARGE = Words("太大", "it is too large")
BROKEN = Words("不是读得出来的图片", "it is no picture that can be read")
BLANK = Words("里面没有黑色的笔画", "there is no black in it")

Ring = list[tuple[float, float]]


class Inked(NamedTuple):
    """The ``rows`` of a drawing, a byte a pixel, 0 for paper; its pixels where they are few (``coarse``), else 0."""

    rows: tuple[bytes, ...]
    coarse: int


def black_rows(path: Path, span: Span | None = None) -> Inked | Diagnostic:
    """The ink of the drawing at ``path``, or why it cannot be used, at the ``span`` that names it."""
    if path.suffix.lower() == ".svg":
        drawing = read_drawing(path, span)
        if isinstance(drawing, Diagnostic):
            return diagnose("P312", span, file=path.name, problem=dict(drawing.params)["problem"])
        return _cut(_painted(drawing), path, span, scanned=False)
    decoded = _decoded(path)
    if isinstance(decoded, Words):
        return diagnose("P312", span, file=path.name, problem=decoded)
    return _cut(decoded, path, span, scanned=True)


def _cut(ink: Image, path: Path, span: Span | None, *, scanned: bool) -> Inked | Diagnostic:
    """Ink in white, cut out and made as large as it is traced."""
    from PIL.Image import Resampling  # noqa: PLC0415  (hardly any issue has drawn characters)

    box = ink.point(_BLACK).getbbox()
    if box is None:
        return diagnose("P312", span, file=path.name, problem=BLANK)
    width, height = box[2] - box[0], box[3] - box[1]
    longer = max(width, height)
    size = max(1, round(width * SIDE / longer)), max(1, round(height * SIDE / longer))
    data = ink.crop(box).resize(size, Resampling.LANCZOS).point(_BLACK).tobytes()
    rows = tuple([data[start : start + size[0]] for start in range(0, len(data), size[0])])
    return Inked(rows, longer if scanned and longer < COARSE else 0)


_BLACK = [255 if level > 127 else 0 for level in range(256)]
"""What counts as ink in a picture whose ink is white."""


def _decoded(path: Path) -> Image | Words:
    """A picture as its ink: dark on light, light on nothing."""
    from PIL import Image, ImageOps  # noqa: PLC0415  (hardly any issue has drawn characters)

    try:
        with Image.open(BytesIO(read_plain(path))) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return LARGE
            shown = opened.convert("RGBA")
    except Image.DecompressionBombError:
        return LARGE
    except OSError as error:
        return system_words(error) if error.errno else BROKEN
    except (ValueError, SyntaxError):
        return BROKEN
    paper = Image.new("RGBA", shown.size, "white")
    return ImageOps.invert(Image.alpha_composite(paper, shown).convert("L"))


def _painted(drawing: VectorDrawing) -> Image:
    """The shapes of an SVG in their order as ink, white ones as paper over it."""
    from PIL import Image  # noqa: PLC0415  (hardly any issue has drawn characters)

    scale = SIDE * FINER / max(drawing.width, drawing.height)
    ink = Image.new("L", (SIDE * FINER + 1, SIDE * FINER + 1), 0)
    for shape in drawing.shapes:
        rings = [[(x * scale, y * scale) for x, y in ring] for ring in _rings(shape.steps)]
        ink.paste(0 if shape.white else 255, mask=_filled(rings, ink.size))
    return ink


def _rings(steps: Steps) -> list[Ring]:
    """The outlines of a shape in straight pieces."""
    rings: list[Ring] = [[]]
    for name, p in steps:
        if name == "M":
            rings.append([(p[0], p[1])])
        elif name == "L":
            rings[-1].append((p[0], p[1]))
        elif name == "C":
            start = rings[-1][-1]
            rings[-1] += [_on_curve(start, p, step / CURVE) for step in range(1, CURVE + 1)]
        else:
            rings.append(rings[-1][:1])
    return [ring for ring in rings if len(ring) > 2]


def _on_curve(start: tuple[float, float], p: Sequence[float], t: float) -> tuple[float, float]:
    """The point of a cubic curve at ``t``, from 0 to 1."""
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * start[0] + b * p[0] + c * p[2] + d * p[4], a * start[1] + b * p[1] + c * p[3] + d * p[5]


def _filled(rings: Iterable[Ring], size: tuple[int, int]) -> Image:
    """What a shape covers by the non-zero rule: the rings that run one way against those that run the other."""
    from PIL import Image, ImageChops, ImageDraw  # noqa: PLC0415  (hardly any issue has drawn characters)

    ways = {True: Image.new("L", size, 0), False: Image.new("L", size, 0)}
    for way, group in groupby(sorted(rings, key=_turns_left), key=_turns_left):
        for ring in group:
            own = Image.new("L", size, 0)
            ImageDraw.Draw(own).polygon(ring, fill=1)
            ways[way] = ImageChops.add(ways[way], own)
    return ImageChops.difference(ways[True], ways[False]).point([255 * (count > 0) for count in range(256)])


def _turns_left(ring: Ring) -> bool:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True)) < 0
