"""Automatic make-up: blocks without places become a problem of integers, and a plan becomes places again.

The search (``makeup.search``) sees shapes only. What it proposes is written into the page plan as the places and forms
that an editor would have given, and goes down the same line; so every count in a plan is proved by the page that is set
from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from time import monotonic
from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.grid import Grid, GridRect
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.model import Traits
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.propose.candidates import Gathering, page_gathering
from paiban.makeup.propose.cutting import TARGETS, Cutting, cut_galleys, cuts_for, may_go, without
from paiban.makeup.propose.ideas import OTHERS_WITHIN, WITHIN, idea_of, named, promising, still_shows, unlike
from paiban.makeup.propose.kind import Candidate, Plannings
from paiban.makeup.propose.repair import FormsAt, Repair
from paiban.makeup.propose.sparing import enough, spared_pages
from paiban.makeup.propose.standing import freed_page, movable, remembered, standing_plan
from paiban.makeup.propose.trial import Trials
from paiban.makeup.propose.upon import Hidden, told_from_pictures, with_upon
from paiban.makeup.search import BlockChoices, Judge, Plan, Problem, Shape, search, squeeze
from paiban.makeup.search.plan import charged, with_looks
from paiban.makeup.search.rounds import BRIEF_ROUNDS, WHITE_ROUNDS, Round
from paiban.template import PageTemplate
from paiban.template.ideas import Idea
from paiban.template.page_looks import PAID_LOOKS
from paiban.template.page_rules import OFF, PAGE_RULES
from paiban.value import NamedTuple

FEW_LINES = 6
"""So many lines too many are cut within paragraphs; for more, whole ones go, and from the weakest copy."""

WHITE, MOST_WHITE = "white", 3
"""Patches of a page that may stay white, where it cannot be filled, and how many at most."""

LEAST_WHITE, WHITE_COST = 3, 150.0
"""The rows that such a patch has at the least, and what a page of nothing else would cost: pictures grow first."""

MOST_SMOOTHED = 6
"""So many blocks of a page are smoothed at most."""

CENTRE_FILL = 0.98
"""A page that its blocks fill to more than so much of it has no room for the white of a ground."""

TRIED_IDEAS = 3
"""For so many ideas a plan that is asked for the page is searched at most."""

SHAPELESS = "P508"
"""What is found of a block that has no shape; cut it may have one."""


class Proposal(NamedTuple):
    """A plan as a page that can be set: ``page`` has a place for every block that the plan uses.

    Where copy finds no room ``cuts`` would have to be made for the page to be printed; its blocks are whole, and
    ``plan.lost`` are the lines cut.
    """

    page: IssuePage
    plan: Plan
    cuts: tuple[Cutting, ...] = ()


class Request(NamedTuple):
    """What is asked of a make-up: how many plans, how many seconds at most, and whether old places may move.

    Without a ``budget`` the search is limited in steps, so that every machine finds the same. ``again``: blocks that
    are not locked give up their places, and keep to them as far as the others let them. ``tried`` is called with a
    page and its plan whenever one is set. Several plans show different ``ideas``, as far as there are any that
    serve, and each is called by its own.

    ``others``: pages that may stand in the place of the one that there is, which is none of them. Nothing holds the
    blocks that give up their places to where they stood, except in what puts that page in order. ``only`` is the
    number of the one page that is made up; the others stay as they are. As many processes as there are ``workers`` go
    about it, and come to the same.
    """

    best: int = 1
    budget: float | None = None
    again: bool = False
    tried: Callable[[IssuePage, Plan], None] | None = None
    ideas: tuple[Idea, ...] = ()
    others: bool = False
    only: int | None = None
    workers: int = 1
    end: float | None = None

    @property
    def left(self) -> float | None:
        """The seconds that are left, None for no limit."""
        return None if self.end is None else max(0.0, self.end - monotonic())

    @property
    def late(self) -> bool:
        """Whether the time is up: a page that can be printed is made no better."""
        return self.left == 0


class PageRoom(NamedTuple):
    """The cells of a page, and about how many each of its blocks takes."""

    page: int
    cells: Mapping[str, int]

    def over(self, share: float) -> int:
        """The cells that the blocks take beyond so much of the page."""
        return sum(self.cells.values()) - int(share * self.page)


class PageSearch(NamedTuple):
    """One page to be searched: its blocks and their copy, where they stood before, and what is asked.

    ``stands`` are the places of a page that is not asked for, none where any is welcome.
    """

    table: Gathering
    template: PageTemplate
    before: Mapping[str, Block]
    request: Request
    stands: Mapping[str, GridRect] = {}

    def run(self, candidates: Sequence[Candidate], squeezed: bool = False, white: int = 0) -> list[Proposal]:
        """The best make-ups that the search finds, ``squeezed`` where there is too much for the page.

        Where there is too little, so many patches of the page may stay ``white``.
        """
        kit, plannings = self.table.kit, self.table.plannings
        page = settled(self.table.page, candidates)
        choices = tuple(remembered(c, self.before, plannings, kit.setter.sheet.costs.moved_form) for c in candidates)
        if not any(block.fixed is None and not block.filler for block in choices):
            return []
        if white:  # none stays while the desk has something to put there
            choices = tuple(replace(block, filler=False) for block in choices) + white_patches(white, kit.grid)
        problem = problem_of(page, choices, kit, self.request)
        by_id = {candidate.block.id: candidate for candidate in candidates}
        trials = Trials(self.template, kit, self.table.galleys)

        def placed(plan: Plan) -> IssuePage:
            return with_upon(placed_page(page, plan, by_id, plannings), plannings, self.table.galleys, kit)

        def tried(plan: Plan) -> Plan:
            covered = replace(plan, placements=tuple(p for p in plan.placements if p.block in by_id))
            stands = placed(covered)
            judged = charged(problem.costs, covered, trials.of(stands))
            if self.request.tried is not None:
                self.request.tried(stands, judged)
            return judged

        def looked(plan: Plan) -> Plan:
            return looked_at(plan, placed(plan), trials)

        best = self.request.best
        if squeezed:
            return [Proposal(placed(plan), plan) for plan in squeeze(problem, best=best, judge=tried)]

        def other(plan: Plan) -> bool:
            return not self.stands or places_in(placed(plan)) != self.stands

        found = self.search(problem, tried, looked, other, WHITE_ROUNDS if white else ())
        plans = (named(problem, plan, self.request.ideas) for plan in found)
        made = [self.smoothed(Proposal(placed(plan), plan), candidates, trials) for plan in plans]
        # Small changes may have made another the best.
        best_made = min(made, key=lambda proposal: proposal.plan.rank, default=None)
        return sorted(made, key=lambda proposal: proposal is not best_made)

    def smoothed(self, proposal: Proposal, candidates: Sequence[Candidate], trials: Trials) -> Proposal:
        """A proposal with the smallest changes after which fewer of its blocks break a rule by themselves.

        One of which whole paragraphs must go is left as it is: it is only shown where nothing that is cut is better.
        """
        if proposal.plan.lost > FEW_LINES:
            return proposal
        amiss, holes = trials.amiss(proposal.page, flawed=True)
        ways: FormsAt = {}
        for block in () if holes else sorted(amiss)[:MOST_SMOOTHED]:
            if self.request.late and not proposal.plan.lost:
                break
            shifted = Repair(proposal.page, self.table, candidates, trials, ways).shifted(frozenset((block,)))
            after = None if shifted is None else self.standing(shifted, trials)
            if after is not None and after.plan.rank[:2] < proposal.plan.rank[:2]:
                proposal = after._replace(plan=replace(after.plan, idea=still_shows(proposal.plan, after.plan)))
        return proposal

    def search(
        self,
        problem: Problem,
        judge: Judge,
        look: Judge,
        other: Callable[[Plan], bool],
        only: Sequence[Round] = (),
    ) -> tuple[Plan, ...]:
        """The best plans in the time that is left that are ``other`` than the page that stands."""
        best, ideas = self.request.best, self.request.ideas
        workers = self.request.workers
        budget = self.request.left
        count = best + bool(self.stands)  # the page that stands may be found again
        found = search(problem, best=count, budget=budget, judge=judge, look=look, only=only, workers=workers)
        plans = [plan for plan in found if other(plan)]
        shown = {idea_of(problem, plan, ideas) for plan in plans} - {None}
        for idea, close in promising(problem, ideas)[: TRIED_IDEAS * best] if best > 1 and plans else ():
            if len(shown) < best and idea not in shown and not self.request.late:
                more = search(close, budget=self.request.left, judge=judge, look=look, only=BRIEF_ROUNDS)
                plans += filter(other, more)
                shown |= {idea_of(problem, plan, ideas) for plan in more} - {None}
        return unlike(problem, plans, ideas, best, OTHERS_WITHIN if self.request.others else WITHIN)

    def with_white(self, candidates: Sequence[Candidate]) -> list[Proposal]:
        """The pages that are filled as far as the copy goes, with as few patches of white as let them be printed."""
        found: list[Proposal] = []
        for white in range(1, MOST_WHITE + 1):
            found += self.run(candidates, white=white)
            if any(not (proposal.plan.lost or hollow(proposal.plan)) for proposal in found):
                break
        return sorted(found, key=lambda proposal: proposal.plan.rank)

    def without_shapeless(self, unfit: Sequence[Diagnostic]) -> list[Proposal]:
        """The pages of all blocks but those that have no shape."""
        gone = {str(dict(found.params)["block"]) for found in unfit}
        page = self.table.page
        kept = page._replace(blocks=tuple(b for b in page.blocks if not gone & {b.id, b.host}))
        table = self.table._replace(page=kept)
        candidates, _ = table.gather()
        return [whole_again(proposal, page, ()) for proposal in self._replace(table=table).run(candidates)]

    def kept(self, page: IssuePage, candidates: Sequence[Candidate]) -> Proposal | None:
        """The page as it stands, where its blocks may move with what puts it in order; None where it does not stand.

        First seams are moved; then the blocks beside the trouble are made up anew among themselves, and those beside
        them with them where that leaves white or breaks another rule.
        """
        trials = Trials(self.template, self.table.kit, self.table.galleys)
        stands = self.standing(page, trials)
        if stands is None or not self.request.again:
            return stands
        amiss, holes = trials.amiss(page)
        if not (amiss or holes or stands.plan.lost):
            return stands
        repairs = Repair(page, self.table, candidates, trials, {})
        shifted = repairs.shifted(amiss) if amiss and not holes else None
        moved = None if shifted is None else self.standing(shifted, trials)
        if moved is not None and not moved.plan.lost:
            return moved
        found = [stands, *([moved] if moved is not None else [])]
        for beside in repairs.rings(amiss, holes):
            proposals = self.among_themselves(page, beside)
            found += proposals
            if any(mended(proposal.plan, stands.plan) for proposal in proposals):
                break
        return min(found, key=order_kept)

    def among_themselves(self, page: IssuePage, beside: frozenset[str]) -> list[Proposal]:
        """The page with these blocks made up anew, the others where they are."""
        kit, plannings = self.table.kit, self.table.plannings
        loose = freed_page(page, plannings, beside)
        table = page_gathering(loose, self.template, kit, plannings, self.table.galleys)
        near, unfit = table.gather()
        return [] if unfit else self._replace(table=table).run(near)

    def standing(self, page: IssuePage, trials: Trials) -> Proposal | None:
        """A page whose blocks all have places, as a proposal."""
        table = page_gathering(page, self.template, self.table.kit, self.table.plannings, self.table.galleys)
        table = table._replace(centre=self.table.centre)
        plan = as_it_stands(table, self.request)
        costs = self.table.kit.setter.sheet.costs
        return None if plan is None else Proposal(page, looked_at(charged(costs, plan, trials.of(page)), page, trials))

    def with_spared(self, room: PageRoom, lost: int) -> list[Proposal]:
        """The pages that can be printed without paragraphs that may go, the fewest that must; none where that is not
        enough."""
        table = self.table
        pages = list(spared_pages(table.page, table.galleys, table.plannings, table.kit))
        for spared in enough(pages, [max(lost, room.over(share), 1) for share in TARGETS]):
            less = table._replace(page=spared.page, galleys=spared.galleys)
            candidates, unfit = less.gather(self.request.workers)
            proposals = [] if unfit else self._replace(table=less).run(candidates)
            if proposals and not proposals[0].plan.lost:
                return [proposal for proposal in proposals if not proposal.plan.lost]
        return []

    def with_cuts(self, room: PageRoom) -> list[Proposal]:
        """The pages that could be printed if the least copy were cut that must be; none where no cut helps."""
        page, measure = self.table.page, self.table.kit.grid.column
        standing = may_go(page.blocks, self.table.galleys, room.cells, measure)
        for share in TARGETS:
            over = room.over(share)
            cuts = cuts_for(standing, over) if over > 0 else ()
            if cuts:
                kept = page._replace(blocks=without(page.blocks, cuts))
                table = self.table._replace(page=kept, galleys=cut_galleys(self.table.galleys, cuts))
                candidates, unfit = table.gather()
                proposals = [] if unfit else self._replace(table=table).run(candidates)
                if proposals and not proposals[0].plan.lost:
                    return [whole_again(proposal, page, cuts) for proposal in proposals if not proposal.plan.lost]
        return []


def looked_at(plan: Plan, page: IssuePage, trials: Trials) -> Plan:
    """A plan that was tried, with what its page looks like where it can be printed: no other is compared by that."""
    costs = trials.kit.setter.sheet.costs
    counted = not plan.lost and any(costs.of(look.key) for look in PAID_LOOKS)
    return with_looks(costs, plan, trials.looks(page)) if counted else plan


def white_patches(count: int, grid: Grid) -> tuple[BlockChoices, ...]:
    """White that the search may leave, as blocks of any size that need not be used and cost what they take."""
    cell = WHITE_COST / (grid.columns * grid.rows)
    shapes = tuple(
        Shape(columns, rows, rows, rows, cost=cell * columns * rows)
        for columns in range(1, grid.columns + 1)
        for rows in range(LEAST_WHITE, grid.rows + 1)
    )
    return tuple(BlockChoices(f"{WHITE} {number}", Traits(), 1, shapes, filler=True) for number in range(count))


def settled(page: IssuePage, candidates: Sequence[Candidate]) -> IssuePage:
    """The page with the blocks settled that the editor placed with a guest to take in."""
    held = {block.id: block for candidate in candidates for block in candidate.held}
    return page._replace(blocks=tuple(held.get(block.id, block) for block in page.blocks))


def whole_again(proposal: Proposal, page: IssuePage, cuts: tuple[Cutting, ...]) -> Proposal:
    """A proposal for a page that was cut, as one for the whole page."""
    given = {block.id: block for block in proposal.page.blocks}
    blocks = tuple(given.get(block.id, block) for block in page.blocks)
    plan = replace(proposal.plan, lost=sum(cut.lines for cut in cuts)) if cuts else proposal.plan
    return Proposal(page._replace(blocks=blocks), plan, cuts)


def propose(
    page: IssuePage,
    template: PageTemplate,
    kit: PageKit,
    plannings: Plannings,
    request: Request,
    room: PageRoom,
    hidden: Hidden,
) -> tuple[tuple[Proposal, ...], tuple[Diagnostic, ...]]:
    """The best different make-ups of a page; places that the editor gave are kept exactly unless they may move again.

    Type that a proposal puts on a picture stands where it is least ``hidden``.
    """
    free = freed_page(page, plannings) if request.again else page
    proposals, found = proposed(page, free, template, kit, plannings, request, room)

    def shown(made: IssuePage) -> IssuePage:
        return made if made == page else told_from_pictures(made, free, plannings, kit, hidden)

    return tuple(proposal._replace(page=shown(proposal.page)) for proposal in proposals), found


def proposed(
    page: IssuePage,
    free: IssuePage,
    template: PageTemplate,
    kit: PageKit,
    plannings: Plannings,
    request: Request,
    room: PageRoom,
) -> tuple[tuple[Proposal, ...], tuple[Diagnostic, ...]]:
    """The same by their places alone; ``free`` is the page without those that may move.

    A page that stands is only put in order where that can be done; else it is made up anew.

    The ladder, until a page can be printed: heights that copy fitting reaches; white beyond them; broken rules; without
    paragraphs that may go; less copy, as a proposal; copy that finds no room; patches of white. What has no shape at
    all is left out and told.
    """
    before = {block.id: block for block in movable(page.blocks)} if request.again else {}
    table = page_gathering(free, template, kit, plannings)
    table = table._replace(page=with_upon(free, plannings, table.galleys, kit))
    table = page_gathering(table.page, template, kit, plannings, table.galleys)
    table = table if request.again or room.over(CENTRE_FILL) > 0 else table.with_centre()
    page = page if request.again else table.page
    seen = PageSearch(table, template, before, request)
    candidates, unfit = table.gather(request.workers)
    if any(found.code != SHAPELESS for found in unfit):
        return (), tuple(unfit)
    page = settled(page, candidates)
    kept = None if unfit else seen.kept(page, candidates)
    if request.others:
        kept = None if kept is None or kept.page == page else kept
        seen = seen._replace(before={}, stands=places_in(page))
    elif kept is not None and request.again and request.best == 1 and not (kept.plan.lost or has_hole(kept.plan)):
        return (kept,), ()
    proposals = [] if unfit else seen.run(candidates)
    if kept is not None:
        proposals = sorted([kept, *proposals], key=order_kept)
    if not proposals or proposals[0].plan.lost:
        lost = proposals[0].plan.lost if proposals else 0
        proposals = [*seen.with_spared(room, lost), *proposals]
    if not proposals or proposals[0].plan.lost > FEW_LINES:
        proposals = [*seen.with_cuts(room), *proposals]
    if unfit and not proposals:
        return tuple(seen.without_shapeless(unfit)), tuple(unfit)
    proposals = proposals or seen.run(candidates, squeezed=True)
    if not proposals or (room.over(1.0) <= 0 and wants_white(proposals[0].plan, request)):
        proposals = sorted([*proposals, *seen.with_white(candidates)], key=lambda proposal: proposal.plan.rank)
    if not proposals:
        return (), (diagnose("P507", page.span, page=page.called),)
    return tuple(proposals[: request.best]), ()


def places_in(page: IssuePage) -> dict[str, GridRect]:
    """Where the blocks of a page stand."""
    return {block.id: block.place.rect for block in page.blocks if block.place is not None}


def hollow(plan: Plan) -> bool:
    """Whether white stands in stories that their copy does not fill."""
    return "unfilled" in plan.terms


def wants_white(plan: Plan, request: Request) -> bool:
    """Whether patches of white may serve a page better: one that stood is not torn up for that."""
    return plan.lost > 0 or (hollow(plan) and not (request.again or request.late))


def has_hole(plan: Plan) -> bool:
    """Whether a patch of the page is white that no block covers."""
    return "white_space" in plan.faults


def mended(plan: Plan, before: Plan) -> bool:
    """Whether a page that was put in order can be printed, is filled, and breaks no rule more often than it did."""
    stood = sum(count for rule, count in before.faults.items() if rule != "white_space")
    return not (plan.lost or "unfilled" in plan.terms or has_hole(plan)) and sum(plan.faults.values()) <= stood


def order_kept(proposal: Proposal) -> tuple[int, bool, float]:
    """What a page as it stands is held against others by: looks are no reason to leave it, a hole is one."""
    plan = proposal.plan
    return plan.lost, has_hole(plan), plan.breaches


def problem_of(page: IssuePage, blocks: Sequence[BlockChoices], kit: PageKit, request: Request) -> Problem:
    """A page for the search; made up again, its blocks leave their places less readily. A rule that is off costs
    nothing."""
    sheet = kit.setter.sheet
    silent: dict[str, Any] = {rule.key: 0.0 for rule in PAGE_RULES if sheet.rules.get(rule.key) == OFF}
    costs = sheet.costs._replace(**silent)
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
