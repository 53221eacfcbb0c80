"""Where an English word may be parted: by TeX's patterns and its list of exceptions (``hyphens.licence.txt``).

A pattern is letters with digits between them. Every pattern that occurs in a word, its ends marked by points, puts its
digits there, the highest one counts, and a hyphen may stand where it is odd. The file is read when a style that
hyphenates meets its first English word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("hyphens.txt")

LEAST_WORD = 6
"""Shorter words are never parted."""

LEAST_BEFORE, LEAST_AFTER = 2, 3
"""Letters that stay on the first line and that go to the next."""

_DIGIT = re.compile("[0-9]")
_LONGEST = 8
"""Letters of the longest pattern, points included."""


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """The patterns by their letters, and the exceptions by the word."""
    patterns, words = _FILE.read_text(encoding="ascii").splitlines()
    return (
        {_DIGIT.sub("", pattern): pattern for pattern in patterns.split()},
        {word.replace("-", ""): word for word in words.split()},
    )


@lru_cache(maxsize=4096)
def positions(word: str) -> tuple[int, ...]:
    """The indices in ``word`` before which a hyphen may stand; a name in capitals is never parted.

    >>> positions("typographical"), positions("project"), positions("NATO")
    ((2, 4, 9, 10), (), ())
    """
    if len(word) < LEAST_WORD or word[1:] != word[1:].lower() or not (word.isascii() and word.isalpha()):
        return ()
    own = word.lower()
    patterns, exceptions = _tables()
    known = exceptions.get(own)
    places = _parted(known) if known else [i for i, level in enumerate(_levels(own, patterns)) if level % 2]
    return tuple([place for place in places if LEAST_BEFORE <= place <= len(word) - LEAST_AFTER])


def _parted(word: str) -> list[int]:
    """Where the hyphens of an exception stand, in letters."""
    return [found.start() - number for number, found in enumerate(re.finditer("-", word))]


def _levels(word: str, patterns: dict[str, str]) -> list[int]:
    """The highest digit of any pattern before each letter of a word, and after the last."""
    marked = f".{word}."
    levels = [0] * (len(marked) + 1)
    for begin in range(len(marked)):
        for end in range(begin + 1, min(len(marked), begin + _LONGEST) + 1):
            pattern = patterns.get(marked[begin:end])
            if pattern is not None:
                _raise(levels, begin, pattern)
    return levels[1:-1]


def _raise(levels: list[int], place: int, pattern: str) -> None:
    """Put a pattern's digits where it stands from ``place`` on."""
    for character in pattern:
        if character.isdigit():
            levels[place] = max(levels[place], int(character))
        else:
            place += 1
