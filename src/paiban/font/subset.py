"""Cutting a face down to the glyphs that were drawn, ready to embed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from paiban.diagnostic import diagnose
from paiban.font.build import Drawn, Em, build_truetype, loops_of_outline
from paiban.font.face import Face
from paiban.language import Words

_DROPPED = (
    "BASE", "CBDT", "CBLC", "COLR", "CPAL", "DSIG", "EBDT", "EBLC", "GDEF", "GPOS", "GSUB", "HVAR", "JSTF", "LTSH",
    "MATH", "MVAR", "OS/2", "PCLT", "STAT", "SVG ", "VDMX", "VORG", "VVAR", "avar", "cmap", "cvar", "cvt ", "fpgm",
    "fvar", "gasp", "gvar", "hdmx", "kern", "meta", "name", "post", "prep", "sbix", "vhea", "vmtx",
)  # fmt: skip
"""A font inside a PDF draws glyphs by number: names, layout, hints and variations have done their work."""


UNCUT = Words("取不出字形", "its glyphs cannot be taken out of it")


class SubsetError(Exception):
    """A face whose glyphs cannot be taken out of it: its tables are damaged inside."""

    def __init__(self, face: Face) -> None:
        super().__init__(face.key)
        self.diagnostic = diagnose("P302", None, face=face.key, file=face.path.name, problem=UNCUT)


def subset(face: Face, gids: Iterable[int], kept: Collection[str] = ()) -> tuple[bytes, dict[int, int]]:
    """The face cut to ``gids`` and .notdef as a font file, and each old glyph index's new one.

    Of the tables that draw no glyph it has those that ``kept`` names. The same glyphs give the same bytes, whatever
    their order. SubsetError where the face is damaged inside.
    """
    if face.is_drawn:
        return _drawn(face, gids)
    from paiban.font.harfbuzz import hb  # noqa: PLC0415  takes longer to load than most pages to set

    wanted: Any = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).clear()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(gids)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_tag(name) for name in _DROPPED if name not in kept)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    try:
        plan = hb.SubsetPlan(face.hb_face, wanted)
        data = bytes(plan.execute().blob.data)
    except RuntimeError as error:
        raise SubsetError(face) from error
    return data, dict(plan.old_to_new_glyph_mapping)


def _drawn(face: Face, gids: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """The same of a face whose glyphs are not those of its file: they are drawn anew."""
    numbers = {gid: number for number, gid in enumerate(sorted({0, *gids}))}
    glyphs = [Drawn(loops_of_outline(face.outline(gid)), face.width(gid)) for gid in numbers]
    return build_truetype(glyphs, Em(face.upem, face.ascent), {}, face.key), numbers


def _tag(name: str) -> int:
    """A table's tag as the number that HarfBuzz's sets hold."""
    return int.from_bytes(name.encode("ascii"), "big")
