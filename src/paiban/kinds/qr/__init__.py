"""A QR code (二维码) beside a story's copy or by itself, with a line that says what it is for.

A plain run knows no more of one than its fields: what reads, sets and draws one is loaded where an issue has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from paiban.kinds.qr.reading import READING
from paiban.kinds.register import BlockKind
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

TRAITS = Traits(solid=True, guest=True, fill="&")


def place(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """Set a code."""
    from paiban.kinds.qr import setting  # noqa: PLC0415

    return setting.place(block, site, kit, TRAITS)


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Draw a code."""
    from paiban.kinds.qr import drawing  # noqa: PLC0415

    return drawing.draw(placed, composer)


def data(placed: Placed) -> Mapping[str, object]:
    """What programs are told of a code."""
    from paiban.kinds.qr import setting  # noqa: PLC0415

    return setting.data(placed)


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.qr.planning import PLANNING  # noqa: PLC0415

    return PLANNING


SETTING = BlockSetting(
    traits=TRAITS, galley=no_galley, place=place, cells=no_cells, home=no_home, outline=all_of_it, runs_off=stays_in
)

QR = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
