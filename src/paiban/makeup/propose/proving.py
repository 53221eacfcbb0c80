"""Proving plans: their pages set for real, so that what the search cannot see counts as well.

The search knows heights that copy fitting reaches. What a page really looks like there only setting it can tell: a last
line of one character, one alone at a leg's top, a leg that will not come level, a loose line, a headline cut inside a
word. Most blocks of two plans stand alike, and are set once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paiban.diagnostic import Diagnostic
from paiban.issue import PagePlan
from paiban.makeup.frame.kind import Maker
from paiban.makeup.frame.model import Makeup, Placed
from paiban.makeup.frame.place import Galleys, Places, page_places, place_block, site_of
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
    """Sets the pages of plans: the same blocks, whose copy is in ``galleys``, wherever they stand."""

    def __init__(self, template: PageTemplate, maker: Maker, galleys: Galleys) -> None:
        self.template = template
        self.maker = maker
        self.galleys = galleys
        self.known: dict[object, Outcome] = {}

    def proof(self, page: PagePlan) -> Proof:
        """What is found wrong with a page once it is set."""
        places = page_places(page, self.template, self.maker)
        results = list(self.results(page, places))
        blocks = tuple(result.placed for result in results if result.placed is not None)
        found = [code for result in results for code in result.codes]
        fits = tuple(placed.fit for placed in blocks if placed.fit is not None)
        makeup = Makeup(page, self.maker.grid, blocks, fits)
        found += [finding.code for finding in check_page(makeup, self.maker.setter.sheet.rules)]
        return Proof(tuple(found), sum(result.excess for result in results))

    def results(self, page: PagePlan, places: Places) -> Iterator[Outcome]:
        """Every block that has a place as it comes out there."""
        for block in page.blocks:
            place = places[block.id]
            if place is None:
                continue
            site = site_of(block, place, page, places, self.galleys)
            # What a block's setting depends on beside its copy.
            key = block.id, block.form, place, site.guests, site.hosted
            if key not in self.known:
                self.known[key] = self.outcome(*place_block(block, site, self.maker))
            yield self.known[key]

    def outcome(self, placed: Placed | None, found: Sequence[Diagnostic]) -> Outcome:
        """A block that was set, with what is found wrong with it by itself."""
        if placed is None or placed.fit is None:
            return Outcome(placed, tuple(finding.code for finding in found), 0.0)
        lines = check_lines((placed,), self.maker.grid.leading, self.maker.setter.sheet.rules, self.maker.names)
        return Outcome(placed, tuple(finding.code for finding in (*found, *lines)), excess(placed))
