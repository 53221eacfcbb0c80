"""The whole page, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.compose.block import frame_items
from paiban.compose.composer import Composer
from paiban.compose.furniture import page_furniture
from paiban.compose.kind import Drawings
from paiban.compose.printed_rules import separators
from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Artwork, Box, Frame, Item, Page, Path, Picture, Rule
from paiban.grid import Grid
from paiban.issue import Issue, IssuePage
from paiban.makeup.frame.model import Makeup, Placed
from paiban.span import plain_text
from paiban.template import PageTemplate
from paiban.units import PER_PT

NEARLY = PER_PT
"""What stands as near to both sides of the type area takes all of its width: sizes are booked in whole millimetres."""


def compose_page(issue: Issue, makeup: Makeup, template: PageTemplate, composer: Composer, drawings: Drawings) -> Page:
    """Draw a made-up page; ``drawings`` draw the blocks of each kind."""
    grid = makeup.grid
    drawn: list[Item] = []
    composer = composer._replace(hosts=frozenset(block.block.host for block in makeup.blocks if block.block.host))
    for block in sorted(makeup.blocks, key=lambda block: block.block.upon):
        draw = drawings[block.block.kind]
        drawn += [owned(item, block.block.id) for item in draw(block, composer)]
    for block in makeup.blocks:  # a tint at a frame's corner does not cover its lines
        if block.block.id in composer.hosts:
            drawn += [owned(item, block.block.id) for item in frame_items(block, composer)]
    items = list(ground(makeup, composer))
    page = makeup.page
    for number, side in sides(makeup.page, composer):
        high = over_head(drawn, template, side.grid)
        if high:
            composer.found.append(head_left_out(high, side.grid, makeup.page, number))
        else:
            items += page_furniture(issue, page._replace(number=number), template, side, drawn)
            page = said_over(page)
    items += [*drawn, *separators(makeup.blocks, composer)]
    return Page(
        number=makeup.page.number,
        section=makeup.page.section.value,
        title=f"{issue.date.isoformat()} {makeup.page.section.value}",
        width=template.width,
        height=template.height,
        bleed=template.bleed,
        type_area=grid.type_area(),
        baselines=grid.baselines(),
        frames=tuple(frame_of(b, grid) for b in makeup.blocks),
        items=tuple(items),
        columns=tuple((left, left + grid.column) for left in map(grid.column_left, range(grid.columns))),
        anchors=issue.anchors,
        fold=grid.fold_at if grid.fold else 0,
        from_right=makeup.page.writing == "vertical",
    )


def ground(makeup: Makeup, composer: Composer) -> Iterator[Item]:
    """What the whole page stands on, as far as the bleed."""
    if makeup.page.tint:
        yield Box(makeup.grid.sheet, fill=composer.colour(makeup.page.tint))


def frame_of(placed: Placed, grid: Grid) -> Frame:
    """The rectangle that a block owns, and the block that it belongs to."""
    block, rect = placed.block, grid.frame(placed.place)
    return Frame(block.id, block.kind, rect._replace(y1=rect.y1 + placed.below), block.host)


def sides(page: IssuePage, composer: Composer) -> Iterator[tuple[int, Composer]]:
    """The number of a page, or both of a spread, each with what its furniture is composed with.

    The first of a spread is the left one, the right one where a paper is read from there.
    """
    from_right = page.spread and page.writing == "vertical"
    for at, number in enumerate(page.numbers):
        yield number, composer._replace(grid=composer.grid.side(1 - at if from_right else at))


def said_over(page: IssuePage) -> IssuePage:
    """A page whose words were drawn as the editor's: its section is said over again, its 版务 are not."""
    return page._replace(section=plain_text(page.section.value), credits=())


def over_head(items: Sequence[Item], template: PageTemplate, side: Grid) -> list[Artwork | Picture]:
    """The adverts and pictures that stand where the running head would."""
    if template.folio is None:
        return []
    foot, area = template.folio.top + template.folio.height, side.type_area()
    high = [item for item in items if isinstance(item, Artwork | Picture) and item.rect.y0 < foot]
    return [item for item in high if item.rect.x0 < area.x1 and area.x0 < item.rect.x1]


def head_left_out(high: Sequence[Artwork | Picture], side: Grid, page: IssuePage, number: int) -> Diagnostic:
    """That a page has no running head: as must be below what takes its whole width, or for what takes a part of it."""
    area, first = side.type_area(), high[0]
    left, right = min(item.rect.x0 for item in high) - area.x0, area.x1 - max(item.rect.x1 for item in high)
    if max(left, right) <= NEARLY:
        return diagnose("P738", page.section.span, page=number)
    return diagnose("P782", first.span or page.section.span, block=first.block, page=number)


def owned(item: Item, block: str) -> Item:
    """An item that says whose it is: lines, pictures and adverts do so from the start."""
    return item._replace(block=block) if isinstance(item, Rule | Box | Path) else item
