"""The lines of a page that cannot be read there: a draft shows them beside it."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.display import Line, Page, Rect
from paiban.font import FontCatalogue
from paiban.output.visible.contrast import faint
from paiban.output.visible.cover import covered
from paiban.output.visible.ink import InkReader, shares
from paiban.output.visible.sampled import PictureInk
from paiban.output.visible.sight import InkedLine, Sight, sight_of
from paiban.template import Press


def hidden_lines(page: Page, catalogue: FontCatalogue, press: Press) -> tuple[Line, ...]:
    """The lines of blocks that lie under something, are too faint, stand off the trim or where another block stands."""
    reader = InkReader(catalogue)
    reader.learn((page,))
    sight = sight_of(page, reader, PictureInk(press))
    hidden = {inked.order: inked.line for inked in _hidden(sight) if inked.line.block}
    return tuple(hidden[order] for order in sorted(hidden))


def _hidden(sight: Sight) -> Iterator[InkedLine]:
    yield from (fault.inked for fault in covered(sight))
    yield from (fault.inked for fault in faint(sight))
    frames, trim = sight.frames.values(), Rect(0, 0, sight.page.width, sight.page.height)
    for block, inks in sight.lines.items():
        own = {block, sight.frames[block].host if block in sight.frames else ""}
        others = [
            f.rect for f in frames if f.block not in own and f.host != block and shares(f.rect, sight.bounds[block])
        ]
        for inked in inks:
            ink = inked.ink.rect
            inside = shares(ink, trim) and (min(ink.x0, ink.y0) >= 0 and ink.x1 <= trim.x1 and ink.y1 <= trim.y1)
            if not inside or any(shares(ink, other) for other in others):
                yield inked
