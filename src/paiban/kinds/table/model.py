"""A table as the editor wrote it, and how it is to be set."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.issue.kind import NamedFile
from paiban.issue.model import Paragraph
from paiban.span import Span, Text
from paiban.value import NamedTuple

ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm")
"""Files that a table may be read from."""

JOINS = {"<": "left", "^": "above"}
"""Signs that stand alone in a cell: it is one with its neighbour."""

MOST_ROWS, MOST_COLUMNS = 2000, 60


class TypedCell(NamedTuple):
    """A cell of a row: its copy, None for an empty one, and how many columns and rows it takes.

    ``joins`` is ``left`` or ``above`` where it only says that its neighbour there goes on, else ``""``.
    """

    text: Text | None
    columns: int = 1
    rows: int = 1
    joins: str = ""


def cell_of(text: Text) -> TypedCell:
    """A cell with its copy; a sign of joining, or nothing."""
    joins = JOINS.get(text.value, "")
    return TypedCell(text if text.value and not joins else None, joins=joins)


class TypedRow(NamedTuple):
    """A row as it was typed, and where that stands."""

    cells: tuple[TypedCell, ...]
    span: Span


class TypedTable(NamedTuple):
    """The rows of a table, or the file that has them, and what was found wrong in that."""

    rows: tuple[TypedRow, ...]
    file: NamedFile | None = None
    faults: tuple[Diagnostic, ...] = ()


class TableCell(NamedTuple):
    """A cell in its place: its first row and column, counted from 0, and how many of either it takes."""

    text: Text
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Cells(NamedTuple):
    """What stands where in a table of so many ``rows`` and ``columns``; ``groups`` are the rows of group heads.

    ``surplus`` is the copy of cells that find no place of their own, which is told as an error.
    """

    cells: tuple[TableCell, ...]
    rows: int
    columns: int
    groups: tuple[int, ...] = ()
    surplus: tuple[Text, ...] = ()


class TableContent(NamedTuple):
    """What a table says.

    Its first ``heads`` rows are its head, repeated wherever it goes on. ``aligned`` says how each column is aligned,
    ``""`` for one that goes by its copy. ``style`` names a table style, at ``style_span``. ``unit`` is what its figures
    are counted in, ``notes`` stand below it. ``kicker`` says where a table that goes on here began.
    """

    headline: Text | None
    unit: Text | None
    cells: Cells
    heads: int
    notes: tuple[Paragraph, ...]
    aligned: tuple[str, ...] = ()
    style: str = "plain"
    style_span: Span | None = None
    file: NamedFile | None = None
    faults: tuple[Diagnostic, ...] = ()
    writing: str = "horizontal"
    kicker: Text | None = None

    @property
    def vertical(self) -> bool:
        """Whether its lines run down the page."""
        return self.writing == "vertical"
