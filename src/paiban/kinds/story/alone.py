"""A headline alone (通栏题, 专版题头): a story without copy, whose headline is as large as its place bears."""

from __future__ import annotations

from paiban.diagnostic import diagnose
from paiban.font import FontCatalogue
from paiban.galley.head import Fits, Head, HeadMaker, HeadPart, largest_head, no_room
from paiban.grid import IDEOGRAPHIC_ASCENT
from paiban.issue import Block
from paiban.kinds.story.model import Story
from paiban.kinds.story.room import head_copy, head_span, logo_beside, room_below, surround
from paiban.makeup.frame.kind import PageKit, SetBlock, Site
from paiban.makeup.frame.model import Placed, PlacedHead, Traits
from paiban.units import Length, rounded
from paiban.value import NamedTuple

TRAITS_ALONE = Traits(high=True, heads=True, fill="=")
"""It heads others: it is no story itself, and its size is not held against its weight."""

LEAST_WEIGHT = 1
"""Its place decides how large it is; it is never smaller than the headlines of this weight."""

EDGE_EM = 2
"""One upon a picture keeps so many em of the body off its place's ends: a credit may stand along the picture's edge."""

PULL_QUOTE = "pull-quote"
"""The role of one that stands inside another story (提要): it is a sentence of that, and heads nothing."""


class HeadRoom(NamedTuple):
    """The room of a headline alone on its own axes: inline start and extent, block start and extent."""

    inline: Length
    inline_extent: Length
    block: Length
    block_extent: Length


def place_alone(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """Set a headline alone, as large as its place bears, on few lines rather than on many."""
    story: Story = block.content
    assert story.headline is not None
    if story.vertical and kit.grid.crosses(site.place):
        return None, [diagnose("P530", block.span, block=block.id)]
    upright = not story.vertical and block.form.headline == "vertical"
    room = strip_room(block, site, kit) if upright else band_room(block, site, kit)
    heads = maker_alone(
        block, kit, room.inline_extent if upright else room.block_extent, quote=site.hosted and not block.upon
    )
    head = fitting(block, site, kit, heads, room, upright=upright)
    if head is None:
        fits: Fits = lambda maker: fitting(block, site, kit, maker, room, upright=upright) is not None  # noqa: E731
        return None, [no_room(block.id, heads, site.place.columns, fits)]
    finished = heads.finish(head)
    placed_head = PlacedHead(finished, *room)
    around = surround(block, kit, site.hosted, site.flush)
    found = [d for part in finished.parts for d in part.prepared.diagnostics]
    placed = Placed(
        block=block,
        traits=TRAITS_ALONE,
        place=site.place,
        white_above=around.white(site.place.row),
        head=placed_head,
        vertical=story.vertical,
        inset=around.inset,
    )
    if story.logo is None:
        return placed, found
    from paiban.kinds.story.art import faults, set_logo  # noqa: PLC0415  few headlines have any

    return placed._replace(content=set_logo(placed, kit)), [*found, *faults(story, kit)]


def maker_alone(block: Block, kit: PageKit, room: Length, *, quote: bool) -> HeadMaker:
    """What makes a headline up to as large as its ``room`` across its lines, or in the editor's own range; a ``quote``
    is in the face of its role, and no larger than that."""
    assert block.content.headline is not None
    copy = head_copy(block, block.content.headline, kit)
    if quote:
        copy = copy._replace(face=copy.face or kit.setter.sheet.roles[PULL_QUOTE].face)
    if copy.size is None:
        least, _, _ = kit.setter.headline_sizes(LEAST_WEIGHT)
        most = min(room, kit.setter.size(PULL_QUOTE)) if quote else room
        copy = copy._replace(size=(least, max(least, most)))
    copy = copy._replace(alone=True)
    return kit.rack.copy(
        f"head alone {copy.size} {copy.face}",
        block,
        kit.setter,
        lambda: HeadMaker(copy, kit.setter, kit.catalogue),
    )


def fitting(block: Block, site: Site, kit: PageKit, heads: HeadMaker, room: HeadRoom, *, upright: bool) -> Head | None:
    """The largest head that fits: across a place, down it in vertical writing, or as 竖题."""
    off = 2 * EDGE_EM * kit.grid.size if block.upon else 0
    if upright:
        return largest_head(heads, room.block_extent - off, room.inline_extent, vertical=True)
    span = (
        head_span(room_below(block, site, kit), heads) - logo_beside(block.content, block.content.vertical, kit) - off
    )
    if block.content.vertical:
        return largest_head(heads, span, room.block_extent, vertical=True)
    return largest_head(
        heads, span, room.block_extent, vertical=False, needs=lambda head: inked_extent(head, heads.catalogue)
    )


def inked_extent(head: Head, catalogue: FontCatalogue) -> Length:
    """What a head in the middle of its place needs across its lines for all its ink to stand in it."""
    return head.extent + 2 * max(hanging(head.parts[0], catalogue), hanging(head.parts[-1], catalogue))


def hanging(part: HeadPart, catalogue: FontCatalogue) -> Length:
    """How far the ink of a part's lines stands above or below their em boxes at the most: a comma's tail, a g.

    Elsewhere a head has white and copy below it, where that may hang.
    """
    prepared = part.prepared
    size = prepared.style.size
    above = rounded(size * IDEOGRAPHIC_ASCENT, 1000)
    ends = [*(look.glyph for look in prepared.looks[1:]), len(prepared.glyphs)]
    most = 0
    for look, end in zip(prepared.looks, ends, strict=True):
        face, own = catalogue.face(look.face), look.size or size
        for _, low, _, high in map(face.extents, prepared.glyphs[look.glyph : end]):
            most = max(most, rounded(high * own, face.upem) - above, above - size - rounded(low * own, face.upem))
    return most * part.size // size


def band_room(block: Block, site: Site, kit: PageKit) -> HeadRoom:
    """All of a place but its white, its box and its logo."""
    area, leading = room_below(block, site, kit), kit.grid.leading
    beside, rows = logo_beside(block.content, block.content.vertical, kit), area.end_row - area.first_row
    return HeadRoom(area.start + beside, area.extent - beside, area.first_row * leading, rows * leading)


def strip_room(block: Block, site: Site, kit: PageKit) -> HeadRoom:
    """The same of 竖题, which has all of the place's width."""
    around, leading = surround(block, kit, site.hosted, site.flush), kit.grid.leading
    first, end = around.first_row(site.place.row), site.place.rows - around.foot_rows
    width = around.measure(kit.grid.width(site.place))
    above = logo_beside(block.content, True, kit)
    return HeadRoom(around.inset, width, first * leading + above, (end - first) * leading - above)
