"""A plan in words: what leads it, how it is built, what it cost most, how it is unlike the first of several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from paiban.language import Words
from paiban.makeup.search.plan import BLEMISHES
from paiban.makeup.search.problem import Placement, Plan
from paiban.template.page_looks import PAID_LOOKS
from paiban.template.page_rules import ALL_RULES

TERMS: dict[str, Words] = {
    "aspect": Words("形状偏长", "stretched shapes"),
    "bands": Words("扁条", "thin bands"),
    "centre": Words("没有第二视觉中心", "no second centre"),
    "dark": Words("图片或广告相碰", "pictures or adverts that touch"),
    "boxes": Words("加框相碰", "boxes that touch"),
    "stamp": Words("头图大小", "a first picture that is too small or too high"),
    "dominance": Words("主图不显", "a first picture that is not the largest"),
    "rivals": Words("头条不显", "stories that rival the lead"),
    "lead": Words("头条偏窄", "a narrow lead"),
    "composition": Words("标题和破栏", "headlines and recuts"),
    "filler": Words("补白", "fillers"),
    "foot": Words("广告不在版脚", "an advert off the foot"),
    "legs": Words("腿太短或太长", "legs too short or long"),
    "moved": Words("改动原来的位置", "moves from the old places"),
    "place": Words("重要稿件的位置", "where weight stands"),
    "reach": Words("凑版的行数", "lines gained or lost"),
    "side": Words("简讯不靠边", "a rail off the side"),
    "stack": Words("同宽相叠", "equal widths stacked"),
    "strain": Words("凑不满的行数", "rows beyond honest reach"),
    "unfilled": Words("凑不满的稿件", "copy that does not fit"),
    "verticals": Words("竖题多", "many vertical headlines"),
    **{rule.key: Words(rule.zh, rule.en) for rule in ALL_RULES},
    **{look.key: Words(look.zh, look.en) for look in PAID_LOOKS},
}
"""Each term of the score as a person calls it, in Chinese and English."""

SENTENCES = {
    "zh": "{name}{idea}；{faults}；最大的代价是{cost}。",
    "en": "{name}{idea}; {faults}; it pays most for {cost}.",
}
NAMED = {"zh": "{idea}：", "en": "{idea}: "}
CLEAN = {"zh": "不犯版规", "en": "no rule of the page is broken"}
BROKEN = {"zh": "版规上有 {faults}", "en": "it breaks {faults}"}
UNLIKE = {"zh": "和方案 1 不同：{features}。", "en": "unlike plan 1: {features}."}
BETWEEN = {"zh": "；", "en": "; "}

LEAD = Words("头条“{block}”占 {columns} 栏 {rows} 行，在{place}",
             "“{block}” leads over {columns} columns and {rows} rows, {place}")  # fmt: skip
SECOND = Words("二条“{block}”占 {columns} 栏，在{place}", "“{block}” comes second over {columns} columns, {place}")
PICTURE = Words("大图“{block}”占 {columns} 栏，在{place}", "the large picture “{block}” has {columns} columns, {place}")
CENTRES = {
    "tint": Words("“{block}”铺底作第二视觉中心", "“{block}” on a tint as the second centre"),
    "line": Words("“{block}”加框作第二视觉中心", "“{block}” in a box as the second centre"),
}
VERTICALS = Words("竖题 {count} 处", "vertical headlines: {count}")
BOXES = Words("加框 {count} 篇", "boxed: {count}")
ACROSS = Words("通栏 {count} 篇", "across the page: {count}")
WIDTHS = Words("{count} 种宽度交错", "{count} widths alternate")

FIRST, NEXT, LARGEST = Words("头条", "lead"), Words("二条", "second story"), Words("大图", "picture")
"""What is foremost, where a word is enough."""

PLACES = (
    (Words("左上", "at the top left"), Words("中上", "at the top"), Words("右上", "at the top right")),
    (Words("左侧", "at the left"), Words("正中", "in the middle"), Words("右侧", "at the right")),
    (Words("左下", "at the lower left"), Words("中下", "low in the middle"), Words("右下", "at the lower right")),
)
"""Where a block stands: at the head, the foot or neither, at the left, the right or neither."""


def explain(plan: Plan, lang: str = "zh", first: Plan | None = None) -> str:
    """A plan in an editor's words, in ``zh`` or ``en``: its idea, the rules that it breaks, what it pays most for.

    ``first`` is the plan that it stands beside: what its idea has that the other's has not is said after it.
    """
    dearest = max(plan.terms, key=lambda name: (plan.terms[name], name), default="place")
    broken = [f"{TERMS[name].said(lang)} {count}" for name, count in sorted(plan.faults.items()) if count]
    shown = [TERMS[name].said(lang) for name in sorted(BLEMISHES) if plan.terms.get(name)]
    names = "、".join((*broken, *shown))
    features = list(features_of(plan, lang))
    whole = SENTENCES[lang].format(
        name=NAMED[lang].format(idea=plan.idea.said(lang)) if plan.idea is not None else "",
        idea=BETWEEN[lang].join(features),
        faults=BROKEN[lang].format(faults=names) if names else CLEAN[lang],
        cost=TERMS[dearest].said(lang),
    )
    others = set(features_of(first, lang)) if first is not None else set(features)
    own = BETWEEN[lang].join(feature for feature in features if feature not in others)
    return whole + (UNLIKE[lang].format(features=own) if own else "")


def features_of(plan: Plan, lang: str) -> Iterator[str]:
    """What the eye sees of a plan: its two heaviest stories, its largest picture, headlines, boxes, widths."""
    columns, rows = edges_of(plan)
    for words, p in zip((LEAD, SECOND, PICTURE), foremost(plan), strict=True):
        if p is not None:
            place = place_words(p, columns, rows, lang)
            yield words.said(lang).format(block=p.block, columns=p.shape.columns, rows=p.rows, place=place)
    for p in plan.placements:
        if p.shape.ground in CENTRES:
            yield CENTRES[p.shape.ground].said(lang).format(block=p.block)
    yield from (words.said(lang).format(count=count) for words, count in counts_of(plan).items() if count)


def told_apart(plan: Plan, others: Sequence[Plan]) -> Words | None:
    """In a word or two what the eye sees of a plan and of none of the others; None where there is nothing."""
    known = {words for other in others for words in sights_of(other)}
    return next((words for words in sights_of(plan) if words not in known), None)


def sights_of(plan: Plan) -> Iterator[Words]:
    """What of a plan is seen first: where its foremost blocks stand, how wide they are, how much there is of what."""
    edges = edges_of(plan)
    placed = [(name, p) for name, p in zip((FIRST, NEXT, LARGEST), foremost(plan), strict=True) if p is not None]
    for name, p in placed:
        zh, en = (place_words(p, *edges, lang) for lang in ("zh", "en"))
        yield Words(f"{name.zh}{zh}", f"{name.en} {en}")
    for name, p in placed:
        count = p.shape.columns
        yield Words(f"{name.zh} {count} 栏", f"{name.en} over {count} columns")
    for words, count in counts_of(plan).items():
        if count:
            yield Words(*(each.format(count=count) for each in words))


def edges_of(plan: Plan) -> tuple[int, int]:
    """How many columns and rows a plan's blocks reach over."""
    ends = ((p.rect.end_column, p.rect.end_row) for p in plan.placements)
    columns, rows = zip((0, 0), *ends, strict=True)
    return max(columns), max(rows)


def foremost(plan: Plan) -> tuple[Placement | None, Placement | None, Placement | None]:
    """The two heaviest stories and the largest picture, as far as there are any."""
    pictures = [p for p in plan.placements if p.traits.dark and p.traits.high]
    first, second, *_ = (*stories_in(plan), None, None)
    return first, second, next(iter(largest(pictures)), None)


def stories_in(plan: Plan) -> list[Placement]:
    """The stories of a plan, the heaviest first."""
    return sorted((p for p in plan.placements if p.traits.leads), key=lambda p: (-p.weight, p.row, p.column))


def counts_of(plan: Plan) -> Mapping[Words, int]:
    """How many there are of what the eye counts."""
    columns, stories = edges_of(plan)[0], stories_in(plan)
    return {
        VERTICALS: sum(p.shape.form == "vertical" for p in plan.placements),
        BOXES: sum(p.shape.boxed and p.shape.ground not in CENTRES for p in stories),
        ACROSS: sum(p.shape.columns == columns for p in stories),
        WIDTHS: len({p.shape.columns for p in plan.placements}),
    }


def largest(placements: Sequence[Placement]) -> Sequence[Placement]:
    """The one that covers most of the page, where there is any."""
    return sorted(placements, key=lambda p: (-p.rect.cells, p.row, p.column))[:1]


def place_words(placement: Placement, columns: int, rows: int, lang: str) -> str:
    """Where a block stands, by the edges of the page that it reaches."""
    rect = placement.rect
    down = third(rect.row, rect.end_row, rows)
    return PLACES[down][third(rect.column, rect.end_column, columns)].said(lang)


def third(start: int, end: int, most: int) -> int:
    """0 for what reaches the beginning alone, 2 the end alone, 1 both or neither."""
    return 1 + (end == most) - (start == 0)
