"""A page made up again: what may move gives up its place, keeps to it as far as it can, or stays as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from paiban.grid import GridRect
from paiban.issue import Block, Story
from paiban.makeup.propose.candidates import Candidate
from paiban.makeup.propose.shapes import Form
from paiban.makeup.search import BlockChoices, Placement, Plan, Problem, Shape
from paiban.makeup.search.plan import scored
from paiban.makeup.search.score import strain_of


def may_move(block: Block) -> bool:
    """Whether a block has a place that it may leave: one that is locked, or stands in a slot, stays."""
    return block.place is not None and not block.locked


def freed(block: Block) -> Block:
    """A block without the place, legs and headline form that it had."""
    if isinstance(block, Story):
        return block._replace(place=None, legs=None, headline_form="auto")
    return block._replace(place=None)


def remembered(candidate: Candidate, before: Mapping[str, Block], moved_form: float) -> BlockChoices:
    """A block's choices with where it, and the picture that it hosts, stood last time.

    ``moved_form`` is what it costs a story to give up the legs or the headline form that it had.
    """
    own = before.get(candidate.block.id)
    if own is None or own.place is None:
        return candidate.choices
    hosted = before.get(candidate.picture.picture.id) if candidate.picture is not None else None
    rect = own.place.rect
    if hosted is not None and hosted.place is not None:
        rect = rect.around(hosted.place.rect)
    shapes = candidate.choices.shapes
    if isinstance(own, Story):
        shapes = tuple(reshaped(shape, candidate.forms[shape.key], own, moved_form) for shape in shapes)
    return replace(candidate.choices, shapes=shapes, previous=rect)


def reshaped(shape: Shape, form: Form, before: Story, moved_form: float) -> Shape:
    """A shape with what it costs to look otherwise than last time."""
    assert before.place is not None
    was = "above" if before.headline_form == "auto" else before.headline_form
    legs = before.legs or before.place.rect.columns - int(was == "vertical")
    changes = form.headline_form != was or form.legs != legs
    return replace(shape, cost=shape.cost + moved_form) if changes else shape


def standing_plan(problem: Problem) -> Plan | None:
    """A page whose blocks all have their places as a plan with its score; None where two share a cell."""
    placements = [
        standing(block, place, problem.white_above) for block in problem.blocks if (place := block.fixed) is not None
    ]
    if any(one.rect.meets(other.rect) for one, other in combinations(placements, 2)):
        return None
    placements.sort(key=lambda placement: (placement.row, placement.column))
    return scored(problem, problem.costs, placements)


def standing(block: BlockChoices, place: GridRect, white: int) -> Placement:
    """A block in its place, with how far its copy is from filling it."""
    (shape,) = block.shapes
    strain = strain_of(shape, place.rows + (white if place.row == 0 else 0))
    return Placement(block.id, shape, place.column, place.row, place.rows, strain, block.kind, block.weight)
