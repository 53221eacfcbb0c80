"""The copy of a whole issue at the desk: what pasting left in it told, and put right where the style sheet says so."""

from __future__ import annotations

from collections.abc import Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.hygiene.mend import Replacement, mended, replacements, written
from paiban.hygiene.table import ROWS, Row
from paiban.issue import Issue, Readings, rewritten
from paiban.span import Anchors, Span, Text, absolute
from paiban.value import NamedTuple

MEND = "mend"

MOST_PLACES = 12
"""Places that a message names."""


class Slip(NamedTuple):
    """One replacement in a piece of copy, and where in the file it was typed."""

    span: Span
    copy: Text
    found: Replacement


def tidied(issue: Issue, readings: Readings, mode: str) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue as it is to be set, and what is to be said of its copy: one finding a kind of slip.

    In the mode ``report`` the issue stays as it is, in ``mend`` its copy is put right and knows what was typed.
    """
    slips: dict[Slip, None] = {}

    def change(copy: Text) -> Text:
        found = replacements(copy.value)
        slips.update({Slip(_place(copy, each, issue.anchors), copy, each): None for each in found})
        return mended(copy, found)

    tidy = rewritten(issue, readings, change)
    tidy = tidy._replace(names=tuple(written(name, replacements(name)) for name in issue.names))
    is_mended = mode == MEND
    told = _told(sorted(slips), "P431" if is_mended else "P430")
    return tidy if is_mended else issue, told


def _place(copy: Text, found: Replacement, anchors: Anchors) -> Span:
    return absolute(copy.at(found.start, found.end), anchors)


def _told(slips: Sequence[Slip], code: str) -> tuple[Diagnostic, ...]:
    """A finding for each kind, at the first place of it in the file."""
    by_row = [(row, [slip for slip in slips if slip.found.key == row.key]) for row in ROWS]
    return tuple(_of_kind(row, found, code) for row, found in by_row if found)


def _of_kind(row: Row, slips: Sequence[Slip], code: str) -> Diagnostic:
    span, copy, (start, end, words, _) = slips[0]
    places = [f"{slip.span.line}:{slip.span.column}" for slip in slips]
    listed = ", ".join(places[:MOST_PLACES]) + (" …" if len(places) > MOST_PLACES else "")
    typed = copy.value[start:end]
    return diagnose(code, span, kind=row.name, times=len(slips), text=typed, words=words, places=listed)
