"""Fonts of a PDF: what preflight has to know of them, and the widths that place their glyphs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from paiban.display import SOLID_SIGNS
from paiban.preflight.limits import Exhausted, Work
from paiban.preflight.streams import (
    Broken,
    Pdf,
    get,
    is_array,
    is_dict,
    is_stream,
    items,
    name,
    number,
    object_number,
    unpack,
    whole,
)
from paiban.value import NamedTuple

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SUBSET_TAG_LENGTH = 7
_KNOWN_ENCODINGS = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding"})
_TO_UNICODE_CMAPS = ("-UCS2-", "-UTF16-", "-UTF8-", "-UTF32-")
_FONT_STARTS = {
    "/FontFile": (b"%!", b"\x80\x01"),
    "/FontFile2": (b"\0\1\0\0", b"true", b"ttcf", b"OTTO"),
    "/FontFile3": (b"\1\0", b"OTTO", b"\0\1\0\0", b"true"),
}
_SINGLE = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_HEX_PAIR = re.compile(rb"<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,8})>")
_HEX_TRIPLE = re.compile(rb"<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,8})>")
_MOST_WIDTHS = 70_000
_SYMBOLIC = 4


class Font(NamedTuple):
    """A font as preflight sees it. Widths are in thousandths of the size (Type3: in its own glyph space); ``solid`` are
    the codes of signs without a stroke, ◆ and the like."""

    title: str
    kind: str
    obj: int | None
    embedded: bool
    sound: bool
    subset: bool
    unicode_known: bool
    solid: frozenset[int] = frozenset()
    open_type: bool = False
    vertical: bool = False
    code_bytes: int = 1
    widths: Mapping[int, float] = {}
    default_width: float = 0.0
    procs: Pdf = None
    matrix: tuple[float, ...] = (0.001, 0, 0, 0.001, 0, 0)
    resources: Pdf = None

    def codes(self, text: bytes) -> list[int]:
        """The character codes of a shown string."""
        if self.code_bytes == 1:
            return list(text)
        return [text[at] << 8 | text[at + 1] for at in range(0, len(text) - 1, 2)]

    def all_solid(self, text: bytes) -> bool:
        """Whether a shown string is nothing but solid signs."""
        return bool(self.solid) and self.solid.issuperset(self.codes(text))

    def advance(self, text: bytes) -> float:
        """The sum of the widths of a shown string."""
        widths, default = self.widths, self.default_width
        return sum(widths.get(code, default) for code in self.codes(text))


def read_font(font: Pdf, work: Work) -> Font:
    """What a font dictionary says, with its descendant's descriptor where it is composite."""
    kind = name(get(font, "/Subtype"))
    title = name(get(font, "/BaseFont"))[1:] or name(get(font, "/Name"))[1:] or kind[1:]
    if kind == "/Type3":
        return _type3(font, title)
    descendant = next(iter(items(get(font, "/DescendantFonts"))), None) if kind == "/Type0" else font
    descriptor = get(descendant, "/FontDescriptor")
    key = next((k for k in FONT_FILES if is_stream(get(descriptor, k))), "")
    encoding = name(get(font, "/Encoding"))
    return Font(
        title=title,
        kind=kind,
        obj=object_number(font),
        embedded=bool(key),
        sound=not key or _starts_well(get(descriptor, key), key, work),
        subset=len(title) > _SUBSET_TAG_LENGTH and title[6] == "+" and title[:6].isalpha() and title[:6].isupper(),
        unicode_known=is_stream(get(font, "/ToUnicode")) or _says_characters(font, kind, encoding, descendant),
        solid=_solid_codes(get(font, "/ToUnicode"), work),
        open_type=name(get(get(descriptor, key), "/Subtype")) == "/OpenType",
        vertical=encoding.endswith("-V"),
        code_bytes=2 if kind == "/Type0" else 1,
        widths=_composite_widths(get(descendant, "/W")) if kind == "/Type0" else _simple_widths(font),
        default_width=number(get(descendant, "/DW"), 1000.0) or 0.0 if kind == "/Type0" else
        number(get(descriptor, "/MissingWidth"), 500.0) or 0.0,
    )  # fmt: skip


def _type3(font: Pdf, title: str) -> Font:
    matrix = tuple(number(v, 0.0) or 0.0 for v in items(get(font, "/FontMatrix")))
    return Font(
        title=title, kind="/Type3", obj=object_number(font), embedded=True, sound=True, subset=True,
        unicode_known=is_stream(get(font, "/ToUnicode")), widths=_simple_widths(font), procs=get(font, "/CharProcs"),
        matrix=matrix if len(matrix) == 6 else (0.001, 0, 0, 0.001, 0, 0), resources=get(font, "/Resources"),
    )  # fmt: skip


def _starts_well(stream: Pdf, key: str, work: Work) -> bool:
    """Whether an embedded font file unpacks and begins as such a file must."""
    try:
        data, _ = unpack(stream, work)
    except Broken:
        return False
    except Exhausted:
        return True
    return data[:4].startswith(_FONT_STARTS[key])


def _solid_codes(cmap: Pdf, work: Work) -> frozenset[int]:
    """The codes that a ToUnicode map gives to solid signs, one by one or in a range; none where it cannot be read."""
    try:
        data = unpack(cmap, work)[0] if is_stream(cmap) else b""
    except (Broken, Exhausted):
        return frozenset()
    pairs = [pair for part in _SINGLE.findall(data) for pair in _HEX_PAIR.findall(part)]
    ranges = [triple for part in _RANGE.findall(data) for triple in _HEX_TRIPLE.findall(part)]
    found = [(int(code, 16), int(code, 16), int(sign, 16)) for code, sign in pairs]
    found += [(int(first, 16), int(last, 16), int(sign, 16)) for first, last, sign in ranges]
    return frozenset(
        first + ord(sign) - start
        for first, last, start in found
        for sign in SOLID_SIGNS
        if 0 <= ord(sign) - start <= last - first
    )


def _says_characters(font: Pdf, kind: str, encoding: str, descendant: Pdf) -> bool:
    """Whether characters follow from the encoding alone, so that no ToUnicode map is needed (PDF 1.4, 5.9)."""
    if kind == "/Type0":
        system = get(descendant, "/CIDSystemInfo")
        ordering = str(get(system, "/Ordering", ""))
        named = any(part in encoding for part in _TO_UNICODE_CMAPS)
        return named or (ordering in ("GB1", "CNS1", "Japan1", "Korea1") and bool(encoding))
    flags = whole(get(get(font, "/FontDescriptor"), "/Flags"))
    if encoding in _KNOWN_ENCODINGS or is_dict(get(font, "/Encoding")):
        return True
    return not flags & _SYMBOLIC


def _simple_widths(font: Pdf) -> dict[int, float]:
    first = whole(get(font, "/FirstChar"))
    return {first + at: number(w, 0.0) or 0.0 for at, w in enumerate(items(get(font, "/Widths"))[:256])}


def _composite_widths(array: Pdf) -> dict[int, float]:
    """A CIDFont's ``W``: ``c [w w …]`` and ``first last w`` mixed."""
    widths: dict[int, float] = {}
    parts = items(array)[:_MOST_WIDTHS]
    at = 0
    while at + 1 < len(parts) and len(widths) < _MOST_WIDTHS:
        first = whole(parts[at])
        each = _numbers(parts[at + 1])
        if each is not None:
            widths.update((first + step, width) for step, width in enumerate(each))
            at += 2
        elif at + 2 < len(parts):
            last = min(whole(parts[at + 1]), first + _MOST_WIDTHS)
            width = number(parts[at + 2], 0.0) or 0.0
            widths.update((code, width) for code in range(first, last + 1))
            at += 3
        else:
            break
    return widths


def _numbers(value: Pdf) -> list[float] | None:
    """The numbers of an array (0 for what is none), or None for anything that is no array."""
    return [number(v, 0.0) or 0.0 for v in items(value)] if is_array(value) else None
