"""版面: 自动 before any page is made up: one body for all pages, every block on a page, long stories parted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.engine.bodies import AUTO
from paiban.engine.kit import Kit, page_kit_of, template_of
from paiban.issue import Block, CopyPool, Issue, IssuePage, Jump
from paiban.issue.pool import paged
from paiban.makeup.allot.assign import Unit, assign, fullness
from paiban.makeup.allot.needs import PageNeeds, page_needs
from paiban.makeup.allot.parting import HEAD_CELLS, PartingPoint, long_blocks
from paiban.makeup.frame.kind import PageKit, Settings


def allot_issue(
    issue: Issue, kit: Kit, larger: Mapping[str, float] | None = None
) -> tuple[Issue, tuple[Diagnostic, ...]]:
    """The issue with every block on a page; one whose pages stand in the file is as it was.

    ``larger`` says of blocks how many times their likely room they turned out to need.
    """
    pool = issue.pool
    if pool is None:
        return issue, ()
    pages = [page.number for page in issue.pages]
    tried, page_kit = needs_of_all(issue, pool, kit)
    if isinstance(tried, Diagnostic):
        return issue, (tried,)
    needs = tried[0]
    room = needs.capacity
    if room.over:
        params = {"pages": len(pages), "page": room.page - room.taken, "copy": room.copy, "lines": room.over}
        return issue, (diagnose("P515", issue.pages[0].span, **params),)
    bodied = issue._replace(pages=tuple(page._replace(body=needs.body.name) for page in issue.pages))
    a_page = needs.page // len(pages)
    whole = units_of(pool, issue.pages, needs, kit.kinds.settings, larger or {})
    parts = long_blocks(ahead(pool, whole, pages), a_page, page_kit, kit.kinds.readings) if pool.jumps else []
    units = parted_units(whole, parts, larger or {})
    given = assign(units, pages, a_page, pool.quotas)
    given |= fillers_given(pool, Sites(pool, issue.pages), given, fullness(units, given, a_page))
    jumps = {part.block: (part, given[part.rest]) for part in parts}
    pool = pool._replace(blocks=tuple(jumping(block, jumps) for block in pool.blocks))
    return paged(bodied, pool, given, kit.kinds.readings), body_note(issue, tried)


def ahead(pool: CopyPool, units: Sequence[Unit], pages: Sequence[int]) -> list[Block]:
    """The blocks that may stand on a page after which another comes: a reader turns on, and not back."""
    last = max(pages)
    free = {
        block for unit in units if any(unit.may_stand(page) for page in pages if page < last) for block in unit.blocks
    }
    return [block for block in pool.blocks if block.id in free]


def parted_units(units: Sequence[Unit], parts: Sequence[PartingPoint], larger: Mapping[str, float]) -> list[Unit]:
    """The units with the second parts of long blocks as units of their own, which stand on later pages."""
    lines = {part.block: round(part.lines * larger.get(part.block, 1.0)) for part in parts}
    cut = [unit._replace(cells=unit.cells - sum(lines.get(block, 0) for block in unit.blocks)) for unit in units]
    cells = [round((part.lines + HEAD_CELLS) * larger.get(part.rest, 1.0)) for part in parts]
    return [*cut, *(Unit(part.rest, count, rest=part.block) for part, count in zip(parts, cells, strict=True))]


def jumping(block: Block, jumps: Mapping[str, tuple[PartingPoint, int]]) -> Block:
    """A block with the jump that it was given."""
    if block.id not in jumps:
        return block
    part, page = jumps[block.id]
    return block._replace(jump=Jump(page, part.paragraph, block.span))


def needs_of_all(issue: Issue, pool: CopyPool, kit: Kit) -> tuple[tuple[PageNeeds, ...] | Diagnostic, PageKit]:
    """What all blocks together need of all pages, at the issue's body or at every one, the best first."""
    template, body = template_of(issue.pages[0], kit)
    bodies = template.bodies if issue.pages[0].body == AUTO else (body,)
    found: list[tuple[PageNeeds, PageKit]] = []
    for body in bodies:
        page = issue.pages[0]._replace(body=body.name, blocks=pool.blocks)
        page_kit = page_kit_of(issue, page, kit)
        needs = page_needs(page, {}, page_kit, kit.kinds.plannings(), pages=len(issue.pages))
        if isinstance(needs, Diagnostic):
            return needs, page_kit
        found.append((needs, page_kit))
    found.sort(key=lambda pair: pair[0].off)
    return tuple(needs for needs, _ in found), found[0][1]


def units_of(
    pool: CopyPool, pages: Sequence[IssuePage], needs: PageNeeds, settings: Settings, larger: Mapping[str, float]
) -> list[Unit]:
    """What has to find a page: each block with those that belong to it, a package (组稿) as one; but no fillers.

    A block takes its likely room as many times as it was found to be ``larger``.
    """
    cells = {need.block: need.cells for need in needs.used}
    ids = {block.id for block in pool.blocks}
    hosted: dict[str, int] = {}
    for block in pool.blocks:
        if block.host in ids:
            hosted[block.host] = hosted.get(block.host, 0) + cells.get(block.id, 0)
    sites = Sites(pool, pages)
    units: dict[str, list[Unit]] = {}
    for block in pool.blocks:
        if block.id in cells and block.host not in ids:
            room = round((cells[block.id] + hosted.get(block.id, 0)) * larger.get(block.id, 1.0))
            unit = sites.unit(block, room, settings[block.kind].traits.leads)
            units.setdefault(f"package {block.package}" if block.package else f"block {block.id}", []).append(unit)
    return [unit for together in units.values() for unit in joined(together)]


def joined(units: Sequence[Unit]) -> list[Unit]:
    """The units of a package as one; those that the editor put on several pages as one on each."""
    given = dict.fromkeys(unit.page for unit in units if unit.page is not None)
    pages: list[int | None] = [*given] or [None]
    shares = [[u for u in units if u.page == page or (u.page is None and page == pages[0])] for page in pages]
    return [one_of(share)._replace(page=page) for share, page in zip(shares, pages, strict=True)]


def one_of(units: Sequence[Unit]) -> Unit:
    """Units that stay together: as large as all, as heavy as the heaviest, on the pages that all of them may have, or
    the heaviest where they agree on none."""
    heaviest = max(units, key=lambda unit: unit.weight)
    bound = [set(unit.among) for unit in units if unit.among]
    among = tuple(sorted(set.intersection(*bound))) if bound else ()
    section = heaviest.section or next((unit.section for unit in units if unit.section), "")
    first, *others = (unit.id for unit in units)
    cells = sum(unit.cells for unit in units)
    elsewhere = tuple(other for unit in units for other in unit.elsewhere)
    among = among or heaviest.among
    stories = tuple(story for unit in units for story in unit.stories)
    return Unit(
        first,
        cells,
        heaviest.weight,
        section,
        among=among,
        with_it=tuple(others),
        elsewhere=elsewhere,
        stories=stories,
        before=tuple(other for unit in units for other in unit.before),
    )


class Sites:
    """Where blocks may stand, by what they say: the pages named for sections, those that lie right and left, the block
    that one belongs to."""

    def __init__(self, pool: CopyPool, pages: Sequence[IssuePage]) -> None:
        ids = {block.id for block in pool.blocks}
        self.homes = {block.id: block.host if block.host in ids else block.id for block in pool.blocks}
        self.hands = {
            hand: [p.number for p in pages if p.right_hand == (hand == "right")] for hand in ("right", "left")
        }
        self.named: dict[str, list[int]] = {}
        for number, name in pool.sections:
            self.named.setdefault(name.value, []).append(number)

    def unit(self, block: Block, cells: int, leads: bool) -> Unit:
        """One block, with so many cells, as what has to find a page; only what may lead one has a weight there."""
        section = block.section.value if block.section is not None else ""
        own, hand = self.named.get(section, []), self.hands.get(block.hand, [])
        among = tuple(number for number in own if number in hand) or tuple(hand or own)
        elsewhere = tuple(self.homes[other] for other in block.elsewhere if other in self.homes)
        weight = block.weight if leads else 0
        unit = Unit(block.id, cells, weight, section, block.page, among=among)
        before = tuple(self.homes[other] for other in block.before if other in self.homes)
        return unit._replace(elsewhere=elsewhere, stories=(section,) if leads else (), before=before)


def fillers_given(pool: CopyPool, sites: Sites, given: Mapping[str, int], full: Mapping[int, int]) -> dict[str, int]:
    """A page for each filler without one: the emptiest first, in turn, of those on which it may stand, by what it asks
    and others ask of it; none where there is no such page."""
    emptiest = sorted(full, key=lambda page: (full[page], page))
    found: dict[str, int] = {}
    for filler in (block for block in pool.blocks if block.filler and block.page is None):
        pages = [page for page in emptiest if may_take(page, filler, pool, sites, given)]
        if pages:
            found[filler.id] = pages[len(found) % len(pages)]
    return found


def may_take(page: int, filler: Block, pool: CopyPool, sites: Sites, given: Mapping[str, int]) -> bool:
    """Whether a page, by its number, is one for a filler: that of what it belongs to, or goes together with, and of
    nothing that it must not share it with."""
    unit = sites.unit(filler, 0, leads=False)
    bound = {given.get(sites.homes[filler.id])} if sites.homes[filler.id] != filler.id else set()
    bound |= {given.get(block.id) for block in pool.blocks if filler.package and block.package == filler.package}
    shy = {given.get(other) for other in unit.elsewhere}
    shy |= {given.get(block.id) for block in pool.blocks if filler.id in block.elsewhere}
    return unit.may_stand(page) and page in (bound - {None} or {page}) and page not in shy


def body_note(issue: Issue, tried: Sequence[PageNeeds]) -> tuple[Diagnostic, ...]:
    """Which body the pages were given, and why, where the issue left it to the engine."""
    first: IssuePage = issue.pages[0]
    if first.body != AUTO:
        return ()
    others = ", ".join(f"{needs.body.name} {needs.percent} %" for needs in tried[1:])
    pages = f"{first.number}–{issue.pages[-1].number}" if len(issue.pages) > 1 else str(first.number)
    params = {"page": pages, "body": tried[0].body.name, "why": f"{tried[0].percent} %", "others": others or "—"}
    return (diagnose("P512", first.span, **params),)
