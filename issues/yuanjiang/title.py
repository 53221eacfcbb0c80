"""Draw the title of the front page again: ``python issues/yuanjiang/title.py``.

The characters of an invented paper's name, each larger or smaller than the last and a little aslant, as a hand would
set them down: outlines of the brush face that came along, which its licence lets anybody draw from.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FACE = HERE.parents[1] / "fonts" / "kaitim-gb.ttf"

HAND = (("沅", 1.08, -0.03, -40), ("江", 0.96, 0.02, 10), ("晚", 1.02, -0.01, -20), ("报", 1.12, 0.04, -60))
"""Each character with its size, its slant and how far it stands above the line."""

STEP = 0.98
"""From one character to the next, in its own em."""


def title() -> str:
    """The title as an SVG."""
    font = TTFont(FACE)
    glyphs, em, x, paths = font.getGlyphSet(), font["head"].unitsPerEm, 0.0, []
    for character, size, slant, rise in HAND:
        pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.0f}")
        moved = (size, 0, slant * size, -size, x, em - rise * em / 1000)
        glyphs[font.getBestCmap()[ord(character)]].draw(TransformPen(pen, moved))
        paths.append(f'<path d="{pen.getCommands()}"/>')
        x += em * size * STEP
    box = f'viewBox="0 0 {x:.0f} {em * 1.3:.0f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{"".join(paths)}</svg>\n'


if __name__ == "__main__":
    (HERE / "front" / "art" / "title.svg").write_text(title(), "utf-8")
