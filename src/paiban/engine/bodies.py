"""正文设置: auto — which of a template's body settings a page is set in.

A page whose blocks all stand takes the first body that its copy fits in those places; a page that is still to be made
up takes the bodies in the order in which its copy comes nearest to filling it.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.engine.kit import Kit, page_kit_of, page_template
from paiban.issue import Issue, IssuePage
from paiban.makeup.frame.model import Makeup
from paiban.makeup.frame.place import make_up
from paiban.template import Body, PageTemplate

AUTO = "auto"


Made = tuple[Makeup, tuple[Diagnostic, ...]]
"""A page made up, and what was found on the way."""


def made_up(issue: Issue, page: IssuePage, kit: Kit) -> Made:
    """A page in its places at its body; one that asks for ``auto`` at the first that fits them, else at the nearest."""
    template = page_template(page, kit)
    if page.body != AUTO:
        return make_up(page, template, page_kit_of(issue, page, kit))
    tried: list[tuple[tuple[int, int, int], Made]] = []
    for body in bodies_for(page, template):
        chosen = page._replace(body=body.name)
        made = make_up(chosen, template, page_kit_of(issue, chosen, kit))
        tried.append((misfit(*made), made))
        if not any(tried[-1][0]):
            break
    off, (makeup, found) = min(tried, key=lambda pair: pair[0])
    others = ", ".join(f"{m.page.body} {over_short(o)}" for o, (m, _) in tried if m is not makeup)
    taken = {"body": makeup.page.body, "why": over_short(off), "others": others or "—"}
    return makeup, (diagnose("P512", page.span, page=page.called, **taken), *found)


def bodies_for(page: IssuePage, template: PageTemplate) -> Sequence[Body]:
    """The bodies whose rows reach down to the lowest place that the editor gave; all of them where none does."""
    lowest = max((block.place.rect.end_row for block in page.blocks if block.place is not None), default=0)
    return [body for body in template.bodies if body.rows >= lowest] or template.bodies


def misfit(makeup: Makeup, found: Sequence[Diagnostic]) -> tuple[int, int, int]:
    """How badly a page fits: blocks that cannot be set at all, lines over, lines short and rows left empty."""
    broken = sum(d.severity is Severity.ERROR and d.code not in ("P501", "P503", "P551") for d in found)
    over = sum(fit.over_lines for fit in makeup.fits)
    foot = max((block.place.end_row for block in makeup.blocks), default=0)
    return broken, over, sum(fit.short_lines for fit in makeup.fits) + makeup.grid.rows - foot


def over_short(off: tuple[int, int, int]) -> str:
    """A misfit in signs: lines over, lines short."""
    return f"+{off[1]} −{off[2]}"
