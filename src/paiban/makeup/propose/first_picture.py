"""The page's first picture: whose it is, and how wide it should be."""

from __future__ import annotations

from collections.abc import Mapping

from paiban.grid import Grid
from paiban.issue import Block, IssuePage
from paiban.makeup.frame.kind import BlockSetting
from paiban.makeup.frame.place import Places
from paiban.units import rounded

MAY_BE_FIRST = 3
"""The least weight of a story whose picture may be the page's first."""

FIRST_SHARE = 3, 8
"""The page's first picture should have so much of its columns."""

LEAST_COLUMNS = 2
"""A picture of fewer columns is a stamp; one that stands by itself has so many, unless the editor asked for less."""


def first_host(page: IssuePage, settings: Mapping[str, BlockSetting]) -> Block | None:
    """The heaviest story that has a picture: its is the page's first; None where none is heavy enough to lead one."""
    pictured = {block.host for block in page.blocks if settings[block.kind].traits.dark}
    hosts = [block for block in page.blocks if block.id in pictured]
    first = max(hosts, key=lambda block: block.weight, default=None)
    return first if first is not None and first.weight >= MAY_BE_FIRST else None


def first_columns(grid: Grid) -> int:
    """The columns that the first picture should have."""
    return min(grid.columns, rounded(FIRST_SHARE[0] * grid.columns, FIRST_SHARE[1]))


def columns_lacked(page: IssuePage, places: Places, settings: Mapping[str, BlockSetting], grid: Grid) -> int:
    """The columns that the first picture lacks of those that it should have; a stamp as many as that, and one more, and
    so does one that another story's is as large as, or that is higher than half the page."""
    host = first_host(page, settings)
    if host is None:
        return 0
    pictures = [
        (block.host == host.id, place)
        for block in page.blocks
        if settings[block.kind].traits.dark and block.host and (place := places[block.id]) is not None
    ]
    own, others = ([place for first, place in pictures if first is whose] for whose in (True, False))
    if not own:
        return 0
    columns = max(place.columns for place in own)
    lacked = max(0, first_columns(grid) - columns)
    outdone = max(place.cells for place in own) <= max((place.cells for place in others), default=0)
    pillar = max(place.rows for place in own) > grid.rows // 2
    return lacked + (lacked > 0 and columns < LEAST_COLUMNS) + outdone + pillar
