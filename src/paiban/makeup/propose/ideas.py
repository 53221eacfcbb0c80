"""Ideas of pages: a page narrowed to what an idea asks of its stories, and plans called by their ideas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from paiban.makeup.search import DIFFERENT, BlockChoices, Placement, Plan, Problem, Shape, difference, order
from paiban.template.ideas import Idea, Part


def roles(problem: Problem, idea: Idea) -> dict[str, Part]:
    """What an idea asks of each story of a page, by block: the heaviest leads, of equals the first."""
    stories = sorted((b for b in problem.blocks if b.traits.leads), key=lambda block: -block.weight)
    parts = (idea.lead, idea.second)
    return {block.id: parts[n] if n < len(parts) else idea.others for n, block in enumerate(stories)}


def may_serve(idea: Idea, problem: Problem) -> bool:
    """Whether a page has as many stories as an idea is for; ideas are drawn for lines that run across the page."""
    least, most = idea.stories
    return not problem.vertical_page and least <= sum(block.traits.leads for block in problem.blocks) <= most


def narrowed(problem: Problem, idea: Idea) -> Problem | None:
    """A page whose stories have no shapes but those that an idea asks for; None where one of them has none."""
    if not may_serve(idea, problem):
        return None
    asked = roles(problem, idea)
    blocks = tuple(narrow(block, asked[block.id], problem.columns) if block.id in asked else block
                   for block in problem.blocks)  # fmt: skip
    return replace(problem, blocks=blocks) if all(block.shapes for block in blocks) else None


def narrow(block: BlockChoices, part: Part, columns: int) -> BlockChoices:
    """A story with the shapes that its role asks for; the editor's own place is kept."""
    if block.fixed is not None:
        return block
    return replace(block, shapes=tuple(shape for shape in block.shapes if suits(shape, part, columns)))


def suits(shape: Shape, part: Part, columns: int) -> bool:
    """Whether a shape is as broad as a role asks, with a headline of its form."""
    least, most = part.columns
    return least * columns <= 100 * shape.columns <= most * columns and part.head in ("any", head_of(shape))


def head_of(shape: Shape) -> str:
    """The form of a shape's headline."""
    whole = shape.headline_columns == (0, shape.columns)
    return "partial" if shape.form == "above" and not whole else shape.form


def idea_of(problem: Problem, plan: Plan, ideas: Sequence[Idea]) -> Idea | None:
    """The first idea that a plan shows, None where it shows none of them."""
    return next((idea for idea in ideas if may_serve(idea, problem) and shows(problem, plan, idea)), None)


def named(problem: Problem, plan: Plan, ideas: Sequence[Idea]) -> Plan:
    """A plan that is called by the first idea that it shows."""
    idea = idea_of(problem, plan, ideas)
    return replace(plan, idea=None if idea is None else idea.name)


def shows(problem: Problem, plan: Plan, idea: Idea) -> bool:
    """Whether every story of a plan is what an idea asks for, in the seat that it has there."""
    asked, placed = roles(problem, idea), {p.block: p for p in plan.placements}
    stories = [(placed[block], part) for block, part in asked.items() if block in placed]
    return all(
        suits(p.shape, part, problem.columns) and part.seat in ("any", *seats(p, stories[0][0], problem.rows))
        for p, part in stories
    )


def seats(placement: Placement, lead: Placement, rows: int) -> Iterator[str]:
    """Where a story stands, as ideas say it."""
    rect, beside = placement.rect, lead.rect
    if rect.row == beside.row and beside.column in (rect.end_column, rect.column - beside.columns):
        yield "beside"
    if rect.row == beside.end_row and rect.shared(beside).columns > 0:
        yield "under"
    if rect.end_row == rows:
        yield "foot"


def unlike(problem: Problem, plans: Sequence[Plan], ideas: Sequence[Idea], count: int) -> tuple[Plan, ...]:
    """The best plans, each unlike every better one; those of ideas not shown yet come first.

    The best of all stays the first. Plans that must be cut stand beside none that can be printed.
    """
    found: list[tuple[Plan, Idea | None]] = []
    for plan in sorted(plans, key=order):
        if all(difference(plan, other, problem.columns * problem.rows) >= DIFFERENT for other, _ in found):
            found.append((plan, idea_of(problem, plan, ideas)))
    shown: set[Idea | None] = {None}
    fresh: list[tuple[Plan, Idea | None]] = []
    again: list[tuple[Plan, Idea | None]] = []
    for each in found:
        (again if each[1] in shown else fresh).append(each)
        shown.add(each[1])
    kept = [*found[:1], *(each for each in (*fresh, *again) if each is not found[0])]
    return tuple(plan for plan, _ in kept[:count] if plan.lost <= kept[0][0].lost)
