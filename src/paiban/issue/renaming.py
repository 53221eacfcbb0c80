"""The ids of a page that goes where others are called so: new ones, and whatever on the page names them follows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count

from paiban.issue.header import ID
from paiban.issue.kind import Readings
from paiban.issue.parted import PageText
from paiban.issue.table import signs_of, stories_field
from paiban.source import Field, Kind, Record
from paiban.source.measure import unquoted
from paiban.source.outline import Outline, outline
from paiban.source.quote import scalar_words
from paiban.value import NamedTuple


class Renamed(NamedTuple):
    """A page, and what its blocks are called now by what they were called."""

    page: PageText
    names: Mapping[str, str]


def renamed(page: PageText, taken: Collection[str], readings: Readings) -> Renamed:
    """The page with no id of ``taken``: 编号 of its blocks, and where it says them again (配、压图、不挨着、导读)."""
    root = outline(page.words)
    stories = None if root is None else value_of(root, stories_field(readings))
    blocks = () if stories is None else stories.items
    given = [unquoted(value.value) for value in (value_of(block, ID) for block in blocks) if value is not None]
    names: dict[str, str] = {}
    for name in dict.fromkeys(given):
        if name in taken:
            names[name] = _free(name, {*taken, *given, *names.values()})
    ids = [node for block in blocks for node in ids_of(block, readings)]
    return Renamed(page._replace(words=_written(page.words, ids, names)), names)


def _free(name: str, taken: Collection[str]) -> str:
    """The name with the first number from 2 on with which nobody has it."""
    return next(each for each in (f"{name}-{number}" for number in count(2)) if each not in taken)


def ids_of(block: Outline, readings: Readings) -> Iterator[Outline]:
    """The values of a block that are ids, its own and others'."""
    signs = signs_of(readings)
    plain = next(reading for reading in readings.values() if not reading.sign)
    kind = next((signs[key.value] for key, _ in _entries(block) if key.value in signs), plain)
    yield from _ids_by_key(block, (kind.record,))


def _ids_by_key(node: Outline, records: Sequence[Record]) -> Iterator[Outline]:
    """The values of a mapping that are ids, by the fields of its records."""
    fields = {spelling: field for record in records for spelling, field in record.keys.items()}
    for key, value in _entries(node):
        if key.value in fields:
            yield from _ids_in(value, fields[key.value].kind)


def _ids_in(node: Outline, kind: Kind) -> Iterator[Outline]:
    """The values of a kind that are ids: itself, items of a list, what their keys hold."""
    if node.kind == "sequence":
        for item in node.items:
            yield from _ids_in(item, kind)
    elif node.is_scalar and kind.is_id:
        yield node
    yield from _ids_by_key(node, kind.records)


def _written(words: str, ids: Sequence[Outline], names: Mapping[str, str]) -> str:
    """The words with each of those values that is renamed written anew."""
    for node in sorted(ids, key=lambda each: -each.start):
        new = names.get(unquoted(node.value))
        if new is not None:
            words = words[: node.start] + scalar_words(new) + words[node.end :]
    return words


def value_of(node: Outline, field: Field) -> Outline | None:
    """What a mapping has by a key."""
    return next((value for key, value in _entries(node) if key.value in field[:2]), None)


def _entries(node: Outline) -> Iterator[tuple[Outline, Outline]]:
    return node.entries if node.kind == "mapping" else iter(())
