"""Automatic make-up of an issue: stories allotted to pages, plans searched, each set for real."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic

from paiban.diagnostic import Diagnostic, diagnose, has_errors
from paiban.engine.allotting import allot_issue
from paiban.engine.bodies import AUTO, bodies_for
from paiban.engine.copydesk import at_the_desk
from paiban.engine.house import USUAL, House
from paiban.engine.kit import Kit, load_kit, page_kit_of, template_of
from paiban.engine.reading import read_issue
from paiban.engine.setting import Result, set_page, set_pages
from paiban.engine.writing import written_text
from paiban.forked import processes, side_by_side
from paiban.issue import Issue, IssuePage
from paiban.issue.anchor import told_of
from paiban.issue.edition import filled
from paiban.language import Words
from paiban.makeup.allot.needs import PageNeeds, page_needs
from paiban.makeup.frame.place import page_places
from paiban.makeup.propose.automatic import PageRoom, Proposal, Request, propose
from paiban.makeup.propose.remedy import picture_size
from paiban.makeup.propose.standing import freed_page
from paiban.makeup.search import Plan
from paiban.output.visible import lost_on_pictures
from paiban.output.visible.contrast import MOST_SHARE
from paiban.value import NamedTuple

__all__ = ["Proposed", "Request", "propose_issue"]

ROOMY = 100
"""A larger body is tried where it fills no more than so many per cent of the page, a smaller one for the rules' sake
where more."""

HOLED, HOLED_BODIES = 120, 2
"""A page with a hole, or copy short, is tried at so many larger bodies, which its copy fills to no more than so
many per cent: what is reckoned ahead counts pictures and heads as larger than they need be."""

MAY_SERVE = 20
"""A body setting that is so many per cent further from filling a page than the best is not tried."""


WELL_TOLD = MOST_SHARE / 2
"""Where a picture hides more of a letter, make-up looks for a better place, though nothing is told of it."""


class Proposed(NamedTuple):
    """Automatic make-up of an issue: the best different results, each with its plan a page, and the file's own text.

    ``needs`` has for each page, of ``pages``, what it needs at every body that was thought of, the one taken first.
    ``diagnostics`` says why there is no result, where there is none.
    """

    issue: Issue | None
    results: tuple[Result, ...]
    plans: tuple[tuple[Plan, ...], ...]
    needs: tuple[tuple[PageNeeds, ...], ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    text: str = ""
    pages: tuple[IssuePage, ...] = ()

    def written(self, index: int) -> str | Diagnostic:
        """The issue file with the pages, places and forms of a result put in, all else untouched; or why it cannot."""
        after, kit = self.results[index].issue, self.results[index].kit
        assert after is not None
        assert self.issue is not None
        assert kit is not None
        return written_text(self.text, self.issue, after, kit.kinds.readings)


Watching = Callable[[int, Result | None, Plan], None]
"""Somebody who watches a search: how many pages were set so far, and the last of them with its plan; the page by itself
where it is better than all before.
"""


Tried = tuple[IssuePage, Plan]
"""A page that was set on the way, and its plan."""


class PageProposals(NamedTuple):
    """One page: what it needs at every body thought of, the proposals at the best, and what was found."""

    needs: tuple[PageNeeds, ...]
    proposals: tuple[Proposal, ...]
    diagnostics: tuple[Diagnostic, ...]


def propose_issue(
    path: Path,
    request: Request,
    content: bytes | None = None,
    house: House = USUAL,
    watching: Watching | None = None,
) -> Proposed:
    """The best make-ups of an issue whose blocks lack places, each set for real; given places are kept.

    ``content`` stands for the file's where it is given; ``house`` as in ``set_issue``. ``watching`` is told of every
    page that is set.
    """
    request = request if request.budget is None else request._replace(end=monotonic() + request.budget)
    layout = house.layouts()
    content = bytes_of(path) if content is None else content
    issue, found, sources = read_issue(path, content, layout, request.again, house)
    if issue is None:
        return Proposed(None, (), (), (), found, sources)
    kit, kit_found = load_kit(issue, layout, house)
    if kit is None:
        return Proposed(issue, (), (), (), told_of(issue, (*found, *kit_found)), sources)
    issue, copy_found = at_the_desk(issue, kit)
    allotted, allot_found = allot_issue(issue, kit)
    allotted, filled_found = filled(allotted, kit.kinds.readings, kit.rack.memo)
    found = (*found, *copy_found, *allot_found)
    if has_errors((*found, *filled_found)):
        return Proposed(issue, (), (), (), told_of(issue, (*found, *filled_found)), sources)
    ideas, ideas_found = layout.ideas()
    if ideas is None:
        return Proposed(issue, (), (), (), told_of(issue, (*found, *ideas_found)), {**sources, **layout.sources})
    request = request._replace(ideas=ideas, tried=request.tried if watching is None else watched(issue, kit, watching))
    allotted, by_page = propose_pages(issue, allotted, kit, request)
    found = told_of(issue, (*found, *(d for page in by_page for d in page.diagnostics)))
    needs = tuple(page.needs for page in by_page)
    if not all(page.proposals for page in by_page):
        return Proposed(issue, (), (), needs, found, sources, pages=allotted.pages)
    results, plans = [], []
    for index in range(max(len(page.proposals) for page in by_page)):
        chosen = [page.proposals[min(index, len(page.proposals) - 1)] for page in by_page]
        made = {proposal.page.number: proposal.page for proposal in chosen}
        placed = allotted._replace(pages=tuple(made.get(page.number, page) for page in allotted.pages))
        results.append(set_pages(placed, kit, (*found, *cut_notes(chosen)), sources))
        plans.append(tuple(proposal.plan for proposal in chosen))
    text = (content or b"").decode("utf-8")
    return Proposed(issue, tuple(results), tuple(plans), needs, found, sources, text, allotted.pages)


def watched(issue: Issue, kit: Kit, watching: Watching) -> Callable[[IssuePage, Plan], None]:
    """What is called with every page that is tried, and tells whoever watches."""
    best: dict[int, tuple[float, ...]] = {}
    number = count(1)

    def tried(page: IssuePage, plan: Plan) -> None:
        better = page.number not in best or plan.rank < best[page.number]
        best[page.number] = plan.rank if better else best[page.number]
        alone = issue._replace(pages=(page,))
        watching(next(number), set_pages(alone, kit, (), {}, advice=False) if better else None, plan)

    return tried


def bytes_of(path: Path) -> bytes | None:
    """What a plan is made from and written back into; None where reading the issue will say why there is nothing."""
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        return None


def propose_pages(issue: Issue, allotted: Issue, kit: Kit, request: Request) -> tuple[Issue, list[PageProposals]]:
    """Every page made up that is asked for. Stories that turn out not to fit are allotted once more by what they really
    need."""
    asked = [page for page in allotted.pages if issue.pool is not None or request.only in (None, page.number)]
    by_page = each_proposed(allotted, asked, kit, request)
    if issue.pool is None or request.late or all_clean(by_page) or not all(page.proposals for page in by_page):
        return allotted, by_page
    larger = {
        placement.block: ratio
        for page in by_page
        for ratio in [needed(page)]
        for placement in page.proposals[0].plan.placements
    }
    anew, _ = filled(allot_issue(issue, kit, larger)[0], kit.kinds.readings, kit.rack.memo)
    if [page.blocks for page in anew.pages] == [page.blocks for page in allotted.pages]:
        return allotted, by_page
    other = each_proposed(anew, anew.pages, kit, request)
    better = all(page.proposals for page in other) and rank_of(other) < rank_of(by_page)
    return (anew, other) if better else (allotted, by_page)


def each_proposed(issue: Issue, pages: Sequence[IssuePage], kit: Kit, request: Request) -> list[PageProposals]:
    """Each of some pages made up, by a process of its own where there are several: what it tries is told here.

    Where the time is limited, each has its share of what is left.
    """
    count = min(processes(request.workers), len(pages))
    found: dict[int, PageProposals] = {}
    share = None if request.left is None else request.left * max(1, count) / max(1, len(pages))
    if count > 1:
        own = request._replace(workers=request.workers // count)
        works = [partial(propose_alone, issue, page, kit, own, share) for page in pages]
        for number, made in side_by_side(works, count, [block.content for page in pages for block in page.blocks]):
            if isinstance(made, PageProposals):
                found[number] = made
            elif request.tried is not None:
                request.tried(*made)
    return [
        found.get(number) or propose_page(issue, page, kit, within(request, share)) for number, page in enumerate(pages)
    ]


def propose_alone(
    issue: Issue,
    page: IssuePage,
    kit: Kit,
    request: Request,
    share: float | None,
    send: Callable[[PageProposals | Tried], None],
) -> None:
    """A page made up as another process does it, in so many seconds."""
    told = None if request.tried is None else lambda page, plan: send((page, plan))
    send(propose_page(issue, page, kit, within(request, share)._replace(tried=told)))


def within(request: Request, seconds: float | None) -> Request:
    """A request whose time is up in so many seconds from now."""
    return request if seconds is None else request._replace(end=monotonic() + seconds)


def all_clean(pages: Sequence[PageProposals]) -> bool:
    """Whether every page has a plan that can be printed, breaks no rule and reaches every height."""
    return all(page.proposals and page.proposals[0].plan.clean for page in pages)


def needed(page: PageProposals) -> float:
    """How many times its likely room a page's blocks turned out to need."""
    over = -sum(placement.strain * placement.rect.columns for placement in page.proposals[0].plan.placements)
    return max(0.5, 1 + over / page.needs[0].page)


def rank_of(pages: Sequence[PageProposals]) -> tuple[int, float, float]:
    """The ranks of the best plans of all pages together."""
    plans = [page.proposals[0].plan for page in pages]
    return sum(plan.lost for plan in plans), sum(plan.breaches for plan in plans), sum(plan.score for plan in plans)


def propose_page(issue: Issue, page: IssuePage, kit: Kit, request: Request) -> PageProposals:
    """The best make-ups of one page: at its body, or at the one that its copy fills best.

    A page that names no body keeps its template's first one unless it lacks copy there, or another makes better what
    keeps it from the press, or what leaves it white.
    """
    loose = freed_page(page, kit.kinds.plannings()) if request.again else page
    needs, found = needs_by_body(issue, loose, kit)
    if found or not needs:
        return PageProposals((), (), found)
    tried: list[tuple[PageNeeds, tuple[Proposal, ...], tuple[Diagnostic, ...]]] = []
    free = may_change(issue, page, request)
    first = min(needs, key=lambda need: need.off) if free and needs[0].lacks_copy else needs[0]
    waiting = serviceable(needs) if page.body == AUTO else [first]
    while waiting:
        need = waiting.pop(0)
        chosen = page if page.body != AUTO and need is needs[0] else page._replace(body=need.body.name)
        template, _ = template_of(chosen, kit)
        page_kit, plannings = page_kit_of(issue, chosen, kit), kit.kinds.plannings()
        hidden = hidden_on(issue, kit)
        proposals, found = propose(chosen, template, page_kit, plannings, request, room_of(need), hidden)
        if proposals:
            tried.append((need, proposals, found))
            plan = proposals[0].plan
            if (plan.clean and "stamp" not in plan.terms) or (request.late and not plan.lost):
                break
        if free and need is first:
            waiting = others_for(needs, need, proposals[0].plan if proposals else None)
        elif page.body == AUTO and not waiting and all(lacks_room(proposals) for _, proposals, _ in tried):
            waiting = smaller(needs, need)[:1]
    if not tried:
        return PageProposals(needs, (), found)
    ranked = [rank_at(pair[1][0].plan, 0 if page.body == AUTO else place) for place, pair in enumerate(tried)]
    best = min(range(len(tried)), key=lambda place: (*ranked[place], tried[place][1][0].plan.score))
    taken, proposals, found = tried[best]
    needs = (taken, *(need for need in needs if need is not taken))
    return PageProposals(needs, proposals, (*found, *page_notes(page, needs, proposals[0])))


def hidden_on(issue: Issue, kit: Kit) -> Callable[[IssuePage, str], int]:
    """What tells how well a block of a page is told from the picture that it stands on: 0 well, 1 so that nothing is
    told of it, 2 so that it is told as faint or weak, 3 where it cannot be set."""
    lost = lost_on_pictures(kit.catalogue, kit.press, kit.rack.memo)

    def hidden(page: IssuePage, block: str) -> int:
        made = set_page(issue, page, kit)
        share = lost(made.page).get(block)
        return 3 if share is None else (share > WELL_TOLD) + (share > MOST_SHARE)

    return hidden


def rank_at(plan: Plan, place: int) -> tuple[int, float, int, int]:
    """What the plans of several bodies are compared by: print, rules, white beyond what is honest, the body's place."""
    white = sum(placement.strain * placement.rect.columns for placement in plan.placements if placement.strain > 0)
    return plan.lost, plan.breaches, white, place


def may_change(issue: Issue, page: IssuePage, request: Request) -> bool:
    """Whether a page that names no body may take another: nothing of it stands in rows yet, and no page beside it."""
    standing = any(block.place is not None or block.slot for block in page.blocks)
    return not (page.body or standing or request.again) and issue.pool is None


def others_for(needs: Sequence[PageNeeds], own: PageNeeds, plan: Plan | None) -> list[PageNeeds]:
    """The body next in size to the one that was tried, towards what its best plan lacks: room for copy, or copy for its
    room.

    A page that is far from full is hard to make up by the rules, and so is one that is more than full: where it breaks
    one the first lacks copy too, the second room; and so it does where its first picture is too small.
    """
    if plan is None or plan.lost or ((plan.faults or "stamp" in plan.terms) and own.percent > ROOMY):
        return smaller(needs, own)[:1]
    if "white_space" in plan.faults or "unfilled" in plan.terms:
        return larger(needs, own, HOLED)[:HOLED_BODIES]
    if any(placement.strain for placement in plan.placements) or (plan.breaches and own.far_from_full):
        return larger(needs, own, ROOMY)[:1]
    return []


def larger(needs: Sequence[PageNeeds], than: PageNeeds, most: int) -> list[PageNeeds]:
    """The bodies at which a page is fuller, by its copy no more than so many per cent, the nearest first."""
    return sorted((need for need in needs if than.percent < need.percent <= most), key=lambda need: need.percent)


def smaller(needs: Sequence[PageNeeds], than: PageNeeds) -> list[PageNeeds]:
    """The bodies at which a page is less full, the nearest first."""
    return sorted((need for need in needs if need.percent < than.percent), key=lambda need: -need.percent)


def lacks_room(proposals: Sequence[Proposal]) -> bool:
    """Whether the best of some proposals, if there is any, cannot be printed."""
    return not proposals or proposals[0].plan.lost > 0


def room_of(needs: PageNeeds) -> PageRoom:
    """A page's room for the search."""
    return PageRoom(needs.page, {need.block: need.cells for need in needs.used})


def cut_notes(proposals: Sequence[Proposal]) -> list[Diagnostic]:
    """What would have to go, block by block, for pages to be printed."""
    notes = []
    for proposal in proposals:
        blocks = {block.id: block for block in proposal.page.blocks}
        for cut in proposal.cuts:
            params = {"block": cut.block, "paragraphs": cut.paragraphs, "characters": cut.characters}
            notes.append(diagnose("P522" if cut.kept else "P523", blocks[cut.block].span, **params))
    return notes


def needs_by_body(issue: Issue, page: IssuePage, kit: Kit) -> tuple[tuple[PageNeeds, ...], tuple[Diagnostic, ...]]:
    """What a page needs at its body, and where it names none, or ``auto``, at every other that it has the width for.

    Its own body comes first; with ``auto`` the one that it fills best.
    """
    template, own = template_of(page, kit)
    bodies = (own,) if page.body not in ("", AUTO) else bodies_for(page, template)
    found: list[PageNeeds] = []
    for body in bodies:
        chosen = page._replace(body=body.name)
        page_kit = page_kit_of(issue, chosen, kit)
        places = page_places(chosen, template, page_kit)
        needs = page_needs(chosen, places, page_kit, kit.kinds.plannings())
        if isinstance(needs, Diagnostic):
            return (), (needs,)
        found.append(needs)
    asked = page.body != AUTO
    wide_enough = [needs for needs in found if not needs.cramped or (asked and needs.body is own)] or found
    return tuple(sorted(wide_enough, key=lambda n: (asked and n.body is not own, n.off))), ()


def serviceable(needs: Sequence[PageNeeds]) -> list[PageNeeds]:
    """The bodies worth a search: those that come near the best."""
    return [need for need in needs if need.off <= needs[0].off + MAY_SERVE]


def page_notes(page: IssuePage, needs: Sequence[PageNeeds], best: Proposal) -> list[Diagnostic]:
    """Which body was taken and why; what would fill a page that is far from full and was not filled honestly."""
    taken = needs[0]
    notes = []
    if best.page.body != page.body:
        others = ", ".join(f"{need.body.name} {need.percent} %" for need in needs[1:])
        why = f"{taken.percent} %"
        notes.append(diagnose("P512", page.span, page=page.called, body=taken.body.name, why=why, others=others or "—"))
    if taken.far_from_full and not best.plan.clean:
        notes.append(far_from_full(page, needs))
    return notes


def far_from_full(page: IssuePage, needs: Sequence[PageNeeds]) -> Diagnostic:
    """The warning that a page cannot be filled, with what would fill it."""
    taken = needs[0]
    columns, rows = picture_size(taken.white, taken.grid.columns) or (taken.grid.columns, taken.grid.rows // 2)
    fillers = [block.id for block in page.blocks if block.filler]
    larger = [need.body.name for need in needs[1:] if need.body.size > taken.body.size]
    return diagnose(
        "P513",
        page.span,
        page=page.called,
        percent=taken.percent,
        cells=taken.white,
        columns=columns,
        rows=rows,
        ways=other_ways(", ".join(fillers), ", ".join(larger)),
    )


def other_ways(fillers: str, larger: str) -> Words:
    """What else fills a page, as far as it is at hand."""
    zh = (f"，或用补白（{fillers}）" if fillers else "") + (f"，或换大一号的正文设置（{larger}）" if larger else "")
    en = (f", or a filler ({fillers})" if fillers else "") + (
        f", or a larger body setting ({larger})" if larger else ""
    )
    return Words(zh, en)
