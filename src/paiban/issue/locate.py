"""What stands at a line and column of an issue file: the address by which ``issue.edit`` changes it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from paiban.issue.edit import NO_NAMES, Address, KeyNames, Names
from paiban.source.copy import character_offsets
from paiban.source.file import clean
from paiban.source.outline import Outline, outline
from paiban.source.sieve import sift
from paiban.value import NamedTuple

PARAGRAPHS = "body"
"""The key whose copy has a paragraph a line."""


class Piece(NamedTuple):
    """A piece of copy that is changed as one: characters ``start`` … ``end`` of the copy at ``at``, and what they are.

    ``asked`` is which of its characters was asked for.
    """

    at: Address
    start: int
    end: int
    words: str
    asked: int


class Copy(NamedTuple):
    """The copy at an address as it is read, the offset in the file of each of its characters and of its end, and which
    of them was asked for.
    """

    at: Address
    words: str
    offsets: tuple[int, ...]
    asked: int


class Located:
    """A file's text, for asking what stands where in it. Lines and columns are counted from 1."""

    def __init__(self, raw: str, keys: KeyNames) -> None:
        self.text = clean("", raw).text
        self._root = outline(self.text)
        self._keys = keys
        self._starts = [0, *(at + 1 for at, sign in enumerate(self.text) if sign == "\n")]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def block(self, line: int, column: int) -> Address | None:
        """The address of the block in whose lines a place lies; None where it lies in none."""
        found = self._found(line, column)
        steps = () if found is None else found[1]
        numbers = [i for i, step in enumerate(steps) if isinstance(step, int) and i and steps[i - 1] == "stories"]
        return tuple(steps[: numbers[-1] + 1]) if numbers else None

    def copy(self, line: int, column: int) -> Copy | None:
        """The copy at a place; None where none stands there, or an anchor's that is written elsewhere."""
        found = self._found(line, column)
        if found is None or not found[0].is_scalar:
            return None
        node, at, offset = found
        offsets = character_offsets(self.text, node.kind, node.start, node.end, node.value)
        typed = bisect_right(offsets, offset) - 1
        if not offsets or typed < 0:
            return None
        words, places, _ = sift(node.value)
        index = min(typed if places is None else bisect_right(places, typed) - 1, len(words))
        kept = offsets if places is None else tuple([offsets[place] for place in places])
        return Copy(at, words, (*kept[: len(words)], offsets[-1]), index)

    def _found(self, line: int, column: int) -> tuple[Outline, Address, int] | None:
        """The innermost value at a place, its address, and the place's offset."""
        if self._root is None or not 0 < line <= len(self._starts):
            return None
        offset = self._starts[line - 1] + column - 1
        node, at = self._root, list[str | int]()
        names = self._keys.top
        while (step := next(_steps(node, names, offset), None)) is not None:
            key, node = step
            at.append(key)
            names = names if isinstance(key, int) else self._keys.under.get(key, NO_NAMES)
        return node, tuple(at), offset


def block_address(raw: str, keys: KeyNames, line: int, column: int) -> Address | None:
    """The address of the block in whose lines a place lies; None where it lies in none."""
    return Located(raw, keys).block(line, column)


def piece_at(raw: str, keys: KeyNames, line: int, column: int) -> Piece | None:
    """The piece of copy at a place; None where no copy stands there, or an anchor's that is written elsewhere."""
    copy = Located(raw, keys).copy(line, column)
    if copy is None:
        return None
    keys_above = [step for step in copy.at if isinstance(step, str)]
    words, index = copy.words, copy.asked
    start, end = _line_of(words, index) if keys_above[-1:] == [PARAGRAPHS] else (0, len(words.rstrip("\n")))
    return Piece(copy.at, start, end, words[start:end], index - start)


def _line_of(copy: str, index: int) -> tuple[int, int]:
    end = copy.find("\n", index)
    return copy.rfind("\n", 0, index) + 1, len(copy) if end < 0 else end


def _steps(node: Outline, names: Names, offset: int) -> Iterator[tuple[str | int, Outline]]:
    """The value inside a node that a place lies in, behind its key in English or its number."""
    if node.kind == "sequence":
        yield from ((i, item) for i, item in enumerate(node.items) if item.start <= offset <= item.end)
    elif node.kind == "mapping":
        english = {zh: key for key, zh in names.zh.items()}
        for key, value in node.entries:
            if value.start <= offset <= value.end and value.start < value.end:
                yield english.get(key.value, key.value), value
