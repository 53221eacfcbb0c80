"""Names in even columns (名单), under heads of their groups; names of two characters are spaced to three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.galley.table import LaidCell, LaidRow, LaidTable
from paiban.text import LineRange, Prepared, break_lines
from paiban.units import Length
from paiban.value import NamedTuple

USUAL_SHARE = 9, 10
"""A column is so wide that so large a share of the names have room in one; longer ones take several."""


class GroupNames(NamedTuple):
    """The names of a group, prepared, and its head, None for names without one."""

    head: Prepared | None
    names: tuple[Prepared, ...]


class NameGalley:
    """The names of a list with the columns that they come to at each measure.

    ``columns`` is their number as the editor asked for it, None for as many as there is room for; ``gap`` the least
    white between two.
    """

    def __init__(self, groups: Sequence[GroupNames], columns: int | None, gap: Length) -> None:
        self.groups = tuple(groups)
        self.columns = columns
        self.gap = gap
        self.widths = sorted(name.width for group in groups for name in group.names) or [0]
        self.usual = self.widths[max(0, -(-len(self.widths) * USUAL_SHARE[0] // USUAL_SHARE[1]) - 1)]
        self._laid: dict[Length, LaidTable | None] = {}

    @property
    def natural(self) -> Length:
        """The measure of one column, or of as many as were asked for."""
        return max((self.columns or 1) * (self.usual + self.gap) - self.gap, self.least)

    @property
    def least(self) -> Length:
        """The least measure that holds every name."""
        return self.widths[-1]

    @property
    def count(self) -> int:
        """How many names there are: no leg has fewer rows than it has names."""
        return len(self.widths)

    @property
    def copy(self) -> tuple[Prepared, ...]:
        """Heads and names in reading order."""
        return tuple(
            prepared for group in self.groups for prepared in (group.head, *group.names) if prepared is not None
        )

    def laid(self, measure: Length) -> LaidTable | None:
        """The list at ``measure``; None where that is too narrow."""
        if measure not in self._laid:
            self._laid[measure] = self._lay(measure) if measure >= self.least else None
        return self._laid[measure]

    def _lay(self, measure: Length) -> LaidTable:
        edges = self._edges(measure)
        rows = [row for group in self.groups for row in self._group(group, edges)]
        return LaidTable((*edges[:-1], measure), (), tuple(rows))

    def _edges(self, measure: Length) -> tuple[Length, ...]:
        """Where columns begin, and a gap beyond the last. As many as have room reach both edges of the measure."""
        whole = measure + self.gap
        columns = self.columns or max(1, whole // (self.usual + self.gap))
        if self.columns or columns == 1:
            return tuple(column * whole // columns for column in range(columns + 1))
        return (*(column * (measure - self.usual) // (columns - 1) for column in range(columns)), whole)

    def _group(self, group: GroupNames, edges: Sequence[Length]) -> Iterator[LaidRow]:
        if group.head is not None:
            room = edges[-1] - self.gap
            lines = break_lines(group.head, room)
            cell = LaidCell(group.head, "names-head", lines, 0, room, 0)
            yield LaidRow("group", len(lines), (cell,), joined=True)
        for row in self._rows(group.names, edges):
            yield LaidRow("row", 1, tuple(row), joined=False)

    def _rows(self, names: Sequence[Prepared], edges: Sequence[Length]) -> Iterator[list[LaidCell]]:
        """Names row by row; a long one takes as many columns as it needs, in the next row where they are too few."""
        row: list[LaidCell] = []
        column, last = 0, len(edges) - 1
        for name in names:
            taken = self._columns_of(name, column, edges)
            if not taken:
                yield row
                row, column = [], 0
                taken = self._columns_of(name, 0, edges) or last
            room = edges[column + taken] - edges[column] - self.gap
            row.append(LaidCell(name, "names", (LineRange(0, name.count),), edges[column], max(room, name.width), 0))
            column += taken
            if column == last:
                yield row
                row, column = [], 0
        if row:
            yield row

    def _columns_of(self, name: Prepared, column: int, edges: Sequence[Length]) -> int:
        """How many columns a name takes from one on; 0 where those that are left do not hold it."""
        for taken in range(1, len(edges) - column):
            if edges[column + taken] - edges[column] - self.gap >= name.width:
                return taken
        return 0
