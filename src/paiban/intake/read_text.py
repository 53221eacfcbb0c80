"""Plain text as pieces: its encoding, its columns, its hard-wrapped lines, its labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.columns import rows_of
from paiban.intake.encoding import decoded
from paiban.intake.gutters import CENTRED
from paiban.intake.labels import FACT_ROLES, RULE, STORY_ROLES, labelled
from paiban.intake.marks import escaped, escaping
from paiban.intake.model import Look, Piece, Reading
from paiban.intake.wrapping import Wrapped, paragraphs_of
from paiban.language import Words
from paiban.source.file import clean
from paiban.span import CONTROL, LINE_END

RULE_WORDS = Words("只用来分开上下文的一行", "a line that only parts what is above it from what is below")
LABEL_WORDS = Words("说明这是什么的字样", "a word that says what follows")

FACT_WORDS = Words("它是一期的设置，写在最上面", "it says something of the issue, and stands at its top")


def read_text(data: bytes, file: str) -> Reading:
    """The pieces of a plain text file, whatever its encoding."""
    read = decoded(data, file)
    if read.fault is not None:
        return Reading(found=(read.fault,))
    reading = pieces_of_text(read.text, file)
    return reading._replace(found=(*read.told(file), *reading.found))


def pieces_of_text(text: str, file: str) -> Reading:
    """The pieces of a text; the same for a file, for the clipboard and for what stands inside another format."""
    source = clean(file, text)
    lines = source.text.replace(LINE_END, "\n").replace(CONTROL, "")
    rows, columns = rows_of(lines, file)
    paragraphs, joinings = paragraphs_of(rows, file)
    pieces, facts, labels = _pieces(paragraphs)
    found = (*columns, *joinings, *labels)
    return Reading(pieces, found, {file: lines}, facts)


def _pieces(paragraphs: Sequence[Wrapped]) -> tuple[tuple[Piece, ...], dict[str, str], tuple[Diagnostic, ...]]:
    """The pieces, what the text says of the issue above its copy, and what was taken out."""
    facts: dict[str, str] = {}
    found: list[Diagnostic] = []
    rest = _after_facts(paragraphs, facts, found)
    has_labels = any(labelled(paragraph.text)[0] in STORY_ROLES[:3] for paragraph in rest)
    usual, parted = _usual_white(rest), False
    pieces: list[Piece] = []
    for paragraph in rest:
        if RULE.fullmatch(paragraph.text):
            found.append(diagnose("P833", paragraph.span, before=paragraph.text, reason=RULE_WORDS))
            parted = True
            continue
        role, label, text = labelled(paragraph.text) if has_labels else ("", "", paragraph.text)
        if label:
            found.append(diagnose("P833", paragraph.span, before=label, reason=LABEL_WORDS))
        piece = _piece(paragraph, text, role, 2 if parted else max(0, paragraph.apart - usual))
        found += escaping(text, piece.text, piece.span)
        pieces += [piece] if text else []
        parted = False
    return tuple(pieces), facts, tuple(found)


def _after_facts(paragraphs: Sequence[Wrapped], facts: dict[str, str], found: list[Diagnostic]) -> Sequence[Wrapped]:
    """What comes after the lines at the top that say the day, the page, the section."""
    for index, paragraph in enumerate(paragraphs):
        role, _, text = labelled(paragraph.text)
        if role not in FACT_ROLES:
            return paragraphs[index:]
        facts[role] = text.strip()
        found.append(diagnose("P833", paragraph.span, before=paragraph.text, reason=FACT_WORDS))
    return ()


def _piece(paragraph: Wrapped, text: str, role: str, apart: int) -> Piece:
    return Piece(escaped(text), paragraph.span, role, Look(centred=paragraph.indent >= CENTRED, apart=min(apart, 2)))


def _usual_white(paragraphs: Sequence[Wrapped]) -> int:
    """How many empty lines usually stand before a paragraph of copy: none where paragraphs are indented."""
    blanks = sorted(_whites(paragraphs))
    return min(blanks[len(blanks) // 2], 1) if blanks else 0


def _whites(paragraphs: Sequence[Wrapped]) -> Iterator[int]:
    """The white before each paragraph that is plainly copy and follows another."""
    for before, paragraph in pairwise(paragraphs):
        if _is_copy(before) and _is_copy(paragraph):
            yield paragraph.apart


def _is_copy(paragraph: Wrapped) -> bool:
    return paragraph.rows > 1 or "。" in paragraph.text
