"""Where else a block would fit: counted from its curves, so that it is known before a hand gets there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from paiban.desk.scene import Data
from paiban.desk.state import block_in
from paiban.diagnostic import Diagnostic
from paiban.engine import Result
from paiban.engine.kit import page_kit_of, template_of
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.place import block_galley, page_places, places_inside
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.propose.kind import Candidate, Planning
from paiban.makeup.search import BlockChoices, Placement, Shape
from paiban.value import NamedTuple

NOWHERE: Data = {"free": [], "held": [], "swaps": []}


class Extent(NamedTuple):
    """``rows`` that a block fills over so many ``columns``, below the page's first row, and its ``legs`` there."""

    columns: int
    rows: int
    legs: int | None

    def rows_at(self, row: int) -> int:
        """The rows that it fills from a row on: at the page's head the white above it falls away."""
        return self.rows - (WHITE_ROWS if row == 0 else 0)


def suiting(result: Result, id_: str) -> Data:
    """Where a block of the page would fit: ``free`` where nothing else stands, ``held`` in room that waits for a late
    story, ``swaps`` where another block stands.

    Each is a place, columns and rows from 0, with the legs that the block takes there. One with others inside it keeps
    the size that it has.
    """
    found = block_in(result, id_)
    if found is None or result.issue is None or result.kit is None:
        return NOWHERE
    block, page = found[1], result.makeups[found[0]].page
    kit = page_kit_of(result.issue, page, result.kit)
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
    return {
        "free": [_told(*each) for each in free_places(extents, tuple(other.values()), kit.grid.columns, kit.grid.rows)],
        "held": [{"id": name, **_told(*each)} for name in rooms for each in _filling(extents, other[name])],
        "swaps": [{"id": name, **_told(*each)} for name in movable for each in _filling(extents, other[name])],
    }


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
    return tuple(dict.fromkeys(
        Extent(shape.columns, rows, getattr(form, "legs", None))
        for shape, form in found if _headline(form) == _headline(block.form)
        for rows in range(shape.rows_min, shape.rows_max + 1)
    ))  # fmt: skip


def _form(candidate: Candidate, shape: Shape, planning: Planning) -> Any:
    """The form that a block takes in a shape."""
    return planning.places(candidate, Placement(candidate.block.id, shape, 0, 1, shape.rows))[0].form


def _headline(form: Any) -> str:
    return getattr(form, "settled", "")


def _kept(rect: GridRect | None) -> Sequence[Extent]:
    """The one size of a block that keeps its own."""
    return () if rect is None else (Extent(rect.columns, rect.rows + (WHITE_ROWS if rect.row == 0 else 0), None),)


def free_places(
    extents: Sequence[Extent], taken: Sequence[GridRect], columns: int, rows: int
) -> Iterator[tuple[GridRect, Extent]]:
    """In every gap of the page, over every run of columns: the place from its top that a block fills best."""
    for across in range(1, columns + 1):
        reach = [extent for extent in extents if extent.columns == across]
        for column in range(columns - across + 1 if reach else 0):
            for top, foot in gaps(column, across, taken, rows):
                fitting = [extent for extent in reach if 0 < extent.rows_at(top) <= foot - top]
                if fitting:
                    best = max(fitting, key=lambda extent: extent.rows)
                    yield GridRect(column, top, across, best.rows_at(top)), best


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
