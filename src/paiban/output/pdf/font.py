"""Faces in the PDF: Type 0 fonts whose codes are our own (ISO 32000-1, 9.7).

A code stands for a glyph *and* the copy that it sets, so that the text a reader copies out is exact even where two
characters share a glyph or several characters make one (``——``). It is the glyph's own number in the face as long as
the glyph sets nothing else: so a page's codes are the document's, and no page's change when another one does. Every
face is cut to the glyphs drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from paiban.diagnostic import Diagnostic
from paiban.digest import sha256
from paiban.font import Face, FontCatalogue, SubsetError
from paiban.memo import Memo
from paiban.output.pdf.descriptor import descriptor_entries, postscript_name
from paiban.output.pdf.objects import Name, PdfFile, Real, Ref, Serialized, Stream, deflated, number, written
from paiban.output.pdf.program import Program, font_program
from paiban.value import NamedTuple

Code = tuple[str, float]
"""A code in hexadecimal, as it stands in a content stream, and its glyph's width in thousandths of an em."""

Glyph = tuple[int, str]
"""A glyph's number in its face, and what it sets."""


class Codes(NamedTuple):
    """The codes that a page gives the glyphs of a face: its ``own`` say that each is the glyph's number."""

    by_glyph: Mapping[Glyph, Code]
    own: bool


_LAST = 0xFFFF
"""The greatest code."""

_CMAP_BATCH = 100
"""The most entries one ``beginbfchar`` may hold (Adobe Technical Note 5014)."""

_IDENTITY = {"Registry": b"Adobe", "Ordering": b"Identity", "Supplement": 0}

_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def\n"
    "/CMapName /{name} def\n/CMapType {kind} def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class _Tables(NamedTuple):
    """What a document says of a face by the codes that it has there.

    ``glyphs`` says which glyph a code is (the encoding of a CFF, the CIDToGIDMap of TrueType), ``copy`` what it sets.
    """

    name: str
    descriptor: dict[str, Any]
    widths: Serialized
    glyphs: Serialized
    copy: Serialized


class UsedFace:
    """A face in one document: the name that content streams and the file call it by, and the codes given out so far."""

    __slots__ = ("_given", "_known", "_own", "_spare", "codes", "face", "name")

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        self.codes: dict[Glyph, Code] = {}
        self._known: set[Glyph] = set()  # of those, what came from pages
        self._given: set[int] = {0}  # which stands for no glyph
        self._spare = _LAST
        self._own = True

    def code(self, gid: int, text: str) -> Code:
        """The code of a glyph that sets ``text``: its number, or where that is given away the last one that is not."""
        known = self.codes.get((gid, text))
        if known is None:
            width = self.face.width(gid) * 1000 / self.face.upem
            known = (f"{self._free(gid):04X}", round(width, 3))
            self.codes[gid, text] = known
        return known

    @property
    def given(self) -> Codes:
        """All codes given out."""
        return Codes(self.codes, self._own)

    def others(self, page: Codes, glyphs: frozenset[Glyph]) -> tuple[tuple[str, str], ...]:
        """Those of a page's codes that are others here, each with the one that it is here; ``glyphs`` are all of the
        page's, which are sooner looked through than their codes.
        """
        if glyphs <= self._known and ((page.own and self._own) or page.by_glyph.items() <= self.codes.items()):
            return ()
        self._known |= glyphs
        pairs = [(code, self.code(*glyph)[0]) for glyph, (code, _) in page.by_glyph.items()]
        return tuple([pair for pair in pairs if pair[0] != pair[1]])

    def _free(self, gid: int) -> int:
        if gid in self._given:
            self._own = False
            while self._spare in self._given:
                self._spare -= 1
            gid = self._spare
        self._given.add(gid)
        return gid


class FontBook:
    """The faces of a page, or of a document, numbered in the order in which they are first used."""

    def __init__(self, catalogue: FontCatalogue) -> None:
        self._catalogue = catalogue
        self._used: dict[str, UsedFace] = {}

    @property
    def used(self) -> tuple[UsedFace, ...]:
        """The faces used so far."""
        return tuple(self._used.values())

    def use(self, key: str) -> UsedFace:
        """The face ``key`` as it is known here."""
        used = self._used.get(key)
        if used is None:
            used = UsedFace(f"F{len(self._used) + 1}", self._catalogue.face(key))
            self._used[key] = used
        return used


def write_fonts(file: PdfFile, fonts: FontBook, memo: Memo) -> Iterator[Diagnostic]:
    """Add the font objects of every face, once all pages have been drawn; what is wrong with a damaged one."""
    for used in fonts.used:
        try:
            _write_font(file, used, memo)
        except SubsetError as error:
            yield error.diagnostic


def cluster_texts(texts: Sequence[str]) -> Iterable[str]:
    """The copy of each glyph. Where a cluster has as many glyphs as characters each glyph gets its own.

    >>> list(cluster_texts(["2022", "", "", "", "年", "——"]))
    ['2', '0', '2', '2', '年', '——']
    """
    return _by_cluster(texts) if "" in texts else texts


def _by_cluster(texts: Sequence[str]) -> Iterator[str]:
    start = 0
    count = len(texts)
    while start < count:
        end = start + 1
        while end < count and not texts[end]:
            end += 1
        cluster = texts[start]
        if end - start == len(cluster):
            yield from cluster
        else:
            yield from texts[start:end]
        start = end


def _write_font(file: PdfFile, used: UsedFace, memo: Memo) -> None:
    face = used.face
    gids = tuple(dict.fromkeys(gid for gid, _ in used.codes))
    program = memo.made("font program", (face,), lambda: font_program(face, gids), frozenset(gids))
    tables = memo.made("font tables", (face,), lambda: _tables(used, program), frozenset(used.codes.items()))
    descendant = {
        "Type": Name("Font"),
        "Subtype": Name("CIDFontType0" if program.is_cff else "CIDFontType2"),
        "BaseFont": Name(tables.name),
        "CIDSystemInfo": _IDENTITY,
        "FontDescriptor": file.add(_descriptor(file, tables, program)),
        "DW": 1000,
        "W": tables.widths,
    }
    encoding: Name | Ref = Name("Identity-H")
    glyphs = file.add_written([tables.glyphs])
    if program.is_cff:
        encoding = glyphs
    else:
        descendant["CIDToGIDMap"] = glyphs
    font = {
        "Type": Name("Font"),
        "Subtype": Name("Type0"),
        "BaseFont": Name(tables.name),
        "Encoding": encoding,
        "DescendantFonts": [file.add(descendant)],
        "ToUnicode": file.add_written([tables.copy]),
    }
    file.add(font, used.name)


def _tables(used: UsedFace, program: Program) -> _Tables:
    codes = sorted(((gid, text, int(code, 16), width) for (gid, text), (code, width) in used.codes.items()),
                   key=itemgetter(2))  # fmt: skip
    name = f"{_subset_tag(used.face, codes)}+{postscript_name(used.face)}"
    cids = _code_cids(codes, program) if program.is_cff else {code: code for _, _, code, _ in codes}
    return _Tables(
        name=name,
        descriptor=descriptor_entries(used.face),
        widths=written(_widths((cids[code], width) for _, _, code, width in codes)),
        glyphs=written(_encoding(name, cids) if program.is_cff else _glyph_map(codes, program.renumbered)),
        copy=written(_to_unicode(codes)),
    )


def _subset_tag(face: Face, codes: Sequence[tuple[int, str, int, float]]) -> str:
    """Six capitals that differ with the glyphs in the font (ISO 32000-1, 9.6.4)."""
    drawn = f"{face.key} {sorted({gid for gid, _, _, _ in codes})}".encode()
    return "".join(chr(ord("A") + byte % 26) for byte in sha256(drawn).digest()[:6])


def _descriptor(file: PdfFile, tables: _Tables, program: Program) -> dict[str, Any]:
    key = "FontFile3" if program.is_cff else "FontFile2"
    entries = {"Subtype": Name("CIDFontType0C")} if program.is_cff else {"Length1": program.length}
    stream = Stream({**entries, "Filter": Name("FlateDecode")}, program.packed)
    embedded = {key: file.add(stream)}
    return {"Type": Name("FontDescriptor"), "FontName": Name(tables.name), **tables.descriptor, **embedded}


def _widths(pairs: Iterator[tuple[int, float]]) -> list[Any]:
    """The W array: runs of neighbouring codes; an em is the default and left out (ISO 32000-1, 9.7.4.3)."""
    array: list[Any] = []
    following = -1
    for code, width in sorted(dict(pairs).items()):
        if width == 1000:
            continue
        digits = Real(number(width))
        if code == following:
            array[-1].append(digits)
        else:
            array += [code, [digits]]
        following = code + 1
    return array


def _glyph_map(codes: Sequence[tuple[int, str, int, float]], renumbered: Mapping[int, int]) -> Any:
    """CIDToGIDMap: for each code in turn the number of its glyph in the cut font."""
    table = bytearray(2 * (codes[-1][2] + 1))
    for gid, _, code, _ in codes:
        table[2 * code : 2 * code + 2] = renumbered[gid].to_bytes(2, "big")
    return deflated(bytes(table))


def _code_cids(codes: Sequence[tuple[int, str, int, float]], program: Program) -> dict[int, int]:
    glyphs = {code: program.renumbered[gid] for gid, _, code, _ in codes}
    cids = program.cids
    return glyphs if cids is None else {code: cids[glyph] for code, glyph in glyphs.items()}


def _encoding(name: str, cids: dict[int, int]) -> Any:
    """A CMap from our codes to the CIDs that a CFF font's own charset dictates."""
    lines = [f"<{code:04X}> {cid}" for code, cid in cids.items()]
    head = _CMAP_HEAD.format(ordering="Identity", name=name, kind=1)
    text = head + _batches(lines, "cidchar") + _CMAP_FOOT
    entries = {"Type": Name("CMap"), "CMapName": Name(name), "CIDSystemInfo": _IDENTITY}
    return deflated(text.encode("ascii"), entries)


def _to_unicode(codes: Sequence[tuple[int, str, int, float]]) -> Any:
    """The copy that each code stands for, in UTF-16; a code without copy has no entry."""
    lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for _, text, code, _ in codes if text]
    head = _CMAP_HEAD.format(ordering="UCS", name="Adobe-Identity-UCS", kind=2)
    return deflated((head + _batches(lines, "bfchar") + _CMAP_FOOT).encode("ascii"))


def _batches(lines: Sequence[str], kind: str) -> str:
    parts = []
    for start in range(0, len(lines), _CMAP_BATCH):
        batch = lines[start : start + _CMAP_BATCH]
        parts.append(f"{len(batch)} begin{kind}\n" + "\n".join(batch) + f"\nend{kind}\n")
    return "".join(parts)
