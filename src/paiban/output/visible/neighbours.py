"""No type over type: neighbours on a line keep their ink apart."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.diagnostic import Diagnostic
from paiban.output.visible.ink import GlyphInk
from paiban.output.visible.sight import Sight, Unreadable, told

JOINED = frozenset("—…―─-–_~～·.")
"""Marks whose own pairs make one stroke or one row: their ink may meet."""


def type_over_type(sight: Sight) -> Iterator[Diagnostic]:
    """Neighbours whose outlines lie over one another by more than a fiftieth of an em."""
    yield from told("P713", _overlaps(sight))


def _overlaps(sight: Sight) -> Iterator[Unreadable]:
    for inks in sight.lines.values():
        for inked in inks:
            for one, other in inked.ink.near:
                if not _joined(one, other) and not sight.reader.kerned(one, other):
                    yield Unreadable(inked, (one, other))


def _joined(one: GlyphInk, other: GlyphInk) -> bool:
    text = one.run.texts[one.number]
    return text in JOINED and text == other.run.texts[other.number]
