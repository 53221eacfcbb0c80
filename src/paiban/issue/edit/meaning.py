"""What an operation means, whatever the file looks like: what comes out of an edit is held against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from paiban.issue.edit.model import (
    INSTEAD,
    Address,
    Change,
    Insert,
    KeyNames,
    Move,
    Names,
    NoSuchPlace,
    Remove,
    Set,
    Unset,
)
from paiban.issue.edit.places import names_under, spellings_of
from paiban.issue.edit.wording import typed_range
from paiban.source.quote import Value


def plain_data(value: Value) -> Any:
    """A value as ``data_of`` gives it."""
    if isinstance(value, Mapping):
        return {key: [plain_data(item)] for key, item in value.items()}
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int | float) else [plain_data(item) for item in value]


def _within(data: Any, keys: KeyNames, at: Address) -> tuple[Any, Names]:
    names = keys.top
    for step in at:
        data = data[step] if isinstance(step, int) else data[_there(data, spellings_of(step, names))][0]
        names = names_under(names, keys, step)
    return data, names


def _there(data: Any, spellings: Sequence[str]) -> str:
    return next((spelling for spelling in data if spelling in spellings), "")


def _set_data(data: Any, keys: KeyNames, operation: Set) -> Any:
    mapping, names = _at(data, keys, operation.at)
    spellings = spellings_of(operation.key, names)
    key = _there(mapping, spellings)
    chinese = next(iter(mapping), "") in names.zh.values()
    other = _there(mapping, spellings_of(INSTEAD.get(operation.key), names))
    if other:
        del mapping[other]
    old = mapping.get(key, [None])
    mapping[key or spellings[-1 if chinese else 0]] = [plain_data(operation.value), *old[1:]]
    return data


def _unset_data(data: Any, keys: KeyNames, operation: Unset) -> Any:
    mapping, names = _at(data, keys, operation.at)
    key = _there(mapping, spellings_of(operation.key, names))
    del mapping[key][0]
    if not mapping[key]:
        del mapping[key]
    return data


def _insert_data(data: Any, keys: KeyNames, operation: Insert) -> Any:
    _at(data, keys, operation.at)[0].insert(operation.number, plain_data(operation.value))
    return data


def _remove_data(data: Any, keys: KeyNames, operation: Remove) -> Any:
    del _at(data, keys, operation.at)[0][operation.number]
    return data


def _move_data(data: Any, keys: KeyNames, operation: Move) -> Any:
    source, target = _at(data, keys, operation.at)[0], _at(data, keys, operation.to)[0]
    target.insert(operation.to_number, source.pop(operation.number))
    return data


def _change_data(data: Any, keys: KeyNames, operation: Change) -> Any:
    parent, names = _at(data, keys, operation.at[:-1])
    step = operation.at[-1]
    values = parent if isinstance(step, int) else parent[_there(parent, spellings_of(step, names))]
    index = step if isinstance(step, int) else 0
    value = values[index]
    begin, stop = typed_range(value, operation)
    values[index] = value[:begin] + operation.words + value[stop:]
    return data


def _at(data: Any, keys: KeyNames, at: Address) -> tuple[Any, Names]:
    try:
        return _within(data, keys, at)
    except (KeyError, IndexError, TypeError):
        raise NoSuchPlace from None


DATA: Mapping[type, Callable[[Any, KeyNames, Any], Any]] = {
    Set: _set_data, Unset: _unset_data, Insert: _insert_data, Remove: _remove_data, Move: _move_data,
    Change: _change_data,
}  # fmt: skip
"""What each operation means, whatever the file looks like: what comes out of an edit is held against it."""
