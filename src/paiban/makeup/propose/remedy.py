"""What would fill a page, or bring its copy in: for each block that is over or short, and each hole, the cheapest way.

Looked for only where a page is not full; the report says it in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.diagnostic import Diagnostic
from paiban.grid import Grid, GridRect
from paiban.language import Words
from paiban.makeup.frame.kind import Settings
from paiban.makeup.frame.model import Fit, Makeup, Placed
from paiban.makeup.frame.surround import CLEAR_ROWS
from paiban.makeup.judge.breaches import page_holes
from paiban.makeup.judge.layout import is_complete, page_layout
from paiban.value import NamedTuple

CROSSHEAD_LINES = (2, 6)
"""White of so many lines is taken up by one to three cross-heads, each with a row of white above it."""

PICTURE_ROWS = (6, 40)
"""A picture less high is a stamp; one higher belongs to no story."""

PICTURE_ASPECT = 1.5
"""Pictures are about so many times as wide as high."""


class Remedy(NamedTuple):
    """One way to put a page right. ``kind``: ``cut``, ``borrow``, ``widen``, ``add``, ``crosshead``, ``picture``,
    ``filler``, or what else is added (``Fit.more``).

    ``block`` is the story (for a ``filler`` the advert), ``""`` for a hole beginning at ``column`` and ``row``, as
    an editor counts them. ``lender`` is the block above or below that has ``rows`` to spare, or the one beside that
    has ``columns``, ``""`` where they are white.
    """

    kind: str
    block: str
    characters: int = 0
    lines: int = 0
    columns: int = 0
    rows: int = 0
    column: int = 0
    row: int = 0
    filler: str = ""
    lender: str = ""


def remedies(makeup: Makeup, settings: Settings) -> tuple[Remedy, ...]:
    """The cheapest remedy for every block that does not fit and every hole, in the order of the page's blocks."""
    placed = {block.block.id: block for block in makeup.blocks}
    found = [remedy for fit in makeup.fits if (remedy := for_fit(fit, makeup, placed[fit.block])) is not None]
    holes_left = page_holes(page_layout(makeup)) if is_complete(makeup) else []
    fillers = unused_fillers(makeup, settings) if holes_left else []
    return (*found, *(for_hole(hole, fillers) for hole in holes_left))


def for_fit(fit: Fit, makeup: Makeup, block: Placed) -> Remedy | None:
    """What brings one block's copy in or fills its white; None where it fits."""
    if fit.over_lines:
        rows, lender = max(lenders(block, makeup), default=(0, ""))
        columns, beside = (0, "") if rows else max(lenders_beside(block, makeup), default=(0, ""))
        kind = "borrow" if rows else "widen" if columns else "cut"
        over = fit.over_characters, fit.over_lines
        return Remedy(kind, fit.block, *over, columns=columns, rows=rows, lender=lender or beside)
    if not fit.short_lines:
        return None
    if fit.more:
        return Remedy(fit.more, fit.block, fit.short_characters, fit.short_lines)
    if CROSSHEAD_LINES[0] <= fit.short_lines <= CROSSHEAD_LINES[1] and fit.paragraphs > fit.short_lines // 2:
        return Remedy("crosshead", fit.block, fit.short_characters, fit.short_lines)
    size = picture_size(cells_short(fit, block, makeup.grid), fit.columns) if fit.paragraphs else None
    if size is not None:
        return Remedy("picture", fit.block, fit.short_characters, fit.short_lines, *size)
    return Remedy("add", fit.block, fit.short_characters, fit.short_lines)


OFFERS = {
    "borrow": Words("加高，{lender}有 {rows} 行空", "make it taller: {lender} has {rows} rows free"),
    "widen": Words("加宽，{lender}有 {columns} 栏空", "make it wider: {lender} has {columns} columns free"),
}
"""Room next door by the remedy that takes it."""

WHITE = {"borrow": Words("上面或下面", "the white above or below"), "widen": Words("旁边", "the white beside it")}
"""Who has it where it is nobody's."""


def offering(found: Sequence[Diagnostic], makeup: Makeup) -> tuple[Diagnostic, ...]:
    """The same findings, those of copy that is over with the room next door where there is some."""
    placed = {block.block.id: block for block in makeup.blocks}
    ways = {fit.block: for_fit(fit, makeup, placed[fit.block]) for fit in makeup.fits if fit.over_lines}
    offers = {block: offer_of(way) for block, way in ways.items() if way is not None and way.kind in OFFERS}
    return tuple(
        each._replace(params=tuple({**dict(each.params), "offer": offers[block]}.items()))
        if each.code == "P501" and (block := str(dict(each.params)["block"])) in offers
        else each
        for each in found
    )


def offer_of(way: Remedy) -> Words:
    """A remedy that takes room next door, in words."""
    lender = Words(f"“{way.lender}”", f"“{way.lender}”") if way.lender else WHITE[way.kind]
    return Words(*(
        words.format(lender=own, rows=way.rows, columns=way.columns)
        for words, own in zip(OFFERS[way.kind], lender, strict=True)
    ))  # fmt: skip


def lenders(block: Placed, makeup: Makeup) -> Iterator[tuple[int, str]]:
    """Rows to spare straight above or below a block, with whose they are: what is white there is nobody's."""
    for other in makeup.blocks:
        if other.fit is not None and other.fit.short_lines and not other.vertical and next_to(other.place, block.place):
            yield other.fit.short_lines // max(1, len(other.legs)), other.block.id
    if is_complete(makeup):
        for hole in page_holes(page_layout(makeup)):
            if hole.touches(block.place) and hole.shared(block.place).columns == block.place.columns:
                yield hole.rows, ""


def lenders_beside(block: Placed, makeup: Makeup) -> Iterator[tuple[int, str]]:
    """Columns to spare straight beside a block, over all of its rows, with whose they are."""
    place = block.place
    for other in makeup.blocks:
        short = other.fit is not None and other.fit.short_lines and other.legs and not other.vertical
        if short and beside(other.place, place) and (other.place.row, other.place.rows) == (place.row, place.rows):
            assert other.fit is not None
            columns = cells_short(other.fit, other, makeup.grid) // place.rows
            if columns:
                yield columns, other.block.id
    if is_complete(makeup):
        for hole in page_holes(page_layout(makeup)):
            if beside(hole, place) and hole.row <= place.row and hole.end_row >= place.end_row:
                yield hole.columns, ""


def beside(other: GridRect, place: GridRect) -> bool:
    """Whether a place stands straight to the left or right of another."""
    return other.end_column == place.column or other.column == place.end_column


def next_to(other: GridRect, place: GridRect) -> bool:
    """Whether a place stands over the same columns, straight above or below."""
    return other.touches(place) and (other.column, other.columns) == (place.column, place.columns)


def cells_short(fit: Fit, block: Placed, grid: Grid) -> int:
    """White lines of a block's measure as cells of a basic column."""
    return fit.short_lines * block.legs[0].measure // grid.column


def picture_size(cells: int, most: int) -> tuple[int, int] | None:
    """Columns and rows of a picture that takes so many cells, a clear row counted, over ``most`` columns at most."""
    sizes = [(columns, cells // columns - CLEAR_ROWS) for columns in range(1, most + 1)]
    fitting = [(columns, rows) for columns, rows in sizes if PICTURE_ROWS[0] <= rows <= PICTURE_ROWS[1]]
    # A basic column is about nine rows wide on every template.
    return min(fitting, key=lambda size: abs(size[0] * 9 / size[1] - PICTURE_ASPECT), default=None)


def for_hole(hole: GridRect, fillers: Sequence[tuple[str, int, int]]) -> Remedy:
    """A filler that fits a hole, else a picture of the hole's size, or copy where it is too small for one."""
    fitting = (filler for filler, columns, rows in fillers if columns <= hole.columns and rows <= hole.rows)
    filler = next(fitting, "")
    kind = "filler" if filler else "picture" if hole.rows >= PICTURE_ROWS[0] else "add"
    return Remedy(
        kind,
        "",
        lines=hole.cells,
        columns=hole.columns,
        rows=hole.rows,
        column=hole.first_column,
        row=hole.first_row,
        filler=filler,
    )


def unused_fillers(makeup: Makeup, settings: Settings) -> list[tuple[str, int, int]]:
    """The fillers of a page that stand nowhere, the largest first, with their columns and rows."""
    used = {block.block.id for block in makeup.blocks}
    unused = (block for block in makeup.page.blocks if block.filler and block.id not in used)
    sizes = ((block.id, settings[block.kind].cells(block, makeup.grid)) for block in unused)
    fillers = [(filler, *size) for filler, size in sizes if size is not None]
    return sorted(fillers, key=lambda filler: (-filler[1] * filler[2], filler[0]))
