"""A table set in a place: its headline, the line of its unit, its rows over legs, its head above each, its notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.galley.head import HeadCopy, HeadMaker, HeadOption, head_options
from paiban.galley.table import (
    GalleyCell,
    LaidTable,
    TableGalley,
    alignment_of,
    height_of,
    sign_of,
)
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.table.dealing import SetTable, TableKit, set_rows
from paiban.kinds.table.model import TableCell, TableContent
from paiban.makeup.frame.fit import CopyArea, characters
from paiban.makeup.frame.kind import PageKit, SetBlock, Site
from paiban.makeup.frame.model import Fit, Placed, PlacedHead, Traits
from paiban.markup import plain
from paiban.span import Text
from paiban.template import TableStyle
from paiban.text import Prepared, prepare, width_before
from paiban.text.review import judge_leading
from paiban.units import Length, to_pt

LEAST_ROWS = 6
"""A leg of fewer rows is no leg, where the engine chooses how many there are."""

ROLES = {"head": "table-head", "group": "table-group", "row": "table"}
"""The type of a cell by what its row is."""


def table_kit(block: Block, kit: PageKit) -> TableKit | None:
    """A table's copy prepared once; None where the sheet has no such style."""
    table: TableContent = block.content
    style = kit.setter.sheet.tables.get(table.style)
    if style is None:
        return None
    return kit.rack.copy("table", block, kit.setter, lambda: prepared_table(table, style, kit))


def prepared_table(table: TableContent, style: TableStyle, kit: PageKit) -> TableKit:
    """The same, prepared."""

    def ready(copy: Text, role: str, align: str = "") -> Prepared:
        type_style = kit.setter.style(role, vertical=table.vertical)
        return prepare(copy, type_style._replace(align=align or type_style.align, indent=0), kit.catalogue)

    aligned = [alignment(table, style, column) for column in range(table.cells.columns)]
    galley = TableGalley(
        [galley_cell(cell, table, style, aligned, ready) for cell in table.cells.cells],
        (table.cells.rows, table.cells.columns),
        table.heads,
        table.cells.groups,
        kit.setter.length("table_gap"),
    )
    unit = None if table.unit is None else ready(table.unit, "table-note", "end")
    return TableKit(galley, unit, tuple(ready(note.text, "table-note") for note in table.notes), style)


def alignment(table: TableContent, style: TableStyle, column: int) -> str:
    """How a column is aligned: as the editor says, else by its copy."""
    asked = table.aligned[column] if column < len(table.aligned) else ""
    if asked:
        return asked
    own = [c for c in table.cells.cells if c.column == column and c.columns == 1 and c.row >= table.heads]
    found = alignment_of([plain(cell.text.value) for cell in own])
    return style.words if found == "start" else found


def galley_cell(
    cell: TableCell, table: TableContent, style: TableStyle, aligned: Sequence[str], ready: Callable[..., Prepared]
) -> GalleyCell:
    """A cell prepared as its row and its column have it."""
    groups = table.cells.groups
    kind = "head" if cell.row < table.heads else "group" if cell.row in groups else "row"
    column = aligned[cell.column]
    role = style.first if kind == "row" and cell.column == 0 and style.first else ROLES[kind]
    sign = sign_of(cell.text.value, column) if kind == "row" and cell.columns == 1 else None
    words = column if column in ("start", "centre", "end") else "centre"
    if kind == "group":
        words = ""
    elif cell.columns > 1:
        words = "centre"
    prepared = ready(cell.text, role, "start" if sign is not None else words)
    before = None if sign is None else width_before(prepared, sign)
    return GalleyCell(prepared, role, cell.row, cell.column, cell.rows, cell.columns, words, before)


def head_maker(block: Block, kit: PageKit) -> HeadMaker | None:
    """What makes a table's headline; None for one without."""
    table: TableContent = block.content
    if table.headline is None:
        return None
    copy = HeadCopy(None, table.headline, None, block.weight)
    return kit.rack.copy(f"head {block.weight}", block, kit.setter, lambda: HeadMaker(copy, kit.setter, kit.catalogue))


def best_head(heads: HeadMaker | None, span: Length, vertical: bool) -> HeadOption | None:
    """A table's headline over a span, the best that fits; None for none."""
    return None if heads is None else next(iter(head_options(heads, span, 0, vertical=vertical)), None)


def room_of(block: Block, own: TableKit, place: GridRect, kit: PageKit) -> CopyArea:
    """The room of a table with its headline: its legs across the frame, or its bands where its lines run down."""
    around = kit.surround(block)
    if block.content.vertical:
        from paiban.makeup.frame.vertical import vertical_room  # noqa: PLC0415  few pages have any

        return vertical_room(block.form.legs or 1, place, (), kit.grid, around)
    span = around.measure(kit.grid.width(place))
    return kit.room(around, place, block.form.legs or usual_legs(own, span, place.columns, kit))


def place(block: Block, site: Site, kit: PageKit, traits: Traits) -> SetBlock:
    """Set a table."""
    table: TableContent = block.content
    own = table_kit(block, kit)
    if own is None:
        return None, [unknown_style(table, kit)]
    found = [d for prepared in own.prepared for d in prepared.diagnostics]
    around, heads = kit.surround(block), head_maker(block, kit)
    if table.vertical and kit.grid.crosses(site.place):
        return None, [*found, diagnose("P530", block.span, block=block.id)]
    room = room_of(block, own, site.place, kit)
    head = best_head(heads, room.head_extent, table.vertical)
    if heads is not None and head is None:
        return None, [*found, diagnose("P504", heads.copy.headline.span, block=block.id, columns=site.place.columns)]
    laid = own.galley.laid(room.measure)
    if laid is None:
        least, have = -(-own.galley.least // kit.grid.size), room.measure // kit.grid.size
        return None, [*found, diagnose("P541", block.span, block=block.id, least=least, have=have)]
    below = room._replace(first_row=room.first_row + (head.rows if head else 0))
    set_table = set_rows(own, laid, below, kit)
    if set_table is None:
        return None, [*found, diagnose("P506", block.span, block=block.id)]
    placed = Placed(
        block=block,
        traits=traits,
        place=site.place,
        white_above=around.white(site.place.row),
        content=set_table,
        head=placed_head(heads, head, room, kit),
        legs=below.cut(0),
        vertical=table.vertical,
        inset=around.inset,
        fit=fit_of(block, laid, set_table, below, site),
        left_over=set_table.left_over,
    )
    return placed, [*found, *told(placed, below, own, kit)]


def unknown_style(table: TableContent, kit: PageKit) -> Diagnostic:
    """What to say of a table style that the sheet has not."""
    return diagnose("P225", table.style_span, name=table.style, known=", ".join(kit.setter.sheet.tables))


def placed_head(heads: HeadMaker | None, head: HeadOption | None, room: CopyArea, kit: PageKit) -> PlacedHead | None:
    """The headline over all legs."""
    if heads is None or head is None:
        return None
    leading = kit.grid.leading
    return PlacedHead(
        heads.finish(head.head), room.start, room.extent, room.first_row * leading, head.rows * leading,
    )  # fmt: skip


def usual_legs(own: TableKit, span: Length, columns: int, kit: PageKit) -> int:
    """The legs of a table that says nothing of them: as many as its cells have room in on one line each."""
    fitting = [n for n in range(1, columns + 1) if kit.grid.recut(span, n) >= own.galley.natural]
    rows = own.galley.rows - own.galley.heads
    return max((n for n in fitting if rows >= n * LEAST_ROWS), default=1)


def fit_of(block: Block, laid: LaidTable, content: SetTable, room: CopyArea, site: Site) -> Fit:
    """How a table came out, counted in rows of the grid."""
    return Fit(
        block=block.id,
        columns=site.place.columns,
        legs=room.legs,
        lines=height_of(laid.rows),
        room=(room.end_row - room.first_row) * room.legs,
        characters=sum(characters(cell.text.value) for cell in block.content.cells.cells),
        over_lines=height_of(content.left),
        over_characters=sum(characters(copy.value) for copy, _ in content.left_over),
    )


def told(placed: Placed, room: CopyArea, own: TableKit, kit: PageKit) -> Iterator[Diagnostic]:
    """What is to be said of how a table came out."""
    block, fit = placed.block, placed.fit
    content: SetTable = placed.content
    if fit is not None and content.left_over:
        copy, start = content.left_over[0]
        counts = {"lines": fit.over_lines, "characters": fit.over_characters}
        yield diagnose("P501", copy.at(start), block=block.id, **counts)
    elif content.end < room.end_row:
        yield diagnose("P542", block.span, block=block.id, rows=room.end_row - content.end)
    for prepared in own.prepared:
        yield from judge_leading(prepared, kit.grid.leading)


def data(placed: Placed) -> dict[str, object]:
    """Its headline and its size in points, its rows, columns and legs."""
    table: TableContent = placed.block.content
    return {
        "headline": plain(table.headline.value) if table.headline is not None else "",
        "headline_pt": to_pt(placed.head.head.size) if placed.head is not None else 0,
        "rows": table.cells.rows,
        "columns": table.cells.columns,
        "legs": len(placed.legs),
        "vertical": placed.vertical,
    }
