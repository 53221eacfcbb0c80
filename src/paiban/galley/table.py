"""The rows of a table, prepared once and laid out at any measure: widths by content, lines in whole rows of the grid.

Inline runs along a row, block from row to row, so that a table of vertical lines is the same code. A row is as many
lines high as its highest cell; how far lines are apart is settled with the place, where all rows are alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from paiban.text import LineRange, Prepared, break_lines
from paiban.units import Length
from paiban.value import NamedTuple

LEAST_EM = 3
"""A column of words is at least so many characters wide, where it has a cell as long."""

FIGURES = 1, 2
"""A column that says nothing of itself is one of figures where so large a share of its words are figures."""

BLANK = frozenset("—–-－―…·/")
"""Signs that say that there is nothing to say."""

_NUMBER = r"[+\-−－±＋≈约↑↓▲▼△▽¥￥$]*\s*\d[\d,，]*"
_SMALL = re.compile(r"\d\.\d")
SIGNS = {
    "decimal": re.compile(rf"({_NUMBER})(?:\.\d+)?\D{{0,4}}"),
    "score": re.compile(r"(\d+\s*)[:：∶比–—\-]\s*\d+\D{0,3}"),
    "range": re.compile(rf"({_NUMBER}\D{{0,2}}?)[～~—–至/]\s*{_NUMBER}\D{{0,3}}"),
}
"""What a cell that is aligned on a sign looks like; the group ends before the sign."""


class GalleyCell(NamedTuple):
    """A cell ready to be broken: its place in the table, its role, how its lines are aligned.

    ``before`` is what of its width stands before the sign that it is aligned on, None for a cell without.
    """

    prepared: Prepared
    role: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    align: str = "start"
    before: Length | None = None

    @property
    def after(self) -> Length:
        """What stands from the sign on."""
        return self.prepared.width - (self.before or 0)


class LaidCell(NamedTuple):
    """A cell's lines at one measure: where along the row they begin and how long they may be.

    The first stands ``offset`` half rows of the grid below the row's first; only in a head may that be no whole one.
    """

    prepared: Prepared
    role: str
    lines: tuple[LineRange, ...]
    start: Length
    measure: Length
    offset: int


class LaidRow(NamedTuple):
    """A row: how many rows of the grid it takes, and the cells that begin in it.

    ``kind`` is ``head``, ``group`` or ``row``; ``joined``: it is not parted from the next one. ``covered`` are the
    boundaries of columns inside it that a cell lies over, ``under`` the columns at whose foot a cell goes on.
    """

    kind: str
    height: int
    cells: tuple[LaidCell, ...]
    joined: bool
    covered: frozenset[int] = frozenset()
    under: frozenset[int] = frozenset()


class LaidTable(NamedTuple):
    """A table at one measure; ``edges`` are where its columns begin, and the end of the last."""

    edges: tuple[Length, ...]
    head: tuple[LaidRow, ...]
    rows: tuple[LaidRow, ...]


def sign_of(words: str, align: str) -> int | None:
    """Where in a cell's words the sign stands that it is aligned on; None for a cell that is no such figure.

    >>> sign_of("12.50元", "decimal"), sign_of("−3", "decimal"), sign_of("98:101", "score"), sign_of("停市", "decimal")
    (2, 2, 2, None)
    """
    found = SIGNS[align].fullmatch(words.strip()) if align in SIGNS else None
    return None if found is None else len(words) - len(words.lstrip()) + found.end(1)


def alignment_of(words: Sequence[str]) -> str:
    """How a column is aligned that says nothing of itself: by what most of its cells are.

    >>> alignment_of(["1.2", "3", "停市"]), alignment_of(["2:1", "0:0"]), alignment_of(["白菜", "萝卜"])
    ('decimal', 'score', 'start')
    """
    words = [word for word in words if not BLANK.issuperset(word)]
    for align in SIGNS:
        count = sum(sign_of(word, align) is not None for word in words)
        if words and count * FIGURES[1] >= len(words) * FIGURES[0]:
            return align
    return "start"


def lying(words: Sequence[str], upright: int) -> bool:
    """Whether a column of vertical figures has any that lies on its side, as then all do: one with a point that shares
    no cell, or of more figures than stand ``upright``.

    >>> lying(["1.5", "8"], 4), lying(["1.5", "12.25"], 4), lying(["8", "12800"], 4)
    (False, True, True)
    """
    figures = [word.strip() for word in words if sign_of(word, "decimal") is not None]
    return any(
        ("." in word and _SMALL.fullmatch(word) is None) or sum(map(str.isdigit, word)) > upright for word in figures
    )


class TableGalley:
    """A table's cells with what it needs at each measure, looked for once.

    ``heads`` rows are its head, ``groups`` the rows that head others; ``gap`` is the white between two columns.
    """

    def __init__(
        self, cells: Sequence[GalleyCell], size: tuple[int, int], heads: int, groups: Iterable[int], gap: Length
    ) -> None:
        self.cells = tuple(cells)
        self.rows, self.columns = size
        self.heads = heads
        self.groups = frozenset(groups)
        self.gap = gap
        self.before, self.figures, self.naturals, self.leasts = self._columns()
        self.over: list[list[GalleyCell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.rows, self.rows)):
                self.over[row].append(cell)
        self._laid: dict[Length, LaidTable | None] = {}

    @property
    def natural(self) -> Length:
        """The measure at which no cell takes a second line."""
        return sum(self.naturals) + self.columns * self.gap

    @property
    def least(self) -> Length:
        """The least measure that it can be set in."""
        return sum(self.leasts) + self.columns * self.gap

    @property
    def count(self) -> int:
        """How many rows there are, the head left out."""
        return self.rows - self.heads

    @property
    def copy(self) -> tuple[Prepared, ...]:
        """The copy of its cells in reading order."""
        return tuple(cell.prepared for cell in self.cells)

    def laid(self, measure: Length) -> LaidTable | None:
        """The table at ``measure``; None where that is too narrow."""
        if measure not in self._laid:
            self._laid[measure] = self._lay(measure) if measure >= self.least else None
        return self._laid[measure]

    def _columns(self) -> tuple[list[Length], list[Length], list[Length], list[Length]]:
        """Of each column: what stands before its sign, how wide its figures are, its natural width and its least."""
        own: list[list[GalleyCell]] = [[] for _ in range(self.columns)]
        for cell in self.cells:
            if cell.columns == 1:
                own[cell.column].append(cell)
        before = [max((cell.before or 0 for cell in cells), default=0) for cells in own]
        figures, naturals, leasts = [], [], []
        for column, cells in enumerate(own):
            figures.append(before[column] + max((c.after for c in cells if c.before is not None), default=0))
            words = [c.prepared for c in cells if c.before is None]
            naturals.append(max([figures[-1], *(p.width for p in words)]))
            leasts.append(max([figures[-1], *(least_width(p) for p in words)]))
        for cell in self.cells:
            if cell.columns > 1 and cell.row not in self.groups:
                self._widen(naturals, cell, cell.prepared.width)
                self._widen(leasts, cell, least_width(cell.prepared))
        return before, figures, naturals, leasts

    def _widen(self, widths: list[Length], cell: GalleyCell, wanted: Length) -> None:
        """Columns under a cell that is wider than they are together, each as much wider."""
        under = range(cell.column, cell.column + cell.columns)
        lacking = wanted - sum(widths[c] for c in under) - (cell.columns - 1) * self.gap
        for column in under:
            widths[column] += max(0, -(-lacking // cell.columns))

    def widths(self, measure: Length) -> list[Length]:
        """The columns in ``measure``, gaps taken off: as wide as their copy and alike wider, or the widest cut down."""
        room = measure - self.columns * self.gap
        spare = room - sum(self.naturals)
        if not self.naturals:  # of a table whose file cannot be read
            return []
        if spare >= 0:
            wider = [self.columns - 1] if self._words_end() else range(self.columns)
            each, more = divmod(spare, len(wider))
            return [
                width + (each + (index < more) if index in wider else 0) for index, width in enumerate(self.naturals)
            ]
        low, high = 0, max(self.naturals)
        while low < high:
            most = (low + high + 1) // 2
            low, high = (most, high) if sum(self._capped(most)) <= room else (low, most - 1)
        widths = self._capped(low)
        widths[max(range(self.columns), key=lambda c: self.naturals[c] - widths[c])] += room - sum(widths)
        return widths

    def _words_end(self) -> bool:
        """Whether the last column, of words, is wider than all others, of figures: then it takes what is to spare."""
        own = [cell for cell in self.cells if cell.columns == 1 and cell.row >= self.heads]
        figures = {cell.column for cell in own if cell.before is not None}
        ranged = all(cell.align == "start" for cell in own if cell.column == self.columns - 1)
        widest = sum(self.naturals[-1:]) > sum(self.naturals[:-1])
        return widest and ranged and figures == {*range(self.columns - 1)}

    def _capped(self, most: Length) -> list[Length]:
        return [max(least, min(width, most)) for width, least in zip(self.naturals, self.leasts, strict=True)]

    def _lay(self, measure: Length) -> LaidTable:
        widths = self.widths(measure)
        edges = tuple(accumulate((width + self.gap for width in widths), initial=0))
        broken = [(cell, *self._lines(cell, edges)) for cell in self.cells]
        heights = self._heights([(cell, len(lines)) for cell, lines, _, _ in broken])
        cells: list[list[LaidCell]] = [[] for _ in range(self.rows)]
        for cell, lines, start, room in broken:
            spare = sum(heights[cell.row : cell.row + cell.rows]) - len(lines)
            offset = spare if cell.row < self.heads else spare // 2 * 2 if cell.rows > 1 else 0
            cells[cell.row].append(LaidCell(cell.prepared, cell.role, lines, start, room, offset))
        rows = tuple(self._row(index, heights[index], cells[index]) for index in range(self.rows))
        return LaidTable(edges, rows[: self.heads], rows[self.heads :])

    def _row(self, index: int, height: int, cells: Sequence[LaidCell]) -> LaidRow:
        over = self.over[index]
        down = [c for c in over if index + 1 < c.row + c.rows]
        kind = "head" if index < self.heads else "group" if index in self.groups else "row"
        return LaidRow(
            kind,
            height,
            tuple(cells),
            joined=kind != "row" or bool(down),
            covered=frozenset(b for c in over for b in range(c.column + 1, c.column + c.columns)),
            under=frozenset(column for c in down for column in range(c.column, c.column + c.columns)),
        )

    def _lines(self, cell: GalleyCell, edges: Sequence[Length]) -> tuple[tuple[LineRange, ...], Length, Length]:
        """A cell's lines, where they begin along the row and how long they may be."""
        start = edges[cell.column] + self.gap // 2
        room = edges[cell.column + cell.columns] - edges[cell.column] - self.gap
        if cell.before is not None:
            most = self.before[cell.column]
            start += max(0, (room - self.figures[cell.column]) // 2) + most - cell.before
            return (LineRange(0, cell.prepared.count),), start, cell.prepared.width
        return break_lines(cell.prepared, room), start, room

    def _heights(self, counted: Sequence[tuple[GalleyCell, int]]) -> list[int]:
        """The height of each row: its highest cell's; one over several rows makes the last of them higher."""
        heights = [1] * self.rows
        for cell, lines in counted:
            if cell.rows == 1:
                heights[cell.row] = max(heights[cell.row], lines)
        for cell, lines in counted:
            if cell.rows > 1:
                under = heights[cell.row : cell.row + cell.rows]
                heights[cell.row + cell.rows - 1] += max(0, lines - sum(under))
        return heights


def least_width(prepared: Prepared) -> Length:
    """The least measure for a cell of words: no word is parted, no line is a character or two."""
    ends = (0, *(place for place in prepared.breaks if place))
    longest = max((prepared.natural(a, b) for a, b in pairwise(ends)), default=0)
    return max(longest, min(prepared.width, LEAST_EM * prepared.style.size))


def repeated(head: Sequence[LaidRow], copy: Callable[[Prepared], Prepared]) -> tuple[LaidRow, ...]:
    """A head as it stands above a further leg, each cell's ``copy`` in place of the editor's own."""
    return tuple(
        row._replace(cells=tuple(cell._replace(prepared=copy(cell.prepared)) for cell in row.cells)) for row in head
    )


def height_of(rows: Iterable[LaidRow]) -> int:
    """The rows of the grid that rows of a table take together."""
    return sum(row.height for row in rows)


def chunks(rows: Sequence[LaidRow]) -> Iterator[tuple[LaidRow, ...]]:
    """Rows that are not parted, one chunk after another."""
    chunk: list[LaidRow] = []
    for row in rows:
        chunk.append(row)
        if not row.joined:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)


def dealt(rows: Sequence[LaidRow], capacities: Sequence[int]) -> tuple[tuple[LaidRow, ...], ...]:
    """Rows over legs of so many rows of the grid, as level as can be; what finds no room is left out at the end."""
    parts = tuple(chunks(rows))
    legs = len(capacities)
    least = max(-(-height_of(rows) // legs), max(map(height_of, parts), default=1))
    for height in range(least, max(capacities) + 1):
        filled = _filled(parts, [min(height, capacity) for capacity in capacities])
        if sum(map(len, filled)) == len(rows):
            return filled
    return _filled(parts, capacities)


def _filled(parts: Sequence[Sequence[LaidRow]], capacities: Sequence[int]) -> tuple[tuple[LaidRow, ...], ...]:
    """Chunks put into legs in their order, as many in each as it holds."""
    legs: list[list[LaidRow]] = [[] for _ in capacities]
    leg = filled = 0
    for part in parts:
        height = height_of(part)
        while leg < len(legs) and filled + height > capacities[leg]:
            leg, filled = leg + 1, 0
        if leg == len(legs):
            break
        legs[leg] += part
        filled += height
    return tuple(map(tuple, legs))
