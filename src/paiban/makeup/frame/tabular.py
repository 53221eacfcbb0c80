"""Rows in a place (表、名单): dealt over its legs, the head above each, the lines of unit and notes around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from paiban.diagnostic import Diagnostic, diagnose
from paiban.galley.head import Fits, HeadMaker, HeadOption, head_options, no_room
from paiban.galley.table import LaidRow, LaidTable, dealt, height_of, repeated
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.language import Words
from paiban.makeup.frame.fit import TALLER, CopyArea, characters, no_line, short_told
from paiban.makeup.frame.kind import PageKit, SetBlock, Site
from paiban.makeup.frame.model import Fit, Placed, PlacedHead, Traits
from paiban.span import Text, plain_text
from paiban.template import TableStyle
from paiban.text import LineRange, Prepared, break_lines, prepare
from paiban.text.review import judge_leading
from paiban.units import Length, rounded
from paiban.value import NamedTuple

UNIT, NOTE = "unit", "note"

LESS_ROWS = Words("删几行内容", "take out some rows")

LEAST_ROWS = 6
"""A leg of fewer rows is no leg, where the engine chooses how many there are."""

OPENED = 1, 4
"""All rows alike are opened by at most so large a share of a row, where a place is higher than they need."""

GROUP_WHITE = (1, 2), (3, 2)
"""White before a group, in rows of the grid: so much before any row is opened, and at the most."""

FOOT_AIR = 1, 10
"""White between the last row and the line at its foot, in rows of the grid: type does not sit on a line."""

NOTE_AIR = 1, 4
"""White between the line at a table's foot and the notes below it, in rows of the grid."""


class RowGalley(Protocol):
    """Rows that can be laid out at any measure."""

    @property
    def natural(self) -> Length:
        """The measure at which no cell takes a second line."""

    @property
    def least(self) -> Length:
        """The least measure that they can be set in."""

    @property
    def count(self) -> int:
        """About how many rows they are, the head left out."""

    @property
    def copy(self) -> Iterable[Prepared]:
        """Their copy in reading order."""

    def laid(self, measure: Length) -> LaidTable | None:
        """They at ``measure``; None where that is too narrow."""


class TableKit(NamedTuple):
    """What of a table is the same at every measure: its rows, headline, unit and notes, its style and direction.

    ``legs`` are those that the editor asked for, ``usual`` what is taken where he did not, None for as many as serve.
    ``more`` is what fills a place that is too high (``Fit.more``), ``""`` where that is to be made less high.
    """

    galley: RowGalley
    heads: HeadMaker | None
    unit: Prepared | None
    notes: tuple[Prepared, ...]
    style: TableStyle
    vertical: bool
    legs: int | None
    usual: int | None = None
    more: str = ""

    @property
    def prepared(self) -> Iterator[Prepared]:
        """Every piece of its copy but its headline, in reading order."""
        yield from () if self.unit is None else (self.unit,)
        yield from self.galley.copy
        yield from self.notes


class PlacedRow(NamedTuple):
    """A row of a table in a leg, from ``start`` to ``end`` across the rows, in Lengths from the frame's head.

    Its lines are ``pitch`` apart; ``number`` counts the rows of its group, for stripes.
    """

    laid: LaidRow
    leg: int
    start: Length
    end: Length
    pitch: Length
    number: int


class TableLine(NamedTuple):
    """A line of the unit or of a note, over all legs, in a row that starts so far from the frame's head."""

    part: str
    prepared: Prepared
    line: LineRange
    start: Length


class PlacedTable(NamedTuple):
    """A table in its place: its style, where its columns begin in each leg, its rows, and the lines around it.

    ``foot`` is where its legs end, ``end`` where its notes do, in Lengths from the frame's head; ``left`` are the rows
    that found no room.
    """

    style: TableStyle
    edges: tuple[Length, ...]
    rows: tuple[PlacedRow, ...]
    around: tuple[TableLine, ...]
    foot: Length
    end: Length
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


def set_rows(own: TableKit, laid: LaidTable, room: CopyArea, kit: PageKit) -> PlacedTable | None:
    """A table in a room below its headline; None where not a row has room in it."""
    unit, notes = lines_of(unit_of(own), room.extent), lines_of(own.notes, room.extent)
    first = room.first_row + len(unit)
    capacity = room.end_row - first - len(notes) - height_of(laid.head)
    if capacity < 1:
        return None
    leading = kit.grid.leading
    legs = dealt(laid.rows, [capacity] * room.legs)
    aside = leading * NOTE_AIR[0] // NOTE_AIR[1] if notes and own.style.edge else 0
    even = levelled(laid.head, legs, capacity * leading - aside, own.style, leading)
    again = repeated(laid.head, lambda prepared: said_again(prepared, kit))
    begin = first * leading
    rows = [
        row
        for leg, body in enumerate(legs)
        if body or not leg
        for row in rows_of_leg((again if leg else laid.head, body), leg, begin, even)
    ]
    foot = begin + even.height
    below = foot + aside
    around = [TableLine(UNIT, *line, (room.first_row + index) * leading) for index, line in enumerate(unit)]
    around += [TableLine(NOTE, *line, below + index * leading) for index, line in enumerate(notes)]
    left = laid.rows[sum(map(len, legs)) :]
    return PlacedTable(own.style, laid.edges, tuple(rows), tuple(around), foot, below + len(notes) * leading, left)


class RowSetting(NamedTuple):
    """How the rows of all legs stand: ``pitch`` apart, legs of one ``height``, ``air`` between the last row and its
    line, at most ``white`` before a group."""

    pitch: Length
    height: Length
    air: Length
    white: Length


def levelled(
    head: Sequence[LaidRow], legs: Sequence[Sequence[LaidRow]], height: Length, style: TableStyle, leading: Length
) -> RowSetting:
    """Rows in legs that end level (齐底), the head above and a room of this ``height`` below it: white goes before
    groups first, then rows are opened, in all legs alike; what keeps notes clear of it may close them a little."""
    most = max(legs, key=height_of)
    head_rows = height_of(head)
    rows = head_rows + height_of(most)
    air = leading * FOOT_AIR[0] // FOOT_AIR[1] if style.edge else 0
    room = head_rows * leading + height
    usual, widest = (leading * share[0] // share[1] for share in GROUP_WHITE)
    spare = room - air - rows * leading
    opened = min(0, spare) or max(0, spare - groups_in(most) * usual)
    each = opened // rows if rows else 0  # a draft sets the table of a file that cannot be had
    pitch = leading + min(leading * OPENED[0] // OPENED[1], each)
    reach = min(((head_rows + height_of(leg)) * pitch + groups_in(leg) * widest for leg in legs if leg), default=0)
    return RowSetting(pitch, min(room, max(rows * pitch, reach) + air), air, widest)


def rows_of_leg(
    rows: tuple[Sequence[LaidRow], Sequence[LaidRow]], leg: int, begin: Length, even: RowSetting
) -> Iterator[PlacedRow]:
    """The head and the rows of one leg; what it is short of its height stands evenly before its groups."""
    head, body = rows
    pitch, groups = even.pitch, groups_in(body)
    spare = even.height - even.air - (height_of(head) + height_of(body)) * pitch
    white = min(even.white, spare // groups) if groups else 0
    level = spare - white * groups < pitch
    start, number, last = begin, 0, len(body) - 1
    for laid in head:
        yield PlacedRow(laid, leg, start, start + laid.height * pitch, pitch, 0)
        start += laid.height * pitch
    for index, laid in enumerate(body):
        number = 0 if laid.kind == "group" else number + 1
        start += white if laid.kind == "group" and index else 0
        end = start + laid.height * pitch
        if index == last:
            end = begin + even.height if level else end + even.air
        yield PlacedRow(laid, leg, start, end, pitch, number)
        start = end


def leg_ends(content: PlacedTable, legs: int, leading: Length) -> tuple[int, ...]:
    """The rows of the grid before which what stands in each leg ends, to the nearest."""
    ends = dict.fromkeys(range(legs), 0)
    for row in content.rows:
        ends[row.leg] = max(ends[row.leg], rounded(row.end, leading))
    return tuple(ends.values())


def groups_in(body: Sequence[LaidRow]) -> int:
    """How many groups of a leg may have white above them: all but one at its head."""
    return sum(laid.kind == "group" for laid in body[1:])


def said_again(prepared: Prepared, kit: PageKit) -> Prepared:
    """A cell of a head as copy of the engine's own."""
    return prepare(plain_text(prepared.copy.value), prepared.style, kit.catalogue)


def best_head(heads: HeadMaker | None, span: Length, vertical: bool) -> HeadOption | None:
    """A table's headline over a span, the best that fits; None for none."""
    return None if heads is None else next(iter(head_options(heads, span, 0, vertical=vertical)), None)


def room_of(block: Block, own: TableKit, place: GridRect, kit: PageKit) -> CopyArea:
    """The room of a table with its headline: its legs across the frame, or its bands where its lines run down."""
    around = kit.surround(block)
    if own.vertical:
        from paiban.makeup.frame.vertical import vertical_room  # noqa: PLC0415  few pages have any

        return vertical_room(own.legs or 1, place, (), kit.grid, around)
    span = around.measure(kit.grid.width(place))
    return kit.room(around, place, own.legs or own.usual or usual_legs(own, span, place.columns, kit))


def place_rows(block: Block, own: TableKit, site: Site, kit: PageKit, traits: Traits) -> SetBlock:
    """Set a block that is rows."""
    found = [d for prepared in own.prepared for d in prepared.diagnostics]
    around, heads = kit.surround(block), own.heads
    if own.vertical and kit.grid.crosses(site.place):
        return None, [*found, diagnose("P530", block.span, block=block.id)]
    room = room_of(block, own, site.place, kit)
    head = best_head(heads, room.head_extent, own.vertical)
    if heads is not None and head is None:
        fits: Fits = lambda maker: best_head(maker, room.head_extent, own.vertical) is not None  # noqa: E731
        return None, [*found, no_room(block.id, heads, site.place.columns, fits)]
    laid = own.galley.laid(room.measure)
    if laid is None:
        least, have = -(-own.galley.least // kit.grid.size), room.measure // kit.grid.size
        return None, [*found, diagnose("P541", block.span, block=block.id, least=least, have=have)]
    below = room._replace(first_row=room.first_row + (head.rows if head else 0))
    set_table = set_rows(own, laid, below, kit)
    if set_table is None:
        return None, [*found, no_line(block)]
    headline = placed_head(heads, head, room, kit)
    found += [d for part in (headline.head.parts if headline else ()) for d in part.prepared.diagnostics]
    placed = Placed(
        block=block,
        traits=traits,
        place=site.place,
        white_above=around.white(site.place.row),
        content=set_table,
        head=headline,
        legs=below._replace(end_row=-(-set_table.foot // kit.grid.leading)).cut(0),
        ends=leg_ends(set_table, below.legs, kit.grid.leading),
        vertical=own.vertical,
        inset=around.inset,
        fit=fit_of(block, own, laid, set_table, below, site, kit),
        left_over=set_table.left_over,
        ruled=ruled(set_table, head is None and own.unit is None, site.place, own, kit),
    )
    return placed, [*found, *told(placed, below, own, kit)]


def ruled(content: PlacedTable, bare: bool, place: GridRect, own: TableKit, kit: PageKit) -> tuple[bool, bool]:
    """Whether the line at a table's head is the first thing in its place, a ``bare`` one's, and that at its foot the
    last."""
    lined = bool(own.style.edge) and not own.vertical
    left = place.rows * kit.grid.leading - content.foot
    return lined and bare, lined and not own.notes and 2 * left < kit.grid.leading


def placed_head(heads: HeadMaker | None, head: HeadOption | None, room: CopyArea, kit: PageKit) -> PlacedHead | None:
    """The headline over all legs."""
    if heads is None or head is None:
        return None
    leading = kit.grid.leading
    extent = head.rows * leading
    finished = heads.finish(head.head, extent)
    return PlacedHead(finished, room.start, room.extent, room.first_row * leading, extent)


def usual_legs(own: TableKit, span: Length, columns: int, kit: PageKit) -> int:
    """The legs of a table that says nothing of them: as many as its cells have room in on one line each."""
    fitting = [n for n in range(1, columns + 1) if kit.grid.recut(span, n) >= own.galley.natural]
    return max((n for n in fitting if own.galley.count >= n * LEAST_ROWS), default=1)


def fit_of(
    block: Block, own: TableKit, laid: LaidTable, content: PlacedTable, room: CopyArea, site: Site, kit: PageKit
) -> Fit:
    """How a table came out, counted in rows of the grid."""
    return Fit(
        block=block.id,
        columns=site.place.columns,
        legs=room.legs,
        lines=height_of(laid.rows),
        room=(room.end_row - room.first_row) * room.legs,
        characters=sum(characters(prepared.copy.value) for prepared in own.galley.copy),
        over_lines=height_of(content.left),
        over_characters=sum(characters(copy.value) for copy, _ in content.left_over),
        **white_of(own, laid, content, room, kit),
    )


def white_of(own: TableKit, laid: LaidTable, content: PlacedTable, room: CopyArea, kit: PageKit) -> dict[str, Any]:
    """What a fit says of rows that stay white, however far the list is opened, and the cells that fill them."""
    if not own.more or not laid.rows or content.left_over or not spare_rows(content, room, kit):
        return {}
    height = room.end_row - room.first_row - rows_around(own, room.extent) - height_of(laid.head)
    rows = height * room.legs - height_of(laid.rows)
    last = laid.rows[-1].cells[-1]
    free = sum(edge >= last.start + last.measure for edge in laid.edges[:-1])
    return {"short_lines": rows, "short_characters": rows * (len(laid.edges) - 1) + free, "more": own.more}


def spare_rows(content: PlacedTable, room: CopyArea, kit: PageKit) -> int:
    """The rows of the grid that stay white below a table."""
    return room.end_row - -(-content.end // kit.grid.leading)


def told(placed: Placed, room: CopyArea, own: TableKit, kit: PageKit) -> Iterator[Diagnostic]:
    """What is to be said of how a table came out."""
    block, fit = placed.block, placed.fit
    content: PlacedTable = placed.content
    if fit is not None and content.left_over:
        copy, start = content.left_over[0]
        counts = {"lines": fit.over_lines, "characters": fit.over_characters}
        yield diagnose("P501", copy.at(start), offer=TALLER, cut=LESS_ROWS, block=block.id, **counts)
    elif fit is not None and fit.short_lines:
        yield short_told(block, fit)
    elif spare := spare_rows(content, room, kit):
        yield diagnose("P542", block.span, block=block.id, rows=spare)
    pitch = min((row.pitch for row in content.rows), default=kit.grid.leading)
    for prepared in own.prepared:
        yield from judge_leading(prepared, pitch)
