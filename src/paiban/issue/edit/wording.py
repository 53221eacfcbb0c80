"""Characters of copy changed inside a scalar, whatever its style."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from paiban.issue.edit.model import Change, Edit, KeyNames, NoSuchPlace
from paiban.issue.edit.places import found_at, line_start
from paiban.source.copy import character_offsets
from paiban.source.outline import Outline
from paiban.source.quote import block_words, scalar_words
from paiban.source.sieve import sift


def change_ways(text: str, root: Outline, keys: KeyNames, operation: Change) -> Iterator[list[Edit]]:
    """In place where the scalar's style bears the words; else the scalar, and nothing else, is written anew."""
    node, _ = found_at(root, keys, operation.at)
    value, words = node.value, operation.words
    if not node.is_scalar:
        raise NoSuchPlace
    begin, stop = typed_range(value, operation)
    offsets = character_offsets(text, node.kind, node.start, node.end, value)
    encode = _ENCODERS.get(node.kind)
    if offsets and encode is not None:
        first = offsets[begin] if words else _fold_start(text, value, begin, offsets)
        yield [Edit(first, offsets[stop], encode(words, _indent_of(text, node, offsets)))]
    whole = value[:begin] + words + value[stop:]
    parent = found_at(root, keys, operation.at[:-1])[0]
    for flow in (False, True):
        after = block_words(whole, parent.column + 2, flow or parent.flow)
        yield [Edit(node.start, node.end, after if node.start == node.end else after[1:])]


def typed_range(value: str, operation: Change) -> tuple[int, int]:
    """A range of copy, as reading gives it, among the characters that were typed: the sieve may have left some out."""
    read, places, _ = sift(value)
    if not 0 <= operation.start <= operation.end <= len(read):
        raise NoSuchPlace
    if places is None:
        return operation.start, operation.end
    begin = (*places, len(value))[operation.start]
    return begin, max(begin, places[operation.end - 1] + 1 if operation.end > operation.start else begin)


def _fold_start(text: str, value: str, begin: int, offsets: Sequence[int]) -> int:
    """Where a character stands in the file; a line end that is an empty line there, where the line before that ends."""
    at = offsets[begin]
    return len(text[:at].rstrip(" \n")) if value[begin : begin + 1] == text[at : at + 1] == "\n" else at


def _indent_of(text: str, node: Outline, offsets: Sequence[int]) -> int:
    """How far in the lines of a block scalar stand."""
    return offsets[0] - line_start(text, offsets[0]) if node.kind == "literal" and offsets else 0


def _in_literal(words: str, indent: int) -> str:
    lines = words.split("\n")
    last = len(lines) - 1
    return "\n".join(
        [line if not i or not (line or i == last) else " " * indent + line for i, line in enumerate(lines)]
    )


_ENCODERS: Mapping[str, Callable[[str, int], str]] = {
    "plain": lambda words, _: words,
    "single": lambda words, _: words.replace("'", "''"),
    "double": lambda words, _: flow_escapes(words),
    "literal": _in_literal,
    "folded": lambda words, _: words,
}


def flow_escapes(words: str) -> str:
    """Words as they stand inside double quotes."""
    return scalar_words(f"\n{words}")[3:-1]
