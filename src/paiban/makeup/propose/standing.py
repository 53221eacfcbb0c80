"""A page made up again: what may move gives up its place, keeps to it as far as it can, or stays as it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from paiban.grid import GridRect
from paiban.issue import Block, IssuePage
from paiban.issue.model import kept_still
from paiban.makeup.propose.kind import Candidate, Plannings
from paiban.makeup.search import BlockChoices, Placement, Plan, Problem
from paiban.makeup.search.mirror import mirrored, mirrored_placement, mirrored_plan
from paiban.makeup.search.plan import scored
from paiban.makeup.search.score import strain_of


def movable(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that have a place that they may leave: what is locked, with what belongs to it, or stands in a slot
    stays."""
    still = kept_still(blocks)
    return tuple(block for block in blocks if block.place is not None and block.id not in still)


def freed(block: Block, plannings: Plannings) -> Block:
    """A block without the place and the form that it had."""
    return block._replace(place=None, form=plannings[block.kind].free(block.form))


def freed_page(page: IssuePage, plannings: Plannings, among: Collection[str] | None = None) -> IssuePage:
    """A page all of whose blocks that may move, or of those ``among`` them, have given up their places."""
    loose = {b.id: freed(b, plannings) for b in movable(page.blocks) if among is None or b.id in among}
    return page._replace(blocks=tuple(loose.get(block.id, block) for block in page.blocks))


def remembered(
    candidate: Candidate, before: Mapping[str, Block], plannings: Plannings, moved_form: float
) -> BlockChoices:
    """A block's choices with where it, and its guests, stood last time.

    ``moved_form`` is what it costs a block to give up its form, as a story its legs or the form of its headline.
    """
    own = before.get(candidate.block.id)
    if own is None or own.place is None:
        return candidate.choices
    rect = own.place.rect
    for block in candidate.company.blocks if candidate.company is not None else ():
        guest = before.get(block.id)
        if guest is not None and guest.place is not None:
            rect = rect.around(guest.place.rect)
    alike = plannings[own.kind].alike
    shapes = tuple(
        shape if alike(candidate, shape, own) else replace(shape, cost=shape.cost + moved_form)
        for shape in candidate.choices.shapes
    )
    return replace(candidate.choices, shapes=shapes, previous=rect)


def standing_plan(problem: Problem) -> Plan | None:
    """A page whose blocks all have their places as a plan with its score; None where two share a cell."""
    placements = [
        standing(block, place, problem.white_above) for block in problem.blocks if (place := block.fixed) is not None
    ]
    if any(one.rect.meets(other.rect) for one, other in combinations(placements, 2)):
        return None
    placements.sort(key=lambda placement: (placement.row, placement.column))
    if not problem.vertical_page:
        return scored(problem, problem.costs, placements)
    # It pays for where it stands as the search has it pay: read from its left.
    seen = [mirrored_placement(placement, problem.columns) for placement in placements]
    return mirrored_plan(scored(mirrored(problem), problem.costs, seen), problem.columns)


def standing(block: BlockChoices, place: GridRect, white: int) -> Placement:
    """A block in its place, with how far its copy is from filling it."""
    (shape,) = block.shapes
    strain = strain_of(shape, place.rows + (white if place.row == 0 else 0))
    return Placement(block.id, shape, place.column, place.row, place.rows, strain, block.traits, block.weight)
