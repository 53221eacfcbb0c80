"""Blocks that must not touch, as adverts of two banks, or an accident and an airline, and those that were sold for an
edge of the page: held on every run."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.makeup.frame.model import Makeup

EDGES = {"outer": Words("外侧", "the outer edge"), "inner": Words("内侧", "the inner edge")}


def check_sides(makeup: Makeup) -> Iterator[Diagnostic]:
    """An error for each block that does not reach the edge of the page for which it was sold."""
    page, columns = makeup.page, makeup.grid.columns
    for block in makeup.blocks:
        if block.block.edge:
            at = {"left": block.place.column == 0, "right": block.place.end_column == columns}
            side = page.side_of(block.block)
            if not (at[side] if side else block.block.edge == "outer" and True in at.values()):
                words = EDGES[block.block.edge]
                yield diagnose("P570", block.block.span, name=block.block.id, page=page.called, edge=words)


def check_apart(makeup: Makeup) -> Iterator[Diagnostic]:
    """An error for each two that touch although one of them says that it must not."""
    for block in makeup.blocks:
        for other in makeup.blocks:
            if other.block.id in block.block.apart and block.place.touches(other.place):
                yield diagnose("P776", block.block.span, name=block.block.id, other=other.block.id)
