"""A story's head before it is set, and the room that its frame leaves for copy and head."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from paiban.galley.head import Head, HeadCopy, HeadMaker, sizes_of
from paiban.grid import FOLD_CLEAR, GridRect
from paiban.issue import Block
from paiban.kinds.story.model import Story
from paiban.makeup.frame.fit import CopyArea, whole_ems
from paiban.makeup.frame.kind import GuestSite, PageKit, Site, boxed_outline
from paiban.makeup.frame.model import Obstacle
from paiban.makeup.frame.surround import CLEAR_ROWS, Surround
from paiban.span import Text
from paiban.units import Length


def surround(block: Block, kit: PageKit, hosted: bool = False, flush: bool | None = None) -> Surround:
    """What a story's frame keeps around its copy and its head; ``hosted``: it stands inside another block, ``flush``
    with the picture that it stands on, None where that is not known yet. A headline alone keeps off that by itself.
    """
    beside = bool(block.content.body) and (block.upon if flush is None else flush)
    return kit.surround(block, block.content.label is not None, beside)._replace(hosted=hosted)


def head_maker(block: Block, kit: PageKit) -> HeadMaker | None:
    """What makes a story's head, wherever it stands; None for one without a headline."""
    story: Story = block.content
    if story.headline is None:
        return None
    memo, setter = kit.rack.memo, kit.setter
    headline = story.headline
    copy = kit.rack.copy(  # most edits are of what stands below it
        f"head {block.weight}", block, setter, lambda: memo.same(head_copy(block, headline, kit))
    )
    of = copy, setter.sheet, setter.body, kit.catalogue
    return memo.made("head maker", of, lambda: HeadMaker(copy, setter, kit.catalogue), setter.scale, setter.names)


def head_copy(block: Block, headline: Text, kit: PageKit) -> HeadCopy:
    """What a story's head is made of."""
    story: Story = block.content
    return HeadCopy(
        kicker=story.kicker,
        headline=headline,
        deck=story.deck,
        weight=block.weight,
        face=story.headline_face,
        size=story.headline_size,
        dress=kit.setter.sheet.dresses[block.dress] if block.dress else None,
        colour=block.colour,
        bylines=story.bylines if story.byline_in_head else (),
    )


def room_below(block: Block, site: Site, kit: PageKit) -> CopyArea:
    """The room of a story's copy and of the head above it."""
    story, form = block.content, block.form
    around = surround(block, kit, site.hosted, site.flush)
    if story.vertical:
        return upright_room(block, site, block.form.legs, kit)
    legs = form.legs or max(1, site.place.columns)
    room = kit.room(around, site.place, legs, obstacles=obstacles_in(site.place, site.guests, kit))
    room = whole_ems(with_size(with_widths(room, block, site.place, kit), story, kit), around)
    if form.headline == "partial" and story.headline is not None:
        room = room._replace(head_legs=partial_legs(legs))
    return with_author(room, story, kit)


def upright_room(
    block: Block, site: Site, bands: int | None, kit: PageKit, standing: Sequence[Obstacle] | None = None
) -> CopyArea:
    """The room of vertical copy in so many bands, and of the head at its right; ``standing`` is what stands in it,
    where that is known."""
    from paiban.makeup.frame.vertical import vertical_room  # noqa: PLC0415  few pages have any

    story, around = block.content, surround(block, kit, site.hosted, site.flush)
    standing = standing_upright(block, site, kit) if standing is None else standing
    room = vertical_room(bands, site.place, standing, kit.grid, around)
    return with_author(with_size(room, story, kit), story, kit)


def standing_upright(block: Block, site: Site, kit: PageKit) -> Sequence[Obstacle]:
    """What stands in the room of vertical copy, however many bands it has."""
    around = surround(block, kit, site.hosted, site.flush)
    return upright_obstacles(site, kit.grid.frame(site.place).x1 - around.inset, kit)


def with_size(room: CopyArea, story: Story, kit: PageKit) -> CopyArea:
    """A room with the story's own size of copy, and its rows."""
    if story.copy_size is None and story.copy_rows == 1:
        return room
    return room._replace(em=story.copy_size or kit.grid.size, step=story.copy_rows)


def with_author(room: CopyArea, story: Story, kit: PageKit) -> CopyArea:
    """A room without what the author's portrait takes."""
    if story.portrait is None:
        return room
    from paiban.kinds.story.art import with_portrait  # noqa: PLC0415  few stories have any

    return with_portrait(room, story, kit)


def with_widths(room: CopyArea, block: Block, place: GridRect, kit: PageKit) -> CopyArea:
    """A room with legs that are not alike, where the story asks for them."""
    widths = block.form.widths
    if not widths:
        return room
    parts = uneven_legs if block.form.headline != "vertical" else shared_legs
    return room._replace(legs=len(widths), parts=parts(room, place, widths, kit))


def shared_legs(
    room: CopyArea, _place: GridRect, widths: Sequence[int], _kit: PageKit
) -> tuple[tuple[Length, Length], ...]:
    """Begin and measure of legs that share what a 竖题 leaves them as they would share the columns."""
    legs = len(widths)
    free, all_widths = room.extent - (legs - 1) * room.gutter, sum(widths)
    ends = [free * sum(widths[: index + 1]) // all_widths for index in range(legs)]
    begins = [0, *ends[:-1]]
    return tuple(
        (room.start + begin + index * room.gutter, end - begin)
        for index, (begin, end) in enumerate(zip(begins, ends, strict=True))
    )


def uneven_legs(
    room: CopyArea, place: GridRect, widths: Sequence[int], kit: PageKit
) -> tuple[tuple[Length, Length], ...]:
    """Where legs of so many columns each begin, and their measures: the last ends where the room does."""
    grid, end = kit.grid, room.start + room.extent
    starts = [sum(widths[:index]) for index in range(len(widths))]
    begins = [max(room.start, grid.column_left(place.column + at) - grid.column_left(place.column)) for at in starts]
    ends = [*(begin - grid.gutter for begin in begins[1:]), end]
    return tuple((begin, stop - begin) for begin, stop in zip(begins, ends, strict=True))


class BesideStrip(Enum):
    """What stands beside the strip of a 竖题: legs that share what it leaves; legs on the grid, as a guest does; what
    needs a whole column for it."""

    FREE = 0
    ON_GRID = 1
    COLUMN = 2


def beside_strip(block: Block, site: Site, kit: PageKit) -> BesideStrip:
    """What stands beside the strip of a story: what copy runs round leaves it free, and so does no guest at all."""
    place, form = site.place, block.form
    if kit.grid.crosses(place):
        return BesideStrip.COLUMN
    columns = [guest.place.column - place.column for guest in site.guests if not guest.outline]
    if not columns:
        return BesideStrip.FREE
    usual = not form.widths and form.legs in (None, place.columns - 1)
    return BesideStrip.ON_GRID if usual and min(columns) > 1 else BesideStrip.COLUMN


def legs_on_grid(room: CopyArea, place: GridRect, kit: PageKit) -> CopyArea:
    """Legs of a column each beside a 竖题, the first of what its strip leaves of two: guests stand between them."""
    widths = (2, *(1 for _ in range(place.columns - 2)))
    return room._replace(legs=len(widths), parts=uneven_legs(room, place, widths, kit))


def logo_beside(story: Story, upright: bool, kit: PageKit) -> Length:
    """What a logo takes of the lines of its head, which are ``upright`` or not, the white after it included."""
    if story.logo is None:
        return 0
    from paiban.kinds.story.art import logo_room  # noqa: PLC0415  few stories have any

    along, _ = logo_room(story, upright, kit)
    return along + kit.grid.gutter if along else 0


def strip_of(story: Story, head: Head, kit: PageKit) -> Length:
    """How wide the strip of a 竖题 is: its type and half an em of the body on either side, or the logo above it."""
    strip = head.extent + kit.setter.body.size
    if story.logo is None:
        return strip
    from paiban.kinds.story.art import logo_room  # noqa: PLC0415  few stories have any

    return max(strip, min(logo_room(story, True, kit)[1], kit.grid.column))


def head_span(room: CopyArea, heads: HeadMaker) -> Length:
    """What a head may fill: over a fold less than its room, by what parting a line there may take."""
    over = room.fold and not 0 < room.head_legs <= room.before
    return room.head_extent - over * (2 * FOLD_CLEAR + sizes_of(heads.copy, heads.setter)[2])


def beside_guests(room: CopyArea) -> CopyArea:
    """The room with its head between what stands level with it at its ends, a code or a small picture; as it was where
    that leaves less than half."""
    level = [o for o in room.obstacles if o.first_row <= room.first_row + CLEAR_ROWS and o.end_row > room.first_row]
    if not level or room.head_legs:
        return room
    first, last = room.start, room.start + room.extent
    before = max((o.end + room.gutter for o in level if o.start <= first + room.em), default=first)
    after = min((o.start - room.gutter for o in level if o.end >= last - room.em), default=last)
    return room._replace(head_at=(before, after - before)) if after - before >= room.extent // 2 else room


def partial_legs(legs: int) -> int:
    """How many of a story's legs carry its 串文题: two of three."""
    return max(1, 2 * legs // 3)


def obstacles_in(place: GridRect, inside: Sequence[GuestSite], kit: PageKit) -> list[Obstacle]:
    """What stands inside a frame, on the frame's logical axes."""
    return [
        around_obstacle(guest, place, kit) if guest.outline else leg_obstacle(guest, place, kit) for guest in inside
    ]


def leg_obstacle(guest: GuestSite, place: GridRect, kit: PageKit) -> Obstacle:
    """What takes whole legs."""
    rect, left = kit.grid.frame(guest.place), kit.grid.frame(place).x0
    return Obstacle(rect.x0 - left, rect.x1 - left, guest.place.row - place.row, guest.place.end_row - place.row)


def around_obstacle(guest: GuestSite, place: GridRect, kit: PageKit) -> Obstacle:
    """What copy runs round."""
    from paiban.makeup.frame.runaround import obstacle_round  # noqa: PLC0415  few frames have any

    assert guest.outline is not None
    return obstacle_round(guest.outline, place, kit.grid, kit.setter.length("wrap_gap"))


def upright_obstacles(site: Site, right: Length, kit: PageKit) -> list[Obstacle]:
    """What stands inside a vertical frame: the copy runs round it all."""
    if not site.guests:
        return []
    from paiban.makeup.frame.runaround import obstacle_upright  # noqa: PLC0415  few frames have any

    white = kit.setter.length("wrap_gap")
    return [
        obstacle_upright(guest.outline or boxed_outline(guest.place, kit), site.place, right, kit.grid, white)
        for guest in site.guests
    ]
