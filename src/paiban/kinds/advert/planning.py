"""An advert in automatic make-up: as large as it is, at the foot."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Galley
from paiban.grid import Grid
from paiban.issue import Block
from paiban.kinds.advert.setting import advert_size
from paiban.makeup.frame.kind import Maker
from paiban.makeup.frame.surround import PLAIN
from paiban.makeup.propose.kind import (
    Guest,
    Need,
    Offer,
    Planning,
    always_alike,
    place_alone,
    solid_need,
    takes_none,
)
from paiban.makeup.search import Shape
from paiban.units import Length

ADVERT_GIVE = 1
"""An advert may be set smaller by so many per cent rather than take another row."""


def offer(block: Block, _guest: Guest | None, _galley: Galley | None, maker: Maker) -> Offer | Diagnostic:
    """An advert's one shape."""
    size = advert_size(block.content)
    return size if isinstance(size, Diagnostic) else Offer((advert_shape(size, maker.grid),))


def advert_shape(size: tuple[Length, Length], grid: Grid) -> Shape:
    """As many columns as its width is nearest to, and the rows that its height takes."""
    width, height = size
    columns = min(range(1, grid.columns + 1), key=lambda n: abs(grid.span(n) - width))
    scaled = height * grid.span(columns) // width
    between = grid.face_top(1) - grid.face_foot(1)
    rows = max(1, -(-(scaled * (100 - ADVERT_GIVE) // 100 + between) // grid.leading)) + PLAIN.rows
    return Shape(columns, rows, rows, rows, form="none")


def need(block: Block, _galley: Galley | None, _host: Galley | None, maker: Maker) -> Need | Diagnostic:
    """An advert without a place: as large as it is."""
    size = advert_size(block.content)
    if isinstance(size, Diagnostic):
        return size
    shape = advert_shape(size, maker.grid)
    least = shape.columns * (shape.rows - PLAIN.rows)
    return Need(block.id, block.kind, solid=shape.columns * shape.rows, least=least, filler=block.filler)


PLANNING = Planning(
    free=None,
    takes=takes_none,
    guest=None,
    offer=offer,
    standing=None,
    places=place_alone,
    alike=always_alike,
    hold=None,
    need=need,
    need_placed=solid_need,
)
