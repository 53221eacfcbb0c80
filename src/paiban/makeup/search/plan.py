"""A settled page as a plan: its placements, its score by term, the rules it breaks, and how it differs from others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import log

from paiban.grid import GridRect
from paiban.makeup.judge.breaches import BlockBox, HeadlineBox, LegBox, PageLayout, check
from paiban.makeup.search.board import Board
from paiban.makeup.search.problem import BlockChoices, Placement, Plan, Problem
from paiban.makeup.search.score import GROUNDS, is_band, moved_cost, shape_terms, strain_of
from paiban.makeup.search.settle import Settled
from paiban.template import Costs
from paiban.template.page_rules import ALL_RULES, PAGE_RULES
from paiban.value import NamedTuple

PITCH, MEASURE = 14, 13
"""A basic column with and without its gutter, for the rules: any unit does."""

BLEMISHES = frozenset({
    "lone_characters", "ragged_lines", "overfull_lines", "line_ends", "parted_words", "stumps",
    "uneven_feet", "widows", "headline_breaks",
})  # fmt: skip
"""Rules that only a page that was set shows: no reason to look for another plan, but they count."""

FAULTS = {rule.code: rule.key for rule in PAGE_RULES if rule.key not in BLEMISHES}
"""The rules that a plan can be judged by."""

FLAWS = {rule.code: rule.key for rule in ALL_RULES if rule.key in BLEMISHES}
"""Blemishes by the code of what is found."""

HOLE = "P610"
"""White that no block covers, or more of it in one than a line: however mildly it is told, no page is done with it."""

MISFITS = frozenset({"P501", "P502", "P504", "P505", "P506", "P511", "P562"})
"""Copy over or short, a picture cut too much, a block that cannot be set at all: each pays ``unfilled``."""


FIRST_WEIGHT, DOMINANT = 3, 1.5
"""The picture of a story of such weight may lead a page; it is so many times as large as every other."""

FOREMOST = 1.4
"""The lead's headline is set so many times as large as every other."""

CLEAR_COLUMNS = 2
"""Two 竖题 at one height have so many columns between their strips, or they are bunched."""


CENTRE_BELOW = 0.3
"""A page's second centre begins at so much of the page's height, or lower: at the head it stands in the lead's way."""


class Trial(NamedTuple):
    """What a page shows that was set, or only looked at: the codes of all findings.

    ``excess`` is by how much its loose lines open, in em a place, all together; ``lost`` counts the lines of copy that
    found no room, those of blocks that cannot stand as they are included. ``mild`` are the codes that ``check`` tells
    of the page without a warning: they are looks, all others rules. ``lacked`` are the columns that its first picture
    has too few: no looks, for nothing of a page is seen before it. ``white`` counts the twenty-fifth parts of the page
    that a hole, or white in a story, takes beyond one each.
    """

    codes: tuple[str, ...]
    excess: float = 0.0
    lost: int = 0
    mild: frozenset[str] = frozenset()
    lacked: int = 0
    white: int = 0

    @property
    def misfits(self) -> int:
        """How many blocks do not fill their places."""
        return sum(code in MISFITS for code in self.codes)

    @property
    def faults(self) -> int:
        """How often a rule is broken."""
        return sum(code in FAULTS or code in FLAWS for code in self.broken)

    @property
    def broken(self) -> tuple[str, ...]:
        """The codes of what is no mere matter of looks."""
        return tuple([code for code in self.codes if code == HOLE or code not in self.mild])


def plan_of(board: Board, page: Settled) -> Plan:
    """A settled page as a plan, with its score; the rules of the page are not looked at."""
    problem = board.problem
    placements = []
    for hung in page.blocks:
        block = problem.blocks[hung.option.block]
        counted = page.height(hung, problem.white_above)
        row, foot = page.rows[hung.head], page.rows[hung.foot]
        shape = hung.option.shape(counted)
        strain = strain_of(shape, counted)
        placements.append(Placement(block.id, shape, hung.column, row, foot - row, strain, block.traits, block.weight))
    placements.sort(key=lambda p: (p.row, p.column))
    return scored(problem, board.costs, placements)


def scored(problem: Problem, costs: Costs, placements: Sequence[Placement]) -> Plan:
    """The plan of these placements with its score, the rules of the page not looked at."""
    blocks = {block.id: block for block in problem.blocks}
    terms: Counter[str] = Counter()
    for placement in placements:
        block = blocks[placement.block]
        counted = placement.rows + (problem.white_above if placement.row == 0 else 0)
        terms.update(shape_terms(placement.shape, counted, costs))
        terms.update(dict(place_terms(problem, block, placement, costs)))
    terms.update(dict(page_terms(problem, placements, costs)))
    paid = {name: value for name, value in terms.items() if value}
    return Plan(tuple(placements), sum(paid.values()), paid, {})


def checked(problem: Problem, plan: Plan) -> Plan:
    """A scored plan with the rules that it breaks, and what that costs; a rule that costs nothing is none."""
    costs = problem.costs
    found = (finding.code for finding in check(layout_of(problem, plan.placements)))
    return charged(costs, plan, Trial(tuple(code for code in found if code in FAULTS and costs.of(FAULTS[code]))))


def charged(costs: Costs, plan: Plan, trial: Trial) -> Plan:
    """A scored plan with what was found wrong with it, and what that costs."""
    counted = names_of(trial.codes)
    broken = names_of(trial.broken)
    white = Counter(white_space=trial.white)
    misfits = Counter("unfilled" for code in trial.codes if code in MISFITS)
    terms = {**plan.terms, **{name: costs.of(name) * count for name, count in (counted + white + misfits).items()}}
    terms |= {"loose_lines": costs.loose_lines * trial.excess} if trial.excess else {}
    terms |= {"stamp": costs.stamp * trial.lacked} if trial.lacked else {}
    breaches = sum(costs.of(name) * count for name, count in (broken + white + misfits).items())
    breaches += costs.stamp * trial.lacked
    faults = {name: count for name, count in broken.items() if name not in BLEMISHES}
    return Plan(plan.placements, sum(terms.values()), terms, faults, breaches, trial.lost)


def names_of(codes: Sequence[str]) -> Counter[str]:
    """How often each rule is broken by which a plan can be judged."""
    return Counter(FAULTS.get(code) or FLAWS[code] for code in sorted(codes) if code in FAULTS or code in FLAWS)


def with_looks(costs: Costs, plan: Plan, looks: Mapping[str, float]) -> Plan:
    """A plan with what the terms of looks say of its page, and what that costs."""
    paid = {name: costs.of(name) * off for name, off in looks.items() if costs.of(name) * off}
    return replace(plan, score=plan.score + sum(paid.values()), terms={**plan.terms, **paid})


def place_terms(
    problem: Problem, block: BlockChoices, placement: Placement, costs: Costs
) -> Iterator[tuple[str, float]]:
    """What a block's place costs."""
    rect = placement.rect
    down, across = rect.row / problem.rows, rect.column / problem.columns
    if block.traits.leads:
        yield "place", costs.place * block.weight**2 * (down + costs.place_across * across)
    elif block.traits.high:
        yield "place", costs.picture_low * down
    elif block.traits.side and rect.column and rect.end_column != problem.columns:
        yield "side", costs.side
    if block.filler:
        yield "filler", costs.filler
    if block.previous is not None:
        yield "moved", moved_cost(block.previous, rect, problem.columns, problem.rows, costs)


def page_terms(problem: Problem, placements: Sequence[Placement], costs: Costs) -> Iterator[tuple[str, float]]:
    """What the blocks cost together."""
    stories = [p for p in placements if p.traits.leads]
    verticals = sum(p.shape.form == "vertical" for p in placements)
    over = max(0, verticals - costs.verticals_free)
    yield "verticals", costs.verticals * (over * (over + 1) / 2 + bunched(placements))
    afloat = [p for p in placements if adrift(p, placements, problem)]
    yield "foot", sum(costs.foot * (2 - p.rect.end_row / problem.rows) for p in afloat)
    yield "stack", costs.stack * shelves(placements)
    thin = sum(is_band(p.shape, p.rows + (problem.white_above if p.row == 0 else 0)) for p in placements)
    yield "bands", costs.bands * max(0, thin - 1)
    pictures = [(p, rect) for p in placements if (rect := p.picture) is not None]
    dark = [*(rect for _, rect in pictures), *(p.rect for p in placements if p.traits.dark and p.picture is None)]
    touching = sum(one.touches(other) for i, one in enumerate(dark) for other in dark[:i])
    near_head = (max(0.0, 1 - p.row / (problem.rows * CENTRE_BELOW)) for p in placements if p.shape.ground in GROUNDS)
    yield "centre", costs.centre * sum(near_head)
    yield "dark", costs.dark * touching
    yield "dominance", costs.dominance * rivalry(pictures)
    boxes = [p.rect for p in placements if p.shape.boxed]
    yield "boxes", costs.boxes * sum(one.touches(other) for one, other in combinations(boxes, 2))
    if len(stories) > 1:
        lead = max(stories, key=lambda p: (p.weight, -p.row, -p.column))
        yield "lead", costs.lead_narrow * max(0.0, problem.columns / 2 - lead.shape.columns)
        yield "rivals", costs.rivals * outshone(lead, [p for p in stories if p is not lead])


def shelves(placements: Sequence[Placement]) -> int:
    """How many blocks stand exactly under one of their own width; in a pile each counts those that it stands under."""
    under: dict[tuple[int, int, int], int] = {}
    count = 0
    for p in sorted(placements, key=lambda p: p.row):
        above = under.get((p.row, p.column, p.shape.columns), 0)
        count += above
        under[p.row + p.rows, p.column, p.shape.columns] = above + 1
    return count


def bunched(placements: Sequence[Placement]) -> int:
    """How many pairs of vertical headlines stand one over another, or at one height in columns that are near."""
    strips = [p.rect for p in placements if p.shape.form == "vertical"]
    return sum(
        one.column == other.column or (one.meets_rows(other) and abs(one.column - other.column) <= CLEAR_COLUMNS)
        for one, other in combinations(strips, 2)
    )


def outshone(lead: Placement, others: Sequence[Placement]) -> float:
    """How far, in e times, the lead's headline is from being the largest by a step, and the lead from being the largest
    story."""
    size = max(p.shape.headline_size for p in others)
    own = lead.shape.headline_size
    smaller = max(0.0, log(FOREMOST * size / own)) if own and size else 0.0
    largest, first = max(p.rect.cells for p in others), lead.rect.cells
    return smaller + (max(0.0, log(largest / first)) if largest and first else 0.0)


def adrift(placement: Placement, placements: Sequence[Placement], problem: Problem) -> bool:
    """Whether an advert stands neither at the page's foot nor upon another advert."""
    if not placement.traits.foot or placement.rect.end_row == problem.rows:
        return False
    under = placement.rect._replace(row=placement.rect.end_row, rows=1)
    return not any(other.traits.foot and other.rect.holds(under) for other in placements)


def rivalry(pictures: Sequence[tuple[Placement, GridRect]]) -> float:
    """How far, in e times, the first picture of a page is from being half as large again as the second.

    The first is the heaviest story's; where no story of some weight has any, none has to be.
    """
    ranked = sorted(pictures, key=lambda pair: (-pair[0].weight, pair[0].row, pair[0].column))
    if len(ranked) < 2 or ranked[0][0].weight < FIRST_WEIGHT:
        return 0.0
    largest = max(rect.cells for _, rect in ranked[1:])
    return max(0.0, log(DOMINANT * largest / ranked[0][1].cells))


def layout_of(problem: Problem, placements: Sequence[Placement]) -> PageLayout:
    """A plan as the rules see a page."""
    right = problem.columns * PITCH - 1
    columns = tuple((c * PITCH, c * PITCH + MEASURE) for c in range(problem.columns))
    blocks = {block.id: block for block in problem.blocks}
    boxes = tuple(box_of(placement, blocks[placement.block]) for placement in placements)
    return PageLayout(0, right, problem.rows, columns, boxes, from_right=problem.vertical_page)


def box_of(placement: Placement, block: BlockChoices) -> BlockBox:
    """A block's placement as a block of the page, its legs parted by the shape's gutters."""
    rect, shape = placement.rect, placement.shape
    headline = None
    if shape.headline_rows and shape.form != "none":
        start, end = shape.headline_columns
        x0, x1 = (rect.column + start) * PITCH, (rect.column + end) * PITCH - 1
        row1 = min(rect.row + shape.headline_rows, rect.end_row)
        vertical = shape.form in ("vertical", "upright")
        headline = HeadlineBox(x0, x1, rect.row, row1, shape.headline_size, vertical)
    return BlockBox(
        name=placement.block,
        traits=placement.traits,
        weight=placement.weight,
        x0=rect.column * PITCH,
        x1=rect.end_column * PITCH - 1,
        row0=rect.row,
        row1=rect.end_row,
        headline=headline,
        legs=legs_of(placement) if shape.gutters else (),
        boxed=shape.boxed,
        package=block.package,
        before=block.before,
    )


def legs_of(placement: Placement) -> tuple[LegBox, ...]:
    """The parts that a shape's gutters cut it into, those under a horizontal headline below it."""
    rect, shape = placement.rect, placement.shape
    start, end = shape.headline_columns
    cuts = [0, *shape.gutters, shape.columns]
    legs = []
    for left, right in pairwise(cuts):
        under = shape.form == "above" and left < end and right > start
        if shape.form == "vertical" and start <= left and right <= end:
            continue
        row = rect.row + (shape.headline_rows if under else 0)
        x0, x1 = (rect.column + left) * PITCH, (rect.column + right) * PITCH - 1
        legs.append(LegBox(x0, x1, min(row, rect.end_row), rect.end_row, rect.end_row))
    return tuple(legs)


def difference(one: Plan, other: Plan, cells: int) -> float:
    """The share of the page where two plans have different blocks."""
    places = {p.block: p.rect for p in other.placements}
    same = 0
    for placement in one.placements:
        other_place = places.get(placement.block)
        if other_place is not None and placement.rect.meets(other_place):
            same += placement.rect.shared(other_place).cells
    return 1 - same / cells


def order(plan: Plan) -> tuple[tuple[int, float, float], list[tuple[str, int, int, int]]]:
    """Plans by rank; equal ones by their places, so that one order is sure."""
    return plan.rank, [(p.block, p.column, p.row, p.rows) for p in plan.placements]
