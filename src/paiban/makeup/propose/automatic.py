"""Automatic make-up: blocks without places become a problem of integers, and a plan becomes places again.

The search (``makeup.search``) sees shapes only. What it proposes is written into the page plan as the places, legs and
headline forms that an editor would have given, and goes down the same line; so every count in a plan is proved by the
page that is set from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from paiban.diagnostic import Diagnostic, diagnose
from paiban.grid import GridRect
from paiban.issue import Advert, Block, PagePlan, Picture, Place, Story
from paiban.makeup.frame.place import Maker, resolve_place
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.propose.again import freed, may_move, remembered, standing_plan
from paiban.makeup.propose.candidates import Candidate, fixed_candidate, gather, stands_inside
from paiban.makeup.propose.proving import Prover
from paiban.makeup.propose.shapes import Form, solve
from paiban.makeup.search import BlockChoices, Placement, Plan, Problem, search
from paiban.makeup.search.plan import charged
from paiban.template import PageTemplate


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
    page: PagePlan, template: PageTemplate, maker: Maker, wish: Wish
) -> tuple[tuple[Proposal, ...], tuple[Diagnostic, ...]]:
    """The best different make-ups of a page; places that the editor gave are kept exactly unless he wants it anew."""
    before = {block.id: block for block in page.blocks if wish.again and may_move(block)}
    free = page._replace(blocks=tuple(freed(block) if block.id in before else block for block in page.blocks))
    candidates, found = gather(free, template, maker)
    if found:
        return (), tuple(found)
    moved_form = maker.setter.sheet.costs.moved_form
    problem = problem_of(page, tuple(remembered(c, before, moved_form) for c in candidates), maker, wish)
    by_id = {candidate.block.id: candidate for candidate in candidates}
    prepared = {candidate.block.id: candidate.curve.galley for candidate in candidates if candidate.curve is not None}
    prover = Prover(free, template, maker, prepared)

    def proved(plan: Plan) -> Plan:
        return charged(problem.costs, plan, *prover.proof(placed_page(free, plan, by_id)))

    plans: tuple[Plan, ...] = ()
    if any(block.fixed is None and not block.filler for block in problem.blocks):
        plans = search(problem, best=wish.best, budget=wish.budget, judge=proved)
    proposals = [Proposal(placed_page(free, plan, by_id), plan) for plan in plans]
    old = as_it_stands(page, template, maker, wish)
    if old is not None:
        old = charged(problem.costs, old, *prover.proof(page))
    if old is not None and (not plans or old.score <= plans[0].score):
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


def as_it_stands(page: PagePlan, template: PageTemplate, maker: Maker, wish: Wish) -> Plan | None:
    """The page as it is, judged like any other plan; None where blocks lack places or stand on one another."""
    places = {block.id: resolve_place(block, template, maker.setter.body.name) for block in page.blocks}
    if any(places[b.id] is None for b in page.blocks if not (isinstance(b, Advert) and b.filler)):
        return None
    blocks = [
        fixed_candidate(block, page, places, maker).choices
        for block in page.blocks
        if places[block.id] is not None and not (isinstance(block, Picture) and stands_inside(block, places))
    ]
    return standing_plan(problem_of(page, blocks, maker, wish))


def placed_page(page: PagePlan, plan: Plan, candidates: Mapping[str, Candidate]) -> PagePlan:
    """The page with every place that the plan gives; fillers that it leaves out have none."""
    given: dict[str, Block] = {}
    for placement in plan.placements:
        for block in placed_blocks(candidates[placement.block], placement):
            given[block.id] = block
    return page._replace(blocks=tuple(given.get(block.id, block) for block in page.blocks))


def placed_blocks(candidate: Candidate, placement: Placement) -> list[Block]:
    """The block, and the picture that it hosts, with their places."""
    block, rect = candidate.block, placement.rect
    if candidate.choices.fixed is not None:
        return [block]
    if not isinstance(block, Story):
        return [block._replace(place=Place(rect, block.span))]
    form = candidate.forms[placement.shape.key]
    story = block._replace(legs=form.legs, headline_form=form.headline_form)
    assert candidate.curve is not None
    if candidate.picture is None:
        return [story._replace(place=Place(rect, block.span))]
    white = candidate.curve.around.white(rect.row)
    solution = solve(candidate.curve, rect.columns, form, candidate.picture, rect.rows + WHITE_ROWS - white)
    height = solution.picture_rows if solution is not None else candidate.picture.rows(form.picture_columns)[1]
    head = solution.head_rows if solution is not None else placement.shape.headline_rows - WHITE_ROWS
    inner = picture_rect(rect, form, white, 0 if form.headline_form == "partial" else head, height)
    body = rect
    if form.side == "above":
        body = GridRect(rect.column, inner.end_row, rect.columns, rect.end_row - inner.end_row)
    picture = candidate.picture.picture
    return [
        story._replace(place=Place(body, block.span)),
        picture._replace(place=Place(inner, picture.span)),
    ]


def picture_rect(rect: GridRect, form: Form, white: int, head_rows: int, height: int) -> GridRect:
    """Where a story's picture stands in the story's rectangle."""
    if form.side == "above":
        return GridRect(rect.column, rect.row, rect.columns, white + height)
    beside = rect.columns - form.picture_columns
    before = {"left": 0, "inside": beside // 2, "right": beside}[form.side]
    return GridRect(rect.column + before, rect.row + white + head_rows, form.picture_columns, height)
