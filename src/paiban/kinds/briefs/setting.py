"""A rail of briefs set under its label."""

from __future__ import annotations

from paiban.diagnostic import diagnose
from paiban.font import FontCatalogue
from paiban.galley.galley import Galley, GalleyParagraph
from paiban.galley.type import TypeSetter
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.briefs.model import Briefs
from paiban.makeup.frame.fit import CopyArea, fit_diagnostics, no_line, whole_ems
from paiban.makeup.frame.kind import BlockSetting, PageKit, SetBlock, Site, all_of_it, no_cells, no_home, stays_in
from paiban.makeup.frame.members import set_members
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.surround import Surround
from paiban.markup import plain
from paiban.text import prepare

TRAITS = Traits(side=True, fill=".")

MARKS = {"diamond": "◆", "square": "□", "block": "■", "dot": "●", "none": ""}
"""What the engine puts before each brief; ``number`` and ``circled`` count them."""

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

OWN_SIGNS = f"□■◆◇●○▲△▼▽★☆{CIRCLED}"
"""What a brief that was pasted may begin with already."""

BRIEF_WHITE = (1, 2)
"""Rows of white that may stand between two briefs (make-up rule book, levers)."""


def galley(block: Block, setter: TypeSetter, catalogue: FontCatalogue) -> Galley:
    """Prepare a rail of briefs, each opened by its mark."""
    briefs: Briefs = block.content
    style = setter.style("brief", vertical=briefs.vertical, colour=setter.sheet.colours.get(block.colour))
    paragraphs = tuple(
        GalleyParagraph(
            "brief", prepare(item.text, style, catalogue, prefix=mark_of(briefs, number, item.text.value)), BRIEF_WHITE
        )
        for number, item in enumerate(briefs.items, 1)
    )
    return Galley(block.id, paragraphs)


def mark_of(briefs: Briefs, number: int, copy: str) -> str:
    """What is put before an item, counted from 1; beyond the circled numbers that there are plain ones count on.

    Copy that was typed with a sign of its own keeps that alone.
    """
    if copy.startswith(tuple(OWN_SIGNS)):
        return ""
    if briefs.mark == "circled" and number <= len(CIRCLED):
        return CIRCLED[number - 1]
    return MARKS.get(briefs.mark, f"{number}.")


def surround(block: Block, kit: PageKit, flush: bool | None = None) -> Surround:
    """What a rail's frame keeps around its items; ``flush`` with the picture that it stands on, None where that is not
    known yet."""
    return kit.surround(block, block.content.label is not None, block.upon if flush is None else flush)


def room_of(block: Block, place: GridRect, kit: PageKit, flush: bool | None = None) -> CopyArea:
    """The room of a rail's items."""
    around = surround(block, kit, flush)
    if not block.content.vertical:
        return whole_ems(kit.room(around, place, place.columns), around)
    from paiban.makeup.frame.vertical import rail_room  # noqa: PLC0415  few pages have any

    return rail_room(None, place, kit.grid, around)


def place(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """Set a rail of briefs under its label."""
    assert site.galley is not None
    if block.content.vertical and kit.grid.crosses(site.place):
        return None, [diagnose("P530", block.span, block=block.id)]
    around, room = surround(block, kit, site.flush), room_of(block, site.place, kit, site.flush)
    members = set_members(site.galley, room, block, around, site, kit)
    if members is None:
        return None, [no_line(block)]
    dealt = members.dealt
    placed = Placed(
        block=block,
        traits=TRAITS,
        place=site.place,
        white_above=around.white(site.place.row),
        legs=dealt.attempt.legs,
        lines=members.lines,
        vertical=block.content.vertical,
        inset=around.inset,
        fit=dealt.fit,
        left_over=dealt.left_over,
    )
    return placed, fit_diagnostics(block, dealt)


def data(placed: Placed) -> dict[str, object]:
    """Its label and how many items it has."""
    briefs: Briefs = placed.block.content
    return {"label": plain(briefs.label.value) if briefs.label is not None else "", "items": len(briefs.items)}


SETTING = BlockSetting(
    traits=TRAITS, galley=galley, place=place, cells=no_cells, home=no_home, outline=all_of_it, runs_off=stays_in
)
