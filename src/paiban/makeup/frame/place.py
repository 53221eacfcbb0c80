"""Make-up by the editor: every block set in the place, or the template's slot, that the issue gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from paiban.diagnostic import Diagnostic, Range, diagnose
from paiban.display import Outline
from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.capacity import capacity
from paiban.makeup.frame.kind import NO_WALLS, GuestSite, PageKit, SetBlock, Site, Walls
from paiban.makeup.frame.model import LeftOut, Makeup, Placed
from paiban.template import PageTemplate
from paiban.units import to_mm

Places = Mapping[str, GridRect | None]
"""Where each block of a page stands, None where the editor did not say."""

Galleys = Mapping[str, Galley]
"""The copy of a page's blocks, by the block's id."""


def resolve_place(block: Block, template: PageTemplate, body: str) -> GridRect | None:
    """The grid rectangle that the editor gave a block, by place or by slot; None where he gave none."""
    place = block.place or template.slot(block.slot, body)
    return place.rect if place is not None else None


def page_places(page: IssuePage, template: PageTemplate, kit: PageKit) -> Places:
    """Where the blocks of a page stand."""
    return {block.id: page_place(block, template, kit) for block in page.blocks}


def page_place(block: Block, template: PageTemplate, kit: PageKit) -> GridRect | None:
    """Where a block stands, as wide as it is to be."""
    place = resolve_place(block, template, kit.setter.body.name) or kit.settings[block.kind].home(block, kit)
    if place is None or block.width is None:
        return place
    return kit.grid.narrowed(place, kit.narrowed(block, place), block.side)


def make_up(page: IssuePage, template: PageTemplate, kit: PageKit) -> tuple[Makeup, tuple[Diagnostic, ...]]:
    """Set every block of a page in its place. Overset and underset come back in the fits, never as losses."""
    places = page_places(page, template, kit)
    galleys = page_galleys(page, kit)
    outside = {block.id for block in page.blocks if block.upon or block.waits}
    own = [galley for block, galley in galleys.items() if block not in outside]
    room = capacity(kit.grid, own, solid_places(page, places, kit))
    found = [
        *crowded(page, places),
        *unrounded(page, places, kit),
        *(d for galley in galleys.values() for p in galley.paragraphs for d in p.prepared.diagnostics),
    ]
    if room.over:
        found.append(diagnose("P510", page.span, lines=room.over, copy=room.copy, page=room.page - room.taken))
    placed: list[Placed] = []
    unset: list[LeftOut] = []
    for block in page.blocks:
        place = places[block.id]
        if block.waits:
            continue
        if place is None:
            if not block.sited:
                found.append(placeless(block, places))
            unset.append(LeftOut(block, None))
            continue
        set_block, diagnostics = place_block(block, site_of(block, place, page, places, galleys, kit), kit)
        found += diagnostics
        if set_block is not None:
            placed.append(set_block)
        else:
            unset.append(LeftOut(block, place))
    lent = levers_lent(placed)
    fits = tuple(
        block.fit._replace(levers=(*block.fit.levers, *lent.get(block.block.id, ())))
        for block in placed
        if block.fit is not None
    )
    return Makeup(page, kit.grid, tuple(placed), fits, tuple(unset)), tuple(found)


def placeless(block: Block, places: Places) -> Diagnostic:
    """A block has no place; what belongs to another is told where that one stands."""
    host = places.get(block.host)
    if host is None:
        return diagnose("P503", block.span, block=block.id)
    columns, rows = Range(host.first_column, host.last_column), Range(host.first_row, host.last_row)
    return diagnose("P551", block.span, block=block.id, host=block.host, columns=columns, rows=rows)


def unrounded(page: IssuePage, places: Places, kit: PageKit) -> Iterator[Diagnostic]:
    """Blocks that copy should run round and that stand in none, and those that are wider than their place."""
    for block in page.blocks:
        place, host = places[block.id], places.get(block.host)
        if place is not None and block.wrap and (host is None or not host.holds(place)):
            yield diagnose("P544", block.span, block=block.id)
        if place is not None and isinstance(block.width, int) and block.width > kit.grid.width(place):
            mm = f"{to_mm(block.width):g}"
            yield diagnose("P545", block.span, block=block.id, mm=mm, room=f"{to_mm(kit.grid.width(place)):.1f}")


def crowded(page: IssuePage, places: Places) -> Iterator[Diagnostic]:
    """Blocks that stand where one without a place of the editor's has its own: reading knew nothing of that."""
    for block in page.blocks:
        home = places[block.id]
        if home is None or block.place is not None or block.slot:
            continue
        for other in page.blocks:
            place = places[other.id]
            if other is not block and place is not None and place.meets(home):
                shared = place.shared(home)
                rows, columns = Range(shared.first_row, shared.last_row), Range(shared.first_column, shared.last_column)
                words = {"block": other.id, "other": block.id, "columns": columns, "rows": rows}
                yield diagnose("P526", other.span, **words)


def levers_lent(placed: Sequence[Placed]) -> dict[str, list[tuple[str, int]]]:
    """The levers of guests by the block that they belong to."""
    lent: dict[str, list[tuple[str, int]]] = {}
    for block in placed:
        if block.block.host and block.lent:
            lent.setdefault(block.block.host, []).extend(block.lent)
    return lent


def page_galleys(page: IssuePage, kit: PageKit) -> Galleys:
    """The copy of every block of a page that has some in legs."""
    return {block.id: galley for block in page.blocks if (galley := block_galley(block, kit)) is not None}


def block_galley(block: Block, kit: PageKit) -> Galley | None:
    """The copy of one block, None where it has none in legs."""
    make = kit.settings[block.kind].galley
    return kit.rack.galley(block, kit.setter, lambda: make(block, kit.setter, kit.catalogue))


def solid_places(page: IssuePage, places: Places, kit: PageKit) -> list[GridRect]:
    """The places where no copy can stand: what it runs round may be of any shape."""
    solid = [places[b.id] for b in page.blocks if kit.settings[b.kind].traits.solid and not b.wrap]
    return [place for place in solid if place is not None]


def guests_inside(
    host: Block, place: GridRect, page: IssuePage, places: Places, galleys: Galleys, kit: PageKit
) -> tuple[GuestSite, ...]:
    """The blocks that belong to one and lie inside its own place."""
    return tuple(
        GuestSite(rect, outline_of(guest, rect, page, places, galleys, kit) if guest.wrap else None)
        for guest, rect in places_inside(host, place, page, places)
    )


def places_inside(host: Block, place: GridRect, page: IssuePage, places: Places) -> list[tuple[Block, GridRect]]:
    """The blocks that belong to one and lie inside its own place, with theirs."""
    own = [(block, places[block.id]) for block in page.blocks if block.host == host.id]
    return [(guest, rect) for guest, rect in own if rect is not None and place.holds(rect)]


def outline_of(
    guest: Block, place: GridRect, page: IssuePage, places: Places, galleys: Galleys, kit: PageKit
) -> Outline:
    """What the copy of a guest's host runs round."""
    return kit.settings[guest.kind].outline(guest, site_of(guest, place, page, places, galleys, kit), kit)


def site_of(block: Block, place: GridRect, page: IssuePage, places: Places, galleys: Galleys, kit: PageKit) -> Site:
    """Where a block of a page is to be set."""
    host = places.get(block.host)
    hosted = host is not None and host.holds(place)
    return Site(
        place=place,
        galley=galleys.get(block.id),
        guests=guests_inside(block, place, page, places, galleys, kit),
        hosted=hosted,
        walls=walls_of(block, place, page, host),
        over_copy=host is not None and hosted and not block.wrap and place.end_row < host.end_row,
        flush=block.upon and host is not None and is_flush(block, place, host, page, kit),
    )


def is_flush(block: Block, place: GridRect, ground: GridRect, page: IssuePage, kit: PageKit) -> bool:
    """Whether lines as wide as a place would begin or end at the edge of the picture whose place is the ``ground``."""
    off = {side for b in page.blocks if b.id == block.host for side in kit.settings[b.kind].runs_off(b)}
    left, right = place.column == ground.column, place.end_column == ground.end_column
    return (left and "left" not in off) or (right and "right" not in off)


def walls_of(block: Block, place: GridRect, page: IssuePage, host: GridRect | None) -> Walls:
    """The sides (left, top, right, foot) at which a place touches the box of the block that it stands in."""
    if host is None or not host.holds(place) or not any(b.id == block.host and b.boxed for b in page.blocks):
        return NO_WALLS
    return (
        place.column == host.column, place.row == host.row,
        place.end_column == host.end_column, place.end_row == host.end_row,
    )  # fmt: skip


def place_block(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """Set one block in its place."""
    place = kit.settings[block.kind].place
    return kit.rack.memo.made("set", (block, site.galley, kit), lambda: place(block, site, kit), site.key)
