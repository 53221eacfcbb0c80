"""One face: which characters it has, and the glyphs that a cluster of copy becomes.

Axes of a ``Glyph``, all in font units. Horizontal: the pen stands on the baseline; the glyph's origin lies ``dx`` right
of it and ``dy`` *below* it, and the pen then moves ``advance`` right. Vertical: the pen stands on the line's centre
axis at the top edge of the glyph's cell; the origin lies ``dx`` right of the axis (so usually negative, half the
glyph's width) and ``dy`` below the cell's top, and the pen then moves ``advance`` down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paiban.font.fitting import AS_IT_IS, Fitting
from paiban.font.sets import holds
from paiban.font.sfnt import GlyphSizes, read_table, without_table
from paiban.font.told import Box, Glyph, Question, Told

if TYPE_CHECKING:
    from paiban.font.harfbuzz import hb

_APART = "\u200c"
"""Zero-width non-joiner: it keeps its neighbours from ligating and leaves no glyph behind."""

_ALONE = {"kern": False, "vkrn": False, "chws": False, "vchw": False, "palt": False, "vpal": False}
"""A character by itself keeps its full cell: what may be taken from it is the text stage's to say."""

_EM_PROBE = "\u4e2d"


Outline = tuple[tuple[str, tuple[float, ...]], ...]
"""A glyph's outline: ``("M"|"L"|"Q"|"C"|"Z", points…)`` steps in font units from its origin, y up."""


NO_INK = (0, 0, 0, 0)

_OLD_FORMS = "mort"


_SURELY_INKED = 40
"""Bytes of TrueType that are too many for a glyph without a contour: ten, and eight for each of three parts."""


class Face:
    """A font file for setting.

    ``ascent`` and ``descent`` bound the em box of a Han character about the baseline and sum to ``upem``. Everything
    asked once is remembered (``told``), the ``boxes`` of ink beside it. The file is opened for a question that was not
    answered ``before``, in an earlier run. One that is made of ``data`` has no file. Every answer has in it what its
    ``fitting`` does to glyphs.
    """

    __slots__ = (
        "_cells", "_data", "_loca", "_opened", "_upright", "ascent", "before", "boxes", "descent", "draw", "fitting",
        "index", "key", "path", "told", "upem",
    )  # fmt: skip

    def __init__(
        self,
        key: str,
        path: Path,
        index: int = 0,
        fitting: Fitting = AS_IT_IS,
        data: bytes = b"",
        before: Told | None = None,
    ) -> None:
        self.key = key
        self.path = path
        self.index = index
        self.fitting = fitting
        self.draw = dict(fitting.draw)
        self.told = Told()
        self.before = Told() if before is None else before
        self.boxes: dict[int, Box] = {}
        self._data = data
        self._loca: GlyphSizes | None = None
        self._opened: tuple[hb.Face, hb.Font] | None = None
        self._upright: hb.Font | None = None
        self._cells: tuple[int, int] | None = None
        self.told.em = self.upem, self.ascent = self._em() if before is None else before.em
        self.descent = self.upem - self.ascent

    @property
    def like(self) -> Face | None:
        """The face that it is made as black as, if it is."""
        return None

    @property
    def is_drawn(self) -> bool:
        """Whether its glyphs are others than those of its file, so that none can be cut out of that."""
        return self.fitting.scale != AS_IT_IS.scale

    @property
    def is_open(self) -> bool:
        """Whether HarfBuzz has opened it."""
        return self._opened is not None

    @property
    def hb_face(self) -> hb.Face:
        """The face as HarfBuzz has it."""
        return self._open()[0]

    @property
    def _font(self) -> hb.Font:
        return self._open()[1]

    def _open(self) -> tuple[hb.Face, hb.Font]:
        if self._opened is None:
            from paiban.font.harfbuzz import hb  # noqa: PLC0415  takes longer to load than most pages to set

            blob = hb.Blob(self._data) if self._data else hb.Blob.from_file_path(str(self.path))
            face = hb.Face(blob, self.index)
            self._opened = face, hb.Font(face)
            if self.is_drawn:
                self._font.scale = (face.upem * self.fitting.scale // 1000,) * 2
        return self._opened

    def _font_of_vertical_lines(self) -> hb.Font:
        """The font without its table of the forms that signs had on the Macintosh before 1999, if it has one.

        That of AR PL KaitiM GB has Han for letters and signs (伶 for P and ’); what has no other vertical forms is
        turned or lent like any sign.
        """
        if self._upright is None:
            self._upright = self._font
            if _OLD_FORMS in self.hb_face.table_tags:
                from paiban.font.harfbuzz import hb  # noqa: PLC0415  loaded already

                data = without_table(self._data or self.path.read_bytes(), _OLD_FORMS, self.index)
                self._upright = hb.Font(hb.Face(hb.Blob(data), self.index))
                self._upright.scale = self._font.scale
        return self._upright

    def has(self, ch: str) -> bool:
        """Whether the face can set the character ``ch``: with a glyph, and not with one that draws nothing.

        Old faces have such glyphs for characters that nobody got round to.
        """
        known = self.told.has.get(ch)
        if known is None:
            known = self.told.has[ch] = self._found(ch)
        return known

    def held(self, characters: AbstractSet[str]) -> set[str]:
        """Those of some characters that ``has`` says it can set."""
        has = self.told.has
        for ch in characters - has.keys():
            has[ch] = self._found(ch)
        return {ch for ch in characters if has[ch]}

    def _found(self, ch: str) -> bool:
        known = self.before.has.get(ch)
        if known is None:
            gid = self.fitting.serves(ch) and self._font.get_nominal_glyph(ord(self.draw.get(ch, ch)))
            known = bool(gid) and (ch.isspace() or not self._is_hollow(gid))
        return known

    def _is_hollow(self, gid: int) -> bool:
        """Whether a glyph draws nothing.

        TrueType has a table of what lies where (OpenType, loca): a glyph of no bytes is hollow, one of many is not. One
        of a few, which may be composed of hollow ones, and any of PostScript outlines is looked at itself.
        """
        if self._loca is None:
            self._loca = GlyphSizes(self.table("loca"), self.hb_face.glyph_count)
        size = self._loca.size(gid)
        return not size or (size < _SURELY_INKED and Face.measured(self, gid) == NO_INK)  # as its file has it

    def shape(
        self, cluster: str, vertical: bool = False, features: Mapping[str, int] | None = None
    ) -> tuple[Glyph, ...]:
        """The glyphs of ``cluster`` in visual order, as Chinese of the mainland.

        A single character stands in its full cell; a longer cluster (a Latin word, ``——``) is kerned and ligated.
        ``features`` adds OpenType features by tag.
        """
        asked = tuple(sorted(features.items())) if features else ()
        question = (cluster, vertical, asked)
        known = self._shaped(question)
        if known is None:
            plain: dict[str, Any] = dict(_ALONE) if len(cluster) == 1 else {}
            drawn = "".join([self.draw.get(ch, ch) for ch in cluster]) if self.draw else cluster
            found = self._run(drawn, vertical, {**plain, **dict(asked)})
            known = self.told.shaped[question] = tuple(glyph for _, glyph in found)
        return known

    def _shaped(self, question: Question) -> tuple[Glyph, ...] | None:
        """The glyphs of a cluster, if they are known."""
        known = self.told.shaped.get(question)
        if known is None:
            known = self.before.glyphs(question)
            if known is not None:
                self.told.shaped[question] = known
        return known

    def shape_all(self, clusters: Iterable[str], vertical: bool = False) -> dict[str, tuple[Glyph, ...]]:
        """The glyphs of every cluster. Characters not seen before are shaped together in one call."""
        known = {c: self._shaped((c, vertical, ())) for c in clusters}
        fresh = [c for c, glyphs in known.items() if glyphs is None and len(c) == 1]
        if fresh:
            drawn = _APART.join([self.draw.get(c, c) for c in fresh])
            gathered: list[list[Glyph]] = [[] for _ in fresh]
            for index, glyph in self._run(drawn, vertical, _ALONE):
                gathered[index // 2].append(glyph)
            # A mark that has no width of its own may join its neighbours: then each is shaped by itself below.
            if all(len(glyphs) == 1 for glyphs in gathered):
                for cluster, glyphs in zip(fresh, gathered, strict=True):
                    known[cluster] = self.told.shaped[cluster, vertical, ()] = tuple(glyphs)
        return {cluster: glyphs or self.shape(cluster, vertical) for cluster, glyphs in known.items()}

    def extents(self, gid: int) -> Box:
        """The ink of a glyph."""
        known = self.boxes.get(gid)
        if known is None:
            known = self.before.boxes.get(gid) or self.measured(gid)
            self.boxes[gid] = self.told.boxes[gid] = known
        return known

    def measured(self, gid: int) -> Box:
        """The ink of a glyph, looked at."""
        box = self._font.get_glyph_extents(gid)
        if box is None or not box.width:
            return NO_INK
        left, top = box.x_bearing, box.y_bearing
        return left, top + box.height, left + box.width, top

    def outline(self, gid: int) -> Outline:
        """What the face draws for a glyph; empty where it draws nothing."""
        return self.plain_outline(gid)

    def plain_outline(self, gid: int, bolder: float = 0, evenly: bool = False) -> Outline:
        """What its file draws for a glyph, its stems thicker by ``bolder`` em: sideways, or ``evenly`` both ways."""
        steps: list[tuple[str, tuple[float, ...]]] = []
        if bolder:
            self._font.synthetic_bold = (bolder, bolder if evenly else 0.0, True)
        self._font.draw_glyph(gid, _drawing(), steps)
        if bolder:
            self._font.synthetic_bold = (0.0, 0.0, True)
        return tuple(steps)

    def width(self, gid: int) -> int:
        """The horizontal advance that the face itself gives the glyph."""
        known = self.told.widths.get(gid)
        if known is None:
            known = self.before.widths.get(gid)
            if known is None:
                known = self._font.get_glyph_h_advance(gid)
            self.told.widths[gid] = known
        return known

    def name(self, number: int) -> str:
        """What the face is called, by the number of the name (OpenType, name); ``""`` where it has none."""
        known = self.told.names.get(number)
        if known is None:
            known = self.before.names.get(number)
            if known is None:
                known = self.hb_face.get_name(number) or ""
            self.told.names[number] = known
        return known

    def table(self, tag: str) -> bytes:
        """The bytes of one of the face's tables, ``b""`` if it has none."""
        if not self._data and not self.is_open:
            return read_table(self.path, tag, self.index)
        blob = self.hb_face.reference_table(tag)
        return bytes(blob.data) if blob is not None else b""

    def _run(self, text: str, vertical: bool, features: Mapping[str, Any]) -> list[tuple[int, Glyph]]:
        """Shape ``text`` in one call: each glyph with the index of the character that it came from."""
        from paiban.font.harfbuzz import hb  # noqa: PLC0415  takes longer to load than most pages to set

        buffer = hb.Buffer()
        buffer.add_codepoints([ord(c) for c in text])
        buffer.script = "Hani"
        buffer.language = "zh-Hans"
        buffer.direction = "ttb" if vertical else "ltr"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        font = self._font_of_vertical_lines() if vertical else self._font
        hb.shape(font, buffer, {**self._own_features(text), **features} if self.fitting.features else features)
        found: list[tuple[int, Glyph]] = []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            dx, dy, across, up = place.position
            found.append((info.cluster, Glyph(info.codepoint, -up if vertical else across, dx, -dy)))
        return [(index, self._fitted(g, vertical)) for index, g in found] if self.fitting.moves else found

    def _own_features(self, text: str) -> dict[str, Any]:
        """The features that the face is to have, each over the characters of ``text`` that it is for."""
        return {
            tag: [(index, index + 1, True) for index, c in enumerate(text) if holds(ranges, c)]
            for tag, ranges in self.fitting.features
        }

    def _cell(self, vertical: bool) -> int:
        """How wide the face's Han are, or in vertical lines how high; 0 if it has none."""
        if self._cells is None:
            gid = self._font.get_nominal_glyph(ord(_EM_PROBE))
            self._cells = (self.width(gid), -self._font.get_glyph_v_advance(gid)) if gid else (0, 0)
        return self._cells[vertical]

    def _fitted(self, glyph: Glyph, vertical: bool) -> Glyph:
        """A glyph at its height; what is as wide as the face's Han in the middle of an em."""
        gid, advance, dx, dy = glyph
        dy -= self.fitting.rise * self.upem // 1000
        if advance != self._cell(vertical):
            return Glyph(gid, advance, dx, dy)
        spare = (self.upem - advance) // 2
        if vertical:
            return Glyph(gid, self.upem, dx, dy + spare)
        lift = round((self.ascent - self.upem / 2) * (1000 - self.fitting.scale) / 1000)
        return Glyph(gid, self.upem, dx + spare, dy - lift)

    def _em(self) -> tuple[int, int]:
        """The units of an em."""
        upem: int = self.hb_face.upem
        return upem, self._em_top(upem)

    def _em_top(self, upem: int) -> int:
        """How far the em box reaches above the baseline: OS/2's typo ascent where it fits the em, else as vertical
        setting places a Han glyph."""
        table = self.table("OS/2")
        above = int.from_bytes(table[68:70], "big", signed=True)
        below = -int.from_bytes(table[70:72], "big", signed=True)
        if len(table) >= 72 and above + below == upem:
            return above
        gid = self._font.get_nominal_glyph(ord(_EM_PROBE))
        top: int = self._font.get_glyph_v_origin(gid)[1] if gid and self.table("vmtx") else 0
        top = top * AS_IT_IS.scale // self.fitting.scale
        return top if 0 < top <= upem else round(upem * 0.88)


@cache
def _drawing() -> Any:
    """What HarfBuzz calls for each step of an outline: it goes to the list that is being filled."""
    from paiban.font.harfbuzz import hb  # noqa: PLC0415  takes longer to load than most pages to set

    drawing = hb.DrawFuncs()
    drawing.set_move_to_func(lambda x, y, steps: steps.append(("M", (x, y))))
    drawing.set_line_to_func(lambda x, y, steps: steps.append(("L", (x, y))))
    drawing.set_quadratic_to_func(lambda cx, cy, x, y, steps: steps.append(("Q", (cx, cy, x, y))))
    drawing.set_cubic_to_func(lambda ax, ay, bx, by, x, y, steps: steps.append(("C", (ax, ay, bx, by, x, y))))
    drawing.set_close_path_func(lambda steps: steps.append(("Z", ())))
    return drawing
