"""Scalars to copy: every character of a value with the place where it was typed."""

from __future__ import annotations

from paiban.source.file import SourceFile
from paiban.source.node import Scalar
from paiban.source.sieve import sift
from paiban.span import Span, Text, shared_columns

_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEX_ESCAPES = {"x": 2, "u": 4, "U": 8}
_WHITE = " \t\n"

_Placed = list[tuple[str, int]]
"""Characters with their offsets in the file."""


def copy_text(source: SourceFile, node: Scalar) -> Text:
    """The value of ``node`` as copy. Each character has its own line and column, escapes and folding included."""
    plain = _literal_text(source, node) if node.style == "literal" and not node.typed else None
    if plain is not None:
        return plain
    typed = node.typed or node.value
    placed = _PLACERS[node.style](source.text, node._replace(value=typed))
    if len(placed) != len(typed) or any(c != v for (c, _), v in zip(placed, typed, strict=True)):
        placed = [(c, node.start) for c in typed]
    places = sift(typed).places if node.typed else None
    if places is not None:
        placed = [(c, placed[place][1]) for c, place in zip(node.value, places, strict=True)]
    return _placed_text(source, node, placed)


def _literal_text(source: SourceFile, node: Scalar) -> Text | None:
    """The copy of a ``|`` whose lines are the file's, less one indent for all: placed line by line, since most copy is
    written so. None for what is not quite that."""
    typed = source.text[_after_header(source.text, node) : node.end].split("\n")
    wanted = node.value.split("\n")
    first = next((index for index, value in enumerate(wanted) if value), None)
    if first is None or len(typed) < len(wanted):
        return None
    indent = len(typed[first]) - len(wanted[first])
    if any(value and line[indent:] != value for line, value in zip(typed, wanted, strict=False)):
        return None
    lines: list[int] = []
    columns: list[int] = []
    for number, (line, value) in enumerate(zip(typed, wanted, strict=False), node.span.line + 1):
        columns += (*range(indent + 1, indent + 1 + len(value)), len(line) + 1)
        lines += [number] * (len(value) + 1)
    del columns[-1], lines[-1]  # the last line has no end of its own
    return Text(node.value, source.name, tuple(lines), (*columns, columns[-1] + 1))


def character_offsets(text: str, style: str, start: int, end: int, value: str) -> tuple[int, ...]:
    """Where each character of a scalar stands in the file's ``text``, and one more: where the last one ends.

    The scalar has ``style`` and its own characters are ``start`` … ``end``. What lies between two characters (the
    indent after a line end, the second mark of ``''``) goes with the first of them. Empty where they cannot be told.
    """
    node = Scalar(Span("", 1, 1, 1, 1), value, style, start, end)
    placed = _PLACERS[style](text, node)
    if [character for character, _ in placed] != list(value):
        return ()
    closing = style in ("single", "double")
    return (*(offset for _, offset in placed), end - closing)


def split_lines(text: Text) -> list[Text]:
    """``text`` cut at its line ends, each piece without the ordinary spaces and tabs around it; none is empty."""
    pieces = []
    start = 0
    for part in text.value.split("\n"):
        left = start + len(part) - len(part.lstrip(" \t"))
        right = start + len(part.rstrip(" \t"))
        if left < right:
            pieces.append(part_of(text, left, right))
        start += len(part) + 1
    return pieces


def part_of(text: Text, start: int, end: int) -> Text:
    """``text.value[start:end]`` with its places; the column past the end follows its own last character."""
    columns = text.columns[start : end + 1]
    lines = text.lines
    if len(lines) > 1:
        lines = lines[start:end] or lines[:1]
        if end < len(text.value) and text.lines[end] != lines[-1]:
            columns = (*columns[:-1], columns[-2] + 1) if end > start else columns
        lines = lines[:1] if len(set(lines)) == 1 else lines
    return Text(text.value[start:end], text.file, lines, shared_columns(columns))


def _placed_text(source: SourceFile, node: Scalar, placed: _Placed) -> Text:
    first_line = node.span.line
    if not placed:
        return Text("", source.name, (first_line,), (node.span.column,))
    if node.span.end_line == first_line and node.style not in ("literal", "folded"):
        base = node.span.column - node.start
        columns = [base + offset for _, offset in placed]
        return Text(node.value, source.name, (first_line,), shared_columns((*columns, columns[-1] + 1)))
    line, line_start = first_line, source.text.rfind("\n", 0, node.start) + 1
    next_break = source.text.find("\n", node.start)
    lines, columns = [], []
    for _, offset in placed:
        while next_break != -1 and offset > next_break:
            line, line_start = line + 1, next_break + 1
            next_break = source.text.find("\n", line_start)
        lines.append(line)
        columns.append(offset - line_start + 1)
    return Text(node.value, source.name, tuple(lines), (*columns, columns[-1] + 1))


def _after_header(text: str, node: Scalar) -> int:
    """The offset of a block's first line, the one after its ``|`` or ``>``."""
    end = text.find("\n", node.start, node.end)
    return node.end if end < 0 else end + 1


def _place_block(text: str, node: Scalar) -> _Placed:
    """``|``: the value's lines are the file's, less an indent that is the same for all."""
    placed: _Placed = []
    indent = -1
    offset = _after_header(text, node)
    lines = text[offset : node.end].split("\n")
    wanted = node.value.split("\n")
    for index, (line, value) in enumerate(zip(lines, wanted, strict=False)):
        if indent < 0 and value:
            indent = len(line) - len(value)
        begin = offset + max(indent, 0)
        placed.extend((c, begin + i) for i, c in enumerate(value))
        if index < len(wanted) - 1:
            placed.append(("\n", offset + len(line)))
        offset += len(line) + 1
    return placed


def _place_plain(text: str, node: Scalar) -> _Placed:
    """Plain text: as typed, with the white around a line end folded."""
    placed: _Placed = []
    index = node.start
    while index < node.end:
        index = _take_white(text, index, node.end, placed) if text[index] in _WHITE else _take(text, index, placed)
    return placed


def _place_single(text: str, node: Scalar) -> _Placed:
    """Single quotes: ``''`` stands for one; the first of the pair is its place."""
    placed: _Placed = []
    index, end = node.start + 1, node.end - 1
    while index < end:
        if text[index] in _WHITE:
            index = _take_white(text, index, end, placed)
        else:
            index = _take(text, index, placed) + (text[index] == "'")
    return placed


def _place_double(text: str, node: Scalar) -> _Placed:
    """Double quotes: an escape's place is its backslash; an escaped line end vanishes with the white after it."""
    placed: _Placed = []
    index, end = node.start + 1, node.end - 1
    while index < end:
        if text[index] in _WHITE:
            index = _take_white(text, index, end, placed)
        elif text[index] != "\\":
            index = _take(text, index, placed)
        elif text[index + 1] == "\n":
            index = _take_joined(text, index + 2, end, placed)
        else:
            index = _take_escape(text, index, placed)
    return placed


def _take(text: str, index: int, placed: _Placed) -> int:
    """One character as it stands; returns the offset after it, as its siblings do."""
    placed.append((text[index], index))
    return index + 1


def _take_white(text: str, index: int, end: int, placed: _Placed) -> int:
    """A run of white: as it stands on one line; else one line end becomes a space, and n of them n − 1 line ends."""
    stop = index
    while stop < end and text[stop] in _WHITE:
        stop += 1
    breaks = [place for place in range(index, stop) if text[place] == "\n"]
    if not breaks:
        placed += [(text[place], place) for place in range(index, stop)]
    elif len(breaks) == 1:
        placed.append((" ", breaks[0]))
    else:
        placed += [("\n", place) for place in breaks[1:]]
    return stop


def _take_joined(text: str, index: int, end: int, placed: _Placed) -> int:
    """The white after an escaped line end: it vanishes, but for the empty lines in it."""
    while index < end and text[index] in _WHITE:
        if text[index] == "\n":
            placed.append(("\n", index))
        index += 1
    return index


def _take_escape(text: str, index: int, placed: _Placed) -> int:
    letter = text[index + 1]
    digits = _HEX_ESCAPES.get(letter, 0)
    character = chr(int(text[index + 2 : index + 2 + digits], 16)) if digits else _ESCAPES.get(letter, "")
    placed.append((character, index))
    return index + 2 + digits


def _place_folded(text: str, node: Scalar) -> _Placed:
    """``>``: the value's characters found again one after the other; a folded line end has become a space."""
    placed: _Placed = []
    offset = _after_header(text, node)
    for character in node.value:
        while offset < node.end and text[offset] != character and text[offset] in _WHITE:
            if character == " " and text[offset] == "\n":
                break
            offset += 1
        placed.append((character, offset))
        offset += 1
    return placed


_PLACERS = {
    "plain": _place_plain,
    "single": _place_single,
    "double": _place_double,
    "literal": _place_block,
    "folded": _place_folded,
}
