"""A QR code in automatic make-up, by itself or inside the block that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from paiban.diagnostic import Diagnostic, diagnose
from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.qr.setting import arranged, least_side, room_of
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import PLAIN
from paiban.makeup.propose.kind import Hosted, Need, Offer, plain_planning, solid_need
from paiban.makeup.search import Shape
from paiban.picture.qr import qr_rows


@dataclass(frozen=True, slots=True)
class CodeRows:
    """A code, for counting its rows at any width."""

    block: Block
    modules: int
    kit: PageKit
    below_head: bool = False

    @property
    def over_copy(self) -> CodeRows:
        """It takes no more or fewer rows where copy stands below it."""
        return self

    def cost(self, columns: int, weight: int) -> float:  # noqa: ARG002  a code is as large as it can be read
        """None of any width."""
        return 0.0

    def rows(self, columns: int) -> tuple[int, int, int]:
        """(least, natural, most) rows over ``columns``: as many as the code and its caption need, and one more."""
        grid = self.kit.grid
        _, wanted = least_side(self.block.content, self.modules, self.kit)
        for rows in range(1, grid.rows):
            room = room_of(GridRect(0, 0, columns, rows), 0, self.kit)
            how = arranged(self.block, self.modules, room.width, room.height, self.kit)
            if how.side >= min(wanted, room.width) and how.height <= room.height:
                return rows, rows, rows + 1
        return grid.rows, grid.rows, grid.rows - 1


def code_rows(block: Block, kit: PageKit) -> CodeRows | Diagnostic:
    """How large a code is; why there is none."""
    rows = qr_rows(block.content.words.value, block.content.level)
    if rows is None:
        return diagnose("P528", block.content.words.span, count=len(block.content.words.value))
    return CodeRows(block, len(rows), kit)


def offer(block: Block, _company: Hosted | None, _galley: Galley | None, kit: PageKit) -> Offer | Diagnostic:
    """A code that stands by itself: in one column, or in two with its caption beside it."""
    counted = code_rows(block, kit)
    if isinstance(counted, Diagnostic):
        return counted
    shapes = []
    for columns in range(1, min(2, kit.grid.columns) + 1):
        least, natural, most = (rows + PLAIN.rows for rows in counted.rows(columns))
        if least <= most:
            shapes.append(Shape(columns, least, natural, most, form="none"))
    return Offer(tuple(shapes))


def need(block: Block, _galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need | Diagnostic:
    """A code without a place: one column."""
    counted = code_rows(block, kit)
    if isinstance(counted, Diagnostic):
        return counted
    rows = counted.rows(1)[1]
    return Need(block.id, block.kind, solid=rows + PLAIN.rows, least=rows)


PLANNING = plain_planning(offer=offer, need=need, need_placed=solid_need, guest=code_rows)
