"""A paragraph put right by the table: the replacements listed, and copy that knows what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from paiban.hygiene.table import ROWS, Slip, addresses, is_suspect
from paiban.span import Mend, Text
from paiban.value import NamedTuple

_MOST_ROUNDS = 8
"""Each round leaves less to put right; a paragraph that never settles would be a fault of the table."""


class Replacement(NamedTuple):
    """``words`` in the place of the characters ``start`` … ``end`` of a paragraph, by the row ``key`` of the table."""

    start: int
    end: int
    words: str
    key: str


@lru_cache(maxsize=2048)
def replacements(text: str) -> tuple[Replacement, ...]:
    """What the table has to say of a paragraph: in its order, none meeting another.

    >>> [(r.start, r.end, r.words) for r in replacements("２０２２年,第1届...")]
    [(0, 4, '2022'), (5, 6, '，'), (9, 12, '……')]
    """
    if not is_suspect(text):
        return ()
    found: list[Replacement] = []
    read, before = text, ""
    for _ in range(_MOST_ROUNDS):
        if read == before:
            break
        before = read
        for row in ROWS:
            kept = addresses(read)
            slips = [slip for slip in row.find(read) if not any(a < slip[1] and slip[0] < b for a, b in kept)]
            if slips:
                found = _merged(text, found, sorted(slips), row.key)
                read = written(text, found)
    return tuple(found)


def written(text: str, found: Iterable[Replacement]) -> str:
    """``text`` with replacements made."""
    parts, at = [], 0
    for start, end, words, _ in found:
        parts += [text[at:start], words]
        at = end
    return "".join([*parts, text[at:]])


def mended(copy: Text, found: Sequence[Replacement]) -> Text:
    """A piece of copy with replacements made in it.

    Each of its characters has the place where it, or what it stands for, was typed; its ``mends`` say what that was.
    """
    if not found:
        return copy
    places: list[int] = []
    mends: list[Mend] = []
    at = 0
    for start, end, words, key in found:
        places += range(at, start)
        mends.append(Mend(len(places), len(places) + len(words), copy.value[start:end], key))
        places += [min(start + index, end - 1) for index in range(len(words))]
        at = end
    places += range(at, len(copy.value) + 1)
    lines = copy.lines if len(copy.lines) == 1 else tuple([copy.lines[place] for place in places[:-1]])
    columns = tuple([copy.columns[place] for place in places])
    return Text(written(copy.value, found), copy.file, lines or copy.lines[:1], columns, tuple(mends))


def _merged(text: str, found: Sequence[Replacement], slips: Sequence[Slip], key: str) -> list[Replacement]:
    """Replacements in ``text`` with ``slips`` of what it has become by those ``found`` so far.

    What touches an earlier replacement takes it in whole: one range of what was typed, one range of what stands there.
    """
    read = written(text, found)
    begins = [r.start + moved for r, moved in zip(found, _moves(found), strict=True)]
    spans = [(begin, begin + len(r.words), r) for begin, r in zip(begins, found, strict=True)]
    for start, end, words in slips:
        met = [span for span in spans if span[0] < end and start < span[1]]
        low, high = min([start, *(s[0] for s in met)]), max([end, *(s[1] for s in met)])
        first, last = _typed(low, spans), _typed(high, spans)
        whole = read[low:start] + words + read[end:high]
        spans = [span for span in spans if span not in met]
        spans.append((low, high, Replacement(first, last, whole, key)))
        spans.sort()
    return [r for _, _, r in spans if text[r.start : r.end] != r.words]


def _moves(found: Sequence[Replacement]) -> list[int]:
    """How far each replacement stands from where it was typed, by those before it."""
    return list(accumulate([len(r.words) - (r.end - r.start) for r in found], initial=0))[:-1]


def _typed(place: int, spans: Sequence[tuple[int, int, Replacement]]) -> int:
    """Where in what was typed a place lies that is inside no replacement."""
    before = [(begin, end, r) for begin, end, r in spans if end <= place]
    return place - sum((end - begin) - (r.end - r.start) for begin, end, r in before)
