"""A vertical page is read from its right: it is made up in a mirror, so that the search reads every page from left."""

from __future__ import annotations

from dataclasses import replace

from paiban.makeup.search.problem import BlockChoices, Placement, Plan, Problem, Shape

SIDES = {"left": "right", "right": "left"}
"""The sides of a block, each in the mirror."""


def mirrored(problem: Problem) -> Problem:
    """The page in a mirror."""
    blocks = tuple(mirrored_block(block, problem.columns) for block in problem.blocks)
    return replace(problem, blocks=blocks, vertical_page=not problem.vertical_page)


def mirrored_block(block: BlockChoices, columns: int) -> BlockChoices:
    """A block in the mirror."""
    return replace(
        block,
        shapes=tuple(mirrored_shape(shape) for shape in block.shapes),
        fixed=block.fixed and block.fixed.mirrored(columns),
        previous=block.previous and block.previous.mirrored(columns),
        side=SIDES.get(block.side, ""),
    )


def mirrored_shape(shape: Shape) -> Shape:
    """A shape in the mirror."""
    start, end = shape.headline_columns
    return replace(
        shape,
        headline_columns=(shape.columns - end, shape.columns - start) if end else (0, 0),
        gutters=tuple(sorted(shape.columns - boundary for boundary in shape.gutters)),
        picture=SIDES.get(shape.picture, shape.picture),
    )


def mirrored_plan(plan: Plan, columns: int) -> Plan:
    """A plan in the mirror."""
    return replace(plan, placements=tuple(mirrored_placement(p, columns) for p in plan.placements))


def mirrored_placement(placement: Placement, columns: int) -> Placement:
    """A placement in the mirror."""
    column = placement.rect.mirrored(columns).column
    return replace(placement, shape=mirrored_shape(placement.shape), column=column)
