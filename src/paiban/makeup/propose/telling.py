"""A plan in words: what it costs term by term, a sketch to see at a glance, and what it changes of what stood."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.issue import Block, IssuePage
from paiban.makeup.search import Plan, explain, sketch

SCORE = {"zh": "评分 {score:.1f}（越小越好）：{terms}", "en": "score {score:.1f} (less is better): {terms}"}

CHANGES = {
    "zh": {
        "body": "正文设置换成“{body}”，稿件和版面才对得上",
        "none": "没有一块移动",
        "moved": "动了 {count} 块，{rows} 行：{blocks}",
        "across": "动了 {count} 块，有的换了栏：{blocks}",
        "and": "、",
    },
    "en": {
        "body": "set in the body “{body}”, so that copy and page agree",
        "none": "no block moved",
        "moved": "{count} blocks moved, by {rows} rows: {blocks}",
        "across": "{count} blocks moved, some to other columns: {blocks}",
        "and": ", ",
    },
}


def plan_text(plan: Plan, lang: str, first: Plan | None = None) -> str:
    """Why this plan, and how it is unlike the ``first`` of several; its score by term, and its sketch."""
    terms = "  ".join(f"{name} {value:.1f}" for name, value in sorted(plan.terms.items()) if round(value, 1))
    return "\n".join([explain(plan, lang, first), SCORE[lang].format(score=plan.score, terms=terms), sketch(plan)])


def changes_text(before: IssuePage, after: IssuePage, again: bool, lang: str) -> Iterator[str]:
    """What a make-up changed that the page had: its body; ``again``, how many blocks moved, and by how far."""
    words = CHANGES[lang]
    if before.body != after.body:
        yield words["body"].format(body=after.body)
    if not again:
        return
    old = {block.id: block for block in before.blocks}
    moved = {block.id: by for block in after.blocks if block.id in old and (by := moved_by(old[block.id], block))}
    if not moved:
        yield words["none"]
        return
    across = any(columns for columns, _ in moved.values())
    most = max(rows for _, rows in moved.values())
    yield words["across" if across else "moved"].format(count=len(moved), rows=most, blocks=words["and"].join(moved))


def moved_by(before: Block, after: Block) -> tuple[bool, int] | None:
    """Whether a block stands in other columns, and by how many rows its head or foot moved; None where it stayed."""
    if before.place is None or after.place is None or before.place.rect == after.place.rect:
        return None
    old, new = before.place.rect, after.place.rect
    across = (old.column, old.columns) != (new.column, new.columns)
    return across, max(abs(old.row - new.row), abs(old.end_row - new.end_row))
