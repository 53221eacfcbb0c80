"""Where a line may break: prohibitions at its start and end, and sequences that are never parted (rule book, 2 and 3).

The decision between two neighbours needs only their classes. ``Pairs`` works it out once for each pair that occurs
and is then a plain dictionary from two class letters to the answer.
"""

from __future__ import annotations

from functools import lru_cache
from operator import add

from paiban.text.charclass import LETTERS, MARKS, NUMBERED, POINTS, RUN
from paiban.text.charclass import CharClass as C
from paiban.value import NamedTuple


class Level(NamedTuple):
    """A level of prohibition: the classes that may not begin a line, and those that may not end one."""

    no_start: frozenset[C]
    no_end: frozenset[C]


_COHESION_START = frozenset({C.POSTFIX, C.LATIN_CLOSE, C.SIGN})
_BASIC_START = _COHESION_START | {C.STOP, C.PAUSE, C.CLOSE, C.COMBO, C.CONNECT, C.MIDDLE, C.SOLIDUS}
_BASIC_END = frozenset({C.OPEN, C.PREFIX, C.BULLET, C.LATIN_OPEN})

LEVELS: dict[str, Level] = {
    "none": Level(_COHESION_START, frozenset({C.PREFIX, C.BULLET, C.LATIN_OPEN})),
    "basic": Level(_BASIC_START, _BASIC_END),
    "gb": Level(_BASIC_START, _BASIC_END | {C.SOLIDUS}),
    "strict": Level(_BASIC_START | {C.DASH, C.ELLIPSIS}, _BASIC_END | {C.SOLIDUS}),
}
"""By the name that a style sheet gives; ``none`` is the looser custom of Hong Kong and Taiwan papers.

Numbers keep their signs and Latin its own marks at every level: that is the run's cohesion, not a prohibition. After a
stop or a pause a sign belongs to what follows (，↑12%).
"""


_WHOLE = frozenset({C.DASH, C.ELLIPSIS, C.CELL, C.WIDE})
"""Of these, neighbours of one class are one run."""


_CELLED = LETTERS | {C.CELL}


def _inseparable(before: C, after: C) -> bool:
    if before in LETTERS and after in LETTERS:
        return before not in {C.LATIN_BREAK, C.LATIN_HYPHEN}
    if before is C.SIGN:
        return after in NUMBERED
    if (before in LETTERS and after is C.LATIN_OPEN) or (before is C.LATIN_CLOSE and after in _CELLED):
        return True
    return before is after and before in _WHOLE


def may_break(before: C, after: C, level: str, ellipsis_at_start: bool) -> bool:
    """Whether a line may end after class ``before`` and the next begin with class ``after``."""
    rules = LEVELS[level]
    if before in rules.no_end or (after in rules.no_start and not (after is C.SIGN and before in POINTS)):
        return False
    if after is C.ELLIPSIS and not ellipsis_at_start and level != "none":
        return False
    return not _inseparable(before, after)


_TIGHT = frozenset({C.CONNECT, C.SOLIDUS, C.SIGN})


def may_stretch(before: C, after: C, even: bool = False) -> bool:
    """Whether space may be put between two neighbours when a line is stretched or tracked.

    Not inside Latin or a number, not beside a connector, a solidus or a sign, and not on the tight side of a mark:
    after one that opens, before one that closes or pauses (clreq: line adjustment; jlreq for the brackets). With
    ``even`` a place before a stop or a pause is one like any other, as clreq has it, but not after letters and figures:
    they have no em that a place could be inside of, and m² 、 falls apart.
    """
    if before in _TIGHT or after in _TIGHT:
        return False
    if before in {C.OPEN, C.LATIN_OPEN, C.PREFIX}:
        return False
    if after in {C.STOP, C.PAUSE, C.COMBO}:
        return even and before not in RUN and before is not C.POSTFIX
    if after in {C.CLOSE, C.LATIN_CLOSE, C.POSTFIX}:
        return False
    if before is after and before in _WHOLE:
        return False
    return not (before in RUN and after in RUN)


def wants_gap(before: C, after: C) -> bool:
    """Whether the CJK–Latin gap stands between two neighbours: never beside a full-width mark (rule book, 6)."""
    return (before is C.HAN and after in LETTERS) or (before in LETTERS and after is C.HAN)


BREAK, STRETCH, GAP, FIRST_LOSES, SECOND_LOSES = 1, 2, 4, 8, 16
"""Flags of a pair of neighbouring classes."""


def _trim(before: C, after: C) -> int:
    """Which of two adjacent full-width marks loses its blank (rule book, section 4, trim rule 3)."""
    if before is C.OPEN:
        return SECOND_LOSES if after is C.OPEN else 0
    if before in MARKS and after in MARKS:
        return FIRST_LOSES
    return 0


class Pairs(dict[str, int]):
    """Two class letters → flags, worked out when a pair is first met."""

    def __init__(self, level: str, ellipsis_at_start: bool, even_stretch: bool = False) -> None:
        super().__init__()
        self._level = level
        self._even_stretch = even_stretch
        self._ellipsis_at_start = ellipsis_at_start
        self.rows = _Rows(self)

    def __missing__(self, pair: str) -> int:
        before, after = C(pair[0]), C(pair[1])
        flags = _trim(before, after)
        if may_break(before, after, self._level, self._ellipsis_at_start):
            flags |= BREAK
        if wants_gap(before, after):
            flags |= GAP
        elif may_stretch(before, after, self._even_stretch):
            flags |= STRETCH
        self[pair] = flags
        return flags


_REMEMBERED = 8
"""Rows of so many classes are remembered: marks and figures among Han, of which copy has few that differ."""


class _Rows(dict[str, bytes]):
    """A row of class letters → the flags of each boundary in it."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self._pairs = pairs

    def __missing__(self, row: str) -> bytes:
        found = bytes(map(self._pairs.__getitem__, map(add, row, row[1:])))
        if len(row) <= _REMEMBERED:
            self[row] = found
        return found


@lru_cache(maxsize=16)
def pairs_at(level: str, ellipsis_at_start: bool, even_stretch: bool = False) -> Pairs:
    """The rules between neighbouring classes at a prohibition level."""
    return Pairs(level, ellipsis_at_start, even_stretch)
