"""How full a page will be, before anything is placed: what each block will about take, in cells.

A cell is a row of a basic column. A story takes its natural lines, its best head over a likely span and its picture as
it is; a block that the editor placed takes its place. ``capacity`` holds the hard side of the same count.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from paiban.diagnostic import Diagnostic
from paiban.grid import Grid
from paiban.issue import IssuePage
from paiban.makeup.frame.capacity import Capacity
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.place import Places, page_galleys, places_inside
from paiban.makeup.propose.kind import Need, Plannings
from paiban.template import Body

FAR_FROM_FULL = 85
"""Below so many per cent no lever can fill a page: it lacks copy, pictures or larger type."""


WELL_FULL, GROWTH = 95, 3
"""A page of so many per cent is filled by heads and by what stories can give; its pictures are likely to grow by one
part of so many of what they may."""

TOO_FULL = 3
"""Copy that must be cut is so much worse than white that must be filled."""


@dataclass(frozen=True)
class PageNeeds:
    """The cells of a page, or of several ``pages``, at one body setting, and what their blocks need of them."""

    body: Body
    grid: Grid
    needs: tuple[Need, ...]
    pages: int = 1

    @property
    def page(self) -> int:
        """The cells that there are."""
        return self.grid.columns * self.grid.rows * self.pages

    @cached_property
    def used(self) -> tuple[Need, ...]:
        """The needs that count: all but fillers'."""
        return tuple(need for need in self.needs if not need.filler)

    @property
    def copy(self) -> int:
        """Cells of body copy."""
        return sum(need.copy for need in self.used)

    @property
    def heads(self) -> int:
        """Cells of head blocks and the white around them."""
        return sum(need.head for need in self.used)

    def solid(self, kind: str) -> int:
        """Cells that blocks of one kind cover."""
        return sum(need.solid for need in self.used if need.kind == kind)

    @property
    def cells(self) -> int:
        """Cells needed in all."""
        return sum(need.cells for need in self.used)

    @property
    def percent(self) -> int:
        """How full the page will be, in per cent."""
        return round(100 * self.cells / self.page)

    @property
    def percent_most(self) -> int:
        """How full it can be, its pictures as large as they may be and every filler used."""
        return round(100 * sum(max(need.cells, need.most) for need in self.needs) / self.page)

    @property
    def percent_likely(self) -> int:
        """How full it will look, its pictures as large as they well may be."""
        return self.percent + (self.percent_most - self.percent) // GROWTH

    @property
    def white(self) -> int:
        """Cells that nothing needs."""
        return max(0, self.page - self.cells)

    @property
    def lacks_copy(self) -> bool:
        """Whether larger type, or a wider leading, serves the page better than white and large pictures."""
        return self.percent_likely < FAR_FROM_FULL

    @property
    def far_from_full(self) -> bool:
        """Whether nothing but more copy, pictures or larger type can fill the page."""
        return self.percent_most < FAR_FROM_FULL

    @property
    def cramped(self) -> bool:
        """Whether the page is too narrow for one of its blocks."""
        return any(need.cramped for need in self.used)

    @property
    def off(self) -> int:
        """How far the page is from what levers and pictures well fill, in per cent; too much copy counts threefold."""
        return max(0, WELL_FULL - self.percent_likely) + TOO_FULL * max(0, self.percent - 100)

    @property
    def capacity(self) -> Capacity:
        """The hard side: what the copy must take at the very least against what pictures and adverts leave."""
        return Capacity(
            page=self.page,
            taken=sum(need.least for need in self.used if need.solid),
            copy=sum(need.least for need in self.used if not need.solid),
        )


def page_needs(
    page: IssuePage, places: Places, kit: PageKit, plannings: Plannings, pages: int = 1
) -> PageNeeds | Diagnostic:
    """What the blocks of a page, or of so many, need; a Diagnostic where a file cannot be looked at."""
    galleys = page_galleys(page, kit)
    needs: list[Need] = []
    held = held_guests(page, places, plannings)
    for block in page.blocks:
        if block.id in held or block.upon:
            continue
        place, planning = places.get(block.id), plannings[block.kind]
        need: Need | Diagnostic
        if place is not None:
            cells = place.cells - sum(rect.cells for _, rect in places_inside(block, place, page, places))
            need = planning.need_placed(block, cells, place.columns, kit)
        else:
            need = planning.need(block, galleys.get(block.id), galleys.get(block.host), kit)
        if isinstance(need, Diagnostic):
            return need
        needs.append(need)
    return PageNeeds(kit.setter.body, kit.grid, tuple(needs), pages)


def held_guests(page: IssuePage, places: Places, plannings: Plannings) -> set[str]:
    """The blocks without a place that are to stand inside one that has one: they take nothing more of the page."""
    hosts = {
        block.id for block in page.blocks if places.get(block.id) is not None and plannings[block.kind].takes(block)
    }
    guests = [b for b in page.blocks if b.host in hosts and places.get(b.id) is None and plannings[b.kind].guest]
    return {guest.id for guest in guests}
