"""An issue file's keys, and the words that are among a few, in the other language; copy and comments as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from paiban.issue.table import Table
from paiban.language import Words
from paiban.source.field import Field, Record
from paiban.source.file import clean
from paiban.source.outline import Outline, outline
from paiban.value import NamedTuple


class Spelling(NamedTuple):
    """The characters ``start`` … ``end`` of a file, and how they are spelt."""

    start: int
    end: int
    words: str


def spelt(text: str, table: Table, lang: str) -> str:
    """The text of a file with the keys of ``lang``.

    >>> from paiban.kinds import KINDS
    >>> from paiban.issue.table import make_table
    >>> spelt("日期: 2026-01-05\\n版面:\\n  - 版次: 1\\n", make_table(KINDS.readings), "en")
    'date: 2026-01-05\\npages:\\n  - page: 1\\n'
    """
    text = clean("", text).text
    root = outline(text)
    parts, at = [], 0
    for start, end, words in () if root is None else _spellings(root, (table.issue, table.single), lang):
        parts += [text[at:start], words]
        at = end
    return "".join([*parts, text[at:]])


def _spellings(node: Outline, records: Sequence[Record], lang: str) -> Iterator[Spelling]:
    """Of a value that may be any of ``records``, in the order of the file."""
    if node.kind == "sequence":
        for item in node.items:
            yield from _spellings(item, records, lang)
    elif node.kind == "mapping":
        for key, value in node.entries:
            yield from _of_entry(key, value, _fields(key.value, _fitting(node, records)), lang)


def _fitting(node: Outline, records: Sequence[Record]) -> Sequence[Record]:
    """The records that know most of a mapping's keys."""
    known = [sum(key.value in record.keys for key, _ in node.entries) for record in records]
    return [record for record, count in zip(records, known, strict=True) if count == max(known)]


def _fields(key: str, records: Iterable[Record]) -> Sequence[Field]:
    return [record.keys[key] for record in records if key in record.keys]


def _of_entry(key: Outline, value: Outline, fields: Sequence[Field], lang: str) -> Iterator[Spelling]:
    if not fields:
        return
    field = fields[0]
    yield Spelling(key.start, key.end, Words(field.zh, field.key).said(lang))
    if value.is_scalar:
        word = _word(value.value, field, lang)
        if word:
            yield Spelling(value.start, value.end, word)
    else:
        yield from _spellings(value, [record for field in fields for record in field.kind.records], lang)


def _word(value: str, field: Field, lang: str) -> str:
    """How ``lang`` says a value that is one of a few words, ``""`` where it is none."""
    en, zh = next((pair for pair in field.kind.words.items() if value in pair), ("", ""))
    return Words(zh, en).said(lang)
