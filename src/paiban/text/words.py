"""A small word segmenter for headlines: the most probable row of words, by their frequencies, each with its class.

``words.txt`` holds the commonest words, a line for each first character, each word with the letter of its class and its
grade: twice the binary logarithm of how rare it is. They come from jieba (MIT, ``words.licence.txt``). The file is read
when the first headline is broken and not before, and of it only the lines of the characters that occur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from paiban.value import NamedTuple

_FILE = Path(__file__).with_name("words.txt")

LONGEST = 5
"""The longest word in the list, in characters; a set phrase may be one longer."""

UNKNOWN = 60
"""The grade of a character that is in no word of the list: rarer than the rarest."""

_RUN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+\-/&]*[%％℃‰]?|[0-9.]+")
"""What stands between Han as one word: a number, a name in letters."""


class Word(NamedTuple):
    """A word of a headline. ``kind`` is the letter of its class.

    ``n`` noun, ``v`` verb, ``g`` noun made of a verb, ``a`` adjective, ``d`` adverb, ``p`` preposition, ``c``
    conjunction, ``u`` particle, ``m`` numeral, ``q`` measure, ``t`` time, ``f`` locative, ``s`` place, ``r`` pronoun,
    ``b`` what only stands before a noun, ``i`` and ``l`` set phrases, ``k`` letters and figures, ``w`` a mark, ``x`` a
    character that is in no word of the list.
    """

    text: str
    kind: str


@lru_cache(maxsize=1)
def _list() -> bytes:
    """The list as it stands, its lines in the order of their first characters."""
    return _FILE.read_bytes()


@lru_cache(maxsize=1024)
def _line(character: str) -> str:
    """The line of words that begin with a character, each behind a space; found by halving, nothing else is read."""
    data, wanted = _list(), character.encode("utf-8", "surrogatepass")
    low, high = 0, len(data)
    while low < high:
        begin = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.find(b"\n", begin)
        if data.startswith(wanted, begin):
            return f" {data[begin:end].decode()}"
        low, high = (end + 1, high) if data[begin:end] < wanted else (low, begin)
    return ""


def segment(text: str) -> tuple[Word, ...]:
    """``text`` as words: the row of words with the least sum of grades.

    >>> [word.text for word in segment("建设未来之城")]
    ['建设', '未来', '之', '城']
    """
    count = len(text)
    runs = {run.start(): run.end() for run in _RUN.finditer(text)}
    best: list[tuple[int, int, str]] = [(0, count, "")] * (count + 1)
    for start in range(count - 1, -1, -1):
        best[start] = min(_ways(text, start, runs, best), key=lambda way: (way[0], -way[1]))
    words = []
    start = 0
    while start < count:
        _, end, kind = best[start]
        words.append(Word(text[start:end], kind))
        start = end
    return tuple(words)


def _ways(text: str, start: int, runs: dict[int, int], best: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Every word that begins at ``start``: (grade of it and all that follow, its end, its class)."""
    if start in runs:
        end = runs[start]
        return [(best[end][0], end, "k")]
    ways = [(grade + best[end][0], end, kind) for end, kind, grade in _entries(text, start)]
    if not ways or ways[0][1] > start + 1:
        kind = "x" if "\u3400" <= text[start] <= "\u9fff" else "w"
        ways.append((UNKNOWN + best[start + 1][0], start + 1, kind))
    return ways


def _entries(text: str, start: int) -> Iterator[tuple[int, str, int]]:
    """The words of the list that ``text`` has at ``start``, the shortest first: the end, the class and the grade.

    A line has its words in order, so that none stands before one that it begins with. Letters and figures are part of
    no word: in 元m2 they would be read as the class and the grade of 元.
    """
    line, at = _line(text[start]), 0
    for end in range(start + 1, min(len(text), start + LONGEST + 1) + 1):
        if text[end - 1].isascii():
            return
        at = line.find(f" {text[start:end]}", at)
        if at < 0:
            return
        kind, grade = line[behind := at + 1 + end - start], line[behind + 1 : behind + 3]
        if kind.isascii():
            yield end, kind, int(grade)
