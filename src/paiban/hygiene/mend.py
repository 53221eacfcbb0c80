"""A paragraph put right by the table: the replacements listed, and copy that knows what was typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from paiban.hygiene.table import ROWS, Slip, is_suspect
from paiban.markup import RUBY, has_marks, parse
from paiban.span import Mend, Text
from paiban.text.tokens import addresses
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
def replacements(text: str, silent: frozenset[str] = frozenset()) -> tuple[Replacement, ...]:
    """What the table has to say of a paragraph, but for its ``silent`` rows: in its order, none meeting another.

    >>> [(r.start, r.end, r.words) for r in replacements("２０２２年,第1届...")]
    [(0, 4, '2022'), (5, 6, '，'), (9, 12, '……')]
    """
    if not is_suspect(text):
        return ()
    return _beside_marks(text, silent) if has_marks(text) else _read(text, silent)


def _beside_marks(text: str, silent: frozenset[str]) -> tuple[Replacement, ...]:
    """The same of a paragraph as it reads without its marks, and of each reading beside it."""
    marked = parse(text)
    pieces: list[tuple[str, Sequence[int]]] = [(marked.text, marked.places)]
    pieces += [(text[m.start : m.end], range(m.start, m.end + 1)) for m in marked.markings if m.kind == RUBY]
    found = [part for words, places in pieces for r in _read(words, silent) for part in _placed(r, words, places)]
    return tuple(sorted(found))


def _placed(found: Replacement, words: str, places: Sequence[int]) -> list[Replacement]:
    """A replacement where it stands in the paragraph with its marks: what is put right character by character in as
    many parts as marks make of it, anything else in one or not at all."""
    at = places[found.start : found.end]
    if at and at[-1] - at[0] == len(at) - 1:
        return [found._replace(start=at[0], end=at[-1] + 1)]
    if len(at) != len(found.words):
        return []
    each = zip(at, words[found.start : found.end], found.words, strict=True)
    return [Replacement(place, place + 1, now, found.key) for place, typed, now in each if typed != now]


def _read(text: str, silent: frozenset[str]) -> tuple[Replacement, ...]:
    """The same of a paragraph without marks."""
    found: list[Replacement] = []
    read, before = text, ""
    for _ in range(_MOST_ROUNDS):
        if read == before:
            break
        before = read
        for row in (row for row in ROWS if row.key not in silent):
            slips = _outside(read, sorted(row.slips(read)))
            if slips:
                found = _merged(text, found, slips, row.key)
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
    tidy = Text(written(copy.value, found), copy.file, lines or copy.lines[:1], columns, tuple(mends))
    return tidy._replace(breaks=tuple([tidy.moved(index) for index in copy.breaks])) if copy.breaks else tidy


def _outside(text: str, slips: list[Slip]) -> list[Slip]:
    """The slips that meet no address, in which nothing is one."""
    kept = [*addresses(text)] if slips else []
    if not kept:
        return slips
    begins = [begin for begin, _ in kept]

    def met(slip: Slip) -> bool:
        before = bisect_left(begins, slip[1]) - 1
        return before >= 0 and kept[before][1] > slip[0]

    return [slip for slip in slips if not met(slip)]


class _Piece(NamedTuple):
    """A stretch of what is read so far: an earlier replacement, or a new slip where ``before`` is None."""

    low: int
    high: int
    words: str
    before: Replacement | None

    @property
    def moved(self) -> int:
        """How far what follows it stands from where it was typed."""
        return 0 if self.before is None else len(self.words) - (self.before.end - self.before.start)


def _merged(text: str, found: Sequence[Replacement], slips: Sequence[Slip], key: str) -> list[Replacement]:
    """Replacements in ``text`` with ``slips`` of what it has become by those ``found`` so far.

    What touches an earlier replacement takes it in whole: one range of what was typed, one range of what stands there.
    """
    if not found and all(one[1] <= next_[0] for one, next_ in pairwise(slips)):  # as nearly always
        return [Replacement(*slip, key) for slip in slips if text[slip[0] : slip[1]] != slip[2]]
    read, moved = written(text, found), 0
    merged: list[Replacement] = []
    for group in _groups(found, slips):
        low, high = group[0].low, max(piece.high for piece in group)
        first, moved = low - moved, moved + sum(piece.moved for piece in group)
        before = group[0].before
        if before is None or len(group) > 1:
            merged.append(Replacement(first, high - moved, _with_slips(read, low, high, group), key))
        else:
            merged.append(before)
    return [r for r in merged if text[r.start : r.end] != r.words]


def _groups(found: Sequence[Replacement], slips: Sequence[Slip]) -> Iterator[list[_Piece]]:
    """Earlier replacements and new slips in the order in which they stand, those that meet together."""
    begins = [r.start + moved for r, moved in zip(found, _moves(found), strict=True)]
    pieces = [_Piece(begin, begin + len(r.words), r.words, r) for begin, r in zip(begins, found, strict=True)]
    pieces += [_Piece(start, end, words, None) for start, end, words in slips]
    group: list[_Piece] = []
    low = high = 0
    for piece in sorted(pieces, key=lambda piece: piece[:2]):
        if group and not (piece.low < high and low < piece.high):
            yield group
            group = []
        low, high = (piece.low, piece.high) if not group else (low, max(high, piece.high))
        group.append(piece)
    if group:
        yield group


def _with_slips(read: str, low: int, high: int, group: Sequence[_Piece]) -> str:
    """A stretch of what is read with the slips of its group put right."""
    parts, at = [], low
    for piece in group:
        if piece.before is None and piece.low >= at:
            parts += [read[at : piece.low], piece.words]
            at = piece.high
    return "".join([*parts, read[at:high]])


def _moves(found: Sequence[Replacement]) -> list[int]:
    """How far each replacement stands from where it was typed, by those before it."""
    return list(accumulate([len(r.words) - (r.end - r.start) for r in found], initial=0))[:-1]
