"""Character classes of Chinese composition, as data (composition rule book, section 1).

Each row names a class, its code points, how wide it is set by nature and where its adjustable blank lies. Everything
else in ``paiban.text`` asks by the class's one-letter ``key``, so that the classes of a paragraph are one string.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple


class CharClass(StrEnum):
    """A class of characters; its value is the letter that stands for it in ``Prepared.classes``."""

    HAN = "H"
    STOP = "S"
    PAUSE = "P"
    OPEN = "O"
    CLOSE = "C"
    MIDDLE = "M"
    CONNECT = "N"
    SOLIDUS = "/"
    DASH = "G"
    ELLIPSIS = "E"
    COMBO = "Q"
    LATIN = "L"
    LATIN_BREAK = "B"
    LATIN_HYPHEN = "Y"
    LATIN_OPEN = "o"
    LATIN_CLOSE = "c"
    DIGIT = "D"
    PREFIX = "$"
    POSTFIX = "%"
    BULLET = "*"
    CELL = "T"
    SPACE = "_"


MARKS = frozenset({CharClass.STOP, CharClass.PAUSE, CharClass.OPEN, CharClass.CLOSE})
"""Full-width marks with an adjustable blank."""

POINTS = frozenset({CharClass.STOP, CharClass.PAUSE})
"""点号: the marks that may hang at a line's end."""

ENDERS = POINTS | {CharClass.CLOSE}
"""Marks that cling to what they follow."""

WORD = frozenset({CharClass.LATIN, CharClass.DIGIT})
"""What a word or a number is made of."""

LETTERS = WORD | {CharClass.LATIN_BREAK, CharClass.LATIN_HYPHEN}
"""The same with the places where it may be parted."""

RUN = LETTERS | {CharClass.LATIN_OPEN, CharClass.LATIN_CLOSE}
"""What makes up a stretch of Western text."""

WESTERN = RUN | {CharClass.PREFIX, CharClass.POSTFIX, CharClass.CELL}
"""What stands on a Western side of a typed space."""

LEADERS = frozenset({CharClass.OPEN, CharClass.PREFIX, CharClass.BULLET, CharClass.LATIN_OPEN})
"""What clings to what follows."""

UNCOUNTED = RUN - LETTERS | MARKS | {
    CharClass.COMBO, CharClass.MIDDLE, CharClass.CONNECT, CharClass.SOLIDUS, CharClass.DASH, CharClass.ELLIPSIS,
}  # fmt: skip
"""Punctuation: no character of a line, it hangs on to one (孤字: clreq, orphans)."""


class ClassRow(NamedTuple):
    """One row of the table. ``width`` is in halves of an em, 0 for the face's own; ``blank`` is ``left``, ``right`` or
    ``both`` (up and down in vertical lines)."""

    key: CharClass
    zh: str
    characters: str
    width: int
    blank: str
    note: str


TABLE: tuple[ClassRow, ...] = (
    ClassRow(CharClass.STOP, "句末点号", "。．？！", 2, "right", "ends a sentence; keeps its em in 开明"),
    ClassRow(CharClass.PAUSE, "句内点号", "，、；：", 2, "right", "parts a sentence"),
    ClassRow(CharClass.OPEN, "前引号、前括号", "“‘「『（《〈【〖〔［｛〘〚｟〝﹁﹃", 2, "left",
             "belongs to what follows"),
    ClassRow(CharClass.CLOSE, "后引号、后括号", "”’」』）》〉】〗〕］｝〙〛｠〞〟﹂﹄", 2, "right",
             "belongs to what precedes"),
    ClassRow(CharClass.MIDDLE, "间隔号", "·‧・•", 1, "", "all drawn as one centred dot, the copy keeps its own"),
    ClassRow(CharClass.CONNECT, "短连接号", "–-‐", 1, "", "between Han; between Latin letters it belongs to the word"),
    ClassRow(CharClass.CONNECT, "连接号", "—～", 2, "", "a single one; never stretched, nor its two neighbours"),
    ClassRow(CharClass.SOLIDUS, "分隔号", "/／", 1, "", "between Han; between Latin letters it belongs to the word"),
    ClassRow(CharClass.DASH, "破折号", "⸺", 4, "", "also —— typed as two: one unit of two em"),
    ClassRow(CharClass.ELLIPSIS, "省略号", "…⋯", 2, "", "…… is one unit of two em"),
    ClassRow(CharClass.COMBO, "问叹号连用", "⁇‼⁈⁉", 2, "",
             "also typed ？！ ！！ ？？ (one em) and ？？？ ！！！ (two em)"),
    ClassRow(CharClass.PREFIX, "前置符号", "￥＄￡№", 2, "",
             "inseparable from the number after it"),
    ClassRow(CharClass.PREFIX, "前置符号", "$¥€£±", 0, "", "half-width: with a number after it part of that number"),
    ClassRow(CharClass.POSTFIX, "后置符号", "％‰℃℉°′″", 0, "", "inseparable from the number before it"),
    ClassRow(CharClass.POSTFIX, "后置符号", "%", 0, "", "half-width: with a number before it part of that number"),
    ClassRow(CharClass.BULLET, "项目符号", "◆●■▲★△○□※◇☆▼▽◎", 2, "", "as Han; never parted from what follows"),
    ClassRow(CharClass.LATIN_OPEN, "西文前括号", "([{", 0, "", "half-width marks, set as typed"),
    ClassRow(CharClass.LATIN_CLOSE, "西文点号", ",.;:?!)]}｡､｣", 0, "", "half-width marks, set as typed"),
    ClassRow(CharClass.SPACE, "空格", " \u00a0\u2002\u2003\u2009\u3000", 0, "",
             "becomes a gap; the full-width one is an em"),
)  # fmt: skip
"""The marks, one row a class. HAN is what no other row takes; LATIN and DIGIT are ranges below."""

LATIN_RANGES: tuple[tuple[int, int], ...] = (
    (0x21, 0x2F), (0x3A, 0x7E), (0xA1, 0x2FF), (0x370, 0x52F), (0x1E00, 0x1FFF), (0x2070, 0x209C), (0x20A0, 0x20BF),
    (0xFB00, 0xFB06), (0xFF61, 0xFF64),
)  # fmt: skip
"""Western letters and signs: Latin with its accents, Greek, Cyrillic, super- and subscripts, currency."""

DIGIT_RANGES: tuple[tuple[int, int], ...] = ((0x30, 0x39),)

IGNORED_RANGES: tuple[tuple[int, int], ...] = (
    (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB), (0xE0000, 0xE007F),
)  # fmt: skip
"""Characters that draw nothing: controls, directional marks, zero-width spaces, byte order marks."""

COMBINING_RANGES: tuple[tuple[int, int], ...] = (
    (0x300, 0x36F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20F0), (0x3099, 0x309A), (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
)  # fmt: skip
"""What never begins a cluster: accents, sound marks, variation selectors."""

COMBINING = "".join([f"{chr(first)}-{chr(last)}" for first, last in COMBINING_RANGES])
"""The same as a regular expression's set."""

DRAWN_AS: dict[str, str] = {"·": "・", "‧": "・", "•": "・", "／": "/", "⋯⋯": "……", "⋯": "…"}
"""Characters drawn with another's glyph (the copy keeps its own): Noto's · is Western and narrow (faces rule book)."""

_SINGLE: dict[str, ClassRow] = {character: row for row in TABLE for character in row.characters}


def row_of(character: str) -> ClassRow | None:
    """The table's row for a mark, or None for a letter, a digit or a Han character."""
    return _SINGLE.get(character)


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    index = bisect_right(ranges, (code, 0x110000)) - 1
    return index >= 0 and ranges[index][0] <= code <= ranges[index][1]


def class_of(character: str) -> CharClass:
    """The class of one character standing among Han; context is ``tokens.py``'s.

    >>> class_of("开").name, class_of("，").name, class_of("a").name, class_of("7").name
    ('HAN', 'PAUSE', 'LATIN', 'DIGIT')
    """
    row = _SINGLE.get(character)
    if row is not None:
        return row.key
    code = ord(character)
    if _within(code, DIGIT_RANGES):
        return CharClass.DIGIT
    return CharClass.LATIN if _within(code, LATIN_RANGES) else CharClass.HAN


def is_ignored(character: str) -> bool:
    """Whether a character draws nothing (controls, zero-width marks)."""
    return _within(ord(character), IGNORED_RANGES)


def is_combining(character: str) -> bool:
    """Whether a character belongs to the one before it (accents, sound marks, variation selectors)."""
    return _within(ord(character), COMBINING_RANGES)
