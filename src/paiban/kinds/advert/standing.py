"""At which size an advert is drawn, and where in its room: at its own, or refused, unless it may be scaled.

A newspaper sells room by the millimetre, so the size of the file, that which was booked and that of the place have to
agree; what does not is told with all three.
"""

from __future__ import annotations

from collections.abc import Iterator

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Rect
from paiban.grid import Grid
from paiban.issue import Block
from paiban.kinds.advert.model import EDGE, NO_BLEED, Advert, Sides, Size
from paiban.language import Words
from paiban.makeup.frame.kind import PageKit
from paiban.picture import Mend, fitted
from paiban.units import PER_MM, Length, to_mm
from paiban.value import NamedTuple

TOLERANCE = PER_MM // 2
"""Sizes that differ by less are one size: files are cut to points, places to rows."""

MOST_OUT = PER_MM
"""By how much an advert may be wider than its columns at the most."""

WHITE_TOLD = 3 * PER_MM
"""White beside an advert from here on is told: the place is larger than what was sold."""

SIDES = {"left": 0, "centre": 1, "right": 2, "top": 0, "bottom": 2}
"""Where a name puts an advert on an axis, in halves of the white that is left."""


class Standing(NamedTuple):
    """Where an advert is drawn, what is to be said of it, the size that was booked, and how far it bleeds."""

    rect: Rect
    found: tuple[Diagnostic, ...] = ()
    booked: Size | None = None
    bleed: Sides = NO_BLEED


def stand(block: Block, room: Rect, page: Rect, kit: PageKit) -> Standing:
    """An advert in its ``room``; one that fills its whole page may take ``page``, the type area with the head."""
    advert: Advert = block.content
    booked = booked_size(advert, kit)
    if isinstance(booked, Diagnostic):
        return Standing(room, (booked,))
    standing = _stand(advert, booked, (room, page), kit)._replace(booked=booked)
    return _bled(advert, standing, kit) if advert.bleed and advert.is_pdf else standing


def _stand(advert: Advert, booked: Size | None, rooms: tuple[Rect, Rect], kit: PageKit) -> Standing:
    own, (room, page) = own_size(advert, booked, kit), rooms
    if isinstance(own, Diagnostic):  # told where adverts are judged
        return Standing(room)
    if own is None:
        return _image(advert, booked, room, kit)
    if not advert.scale:
        return _as_it_is(advert, own, booked, room if _holds(room, own, kit.grid) else page, kit)
    align = _align(advert, room, kit.grid)
    target = fitted(positioned(booked, room, align) if booked else room, own)
    told = () if abs(target.width - own[0]) < TOLERANCE else (_scaled(advert, own, target),)
    rect = positioned((target.width, target.height), room, align)
    return Standing(rect, (*told, *_white(advert, rect, room)))


def stands_out(grid: Grid) -> Length:
    """By how much an advert may be wider than the columns that it was sold as, which it shares between both sides: by a
    quarter of the white between two, so that no column beside it stays white for a hair's breadth."""
    return max(TOLERANCE, min(grid.gutter // 4, MOST_OUT))


def _as_it_is(advert: Advert, own: Size, booked: Size | None, room: Rect, kit: PageKit) -> Standing:
    """A page at its own size; refused where that is not what was booked, or finds no room."""
    found = []
    if booked is not None and not _same(own, booked):
        found.append(diagnose("P745", advert.words.span, path=advert.words.value, own=_mm(own), booked=_mm(booked)))
    if not _holds(room, own, kit.grid):
        if booked is None or not _holds(
            room, booked, kit.grid
        ):  # else the room is what was sold, and the file is to blame
            found.append(_too_small(advert, own, room, kit.grid))
        return Standing(fitted(room, own), tuple(found))
    rect = positioned(own, room, _align(advert, room, kit.grid))
    return Standing(rect, (*found, *_white(advert, rect, room)))


def _image(advert: Advert, booked: Size | None, room: Rect, kit: PageKit) -> Standing:
    """An image, which has a shape but no size of its own: the size that was booked, else its room."""
    info = kit.rack.picture(advert.file, advert.words)
    if isinstance(info, Diagnostic):
        return Standing(room)
    shape, align = (info.width_px, info.height_px), _align(advert, room, kit.grid)
    target = positioned(booked, room, align) if booked else room
    bleed = _beyond(target, kit.grid) if advert.bleed else NO_BLEED
    full = beyond(target, bleed)
    whole = fitted(full, shape)
    if booked is None:
        stands = _within(positioned((whole.width, whole.height), full, align), full, bleed)
        return stands._replace(found=tuple(_white(advert, stands.rect, room)))
    if not _holds(room, booked, kit.grid):
        return Standing(fitted(room, shape), (_too_small(advert, booked, room, kit.grid),))
    white = tuple(_white(advert, target, room))
    if advert.scale or _same((whole.width, whole.height), (full.width, full.height)):
        stands = _within(whole, full, bleed)
        return stands._replace(found=tuple(_white(advert, stands.rect, room)))
    whole = fitted(target, shape)
    if any(bleed) and _same((whole.width, whole.height), booked):
        words = {"path": advert.words.value, "has": "0.0", "wanted": f"{to_mm(max(bleed)):.1f}"}
        return Standing(whole, (*white, diagnose("P758", advert.words.span, **words)))
    words = {"path": advert.words.value, "booked": _mm((full.width, full.height)), "pixels": f"{shape[0]} × {shape[1]}"}
    return Standing(whole, (diagnose("P748", advert.words.span, **words),))


def _within(whole: Rect, full: Rect, bleed: Sides) -> Standing:
    """An image in its room with the bleed: what of it goes beyond the trim at the sides that it reaches."""
    left, top, right, foot = (
        side if abs(own - edge) <= TOLERANCE else 0 for side, own, edge in zip(bleed, whole, full, strict=True)
    )
    trim = Rect(whole.x0 + left, whole.y0 + top, whole.x1 - right, whole.y1 - foot)
    return Standing(trim, bleed=(left, top, right, foot))


def beyond(rect: Rect, bleed: Sides) -> Rect:
    """A rectangle with its bleed."""
    left, top, right, foot = bleed
    return Rect(rect.x0 - left, rect.y0 - top, rect.x1 + right, rect.y1 + foot)


def trim_of(grid: Grid) -> Rect:
    """The page's trim, the sheet without what is cut away."""
    sheet = grid.sheet
    return Rect(0, 0, sheet.x1 + sheet.x0, sheet.y1 + sheet.y0)


def _at(edges: Rect, rect: Rect) -> tuple[bool, ...]:
    """Whether a rectangle stands at these edges at left, top, right and foot."""
    return tuple(abs(own - edge) <= TOLERANCE for own, edge in zip(rect, edges, strict=True))


def _page_of(room: Rect, grid: Grid) -> Grid:
    """The page of a spread on which a room stands, all of it where it lies over the fold."""
    if room.x1 <= grid.fold_at:
        return grid.side(0)
    return grid.side(1) if room.x0 >= grid.fold_at else grid


def _align(advert: Advert, room: Rect, grid: Grid) -> str:
    """Where an advert stands in its room: one that bleeds at the trim, one of which nothing is said at the edge of the
    type area, so that adverts along the foot have one foot; each on an axis where its room reaches that once."""
    if not advert.bleed and advert.align != EDGE:
        return advert.align
    left, top, right, foot = _at(trim_of(grid) if advert.bleed else _page_of(room, grid).type_area(), room)
    reached = {"left": left > right, "right": right > left, "top": top > foot, "bottom": foot > top}
    return "-".join([*(side for side, holds in reached.items() if holds), advert.align])  # the first of an axis counts


def _beyond(rect: Rect, grid: Grid) -> Sides:
    """How far the sheet goes beyond a rectangle at the sides where that stands at the trim."""
    sheet, (left, top, right, foot) = grid.sheet, _at(trim_of(grid), rect)
    return (
        left * (rect.x0 - sheet.x0), top * (rect.y0 - sheet.y0),
        right * (sheet.x1 - rect.x1), foot * (sheet.y1 - rect.y1),
    )  # fmt: skip


def _bled(advert: Advert, standing: Standing, kit: PageKit) -> Standing:
    """A page of a PDF with what its file has beyond the trim; where it has too little that is told."""
    info = kit.rack.artwork(advert.file, advert.pdf_page or 1, Mend(standing.booked) if advert.mend else None)
    if isinstance(info, Diagnostic):
        return standing
    wanted = _beyond(standing.rect, kit.grid)
    bleed = [min(room, has * standing.rect.width // info.width) for room, has in zip(wanted, info.bleed, strict=True)]
    left, top, right, foot = bleed
    found = standing.found
    short = [has for room, has in zip(wanted, bleed, strict=True) if has < room - TOLERANCE]
    if short:
        words = {"path": advert.words.value, "has": f"{to_mm(min(short)):.1f}", "wanted": f"{to_mm(max(wanted)):.1f}"}
        found = (*found, diagnose("P758", advert.words.span, **words))
    return standing._replace(bleed=(left, top, right, foot), found=found)


def _scaled(advert: Advert, own: Size, target: Rect) -> Diagnostic:
    percent = f"{100 * target.width / own[0]:.1f}"
    size = _mm((target.width, target.height))
    return diagnose("P747", advert.words.span, path=advert.words.value, percent=percent, own=_mm(own), size=size)


def _too_small(advert: Advert, size: Size, room: Rect, grid: Grid) -> Diagnostic:
    """A place that has no room for an advert's size, with the rows and columns that it lacks."""
    rows = -(-(size[1] - room.height - TOLERANCE) // grid.leading)
    columns = -(-(size[0] - room.width - stands_out(grid)) // (grid.column + grid.gutter))
    zh = "、".join([f"加高 {rows} 行"] * (rows > 0) + [f"加宽 {columns} 栏"] * (columns > 0))
    en = " and ".join([f"{rows} rows taller"] * (rows > 0) + [f"{columns} columns wider"] * (columns > 0))
    words = {"path": advert.words.value, "own": _mm(size), "room": _mm((room.width, room.height))}
    return diagnose("P746", advert.words.span, larger=Words(zh, en), **words)


def _white(advert: Advert, rect: Rect, room: Rect) -> Iterator[Diagnostic]:
    across, down = room.width - rect.width, room.height - rect.height
    if max(across, down) >= WHITE_TOLD:
        words = {
            "path": advert.words.value,
            "own": _mm((rect.width, rect.height)),
            "room": _mm((room.width, room.height)),
        }
        yield diagnose("P749", advert.words.span, **words)


def booked_size(advert: Advert, kit: PageKit) -> Size | Diagnostic | None:
    """What was booked, in lengths; None where nothing was said."""
    if not isinstance(advert.size, str):
        return advert.size
    sizes = kit.template.adverts
    known = "、".join(f"{name}（{_mm(size)} mm）" for name, size in sizes.items()) or "—"
    found = sizes.get(advert.size)
    return found or diagnose("P739", advert.words.span, size=advert.size, template=kit.template.name, known=known)


def own_size(advert: Advert, booked: Size | None, kit: PageKit) -> Size | Diagnostic | None:
    """How large a page of a PDF is cut; None for an image, whose pixels are of no size."""
    if not advert.is_pdf:
        return None
    info = kit.rack.artwork(advert.file, advert.pdf_page or 1, Mend(booked) if advert.mend else None)
    return info if isinstance(info, Diagnostic) else (info.width, info.height)


def positioned(size: Size, room: Rect, align: str) -> Rect:
    """A rectangle of a size in ``room``, where ``align`` says; one that is wider stands out as far at either side."""
    across = next((SIDES[word] for word in align.split("-") if word in ("left", "right")), 1)
    down = next((SIDES[word] for word in align.split("-") if word in ("top", "bottom")), 1)
    spare = room.width - size[0]
    x = room.x0 + spare * (across if spare > 0 else 1) // 2
    y = room.y0 + (room.height - size[1]) * down // 2
    return Rect(x, y, x + size[0], y + size[1])


def _same(one: Size, other: Size) -> bool:
    return all(abs(a - b) <= TOLERANCE for a, b in zip(one, other, strict=True))


def _holds(room: Rect, size: Size, grid: Grid) -> bool:
    return size[0] <= room.width + stands_out(grid) and size[1] <= room.height + TOLERANCE


def _mm(size: tuple[Length, Length]) -> str:
    return f"{to_mm(size[0]):.1f} × {to_mm(size[1]):.1f}"
