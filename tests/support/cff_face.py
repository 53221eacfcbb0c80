"""Small faces with PostScript outlines, which test what TrueType cannot: A, 中 and 文 as rectangles."""

from __future__ import annotations

from pathlib import Path

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from paiban.font import FontCatalogue
from paiban.font.file import FaceEntry
from paiban.font.fitting import AS_IT_IS

BY_NAME = {"A": "A", "中": "zhong", "文": "wen"}
BY_CID = {"A": "cid00034", "中": "cid04559", "文": "cid03795"}
"""Glyph names of a CID-keyed face carry its CIDs, which are not its glyph numbers."""

_WIDTHS = {".notdef": 1000, "A": 500, "中": 1000, "文": 1000}


def build_cff_face(path: Path, names: dict[str, str], hollow: str = "") -> Path:
    """Write the face with glyphs of ``names``, ``hollow`` without ink; those of ``BY_CID`` make it a CID-keyed one."""
    widths = {names.get(character, character): width for character, width in _WIDTHS.items()}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(widths))
    builder.setupCharacterMap({ord(character): name for character, name in names.items()})
    builder.setupCFF("Tiny-CFF", {"FullName": "Tiny CFF"}, _programs(widths, names.get(hollow, "")), {})
    if names is BY_CID:
        _key_by_cid(builder.font["CFF "].cff)
    builder.setupHorizontalMetrics({name: (width, 50) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Tiny CFF", "styleName": "Regular", "psName": "Tiny-CFF"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost(keepGlyphNames=False)
    builder.save(path)
    return path


def cff_catalogue(path: Path) -> FontCatalogue:
    """A catalogue of that one face, under the key and role ``tiny``."""
    return FontCatalogue({"tiny": FaceEntry("tiny", path, 0, AS_IT_IS, None)}, {"song": ("tiny",)}, {})


def _programs(widths: dict[str, int], hollow: str):
    return {n: T2CharStringPen(w, None).getCharString() if n == hollow else _square(w) for n, w in widths.items()}


def _square(width: int):
    pen = T2CharStringPen(width, None)
    pen.moveTo((50, 0))
    for place in ((50, 700), (width - 50, 700), (width - 50, 0)):
        pen.lineTo(place)
    pen.closePath()
    return pen.getCharString()


def _key_by_cid(cff) -> None:
    """Turn a name-keyed font into a CID-keyed one with a single font dictionary."""
    top = cff.topDictIndex[0]
    strings = top.CharStrings
    one = FontDict(strings=top.strings)
    one.Private = top.Private
    one.FontName = "Tiny-CFF"
    for charstring in strings.values():
        charstring.private = one.Private
    array = FDArrayIndex()
    array.append(one)
    select = FDSelect()
    select.format, select.gidArray = 3, [0] * len(top.charset)
    top.ROS, top.CIDCount = ("Adobe", "Identity", 0), 10_000
    top.FDArray = strings.fdArray = array
    top.FDSelect = strings.fdSelect = select
    for absent in ("Private", "Encoding"):
        top.rawDict.pop(absent, None)
        if hasattr(top, absent):
            delattr(top, absent)
