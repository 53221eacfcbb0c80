"""An index (导读): what stands on which page, by the ids of stories, their pages filled in.

A plain run knows no more of one than its fields: what reads, sets and draws one is loaded where an issue has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from paiban.kinds.index.reading import READING
from paiban.kinds.register import BlockKind
from paiban.makeup.frame.kind import BlockSetting, PageKit, SetBlock, Site, all_of_it, no_cells, no_home, stays_in
from paiban.makeup.frame.model import Placed, Traits

if TYPE_CHECKING:
    from paiban.compose.composer import Composer
    from paiban.display import Item
    from paiban.font import FontCatalogue
    from paiban.galley.galley import Galley
    from paiban.galley.type import TypeSetter
    from paiban.issue import Block
    from paiban.makeup.propose.kind import Planning

TRAITS = Traits(side=True, high=True, fill=",")


def place(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """Set an index."""
    from paiban.kinds.index import setting  # noqa: PLC0415

    return setting.place(block, site, kit, TRAITS)


def galley(block: Block, setter: TypeSetter, catalogue: FontCatalogue) -> Galley:
    """Prepare the entries, as far as it is known what they say."""
    from paiban.kinds.index import setting  # noqa: PLC0415

    return setting.galley(block, setter, catalogue)


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """Draw an index."""
    from paiban.kinds.index import drawing  # noqa: PLC0415

    return drawing.draw(placed, composer)


def data(placed: Placed) -> Mapping[str, object]:
    """What programs are told of an index."""
    from paiban.kinds.index import setting  # noqa: PLC0415

    return setting.data(placed)


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.index.planning import PLANNING  # noqa: PLC0415

    return PLANNING


SETTING = BlockSetting(
    traits=TRAITS, galley=galley, place=place, cells=no_cells, home=no_home, outline=all_of_it, runs_off=stays_in
)

INDEX = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
