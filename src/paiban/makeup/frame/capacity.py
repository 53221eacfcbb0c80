"""The capacity check: does the copy fit the page at all, before anything is placed?

Both sides are counted in lines of a basic column. The copy's side is what its type must take at the very least, heads
and white left out, so that what it refuses could never have been made up.
"""

from __future__ import annotations

from collections.abc import Iterable

from paiban.galley.galley import Galley
from paiban.grid import Grid, GridRect
from paiban.value import NamedTuple


class Capacity(NamedTuple):
    """Lines of a basic column: what the page has, what adverts and pictures take of it, what the copy needs."""

    page: int
    taken: int
    copy: int

    @property
    def over(self) -> int:
        """Lines by which the copy cannot fit, 0 where it may."""
        return max(0, self.copy - (self.page - self.taken))


def capacity(grid: Grid, galleys: Iterable[Galley], others: Iterable[GridRect]) -> Capacity:
    """Compare the copy of ``galleys`` with the page, less the places of its adverts and pictures."""
    return Capacity(
        page=grid.columns * grid.rows,
        taken=sum(rect.cells for rect in others),
        copy=sum(least_lines(galley, grid) for galley in galleys),
    )


def least_lines(galley: Galley, grid: Grid) -> int:
    """The lines that a galley's type takes in basic columns if every line were full."""
    return sum(-(-(p.prepared.width + p.prepared.style.indent) // grid.column) for p in galley.paragraphs)
