"""正文设置: auto — which of a template's body settings a page is set in.

A page whose blocks all stand takes the first body that its copy fits in those places; a page that is still to be made
up takes the bodies in the order in which its copy comes nearest to filling it.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.engine.kit import Kit, page_maker
from paiban.issue import Issue, PagePlan
from paiban.makeup.frame.model import Makeup
from paiban.makeup.frame.place import make_up
from paiban.template import Body, PageTemplate

AUTO = "auto"


def body_for_places(issue: Issue, plan: PagePlan, kit: Kit) -> tuple[PagePlan, tuple[Diagnostic, ...]]:
    """A page that asks for ``auto`` with the first body that fits its places, else the one that comes nearest."""
    if plan.body != AUTO:
        return plan, ()
    template, _ = kit.layout.template(plan.template)
    assert template is not None
    tried: list[tuple[tuple[int, int, int], Body]] = []
    for body in bodies_for(plan, template):
        chosen = plan._replace(body=body.name)
        makeup, found = make_up(chosen, template, page_maker(issue, chosen, kit))
        tried.append((misfit(makeup, found), body))
        if not any(tried[-1][0]):
            break
    off, body = min(tried, key=lambda pair: pair[0])
    others = ", ".join(f"{b.name} {over_short(o)}" for o, b in tried if b is not body)
    return plan._replace(body=body.name), (
        diagnose("P512", plan.span, page=plan.number, body=body.name, why=over_short(off), others=others or "—"),
    )


def bodies_for(plan: PagePlan, template: PageTemplate) -> Sequence[Body]:
    """The bodies whose rows reach down to the lowest place that the editor gave; all of them where none does."""
    lowest = max((block.place.rect.end_row for block in plan.blocks if block.place is not None), default=0)
    return [body for body in template.bodies if body.rows >= lowest] or template.bodies


def misfit(makeup: Makeup, found: Sequence[Diagnostic]) -> tuple[int, int, int]:
    """How badly a page fits: blocks that cannot be set at all, lines over, lines short and rows left empty."""
    broken = sum(d.severity is Severity.ERROR and d.code not in ("P501", "P503") for d in found)
    over = sum(fit.over_lines for fit in makeup.fits)
    foot = max((block.place.end_row for block in makeup.blocks), default=0)
    return broken, over, sum(fit.short_lines for fit in makeup.fits) + makeup.grid.rows - foot


def over_short(off: tuple[int, int, int]) -> str:
    """A misfit in signs: lines over, lines short."""
    return f"+{off[1]} −{off[2]}"
