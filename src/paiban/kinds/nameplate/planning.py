"""A nameplate in automatic make-up: it has its place at the head of the page, and keeps it."""

from __future__ import annotations

from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.kinds.nameplate.setting import home
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.propose.kind import (
    Guest,
    Need,
    Offer,
    Planning,
    always_alike,
    bare_shape,
    place_alone,
    solid_need,
    takes_none,
)


def offer(block: Block, _guest: Guest | None, _galley: Galley | None, kit: PageKit) -> Offer:
    """The one shape of its own place."""
    return Offer((bare_shape(home(block, kit), boxed=False),))


def need(block: Block, _galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """The cells of its own place."""
    return solid_need(block, home(block, kit).cells, kit.grid.columns, kit)


PLANNING = Planning(
    free=None,
    takes=takes_none,
    guest=None,
    offer=offer,
    standing=None,
    places=place_alone,
    alike=always_alike,
    hold=None,
    need=need,
    need_placed=solid_need,
)
