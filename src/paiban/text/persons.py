"""The names of those whose work copy is (记者某某 通讯员某某, 某某 摄), for a sheet that sets them in a style.

Names are looked for in credits alone: what stands between brackets, or ends a paragraph, and holds titles (记者), what
was done (摄) and names. In running copy no rule can tell where a name ends; there ``[…]{人名}`` says it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from paiban.value import NamedTuple

POSTS = (
    "记者", "通讯员", "实习生", "撰稿人", "评论员", "作者", "编辑", "责编", "美编", "编译", "記者", "通訊員",
    "實習生", "編輯",
)  # fmt: skip
"""Titles that persons alone have; others may stand before them (本报见习记者)."""

DEEDS = frozenset({
    "文", "图", "圖", "摄", "攝", "绘", "繪", "文图", "图文", "摄影", "攝影", "报道", "報道", "摄影报道",
    "攝影報道", "撰文", "供图", "供圖", "供稿", "绘图", "制图", "漫画", "整理", "版式", "校对", "统筹", "策划",
    "剪辑",
})  # fmt: skip
"""What was done, as a word of its own."""

DONE = ("摄", "攝", "绘", "供图", "供圖")
"""What was done, right behind a name."""

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻潘葛范彭鲁韦马方任袁柳史唐费岑薛雷贺倪汤殷罗毕郝安常于傅"
    "齐康余顾孟黄穆萧尹姚邵汪毛臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵贾江童颜郭梅盛林刁钟徐邱骆高夏蔡田胡凌霍万柯管卢莫房丁邓洪"
    "包左石崔吉龚程邢裴陆荣翁段侯秋仲宁甘厉武刘景龙叶黎白蒲卓池乔谭申欧聂曾关温曲易廖耿满文涂苏端"
)
"""Common surnames."""

DOUBLE = frozenset({
    "欧阳", "司马", "上官", "诸葛", "司徒", "皇甫", "尉迟", "令狐", "慕容", "夏侯", "东方", "端木", "公孙",
    "南宫",
})  # fmt: skip
"""Surnames of two characters."""

PARTICLES = frozenset("了着过的地得在和与及等为是从到对将把被向于将由以也都就又并而但或")
"""Characters that hardly any name has."""

BODIES = frozenset("社报刊网台局厅部委办处科所院校馆站司行队团会组室店区县市省乡镇村")
"""What offices and places end with."""

MOST = 60
"""No credit is longer, in characters."""

_PIECE = re.compile("[^（）()。！？!?；;…“”]+")
_WORD = re.compile("[^ \u3000\u00a0\t、，,:：/／|丨│□■◆◇●○▲△▼▽★☆]+")
_POST = re.compile(f"^.{{0,8}}?(?:{'|'.join(POSTS)})")
_LATIN = re.compile("[A-Za-z.'’-]+")


class _Word(NamedTuple):
    """A word of a credit: whether it holds a name, how far inside its two ends that stands, and whether it says that
    this is a credit."""

    named: bool = False
    first: int = 0
    last: int = 0
    says: bool = False


def names_in(text: str, known: Collection[str], *, credit: bool = False) -> Iterator[tuple[int, int]]:
    """Where the names of credits stand in ``text``, copy without its marks.

    ``known`` are names that are known as such; ``credit`` says that all of the copy is a credit (a byline).
    """
    for piece in _PIECE.finditer(text):
        ends = credit or piece.end() == len(text) or text[piece.end()] in "）)"
        if ends and len(piece.group()) <= MOST:
            yield from _names_of(text, *piece.span(), known, credit)


def _words(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The words of a piece; two single characters with a space between are one (甲　乙)."""
    found = [word.span() for word in _WORD.finditer(text, first, last)]
    while found:
        begin, end = found.pop(0)
        if end - begin == 1 and found[:1] == [(begin + 2, begin + 3)] and DEEDS.isdisjoint(text[begin : begin + 3]):
            end = found.pop(0)[1]
        yield begin, end


def _names_of(text: str, first: int, last: int, known: Collection[str], credit: bool) -> Iterator[tuple[int, int]]:
    """The names of a piece: those of its last words that a credit may have, if these say that they are one."""
    names: list[tuple[int, int]] = []
    says = after_post = False
    for begin, end in _words(text, first, last):
        word = text[begin:end]
        read = _read("".join(word.split()), known, after_post)
        after_post = word.endswith(POSTS) or (after_post and read is not None)
        if read is None:
            names, says = [], False
            continue
        says = says or read.says
        names += [(begin + read.first, end - read.last)] if read.named else []
    if credit or says:
        yield from names


def _read(word: str, known: Collection[str], after_post: bool) -> _Word | None:
    """What a word is in a credit, from its own start; None for what no credit holds."""
    length = len(word)
    post = _POST.match(word)
    if word in known:
        return _Word(True)
    if word in DEEDS or (post and post.end() == length):
        return _Word(says=True)
    start = post.end() if post else 0
    behind = next((len(done) for done in DONE if word.endswith(done)), 0)
    if _is_name(word[start : length - behind], known, after_post and not start):
        return _Word(True, start, behind, says=start + behind > 0)
    return _Word() if word[-1] in BODIES or _LATIN.fullmatch(word) else None


def _is_name(word: str, known: Collection[str], after_post: bool) -> bool:
    """Whether a word is the name of a person: it is known, or looks like one, for which less is asked after a title."""
    if word in known:
        return True
    if "·" in word:
        return len(word) <= 15 and word.replace("·", "").isalpha() and not word[0].isascii()
    if not (2 <= len(word) <= 4 and word.isalpha() and not word.isascii() and PARTICLES.isdisjoint(word)):
        return False
    if word[:2] in DOUBLE:
        return len(word) > 2
    return len(word) < 4 and not (len(word) == 3 and word[-1] in BODIES) and (after_post or word[0] in SURNAMES)
