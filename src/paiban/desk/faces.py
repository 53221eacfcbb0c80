"""Faces for the desk: whole, with a character of our own for each glyph, so that no glyph is ever missing or shaped."""

from __future__ import annotations

from hashlib import sha256

from paiban.font import Face
from paiban.font.sfnt import build_sfnt
from paiban.output.svg.face import FIRST_CODE, character_map

TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "CFF ", "cvt ", "fpgm", "prep", "OS/2", "name", "post")
"""What a browser draws glyphs from; layout and vertical metrics are left at home: every glyph's place is given."""

TRUE_TYPE, POST_SCRIPT = b"\0\1\0\0", b"OTTO"


def face_name(face: Face) -> str:
    """What a face is fetched by: another file, another name, so that browsers may keep it for good."""
    stat = face.path.stat()
    return sha256(f"{face.path}|{face.index}|{stat.st_mtime_ns}|{stat.st_size}".encode()).hexdigest()[:20]


def whole_face(face: Face) -> bytes:
    """The font file of a face, whose glyph ``n`` is the character ``FIRST_CODE + n``."""
    tables = {tag.encode("ascii"): data for tag in TABLES if (data := face.table(tag))}
    count = int.from_bytes(tables[b"maxp"][4:6], "big")
    tables[b"cmap"] = character_map(count)
    return build_sfnt(tables, POST_SCRIPT if b"CFF " in tables else TRUE_TYPE)


def characters(glyphs: tuple[int, ...]) -> str:
    """The characters that stand for glyphs in a whole face."""
    return "".join([chr(FIRST_CODE + glyph) for glyph in glyphs])
