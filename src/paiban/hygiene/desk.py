"""The copy of a whole issue at the desk: what pasting left in it, told by kind, and the issue with it put right."""

from __future__ import annotations

from collections.abc import Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.hygiene.mend import Replacement, mended, replacements, written
from paiban.hygiene.table import ROWS, Row
from paiban.issue import Issue, Readings, rewritten
from paiban.span import Anchors, Span, Text, absolute
from paiban.value import NamedTuple

MOST_PLACES = 12
"""Places that a message names."""


class Slip(NamedTuple):
    """One replacement in the copy of an issue: where in the file it was typed, what, and what stands for it.

    ``shown`` are both as a message quotes them: where nothing stands for it, with the character after it.
    """

    span: Span
    typed: str
    words: str
    key: str
    shown: tuple[str, str]


def tidied(issue: Issue, readings: Readings) -> Issue:
    """The issue with its copy put right, each piece of which knows what was typed; and the names that it lists."""
    tidy = rewritten(issue, readings, lambda copy: mended(copy, replacements(copy.value)))
    return tidy._replace(names=tuple(written(name, replacements(name)) for name in issue.names))


def slips_of(issue: Issue, readings: Readings) -> tuple[Slip, ...]:
    """Every slip in the copy of an issue, in the order of the file."""
    slips = [
        _slip(copy, found, issue.anchors) for copy in copies(issue, readings) for found in replacements(copy.value)
    ]
    return tuple(sorted(dict.fromkeys(slips)))


def copies(issue: Issue, readings: Readings) -> list[Text]:
    """Every piece of copy of an issue, those that have no page yet among them."""
    found: list[Text] = []

    def seen(copy: Text) -> Text:
        found.append(copy)
        return copy

    rewritten(issue, readings, seen)
    return found


def _slip(copy: Text, found: Replacement, anchors: Anchors) -> Slip:
    start, end, words, key = found
    typed = copy.value[start:end]
    after = "" if words else copy.value[end : end + 1]
    return Slip(absolute(copy.at(start, end), anchors), typed, words, key, (typed + after, words + after))


def told(slips: Sequence[Slip], code: str) -> tuple[Diagnostic, ...]:
    """A finding for each kind of slip, at the first place of it."""
    by_row = [(row, [slip for slip in slips if slip.key == row.key]) for row in ROWS]
    return tuple(_of_kind(row, found, code) for row, found in by_row if found)


def _of_kind(row: Row, slips: Sequence[Slip], code: str) -> Diagnostic:
    span, (typed, words) = slips[0].span, slips[0].shown
    places = [f"{slip.span.line}:{slip.span.column}" for slip in slips]
    listed = ", ".join(places[:MOST_PLACES]) + (" …" if len(places) > MOST_PLACES else "")
    return diagnose(code, span, kind=row.name, times=len(slips), text=typed, words=words, places=listed)
