"""Why a plan, in a sentence: what leads it, how it is built, what it cost most."""

from __future__ import annotations

from paiban.language import Words
from paiban.makeup.search.problem import Plan
from paiban.template.page_rules import ALL_RULES

TERMS: dict[str, Words] = {
    "aspect": Words("形状偏长", "stretched shapes"),
    "dark": Words("图片或广告相碰", "pictures or adverts that touch"),
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
}
"""Each term of the score as a person calls it, in Chinese and English."""

SENTENCES = {
    "zh": "“{lead}”领头，占 {columns} 栏 {rows} 行；{widths} 种宽度交错；{faults}；最大的代价是{cost}。",
    "en": "“{lead}” leads over {columns} columns and {rows} rows; {widths} widths alternate; {faults}; it pays most for"
    " {cost}.",
}
CLEAN = {"zh": "不犯版规", "en": "no rule of the page is broken"}
BROKEN = {"zh": "版规上有 {faults}", "en": "it breaks {faults}"}


def explain(plan: Plan, lang: str = "zh") -> str:
    """One sentence on a plan, in ``zh`` or ``en``; what the score's largest term is called stands at its end."""
    lead = max(plan.placements, key=lambda p: (p.shape.headline_size, -p.row, -p.column))
    dearest = max(plan.terms, key=lambda name: (plan.terms[name], name), default="place")
    names = "、".join(f"{TERMS[name].said(lang)} {count}" for name, count in sorted(plan.faults.items()) if count)
    return SENTENCES[lang].format(
        lead=lead.block,
        columns=lead.shape.columns,
        rows=lead.rows,
        widths=len({p.shape.columns for p in plan.placements}),
        faults=BROKEN[lang].format(faults=names) if names else CLEAN[lang],
        cost=TERMS[dearest].said(lang),
    )
