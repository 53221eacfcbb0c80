"""试排: the pages of plans set for real, so that what the search cannot see counts as well.

The search knows heights that copy fitting reaches. What a page really looks like there only setting it can tell: a last
line of one character, one alone at a leg's top, a leg that will not come level, a loose line, a headline cut inside a
word. Most blocks of two plans stand alike, and are set once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from paiban.diagnostic import Diagnostic, Severity
from paiban.grid import GridRect
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.model import Makeup, Placed
from paiban.makeup.frame.place import Galleys, Places, page_places, place_block, site_of
from paiban.makeup.judge.apart import check_apart, check_sides
from paiban.makeup.judge.breaches import page_holes, uneven_feet, widows
from paiban.makeup.judge.layout import check_page, page_layout
from paiban.makeup.judge.lines import check_lines, excess
from paiban.makeup.judge.looks import looks_of
from paiban.makeup.propose.first_picture import columns_lacked
from paiban.makeup.search.plan import HOLE, Trial
from paiban.template import PageTemplate
from paiban.value import NamedTuple

LOST_BLOCK = 100
"""A block that cannot be set, whose place is too small for it, that stands on another, touches one that it must not or
is off the edge that it was sold for, is as bad as so many lines that find no room."""

OF_THE_PLACE = frozenset({"P215", "P506", "P511", "P525", "P526", "P527", "P530", "P534", "P541", "P746"})
"""Errors of a block that it would not have in another place. All others tell no plan from another: a picture that is
missing, a character that no face has, room that is held; and too much copy is counted by its lines."""


PARTS = 25
"""White counts once, and once more for each further part of the page, of so many, that it takes."""


class TrialOutcome(NamedTuple):
    """A block that was set, None where it could not be, and what it shows by itself."""

    placed: Placed | None
    trial: Trial


class Trials:
    """Sets the pages of plans: the same blocks, whose copy is in ``galleys``, wherever they stand."""

    def __init__(self, template: PageTemplate, kit: PageKit, galleys: Galleys) -> None:
        self.template = template
        self.kit = kit
        self.galleys = galleys
        self.known: dict[object, TrialOutcome] = {}

    def of(self, page: IssuePage) -> Trial:
        """What a page shows once it is set."""
        places = page_places(page, self.template, self.kit)
        results = list(self.results(page, places))
        makeup = self.makeup(page, results)
        of_page = check_page(makeup, self.kit.setter.sheet.rules)
        found = [code for result in results for code in result.trial.codes]
        found += [finding.code for finding in of_page]
        together = collisions(page, places) + sum(1 for _ in (*check_apart(makeup), *check_sides(makeup)))
        lost = sum(result.trial.lost for result in results) + LOST_BLOCK * together
        mild = frozenset(mild_of(of_page)).union(*(result.trial.mild for result in results))
        lacked = columns_lacked(page, places, self.kit.settings, self.kit.grid)
        white = self.white(makeup, HOLE in found)
        return Trial(tuple(found), sum(result.trial.excess for result in results), lost, mild, lacked, white)

    def white(self, makeup: Makeup, holed: bool) -> int:
        """How many twenty-fifth parts of the page are white that its copy is short of, or a hole, beyond one each."""
        cells = self.kit.grid.columns * self.kit.grid.rows
        short = [fit.short_lines * fit.columns // fit.legs for fit in makeup.fits]
        holes = [hole.columns * hole.rows for hole in page_holes(page_layout(makeup))] if holed else []
        return sum(max(0, PARTS * white // cells - 1) for white in (*short, *holes))

    def looks(self, page: IssuePage) -> dict[str, float]:
        """What the terms of looks say of a page once it is set."""
        places = page_places(page, self.template, self.kit)
        return looks_of(self.makeup(page, list(self.results(page, places))))

    def amiss(self, page: IssuePage, flawed: bool = False) -> tuple[frozenset[str], tuple[GridRect, ...]]:
        """The blocks that do not fill their places or find no room there, and the holes that no block covers.

        With ``flawed`` those too that break a rule by themselves: 孤行, 齐底, a headline parted against the sense.
        """
        places = page_places(page, self.template, self.kit)
        standing = [block for block in page.blocks if places[block.id] is not None]
        results = list(self.results(page, places))
        amiss = {
            block.id
            for block, result in zip(standing, results, strict=True)
            if result.trial.lost or result.trial.misfits or (flawed and result.trial.faults)
        }
        makeup = self.makeup(page, results)
        layout = page_layout(makeup)
        if flawed:
            amiss |= {str(params["name"]) for rule in (widows, uneven_feet) for _, params in rule(layout)}
        return frozenset(amiss), tuple(page_holes(layout))

    def makeup(self, page: IssuePage, results: Sequence[TrialOutcome]) -> Makeup:
        """A page with its blocks as they came out."""
        blocks = tuple(result.placed for result in results if result.placed is not None)
        return Makeup(page, self.kit.grid, blocks, tuple(b.fit for b in blocks if b.fit is not None))

    def results(self, page: IssuePage, places: Places) -> Iterator[TrialOutcome]:
        """Every block that has a place as it comes out there."""
        for block in page.blocks:
            place = places[block.id]
            if place is None:
                continue
            site = site_of(block, place, page, places, self.galleys, self.kit)
            key = block.id, block.form, block.box, site.key
            if key not in self.known:
                self.known[key] = self.outcome(*place_block(block, site, self.kit))
            yield self.known[key]

    def outcome(self, placed: Placed | None, found: Sequence[Diagnostic]) -> TrialOutcome:
        """A block that was set, with what is found wrong with it by itself."""
        codes = tuple(finding.code for finding in found)
        lost = LOST_BLOCK if placed is None or not OF_THE_PLACE.isdisjoint(codes) else 0
        if placed is None or placed.fit is None:
            return TrialOutcome(placed, Trial(codes, lost=lost))
        lines = check_lines((placed,), self.kit.grid.leading, self.kit.setter.sheet.rules)
        codes += tuple(finding.code for finding in lines)
        mild = frozenset(mild_of((*found, *lines)))
        return TrialOutcome(placed, Trial(codes, excess(placed), lost + placed.fit.over_lines, mild))


def mild_of(found: Sequence[Diagnostic]) -> Iterator[str]:
    """The codes of findings that are no warnings."""
    return (finding.code for finding in found if finding.severity is Severity.INFO)


def collisions(page: IssuePage, places: Places) -> int:
    """Pairs of blocks that share a cell, those left out that stand inside the block that they belong to."""
    placed = [(block, place) for block in page.blocks if (place := places[block.id]) is not None]
    return sum(
        one.meets(other) and not (inside(block, one, mate, other) or inside(mate, other, block, one))
        for (block, one), (mate, other) in combinations(placed, 2)
    )


def inside(guest: Block, own: GridRect, host: Block, around: GridRect) -> bool:
    """Whether a block stands inside the one that it belongs to."""
    return guest.host == host.id and around.holds(own)
