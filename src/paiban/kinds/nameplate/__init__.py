"""The nameplate (报头) of a front page: the paper's title as art or type, and what it says of the day.

A plain run knows no more of one than its fields: what reads, sets and draws one is loaded where an issue has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from paiban.kinds.nameplate.reading import READING
from paiban.kinds.register import BlockKind
from paiban.makeup.frame.kind import BlockSetting, PageKit, SetBlock, Site, all_of_it, no_cells, no_galley, stays_in
from paiban.makeup.frame.model import Placed, Traits

if TYPE_CHECKING:
    from paiban.compose.composer import Composer
    from paiban.display import Item
    from paiban.grid import GridRect
    from paiban.issue import Block
    from paiban.makeup.propose.kind import Planning

TRAITS = Traits(solid=True, crown=True, fill="#")


def place(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """Set a nameplate."""
    from paiban.kinds.nameplate import setting  # noqa: PLC0415

    return setting.place(block, site, kit, TRAITS)


def home(block: Block, kit: PageKit) -> GridRect:
    """Where one stands by itself."""
    from paiban.kinds.nameplate import setting  # noqa: PLC0415

    return setting.home(block, kit)


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Draw a nameplate."""
    from paiban.kinds.nameplate import drawing  # noqa: PLC0415

    return drawing.draw(placed, composer)


def data(placed: Placed) -> Mapping[str, object]:
    """What programs are told of a nameplate."""
    from paiban.kinds.nameplate import setting  # noqa: PLC0415

    return setting.data(placed)


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.nameplate.planning import PLANNING  # noqa: PLC0415

    return PLANNING


SETTING = BlockSetting(
    traits=TRAITS, galley=no_galley, place=place, cells=no_cells, home=home, outline=all_of_it, runs_off=stays_in
)

NAMEPLATE = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
