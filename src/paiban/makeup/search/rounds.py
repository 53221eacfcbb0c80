"""The search as a whole: rounds of growing effort, in a fixed order, until a page is found that keeps every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from heapq import heapify, heappop, heappush, nsmallest
from time import monotonic

from paiban.forked import Forked, processes
from paiban.makeup.search.beam import Beam, grow
from paiban.makeup.search.board import Board, Mode
from paiban.makeup.search.complete import complete
from paiban.makeup.search.mirror import mirrored, mirrored_plan
from paiban.makeup.search.plan import checked, difference, order, plan_of
from paiban.makeup.search.polish import polish
from paiban.makeup.search.problem import Placement, Plan, Problem
from paiban.makeup.search.settle import settle


@dataclass(frozen=True, slots=True)
class Round:
    """One go at the page: how, and with how much effort.

    A ``hasty`` one is never cut short; a ``rescue`` is gone on only where no page can be printed yet, or where
    there are fewer than are asked for.
    """

    mode: Mode
    beam: Beam
    hasty: bool = False
    rescue: bool = False


HONEST = Mode()

LATE = Beam(300, 3000, last=9, children=12, alike=3)
"""For pages that hardly come to an end: nothing is dropped lightly once nine blocks are left."""

LATER = Beam(100, 1000, last=9, children=12, alike=3)
"""The same with a third of the pages: before those are tried that take three times as long."""

ROUNDS: tuple[tuple[int, tuple[Round, ...]], ...] = (
    (
        7,
        (
            Round(HONEST, Beam(300, 2500, children=30, alike=99)),
            Round(Mode(slack=20.0, balance=0.5), LATER),
            Round(Mode(slack=40.0, balance=0.5), LATE),
        ),
    ),
    (
        10,
        (
            Round(HONEST, Beam(100, 700, children=12, alike=3)),
            Round(HONEST, Beam(300, 2500, children=20, alike=3)),
            Round(Mode(slack=20.0, balance=0.5), LATER),
            Round(Mode(slack=40.0, balance=0.5), LATE),
        ),
    ),
    (
        1 << 20,
        (
            Round(HONEST, Beam(40, 240)),
            Round(Mode(balance=0.2), Beam(40, 1000, last=7)),
            Round(Mode(balance=0.5), Beam(40, 1000, last=7)),
            Round(Mode(balance=1.0), Beam(40, 1000, last=7)),
            Round(Mode(slack=20.0, balance=0.5), Beam(100, 1000, last=7)),
            Round(Mode(slack=40.0, balance=0.5), Beam(100, 1000, last=7)),
        ),
    ),
)
"""By the number of blocks without a place, up to which: rounds for pages on which every height is honest and every rule
kept. The best shapes first, then dearer ones: pictures a column narrower than they should be, at last stamps."""

SPARE_ROUNDS = 3
"""So many rounds more that keep every rule, where the best plan that does shows a blemish (孤行, say)."""

HOPELESS = 128
"""Where so many plans a page were tried and the best still shows one, it is the copy's own: no round more is done."""

WHOLE = 1000
"""Rows, or costs, that no page has."""

WIDE = Beam(300, 2500, children=20, alike=3)
"""For pages on which fewer come to an end: adverts that end in steps, say."""

TIGHT, OVERFULL = (
    (
        Round(Mode(stretch=3, squeeze=3, strict=False), Beam(40, 240)),
        Round(Mode(stretch=3, squeeze=3, strict=False, slack=40.0, balance=0.5), Beam(40, 240)),
    ),
    0.05,
)
"""How a page is looked at that honest heights do not fill at first, the second time with pictures as small as they may
be: where each that is found so, whatever rules it breaks, takes more than that share of it beyond what its blocks can
give up, no round finds one that can be printed."""

LAST_ROUNDS = (
    Round(Mode(stretch=3), Beam(40, 240)),
    Round(Mode(strict=False), Beam(60, 300)),
    Round(Mode(stretch=6, strict=False), Beam(60, 300)),
    Round(Mode(stretch=20, strict=False, slack=40.0), Beam(60, 300)),
    Round(Mode(stretch=20, strict=False, slack=40.0, balance=0.5), Beam(60, 300), rescue=True),
    Round(Mode(stretch=20, strict=False, slack=40.0, balance=0.5), LATER, rescue=True),
    Round(Mode(stretch=20, strict=False, slack=40.0, balance=0.5), LATE, rescue=True),
    Round(Mode(stretch=3, squeeze=3), Beam(40, 240), rescue=True),
    Round(Mode(stretch=6, squeeze=3, strict=False, slack=40.0, balance=0.5), Beam(40, 1000, last=7), rescue=True),
    Round(Mode(stretch=6, squeeze=6, strict=False), Beam(60, 300), rescue=True),
)
"""For pages that no such round can fill: white beyond the reach, broken rules, both; then, room being
scarce, with an eye on what is left to go in; a few rows less than the reach, which is carefully counted: where the page
is set they may prove enough."""

SQUEEZING_ROUNDS = (
    Round(Mode(stretch=20, squeeze=20, strict=False, slack=20.0), Beam(60, 300)),
    Round(Mode(stretch=WHOLE, squeeze=WHOLE, strict=False, slack=WHOLE), WIDE),
)
"""For pages that hold more than there is room for: the first that gives a page ends the search."""

BRIEF_ROUNDS = (Round(HONEST, Beam(100, 700, children=12, alike=3)), Round(Mode(strict=False), Beam(60, 300)))
"""For one more way to make up a page of which there is a plan already."""

WHITE_ROUNDS = (
    Round(Mode(balance=0.2), Beam(40, 1000, last=7)),
    Round(Mode(slack=20.0, balance=0.5), Beam(40, 1000, last=7)),
    Round(Mode(strict=False), Beam(60, 300)),
)
"""For a page on which white may stay: with an eye on what is left to go in, so that it is all in one place."""

HASTY_ROUNDS = (Round(HONEST, Beam(8, 48), hasty=True), Round(Mode(stretch=6, strict=False), Beam(8, 48), hasty=True))
"""Before all others where the time is limited, so that there is a page whatever the budget."""

THOROUGH_ROUNDS = (Round(HONEST, Beam(300, 2000)), Round(HONEST, Beam(1000, 6000)))
"""After all others where the time that was given is not used up."""

COMPLETE_BLOCKS = 5
"""Pages of so few blocks are searched completely, which takes no longer."""

COMPLETE_STEPS = 20_000
"""Where the complete search is left all the same."""

SETTLED = 256
"""So many of a round's pages, the cheapest, are settled and scored."""

DIFFERENT = 0.25
"""Plans proposed together differ over so much of the page."""

JUDGED = 16
"""So many plans of a page are judged a round at most; those that seemed worse all along are passed over."""

FLAWED = 64
"""So many where the best of them keep every rule of the page but show a blemish (孤行, say): the next may show none."""

WORTH_AHEAD = 1500
"""From so many steps of a round on it is worth the while to have another process do the next, beforehand."""

MOST_AHEAD = 4
"""So many processes at most are at a page: hardly a page needs more rounds."""

Judge = Callable[[Plan], Plan]
"""Finds what is wrong with a plan, or how it looks, and gives it back with what that costs besides."""


class Known(Enum):
    """What of a plan is counted so far."""

    SCORE = "its score"
    JUDGED = "what is wrong with it"
    LOOKS = "how it looks"


class Clock:
    """Counts steps, and looks at the time only where a budget in seconds was given."""

    def __init__(self, steps: int | None = None, seconds: float | None = None) -> None:
        self.limited = steps is not None or seconds is not None
        self.steps = steps
        self.end = None if seconds is None else monotonic() + seconds
        self.taken = 0

    def tick(self) -> bool:
        """Count a step; False once the budget is spent."""
        self.taken += 1
        if self.steps is not None and self.taken > self.steps:
            return False
        return self.end is None or self.taken % 32 > 0 or monotonic() < self.end

    @property
    def spent(self) -> bool:
        """Whether the budget is used up."""
        late = self.end is not None and monotonic() >= self.end
        return late or (self.steps is not None and self.taken >= self.steps)


def search(
    problem: Problem,
    *,
    best: int = 1,
    budget: float | None = None,
    judge: Judge | None = None,
    look: Judge | None = None,
    only: Sequence[Round] = (),
    workers: int = 1,
) -> tuple[Plan, ...]:
    """The best plans of a page, best first, each unlike the others; none if the page cannot be filled at all.

    Without a budget the effort is fixed, and the same on any machine. A ``budget``, in seconds, ends the search with
    the best so far, or lets it go on for better. ``judge`` judges the plans that seem best; without one the rules of
    the page do, as far as shapes can tell. What is best then is looked at by ``look``. ``only`` are the
    rounds where it is not to go through all of them. So many processes as there are ``workers`` go about it, and find
    the same.
    """
    seen = mirrored(problem) if problem.vertical_page else problem
    clock = Clock(seconds=budget)
    jury = Jury(problem, judge or partial(checked, problem), look)
    if not all(block.shapes or block.fixed for block in seen.blocks):
        return ()
    free = sum(block.fixed is None for block in seen.blocks)
    jury.add(completely(seen, clock) if free <= COMPLETE_BLOCKS else ())
    kept = jury.best(best)
    spare = SPARE_ROUNDS
    rounds = only or rounds_for(free, clock.limited)
    ahead = Ahead(seen, rounds, 1 if clock.limited else workers)
    try:
        for number, round_ in enumerate(rounds):
            if number == 1 and not jury.plans and (tight := overfull(seen)):
                jury.add(tight)
                return tuple(jury.best(best))
            settled = len(kept) == best and all(plan.clean for plan in kept)
            hopeful = spare > 0 and len(jury.judged) < HOPELESS * best
            once_more = settled and hopeful and round_ not in LAST_ROUNDS and any(plan.breaches for plan in kept)
            spare -= once_more
            if settled and (not clock.limited or round_ in LAST_ROUNDS) and not once_more:
                continue
            if round_.rescue and len(kept) == best and not kept[0].lost:
                continue
            if kept and clock.spent and not round_.hasty:
                break
            # Until there is a page, no budget cuts a round short.
            jury.add(ahead.plans(number, clock if kept and not round_.hasty else Clock()))
            kept = jury.best(best)
    finally:
        ahead.end()
    return tuple(kept)


class Ahead:
    """The rounds of a search, of which other processes do those that come next: while one is judged, and while one is
    waited for that another does."""

    def __init__(self, problem: Problem, rounds: Sequence[Round], workers: int) -> None:
        self.problem = problem
        self.rounds = rounds
        self.workers = processes(min(workers, MOST_AHEAD))
        self.begun: dict[int, Forked[list[Plan]]] = {}
        self.worth = False

    def plans(self, number: int, clock: Clock) -> list[Plan]:
        """The plans of a round."""
        found = None
        if number in self.begun:
            self.begin(number + 1, self.workers)
            process = self.begun.pop(number)
            found = process.next()
            process.end()
        if found is None:
            found = list(plans_of(self.problem, self.rounds[number], clock))
            self.worth = clock.taken >= WORTH_AHEAD
        self.begin(number + 1, self.workers - 1)
        return found

    def begin(self, first: int, most: int) -> None:
        """Begin the rounds from one on, so many of which may be under way."""
        for number in range(first, min(first + most - len(self.begun), len(self.rounds))) if self.worth else ():
            if number not in self.begun:
                self.begun[number] = Forked(partial(self.alone, number))

    def alone(self, number: int, send: Callable[[list[Plan]], None]) -> None:
        """A round, as another process does it."""
        send(list(plans_of(self.problem, self.rounds[number], Clock())))

    def end(self) -> None:
        """No round is needed any more."""
        for process in self.begun.values():
            process.end()


def overfull(problem: Problem) -> list[Plan]:
    """The pages of blocks that take so much more than there is that whole paragraphs must go; none where they need
    not."""
    found: list[Plan] = []
    for round_ in TIGHT:
        tight = list(plans_of(problem, round_, Clock()))
        if not tight or min(plan.beyond for plan in tight) <= OVERFULL * problem.columns * problem.rows:
            return []
        found += tight
    return found


def squeeze(problem: Problem, *, best: int = 1, judge: Judge | None = None) -> tuple[Plan, ...]:
    """A page of blocks that take more than it has: each is over where the others let it. What was sold keeps its size.

    Judged and ranked as by ``search``; none where not even that is a page.
    """
    seen = mirrored(problem) if problem.vertical_page else problem
    jury = Jury(problem, judge or partial(checked, problem))
    for round_ in SQUEEZING_ROUNDS:
        jury.add(plans_of(seen, round_, Clock()))
        if kept := jury.best(best):
            return tuple(kept)
    return ()


def rounds_for(free: int, limited: bool) -> tuple[Round, ...]:
    """The rounds for a page with so many blocks to place, and with or without a limit to the search."""
    rounds = (*next(rounds for limit, rounds in ROUNDS if free <= limit), *LAST_ROUNDS)
    return (*HASTY_ROUNDS, *rounds, *THOROUGH_ROUNDS) if limited else rounds


def completely(problem: Problem, clock: Clock) -> list[Plan]:
    """The best plan of a small page."""
    end = Clock(COMPLETE_STEPS)
    plan, _ = complete(Board(problem, replace(HONEST, bound=True)), lambda: end.tick() and clock.tick())
    return [] if plan is None else [plan]


def plans_of(problem: Problem, round_: Round, clock: Clock) -> Iterator[Plan]:
    """The plans of one round, those polished that are better than all before them."""
    board = Board(problem, round_.mode)
    if not all(board.options):
        return
    best = float("inf")
    for page in nsmallest(SETTLED, grow(board, round_.beam, clock.tick), key=lambda page: page.cost):
        settled = settle(board, page.placed(), page.laid, page.natural)
        if settled is None:
            continue
        plan = plan_of(board, settled)
        yield plan
        if round_.mode.strict and plan.score < best:
            plan = polish(board, plan, settled, page.laid, clock.tick)
            yield plan
        best = min(best, plan.score)


class Jury:
    """Ranks the plans that are found by what a judge says of the best of them, and then by a look at the best."""

    def __init__(self, problem: Problem, judge: Judge, look: Judge | None = None) -> None:
        self.problem = problem
        self.judge = judge
        self.look = look
        self.plans: list[Plan] = []
        self.judged: dict[tuple[Placement, ...], Plan] = {}
        self.looked: dict[tuple[Placement, ...], Plan] = {}

    def add(self, plans: Iterable[Plan]) -> None:
        """Take in plans of the page as the search sees it: read from the left."""
        across = self.problem.columns
        self.plans += (mirrored_plan(plan, across) for plan in plans) if self.problem.vertical_page else plans

    def best(self, count: int) -> list[Plan]:
        """The best plans, each unlike every better one; judged, and looked at, only where it may matter.

        Neither makes a plan better: one of which all is known, and that comes first, is the best.
        """
        cells = self.problem.columns * self.problem.rows
        waiting = [(*order(plan), number, plan, Known.SCORE) for number, plan in enumerate(self.plans)]
        heapify(waiting)
        kept: list[Plan] = []
        before, most = len(self.judged), JUDGED * count
        while waiting and len(kept) < count:
            _, places, number, plan, known = heappop(waiting)
            if any(difference(plan, other, cells) < DIFFERENT for other in kept):
                continue
            if known is Known.JUDGED and self.look is not None:
                if plan.placements not in self.looked:
                    self.looked[plan.placements] = self.look(plan)
                after = self.looked[plan.placements]
                heappush(waiting, (after.rank, places, number, after, Known.LOOKS))
                continue
            if known is not Known.SCORE:
                kept.append(plan)
                continue
            if plan.placements not in self.judged and len(self.judged) < before + most:
                found = self.judged[plan.placements] = self.judge(plan)
                most = FLAWED * count if found.clean and found.breaches else most
            if plan.placements in self.judged:
                after = self.judged[plan.placements]
                heappush(waiting, (after.rank, places, number, after, Known.JUDGED))
        return kept
