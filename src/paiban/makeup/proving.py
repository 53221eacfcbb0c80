"""Proving plans: their pages set for real, so that what the search cannot see counts as well.

The search knows heights that copy fitting reaches. What a page really looks like there (a last line of one character,
one alone at a leg's top, a leg that will not come level) only setting it can tell; most blocks of two plans stand
alike, and are set once.
"""

from __future__ import annotations

from collections.abc import Iterator

from paiban.galley.story import Galley
from paiban.issue import Block, PagePlan, Picture, Story
from paiban.makeup.layout import check_page
from paiban.makeup.model import Makeup, Placed, PlacedBriefs, PlacedStory
from paiban.makeup.place import Maker, Places, page_galleys, pictures_inside, place_block, resolve_place
from paiban.template import PageTemplate


class Prover:
    """Sets the pages of plans. ``page`` is what they have in common: the same blocks, wherever they stand."""

    def __init__(self, page: PagePlan, template: PageTemplate, maker: Maker) -> None:
        self.template = template
        self.maker = maker
        self.galleys: dict[str, Galley] = {galley.block: galley for galley in page_galleys(page, maker)}
        self.known: dict[object, tuple[Placed | None, tuple[str, ...]]] = {}

    def codes(self, page: PagePlan) -> tuple[str, ...]:
        """The code of everything that is found wrong with a page, once for every finding."""
        places = {block.id: resolve_place(block, self.template, self.maker.setter.body.name) for block in page.blocks}
        results = list(self.results(page, places))
        blocks = tuple(placed for placed, _ in results if placed is not None)
        found = [code for _, codes in results for code in codes]
        fits = tuple(placed.fit for placed in blocks if isinstance(placed, PlacedStory | PlacedBriefs))
        makeup = Makeup(page, self.maker.grid, blocks, fits)
        found += [finding.code for finding in check_page(makeup, self.maker.setter.sheet.rules)]
        return tuple(found)

    def results(self, page: PagePlan, places: Places) -> Iterator[tuple[Placed | None, tuple[str, ...]]]:
        """Every block that has a place as it comes out there, with the codes of what was found."""
        for block in page.blocks:
            key = likeness(block, page, places)
            if key is None:
                continue
            if key not in self.known:
                place = places[block.id]
                assert place is not None
                placed, found = place_block(block, place, self.galleys.get(block.id), places, page, self.maker)
                self.known[key] = placed, tuple(finding.code for finding in found)
            yield self.known[key]


def likeness(block: Block, page: PagePlan, places: Places) -> object:
    """What a block's setting depends on beside its copy; None where it has no place."""
    place = places[block.id]
    if place is None:
        return None
    if isinstance(block, Story):
        inside = tuple(pictures_inside(block, place, page, places))
        return block.id, place, block.legs, block.headline_form, inside
    if isinstance(block, Picture):
        host = places.get(block.with_)
        return block.id, place, host is not None and host.holds(place)
    return block.id, place
