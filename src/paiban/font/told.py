"""What a face has told: every question that setting a page asks of HarfBuzz, with its answer.

An answer is the face's own, whatever is set with it, so a ``Face`` can be given those of an earlier run. Where it is
asked nothing else, neither its file is opened nor HarfBuzz loaded.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from paiban.value import NamedTuple

Box = tuple[int, int, int, int]
"""The ink of a glyph in font units from its origin, y up: least x and y, greatest x and y; all 0 where it has none."""

Question = tuple[str, bool, tuple[tuple[str, int], ...]]
"""A cluster to be shaped, whether vertically, and the OpenType features by tag that are asked for besides, sorted."""


class Glyph(NamedTuple):
    """A shaped glyph: its index in the face, the pen's advance, the origin's offset from the pen (see ``face``)."""

    gid: int
    advance: int
    dx: int
    dy: int


class Told:
    """Answers of one face: its ``em`` (units in it, and how far it reaches above the baseline), whether it ``has`` a
    character, the glyphs that clusters are ``shaped`` to, ``boxes`` and ``widths`` of glyphs, its ``names``.
    """

    __slots__ = ("_level", "_upright", "boxes", "em", "has", "names", "shaped", "widths")

    def __init__(self) -> None:
        self.em = (0, 0)
        self.has: dict[str, bool] = {}
        self.shaped: dict[Question, tuple[Glyph, ...]] = {}
        self.boxes: dict[int, Box] = {}
        self.widths: dict[int, int] = {}
        self.names: dict[int, str] = {}
        self._level: dict[str, list[int]] = {}
        self._upright: dict[str, list[int]] = {}

    def glyphs(self, question: Question) -> tuple[Glyph, ...] | None:
        """What a cluster is shaped to, if that was told."""
        cluster, vertical, features = question
        flat = None if features else (self._upright if vertical else self._level).get(cluster)
        return self.shaped.get(question) if flat is None else _glyphs(flat)

    def pack(self) -> bytes:
        """All answers as JSON; of most clusters the glyph and its advance, by the cluster."""
        level: dict[str, list[int]] = {}
        upright: dict[str, list[int]] = {}
        special = []
        for (cluster, vertical, features), glyphs in self.shaped.items():
            flat = [number for glyph in glyphs for number in glyph]
            if features:
                special.append([cluster, vertical, features, flat])
            else:
                (upright if vertical else level)[cluster] = flat[:2] if flat[2:] == [0, 0] else flat
        has = ["".join([ch for ch, there in self.has.items() if there == wanted]) for wanted in (True, False)]
        pairs = [list(table.items()) for table in (self.boxes, self.widths, self.names)]
        data = [self.em, has, level, upright, special, pairs]
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack(entry: bytes) -> Told:
    """Answers that were kept."""
    told = Told()
    em, (has, lacks), told._level, told._upright, special, pairs = json.loads(entry.decode("utf-8", "surrogatepass"))
    told.em = em[0], em[1]
    told.has = {**dict.fromkeys(has, True), **dict.fromkeys(lacks, False)}
    for cluster, vertical, features, flat in special:
        told.shaped[cluster, vertical, tuple([(tag, value) for tag, value in features])] = _glyphs(flat)
    boxes, widths, names = pairs
    told.boxes = {gid: (box[0], box[1], box[2], box[3]) for gid, box in boxes}
    told.widths, told.names = dict(widths), dict(names)
    return told


def _glyphs(flat: Sequence[int]) -> tuple[Glyph, ...]:
    if len(flat) == 2:
        return (Glyph(flat[0], flat[1], 0, 0),)
    each = iter(flat)
    return tuple([Glyph(*numbers) for numbers in zip(each, each, each, each, strict=True)])
