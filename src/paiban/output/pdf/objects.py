"""PDF objects as plain Python values, on ReportLab's object layer (ISO 32000-1, 7.3 and 7.5).

The modules around this one speak in plain values: a ``dict`` is a dictionary, a ``list`` or ``tuple`` an array,
``Name`` a name, ``str`` a text string, ``bytes`` a byte string, ``Stream`` a stream, ``Ref`` a reference to an object
by its name in the ``PdfFile``; numbers, booleans and None are themselves. ``pdf_object`` makes ReportLab's objects of
them, and ``PdfFile`` is ReportLab's document, which numbers and writes them with a classic cross-reference table, as
every version that a print shop accepts can read.

Nothing that a user's ReportLab settings could change reaches the file, and no number passes through its formatting,
whose compiled form a machine may have or not: the same values give the same bytes.
"""

from __future__ import annotations

import codecs
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from types import NoneType
from typing import Any, TypeAlias
from zlib import crc32

from paiban.digest import sha256
from paiban.output.pdf.layer import PDFObjectReference, pdfdoc
from paiban.value import NamedTuple

_EPOCH = "SOURCE_DATE_EPOCH"

LEVEL = 6
"""How hard streams are packed."""

_MARKER = b"\0"
"""Stands around the position of a ``Local`` and nowhere else: strings that are not plain are written in hexadecimal."""

_PLAIN_NAME = frozenset(b"!\"$&'*+,-.0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_`abcdefghijklmnopqrstuvwxyz|~")

_SETTINGS = {"invariant": 1, "pdfComments": 0}
"""What ReportLab's document would take from the user's settings while it is written."""

_ID_LENGTH = 32
_ID_BLOCK = 4096
_NO_ID = b"[<" + b"0" * _ID_LENGTH + b"><" + b"0" * _ID_LENGTH + b">]"

Ref: TypeAlias = PDFObjectReference
"""A reference to an indirect object by its name in the ``PdfFile``; it may be made before the object."""


class Name(str):
    """A PDF name, without its slash; bytes of a name that is not UTF-8 stand in it as surrogate escapes."""

    __slots__ = ()


class Real(NamedTuple):
    """A real number with its digits chosen by the caller, as ``number`` writes them."""

    digits: str


class Local(NamedTuple):
    """A reference among objects that have no numbers yet, by position; ``Serialized.numbered`` gives them theirs."""

    position: int


class _Dictionary(pdfdoc.PDFDictionary):  # type: ignore[misc]
    """A dictionary in the order in which it was made, its names as ``_name`` writes them."""

    def format(self, document: Any) -> bytes:
        """The dictionary in PDF syntax."""
        entries = [
            b"%b %b" % (_name(key).encode("ascii"), pdfdoc.format(item, document)) for key, item in self.dict.items()
        ]
        return b"<<" + b" ".join(entries) + b">>"


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream with its bytes as they stand in the file; ``entries`` names their filter, the length is added.

    ReportLab's own form lacks the end of line before ``endstream`` (ISO 32000-1, 7.3.8.1).
    """

    def __init__(self, entries: Mapping[str, Any], data: bytes) -> None:
        super().__init__(pdf_object({**entries, "Length": len(data)}), data)

    def format(self, document: Any) -> bytes:
        """The stream in PDF syntax."""
        return b"".join([self.dictionary.format(document), b"\nstream\n", self.content, b"\nendstream\n"])


class Serialized(NamedTuple):
    """An object that is in PDF syntax already: its text (of a stream, its dictionary with the length) and its bytes."""

    text: bytes
    data: bytes | None = None

    def numbered(self, first: int) -> bytes:
        """The whole object, its local references numbered from ``first`` on."""
        parts = self.text.split(_MARKER)
        parts[1::2] = [b"%d 0 R" % (first + int(position)) for position in parts[1::2]]
        text = b"".join(parts)
        return text if self.data is None else b"".join([text, b"\nstream\n", self.data, b"\nendstream\n"])


def deflated(data: bytes, entries: Mapping[str, Any] | None = None) -> Stream:
    """A stream packed with Flate."""
    return Stream({**(entries or {}), "Filter": Name("FlateDecode")}, zlib.compress(data, LEVEL))


def number(value: float, places: int = 3) -> str:
    """A number in the fewest digits that keep ``places`` decimals.

    >>> number(12.5), number(-0.0001), number(0.25, 1), number(3)
    ('12.5', '0', '0.2', '3')
    """
    if isinstance(value, int):
        return str(value)
    text = f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"
    return "0" if text == "-0" else text


def point(value: float) -> Real:
    """A real number to a ten-thousandth, for boxes and matrices in dictionaries."""
    return Real(number(float(value), 4))


def written(value: Any) -> Serialized:
    """A value in PDF syntax, outside any file."""
    value = pdf_object(value)
    if isinstance(value, Stream):
        return Serialized(_format(value.dictionary), value.content)
    return Serialized(_format(value))


def pdf_object(value: Any) -> Any:
    """ReportLab's object for a plain value; TypeError for what is none."""
    maker = _MAKERS.get(type(value))
    if maker is None:
        raise TypeError(f"no PDF object: {type(value).__name__}")
    return maker(value)


def _checksums(data: bytes) -> bytes:
    """The checksum of each block: less to add up than a file with its pictures, faces and profile, and as different as
    files are."""
    view = memoryview(data)
    return b"".join([crc32(view[at : at + _ID_BLOCK]).to_bytes(4, "big") for at in range(0, len(view), _ID_BLOCK)])


def _format(value: Any) -> bytes:
    syntax: bytes = pdfdoc.format(value, pdfdoc.DummyDoc())
    return syntax


@lru_cache(maxsize=1024)
def _name(value: str) -> str:
    """A name by the bytes of its UTF-8; ReportLab's own form lets a slash through, and knows no bytes."""
    data = value.encode("utf-8", "surrogateescape")
    return "/" + "".join([chr(byte) if byte in _PLAIN_NAME else f"#{byte:02x}" for byte in data])


def _string(value: str) -> Any:
    """A text string: ASCII as it is, else UTF-16 with its mark (ISO 32000-1, 7.9.2.2)."""
    if value.isascii() and value.isprintable():
        return pdfdoc.PDFString(value)
    return pdfdoc.PDFText(codecs.BOM_UTF16_BE + value.encode("utf-16-be"))


_MAKERS: dict[type, Any] = {
    NoneType: lambda _: pdfdoc.PDFnull,
    bool: lambda value: pdfdoc.PDFtrue if value else pdfdoc.PDFfalse,
    int: str,
    float: number,
    Real: lambda value: value.digits,
    Name: _name,
    str: _string,
    bytes: pdfdoc.PDFText,
    Serialized: lambda value: value.text,
    Local: lambda value: b"%b%d%b" % (_MARKER, value.position, _MARKER),
    dict: lambda value: _Dictionary({key: pdf_object(item) for key, item in value.items()}),
    list: lambda value: pdfdoc.PDFArrayCompact(map(pdf_object, value)),
    tuple: lambda value: pdfdoc.PDFArrayCompact(map(pdf_object, value)),
    Ref: lambda value: value,
    Stream: lambda value: value,
}


class PdfFile:
    """The indirect objects of a file that is being made, numbered in the order of ``add``."""

    def __init__(self, version: tuple[int, int]) -> None:
        with _clock_hidden():
            self._document = _Document(compression=0, invariant=1, pdfVersion=version)

    def add(self, value: Any, name: str = "") -> Ref:
        """Take in an object and return its reference; ``name`` is what a ``Ref`` made before calls it."""
        return self._take(pdf_object(value), name)

    def add_written(self, objects: Sequence[Serialized]) -> Ref:
        """Take in objects that are in PDF syntax and refer to each other; return the first one's reference."""
        first = self._document.objectcounter + 1
        refs = [self._take(item.numbered(first), "") for item in objects]
        return refs[0]

    def write(self, root: Ref, info: Ref) -> bytes:
        """The file. Both halves of its ``/ID`` are a digest of its own content, so equal pages are equal files."""
        document = self._document
        document.Catalog, document.info = root, info
        with _settled():
            data: bytes = document.format()
        digest = sha256(_checksums(data)).hexdigest()[:_ID_LENGTH].encode("ascii")
        at, view = data.rindex(_NO_ID), memoryview(data)
        return b"".join([view[:at], _NO_ID.replace(b"0" * _ID_LENGTH, digest), view[at + len(_NO_ID) :]])

    def _take(self, thing: Any, name: str) -> Ref:
        return self._document.Reference(thing, name or f"object {self._document.objectcounter + 1}")


class _Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """ReportLab's document without what PDF/X has no place for, and with an identity of its content."""

    def Reference(self, obj: Any, name: str | None = None) -> Any:
        """As it is, but for the standard fonts, which are never embedded."""
        return None if name == pdfdoc.BasicFonts else super().Reference(obj, name)

    def ID(self) -> bytes:
        """Room for the identity, which can be known only once all else is written."""
        return _NO_ID


@contextmanager
def _clock_hidden() -> Iterator[None]:
    """No SOURCE_DATE_EPOCH for ReportLab, which fails on one that is no number; our dates are ``DocumentInfo``'s."""
    epoch = os.environ.pop(_EPOCH, None)
    try:
        yield
    finally:
        if epoch is not None:
            os.environ[_EPOCH] = epoch


@contextmanager
def _settled() -> Iterator[None]:
    """ReportLab's settings as this file needs them, and afterwards as whoever else uses the library has set them."""
    config = pdfdoc.rl_config
    before = {name: getattr(config, name) for name in _SETTINGS}
    vars(config).update(_SETTINGS)
    try:
        yield
    finally:
        vars(config).update(before)
