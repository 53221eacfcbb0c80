"""A small word segmenter for headlines: the most probable row of words, by their frequencies.

``words.txt`` holds the commonest words by grade, a grade being twice the binary logarithm of how rare a word is; its
words come from jieba (MIT, ``words.licence.txt``). It is read when the first headline is broken and not before.
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
def _grades() -> dict[str, int]:
    grades: dict[str, int] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        grade, *words = line.split(" ")
        grades.update(dict.fromkeys(words, int(grade)))
    return grades


def segment(text: str) -> tuple[str, ...]:
    """``text`` as words: the row of words with the least sum of grades. Anything but Han is given by character.

    >>> segment("建设未来之城")
    ('建设', '未来', '之', '城')
    """
    grades = _grades()
    count = len(text)
    best: list[tuple[int, int]] = [(0, count)] * (count + 1)
    for start in range(count - 1, -1, -1):
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
