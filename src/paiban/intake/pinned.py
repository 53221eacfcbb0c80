"""Changes of copy told at the place where it was typed, so far as the text that it came from has it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from paiban.diagnostic import Diagnostic
from paiban.intake.clean import NEAR
from paiban.span import Span

CHANGES = frozenset({"P823", "P824"})
"""What tells a change with the characters round it."""

LINES = 60
"""How many lines a paragraph has at most that somebody wrapped by hand."""


def pinned(told: Iterable[Diagnostic], sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    """What was told of paragraphs, each change at its own characters of the text by its file's name in ``sources``.

    What the text does not have in one piece, since lines were joined there or it is no text, stays at its paragraph.
    """
    lines = {file: text.split("\n") for file, text in sources.items()}
    last: Span | None = None
    for one in told:
        span = one.span
        if span is None or one.code not in CHANGES or span.file not in lines:
            yield one
            continue
        begin = last if last and last.file == span.file and last.line >= span.line else span
        here = _found(lines[span.file], begin, span, dict(one.params))
        last = here or last
        yield one._replace(span=here or span)


def _found(lines: list[str], begin: Span, span: Span, said: Mapping[str, object]) -> Span | None:
    """Where the characters changed stand in a text, from ``begin`` on; None where they do not."""
    context, before = str(said["context"]), str(said["before"])
    back = len(context) - NEAR - len(before)  # where they stand in what begins a paragraph
    ways = [(context, offset) for offset in (back, NEAR) if offset >= 0]
    halves = [(context[: back + len(before)], back)] if back >= 0 else []
    for number in range(begin.line, min(span.line + LINES, len(lines) + 1)):
        line, done = lines[number - 1], begin.end_column - 1 if begin is not span and number == begin.line else 0
        for some in (ways, [*halves, (context[NEAR:], 0)]):
            found = [(line.find(words, max(0, done - offset)), offset) for words, offset in some if words]
            places = [at + offset for at, offset in found if at >= 0]
            good = [place for place in places if place >= done and line.startswith(before, place)]
            if good:
                return Span(span.file, number, min(good) + 1, number, min(good) + 1 + len(before))
    return None
