"""The rows of a table dealt over the legs of its place, its head above each, the lines of unit and notes around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.galley.table import LaidRow, LaidTable, TableGalley, dealt, height_of
from paiban.makeup.frame.fit import CopyArea
from paiban.makeup.frame.kind import PageKit
from paiban.span import Text, plain_text
from paiban.template import TableStyle
from paiban.text import LineRange, Prepared, break_lines, prepare
from paiban.units import Length
from paiban.value import NamedTuple

UNIT, NOTE = "unit", "note"


class TableKit(NamedTuple):
    """What of a table is the same at every measure: its galley, the lines around it, its style."""

    galley: TableGalley
    unit: Prepared | None
    notes: tuple[Prepared, ...]
    style: TableStyle

    @property
    def prepared(self) -> Iterator[Prepared]:
        """Every piece of its copy but its headline, in reading order."""
        yield from () if self.unit is None else (self.unit,)
        yield from (cell.prepared for cell in self.galley.cells)
        yield from self.notes


class SetRow(NamedTuple):
    """A row of a table in a leg, from ``row`` of the frame on; ``number`` counts the rows of its group, for stripes."""

    laid: LaidRow
    leg: int
    row: int
    number: int


class AroundLine(NamedTuple):
    """A line of the unit or of a note, over all legs, in a row of the frame."""

    part: str
    prepared: Prepared
    line: LineRange
    row: int


class SetTable(NamedTuple):
    """A table in its place: its style, where its columns begin in each leg, its rows, and the lines around it.

    ``end`` is the first row of the frame below all of it, ``left`` the rows that found no room.
    """

    style: TableStyle
    edges: tuple[Length, ...]
    rows: tuple[SetRow, ...]
    around: tuple[AroundLine, ...]
    end: int
    left: tuple[LaidRow, ...] = ()

    @property
    def left_over(self) -> tuple[tuple[Text, int], ...]:
        """The copy that found no room."""
        return tuple((cell.prepared.copy, 0) for row in self.left for cell in row.cells)


def lines_of(copies: Sequence[Prepared], measure: Length) -> list[tuple[Prepared, LineRange]]:
    """The lines of some copy in one measure."""
    return [(prepared, line) for prepared in copies for line in break_lines(prepared, measure)]


def unit_of(own: TableKit) -> tuple[Prepared, ...]:
    """The line of the unit, if there is one."""
    return () if own.unit is None else (own.unit,)


def rows_around(own: TableKit, measure: Length) -> int:
    """The rows that unit and notes take together."""
    return len(lines_of((*unit_of(own), *own.notes), measure))


def set_rows(own: TableKit, laid: LaidTable, room: CopyArea, kit: PageKit) -> SetTable | None:
    """A table in a room below its headline; None where not a row has room in it."""
    unit, notes = lines_of(unit_of(own), room.extent), lines_of(own.notes, room.extent)
    first = room.first_row + len(unit)
    capacity = room.end_row - first - len(notes) - height_of(laid.head)
    if capacity < 1:
        return None
    legs = dealt(laid.rows, [capacity] * room.legs)
    height = max(map(height_of, legs))
    again = own.galley.repeated(laid.head, lambda prepared: said_again(prepared, kit))
    rows = [
        row
        for leg, body in enumerate(legs)
        if body or not leg
        for row in rows_of_leg(again if leg else laid.head, body, leg, first, height)
    ]
    end = first + height_of(laid.head) + height
    around = [AroundLine(UNIT, *line, room.first_row + index) for index, line in enumerate(unit)]
    around += [AroundLine(NOTE, *line, end + index) for index, line in enumerate(notes)]
    left = laid.rows[sum(map(len, legs)) :]
    return SetTable(own.style, laid.edges, tuple(rows), tuple(around), end + len(notes), left)


def rows_of_leg(
    head: Sequence[LaidRow], body: Sequence[LaidRow], leg: int, first: int, height: int
) -> Iterator[SetRow]:
    """The head and the rows of one leg; what it is short of ``height`` stands as white before its groups (齐底)."""
    row, number, white = first, 0, height - height_of(body)
    for laid in head:
        yield SetRow(laid, leg, row, 0)
        row += laid.height
    groups = sum(laid.kind == "group" for laid in body[1:])
    for index, laid in enumerate(body):
        number = 0 if laid.kind == "group" else number + 1
        if laid.kind == "group" and index and white <= groups and white:
            row, white = row + 1, white - 1
        yield SetRow(laid, leg, row, number)
        row += laid.height


def said_again(prepared: Prepared, kit: PageKit) -> Prepared:
    """A cell of a head as copy of the engine's own."""
    return prepare(plain_text(prepared.copy.value), prepared.style, kit.catalogue)
