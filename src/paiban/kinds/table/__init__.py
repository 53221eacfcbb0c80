"""A table (表): rows and columns of cells, its head repeated in every leg that it goes on in.

A plain run knows no more of it than its fields: what reads, sets and draws one is loaded where an issue has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from paiban.kinds.register import BlockKind
from paiban.kinds.table.reading import READING
from paiban.makeup.frame.kind import (
    BlockSetting,
    PageKit,
    SetBlock,
    Site,
    all_of_it,
    no_cells,
    no_galley,
    no_home,
    stays_in,
)
from paiban.makeup.frame.model import Placed, Traits

if TYPE_CHECKING:
    from paiban.compose.composer import Composer
    from paiban.display import Item
    from paiban.issue import Block
    from paiban.makeup.propose.kind import Planning

TRAITS = Traits(fill="#")


def place(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """Set a table."""
    from paiban.kinds.table import setting  # noqa: PLC0415

    return setting.place(block, site, kit, TRAITS)


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Draw a table."""
    from paiban.compose.table import draw_rows  # noqa: PLC0415

    return draw_rows(placed, composer)


def data(placed: Placed) -> Mapping[str, object]:
    """What programs are told of a table."""
    from paiban.kinds.table import setting  # noqa: PLC0415

    return setting.data(placed)


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.table.planning import PLANNING  # noqa: PLC0415

    return PLANNING


SETTING = BlockSetting(
    traits=TRAITS, galley=no_galley, place=place, cells=no_cells, home=no_home, outline=all_of_it, runs_off=stays_in
)

TABLE = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
