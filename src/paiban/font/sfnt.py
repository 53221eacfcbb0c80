"""The outside of a font file: its directory of tables, read and written, and whether it may be embedded.

Read directly, so that a missing, broken or forbidden file is known before anything is set, at the cost of two small
reads a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from struct import pack, unpack, unpack_from
from typing import BinaryIO

from paiban.files import open_plain
from paiban.language import Words

_OUTLINES = (b"glyf", b"CFF ")
_NEEDED = (b"cmap", b"head", b"hhea", b"hmtx", b"maxp")
_VERSIONS = {b"\0\1\0\0", b"OTTO", b"true"}
_MOST_TABLES = 256
_RESTRICTED = 0x0002
_BITMAP_ONLY = 0x0200


class SfntError(Exception):
    """A file that is no usable font; the words say why, in Chinese and English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(zh, en)


def may_be_embedded(path: Path, index: int = 0) -> bool:
    """Whether face ``index`` of ``path``, which is whole, may be put into a PDF.

    SfntError where the file is no complete font, OSError where it cannot be read.
    """
    with open_plain(path) as stream:
        tables = _tables_of(stream, path, index)
        _check_tables(tables)
        return _may_embed(stream, tables)


def read_table(path: Path, tag: str, index: int = 0) -> bytes:
    """The bytes of a table of face ``index`` of ``path``, ``b""`` if it has none. Errors as of ``may_be_embedded``."""
    with open_plain(path) as stream:
        offset, length = _tables_of(stream, path, index).get(tag.encode("ascii"), (0, 0))
        stream.seek(offset)
        return stream.read(length)


def without_table(data: bytes, tag: str, index: int = 0) -> bytes:
    """A font file in which nobody finds a table that face ``index`` has: its row in the directory has no such name."""
    start = _collection_offset(data[:4096], index) if data[:4] == b"ttcf" else 0
    (count,) = unpack_from(">H", data, start + 4)
    rows = range(start + 12, start + 12 + 16 * count, 16)
    place = next(row for row in rows if data[row : row + 4] == tag.encode("ascii"))
    return b"".join([data[: place + 3], b"\0", data[place + 4 :]])


class GlyphSizes:
    """How many bytes each glyph of a face of TrueType has, by its table ``loca`` (OpenType: offsets by twos, or wide).

    Where the table has not an offset for each of ``count`` glyphs and one more, every glyph is said to have one byte.
    """

    def __init__(self, loca: bytes, count: int) -> None:
        self._loca = loca
        self._wide = len(loca) // (count + 1)
        self._pair, self._unit = {2: (">2H", 2), 4: (">2I", 1)}.get(self._wide, ("", 1))

    def size(self, glyph: int) -> int:
        """The bytes of a glyph's outline."""
        place = glyph * self._wide
        if not self._pair or place + 2 * self._wide > len(self._loca):
            return 1
        first, last = unpack_from(self._pair, self._loca, place)
        return int(last - first) * self._unit


def _tables_of(stream: BinaryIO, path: Path, index: int) -> dict[bytes, tuple[int, int]]:
    head = stream.read(4096)
    if head[:4] == b"ttcf":
        stream.seek(_collection_offset(head, index))
        head = stream.read(4096)
    return table_directory(head, path.stat().st_size)


def table_directory(data: bytes, size: int) -> dict[bytes, tuple[int, int]]:
    """The table directory at the start of ``data``, every table checked to end within ``size`` bytes."""
    if data[:4] not in _VERSIONS or len(data) < 12:
        raise SfntError("不是字体文件", "it is not a font file")
    count = unpack_from(">H", data, 4)[0]
    if count > _MOST_TABLES or len(data) < 12 + 16 * count:
        raise SfntError("文件开头已损坏", "its head is damaged")
    tables: dict[bytes, tuple[int, int]] = {}
    for number in range(count):
        tag, _, offset, length = unpack_from(">4sLLL", data, 12 + 16 * number)
        if offset + length > size:
            raise SfntError("文件不完整", "the file is cut short")
        tables[tag] = (offset, length)
    return tables


def _collection_offset(head: bytes, index: int) -> int:
    count = unpack_from(">L", head, 8)[0] if len(head) >= 12 else 0
    if not 0 <= index < count or len(head) < 16 + 4 * index:
        raise SfntError(f"文件里没有第 {index} 个字体", f"it has no face number {index}")
    offset: int = unpack_from(">L", head, 12 + 4 * index)[0]
    return offset


def _check_tables(tables: dict[bytes, tuple[int, int]]) -> None:
    absent = [tag for tag in _NEEDED if tag not in tables]
    if not any(tag in tables for tag in _OUTLINES):
        absent.append(_OUTLINES[0])
    if absent:
        names = ", ".join(tag.decode("ascii").strip() for tag in absent)
        raise SfntError(f"缺少 {names} 表", f"it lacks the table {names}")


def _may_embed(stream: BinaryIO, tables: dict[bytes, tuple[int, int]]) -> bool:
    """OpenType OS/2 ``fsType``: restricted, or bitmaps only, forbid it; the bits of newer tables exclude each other."""
    if b"OS/2" not in tables or tables[b"OS/2"][1] < 10:
        return True
    stream.seek(tables[b"OS/2"][0] + 8)
    kind = unpack_from(">H", stream.read(2))[0]
    return not (kind & 0x000F == _RESTRICTED or kind & _BITMAP_ONLY)


def build_sfnt(tables: Mapping[bytes, bytes], version: bytes) -> bytes:
    """A font file of these tables; ``version`` is how it begins (OpenType: organization of an OpenType font)."""
    count = len(tables)
    selector = count.bit_length() - 1
    reach = 16 << selector
    head = pack(">4s4H", version, count, reach, selector, 16 * count - reach)
    offset = len(head) + 16 * count
    rows, bodies = [], []
    for tag, data in sorted(tables.items()):
        padded = data + bytes(-len(data) % 4)
        rows.append(pack(">4sLLL", tag, _checksum(padded), offset, len(data)))
        bodies.append(padded)
        offset += len(padded)
    return b"".join([head, *rows, *bodies])


def _checksum(padded: bytes) -> int:
    total: int = sum(unpack(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF
