"""Stories, rails, pictures and adverts on the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from paiban.compose.composer import Composer, baseline_in
from paiban.diagnostic import Diagnostic
from paiban.display import PAPER, Artwork, Box, Item, Rect
from paiban.display import Picture as PictureItem
from paiban.grid import GridRect
from paiban.issue import BoxStyle
from paiban.makeup.frame.model import PlacedAdvert, PlacedBriefs, PlacedHead, PlacedPicture, PlacedStory
from paiban.picture import probe_picture
from paiban.text import break_lines
from paiban.units import Length, rounded

HEAD_SHARE = (2, 5)
"""Of the white that a head has to spare, the share that stands above it; the rest parts it from its text."""


def story_items(placed: PlacedStory, composer: Composer) -> Iterator[Item]:
    """A story: its box, its head, its lines in reading order."""
    vertical = placed.source.writing == "vertical"
    if placed.source.box is not None:
        yield from box_items(placed.place, placed.source.box, composer)
    if placed.head is not None:
        yield from head_items(placed, placed.head, composer, vertical)
    yield from body_items(placed, composer, vertical)
    if composer.weight("column_rule") and not vertical:
        yield from column_rules(placed, composer)


def column_rules(placed: PlacedStory, composer: Composer) -> Iterator[Item]:
    """A fine rule in the middle of each gutter between legs, where a style sheet wants them at all."""
    grid = composer.grid
    left = grid.frame(placed.place).x0
    for a, b in pairwise(placed.legs):
        x = left + rounded(a.start + a.measure + b.start, 2)
        rows = sorted({*a.rows} & {*b.rows})
        if rows and b.start - a.start - a.measure <= grid.size * 2:
            first, end = placed.place.row + rows[0], placed.place.row + rows[-1] + 1
            yield composer.rule(x, grid.face_top(first), x, grid.face_foot(end), "column_rule")


def box_rect(place: GridRect, composer: Composer) -> Rect:
    """The outline of a box: the frame's columns, from the middle of its first row to the middle of its last.

    At the head and the foot of the page it reaches the type area's edge, so that the edge stays straight.
    """
    grid = composer.grid
    frame = grid.frame(place)
    half = rounded(grid.leading, 2)
    top = grid.face_top(0) if place.row == 0 else frame.y0 + half
    foot = grid.face_foot(grid.rows) if place.end_row == grid.rows else frame.y1 - half
    return Rect(frame.x0, top, frame.x1, foot)


def box_items(place: GridRect, box: BoxStyle, composer: Composer) -> Iterator[Item]:
    """加框: a tint, a line, or a border of two."""
    rect = box_rect(place, composer)
    if box.tint:
        yield Box(rect, fill=composer.colour(box.tint))
    if box.line:
        yield Box(rect, stroke=composer.colour("black"), weight=composer.weight(box.line))
    if box.border:
        yield from border_items(rect, composer, box.border)


def border_items(rect: Rect, composer: Composer, border: str) -> Iterator[Item]:
    """花边 made of rules: a thick line and a fine one inside it (文武框)."""
    thick, gap, fine = composer.border(border)
    yield Box(rect, stroke=composer.colour("black"), weight=thick)
    inner = thick + gap
    yield Box(
        Rect(rect.x0 + inner, rect.y0 + inner, rect.x1 - inner, rect.y1 - inner),
        stroke=composer.colour("black"),
        weight=fine,
    )


def head_items(placed: PlacedStory, head: PlacedHead, composer: Composer, vertical: bool) -> Iterator[Item]:
    """The head block, its lines one after another along the block axis."""
    frame = composer.grid.frame(placed.place)
    if head.head.vertical and not vertical:
        yield from strip_items(placed, head, composer, frame)
        return
    foot = composer.length("head_foot")
    spare = max(0, head.block_extent - head.head.extent - foot)
    start = head.block + spare * HEAD_SHARE[0] // HEAD_SHARE[1]
    for part, line, offset in head.head.offsets():
        if vertical:
            x = frame.x1 - placed.inset - start - offset - rounded(part.size, 2)
            y = frame.y0 + head.inline
        else:
            x = frame.x0 + head.inline
            y = baseline_in(frame.y0 + start + offset, part.size)
        yield from composer.line(part.prepared, line, head.inline_extent, x, y, part.role, placed.source.id, -1)


def strip_items(placed: PlacedStory, head: PlacedHead, composer: Composer, frame: Rect) -> Iterator[Item]:
    """竖题: the head's lines run down a strip, the first at the right, set from the top of the text beside it."""
    spare = head.inline_extent - head.head.extent
    right = frame.x0 + head.inline + head.inline_extent - rounded(spare, 2)
    top = composer.grid.face_top(placed.place.row) + head.block
    extent = head.block_extent - (top - frame.y0 - head.block) * 2
    for part, line, offset in head.head.offsets():
        x = right - offset - rounded(part.size, 2)
        yield from composer.line(part.prepared, line, extent, x, top, part.role, placed.source.id, -1)


def body_items(placed_in: PlacedStory | PlacedBriefs, composer: Composer, vertical: bool) -> Iterator[Item]:
    """Body lines on the baseline grid; in vertical writing on the frame's own, from its right edge."""
    block, place, legs, inset = placed_in.source.id, placed_in.place, placed_in.legs, placed_in.inset
    grid = composer.grid
    frame = grid.frame(place)
    for placed in placed_in.lines:
        leg = legs[placed.leg]
        if vertical:
            x = frame.x1 - inset - placed.row * grid.leading - rounded(grid.leading, 2)
            y = frame.y0 + leg.start
        else:
            x = frame.x0 + leg.start
            y = grid.baseline(place.row + placed.row)
        yield from composer.line(placed.prepared, placed.line, leg.measure, x, y, placed.role, block, placed.leg)


def briefs_items(placed: PlacedBriefs, composer: Composer) -> Iterator[Item]:
    """A rail: its label reversed out of a bar, then the items."""
    grid = composer.grid
    frame = grid.frame(placed.place)
    if placed.source.box is not None:
        yield from box_items(placed.place, placed.source.box, composer)
    if placed.source.label is not None:
        top = label_top(placed, composer)
        foot = top + composer.length("label_height")
        yield Box(Rect(frame.x0, top, frame.x1, foot), fill=composer.colour("accent"))
        style = composer.setter.style("brief-label", colour=PAPER)
        inset = composer.grid.size
        y = baseline_in(top + rounded(foot - top - style.size, 2), style.size)
        x, measure = frame.x0 + inset, frame.width - 2 * inset
        yield from composer.single(placed.source.label, style, measure, x, y, "brief-label", placed.source.id)
    yield from body_items(placed, composer, vertical=False)


def label_top(placed: PlacedBriefs, composer: Composer) -> Length:
    """Where a rail's label begins: at its first row, or flush with the edge of its box."""
    if placed.source.box is not None:
        return box_rect(placed.place, composer).y0
    return composer.grid.face_top(placed.place.row + placed.white_above)


def picture_items(placed: PlacedPicture, composer: Composer, folder: Path) -> Iterator[Item]:
    """A picture, its frame, and its caption below with the credit at the end of the last line."""
    source = placed.source
    rect, x = placed.rect, composer.grid.column_left(placed.place.column)
    measure = composer.grid.span(placed.place.columns)
    yield PictureItem(source.id, str(folder / source.path.value), rect, placed.crop, source.path.span)
    if source.frame:
        yield Box(rect, stroke=composer.colour("black"), weight=composer.weight("picture_frame"))
    leading = composer.setter.leading("caption")
    y = baseline_in(rect.y1 + composer.length("caption_gap"), composer.setter.size("caption"))
    if placed.caption is not None:
        for line in placed.caption_lines:
            yield from composer.line(placed.caption, line, measure, x, y, "caption", source.id, 0)
            y += leading
    if placed.credit is not None:
        y -= 0 if placed.credit_below else leading
        for line in break_lines(placed.credit, measure):
            yield from composer.line(placed.credit, line, measure, x, y, "credit", source.id, 0)
            y += leading


def advert_item(placed: PlacedAdvert, composer: Composer, folder: Path) -> Item:
    """An advert in its place: PDF as it is, an image as a picture."""
    grid = composer.grid
    frame = grid.frame(placed.place)
    top = grid.face_top(placed.place.row + placed.white_above)
    rect = Rect(frame.x0, top, frame.x1, grid.face_foot(placed.place.end_row))
    source = placed.source
    path = str(folder / source.path.value)
    if source.path.value.lower().endswith(".pdf"):
        return Artwork(source.id, path, source.pdf_page or 1, rect, source.path.span, source.pdf_page is not None)
    return PictureItem(source.id, path, in_proportion(rect, path), (0.0, 0.0, 1.0, 1.0), source.path.span)


def in_proportion(rect: Rect, path: str) -> Rect:
    """The largest rectangle of an image's own proportion in the middle of ``rect``: an advert is never stretched."""
    info = probe_picture(Path(path))
    if isinstance(info, Diagnostic):
        return rect
    width = min(rect.width, rect.height * info.width_px // info.height_px)
    height = min(rect.height, rect.width * info.height_px // info.width_px)
    x, y = rect.x0 + (rect.width - width) // 2, rect.y0 + (rect.height - height) // 2
    return Rect(x, y, x + width, y + height)
