"""The words of a headline as a reader takes them: what the list has in pieces put together, classes by context.

A list of words has 护|林|员 and 转诊|率, 一|巷|一|策 and 十|小时: there are few ways in which such pieces make a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from paiban.text.words import Word, segment

SUFFIXES = frozenset(
    "员户圈站厂园机品者家馆房会群点段处线网码法率量值额费权力度型类式版界业城味牌节展赛夜季券卡证场链班课"
)
"""A single character that ends a noun of its own."""

SPANS = ("天", "年", "周", "月", "日", "小时", "分钟", "季度", "夜", "晚")
"""What ends a stretch of time."""

ROUND = frozenset("百千万")
"""百年, 千年 describe what follows; they tell no time."""

FIRSTS = frozenset("个批次条家座台架艘辆列枚颗只部本集期届例单份笔场位名对所间栋户店款项种站档趟班轮季日月年套支亩株")
"""Measures that 首 stands before as a numeral does: 首单, 首例."""

REACHING = frozenset("过超破达近逾")
"""Verbs of one character that a number follows."""

BLOOMS = frozenset("开谢落红香")
"""What flowers do: 油菜花开 is one statement."""

SIDES = frozenset({"之后", "之前", "以来", "以后", "以前", "期间", "背后", "时节", "之际"})
"""Locatives of two characters: they end what stands before them."""


AWAY = frozenset({
    "起来", "下来", "下去", "上来", "上去", "出来", "出去", "进来", "进去", "回来", "回去", "过来", "过去", "开来",
})  # fmt: skip
"""Where a verb leads: 留|下来."""

FINISHING = frozenset("出到成完掉起住好入进回给向至为得着了遍")
"""What finishes a verb of any length: 研制|出, 守护|住, 延长|至."""

LEADS = frozenset({
    "开展", "推进", "推动", "加强", "加快", "进行", "启动", "完成", "强化", "深化", "组织", "举行", "举办", "召开",
    "参加", "参与", "实施", "实行", "促进", "支持", "保障", "落实", "部署", "调研", "督查", "督导", "检查", "指导",
    "通过", "接受", "提供", "获得", "争取", "迎来", "实现", "引进", "建设", "建成", "打造", "创建", "构建", "开启",
    "开通", "开放", "推出", "公布", "发布", "出台", "印发", "调整", "优化", "完善", "健全", "规范", "统筹", "谋划",
    "聚焦", "探索", "创新", "破解", "提升", "提高", "扩大", "带动", "入选", "获评", "荣获", "申报", "承办", "主办",
    "投资", "签订", "签署", "制定", "修订", "审议", "讨论", "研究", "学习", "宣传",
})  # fmt: skip
"""Verbs that take a matter, a meeting or another verb as their object: 启动|项目, 开展|检查."""

HEADS = frozenset({
    "工程", "项目", "系统", "中心", "行动", "计划", "方案", "条例", "办法", "工作", "活动", "机制", "平台", "基地",
    "体系", "制度", "仪式", "大会", "会议", "大赛", "比赛", "联赛", "论坛", "峰会", "展览", "服务", "政策", "措施",
    "模式", "产业", "企业", "行业", "设施", "设备", "装备", "资金", "资源", "网络", "标准", "规划", "试点", "专项",
    "任务", "指标", "意见", "通知", "规定", "名单", "案件", "事故", "市场", "车间", "园区", "站点", "通道", "线路",
    "干线", "管网", "机构", "单位", "部门", "队伍", "人员", "场所", "区域", "地区", "小区", "作业", "竞赛", "培训",
    "仪器", "产品", "技术", "材料", "药品", "用品", "商品", "贷款", "资格", "条件", "额度", "价格", "费用", "收入",
    "总额", "总量", "规模", "比例", "环境", "秩序",
})  # fmt: skip
"""Nouns that end a compound, whatever describes them: 修缮|工程, 托养|中心."""

MANNERS = frozenset({"安全", "平稳", "成功", "快速", "健康", "严格", "积极", "精准", "高效", "规范", "有力"})
"""What tells how something is done where a verb follows: 安全|度过."""

ACTORS = (
    *"省市县区镇乡村局厅部委办院校所站馆队团会社行者员人民户师生工兵手农商客家友们童妇军警方",
    "企业", "集团", "公司", "街道", "社区", "部门", "老人", "群众", "居民", "干部", "中学", "小学", "大学", "老区",
    "我省", "我市", "青年", "少年", "孩子", "夫妻", "夫妇", "小伙", "姑娘", "大妈", "大爷", "老汉", "学子", "球迷",
    "主播",
)  # fmt: skip
"""How those end who do something; of all else a verb before a verb tells what is done to it: 夏粮收购|突破."""

TOLD = frozenset("已将仍均再又全")
"""Adverbs of which the statement is told that follows: 秋粮收获|已."""

LONG_SET = 4
"""Of how many characters a set phrase is that its second half names the class of."""

NUMBERED = re.compile("[0-9一二三四五六七八九十]+号")
"""A number that ends a name."""

_NONE = Word("", "w")

_BUILT = frozenset("nvagbzxj")
"""Classes of which single characters make a noun."""


def grouped(text: str) -> tuple[Word, ...]:
    """The words of ``text``.

    >>> [word.text for word in grouped("转诊率下降")]
    ['转诊率', '下降']
    """
    words = [_NONE, *_joined(segment(text)), _NONE]
    for index in range(1, len(words) - 1):
        words[index] = _in_context(*words[index - 1 : index + 2])
    return tuple(words[1:-1])


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


def _in_context(before: Word, word: Word, after: Word) -> Word:
    """A word with the class that it has between its neighbours."""
    if len(word.text) == 1:
        return word._replace(kind=_lone(before, word, after))
    if len(word.text) == LONG_SET and word.kind in "nl":
        return word._replace(kind=_of_halves(word))
    if word.kind == "m" and word.text.endswith(SPANS) and word.text[0] not in ROUND:
        return word._replace(kind="t")
    if word.kind == "f" and word.text not in SIDES:
        return word._replace(kind="s")
    return word._replace(kind=_deed(before, word, after))


def _lone(before: Word, word: Word, after: Word) -> str:
    """The class of a single character: a verb before what says where it leads (热|起来), 边 behind a place, a round
    number, a measure without one."""
    if after.text in AWAY:
        return "v"
    if word.text == "边" and before.kind in "ns":
        return "f"
    if word.text in ROUND:
        return "m"
    return "n" if word.kind == "z" or (word.kind == "q" and before.kind not in "mkq") else word.kind


def _of_halves(word: Word) -> str:
    """The class of four characters by their halves: an adverb and a verb that the list has as one noun are a verb
    (全线贯通), a set phrase is what its second half is (交通枢纽, 数据分析)."""
    first, second = ([part.kind for part in segment(half)] for half in (word.text[:2], word.text[2:]))
    if word.kind == "n":
        return second[0] if (first, second) in ((["d"], ["y"]), (["d"], ["v"])) else "n"
    return second[0] if second in (["n"], ["g"]) else "l"


def _deed(before: Word, word: Word, after: Word) -> str:
    """The class of a word of two characters or more by what is done: a verb before what it only describes, or before
    another verb where nobody is named who does it, is a noun; a noun made of a verb acts before a number."""
    if word.kind == "a" and word.text in MANNERS and after.kind == "v" and before.kind != "c":
        return "d"
    if word.kind == "g" and after.kind in "mk" and before.kind != "v" and not after.text.endswith(SPANS):
        return "v"
    if word.kind == "v" and word.text not in LEADS and word.text[-1] not in FINISHING:
        of_head = after.text in HEADS
        of_thing = before.kind in "ngsb" and not before.text.endswith(ACTORS)
        is_told = after.text in TOLD or (after.kind in "vyi" and len(after.text) > 1)
        if of_head or (of_thing and is_told):
            return "g"
    return word.kind
