"""What the keys of an issue file are called, from the tables of fields."""

from __future__ import annotations

from paiban.issue.edit.model import KeyNames, Names
from paiban.issue.kind import Readings
from paiban.issue.table import make_table
from paiban.issue.values import BODY, JUMP_RECORD, PLACE_RECORD
from paiban.source import Record


def key_names(readings: Readings) -> KeyNames:
    """The keys that an issue file may have."""
    table = make_table(readings)
    return KeyNames(
        top=_names_of(table.issue, table.pool, table.page),
        under={
            table.pages.key: _names_of(table.page),
            table.stories.key: _names_of(*(reading.record for reading in readings.values())),
            "place": _names_of(PLACE_RECORD),
            "jump": _names_of(JUMP_RECORD),
        },
    )


def _names_of(*records: Record) -> Names:
    fields = [field for record in records for field in record.fields]
    copy = (f[:2] for f in fields if f.kind is BODY or f.key in ("stories", "pages"))
    spellings = frozenset(spelling for pair in copy for spelling in pair)
    return Names({f.key: f.zh for f in fields}, spellings, {f.key: f.kind.words for f in fields if f.kind.words})
