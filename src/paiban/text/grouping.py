"""The words of a headline as a reader takes them: what the list has in pieces put together.

A list of words has 护|林|员 and 转诊|率, 一|巷|一|策 and 十|小时: there are few ways in which such pieces make a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from paiban.text.words import Word

SUFFIXES = frozenset(
    "员户圈站厂园机品者家馆房会群点段处线网码法率量值额费权力度型类式版界业城味牌节展赛夜季券卡证场链班课"
)
"""A single character that ends a noun of its own."""

SPANS = ("天", "年", "周", "月", "日", "小时", "分钟", "季度", "夜", "晚")
"""What ends a stretch of time."""

FIRSTS = frozenset("个批次条家座台架艘辆列枚颗只部本集期届例单份笔场位名对所间栋户店款项种站档趟班轮季日月年套支亩株")
"""Measures that 首 stands before as a numeral does: 首单, 首例."""

REACHING = frozenset("过超破达近逾")
"""Verbs of one character that a number follows."""

BLOOMS = frozenset("开谢落红香")
"""What flowers do: 油菜花开 is one statement."""

NUMBERED = re.compile("[0-9一二三四五六七八九十]+号")
"""A number that ends a name."""

_NONE = Word("", "w")

_BUILT = frozenset("nvagbzxj")
"""Classes of which single characters make a noun."""


def grouped(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words, with those put together that a reader takes for one.

    >>> [word.text for word in grouped([Word("转诊", "v"), Word("率", "n"), Word("下降", "v")])]
    ['转诊率', '下降']
    """
    return tuple(_joined(words))


def _joined(words: Sequence[Word]) -> Iterator[Word]:
    """Words, with those put together that are one."""
    index = 0
    while index < len(words):
        count, kind = _one_word(words[index : index + 4])
        yield Word("".join([word.text for word in words[index : index + count]]), kind)
        index += count


def _one_word(words: Sequence[Word]) -> tuple[int, str]:
    """How many of some words are one, and its class."""
    row = _row_of(words)
    if row:
        return row, "i"
    if found := _counted(words) or _numbered(words):
        return found
    if _is_built(words[:3]):
        return 3, "n"
    return (2, "n") if _is_tailed(words) else (1, words[0].kind)


def _counted(words: Sequence[Word]) -> tuple[int, str] | None:
    """What is reached and how much (过五亿元), 首 and its measure, 一 and what is full of what follows (一江清水),
    flowers and what they do; None where there is none of these."""
    first, second = [word.text for word in (*words, _NONE)[:2]]
    if first in REACHING and (*words, _NONE)[1].kind in "mk":
        return 2, "m"
    if (first == "首" and second in FIRSTS) or (first == "一" and len(second) == 1 and words[1].kind in "nx"):
        return 2, "m"
    return (2, "y") if len(first) > 1 and first[-1] == "花" and second in BLOOMS else None


def _numbered(words: Sequence[Word]) -> tuple[int, str] | None:
    """A name with its number: 神舟二十号, 雪龙2号; None where there is none."""
    first, *rest = words
    for count in (1, 2):
        number = "".join([word.text for word in rest[:count]])
        if len(first.text) > 1 and first.kind in "nsxa" and NUMBERED.fullmatch(number):
            return count + 1, "n"
    return None


def _row_of(words: Sequence[Word]) -> int:
    """How many words four characters are of which the first and the third are one, 大拆大建, 一巷一策; 0 if not so.

    Of words that the list has whole only a number counts as one: 跑者|跑进 are two.
    """
    ends = list(accumulate(len(word.text) for word in words))
    count = ends.index(4) + 1 if 4 in ends else 0
    row = "".join([word.text for word in words[:count]])
    is_row = bool(row) and row[0] == row[2] and (row[0] == "一" or (count == 4 and _is_han(row[0])))
    return count if is_row else 0


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_built(words: Sequence[Word]) -> bool:
    """Three characters that make a noun: 机采率, 护林员."""
    lengths = [len(word.text) for word in words]
    return lengths == [1, 1, 1] and words[2].text in SUFFIXES and all(word.kind in _BUILT for word in words)


def _is_tailed(words: Sequence[Word]) -> bool:
    """A word and the character that makes a noun of it: 转诊率; 会 before a verb is one itself."""
    first, *rest = words
    tailed = len(first.text) > 1 and first.kind in "nvgaxj" and bool(rest) and rest[0].text in SUFFIXES
    can = tailed and rest[0].text == "会" and (*rest, _NONE)[1].kind in "vy"
    return tailed and not can and not _is_built(rest)
