"""Automatic make-up: blocks without places become a problem of integers, and a plan becomes places again.

The search (``makeup.search``) sees shapes only. What it proposes is written into the page plan as the places and forms
that an editor would have given, and goes down the same line; so every count in a plan is proved by the page that is set
from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.issue import Block, PagePlan
from paiban.makeup.frame.kind import Maker
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.propose.again import freed_page, may_move, remembered, standing_plan
from paiban.makeup.propose.candidates import Gathering, page_gathering
from paiban.makeup.propose.kind import Candidate, Plannings
from paiban.makeup.propose.trial import Trials
from paiban.makeup.search import BlockChoices, Plan, Problem, search
from paiban.makeup.search.plan import charged
from paiban.template import PageTemplate
from paiban.value import NamedTuple


class Proposal(NamedTuple):
    """A plan as a page that can be set: ``page`` has a place for every block that the plan uses."""

    page: PagePlan
    plan: Plan


class Wish(NamedTuple):
    """What is asked of a make-up: how many plans, how many seconds at most, and whether old places may move.

    Without a ``budget`` the search is limited in steps, so that every machine finds the same. ``again``: blocks that
    are not locked give up their places, and keep to them as far as the others let them.
    """

    best: int = 1
    budget: float | None = None
    again: bool = False


def propose(
    page: PagePlan, template: PageTemplate, maker: Maker, plannings: Plannings, wish: Wish
) -> tuple[tuple[Proposal, ...], tuple[Diagnostic, ...]]:
    """The best different make-ups of a page; places that the editor gave are kept exactly unless he wants it anew."""
    before = {block.id: block for block in page.blocks if wish.again and may_move(block)}
    free = freed_page(page, plannings) if wish.again else page
    table = page_gathering(free, template, maker, plannings)
    candidates, found = table.gather()
    if found:
        return (), tuple(found)
    held = {block.id: block for candidate in candidates for block in candidate.held}
    page, free = (p._replace(blocks=tuple(held.get(b.id, b) for b in p.blocks)) for p in (page, free))
    moved_form = maker.setter.sheet.costs.moved_form
    choices = tuple(remembered(c, before, plannings, moved_form) for c in candidates)
    problem = problem_of(page, choices, maker, wish)
    by_id = {candidate.block.id: candidate for candidate in candidates}
    trials = Trials(template, maker, table.galleys)

    def placed(plan: Plan) -> PagePlan:
        return placed_page(free, plan, by_id, plannings)

    def tried(plan: Plan) -> Plan:
        return charged(problem.costs, plan, trials.of(placed(plan)))

    plans: tuple[Plan, ...] = ()
    if any(block.fixed is None and not block.filler for block in problem.blocks):
        plans = search(problem, best=wish.best, budget=wish.budget, judge=tried)
    proposals = [Proposal(placed(plan), plan) for plan in plans]
    old = as_it_stands(page_gathering(page, template, maker, plannings, table.galleys), wish)
    if old is not None:
        old = charged(problem.costs, old, trials.of(page))
    if old is not None and (not plans or old.rank <= plans[0].rank):
        proposals = [Proposal(page, old), *proposals][: wish.best]
    if not proposals:
        return (), (diagnose("P507", page.span, page=page.number),)
    return tuple(proposals), ()


def problem_of(page: PagePlan, blocks: Sequence[BlockChoices], maker: Maker, wish: Wish) -> Problem:
    """A page for the search; made up again, its blocks leave their places less readily."""
    costs = maker.setter.sheet.costs
    return Problem(
        columns=maker.grid.columns,
        rows=maker.grid.rows,
        blocks=tuple(blocks),
        costs=costs._replace(moved=costs.moved_again) if wish.again else costs,
        white_above=WHITE_ROWS,
        vertical_page=page.writing == "vertical",
    )


def as_it_stands(table: Gathering, wish: Wish) -> Plan | None:
    """The page as it is, judged like any other plan; None where blocks lack places or stand on one another."""
    page, places = table.page, table.places
    if any(places[block.id] is None for block in page.blocks if not block.filler):
        return None
    blocks = [
        table.fixed(block).choices
        for block in page.blocks
        if places[block.id] is not None and not table.stands_inside(block)
    ]
    return standing_plan(problem_of(page, blocks, table.maker, wish))


def placed_page(page: PagePlan, plan: Plan, candidates: Mapping[str, Candidate], plannings: Plannings) -> PagePlan:
    """The page with every place that the plan gives; fillers that it leaves out have none."""
    given: dict[str, Block] = {}
    for placement in plan.placements:
        candidate = candidates[placement.block]
        if candidate.choices.fixed is None:
            for block in plannings[candidate.block.kind].places(candidate, placement):
                given[block.id] = block
    return page._replace(blocks=tuple(given.get(block.id, block) for block in page.blocks))
