"""A page that an edit put out of order: the smallest change of it that can be printed, before it is made up anew.

Rungs: nothing, where all blocks fill their places; seams moved by a few rows, a headline, a crop or a form that gives
way; the blocks beside the trouble made up anew among themselves, the others where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from paiban.grid import GridRect
from paiban.issue import Block, IssuePage, Place
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.propose.candidates import Gathering
from paiban.makeup.propose.kind import Candidate
from paiban.makeup.propose.trial import Trials
from paiban.makeup.search import Placement, Shape
from paiban.makeup.search.plan import Trial
from paiban.makeup.search.shift import SeamBlock, shifts
from paiban.value import NamedTuple

TRIED = 16
"""So many small changes are set for real at most."""

NEAR = 8
"""A block's height changes by no more rows."""

RINGS, NEAREST = 6, 2
"""So often at most more blocks may move, and how many more each time."""

ROWS_WIDE = 9
"""About so many rows a basic column is wide."""

FORM = 6.0
"""Another form of a headline, or other legs, is as bad as so many rows."""

WIDER = 8.0
"""A picture of other columns inside its story likewise."""


FormsAt = dict[tuple[str, int, GridRect], tuple[Block, ...]]
"""Blocks as they stand in a shape of a candidate, by its block, the shape's key and the place."""


class PlacedForm(NamedTuple):
    """A unit at one height: its blocks as they would stand there, and how much of them changes."""

    cost: float
    blocks: tuple[Block, ...]


class HostGuest(NamedTuple):
    """Blocks that move together, a story with its picture: where they stand, and the ways at each height in rows.

    ``amiss``: as they stand they do not fill their place. A ``firm`` unit stays.
    """

    rect: GridRect
    blocks: tuple[Block, ...]
    ways: Mapping[int, PlacedForm]
    amiss: bool
    firm: bool


class Repair(NamedTuple):
    """A page to be repaired: as it stands, and its blocks as they may be set when they give up their places."""

    page: IssuePage
    table: Gathering
    candidates: Sequence[Candidate]
    trials: Trials
    known: FormsAt

    def shifted(self, amiss: frozenset[str]) -> IssuePage | None:
        """The page with the fewest seams moved that give these blocks other heights or forms, where that is better."""
        units = [unit for candidate in self.candidates if (unit := self.unit(candidate, amiss)) is not None]
        before = self.trials.of(self.page)
        pages = (self.with_places(units, rects) for rects in shifts([standing_of(u) for u in units], self.rows))
        return next((page for page in islice(pages, TRIED) if mends(self.trials.of(page), before)), None)

    @property
    def rows(self) -> int:
        """The rows of the page."""
        return self.table.kit.grid.rows

    def unit(self, candidate: Candidate, amiss: frozenset[str]) -> HostGuest | None:
        """A candidate with its guests where they stand; None for what has no place."""
        company = candidate.company.blocks if candidate.company is not None else ()
        ids = [candidate.block.id, *(guest.id for guest in company)]
        blocks = tuple(block for block in self.page.blocks if block.id in ids)
        rects = [block.place.rect for block in blocks if block.place is not None]
        if len(rects) < len(ids):
            fixed = candidate.choices.fixed
            return None if fixed is None else HostGuest(fixed, blocks, {}, amiss=False, firm=True)
        rect = rects[0]
        for other in rects[1:]:
            rect = rect.around(other)
        if candidate.choices.fixed is not None or self.holds_others(rect, ids):
            return HostGuest(rect, blocks, {}, amiss=False, firm=True)
        wrong = not amiss.isdisjoint(ids)
        ways = dict(self.ways(candidate, rect, blocks, as_it_is=not wrong))
        return HostGuest(rect, blocks, ways, wrong, firm=False)

    def holds_others(self, rect: GridRect, ids: Sequence[str]) -> bool:
        """Whether something else stands in a unit's place, as a quotation or a headline upon a picture does."""
        others = (block for block in self.page.blocks if block.id not in ids and block.place is not None)
        return any(rect.meets(block.place.rect) for block in others if block.place is not None)

    def ways(
        self, candidate: Candidate, rect: GridRect, blocks: tuple[Block, ...], as_it_is: bool
    ) -> Iterator[tuple[int, PlacedForm]]:
        """The heights, in rows of its place, that a unit can be given, each with the way that changes least."""
        best: dict[int, PlacedForm] = {rect.rows: PlacedForm(0.0, blocks)} if as_it_is else {}
        white = WHITE_ROWS if rect.row == 0 else 0
        for shape in candidate.choices.shapes:
            if shape.columns != rect.columns:
                continue
            least, most = max(shape.rows_min - white, rect.rows - NEAR), min(shape.rows_max - white, rect.rows + NEAR)
            for rows in range(least, most + 1):
                if rows == rect.rows and as_it_is:
                    continue
                way = self.way(candidate, shape, rect._replace(rows=rows), blocks)
                if way.cost and (rows not in best or way.cost < best[rows].cost):
                    best[rows] = way
        yield from best.items()

    def way(self, candidate: Candidate, shape: Shape, rect: GridRect, blocks: tuple[Block, ...]) -> PlacedForm:
        """A unit in a shape at a place."""
        planning = self.table.plannings[candidate.block.kind]
        key = candidate.block.id, shape.key, rect
        if key not in self.known:
            placement = Placement(candidate.block.id, shape, rect.column, rect.row, rect.rows)
            placed = {block.id: block for block in planning.places(candidate, placement)}
            self.known[key] = tuple(placed[block.id] for block in blocks)
        after = self.known[key]
        own = next(block for block in blocks if block.id == candidate.block.id)
        cost = 0.0 if planning.alike(candidate, shape, own) else FORM
        for one, other in zip(places_of(blocks), places_of(after), strict=True):
            cost += WIDER * (one.columns != other.columns) + abs(one.rows - other.rows) + abs(one.row - other.row)
        return PlacedForm(cost, after)

    def with_places(self, units: Sequence[HostGuest], rects: Sequence[GridRect]) -> IssuePage:
        """The page with its units at other places."""
        moved: dict[str, Block] = {}
        for unit, rect in zip(units, rects, strict=True):
            if not unit.firm and (unit.amiss or rect != unit.rect):
                down = rect.row - unit.rect.row
                moved |= {block.id: lowered(block, down) for block in unit.ways[rect.rows].blocks}
        return self.page._replace(blocks=tuple(moved.get(block.id, block) for block in self.page.blocks))

    def rings(self, amiss: frozenset[str], holes: Sequence[GridRect]) -> Iterator[frozenset[str]]:
        """The blocks that may move, of which the page beside the trouble is made up anew: at first those that touch it,
        then each time the nearest two of those that touch them as well."""
        places = {block.id: block.place.rect for block in self.page.blocks if block.place is not None}
        trouble = [*holes, *(places[block] for block in amiss if block in places)]
        ring = self.beside(amiss, holes)
        for _ in range(RINGS):
            yield ring
            others = sorted(self.beside(ring, holes) - ring, key=lambda block: (away(places[block], trouble), block))
            if not others:
                return
            ring = self.whole_units(ring | {*others[:NEAREST]})

    def beside(self, amiss: frozenset[str], holes: Sequence[GridRect]) -> frozenset[str]:
        """The blocks that may move when those that are amiss are made up anew: they, and all that touch them."""
        places = {block.id: block.place.rect for block in self.page.blocks if block.place is not None}
        trouble = [*holes, *(places[block] for block in amiss if block in places)]
        near = {block for block, rect in places.items() if any(rect.touches(t) or rect.meets(t) for t in trouble)}
        return self.whole_units(near)

    def whole_units(self, near: set[str] | frozenset[str]) -> frozenset[str]:
        """These blocks, with the stories of those that belong to one, and all that belong to them."""
        standing = {block.id for block in self.page.blocks if block.place is not None}
        hosts = {block.id: block.host for block in self.page.blocks if block.host in standing}
        near = near | {hosts[block] for block in near if block in hosts}
        return frozenset(near | {block for block, host in hosts.items() if host in near})


def standing_of(unit: HostGuest) -> SeamBlock:
    """A unit as the seams have it."""
    return SeamBlock(unit.rect, {rows: way.cost for rows, way in unit.ways.items()}, unit.firm)


def places_of(blocks: Sequence[Block]) -> list[GridRect]:
    """The places of blocks that have one."""
    return [block.place.rect for block in blocks if block.place is not None]


def away(rect: GridRect, trouble: Sequence[GridRect]) -> int:
    """How many rows and columns, a column as many rows as it is wide, lie between a block and the nearest trouble."""
    return min(
        max(0, other.row - rect.end_row, rect.row - other.end_row)
        + ROWS_WIDE * max(0, other.column - rect.end_column, rect.column - other.end_column)
        for other in trouble
    )


def lowered(block: Block, rows: int) -> Block:
    """A block so many rows further down."""
    if block.place is None:
        return block
    rect = block.place.rect
    return block._replace(place=Place(rect._replace(row=rect.row + rows), block.place.span))


def mends(after: Trial, before: Trial) -> bool:
    """Whether a changed page is better for it in one thing, and worse in none: lines lost, misfits, broken rules."""
    pairs = ((after.lost, before.lost), (after.misfits, before.misfits), (after.faults, before.faults))
    return all(new <= old for new, old in pairs) and any(new < old for new, old in pairs)
