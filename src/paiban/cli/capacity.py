"""The capacity of a page in words: what it has, what its blocks need of it, before anything is placed."""

from __future__ import annotations

from collections.abc import Sequence

from paiban.kinds import Kinds
from paiban.language import Words
from paiban.makeup.allot.needs import PageNeeds
from paiban.units import to_pt

WORDS = {
    "zh": {
        "page": "版 {page} 容量   {body} {size:g} 磅，{columns} 栏 × {rows} 行 = {cells} 行（基本栏）",
        "copy": "正文",
        "heads": "标题和空",
        "sum": "合计",
        "most": "图片放足、补白用上",
        "others": "其余正文设置：{others}",
    },
    "en": {
        "page": "page {page} capacity   {body} {size:g} pt, {columns} columns × {rows} rows = {cells} lines"
        " of a basic column",
        "copy": "copy",
        "heads": "heads and white",
        "sum": "in all",
        "most": "pictures at their largest, fillers used",
        "others": "other body settings: {others}",
    },
}


def capacity_text(page: str, needs: Sequence[PageNeeds], kinds: Kinds, lang: str) -> str:
    """The table of one page: lines of a basic column and per cent; ``needs`` has the body that was taken first."""
    words, taken = WORDS[lang], needs[0]
    body, grid = taken.body, taken.grid
    head = words["page"].format(
        page=page, body=body.name, size=to_pt(body.size), columns=grid.columns, rows=grid.rows, cells=taken.page
    )
    solid = [(name.said(lang), taken.solid(kind)) for kind, name in solid_names(kinds).items()]
    parts = [(words["copy"], taken.copy), (words["heads"], taken.heads), *solid, (words["sum"], taken.cells)]
    cells = [f"{name} {count} {share(count, taken)}" for name, count in parts]
    lines = [head, "  " + "  ".join(cells)]
    if taken.percent_most > taken.percent:
        lines[-1] += f"  ({words['most']} {taken.percent_most}%)"
    if needs[1:]:
        others = "  ".join(f"{need.body.name} {need.percent}%" for need in needs[1:])
        lines.append("  " + words["others"].format(others=others))
    return "\n".join(lines)


def share(count: int, needs: PageNeeds) -> str:
    """So many lines of what there are, in per cent."""
    return f"{round(100 * count / needs.page)}%"


def solid_names(kinds: Kinds) -> dict[str, Words]:
    """The kinds that fill their place, each with its name for several."""
    return {name: kinds.readings[name].plural for name, setting in kinds.settings.items() if setting.traits.solid}
