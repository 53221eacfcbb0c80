"""A placard in automatic make-up: at every width, as high as its copy and an image that loses little."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.makeup.frame.capacity import least_lines
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import CLEAR_ROWS, WHITE_ROWS
from paiban.makeup.propose.kind import Hosted, Need, Offer, copy_need, plain_planning
from paiban.makeup.search import Shape
from paiban.picture import probe_picture
from tests.placard.setting import LEAST_IMAGE, LEGS, copy_rows

CROP = 0.1


def offer(block: Block, _company: Hosted | None, galley: Galley | None, kit: PageKit) -> Offer | Diagnostic:
    assert galley is not None
    info = probe_picture(block.content.file)
    if isinstance(info, Diagnostic):
        return info
    grid = kit.grid
    shapes = []
    for columns in range(LEGS, grid.columns + 1):
        image = -(-grid.span(columns) * info.height_px // info.width_px // grid.leading)
        around = copy_rows(galley, columns, grid) + CLEAR_ROWS + WHITE_ROWS
        least, most = (max(LEAST_IMAGE, round(image * share)) + around for share in (1 - CROP, 1 + CROP))
        if most <= grid.rows:
            shapes.append(Shape(columns, least, max(least, image + around), most, legs=LEGS))
    return Offer(tuple(shapes))


def need(block: Block, galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    assert galley is not None
    copy = galley.count(kit.grid.column)
    return Need(block.id, block.kind, copy=copy, solid=copy, least=least_lines(galley, kit.grid))


PLANNING = plain_planning(offer=offer, need=need, need_placed=copy_need, guest=None)
