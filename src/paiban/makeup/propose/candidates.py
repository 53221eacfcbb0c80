"""Blocks for the search: each with its shapes, or with the one that it has where the editor put it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import log

from paiban.diagnostic import Diagnostic, diagnose
from paiban.forked import Forked, processes
from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.model import Traits
from paiban.makeup.frame.place import Galleys, Places, page_galleys, page_places, place_block, site_of
from paiban.makeup.propose.company import Company
from paiban.makeup.propose.first_picture import first_host
from paiban.makeup.propose.kind import Candidate, Plannings, bare_shape
from paiban.makeup.search import BlockChoices, Shape
from paiban.makeup.search.score import NO_GROUND
from paiban.template import PageTemplate
from paiban.value import NamedTuple

FIRST = 5
"""The weight by which the page's first picture is sized."""


CENTRE_WEIGHTS, CENTRE_WEIGHT = (2, 3, 4), 0.35
"""The weights of stories that may be a page's second centre; a step more of it is worth so much, as e times its share
of the page is one."""

CENTRE_SHARE, LEAST_CENTRE = 0.08, 0.05
"""The share of the page that such a story's copy is likeliest to have, and the least that holds the eye in a box."""

FEW_STORIES, MANY_STORIES, WIDE_PAGE = 4, 10, 8
"""Pages of fewer stories need no second centre; those of so many, over so many columns, one besides a picture."""

WORTH_SHARING = 1500
"""From so many characters of copy on it is worth the while that other processes count some of it."""

Asked = tuple[Block, Company | None, Galley | None]
"""A block with its guests and its copy, of which the shapes are to be counted."""

Counted = tuple[Block, Company | None, Galley | None, Candidate | Diagnostic]
"""The same, and what came of counting them."""


class Gathering(NamedTuple):
    """What the candidates of a page are made from: its blocks, where they stand, their copy, their kinds' plannings.

    ``known``: by its block what was counted before, for the same page with less copy on it. ``centre`` is the story
    that may be set on a ground, as the page's second centre.
    """

    page: IssuePage
    places: Places
    galleys: Galleys
    plannings: Plannings
    kit: PageKit
    known: dict[str, Counted]
    centre: str = ""

    def gather(self, workers: int = 1) -> tuple[list[Candidate], list[Diagnostic]]:
        """Every block with its shapes; the guests of a block without a place go into that block's shapes. So many
        processes as there are ``workers`` count them."""
        guests = self.guests()
        self.share_out(guests, processes(workers))
        taken = {guest.id for company in guests.values() for guest in company}
        candidates: list[Candidate] = []
        found: list[Diagnostic] = []
        for block in self.page.blocks:
            if block.id in taken or block.upon or self.stands_inside(block):
                continue
            for candidate in self.together(block, guests.get(block.id, ())):
                if isinstance(candidate, Diagnostic):
                    found.append(candidate)
                else:
                    candidates.append(candidate)
        return candidates, found

    def share_out(self, guests: Mapping[str, Sequence[Block]], workers: int) -> None:
        """Have other processes count the shapes of some blocks, each as much copy as this one counts itself."""
        asked = [each for each in self.uncounted(guests) if each[2] is not None] if workers > 1 else []
        if sum(map(copy_of, asked)) < WORTH_SHARING:
            return
        own, *others = dealt_evenly(asked, workers)
        shared = [self.kit, *(value for each in asked for value in each if value is not None)]
        counting: list[Forked[Candidate | Diagnostic]] = [
            Forked(partial(self.offer_each, share), shared) for share in others
        ]
        for each in own:
            self.known[each[0].id] = *each, self.offered(*each)
        for process, share in zip(counting, others, strict=True):
            for each in share:
                self.known[each[0].id] = *each, process.next() or self.offered(*each)
            process.end()

    def uncounted(self, guests: Mapping[str, Sequence[Block]]) -> Iterator[Asked]:
        """The blocks without a place of their own whose shapes are not known yet, with the guests that they host."""
        taken = {guest.id for company in guests.values() for guest in company}
        for block in self.page.blocks:
            if block.id in taken or block.upon or self.places[block.id] is not None:
                continue
            company = self.counted(guests.get(block.id, ()), self.importance(block))
            if not isinstance(company, Diagnostic):
                asked = block, company, self.galleys.get(block.id)
                if self.counted_before(asked) is None:
                    yield asked

    def offer_each(self, asked: Sequence[Asked], send: Callable[[Candidate | Diagnostic], None]) -> None:
        """Some blocks in the shapes that their kinds count, handed over one by one."""
        for each in asked:
            send(self.offered(*each))

    def together(self, block: Block, guests: Sequence[Block]) -> Iterator[Candidate | Diagnostic]:
        """A block with as many of its guests inside it as it has a shape for; the others each by itself."""
        candidate = self.candidate(block, guests)
        within = len(guests)
        while within and isinstance(candidate, Diagnostic):
            within -= 1
            candidate = self.candidate(block, guests[:within])
        yield candidate
        for guest in guests[within:]:
            yield self.candidate(guest, ())

    def candidate(self, block: Block, guests: Sequence[Block]) -> Candidate | Diagnostic:
        """A block with its guests, placed or free."""
        if self.places[block.id] is None:
            return self.free(block, guests)
        return self.holding(block, guests) if guests else self.fixed(block)

    def stands_inside(self, block: Block) -> bool:
        """Whether the editor placed a block inside the one that it belongs to: the two are one."""
        host, own = self.places.get(block.host), self.places[block.id]
        return host is not None and own is not None and host.holds(own)

    def guests(self) -> dict[str, list[Block]]:
        """By host: the blocks that belong to it and have no place, where none stands inside it yet."""
        full = {
            block.host for block in self.page.blocks if self.places[block.id] is not None and self.stands_inside(block)
        }
        hosts = {b.id for b in self.page.blocks if b.id not in full and self.plannings[b.kind].takes(b)}
        guests: dict[str, list[Block]] = {}
        for block in self.page.blocks:
            if block.host in hosts and self.places[block.id] is None and self.plannings[block.kind].guest:
                guests.setdefault(block.host, []).append(block)
        return guests

    def free(self, block: Block, guests: Sequence[Block]) -> Candidate | Diagnostic:
        """The shapes of a block without a place, or why it can stand nowhere."""
        company = self.counted(guests, self.importance(block))
        if isinstance(company, Diagnostic):
            return company
        asked = block, company, self.galleys.get(block.id)
        made = self.counted_before(asked)
        if made is None:
            made = self.offered(*asked)
            self.known[block.id] = *asked, made
        return made

    def counted_before(self, asked: Asked) -> Candidate | Diagnostic | None:
        """What came of counting the same block with the same guests and the same copy."""
        *before, made = self.known.get(asked[0].id, (None, None, None, None))
        return made if before[:2] == [*asked[:2]] and before[2] is asked[2] else None

    def offered(self, block: Block, company: Company | None, galley: Galley | None) -> Candidate | Diagnostic:
        """A block in the shapes that its kind counts."""
        offer = self.plannings[block.kind].offer(block, company, galley, self.kit)
        if isinstance(offer, Diagnostic):
            return offer
        grounded = self.plannings[block.kind].grounded
        if block.id == self.centre and grounded is not None and galley is not None:
            offer = grounded(block, galley, offer, self.kit)
        if not offer.shapes:
            return diagnose("P508", block.span, block=block.id)
        choices = BlockChoices(
            block.id,
            offer.traits or self.traits(block),
            block.weight,
            offer.shapes,
            filler=block.filler,
            apart=block.apart,
            package=block.package,
            side=self.page.side_of(block),
            before=block.before,
        )
        return Candidate(block, choices, offer.own, company)

    def importance(self, host: Block) -> int:
        """The weight by which a story's pictures are sized: the heaviest story that has any has the page's first."""
        return FIRST if host is first_host(self.page, self.kit.settings) else min(host.weight, FIRST - 1)

    def counted(self, guests: Sequence[Block], weight: int) -> Company | Diagnostic | None:
        """Guests as their host counts them."""
        counted = []
        for block in guests:
            make = self.plannings[block.kind].guest
            guest = make(block, self.kit) if make is not None else None
            if isinstance(guest, Diagnostic):
                return guest
            if guest is not None:
                counted.append(guest)
        return Company(tuple(counted), weight) if counted else None

    def fixed(self, block: Block) -> Candidate:
        """A block that the editor placed: one shape, in one place, with the headline that it really gets there."""
        place, standing = self.places[block.id], self.plannings[block.kind].standing
        assert place is not None
        shape, traits = bare_shape(place, block.boxed), self.traits(block)
        if standing is not None:
            placed, _ = place_block(
                block, site_of(block, place, self.page, self.places, self.galleys, self.kit), self.kit
            )
            if placed is not None:
                shape, traits = standing(shape, placed, self.kit), placed.traits
        shape = replace(self.pictured(block, place, shape), ground=self.ground_of(block))
        choices = BlockChoices(
            block.id, traits, block.weight, (shape,), fixed=place, apart=block.apart, package=block.package
        )
        return Candidate(block, choices)

    def ground_of(self, block: Block) -> str:
        """What a placed block says of its ground: nothing but where it may be the page's second centre."""
        if block.id != self.centre:
            return ""
        return NO_GROUND if block.box is None else "tint" if block.box.tint else "line"

    def pictured(self, block: Block, place: GridRect, shape: Shape) -> Shape:
        """The shape of a placed block with the picture that stands inside it, if any does."""
        own = (b for b in self.page.blocks if b.host == block.id and self.traits(b).dark and self.stands_inside(b))
        rect = next((self.places[guest.id] for guest in own), None)
        if rect is None:
            return shape
        side = "left" if rect.column == place.column else "right" if rect.end_column == place.end_column else "inside"
        return replace(shape, picture=side, picture_columns=rect.columns, picture_rows=rect.rows)

    def holding(self, block: Block, guests: Sequence[Block]) -> Candidate | Diagnostic:
        """A block that the editor placed, with guests that are to stand inside it."""
        company = self.counted(guests, self.importance(block))
        place, galley = self.places[block.id], self.galleys[block.id]
        hold = self.plannings[block.kind].hold
        assert hold is not None
        assert place is not None
        if isinstance(company, Diagnostic) or company is None:
            return company or self.fixed(block)
        held = hold(block, company, place, galley, self.kit)
        settled = {b.id: b for b in held}
        page = self.page._replace(blocks=tuple(settled.get(b.id, b) for b in self.page.blocks))
        places = {**self.places, **{b.id: b.place.rect for b in held if b.place is not None}}
        candidate = self._replace(page=page, places=places).fixed(settled[block.id])
        return candidate._replace(held=tuple(held))

    def traits(self, block: Block) -> Traits:
        """What the search has to know of a block's kind."""
        return self.kit.settings[block.kind].traits

    def with_centre(self) -> Gathering:
        """The same with the story that may be the page's second centre, where it has neither pictures enough nor a
        story in a box: of those of middle weight the one of the likeliest length."""
        if self.kit.setter.sheet.second_centre == NO_GROUND or self.has_centres():
            return self
        top = max((block.weight for block in self.page.blocks if self.traits(block).leads), default=0)
        hosts = {block.host for block in self.page.blocks}
        may = [b for b in self.page.blocks if self.may_be_centre(b) and b.weight < top and b.id not in hosts]
        if not may:
            return self
        best = min(may, key=lambda b: abs(log(self.share(b) / CENTRE_SHARE)) - CENTRE_WEIGHT * b.weight)
        return self._replace(centre=best.id)

    def has_centres(self) -> bool:
        """Whether a page has pictures, or stories in a box, that hold the eye: a wide one of many stories needs two."""
        stories = sum(self.traits(b).leads and not b.host for b in self.page.blocks)
        wanted = 2 if self.kit.grid.columns >= WIDE_PAGE and stories >= MANY_STORIES else 1
        pictures = sum(self.traits(b).dark and self.traits(b).guest for b in self.page.blocks)
        boxes = sum(b.boxed and b.id in self.galleys and self.share(b) >= LEAST_CENTRE for b in self.page.blocks)
        return stories < FEW_STORIES or pictures + boxes >= wanted

    def may_be_centre(self, block: Block) -> bool:
        """Whether a story by itself may be set on a ground: one of middle weight that the editor left as it is."""
        free = self.places[block.id] is None and not (block.host or block.upon or block.filler or block.jump)
        middle = self.plannings[block.kind].grounded is not None and block.weight in CENTRE_WEIGHTS
        bare = not (block.boxed or block.plain or block.dress or block.part) and block.id in self.galleys
        return free and middle and bare

    def share(self, block: Block) -> float:
        """About how much of the page a block's copy takes."""
        grid = self.kit.grid
        return max(1, self.galleys[block.id].count(grid.column)) / (grid.columns * grid.rows)


def copy_of(asked: Asked) -> int:
    """The characters of a block's copy."""
    galley = asked[2]
    return 0 if galley is None else sum(len(paragraph.prepared.copy.value) for paragraph in galley.paragraphs)


def dealt_evenly(asked: Sequence[Asked], count: int) -> list[list[Asked]]:
    """Blocks in so many shares of about as much copy each."""
    shares: list[list[Asked]] = [[] for _ in range(count)]
    for each in sorted(asked, key=copy_of, reverse=True):
        min(shares, key=lambda share: sum(map(copy_of, share))).append(each)
    return shares


def page_gathering(
    page: IssuePage, template: PageTemplate, kit: PageKit, plannings: Plannings, galleys: Galleys | None = None
) -> Gathering:
    """The table of a page; ``galleys`` are those of its blocks where they are prepared already."""
    prepared = page_galleys(page, kit) if galleys is None else galleys
    return Gathering(page, page_places(page, template, kit), prepared, plannings, kit, {})
