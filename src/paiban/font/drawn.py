"""A face of drawings: the outlines of characters in, a font in memory out.

A drawing is set so that its ink stands in the middle of the em.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from paiban.font.build import Drawn, Em, build_truetype
from paiban.font.face import Face
from paiban.font.trace import Loop

DRAWN = "drawn"
"""The key of the face that is made of drawings."""

NAME = "PaibanDrawn"
"""What it is called in a file."""

UPEM = 1000
ASCENT = 880


def drawn_face(drawings: Mapping[str, Sequence[Loop]]) -> Face:
    """The face whose characters are ``drawings``: outlines in pixels of a thousandth of an em, y down, from their
    ink's top left corner."""
    return Face(DRAWN, Path(DRAWN), data=face_of({c: _in_em(loops) for c, loops in drawings.items()}))


def _in_em(loops: Sequence[Loop]) -> list[Loop]:
    """Outlines in font units, their ink in the middle of the em."""
    width, height = (max(point[axis] for loop in loops for point in loop) for axis in (0, 1))
    left, top = (UPEM - width) // 2, ASCENT - (UPEM - height) // 2
    return [[(left + x, top - y) for x, y in loop] for loop in loops]


def face_of(outlines: Mapping[str, Sequence[Loop]]) -> bytes:
    """A TrueType file whose glyphs, an em wide each, are these outlines in font units."""
    characters = sorted(outlines)
    glyphs = [Drawn([[(x, y, True) for x, y in loop] for loop in outlines[c]], UPEM) for c in characters]
    numbers = {character: number for number, character in enumerate(characters, 1)}
    return build_truetype([Drawn((), UPEM), *glyphs], Em(UPEM, ASCENT), numbers, NAME)
