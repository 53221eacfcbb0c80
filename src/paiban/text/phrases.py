"""What holds the words of a headline together: the price of parting each from the next (rule book, section 11).

A reader parts a headline where its phrases meet: subject from predicate before verb from object, that before a word
from what it describes. The table of bonds says so by the classes of the two words; what no class can say stands in the
sets of words below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from paiban.text.clauses import parts
from paiban.text.grouping import AWAY, FINISHING, HEADS, SPANS, SUFFIXES, grouped
from paiban.text.numbers import HAN_UNITS
from paiban.text.words import Word
from paiban.value import NamedTuple

FORBIDDEN = 1_000
"""Inside a word, a name, a number with its unit: only where nothing else fits and three lines are allowed."""

TIGHT = 600
"""A verb from the complement that finishes it (卖|到, 走|出), a single character from the word that it belongs to."""

BAD_START = 300
"""A line that begins with a particle or a conjunction."""

BAD_END = 400
"""A line that ends with a word that waits for what follows: a preposition, an adverb, 新, 每."""

AGAINST = 200
"""From this price on a break is against the sense."""

COMPOUND = 220
"""A noun from the noun that it describes."""

DESCRIBED = 260
"""What only describes from what it describes."""

INSIDE_QUOTES = 500
"""What parting a short stretch in quotes or brackets costs besides: only where nothing else fits."""

CLAUSE_WORDS = 6
"""How many words, 的 among them, tell at the most of something counted."""

LOOSE = 20
"""Where subject and predicate, or two statements, meet."""

AFTER_MARK = 8
"""After a mark that pauses."""

HALVES = 0
"""At a full-width space, which parts a headline's halves."""

OF_PLACE = 110
"""A noun from the place or the office that it is told of: 开发区|疫情防控工作."""

TITLED = 120
"""A title from what it is the title of: 话剧|《雷雨》."""

CLAUSE = 70
"""Between what one verb takes and who does what comes next."""

CLAUSE_END = 30
"""After a verb that takes nothing: 开张|老人."""

WITHIN = 160
"""Inside a subject or an object, where a verb only describes: 实景|演出."""

ENDS = frozenset({"ssp", "ssq", "oop", "ooq", "ss", "oo"})
"""Parts where the second word is the last of a subject or an object."""

STATEMENTS = {"qs": CLAUSE_END, "qx": CLAUSE_END, "os": CLAUSE, "ox": CLAUSE, "ps": CLAUSE}
"""What parting two statements costs, by the parts of the last word of one and of the first of the other."""

COUNTED = 100
"""A number from a name that is as long as a line: 五个|国家级湿地公园."""

MUCH = 6
"""From how many characters on a name is so long."""

SET_PHRASE = 700
"""Between the two words of a set phrase of four characters: 全民|健身."""

OBJECT = 90
"""A verb from its object."""

BONDS: dict[str, dict[str, int]] = {
    "n": {"n": COMPOUND, "g": 150, "v": LOOSE, "a": 120, "d": LOOSE, "p": 15, "m": 75, "t": 25, "r": 60, "f": TIGHT,
          "s": COMPOUND, "b": 60, "i": 30, "l": 30, "k": 60},
    "g": {"n": COMPOUND, "g": 150, "v": 40, "a": 120, "d": 30, "p": LOOSE, "m": 70, "t": 30, "r": 60, "f": TIGHT,
          "s": COMPOUND, "b": 170, "i": 40, "l": 40, "k": 70},
    "v": {"n": OBJECT, "g": 110, "v": 60, "a": 120, "d": 60, "p": 70, "m": 80, "t": 70, "r": 100, "f": TIGHT, "s": 90,
          "b": OBJECT, "i": 90, "l": 90, "k": 80},
    "a": {"n": BAD_END, "g": BAD_END, "v": 150, "a": 200, "d": 40, "p": 40, "m": 60, "t": 40, "r": 60, "f": TIGHT,
          "s": 60, "b": 100, "i": 60, "l": 60, "k": 60},
    "d": {"n": 120, "g": BAD_END, "v": BAD_END, "a": BAD_END, "d": BAD_END, "p": BAD_END, "m": BAD_END, "t": 120,
          "r": 120, "f": TIGHT, "s": 120, "b": 120, "i": BAD_END, "l": BAD_END, "k": BAD_END},
    "m": {"n": 280, "g": 280, "v": 60, "a": 200, "d": 60, "p": 40, "m": FORBIDDEN, "t": 60, "r": 60, "f": TIGHT,
          "s": 60, "b": 200, "i": 80, "l": 80, "q": FORBIDDEN, "k": 120},
    "t": {"n": 50, "g": 170, "v": 90, "a": 80, "d": 60, "p": 40, "m": 120, "t": 200, "r": 40, "f": TIGHT, "s": 40,
          "b": 50, "i": 60, "l": 60, "k": 120},
    "f": {"n": 40, "g": 80, "v": LOOSE, "a": 60, "d": 30, "p": 30, "m": 60, "t": 40, "r": 40, "f": TIGHT, "s": 60,
          "b": 60, "i": 40, "l": 40, "k": 60},
    "s": {"n": COMPOUND, "g": 120, "v": LOOSE, "a": 60, "d": 30, "p": 30, "m": WITHIN, "t": 40, "r": 40, "f": TIGHT,
          "s": 60, "b": 100, "i": 40, "l": 40, "k": 60},
    "r": {"n": 150, "g": 120, "v": 50, "a": 80, "d": 50, "p": LOOSE, "m": 80, "t": 60, "r": 60, "f": TIGHT, "s": 60,
          "b": 120, "i": 60, "l": 60, "k": 80},
    "y": {"v": 40, "d": LOOSE, "f": TIGHT, "g": 60},
    "i": {"n": 60, "v": LOOSE, "d": LOOSE, "p": LOOSE},
    "k": {"n": 150, "g": 150, "v": 40, "a": 80, "q": FORBIDDEN, "m": FORBIDDEN, "t": 60, "f": TIGHT, "k": FORBIDDEN},
}  # fmt: skip
"""The price of a break between two words by their classes: what stands before it, then what begins the line."""

SAME_AS = {"l": "i", "b": "a", "j": "n", "z": "a", "x": "n", "o": "d", "y": "v", "e": "d", "h": "b", "q": "m"}
"""Classes that hold on to what follows as another one does."""

ELSE = 60
"""Between two words of which no class says anything."""

PARTICLES = frozenset("的了之等着过们性化者地得吗吧呢时中上下里内外起边旁而")
"""They end what stands before them, and begin no line."""

JOINERS = frozenset("和与及或并跟同")
"""They open what follows: they end no line, and begin one unwillingly."""

WAITING = frozenset(
    "在对向为把被将从到以由让使于据因比按跟同给替新老大小各每全第本该这那再最更已正均仅约近超副总不未也还又就都仍须可能要会谁"
)
"""Single characters that wait for what follows: they end no line."""

COMPLEMENTS = frozenset("出到成进上起下回过开来去好亮密牢实遍住完满赢在向给得了着掉走入至为见足活")
"""What finishes a verb of one character: it stays with it."""

STANDING = frozenset({
    "稳定", "保持", "控制", "锁定", "停留", "集中", "坐落", "落户", "扎根", "定格", "解决", "种植", "建设", "书写",
})  # fmt: skip
"""What a place or a measure is told of with 在: 稳定|在."""

AREAS = frozenset({
    "世界", "全球", "国际", "亚洲", "欧洲", "非洲", "我国", "中国", "国内", "全国", "全省", "全市", "全县", "全区",
    "省内", "市内", "县内", "我省", "我市", "我县", "我区", "本省", "本市", "行业", "业内", "同类",
})  # fmt: skip
"""Where something is the first or the most: 全国|首个 are one to a reader, whatever they tell of."""

MOST = ("首", "第一", "唯一", "最")
"""How what is the first or the most begins."""

BODIES = frozenset({
    *"省市县区镇乡村局厅部委办处科室院所校厂站署团社坪庄庙桥路河湖山江湾岭岛港",
    "集团", "公司", "制药", "乳业", "纺织", "电缆", "街道", "社区", "机场", "水库", "大桥", "公园", "小学", "中学",
    "大学", "医院", "景区", "新区", "新城", "小镇",
})  # fmt: skip
"""What ends the name of a place, an office or a firm: 扬州|市, 科技|局, 华丰|集团 are one word to a reader."""

PLACES = (
    *"省市县区镇乡村局厅委院校",
    "街道", "社区", "集团", "公司", "流域", "水库", "大桥", "古镇", "小镇", "新区", "新城", "机场", "大学", "中学",
    "小学", "医院", "景区", "公园", "银行", "码头", "车站", "东站", "西站", "南站", "北站", "一中", "二中", "三中",
    "四中",
)  # fmt: skip
"""How a place or an office ends."""

KINDS = ("区", "镇", "乡", "村", "校")
"""What ends also words of two characters that name no place: 乡村, 山区, 学校."""

SHORES = ("港", "湖", "河", "江", "岛", "山")
"""How the name of a place ends that is longer than its kind: 宁波港, against 临港."""

NUMERALS = frozenset("0123456789一二三四五六七八九十两百千")
"""What a number begins with."""

PERSONS = frozenset("名位")
"""Measures of persons: what stands between them and a noun describes it (三百名|返乡大学生)."""

LASTING = frozenset({"连续", "历时", "累计", "长达", "仅用", "时隔", "提前", "相当", "大约", "平均"})
"""What waits for the number that it tells of."""

ROUNDS = frozenset("百千万亿")
"""What a number may go on after."""

DESCRIBING = ("级", "性", "型", "式", "化")
"""How a word ends that only describes: 国家级, 保护性, 一体化."""

ATTRIBUTES = frozenset({
    "国际", "国家", "智能", "智慧", "电子", "生态", "综合", "重点", "专项", "公共", "特色", "优质", "高端", "大型",
    "老旧", "新型", "现代", "传统", "平价", "废旧", "废弃", "闲置", "数字", "集中", "临时", "民间", "民营", "基层",
    "区域", "社会", "基础", "地下", "地方", "海洋", "绿色", "红色", "冰雪", "职业", "家庭", "流动", "移动", "自助",
    "公益", "爱心", "青年", "少儿", "高效", "先进", "优秀", "主题", "安全",
})  # fmt: skip
"""Words that describe what follows them wherever something does: 国际|茶文化节, 综合|交通枢纽."""

PAUSES, QUOTES = frozenset("，、；：！？—…"), frozenset("“‘《（「『”’》）」』")

BESIDE = frozenset({"周边", "周围", "附近", "沿线", "两岸", "一带", "门口", "门前", "身边", "上空"})
"""Places that end a phrase of their own: 校园周边|食品摊点, against 沿街|商户."""

REPORTED = frozenset({
    "督查", "调研", "视察", "检查", "考察", "走访", "推进", "推动", "部署", "指导", "慰问", "参观", "出席",
    "服务", "支持", "建设", "打造", "创建",
})  # fmt: skip
"""What papers report of people: after these 区 or 市 begins the object (督查|区水利) and does not end a name."""

OPENERS = frozenset("让把被将向为从在使助令优促惠")
"""They open a phrase of their own: a reader parts before them."""


class Seam(NamedTuple):
    """The place between two words. ``held``: the word before belongs to the one before it already.

    ``opened``: one of the three words before opens a phrase of its own. ``parts``: the parts that the two words
    play, and the one after them. ``clause``: the place is inside of what is told of something counted.
    ``ahead``: how many characters follow that play the same part.
    """

    before: Word
    after: Word
    held: bool
    opened: bool
    parts: str
    clause: bool
    ahead: int


def _is_unit(seam: Seam) -> bool:
    """A number and what counts with it."""
    before, after = seam.before, seam.after
    counts = before.text[-1].isdigit() or before.text in ("第", "首", "几") or before.kind == "m"
    return counts and (after.kind in "mqk" or after.text in SPANS or (len(after.text) == 1 and after.text in HAN_UNITS))


def _is_name(seam: Seam) -> bool:
    """A name and what ends it."""
    before, after = seam.before, seam.after
    han = "\u3400" <= before.text[0] <= "\u9fff"
    return after.text in BODIES and han and before.text not in REPORTED and before.kind in "nsxafbz"


def _is_twin(seam: Seam) -> bool:
    """Two verbs of one beginning: 收听|收看."""
    before, after = seam.before, seam.after
    return len(before.text) == len(after.text) == 2 and before.text[0] == after.text[0] and before.kind in "vg"


def _is_single(seam: Seam) -> bool:
    """A single character and the word that it belongs to; one that is held has its own already."""
    before, after = seam.before, seam.after
    first, second = len(before.text) == 1, len(after.text) == 1
    return (
        (before.text == "一" and after.kind in "vpd")
        or (first and before.kind in "vagzn" and after.text in COMPLEMENTS)
        or (before.kind in "vg" and (after.text in FINISHING or after.text in AWAY))
        or (before.text in STANDING and after.text == "在")
        or (second and after.text in SUFFIXES and before.kind in "ngvxab")
        or (first and before.kind in "nagbdxz" and not seam.held and seam.parts[:2] not in ("sp", "sq"))
        or (second and len(before.text) > 1 and before.kind in "nx" and after.kind in "nx" and seam.parts in ENDS)
        or (
            first
            and second
            and not (seam.held and after.kind == "m")
            and (before.kind in "vg" or "x" in (before.kind, after.kind))
        )
    )


def _is_new_time(seam: Seam) -> bool:
    """A time that does not go on with the one before it: 二十年|昔日, not 三月|十七日."""
    return seam.before.kind == seam.after.kind == "t" and seam.after.text[0] not in NUMERALS


def _is_most_of(seam: Seam) -> bool:
    """An area and what is the first or the most in it."""
    return seam.before.text in AREAS and seam.after.text.startswith(MOST)


def _of_place(seam: Seam) -> bool:
    """A place or an office and what is told of it."""
    before, after = seam.before, seam.after
    named = len(before.text) > 2 or before.text in AREAS
    place = before.text.endswith(PLACES) and (named or not before.text.endswith(KINDS))
    place = place or (named and before.text.endswith(SHORES))
    return place and before.kind == "n" and after.kind in "ng" and len(after.text) > 1


def _is_subject(seam: Seam) -> bool:
    """A noun and a verb that is subject with it, since the next word tells what of both: 秋粮|收购 before 开秤."""
    before, after = seam.before, seam.after
    return seam.parts == "spq" and before.kind in "ng" and after.kind == "v" and len(after.text) == 2


def _counts_much(seam: Seam) -> bool:
    """What counts, and a name that is long: 五个|国家级湿地公园, against 三座|水库."""
    return seam.before.kind in "mq" and seam.after.kind in "nb" and seam.ahead >= MUCH


def _lasts(seam: Seam) -> bool:
    """A verb and how long it lasts: 通车|七年."""
    return seam.before.kind in "vy" and seam.after.kind == "t" and seam.after.text[0] in NUMERALS


def _counts_one(seam: Seam) -> bool:
    """A number and a single character that it counts: 七|县, 一座|城."""
    return seam.before.kind in "mq" and seam.after.kind in "nx" and len(seam.after.text) == 1


def _counts_anew(seam: Seam) -> bool:
    """Two numbers, the first of them with its unit: 三百六十亿元|四十二个."""
    before, after = seam.before.text, seam.after.text
    return seam.before.kind == seam.after.kind == "m" and after[0] in NUMERALS and before[-1] not in NUMERALS | ROUNDS


def _of_head(seam: Seam) -> bool:
    """What describes a noun that ends a compound: 修缮|工程."""
    before, after = seam.before, seam.after
    return after.text in HEADS and before.kind in "ngbalsy" and len(before.text) > 1


def _describes(seam: Seam) -> bool:
    """What only describes, by how it ends, and what it describes: 保护性|修缮, 国家级|湿地公园."""
    before, after = seam.before, seam.after
    describes = before.text in ATTRIBUTES or (len(before.text) > 2 and before.text.endswith(DESCRIBING))
    return describes and after.kind in "nbgal" and len(after.text) > 1


def _describes_much(seam: Seam) -> bool:
    """A rank, and a name that is as long as a line: 国家级|绿色工厂名单, 华东最大|冷链物流中心."""
    before = seam.before.text
    rank = (before.endswith("级") and len(before) > 1) or before.startswith(MOST)
    return rank and seam.ahead >= MUCH


def _of_years(seam: Seam) -> bool:
    """What lasts for years, and how many: 长江|十年禁渔."""
    before, after = seam.before, seam.after
    return before.kind in "ng" and after.kind == "t" and after.text[0] in NUMERALS and seam.parts[1:] == "xs"


def _is_done(seam: Seam) -> bool:
    """Two verbs that tell of one end: 建成|通车."""
    before, after = seam.before, seam.after
    return before.kind == "v" and len(before.text) == 2 and before.text[1] in FINISHING and after.kind == "y"


def _of_somebody(seam: Seam) -> bool:
    """A noun and the set phrase that is told of it: 商户|疫情防控, against 沿街|商户."""
    before, after = seam.before, seam.after
    return before.kind == after.kind == "n" and len(before.text) > 1 and len(after.text) == 4


SEAMS: tuple[tuple[Callable[[Seam], bool], int], ...] = (
    (lambda seam: "\u3000" in (seam.before.text[-1], seam.after.text[0]), HALVES),
    (lambda seam: seam.before.text in PAUSES, AFTER_MARK),
    (_counts_anew, ELSE),
    (_is_unit, FORBIDDEN),
    (_counts_one, FORBIDDEN),
    (_is_name, FORBIDDEN),
    (_is_twin, TIGHT),
    (_is_single, TIGHT),
    (_is_done, TIGHT),
    (_is_most_of, COMPOUND),
    (lambda seam: seam.after.text in PARTICLES or seam.after.kind == "u", BAD_START),
    (lambda seam: seam.before.text in JOINERS | WAITING or seam.before.kind in "pc", BAD_END),
    (lambda seam: seam.before.text == "的" and seam.ahead >= MUCH, ELSE),
    (lambda seam: seam.after.text in JOINERS or seam.before.kind == "u", OBJECT),
    (lambda seam: seam.after.text in OPENERS or seam.before.text == "起", LOOSE),
    (lambda seam: len(seam.before.text) == 1 and seam.before.kind in "vt" and not seam.held, BAD_START),
    (lambda seam: seam.after.kind == "v" and seam.opened, OBJECT),
    (lambda seam: seam.after.text == "“" and seam.before.kind == "n", ELSE),
    (lambda seam: seam.after.text == "《" and seam.before.kind == "n", TITLED),
    (_describes_much, OF_PLACE),
    (_describes, DESCRIBED),
    (_of_head, COMPOUND),
    (lambda seam: seam.clause, BAD_START),
    (lambda seam: seam.before.kind == "m" and seam.before.text[-1] in PERSONS and seam.after.kind in "vyga", COMPOUND),
    (lambda seam: seam.before.text in LASTING and seam.after.kind in "mkt", BAD_END),
    (lambda seam: seam.parts[:2] == "sx" and seam.after.kind == "s", CLAUSE_END),
    (lambda seam: seam.before.text in QUOTES and seam.after.text in FINISHING, BAD_START),
    (_of_years, OF_PLACE),
    (lambda seam: seam.before.kind == "t" and seam.before.text[0] in NUMERALS and seam.after.kind == "g", COMPOUND),
    (_of_place, OF_PLACE),
    (_lasts, WITHIN),
    (_is_subject, WITHIN),
    (_counts_much, COUNTED),
    (lambda seam: seam.before.text in BESIDE and seam.after.kind == "n", WITHIN),
    (_of_somebody, WITHIN),
    (_is_new_time, ELSE),
    (lambda seam: seam.parts[:2] in ("ss", "oo") and seam.before.kind in "ng" and seam.after.kind in "vg", WITHIN),
)
"""What no class can say, the first that holds; else the table of bonds speaks."""


@lru_cache(maxsize=512)
def bonds(text: str) -> tuple[int, ...]:
    """The price of a break before each character of ``text``, its words alone considered."""
    found = [FORBIDDEN] * (len(text) + 1)
    found[0] = HALVES
    words = grouped(text)
    roles = parts(words)
    clauses, ahead = {*_clauses(words)}, _ahead(words, roles)
    start = 0
    held = False
    for index, (before, after) in enumerate(pairwise(words), 1):
        if len(before.text) == 4 and before.kind != "i":
            found[start + 2] = SET_PHRASE
        start += len(before.text)
        opened = any(word.text in OPENERS for word in words[max(0, index - 3) : index])
        found[start] = bond(
            Seam(before, after, held, opened, roles[index - 1 : index + 2], index in clauses, ahead[index])
        )
        held = found[start] >= TIGHT
    if words and len(words[-1].text) == 4 and words[-1].kind != "i":
        found[start + 2] = SET_PHRASE
    return tuple(found)


def _ahead(words: Sequence[Word], roles: str) -> list[int]:
    """How many characters stand from each word on that play the same part."""
    found = [len(word.text) for word in words]
    for index in range(len(words) - 2, -1, -1):
        found[index] += found[index + 1] if roles[index] == roles[index + 1] else 0
    return found


def _clauses(words: Sequence[Word]) -> Iterator[int]:
    """Words that stand between a number and the 的 of what is told of the thing it counts: 一封|迟到八十年的|家书."""
    for index, word in enumerate(words[:-2]):
        if word.kind == "m" and words[index + 1].kind in "vadp":
            texts = [word.text for word in words[index + 1 : index + 1 + CLAUSE_WORDS]]
            if "的" in texts and PAUSES.isdisjoint(texts):
                yield from range(index + 1, index + 1 + texts.index("的"))


def bond(seam: Seam) -> int:
    """The price of a break between two words."""
    told = (price for holds, price in SEAMS if holds(seam))
    return next(told, STATEMENTS.get(seam.parts[:2], _by_class(*map(_class_of, seam[:2], seam.parts))))


def _class_of(word: Word, part: str) -> str:
    """A word's class; quotes and brackets hold on to their neighbours as nouns do."""
    return "n" if word.text in QUOTES else "v" if word.text in REPORTED and part in "pq" else word.kind


def _by_class(before: str, after: str) -> int:
    row = BONDS.get(before) or BONDS.get(SAME_AS.get(before, ""), {})
    return row.get(after, row.get(SAME_AS.get(after, after), LOOSE if before == "y" else ELSE))
