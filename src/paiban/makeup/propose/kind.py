"""What a kind of block says of itself to automatic make-up: the shapes that it can take, and how one becomes a place.

Only automatic make-up loads a kind's ``Planning``, with all that counts shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import log
from typing import Any, Protocol

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Galley
from paiban.grid import Grid, GridRect
from paiban.issue import Block, Place
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.search import BlockChoices, Placement, Shape
from paiban.value import NamedTuple

MEASURE_EM = (9, 27)
"""Measures between these, in characters, are read with ease; a leg outside them is not proposed."""

LEAST_LEG = 4
"""A leg has at least so many rows."""

MOVED_COST = 0.3
"""A line gained or lost by tracking."""

HEAD_ROWS = 3
"""What a head is taken to be where nothing better is known."""

LIKELY_ASPECT = 1.3
"""The frame of a block is about so many times as wide as it is high."""


class Guest(Protocol):
    """A block that can stand inside the one that it belongs to, as its host counts it."""

    @property
    def block(self) -> Block:
        """The block itself."""

    @property
    def below_head(self) -> bool:
        """Whether it reads as part of the copy, so that it never stands above its host's headline."""

    def rows(self, columns: int) -> tuple[int, int, int]:
        """(least, natural, most) rows over so many columns; ``most`` is less than ``least`` where none serves."""

    @property
    def over_copy(self) -> Guest:
        """The same where copy of its host stands below it."""

    def cost(self, columns: int, weight: int) -> float:
        """What it costs to be so wide in a story of so much weight."""


class Hosted(Protocol):
    """The guests of a block together, as it counts them (``company.Company``)."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks themselves."""

    @property
    def below_head(self) -> bool:
        """Whether they never stand above their host's headline."""

    @property
    def fewest(self) -> int:
        """No fewer rows hold them at all."""

    def rows(self, columns: int) -> tuple[int, int, int]:
        """(least, natural, most) rows over so many columns; ``most`` is less than ``least`` where none serves."""

    @property
    def over_copy(self) -> Hosted:
        """The same where copy of their host stands below them."""

    def cost(self, columns: int) -> float:
        """What it costs that they are so wide."""

    def stood(self, rect: GridRect) -> tuple[Block, ...]:
        """The guests with their places in the rectangle that their host leaves them."""

    def lines_beside(self, columns: int, rows: int, kit: PageKit) -> int:
        """About how many lines of copy run round those of them that are narrower than their columns (绕排)."""


class Offer(NamedTuple):
    """The shapes that a block can take, and what its kind needs to turn a chosen one back into a place.

    ``traits`` are the block's own where they are not its kind's.
    """

    shapes: tuple[Shape, ...]
    own: Any = None
    traits: Traits | None = None


class Candidate(NamedTuple):
    """A block for the search, with the guests that its shapes have room for; ``held``: all of them, settled already."""

    block: Block
    choices: BlockChoices
    own: Any = None
    company: Hosted | None = None
    held: tuple[Block, ...] = ()


class Need(NamedTuple):
    """About how many cells a block takes: its ``copy``, its ``head`` with the white around it, ``solid`` without type.

    ``least`` is what it takes at the very least, ``most`` what it may take without harm: a picture can be larger. A
    ``filler`` may be left out and counts for nothing until it is used. For one that is ``cramped`` the page is too
    narrow: it may not be set smaller.
    """

    block: str
    kind: str
    copy: int = 0
    head: int = 0
    solid: int = 0
    least: int = 0
    most: int = 0
    filler: bool = False
    cramped: bool = False

    @property
    def cells(self) -> int:
        return self.copy + self.head + self.solid


Visiting = Callable[[Block, PageKit], Guest | Diagnostic]
Offering = Callable[[Block, Hosted | None, Galley | None, PageKit], Offer | Diagnostic]
Needing = Callable[[Block, Galley | None, Galley | None, PageKit], Need | Diagnostic]
NeedingPlaced = Callable[[Block, int, int, PageKit], Need]


class Planning(NamedTuple):
    """One kind as automatic make-up has it.

    ``free`` is the form of a block that may be set anyhow, from the one that it has. ``takes`` says whether a block
    counts guests in its own shapes; ``guest`` makes a block of the kind the guest of another, None for kinds that are
    never one.

    ``offer(block, company, galley, kit)`` are the shapes of a block without a place. ``standing(shape, placed, kit)``
    is the shape of one that the editor placed, as it came out there; None where the bare rectangle says it all.
    ``places(candidate, placement)`` are the block, and its guests, with places and forms. ``alike(candidate, shape,
    before)`` says whether a block in that shape looks as it did ``before``.

    ``hold(block, company, rect, galley, kit)`` are a block that the editor placed, and guests without a place inside
    it; None for kinds that are never host.

    ``grounded(block, galley, offer, kit)`` are the shapes that it offers with those that it has on a ground of its own,
    as the second centre of a page; None for kinds that are never one.

    ``shorter(block)`` are the block with one paragraph less each time, of those that its editor says may go.

    ``need(block, galley, host, kit)`` is about what a block takes, ``host`` the copy of the block that it belongs to;
    ``need_placed(block, cells, columns, kit)`` the same of one that has so many cells, its guests' taken off.
    """

    free: Callable[[Any], Any]
    takes: Callable[[Block], bool]
    guest: Visiting | None
    offer: Offering
    standing: Callable[[Shape, Placed, PageKit], Shape] | None
    places: Callable[[Candidate, Placement], Sequence[Block]]
    alike: Callable[[Candidate, Shape, Block], bool]
    hold: Callable[[Block, Hosted, GridRect, Galley, PageKit], Sequence[Block]] | None
    grounded: Callable[[Block, Galley, Offer, PageKit], Offer] | None
    shorter: Callable[[Block], Sequence[Block]]
    need: Needing
    need_placed: NeedingPlaced


Plannings = Mapping[str, Planning]
"""Each kind's planning by the kind's name."""


def no_form(_form: Any) -> None:
    """For kinds whose blocks have none."""


def takes_none(_block: Block) -> bool:
    """For kinds that count no guest in their shapes."""
    return False


def place_alone(candidate: Candidate, placement: Placement) -> Sequence[Block]:
    """For kinds whose blocks fill the rectangle that they are given, and leave no choice."""
    return (candidate.block._replace(place=Place(placement.rect, candidate.block.span)),)


def always_alike(_candidate: Candidate, _shape: Shape, _before: Block) -> bool:
    """For kinds that leave no choice."""
    return True


def solid_need(block: Block, cells: int, _columns: int, _maker: PageKit) -> Need:
    """For kinds that fill their place."""
    return Need(block.id, block.kind, solid=cells, least=cells)


def copy_need(block: Block, cells: int, _columns: int, _kit: PageKit) -> Need:
    """For kinds whose copy fills their place."""
    return Need(block.id, block.kind, copy=cells, least=cells)


def never_shorter(_block: Block) -> Sequence[Block]:
    """For kinds of which all is wanted."""
    return ()


def plain_planning(*, offer: Offering, need: Needing, need_placed: NeedingPlaced, guest: Visiting | None) -> Planning:
    """For kinds whose blocks are nobody's host, fill the rectangle that they are given, and leave no choice."""
    return Planning(
        free=no_form,
        takes=takes_none,
        guest=guest,
        offer=offer,
        standing=None,
        places=place_alone,
        alike=always_alike,
        hold=None,
        grounded=None,
        shorter=never_shorter,
        need=need,
        need_placed=need_placed,
    )


def picture_side(side: str, company: Hosted | None, kit: PageKit) -> str:
    """Where a shape has its picture, if one is among the guests that it has at a side."""
    dark = company is not None and any(kit.settings[guest.kind].traits.dark for guest in company.blocks)
    return side if dark else ""


def anywhere(least: int, rows: int, most: int) -> tuple[int, int, int]:
    """The reach of a boxed block that holds at the page's head too.

    The search takes a row off every block there, but a box keeps the white inside its line: so only heights that still
    serve when one row less is given are offered.
    """
    return least + WHITE_ROWS, max(rows, least + WHITE_ROWS), most


def likely_columns(galley: Galley, grid: Grid) -> int:
    """The columns that copy of this length will about span."""
    lines = max(1, galley.count(grid.column))
    rows_wide = (grid.column + grid.gutter) / grid.leading

    def off(columns: int) -> float:
        return abs(log(columns * rows_wide / (lines / columns + HEAD_ROWS) / LIKELY_ASPECT))

    return min(range(1, grid.columns + 1), key=off)


def bare_shape(place: GridRect, boxed: bool) -> Shape:
    """The one shape of a block that the editor placed."""
    rows = place.rows + (WHITE_ROWS if place.row == 0 else 0)
    return Shape(columns=place.columns, rows_min=rows, rows=rows, rows_max=rows, boxed=boxed)
