"""The copy of a whole issue at the desk: what pasting left in it, told by kind, and the issue with it put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.hygiene.mend import Replacement, mended, replacements, written
from paiban.hygiene.table import ROWS, Row
from paiban.issue import Block, Issue, Readings, rewritten, rewritten_block
from paiban.memo import Memo
from paiban.span import Anchors, Span, Text, absolute
from paiban.value import NamedTuple

T = TypeVar("T")

OFF = "off"
NOTHING_SAID: Mapping[str, str] = {}

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


def silent_rows(severities: Mapping[str, str]) -> frozenset[str]:
    """The rows that a style sheet has nothing said of."""
    return frozenset(key for key, severity in severities.items() if severity == OFF)


def tidied(issue: Issue, readings: Readings, memo: Memo, silent: frozenset[str]) -> Issue:
    """The issue with its copy put right, each piece of which knows what was typed; and the names that it lists."""

    def right(copy: Text) -> Text:
        return mended(copy, replacements(copy.value, silent))

    def tidy(block: Block) -> Block:
        return memo.made("tidied", (block, readings), lambda: rewritten_block(block, readings, right), silent)

    names = tuple(written(name, replacements(name, silent)) for name in issue.names)
    return rewritten(issue, tidy, right)._replace(names=names)


def slips_of(issue: Issue, readings: Readings, memo: Memo, silent: frozenset[str]) -> tuple[Slip, ...]:
    """Every slip in the copy of an issue, in the order of the file."""

    def of_block(block: Block) -> tuple[tuple[Text, Replacement], ...]:
        return memo.made("slips", (block, readings), lambda: _faulty(block_copies(block, readings), silent), silent)

    blocks, own = parts_of(issue)
    found = (*_faulty(own, silent), *(each for block in blocks for each in of_block(block)))
    return tuple(sorted({_slip(*each, issue.anchors): None for each in found}))


def _faulty(texts: Sequence[Text], silent: frozenset[str]) -> tuple[tuple[Text, Replacement], ...]:
    return tuple((text, found) for text in texts for found in replacements(text.value, silent))


def copies(issue: Issue, readings: Readings) -> list[Text]:
    """Every piece of copy of an issue, those that have no page yet among them."""
    blocks, own = parts_of(issue)
    return [*own, *(copy for block in blocks for copy in block_copies(block, readings))]


def parts_of(issue: Issue) -> tuple[list[Block], list[Text]]:
    """The blocks of an issue, and the copy that stands in none of them."""
    blocks: list[Block] = []
    own: list[Text] = []
    rewritten(issue, _noting(blocks), _noting(own))
    return blocks, own


def block_copies(block: Block, readings: Readings) -> list[Text]:
    """Every piece of copy of a block."""
    found: list[Text] = []
    rewritten_block(block, readings, _noting(found))
    return found


def _noting(found: list[T]) -> Callable[[T], T]:
    def note(value: T) -> T:
        found.append(value)
        return value

    return note


def _slip(copy: Text, found: Replacement, anchors: Anchors) -> Slip:
    start, end, words, key = found
    typed = copy.value[start:end]
    after = "" if words else copy.value[end : end + 1]
    return Slip(absolute(copy.at(start, end), anchors), typed, words, key, (typed + after, words + after))


def told(slips: Sequence[Slip], code: str, severities: Mapping[str, str] = NOTHING_SAID) -> tuple[Diagnostic, ...]:
    """A finding for each kind of slip, at the first place of it, as severe as it is by itself or ``severities`` say."""
    by_key: dict[str, list[Slip]] = {}
    for slip in slips:
        by_key.setdefault(slip.key, []).append(slip)
    found = [(row.key, _of_kind(row, by_key[row.key], code)) for row in ROWS if row.key in by_key]
    return tuple(d._replace(severity=Severity(severities.get(key, d.severity.value))) for key, d in found)


def _of_kind(row: Row, slips: Sequence[Slip], code: str) -> Diagnostic:
    span, (typed, words) = slips[0].span, slips[0].shown
    places = ", ".join([f"{slip.span.line}:{slip.span.column}" for slip in slips[:MOST_PLACES]])
    listed = places + (" …" if len(slips) > MOST_PLACES else "")
    return diagnose(code, span, kind=row.name, times=len(slips), text=typed, words=words, places=listed)
