"""Automatic make-up of an issue: plans searched, each set for real, the chosen one written back into the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from paiban.diagnostic import Diagnostic
from paiban.engine.kit import load_kit, page_maker, template_of
from paiban.engine.setting import Result, set_pages
from paiban.issue import Block, Issue, Story, read_issue
from paiban.issue.write_back import write_back
from paiban.makeup.automatic import propose
from paiban.makeup.search import Plan
from paiban.template import Layout


@dataclass(frozen=True, slots=True)
class Proposed:
    """Automatic make-up of an issue: the best different results, each with its plan a page, and the file's own text.

    ``diagnostics`` says why there is no result, where there is none.
    """

    issue: Issue | None
    results: tuple[Result, ...]
    plans: tuple[tuple[Plan, ...], ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    text: str = ""

    def written(self, index: int) -> str:
        """The issue file with the places of a result put in, everything else untouched."""
        issue = self.results[index].issue
        assert issue is not None
        assert self.issue is not None
        changes = [
            [place_keys(before, {b.id: b for b in after.blocks}.get(before.id)) for before in page.blocks]
            for page, after in zip(self.issue.pages, issue.pages, strict=True)
        ]
        return write_back(self.text, changes)


def place_keys(before: Block, after: Block | None) -> dict[str, str]:
    """The keys that give a block the place that a plan found for it; none where it has one already."""
    if after is None or after.place is None or before.place is not None or before.slot:
        return {}
    place = after.place
    columns = span_words(place.first_column, place.last_column)
    keys = {"place": f"{{columns: {columns}, rows: {span_words(place.first_row, place.last_row)}}}"}
    if isinstance(after, Story) and isinstance(before, Story):
        wide = place.last_column - place.first_column + 1
        vertical = after.headline_form == "vertical"
        if after.legs is not None and after.legs != before.legs and after.legs != wide - int(vertical):
            keys["legs"] = str(after.legs)
        if after.headline_form != before.headline_form and vertical:
            keys["headline_form"] = after.headline_form
    return keys


def span_words(first: int, last: int) -> str:
    """A range as an editor writes it."""
    return str(first) if first == last else f"{first}-{last}"


def propose_issue(path: Path, best: int = 1, budget: float | None = None, fonts: Path | None = None) -> Proposed:
    """The best make-ups of an issue whose blocks lack places, each set for real; given places are kept."""
    layout = Layout()
    issue, found, sources = read_issue(path, None, layout)
    if issue is None:
        return Proposed(None, (), (), found, sources)
    kit, kit_found = load_kit(issue, layout, fonts)
    if kit is None:
        return Proposed(issue, (), (), (*found, *kit_found), sources)
    by_page = []
    for plan in issue.pages:
        template, _ = template_of(plan, kit)
        maker = page_maker(issue, plan, kit, path.parent)
        proposals, problems = propose(plan, template, maker, best=best, budget=budget)
        if not proposals:
            return Proposed(issue, (), (), (*found, *problems), sources)
        by_page.append(proposals)
    results, plans = [], []
    for index in range(max(len(proposals) for proposals in by_page)):
        chosen = [proposals[min(index, len(proposals) - 1)] for proposals in by_page]
        placed = replace(issue, pages=tuple(proposal.page for proposal in chosen))
        results.append(set_pages(placed, kit, path.parent, found, sources))
        plans.append(tuple(proposal.plan for proposal in chosen))
    return Proposed(issue, tuple(results), tuple(plans), found, sources, path.read_bytes().decode("utf-8"))
