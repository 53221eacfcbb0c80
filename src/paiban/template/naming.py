"""Names of a style sheet's entries in messages: each by the name that the reader of the message would type."""

from __future__ import annotations

from collections.abc import Iterable

from paiban.language import Words
from paiban.source import Record


def both_names(known: Iterable[str], record: Record) -> Words:
    """What a sheet has, in Chinese by the Chinese names of ``record``, where it has any for them."""
    names = tuple(known)
    return Words("、".join(record.keys[name].zh if name in record.keys else name for name in names), ", ".join(names))
