"""What holds the words of a headline together: the price of parting each from the next (rule book, section 11).

Words, names and numbers with their units are never parted, a pause always may end a line: that is law and stands here.
What lies between is told by figures (``cohesion``).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, pairwise

from paiban.text.cohesion import costs
from paiban.text.grouping import SPANS, grouped
from paiban.text.numbers import HAN_UNITS
from paiban.text.words import Word, segment

FORBIDDEN = 1_000
"""Inside a word, a name, a number with its unit: only where nothing else fits and three lines are allowed."""

SET_PHRASE = 700
"""Between the two words of a set phrase of four characters: 全民|健身."""

DEAREST = 600
"""Between two words that no reader parts: a verb and what finishes it."""

BAD_START = 300
"""A line that begins with a particle or with what tells where its noun is (里, 上)."""

BAD_END = 400
"""A line that ends with a word that waits for what follows: a preposition, a conjunction, 新, 每."""

INSIDE_QUOTES = 500
"""What parting a short stretch in quotes or brackets costs besides: only where nothing else fits."""

AGAINST = 200
"""From this price on a break is against the sense."""

EVEN_CHANCE = 140
"""Where a reader is as likely to part two words as not."""

ELSE = 60
"""Beside a name of the issue's own: no more than this."""

AFTER_QUOTE = 110
"""After a quote or a title that no noun follows: no more than this."""

LEAST = 20
"""Where two statements meet."""

AFTER_MARK = 8
"""After a mark that pauses."""

HALVES = 0
"""At a full-width space, which parts a headline's halves."""

BODIES = frozenset({
    *"省市县区镇乡村局厅部委办处科室院所校厂站署团社坪庄庙桥路河湖山江湾岭岛港",
    "集团", "公司", "制药", "乳业", "纺织", "电缆", "街道", "社区", "机场", "水库", "大桥", "公园", "小学", "中学",
    "大学", "医院", "景区", "新区", "新城", "小镇",
})  # fmt: skip
"""What ends the name of a place, an office or a firm: 扬州|市, 科技|局, 华丰|集团 are one word to a reader."""

REPORTED = frozenset({
    "督查", "调研", "视察", "检查", "考察", "走访", "推进", "推动", "部署", "指导", "慰问", "参观", "出席",
    "服务", "支持", "建设", "打造", "创建",
})  # fmt: skip
"""What papers report of people: after these 区 or 市 begins the object (督查|区水利) and does not end a name."""

NUMERALS = frozenset("0123456789一二三四五六七八九十两百千")
"""What a number begins with."""

ROUNDS = frozenset("百千万亿")
"""What a number may go on after."""

FINISHING = frozenset({
    *"出成完掉起住好入至得着了遍", "起来", "下来", "下去", "上来", "上去", "出来", "出去", "进来", "进去", "回来",
    "回去", "过来", "过去", "开来",
})  # fmt: skip
"""What finishes a verb: 研制|出, 守护|住, 留|下来."""

PARTICLES = frozenset("的了之等着们性化者地得吗吧呢")
"""They end what stands before them, and begin no line."""

WAITING = frozenset(
    "和与及暨或并跟同在对向连为把被将从到以由让使于据因比按给替各每全第本该这那再最更已均仅约近超副总不未也还又就都仍须可能要会谁"
)
"""Single characters that wait for what follows: they end no line."""

PAUSES, CLOSING = frozenset("，、；：！？—…"), frozenset("”’》）」』")


def _counts_anew(before: Word, after: Word) -> bool:
    """Two numbers, the first of them with its unit: 三百六十亿元|四十二个."""
    numbers = before.kind == after.kind == "m"
    return numbers and after.text[0] in NUMERALS and before.text[-1] not in NUMERALS | ROUNDS


def _is_unit(before: Word, after: Word) -> bool:
    """A number and what counts with it, or the single character that it counts: 七|县, 一座|城."""
    counts = before.text[-1].isdigit() or before.text in ("第", "首", "几") or before.kind in "mk"
    unit = after.kind in "mqk" or after.text in SPANS or (len(after.text) == 1 and after.text in HAN_UNITS)
    return (counts and unit) or (before.kind in "mq" and after.kind in "nx" and len(after.text) == 1)


def _is_name(before: Word, after: Word) -> bool:
    """A name and what ends it."""
    han = "\u3400" <= before.text[0] <= "\u9fff"
    return after.text in BODIES and han and before.text not in REPORTED and before.kind in "nsxafbz"


@lru_cache(maxsize=512)
def bonds(text: str) -> tuple[int, ...]:
    """The price of a break before each character of ``text``, its words alone considered."""
    found = [FORBIDDEN] * (len(text) + 1)
    found[0] = HALVES
    words = segment(text)
    priced = dict(zip(accumulate(len(word.text) for word in words), costs(words), strict=False))
    start = 0
    for before, after in pairwise((*grouped(words), Word("", ""))):
        if len(before.text) == LONG and before.kind != "i":
            found[start + 2] = SET_PHRASE
        start += len(before.text)
        if after.text:
            found[start] = _by_law(before, after, priced[start])
    return tuple(found)


LONG = 4
"""Of how many characters a set phrase is."""


def _by_law(before: Word, after: Word, cost: int) -> int:
    """The price of a break between two words, by what is law, else by what it costs a reader."""
    if "\u3000" in (before.text[-1], after.text[0]):
        return HALVES
    if before.text in PAUSES:
        return AFTER_MARK
    if not _counts_anew(before, after) and (_is_unit(before, after) or _is_name(before, after)):
        return FORBIDDEN
    if before.kind in "vg" and after.text in FINISHING:
        return DEAREST
    least = LEAST
    if after.text in PARTICLES or (len(after.text) == 1 and after.kind in "uf"):
        least = BAD_START
    elif before.text in WAITING or before.kind in "pc":
        least = BAD_END
    most = AFTER_QUOTE if before.text in CLOSING and after.kind not in "ngs" else DEAREST
    return max(least, min(EVEN_CHANCE + cost, most))
