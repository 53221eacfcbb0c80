"""No type under something else, and no line through type."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.diagnostic import Diagnostic
from paiban.output.visible.sight import NAMES, Painted, Sight, Unreadable, told

AREAS = ("area", "picture", "ornament")
"""What hides the type that was painted before it."""

STROKES = ("line", "border")
"""What may not touch type at all, whichever of the two was painted first."""


def covered_type(sight: Sight) -> Iterator[Diagnostic]:
    """Type on which a tint, a picture or an ornament was painted later."""
    yield from told("P715", covered(sight))


def covered(sight: Sight) -> Iterator[Unreadable]:
    """Where type lies under something that was painted later."""
    for paint in sight.paints:
        if paint.kind in AREAS:
            yield from _touched(paint, sight, later=True)


def crossed_type(sight: Sight) -> Iterator[Diagnostic]:
    """Type that a rule or a border runs through."""
    strokes = (paint for paint in sight.paints if paint.kind in STROKES)
    yield from told("P716", (found for paint in strokes for found in _touched(paint, sight)))


def _touched(paint: Painted, sight: Sight, later: bool = False) -> Iterator[Unreadable]:
    """The lines whose glyphs a paint touches; with ``later`` only those that were painted before it."""
    for inked in sight.touched(paint.rect):
        if not later or inked.order < paint.order:
            glyphs = tuple(sight.glyphs(inked, paint.rect))
            if glyphs:
                yield Unreadable(inked, glyphs, {"what": NAMES[paint.kind]})
