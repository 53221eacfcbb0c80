"""What stands in a rail or an index stands evenly: white is alike between all of its members.

In the open, lines stand on the grid, level with those of their neighbours: white is whole rows, as many between any two
members, and what is left stays at the foot, as it does below a story that is short. A box is a ground of its own: in it
white is shared out in Lengths, and the first and the last member keep off its edges. Vertical lines stand on the rows
of their frame in a box too, as those of a story do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.makeup.frame.fit import UNEVEN_COST, CopyArea, Dealt, deal
from paiban.makeup.frame.kind import PageKit, Site
from paiban.makeup.frame.model import PlacedLine
from paiban.makeup.frame.surround import Surround, box_rect
from paiban.units import Length
from paiban.value import NamedTuple

EDGE_MORE = 1, 4
"""In a box the white above the first member and below the last one is so much more than that between two, in rows."""

UNLIKE = 1, 2
"""A leg that is shorter than the fullest has gaps that are larger by so many rows at the most, so as to end level."""

UNTOLD = 1
"""So many rows at the foot of a leg of members are white as that between them is, and no lack of copy."""


class MemberRoom(NamedTuple):
    """What the members of a box share, from ``top`` to ``foot`` in Lengths from the frame's head."""

    top: Length
    foot: Length


class MemberLines(NamedTuple):
    """The lines of one member in one leg, and how many rows they take with what stands beside them."""

    lines: tuple[PlacedLine, ...]
    rows: int


def members_room(around: Surround, place: GridRect, first_row: int, kit: PageKit) -> MemberRoom:
    """The room of members of a box: what is free inside its lines, below its label.

    ``first_row`` is the first row of the frame below label and picture.
    """
    grid = kit.grid
    head, box = grid.row_top(place.row), box_rect(place, grid)
    top = box.y0 - head + (kit.setter.length("label_height") if around.labelled else 0)
    beyond = (first_row - around.first_row(place.row)) * grid.leading
    return MemberRoom(top + beyond, box.y1 - head)


class PlacedMembers(NamedTuple):
    """Members dealt over legs, and their lines where they stand."""

    dealt: Dealt
    lines: tuple[PlacedLine, ...]


def set_members(
    galley: Galley, room: CopyArea, block: Block, around: Surround, site: Site, kit: PageKit
) -> PlacedMembers | None:
    """The members of a block in its place; None where not a line has room."""
    if not block.boxed or block.content.vertical:
        dealt = on_rows(galley, room, site.place.columns, kit)
        return None if dealt is None else PlacedMembers(dealt, dealt.lines)
    dealt = deal(galley, room, (None,), kit.limit, site.place.columns, kit.grid.size)
    if dealt is None:
        return None
    inside = members_room(around, site.place, room.first_row, kit)
    return PlacedMembers(dealt, evenly(galley, dealt, inside, kit.grid.leading))


def on_rows(galley: Galley, room: CopyArea, columns: int, kit: PageKit) -> Dealt | None:
    """Members on the grid with as many rows of white between any two, in whatever way leaves least at the foot."""
    ways = [
        dealt
        for white in galley.whites
        for limit in (kit.limit, 0)
        if (dealt := deal(galley.alike(white), room, (None,), limit, columns, kit.grid.size)) is not None
    ]
    best = min(ways, key=lambda way: (way.fit.over_lines, way.attempt.cost + foot_cost(way)), default=None)
    if best is None or best.fit.short_lines > UNTOLD * len(best.attempt.legs):
        return best
    return best._replace(fit=best.fit._replace(short_lines=0, short_characters=0))


def foot_cost(dealt: Dealt) -> float:
    """What white at the feet of legs costs: a row each is hardly seen, a hole is."""
    return UNEVEN_COST * max(0, dealt.fit.room - dealt.fit.lines) ** 2 / len(dealt.attempt.legs)


def evenly(galley: Galley, dealt: Dealt, room: MemberRoom, leading: Length) -> tuple[PlacedLine, ...]:
    """The lines of the members of a box with white alike between them; as they are where copy found no room."""
    legs = [[*members_of(galley, lines)] for _, lines in groupby(dealt.lines, key=lambda line: line.leg)]
    if dealt.left_over or not legs:
        return dealt.lines
    taken = [sum(member.rows for member in leg) * leading for leg in legs]
    between = len(legs[taken.index(max(taken))]) - 1
    free = room.foot - room.top - max(taken)
    edge = leading * EDGE_MORE[0] // EDGE_MORE[1]
    gap = min(max(0, free - 2 * edge) // (between + 2), leading)
    top = room.top + (free - gap * between) // 2
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
