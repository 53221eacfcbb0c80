"""Operations on paragraphs, as the changes of copy that they come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from paiban.issue.edit.model import (
    Address,
    Change,
    Clear,
    InsertParagraph,
    KeyNames,
    MoveParagraph,
    NoSuchPlace,
    Operation,
    Remove,
    RemoveParagraph,
    Unset,
)
from paiban.issue.edit.places import entry_of, found_at, spellings_of
from paiban.source.outline import Outline
from paiban.source.sieve import sift


def as_change(root: Outline, keys: KeyNames, operation: Operation) -> Operation:
    """An operation on a paragraph as the change of the copy that it comes to."""
    if isinstance(operation, Clear):
        return _cleared(root, keys, operation)
    change = _PARAGRAPHS.get(type(operation))
    if change is None:
        return operation
    value, lines = _paragraphs(root, keys, operation.at)
    return Change(operation.at, *change(operation, value, lines))


def _insert_paragraph(operation: InsertParagraph, value: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int, str]:
    words = operation.words
    if not 0 <= operation.number <= len(lines):
        raise NoSuchPlace
    if operation.number < len(lines):
        start = lines[operation.number][0]
        return start, start, f"{words}\n"
    end = lines[-1][1] if lines else len(value)
    return end, end, f"\n{words}" if lines else words


def _remove_paragraph(operation: RemoveParagraph, _: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int, str]:
    index = operation.number
    if not 0 <= index < len(lines):
        raise NoSuchPlace
    if index + 1 < len(lines):
        return lines[index][0], lines[index + 1][0], ""
    return lines[index - 1][1] if index else lines[index][0], lines[index][1], ""


def _move_paragraph(operation: MoveParagraph, value: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int, str]:
    low, high = sorted((operation.number, operation.to_number))
    if low < 0 or high >= len(lines):
        raise NoSuchPlace
    words = [value[start:end] for start, end in lines]
    words.insert(operation.to_number, words.pop(operation.number))
    return lines[low][0], lines[high][1], "\n".join(words[low : high + 1])


def _cleared(root: Outline, keys: KeyNames, operation: Clear) -> Operation:
    """What takes copy away: its key, its item, or its characters with the lines that they leave empty."""
    (*around, last), (value, lines) = operation.at, _paragraphs(root, keys, operation.at)
    start, end = operation.start, operation.end
    if not 0 <= start <= end <= len(value):
        raise NoSuchPlace
    if not (value[:start] + value[end:]).strip():
        return _without(root, keys, tuple(around), last)
    before = [stop for _, stop in lines if stop <= start]
    after = [begin for begin, _ in lines if begin >= end]
    whole = not (value[value.rfind("\n", 0, start) + 1 : start] + value[end:].split("\n", 1)[0]).strip()
    if whole and after:
        start, end = value.rfind("\n", 0, start) + 1, after[0]
    elif whole:
        start, end = before[-1], max(end, lines[-1][1])
    return Change(operation.at, start, end, "")


def _without(root: Outline, keys: KeyNames, around: Address, last: str | int) -> Operation:
    """What takes all copy of an address away. An item that has its place among others, as a cell has, stays, empty."""
    if isinstance(last, str):
        return Unset(around, last)
    above, names = found_at(root, keys, around[:-1])
    key = around[-1] if around else 0
    if isinstance(key, int) or not {key, names.zh.get(key)} & names.copy:
        value = found_at(root, keys, (*around, last))[0].value
        return Change((*around, last), 0, len(sift(value).text), "")
    alone = len(entry_of(above, spellings_of(key, names))[1].items) == 1
    return Unset(around[:-1], key) if alone else Remove(around, last)


_PARAGRAPHS: Mapping[type, Callable[[Any, str, Sequence[tuple[int, int]]], tuple[int, int, str]]] = {
    InsertParagraph: _insert_paragraph, RemoveParagraph: _remove_paragraph, MoveParagraph: _move_paragraph,
}  # fmt: skip
"""From where to where the copy changes, and to what."""


def _paragraphs(root: Outline, keys: KeyNames, at: Address) -> tuple[str, list[tuple[int, int]]]:
    """The copy at an address, and where each of its lines that has something in it begins and ends."""
    node, _ = found_at(root, keys, at)
    if not node.is_scalar:
        raise NoSuchPlace
    copy, lines, start = sift(node.value).text, [], 0
    for line in copy.split("\n"):
        if line.strip():
            lines.append((start, start + len(line)))
        start += len(line) + 1
    return copy, lines
