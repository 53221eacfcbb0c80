"""The place in a file's outline that an address leads to."""

from __future__ import annotations

from collections.abc import Sequence

from paiban.issue.edit.model import NO_NAMES, Address, KeyNames, Names, NoSuchPlace
from paiban.source.outline import Outline


def names_under(names: Names, keys: KeyNames, step: str | int) -> Names:
    """What the keys are called one step further in."""
    return names if isinstance(step, int) else keys.under.get(step, NO_NAMES)


def found_at(root: Outline, keys: KeyNames, at: Address) -> tuple[Outline, Names]:
    """The value at an address, and what the keys in it are called."""
    node, names = root, keys.top
    for step in at:
        node = _item(node, step) if isinstance(step, int) else entry_of(node, spellings_of(step, names))[1]
        names = names_under(names, keys, step)
    return node, names


def spellings_of(key: str | None, names: Names) -> tuple[str, ...]:
    """How a key may be spelt: in English, in Chinese; none for None."""
    return () if key is None else (key, names.zh.get(key, key))


def _item(node: Outline, index: int) -> Outline:
    if node.kind != "sequence" or not 0 <= index < len(node.items):
        raise NoSuchPlace
    return node.items[index]


def entry_of(node: Outline, spellings: Sequence[str]) -> tuple[Outline, Outline]:
    """The first entry of a key, as reading takes it."""
    if node.kind != "mapping":
        raise NoSuchPlace
    for key, value in node.entries:
        if key.value in spellings:
            return key, value
    raise NoSuchPlace


def entry_or_none(node: Outline, spellings: Sequence[str]) -> tuple[Outline, Outline] | None:
    """The first entry of a key; None where there is none."""
    try:
        return entry_of(node, spellings)
    except NoSuchPlace:
        return None


def entry_index(node: Outline, key: Outline) -> int:
    """Which entry of a mapping has a key."""
    return next(index for index, (other, _) in enumerate(node.entries) if other is key)


def line_start(text: str, offset: int) -> int:
    """Where the line of ``offset`` begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of ``offset`` ends, its line end left out."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def is_chinese(node: Outline, names: Names) -> bool:
    """Whether the keys of a mapping are Chinese, by its first."""
    return bool(node.items) and node.items[0].value in names.zh.values()
