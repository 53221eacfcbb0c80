"""分版: stories given to pages by weight, section and the room that each page has.

What has pages of its own stands there, the heaviest story that may goes to the first page, sections stay together,
every page has something to lead it, and the pages come out evenly full. Units are put on pages one by one, the heaviest
first, then moved and exchanged as long as that betters the whole: small, exact in its arithmetic, and the same at every
run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from paiban.issue import Quota
from paiban.value import NamedTuple

UNEVEN = 4000.0
"""A page that is a tenth of its room above or below the mean costs forty: as much as a section torn apart."""

OVERFULL = 4.0
"""CopyArea that a page lacks counts so many times more."""

TORN = 40.0
"""A section that stands on one page more than it must."""

MIXED = 4.0
"""A second section on a page."""

FRONT = 0.8
"""A story of weight w on the n-th page costs w² · n of it: what matters stands in front."""

LEADERLESS = 6.0
"""For every degree by which a page's heaviest story is lighter than the issue's."""

NOT_FIRST = 10_000.0
"""The heaviest story off the first page."""

ASKED = 100_000.0
"""Each time that what was asked is not kept: a unit on a page that is none of its own, with one that it must not share
a page with (不同版) or after one that it is to be before; a story more than a page may have, or fewer (限量)."""


class Unit(NamedTuple):
    """What must stay on one page: a story with its pictures, a rail, an advert. ``cells`` is what it takes.

    ``page`` is the editor's, None where the engine is free; ``among`` are the pages that it may stand on by its name,
    none where that says nothing. It is the ``rest`` of the unit of that name, which it follows on a later page; it has
    the blocks ``with_it`` besides the one that it is called by (组稿), and shares its page with none of ``elsewhere``.
    ``stories`` are the sections of those of its blocks that count as stories. It stands on no later page than those
    ``before`` which it is to be.
    """

    id: str
    cells: int
    weight: int = 0
    section: str = ""
    page: int | None = None
    rest: str = ""
    among: tuple[int, ...] = ()
    with_it: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[str, ...]:
        """Its blocks, those that belong to one of them left out."""
        return (self.id, *self.with_it)

    @property
    def bonds(self) -> int:
        """How much it asks."""
        return len(self.elsewhere) + len(self.before) + bool(self.rest) + bool(self.among)

    def may_stand(self, page: int) -> bool:
        """Whether a page, by its number, is one that it may stand on."""
        return page == self.page if self.page is not None else not self.among or page in self.among


def assign(
    units: Sequence[Unit], pages: Sequence[int], room: int, quotas: Sequence[tuple[int, Quota]] = ()
) -> dict[str, int]:
    """The page of every block; ``room`` is the cells of a page, ``quotas`` are pages' by their numbers."""
    heavy_first = sorted(range(len(units)), key=lambda i: (-units[i].weight, -units[i].cells, i))
    bound_first = sorted(heavy_first, key=lambda i: -units[i].bonds)
    best = None
    for order in (heavy_first, bound_first, bound_first[::-1]):
        table = Allotment(units, pages, room, quotas)
        table.fill(order)
        if best is None or table.cost() < best.cost():
            best = table
        if not best.asked():
            break
    assert best is not None
    return dict(best.numbers_by_block())


class Allotment:
    """Where every unit stands (``at``: the index of its page, None until it has one), and what that costs."""

    def __init__(
        self, units: Sequence[Unit], pages: Sequence[int], room: int, quotas: Sequence[tuple[int, Quota]] = ()
    ) -> None:
        self.quotas = dict(quotas)
        self.ordered = [unit for unit in units if unit.rest or unit.before]
        self.asking = bool(quotas) or any(unit.bonds for unit in units)
        self.units = units
        self.pages = pages
        self.count = len(pages)
        self.room = room
        self.mean = min(1.0, sum(unit.cells for unit in units) / (room * len(pages)))
        self.heaviest = max((unit.weight for unit in units), default=0)
        self.first = max((unit.weight for unit in units if pages and unit.may_stand(pages[0])), default=0)
        numbers = {number: index for index, number in enumerate(pages)}
        self.at: list[int | None] = [numbers.get(unit.page) if unit.page is not None else None for unit in units]

    def fill(self, order: Sequence[int]) -> None:
        """Put the units on pages in an order, then move and exchange them as long as that betters the whole."""
        for index in order:
            if self.units[index].page is None:
                self.at[index] = min(range(self.count), key=lambda page: (self.with_unit(index, page), page))
        better = True
        while better:
            better = any([self.improve(index, other) for index, other in self.exchanges()])

    def exchanges(self) -> Iterator[tuple[int, int]]:
        """Every unit with every later one, and with itself for moving it alone; what the editor fixed stays."""
        free = [index for index, unit in enumerate(self.units) if unit.page is None]
        for place, index in enumerate(free):
            for other in free[place:]:
                yield index, other

    def improve(self, index: int, other: int) -> bool:
        """Move a unit to its best page, or exchange two, if that costs less; whether it did."""
        before, old, older = self.cost(), self.at[index], self.at[other]
        if index == other:
            best = min(range(self.count), key=lambda page: (self.with_unit(index, page), page))
            self.at[index] = best
        else:
            self.at[index], self.at[other] = older, old
        if self.cost() < before - 1e-9:
            return True
        self.at[index], self.at[other] = old, older
        return False

    def with_unit(self, index: int, page: int) -> float:
        """What the whole costs with one unit on a page."""
        old, self.at[index] = self.at[index], page
        cost = self.cost()
        self.at[index] = old
        return cost

    def cost(self) -> float:
        """What the pages cost as they stand."""
        on_page: list[list[Unit]] = [[] for _ in range(self.count)]
        for unit, page in zip(self.units, self.at, strict=True):
            if page is not None:
                on_page[page].append(unit)
        pages = sum(self.page_cost(page, units) for page, units in enumerate(on_page))
        return pages + TORN * self.torn(on_page) + self.asked()

    def asked(self) -> float:
        """What is paid for what was asked and is not kept."""
        if not self.asking:
            return 0.0
        return ASKED * self.backwards() + sum(self.missed(page) for page in range(self.count))

    def missed(self, page: int) -> float:
        """The same of one page."""
        units = [unit for unit, place in zip(self.units, self.at, strict=True) if place == page]
        blocks = {block for unit in units for block in unit.blocks}
        cost = ASKED * sum(block in blocks for unit in units for block in unit.elsewhere)
        quota = self.quotas.get(self.pages[page])
        if quota is not None:
            cost += ASKED * quota.off([section for unit in units for section in unit.stories])
        return cost + ASKED * sum(not unit.may_stand(self.pages[page]) for unit in units)

    def backwards(self) -> int:
        """Second parts of stories that do not stand on a later page than the first, for which nobody turns back, and
        units on a later page than those that they are to be before."""
        if not self.ordered:
            return 0
        at = dict(self.numbers_by_block())
        placed = [unit for unit in self.ordered if unit.id in at]
        parts = sum(at[unit.id] <= at[unit.rest] for unit in placed if unit.rest in at)
        return parts + sum(at[unit.id] > at[other] for unit in placed for other in unit.before if other in at)

    def numbers_by_block(self) -> Iterator[tuple[str, int]]:
        """The number of the page of every block that has one."""
        for unit, page in zip(self.units, self.at, strict=True):
            if page is not None:
                yield from ((block, self.pages[page]) for block in unit.blocks)

    def page_cost(self, page: int, units: Sequence[Unit]) -> float:
        """One page: how far it is from the mean, what leads it, how much of it stands far back."""
        full = sum(unit.cells for unit in units) / self.room
        off = full - self.mean
        cost = UNEVEN * off * off + OVERFULL * UNEVEN * max(0.0, full - 1.0) ** 2
        cost += MIXED * max(0, len({unit.section for unit in units if unit.section}) - 1)
        cost += FRONT * page * sum(unit.weight**2 for unit in units)
        lead = max((unit.weight for unit in units), default=0)
        cost += LEADERLESS * (self.heaviest - lead)
        return cost + (NOT_FIRST if page == 0 and lead < self.first else 0.0)

    def torn(self, on_page: Sequence[Sequence[Unit]]) -> int:
        """Pages on which sections stand beyond those that they must take."""
        cells: dict[str, int] = {}
        pages: dict[str, int] = {}
        for units in on_page:
            for section in sorted({unit.section for unit in units if unit.section}):
                pages[section] = pages.get(section, 0) + 1
        for unit in self.units:
            cells[unit.section] = cells.get(unit.section, 0) + unit.cells
        return sum(max(0, count - -(-cells[section] // self.room)) for section, count in pages.items())


def fullness(units: Sequence[Unit], at: Mapping[str, int], room: int) -> dict[int, int]:
    """How full each page is, in per cent of its room."""
    cells: dict[int, int] = {}
    for unit in units:
        if unit.id in at:
            cells[at[unit.id]] = cells.get(at[unit.id], 0) + unit.cells
    return {page: round(100 * count / room) for page, count in sorted(cells.items())}
