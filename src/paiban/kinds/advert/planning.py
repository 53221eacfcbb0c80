"""An advert in automatic make-up: as large as it is, at the foot."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Galley
from paiban.grid import Grid
from paiban.issue import Block
from paiban.kinds.advert.model import Advert, Size
from paiban.kinds.advert.setting import advert_size
from paiban.kinds.advert.standing import TOLERANCE, stands_out, trim_of
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import PLAIN
from paiban.makeup.propose.kind import Hosted, Need, Offer, plain_planning, solid_need
from paiban.makeup.search import Shape
from paiban.units import PER_MM, Length

ADVERT_GIVE = 1
"""An image without a booked size may be set smaller by so many per cent rather than take another row."""


def offer(block: Block, _company: Hosted | None, _galley: Galley | None, kit: PageKit) -> Offer | Diagnostic:
    """An advert's one shape."""
    size = size_on_grid(block.content, kit)
    return size if isinstance(size, Diagnostic) else Offer((advert_shape(size, kit.grid, is_hard(block)),))


def size_on_grid(advert: Advert, kit: PageKit) -> Size | Diagnostic:
    """How much of the grid an advert takes: of one that bleeds, which stands at the foot, the part above the margin."""
    size = advert_size(advert, kit)
    if isinstance(size, Diagnostic) or not advert.bleed:
        return size
    grid = kit.grid
    return size[0], max(grid.size, size[1] - (trim_of(grid).y1 - grid.face_foot(grid.rows)))


def is_hard(block: Block) -> bool:
    """Whether an advert has a size that holds: one that was booked, or that of a PDF which may not be scaled."""
    advert: Advert = block.content
    return not advert.scale and (advert.is_pdf or advert.size is not None)


WHITE_GIVE = 14 * PER_MM
"""White that an advert may have more above it, to stand level with the one beside it: three rows of the usual body, two
of a larger one."""


def advert_shape(size: tuple[Length, Length], grid: Grid, hard: bool) -> Shape:
    """The columns that its width asks for, the nearest where it may be scaled, and the rows that its height takes."""
    width, height = size
    enough = [n for n in range(1, grid.columns + 1) if grid.span(n) >= width - stands_out(grid)] if hard else []
    columns = enough[0] if enough else min(range(1, grid.columns + 1), key=lambda n: abs(grid.span(n) - width))
    tall = height - TOLERANCE if hard else height * grid.span(columns) // width * (100 - ADVERT_GIVE) // 100
    between = grid.face_top(1) - grid.face_foot(1)
    rows = min(grid.rows, max(1, -(-(tall + between) // grid.leading)) + PLAIN.rows)
    return Shape(columns, rows, rows, min(rows + WHITE_GIVE // grid.leading, grid.rows), form="none")


def need(block: Block, _galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need | Diagnostic:
    """An advert without a place: as large as it is."""
    size = size_on_grid(block.content, kit)
    if isinstance(size, Diagnostic):
        return size
    shape = advert_shape(size, kit.grid, is_hard(block))
    least = shape.columns * (shape.rows - PLAIN.rows)
    cramped = is_hard(block) and size[0] - stands_out(kit.grid) > kit.grid.span(kit.grid.columns)
    solid = shape.columns * shape.rows
    return Need(block.id, block.kind, solid=solid, least=least, filler=block.filler, cramped=cramped)


PLANNING = plain_planning(offer=offer, need=need, need_placed=solid_need, guest=None)
