"""What it costs to part two words of a headline, learnt from figures (``bench/cohesion.py``), not from rules.

How tightly two words hold together is read from how often papers have them side by side, against how often chance would
have it; which words open a statement and which end one, from where they stand between marks; which words are alike,
from what words they stand beside. A sum of learnt weights, one for each thing that is seen about a place, says how
likely a reader parts the headline there.

``cohesion.bin`` has all of that: cells of a hash, each with four bits that check its key and four of its value; the
weights; of each sort of words its group and its circle; and in the order of their figures the words, each with its
sort. It is read when the first headline is broken and not before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from paiban.text.words import Word
from paiban.value import NamedTuple

_FILE = Path(__file__).with_name("cohesion.bin")

CELLS = 1 << 19
"""Cells of what the papers say."""

WEIGHTS = 1 << 16
"""Weights of what is seen about a place."""

SORTS = 1 << 8
"""Most sorts of words."""

WORD = 4
"""Bytes of a word that has a sort: three of its figure, one of the sort."""

ZERO = 128
"""The byte of a weight that says nothing."""

_NONE = Word("", "$")

Seen = tuple[int, ...]
"""What is seen about a place, by the names of ``SEEN``."""


class Told(NamedTuple):
    """What the papers tell of a word by itself: ``often`` it occurs, ``opens`` and ``ends`` a statement.

    Words that stand beside the same words are of one ``sort``, sorts that are alike of one ``group`` and one
    ``circle``; where the papers do not tell, all words of a class are.
    """

    key: int
    often: int
    opens: int
    ends: int
    sort: int
    group: int
    circle: int


_NOTHING = Told(0, 0, 0, 0, 0, 0, 0)

SEEN = (
    *("kind1", "kind2", "kind3", "kind4"), *("shape1", "shape2", "shape3", "shape4"), *("word2", "word3"),
    *("last1", "last2", "last3", "last4", "first2", "first3"),
    *("pair", "loose", "loose_before", "loose_after", "than_before", "than_after"),
    *("next_kind", "last_kind", "next_kind4", "last_kind1", "ends2", "opens3", "opens2", "ends3"),
    *("from_start", "to_end"), *("sort2", "sort3"),
    *("group1", "group2", "group3", "group4"), *("circle1", "circle2", "circle3", "circle4"),
)  # fmt: skip
"""What can be seen about a place: two words before it, 1 and 2, and two after, 3 and 4."""

TEMPLATES = tuple(
    tuple(SEEN.index(name) for name in row.split())
    for row in (
        "kind1", "kind2", "kind3", "kind4", "shape2", "shape3", "word2", "word3", "first2", "first3",
        "pair", "loose", "than_before", "than_after", "next_kind", "last_kind", "next_kind4", "last_kind1", "ends2",
        "opens3", "opens2", "ends3", "sort2", "sort3", "group1", "group2", "group3", "group4",
        "kind2 kind3", "shape2 shape3", "last2 shape2", "last3 shape3", "last2 kind3", "kind2 first3", "kind2 last3",
        "from_start kind2", "to_end kind3", "loose loose_before", "loose loose_after", "than_before than_after",
        "group2 group3", "group2 kind3", "kind2 group3",
        "shape1 shape2 shape3", "shape2 shape3 shape4", "last1 kind2 kind3", "kind2 kind3 last4", "loose kind2 kind3",
        "loose loose_before loose_after", "circle1 circle2 circle3", "circle2 circle3 circle4",
        "circle1 circle2 circle3 circle4",
    )
)  # fmt: skip
"""Of which of these together there is a weight."""

_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)

_SUMS = tuple(
    (number * 0x165667B1 + sum(_FACTORS[: len(template)]), tuple(zip(template, _FACTORS, strict=False)))
    for number, template in enumerate(TEMPLATES)
)
"""For each template what its hash begins at, and the factor of each thing."""


@lru_cache(maxsize=1)
def _tables() -> tuple[bytes, bytes, bytes, bytes]:
    """The cells, the weights, groups and circles of the sorts, and the words that have a sort."""
    data = _FILE.read_bytes()
    sorts = CELLS + WEIGHTS
    words = sorts + 2 * SORTS
    return data[:CELLS], data[CELLS:sorts], data[sorts:words], data[words:]


def key_of(*parts: int) -> int:
    """The hash of some figures: its lowest bits say which cell, ``check_of`` what is to stand in it."""
    mixed = 0
    for part in parts:
        mixed = (mixed ^ part) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
        mixed ^= mixed >> 29
    return mixed >> 16


def check_of(key: int) -> int:
    """Four bits that tell one key of a cell from most others."""
    return key >> 24 & 15


def _said(*parts: int) -> int:
    """What the papers say of something: 1 to 15; 0 where they say nothing."""
    key = key_of(*parts)
    cell = _tables()[0][key & CELLS - 1]
    return cell & 15 if cell >> 4 == check_of(key) else 0


OFTEN, OPENS, ENDS, PAIR, NEXT_KIND, LAST_KIND = range(1, 7)
"""What is asked of the papers."""


def word_key(text: str) -> int:
    """The figure that stands for a word; 0 for none."""
    return crc32(text.encode("utf-8", "surrogatepass")) if text else 0


@lru_cache(maxsize=2048)
def _told(text: str, kind: str) -> Told:
    key = word_key(text)
    if not key:
        return _NOTHING
    often, opens, ends = (_said(key, asked) for asked in (OFTEN, OPENS, ENDS))
    return Told(key, often, opens, ends, *_sort_of(key, kind))


def _sort_of(key: int, kind: str) -> tuple[int, int, int]:
    """A word's sort, group and circle."""
    _, _, alike, words = _tables()
    wanted = (key >> 8).to_bytes(WORD - 1)
    at = bisect_left(range(len(words) // WORD), wanted, key=lambda i: words[WORD * i : WORD * i + WORD - 1]) * WORD
    if words[at : at + WORD - 1] != wanted:
        return (SORTS + ord(kind),) * 3
    sort = words[at + WORD - 1]
    return sort, alike[sort], alike[SORTS + sort]


def _pair(first: Told, second: Told) -> int:
    """How tightly two words hold together: 17 to 31 where papers have them side by side more than chance would; 15 and
    less where they do not, the less the oftener both occur.
    """
    if not (first.key and second.key):
        return 0
    said = _said(first.key, second.key, PAIR)
    return 16 + said if said else max(0, 15 - (first.often + second.often) // 2)


def seen(words: Sequence[Word]) -> Iterator[Seen]:
    """What is seen about each place between two words."""
    row = [_NONE, *words, _NONE]
    told = [_told(*word) for word in row]
    kinds = [ord(word.kind) for word in row]
    shapes = [kind << 3 | min(len(word.text), 5) for kind, word in zip(kinds, row, strict=True)]
    lasts = [ord(word.text[-1:] or "$") for word in row]
    firsts = [ord(word.text[:1] or "$") for word in row]
    pairs = [_pair(*told[i : i + 2]) for i in range(len(row) - 1)]
    nexts = [_said(told[i].key, kinds[i + 1], NEXT_KIND) for i in range(len(row) - 1)]
    befores = [_said(kinds[i], told[i + 1].key, LAST_KIND) for i in range(len(row) - 1)]
    length = sum(len(word.text) for word in words)
    at = 0
    for i in range(1, len(words)):  # the place behind the word ``i`` of the row
        at += len(row[i].text)
        yield (
            *kinds[i - 1 : i + 3],
            *shapes[i - 1 : i + 3],
            told[i].key,
            told[i + 1].key,
            *lasts[i - 1 : i + 3],
            firsts[i],
            firsts[i + 1],
            pairs[i],
            pairs[i] // 4,
            pairs[i - 1] // 4,
            pairs[i + 1] // 4,
            max(-7, min(7, (pairs[i] - pairs[i - 1]) // 3)) + 8,
            max(-7, min(7, (pairs[i] - pairs[i + 1]) // 3)) + 8,
            nexts[i],
            befores[i],
            nexts[i + 1],
            befores[i - 1],
            told[i].ends,
            told[i + 1].opens,
            told[i].opens,
            told[i + 1].ends,
            min(at, 5),
            min(length - at, 5),
            told[i].sort,
            told[i + 1].sort,
            *[each.group for each in told[i - 1 : i + 3]],
            *[each.circle for each in told[i - 1 : i + 3]],
        )


def places(about: Seen) -> list[int]:
    """Which weights a place has."""
    found = []
    for start, things in _SUMS:
        mixed = start
        for name, factor in things:
            mixed += about[name] * factor
        found.append(((mixed ^ mixed >> 15) * 0x2C1B3C6D >> 16) % WEIGHTS)
    return found


def costs(words: Sequence[Word]) -> list[int]:
    """What parting each word from the next costs: 0 where a reader is as likely to part them as not, 40 more for each
    unit of the logarithm of the odds against it.
    """
    weights = _tables()[1]
    return [sum([weights[place] for place in places(about)]) - ZERO * len(TEMPLATES) for about in seen(words)]
