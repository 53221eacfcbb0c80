"""Faces for a browser: cut to the glyphs of one page, with a code of our own for each glyph.

A browser draws characters, not glyphs. So every glyph gets a character of the private use area: what stands on the page
is then exactly what was set, vertical forms and ligatures included, and no shaping takes place again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from struct import pack

from paiban.font import Face, subset
from paiban.font.sfnt import build_sfnt, table_directory
from paiban.value import NamedTuple

FIRST_CODE = 0xF0000
"""Where Supplementary Private Use Area-A begins: it has as many characters as a face can have glyphs."""

_KEPT = ("OS/2", "name", "post")
"""Tables that draw no glyph and without which browsers refuse a font."""

_WINDOWS_FULL = (3, 10)
"""Platform and encoding of a character map with codes of four bytes (OpenType: cmap)."""


class WebFace(NamedTuple):
    """A cut face as a font file, and the character that stands for each glyph of the whole face."""

    data: bytes
    characters: Mapping[int, str]


def web_face(face: Face, gids: Collection[int]) -> WebFace:
    """The face cut to ``gids``. SubsetError where it is damaged inside."""
    cut, renumbered = subset(face, gids, _KEPT)
    directory = table_directory(cut, len(cut))
    tables = {tag: cut[offset : offset + length] for tag, (offset, length) in directory.items()}
    tables[b"cmap"] = character_map(max(renumbered.values()) + 1)
    characters = {gid: chr(FIRST_CODE + renumbered[gid]) for gid in gids}
    return WebFace(build_sfnt(tables, cut[:4]), characters)


def character_map(count: int) -> bytes:
    """The characters of a face of ``count`` glyphs: glyph ``n`` behind ``FIRST_CODE + n``, in one group (format 12)."""
    group = pack(">HHLLLLLL", 12, 0, 28, 0, 1, FIRST_CODE + 1, FIRST_CODE + count - 1, 1)
    return pack(">HHHHL", 0, 1, *_WINDOWS_FULL, 12) + group
