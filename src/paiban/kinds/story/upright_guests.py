"""Guests inside a vertical story: at the foot of its left side, where its copy ends, which runs round them.

How many lines they cost is counted by the room that they take, each line cut as it will be.
"""

from __future__ import annotations

from collections.abc import Iterator

from paiban.galley.galley import Galley
from paiban.galley.head import head_options
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.story.room import head_maker, surround
from paiban.makeup.frame.kind import GuestSite, PageKit, Site
from paiban.makeup.frame.model import Placed
from paiban.makeup.frame.place import block_galley, place_block
from paiban.makeup.frame.surround import CLEAR_ROWS
from paiban.makeup.propose.kind import LEAST_LEG, Hosted

QUOTE_ROWS = range(4, 25)
"""The heights at which a pull quote of vertical lines is looked for."""

COPY_ROWS = (-4, 12)
"""The same of copy of vertical lines, from the height of its area on."""

LEAST_OVER = 7
"""Lines over guests are so many rows long at the least, the shortest measure that is read with ease: shorter ones would
part the guests from their story's headline by a strip."""

OVER = 20
"""A line that finds no room is as bad as so many that are short."""


def guests_rect(rect: GridRect, columns: int, company: Hosted, foot_rows: int) -> GridRect | None:
    """Where guests of so many columns stand in a vertical story; None where they leave no room over them."""
    least, rows, most = company.rows(columns)
    top = rect.end_row - foot_rows - rows
    if least > most or top < rect.row + LEAST_OVER + 2 * CLEAR_ROWS:
        return None
    return GridRect(rect.column, top, columns, rows)


def guests_within(rect: GridRect, columns: int, company: Hosted, foot_rows: int) -> GridRect:
    """The same in a place that was not made for them: over fewer columns where that leaves room over them, or cut."""
    narrower = (guests_rect(rect, across, company, foot_rows) for across in range(columns, 0, -1))
    found = next((inner for inner in narrower if inner is not None), None)
    if found is not None:
        return found
    room = rect.rows - foot_rows - LEAST_LEG - 2 * CLEAR_ROWS
    rows = min(max(company.fewest, room), rect.rows - foot_rows)
    return GridRect(rect.column, rect.end_row - foot_rows - rows, columns, rows)


def set_round(
    block: Block, galley: Galley, rect: GridRect, columns: int, company: Hosted, kit: PageKit
) -> Placed | None:
    """A vertical story set in a place with its guests over so many columns of it; None where it cannot be."""
    guests = guest_sites(block, rect, columns, company, kit)
    return None if guests is None else place_block(block, Site(rect, galley, guests), kit)[0]


def guest_sites(
    block: Block, rect: GridRect, columns: int, company: Hosted, kit: PageKit
) -> tuple[GuestSite, ...] | None:
    """The guests of a vertical story in a place, over so many columns of it; None where they have no room."""
    inner = guests_rect(rect, columns, company, surround(block, kit).foot_rows)
    return None if inner is None else tuple(guest_site(guest, kit) for guest in company.stood(inner))


def guest_site(guest: Block, kit: PageKit) -> GuestSite:
    """A guest in its place, with what copy runs round where that is no rectangle."""
    assert guest.place is not None
    rect = guest.place.rect
    if not guest.wrap:
        return GuestSite(rect)
    site = Site(rect, block_galley(guest, kit), hosted=True)
    return GuestSite(rect, kit.settings[guest.kind].outline(guest, site, kit))


def held(block: Block, company: Hosted, rect: GridRect, galley: Galley, kit: PageKit) -> Iterator[Block]:
    """The guests of a vertical story that keeps its place, over as many columns as fill it best; none where they have
    no room in it."""
    ways = []
    for columns in range(1, rect.columns):
        placed = set_round(block, galley, rect, columns, company, kit)
        if placed is not None and placed.fit is not None:
            ways.append((OVER * placed.fit.over_lines + placed.fit.short_lines, columns))
    if ways:
        inner = guests_rect(rect, min(ways)[1], company, surround(block, kit).foot_rows)
        assert inner is not None
        yield from company.stood(inner)


def upright_rows(block: Block, galley: Galley | None, columns: int, kit: PageKit) -> tuple[int, int, int]:
    """(least, natural, most) rows of a guest that is itself a vertical story; ``most`` is less where none serves."""
    found = quote_rows(block, kit) if galley is None else copy_rows(block, galley, columns, kit)
    return (found, found, found) if found is not None else (1, 1, 0)


def quote_rows(block: Block, kit: PageKit) -> int | None:
    """The height at which a headline alone comes nearest to the size and the breaks that it wants."""
    heads, around = head_maker(block, kit), surround(block, kit, hosted=True)
    assert heads is not None
    ways = [
        (option.cost, rows + around.rows_at(1))
        for rows in QUOTE_ROWS
        for option in head_options(heads, rows * kit.grid.leading, 0, vertical=True)[:1]
    ]
    return min(ways)[1] if ways else None


def copy_rows(block: Block, galley: Galley, columns: int, kit: PageKit) -> int | None:
    """The least height at which all of its copy finds room."""
    grid = kit.grid
    lines = max(1, grid.span(columns) // grid.leading)
    likely = galley.count(grid.column) * grid.column // (lines * grid.leading)
    for rows in range(max(LEAST_LEG, likely + COPY_ROWS[0]), min(grid.rows, likely + COPY_ROWS[1])):
        placed, _ = place_block(block, Site(GridRect(0, 1, columns, rows), galley, hosted=True), kit)
        if placed is not None and placed.fit is not None and not placed.fit.over_lines:
            return rows
    return None
