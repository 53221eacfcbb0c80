"""Pages drawn in characters, for the rules of the page to judge.

A character is a millimetre across, a line a row of the grid. The first line has the basic columns as dashes. Below it::

    ----  ----
    AAAA  1111      a capital: the headline of a story
    aaaa  1111      a digit: a picture (0 … 4) or an advert (5 … 9)
    aaaa  rrrr      r, s, t: a rail of briefs; every other letter a line of a story's leg
    __aa  rrrr      _: white of the leg that stands above it
    |               a rule that parts what stands left and right of it

What a story is beside its drawing — weights, sizes, boxes, vertical headlines — is said by letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from paiban.kinds import KINDS
from paiban.makeup.judge.breaches import BlockBox, HeadlineBox, LegBox, PageLayout
from paiban.units import PER_MM

SIZE = 300
"""A headline's size where nothing else is said, in tenths of a point."""

Cell = tuple[int, int]
"""(character, row)."""


def kind_of(letter: str) -> str:
    """What a letter stands for."""
    if letter.isdigit():
        return "picture" if letter in "01234" else "advert"
    return "briefs" if letter in "rst" else "story"


def drawn_page(
    *lines: str,
    weights: Mapping[str, int] | None = None,
    sizes: Mapping[str, int] | None = None,
    boxed: str = "",
    vertical: str = "",
    widows: Mapping[str, int] | None = None,
    from_right: bool = False,
) -> PageLayout:
    """The page of a drawing. ``widows`` gives by letter the number, from 1, of a leg that opens with a last line."""
    columns = tuple((x0 * PER_MM, x1 * PER_MM) for x0, x1 in runs([i for i, ch in enumerate(lines[0]) if ch == "-"]))
    rows = lines[1:]
    cells = filled(rows)
    letters = sorted({letter.lower() for letter in cells.values() if letter != "|"})
    blocks = tuple(
        block_of(
            letter,
            cells,
            rows,
            BlockBox(
                letter,
                KINDS.settings[kind_of(letter)].traits,
                (weights or {}).get(letter, 1),
                *box([cell for cell, ch in cells.items() if ch.lower() == letter]),
                boxed=letter in boxed,
            ),
            HeadlineBox(0, 0, 0, 0, (sizes or {}).get(letter, SIZE), letter in vertical),
            (widows or {}).get(letter, 0),
        )
        for letter in letters
    )
    rules = tuple(
        (x * PER_MM, row0, row1)
        for x in sorted({x for (x, _), ch in cells.items() if ch == "|"})
        for row0, row1 in runs(sorted(row for (at, row), ch in cells.items() if ch == "|" and at == x))
    )
    return PageLayout(columns[0][0], columns[-1][1], len(rows), columns, blocks, rules, from_right)


def filled(rows: tuple[str, ...]) -> dict[Cell, str]:
    """The letter of every cell that is not white of nobody's; ``_`` is what stands above it."""
    cells: dict[Cell, str] = {}
    for row, line in enumerate(rows):
        for x, ch in enumerate(line):
            if ch != " ":
                cells[x, row] = cells[x, row - 1] if ch == "_" else ch
    return cells


def runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow each other, as (first, end)."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield run[0], run[-1] + 1


def box(cells: list[Cell]) -> tuple[int, int, int, int]:
    """The rectangle around cells: left and right in Lengths, first and end row."""
    xs, ys = [x for x, _ in cells], [y for _, y in cells]
    return min(xs) * PER_MM, (max(xs) + 1) * PER_MM, min(ys), max(ys) + 1


def block_of(
    letter: str, cells: dict[Cell, str], rows: tuple[str, ...], plain: BlockBox, headline: HeadlineBox, widow: int
) -> BlockBox:
    """A block with what its drawing shows of headline and legs."""
    if kind_of(letter) in ("picture", "advert"):
        return plain
    title = [cell for cell, ch in cells.items() if ch == letter.upper()]
    if title:
        x0, x1, row0, row1 = box(title)
        plain = plain._replace(headline=headline._replace(x0=x0, x1=x1, row0=row0, row1=row1))
    legs = tuple(
        LegBox(x0 * PER_MM, x1 * PER_MM, first, end, type_end(rows, x0, first, end), number == widow)
        for number, (x0, x1, first, end) in enumerate(legs_of(letter, cells, len(rows)), 1)
    )
    return plain._replace(legs=legs)


def legs_of(letter: str, cells: dict[Cell, str], rows: int) -> list[tuple[int, int, int, int]]:
    """(left, right, first row, end row) of every leg, from the left: the same stretch of line after line."""
    lines: dict[tuple[int, int], list[int]] = {}
    for row in range(rows):
        for run in runs(sorted(x for (x, at), ch in cells.items() if at == row and ch == letter)):
            lines.setdefault(run, []).append(row)
    return [(x0, x1, first, end) for (x0, x1), at in sorted(lines.items()) for first, end in runs(at)]


def type_end(rows: tuple[str, ...], x0: int, first: int, end: int) -> int:
    """The row that a leg's type ends before."""
    return first + sum(rows[row][x0] != "_" for row in range(first, end))
