"""Content streams as operators with their operands.

In: the decoded bytes of a content stream. Out: ``(operator, operands)`` pairs in order; an inline image comes as one
``BI`` pair whose operands are its dictionary and its data. Nothing here raises on bad input: what cannot be read comes
out as the operator :data:`JUNK`, which the reader reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_OPENERS = {b"[", b"<<"}

Operand = Any
"""A float, bool, None, bytes (a string), str (a name with its slash), list or dict."""


def operators(data: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Every operator of a content stream with its operands, in order."""
    operands: list[Operand] = []
    open_lists: list[list[Operand]] = []
    position, scan = 0, _TOKEN.match
    while match := scan(data, position):
        position = match.end()
        kind = match.lastgroup
        token = match[kind or 0]
        if kind == "number":
            operands.append(_number(token))
        elif kind == "word":
            if token in _WORDS:
                operands.append(_WORDS[token])
                continue
            if token == b"ID":
                image, position = _inline_image(data, position, operands)
                yield "BI", image
            elif token != b"BI":
                yield token.decode("latin-1"), operands
            operands = []
            open_lists.clear()
        elif kind == "name":
            operands.append(_name(token))
        elif kind == "plain":
            operands.append(token[1:-1])
        elif kind == "hex":
            operands.append(_hex(token))
        elif token in _OPENERS and len(open_lists) < DEEPEST_NESTING:
            open_lists.append(operands)
            operands = []
        elif token in (b"]", b">>") and open_lists:
            operands = _closed(token, operands, open_lists.pop())
        elif token == b"(":
            string, position = _nested_string(data, position)
            operands.append(string)
        else:
            yield JUNK, [token]
        if len(operands) > MOST_OPERANDS and not open_lists:
            del operands[MOST_OPERANDS:]
    if operands or open_lists or data[position:].strip(b"\0\t\n\f\r "):
        if not data[position:].lstrip(b"\0\t\n\f\r ").startswith(b"%"):
            yield JUNK, [data[position : position + 16]]


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


def _inline_image(data: bytes, position: int, operands: list[Operand]) -> tuple[list[Operand], int]:
    """The dictionary and data of an inline image whose ``ID`` ends at ``position``."""
    entries = dict(zip(operands[::2], operands[1::2], strict=False))
    start = position + 1
    end = _INLINE_END.search(data, max(start + _raw_length(entries) - 1, position))
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
