"""A placard in its place: the copy takes its lines in two legs, the image what is left above them."""

from __future__ import annotations

from typing import NamedTuple

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Rect
from paiban.font import FontCatalogue
from paiban.galley.galley import Galley, GalleyParagraph
from paiban.galley.type import TypeSetter
from paiban.grid import Grid
from paiban.issue import Block
from paiban.makeup.frame.fit import deal, fit_diagnostics, no_line
from paiban.makeup.frame.kind import BlockSetting, PageKit, SetBlock, Site, all_of_it, no_cells, no_home, stays_in
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.surround import CLEAR_ROWS, PLAIN
from paiban.picture import crop_for, probe_picture
from paiban.text import prepare

TRAITS = Traits(fill="=")
LEGS = 2
LEAST_IMAGE = 3
CENTRE = (0.5, 0.5)


class SetPlacard(NamedTuple):
    """Where the image stands, and the part of it that shows."""

    rect: Rect
    crop: tuple[float, float, float, float]


def galley(block: Block, setter: TypeSetter, catalogue: FontCatalogue) -> Galley:
    style = setter.style("body")
    return Galley(
        block.id, tuple(GalleyParagraph("body", prepare(p.text, style, catalogue)) for p in block.content.copy)
    )


def copy_rows(galley: Galley, columns: int, grid: Grid) -> int:
    """The rows that the copy takes over so many columns."""
    return -(-galley.count(grid.recut(grid.span(columns), LEGS)) // LEGS)


def place(block: Block, site: Site, kit: PageKit) -> SetBlock:
    grid, info = kit.grid, probe_picture(block.content.file)
    if isinstance(info, Diagnostic):
        return None, [diagnose(info.code, block.content.words.span, **dict(info.params))]
    assert site.galley is not None
    white = PLAIN.white(site.place.row)
    first = site.place.rows - copy_rows(site.galley, site.place.columns, grid)
    if first - CLEAR_ROWS - white < LEAST_IMAGE:
        return None, [no_line(block)]
    room = kit.room(PLAIN, site.place, LEGS)._replace(first_row=first)
    dealt = deal(site.galley, room, (None,), kit.limit, site.place.columns, grid.size)
    if dealt is None:
        return None, [no_line(block)]
    frame, row = grid.frame(site.place), site.place.row
    rect = Rect(frame.x0, grid.face_top(row + white), frame.x1, grid.face_foot(row + first - CLEAR_ROWS))
    crop = crop_for(rect.width / rect.height, CENTRE, (info.width_px, info.height_px))
    placed = Placed(
        block=block,
        traits=TRAITS,
        place=site.place,
        white_above=white,
        content=SetPlacard(rect, crop.box),
        legs=dealt.attempt.legs,
        lines=dealt.lines,
        fit=dealt.fit,
        left_over=dealt.left_over,
    )
    return placed, fit_diagnostics(block, dealt)


def data(placed: Placed) -> dict[str, object]:
    return {"file": placed.block.content.words.value, "crop": list(placed.content.crop), "lines": len(placed.lines)}


SETTING = BlockSetting(
    traits=TRAITS, galley=galley, place=place, cells=no_cells, home=no_home, outline=all_of_it, runs_off=stays_in
)
