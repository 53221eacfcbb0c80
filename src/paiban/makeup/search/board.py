"""The tables of one search over one page: options by width, what every block takes at least, who the lead is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from paiban.grid import GridRect
from paiban.makeup.search.filling import FOOT, HEAD, Filling, Reserved, Segment
from paiban.makeup.search.options import Option, all_options
from paiban.makeup.search.problem import Problem, Shape


@dataclass(frozen=True, slots=True)
class Mode:
    """How a search goes about it.

    ``stretch``: rows that a block may take beyond what its copy honestly fills; ``squeeze``: rows that it may lack, so
    that copy must be cut. ``strict``: rules of the page are never broken. ``slack``: how much dearer than a block's
    best an option may be. ``balance``: what a page is feared to pay for a cell by which the copy that is left differs
    from its room, squared, shared by the blocks that are left. ``bound``: costs are least costs, for the complete
    search, and not likely ones.
    """

    stretch: int = 0
    squeeze: int = 0
    strict: bool = True
    slack: float = 6.0
    balance: float = 0.02
    bound: bool = False


GIVE = 0.25
"""What a seam pays for lying a row off, squared, shared by the blocks that hang above it: an estimate."""

ROWS_AHEAD = 1.0
"""Options this near to a block's best tell what it is likely to take of the page."""


class Board:
    """A problem prepared for searching; the same for every page that is tried."""

    def __init__(self, problem: Problem, mode: Mode) -> None:
        self.problem = problem
        self.strict, self.bound = mode.strict, mode.bound
        self.balance = mode.balance
        self.give = 0.0 if mode.bound else GIVE
        self.costs = problem.costs
        self.columns, self.rows = problem.columns, problem.rows
        self.near = self.costs.near
        self.options = all_options(problem, self.costs, (mode.squeeze, mode.stretch), mode.slack)
        self.by_width: list[list[Option]] = [[] for _ in range(self.columns + 1)]
        for options in self.options:
            for option in options:
                self.by_width[option.looks.columns].append(option)
        self.tabulate()
        self.sort_out()
        self._unlit: dict[int, list[int]] = {}

    def tabulate(self) -> None:
        """What each block costs and takes at least, and is likely to take."""
        blocks = self.problem.blocks
        self.least = [
            0.0 if block.filler else min((o.least for o in options), default=0.0)
            for block, options in zip(blocks, self.options, strict=True)
        ]
        self.least_rows = [min((o.low for o in options), default=self.rows) for options in self.options]
        sizes = [[(o.looks.columns * o.low, o.looks.columns * o.high) for o in options] for options in self.options]
        self.least_cells = [
            0 if block.filler else min((low for low, _ in size), default=0)
            for block, size in zip(blocks, sizes, strict=True)
        ]
        self.most_cells = [max((high for _, high in size), default=0) for size in sizes]
        self.reach = [
            [[(o.low, o.high) for o in options if o.looks.columns == width] for width in range(self.columns + 1)]
            for options in self.options
        ]
        likely = [likely_cells(options) if not block.filler else 0.0
                  for block, options in zip(blocks, self.options, strict=True)]  # fmt: skip
        share = self.columns * self.rows / (sum(likely) or 1.0)
        self.cells = [size * share for size in likely]

    def sort_out(self) -> None:
        """Which blocks are fillers, adverts, candidates for the lead; which may stand right of a headline."""
        blocks = self.problem.blocks
        pairs = apart_pairs(self.problem)
        self.apart = [frozenset().union(*(pair - {i} for pair in pairs if i in pair)) for i in range(len(blocks))]
        named = {block.package for block in blocks if block.package}
        self.packages = [tuple(i for i, block in enumerate(blocks) if block.package == name) for name in sorted(named)]
        self.sided = sum(1 << i for i, block in enumerate(blocks) if block.side)
        self.after = [sum(1 << i for i, other in enumerate(blocks) if block.id in other.before) for block in blocks]
        self.fillers = sum(1 << i for i, block in enumerate(blocks) if block.filler)
        self.editorial = sum(1 << i for i, block in enumerate(blocks) if not block.traits.foot)
        stories = [i for i, block in enumerate(blocks) if block.traits.leads]
        top = max((blocks[i].weight for i in stories), default=0)
        leads = [i for i in stories if blocks[i].weight == top]
        self.leads = sum(1 << i for i in leads) if self.corner_serves(leads) else 0
        self.unlit_by_width = [0] * (self.columns + 1)
        for width, options in enumerate(self.by_width):
            for option in options:
                if not option.looks.lit_left:
                    self.unlit_by_width[width] |= 1 << option.block
        costs = self.costs
        self.pull = [
            costs.place * block.weight**2 if block.traits.leads
            else costs.picture_low if block.traits.high else 0.0
            for block in blocks
        ]  # fmt: skip
        self.across = [costs.place_across if block.traits.leads else 0.0 for block in blocks]

    def corner_serves(self, leads: Sequence[int]) -> bool:
        """Whether a lead that has no place yet can stand in the page's first corner, clear of all given places."""
        blocks, lift = self.problem.blocks, self.problem.white_above
        placed = [block.fixed for block in blocks if block.fixed is not None]
        corners = (
            GridRect(0, 0, option.looks.columns, max(1, option.low - lift))
            for lead in leads
            for option in self.options[lead]
        )
        return all(blocks[lead].fixed is None for lead in leads) and any(
            not any(corner.meets(place) for place in placed) for corner in corners
        )

    def unlit_within(self, remaining: int) -> list[int]:
        """For each width, the remaining blocks that could stand in it right of a headline at the same height."""
        known = self._unlit.get(remaining)
        if known is None:
            known = [0] * (self.columns + 1)
            for width in range(1, self.columns + 1):
                known[width] = known[width - 1] | self.unlit_by_width[width] & remaining
            self._unlit[remaining] = known
        return known

    def starts(self) -> list[Filling]:
        """The empty page, once for every way to lay the adverts at its foot."""
        if self.bound:
            return [self.empty(kept_places(self.problem))]
        return [self.empty(laid) for laid in laid_adverts(self.problem)]

    def empty(self, laid: dict[int, Reserved]) -> Filling:
        """A page with nothing on it but what is laid on certain places."""
        state = Filling()
        state.segments = (Segment(0, self.columns, HEAD, True, False, False),)
        state.notch = 0
        state.low, state.high = [0, self.rows], [0, self.rows]
        state.natural, state.depth = [0.0, float(self.rows)], [0, 0]
        state.edges = state.trail = None
        state.laid = laid
        state.remaining = (1 << len(self.options)) - 1
        state.caps = self.caps(laid, state.remaining)
        state.open = (1 << self.columns) - 2
        state.verticals = 0
        state.cost = 0.0
        state.area = float(self.columns * self.rows)
        state.moment = state.area * self.rows / 2
        state.weight_left = sum(self.pull)
        state.options_left = sum(self.least)
        state.cells_left = sum(self.cells)
        state.least_left, state.most_left = sum(self.least_cells), sum(self.most_cells)
        return state

    def caps(self, laid: dict[int, Reserved], remaining: int) -> tuple[int, ...]:
        """The row of the next laid block down each column."""
        rows = [self.rows] * self.columns
        for block, place in laid.items():
            if remaining >> block & 1:
                for column in range(place.column, place.column + place.columns):
                    rows[column] = min(rows[column], place.most_row)
        return tuple(rows)

    def done(self, state: Filling) -> bool:
        """Whether a page is full and nothing is left over but fillers."""
        full = len(state.segments) == 1 and state.segments[0].seam == FOOT
        return full and not state.remaining & ~self.fillers


def likely_cells(options: list[Option]) -> float:
    """What a block is likely to take: the mean over its options that cost little more than the best."""
    if not options:
        return 0.0
    limit = min(option.least for option in options) + ROWS_AHEAD
    good = [option.looks.columns * option.natural for option in options if option.least <= limit]
    return sum(good) / len(good)


def kept_places(problem: Problem) -> dict[int, Reserved]:
    """The places that the editor gave."""
    return {
        index: Reserved(place.column, place.columns, place.row, place.row, place.end_row, True)
        for index, block in enumerate(problem.blocks)
        if (place := block.fixed) is not None
    }


def laid_adverts(problem: Problem) -> list[dict[int, Reserved]]:
    """Every way to lay the adverts along the foot, from the corners inward, clear of given places.

    Where they have no room side by side the narrower stand upon the wider. Those that must not stand beside each other
    do not; one that has such a neighbour may stand away from the foot too, and where nothing else serves any may, but
    as few as can be.
    """
    adverts = [i for i, b in enumerate(problem.blocks) if b.traits.foot and b.fixed is None and not b.filler]
    kept, apart = kept_places(problem), apart_pairs(problem)
    shy = {advert for advert in adverts if any(advert in pair for pair in apart)}
    ways: list[dict[int, Reserved]] = []

    def lay(index: int, left: int, right: int, laid: dict[int, Reserved], away: int) -> None:
        if index == len(adverts):
            ways.append(laid)
            return
        for shape in problem.blocks[adverts[index]].shapes:
            for column in corners(problem, adverts[index], shape, left, right):
                place = at_foot(shape, column, problem.rows)
                if shape.columns > right - left or any(place.least.meets(other.least) for other in kept.values()):
                    continue
                if any({adverts[index], other} in apart and place.least.touches(laid[other].least) for other in laid):
                    continue
                inside = (column + shape.columns, right) if column == left else (left, column)
                lay(index + 1, *inside, {**laid, adverts[index]: place}, away)
        if adverts[index] in shy or away:
            lay(index + 1, left, right, laid, away - (adverts[index] not in shy))

    lay(0, 0, problem.columns, kept, 0)
    ways = ways or ([] if shy else stacked_adverts(problem, adverts, kept))
    for away in range(1, len(adverts) + 1) if not ways else ():
        lay(0, 0, problem.columns, kept, away)
        if ways:
            break
    return ways


def corners(problem: Problem, advert: int, shape: Shape, left: int, right: int) -> list[int]:
    """The columns at which an advert may begin in one of the corners of so much of the foot."""
    block, columns = problem.blocks[advert], dict.fromkeys((left, right - shape.columns))
    return [column for column in columns if block.may_reach(column, column + shape.columns, problem.columns)]


def stacked_adverts(problem: Problem, adverts: Sequence[int], kept: dict[int, Reserved]) -> list[dict[int, Reserved]]:
    """Every way to lay adverts along the foot of which some, as few as can be, stand upon others, at a side of them:
    each as high as it was sold."""
    shapes = {advert: problem.blocks[advert].shapes[0] for advert in adverts}
    ways = [kept]
    for advert in sorted(adverts, key=lambda each: (-shapes[each].columns, each)):
        ways = [
            {**laid, advert: place}
            for laid in ways
            for place in places_upon(problem, shapes[advert], laid, kept)
            if problem.blocks[advert].may_reach(place.column, place.column + place.columns, problem.columns)
        ]
    at_foot = [sum(laid[advert].end_row == problem.rows for advert in adverts) for laid in ways]
    return [laid for laid, count in zip(ways, at_foot, strict=True) if count == max(at_foot)]


def places_upon(
    problem: Problem, shape: Shape, laid: dict[int, Reserved], kept: dict[int, Reserved]
) -> Iterator[Reserved]:
    """The places for an advert at the sides of the page's foot, and of each advert laid there, that are still free."""
    grounds = [(0, problem.columns, problem.rows)]
    grounds += [(each.column, each.columns, each.most_row) for advert, each in laid.items() if advert not in kept]
    for left, columns, foot in grounds:
        for column in dict.fromkeys((left, left + columns - shape.columns)):
            place = Reserved(column, shape.columns, foot - shape.rows, foot - shape.rows, foot, False)
            if shape.columns <= columns and not any(place.least.meets(other.least) for other in laid.values()):
                yield place


def apart_pairs(problem: Problem) -> set[frozenset[int]]:
    """The pairs of blocks that must not touch each other."""
    numbers = {block.id: number for number, block in enumerate(problem.blocks)}
    return {
        frozenset((number, numbers[other]))
        for number, block in enumerate(problem.blocks)
        for other in block.apart
        if other in numbers
    }


def at_foot(shape: Shape, column: int, rows: int) -> Reserved:
    """A place along the foot."""
    return Reserved(column, shape.columns, rows - shape.rows_max, rows - shape.rows_min, rows, False)
