"""What a run finds out about glyphs of a face and the next one need not open its file for.

An entry of the cache is named by all that its bytes depend on: the face's file, the program that read it, the glyphs.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from pathlib import Path

from paiban import cache
from paiban.files import state_of
from paiban.font.face import Face
from paiban.font.fitting import Fitting
from paiban.font.told import Box, unpack

TOLD_VERSION = 3
"""Raised whenever a face would answer otherwise, or its answers are laid out otherwise."""

SOUND_VERSION = 1
"""Raised whenever other files would be found sound."""

BOXES_VERSION = 2
"""Raised whenever the same glyphs would have other boxes, or these are laid out otherwise."""


class Soundness:
    """Which font files, in the states that they are in, are known to be whole and free to be embedded, all or none."""

    def __init__(self, faces: Iterable[tuple[Path, int]]) -> None:
        self._states = {(path, index): state for path, index in faces if (state := state_of(path)) is not None}
        facts = [[*state, index] for (_, index), state in self._states.items()]
        self._name = cache.name_of("sound", SOUND_VERSION, facts)
        self.known = bool(facts) and cache.load(self._name, bool) is not None

    def covers(self, path: Path, index: int) -> bool:
        """Whether a face of a file is known to be so."""
        return self.known and (path, index) in self._states

    def keep(self) -> None:
        """Keep that all of them were found to be so."""
        if not self.known and all(map(cache.is_settled, self._states.values())):
            cache.store(self._name, b"\1")


def entry_name(face: Face, gids: Iterable[int], *facts: object) -> str:
    """The name of an entry about ``gids`` of ``face``, ``""`` where it has no file."""
    try:
        place, size, time = cache.file_facts(face.path)
    except OSError:
        return ""
    drawn = _facts(face.fitting, face.like)
    return cache.name_of(*facts, drawn, _harfbuzz(), place, size, time, face.index, sorted(set(gids)))


def open_face(key: str, path: Path, index: int, fitting: Fitting, like: Face | None, asker: str) -> Face:
    """A face with what it told ``asker``, a file that is set with it, the last time; made as black as ``like``."""
    name = _told_name(path, index, _facts(fitting, like), asker)
    before = cache.load(name, unpack) if name else None
    if like is None:
        return Face(key, path, index, fitting, before=before)
    from paiban.font.blacken import BlackFace  # noqa: PLC0415  only rare characters in black are made

    return BlackFace(key, path, like, index, fitting, before)


def remember(face: Face, asker: str) -> None:
    """Keep what a face has told ``asker``, where the last time was not enough."""
    if face.is_open and (name := _told_name(face.path, face.index, _facts(face.fitting, face.like), asker)):
        cache.store(name, face.told.pack())


def _told_name(path: Path, index: int, drawn: object, asker: str) -> str:
    try:
        place, size, time = cache.file_facts(path)
    except OSError:
        return ""
    facts = "told", TOLD_VERSION, _harfbuzz(), place, size, time, index, drawn
    return cache.name_of(*facts, str(Path(asker).absolute())) if asker else ""


def _facts(fitting: Fitting, like: Face | None) -> object:
    """What the answers of a face depend on besides its file."""
    return [sorted(fitting.draw.items()), *fitting[1:], *([str(like.path), like.index] if like is not None else ())]


def _harfbuzz() -> str:
    """Another HarfBuzz may read or shape the same glyphs otherwise."""
    return cache.version_of("uharfbuzz")


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
    boxes = [face.measured(gid) for gid in wanted]
    face.boxes.update(zip(wanted, boxes, strict=True))
    if name:
        cache.store(name, _pack(boxes))


def _pack(boxes: Iterable[Box]) -> bytes:
    return array("i", [edge for box in boxes for edge in box]).tobytes()


def _unpack(entry: bytes) -> list[Box]:
    edges = array("i")
    edges.frombytes(entry)
    each = iter(edges)
    return list(zip(each, each, each, each, strict=True))
