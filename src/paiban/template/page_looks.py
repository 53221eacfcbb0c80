"""The terms of a page's looks (版面观感): what score, style sheets and judgements call each.

``makeup.judge.looks`` measures them. What one weighs in a plan is a cost of its key (``Costs``); two pages that face
each other are looked at together where people judge, no plan of a page pays for that.
"""

from __future__ import annotations

from paiban.value import NamedTuple


class PageLook(NamedTuple):
    """A term by its key, with its name in Chinese and English."""

    key: str
    zh: str
    en: str


PAGE_LOOKS = (
    PageLook("trapped_white", "困白", "trapped white"),
    PageLook("strip_ink", "竖题墨量", "ink of strips"),
    PageLook("head_fill", "题长", "headlines that do not fill their span"),
    PageLook("largest_picture", "主图", "the largest picture"),
    PageLook("hierarchy", "主次", "hierarchy"),
    PageLook("edges", "齐线", "edges"),
    PageLook("variety", "变化", "variety"),
    PageLook("leg_lengths", "腿栏", "lengths of legs"),
    PageLook("rail_gaps", "简讯栏空", "gaps of rails"),
    PageLook("picture_story", "图文", "pictures and their stories"),
    PageLook("flatness", "扁稿", "flat stories"),
    PageLook("vertical_heads", "竖题位置", "where vertical headlines stand"),
    PageLook("balance", "均衡", "balance"),
    PageLook("rule_logic", "栏线", "rules in gutters"),
    PageLook("facing", "对页", "facing pages"),
    PageLook("grey", "灰", "grey"),
)
"""Every term, in the order of the design note."""

PAID_LOOKS = tuple(look for look in PAGE_LOOKS if look.key != "facing")
"""Those that a plan pays for."""
