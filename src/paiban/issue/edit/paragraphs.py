"""Operations on paragraphs, as the changes of copy that they come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from paiban.issue.edit.model import (
    Address,
    Change,
    InsertParagraph,
    KeyNames,
    MoveParagraph,
    NoSuchPlace,
    Operation,
    RemoveParagraph,
)
from paiban.issue.edit.places import found_at
from paiban.source.outline import Outline
from paiban.source.sieve import sift


def as_change(root: Outline, keys: KeyNames, operation: Operation) -> Operation:
    """An operation on a paragraph as the change of the copy that it comes to."""
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
