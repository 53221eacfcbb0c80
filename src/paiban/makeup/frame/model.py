"""A made-up page: every block in its place with its lines dealt out to legs, and how its copy fitted.

Stories are kept on their own logical axes: *inline* along the line, *block* across lines, both from the corner where
reading starts. ``compose`` alone turns them into x and y.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from paiban.galley.head import Head
from paiban.grid import Grid, GridRect
from paiban.issue import Block, IssuePage
from paiban.span import Text
from paiban.text import LineRange, Prepared
from paiban.units import Length
from paiban.value import NamedTuple


class Leg(NamedTuple):
    """One leg of a story: its inline start and measure, and the rows (0 is the frame's first) that it may fill.

    ``notches`` are what each of its rows loses, at its begin and at its end, to what its copy runs round (绕排); empty
    where it has all of its measure in every row.
    """

    start: Length
    measure: Length
    rows: tuple[int, ...]
    notches: tuple[tuple[Length, Length], ...] = ()


class Obstacle(NamedTuple):
    """A picture inside a frame, on the story's logical axes; lines keep a row clear of it.

    Copy that runs round it (绕排) loses ``taken`` in each of its rows, from the first on, where it loses anything.
    """

    start: Length
    end: Length
    first_row: int
    end_row: int
    taken: tuple[tuple[Length, Length] | None, ...] = ()


Slot = tuple[int, int, Length, Length]
"""Room for a line: its leg and its row there, and what it lacks of the leg's measure at its begin and its end."""

WHOLE = (0, 0)
"""What a line lacks that has all of its leg's measure."""


def slots_in(legs: Sequence[Leg], heights: Sequence[int]) -> list[Slot]:
    """The lines that legs of these heights have room for, in reading order."""
    return [
        (index, row, *(leg.notches[place] if leg.notches else WHOLE))
        for index, (leg, height) in enumerate(zip(legs, heights, strict=True))
        for place, row in enumerate(leg.rows[:height])
    ]


def parted_at(legs: Sequence[Leg], heights: Sequence[int]) -> tuple[int, ...]:
    """The running counts of lines at which a leg ends, or breaks off above something that stands across it."""
    found, before = set(), 0
    for leg, height in zip(legs, heights, strict=True):
        rows = leg.rows[:height]
        if rows and rows[-1] - rows[0] >= len(rows):
            found |= {before + index for index, (one, other) in enumerate(pairwise(rows), 1) if other > one + 1}
        before += height
        found.add(before)
    return tuple(sorted(found - {0, before}))


def places_in(legs: Sequence[Leg]) -> int:
    """How many lines legs have room for."""
    return sum(len(leg.rows) for leg in legs)


class PlacedLine(NamedTuple):
    """A line of copy in a leg and row, broken at the leg's measure less its ``indent`` and what it lacks at its end.

    A large initial (the role ``initial``) stands in the row of the line that it is before. A member of a rail or an
    index stands ``drop`` further across the lines than its row, so that white is even.
    """

    role: str
    prepared: Prepared
    line: LineRange
    leg: int
    row: int
    indent: Length = 0
    lack: Length = 0
    drop: Length = 0

    def measure(self, leg: Leg) -> Length:
        """What the line has of its leg's measure."""
        return leg.measure - self.indent - self.lack


class PlacedHead(NamedTuple):
    """A head block and the room that it stands in: ``inline`` start and extent, ``block`` start and extent."""

    head: Head
    inline: Length
    inline_extent: Length
    block: Length
    block_extent: Length


class Fit(NamedTuple):
    """How a block's copy fitted: lines it has and lines there is room for, and what is over or short.

    ``levers`` names each lever used with its amount, in the order of the rule book. ``paragraphs`` counts those between
    which a cross-head may be put, 0 where none may. ``more`` is what is added to copy that is short: ``entries``,
    ``items``, ``names`` (then ``short_characters`` counts those) or a ``stanza``, ``""`` for words.
    """

    block: str
    columns: int
    legs: int
    lines: int
    room: int
    characters: int
    over_lines: int = 0
    over_characters: int = 0
    short_lines: int = 0
    short_characters: int = 0
    levers: tuple[tuple[str, int], ...] = ()
    paragraphs: int = 0
    more: str = ""

    @property
    def exact(self) -> bool:
        """Whether nothing is over or short."""
        return not self.over_lines and not self.short_lines


class Traits(NamedTuple):
    """What the rules of the page, and the search, have to know of a kind's blocks.

    ``leads``: it has a headline, its weight counts, and the heaviest leads the page (头条, 题文一致, 齐底, 咬合).
    ``solid``: it fills its rectangle; no copy stands there, and it needs no rule against its neighbours. ``dark``: two
    that touch make a dark patch. ``guest``: it may belong to another block and stand inside it. ``high``: it would
    rather stand at the head of the page, ``side`` at one of its sides, ``foot`` at its foot, where nothing editorial
    stands. ``crown``: it heads the page, as do those beside it that are no stories (报眼): the rules of the page begin
    below them. ``sold``: somebody has paid for its size and its place. ``heads``: it belongs to what stands below it.
    ``held``: it is room for a block that is still to come.
    ``fill`` is the character that it is filled with in a sketch.
    """

    leads: bool = False
    solid: bool = False
    dark: bool = False
    guest: bool = False
    high: bool = False
    side: bool = False
    foot: bool = False
    sold: bool = False
    crown: bool = False
    heads: bool = False
    held: bool = False
    fill: str = " "


class Placed(NamedTuple):
    """A block on the page. What only its kind knows of it there is ``content``.

    Its copy stands in ``legs``, ``lines`` by line, below a ``head`` or beside it; ``vertical`` lines run down the page.
    ``white_above`` counts the free rows at its top, ``inset`` is the white inside its box. ``fit`` says how its copy
    fitted, None for a block without any, and ``left_over`` the copy ranges that found no room. ``lent`` are the levers
    by which it helped the block that it belongs to. ``ends`` are the rows of the frame before which its legs end, where
    what stands in them are no lines. ``ruled`` says whether it brings a line of its own at its head, and at its foot.
    ``below`` is how far it reaches beyond its rows, into white that its host's copy keeps clear.
    """

    block: Block
    traits: Traits
    place: GridRect
    white_above: int
    content: Any = None
    head: PlacedHead | None = None
    legs: tuple[Leg, ...] = ()
    ends: tuple[int, ...] = ()
    lines: tuple[PlacedLine, ...] = ()
    vertical: bool = False
    inset: Length = 0
    fit: Fit | None = None
    left_over: tuple[tuple[Text, int], ...] = ()
    lent: tuple[tuple[str, int], ...] = ()
    ruled: tuple[bool, bool] = (False, False)
    below: Length = 0

    @property
    def parts_itself(self) -> bool:
        """Whether it needs no rule against its neighbours."""
        return self.traits.solid or self.block.boxed

    @property
    def label_end(self) -> int:
        """The row of its frame before which the bar of its label ends that stands over all its legs; 0 without one."""
        if self.head is not None or self.vertical:
            return 0
        first = min((leg.rows[0] for leg in self.legs if leg.rows), default=0)
        return first if first > self.white_above else 0


class LeftOut(NamedTuple):
    """A block that could not be set, and the place that it was to have, None where it was given none."""

    block: Block
    place: GridRect | None


class Makeup(NamedTuple):
    """One page, made up; ``unset`` is what does not stand on it, fillers aside."""

    page: IssuePage
    grid: Grid
    blocks: tuple[Placed, ...]
    fits: tuple[Fit, ...] = ()
    unset: tuple[LeftOut, ...] = ()
