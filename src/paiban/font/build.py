"""A TrueType file built from outlines: for faces that are drawn, not cut (OpenType specification)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import pack

from paiban.font.face import Outline
from paiban.font.sfnt import build_sfnt
from paiban.value import NamedTuple

Point = tuple[int, int, bool]
"""A point in font units, y up, and whether the outline goes through it."""

Loops = Sequence[Sequence[Point]]

_CUBIC_PARTS = 4
"""A cubic curve becomes so many quadratic ones: within a thousandth of an em of it in any glyph."""


class Drawn(NamedTuple):
    """One glyph: its outlines and its advance."""

    loops: Loops
    advance: int


class Em(NamedTuple):
    """The em that glyphs are drawn on: its units, how many of them stand above the baseline, its weight (OS/2)."""

    upem: int
    ascent: int
    weight: int = 400


def build_truetype(glyphs: Sequence[Drawn], em: Em, characters: Mapping[str, int], name: str) -> bytes:
    """A font file of ``glyphs``, .notdef first; ``characters`` give the number of a character's glyph."""
    drawn = [_glyph(glyph.loops) for glyph in glyphs]
    offsets = [0]
    for data in drawn:
        offsets.append(offsets[-1] + len(data))
    points = [point for glyph in glyphs for loop in glyph.loops for point in loop] or [(0, 0, True)]
    box = *(min(p[a] for p in points) for a in (0, 1)), *(max(p[a] for p in points) for a in (0, 1))
    most = max(sum(map(len, glyph.loops)) for glyph in glyphs)
    tables = {
        b"head": pack(">4L", 0x10000, 0, 0, 0x5F0F3CF5)
        + pack(">HHqqhhhhHHhhh", 0, em.upem, 0, 0, *box, 0, 8, 2, 1, 0),
        b"hhea": pack(">LhhhHhhhhhhhhhhhH", 0x10000, em.ascent, em.ascent - em.upem, 0,
                      max(glyph.advance for glyph in glyphs), 0, 0, em.upem, 1, *[0] * 7, len(glyphs)),
        b"maxp": pack(">L14H", 0x10000, len(glyphs), most, max(len(g.loops) for g in glyphs), *[0] * 2, 2, *[0] * 8),
        b"hmtx": b"".join(pack(">Hh", glyph.advance, _leftmost(glyph.loops)) for glyph in glyphs),
        b"cmap": _cmap(characters),
        b"loca": pack(f">{len(offsets)}L", *offsets),
        b"glyf": b"".join(drawn),
        b"OS/2": _os2(em),
        b"name": _name(name),
        b"post": pack(">LLhhLLLLL", 0x30000, *[0] * 8),
    }  # fmt: skip
    return build_sfnt(tables, b"\0\1\0\0")


def loops_of_outline(outline: Outline) -> Loops:
    """An outline's steps as the points of a TrueType glyph; cubic curves come within a hair."""
    loops: list[list[Point]] = []
    at = (0.0, 0.0)
    for step, values in outline:
        if step == "M":
            loops.append([])
        elif step == "C":
            loops[-1] += _quadratics(at, values)
        elif step == "Q":
            loops[-1].append((round(values[0]), round(values[1]), False))
        if step != "Z":
            at = values[-2], values[-1]
            loops[-1].append((round(at[0]), round(at[1]), True))
    return [_closed(loop) for loop in loops if len(loop) > 2]


def _closed(loop: list[Point]) -> list[Point]:
    return loop[:-1] if loop[0] == loop[-1] else loop


def _quadratics(start: tuple[float, float], values: Sequence[float]) -> list[Point]:
    """The points of the quadratic curves that stand for a cubic one, but for the last, which the step adds itself."""
    cubic = (start, values[0:2], values[2:4], values[4:6])
    points: list[Point] = []
    for part in range(_CUBIC_PARTS):
        begin, end = part / _CUBIC_PARTS, (part + 1) / _CUBIC_PARTS
        quarter = (end - begin) / 4
        x, y = ((_at(cubic, axis, begin) + _at(cubic, axis, end)) / 2
                + quarter * (_slope(cubic, axis, begin) - _slope(cubic, axis, end)) for axis in (0, 1))  # fmt: skip
        points.append((round(x), round(y), False))
        if part < _CUBIC_PARTS - 1:
            points.append((round(_at(cubic, 0, end)), round(_at(cubic, 1, end)), True))
    return points


def _at(cubic: Sequence[Sequence[float]], axis: int, t: float) -> float:
    a, b, c, d = (point[axis] for point in cubic)
    return a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3


def _slope(cubic: Sequence[Sequence[float]], axis: int, t: float) -> float:
    a, b, c, d = (point[axis] for point in cubic)
    return 3 * ((b - a) * (1 - t) ** 2 + 2 * (c - b) * t * (1 - t) + (d - c) * t * t)


def _leftmost(loops: Loops) -> int:
    return min((x for loop in loops for x, _, _ in loop), default=0)


def _glyph(loops: Loops) -> bytes:
    """A simple glyph; none where it has no ink."""
    if not loops:
        return b""
    points = [point for loop in loops for point in loop]
    xs, ys = [x for x, _, _ in points], [y for _, y, _ in points]
    ends, total = [], -1
    for loop in loops:
        total += len(loop)
        ends.append(total)
    steps = [pack(f">{len(axis)}h", *(b - a for a, b in zip([0, *axis], axis, strict=False))) for axis in (xs, ys)]
    data = pack(">5h", len(loops), min(xs), min(ys), max(xs), max(ys)) + pack(f">{len(ends)}HH", *ends, 0)
    data += bytes(on for _, _, on in points) + b"".join(steps)
    return data + bytes(-len(data) % 4)


def _cmap(characters: Mapping[str, int]) -> bytes:
    """Character to glyph, for all of Unicode (format 12)."""
    groups = [pack(">LLL", ord(character), ord(character), index) for character, index in sorted(characters.items())]
    body = pack(">HHLLL", 12, 0, 16 + 12 * len(groups), 0, len(groups)) + b"".join(groups)
    return pack(">HHHHL", 0, 1, 3, 10, 12) + body


def _os2(em: Em) -> bytes:
    """Free to embed, the em box from ``ascent`` down."""
    return (
        pack(">Hh4H", 4, em.upem, em.weight, 5, 0, 0)[:10] + pack(">11h", *[0] * 11) + bytes(10 + 16) + b"    "
        + pack(">3H", 64, 0, 0xFFFF) + pack(">3hHH", em.ascent, em.ascent - em.upem, 0, em.ascent, em.upem - em.ascent)
        + bytes(8) + pack(">hhHHH", em.upem // 2, em.upem * 7 // 10, 0, 32, 1)
    )  # fmt: skip


def _name(called: str) -> bytes:
    """The family's name and the PostScript name."""
    words = called.encode("utf-16-be")
    rows = [pack(">6H", 3, 1, 0x409, number, len(words), 0) for number in (1, 4, 6)]
    return pack(">3H", 0, len(rows), 6 + 12 * len(rows)) + b"".join(rows) + words
