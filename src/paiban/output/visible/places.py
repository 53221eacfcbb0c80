"""Everything in its place: type in its frame, its bar or on the page; lines and pictures off the places of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Artwork, Picture, Rect
from paiban.language import Words
from paiban.output.visible.ink import shares
from paiban.output.visible.sight import NAMES, InkedLine, Painted, Sight, Unreadable, thickness, told
from paiban.span import Span
from paiban.units import PER_PT, Length

OVERHANG = 20
"""How far the ink of type may stand beyond its place, in thousandths of its size: some glyphs reach out of their em."""

HUNG = frozenset("，。、．；：！？”’」』）》,.;:!?-")
"""Marks that may hang beyond the end of their measure (clreq: hanging punctuation)."""

NEAR = PER_PT
"""How far a line or a picture may reach into another block's place: a rule that stands on its very edge."""

HOMES = {
    "frame": Words("自己的位置", "its place"),
    "area": Words("底色", "the tint that it stands on"),
    "trim": Words("版面", "the page"),
}

OF_THE_PAGE = Words("版面", "the page")
"""Whose lines are that belong to no block: its furniture's."""


def stray_type(sight: Sight) -> Iterator[Diagnostic]:
    """Type beyond the tint or bar that its copy begins on, beyond its block's frame, beyond the trim."""
    yield from told("P714", (Unreadable(inked, (), {"home": HOMES[home]}) for inked, home in strays(sight)))


Home = tuple[str, Rect]
"""Where type must stand: what kind of place, and its rectangle."""


def strays(sight: Sight) -> Iterator[tuple[InkedLine, str]]:
    """The lines that stand out of their place, and of what kind that is."""
    tinted = {paint.block for paint in sight.paints if paint.kind == "area"}
    for block, inks in sight.lines.items():
        areas = _areas(block, sight) if block in tinted else []
        if areas or not _holds(_frame_of(block, sight)[1], sight.bounds[block]):
            homes: dict[int, Home] = {}
            for inked in inks:
                copy = id(inked.line.copy)
                if copy not in homes:
                    homes[copy] = home_of(inked, areas, sight)
                if not _inside(inked, homes[copy][1]):
                    yield inked, homes[copy][0]


def _areas(block: str, sight: Sight) -> list[Painted]:
    """The tints and bars of a block on which copy may stand; what a single run stands on is none."""
    areas = (paint for paint in sight.paints if paint.kind == "area" and paint.block == block)
    return [paint for paint in areas if not paint.source.ground]


def home_of(first: InkedLine, areas: Sequence[Painted], sight: Sight) -> Home:
    """Where the lines of a copy must stand. ``areas`` are the tints and bars of its block.

    The ``first`` of them says which: a label that runs over belongs on its bar with all of it.
    """
    begin = next(iter(sight.reader.glyphs(first.line)), None) if areas else None
    for paint in reversed(areas):
        if begin is not None and paint.order < first.order and _holds(paint.rect, begin.rect):
            return "area", paint.rect
    return _frame_of(first.line.block, sight)


def _frame_of(block: str, sight: Sight) -> Home:
    frame = sight.frames.get(block)
    return ("frame", frame.rect) if frame else ("trim", Rect(0, 0, sight.page.width, sight.page.height))


def _inside(inked: InkedLine, home: Rect) -> bool:
    """Whether a line's ink stands in a rectangle, but for what a glyph may reach out and a mark may hang."""
    line, ink = inked.line, inked.ink.rect
    size = max([run.size for run in line.body] or [0])
    spare = size * OVERHANG // 1000
    hung = size // 2 if line.end and line.copy.value[line.end - 1 : line.end] in HUNG else 0
    along, across = (0, hung) if line.vertical else (hung, 0)
    beside = size if line.notes or line.decorations else 0
    return _holds(
        home, Rect(ink.x0 + beside, ink.y0 + beside, ink.x1 - along - beside, ink.y1 - across - beside), spare
    )


def _holds(outer: Rect, inner: Rect, spare: Length = 0) -> bool:
    return (
        inner.x0 >= outer.x0 - spare
        and inner.y0 >= outer.y0 - spare
        and inner.x1 <= outer.x1 + spare
        and inner.y1 <= outer.y1 + spare
    )


def intruders(sight: Sight) -> Iterator[Diagnostic]:
    """Lines and pictures that reach into the frame of a block that they have nothing to do with."""
    told_of: set[tuple[str, str]] = set()
    for paint in sight.paints:
        for other, rect in _foreign(paint, sight):
            if shares(paint.rect, rect, min(NEAR, *thickness(paint.rect))) and (paint.block, other) not in told_of:
                told_of.add((paint.block, other))
                name = Words(f"“{paint.block}”", f"“{paint.block}”") if paint.block else OF_THE_PAGE
                what = NAMES[paint.kind]
                yield diagnose("P718", _span(paint, other, sight), name=name, other=other, what=what)


def _foreign(paint: Painted, sight: Sight) -> Iterator[tuple[str, Rect]]:
    """What a paint must keep off: the frames that its own block's frame does not meet; for furniture, the pictures.

    What stands inside its own frame reaches into none of those.
    """
    own = sight.frames.get(paint.block)
    if own is not None and not _holds(own.rect, paint.rect):
        yield from ((f.block, f.rect) for f in sight.frames.values() if f is not own and not shares(f.rect, own.rect))
    if own is None and not paint.block:
        yield from ((other.block, other.rect) for other in sight.paints if other.kind == "picture")


def _span(paint: Painted, other: str, sight: Sight) -> Span | None:
    """Where the block of a paint stands in the issue file, or the block that it reaches into."""
    if isinstance(paint.source, Picture | Artwork):
        return paint.source.span
    lines = sight.lines.get(paint.block or other) or sight.lines.get(other)
    return lines[0].line.copy.at(lines[0].line.start) if lines else None
