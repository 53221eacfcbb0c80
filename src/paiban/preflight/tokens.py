"""Content streams as operators with their operands.

In: the decoded bytes of a content stream. Out: ``(operator, operands)`` pairs in order; an inline image comes as one
``BI`` pair whose operands are its dictionary and its data. Nothing here raises on bad input: what cannot be read comes
out as the operator :data:`JUNK`, which the reader reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

JUNK = "\0junk"
"""Stands for bytes that are no token."""

MOST_OPERANDS = 64
"""More operands than any operator takes (DeviceN has at most 32 components); the rest are dropped."""

DEEPEST_NESTING = 16

FAR = 1e9
"""Larger numbers mean nothing on a page and only make trouble."""

_SPACE = rb"[\x00\t\n\x0c\r ]"
_TOKEN = re.compile(
    rb"(?:%s++|%%[^\r\n]*+)*+"
    rb"(?:(?P<number>[+-]*+(?:\d++(?:\.\d*+)?|\.\d++)(?![^\x00\t\n\x0c\r ()<>\[\]{}/%%]))"
    rb"|(?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%%]*+)"
    rb"|(?P<plain>\([^()\\]*+\))"
    rb"|(?P<hex><(?!<)[^>]*+>?)"
    rb"|(?P<mark><<|>>|[\[\](){}<>])"
    rb"|(?P<word>[^\x00\t\n\x0c\r ()<>\[\]{}/%%]++))" % _SPACE
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_NAME_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")
_STRING_EDGE = re.compile(rb"[()\\]")
_INLINE_END = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|$)")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_WORDS: dict[bytes, Any] = {b"true": True, b"false": False, b"null": None}
_OPENERS = frozenset({b"[", b"<<"})
_CLOSERS = frozenset({b"]", b">>"})

Operand = Any
"""A float, bool, None, bytes (a string), str (a name with its slash), list or dict."""


def operators(data: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Every operator of a content stream with its operands, in order."""
    scanner = _Scanner(data)
    scan = _TOKEN.match
    while match := scan(data, scanner.position):
        scanner.position = match.end()
        kind = match.lastgroup or ""
        value_of = _VALUES.get(kind)
        if value_of is not None:
            scanner.operands.append(value_of(match[kind]))
        elif kind == "word":
            operator = scanner.word(match[kind])
            if operator:
                yield operator, scanner.taken()
        elif not scanner.mark(match[kind]):
            yield JUNK, []
    if scanner.unfinished():
        yield JUNK, []


class _Scanner:
    """Where the reading of one stream stands: the operands so far, and the arrays and dictionaries around them."""

    __slots__ = ("_around", "_data", "operands", "position")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._around: list[list[Operand]] = []
        self.position = 0
        self.operands: list[Operand] = []

    def word(self, token: bytes) -> str:
        """A bare word: the operator that it is, or ``""`` for a value or the opening of an inline image."""
        if token in _WORDS:
            self.operands.append(_WORDS[token])
            return ""
        if token == b"BI":
            self.taken()
            return ""
        if token == b"ID":
            self.operands, self.position = _inline_image(self._data, self.position, self.operands)
            return "BI"
        return token.decode("latin-1")

    def mark(self, token: bytes) -> bool:
        """A bracket: of an array, a dictionary, or a string with brackets in it. False where it fits nothing."""
        if token in _OPENERS and len(self._around) < DEEPEST_NESTING:
            self._around.append(self.operands)
            self.operands = []
        elif token in _CLOSERS and self._around:
            self.operands = _closed(token, self.operands, self._around.pop())
        elif token == b"(":
            string, self.position = _nested_string(self._data, self.position)
            self.operands.append(string)
        else:
            return False
        return True

    def taken(self) -> list[Operand]:
        """The operands for an operator; what was left open before it is forgotten."""
        operands, self.operands = self.operands, []
        self._around.clear()
        return operands[:MOST_OPERANDS]

    def unfinished(self) -> bool:
        """Whether the stream ends within something; a comment may be its end."""
        rest = self._data[self.position :].lstrip(b"\0\t\n\f\r ")
        return bool(self.operands or self._around or (rest and not rest.startswith(b"%")))


def _number(token: bytes) -> float:
    try:
        value = float(token)
    except ValueError:  # signs doubled, as some programs write them
        value = float(token.lstrip(b"+-")) * (-1 if token.startswith(b"-") else 1)
    return value if -FAR < value < FAR else FAR


def _name(token: bytes) -> str:
    text = token.decode("latin-1")
    return _NAME_ESCAPE.sub(lambda m: chr(int(m[1], 16)), text) if "#" in text else text


def _hex(token: bytes) -> bytes:
    digits = _NOT_HEX.sub(b"", token)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _closed(token: bytes, inner: list[Operand], outer: list[Operand]) -> list[Operand]:
    """Put a finished array or dictionary back among the operands around it."""
    if token == b"]":
        outer.append(inner)
    else:
        outer.append({key: value for key, value in zip(inner[::2], inner[1::2], strict=False) if isinstance(key, str)})
    return outer


def _nested_string(data: bytes, position: int) -> tuple[bytes, int]:
    """The string that was opened just before ``position``, with escapes undone, and where it ends."""
    start, depth = position, 1
    while edge := _STRING_EDGE.search(data, position):
        position = edge.end()
        if edge[0] == b"\\":
            position += 1
        elif edge[0] == b"(":
            depth += 1
        else:
            depth -= 1
            if not depth:
                return _ESCAPE.sub(_unescape, data[start : position - 1]), position
    return data[start:], len(data)


def _unescape(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    return _ESCAPED.get(match[2], match[2])


_VALUES: dict[str, Callable[[bytes], Operand]] = {
    "number": _number,
    "name": _name,
    "plain": lambda token: token[1:-1],
    "hex": _hex,
}


def _inline_image(data: bytes, position: int, operands: list[Operand]) -> tuple[list[Operand], int]:
    """The dictionary and data of an inline image whose ``ID`` ends at ``position``."""
    entries = dict(zip(operands[::2], operands[1::2], strict=False))
    start = position + 1
    far = max(start + _raw_length(entries) - 1, position)
    end = _INLINE_END.search(data, far) or _INLINE_END.search(data, position)
    if end is None:
        return [entries, data[start:]], len(data)
    return [entries, data[start : end.start()]], end.end()


def _raw_length(entries: dict[Operand, Operand]) -> int:
    """The length of unfiltered one-component data, so that an ``EI`` inside it is not taken for its end."""
    if "/F" in entries or "/Filter" in entries:
        return 0
    width, height = entries.get("/W", entries.get("/Width")), entries.get("/H", entries.get("/Height"))
    bits = 1 if entries.get("/IM", entries.get("/ImageMask")) else entries.get("/BPC", entries.get("/BitsPerComponent"))
    if not isinstance(width, float) or not isinstance(height, float) or not isinstance(bits, (float, int)):
        return 0
    return int((width * bits + 7) // 8 * height)
