"""A table in automatic make-up."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Galley
from paiban.issue import Block, LegsForm
from paiban.kinds.table.setting import table_kit, unknown_style
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.propose.kind import Guest, Need, Offer, Planning, solid_need, takes_none
from paiban.makeup.propose.tabular import alike, need_rows, offer_rows, places


def offer(block: Block, _guest: Guest | None, _galley: Galley | None, kit: PageKit) -> Offer | Diagnostic:
    """A table's shapes."""
    own = table_kit(block, kit)
    return unknown_style(block.content, kit) if own is None else offer_rows(block, own, kit)


def need(block: Block, _galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need | Diagnostic:
    """A table without a place."""
    own = table_kit(block, kit)
    return unknown_style(block.content, kit) if own is None else need_rows(block, offer_rows(block, own, kit))


PLANNING = Planning(
    free=LegsForm(),
    takes=takes_none,
    guest=None,
    offer=offer,
    standing=None,
    places=places,
    alike=alike,
    hold=None,
    need=need,
    need_placed=solid_need,
)
