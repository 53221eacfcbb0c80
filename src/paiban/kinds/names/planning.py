"""A list of names in automatic make-up."""

from __future__ import annotations

from paiban.galley.galley import Galley
from paiban.issue import Block, LegsForm
from paiban.kinds.names.setting import names_kit
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.propose.kind import Guest, Need, Offer, Planning, solid_need, takes_none
from paiban.makeup.propose.tabular import alike, need_rows, offer_rows, places


def offer(block: Block, _guest: Guest | None, _galley: Galley | None, kit: PageKit) -> Offer:
    """A list's shapes."""
    return offer_rows(block, names_kit(block, kit), kit)


def need(block: Block, _galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """A list without a place."""
    return need_rows(block, offer_rows(block, names_kit(block, kit), kit))


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
