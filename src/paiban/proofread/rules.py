"""Which function finds what, and the findings of an issue as severe as its style sheet has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from paiban.diagnostic import Diagnostic, Severity
from paiban.issue import Issue, Readings
from paiban.proofread.dates import lunar_dates, no_days, weekdays
from paiban.proofread.folio import file_names
from paiban.proofread.names import spellings
from paiban.proofread.pairs import pairs
from paiban.proofread.sheet import Sheet, sheet_of
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

OFF = "off"


def proofread(issue: Issue, readings: Readings, severities: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What a proofreader finds in an issue; ``severities`` by rule: ``error``, ``warning``, ``info`` or ``off``."""
    sheet = sheet_of(issue, readings)
    found: list[Diagnostic] = []
    for key, read in READERS.items():
        severity = severities.get(key)
        if severity == OFF:
            continue
        told = read(sheet)
        found += told if severity is None else (each._replace(severity=Severity(severity)) for each in told)
    return tuple(found)
