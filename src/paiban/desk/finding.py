"""Words found, and put otherwise, in all the copy of an issue: in copy alone, never in keys or names of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from paiban.desk.changes import Asked
from paiban.desk.scene import Data
from paiban.desk.state import Shown
from paiban.issue.edit import Address, Change, KeyNames, Operation
from paiban.issue.locate import Copy, Located
from paiban.language import Words
from paiban.source.quote import typed_words
from paiban.span import absolute
from paiban.value import NamedTuple

AROUND = 10
"""So many characters before and after a match are shown with it."""

MOST = 2000
"""So many matches are told; who finds more looks for more words."""


class Match(NamedTuple):
    """Where words were found: in the copy at an address, from its character ``start`` on; on which page and block."""

    copy: Copy
    start: int
    line: int
    column: int
    page: int
    block: str


def matches(shown: Shown, names: KeyNames, words: str) -> list[Match]:
    """All places of the issue's copy in which words stand, in the order of the file."""
    if not words or shown.text is None or shown.stale or shown.made.issue is None:
        return []
    located = Located(shown.text, names)
    found: dict[tuple[Address, int], Match] = {}
    for page, block, copy in _copies(shown, located):
        start = copy.words.find(words)
        while start >= 0:
            line, column = located.place(copy.offsets[start])
            found.setdefault((copy.at, start), Match(copy, start, line, column, page, block))
            start = copy.words.find(words, start + len(words))
    return sorted(found.values(), key=lambda match: (match.line, match.column))[:MOST]


def _copies(shown: Shown, located: Located) -> Iterator[tuple[int, str, Copy]]:
    """Every piece of copy, with the page, from 0, and the block that it stands in."""
    issue, kit = shown.made.issue, shown.made.kit
    assert issue is not None
    assert kit is not None
    for number, makeup in enumerate(shown.made.makeups):
        for block in makeup.page.blocks:
            for text in kit.kinds.readings[block.kind].texts(block.content):
                if text is None or not text.value:
                    continue
                span = absolute(text.at(0), issue.anchors)
                copy = located.copy(span.line, span.column)
                if copy is not None:
                    yield number, block.id, copy


def found_data(found: Sequence[Match], words: str, pages: Sequence[str]) -> Data:
    """Matches for the browser: each with what stands around it."""
    return {
        "matches": [
            {
                "page": pages[match.page],
                "block": match.block,
                "line": match.line,
                "column": match.column,
                "before": _line(match.copy.words[: match.start])[-AROUND:],
                "words": words,
                "after": match.copy.words[match.start + len(words) :].split("\n")[0][:AROUND],
            }
            for match in found
        ]
    }


def _line(words: str) -> str:
    return words.rsplit("\n", 1)[-1]


def replacing(found: Sequence[Match], words: str, by: str) -> Asked:
    """What puts ``by`` in the place of matches: one change of each piece of copy, one step of the journal."""
    at: dict[Address, list[Match]] = {}
    for match in found:
        at.setdefault(match.copy.at, []).append(match)
    return Asked(tuple(_changes(at, words, typed_words(by))), _replaced(len(found), words[:8], by[:8]))


def _replaced(count: int, words: str, by: str) -> Words:
    return Words(f"替换 {count} 处：“{words}”→“{by}”", f"replace {count} times: “{words}” → “{by}”")


def _changes(at: Mapping[Address, Sequence[Match]], words: str, by: str) -> Iterator[Operation]:
    for address, several in at.items():
        copy = several[0].copy.words
        first, end = several[0].start, several[-1].start + len(words)
        parts, done = [], first
        for match in several:
            parts += [copy[done : match.start], by]
            done = match.start + len(words)
        yield Change(address, first, end, "".join(parts))
