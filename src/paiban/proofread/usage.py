"""Marks and numerals against GB/T 15834 and GB/T 15835, characters typed twice, full stops under titles: by tables.

A row is there because it is hardly ever right to write so; what is a matter of taste, or of the sense, has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from paiban.diagnostic import Diagnostic, diagnose
from paiban.hygiene.table import HAN
from paiban.language import Words
from paiban.proofread.sheet import Piece, Sheet
from paiban.text.words import segment
from paiban.value import NamedTuple

Hint = Callable[[str], bool]
"""Whether a pattern may match in some copy at all: hardly any copy has what is looked for, and a pattern that is not
tried is not compiled either, which takes longer than trying it."""


def having(*words: str) -> Hint:
    """One of ``words`` stands in it."""
    return lambda copy: any(map(copy.__contains__, words))


def beginning(marks: str) -> Hint:
    """It begins with one of ``marks``."""
    return lambda copy: copy.startswith(tuple(marks))


def ending(marks: str) -> Hint:
    """It ends with one of ``marks``, be there a line end after it."""
    return lambda copy: copy.rstrip("\n").endswith(tuple(marks))


class Usage(NamedTuple):
    """What is found by ``pattern`` in copy that has one of ``signs`` in it, and in which it ``may`` stand; what is
    wrong with it, and the remedy."""

    signs: str
    may: Hint
    pattern: str
    fault: Words
    remedy: Words


_N = "一二三四五六七八九"
_NEIGHBOURS = [f"{one}、{other}" for one, other in pairwise(_N)]
_ARABIC_NEIGHBOURS = [f"{one}、{one + 1}" for one in range(1, 9)]
_COUNTED = "[个天次人名岁遍趟]"
_DIGITS = "0123456789"
_FIGURE = "[0-9]{1,4}(?:[.][0-9]+)?"


def _pairs(first: str, then: str) -> tuple[str, ...]:
    """Each of some signs with each of others after it."""
    return tuple([one + other for one in first for other in then])


PUNCTUATION: tuple[Usage, ...] = (
    Usage("，、；：。", having(*_pairs("，、；：。？！", "，、；：。")),
          "(?<!。)[，、；：。](?!。。)[，、；：。]|[？！][，、；：。]",
          Words("两个点号连用", "two points in a row"), Words("留一个", "keep one of them")),
    Usage("，。、；：？！", beginning("，。、；：？！"), "\\A[，。、；：？！]",
          Words("段首是点号", "a point that no paragraph begins with"),
          Words("多半是断错了段，接到上一段去", "join it to the paragraph before")),
    Usage("，、", ending("，、"), "[，、]$(?<=.{21})", Words("段末是逗号或者顿号", "a pause at a paragraph's end"),
          Words("多半是断错了段，或者该用句号", "join the next paragraph to it, or end it by a stop")),
    Usage("等", having("、等"), "、等(?=[。，；、）的])",
          Words("“等”前面不用顿号", "no pause before 等"), Words("删掉顿号", "leave it out")),
    Usage("等", having("……等", "等……"), "……等(?=[。，；]|$)|(?<!等)等……",
          Words("省略号和“等”只用一个（GB/T 15834 4.11）", "an ellipsis or 等, not both"), Words("留一个", "keep one")),
    Usage("、", having(*_NEIGHBOURS), f"(?<![第{_N}十百千、])(?:{'|'.join(_NEIGHBOURS)})(?={_COUNTED})",
          Words("相邻两个数表示概数，不用顿号（GB/T 15834 4.5）", "no pause between two numbers for about how many"),
          Words("删掉顿号：三四个", "leave it out: 三四个")),
    Usage("以", having("、以及"), "、以及",
          Words("“以及”前面不用顿号", "no pause before 以及"), Words("改成逗号，或者删掉", "a comma, or none")),
)  # fmt: skip
"""GB/T 15834."""

NUMERALS: tuple[Usage, ...] = (
    Usage("几", having("0几"), "(?<![0-9])[0-9]*0几(?=[十百千万亿个天次年岁人名元米里])",
          Words("“几”和阿拉伯数字不连用", "几 after Arabic figures"),
          Words("数也写成汉字：二十几", "write the number in Han: 二十几")),
    Usage("零", having(*_pairs("零", f"{_N}〇零年")), f"[一二](?=[{_N}〇零]{{0,2}}零)[{_N}〇零]{{3}}年",
          Words("年份里的“0”写“〇”", "the 0 of a year is 〇"),
          Words("“零”改成“〇”，或者用阿拉伯数字", "〇 in its place, or Arabic figures")),
    Usage("月", having(*_pairs("年月", f"{_N}十"), *_pairs(f"{_N}十〇", "月")),
          f"[0-9]{{4}}年[{_N}十]{{1,3}}月|[0-9]月[{_N}十]{{1,3}}日(?!游)|[{_N}十〇]月[0-9]{{1,2}}日",
          Words("一个日期里汉字和阿拉伯数字混用", "Han and Arabic figures in one date"),
          Words("统一用阿拉伯数字", "Arabic figures for all of it")),
    Usage("百", having("百分之"), "百分之[0-9.]+", Words("“百分之”后面用汉字", "Arabic figures after 百分之"),
          Words("改成 30% 或者百分之三十", "30%, or 百分之三十")),
    Usage("分", having(*_pairs("之", _DIGITS)), f"[{_N}十千万]分之[0-9]+",
          Words("一个分数里汉字和阿拉伯数字混用", "Han and Arabic figures in one fraction"),
          Words("统一写成 1/3 或者三分之一", "1/3, or 三分之一")),
    Usage("～~—–-", having(*_pairs("～~—–-", _DIGITS)),
          f"(?<![0-9.:：-])(?!0[～~—–-]){_FIGURE}[～~—–-]{_FIGURE}(?=[%％]|[万亿](?![0-9]))",
          Words("前一个数也要带单位，否则会读错", "the first number lacks what the second has"),
          Words("补上：15%～30%、13万元～17万元", "add it: 15%～30%, 13万元～17万元")),
    Usage("、", having(*_ARABIC_NEIGHBOURS), f"(?<=[近约隔])(?:{'|'.join(_ARABIC_NEIGHBOURS)})(?={_COUNTED})",
          Words("相邻两个数表示概数，用汉字", "Arabic figures that say about how many"),
          Words("改成三四个", "write 三四个")),
    Usage("十百千", having(*_pairs(_DIGITS, "十百千")),
          "(?<![0-9])(?:(?:[0-9]+千)?[0-9]+[十百](?=[0-9个人元]|[万亿](?![万亿]))|[0-9]+千(?=[0-9]百|万|亿|元|人|个))",
          Words("阿拉伯数字后面只带万、亿", "only 万 and 亿 follow Arabic figures"),
          Words("写成 3500 或者三千五百", "3500, or 三千五百")),
)  # fmt: skip
"""GB/T 15835."""

DOUBLED: dict[str, str] = {
    "的": "确士哥姐卢", "是": "非否", "在": "建职场线校册岗内外编读任逃野于", "和": "美气睦平谐", "与": "会",
    "也": "", "就": "业近地此任餐职寝", "都": "市", "被": "告褥", "把": "关手柄", "这": "", "那": "", "而": "",
    "但": "", "或": "", "及": "时其格至", "并": "购入轨列发", "我": "国", "他": "乡", "她": "", "们": "",
    "到": "访场位达底家处来期岗会店货", "了": "之解结却断事不愿然得", "为": "民数首期人主何", "其": "格他中余",
    "之": "", "由": "", "使": "用者",
}  # fmt: skip
"""Characters that hardly ever stand twice, each with what after them makes two words of them (的的士, 在在建工程)."""

BEFORE_DOUBLED = {
    "的": "打目", "都": "首成古京帝故建", "了": "不", "我": "自卿", "他": "其吉", "是": "求国", "在": "实存现内潜自",
    "和": "温总缓饱中", "为": "行无作沦成", "与": "参", "把": "一几火", "被": "棉", "使": "大天", "由": "理自缘",
    "其": "尤与极", "并": "合兼", "就": "成造",
}  # fmt: skip
"""What before them does so (打的的费用, 首都都市圈), or makes a phrase of it (达到目的的手段, 实实在在, 卿卿我我)."""

_TWICE = f"(?![一几数每半两])({HAN}{{3,8}})\\1"
"""What is counted out may well be said twice: 一个问题一个问题地."""

_MAYBE_TWICE = "(\\w{3,8})\\1"
"""Where that is not, the other is not either; it is compiled in a hundredth of the time."""

_ROUND = 4
"""Characters round a phrase that stands twice by which its words are told."""


def punctuation(sheet: Sheet) -> Iterator[Diagnostic]:
    """Marks used as GB/T 15834 does not have it."""
    yield from found_in(sheet, PUNCTUATION, "P445")


def numerals(sheet: Sheet) -> Iterator[Diagnostic]:
    """Numerals written as GB/T 15835 does not have it."""
    yield from found_in(sheet, NUMERALS, "P446")


def found_in(sheet: Sheet, table: Sequence[Usage], code: str) -> Iterator[Diagnostic]:
    """What the rows of a table find."""
    for piece in sheet.pieces:
        there = set(piece.text)
        for usage in table:
            if there.isdisjoint(usage.signs) or not usage.may(piece.text):
                continue
            for found in re.finditer(usage.pattern, piece.text):
                yield diagnose(
                    code, piece.at(*found.span()), text=found.group(), fault=usage.fault, remedy=usage.remedy
                )


def doubled(sheet: Sheet) -> Iterator[Diagnostic]:
    """A character that hardly ever stands twice, and three characters and more that do."""
    for piece in sheet.pieces:
        for character, after in DOUBLED.items():
            if 2 * character in piece.text:
                yield from of_character(piece, character, after)
        for found in re.finditer(_TWICE, piece.text) if re.search(_MAYBE_TWICE, piece.text) else ():
            start = found.start() + len(found.group(1))
            if not is_phrase(piece.text, found.start(), start, found.end()):
                continue
            yield diagnose("P447", piece.at(start, found.end()), text=found.group(1))


def is_phrase(text: str, start: int, middle: int, end: int) -> bool:
    """Whether what stands twice is a phrase of its own: not the end of a word, nor its own second time the beginning of
    one (行政区行政区域图), nor two sides of a conjunction (西藏和西藏和平解放)."""
    first = max(0, start - _ROUND)
    words = [word.text for word in segment(text[first : end + _ROUND])]
    begins = [*accumulate(map(len, words), initial=first)]
    longer = middle in begins[:-1] and len(words[begins.index(middle)]) > end - middle
    return text[end - 1] not in "和与及或同跟" and start in begins and not longer


def of_character(piece: Piece, character: str, after: str) -> Iterator[Diagnostic]:
    """One character typed twice."""
    index = piece.text.find(2 * character)
    while index >= 0:
        word = piece.text[index + 2 : index + 3] in after and len(piece.text) > index + 2
        word |= bool(index) and piece.text[index - 1] in BEFORE_DOUBLED.get(character, "")
        if not word:
            yield diagnose("P447", piece.at(index, index + 2), text=character)
        index = piece.text.find(2 * character, index + 2)


def title_stops(sheet: Sheet) -> Iterator[Diagnostic]:
    """Titles and cross-heads that end with a full stop, or with a pause (GB/T 15834 4.1)."""
    for piece in sheet.pieces:
        text = piece.text.rstrip()
        if piece.is_title and text[-1:] and text[-1] in "。，、；．" and not text.endswith("。。。"):
            yield diagnose("P448", piece.at(len(text) - 1, len(text)), text=text[-1], title=text)
