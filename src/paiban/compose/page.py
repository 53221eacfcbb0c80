"""The whole page, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from paiban.compose.composer import Composer
from paiban.compose.furniture import page_furniture
from paiban.compose.kind import Drawings
from paiban.compose.printed_rules import separators
from paiban.diagnostic import diagnose
from paiban.display import Artwork, Box, Frame, Item, Page, Path, Picture, Rule
from paiban.issue import Issue
from paiban.makeup.frame.model import Makeup
from paiban.template import PageTemplate


def compose_page(issue: Issue, makeup: Makeup, template: PageTemplate, composer: Composer, drawings: Drawings) -> Page:
    """Draw a made-up page; ``drawings`` draw the blocks of each kind."""
    grid = makeup.grid
    drawn: list[Item] = []
    for block in makeup.blocks:
        draw = drawings[block.block.kind]
        drawn += [owned(item, block.block.id) for item in draw(block, composer)]
    if takes_head(drawn, template):
        composer.found.append(diagnose("P738", makeup.page.section.span, page=makeup.page.number))
        items = drawn
    else:
        items = [*page_furniture(issue, makeup.page, template, composer), *drawn]
    items += separators(makeup.blocks, composer)
    return Page(
        number=makeup.page.number,
        section=makeup.page.section.value,
        title=f"{issue.date.isoformat()} {makeup.page.section.value}",
        width=template.width,
        height=template.height,
        bleed=template.bleed,
        type_area=grid.type_area(),
        baselines=grid.baselines(),
        frames=tuple(Frame(b.block.id, b.block.kind, grid.frame(b.place)) for b in makeup.blocks),
        items=tuple(items),
        columns=tuple((left, left + grid.column) for left in map(grid.column_left, range(grid.columns))),
        anchors=issue.anchors,
    )


def takes_head(items: Sequence[Item], template: PageTemplate) -> bool:
    """Whether an advert of a whole page stands where the running head would."""
    if template.folio is None:
        return False
    foot = template.folio.top + template.folio.height
    return any(isinstance(item, Artwork | Picture) and item.rect.y0 < foot for item in items)


def owned(item: Item, block: str) -> Item:
    """An item that says whose it is: lines, pictures and adverts do so from the start."""
    return item._replace(block=block) if isinstance(item, Rule | Box | Path) else item
