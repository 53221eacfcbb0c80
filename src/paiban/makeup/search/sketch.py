"""A plan as a sketch in characters, to judge it at a glance."""

from __future__ import annotations

from paiban.makeup.search.problem import Placement, Plan

COLUMN_CELLS = 9
ROWS_A_LINE = 2
HEADLINE = "#"


def sketch(plan: Plan) -> str:
    """The page with every block's frame, headline (``#``), name, columns × rows, and legs; ``[]`` marks a box.

    What fills a block is its kind's to say: pictures have ``%``, adverts ``:``, rails of briefs ``.``.
    """
    columns = max((p.rect.end_column for p in plan.placements), default=0)
    rows = max((p.rect.end_row for p in plan.placements), default=0)
    cells = [[" "] * (columns * COLUMN_CELLS + 1) for _ in range(line_of(rows) + 1)]
    for placement in plan.placements:
        draw(cells, placement)
    return "\n".join("".join(line).rstrip() for line in cells)


def line_of(row: int) -> int:
    """The line of the sketch that a row of the page falls on."""
    return (row + ROWS_A_LINE // 2) // ROWS_A_LINE


def draw(cells: list[list[str]], placement: Placement) -> None:
    """Draw one block."""
    rect, shape = placement.rect, placement.shape
    x0, x1 = rect.column * COLUMN_CELLS, rect.end_column * COLUMN_CELLS
    y0, y1 = line_of(rect.row), line_of(rect.end_row)
    fill(cells, (x0 + 1, y0 + 1, x1, y1), placement.traits.fill)
    if shape.headline_rows and shape.form != "none":
        start, end = (x0 + column * COLUMN_CELLS for column in shape.headline_columns)
        deep = y0 + max(2, line_of(shape.headline_rows))
        fill(cells, (start + 2, y0 + 1, end - 1, min(y1, deep)), HEADLINE)
    for x in range(x0, x1 + 1):
        cells[y0][x] = cells[y1][x] = "-"
    for y in range(y0, y1 + 1):
        cells[y][x0] = cells[y][x1] = "+" if y in (y0, y1) else "|"
    label = f"{placement.block}{'[]' if shape.boxed else ''} {shape.columns}×{placement.rows}/{shape.legs}"
    line = cells[min(y1 - 1, max(y0 + 1, (y0 + y1) // 2))]
    for offset, character in enumerate(label[: x1 - x0 - 1]):
        line[x0 + 1 + offset] = character


def fill(cells: list[list[str]], box: tuple[int, int, int, int], character: str) -> None:
    """Fill a box (left, top, right, bottom; ends exclusive) of the sketch."""
    x0, y0, x1, y1 = box
    for y in range(y0, y1):
        for x in range(x0, x1):
            cells[y][x] = character
