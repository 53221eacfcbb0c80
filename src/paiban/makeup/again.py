"""A page made up again: what may move gives up its place, keeps to it as far as it can, or stays as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from paiban.issue import Block, Story
from paiban.makeup.candidates import Candidate
from paiban.makeup.search import BlockChoices, Placement, Plan, Problem, Rect, Shape
from paiban.makeup.search.plan import scored
from paiban.makeup.search.score import COSTS, strain_of
from paiban.makeup.shapes import Form

MOVED = 12.0
"""What it costs a block to leave its place when a page is made up again: three times what the search would say."""

MOVED_FORM = 1.0
"""What it costs a story to give up the legs or the headline form that it had."""


def may_move(block: Block) -> bool:
    """Whether a block has a place that it may leave: one that is locked, or stands in a slot, stays."""
    return block.place is not None and not block.locked


def freed(block: Block) -> Block:
    """A block without the place, legs and headline form that it had."""
    if isinstance(block, Story):
        return block._replace(place=None, legs=None, headline_form="auto")
    return block._replace(place=None)


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
    was = "above" if before.headline_form == "auto" else before.headline_form
    legs = before.legs or before.place.last_column - before.place.first_column + 1 - int(was == "vertical")
    changes = form.headline_form != was or form.legs != legs
    return replace(shape, cost=shape.cost + MOVED_FORM) if changes else shape


def standing_plan(problem: Problem) -> Plan | None:
    """A page whose blocks all have their places as a plan with its score; None where two share a cell."""
    placements = [
        standing(block, place, problem.white_above) for block in problem.blocks if (place := block.fixed) is not None
    ]
    if any(overlap(one.rect, other.rect) for one, other in combinations(placements, 2)):
        return None
    placements.sort(key=lambda placement: (placement.row, placement.column))
    return scored(problem, {**COSTS, **problem.costs}, placements)


def standing(block: BlockChoices, place: Rect, white: int) -> Placement:
    """A block in its place, with how far its copy is from filling it."""
    (shape,) = block.shapes
    strain = strain_of(shape, place.rows + (white if place.row == 0 else 0))
    return Placement(block.id, shape, place.column, place.row, place.rows, strain, block.kind, block.weight)


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share a cell."""
    across = min(one.end_column, other.end_column) - max(one.column, other.column)
    return across > 0 and min(one.end_row, other.end_row) > max(one.row, other.row)
