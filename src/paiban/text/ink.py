"""Type by its ink: letters that reach out of their width, roots, signs drawn smaller about their middle.

All of it horizontally, as a face shapes it; ``size`` is that of the type, in Lengths.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.text.sort import Setting, moved
from paiban.text.spacing import OPTICAL_SIDE
from paiban.units import Length, rounded, scaled

if TYPE_CHECKING:
    from paiban.font import Face

REACHES = 20
"""How far ink may reach out of its letter's width and nobody sees it, in ‰ of an em."""


def holding_its_ink(face: Face, flat: Setting, size: Length) -> Setting:
    """A word whose last letter reaches out of its width (f), or its first (j), so wide that it holds its ink: that
    meets no bracket and stands out of no line."""
    first, last = face.extents(flat.glyphs[0])[0], face.extents(flat.glyphs[-1])[2]
    before = rounded(-first * size, face.upem) - flat.shifts[0]
    after = rounded(last * size, face.upem) + flat.shifts[-1] - flat.advances[-1]
    more = [reach if reach > size * REACHES // 1000 else 0 for reach in (before, after)]
    return moved(flat, more[0], sum(flat.advances) + sum(more)) if any(more) else flat


def ending_with_its_stroke(face: Face, flat: Setting, size: Length) -> Setting:
    """A sign of a root, which Chinese faces draw amid an em: its stroke ends where what it is over begins."""
    first, _, last, _ = face.extents(flat.glyphs[0])
    begin, end = rounded(first * size, face.upem), rounded(last * size, face.upem)
    before = min(begin, scaled(size, OPTICAL_SIDE))
    return moved(flat, before - begin, before + end - begin)


def about_middle(face: Face, flat: Setting, size: Length, scale: int) -> Setting:
    """A setting of one glyph made smaller to ``scale`` ‰, its middle as high as it was."""
    (glyph,), (advance,), _, (rise,) = flat
    _, low, _, high = face.extents(glyph)
    up = rounded((low + high) * size * (1000 - scale), 2000 * face.upem)
    return Setting((glyph,), (rounded(advance * scale, 1000),), (0,), (rise - up,))
