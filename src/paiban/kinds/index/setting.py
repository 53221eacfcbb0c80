"""An index set under its label: entries in legs, each with its page at the leg's right edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Rect
from paiban.font import FontCatalogue
from paiban.galley.copyfit import Keep
from paiban.galley.galley import Galley, GalleyParagraph, Initial
from paiban.galley.type import TypeSetter
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.index.model import Index, IndexEntry, SetIndex, SetPhoto
from paiban.language import Words
from paiban.makeup.frame.fit import CopyArea, fit_diagnostics, no_line
from paiban.makeup.frame.kind import PageKit, SetBlock, Site
from paiban.makeup.frame.members import set_members
from paiban.makeup.frame.model import Leg, Placed, PlacedLine, Traits
from paiban.makeup.frame.surround import CLEAR_ROWS, Surround
from paiban.markup import plain
from paiban.picture import crop_for
from paiban.text import Prepared, prepare
from paiban.units import Length

ENTRY, PAGE = "index-entry", "index-page"

WHITE = (1,)
"""Rows of white that may stand between two entries: one everywhere before two anywhere."""

NUMBER_EM = 3
"""An entry leaves so much of its leg, in em of the page's type, to the number of the page."""

PHOTO_ROWS = 3
"""The picture of an entry is so many rows high."""

LEAST_SHARE = (1, 4)
"""A picture is left out of a place in which it would be lower than this share of its width."""

MIDDLE = (0.5, 0.5)

LESS = Words("减一条，或写短题", "take out an entry, or write shorter headlines")


def galley(block: Block, setter: TypeSetter, catalogue: FontCatalogue) -> Galley:
    """Prepare the entries, as far as it is known what they say."""
    index: Index = block.content
    style = setter.style(ENTRY, vertical=index.vertical)
    entries = (entry for entry in index.entries if entry.says is not None)
    paragraphs = (
        entry_paragraph(entry, prepare(entry.says, style, catalogue, markup=entry.headline is not None), setter)
        for entry in entries
        if entry.says is not None
    )
    return Galley(block.id, tuple(paragraphs))


def entry_paragraph(entry: IndexEntry, prepared: Prepared, setter: TypeSetter) -> GalleyParagraph:
    """An entry ready to be broken, beside its picture where it has one."""
    if entry.photo is None:
        return GalleyParagraph(ENTRY, prepared, WHITE)
    room = Initial(None, PHOTO_ROWS, measure=photo_side(setter))
    return GalleyParagraph(ENTRY, prepared, initial=room, keep=Keep.WHOLE)


def photo_side(setter: TypeSetter) -> Length:
    """How wide and high the picture of an entry is: from the first row's type to the last one's."""
    return (PHOTO_ROWS - 1) * setter.body.leading + setter.body.size


def photos_of(
    block: Block, lines: Sequence[PlacedLine], legs: Sequence[Leg], place: GridRect, kit: PageKit
) -> Iterator[SetPhoto | Diagnostic]:
    """The pictures of the entries beside their first lines; why one cannot be had."""
    index: Index = block.content
    frame, side = kit.grid.frame(place), photo_side(kit.setter)
    inset, leading = surround(block, kit).inset, kit.grid.leading
    firsts = [line for line in lines if not line.line.first]
    said = [entry for entry in index.entries if entry.says is not None]
    for entry, line in zip(said, firsts, strict=False):
        if entry.photo is None or entry.file is None:
            continue
        info = kit.rack.picture(entry.file, entry.photo)
        if isinstance(info, Diagnostic):
            yield info
        elif not line.indent:
            yield diagnose("P550", entry.photo.span, block=block.id)
        else:
            start = legs[line.leg].start
            left, top = frame.x0 + start, kit.grid.face_top(place.row + line.row) + line.drop
            if index.vertical:
                right = frame.x1 - inset - line.row * leading - (leading - kit.grid.size) // 2
                left, top = right - side, frame.y0 + start
            crop = crop_for(1, MIDDLE, (info.width_px, info.height_px)).box
            yield SetPhoto(entry.photo, entry.file, Rect(left, top, left + side, top + side), crop)


def surround(block: Block, kit: PageKit) -> Surround:
    """What the frame keeps around the entries."""
    return kit.surround(block, labelled=True)


def number_width(setter: TypeSetter) -> Length:
    """What an entry leaves to the number of the page."""
    return NUMBER_EM * setter.size(PAGE)


def room_of(block: Block, place: GridRect, kit: PageKit) -> CopyArea:
    """The room of the entries: each leg without what its numbers take."""
    index: Index = block.content
    around, rows = surround(block, kit), picture_rows(block, place, kit)
    if index.vertical:
        room = upright_room(index, place, around, rows, kit)
    else:
        room = kit.room(around, place, index.legs or place.columns)
        room = room._replace(first_row=room.first_row + rows)
    width = number_width(kit.setter)
    return room._replace(extent=room.extent - width, gutter=room.gutter + width)


def upright_room(index: Index, place: GridRect, around: Surround, rows: int, kit: PageKit) -> CopyArea:
    """The room of vertical entries, below a picture of so many rows and beside the label."""
    from paiban.makeup.frame.vertical import rail_room  # noqa: PLC0415  few pages have any

    below = place._replace(row=place.row + rows, rows=place.rows - rows)
    room = rail_room(index.legs, below, kit.grid, around)
    return room._replace(start=room.start + rows * kit.grid.leading)


def picture_rows(block: Block, place: GridRect, kit: PageKit) -> int:
    """Rows that the picture takes with the white below it: as high as it is, or half of the place."""
    index: Index = block.content
    if index.picture is None or index.file is None:
        return 0
    info = kit.rack.picture(index.file, index.picture)
    if isinstance(info, Diagnostic):
        return 0
    height = kit.grid.width(place) * info.height_px // info.width_px
    return min(-(-height // kit.grid.leading), place.rows // 2) + CLEAR_ROWS


def picture_of(block: Block, place: GridRect, kit: PageKit) -> SetIndex | Diagnostic:
    """Where the picture stands, below the label."""
    index: Index = block.content
    if index.picture is None or index.file is None:
        return SetIndex(None, (0.0, 0.0, 1.0, 1.0))
    info = kit.rack.picture(index.file, index.picture)
    if isinstance(info, Diagnostic):
        return info
    grid, around = kit.grid, surround(block, kit)
    first = place.row + (around.white(place.row) if index.vertical else around.first_row(place.row))
    frame, end = grid.frame(place), first + picture_rows(block, place, kit) - CLEAR_ROWS
    right = frame.x1 - around.inset - (around.label_rows * grid.leading if index.vertical else 0)
    rect = Rect(frame.x0 + around.inset, grid.face_top(first), right, grid.face_foot(end))
    if rect.height * LEAST_SHARE[1] < rect.width * LEAST_SHARE[0]:
        return diagnose("P511", block.span, block=block.id)
    return SetIndex(rect, crop_for(rect.width / rect.height, MIDDLE, (info.width_px, info.height_px)).box)


def place(block: Block, site: Site, kit: PageKit, traits: Traits) -> SetBlock:
    """Set an index under its label."""
    assert site.galley is not None
    index: Index = block.content
    if index.vertical and kit.grid.crosses(site.place):
        return None, [diagnose("P530", block.span, block=block.id)]
    around, room = surround(block, kit), room_of(block, site.place, kit)
    shown = picture_of(block, site.place, kit)
    members = set_members(site.galley, room, block, around, site, kit)
    if members is None:
        return None, [no_line(block)]
    dealt, lines = members
    found = [shown] if isinstance(shown, Diagnostic) else []
    photos = [*photos_of(block, lines, dealt.attempt.legs, site.place, kit)]
    found += [photo for photo in photos if isinstance(photo, Diagnostic)]
    content = SetIndex(None, (0.0, 0.0, 1.0, 1.0)) if isinstance(shown, Diagnostic) else shown
    placed = Placed(
        block=block,
        traits=traits,
        place=site.place,
        white_above=around.white(site.place.row),
        content=content._replace(photos=tuple(photo for photo in photos if not isinstance(photo, Diagnostic))),
        legs=dealt.attempt.legs,
        lines=lines,
        vertical=index.vertical,
        inset=around.inset,
        fit=dealt.fit._replace(more="entries"),
        left_over=dealt.left_over,
    )
    if all(entry.says is not None for entry in index.entries):
        found += fit_diagnostics(block, dealt, LESS, "entries")
    return placed, found


def data(placed: Placed) -> dict[str, object]:
    """Its label, and of each entry the story, its page and what is said of it."""
    index: Index = placed.block.content
    entries = [
        {"story": entry.story, "page": entry.page, "says": plain(entry.says.value)}
        for entry in index.entries
        if entry.says is not None
    ]
    return {"label": plain(index.label.value), "entries": entries}
