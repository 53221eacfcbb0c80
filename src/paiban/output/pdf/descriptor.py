"""What a PDF says of a face as a whole, read from the face's own tables (ISO 32000-1, 9.8)."""

from __future__ import annotations

from typing import Any

from paiban.font import Face
from paiban.output.pdf.objects import Real, number

_SERIF, _SYMBOLIC, _ITALIC, _FIXED = 2, 4, 64, 1
_PANOSE_TEXT, _PANOSE_SERIFS = 2, range(2, 11)
_POSTSCRIPT_NAME = 6
_FORBIDDEN = frozenset("()<>[]{}/% ")


def postscript_name(face: Face) -> str:
    """The face's PostScript name in plain ASCII, or its key where it has none."""
    named = face.name(_POSTSCRIPT_NAME)
    plain = "".join(c for c in named if "!" <= c <= "~" and c not in _FORBIDDEN)
    return plain or "".join(c if c.isascii() and c.isalnum() else "-" for c in face.key)


def descriptor_entries(face: Face) -> dict[str, Any]:
    """Flags, FontBBox, ItalicAngle, Ascent, Descent, CapHeight and StemV, lengths in thousandths of an em."""
    head, hhea, os2, post = (face.table(tag) for tag in ("head", "hhea", "OS/2", "post"))

    def scaled(value: int) -> int:
        return round(value * 1000 / face.upem)

    slant = _signed(post, 4) + int.from_bytes(post[6:8], "big") / 65536
    return {
        "Flags": _flags(os2, post, slant),
        "FontBBox": [scaled(_signed(head, at)) for at in (36, 38, 40, 42)],
        "ItalicAngle": Real(number(slant, 2)),
        "Ascent": scaled(_signed(hhea, 4)),
        "Descent": scaled(_signed(hhea, 6)),
        "CapHeight": scaled(_cap_height(face, os2)),
        "StemV": _stem(os2),
    }


def _signed(table: bytes, at: int) -> int:
    """A big-endian 16-bit number; 0 past the table's end, as of a table that is not there."""
    return int.from_bytes(table[at : at + 2], "big", signed=True)


def _flags(os2: bytes, post: bytes, slant: float) -> int:
    """Symbolic always, since the codes are ours; serif by PANOSE; the rest by ``post``."""
    flags = _SYMBOLIC
    if os2[32:33] == bytes([_PANOSE_TEXT]) and os2[33] in _PANOSE_SERIFS:
        flags |= _SERIF
    if slant:
        flags |= _ITALIC
    if any(post[12:16]):
        flags |= _FIXED
    return flags


def _cap_height(face: Face, os2: bytes) -> int:
    """OS/2 ``sCapHeight`` (version 2 on), else the height of an H, else of the em box."""
    stated = _signed(os2, 88) if _signed(os2, 0) >= 2 else 0
    if stated > 0:
        return stated
    return face.extents(face.shape("H")[0].gid)[3] if face.has("H") else face.ascent


def _stem(os2: bytes) -> int:
    """The stem's width as weights usually have it: about 50 at 200, 90 at 400, 160 at 700."""
    weight = _signed(os2, 4) or 400
    return round(10 + 220 * max(0, weight - 50) / 900)
