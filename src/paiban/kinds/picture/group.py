"""组图: several pictures in one place, those of a row at one height, with one caption or one each."""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt

from paiban.display import Rect
from paiban.issue import Block
from paiban.kinds.picture.cutting import clip_of
from paiban.kinds.picture.model import WHOLE, CaptionStand, PartCaption, PictureContent, SetPart, Shown, shown_whole
from paiban.makeup.frame.kind import PageKit
from paiban.picture import Crop, PictureInfo, crop_for
from paiban.text import LineRange, Prepared, break_caption, prepare
from paiban.units import Length
from paiban.value import NamedTuple

LEAST_HEIGHT_EM = 3
"""A row of a group is no lower, in em of the body."""


class GroupRow(NamedTuple):
    """A row of a group as wide as its room: which pictures, from ``first`` on, their widths, their natural height, and
    what their captions take below it."""

    first: int
    widths: tuple[Length, ...]
    height: Length
    below: Length


def arranged(
    block: Block, infos: Sequence[PictureInfo], room: Rect, kit: PageKit
) -> tuple[Rect, tuple[SetPart, ...], tuple[PartCaption, ...]] | None:
    """The pictures of a group in their room, each cropped alike to fill it, or all of them shown whole."""
    picture: PictureContent = block.content
    rows = chosen_rows(block, infos, room, kit)
    share = row_share(rows, room.height, kit)
    if min(row.height for row in rows) * share < LEAST_HEIGHT_EM * kit.grid.size:
        return None
    whole = shown_whole(picture, infos)
    parts: list[SetPart] = []
    notes: list[PartCaption] = []
    y, gap = room.y0, kit.setter.length("group_gap")
    for row in rows:
        height = round(row.height * (min(1.0, share) if whole else share))
        x = room.x0
        if whole and share < 1:
            x += (room.width - sum(round(width * share) for width in row.widths) - gap * (len(row.widths) - 1)) // 2
        for index, width in enumerate(row.widths, row.first):
            across = round(width * share) if whole and share < 1 else width
            rect = Rect(x, y, x + across, y + height)
            parts.append(set_part(picture, picture.shown[index], infos[index], rect, whole, kit))
            notes += part_caption(block, index, rect, kit)
            x += across + gap
        y += height + row.below + gap
    return Rect(room.x0, room.y0, room.x1, y - gap), tuple(parts), tuple(notes)


def set_part(
    picture: PictureContent, shown: Shown, info: PictureInfo, rect: Rect, whole: bool, kit: PageKit
) -> SetPart:
    """One picture of a group in its rectangle."""
    focus = float(shown.focus[0]), float(shown.focus[1])
    crop = Crop(WHOLE, 0) if whole else crop_for(rect.width / rect.height, focus, (info.width_px, info.height_px))
    return SetPart(shown, rect, crop, clip_of(picture, shown, rect, crop.box, kit))


def chosen_rows(block: Block, infos: Sequence[PictureInfo], room: Rect, kit: PageKit) -> list[GroupRow]:
    """The rows that the editor asked for, else those whose own height comes nearest to the room's."""
    across = block.content.across
    counts = [-(-len(infos) // across)] if across else range(1, len(infos) + 1)
    ways = [group_rows(block, infos, count, room.width, kit) for count in counts]
    return min(ways, key=lambda rows: abs(1 - max(row_share(rows, room.height, kit), 0.01) ** -1))


def natural_height(block: Block, infos: Sequence[PictureInfo], width: Length, kit: PageKit) -> tuple[Length, Length]:
    """How high the rows of a group are over a width, and what their captions and the white between them take."""
    across = block.content.across
    count = -(-len(infos) // across) if across else isqrt(len(infos))
    rows = group_rows(block, infos, count, width, kit)
    between = (count - 1) * kit.setter.length("group_gap")
    return sum(row.height for row in rows), between + sum(row.below for row in rows)


def row_share(rows: Sequence[GroupRow], height: Length, kit: PageKit) -> float:
    """How high the rows are in a height, against their own."""
    left = height - sum(row.below for row in rows) - (len(rows) - 1) * kit.setter.length("group_gap")
    return left / sum(row.height for row in rows)


def group_rows(block: Block, infos: Sequence[PictureInfo], count: int, width: Length, kit: PageKit) -> list[GroupRow]:
    """The pictures in so many rows, as even as can be, the first rows with fewer."""
    each, more = divmod(len(infos), count)
    sizes = [each + (index >= count - more) for index in range(count)]
    return [group_row(block, infos, sum(sizes[:index]), size, width, kit) for index, size in enumerate(sizes)]


def group_row(
    block: Block, infos: Sequence[PictureInfo], first: int, count: int, width: Length, kit: PageKit
) -> GroupRow:
    """One row: widths after the pictures' own shapes, so that all are as high."""
    shapes = [info.width_px / info.height_px for info in infos[first : first + count]]
    free = width - (count - 1) * kit.setter.length("group_gap")
    height = free / sum(shapes)
    ends = [round(height * sum(shapes[: index + 1])) for index in range(count)]
    widths = tuple(end - begin for begin, end in zip((0, *ends), ends, strict=False))
    extents = [len(lines) * leading for index, wide in enumerate(widths, first)
               for _, lines, leading in (caption_lines(block, index, wide, kit),)]  # fmt: skip
    extent = max(extents) + kit.setter.length("caption_gap") if any(extents) else 0
    return GroupRow(first, widths, round(height), extent)


def caption_lines(
    block: Block, index: int, width: Length, kit: PageKit
) -> tuple[Prepared | None, tuple[LineRange, ...], Length]:
    """The caption of one picture of a group, broken at its width, and how far its lines stand apart."""
    copy = block.content.shown[index].caption
    if copy is None:
        return None, (), 0
    style = kit.setter.style("caption")
    text = kit.rack.copy(f"caption {index}", block, kit.setter, lambda: prepare(copy, style, kit.catalogue))
    lines = break_caption(text, width)
    return text, lines, kit.setter.leading_of("caption", text, lines)


def part_caption(block: Block, index: int, rect: Rect, kit: PageKit) -> list[PartCaption]:
    """The caption of one picture below it, none where it has none."""
    text, lines, leading = caption_lines(block, index, rect.width, kit)
    top = rect.y1 + kit.setter.length("caption_gap")
    return [] if text is None else [PartCaption(text, lines, CaptionStand(rect.x0, top, rect.width), leading)]
