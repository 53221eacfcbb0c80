"""What a run finds out about glyphs of a face and the next one need not open its file for.

An entry of the cache is named by all that its bytes depend on: the face's file, the program that read it, the glyphs.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from paiban import cache
from paiban.font.face import Box, Face
from paiban.font.harfbuzz import version

BOXES_VERSION = 1
"""Raised whenever the same glyphs would have other boxes, or these are laid out otherwise."""

WORTH_KEEPING = 1 << 20
"""A face whose file is smaller, in bytes, is read as quickly as an entry."""


def entry_name(face: Face, gids: Iterable[int], *facts: object) -> str:
    """The name of an entry about ``gids`` of ``face``, ``""`` where it is not worth keeping."""
    try:
        place, size, time = cache.file_facts(face.path)
    except OSError:
        return ""
    if size < WORTH_KEEPING:
        return ""
    return cache.name_of(*facts, version(), place, size, time, face.index, sorted(set(gids)))


def learn_boxes(face: Face, gids: Iterable[int]) -> None:
    """Have ``face`` know the ink of all these glyphs, without touching the file where an earlier run has kept it."""
    wanted = sorted(set(gids).difference(face.boxes))
    if not wanted:
        return
    name = entry_name(face, wanted, "boxes", BOXES_VERSION)
    kept = cache.load(name, _unpack) if name else None
    if kept is not None and len(kept) == len(wanted):
        face.boxes.update(zip(wanted, kept, strict=True))
        return
    boxes = [face.extents(gid) for gid in wanted]
    if name:
        cache.store(name, _pack(boxes))


def _pack(boxes: Iterable[Box]) -> bytes:
    return array("i", [edge for box in boxes for edge in box]).tobytes()


def _unpack(entry: bytes) -> list[Box]:
    edges = array("i")
    edges.frombytes(entry)
    each = iter(edges)
    return list(zip(each, each, each, each, strict=True))
