"""Pictures that are part of a story: the author's portrait (作者照) at its copy's begin, a logo (题标) by its head."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.diagnostic import Diagnostic
from paiban.display import Rect
from paiban.kinds.story.model import Art, Story
from paiban.makeup.frame.fit import CopyArea
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.model import Placed, PlacedHead
from paiban.picture import PictureInfo
from paiban.units import Length
from paiban.value import NamedTuple

PORTRAIT_EM = 4, 7
"""A portrait is so many em of the body wide, as its leg leaves room beside it, and as high as its shape has it."""

LEAST_BESIDE_EM = 6
"""What a portrait leaves of its leg, the white between included, where that is wide enough."""

LOGO_ROWS = 4
"""A logo is as high as so many rows, or as the head is if that is less."""


class SetArt(NamedTuple):
    """A picture of a story in its place."""

    art: Art
    rect: Rect


def info_of(art: Art, kit: PageKit) -> PictureInfo | None:
    """What is known of a picture; None where it cannot be used."""
    info = kit.rack.picture(art.file, art.words)
    return None if isinstance(info, Diagnostic) else info


def faults(story: Story, kit: PageKit) -> Iterator[Diagnostic]:
    """Why a story's pictures cannot be used."""
    for art in (story.portrait, story.logo):
        info = kit.rack.picture(art.file, art.words) if art is not None else None
        if isinstance(info, Diagnostic):
            yield info


def portrait_size(art: Art, measure: Length, vertical: bool, kit: PageKit) -> tuple[Length, Length]:
    """How wide and high a portrait is in a leg; nothing where it cannot be used."""
    least, most = (em * kit.grid.size for em in PORTRAIT_EM)
    info = info_of(art, kit)
    if info is None:
        return 0, 0
    along = max(least, min(most, measure - LEAST_BESIDE_EM * kit.grid.size))
    if vertical:
        return along * info.width_px // info.height_px, along
    return along, along * info.height_px // info.width_px


def with_portrait(room: CopyArea, story: Story, kit: PageKit) -> CopyArea:
    """The room of a story's copy without what its portrait takes at the copy's begin."""
    measure = room.parts[0][1] if room.parts else room.measure
    opening = portrait_opening(story, measure, kit)
    return room._replace(opening=opening) if opening[1] else room


def portrait_opening(story: Story, measure: Length, kit: PageKit) -> tuple[Length, int]:
    """What a story's portrait takes at the begin of a leg, the white beside it included, and of how many rows."""
    assert story.portrait is not None
    width, height = portrait_size(story.portrait, measure, story.vertical, kit)
    if not width:
        return 0, 0
    across, along = (width, height) if story.vertical else (height, width)
    leading, step = kit.grid.leading, story.copy_rows
    return along + kit.setter.length("wrap_gap"), -(-(across + leading // 2) // (leading * step)) * step


def logo_room(story: Story, upright: bool, kit: PageKit) -> tuple[Length, Length]:
    """What a story's logo takes along the lines of its head, which are ``upright`` or not, and across them; nothing
    where it has none that can be used."""
    info, across = info_of(story.logo, kit) if story.logo is not None else None, LOGO_ROWS * kit.grid.leading
    if info is None:
        return 0, 0
    shape = info.height_px / info.width_px if upright else info.width_px / info.height_px
    return round(across * shape), across


def set_art(placed: Placed, room: CopyArea, row: int, kit: PageKit) -> tuple[SetArt, ...]:
    """The pictures of a story that was set in a room, its copy beginning in a ``row``."""
    story: Story = placed.block.content
    found = []
    if story.portrait is not None and room.opening[1]:
        found.append(SetArt(story.portrait, portrait_rect(story.portrait, placed, room, row, kit)))
    found += set_logo(placed, kit)
    return tuple(found)


def portrait_rect(art: Art, placed: Placed, room: CopyArea, row: int, kit: PageKit) -> Rect:
    """Where a portrait stands: at the begin of the first leg, level with its type."""
    grid, frame = kit.grid, kit.grid.frame(placed.place)
    start, measure = room.parts[0] if room.parts else (room.start, room.measure)
    width, height = portrait_size(art, measure, placed.vertical, kit)
    if placed.vertical:
        right = frame.x1 - placed.inset - row * grid.leading - (grid.leading - grid.size) // 2
        return Rect(right - width, frame.y0 + start, right, frame.y0 + start + height)
    left, top = frame.x0 + start, grid.face_top(placed.place.row + row)
    return Rect(left, top, left + width, top + height)


def set_logo(placed: Placed, kit: PageKit) -> tuple[SetArt, ...]:
    """The logo of a story that was set, if it has one."""
    story: Story = placed.block.content
    if story.logo is None or placed.head is None or not logo_room(story, False, kit)[0]:
        return ()
    return (SetArt(story.logo, logo_rect(placed, placed.head, kit)),)


def logo_rect(placed: Placed, head: PlacedHead, kit: PageKit) -> Rect:
    """Where a logo stands: before the lines of its head, in the middle of what they take across; over a 竖题, in the
    middle of its strip."""
    story, frame = placed.block.content, kit.grid.frame(placed.place)
    along, across = logo_room(story, head.head.vertical, kit)
    if head.head.vertical and not placed.vertical:
        wide = min(across, head.inline_extent)
        high = along * wide // across
        left = frame.x0 + head.inline + (head.inline_extent - wide) // 2
        top = kit.grid.face_top(placed.place.row) + head.block - along - kit.grid.gutter
        return Rect(left, top, left + wide, top + high)
    high = min(across, head.block_extent - kit.setter.length("head_foot"))
    long = along * high // across
    begin = head.inline - kit.grid.gutter - along
    middle = head.block + (head.block_extent - high) // 2
    if placed.vertical:
        right = frame.x1 - placed.inset - middle
        return Rect(right - high, frame.y0 + begin, right, frame.y0 + begin + long)
    left, top = frame.x0 + begin, frame.y0 + middle
    return Rect(left, top, left + long, top + high)
