"""Make-up by the editor: every block set in the place, or the template's slot, that the issue gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block, PagePlan
from paiban.makeup.frame.capacity import capacity
from paiban.makeup.frame.kind import Maker, SetBlock, Site
from paiban.makeup.frame.model import LeftOut, Makeup, Placed
from paiban.template import PageTemplate

Places = Mapping[str, GridRect | None]
"""Where each block of a page stands, None where the editor did not say."""

Galleys = Mapping[str, Galley]
"""The copy of a page's blocks, by the block's id."""


def resolve_place(block: Block, template: PageTemplate, body: str) -> GridRect | None:
    """The grid rectangle that the editor gave a block, by place or by slot; None where he gave none."""
    place = block.place or template.slot(block.slot, body)
    return place.rect if place is not None else None


def page_places(plan: PagePlan, template: PageTemplate, maker: Maker) -> Places:
    """Where the blocks of a page stand."""
    return {block.id: resolve_place(block, template, maker.setter.body.name) for block in plan.blocks}


def make_up(plan: PagePlan, template: PageTemplate, maker: Maker) -> tuple[Makeup, tuple[Diagnostic, ...]]:
    """Set every block of a page in its place. Overset and underset come back in the fits, never as losses."""
    places = page_places(plan, template, maker)
    galleys = page_galleys(plan, maker)
    room = capacity(maker.grid, galleys.values(), solid_places(plan, places, maker))
    found = [d for galley in galleys.values() for p in galley.paragraphs for d in p.prepared.diagnostics]
    if room.over:
        found.append(diagnose("P510", plan.span, lines=room.over, copy=room.copy, page=room.page - room.taken))
    placed: list[Placed] = []
    unset: list[LeftOut] = []
    for block in plan.blocks:
        place = places[block.id]
        if place is None and block.filler:
            continue
        if place is None:
            found.append(diagnose("P503", block.span, block=block.id))
            unset.append(LeftOut(block, None))
            continue
        set_block, diagnostics = place_block(block, site_of(block, place, plan, places, galleys), maker)
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
    return Makeup(plan, maker.grid, tuple(placed), fits, tuple(unset)), tuple(found)


def levers_lent(placed: Sequence[Placed]) -> dict[str, list[tuple[str, int]]]:
    """The levers of guests by the block that they belong to."""
    lent: dict[str, list[tuple[str, int]]] = {}
    for block in placed:
        if block.block.host and block.lent:
            lent.setdefault(block.block.host, []).extend(block.lent)
    return lent


def page_galleys(plan: PagePlan, maker: Maker) -> Galleys:
    """The copy of every block of a page that has some in legs."""
    return {block.id: galley for block in plan.blocks if (galley := block_galley(block, maker)) is not None}


def block_galley(block: Block, maker: Maker) -> Galley | None:
    """The copy of one block, None where it has none in legs."""
    make = maker.settings[block.kind].galley
    return maker.rack.copy("galley", block, maker.setter, lambda: make(block, maker.setter, maker.catalogue))


def solid_places(plan: PagePlan, places: Places, maker: Maker) -> list[GridRect]:
    """The places where no copy can stand."""
    solid = [places[block.id] for block in plan.blocks if maker.settings[block.kind].traits.solid]
    return [place for place in solid if place is not None]


def guests_inside(host: Block, place: GridRect, plan: PagePlan, places: Places) -> tuple[GridRect, ...]:
    """The places of the blocks that belong to one and lie inside its own place."""
    own = [places[block.id] for block in plan.blocks if block.host == host.id]
    return tuple(rect for rect in own if rect is not None and place.holds(rect))


def site_of(block: Block, place: GridRect, plan: PagePlan, places: Places, galleys: Galleys) -> Site:
    """Where a block of a page is to be set."""
    host = places.get(block.host)
    return Site(
        place=place,
        galley=galleys.get(block.id),
        guests=guests_inside(block, place, plan, places),
        hosted=host is not None and host.holds(place),
    )


def place_block(block: Block, site: Site, maker: Maker) -> SetBlock:
    """Set one block in its place."""
    return maker.settings[block.kind].place(block, site, maker)
