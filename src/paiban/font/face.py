"""One face: which characters it has, and the glyphs that a cluster of copy becomes.

Axes of a ``Glyph``, all in font units. Horizontal: the pen stands on the baseline; the glyph's origin lies ``dx`` right
of it and ``dy`` *below* it, and the pen then moves ``advance`` right. Vertical: the pen stands on the line's centre
axis at the top edge of the glyph's cell; the origin lies ``dx`` right of the axis (so usually negative, half the
glyph's width) and ``dy`` below the cell's top, and the pen then moves ``advance`` down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from paiban.font.harfbuzz import hb
from paiban.value import NamedTuple

_APART = "\u200c"
"""Zero-width non-joiner: it keeps its neighbours from ligating and leaves no glyph behind."""

_ALONE = {"kern": False, "vkrn": False, "chws": False, "vchw": False, "palt": False, "vpal": False}
"""A character by itself keeps its full cell: what may be taken from it is the text stage's to say."""

_EM_PROBE = "\u4e2d"


Outline = tuple[tuple[str, tuple[float, ...]], ...]
"""A glyph's outline: ``("M"|"L"|"Q"|"C"|"Z", points…)`` steps in font units from its origin, y up."""


Box = tuple[int, int, int, int]
"""The ink of a glyph in font units from its origin, y up: least x and y, greatest x and y; all 0 where it has none."""

NO_INK = (0, 0, 0, 0)


class Glyph(NamedTuple):
    """A shaped glyph: its index in the face, the pen's advance, the origin's offset from the pen (see the module)."""

    gid: int
    advance: int
    dx: int
    dy: int


class Face:
    """A font file opened for setting.

    ``ascent`` and ``descent`` bound the em box of a Han character about the baseline and sum to ``upem``. Opening maps
    the file and reads little; everything asked once is remembered, the ``boxes`` of ink among it. One that is made of
    ``data`` has no file.
    """

    __slots__ = (
        "_font", "_has", "_loca", "_shaped", "ascent", "boxes", "descent", "draw", "hb_face", "index", "key",
        "path", "upem",
    )  # fmt: skip

    def __init__(
        self, key: str, path: Path, index: int = 0, draw: Mapping[str, str] | None = None, data: bytes = b""
    ) -> None:
        self.key = key
        self.path = path
        self.index = index
        self.draw = dict(draw or {})
        self.hb_face: Any = hb.Face(hb.Blob(data) if data else hb.Blob.from_file_path(str(path)), index)
        self._font: Any = hb.Font(self.hb_face)
        self.upem: int = self.hb_face.upem
        self.ascent = self._em_top()
        self.descent = self.upem - self.ascent
        self._has: dict[str, bool] = {}
        self._loca: bytes | None = None
        self.boxes: dict[int, Box] = {}
        self._shaped: dict[tuple[str, bool, tuple[tuple[str, int], ...]], tuple[Glyph, ...]] = {}

    def has(self, ch: str) -> bool:
        """Whether the face can set the character ``ch``: with a glyph, and not with one that draws nothing.

        Old faces have such glyphs for characters that nobody got round to. Asked of TrueType alone, where the table of
        what lies where answers.
        """
        known = self._has.get(ch)
        if known is None:
            gid = self._font.get_nominal_glyph(ord(self.draw.get(ch, ch)))
            known = self._has[ch] = bool(gid) and (ch.isspace() or not self._is_hollow(gid))
        return known

    def _is_hollow(self, gid: int) -> bool:
        """Whether a glyph begins where the next one does (OpenType, loca): nothing of the glyphs themselves is read."""
        if self._loca is None:
            self._loca = self.hb_face.reference_table("loca").data
        wide = len(self._loca) // (self.hb_face.glyph_count + 1)
        first, last = gid * wide, (gid + 1) * wide
        return bool(wide) and self._loca[first:last] == self._loca[last : last + wide]

    def shape(
        self, cluster: str, vertical: bool = False, features: Mapping[str, int] | None = None
    ) -> tuple[Glyph, ...]:
        """The glyphs of ``cluster`` in visual order, as Chinese of the mainland.

        A single character stands in its full cell; a longer cluster (a Latin word, ``——``) is kerned and ligated.
        ``features`` adds OpenType features by tag.
        """
        asked = tuple(sorted(features.items())) if features else ()
        key = (cluster, vertical, asked)
        known = self._shaped.get(key)
        if known is None:
            plain: dict[str, Any] = dict(_ALONE) if len(cluster) == 1 else {}
            drawn = "".join([self.draw.get(ch, ch) for ch in cluster]) if self.draw else cluster
            found = self._run(drawn, vertical, {**plain, **dict(asked)})
            known = self._shaped[key] = tuple(glyph for _, glyph in found)
        return known

    def shape_all(self, clusters: Iterable[str], vertical: bool = False) -> dict[str, tuple[Glyph, ...]]:
        """The glyphs of every cluster. Characters not seen before are shaped together in one call."""
        unique = dict.fromkeys(clusters)
        fresh = [c for c in unique if len(c) == 1 and (c, vertical, ()) not in self._shaped]
        if fresh:
            drawn = _APART.join([self.draw.get(c, c) for c in fresh])
            gathered: list[list[Glyph]] = [[] for _ in fresh]
            for index, glyph in self._run(drawn, vertical, _ALONE):
                gathered[index // 2].append(glyph)
            # A mark that has no width of its own may join its neighbours: then each is shaped by itself below.
            if all(len(glyphs) == 1 for glyphs in gathered):
                for cluster, glyphs in zip(fresh, gathered, strict=True):
                    self._shaped[cluster, vertical, ()] = tuple(glyphs)
        return {cluster: self.shape(cluster, vertical) for cluster in unique}

    def extents(self, gid: int) -> Box:
        """The ink of a glyph."""
        known = self.boxes.get(gid)
        if known is None:
            box = self._font.get_glyph_extents(gid)
            known = NO_INK
            if box is not None and box.width:
                left, top = box.x_bearing, box.y_bearing
                known = (left, top + box.height, left + box.width, top)
            self.boxes[gid] = known
        return known

    def outline(self, gid: int) -> Outline:
        """What the face draws for a glyph; empty where it draws nothing."""
        steps: list[tuple[str, tuple[float, ...]]] = []
        self._font.draw_glyph(gid, _drawing(), steps)
        return tuple(steps)

    def width(self, gid: int) -> int:
        """The horizontal advance that the face itself gives the glyph."""
        advance: int = self._font.get_glyph_h_advance(gid)
        return advance

    def table(self, tag: str) -> bytes:
        """The bytes of one of the face's tables, ``b""`` if it has none."""
        blob = self.hb_face.reference_table(tag)
        return bytes(blob.data) if blob is not None else b""

    def _run(self, text: str, vertical: bool, features: Mapping[str, Any]) -> list[tuple[int, Glyph]]:
        """Shape ``text`` in one call: each glyph with the index of the character that it came from."""
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(c) for c in text])
        buffer.script = "Hani"
        buffer.language = "zh-Hans"
        buffer.direction = "ttb" if vertical else "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._font, buffer, features)
        pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        if vertical:
            return [(i.cluster, Glyph(i.codepoint, -p.y_advance, p.x_offset, -p.y_offset)) for i, p in pairs]
        return [(i.cluster, Glyph(i.codepoint, p.x_advance, p.x_offset, -p.y_offset)) for i, p in pairs]

    def _em_top(self) -> int:
        """How far the em box reaches above the baseline: OS/2's typo ascent where it fits the em, else as vertical
        setting places a Han glyph."""
        table = self.table("OS/2")
        above = int.from_bytes(table[68:70], "big", signed=True)
        below = -int.from_bytes(table[70:72], "big", signed=True)
        if len(table) >= 72 and above + below == self.upem:
            return above
        gid = self._font.get_nominal_glyph(ord(_EM_PROBE))
        top: int = self._font.get_glyph_v_origin(gid)[1] if gid and self.table("vmtx") else 0
        return top if 0 < top <= self.upem else round(self.upem * 0.88)


@cache
def _drawing() -> Any:
    """What HarfBuzz calls for each step of an outline: it goes to the list that is being filled."""
    drawing = hb.DrawFuncs()
    drawing.set_move_to_func(lambda x, y, steps: steps.append(("M", (x, y))))
    drawing.set_line_to_func(lambda x, y, steps: steps.append(("L", (x, y))))
    drawing.set_quadratic_to_func(lambda cx, cy, x, y, steps: steps.append(("Q", (cx, cy, x, y))))
    drawing.set_cubic_to_func(lambda ax, ay, bx, by, x, y, steps: steps.append(("C", (ax, ay, bx, by, x, y))))
    drawing.set_close_path_func(lambda steps: steps.append(("Z", ())))
    return drawing
