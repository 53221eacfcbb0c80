"""A table set in a place: its headline, the line of its unit, its rows over legs, its head above each, its notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from paiban.diagnostic import Diagnostic
from paiban.galley.head import HeadCopy, HeadMaker
from paiban.galley.table import (
    GalleyCell,
    TableGalley,
    alignment_of,
    lying,
    sign_of,
)
from paiban.issue import Block
from paiban.kinds.table.model import TableCell, TableContent
from paiban.makeup.frame.kind import PageKit, SetBlock, Site
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.tabular import TableKit, place_rows
from paiban.markup import plain
from paiban.span import Text
from paiban.template import TableStyle
from paiban.template.naming import no_entry
from paiban.text import Prepared, TextStyle, prepare, width_before
from paiban.units import to_pt

ROLES = {"head": "table-head", "group": "table-group", "row": "table"}
"""The type of a cell by what its row is."""


def table_kit(block: Block, kit: PageKit) -> TableKit | None:
    """A table's copy prepared once; None where the sheet has no such style."""
    table: TableContent = block.content
    style = kit.setter.sheet.tables.get(table.style)
    if style is None:
        return None
    own = kit.rack.copy(f"table {block.weight}", block, kit.setter, lambda: prepared_table(block, style, kit))
    return own._replace(legs=block.form.legs)


def prepared_table(block: Block, style: TableStyle, kit: PageKit) -> TableKit:
    """The same, prepared."""
    table: TableContent = block.content

    @cache
    def type_of(role: str, align: str, lies: bool) -> TextStyle:
        style = kit.setter.style(role, vertical=table.vertical)
        rules = style.composition._replace(shared_digits=1, upright_digits=0) if lies else style.composition
        return style._replace(align=align or style.align, indent=0, composition=rules)

    def ready(copy: Text, role: str, align: str = "", lies: bool = False) -> Prepared:
        return prepare(copy, type_of(role, align, lies), kit.catalogue)

    aligned = [alignment(table, style, column) for column in range(table.cells.columns)]
    lies = lying_columns(table, aligned, kit)
    galley = TableGalley(
        [galley_cell(cell, table, style, aligned, ready, lies) for cell in table.cells.cells],
        (table.cells.rows, table.cells.columns),
        table.heads,
        table.cells.groups,
        kit.setter.length("table_gap"),
    )
    unit = None if table.unit is None else ready(table.unit, "table-note", "end")
    notes = tuple(ready(note.text, "table-note") for note in table.notes)
    return TableKit(galley, head_maker(block, kit), unit, notes, style, table.vertical, None)


def alignment(table: TableContent, style: TableStyle, column: int) -> str:
    """How a column is aligned: as the editor says, else by its copy."""
    asked = table.aligned[column] if column < len(table.aligned) else ""
    if asked:
        return asked
    found = alignment_of(own_words(table, column))
    return style.words if found == "start" else found


def own_words(table: TableContent, column: int) -> list[str]:
    """The words of a column's cells below the head that it shares with no other."""
    own = [c for c in table.cells.cells if c.column == column and c.columns == 1 and c.row >= table.heads]
    return [plain(cell.text.value) for cell in own]


def lying_columns(table: TableContent, aligned: Sequence[str], kit: PageKit) -> frozenset[int]:
    """The columns of vertical figures that all lie on their side."""
    rules = kit.setter.composition("table")
    if not table.vertical or rules.vertical_numerals == "han":
        return frozenset()
    return frozenset(
        column
        for column, align in enumerate(aligned)
        if align == "decimal" and lying(own_words(table, column), rules.upright_digits)
    )


def galley_cell(
    cell: TableCell,
    table: TableContent,
    style: TableStyle,
    aligned: Sequence[str],
    ready: Callable[..., Prepared],
    lies: frozenset[int],
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
    prepared = ready(cell.text, role, "start" if sign is not None else words, sign is not None and cell.column in lies)
    before = None if sign is None else width_before(prepared, sign)
    return GalleyCell(prepared, role, cell.row, cell.column, cell.rows, cell.columns, words, before)


def head_maker(block: Block, kit: PageKit) -> HeadMaker | None:
    """What makes a table's headline; None for one without."""
    table: TableContent = block.content
    if table.headline is None:
        return None
    copy = HeadCopy(table.kicker, table.headline, None, block.weight)
    return HeadMaker(copy, kit.setter, kit.catalogue)


def place(block: Block, site: Site, kit: PageKit, traits: Traits) -> SetBlock:
    """Set a table."""
    own = table_kit(block, kit)
    if own is None:
        return None, [unknown_style(block.content, kit)]
    return place_rows(block, own, site, kit, traits)


def unknown_style(table: TableContent, kit: PageKit) -> Diagnostic:
    """What to say of a table style that the sheet has not."""
    return no_entry("tables", table.style, kit.setter.sheet.tables, table.style_span)


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
