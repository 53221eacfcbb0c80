"""How full a page will be, before anything is placed: what each block will about take, in cells.

A cell is a row of a basic column. A story takes its natural lines, its best head over a likely span and its picture as
it is; a block that the editor placed takes its place. ``capacity`` holds the hard side of the same count.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple

from paiban.diagnostic import Diagnostic
from paiban.galley.head import HeadMaker, head_options
from paiban.galley.story import Galley
from paiban.grid import Grid, GridRect
from paiban.issue import Advert, Block, Briefs, PagePlan, Picture, Story
from paiban.makeup.frame.advert import advert_size
from paiban.makeup.frame.capacity import Capacity, least_lines
from paiban.makeup.frame.place import Maker, Places, page_galleys, pictures_inside
from paiban.makeup.frame.surround import PLAIN, WHITE_ROWS
from paiban.makeup.propose.shapes import advert_shapes, picture_rows
from paiban.template import Body
from paiban.units import rounded

LIKELY_ASPECT = 1.3
"""A story's frame is about so many times as wide as it is high."""

HEAD_ROWS = 3
"""What a head is taken to be where none fits the likely span."""

FAR_FROM_FULL = 85
"""Below so many per cent no lever can fill a page: it lacks copy, pictures or larger type."""


TOO_FULL = 3
"""Copy that must be cut is so much worse than white that must be filled."""

PICTURE_SHARE = 2
"""A picture is taken to span its story's columns divided by this."""


class Need(NamedTuple):
    """About how many cells a block takes: its ``copy``, its ``head`` with the white around it, ``solid`` without type.

    ``least`` is what it takes at the very least, ``most`` what it may take without harm: a picture can be larger. A
    ``filler`` may be left out and counts for nothing until it is used.
    """

    block: str
    kind: str
    copy: int = 0
    head: int = 0
    solid: int = 0
    least: int = 0
    most: int = 0
    filler: bool = False

    @property
    def cells(self) -> int:
        return self.copy + self.head + self.solid


@dataclass(frozen=True)
class PageNeeds:
    """The cells of a page, or of several ``pages``, at one body setting, and what their blocks need of them."""

    body: Body
    grid: Grid
    needs: tuple[Need, ...]
    pages: int = 1

    @property
    def page(self) -> int:
        """The cells that there are."""
        return self.grid.columns * self.grid.rows * self.pages

    @cached_property
    def used(self) -> tuple[Need, ...]:
        """The needs that count: all but fillers'."""
        return tuple(need for need in self.needs if not need.filler)

    @property
    def copy(self) -> int:
        """Cells of body copy."""
        return sum(need.copy for need in self.used)

    @property
    def heads(self) -> int:
        """Cells of head blocks and the white around them."""
        return sum(need.head for need in self.used)

    def solid(self, kind: str) -> int:
        """Cells that blocks of ``kind``, ``picture`` or ``advert``, cover."""
        return sum(need.solid for need in self.used if need.kind == kind)

    @property
    def cells(self) -> int:
        """Cells needed in all."""
        return sum(need.cells for need in self.used)

    @property
    def percent(self) -> int:
        """How full the page will be, in per cent."""
        return round(100 * self.cells / self.page)

    @property
    def percent_most(self) -> int:
        """How full it can be, its pictures as large as they may be and every filler used."""
        return round(100 * sum(max(need.cells, need.most) for need in self.needs) / self.page)

    @property
    def white(self) -> int:
        """Cells that nothing needs."""
        return max(0, self.page - self.cells)

    @property
    def far_from_full(self) -> bool:
        """Whether nothing but more copy, pictures or larger type can fill the page."""
        return self.percent_most < FAR_FROM_FULL

    @property
    def off(self) -> int:
        """How far the page is from what levers and pictures can fill, in per cent; too much copy counts threefold."""
        return max(0, 100 - self.percent_most) + TOO_FULL * max(0, self.percent - 100)

    @property
    def capacity(self) -> Capacity:
        """The hard side: what the copy must take at the very least against what pictures and adverts leave."""
        return Capacity(
            page=self.page,
            taken=sum(need.least for need in self.used if need.solid),
            copy=sum(need.least for need in self.used if not need.solid),
        )


def page_needs(plan: PagePlan, places: Places, maker: Maker, pages: int = 1) -> PageNeeds | Diagnostic:
    """What the blocks of a page, or of so many, need; a Diagnostic where a picture or advert cannot be looked at."""
    galleys = {galley.block: galley for galley in page_galleys(plan, maker)}
    needs: list[Need] = []
    for block in plan.blocks:
        place = places.get(block.id)
        need: Need | Diagnostic
        if place is not None:
            need = placed_need(block, place, plan, places, maker)
        elif isinstance(block, Story):
            need = story_need(block, galleys[block.id], maker)
        elif isinstance(block, Briefs):
            need = briefs_need(block, galleys[block.id], maker)
        elif isinstance(block, Picture):
            need = picture_need(block, galleys.get(block.with_), maker)
        else:
            need = advert_need(block, maker)
        if isinstance(need, Diagnostic):
            return need
        needs.append(need)
    return PageNeeds(maker.setter.body, maker.grid, tuple(needs), pages)


def placed_need(block: Block, place: GridRect, plan: PagePlan, places: Places, maker: Maker) -> Need:
    """A placed block takes its place, a story's less the pictures inside it."""
    cells = place.cells
    match block:
        case Picture():
            return Need(block.id, "picture", solid=cells, least=cells)
        case Advert():
            return Need(block.id, "advert", solid=cells, least=cells)
        case Briefs():
            return Need(block.id, "briefs", copy=cells, least=cells)
        case Story():
            cells -= sum(rect.cells for rect in pictures_inside(block, place, plan, places))
            head = min(cells, head_cells(block, place.columns, maker))
            return Need(block.id, "story", copy=cells - head, head=head, least=cells)


def story_need(story: Story, galley: Galley, maker: Maker) -> Need:
    """A story without a place: its natural lines, and its best head over a likely span."""
    columns = likely_columns(galley, maker.grid)
    return Need(
        story.id,
        "story",
        copy=galley.count(maker.grid.column),
        head=head_cells(story, columns, maker) + columns * maker.surround(story).foot_rows,
        least=least_lines(galley, maker.grid),
    )


def head_cells(story: Story, columns: int, maker: Maker) -> int:
    """What a story's head takes over so many columns, the white row above it included."""
    rows = 0
    if story.headline is not None:
        heads = HeadMaker(story, maker.setter, maker.catalogue, maker.names)
        options = head_options(heads, maker.grid.span(columns), 0)
        rows = options[0].rows if options else HEAD_ROWS
    return columns * (rows + WHITE_ROWS)


def briefs_need(briefs: Briefs, galley: Galley, maker: Maker) -> Need:
    """A rail without a place: one basic column, with its label."""
    around = maker.surround(briefs)
    lines = galley.count(around.measure(maker.grid.column))
    return Need(briefs.id, "briefs", copy=lines, head=around.rows, least=least_lines(galley, maker.grid))


def picture_need(picture: Picture, host: Galley | None, maker: Maker) -> Need | Diagnostic:
    """A picture without a place: over the columns asked for, or about half its story's; it may span all of them."""
    rows = picture_rows(picture, maker)
    if isinstance(rows, Diagnostic):
        return rows
    grid = maker.grid
    widest = min(picture.columns or (likely_columns(host, grid) if host is not None else 2), grid.columns)
    likely = widest if picture.columns else max(1, rounded(widest, PICTURE_SHARE))
    widths = (widest,) if picture.columns else range(1, widest + 1)
    return Need(
        picture.id,
        "picture",
        solid=likely * (rows.rows(likely)[1] + PLAIN.rows),
        least=min(width * rows.rows(width)[0] for width in widths),
        most=max(width * (rows.rows(width)[1] + PLAIN.rows) for width in widths),
    )


def advert_need(advert: Advert, maker: Maker) -> Need | Diagnostic:
    """An advert without a place: as large as it is."""
    size = advert_size(advert, maker.folder)
    if isinstance(size, Diagnostic):
        return size
    (shape, *_) = advert_shapes(advert, size, maker.grid)
    cells = shape.columns * shape.rows
    return Need(advert.id, "advert", solid=cells, least=shape.columns * (shape.rows - PLAIN.rows), filler=advert.filler)


def likely_columns(galley: Galley, grid: Grid) -> int:
    """The columns that a story of this length will about span."""
    lines = max(1, galley.count(grid.column))
    rows_wide = (grid.column + grid.gutter) / grid.leading

    def off(columns: int) -> float:
        return abs(log(columns * rows_wide / (lines / columns + HEAD_ROWS) / LIKELY_ASPECT))

    return min(range(1, grid.columns + 1), key=off)
