"""The copy of an issue laid out for reading: piece by piece as a reader sees it, without the marks of markup."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from paiban import markup
from paiban.issue import Issue, Readings
from paiban.issue.copy import head_texts
from paiban.memo import Memo
from paiban.span import Span, Text
from paiban.value import NamedTuple


class Piece(NamedTuple):
    """A piece of copy as it is read: ``places`` has for each of its characters, and past the last, the one in ``copy``.

    ``is_title`` says of a headline, a kicker, a deck and a cross-head that it is one.
    """

    copy: Text
    text: str
    places: Sequence[int]
    is_title: bool

    def at(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the file."""
        return self.copy.at(self.places[start], self.places[end - 1] + 1)


class Sheet(NamedTuple):
    """An issue as a proofreader has it: the pieces of each block in reading order.

    ``memo`` remembers what was found in them before.
    """

    issue: Issue
    blocks: tuple[tuple[Piece, ...], ...]
    memo: Memo

    @property
    def date(self) -> date:
        """The issue's date."""
        return self.issue.date

    @property
    def pieces(self) -> Iterator[Piece]:
        """All pieces of the issue."""
        return (piece for block in self.blocks for piece in block)


def sheet_of(issue: Issue, readings: Readings, memo: Memo) -> Sheet:
    """Everything of an issue that is read; what stands in several parts of a block that jumps, once."""
    blocks = [block for page in issue.pages for block in page.blocks]
    blocks += [block for block in (issue.pool.blocks if issue.pool else ()) if block.page is None]
    seen: set[int] = set()
    laid = []
    for block in blocks:
        reading = readings[block.kind]
        titles = {id(text) for text in reading.titles(block.content)}
        texts = [text for text in reading.texts(block.content) if text is not None and id(text) not in seen]
        seen |= {id(text) for text in texts}
        laid.append(pieces_of(texts, titles, memo))
    heads = [pieces_of([*head_texts(page)], frozenset(), memo) for page in issue.pages]
    return Sheet(issue, (*laid, *heads), memo)


def pieces_of(texts: Sequence[Text], titles: Collection[int], memo: Memo) -> tuple[Piece, ...]:
    """Copy without its markup; ``titles`` are those of ``texts`` by identity that head others."""
    flags = tuple([id(text) in titles for text in texts])
    return memo.made("pieces", tuple(texts), lambda: tuple(map(piece_of, texts, flags)), flags)


def piece_of(copy: Text, is_title: bool) -> Piece:
    """A piece of copy without its markup."""
    if not markup.has_marks(copy.value):
        return Piece(copy, copy.value, range(len(copy.value) + 1), is_title)
    marked = markup.parse(copy.value)
    return Piece(copy, marked.text, marked.places, is_title)
