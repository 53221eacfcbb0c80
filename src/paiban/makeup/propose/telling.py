"""A plan in words: what it costs term by term, and a sketch to see at a glance."""

from __future__ import annotations

from paiban.makeup.search import Plan, explain, sketch

SCORE = {"zh": "评分 {score:.1f}（越小越好）：{terms}", "en": "score {score:.1f} (less is better): {terms}"}


def plan_text(plan: Plan, lang: str) -> str:
    """Why this plan, its score by term, and its sketch."""
    terms = "  ".join(f"{name} {value:.1f}" for name, value in sorted(plan.terms.items()) if round(value, 1))
    return "\n".join([explain(plan, lang), SCORE[lang].format(score=plan.score, terms=terms), sketch(plan)])
