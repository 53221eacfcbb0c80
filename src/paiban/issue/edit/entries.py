"""Keys and their values given, replaced and taken away, in blocks and in braces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from paiban.issue.edit.meaning import plain_data
from paiban.issue.edit.model import INSTEAD, NO_NAMES, Edit, KeyNames, Names, NoSuchPlace, Set, Unset
from paiban.issue.edit.places import (
    entry_index,
    entry_of,
    entry_or_none,
    found_at,
    is_chinese,
    line_end,
    line_start,
    names_under,
    spellings_of,
)
from paiban.source.outline import Outline, data_of
from paiban.source.quote import Value, block_words, flow_words, scalar_words


def set_ways(text: str, root: Outline, keys: KeyNames, operation: Set) -> Iterator[list[Edit]]:
    """A key given or replaced: in the block or flow style around it, then with its value in flow style."""
    node, names = found_at(root, keys, operation.at)
    spellings = spellings_of(operation.key, names)
    there = entry_or_none(node, spellings)
    other = entry_or_none(node, spellings_of(INSTEAD.get(operation.key), names))
    if node.kind != "mapping":
        raise NoSuchPlace
    key = spellings[-1] if is_chinese(node, names) else spellings[0]
    inner = names_under(names, keys, operation.key)
    for flow in (False, True):
        if there is not None:
            away = _unset_edits(text, node, other[0]) if other is not None else []
            yield [*_value_edits(text, there, operation.value, node, inner, flow), *away]
        elif other is not None:
            yield [Edit(other[0].start, other[0].end, key), *_new_value(text, other, operation.value, node, flow)]
        else:
            yield [_inserted(text, node, names, key, operation.value, flow)]
    if there is not None and other is None:
        yield _new_value(text, there, operation.value, node, flow=True)


def _value_edits(
    text: str, entry: tuple[Outline, Outline], value: Value, node: Outline, names: Names, flow: bool
) -> list[Edit]:
    """What makes an entry say ``value``; leaf by leaf where both are groups, so that comments between them stay."""
    _, old = entry
    if isinstance(value, Mapping) and old.kind == "mapping" and old.items:
        return _leaf_edits(text, old, value, names, flow)
    return [] if _says_already(old, value) else _new_value(text, entry, value, node, flow)


def _leaf_edits(text: str, old: Outline, value: Mapping[str, Value], names: Names, flow: bool) -> list[Edit]:
    edits: list[Edit] = []
    kept: list[Outline] = []
    for key, item in value.items():
        entry = entry_or_none(old, spellings_of(key, names))
        if entry is None:
            edits.append(_inserted(text, old, names, key, item, flow))
        else:
            kept.append(entry[0])
            edits += _value_edits(text, entry, item, old, NO_NAMES, flow)
    for each, _ in old.entries:
        if not any(each is other for other in kept):
            edits += _unset_edits(text, old, each)
    return edits


def _says_already(old: Outline, value: Value) -> bool:
    return old.kind != "alias" and data_of(old) == plain_data(value)


def _new_value(text: str, entry: tuple[Outline, Outline], value: Value, node: Outline, flow: bool) -> list[Edit]:
    """An entry's value replaced whole. A comment after the colon stays there."""
    key, old = entry
    words = block_words(value, key.column + 2, flow or node.flow)
    if old.start < old.end and "\n" not in text[key.end : old.start]:
        if not words.startswith("\n"):
            return [Edit(old.start, old.end, words.removeprefix(" "))]
        line = line_end(text, old.end)
        return [Edit(len(text[: old.start].rstrip(" ")), old.end, ""), Edit(line, line, words)]
    colon = text.index(":", key.end) + 1
    if old.start == old.end:
        return [Edit(colon, colon, words)]
    line = line_end(text, colon)
    return [Edit(colon, colon, words), Edit(line, old.end, "")]


def _inserted(text: str, node: Outline, names: Names, key: str, value: Value, flow: bool) -> Edit:
    """A new entry of a mapping: inside its braces, or on lines of its own before its copy; copy itself goes last."""
    word = scalar_words(key)
    if node.flow:
        entry = f"{word}: {flow_words(value)}"
        at = node.items[-1].end if node.items else node.start + 1
        return Edit(at, at, f", {entry}" if node.items else entry)
    indent = " " * node.column
    entry = f"{word}:{block_words(value, node.column + 2, flow)}"
    later = list(node.entries)[1:]
    before = next((each for each, _ in later if each.value in names.copy), later[0][0] if later else None)
    if before is not None and names.zh and key not in names.copy:
        at = line_start(text, before.start)
        return Edit(at, at, f"{indent}{entry}\n")
    at = line_end(text, node.end)
    return Edit(at, at, f"\n{indent}{entry}")


def unset_ways(text: str, root: Outline, keys: KeyNames, operation: Unset) -> Iterator[list[Edit]]:
    """A key taken away with its value, and with its line where that says nothing else."""
    node, names = found_at(root, keys, operation.at)
    key, _ = entry_of(node, spellings_of(operation.key, names))
    yield _unset_edits(text, node, key)


def _unset_edits(text: str, node: Outline, key: Outline) -> list[Edit]:
    """A key and its value taken away; comments on lines of their own stay."""
    entries = list(node.entries)
    index = entry_index(node, key)
    value = entries[index][1]
    if len(entries) == 1:
        return [Edit(node.start, node.end, "{}")]
    if node.flow:
        return [_unset_flow(entries, index)]
    begin, end = line_start(text, key.start), line_end(text, value.end)
    if not text[begin : key.start].strip(" "):
        return [Edit(begin, min(end + 1, len(text)), "")] if end < len(text) else [Edit(max(begin - 1, 0), end, "")]
    following = entries[index + 1][0].start  # the first entry of a list's item: the next one moves up to its dash
    comments = text[end + 1 : line_start(text, following)]
    return [*([Edit(begin, begin, comments)] if comments.strip() else []), Edit(key.start, following, "")]


def _unset_flow(entries: Sequence[tuple[Outline, Outline]], index: int) -> Edit:
    key, value = entries[index]
    if index + 1 < len(entries):
        return Edit(key.start, entries[index + 1][0].start, "")
    return Edit(entries[index - 1][1].end, value.end, "")
