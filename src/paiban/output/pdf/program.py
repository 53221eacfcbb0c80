"""Font programs: a face cut to the glyphs drawn and packed, kept between runs.

Most runs of an issue draw the glyphs of the run before, and cutting the faces anew takes a third of the time that the
PDF takes. An entry is named by all that its bytes depend on, so the file is the same with and without it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence

from paiban import cache
from paiban.font import Face, entry_name, subset
from paiban.font.sfnt import table_directory
from paiban.output.pdf.cff import glyph_cids
from paiban.value import NamedTuple

CODE_VERSION = 2
"""Raised whenever the same glyphs would come out otherwise, so that no old entry of the cache is used."""

_QUICK = 1
"""The level at which font programs are packed: outlines gain a twentieth by the slower ones, at twice the time."""


class Program(NamedTuple):
    """A cut face as it is embedded: ``packed`` by Flate from ``length`` bytes, a CFF table or a TrueType file.

    ``renumbered`` gives each glyph's index in it; ``cids`` the CID of each index where the CFF has its own (else None).
    """

    packed: bytes
    length: int
    is_cff: bool
    renumbered: Mapping[int, int]
    cids: tuple[int, ...] | None


def font_program(face: Face, gids: Sequence[int]) -> Program:
    """The program of ``face`` with ``gids`` and .notdef. SubsetError where the face is damaged inside."""
    key = entry_name(face, gids, "font", CODE_VERSION, zlib.ZLIB_RUNTIME_VERSION)
    kept = cache.load(key, _unpack) if key else None
    if kept is not None:
        return kept
    made = _cut(face, gids)
    if key:
        cache.store(key, _pack(made))
    return made


def _cut(face: Face, gids: Sequence[int]) -> Program:
    data, renumbered = subset(face, gids)
    offset, length = table_directory(data, len(data)).get(b"CFF ", (0, 0))
    cff = data[offset : offset + length]
    program = cff or data
    cids = glyph_cids(cff) if cff else None
    return Program(zlib.compress(program, _QUICK), len(program), bool(cff), renumbered, cids)


def _pack(made: Program) -> bytes:
    """A line of JSON, then the packed program."""
    head = [made.length, made.is_cff, list(made.renumbered.items()), made.cids]
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + made.packed


def _unpack(entry: bytes) -> Program:
    head, _, packed = entry.partition(b"\n")
    length, is_cff, renumbered, cids = json.loads(head)
    return Program(packed, length, is_cff, dict(renumbered), None if cids is None else tuple(cids))
