"""A small word segmenter for headlines: the most probable row of words, by their frequencies.

``words.txt`` holds the commonest words, a line for each first character, each word with its grade: twice the binary
logarithm of how rare it is. They come from jieba (MIT, ``words.licence.txt``). The file is read when the first headline
is broken and not before, and of it only the lines of the characters that occur.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.txt")

LONGEST = 5
"""The longest word in the list, in characters."""

UNKNOWN = 60
"""The grade of a character that is in no word of the list: rarer than the rarest."""


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    """The list's lines by their first character."""
    return {line[0]: line for line in _FILE.read_text(encoding="utf-8").splitlines()}


@lru_cache(maxsize=4096)
def _words(first: str) -> dict[str, int]:
    """The words that begin with a character, with their grades of two digits."""
    return {entry[:-2]: int(entry[-2:]) for entry in _lines().get(first, "").split()}


def segment(text: str) -> tuple[str, ...]:
    """``text`` as words: the row of words with the least sum of grades. Anything but Han is given by character.

    >>> segment("建设未来之城")
    ('建设', '未来', '之', '城')
    """
    count = len(text)
    best: list[tuple[int, int]] = [(0, count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        grades = _words(text[start])
        ways = [(grades.get(text[start], UNKNOWN) + best[start + 1][0], start + 1)]
        for end in range(start + 2, min(count, start + LONGEST) + 1):
            grade = grades.get(text[start:end])
            if grade is not None:
                ways.append((grade + best[end][0], end))
        best[start] = min(ways, key=lambda way: (way[0], -way[1]))
    words = []
    start = 0
    while start < count:
        end = best[start][1]
        words.append(text[start:end])
        start = end
    return tuple(words)
