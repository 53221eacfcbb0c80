"""Character classes of Chinese composition, as data (composition rule book, section 1).

Each row names a class, its code points, how wide it is set by nature and where its adjustable blank lies. Everything
else in ``paiban.text`` asks by the class's one-letter ``key``, so that the classes of a paragraph are one string.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import Any

from paiban.value import NamedTuple


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
    SIGN = "="
    WIDE = "W"
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

WESTERN = RUN | {CharClass.PREFIX, CharClass.POSTFIX, CharClass.SIGN, CharClass.CELL}
"""What stands on a Western side of a typed space."""

LEADERS = frozenset({CharClass.OPEN, CharClass.PREFIX, CharClass.BULLET, CharClass.LATIN_OPEN})
"""What clings to what follows."""

NUMBERED = LETTERS | {CharClass.PREFIX, CharClass.SIGN, CharClass.LATIN_OPEN, CharClass.CELL, CharClass.WIDE}
"""What a sign before it is never parted from."""

UNCOUNTED = RUN - LETTERS | MARKS | {
    CharClass.COMBO, CharClass.MIDDLE, CharClass.CONNECT, CharClass.SOLIDUS, CharClass.DASH, CharClass.ELLIPSIS,
}  # fmt: skip
"""Punctuation: no character of a line, it hangs on to one (孤字: clreq, orphans)."""


class ClassRow(NamedTuple):
    """One row of the table. ``width`` is in halves of an em, 0 for the face's own; ``blank`` is ``left`` or ``right``
    (up and down in vertical lines). ``runs`` are what several characters typed in a row make: one mark of the width."""

    key: CharClass
    zh: str
    characters: str
    width: int
    blank: str
    note: str
    runs: tuple[str, ...] = ()


FIXED_SPACES: dict[str, Fraction] = {
    "\u2000": Fraction(1, 2), "\u2001": Fraction(1), "\u2002": Fraction(1, 2), "\u2003": Fraction(1),
    "\u2004": Fraction(1, 3), "\u2005": Fraction(1, 4), "\u2006": Fraction(1, 6), "\u2009": Fraction(1, 5),
    "\u200a": Fraction(1, 10), "\u202f": Fraction(1, 5), "\u205f": Fraction(4, 18), "\u3000": Fraction(1),
}  # fmt: skip
"""Spaces of a fixed width, in em (Unicode, chapter 6.2; a thin space a fifth, a hair space half of that)."""

AS_WIDE_AS: dict[str, str] = {"\u2007": "0", "\u2008": "."}
"""Spaces that are as wide as a sign of their face: a figure, a point."""

KEEPS_WIDTH = frozenset([*FIXED_SPACES, *AS_WIDE_AS])
"""Spaces that are set wherever they were typed, as wide as they are."""

KEYS = tuple([f"{digit}\u20e3" for digit in "0123456789"])
"""Figures in the frame of a key, which items are numbered by on telephones."""

TABLE: tuple[ClassRow, ...] = (
    ClassRow(CharClass.STOP, "句末点号", "。．？！", 2, "right", "ends a sentence; keeps its em in 开明"),
    ClassRow(CharClass.PAUSE, "句内点号", "，、；：", 2, "right", "parts a sentence"),
    ClassRow(CharClass.OPEN, "前引号、前括号", "“‘「『（《〈【〖〔［｛〘〚｟〝﹁﹃", 2, "left",
             "belongs to what follows"),
    ClassRow(CharClass.CLOSE, "后引号、后括号", "”’」』）》〉】〗〕］｝〙〛｠〞〟﹂﹄", 2, "right",
             "belongs to what precedes"),
    ClassRow(CharClass.MIDDLE, "间隔号", "·‧・•", 1, "", "all drawn as one centred dot, the copy keeps its own"),
    ClassRow(CharClass.CONNECT, "短连接号", "–-‐", 1, "", "between Han; between Latin letters it belongs to the word"),
    ClassRow(CharClass.CONNECT, "连接号", "—～―─－", 2, "", "a single one; never stretched, nor its two neighbours"),
    ClassRow(CharClass.SOLIDUS, "分隔号", "/／", 1, "", "between Han; between Latin letters it belongs to the word"),
    ClassRow(CharClass.DASH, "破折号", "⸺", 4, "", "one unit of two em, however typed", ("——", "──", "――", "--")),
    ClassRow(CharClass.ELLIPSIS, "省略号", "…⋯", 2, "", "half of one"),
    ClassRow(CharClass.ELLIPSIS, "省略号", "", 4, "", "one unit of two em", ("……", "⋯⋯")),
    ClassRow(CharClass.COMBO, "问叹号连用", "⁇‼⁈⁉", 2, "",
             "also typed ？！ ！！ ？？ (one em) and ？？？ ！！！ (two em)"),
    ClassRow(CharClass.PREFIX, "前置符号", "￥＄￡", 2, "",
             "inseparable from the number after it"),
    ClassRow(CharClass.PREFIX, "前置符号", "№$¥€£¢฿₩₹₽₫₱₺₴₦₪₡₮₭₲₸₿±∠∵∴", 0, "",
             "half-width: with a number beside it part of that number"),
    ClassRow(CharClass.LATIN, "根号", "√∛∜", 0, "", "as a letter; ends where its stroke does"),
    ClassRow(CharClass.POSTFIX, "后置符号", "％‰‱℃℉°′″", 0, "",
             "inseparable from the number before it; so are ㎡ ㎏ and their like"),
    ClassRow(CharClass.POSTFIX, "后置符号", "%", 0, "", "half-width: with a number before it part of that number"),
    ClassRow(CharClass.SIGN, "比号", "∶", 1, "", "tight on both sides"),
    ClassRow(CharClass.SIGN, "数学和其他符号", "+#&=<>~@*|\\^_\"'×÷−", 0, "",
             "tight on both sides, no gap; so are → ≤ ≈ and their like"),
    ClassRow(CharClass.SIGN, "数学和其他符号", "＋＝＜＞＃＆＊＠｜＼＿＾", 2, "", "the same, full-width"),
    ClassRow(CharClass.BULLET, "项目符号", "◆●■▲★△○□※◇☆▼▽◎", 2, "",
             "as Han; never parted from what follows, nor are ① ㈠; the keys of telephones are drawn as ①", KEYS),
    ClassRow(CharClass.LATIN_OPEN, "西文前括号", "([{", 0, "", "half-width marks, set as typed"),
    ClassRow(CharClass.LATIN_CLOSE, "西文点号", ",.;:?!)]}｡､｣", 0, "", "half-width marks, set as typed"),
    ClassRow(CharClass.SPACE, "空格", " \u00a0" + "".join([*FIXED_SPACES, *AS_WIDE_AS]), 0, "",
             "becomes a gap; one of a fixed width keeps it"),
)  # fmt: skip
"""The marks, row by row. HAN is what neither a row nor one of the ranges below takes."""

_Ranges = tuple[tuple[int, int], ...]

LATIN_RANGES: _Ranges = (
    (0x21, 0x2F), (0x3A, 0x7E), (0xA1, 0x2FF), (0x370, 0x52F), (0x1D00, 0x1DBF), (0x1E00, 0x1FFF), (0x2070, 0x209C),
    (0x20A0, 0x20BF), (0x2100, 0x215F), (0xFB00, 0xFB06), (0xFF61, 0xFF64),
)  # fmt: skip
"""Western letters and signs: Latin with its accents, Greek, Cyrillic, super- and subscripts, currency, fractions."""

RANGES: tuple[tuple[CharClass, _Ranges], ...] = (
    (CharClass.DIGIT, ((0x30, 0x39),)),
    (CharClass.LATIN, LATIN_RANGES),
    (CharClass.SIGN, ((0x2190, 0x22FF), (0x27F0, 0x27FF), (0x2900, 0x297F), (0x2A00, 0x2AFF))),
    (CharClass.WIDE, ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))),
    (CharClass.POSTFIX, ((0x3371, 0x33DF),)),
    (CharClass.BULLET, ((0x2460, 0x24FF), (0x2776, 0x2793), (0x3220, 0x3247), (0x3280, 0x32B0))),
)
"""What the table does not list one by one: letters, arrows and operators, full-width letters, squared units, ① ㈠."""

IGNORED_RANGES: _Ranges = (
    (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB), (0xE0000, 0xE007F),
)  # fmt: skip
"""Characters that draw nothing: controls, directional marks, zero-width spaces, byte order marks."""

COMBINING_RANGES: _Ranges = (
    (0x300, 0x36F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20F0), (0x3099, 0x309A), (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
)  # fmt: skip
"""What never begins a cluster: accents, sound marks, variation selectors."""

COMBINING = "".join([f"{chr(first)}-{chr(last)}" for first, last in COMBINING_RANGES])
"""The same as a regular expression's set."""

DRAWN_AS: dict[str, str] = {
    "·": "・", "‧": "・", "•": "・", "／": "/", "⋯⋯": "……", "⋯": "…", "──": "——", "――": "——", "--": "——", "─": "—",
    "―": "—", **dict(zip(KEYS, "⓪①②③④⑤⑥⑦⑧⑨", strict=True)),
}  # fmt: skip
"""Characters drawn with another's glyph (the copy keeps its own): Noto's · is Western and narrow (faces rule book)."""

DRAWN_SMALLER = {"●": 700}
"""Signs before items that faces draw as large as an em, blacker than any character beside them: how large they stand in
horizontal lines, in ‰, about their own middle."""

_MARKS_TYPED: dict[str, ClassRow] = {typed: row for row in TABLE for typed in (*row.characters, *row.runs)}


SHAPED: tuple[tuple[str, str, _Ranges], ...] = (
    ("希伯来文", "Hebrew", ((0x590, 0x5FF), (0xFB1D, 0xFB4F))),
    ("阿拉伯文字", "Arabic script",
     ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))),
    ("叙利亚文、塔纳文", "Syriac or Thaana", ((0x700, 0x74F), (0x780, 0x7BF))),
    ("天城文等印度文字", "Devanagari or another script of India", ((0x900, 0xDFF),)),
    ("泰文、老挝文", "Thai or Lao", ((0xE00, 0xE3E), (0xE40, 0xEFF))),  # ฿ is a sign of money
    ("藏文", "Tibetan", ((0xF00, 0xFFF),)),
    ("缅甸文", "Myanmar", ((0x1000, 0x109F),)),
    ("高棉文", "Khmer", ((0x1780, 0x17FF),)),
    ("蒙古文", "Mongolian", ((0x1800, 0x18AF), (0x11660, 0x1167F))),
    ("八思巴文", "Phags-pa", ((0xA840, 0xA87F),)),
    ("要整段排的一种文字", "a script that is set by the run",
     ((0x7C0, 0x89F), (0x1700, 0x177F), (0x1900, 0x194F), (0x1A00, 0x1AAF), (0x1B00, 0x1C4F), (0x1CD0, 0x1CFF),
      (0xA800, 0xA82F), (0xA880, 0xA8FF), (0xA930, 0xA95F), (0xA980, 0xAAFF), (0xABC0, 0xABFF), (0x10800, 0x10FFF),
      (0x11000, 0x1165F), (0x11680, 0x11FFF), (0x1E800, 0x1E95F), (0x1EC70, 0x1EEFF))),
)  # fmt: skip
"""Scripts whose letters join, stack or run from right to left: set one by one they would be wrong."""

_SMALL_DIGITS = "0123456789+−=()"

ROOTS: dict[str, str] = {"√": "", "∛": "³", "∜": "⁴"}
"""Signs of roots, whose stroke runs over what follows, and the figure that is set before √ where a face lacks them."""

RAISED: dict[str, str] = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", _SMALL_DIGITS + "ni", strict=True))
LOWERED: dict[str, str] = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", _SMALL_DIGITS + "aeoxhklmnpst", strict=True))
"""Super- and subscripts, and what each is a small form of: so it is made where a face lacks it."""


def row_of(cluster: str) -> ClassRow | None:
    """The table's row for a cluster that is one mark, what modifies it aside; None for anything else.

    >>> row_of("——").zh, row_of("-").zh, row_of("-1.23%"), row_of("开")
    ('破折号', '短连接号', None, None)
    """
    row = _MARKS_TYPED.get(cluster)
    if row is None and len(cluster) > 1 and all(map(is_combining, cluster[1:])):
        row = _MARKS_TYPED.get(cluster[0])
    return row


class _Lookup(NamedTuple):
    """Disjoint ranges in order, each with what stands for it: one search finds the range of a code point."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    values: tuple[Any, ...]

    def find(self, code: int) -> Any:
        """What stands for the range that has ``code``, None where none has."""
        index = bisect_right(self.firsts, code) - 1
        return self.values[index] if index >= 0 and code <= self.lasts[index] else None


def _lookup(rows: Iterable[tuple[Any, _Ranges]]) -> _Lookup:
    return _Lookup(*zip(*sorted((first, last, value) for value, ranges in rows for first, last in ranges), strict=True))


_CLASSES = _lookup(RANGES)
_SCRIPTS = _lookup(((zh, en), ranges) for zh, en, ranges in SHAPED)
_IGNORED = _lookup([(True, IGNORED_RANGES)])
_COMBINING = _lookup([(True, COMBINING_RANGES)])


def class_of(character: str) -> CharClass:
    """The class of one character standing among Han; context is ``tokens.py``'s.

    >>> class_of("开").name, class_of("，").name, class_of("a").name, class_of("7").name
    ('HAN', 'PAUSE', 'LATIN', 'DIGIT')
    """
    row = _MARKS_TYPED.get(character)
    if row is not None:
        return row.key
    return _CLASSES.find(ord(character)) or CharClass.HAN


FIRST_HAN, PAST_HAN = "\u4e00", "\ua000"
"""The block of ideographs that nearly all copy is of (Unicode: CJK Unified Ideographs), and what follows it."""


def is_ideograph(character: str) -> bool:
    """Whether a character is one of the ideographs that nearly all copy is of.

    They are Han, no mark of the table, in no script that is shaped, and draw something.
    """
    return FIRST_HAN <= character < PAST_HAN


def script_of(character: str) -> tuple[str, str] | None:
    """The name, in Chinese and English, of a script that is set by the run and never letter by letter; else None."""
    found: tuple[str, str] | None = _SCRIPTS.find(ord(character))
    return found


def is_ignored(character: str) -> bool:
    """Whether a character draws nothing (controls, zero-width marks)."""
    return _IGNORED.find(ord(character)) is not None


def is_combining(character: str) -> bool:
    """Whether a character belongs to the one before it (accents, sound marks, variation selectors)."""
    return _COMBINING.find(ord(character)) is not None
