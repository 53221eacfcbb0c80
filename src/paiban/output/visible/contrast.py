"""No type in a colour that cannot be told from what is under it.

How light ink looks on paper is reckoned from the light that each solid ink sends back, and from how much the dots of a
tint grow in print. That is rough, and enough: what it calls invisible nobody reads, what people read it lets pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from paiban.diagnostic import Diagnostic
from paiban.display import BLACK, PAPER, Colour, Path, Rect
from paiban.output.visible.ink import GlyphInk, shares
from paiban.output.visible.places import strays
from paiban.output.visible.sight import InkedLine, Painted, Sight, Unreadable, told

LIGHT = (0.25, 0.2, 0.8, 0.05)
"""The share of light that a solid of C, M, Y, K sends back from newsprint, its white taken as 1."""

GAIN = 0.26
"""How much a tint of one half grows on newsprint (ISO 12647-3)."""

LEAST_RATIO = 1.5
"""Two lights as near as this, 0.05 of stray light added to both, cannot be told apart at the size of type."""

WEAK_RATIO = 2.5
"""Type on a picture asks for more: what is under it is not even."""

STRAY_LIGHT = 0.05

MOST_SHARE = 1 / 3
"""A glyph over a picture is lost if more of its places than this share are as light as the glyph."""


def faint_type(sight: Sight) -> Iterator[Diagnostic]:
    """Type that cannot be told from the tint, the picture or the paper under it."""
    yield from told("P717", faint(sight))


def faint(sight: Sight) -> Iterator[Unreadable]:
    """Where type is too like what is under it; what stands out of its place is told as that."""
    found = list(_like_their_ground(sight))
    elsewhere = {inked.order for inked, _ in strays(sight)} if found else set()
    yield from (fault for fault in found if fault.inked.order not in elsewhere)


def _like_their_ground(sight: Sight) -> Iterator[Unreadable]:
    grounds = [paint for paint in sight.paints if paint.kind in ("area", "picture") or _is_contour(paint)]
    for block, inks in sight.lines.items():
        near = [paint for paint in grounds if shares(paint.rect, sight.bounds[block])]
        if not near and _all_told_apart(inks, PAPER):
            continue
        for inked in inks:
            under = [paint for paint in near if paint.order < inked.order and shares(paint.rect, inked.ink.rect)]
            ground = _whole_ground(inked, under)
            if ground is None or not _all_told_apart((inked,), ground):
                lost = tuple(glyph for glyph in sight.reader.glyphs(inked.line) if _is_lost(glyph, under, sight))
                if lost:
                    yield Unreadable(inked, lost)


def weak_type(sight: Sight) -> Iterator[Diagnostic]:
    """Type on a picture that can be made out there, but not well."""
    pictures = [paint for paint in sight.paints if paint.kind == "picture"]
    if pictures:
        yield from told("P731", weak(sight, pictures))


def weak(sight: Sight, pictures: Sequence[Painted]) -> Iterator[Unreadable]:
    """Where type on a picture is not told from it well; what cannot be told from it at all is told as that."""
    found = list(_near_their_picture(sight, pictures))
    faint_already = {fault.inked.order for fault in faint(sight)} if found else set()
    yield from (fault for fault in found if fault.inked.order not in faint_already)


def _near_their_picture(sight: Sight, pictures: Sequence[Painted]) -> Iterator[Unreadable]:
    for block, inks in sight.lines.items():
        near = [paint for paint in pictures if shares(paint.rect, sight.bounds[block])]
        for inked in inks if near else ():
            if any(paint.order < inked.order and shares(paint.rect, inked.ink.rect) for paint in near):
                under = [p for p in sight.paints if p.order < inked.order and shares(p.rect, inked.ink.rect)]
                glyphs = tuple(glyph for glyph in sight.reader.glyphs(inked.line) if _is_weak(glyph, under, sight))
                if glyphs:
                    yield Unreadable(inked, glyphs)


def _is_weak(glyph: GlyphInk, under: Sequence[Painted], sight: Sight) -> bool:
    """Whether a glyph stands on a picture, with no contour or tint between, and not well apart from it."""
    return _weak_share(glyph, under, sight) > MOST_SHARE


def _weak_share(glyph: GlyphInk, under: Sequence[Painted], sight: Sight) -> float:
    """How much of a glyph is not well apart from the picture that it stands on with no contour or tint between."""
    for paint in reversed(under):
        if paint.kind == "picture" and shares(paint.rect, glyph.rect):
            return _share_lost(glyph, paint, sight, WEAK_RATIO)
        if (_is_contour(paint) or paint.kind == "area") and _fills(paint.rect, glyph.rect):
            return 0
    return 0


def shares_lost(sight: Sight) -> dict[str, float]:
    """By block: how much of a letter is not well told from a picture, where that is most; above ``MOST_SHARE`` it is
    told as weak."""
    return {
        block: max(
            (
                _weak_share(glyph, [p for p in sight.paints if p.order < inked.order], sight)
                for inked in inks
                for glyph in sight.reader.glyphs(inked.line)
            ),
            default=0,
        )
        for block, inks in sight.lines.items()
    }


def _whole_ground(inked: InkedLine, under: Sequence[Painted]) -> Colour | None:
    """The one colour that all of a line stands on, None where there are several or a picture."""
    if not under:
        return PAPER
    return under[-1].fill if _fills(under[-1].rect, inked.ink.rect) else None


def _all_told_apart(inks: Iterable[InkedLine], ground: Colour) -> bool:
    """Whether all type of some lines can be seen on one colour."""
    return all(told_apart(colour, ground) for colour in {run.colour for inked in inks for run in inked.line.runs})


def _is_lost(glyph: GlyphInk, under: Sequence[Painted], sight: Sight) -> bool:
    """Whether any of what lies under a glyph is too like it: from the top down, until something fills all of it."""
    colour = glyph.run.colour
    for paint in reversed(under):
        if not shares(paint.rect, glyph.rect):
            continue
        if _is_contour(paint):
            if _fills(paint.rect, glyph.rect) and told_apart(colour, paint.source.fill):
                return False
            continue
        if paint.fill is None:
            return _lost_on_picture(glyph, paint, sight)
        if not told_apart(colour, paint.fill):
            return True
        if _fills(paint.rect, glyph.rect):
            return False
    return not told_apart(colour, PAPER)


def _is_contour(paint: Painted) -> bool:
    """Whether something painted is the contour (勾边) of a letter, which shows it whatever lies under both."""
    return isinstance(paint.source, Path) and bool(paint.source.weight)


def _fills(outer: Rect, inner: Rect) -> bool:
    return outer.x0 <= inner.x0 and outer.y0 <= inner.y0 and outer.x1 >= inner.x1 and outer.y1 >= inner.y1


@lru_cache(maxsize=4096)
def told_apart(colour: Colour, under: Colour, least: float = LEAST_RATIO) -> bool:
    """Whether type of a colour can be seen on another. Solid black overprints: what is under it shows through.

    ``least`` is how many times as much light the lighter of the two sends back.

    >>> told_apart(BLACK, Colour(0, 0, 0, 20)), told_apart(BLACK, Colour(0, 0, 0, 90)), told_apart(PAPER, PAPER)
    (True, False, False)
    """
    printed = under._replace(k=100) if colour == BLACK else colour
    one, other = light(printed) + STRAY_LIGHT, light(under) + STRAY_LIGHT
    return max(one, other) >= least * min(one, other)


def light(colour: Colour) -> float:
    """How much light an ink sends back, 1 for bare paper.

    >>> round(light(PAPER), 2), round(light(BLACK), 2)
    (1.0, 0.05)
    """
    sent = 1.0
    for percent, solid in zip(colour, LIGHT, strict=True):
        covered = percent / 100
        covered += GAIN * 4 * covered * (1 - covered)
        sent *= 1 - covered + covered * solid
    return sent


def _lost_on_picture(glyph: GlyphInk, paint: Painted, sight: Sight) -> bool:
    """Whether a glyph is nearly as light as much of the picture or advert under it."""
    return _share_lost(glyph, paint, sight, LEAST_RATIO) > MOST_SHARE


def _share_lost(glyph: GlyphInk, paint: Painted, sight: Sight, least: float) -> float:
    """In how much of a glyph's places it is nearly as light as the picture or advert under it."""
    seen = [told_apart(glyph.run.colour, colour, least) for colour in sight.pictures.under(paint.source, glyph.rect)]
    return seen.count(False) / max(1, len(seen))
