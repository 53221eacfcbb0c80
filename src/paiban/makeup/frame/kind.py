"""What a kind of block says of itself to make-up by places: what it is set with, and how it is set."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from paiban.diagnostic import Diagnostic
from paiban.display import Outline, Polygon, Rect
from paiban.font import FontCatalogue
from paiban.galley.galley import Galley
from paiban.galley.type import TypeSetter
from paiban.grid import Grid, GridRect
from paiban.issue import Block
from paiban.makeup.frame.fit import CopyArea
from paiban.makeup.frame.model import Obstacle, Placed, Traits
from paiban.makeup.frame.rack import Rack
from paiban.makeup.frame.surround import Surround
from paiban.template import Limits, PageTemplate
from paiban.units import Length
from paiban.value import NamedTuple


class GuestSite(NamedTuple):
    """What stands inside a block that it belongs to: its place, and its ``outline`` where copy runs round it (绕排);
    None where it takes whole legs."""

    place: GridRect
    outline: Outline | None = None


Walls = tuple[bool, bool, bool, bool]
"""The sides (left, top, right, foot) at which a block touches the box of the one that it stands in."""

NO_WALLS = (False, False, False, False)


class Site(NamedTuple):
    """Where a block is to be set: its place, with its copy as a galley, None for a kind without copy in legs.

    ``guests`` are the blocks that belong to it and stand inside; ``hosted``: it stands inside such a host.
    ``walls`` are the sides (left, top, right, foot) at which it touches the box of that; ``over_copy``: the copy of
    that goes on a row below it. ``flush``: its side is the edge of the picture that it stands on (压图).
    """

    place: GridRect
    galley: Galley | None
    guests: tuple[GuestSite, ...] = ()
    hosted: bool = False
    walls: Walls = NO_WALLS
    over_copy: bool = False
    flush: bool = False

    @property
    def key(self) -> Site:
        """What a block's setting depends on beside its copy."""
        return self._replace(galley=None)


class PageKit(NamedTuple):
    """What every block of one page is made up with; ``limits`` are the press's."""

    grid: Grid
    setter: TypeSetter
    catalogue: FontCatalogue
    settings: Settings
    rack: Rack
    template: PageTemplate
    limits: Limits

    @property
    def limit(self) -> int:
        """The most tracking that copy fitting may use, in thousandths of an em."""
        return self.setter.sheet.composition.tracking_limit

    def span(self, block: Block, columns: int) -> Length:
        """How wide a block is over so many columns."""
        return self.narrowed(block, GridRect(0, 0, columns, 1))

    def narrowed(self, block: Block, place: GridRect) -> Length:
        """How wide a block is in a place: as wide as that, or as it is to be."""
        room = self.grid.width(place)
        if block.width is None:
            return room
        return min(room, block.width if isinstance(block.width, int) else int(room * block.width))

    def surround(self, block: Block, labelled: bool = False, flush: bool = False) -> Surround:
        """What a block's frame keeps around its copy; ``labelled``: a label too. At the edge of a picture, ``flush``
        with it, copy has the white at its sides that a box has."""
        return Surround(block.boxed, labelled, self.setter.length("box_inset") if block.boxed or flush else 0)

    def room(
        self, around: Surround, place: GridRect, legs: int, skip: Length = 0, obstacles: Sequence[Obstacle] = ()
    ) -> CopyArea:
        """The room for copy in a frame after ``skip`` of its inline extent: a whole column of one that a fold crosses.

        Legs that a fold would cut are given up for basic columns.
        """
        grid = self.grid
        beside = place
        if skip and grid.crosses(place):
            beside = place._replace(column=place.column + 1, columns=place.columns - 1)
            skip = grid.column_left(beside.column) - grid.column_left(place.column)
        before = grid.legs_before_fold(beside, legs)
        if before is None:
            return self.room(around, place, beside.columns, skip, obstacles)
        return CopyArea(
            start=around.inset + skip,
            extent=around.measure(grid.width(place)) - skip,
            first_row=around.first_row(place.row),
            end_row=place.rows - around.foot_rows,
            legs=legs,
            gutter=grid.gutter,
            obstacles=tuple(obstacles),
            before=before,
            fold=grid.fold_more if grid.crosses(beside) else 0,
            em=grid.size,
        )


SetBlock = tuple[Placed | None, list[Diagnostic]]
"""A block that was set, None where it cannot be, and what is to be said of it."""


class BlockSetting(NamedTuple):
    """One kind as make-up by places has it.

    ``galley`` prepares the copy that stands in its legs, None for a kind without such. ``place`` sets a block; what
    does not fit is a number there and no loss. ``cells`` are the columns and rows that a block takes by itself
    wherever it stands, None where that depends, or cannot be looked up. ``home`` is where a block stands to which the
    editor gave no place; None where it has none of its own. ``outline`` is what copy keeps clear of that runs round a
    block (绕排). ``runs_off`` are the sides at which it goes on beyond its place.
    """

    traits: Traits
    galley: Callable[[Block, TypeSetter, FontCatalogue], Galley | None]
    place: Callable[[Block, Site, PageKit], SetBlock]
    cells: Callable[[Block, Grid], tuple[int, int] | None]
    home: Callable[[Block, PageKit], GridRect | None]
    outline: Callable[[Block, Site, PageKit], Outline]
    runs_off: Callable[[Block], Collection[str]]


Settings = Mapping[str, BlockSetting]
"""Each kind's setting by the kind's name."""


def all_of_it(_block: Block, site: Site, kit: PageKit) -> Outline:
    """For kinds that fill their place."""
    return boxed_outline(site.place, kit)


def boxed_outline(place: GridRect, kit: PageKit) -> Outline:
    """The outline of a place: from its first row's character face to the last one's."""
    grid = kit.grid
    frame = grid.frame(place)
    return (corners(Rect(frame.x0, grid.face_top(place.row), frame.x1, grid.face_foot(place.end_row))),)


def corners(rect: Rect) -> Polygon:
    """A rectangle as a polygon."""
    return ((rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x1, rect.y1), (rect.x0, rect.y1))


def no_galley(_block: Block, _setter: TypeSetter, _catalogue: FontCatalogue) -> None:
    """For kinds without copy in legs."""


def no_home(_block: Block, _kit: PageKit) -> None:
    """For kinds that may stand anywhere."""


def stays_in(_block: Block) -> Collection[str]:
    """For kinds that end where their place does."""
    return ()


def no_cells(_block: Block, _grid: Grid) -> None:
    """For kinds whose size depends on where they stand."""
