"""What stands in a rail or an index stands evenly: white is shared out in Lengths, alike between all of its members.

Copy fitting counts in rows of the grid. Here the rows of white that it put between members, and those that it left at
the foot, are taken together and given out anew: no gap is larger than the others, and no hole stays at the foot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.makeup.frame.fit import Dealt
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.model import PlacedLine
from paiban.makeup.frame.surround import Surround, box_rect
from paiban.units import Length
from paiban.value import NamedTuple

EDGE_MORE = 1, 4
"""In a box the white above the first member and below the last one is so much more than that between two, in rows."""

UNLIKE = 1, 2
"""A leg that is shorter than the fullest has gaps that are larger by so many rows at the most, so as to end level."""


class MemberRoom(NamedTuple):
    """What the members of a block share, from ``top`` to ``foot`` in Lengths from the frame's head; ``boxed``: they
    keep off both."""

    top: Length
    foot: Length
    boxed: bool


class MemberLines(NamedTuple):
    """The lines of one member in one leg, and how many rows they take with what stands beside them."""

    lines: tuple[PlacedLine, ...]
    rows: int


def members_room(block: Block, around: Surround, place: GridRect, first_row: int, kit: PageKit) -> MemberRoom:
    """The room of members: whole rows, or what is free inside the lines of a box below its label.

    ``first_row`` is the first row of the frame below label and picture.
    """
    grid = kit.grid
    if not block.boxed:
        return MemberRoom(first_row * grid.leading, place.rows * grid.leading, False)
    head, box = grid.row_top(place.row), box_rect(place, grid)
    top = box.y0 - head + (kit.setter.length("label_height") if around.labelled else 0)
    beyond = (first_row - around.first_row(place.row)) * grid.leading
    return MemberRoom(top + beyond, box.y1 - head, True)


def evenly(galley: Galley, dealt: Dealt, room: MemberRoom, leading: Length) -> tuple[PlacedLine, ...]:
    """The lines of a block's members with white alike between them; as they are where copy found no room."""
    legs = [[*members_of(galley, lines)] for _, lines in groupby(dealt.lines, key=lambda line: line.leg)]
    if dealt.left_over or not legs:
        return dealt.lines
    taken = [sum(member.rows for member in leg) * leading for leg in legs]
    between = len(legs[taken.index(max(taken))]) - 1
    free = room.foot - room.top - max(taken)
    more = leading * EDGE_MORE[0] // EDGE_MORE[1] if room.boxed else 0
    gaps = between + 2 * room.boxed
    gap = min(max(0, free - 2 * more) // gaps, leading) if gaps else 0
    top = room.top + (free - gap * between) // 2 * room.boxed
    lines: list[PlacedLine] = []
    for leg, rows in zip(legs, taken, strict=True):
        own = (max(taken) + gap * between - rows) // max(1, len(leg) - 1)
        lines += stood(leg, top, own if own <= gap + leading * UNLIKE[0] // UNLIKE[1] else gap, leading)
    return tuple(lines)


def stood(leg: Sequence[MemberLines], top: Length, gap: Length, leading: Length) -> Iterator[PlacedLine]:
    """The lines of a leg's members, the first at ``top`` and so much white between two."""
    for member in leg:
        for line in member.lines:
            yield line._replace(drop=top - member.lines[0].row * leading)
        top += member.rows * leading + gap


def members_of(galley: Galley, lines: Iterator[PlacedLine]) -> Iterator[MemberLines]:
    """The members that stand in one leg."""
    beside = {id(p.prepared): p.initial.lines for p in galley.paragraphs if p.initial is not None}
    for prepared, own in groupby(lines, key=lambda line: id(line.prepared)):
        member = tuple(own)
        rows = 0 if member[0].line.first else beside.get(prepared, 0)
        yield MemberLines(member, max(len(member), rows))
