"""PDF objects as plain Python values, and the file around them (ISO 32000-1, 7.3 and 7.5).

A ``dict`` is a dictionary, a ``list`` or ``tuple`` an array, ``Name`` a name, ``str`` a text string, ``bytes`` a byte
string, ``Ref`` a reference; numbers, booleans and None are themselves. A ``PdfFile`` numbers them in the order of
``add`` and writes them with a classic cross-reference table, which every version that a print shop accepts can read.

The layer is ours since importing one from a library costs more time than writing a page, and since a library's own
settings files could change the bytes of a page behind our back.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

_PLAIN_NAME = frozenset("!\"$&'*+,-.0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_`abcdefghijklmnopqrstuvwxyz|~")
_ESCAPES = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\"}
_LEVEL = 6

_MARKER = "\0"
"""Stands around the position of a ``Local`` and nowhere else: a string that is not plain is written in hexadecimal."""

_FREE_ENTRY = b"0000000000 65535 f \n"
_BINARY_MARK = b"%\xe2\xe3\xcf\xd3\n"
"""Four high bytes in a comment tell a transfer program that the file is binary (ISO 32000-1, 7.5.2)."""


class Name(str):
    """A PDF name, without its slash; bytes of a name that is not UTF-8 stand in it as surrogate escapes."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an indirect object by number."""

    number: int


class Stream(NamedTuple):
    """A stream with its bytes as they stand in the file; ``entries`` names their filter, the length is added."""

    entries: Mapping[str, Any]
    data: bytes


class Raw(NamedTuple):
    """An object that is in PDF syntax already: its text (of a stream, its dictionary with the length) and its bytes."""

    text: str
    data: bytes | None = None


class Local(NamedTuple):
    """A reference among objects that have no numbers yet, by position; ``numbered`` gives them theirs."""

    position: int


class Real(NamedTuple):
    """A real number with its digits chosen by the caller, as ``number`` writes them."""

    digits: str


def deflated(data: bytes, entries: Mapping[str, Any] | None = None, level: int = _LEVEL) -> Stream:
    """A stream packed with Flate."""
    return Stream({**(entries or {}), "Filter": Name("FlateDecode")}, zlib.compress(data, level))


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


def encode(value: Any) -> bytes:
    """A value in PDF syntax. Dictionaries keep their order, so the same values give the same bytes."""
    return _text(value).encode("latin-1")


def numbered(text: str, first: int) -> str:
    """PDF syntax with its local references numbered from ``first`` on."""
    parts = text.split(_MARKER)
    parts[1::2] = [f"{first + int(position)} 0 R" for position in parts[1::2]]
    return "".join(parts)


def _text(value: Any) -> str:
    writer = _WRITERS.get(type(value))
    if writer is None:
        raise TypeError(f"no PDF object: {type(value).__name__}")
    text: str = writer(value)
    return text


def _name(value: str) -> str:
    if all(c in _PLAIN_NAME for c in value):
        return "/" + value
    data = value.encode("utf-8", "surrogateescape")
    return "/" + "".join(chr(b) if chr(b) in _PLAIN_NAME else f"#{b:02X}" for b in data)


def _string(value: str) -> str:
    """A text string: ASCII as it is, else UTF-16 with its mark (ISO 32000-1, 7.9.2.2)."""
    if value.isascii() and value.isprintable():
        return f"({value.translate(_ESCAPES)})"
    return f"<FEFF{value.encode('utf-16-be').hex().upper()}>"


def _dictionary(value: Mapping[str, Any]) -> str:
    return "<<" + " ".join([f"{_name(key)} {_text(item)}" for key, item in value.items()]) + ">>"


def _array(value: Sequence[Any]) -> str:
    return "[" + " ".join([_text(item) for item in value]) + "]"


_WRITERS: dict[type, Any] = {
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    int: str,
    float: number,
    Real: lambda value: value.digits,
    Name: _name,
    str: _string,
    bytes: lambda value: f"<{value.hex().upper()}>",
    Ref: lambda value: f"{value.number} 0 R",
    Local: lambda value: f"{_MARKER}{value.position}{_MARKER}",
    dict: _dictionary,
    list: _array,
    tuple: _array,
}


class PdfFile:
    """The indirect objects of a file that is being made."""

    def __init__(self) -> None:
        self._objects: list[Any] = []

    def add(self, value: Any) -> Ref:
        """Take in an object and return its reference."""
        self._objects.append(value)
        return Ref(len(self._objects))

    def reserve(self) -> Ref:
        """A number for an object that others refer to before it is complete; ``fill`` it later."""
        return self.add(None)

    @property
    def next_number(self) -> int:
        """The number that the next object will get."""
        return len(self._objects) + 1

    def fill(self, ref: Ref, value: Any) -> None:
        """Give a reserved number its object."""
        self._objects[ref.number - 1] = value

    def write(self, version: str, root: Ref, info: Ref) -> bytes:
        """The file. Both halves of its ``/ID`` are a digest of its own content, so equal pages are equal files."""
        parts: list[bytes] = [f"%PDF-{version}\n".encode("ascii"), _BINARY_MARK]
        offsets: list[int] = []
        position = sum(map(len, parts))
        for count, value in enumerate(self._objects, 1):
            body = _indirect(count, value)
            offsets.append(position)
            position += len(body)
            parts.append(body)
        digest = hashlib.sha256(b"".join(parts)).digest()[:16]
        size = len(offsets) + 1
        table = [f"xref\n0 {size}\n".encode("ascii"), _FREE_ENTRY]
        table += [b"%010d 00000 n \n" % offset for offset in offsets]
        trailer = {"Size": size, "Root": root, "Info": info, "ID": [digest, digest]}
        end = b"trailer\n" + encode(trailer) + f"\nstartxref\n{position}\n%%EOF\n".encode("ascii")
        return b"".join([*parts, *table, end])


def raw(value: Any) -> Raw:
    """A value in PDF syntax, the length of a stream added."""
    if isinstance(value, Raw):
        return value
    if isinstance(value, Stream):
        return Raw(_text({**value.entries, "Length": len(value.data)}), value.data)
    return Raw(_text(value))


def _indirect(count: int, value: Any) -> bytes:
    written = raw(value)
    text = written.text.encode("latin-1")
    if written.data is None:
        return b"%d 0 obj\n%b\nendobj\n" % (count, text)
    return b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (count, text, written.data)
