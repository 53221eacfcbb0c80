"""The file's own language: Chinese keys and words among Chinese ones, as typed where something stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paiban.issue.edit.model import Insert, KeyNames, Names, Operation, Set
from paiban.issue.edit.places import entry_or_none, found_at, is_chinese, names_under, spellings_of
from paiban.source.outline import Outline
from paiban.source.quote import Value, plain_words


def as_spelt(root: Outline, keys: KeyNames, operation: Operation) -> Operation:
    """An operation whose value has the keys and words of the file: Chinese among Chinese, as typed where it stands."""
    if isinstance(operation, Set):
        node, names = found_at(root, keys, operation.at)
        there = entry_or_none(node, spellings_of(operation.key, names))
        old = there[1] if there is not None else None
        spelt = _spelt(operation.key, operation.value, old, names, keys, is_chinese(node, names))
        return operation._replace(value=spelt)
    if isinstance(operation, Insert) and isinstance(operation.value, Mapping) and operation.at:
        node, names = found_at(root, keys, operation.at)
        around, above = found_at(root, keys, operation.at[:-1])
        chinese = is_chinese(node.items[0], names) if node.items else is_chinese(around, above)
        return operation._replace(value=_spelt_group(operation.value, None, names, keys, chinese))
    return operation


def _spelt(key: str, value: Value, old: Outline | None, names: Names, keys: KeyNames, chinese: bool) -> Value:
    """The value of a key as the file would say it."""
    if isinstance(value, Mapping):
        return _spelt_group(value, old, names_under(names, keys, key), keys, chinese)
    if isinstance(value, Sequence) and not isinstance(value, str):
        inner = names_under(names, keys, key)
        return [_spelt_group(each, None, inner, keys, chinese) if isinstance(each, Mapping) else each for each in value]
    if isinstance(value, bool) and chinese:
        value = plain_words(value)
    return names.words.get(key, {}).get(value, value) if isinstance(value, str) and chinese else value


def _spelt_group(
    value: Mapping[str, Value], old: Outline | None, names: Names, keys: KeyNames, chinese: bool
) -> Mapping[str, Value]:
    """A group with the spellings that its keys have in the file, else those of the keys around it."""
    if old is not None and old.kind == "mapping" and old.items:
        chinese = is_chinese(old, names)
    spelt: dict[str, Value] = {}
    for key, item in value.items():
        spellings = spellings_of(key, names)
        there = entry_or_none(old, spellings) if old is not None else None
        spelling = there[0].value if there is not None else spellings[-1 if chinese else 0]
        spelt[spelling] = _spelt(key, item, there[1] if there is not None else None, names, keys, chinese)
    return spelt
