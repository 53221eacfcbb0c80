"""The whole page, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath

from paiban.compose.block import advert_item, briefs_items, picture_items, story_items
from paiban.compose.composer import Composer
from paiban.compose.furniture import running_head
from paiban.compose.rules import separators
from paiban.display import Box, Frame, Item, Page, Path, Rule
from paiban.issue import Issue
from paiban.makeup.frame.model import Makeup, Placed, PlacedAdvert, PlacedBriefs, PlacedPicture, PlacedStory
from paiban.template import PageTemplate

KINDS = {PlacedStory: "story", PlacedBriefs: "briefs", PlacedPicture: "picture", PlacedAdvert: "advert"}


def compose_page(issue: Issue, makeup: Makeup, template: PageTemplate, composer: Composer, folder: FilePath) -> Page:
    """Draw a made-up page. ``folder`` is where pictures and adverts are looked for."""
    grid = makeup.grid
    items: list[Item] = [*running_head(issue, makeup.plan, template, composer)]
    for block in makeup.blocks:
        items += [owned(item, block.source.id) for item in block_items(block, composer, folder)]
    items += separators(makeup.blocks, composer)
    return Page(
        number=makeup.plan.number,
        section=makeup.plan.section.value,
        title=f"{issue.date.isoformat()} {makeup.plan.section.value}",
        width=template.width,
        height=template.height,
        bleed=template.bleed,
        type_area=grid.type_area(),
        baselines=grid.baselines(),
        frames=tuple(Frame(b.source.id, KINDS[type(b)], grid.frame(b.place)) for b in makeup.blocks),
        items=tuple(items),
        columns=tuple((left, left + grid.column) for left in map(grid.column_left, range(grid.columns))),
    )


def owned(item: Item, block: str) -> Item:
    """An item that says whose it is: lines, pictures and adverts do so from the start."""
    return item._replace(block=block) if isinstance(item, Rule | Box | Path) else item


def block_items(block: Placed, composer: Composer, folder: FilePath) -> Iterator[Item]:
    """The items of one block."""
    match block:
        case PlacedStory():
            yield from story_items(block, composer)
        case PlacedBriefs():
            yield from briefs_items(block, composer)
        case PlacedPicture():
            yield from picture_items(block, composer, folder)
        case PlacedAdvert():
            yield advert_item(block, composer, folder)
