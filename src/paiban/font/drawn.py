"""A face of drawings: the outlines of characters in, a font in memory out.

A drawing is set so that its ink stands in the middle of the em.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from struct import pack

from paiban.font.face import Face
from paiban.font.sfnt import build_sfnt
from paiban.font.trace import Loop

DRAWN = "drawn"
"""The key of the face that is made of drawings."""

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
    """A TrueType file whose glyphs, an em wide each, are these outlines in font units (OpenType specification)."""
    characters = sorted(outlines)
    glyphs = [b"", *(_glyph(outlines[character]) for character in characters)]
    offsets = [0]
    for glyph in glyphs:
        offsets.append(offsets[-1] + len(glyph))
    points = [point for loops in outlines.values() for loop in loops for point in loop]
    box = *(min(p[a] for p in points) for a in (0, 1)), *(max(p[a] for p in points) for a in (0, 1))
    count, longest = len(glyphs), max(sum(map(len, loops)) for loops in outlines.values())
    contours = max(map(len, outlines.values()))
    tables = {
        b"head": pack(">6L", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 0)[:16]
        + pack(">HHqqhhhhHHhhh", 0, UPEM, 0, 0, *box, 0, 8, 2, 1, 0),
        b"hhea": pack(">LhhhHhhhhhhhhhhhH", 0x10000, ASCENT, ASCENT - UPEM, 0, UPEM, 0, 0, UPEM, 1, *[0] * 7, 1),
        b"maxp": pack(">L14H", 0x10000, count, longest, contours, *[0] * 2, 2, *[0] * 8),
        b"hmtx": pack(f">Hh{count - 1}h", UPEM, 0, *(_leftmost(outlines[character]) for character in characters)),
        b"cmap": _cmap(characters),
        b"loca": pack(f">{len(offsets)}L", *offsets),
        b"glyf": b"".join(glyphs),
        b"OS/2": _os2(),
        b"name": _name(),
        b"post": pack(">LLhhLLLLL", 0x30000, *[0] * 8),
    }
    return build_sfnt(tables, b"\0\1\0\0")


def _leftmost(loops: Sequence[Loop]) -> int:
    return min(x for loop in loops for x, _ in loop)


def _glyph(loops: Sequence[Loop]) -> bytes:
    """A simple glyph, all of its points on the curve."""
    points = [point for loop in loops for point in loop]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    ends, total = [], -1
    for loop in loops:
        total += len(loop)
        ends.append(total)
    steps = [pack(f">{len(axis)}h", *(b - a for a, b in zip([0, *axis], axis, strict=False))) for axis in (xs, ys)]
    data = pack(">5h", len(loops), min(xs), min(ys), max(xs), max(ys)) + pack(f">{len(ends)}HH", *ends, 0)
    data += bytes([1]) * len(points) + b"".join(steps)
    return data + bytes(-len(data) % 4)


def _cmap(characters: Sequence[str]) -> bytes:
    """Character to glyph, for all of Unicode (format 12)."""
    groups = [pack(">LLL", ord(character), ord(character), index) for index, character in enumerate(characters, 1)]
    body = pack(">HHLLL", 12, 0, 16 + 12 * len(groups), 0, len(groups)) + b"".join(groups)
    return pack(">HHHHL", 0, 1, 3, 10, 12) + body


def _os2() -> bytes:
    """Weight 400, free to embed, the em box from ``ASCENT`` down."""
    return (
        pack(">Hh4H", 4, UPEM, 400, 5, 0, 0)[:10] + pack(">11h", *[0] * 11) + bytes(10 + 16) + b"    "
        + pack(">3H", 64, 0, 0xFFFF) + pack(">3hHH", ASCENT, ASCENT - UPEM, 0, ASCENT, UPEM - ASCENT) + bytes(8)
        + pack(">hhHHH", 500, 700, 0, 32, 1)
    )  # fmt: skip


def _name() -> bytes:
    """The family's name and the PostScript name."""
    words = "PaibanDrawn".encode("utf-16-be")
    rows = [pack(">6H", 3, 1, 0x409, number, len(words), 0) for number in (1, 4, 6)]
    return pack(">3H", 0, len(rows), 6 + 12 * len(rows)) + b"".join(rows) + words
