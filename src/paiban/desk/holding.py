"""Room that is held open for a late story (留位): what waits, how it would fit there."""

from __future__ import annotations

from paiban.desk.scene import Data
from paiban.desk.state import Move, Shown, moved_page, tried_block
from paiban.engine.kit import page_kit_of, template_of
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.makeup.frame.model import Traits
from paiban.makeup.frame.place import page_places


def _traits(shown: Shown, block: Block) -> Traits:
    return Traits() if shown.made.kit is None else shown.made.kit.kinds.settings[block.kind].traits


def is_held(shown: Shown, block: Block) -> bool:
    """Whether a block is room for another."""
    return _traits(shown, block).held


def place_of(shown: Shown, id_: str) -> GridRect | None:
    """Where a block of the page stands."""
    found, result = shown.block(id_), shown.made
    if found is None or result.issue is None or result.kit is None:
        return None
    page = result.makeups[found[0]].page
    return page_places(page, template_of(page, result.kit)[0], page_kit_of(result.issue, page, result.kit))[id_]


def waiting_for(shown: Shown, id_: str) -> Data:
    """The stories that wait on the page of a room that is held, each really set there, the best first."""
    found, place = shown.block(id_), place_of(shown, id_)
    if found is None or place is None or not is_held(shown, found[1]):
        return {"waiting": []}
    makeup = shown.made.makeups[found[0]]
    page = makeup.page._replace(blocks=tuple(block for block in makeup.page.blocks if block.id != id_))
    told = []
    for block in page.blocks:
        if _traits(shown, block).leads and place_of(shown, block.id) is None:
            there = moved_page(page, [Move(block.id, place)])
            told.append(tried_block(shown.made, makeup, there, block.id, {}))
    fits = [{"id": each["id"], "set": each["set"], "fit": each.get("fit")} for each in told if each]
    return {"waiting": sorted(fits, key=_misfit)}


def _misfit(told: Data) -> tuple[bool, int, int]:
    fit = told["fit"] or {"over": [0, 0], "short": [0, 0]}
    return not told["set"], fit["over"][0] + fit["short"][0], fit["over"][1] + fit["short"][1]
