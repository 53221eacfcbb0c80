"""Blocks for the search: each with its shapes, or with the one that it has where the editor put it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from paiban.diagnostic import Diagnostic, diagnose
from paiban.galley.story import story_galley
from paiban.issue import Advert, Block, Briefs, PagePlan, Picture, Story
from paiban.makeup.frame.advert import advert_size
from paiban.makeup.frame.model import PlacedStory
from paiban.makeup.frame.place import Maker, Places, partial_legs, place_block, resolve_place
from paiban.makeup.frame.surround import WHITE_ROWS
from paiban.makeup.propose.shapes import (
    Form,
    PictureRows,
    StoryCurve,
    advert_shapes,
    briefs_shapes,
    open_boundaries,
    picture_rows,
    picture_shapes,
    story_curve,
    story_shapes,
)
from paiban.makeup.propose.vertical_shapes import vertical_shapes
from paiban.makeup.search import BlockChoices, Shape
from paiban.template import PageTemplate
from paiban.units import PER_PT


class Candidate(NamedTuple):
    """A block with its shapes, and what is needed to turn a chosen shape back into places."""

    block: Block
    choices: BlockChoices
    forms: tuple[Form, ...] = ()
    curve: StoryCurve | None = None
    picture: PictureRows | None = None


def gather(page: PagePlan, template: PageTemplate, maker: Maker) -> tuple[list[Candidate], list[Diagnostic]]:
    """Every block with its shapes; a picture that belongs to a story without a place goes into that story's shapes."""
    places = {block.id: resolve_place(block, template, maker.setter.body.name) for block in page.blocks}
    hosted = hosted_pictures(page, places)
    candidates: list[Candidate] = []
    found: list[Diagnostic] = []
    for block in page.blocks:
        if isinstance(block, Picture) and (block in hosted.values() or stands_inside(block, places)):
            continue
        if places[block.id] is not None:
            candidates.append(fixed_candidate(block, page, places, maker))
            continue
        candidate = candidate_for(block, hosted.get(block.id), maker)
        if isinstance(candidate, Diagnostic):
            found.append(candidate)
        else:
            candidates.append(candidate)
    return candidates, found


def stands_inside(picture: Picture, places: Places) -> bool:
    """Whether the editor placed a picture inside its story: the two are one block."""
    host, own = places.get(picture.with_), places[picture.id]
    return host is not None and own is not None and host.holds(own)


def hosted_pictures(page: PagePlan, places: Places) -> dict[str, Picture]:
    """The first picture of each horizontal story that has no place, where the picture has none either."""
    hosted: dict[str, Picture] = {}
    stories = {
        block.id
        for block in page.blocks
        if isinstance(block, Story) and places[block.id] is None and block.writing != "vertical"
    }
    for block in page.blocks:
        if isinstance(block, Picture) and block.with_ in stories and places[block.id] is None:
            hosted.setdefault(block.with_, block)
    return hosted


def candidate_for(block: Block, picture: Picture | None, maker: Maker) -> Candidate | Diagnostic:
    """The shapes of a block without a place, or why it can stand nowhere."""
    match block:
        case Story():
            found = story_candidate(block, picture, maker)
        case Briefs():
            found = Candidate(block, choices(block, "briefs", block.weight, briefs_shapes(block, maker)))
        case Picture():
            found = picture_candidate(block, maker)
        case Advert():
            found = advert_candidate(block, maker)
    if isinstance(found, Diagnostic) or found.choices.shapes:
        return found
    return diagnose("P508", block.span, block=block.id)


def story_candidate(story: Story, picture: Picture | None, maker: Maker) -> Candidate | Diagnostic:
    """A story's shapes, with the picture that it hosts."""
    if story.writing == "vertical":
        curve = story_curve(story, maker)
        shapes, forms = vertical_shapes(curve)
        return Candidate(story, choices(story, "story", story.weight, shapes), forms, curve)
    rows = picture_rows(picture, maker) if picture is not None else None
    if isinstance(rows, Diagnostic):
        return rows
    curve = story_curve(story, maker)
    shapes, forms = story_shapes(curve, rows)
    if story.headline_form != "auto":
        shapes = tuple(shape for shape in shapes if forms[shape.key].headline_form == story.headline_form)
    return Candidate(story, choices(story, "story", story.weight, shapes), forms, curve, rows)


def picture_candidate(picture: Picture, maker: Maker) -> Candidate | Diagnostic:
    """The shapes of a picture that stands by itself."""
    rows = picture_rows(picture, maker)
    if isinstance(rows, Diagnostic):
        return rows
    return Candidate(picture, choices(picture, "picture", 1, picture_shapes(rows, maker.grid)))


def advert_candidate(advert: Advert, maker: Maker) -> Candidate | Diagnostic:
    """An advert's shape."""
    size = advert_size(advert, maker.folder)
    if isinstance(size, Diagnostic):
        return size
    return Candidate(advert, choices(advert, "advert", 1, advert_shapes(advert, size, maker.grid)))


def choices(block: Block, kind: str, weight: int, shapes: Sequence[Shape]) -> BlockChoices:
    """A block for the search."""
    filler = isinstance(block, Advert) and block.filler
    return BlockChoices(block.id, kind, weight, tuple(shapes), filler=filler)


KINDS: dict[type, str] = {Story: "story", Briefs: "briefs", Picture: "picture", Advert: "advert"}


def fixed_candidate(block: Block, page: PagePlan, places: Places, maker: Maker) -> Candidate:
    """A block that the editor placed: one shape, in one place, with the headline that it really gets there."""
    place = places[block.id]
    assert place is not None
    rows = place.rows + (WHITE_ROWS if place.row == 0 else 0)
    shape = Shape(
        columns=place.columns,
        rows_min=rows,
        rows=rows,
        rows_max=rows,
        boxed=isinstance(block, Story | Briefs) and block.box is not None,
    )
    if isinstance(block, Story):
        shape = with_headline(shape, block, page, places, maker)
    weight = block.weight if isinstance(block, Story | Briefs) else 1
    return Candidate(block, BlockChoices(block.id, KINDS[type(block)], weight, (shape,), fixed=place))


def with_headline(shape: Shape, story: Story, page: PagePlan, places: Places, maker: Maker) -> Shape:
    """The shape of a placed story as it comes out when it is set; as it was where it cannot be."""
    place = places[story.id]
    assert place is not None
    galley = story_galley(story, maker.setter, maker.catalogue)
    placed, _ = place_block(story, place, galley, places, page, maker)
    if not isinstance(placed, PlacedStory) or placed.head is None or story.writing == "vertical":
        return shape
    beside = placed.head.head.vertical
    legs = len(placed.legs)
    across = place.columns if story.headline_form != "partial" else -(-place.columns * partial_legs(legs) // legs)
    return replace(
        shape,
        rows_min=shape.rows + -(-placed.fit.over_lines // legs),
        rows_max=shape.rows - placed.fit.short_lines // legs,
        form="vertical" if beside else "above",
        headline_rows=shape.rows if beside else placed.head.block_extent // maker.grid.leading + WHITE_ROWS,
        headline_columns=(0, 1 if beside else across),
        headline_size=placed.head.head.size * 10 // PER_PT,
        legs=legs,
        gutters=open_boundaries(place.columns, Form(legs, "vertical" if beside else "above")),
    )
