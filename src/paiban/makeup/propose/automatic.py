"""Automatic make-up: blocks without places become a problem of integers, and a plan becomes places again.

The search (``makeup.search``) sees shapes only. What it proposes is written into the page plan as the places and forms
that an editor would have given, and goes down the same line; so every count in a plan is proved by the page that is set
from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.propose.candidates import Gathering, page_gathering
from paiban.makeup.propose.kind import Candidate, Plannings
from paiban.makeup.propose.standing import freed_page, may_move, remembered, standing_plan
from paiban.makeup.propose.trial import Trials
from paiban.makeup.search import BlockChoices, Plan, Problem, search
from paiban.makeup.search.plan import charged
from paiban.template import PageTemplate
from paiban.value import NamedTuple


class Proposal(NamedTuple):
    """A plan as a page that can be set: ``page`` has a place for every block that the plan uses."""

    page: IssuePage
    plan: Plan


class Request(NamedTuple):
    """What is asked of a make-up: how many plans, how many seconds at most, and whether old places may move.

    Without a ``budget`` the search is limited in steps, so that every machine finds the same. ``again``: blocks that
    are not locked give up their places, and keep to them as far as the others let them.
    """

    best: int = 1
    budget: float | None = None
    again: bool = False


def propose(
    page: IssuePage, template: PageTemplate, kit: PageKit, plannings: Plannings, request: Request
) -> tuple[tuple[Proposal, ...], tuple[Diagnostic, ...]]:
    """The best different make-ups of a page; places that the editor gave are kept exactly unless he wants it anew."""
    before = {block.id: block for block in page.blocks if request.again and may_move(block)}
    free = freed_page(page, plannings) if request.again else page
    table = page_gathering(free, template, kit, plannings)
    candidates, found = table.gather()
    if found:
        return (), tuple(found)
    held = {block.id: block for candidate in candidates for block in candidate.held}
    page, free = (p._replace(blocks=tuple(held.get(b.id, b) for b in p.blocks)) for p in (page, free))
    moved_form = kit.setter.sheet.costs.moved_form
    choices = tuple(remembered(c, before, plannings, moved_form) for c in candidates)
    problem = problem_of(page, choices, kit, request)
    by_id = {candidate.block.id: candidate for candidate in candidates}
    trials = Trials(template, kit, table.galleys)

    def placed(plan: Plan) -> IssuePage:
        return placed_page(free, plan, by_id, plannings)

    def tried(plan: Plan) -> Plan:
        return charged(problem.costs, plan, trials.of(placed(plan)))

    plans: tuple[Plan, ...] = ()
    if any(block.fixed is None and not block.filler for block in problem.blocks):
        plans = search(problem, best=request.best, budget=request.budget, judge=tried)
    proposals = [Proposal(placed(plan), plan) for plan in plans]
    old = as_it_stands(page_gathering(page, template, kit, plannings, table.galleys), request)
    if old is not None:
        old = charged(problem.costs, old, trials.of(page))
    if old is not None and (not plans or old.rank <= plans[0].rank):
        proposals = [Proposal(page, old), *proposals][: request.best]
    if not proposals:
        return (), (diagnose("P507", page.span, page=page.number),)
    return tuple(proposals), ()


def problem_of(page: IssuePage, blocks: Sequence[BlockChoices], kit: PageKit, request: Request) -> Problem:
    """A page for the search; made up again, its blocks leave their places less readily."""
    costs = kit.setter.sheet.costs
    return Problem(
        columns=kit.grid.columns,
        rows=kit.grid.rows,
        blocks=tuple(blocks),
        costs=costs._replace(moved=costs.moved_again) if request.again else costs,
        white_above=WHITE_ROWS,
        vertical_page=page.writing == "vertical",
    )


def as_it_stands(table: Gathering, request: Request) -> Plan | None:
    """The page as it is, judged like any other plan; None where blocks lack places or stand on one another."""
    page, places = table.page, table.places
    if any(places[block.id] is None for block in page.blocks if not block.filler):
        return None
    blocks = [
        table.fixed(block).choices
        for block in page.blocks
        if places[block.id] is not None and not table.stands_inside(block)
    ]
    return standing_plan(problem_of(page, blocks, table.kit, request))


def placed_page(page: IssuePage, plan: Plan, candidates: Mapping[str, Candidate], plannings: Plannings) -> IssuePage:
    """The page with every place that the plan gives; fillers that it leaves out have none."""
    given: dict[str, Block] = {}
    for placement in plan.placements:
        candidate = candidates[placement.block]
        if candidate.choices.fixed is None:
            for block in plannings[candidate.block.kind].places(candidate, placement):
                given[block.id] = block
    return page._replace(blocks=tuple(given.get(block.id, block) for block in page.blocks))
