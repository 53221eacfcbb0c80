"""Names of a style sheet's entries in messages: each by the name that the reader of the message would type."""

from __future__ import annotations

from collections.abc import Iterable

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.source import Record
from paiban.source.nearest import nearest, perhaps
from paiban.span import Span
from paiban.template.table_style import BORDERS, COLOURS, DRESS_STYLES, LENGTHS, LINES, ROLES, TABLE_STYLES

ENTRIES = {
    "lines": Words("线", "line"),
    "colours": Words("颜色", "colour"),
    "borders": Words("花边", "border"),
    "lengths": Words("尺寸", "distance"),
    "roles": Words("字的用处", "role of type"),
    "dresses": Words("题饰", "headline dress"),
    "tables": Words("表样", "style of tables"),
}
"""What an entry of each part of a style sheet is."""

RECORDS = {
    "lines": LINES, "colours": COLOURS, "borders": BORDERS, "lengths": LENGTHS, "roles": ROLES, "dresses": DRESS_STYLES,
    "tables": TABLE_STYLES,
}  # fmt: skip
"""The names of each part."""


def both_names(known: Iterable[str], record: Record) -> Words:
    """What a sheet has, in Chinese by the Chinese names of ``record``, where it has any for them; each once."""
    rows = [record.keys.get(name) or name for name in known]
    zh = dict.fromkeys(row if isinstance(row, str) else row.zh for row in rows)
    en = dict.fromkeys(row if isinstance(row, str) else row.key for row in rows)
    return Words("、".join(zh), ", ".join(en))


def no_entry(part: str, name: str, known: Iterable[str], span: Span | None) -> Diagnostic:
    """What to say of a name that a part of the style sheet does not have; it has those that are ``known``."""
    names = tuple(known)
    spellings = dict.fromkeys((*names, *(RECORDS[part].keys[key].zh for key in names if key in RECORDS[part].keys)))
    return diagnose("P225", span, kind=ENTRIES[part], name=name, perhaps=perhaps(nearest(name, spellings)),
                    known=both_names(names, RECORDS[part]))  # fmt: skip
