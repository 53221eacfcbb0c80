"""What a style sheet says of the automatic make-up: how severe each rule is, and what a plan pays."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from paiban.diagnostic import code_of
from paiban.language import Words
from paiban.source.field import Field, Kind, make_record
from paiban.source.kinds import choice, number
from paiban.template.model import Costs
from paiban.template.page_looks import PAID_LOOKS
from paiban.template.page_rules import ALL_RULES, COPY_RULES, LINE_RULES, PAGE_RULES, SLIP_RULES, UNCOUNTED, PageRule

SEVERITY = choice({"error": "错误", "warning": "警告", "info": "提示", "off": "不查"})


def _severities(rules: Iterable[PageRule]) -> tuple[Field, ...]:
    """How severe each rule is; left out, as severe as its code in the catalogue."""
    return tuple(
        Field(rule.key, rule.zh, SEVERITY, "多严", "How severe", default=code_of(rule.code).severity.value)
        for rule in rules
    )


RULES = make_record("rules", "拼版规则", "the rules of the page", _severities(ALL_RULES))
PROOFREADING = make_record("proofreading", "校对", "what is proofread", _severities(COPY_RULES))
SLIPS = make_record("slips", "来稿整理", "what is put right in copy", _severities(SLIP_RULES))

_WEIGHT = number(0, 10_000, whole=False)
_ROWS = Words("行", "rows")


def _cost(key: str, zh: str, doc_zh: str, doc_en: str, kind: Kind = _WEIGHT) -> Field:
    return Field(key, zh, kind, doc_zh, doc_en, default=Costs().of(key))


COSTS = make_record("costs", "拼版权重", "the costs", (
    _cost("reach", "凑行", "离自然高度每行的平方，乘栏数的平方根",
          "A row off the natural height, squared, times the root of the columns"),
    _cost("strain", "强凑", "超出凑版能及的每一行", "A row beyond what copy fitting can honestly reach"),
    _cost("legs", "腿长", "腿比最短还短、比最长还长的每一行", "A row that legs are too short or too long"),
    _cost("leg_least", "腿最短", "腿至少几行", "The rows that a leg should have at the least",
          number(1, 1000, whole=False, unit=_ROWS)),
    _cost("leg_most", "腿最长", "腿至多几行", "The rows that a leg should have at the most",
          number(1, 1000, whole=False, unit=_ROWS)),
    _cost("aspect", "形状", "比允许的扁或长每 e 倍", "A shape e times flatter or narrower than allowed"),
    _cost("aspect_least", "最窄", "宽与高之比的下限", "The least width over height",
          number(Fraction(1, 100), 100, whole=False)),
    _cost("aspect_most", "最扁", "宽与高之比的上限", "The greatest width over height",
          number(Fraction(1, 100), 100, whole=False)),
    _cost("bands", "扁条", "五条腿该有八行，以此类推，矮到 e 分之一；四条腿以上不到七行的，同版第二条起每条另算一份",
          "Legs e times lower than eight rows for every five of them; four or more of under seven rows pay it again,"
          " all but a page's first"),
    _cost("centre", "少中心", "一版没有图，能铺底作第二视觉中心的稿件没有铺",
          "A page without pictures on which the story that might be its second centre stands plain"),
    _cost("column_rows", "一栏合行", "一栏连栏空的宽合几行高", "Rows as high as a column with its gutter is wide",
          number(1, 200, whole=False, unit=_ROWS)),
    _cost("place", "位置", "从版头到版脚的全程，乘分量的平方", "The way from head to foot, times weight squared"),
    _cost("place_across", "横向位置", "从左到右的路算几成", "How much of it the way from left to right counts"),
    _cost("lead_narrow", "头条偏窄", "头条比半版窄的每一栏", "A column that the lead is narrower than half the page"),
    _cost("foot", "广告离脚", "广告不在版脚，越高越贵，在版头是两倍", "An advert off the foot; twice at the head"),
    _cost("side", "简讯离边", "简讯栏不靠边", "A rail of briefs off the sides"),
    _cost("picture_low", "图片偏下", "单独的图片在版脚而不在版头", "A picture by itself at the foot, not the head"),
    _cost("stack", "同宽相叠", "正好叠在同宽的一块下面，一摞里越往下越贵",
          "A block exactly under one of its own width, in a pile once for each above it"),
    _cost("dark", "图片相碰", "两张图片或广告相碰", "Two pictures or adverts that touch"),
    _cost("dominance", "主图不显", "主图离比其他图片大一半还差的每 e 倍",
          "The first picture e times short of being half as large again as every other"),
    _cost("stamp", "头图大小",
          "主图离占版面八分之三的栏数还差的每一栏，只有一栏的、不比别的图大的、高过半版的各再加一栏；同违反规则一样先比",
          "A column that the first picture lacks of three eighths of the page's, one of one column, no larger than"
          " another or higher than half the page one more; compared as broken rules are, before looks"),
    _cost("rivals", "头条不显", "头条的题号离其他的 1.4 倍、面积离最大还差的每 e 倍",
          "The lead's headline e times short of 1.4 times every other, the lead of being the largest story"),
    _cost("boxes", "加框相碰", "两篇加框的稿件相碰", "Two boxed stories that touch"),
    _cost("verticals", "竖题", "多出的每一个竖题，越多越贵；两个上下相叠或左右相邻",
          "Each vertical headline too many, rising; two one over another or side by side"),
    _cost("verticals_free", "不计的竖题", "几个竖题不算多", "Vertical headlines that are not too many",
          number(0, 100)),
    _cost("moved", "挪动", "离开原来的位置全版之远", "Leaving last time's place, by the whole page"),
    _cost("moved_again", "重拼挪动", "重拼（--again）时的挪动", "The same where a page is made up again (--again)"),
    _cost("moved_form", "改形", "重拼时放弃原来的破栏或题式",
          "A story made up again that gives up its legs or the form of its headline"),
    _cost("filler", "补白", "用一则补白", "Using a filler"),
    _cost("near", "题距", "左右相邻的边要么齐，要么错开几行", "Edges side by side are level, or so many rows apart",
          number(0, 50, unit=_ROWS)),
    _cost("unfilled", "不满", "排好以后稿件还多还缺", "Copy that is over or short once it is set"),
    *(_cost(rule.key, rule.zh, "违反一处", "Each breach")
      for rule in PAGE_RULES),
    _cost("loose_lines", "松行", "松行里每处拉开得看得出来的每一字宽",
          "An em a place that loose lines open beyond what goes unseen"),
    *(_cost(rule.key, rule.zh, "违反一处", "Each breach")
      for rule in LINE_RULES if rule.key not in UNCOUNTED),
    *(_cost(look.key, look.zh, "版面观感：排好以后每偏一档", "Looks: a unit that the page is off once it is set")
      for look in PAID_LOOKS),
))  # fmt: skip
"""What plans pay. Tight leading costs nothing: no plan can mend it."""

COSTS_RISE = (("leg_least", "leg_most"), ("aspect_least", "aspect_most"))
"""Costs of which the first is never above the second."""
