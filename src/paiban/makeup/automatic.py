"""Automatic make-up: blocks without places become a problem of integers, and a plan becomes places again.

The search (``makeup.search``) sees shapes only. What it proposes is written into the page plan as the places, legs and
headline forms that an editor would have given, and goes down the same line; so every count in a plan is proved by the
page that is set from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from paiban.diagnostic import Diagnostic, diagnose
from paiban.galley.story import story_galley
from paiban.issue import Advert, Block, Briefs, PagePlan, Picture, Place, Story
from paiban.makeup.advert import advert_size
from paiban.makeup.model import PlacedStory
from paiban.makeup.place import Maker, Places, place_block, resolve_place
from paiban.makeup.search import BlockChoices, Placement, Plan, Problem, Rect, Shape, search
from paiban.makeup.search.plan import judged
from paiban.makeup.search.score import COSTS
from paiban.makeup.shapes import (
    Form,
    PictureRows,
    StoryCurve,
    advert_shapes,
    briefs_shapes,
    open_boundaries,
    picture_rows,
    picture_shapes,
    solve,
    story_curve,
    story_shapes,
)
from paiban.span import Span
from paiban.template import PageTemplate
from paiban.units import PER_PT

WHITE_ABOVE = 1
"""Every block counts one white row at its top, which falls away at the head of the page."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block with its shapes, and what is needed to turn a chosen shape back into places."""

    block: Block
    choices: BlockChoices
    forms: tuple[Form, ...] = ()
    curve: StoryCurve | None = None
    picture: PictureRows | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan as a page that can be set: ``page`` has a place for every block that the plan uses."""

    page: PagePlan
    plan: Plan


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a make-up: how many plans, how many seconds at most, and whether old places may move.

    Without a ``budget`` the search is limited in steps, so that every machine finds the same. ``again``: blocks that
    are not locked give up their places, and keep to them as far as the others let them.
    """

    best: int = 1
    budget: float | None = None
    again: bool = False


MOVED = 12.0
"""What it costs a block to leave its place when a page is made up again: three times what the search would say."""

MOVED_FORM = 1.0
"""What it costs a story to give up the legs or the headline form that it had."""


def propose(
    page: PagePlan, template: PageTemplate, maker: Maker, wish: Wish
) -> tuple[tuple[Proposal, ...], tuple[Diagnostic, ...]]:
    """The best different make-ups of a page; places that the editor gave are kept exactly unless he wants it anew."""
    before = {block.id: block for block in page.blocks if wish.again and may_move(block)}
    page = replace(page, blocks=tuple(freed(block) if block.id in before else block for block in page.blocks))
    candidates, found = gather(page, template, maker)
    if found:
        return (), tuple(found)
    grid = maker.grid
    problem = Problem(
        columns=grid.columns,
        rows=grid.rows,
        blocks=tuple(remembered(candidate, before) for candidate in candidates),
        costs={**({"moved": MOVED} if wish.again else {}), **maker.setter.sheet.costs},
        white_above=WHITE_ABOVE,
    )
    plans = search(problem, best=wish.best, budget=wish.budget) if to_place(problem) else (as_placed(problem),)
    by_id = {candidate.block.id: candidate for candidate in candidates}
    proposals = tuple(Proposal(placed_page(page, plan, by_id), plan) for plan in plans)
    if not proposals:
        return (), (diagnose("P507", page.span, page=page.number),)
    return proposals, ()


def to_place(problem: Problem) -> bool:
    """Whether anything is left to be placed."""
    return any(block.fixed is None and not block.filler for block in problem.blocks)


def as_placed(problem: Problem) -> Plan:
    """The page as the editor made it up, with its score."""
    placements = [
        Placement(block.id, block.shapes[0], place.column, place.row, place.rows, 0, block.kind, block.weight)
        for block in problem.blocks
        if (place := block.fixed) is not None
    ]
    placements.sort(key=lambda placement: (placement.row, placement.column))
    return judged(problem, {**COSTS, **problem.costs}, placements)


def may_move(block: Block) -> bool:
    """Whether a block has a place that it may leave: one that is locked, or stands in a slot, stays."""
    return block.place is not None and not block.locked


def freed(block: Block) -> Block:
    """A block without the place, legs and headline form that it had."""
    if isinstance(block, Story):
        return replace(block, place=None, legs=None, headline_form="auto")
    return replace(block, place=None)


def remembered(candidate: Candidate, before: Mapping[str, Block]) -> BlockChoices:
    """A block's choices with where it, and the picture that it hosts, stood last time."""
    own = before.get(candidate.block.id)
    if own is None or own.place is None:
        return candidate.choices
    hosted = before.get(candidate.picture.picture.id) if candidate.picture is not None else None
    places = [own.place, *([hosted.place] if hosted is not None and hosted.place is not None else [])]
    column, row = min(p.first_column for p in places), min(p.first_row for p in places)
    last_column, last_row = max(p.last_column for p in places), max(p.last_row for p in places)
    rect = Rect(column - 1, row - 1, last_column - column + 1, last_row - row + 1)
    shapes = candidate.choices.shapes
    if isinstance(own, Story):
        shapes = tuple(reshaped(shape, candidate.forms[shape.key], own) for shape in shapes)
    return replace(candidate.choices, shapes=shapes, previous=rect)


def reshaped(shape: Shape, form: Form, before: Story) -> Shape:
    """A shape with what it costs to look otherwise than last time."""
    assert before.place is not None
    vertical = before.headline_form == "vertical"
    legs = before.legs or before.place.last_column - before.place.first_column + 1 - int(vertical)
    changes = (form.headline_form == "vertical") != vertical or form.legs != legs
    return replace(shape, cost=shape.cost + MOVED_FORM) if changes else shape


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
    """The first picture of each story that has no place, where the picture has none either."""
    hosted: dict[str, Picture] = {}
    stories = {block.id for block in page.blocks if isinstance(block, Story) and places[block.id] is None}
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
        return diagnose("P516", story.span, block=story.id)
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
    rows = place.rows + (WHITE_ABOVE if place.first_row == 1 else 0)
    shape = Shape(
        columns=place.columns,
        rows_min=rows,
        rows=rows,
        rows_max=rows,
        boxed=isinstance(block, Story | Briefs) and block.box is not None,
    )
    if isinstance(block, Story):
        shape = with_headline(shape, block, page, places, maker)
    rect = Rect(place.first_column - 1, place.first_row - 1, place.columns, place.rows)
    weight = block.weight if isinstance(block, Story | Briefs) else 1
    return Candidate(block, BlockChoices(block.id, KINDS[type(block)], weight, (shape,), fixed=rect))


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
    return replace(
        shape,
        form="vertical" if beside else "above",
        headline_rows=shape.rows if beside else placed.head.block_extent // maker.grid.leading + WHITE_ABOVE,
        headline_columns=(0, 1 if beside else place.columns),
        headline_size=placed.head.head.size * 10 // PER_PT,
        legs=legs,
        gutters=open_boundaries(place.columns, Form(legs, "vertical" if beside else "above")),
    )


def placed_page(page: PagePlan, plan: Plan, candidates: Mapping[str, Candidate]) -> PagePlan:
    """The page with every place that the plan gives; fillers that it leaves out have none."""
    given: dict[str, Block] = {}
    for placement in plan.placements:
        for block in placed_blocks(candidates[placement.block], placement):
            given[block.id] = block
    return replace(page, blocks=tuple(given.get(block.id, block) for block in page.blocks))


def placed_blocks(candidate: Candidate, placement: Placement) -> list[Block]:
    """The block, and the picture that it hosts, with their places."""
    block, rect = candidate.block, placement.rect
    if candidate.choices.fixed is not None:
        return [block]
    if not isinstance(block, Story):
        return [replace(block, place=place_of(rect, block.span))]
    form = candidate.forms[placement.shape.key]
    story = replace(block, legs=form.legs, headline_form=form.headline_form)
    assert candidate.curve is not None
    if candidate.picture is None:
        return [replace(story, place=place_of(rect, block.span))]
    white = int(rect.row > 0 or block.box is not None)
    solution = solve(candidate.curve, rect.columns, form, candidate.picture, rect.rows + 1 - white)
    height = solution.picture_rows if solution is not None else candidate.picture.rows(form.picture_columns)[1]
    head = solution.head_rows if solution is not None else placement.shape.headline_rows - 1
    inner = picture_rect(rect, form, white, head, height)
    body = rect
    if form.side == "above":
        body = Rect(rect.column, inner.end_row, rect.columns, rect.end_row - inner.end_row)
    picture = candidate.picture.picture
    return [
        replace(story, place=place_of(body, block.span)),
        replace(picture, place=place_of(inner, picture.span)),
    ]


def picture_rect(rect: Rect, form: Form, white: int, head_rows: int, height: int) -> Rect:
    """Where a story's picture stands in the story's rectangle."""
    if form.side == "above":
        return Rect(rect.column, rect.row, rect.columns, white + height)
    column = rect.column if form.side == "left" else rect.end_column - form.picture_columns
    return Rect(column, rect.row + white + head_rows, form.picture_columns, height)


def place_of(rect: Rect, span: Span) -> Place:
    """A grid rectangle as an editor writes it."""
    return Place(rect.column + 1, rect.end_column, rect.row + 1, rect.end_row, span)
