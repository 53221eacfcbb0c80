"""The grammar of numbers: what belongs together in a line, and where a reader would cut it (rule book, section 3).

A table of constructions, the first that matches at a place being taken. What one of them covers is never parted but
at its cuts, has no gap inside and is never opened; spaces typed in it (GB/T 15835: 70 512) stand on a quarter of an em.

Patterns are read over a paragraph in which every character that matters has a stand-in below U+0100: an expression of
such characters alone is compiled in a millisecond, one of Han takes a hundred, and every run would wait for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from paiban.value import NamedTuple


class Cut(NamedTuple):
    """A place where a line may end if need be: its price, and how loose, in em a place, a line may stand instead."""

    price: float
    loosest: float


SOFT = Cut(250.0, 1 / 8)
"""Less than a loose line: after the sign of a range, between a number and its unit."""

HYPHEN = Cut(450.0, 1 / 6)
"""A little more: inside an English word."""

ADDRESS = Cut(1_220.0, 1 / 4)
"""A line that is reported as loose costs as much: inside an address or a formula, after one of its marks or signs."""

DEEP = Cut(7_260.0, 1 / 2)
"""A line ½ em open at every place costs as much: inside a telephone number or an identity number, and after × where
four characters and more stand on either side (a formula is cut after its sign, GB 3102.11)."""


class Construction(NamedTuple):
    """A row of the grammar. ``cuts`` are patterns that end where a line may be cut, each with how dear that is.

    What is not ``tight`` is only kept together; its places open and have their gaps as elsewhere.
    """

    zh: str
    examples: str
    pattern: str
    cuts: tuple[tuple[str, Cut], ...] = ()
    tight: bool = True


class Kept(NamedTuple):
    """Characters ``first`` … ``last`` (exclusive) that belong together; ``cuts`` are where they may be cut."""

    first: int
    last: int
    tight: bool
    cuts: tuple[tuple[int, Cut], ...]


_WIDE, _HYPHEN, _RANGE, _JOINT, _AFTER, _MAGNITUDE, _HUNDREDS = map(chr, range(0x80, 0x87))
_NUMERAL, _PROVINCE, _CURRENCY, _RELATION, _LIST, _STOP, _SERIAL, _PLATE = map(chr, range(0x87, 0x8F))

MONEY = "$¥€£¢฿₩₹₽₫₱₺₴₦₪₡₮₭₲₸₿"
"""The half-width signs of money: part of the number that they stand before or after."""

_STAND_INS: dict[str, str] = {
    _WIDE: "".join([chr(code) for first, count in ((0xFF10, 10), (0xFF21, 26), (0xFF41, 26))
                    for code in range(first, first + count)]),
    _RANGE: "–—～~",
    _HYPHEN: "－",
    _JOINT: "∶：•‧・",
    _AFTER: "％‰‱℃℉′″⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉↑↓" + "".join(map(chr, range(0x3371, 0x33E0))),
    _MAGNITUDE: "万亿",
    _HUNDREDS: "百千",
    _NUMERAL: "一二三四五六七八九十",
    _PROVINCE: "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼",
    _CURRENCY: "＄￥￡" + MONEY,
    _RELATION: "<>=≤≥≈≠∼＜＞＝",
    _LIST: "、．",
    _STOP: "。；;",
    _SERIAL: "号",
    _PLATE: "警学挂港澳领",
    "+": "＋−±",
    " ": "\u2009\u202f\u00a0",
    "(": "（",
    ")": "）",
    "[": "〔［",
    "]": "〕］",
    "*": "＊×",
    "u": "μµ",
    "F": "Ω" + "".join([chr(code) for code in range(0x3B1, 0x3CA) if chr(code) != "μ"]),
}  # fmt: skip


class _Itself(dict[int, str]):
    """A table for ``str.translate`` that learns which characters stay: an unknown one costs ten times as much."""

    def __missing__(self, code: int) -> str:
        self[code] = character = chr(code)
        return character


_TRANSLATION = _Itself({ord(own): stand_in for stand_in, characters in _STAND_INS.items() for own in characters})

DATES = frozenset("年月日时点分")
"""Units of a date and a time of day, which follow each other."""

HAN_UNITS = frozenset("年月日时分秒人名个元万亿千百十米吨亩里岁次项条件家户张座台辆位批套平公所处棵株斤届级度倍")
"""What a figure before it counts, a Han character each: in copy that keeps them together, and in headlines."""

_HAN = f"[^\0-{_AFTER}{_CURRENCY}-{_STOP}，：“”‘’？！《》]"
"""A character of a word: no sign, letter or figure, no mark of Chinese."""

_DIGITS = (
    "(?:[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)(?![0-9])|[0-9]+)"
    "(?:[.][0-9]{3}(?: [0-9]{3})+(?: [0-9]{1,2})?(?![0-9])|(?:[.][0-9]+)*)"
)
_CODE = "(?:CNY|RMB|USD|EUR|HKD|JPY|GBP|KRW|THB)"
_AMOUNT = f"[-+{_HYPHEN}]?(?:(?:[A-Z]{{1,2}})?{_CURRENCY}|{_CODE} ?)?[-+]?{_DIGITS}"
_LATIN_UNIT = (
    "(?:[kKMGTdcmnuhp]?(?:m|g|L|l|t|s|Wh?p?|V|VA|Ah?|Hz|Pa|J|N|B|bit|bps|eV|mol|F|Bq|Sv|Gy|K)"
    f"|k?cal|kgf|mmHg|cmH[2{_AFTER}]O|min|h|ha|hp|r(?=/)|rpm|bpm|fps|dB[Am]?|px|pp[mb]|dpi|ppi|I?U|l[mx]|cd)[²³]?"
    "(?:[/·][(]?(?:[kmu]?g|[cdkm]?m|[dmu]?[Ll]|h|s|min|d|k?mol|kWh|K|N|IU|cal)[²³]?[)]?)*(?![A-Za-z])"
)
"""The units of physics, medicine, trade and computing that papers print, with their prefixes and what they are per."""

_UNIT = (
    f"(?:[%²³¹{_AFTER}]|°[CF]?|[{_HUNDREDS}{_NUMERAL}]?{_MAGNITUDE}+| ?{_LATIN_UNIT}"
    f"| ?(?:{_CURRENCY}(?![-+]?[0-9])|{_CODE}(?![A-Za-z])))"
)
_QUANTITY = f"{_AMOUNT}{_UNIT}*"
_BETWEEN = f"(?:[:xX*÷·/{_JOINT}]| [+{_RELATION}] |[+{_RELATION}]|[-{_HYPHEN}]|{_RANGE}{{1,2}})"
"""What joins two quantities; before the first it is a relation or nothing."""

_TERM = f"[0-9A-Za-z.²³¹{_AFTER}]"
"""What a formula is made of between its signs."""

_FACTOR = f"[0-9A-Za-z.²³¹√^(){_AFTER}]"
"""The same of an equation, which has powers, roots and brackets too."""

_TELEPHONE = (
    "(?:(?:[+]?86[- ]?)?1[3-9][0-9](?:[0-9*]{4}[0-9]{4}|[- ][0-9]{4}[- ][0-9]{4})(?![0-9])"
    "|(?:[(]0[0-9]{2,3}[)][- ]?|0[0-9]{2,3}[- ])(?:[0-9]{7,8}|[0-9]{3,4}[- ][0-9]{4})(?![0-9])(?:-[0-9]{1,5})?"
    "|[48]00[- ]?[0-9]{3}[- ]?[0-9]{4}(?![0-9]))"
)

GRAMMAR: tuple[Construction, ...] = (
    Construction("证件号", "110101199001011234 · 3201022000××00××",
                 "[0-9]{6}[0-9*]{11}[0-9Xx*](?![0-9A-Za-z*])", (("^.{6}|(?<=^.{6}).{8}", DEEP),)),
    Construction("卡号", "6222020000000000 · 6222××××××××0000",
                 "[0-9]{4}[0-9*]{9,}(?![0-9*])|(?!1[3-9][0-9][*]{4}[0-9]{4}(?![0-9*]))[0-9]+[*]{2,}[0-9*]*",
                 (("[0-9*]{4}", DEEP),)),
    Construction("电话", "13800000000 · 138****0000 · 138 0000 0000 · 0514-80000000 · (0514)8000 0000 · 400-000-0000",
                 f"{_TELEPHONE}(?:/(?:{_TELEPHONE}|[0-9]{{7,8}}))*",
                 (("/", SOFT), ("[- )]|(?<=^[0-9]{3})(?=[0-9*]{8}$)|(?<=^[0-9]{3}[0-9*]{4})(?=[0-9]{4}$)", DEEP))),
    Construction("年月日", "2026-03-17 · 2026.3.17 · 2026/3/17",
                 "[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])[0-9]{1,2}(?![0-9])", (("[-./]", DEEP),)),
    Construction("几段的号码", "978-7-100-00001-2 · 86-514-88881234 · 3-2-501",
                 "[0-9]{1,6}(?:-[0-9]{1,8}){2,}(?![0-9])", (("-", DEEP),)),
    Construction("文号", "〔2024〕5号 · 〔2024〕第5号 · （2024）浙01民初123号",
                 f"[\\[(][0-9]{{4}}[\\])](?:第?[0-9]+|{_HAN}{{1,6}}[0-9]{{0,4}}{_HAN}{{1,8}}[0-9]+){_SERIAL}(?:之{_NUMERAL})?",
                 ((f"^.{{6}}(?!第?[0-9])|(?<=.{{7}})[^0-9](?=[0-9]+{_SERIAL})", ADDRESS),)),
    Construction("条目", "(1) · （二） · 1. · A. · 三、",
                 f"(?:(?<=[:{_JOINT}{_STOP} ])|^)(?:[(](?:[0-9]{{1,2}}|{_NUMERAL}{{1,3}}|[A-Za-z])[)]"
                 f"|(?:[0-9]{{1,2}}|{_NUMERAL}{{1,3}}|[A-Za-z])(?:[.](?![0-9])|[{_LIST})])) ?[^ ]", tight=False),
    Construction("车号", "苏K·12345 · 苏K1234学",
                 f"{_PROVINCE}[A-Z][·{_JOINT} ]?(?=[A-Z]{{0,5}}[0-9])[0-9A-Z]{{4,6}}(?![0-9A-Za-z])"
                 f"(?:(?<=[A-Z·{_JOINT} ][0-9A-Z]{{4}}){_PLATE})?"),
    Construction("方程", "y=2x+1 · x=(-b±√(b²-4ac))/2a",
                 f"(?<![0-9A-Za-z.²³¹√^(){_AFTER}+*/·-])(?=[0-9.√()-]*[A-Za-z])"
                 f"(?:[-+*/·]?{_FACTOR})+[{_RELATION}→⇌](?:[-+*/·{_RELATION}→⇌]*{_FACTOR})+",
                 ((f"(?<=..)[{_RELATION}→⇌](?=..)", ADDRESS),)),
    Construction("算式", "2H₂+O₂→2H₂O · R≤10⁻⁶", f"(?<![0-9A-Za-z])[0-9.]*[A-Z]{_TERM}*(?:[+{_RELATION}→⇌]{_TERM}+)+",
                 ((f"(?<=..)[+{_RELATION}→⇌](?=..)", ADDRESS),)),
    Construction("比分", "25-18 · 3—1",
                 f"(?<![0-9.:])[0-9]{{1,3}}(?:[-{_HYPHEN}]|{_RANGE})[0-9]{{1,3}}(?![0-9.:a-zA-Z%°{_AFTER}{_MAGNITUDE}-])"),
    Construction("数量", "-1.23% · 70 512 · 25∶21 · 9·18 · 1:50 · 112.5 m² · ￥3.5亿 · 3～10℃ · ±2.65",
                 f"(?!{_RANGE})(?>{_BETWEEN}?{_QUANTITY})+",
                 ((f"(?<=.)(?:[-{_HYPHEN}]|{_RANGE}{{1,2}}|(?<=[0-9]{{5}})/)(?=[-+{_CURRENCY}]?[0-9])", SOFT),
                  (f"(?<=..)[{_RELATION}] ?(?=..)", ADDRESS), ("(?<=.{4})[*](?=.{4})", DEEP))),
    Construction("版本", "iOS 17.2",
                 "(?<![A-Za-z-])(?=[a-z-]*[A-Z])[A-Za-z][A-Za-z-]* [0-9]+(?:[.][0-9]+)*(?:(?:-[0-9]+){2,})?"
                 f"(?:{_RANGE}[0-9]{{4}})?(?![0-9A-Za-z])",
                 ((f" |{_RANGE}", SOFT), ("-", DEEP)), tight=False),
    Construction("编号", "No. 1 · Vol. 3", "(?:No|Nos|no|Vol|vol|Fig|pp?)[.] ?[0-9]+"),
    Construction("全角数字和字母", "２０２６ · ０１０－１２３４ · Ｗｉ－Ｆｉ · １２．５％",
                 f"{_WIDE}+(?:[／，+{_HYPHEN}{_RANGE}{_JOINT}{_LIST}]{_WIDE}+)*{_AFTER}?",
                 ((f"[／{_HYPHEN}{_RANGE}]", SOFT),)),
    Construction("型号", "-10 · －１０", f"[-{_HYPHEN}](?:[0-9]+|{_WIDE}+)"),
)  # fmt: skip
"""Which construction goes before which: a telephone number is no range, a date no difference."""

_STARTS = f"0-9A-Za-z+(-{_WIDE}{_HYPHEN}{_RANGE}{_NUMERAL}{_PROVINCE}{_CURRENCY}{_RELATION}"
"""What a construction begins with: elsewhere none is tried."""

_INSIDE_A_WORD = "[a-moq-uwyz](?<=[A-Za-z].)"
"""Where none begins either: at a small letter after a letter, but for the few that one may begin with anywhere."""

_PLAIN = f"{_PROVINCE}[^A-Z]|{_NUMERAL}[^{_NUMERAL}{_LIST}).]|(?<![A-Za-z])[A-Za-z]++(?: [^-+0-9]|[^\0-\xff→⇌√]|$)"
"""Nor at what may begin one and does not: a word of Han, an English one with another after it. Copy is full of them,
and no row need be tried there. A word is looked through once, from its first letter."""

_FIGURE = re.compile("[0-9\uff10-\uff5a]|^[(]?[A-Za-z][.)]")
_LISTED = ("=", "→", *[numeral + mark for numeral in _STAND_INS[_NUMERAL] for mark in "、）)"])
"""What there must be in a paragraph for anything of the table to match: half of them have none of it."""

CALLED = ("电话", "手机", "座机", "热线", "传真", "咨询", "微信", "邮编")
"""What a telephone number is introduced by: a line rather stands open than ends after it, or inside it."""

CALL_SIGNS = ("☎", "☏")
"""Signs that do the same: no line ends after one, since to take it along costs an em at most."""

_PAIRED = '#[^#\\s]{1,20}#|"[^"\\n]{1,60}"'
"""A topic and straight quotes: the first sign opens and is not parted from what follows."""


_UNCUT = 2
"""Characters of which no construction is cut."""


@lru_cache(maxsize=1)
def _grammar() -> re.Pattern[str]:
    """The whole table as one expression; group 3 says that the third row matched: it stands after it and is empty, so
    that a row which does not begin as the copy goes on costs nothing."""
    rows = "|".join([f"(?:{row.pattern})()" for row in GRAMMAR])
    return re.compile(f"(?=[{_STARTS}])(?!{_INSIDE_A_WORD}|{_PLAIN})(?:{rows})", re.DOTALL)


@lru_cache(maxsize=512)
def _cuts(row: int, belongs: str) -> tuple[tuple[int, Cut], ...]:
    """Where what a row of the grammar has matched may be cut, from its own start; copy repeats its figures."""
    found = [(end.end(), cut) for ends, cut in GRAMMAR[row].cuts for end in re.finditer(ends, belongs)]
    return tuple([(end, cut) for end, cut in found if end < len(belongs)])


def kept(text: str) -> Iterator[Kept]:
    """What belongs together in ``text``, copy without its markup.

    >>> [(text[k.first : k.last], [cut for cut, _ in k.cuts]) for text in ["气温3～10℃，"] for k in kept(text)]
    [('3～10℃', [4])]
    """
    if _FIGURE.search(text) or any(marker in text for marker in _LISTED):
        for found in _grammar().finditer(text.translate(_TRANSLATION)):
            row = (found.lastindex or 0) - 1
            first, last = found.span()
            cuts = _cuts(row, found.group()) if last - first > _UNCUT else ()
            yield Kept(first, last, GRAMMAR[row].tight, tuple([(first + end, cut) for end, cut in cuts]))
        yield from _called(text)
    if "#" in text or '"' in text:
        for found in re.finditer(_PAIRED, text):
            yield Kept(found.start(), found.start() + 2, False, ())


def _called(text: str) -> Iterator[Kept]:
    """The words that introduce a number, with its first figure.

    >>> [(text[k.first : k.last], [cut for cut, _ in k.cuts]) for text in ["电话：0000104"] for k in _called(text)]
    [('电话：0', [3])]
    """
    for word in (*CALLED, *CALL_SIGNS):
        at = text.find(word)
        while at >= 0:
            after = at + len(word)
            after += text[after : after + 1] in ("：", ":", "∶")
            if text[after : after + 1].isdecimal():
                yield Kept(at, after + 1, False, () if word in CALL_SIGNS else ((after, ADDRESS),))
            at = text.find(word, after)
