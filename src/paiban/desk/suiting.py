"""Where else a block would fit: counted from its curves, so that it is known before a hand gets there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from typing import Any

from paiban.desk.scene import Data
from paiban.desk.state import Move, block_in, moved_page, set_there
from paiban.diagnostic import Diagnostic
from paiban.engine import Result
from paiban.engine.kit import Kit, page_kit_of, template_of
from paiban.grid import GridRect
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.place import Places, block_galley, page_places, places_inside
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.propose.kind import Candidate, Planning
from paiban.makeup.search import BlockChoices, Placement, Shape
from paiban.makeup.search.plan import MISFITS
from paiban.value import NamedTuple

NOWHERE: Data = {"free": [], "held": [], "swaps": [], "inside": [], "close": []}

CLOSE = 1.5
"""A gap that a block overfills by no more than so much takes it still: its copy is cut to it."""

OVER = 4
"""What a cell of copy that is over costs, where one of white costs 1."""

TOO_SMALL = MISFITS - {"P502", "P505", "P562"}
"""What is found of a block that a place is too small for; one that is short is filled by words."""

CUT_TOO_MUCH = TOO_SMALL | {"P505", "P562"}
"""The same of a block whose shapes did not say how much of a picture goes."""

MOST_OF_HOST = 0.5
"""So much of the place of its story a picture takes at most, where the desk chooses its own there."""


DEAR = 10.0
"""What a shape costs (its make-up says so) that no gap is worth: as bad as white without end beside it."""


class Extent(NamedTuple):
    """``rows`` that a block fills over so many ``columns``, below the page's first row, its ``legs`` there, and what
    such a shape ``cost``s.
    """

    columns: int
    rows: int
    legs: int | None
    cost: float = 0.0

    def rows_at(self, row: int) -> int:
        """The rows that it fills from a row on: at the page's head the white above it falls away."""
        return self.rows - (WHITE_ROWS if row == 0 else 0)


Suit = tuple[GridRect, Extent]
"""A place with the extent that a block has there."""


def suiting(result: Result, id_: str) -> Data:
    """Where a block of the page would fit: ``free`` where nothing else stands, ``held`` in room that waits for a late
    story, ``swaps`` where another block stands; ``inside`` the story that it belongs to while it stands nowhere itself.
    ``close`` are gaps that it would overfill a little, where nothing takes it whole. Where it was counted to fit it is
    really set, and in a swap the other as well: what cannot be set there, or is over, is not offered.

    Each is a place, columns and rows from 0, with the legs that the block takes there; free and close ones have that
    first which leaves the least white in a good shape. A block with others inside it keeps the size that it has.
    """
    found = block_in(result, id_)
    if found is None or result.issue is None or result.kit is None:
        return NOWHERE
    block, page, house = found[1], result.makeups[found[0]].page, result.kit
    kit = page_kit_of(result.issue, page, house)
    places = page_places(page, template_of(page, result.kit)[0], kit)
    hosts = {guest.id: host for host in page.blocks if (rect := places[host.id]) is not None
             for guest, _ in places_inside(host, rect, page, places)}  # fmt: skip
    own = {id_, *(host.id for guest, host in hosts.items() if guest == id_)}
    own |= {guest for guest, host in hosts.items() if host.id == id_}
    other = {name: rect for name, rect in places.items() if rect is not None and name not in own}
    alone = len(own) == 1 or id_ in hosts
    planning = result.kit.kinds.plannings()[block.kind]
    extents = extents_of(block, planning, kit) if alone else _kept(places[id_])
    held = {*hosts, *(host.id for host in hosts.values())}
    rooms = [each.id for each in page.blocks if each.id in other and kit.settings[each.kind].traits.held]
    movable = [each.id for each in page.blocks if each.id in other and not each.locked
               and each.id not in held and each.id not in rooms]  # fmt: skip
    page_room = Room(tuple(other.values()), kit.grid.columns, kit.grid.rows)
    inside = [guest for guest in page.blocks if guest.id in hosts and hosts[guest.id].id == id_]

    def takes(suit: Suit, other: str = "") -> bool:
        moves = moves_of(block, places, suit, inside, other)
        ids = [move.id for move in moves if move.id != other]
        there = moved_page(page, moves)
        return all_set(there, ids, TOO_SMALL, house, kit) and all_set(there, [other], CUT_TOO_MUCH, house, kit)

    free = sorted((each for each in free_places(extents, page_room) if takes(each)),
                  key=lambda each: (page_room.loss(*each), each[0].row))  # fmt: skip
    host = places.get(block.host) if places[id_] is None and not block.upon else None
    guests = [rect for guest in page.blocks if guest.host == block.host and (rect := places[guest.id]) is not None]
    return {
        "free": [_told(*each) for each in free],
        "inside": [] if host is None else [_told(*each) for each in inside_places(extents, host, guests)],
        "close": [] if free else [_told(*each) for each in close_places(extents, page_room)],
        "held": [{"id": name, **_told(*each)} for name in rooms for each in _filling(extents, other[name])],
        "swaps": [{"id": name, **_told(*each)} for name in movable for each in _filling(extents, other[name])
                  if takes(each, name)],
    }  # fmt: skip


def moves_of(block: Block, places: Places, suit: Suit, inside: Sequence[Block], other: str) -> list[Move]:
    """What moves when a block, with others inside it, takes a place; another that stands there takes its own."""
    rect, extent = suit
    own, moves = places[block.id], [Move(block.id, rect, extent.legs)]
    if own is not None:
        down, across = rect.row - own.row, rect.column - own.column
        moves += [Move(guest.id, at._replace(row=at.row + down, column=at.column + across))
                  for guest in inside if (at := places[guest.id]) is not None]  # fmt: skip
        moves += [Move(other, own)] if other else []
    return moves


def all_set(page: IssuePage, ids: Collection[str], amiss: Set[str], kit: Kit, page_kit: PageKit) -> bool:
    """Whether blocks of a page can all be set in their places, and none of these codes is found of them there."""
    for block in page.blocks:
        if block.id in ids and block.place is not None:
            placed, found = set_there(block, block.place.rect, page, kit, page_kit)
            if placed is None or amiss & {each.code for each in found}:
                return False
    return True


def extents_of(block: Block, planning: Planning, kit: PageKit) -> Sequence[Extent]:
    """What a block can fill, in any legs, with its headline in the form that it has."""
    return kit.rack.memo.made("extents", (block, planning, kit), lambda: _extents(block, planning, kit))


def _extents(block: Block, planning: Planning, kit: PageKit) -> Sequence[Extent]:
    free = block._replace(form=planning.free(block.form))
    offer = planning.offer(free, None, block_galley(block, kit), kit)
    if isinstance(offer, Diagnostic):
        return ()
    choices = BlockChoices(block.id, kit.settings[block.kind].traits, block.weight, offer.shapes)
    candidate = Candidate(free, choices, offer.own)
    found = [(shape, _form(candidate, shape, planning)) for shape in offer.shapes]
    extents = [
        Extent(shape.columns, rows, getattr(form, "legs", None), shape.cost)
        for shape, form in found if _headline(form) == _headline(block.form)
        for rows in range(shape.rows_min, shape.rows_max + 1)
    ]  # fmt: skip
    dearest_first = sorted(extents, key=lambda extent: -extent.cost)
    return tuple({extent[:3]: extent for extent in dearest_first}.values())


def _form(candidate: Candidate, shape: Shape, planning: Planning) -> Any:
    """The form that a block takes in a shape."""
    return planning.places(candidate, Placement(candidate.block.id, shape, 0, 1, shape.rows))[0].form


def _headline(form: Any) -> str:
    return getattr(form, "settled", "")


def _kept(rect: GridRect | None) -> Sequence[Extent]:
    """The one size of a block that keeps its own."""
    return () if rect is None else (Extent(rect.columns, rect.rows + (WHITE_ROWS if rect.row == 0 else 0), None),)


class Room(NamedTuple):
    """A page of so many ``columns`` and ``rows``, and the places of it that are taken."""

    taken: tuple[GridRect, ...]
    columns: int
    rows: int

    def runs(self, across: int) -> Iterator[GridRect]:
        """The gaps over every run of so many columns."""
        for column in range(self.columns - across + 1):
            for top, foot in gaps(column, across, self.taken, self.rows):
                yield GridRect(column, top, across, foot - top)

    def white(self, rect: GridRect) -> int:
        """The white, in cells, that a place leaves below it and, over its rows, at its sides."""
        below = min(
            (each.row for each in self.taken if each.row >= rect.end_row and _beside(each, rect)), default=self.rows
        )
        left, right = rect.column, rect.end_column
        while left and self._is_free(left - 1, rect):
            left -= 1
        while right < self.columns and self._is_free(right, rect):
            right += 1
        return (below - rect.end_row) * rect.columns + (right - left - rect.columns) * rect.rows

    def loss(self, rect: GridRect, extent: Extent) -> float:
        """How bad a place is: the share of its room that stays white, and what its shape costs."""
        white = self.white(rect)
        return white / (white + rect.columns * rect.rows) + extent.cost / DEAR

    def _is_free(self, column: int, rect: GridRect) -> bool:
        strip = GridRect(column, rect.row, 1, rect.rows)
        return not any(each.meets(strip) for each in self.taken)


def _beside(one: GridRect, other: GridRect) -> bool:
    """Whether two places have columns in common."""
    return one.column < other.end_column and other.column < one.end_column


def free_places(extents: Sequence[Extent], room: Room) -> Iterator[tuple[GridRect, Extent]]:
    """In every gap of the page, over every run of columns: the place from its top that a block fills best."""
    for across in range(1, room.columns + 1):
        reach = [extent for extent in extents if extent.columns == across]
        for gap in room.runs(across) if reach else ():
            fitting = [extent for extent in reach if 0 < extent.rows_at(gap.row) <= gap.rows]
            if fitting:
                best = max(fitting, key=lambda extent: (extent.rows, -extent.cost))
                yield gap._replace(rows=best.rows_at(gap.row)), best


def close_places(extents: Sequence[Extent], room: Room) -> list[tuple[GridRect, Extent]]:
    """The gaps that a block overfills a little, over every run of columns, the best first."""
    found: list[tuple[int, GridRect, Extent]] = []
    for across in range(1, room.columns + 1):
        reach = [extent for extent in extents if extent.columns == across]
        for gap in room.runs(across) if reach else ():
            least = min(reach, key=lambda extent: extent.rows)
            wanted = least.rows_at(gap.row)
            if gap.rows < wanted <= CLOSE * gap.rows:
                found.append((OVER * (wanted - gap.rows) * across + room.white(gap), gap, least))
    return [(gap, extent) for _, gap, extent in sorted(found, key=lambda each: each[0])]


def inside_places(
    extents: Sequence[Extent], host: GridRect, guests: Sequence[GridRect]
) -> Iterator[tuple[GridRect, Extent]]:
    """Places at the foot of the story that a block belongs to, at its right side, about half as wide as that first."""
    widths = {extent.columns for extent in extents if extent.columns < max(host.columns, 2)}
    for across in sorted(widths, key=lambda columns: abs(2 * columns - host.columns)):
        reach = sorted((extent for extent in extents if extent.columns == across), key=lambda extent: extent.rows)
        extent = reach[(len(reach) - 1) // 2]
        rows = extent.rows - WHITE_ROWS  # its story keeps clear of it
        place = GridRect(host.end_column - across, host.end_row - rows, across, rows)
        small = rows < host.rows and across * rows <= MOST_OF_HOST * host.columns * host.rows
        if small and not any(place.meets(guest) for guest in guests):
            yield place, extent


def gaps(column: int, columns: int, taken: Iterable[GridRect], rows: int) -> Iterator[tuple[int, int]]:
    """The runs of rows, from and to, that are free in all of some columns."""
    top = 0
    for rect in sorted(taken, key=lambda rect: rect.row):
        if rect.column < column + columns and column < rect.end_column:
            if rect.row > top:
                yield top, rect.row
            top = max(top, rect.end_row)
    if top < rows:
        yield top, rows


def _filling(extents: Iterable[Extent], rect: GridRect) -> Iterator[tuple[GridRect, Extent]]:
    """A place, if a block fills it."""
    fits = (each for each in extents if each.columns == rect.columns and each.rows_at(rect.row) == rect.rows)
    yield from ((rect, each) for each in [next(fits, None)] if each is not None)


def _told(rect: GridRect, extent: Extent) -> Data:
    return {"place": list(rect[:4]), "legs": extent.legs}
