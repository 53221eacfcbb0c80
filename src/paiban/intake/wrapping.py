"""Lines of a text file joined to the paragraphs that somebody's program broke them from."""

from __future__ import annotations

from collections.abc import Sequence
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.columns import SLACK, Row, ends_sentence, measure_of, runs_on
from paiban.intake.gutters import cells
from paiban.intake.labels import DATELINE
from paiban.span import Span
from paiban.value import NamedTuple

INDENT = 2
"""Cells of white from which on a line is indented."""

LONG = 40
"""Cells of a line that is copy, no line of a poem and no head, where it has a comma."""

HEAD_SHARE = 0.8
"""A line that begins a paragraph, is shorter than this part of the measure and ends no sentence is a head."""

_LETTER = pattern(r"[A-Za-z\u00c0-\u024f]")
_BEGINS_WORD = pattern(r"[A-Za-z0-9\u00c0-\u024f]")
_SIGN = pattern(r"[◆◇●■□▲△★☆•]|##")
"""What always begins an item."""

_NUMBER = pattern(r"[①-⑳]|\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、")
"""What begins one where a sentence has ended; elsewhere it is a part of one (一、二、三产业)."""


class Wrapped(NamedTuple):
    """A paragraph: its lines joined, where it stands, and how it looks.

    ``apart``: empty lines before it. ``indent``: cells of white before its first line. ``rows``: how many lines it was.
    """

    text: str
    span: Span
    indent: int
    apart: int
    rows: int


def paragraphs_of(rows: Sequence[Row], file: str) -> tuple[tuple[Wrapped, ...], tuple[Diagnostic, ...]]:
    """The paragraphs of ``rows``, and each joining as a diagnostic."""
    measured = _measured(rows)
    groups: list[list[Row]] = []
    for row in measured:
        if groups and joins(groups[-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    found = tuple(_joining(group, file) for group in groups if len(group) > 1)
    return tuple(_paragraph(group, file) for group in groups), found


def _measured(rows: Sequence[Row]) -> list[Row]:
    """Every line with the measure of its column; lines that stand in none share the measure of them all."""
    common = measure_of([row for row in rows if not row.measure])
    return [row if row.measure else row._replace(measure=common) for row in rows]


def joins(group: Sequence[Row], row: Row) -> bool:
    """Whether ``row`` goes on the paragraph that ``group`` is so far."""
    last = group[-1]
    full, ended = last.width >= last.measure - SLACK, ends_sentence(last.text)
    begins = row.indent >= INDENT or _SIGN.match(row.text) or (ended and _NUMBER.match(row.text))
    is_inside = not (row.blank or begins or ended) and (not row.measure or runs_on(last.text))
    if is_inside and _is_torn(group):
        return True
    if not row.measure or row.measure != last.measure or begins or (len(group) == 1 and is_head(last)):
        return False
    return full and not ended if row.blank else full or not ended


def _is_torn(group: Sequence[Row]) -> bool:
    """Whether a paragraph so far ends inside a sentence, in a text of so few lines that they show no measure."""
    last, has_comma = group[-1], any(mark in group[-1].text[:-1] for mark in "，、；,;")
    if group[0].indent < INDENT:
        return runs_on(last.text) and cells(last.text) >= LONG
    return (has_comma and (runs_on(last.text) or cells(last.text) >= LONG)) or bool(DATELINE.match(last.text))


def is_head(row: Row) -> bool:
    """Whether a line that begins a paragraph is too short for one that goes on, and no sentence."""
    return not ends_sentence(row.text) and cells(row.text) < row.measure * HEAD_SHARE - INDENT


def _paragraph(group: Sequence[Row], file: str) -> Wrapped:
    first, last = group[0], group[-1]
    end = last.span(file)
    span = Span(file, first.number, first.column, end.end_line, end.end_column)
    ordered = (span.line, span.column) <= (span.end_line, span.end_column)
    text = joined([row.text for row in group])
    return Wrapped(text, span if ordered else first.span(file), first.indent, first.blank, len(group))


def _joining(group: Sequence[Row], file: str) -> Diagnostic:
    return diagnose("P821", _paragraph(group, file).span, count=len(group))


def joined(lines: Sequence[str]) -> str:
    """Lines as one: nothing between Han and figures, a space between words of letters, a hyphenated word closed up.

    >>> joined(["建设BIZN", "HK和450", "00平方米", "long-", "term"])
    '建设BIZN HK和45000平方米long-term'
    """
    whole = ""
    for line in lines:
        words = line.strip()
        parted = _LETTER.match(whole[-1:]) and _BEGINS_WORD.match(words)
        whole += (" " if parted else "") + words
    return whole
