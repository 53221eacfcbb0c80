"""A page of somebody's PDF as a form XObject: its objects translated, in a fixed order, by pikepdf.

Its fonts and colours stay as they are. What the press forbids in it is preflight's to find, before it comes here.
"""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf

from paiban.output.pdf.form import FormXObject
from paiban.output.pdf.objects import Local, Name, Real, Stream, deflated, point, written
from paiban.picture import DAMAGED

_LEFT_OUT = frozenset({"/Metadata", "/PieceInfo", "/LastModified", "/StructParent", "/StructParents", "/Parent"})
"""Entries that speak of the document an object came from: private data, and the structure of its pages."""

_REPACKED = frozenset({"/LZWDecode", "/LZW"})
"""Filters that PDF/X forbids in any file (ISO 15930-4, 6.3)."""

_Box = tuple[float, float, float, float]


class FormError(Exception):
    """Why a page cannot be taken: a code of the catalogue with its parameters."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def read_form(content: bytes, page: int, keep_group: bool, bleeds: bool = False) -> FormXObject:
    """Page ``page`` (from 1) of a PDF as a form that shows its trim, upright; FormError where that cannot be.

    ``keep_group`` keeps the page's transparency group, which X-1a does not know; with ``bleeds`` the form shows what
    lies between its trim and its bleed box too.
    """
    try:
        with pikepdf.open(BytesIO(content)) as source:
            if not 0 < page <= len(source.pages):
                raise FormError("P702", page=page, count=len(source.pages))
            return _form_of(source.pages[page - 1], keep_group, bleeds)
    except pikepdf.PasswordError:
        raise FormError("P703") from None
    except (pikepdf.PdfError, AttributeError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise FormError("P701", problem=DAMAGED) from error


def _form_of(page: Any, keep_group: bool, bleeds: bool) -> FormXObject:
    trim = _box(page.obj.get("/TrimBox", page.obj.get("/ArtBox", page.trimbox)))
    if trim[0] == trim[2] or trim[1] == trim[3]:
        raise ValueError("the page has no size")
    turn = int(page.obj.get("/Rotate", 0)) % 360
    translator = _Translator()
    index = translator.reserve()
    entries: dict[str, Any] = {
        "Type": Name("XObject"),
        "Subtype": Name("Form"),
        "BBox": [point(v) for v in (_box(page.obj.get("/BleedBox", trim)) if bleeds else trim)],
        "Matrix": [point(v) for v in _upright(turn, trim)],
        "Resources": translator.value(page.resources),
    }
    if keep_group and "/Group" in page.obj:
        entries["Group"] = translator.value(page.obj["/Group"])
    translator.objects[index] = deflated(_content_of(page), entries)
    width, height = trim[2] - trim[0], trim[3] - trim[1]
    if turn in (90, 270):
        width, height = height, width
    return FormXObject(width, height, tuple(written(value) for value in translator.objects))


class _Translator:
    """Objects of a pikepdf file as our own values; an indirect object becomes one of ``objects``, once."""

    def __init__(self) -> None:
        self.objects: list[Any] = []
        self._known: dict[tuple[int, int], Local] = {}

    def reserve(self) -> int:
        """An index for an object that comes later."""
        self.objects.append(None)
        return len(self.objects) - 1

    def value(self, thing: Any) -> Any:
        """The value of ``thing``, with references where the source has indirect objects."""
        identity = getattr(thing, "objgen", (0, 0))
        if identity == (0, 0):
            return self._direct(thing)
        known = self._known.get(identity)
        if known is None:
            known = self._known[identity] = Local(self.reserve())
            self.objects[known.position] = self._direct(thing)
        return known

    def _direct(self, thing: Any) -> Any:
        if isinstance(thing, pikepdf.Stream):
            return self._stream(thing)
        if isinstance(thing, pikepdf.Dictionary):
            return self._entries(thing)
        if isinstance(thing, pikepdf.Array):
            return [self.value(item) for item in thing]
        if isinstance(thing, pikepdf.Name):
            return _name(thing)
        if isinstance(thing, pikepdf.String):
            return bytes(thing)
        return Real(format(thing, "f")) if isinstance(thing, Decimal) else thing

    def _entries(self, thing: Any) -> dict[str, Any]:
        return {key[1:]: self.value(thing[key]) for key in sorted(thing.keys()) if key not in _LEFT_OUT}

    def _stream(self, thing: Any) -> Stream:
        entries = self._entries(thing)
        entries.pop("Length", None)
        if not _REPACKED & _filters(thing):
            return Stream(entries, thing.read_raw_bytes())
        kept = {key: value for key, value in entries.items() if key not in ("Filter", "DecodeParms")}
        return deflated(thing.read_bytes(), kept)


def _name(thing: Any) -> Name:
    """A name by its bytes: many Chinese programs write them in GBK."""
    head, *rest = thing.unparse()[1:].split(b"#")
    plain = head + b"".join(bytes.fromhex(part[:2].decode("ascii")) + part[2:] for part in rest)
    return Name(plain.decode("utf-8", "surrogateescape"))


def _filters(stream: Any) -> set[str]:
    named = stream.get("/Filter", pikepdf.Array())
    return {str(item) for item in (named if isinstance(named, pikepdf.Array) else [named])}


def _content_of(page: Any) -> bytes:
    """The page's content, which may be cut into several streams anywhere between two tokens."""
    page.contents_coalesce()
    contents = page.obj.get("/Contents")
    return b"" if contents is None else bytes(contents.read_bytes())


def _box(values: Any) -> _Box:
    x0, y0, x1, y1 = (float(v) for v in values)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _upright(turn: int, box: _Box) -> tuple[float, ...]:
    """The matrix that turns a page clockwise by its ``/Rotate`` and puts its lower left corner at the origin."""
    x0, y0, x1, y1 = box
    matrices: dict[int, tuple[float, ...]] = {
        0: (1, 0, 0, 1, -x0, -y0),
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }
    if turn not in matrices:
        raise ValueError(f"/Rotate {turn}")
    return matrices[turn]
