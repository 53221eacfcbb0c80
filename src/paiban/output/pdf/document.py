"""Painted pages joined to one document, which gives its own codes and names to what they share."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from paiban.diagnostic import Diagnostic
from paiban.digest import sha256
from paiban.font import FontCatalogue
from paiban.memo import Memo
from paiban.output.pdf.content import KNOCK_OUT, OVERPRINT, REGISTRATION
from paiban.output.pdf.font import Codes, FontBook, Glyph
from paiban.output.pdf.objects import LEVEL, Name, PdfFile, Ref, Stream
from paiban.output.pdf.page import Layer, Painted
from paiban.output.pdf.picture import add_image
from paiban.output.pdf.uses import FORM, IMAGE, Use
from paiban.value import NamedTuple

GRAPHICS_STATES = {
    OVERPRINT: {"Type": Name("ExtGState"), "OP": True, "op": True, "OPM": 1},
    KNOCK_OUT: {"Type": Name("ExtGState"), "OP": False, "op": False, "OPM": 0},
}

ALL_INKS = [
    Name("Separation"), Name("All"), Name("DeviceCMYK"),
    {"FunctionType": 2, "Domain": [0, 1], "C0": [0, 0, 0, 0], "C1": [1, 1, 1, 1], "N": 1},
]  # fmt: skip
"""The colorant that paints on every plate (ISO 32000-1, 8.6.6.4)."""

_NAMES = re.compile(rf"/((?:F|{IMAGE}|{FORM})[0-9]+) ")
_OWN = re.compile(rf"{_NAMES.pattern}|<([0-9A-F]+)>")
"""What of a content stream is a page's own: names of faces, pictures and adverts; codes."""

_DIGITS = 4
"""Of a code."""


class _Known(NamedTuple):
    """A page's names as the document's, and the codes that are others there, by the page's name for their face."""

    names: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


class _Packed(NamedTuple):
    """A content stream as the document has it: what it says, and its bytes in the file."""

    data: bytes
    packed: bytes


class Document:
    """Pages joined so far: their faces with all codes, their pictures and adverts, each in the file once.

    What is to be ``told`` of their content is its ``digest``.
    """

    def __init__(self, file: PdfFile, catalogue: FontCatalogue, memo: Memo | None, told: bool) -> None:
        self.fonts = FontBook(catalogue)
        self.found: list[Diagnostic] = []
        self.sheets: list[tuple[int, Ref]] = []
        self.digest = sha256()
        self.tree = Ref("Pages")
        self._file = file
        self._memo = memo
        self._told = told
        self._placed: dict[tuple[str, Hashable], tuple[str, Ref] | None] = {}

    def join(self, painted: Painted) -> None:
        """Add a painted page; ``digest`` goes on over its content."""
        refs = {use.name: self._place(use) for use in painted.uses}
        known = self._known(painted, {name: placed[0] for name, placed in refs.items() if placed is not None})
        contents = self._packed(painted, known)
        streams = {0: self._stream(contents[0])}
        for sheet in painted.sheets:
            streams |= {layer: self._stream(contents[layer]) for layer in sheet.layers if layer}
            layers = [painted.layers[layer] for layer in sheet.layers]
            drawn = [streams[layer] for layer in sheet.layers]
            page = {
                "Type": Name("Page"),
                "Parent": self.tree,
                **sheet.sheet.boxes(),
                "Resources": _resources(layers, dict(known.names), dict(filter(None, refs.values()))),
                "Contents": drawn[0] if len(drawn) == 1 else drawn,
            }
            self.sheets.append((sheet.number, self._file.add(page)))
        if self._told:
            self.digest.update(contents[0].data)

    def _packed(self, painted: Painted, known: _Known) -> Sequence[_Packed]:
        """The page's content as it stands in the file; without a memory nothing of it stays."""

        def packed() -> list[_Packed]:
            return [_packed(layer, known) for layer in painted.layers]

        return packed() if self._memo is None else self._memo.made("packed", (painted,), packed, known)

    def _stream(self, content: _Packed) -> Ref:
        return self._file.add(Stream({"Filter": Name("FlateDecode")}, content.packed))

    def _place(self, use: Use) -> tuple[str, Ref] | None:
        """A picture or an advert in the file; what is to be said of it is told when it first comes."""
        key = use.kind, use.key
        if key not in self._placed:
            name = f"{use.kind}{sum(kind == use.kind for kind, _ in self._placed) + 1}"
            ref = None if isinstance(use.made, Diagnostic) else _ADDED[use.kind](self._file, use.made)
            self._placed[key] = None if ref is None else (name, ref)
            self.found += [use.made] if isinstance(use.made, Diagnostic) else _NOTES[use.kind](use.made)
        return self._placed[key]

    def _known(self, painted: Painted, placed: dict[str, str]) -> _Known:
        names, codes = dict(placed), []
        for number, (key, own) in enumerate(painted.faces, 1):
            used = self.fonts.use(key)
            names[f"F{number}"] = used.name
            others = used.others(own, self._glyphs(own))
            codes += [(f"F{number}", others)] if others else []
        return _Known(tuple(names.items()), tuple(codes))

    def _glyphs(self, own: Codes) -> frozenset[Glyph]:
        if self._memo is None:
            return frozenset(own.by_glyph)
        return self._memo.made("glyphs", (own,), lambda: frozenset(own.by_glyph))


_ADDED: dict[str, Callable[[PdfFile, Any], Ref | None]] = {
    IMAGE: lambda file, made: None if made.frame is not None else add_image(file, made),
    FORM: lambda file, made: file.add_written(made.objects),
}

_NOTES: dict[str, Callable[[Any], Sequence[Diagnostic]]] = {IMAGE: lambda made: made.notes, FORM: lambda _: ()}


def _packed(layer: Layer, known: _Known) -> _Packed:
    data = _renamed(layer.text, known).encode("ascii")
    return _Packed(data, zlib.compress(data, LEVEL))


def _renamed(text: str, known: _Known) -> str:
    """A page's content by the document's names and codes, which mostly are its own."""
    names = dict(known.names)
    tables = {face: dict(others) for face, others in known.codes}
    if not tables and all(name == other for name, other in known.names):
        return text
    table: dict[str, str] = {}

    def instead(found: re.Match[str]) -> str:
        nonlocal table
        name = found[1]
        if name:
            table = tables.get(name, {})
            return f"/{names[name]} "
        if not table:
            return found[0]
        codes = found[2]
        parts = [codes[at : at + _DIGITS] for at in range(0, len(codes), _DIGITS)]
        return f"<{''.join([table.get(code, code) for code in parts])}>"

    return (_OWN if tables else _NAMES).sub(instead, text)


def _resources(layers: Sequence[Layer], names: dict[str, str], refs: dict[str, Ref]) -> dict[str, Any]:
    resources: dict[str, Any] = {}
    faces = [names[face] for layer in layers for face in layer.faces]
    if faces:
        resources["Font"] = {name: Ref(name) for name in faces}
    if any(layer.overprints for layer in layers):
        resources["ExtGState"] = GRAPHICS_STATES
    if any(layer.registers for layer in layers):
        resources["ColorSpace"] = {REGISTRATION: ALL_INKS}
    xobjects = [names[name] for layer in layers for name in layer.xobjects]
    if xobjects:
        resources["XObject"] = {name: refs[name] for name in xobjects}
    return resources
