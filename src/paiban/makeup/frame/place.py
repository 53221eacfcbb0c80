"""Make-up by the editor: every block set in the place, or the template's slot, that the issue gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from paiban.diagnostic import Diagnostic, diagnose
from paiban.font import FontCatalogue
from paiban.galley.head import HeadMaker, HeadOption, head_options, vertical_head
from paiban.galley.story import Galley, briefs_galley, story_galley
from paiban.galley.type import TypeSetter
from paiban.grid import Grid, GridRect
from paiban.issue import Advert, Block, Briefs, PagePlan, Picture, Story
from paiban.makeup.frame.capacity import capacity
from paiban.makeup.frame.fit import Dealt, Obstacle, Room, deal
from paiban.makeup.frame.model import (
    Makeup,
    Placed,
    PlacedAdvert,
    PlacedBriefs,
    PlacedHead,
    PlacedPicture,
    PlacedStory,
)
from paiban.makeup.frame.picture import PictureMaker, place_picture
from paiban.makeup.frame.surround import PLAIN, Surround
from paiban.makeup.frame.vertical import vertical_room
from paiban.template import PageTemplate
from paiban.units import Length

Places = Mapping[str, GridRect | None]
"""Where each block of a page stands, None where the editor did not say."""


class Maker(NamedTuple):
    """What every block of one page is made up with."""

    grid: Grid
    setter: TypeSetter
    catalogue: FontCatalogue
    names: tuple[str, ...]
    folder: Path

    @property
    def limit(self) -> int:
        """The most tracking that copy fitting may use, in thousandths of an em."""
        return self.setter.sheet.composition.tracking_limit

    @property
    def picture_maker(self) -> PictureMaker:
        """What pictures are placed with."""
        return PictureMaker(self.grid, self.setter, self.catalogue, self.folder)

    def surround(self, block: Story | Briefs) -> Surround:
        """What a block's frame keeps around its copy."""
        boxed = block.box is not None
        labelled = isinstance(block, Briefs) and block.label is not None
        return Surround(boxed, labelled, self.setter.length("box_inset") if boxed else 0)

    def room(
        self, block: Story | Briefs, place: GridRect, legs: int, skip: Length, obstacles: Sequence[Obstacle] = ()
    ) -> Room:
        """The room for copy in a block's frame after ``skip`` of its inline extent."""
        around = self.surround(block)
        return Room(
            start=around.inset + skip,
            extent=around.measure(self.grid.span(place.columns)) - skip,
            first_row=around.first_row(place.row),
            end_row=place.rows - around.foot_rows,
            legs=legs,
            gutter=self.grid.gutter,
            obstacles=tuple(obstacles),
        )


def resolve_place(block: Block, template: PageTemplate, body: str) -> GridRect | None:
    """The grid rectangle that the editor gave a block, by place or by slot; None where he gave none."""
    place = block.place or template.slot(block.slot, body)
    return place.rect if place is not None else None


def make_up(plan: PagePlan, template: PageTemplate, maker: Maker) -> tuple[Makeup, tuple[Diagnostic, ...]]:
    """Set every block of a page in its place. Overset and underset come back in the fits, never as losses."""
    places = {block.id: resolve_place(block, template, maker.setter.body.name) for block in plan.blocks}
    galleys = {galley.block: galley for galley in page_galleys(plan, maker)}
    room = capacity(maker.grid, galleys.values(), solid_places(plan, places))
    found = [d for galley in galleys.values() for p in galley.paragraphs for d in p.prepared.diagnostics]
    if room.over:
        found.append(diagnose("P510", plan.span, lines=room.over, copy=room.copy, page=room.page - room.taken))
        return Makeup(plan, maker.grid, ()), tuple(found)
    placed: list[Placed] = []
    for block in plan.blocks:
        place = places[block.id]
        if place is None and isinstance(block, Advert) and block.filler:
            continue
        if place is None:
            found.append(diagnose("P503", block.span, block=block.id))
            continue
        set_block, diagnostics = place_block(block, place, galleys.get(block.id), places, plan, maker)
        found += diagnostics
        if set_block is not None:
            placed.append(set_block)
    crops = host_crops(placed)
    fits = tuple(
        block.fit._replace(levers=(*block.fit.levers, *crops.get(block.source.id, ())))
        for block in placed
        if isinstance(block, PlacedStory | PlacedBriefs)
    )
    return Makeup(plan, maker.grid, tuple(placed), fits), tuple(found)


def host_crops(placed: Sequence[Placed]) -> dict[str, list[tuple[str, int]]]:
    """The lever «picture crop» by story, in per cent of the picture."""
    crops: dict[str, list[tuple[str, int]]] = {}
    for block in placed:
        if isinstance(block, PlacedPicture) and block.source.with_ and block.cropped:
            crops.setdefault(block.source.with_, []).append(("crop", block.cropped))
    return crops


def page_galleys(plan: PagePlan, maker: Maker) -> Iterator[Galley]:
    """The galley of every story and rail of a page."""
    for block in plan.blocks:
        if isinstance(block, Story):
            yield story_galley(block, maker.setter, maker.catalogue)
        elif isinstance(block, Briefs):
            yield briefs_galley(block, maker.setter, maker.catalogue)


def solid_places(plan: PagePlan, places: Places) -> list[GridRect]:
    """The places of adverts and pictures, where no copy can stand."""
    solid = [places[block.id] for block in plan.blocks if isinstance(block, Picture | Advert)]
    return [place for place in solid if place is not None]


def pictures_inside(story: Story, place: GridRect, plan: PagePlan, places: Places) -> list[GridRect]:
    """The places of a story's pictures that lie inside its own."""
    own = [places[b.id] for b in plan.blocks if isinstance(b, Picture) and b.with_ == story.id]
    return [rect for rect in own if rect is not None and place.holds(rect)]


def place_block(
    block: Block, place: GridRect, galley: Galley | None, places: Places, plan: PagePlan, maker: Maker
) -> tuple[Placed | None, list[Diagnostic]]:
    """Set one block in its place."""
    match block:
        case Story():
            assert galley is not None
            return place_story(block, galley, place, pictures_inside(block, place, plan, places), maker)
        case Briefs():
            assert galley is not None
            return place_briefs(block, galley, place, maker)
        case Picture():
            host = places.get(block.with_)
            inside = host is not None and host.holds(place)
            white = 0 if inside else PLAIN.white(place.row)
            return place_picture(block, place, white, maker.picture_maker)
        case Advert():
            return PlacedAdvert(block, place, PLAIN.white(place.row)), []


def place_story(
    story: Story, galley: Galley, place: GridRect, inside: Sequence[GridRect], maker: Maker
) -> tuple[PlacedStory | None, list[Diagnostic]]:
    """Set a story: its head above its legs, or as 竖题 in a strip of its own at the frame's start."""
    heads = HeadMaker(story, maker.setter, maker.catalogue, maker.names)
    vertical = story.writing == "vertical"
    beside = story.headline_form == "vertical" and story.headline is not None and not vertical
    legs = story.legs or max(1, place.columns - int(beside))
    if beside:
        return place_beside(story, galley, place, inside, maker, heads, legs)
    room = maker.room(story, place, legs, 0, obstacles_in(place, inside, maker.grid))
    if story.headline_form == "partial" and story.headline is not None:
        room = room._replace(head_legs=partial_legs(legs))
    if vertical:
        room = vertical_room(story, place, inside, maker.grid, maker.surround(story))
    options: tuple[HeadOption | None, ...] = (None,)
    if story.headline is not None:
        options = head_options(heads, room.head_extent, 0, vertical=vertical)
        if not options:
            return None, [diagnose("P504", story.headline.span, block=story.id, columns=place.columns)]
    dealt = deal(galley, room, options, maker.limit, place.columns, maker.grid.size)
    if dealt is None:
        return None, [diagnose("P506", story.span, block=story.id)]
    head = None
    if dealt.attempt.head is not None:
        leading = maker.grid.leading
        head = PlacedHead(
            heads.finish(dealt.attempt.head.head),
            room.start,
            room.head_extent,
            room.first_row * leading,
            dealt.attempt.head.rows * leading,
        )
    return placed_story(story, place, maker, dealt, head), fit_diagnostics(story, dealt)


def partial_legs(legs: int) -> int:
    """How many of a story's legs carry its 串文题: two of three."""
    return max(1, 2 * legs // 3)


def place_beside(
    story: Story,
    galley: Galley,
    place: GridRect,
    inside: Sequence[GridRect],
    maker: Maker,
    heads: HeadMaker,
    legs: int,
) -> tuple[PlacedStory | None, list[Diagnostic]]:
    """A story with its headline as 竖题 in the first column of its frame."""
    grid = maker.grid
    skip = grid.column + grid.gutter
    room = maker.room(story, place, legs, skip, obstacles_in(place, inside, grid))
    if any(picture.start < room.start for picture in room.obstacles):
        return None, [diagnose("P506", story.span, block=story.id)]
    length = (room.end_row - room.first_row) * grid.leading
    head = vertical_head(heads, length, grid.column)
    if head is None:
        assert story.headline is not None
        return None, [diagnose("P504", story.headline.span, block=story.id, columns=1)]
    dealt = deal(galley, room, (None,), maker.limit, place.columns, grid.size)
    if dealt is None:
        return None, [diagnose("P506", story.span, block=story.id)]
    placed = PlacedHead(heads.finish(head), room.start - skip, grid.column, room.first_row * grid.leading, length)
    return placed_story(story, place, maker, dealt, placed), fit_diagnostics(story, dealt)


def placed_story(story: Story, place: GridRect, maker: Maker, dealt: Dealt, head: PlacedHead | None) -> PlacedStory:
    """The value for a story that was dealt out."""
    around = maker.surround(story)
    return PlacedStory(
        source=story,
        place=place,
        head=head,
        legs=dealt.attempt.legs,
        lines=dealt.lines,
        white_above=around.white(place.row),
        inset=around.inset,
        fit=dealt.fit,
        left_over=dealt.left_over,
    )


def obstacles_in(place: GridRect, inside: Sequence[GridRect], grid: Grid) -> list[Obstacle]:
    """The pictures inside a frame, on the frame's logical axes."""
    left = grid.column_left(place.column)
    return [
        Obstacle(grid.frame(rect).x0 - left, grid.frame(rect).x1 - left, rect.row - place.row, rect.end_row - place.row)
        for rect in inside
    ]


def place_briefs(
    briefs: Briefs, galley: Galley, place: GridRect, maker: Maker
) -> tuple[PlacedBriefs | None, list[Diagnostic]]:
    """Set a rail of briefs under its label."""
    around = maker.surround(briefs)
    room = maker.room(briefs, place, place.columns, 0)
    dealt = deal(galley, room, (None,), maker.limit, place.columns, maker.grid.size)
    if dealt is None:
        return None, [diagnose("P506", briefs.span, block=briefs.id)]
    placed = PlacedBriefs(
        source=briefs,
        place=place,
        label_rows=around.label_rows,
        legs=dealt.attempt.legs,
        lines=dealt.lines,
        white_above=around.white(place.row),
        inset=around.inset,
        fit=dealt.fit,
        left_over=dealt.left_over,
    )
    return placed, fit_diagnostics(briefs, dealt)


def fit_diagnostics(block: Story | Briefs, dealt: Dealt) -> list[Diagnostic]:
    """What the editor must hear of a fit: copy that found no room, room that found no copy."""
    fit = dealt.fit
    found = []
    if fit.over_lines:
        copy, start = dealt.left_over[0]
        params = {"block": block.id, "lines": fit.over_lines, "characters": fit.over_characters}
        found.append(diagnose("P501", copy.at(start), **params))
    elif fit.short_lines:
        params = {"block": block.id, "lines": fit.short_lines, "characters": fit.short_characters}
        found.append(diagnose("P502", block.span, **params))
    return found
