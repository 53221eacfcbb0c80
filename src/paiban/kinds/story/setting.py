"""A story set in a place: its head above its legs, or as 竖题 in a strip of its own at the frame's start."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from paiban.diagnostic import Diagnostic, diagnose
from paiban.font import FontCatalogue
from paiban.galley.galley import Galley
from paiban.galley.head import Fits, HeadMaker, HeadOption, head_options, no_room, vertical_head
from paiban.galley.paragraphs import galley_paragraphs, ranged
from paiban.galley.type import TypeSetter
from paiban.issue import Block, Paragraph
from paiban.kinds.story.model import Story, StoryForm
from paiban.kinds.story.room import (
    BesideStrip,
    beside_guests,
    beside_strip,
    head_maker,
    head_span,
    legs_on_grid,
    logo_beside,
    obstacles_in,
    room_below,
    strip_of,
    surround,
    with_author,
    with_size,
    with_widths,
)
from paiban.language import Words
from paiban.makeup.frame.fit import (
    CopyArea,
    Dealt,
    characters,
    deal,
    fit_diagnostics,
    initial_stands,
    no_line,
    roomier_for,
)
from paiban.makeup.frame.kind import BlockSetting, PageKit, SetBlock, Site, all_of_it, no_cells, no_home, stays_in
from paiban.makeup.frame.model import Placed, PlacedHead, Traits
from paiban.markup import plain
from paiban.units import Length, to_pt

TRAITS = Traits(leads=True)

TIGHT = 120
"""Lines stand at least so many hundredths of their size apart."""

LEAST_BESIDE = 8
"""The shortest measure that copy may have beside a 竖题, in em: shorter lines are no more read."""


def galley(block: Block, setter: TypeSetter, catalogue: FontCatalogue) -> Galley | None:
    """Prepare a story's body, None for a headline alone.

    Its byline stands as the last line, ranged right (composition rule book, section 11), unless the head has it; the
    editor's note stands before the copy, its large initial at the copy's begin.
    """
    story: Story = block.content
    if story.alone:
        return None
    colour = setter.sheet.colours.get(block.colour)
    setter = setter.copy_set(story.align, indented=story.indented, size=story.copy_size)
    body = [*(Paragraph("note", p.text) for p in story.note), *ranged(story.copy, story.align)]
    if not story.byline_in_head:
        body += [Paragraph("byline", byline) for byline in story.bylines]
    plain = Galley(block.id, tuple(galley_paragraphs(body, setter, catalogue, story.vertical, colour)))
    if not (story.initial or story.side_heads or story.end_mark):
        return plain
    return adorned_galley(plain, block, setter, catalogue)


def adorned_galley(plain: Galley, block: Block, setter: TypeSetter, catalogue: FontCatalogue) -> Galley:
    """The galley of a story with what is set into its lines: a large initial, heads at the side, room for its mark."""
    from paiban.kinds.story.adorned import with_room  # noqa: PLC0415  few stories have any
    from paiban.kinds.story.initial import with_initial  # noqa: PLC0415  likewise
    from paiban.kinds.story.sideheads import with_side_heads  # noqa: PLC0415  likewise

    story: Story = block.content
    made = with_initial(plain, block, setter, catalogue) if story.initial else plain
    made = with_side_heads(made, setter) if story.side_heads else made
    return with_room(made) if story.end_mark else made


def place(block: Block, site: Site, kit: PageKit) -> SetBlock:
    """Set a story."""
    if block.content.alone:
        from paiban.kinds.story.alone import place_alone  # noqa: PLC0415  few pages have any

        return place_alone(block, site, kit)
    heads = head_maker(block, kit)
    if heads is not None and block.form.headline == "vertical" and not block.content.vertical:
        return place_beside(block, site, kit, heads)
    return place_below(block, site, kit, heads)


def place_below(block: Block, site: Site, kit: PageKit, heads: HeadMaker | None) -> SetBlock:
    """A story with its head above its legs, or before its bands where it is vertical."""
    story: Story = block.content
    if story.vertical and kit.grid.crosses(site.place):
        return None, [diagnose("P530", block.span, block=block.id)]
    room = beside_guests(room_below(block, site, kit))
    options: tuple[HeadOption | None, ...] = (None,)
    beside = logo_beside(story, story.vertical, kit)
    if heads is not None:
        span = head_span(room, heads) - beside
        options = kit.rack.memo.made("heads", (heads,), lambda: head_options(heads, span, 0, story.vertical), span)
        if not options:
            return None, [
                no_room(block.id, heads, site.place.columns, lambda m: bool(head_options(m, span, 0, story.vertical)))
            ]
    dealt = dealt_out(site, room, options, kit)
    if dealt is None:
        from paiban.kinds.story.in_the_way import no_line_below  # noqa: PLC0415  few places are so small

        return None, [no_line_below(block, site, room, [option for option in options if option is not None])]
    head, taken = None, dealt.attempt.head
    if heads is not None and taken is not None:
        extent = taken.rows * kit.grid.leading
        finished = kit.rack.memo.made("head", (heads, taken.head), lambda: heads.finish(taken.head, extent), extent)
        head = PlacedHead(
            finished, room.head_start + beside, room.head_extent - beside,
            room.first_row * kit.grid.leading, extent,
        )  # fmt: skip
    found = told(block, site, kit, dealt, head)
    if room.obstacles and taken is not None and not story.vertical:
        from paiban.kinds.story.in_the_way import stranded  # noqa: PLC0415  few stories have anything inside

        found += stranded(block, site, room, taken.rows, dealt.attempt.legs)
    return placed_story(block, site, kit, dealt, head, room), found


def place_beside(block: Block, site: Site, kit: PageKit, heads: HeadMaker) -> SetBlock:
    """A story with its headline as 竖题 in a strip at its frame's start, no wider than its type wants.

    Beside what stands on the grid, from the third column on, the first leg takes what the strip leaves of two columns.
    A picture or a fold right after the strip leaves that a whole column.
    """
    grid, form = kit.grid, block.form
    legs = form.legs or max(1, site.place.columns - 1)
    around = surround(block, kit, site.hosted, site.flush)
    length = (site.place.rows - around.rows_at(site.place.row)) * grid.leading
    above = logo_beside(block.content, True, kit)
    head = vertical_head(heads, length - above, grid.column)
    if head is None:
        stands: Fits = lambda maker: vertical_head(maker, length - above, grid.column) is not None  # noqa: E731
        return None, [no_room(block.id, heads, 1, stands)]
    standing = beside_strip(block, site, kit)
    strip = grid.column if standing is BesideStrip.COLUMN else strip_of(block.content, head, kit)
    room = kit.room(around, site.place, legs, strip + grid.gutter, obstacles_in(site.place, site.guests, kit))
    if standing is BesideStrip.ON_GRID:
        room = legs_on_grid(room, site.place, kit)
    else:
        room = with_widths(room, block, site.place, kit)
    room = with_author(with_size(room, block.content, kit), block.content, kit)
    if room.measure < LEAST_BESIDE * grid.size or any(guest.start < room.start for guest in room.obstacles):
        return None, [no_line(block, roomier=roomier_for(site.guests))]
    dealt = dealt_out(site, room, (None,), kit)
    if dealt is None:
        return None, [no_line(block, roomier=roomier_for(site.guests))]
    begin = room.first_row * grid.leading + above
    placed = PlacedHead(heads.finish(head), around.inset, strip, begin, length - above)
    return placed_story(block, site, kit, dealt, placed, room), told(block, site, kit, dealt, placed)


def dealt_out(site: Site, room: CopyArea, options: Sequence[HeadOption | None], kit: PageKit) -> Dealt | None:
    """A story's copy dealt over its legs; where a large initial or a cross-head at the side has no room, without it."""
    assert site.galley is not None
    galley = site.galley
    dealt = deal(galley, room, options, kit.limit, site.place.columns, room.em)
    while dealt is not None and galley.plain is not None and not initial_stands(galley, dealt):
        galley = galley.plain
        dealt = deal(galley, room, options, kit.limit, site.place.columns, room.em)
    return dealt


def told(block: Block, site: Site, kit: PageKit, dealt: Dealt, head: PlacedHead | None) -> list[Diagnostic]:
    """What is to be said of a story that was set: of the copy of its head, and of how its body fitted."""
    parts = head.head.parts if head is not None else ()
    found = [
        *(d for part in parts for d in part.prepared.diagnostics),
        *fit_diagnostics(block, dealt, more=more_of(block.content)),
    ]
    beside = [line for line in dealt.lines if line.role == "initial" or (line.role == "crosshead" and line.lack)]
    if block.content.side_heads and not beside:
        found.append(diagnose("P548", block.span, block=block.id))
    if block.content.initial and not any(line.role == "initial" for line in dealt.lines):
        found.append(diagnose("P529", block.span, block=block.id, lines=block.content.initial))
    found += stanzas_told(block, dealt)
    found += dropped_told(block)
    found += parts_told(block, room_step(block, kit), kit)
    wanted = block.form.legs
    if wanted and dealt.fit.legs != wanted and kit.grid.crosses(site.place):
        found.append(diagnose("P531", block.span, block=block.id, wanted=wanted, legs=dealt.fit.legs))
    return found


def stanzas_told(block: Block, dealt: Dealt) -> list[Diagnostic]:
    """A poem's stanza that goes on in another leg is told, once a story: its lines are read as one."""
    begins = {id(p.text): p.first or p.white > 0 for p in block.content.copy if p.kind == "poem"}
    for before, line in pairwise(dealt.lines if begins else ()):
        copy = line.prepared.copy
        goes_on = line.role == before.role == "poem" and line.leg != before.leg
        if goes_on and (copy is before.prepared.copy or not begins.get(id(copy), True)):
            return [diagnose("P552", copy.span, block=block.id)]
    return []


def dropped_told(block: Block) -> list[Diagnostic]:
    """Copy that may go and was let go is told at every run, with its characters, where it begins."""
    story: Story = block.content
    numbers = Words("、".join(map(str, story.dropped)), ", ".join(map(str, story.dropped)))
    return [
        diagnose(
            "P553", story.body[story.dropped[0] - 1].text.span, block=block.id, paragraphs=numbers, characters=count
        )
        for _, count in spared(story)
    ]


def spared(story: Story) -> tuple[tuple[str, int], ...]:
    """Copy that was let go as a lever, in characters."""
    count = sum(characters(story.body[number - 1].text.value) for number in story.dropped)
    return (("dropped", count),) if story.dropped else ()


def more_of(story: Story) -> str:
    """What is added to a story that is short: to one that ends in verse, more of it."""
    return "stanza" if story.body and story.body[-1].kind == "poem" else ""


def room_step(block: Block, kit: PageKit) -> Length:
    """How far the lines of a story's copy stand apart."""
    story: Story = block.content
    return story.copy_rows * kit.grid.leading


def parts_told(block: Block, pitch: Length, kit: PageKit) -> list[Diagnostic]:
    """What is to be said of a story's own size, and of its pictures."""
    story: Story = block.content
    found = []
    if story.copy_size is not None and story.copy_size * TIGHT > pitch * 100:
        words = {"pt": f"{to_pt(story.copy_size):g}", "pitch": f"{to_pt(pitch):g}"}
        code = "P555" if story.copy_size > pitch else "P549"
        found.append(diagnose(code, block.span, block=block.id, **words))
    if story.portrait is not None or story.logo is not None:
        from paiban.kinds.story.art import faults  # noqa: PLC0415  few stories have any

        found += faults(story, kit)
    return found


def placed_story(
    block: Block, site: Site, kit: PageKit, dealt: Dealt, head: PlacedHead | None, room: CopyArea
) -> Placed:
    """The value for a story that was dealt out."""
    around = surround(block, kit, site.hosted, site.flush)
    placed = Placed(
        block=block,
        traits=TRAITS,
        place=site.place,
        white_above=around.white(site.place.row),
        head=head,
        legs=dealt.attempt.legs,
        lines=dealt.lines,
        vertical=block.content.vertical,
        inset=around.inset,
        fit=dealt.fit._replace(
            paragraphs=len(block.content.copy),
            more=more_of(block.content),
            levers=(*spared(block.content), *dealt.fit.levers),
        ),
        left_over=dealt.left_over,
    )
    story: Story = block.content
    if story.portrait is None and story.logo is None:
        return placed
    from paiban.kinds.story.art import set_art  # noqa: PLC0415  few stories have any

    row = room.first_row + (dealt.attempt.head.rows if dealt.attempt.head is not None else 0)
    return placed._replace(content=set_art(placed, room, row, kit))


def data(placed: Placed) -> dict[str, object]:
    """Its headline with its form and its size in points, and the legs of its copy."""
    story: Story = placed.block.content
    form: StoryForm = placed.block.form
    return {
        "headline": plain(story.headline.value) if story.headline is not None else "",
        "headline_form": form.settled,
        "headline_pt": to_pt(placed.head.head.size) if placed.head is not None else 0,
        "legs": len(placed.legs),
        "vertical": placed.vertical,
    }


SETTING = BlockSetting(
    traits=TRAITS, galley=galley, place=place, cells=no_cells, home=no_home, outline=all_of_it, runs_off=stays_in
)
