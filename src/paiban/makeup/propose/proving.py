"""Proving plans: their pages set for real, so that what the search cannot see counts as well.

The search knows heights that copy fitting reaches. What a page really looks like there only setting it can tell: a last
line of one character, one alone at a leg's top, a leg that will not come level, a loose line, a headline cut inside a
word. Most blocks of two plans stand alike, and are set once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from paiban.diagnostic import Diagnostic
from paiban.galley.story import Galley
from paiban.issue import Block, PagePlan, Picture, Story
from paiban.makeup.frame.model import Makeup, Placed, PlacedBriefs, PlacedStory
from paiban.makeup.frame.place import Maker, Places, page_galleys, pictures_inside, place_block, resolve_place
from paiban.makeup.judge.layout import check_page
from paiban.makeup.judge.lines import check_lines, excess
from paiban.template import PageTemplate


class Proof(NamedTuple):
    """What a page shows once it is set: the code of every finding, and by how much its loose lines open, in em."""

    codes: tuple[str, ...]
    excess: float


class Outcome(NamedTuple):
    """A block that was set, None where it could not be; the codes of what was found, and what its loose lines open."""

    placed: Placed | None
    codes: tuple[str, ...]
    excess: float


class Prover:
    """Sets the pages of plans. ``page`` is what they have in common: the same blocks, wherever they stand.

    ``galleys`` are those that are prepared already; the others are prepared here.
    """

    def __init__(self, page: PagePlan, template: PageTemplate, maker: Maker, galleys: Mapping[str, Galley]) -> None:
        self.template = template
        self.maker = maker
        others = page._replace(blocks=tuple(block for block in page.blocks if block.id not in galleys))
        self.galleys = {**galleys, **{galley.block: galley for galley in page_galleys(others, maker)}}
        self.known: dict[object, Outcome] = {}

    def proof(self, page: PagePlan) -> Proof:
        """What is found wrong with a page once it is set."""
        places = {block.id: resolve_place(block, self.template, self.maker.setter.body.name) for block in page.blocks}
        results = list(self.results(page, places))
        blocks = tuple(result.placed for result in results if result.placed is not None)
        found = [code for result in results for code in result.codes]
        fits = tuple(placed.fit for placed in blocks if isinstance(placed, PlacedStory | PlacedBriefs))
        makeup = Makeup(page, self.maker.grid, blocks, fits)
        found += [finding.code for finding in check_page(makeup, self.maker.setter.sheet.rules)]
        return Proof(tuple(found), sum(result.excess for result in results))

    def results(self, page: PagePlan, places: Places) -> Iterator[Outcome]:
        """Every block that has a place as it comes out there."""
        for block in page.blocks:
            key = likeness(block, page, places)
            if key is None:
                continue
            if key not in self.known:
                place = places[block.id]
                assert place is not None
                self.known[key] = self.outcome(
                    *place_block(block, place, self.galleys.get(block.id), places, page, self.maker)
                )
            yield self.known[key]

    def outcome(self, placed: Placed | None, found: Sequence[Diagnostic]) -> Outcome:
        """A block that was set, with what is found wrong with it by itself."""
        if not isinstance(placed, PlacedStory | PlacedBriefs):
            return Outcome(placed, tuple(finding.code for finding in found), 0.0)
        lines = check_lines((placed,), self.maker.grid.leading, self.maker.setter.sheet.rules, self.maker.names)
        return Outcome(placed, tuple(finding.code for finding in (*found, *lines)), excess(placed))


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
