"""直排: a block whose lines run down the page and follow each other from right to left.

The same legs, heads and fitting on the same logical axes: inline is now down the frame, block from its right edge to
its left. Its lines stand on the frame's own grid, one leading apart; its legs are bands, one below another.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.grid import Grid, GridRect
from paiban.makeup.frame.fit import CopyArea
from paiban.makeup.frame.model import Obstacle
from paiban.makeup.frame.surround import Surround
from paiban.units import rounded


def vertical_room(
    bands: int | None, place: GridRect, obstacles: Sequence[Obstacle], grid: Grid, around: Surround
) -> CopyArea:
    """The room of a vertical block; bands that nobody counts come as near to the basic column as its height allows.

    The first character of each line stands level with a horizontal neighbour's first line.
    """
    leading = grid.leading
    above = rounded(leading - grid.size, 2)
    top = around.first_row(place.row) * leading + above
    extent = (place.rows - around.foot_rows) * leading - above - top
    bands = bands or max(1, rounded(extent + grid.gutter, grid.column + grid.gutter))
    rows = around.measure(grid.width(place)) // leading
    return CopyArea(top, extent, 0, rows, bands, grid.gutter, tuple(obstacles), em=grid.size)


def rail_room(bands: int | None, place: GridRect, grid: Grid, around: Surround) -> CopyArea:
    """The room of a vertical rail, whose label takes lines of its own at its right."""
    room = vertical_room(bands, place, (), grid, around._replace(labelled=False))
    return room._replace(first_row=around.label_rows)
