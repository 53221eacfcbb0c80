"""Markdown as pieces: read as the page that it stands for."""

from __future__ import annotations

from re import compile as pattern

from markdown_it import MarkdownIt

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.encoding import decoded
from paiban.intake.flow import NOTE
from paiban.intake.labels import FACT_ROLES, ROLES
from paiban.intake.marks import escaped
from paiban.intake.model import Piece, Reading
from paiban.intake.read_html import read_page
from paiban.language import Words
from paiban.source.file import clean
from paiban.span import CONTROL, LINE_END, Span

FRONT = Words("文件开头的设置", "settings at the top of the file")

_FRONT = pattern(r"---[ \t]*\n((?:[^\n]{0,500}\n){0,60}?)---[ \t]*\n")
_FOOTNOTE = pattern(r"\[\^([^\]\s]{1,40})\]:[ \t]*(.*)")
_LINE = pattern(r"([\w\u4e00-\u9fff]+)[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*")


def read_markdown(data: bytes, file: str) -> Reading:
    """The pieces of a Markdown file; its line numbers are those of the file."""
    read = decoded(data, file)
    if read.fault is not None:
        return Reading(found=(read.fault,))
    source = clean(file, read.text).text.replace(LINE_END, "\n").replace(CONTROL, "")
    front, rest = front_matter(source, file)
    notes, rest = without_notes(rest, file)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(rest)
    for token in tokens:
        if token.map:
            token.attrSet("data-line", str(token.map[0] + 1))
    page = f"<body>{parser.renderer.render(tokens, parser.options, {})}</body>"
    reading = read_page(page, file, {file: source}, any(piece.role == "headline" for piece in front.pieces))
    pieces = (*front.pieces, *reading.pieces)
    return Reading(
        pieces,
        (*read.told(file), *front.found, *notes, *reading.found),
        reading.sources,
        {**reading.facts, **front.facts},
    )


def without_notes(text: str, file: str) -> tuple[tuple[Diagnostic, ...], str]:
    """The text without its footnotes and the signs that refer to them, which a page has no place for."""
    found: list[Diagnostic] = []
    lines = text.split("\n")
    names = []
    for number, line in enumerate(lines, 1):
        note = _FOOTNOTE.fullmatch(line)
        if note is not None:
            names.append(note.group(1))
            found.append(diagnose("P814", Span(file, number, 1, number, 1), what=NOTE, before=note.group(2).strip()))
            lines[number - 1] = ""
    rest = "\n".join(lines)
    for name in names:
        rest = rest.replace(f"[^{name}]", "")
    return tuple(found), rest


def front_matter(text: str, file: str) -> tuple[Reading, str]:
    """The settings at the top of a file as facts and parts of a head, and the text with empty lines in their place."""
    match = _FRONT.match(text)
    if match is None:
        return Reading(), text
    facts: dict[str, str] = {}
    pieces: list[Piece] = []
    for number, line in enumerate(match.group(1).split("\n"), 2):
        found = _LINE.fullmatch(line)
        role = ROLES.get(found.group(1).lower(), "") if found else ""
        if found and role in FACT_ROLES:
            facts[role] = found.group(2)
        elif found and role in ("kicker", "headline", "deck", "byline"):
            pieces.append(Piece(escaped(found.group(2)), Span(file, number, 1, number, 1 + len(line)), role))
    told = diagnose("P833", Span(file, 1, 1, 1, 4), before=match.group(1).strip(), reason=FRONT)
    return Reading(tuple(pieces), (told,), {}, facts), "\n" * match.group().count("\n") + text[match.end() :]
