"""Which function finds what, and the findings of an issue as severe as its style sheet has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.issue import Issue, Readings
from paiban.memo import Memo
from paiban.proofread.dates import lunar_dates, no_days, weekdays
from paiban.proofread.folio import file_names
from paiban.proofread.names import spellings
from paiban.proofread.pairs import pairs
from paiban.proofread.sheet import Piece, Sheet, sheet_of
from paiban.proofread.usage import doubled, numerals, punctuation, title_stops

READERS: dict[str, Callable[[Sheet], Iterator[Diagnostic]]] = {
    "weekdays": weekdays,
    "calendar": no_days,
    "lunar_dates": lunar_dates,
    "file_names": file_names,
    "spellings": spellings,
    "pairs": pairs,
    "punctuation": punctuation,
    "numerals": numerals,
    "doubled": doubled,
    "title_stops": title_stops,
}
"""What reads for each rule of ``template.page_rules.COPY_RULES``."""

WHOLE = frozenset({"file_names", "spellings"})
"""Rules that look at an issue as a whole; all others read block by block."""

OFF = "off"

MOST = 20
"""Findings of one rule in one block that are told one by one."""


def proofread(
    issue: Issue, readings: Readings, severities: Mapping[str, str], memo: Memo | None = None
) -> tuple[Diagnostic, ...]:
    """What a proofreader finds in an issue; ``severities`` by rule: ``error``, ``warning``, ``info`` or ``off``.

    Blocks that ``memo`` remembers are not read again.
    """
    sheet = sheet_of(issue, readings, memo or Memo())
    keys = tuple([key for key in READERS if severities.get(key) != OFF])
    told = by_block(tuple([key for key in keys if key not in WHOLE]), sheet)
    found: list[Diagnostic] = []
    for key in keys:
        severity = severities.get(key)
        own = READERS[key](sheet) if key in WHOLE else told[key]
        found += own if severity is None else (each._replace(severity=Severity(severity)) for each in own)
    return tuple(found)


def by_block(keys: tuple[str, ...], sheet: Sheet) -> dict[str, list[Diagnostic]]:
    """What rules find in each block, rule by rule."""

    def read(pieces: tuple[Piece, ...]) -> tuple[tuple[str, tuple[Diagnostic, ...]], ...]:
        own = sheet._replace(blocks=(pieces,))
        told = ((key, some_of(tuple(READERS[key](own)))) for key in keys)
        return tuple([(key, found) for key, found in told if found])

    found: dict[str, list[Diagnostic]] = {key: [] for key in keys}
    for pieces in sheet.blocks:
        for key, told in sheet.memo.made("read", (pieces,), partial(read, pieces), keys, sheet.date):
            found[key] += told
    return found


def some_of(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What one rule finds in a block, or the first of it and how much there is besides."""
    if len(found) <= MOST:
        return found
    more = found[MOST]
    rest = diagnose("P450", more.span, count=len(found) - MOST)._replace(severity=more.severity)
    return (*found[:MOST], rest)
