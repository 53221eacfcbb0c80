"""Codes for machines (QR, Data Matrix, bars): art of two tones in whole modules, which no resolution can blur.

Such a picture is exact at one pixel a module as at ten. It is read back to its modules and drawn as squares, so that it
is as sharp as the plate, and its pixels an inch say nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import gcd

from PIL import Image, ImageChops

from paiban.value import NamedTuple

DARK, LIGHT = 8, 247
"""Greys up to the one and from the other on are black and white; a picture with others between has no hard edges."""

FINDER = ("#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######")
"""The mark in three corners of a QR code, in one of a micro QR code (ISO/IEC 18004)."""

QR_SIDES = range(21, 178, 4)
MICRO_SIDES = range(11, 18, 2)
LEAST_MATRIX = 10
LEAST_BARS = 10
MOST_MODULES = 400

Rows = tuple[str, ...]


class MachineCode(NamedTuple):
    """A code by its modules, ``#`` for dark, and the part of the picture that they fill (left, top, right, bottom)."""

    rows: Rows
    frame: tuple[float, float, float, float]


def read_code(image: Image.Image) -> MachineCode | None:
    """The code that a picture of mode ``1`` or ``L`` is; None for any other picture."""
    dark = _two_tones(image)
    box = None if dark is None else dark.getbbox()
    if dark is None or box is None:
        return None
    across, down = _module(dark, box)
    cut = dark.crop(box)
    size = (cut.width // across, cut.height // down)
    if size[0] * across != cut.width or size[1] * down != cut.height or max(size) > MOST_MODULES:
        return None
    marks = cut.resize(size, Image.Resampling.NEAREST).tobytes()
    rows = tuple(
        "".join("#" if mark else "." for mark in marks[row * size[0] : (row + 1) * size[0]]) for row in range(size[1])
    )
    frame = (box[0] / image.width, box[1] / image.height, box[2] / image.width, box[3] / image.height)
    return MachineCode(rows, frame) if any(kind(rows) for kind in KINDS) else None


def code_in(image: Image.Image, crop: tuple[float, float, float, float]) -> MachineCode | None:
    """The code that a picture is, in the part of it that is shown; None where that cuts into its modules."""
    code = read_code(image)
    if code is None or not (crop[0] <= code.frame[0] and crop[1] <= code.frame[1]):
        return None
    if not (code.frame[2] <= crop[2] and code.frame[3] <= crop[3]):
        return None
    left, top, width, height = crop[0], crop[1], crop[2] - crop[0], crop[3] - crop[1]
    x0, y0, x1, y1 = code.frame
    return code._replace(frame=((x0 - left) / width, (y0 - top) / height, (x1 - left) / width, (y1 - top) / height))


def _two_tones(image: Image.Image) -> Image.Image | None:
    """The dark parts as 255; None where the picture has greys."""
    grey = image.convert("L")
    if sum(grey.histogram()[DARK + 1 : LIGHT]):
        return None
    return grey.point([255 if value <= DARK else 0 for value in range(256)])


def _module(dark: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int]:
    """How many pixels a module is wide and high: what all edges lie apart by whole times."""
    across = ImageChops.difference(dark, ImageChops.offset(dark, 1, 0)).crop(box).getprojection()[0]
    down = ImageChops.difference(dark, ImageChops.offset(dark, 0, 1)).crop(box).getprojection()[1]
    return _step(across), _step(down)


def _step(edges: list[int]) -> int:
    return gcd(len(edges), *(place for place, edge in enumerate(edges) if edge and place))


def _is_qr(rows: Rows) -> bool:
    side = len(rows)
    if side not in QR_SIDES or len(rows[0]) != side:
        return False
    return all(_finder_at(rows, x, y) for x, y in ((0, 0), (side - 7, 0), (0, side - 7)))


def _is_micro_qr(rows: Rows) -> bool:
    return len(rows) in MICRO_SIDES and len(rows[0]) == len(rows) and _finder_at(rows, 0, 0)


def _finder_at(rows: Rows, x: int, y: int) -> bool:
    return tuple(row[x : x + 7] for row in rows[y : y + 7]) == FINDER


def _is_data_matrix(rows: Rows) -> bool:
    """Solid at the left and the foot, every other module dark at the head and the right (ISO/IEC 16022)."""
    height, width = len(rows), len(rows[0])
    if min(height, width) < LEAST_MATRIX or height % 2 or width % 2:
        return False
    head, right = "#." * (width // 2), ".#" * (height // 2)
    solid = all(row[0] == "#" for row in rows) and rows[-1] == "#" * width
    return solid and rows[0] == head and "".join(row[-1] for row in rows) == right


def _is_bars(rows: Rows) -> bool:
    return all(row == rows[0] for row in rows) and len(rows[0].replace(".", " ").split()) >= LEAST_BARS


KINDS: tuple[Callable[[Rows], bool], ...] = (_is_qr, _is_micro_qr, _is_data_matrix, _is_bars)
"""What tells each kind of code."""
