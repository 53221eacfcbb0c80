"""The sheet: shapes in, PDF operators out; and its two ends, a PNG in sRGB or a CMYK page for the press."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File

import pikepdf
import pypdfium2
from PIL import Image

from .ink import INK
from .letters import HAN_MIDDLE, outline
from .path import Path, Point, mapped, poly

Colour = str  # "#rrggbb"
Inks = tuple[int, int, int, int]  # per cent of C, M, Y, K

# a press holds a single solid ink as a fine line, but not one of dots (print rules: lines)
LEAST_SOLID, LEAST_TINT = 0.3, 1.0


def _number(value: float, places: int = 2) -> str:
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


LIGHT = 120  # per cent of cyan, magenta and yellow on which solid black may still lie


def _rgb(colour: Colour) -> str:
    return " ".join(_number(int(colour[i : i + 2], 16) / 255, 4) for i in (1, 3, 5)) + " rg"


def _cmyk(inks: Inks) -> str:
    return " ".join(_number(part / 100) for part in inks) + " k"


@dataclass(slots=True)
class Sheet:
    """A drawing of *width* × *height* units, origin at the lower left; units are pixels, or points for the press.

    With *separation*, each colour is written in the inks that the table gives it, and a colour that is missing there
    is a KeyError: nothing reaches the press unseparated.
    """

    width: float
    height: float
    separation: Mapping[Colour, Inks] | None = None
    ops: list[str] = field(default_factory=lambda: ["1 j 1 J"])
    ink: Colour = INK
    pen: float = 2.2

    def shape(self, path: Path, fill: Colour | None, line: Colour | None = None, pen: float | None = None) -> None:
        """Fill *path* (non-zero winding) and, with *line*, go round it with the pen."""
        if fill is not None:
            self.ops.append(self._operator(fill))
        if line is not None:
            width = self._held(line, self.pen if pen is None else pen)
            self.ops.append(f"{self._operator(line).upper()} {_number(width)} w{self._overprint(line, fill)}")
        paint = {(True, False): "f", (False, True): "S", (True, True): "B"}[fill is not None, line is not None]
        self.ops.append(f"{_steps(path)} {paint}")

    def _operator(self, colour: Colour) -> str:
        return _rgb(colour) if self.separation is None else _cmyk(self.separation[colour])

    def _overprint(self, line: Colour, fill: Colour | None) -> str:
        """Thin black lines print over light ground, so that no white shows beside them."""
        if self.separation is None:
            return ""
        light = fill is None or sum(self.separation[fill][:3]) <= LIGHT
        return " /Over gs" if light and self.separation[line] == (0, 0, 0, 100) else " /Knock gs"

    def _held(self, colour: Colour, pen: float) -> float:
        if self.separation is None:
            return pen
        return max(pen, LEAST_SOLID if sorted(self.separation[colour]) == [0, 0, 0, 100] else LEAST_TINT)

    def line(self, path: Path, colour: Colour | None = None, pen: float | None = None) -> None:
        """Stroke *path*."""
        self.shape(path, None, colour or self.ink, pen)

    def letter(self, text: str, x: float, y: float, size: float, colour: Colour, face: str = "hei-bold") -> None:
        """Letter *text* as outlines, centred on (x, y)."""
        path, width = outline(text, face, size, 0.06)
        self.shape(mapped(path, lambda p: (p[0] + x - width / 2, p[1] + y - HAN_MIDDLE * size)), colour)

    def within(self, path: Path, draw: Callable[[], None]) -> None:
        """Run *draw* with everything clipped to *path*."""
        self.ops.append(f"q {_steps(path)} W n")
        draw()
        self.ops.append("Q")

    def content(self) -> bytes:
        """The page's content stream."""
        return "\n".join(self.ops).encode("ascii")


def _steps(path: Path) -> str:
    return " ".join(" ".join([*(f"{_number(x)} {_number(y)}" for x, y in points), op]) for op, points in path)


@dataclass(frozen=True, slots=True)
class Frame:
    """A place on a sheet with its own origin, scale and handedness, for figures and trees drawn in their own units."""

    sheet: Sheet
    x: float
    y: float
    sx: float
    sy: float

    def see(self, p: Point) -> Point:
        return self.x + p[0] * self.sx, self.y + p[1] * self.sy

    def shape(self, path: Path, fill: Colour | None, line: Colour | None = None, pen: float | None = None) -> None:
        self.sheet.shape(mapped(path, self.see), fill, line, pen)

    def line(self, path: Path, colour: Colour | None = None, pen: float | None = None) -> None:
        self.sheet.line(mapped(path, self.see), colour, pen)

    def stroke(self, *points: Point, colour: Colour | None = None, pen: float | None = None) -> None:
        self.line(poly(points, closed=False), colour, pen)

    def part(self, x: float, y: float, scale: float = 1.0, flip: bool = False) -> Frame:
        """A frame inside this one."""
        ox, oy = self.see((x, y))
        return Frame(self.sheet, ox, oy, self.sx * scale * (-1 if flip else 1), self.sy * scale)


def write_png(sheet: Sheet, file: File, colours: int = 255) -> None:
    """Rasterise at three times the size, reduce, and write an indexed PNG in sRGB."""
    times = 3
    page = pypdfium2.PdfDocument(_pdf(sheet))[0]
    big = page.render(scale=times).to_pil().convert("RGB")
    size = (round(sheet.width), round(sheet.height))
    small = big.resize(size, Image.Resampling.BOX)
    flat = small.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat.save(file, optimize=True, dpi=(250, 250))


def _pdf(sheet: Sheet) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(sheet.width, sheet.height))
    pdf.pages[0].Contents = pdf.make_stream(sheet.content())
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
