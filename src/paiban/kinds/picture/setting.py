"""Pictures in their places: the caption keeps its lines, the picture is cropped to what is left."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Outline, Polygon, Rect
from paiban.galley.type import TypeSetter
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.picture.model import SIDES, WHOLE, CaptionStand, PartCaption, PictureContent, SetPart, shown_whole
from paiban.makeup.frame.kind import (
    BlockSetting,
    PageKit,
    SetBlock,
    Site,
    boxed_outline,
    corners,
    no_cells,
    no_galley,
    no_home,
)
from paiban.makeup.frame.model import Placed, Traits
from paiban.makeup.frame.surround import PLAIN
from paiban.picture import Crop, PictureInfo, crop_for, fitted, is_exact, may_be_exact
from paiban.span import Text
from paiban.text import LineRange, Prepared, break_caption, break_lines, prepare
from paiban.text.review import has_ruby, white_wanted
from paiban.units import Length
from paiban.value import NamedTuple

TRAITS = Traits(solid=True, dark=True, guest=True, high=True, fill="%")

CROP_WARNING = 0.08
"""A picture that loses more than this share of itself deserves a word (make-up rule book, levers)."""

CROP_POINTED = 0.25
"""So much at most an editor has cut who says no more than what has to stay (焦点): beyond it is another picture."""


CAPTION_TRIES = 3
"""A caption is no wider than its picture, which is narrower where that takes more lines: so often it is tried."""


class Caption(NamedTuple):
    """A picture's 图说 and credit at a width. The credit ends the last line, ``joined`` to it, or has lines of its own.

    ``white`` is what ruby over the first line wants below the picture; lines are ``leading`` apart: more than the
    style's where marks beside a line need the room.
    """

    text: Prepared | None
    lines: tuple[LineRange, ...]
    credit: Prepared | None
    credit_lines: tuple[LineRange, ...]
    joined: bool
    white: Length
    leading: Length

    @property
    def rows(self) -> int:
        """Lines of type below the picture."""
        return len(self.lines) + (0 if self.joined else len(self.credit_lines))


class SetPicture(NamedTuple):
    """A picture, or the ``parts`` of a group, in its place; its caption and where that stands; ``notes`` caption
    its single parts.

    A credit along the ``edge`` runs down the right side of it.
    """

    rect: Rect
    parts: tuple[SetPart, ...]
    caption: Caption
    stand: CaptionStand
    notes: tuple[PartCaption, ...] = ()
    edge: Prepared | None = None


def caption_copy(block: Block, kit: PageKit) -> tuple[Prepared | None, Prepared | None]:
    """A picture's 图说 and credit, ready to be broken."""
    picture: PictureContent = block.content

    def ready(role: str, copy: Text | None) -> Prepared | None:
        style = kit.setter.style(role, colour=kit.setter.sheet.colours.get(block.colour))
        return prepare(copy, style, kit.catalogue) if copy is not None else None

    def both() -> tuple[Prepared | None, Prepared | None]:
        return ready("caption", picture.caption), ready("credit", None if on_edge(picture) else picture.credit)

    return kit.rack.copy("caption", block, kit.setter, both)


def on_edge(picture: PictureContent) -> bool:
    """Whether the credit runs along the picture: not where that runs off the page."""
    return picture.credit_at == "edge" and picture.credit is not None and "right" not in picture.bleed


def edge_credit(block: Block, kit: PageKit) -> Prepared | None:
    """The credit that runs down the right side of a picture."""
    picture: PictureContent = block.content
    if not on_edge(picture) or picture.credit is None:
        return None
    copy, style = picture.credit, kit.setter.style("credit", vertical=True)._replace(align="end")
    return kit.rack.copy("credit edge", block, kit.setter, lambda: prepare(copy, style, kit.catalogue))


def edge_strip(picture: PictureContent, kit: PageKit) -> Length:
    """What a credit along the picture takes of its width."""
    return kit.setter.size("credit") + kit.setter.length("caption_gap") if on_edge(picture) else 0


def set_caption(block: Block, width: Length, kit: PageKit) -> Caption:
    """Break a picture's caption at its width, and find where the credit goes."""
    text, credit = caption_copy(block, kit)
    lines = break_caption(text, width) if text is not None else ()
    own = break_lines(credit, width) if credit is not None else ()
    joined = credit is not None and credit_fits(text, lines, credit, width - kit.setter.size("caption"))
    white = white_wanted(text) if text is not None and lines and has_ruby(text, lines[0]) else 0
    leading = max(kit.setter.leading_of("caption", *set_lines) for set_lines in ((text, lines), (credit, own)))
    return Caption(text, lines, credit, own, joined, white, leading)


def credit_fits(caption: Prepared | None, lines: Sequence[LineRange], credit: Prepared, width: Length) -> bool:
    """Whether the credit has room at the end of the caption's last line, an em of it away."""
    if caption is None or not lines:
        return False
    return caption.natural(*lines[-1]) + credit.width <= width


def caption_extent(caption: Caption, setter: TypeSetter) -> Length:
    """What the lines of a caption take below a picture, the gap above them included."""
    lines = caption.rows * caption.leading
    return lines + setter.length("caption_gap") + caption.white if caption.rows else 0


def picture_room(site: Site, edge: Length, kit: PageKit) -> Rect:
    """What a place has for a picture and its caption: column edges, less an ``edge``, character face to character face.

    Inside the block that it belongs to no row is left free above it, and it stays inside that one's box.
    """
    grid, place = kit.grid, site.place
    frame, (left, top, right, foot) = grid.frame(place), site.walls
    white = int(top) if site.hosted else PLAIN.white(place.row)
    inset = kit.setter.length("box_inset")
    return Rect(
        frame.x0 + inset * left, grid.face_top(place.row + white),
        frame.x1 - inset * right - edge, grid.face_foot(place.end_row - foot),
    )  # fmt: skip


def beside(picture: PictureContent, columns: int) -> bool:
    """Whether a caption has the last column of so many for itself."""
    return picture.caption_at == "beside" and columns > 1


def lowering(kit: PageKit) -> Length:
    """How far a caption reaches into the row that copy keeps clear below it: half of it. Light type over a whole row of
    white would seem to float between the picture that it is of and the copy below."""
    return kit.grid.leading // 2


def picture_rect(picture: PictureContent, site: Site, room: Rect, caption: Caption, kit: PageKit) -> Rect:
    """Where a picture stands in its room: above its caption, beside it or under it.

    One that bleeds (出血) runs off the sheet at the edges of the grid that it touches.
    """
    grid, place = kit.grid, site.place
    by, below = beside(picture, place.columns), picture.caption_at != "over" and bool(caption.rows)
    below = below and not by
    foot = room.y1 - (caption_extent(caption, kit.setter) - lowering(kit) * site.over_copy if below else 0)
    rect = Rect(room.x0, room.y0, room.x1 - by * (grid.column + grid.gutter), foot)
    sides = reached(site.place, kit)
    left, top, right, foot = (side in picture.bleed and side in sides for side in SIDES)
    return Rect(
        grid.sheet.x0 if left else rect.x0,
        grid.sheet.y0 if top else rect.y0,
        grid.sheet.x1 if right and not by else rect.x1,
        grid.sheet.y1 if foot and not below else rect.y1,
    )


def reached(place: GridRect, kit: PageKit) -> tuple[str, ...]:
    """The sides of the page that a place reaches."""
    grid = kit.grid
    edges = (place.column == 0, place.row == 0, place.end_column == grid.columns, place.end_row == grid.rows)
    return tuple(side for side, there in zip(SIDES, edges, strict=True) if there)


def caption_measure(picture: PictureContent, site: Site, room: Rect, kit: PageKit) -> Length:
    """The measure of a picture's caption: it lies over no fold."""
    grid, inset = kit.grid, kit.setter.length("box_inset")
    if beside(picture, site.place.columns):
        return grid.column
    measure = min(grid.span(grid.before_fold(site.place).columns), room.width)
    return measure - 2 * inset if picture.caption_at == "over" else measure


def caption_stand(block: Block, site: Site, room: Rect, rect: Rect, caption: Caption, kit: PageKit) -> CaptionStand:
    """Where a caption stands: below its picture, level with its foot in the last column, or over its foot: there on a
    band of paper across the picture, or on the picture itself where it has a colour of its own."""
    picture: PictureContent = block.content
    gap, inset = kit.setter.length("caption_gap"), kit.setter.length("box_inset")
    measure = caption_measure(picture, site, room, kit)
    if beside(picture, site.place.columns):
        top = max(room.y0, rect.y1 - caption.rows * caption.leading)  # of a low picture it begins level with its head
        return CaptionStand(room.x1 - measure, top, measure)
    if picture.caption_at == "over" and caption.rows:
        # A picture that bleeds goes on beyond the strip: nothing to be read stands near the trim.
        foot = min(rect.y1, room.y1)
        top = foot - caption_extent(caption, kit.setter) - gap
        ground = None if block.colour else Rect(rect.x0, top, rect.x1, foot)
        return CaptionStand(room.x0 + inset, top + gap + caption.white, measure, ground)
    return CaptionStand(room.x0, rect.y1 + gap + caption.white, measure)


class Captioned(NamedTuple):
    """A caption as it is broken for a room, and the picture in the rest of that: of a group its parts and notes."""

    caption: Caption
    rect: Rect
    parts: tuple[SetPart, ...]
    notes: tuple[PartCaption, ...]


def captioned(block: Block, infos: Sequence[PictureInfo], site: Site, room: Rect, kit: PageKit) -> Captioned | None:
    """A picture and its caption in a room; None where that is too low for them."""
    picture: PictureContent = block.content
    caption = set_caption(block, caption_measure(picture, site, room, kit), kit)
    rect, extent = picture_rect(picture, site, room, caption, kit), caption_extent(caption, kit.setter)
    if rect.height < max(kit.grid.leading, extent * (picture.caption_at != "below")):
        return None
    arranged = arrange(block, infos, rect, kit)
    if arranged is None or arranged[0].height < (extent + kit.setter.length("caption_gap")) * (
        picture.caption_at == "over"
    ):
        return None
    return Captioned(caption, *arranged)


def place(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """Fit a picture, or a group, and its caption to a place."""
    picture: PictureContent = block.content
    infos = [kit.rack.picture(shown.file, shown.words) for shown in picture.shown]
    good = [info for info in infos if not isinstance(info, Diagnostic)]
    if len(good) < len(infos):
        return None, [info for info in infos if isinstance(info, Diagnostic)]
    edge = edge_credit(block, kit)
    room = picture_room(site, edge_strip(picture, kit), kit)
    made = captioned(block, good, site, room, kit)
    for _ in range(1, CAPTION_TRIES):
        if made is None or beside(picture, site.place.columns) or (made.rect.x0 <= room.x0 and made.rect.x1 >= room.x1):
            break
        narrower = room._replace(x0=max(room.x0, made.rect.x0), x1=min(room.x1, made.rect.x1))
        again = captioned(block, good, site, narrower, kit)
        if again is None:
            break  # a caption as narrow as its picture would have no room: it stays wider
        room, made = narrower, again
    if made is None:
        return None, [diagnose("P511", block.span, block=block.id)]
    caption, rect, parts, notes = made
    stand = caption_stand(block, site, room, rect, caption, kit)
    content = SetPicture(rect, parts, caption, stand, notes, edge)
    white = 0 if site.hosted else PLAIN.white(site.place.row)
    lent = crop_lever(max((part.crop for part in parts), key=lambda crop: crop.loss).box)
    below = lowering(kit) * site.over_copy if caption.rows and stand.top > rect.y1 else 0
    return Placed(block, TRAITS, site.place, white, content, lent=lent, below=below), [*told(block, site, content, kit)]


def told(block: Block, site: Site, content: SetPicture, kit: PageKit) -> Iterator[Diagnostic]:
    """What is to be said of a picture that was set: of what is cropped, cut out, set beside it and run off the page."""
    picture: PictureContent = block.content
    for part in content.parts:
        yield from crop_told(block, part)
        if picture.cut_out and not part.clip:
            yield diagnose("P543", part.shown.words.span, block=block.id)
    texts = (content.caption.text, content.caption.credit, content.edge, *(note.text for note in content.notes))
    for text in texts:
        if text is not None:
            yield from text.diagnostics
    if picture.bleed and not {*picture.bleed} & {*reached(site.place, kit)}:
        yield diagnose("P546", block.span, block=block.id)
    if content.edge is not None and content.edge.width > content.rect.height:
        yield diagnose("P547", block.span, block=block.id)


def arrange(
    block: Block, infos: Sequence[PictureInfo], room: Rect, kit: PageKit
) -> tuple[Rect, tuple[SetPart, ...], tuple[PartCaption, ...]] | None:
    """A picture in its room, or the pictures of a group; None where the room is too low for them."""
    picture: PictureContent = block.content
    if len(infos) > 1:
        from paiban.kinds.picture.group import arranged  # noqa: PLC0415  few pictures are groups

        return arranged(block, infos, room, kit)
    rect, crop = framed(block, infos[0], room)
    (shown,) = picture.shown
    clip: Polygon = ()
    if picture.cut_out or picture.corners:
        from paiban.kinds.picture.cutting import clip_of  # noqa: PLC0415  few pictures are cut out

        clip = clip_of(picture, shown, rect, crop.box, kit)
    return rect, (SetPart(shown, rect, crop, clip),), ()


def crop_told(block: Block, part: SetPart) -> list[Diagnostic]:
    """What is to be said of a crop: a large one is warned of, a small one told, but for one that was asked for: with a
    focus, as long as that is all that it takes."""
    percent, loss = round(100 * part.crop.loss), part.crop.loss
    if not percent or block.content.fit == "crop" or (part.shown.pointed and loss <= CROP_POINTED):
        return []
    code = "P537" if loss <= CROP_WARNING else "P505" if loss <= CROP_POINTED else "P562"
    return [diagnose(code, part.shown.words.span, block=block.id, percent=percent)]


def outline(block: Block, site: Site, kit: PageKit) -> Outline:
    """What copy keeps clear of that runs round a picture: its contour or its edges, and its caption."""
    placed, _ = place(block, site, kit)
    if placed is None:
        return boxed_outline(site.place, kit)
    content: SetPicture = placed.content
    rect, stand, caption = content.rect, content.stand, content.caption
    shown = content.parts[0].clip if block.wrap == "contour" and len(content.parts) == 1 else ()
    polygons = [tuple((rect.x0 + x, rect.y0 + y) for x, y in shown) if shown else corners(rect)]
    if caption.rows:
        foot = stand.top + caption.rows * caption.leading
        polygons.append(corners(Rect(stand.x, stand.top, stand.x + stand.measure, foot)))
    return tuple(polygons)


def framed(block: Block, info: PictureInfo, room: Rect) -> tuple[Rect, Crop]:
    """The part of a picture that fills its room; one that is to be shown whole stands at the room's upper left, or at
    the side that was asked for.

    Line art and cut-outs are never cropped, and a code for machines is shown whole, since it says nothing in part.
    """
    picture: PictureContent = block.content
    size = info.width_px, info.height_px
    (shown,) = picture.shown
    focus = float(shown.focus[0]), float(shown.focus[1])
    crop = crop_for(room.width / room.height, focus, size)
    if crop.loss and may_be_exact(info) and is_exact(shown.file, WHOLE):
        return fitted(room, size), Crop(WHOLE, 0)
    if crop.loss and shown_whole(picture, (info,)):
        whole = fitted(room, size)
        x0 = room.x0 + {"left": 0, "centre": (room.width - whole.width) // 2}.get(block.side, room.width - whole.width)
        return Rect(x0, room.y0, x0 + whole.width, room.y0 + whole.height), Crop(WHOLE, 0)
    return room, crop


def crop_lever(shown: tuple[float, float, float, float]) -> tuple[tuple[str, int], ...]:
    """What the place cuts off, in per cent of the picture, as a lever; none where that is nothing."""
    left, top, right, bottom = shown
    cropped = round(100 * (1 - (right - left) * (bottom - top)))
    return (("crop", cropped),) if cropped else ()


def data(placed: Placed) -> dict[str, object]:
    """Its file as it was typed, and the part of it that shows: left, top, right, bottom, 0 … 1; of a group those of
    every picture."""
    content: SetPicture = placed.content
    each = [{"file": part.shown.words.value, "crop": list(part.crop.box)} for part in content.parts]
    return {**each[0], "group": each} if len(each) > 1 else {**each[0]}


def runs_off(block: Block) -> Collection[str]:
    """The sides at which a picture bleeds."""
    picture: PictureContent = block.content
    return picture.bleed


SETTING = BlockSetting(
    traits=TRAITS, galley=no_galley, place=place, cells=no_cells, home=no_home, outline=outline, runs_off=runs_off
)
