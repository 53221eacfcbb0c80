"""The kinds of block, each with everything about it in a folder of its own.

A kind says to every stage what that stage has to know of its blocks, by one value a stage (``issue.kind`` …); the
stages know these values, never the kinds. ``KINDS`` is the register: whoever runs the line hands it down, so a kind is
added by a folder and one word here.
"""

from __future__ import annotations

from paiban.kinds.advert import ADVERT
from paiban.kinds.briefs import BRIEFS
from paiban.kinds.classifieds import CLASSIFIEDS
from paiban.kinds.hold import HOLD
from paiban.kinds.index import INDEX
from paiban.kinds.nameplate import NAMEPLATE
from paiban.kinds.names import NAMES
from paiban.kinds.picture import PICTURE
from paiban.kinds.qr import QR
from paiban.kinds.register import BlockKind, Kinds, registered
from paiban.kinds.story import STORY
from paiban.kinds.table import TABLE

__all__ = ["KINDS", "BlockKind", "Kinds", "registered"]

KINDS = registered(STORY, BRIEFS, PICTURE, TABLE, NAMES, ADVERT, NAMEPLATE, QR, INDEX, CLASSIFIEDS, HOLD)
"""Every kind of block that a page may hold, in the order in which the documentation tells of them."""
