"""Two changes of one text brought together, line by line: a paragraph is a line, and so is a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from paiban.value import NamedTuple


class Hunk(NamedTuple):
    """At the character ``at`` of a text, ``old`` is taken out and ``new`` put there."""

    at: int
    old: str
    new: str

    def on(self, text: str) -> str:
        """The text after it."""
        return text[: self.at] + self.new + text[self.at + len(self.old) :]

    def back(self, text: str) -> str:
        """The text before it, from the one after."""
        return text[: self.at] + self.old + text[self.at + len(self.new) :]


class Clash(NamedTuple):
    """Lines that both sides changed, and what each made of them. ``line`` is the first, counted from 1."""

    line: int
    mine: str
    theirs: str


def hunk_between(before: str, after: str) -> Hunk:
    """The one stretch in which two texts differ."""
    most = min(len(before), len(after))
    head = _shared(before, after, most)
    foot = _shared(before[head:][::-1], after[head:][::-1], most - head)
    return Hunk(head, before[head : len(before) - foot], after[head : len(after) - foot])


def _shared(one: str, other: str, most: int) -> int:
    """How many characters two texts have in common from their first on."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


_Change = tuple[int, int, str]
"""From which line to which, and what stands there."""


def merged(base: str, mine: str, theirs: str, keep_mine: bool = False) -> str | Clash:
    """The text with both changes of ``base``; where they meet, what meets, or with ``keep_mine`` mine alone."""
    if theirs in (mine, base):
        return mine
    lines = base.splitlines(keepends=True)
    ours, others = list(_changes(lines, mine)), list(_changes(lines, theirs))
    meeting = [(one, other) for one in ours for other in others if one != other and _meet(one, other)]
    if meeting and not keep_mine:
        one, other = meeting[0]
        return Clash(one[0] + 1, one[2], other[2])
    away = [other for _, other in meeting]
    return _with_changes(lines, sorted({*ours, *(other for other in others if other not in away)}))


def _meet(one: _Change, other: _Change) -> bool:
    """Whether two changes are of the same lines, or put something in at the same place."""
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]


def _with_changes(lines: Sequence[str], changes: Sequence[_Change]) -> str:
    parts, at = [], 0
    for start, end, words in changes:
        parts += [*lines[at:start], words]
        at = end
    return "".join([*parts, *lines[at:]])


def _changes(lines: Sequence[str], after: str) -> Iterator[_Change]:
    """Where a text differs."""
    other = after.splitlines(keepends=True)
    for tag, start, end, other_start, other_end in SequenceMatcher(None, lines, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield start, end, "".join(other[other_start:other_end])
