"""At which size an advert is drawn, and where in its room: at its own, or refused, unless it may be scaled.

A newspaper sells room by the millimetre, so the size of the file, that which was booked and that of the place have to
agree; what does not is told with all three.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Rect
from paiban.issue import Block
from paiban.kinds.advert.model import Advert, Size
from paiban.makeup.frame.kind import Maker
from paiban.picture import Mend, fitted
from paiban.units import PER_MM, Length, to_mm

TOLERANCE = PER_MM // 2
"""Sizes that differ by less are one size: files are cut to points, places to rows."""

WHITE_TOLD = 3 * PER_MM
"""White beside an advert from here on is told: the place is larger than what was sold."""

SIDES = {"left": 0, "centre": 1, "right": 2, "top": 0, "bottom": 2}
"""Where a name puts an advert on an axis, in halves of the white that is left."""


class Standing(NamedTuple):
    """Where an advert is drawn, what is to be said of it, and the size that was booked."""

    rect: Rect
    found: tuple[Diagnostic, ...] = ()
    booked: Size | None = None


def stand(block: Block, room: Rect, page: Rect, maker: Maker) -> Standing:
    """An advert in its ``room``; one that fills its whole page may take ``page``, the type area with the head."""
    advert: Advert = block.content
    booked = booked_size(advert, maker)
    if isinstance(booked, Diagnostic):
        return Standing(room, (booked,))
    return _stand(advert, booked, (room, page), maker)._replace(booked=booked)


def _stand(advert: Advert, booked: Size | None, rooms: tuple[Rect, Rect], maker: Maker) -> Standing:
    own, (room, page) = own_size(advert, booked, maker), rooms
    if isinstance(own, Diagnostic):  # told where adverts are judged
        return Standing(room)
    if own is None:
        return _image(advert, booked, room, maker)
    if not advert.scale:
        return _as_it_is(advert, own, booked, room if _holds(room, own) else page)
    target = fitted(positioned(booked, room, advert.align) if booked else room, own)
    told = () if abs(target.width - own[0]) < TOLERANCE else (_scaled(advert, own, target),)
    return Standing(positioned((target.width, target.height), room, advert.align), told)


def _as_it_is(advert: Advert, own: Size, booked: Size | None, room: Rect) -> Standing:
    """A page at its own size; refused where that is not what was booked, or finds no room."""
    found = []
    if booked is not None and not _same(own, booked):
        found.append(diagnose("P745", advert.words.span, path=advert.words.value, own=_mm(own), booked=_mm(booked)))
    if not _holds(room, own):
        size = (room.width, room.height)
        found.append(diagnose("P746", advert.words.span, path=advert.words.value, own=_mm(own), room=_mm(size)))
        return Standing(fitted(room, own), tuple(found))
    rect = positioned(own, room, advert.align)
    return Standing(rect, (*found, *_white(advert, rect, room)))


def _image(advert: Advert, booked: Size | None, room: Rect, maker: Maker) -> Standing:
    """An image, which has a shape but no size of its own: the size that was booked, else its room."""
    info = maker.rack.picture(advert.file, advert.words)
    if isinstance(info, Diagnostic):
        return Standing(room)
    shape = info.width_px, info.height_px
    if booked is None:
        whole = fitted(room, shape)
        return Standing(positioned((whole.width, whole.height), room, advert.align))
    target = positioned(booked, room, advert.align)
    whole = fitted(target, shape)
    if not advert.scale and not _same((whole.width, whole.height), booked):
        pixels = f"{shape[0]} × {shape[1]}"
        words = {"path": advert.words.value, "booked": _mm(booked), "pixels": pixels}
        return Standing(whole, (diagnose("P748", advert.words.span, **words),))
    if not _holds(room, booked):
        size = (room.width, room.height)
        words = {"path": advert.words.value, "own": _mm(booked), "room": _mm(size)}
        return Standing(fitted(room, shape), (diagnose("P746", advert.words.span, **words),))
    return Standing(whole, tuple(_white(advert, whole, room)))


def _scaled(advert: Advert, own: Size, target: Rect) -> Diagnostic:
    percent = f"{100 * target.width / own[0]:.1f}"
    size = _mm((target.width, target.height))
    return diagnose("P747", advert.words.span, path=advert.words.value, percent=percent, own=_mm(own), size=size)


def _white(advert: Advert, rect: Rect, room: Rect) -> Iterator[Diagnostic]:
    across, down = room.width - rect.width, room.height - rect.height
    if max(across, down) >= WHITE_TOLD:
        words = {
            "path": advert.words.value,
            "own": _mm((rect.width, rect.height)),
            "room": _mm((room.width, room.height)),
        }
        yield diagnose("P749", advert.words.span, **words)


def booked_size(advert: Advert, maker: Maker) -> Size | Diagnostic | None:
    """What was booked, in lengths; None where nothing was said."""
    if not isinstance(advert.size, str):
        return advert.size
    sizes = maker.template.adverts
    known = "、".join(f"{name}（{_mm(size)} mm）" for name, size in sizes.items()) or "—"
    found = sizes.get(advert.size)
    return found or diagnose("P739", advert.words.span, size=advert.size, template=maker.template.name, known=known)


def own_size(advert: Advert, booked: Size | None, maker: Maker) -> Size | Diagnostic | None:
    """How large a page of a PDF is cut; None for an image, whose pixels are of no size."""
    if not advert.is_pdf:
        return None
    info = maker.rack.artwork(advert.file, advert.pdf_page or 1, Mend(booked) if advert.mend else None)
    return info if isinstance(info, Diagnostic) else (info.width, info.height)


def positioned(size: Size, room: Rect, align: str) -> Rect:
    """A rectangle of a size in ``room``, where ``align`` says."""
    across = next((SIDES[word] for word in align.split("-") if word in ("left", "right")), 1)
    down = next((SIDES[word] for word in align.split("-") if word in ("top", "bottom")), 1)
    x = room.x0 + (room.width - size[0]) * across // 2
    y = room.y0 + (room.height - size[1]) * down // 2
    return Rect(x, y, x + size[0], y + size[1])


def _same(one: Size, other: Size) -> bool:
    return all(abs(a - b) <= TOLERANCE for a, b in zip(one, other, strict=True))


def _holds(room: Rect, size: Size) -> bool:
    return size[0] <= room.width + TOLERANCE and size[1] <= room.height + TOLERANCE


def _mm(size: tuple[Length, Length]) -> str:
    return f"{to_mm(size[0]):.1f} × {to_mm(size[1]):.1f}"
