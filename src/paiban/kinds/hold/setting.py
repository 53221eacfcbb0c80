"""Room held open in its place: it forbids the press until a story stands there."""

from __future__ import annotations

from paiban.diagnostic import diagnose
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.hold.model import Hold
from paiban.makeup.frame.kind import PageKit, SetBlock, Site
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.surround import PLAIN


def place(block: Block, site: Site, _kit: PageKit, traits: Traits) -> SetBlock:
    """Keep the room; a place with fewer lines than were asked for is told."""
    hold: Hold = block.content
    found = [diagnose("P560", block.span, block=block.id, lines=hold.lines)]
    room = lines_in(site.place)
    if room < hold.lines:
        found.append(diagnose("P561", block.span, block=block.id, lines=hold.lines, room=room))
    return Placed(block, traits, site.place, PLAIN.white(site.place.row)), found


def lines_in(place: GridRect) -> int:
    """The lines of one column that a place has, below the white at its head."""
    return (place.rows - PLAIN.white(place.row)) * place.columns
