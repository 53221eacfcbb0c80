"""Lettering as outlines: the glyphs of the repository's own faces, as paths."""

from __future__ import annotations

from functools import cache
from pathlib import Path as File

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from .path import Path, Point

HAN_MIDDLE = 0.38  # of the size, from the baseline: Han faces sit 0.88 above it and 0.12 below
FONTS = File(__file__).parents[3] / "fonts"
FACES = {
    "hei": FONTS / "noto-sans-sc-400.ttf",
    "hei-bold": FONTS / "noto-sans-sc-700.ttf",
    "song": FONTS / "noto-serif-sc-500.ttf",
    "song-black": FONTS / "noto-serif-sc-900.ttf",
}


class _StepPen(BasePen):
    """Collects PDF path steps, scaled and shifted; BasePen turns the quadratic curves into cubic ones."""

    def __init__(self, glyphs: object, scale: float) -> None:
        super().__init__(glyphs)
        self.scale, self.shift = scale, 0.0
        self.path: Path = []

    def _at(self, p: Point) -> Point:
        return self.shift + p[0] * self.scale, p[1] * self.scale

    def _moveTo(self, pt: Point) -> None:
        self.path.append(("m", (self._at(pt),)))

    def _lineTo(self, pt: Point) -> None:
        self.path.append(("l", (self._at(pt),)))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
        self.path.append(("c", (self._at(pt1), self._at(pt2), self._at(pt3))))

    def _closePath(self) -> None:
        self.path.append(("h", ()))


@cache
def _face(name: str) -> TTFont:
    return TTFont(FACES[name], lazy=True)


def outline(text: str, face: str, size: float, tracking: float = 0.0) -> tuple[Path, float]:
    """Return *text* as a path with its origin on the baseline, and its width; *tracking* in units of the size."""
    font = _face(face)
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    pen = _StepPen(glyphs, size / font["head"].unitsPerEm)
    for character in text:
        glyph = glyphs[names[ord(character)]]
        glyph.draw(pen)
        pen.shift += glyph.width * pen.scale + tracking * size
    return pen.path, pen.shift - tracking * size
