"""Ideas of pages: a page narrowed to what an idea asks of its stories, and plans called by their ideas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from re import sub

from paiban.grid import GridRect
from paiban.language import Words
from paiban.makeup.search import DIFFERENT, BlockChoices, Placement, Plan, Problem, Shape, difference, order
from paiban.makeup.search.score import shape_terms
from paiban.template.ideas import Idea, Part

JOG_ROWS = 1
"""A line through the page that steps by so much still runs through to the eye."""


def roles(problem: Problem, idea: Idea) -> dict[str, Part]:
    """What an idea asks of the blocks of a page: the heaviest story leads, of equals the first."""
    parts = (idea.lead, idea.second, idea.third or idea.others)
    asked = {block.id: parts[n] if n < len(parts) else idea.others for n, block in enumerate(stories_of(problem))}
    for part, block in ((idea.rail, rail_of(problem)), (idea.advert, advert_of(problem))):
        if part is not None and block is not None:
            asked[block.id] = part
    return asked


def stories_of(problem: Problem) -> list[BlockChoices]:
    """The stories of a page, the heaviest first."""
    return sorted((b for b in problem.blocks if b.traits.leads), key=lambda block: -block.weight)


def rail_of(problem: Problem) -> BlockChoices | None:
    """The first rail of a page, if it has any."""
    return next((block for block in problem.blocks if block.traits.side), None)


def advert_of(problem: Problem) -> BlockChoices | None:
    """The largest advert of a page, if it has any."""
    sold = [block for block in problem.blocks if block.traits.sold and block.shapes]
    return max(sold, key=lambda block: block.shapes[0].columns * block.shapes[0].rows, default=None)


def may_serve(idea: Idea, problem: Problem) -> bool:
    """Whether a page has as many stories as an idea is for, and the other blocks that it asks for.

    A page that is read from its right shows what an idea draws in a mirror.
    """
    least, most = idea.stories
    wanted = ((idea.rail, rail_of(problem)), (idea.advert, advert_of(problem)))
    has_all = all(part is None or block is not None for part, block in wanted)
    return has_all and least <= len(stories_of(problem)) <= most


def narrowed(problem: Problem, idea: Idea) -> Problem | None:
    """A page whose blocks have no shapes but those that an idea asks for; None where one of them has none."""
    if not may_serve(idea, problem):
        return None
    asked = roles(problem, idea)
    blocks = tuple(narrow(block, asked[block.id], problem) if block.id in asked else block
                   for block in problem.blocks)  # fmt: skip
    return replace(problem, blocks=blocks) if all(block.shapes for block in blocks) else None


def narrow(block: BlockChoices, part: Part, problem: Problem) -> BlockChoices:
    """A block with the shapes that its role asks for; the editor's own place is kept."""
    if block.fixed is not None:
        return block
    reach = ((shape, (shape.rows_min, shape.rows_max)) for shape in block.shapes)
    return replace(block, shapes=tuple(shape for shape, rows in reach if suits(shape, rows, part, problem)))


def suits(shape: Shape, rows: tuple[int, int], part: Part, problem: Problem) -> bool:
    """Whether a shape that is from so many to so many rows high is what a role asks for."""
    least, most = part.columns
    low, high = part.rows
    return (
        least * problem.columns <= 100 * shape.columns <= most * problem.columns
        and low * problem.rows <= 100 * rows[1]
        and 100 * rows[0] <= high * problem.rows
        and part.head in ("any", head_of(shape))
        and part.picture in ("any", picture_of(shape, problem))
    )


def head_of(shape: Shape) -> str:
    """The form of a shape's headline."""
    whole = shape.headline_columns == (0, shape.columns)
    return "partial" if shape.form == "above" and not whole else shape.form


MIRRORED = {"left": "right", "right": "left", "foot-left": "foot-right", "foot-right": "foot-left"}
"""What an idea draws, as a page has it that is read from its right."""


SWAPPED = str.maketrans("左右", "右左")


def picture_of(shape: Shape, problem: Problem) -> str:
    """Where a shape has its picture, as ideas draw it."""
    side = shape.picture or "none"
    return MIRRORED.get(side, side) if problem.vertical_page else side


def promising(problem: Problem, ideas: Sequence[Idea]) -> list[tuple[Idea, Problem]]:
    """The page narrowed to each idea that may serve, first where its blocks' best shapes cost least.

    What asks for seats or seams alone leaves the page as it is: the plans of that show it, or none does.
    """
    close = [(idea, page) for idea in ideas if (page := narrowed(problem, idea)) not in (None, problem)]
    return sorted(close, key=lambda pair: sum(least_cost(b, problem) for b in pair[1].blocks if not b.filler))


def least_cost(block: BlockChoices, problem: Problem) -> float:
    """What the best of a block's shapes costs."""
    paid = (sum(shape_terms(shape, shape.rows, problem.costs).values()) for shape in block.shapes)
    return min(paid, default=0.0)


def idea_of(problem: Problem, plan: Plan, ideas: Sequence[Idea]) -> Idea | None:
    """The first idea that a plan shows, None where it shows none of them."""
    return next((idea for idea in ideas if may_serve(idea, problem) and shows(problem, plan, idea)), None)


def named(problem: Problem, plan: Plan, ideas: Sequence[Idea]) -> Plan:
    """A plan that is called by the first idea that it shows."""
    idea = idea_of(problem, plan, ideas)
    return replace(plan, idea=None if idea is None else name_on(problem, idea))


def name_on(problem: Problem, idea: Idea) -> Words:
    """What an idea is called on a page: one that is read from its right has at its left what is drawn at the right."""
    if not problem.vertical_page:
        return idea.name
    return Words(idea.name.zh.translate(SWAPPED), sub("left|right", lambda side: MIRRORED[side[0]], idea.name.en))


def still_shows(before: Plan, after: Plan) -> Words | None:
    """The idea of a plan that was changed a little; None where a block has other columns or another headline now."""
    looks = {p.block: (p.column, p.shape.columns, head_of(p.shape)) for p in after.placements}
    kept = all(looks.get(p.block) == (p.column, p.shape.columns, head_of(p.shape)) for p in before.placements)
    return before.idea if kept else None


def shows(problem: Problem, plan: Plan, idea: Idea) -> bool:
    """Whether every block of a plan is what an idea asks for, in the seat that it has there."""
    asked, placed = roles(problem, idea), {p.block: p for p in plan.placements}
    lead = next((placed[block.id] for block in stories_of(problem) if block.id in placed), None)
    found = [(placed[block], part) for block, part in asked.items() if block in placed]
    return idea.seams in ("any", *seams(plan, problem)) and all(
        suits(p.shape, (p.rows, p.rows), part, problem) and part.seat in ("any", *seats(p, lead, problem))
        for p, part in found
    )


def seats(placement: Placement, lead: Placement | None, problem: Problem) -> Iterator[str]:
    """Where a block stands, as ideas say it."""
    rect = placement.rect
    if lead is not None:
        yield from beside(rect, lead.rect)
    sides = [side for side, touches in (("left", not rect.column), ("right", rect.end_column == problem.columns))
             if touches]  # fmt: skip
    at_foot = rect.end_row == problem.rows
    found = [*sides, *(["foot", *(f"foot-{side}" for side in sides)] if at_foot else [])]
    yield from (MIRRORED.get(seat, seat) for seat in found) if problem.vertical_page else found


def beside(rect: GridRect, lead: GridRect) -> Iterator[str]:
    """Whether a block stands beside the lead, level with its head, or right under it."""
    if rect.row == lead.row and lead.column in (rect.end_column, rect.column - lead.columns):
        yield "beside"
    if rect.row == lead.end_row and rect.shared(lead).columns > 0:
        yield "under"


def seams(plan: Plan, problem: Problem) -> tuple[str, ...]:
    """The lines that run through all of the page above its adverts, as ideas say it."""
    places = [p.rect for p in plan.placements if not p.traits.foot and not p.traits.crown]
    foot = max((rect.end_row for rect in places), default=0)
    rows = {rect.row for rect in places if JOG_ROWS < rect.row < foot}
    across = any(not any(r.row + JOG_ROWS < row < r.end_row - JOG_ROWS for r in places) for row in rows)
    down = any(not any(r.column < column < r.end_column for r in places) for column in range(1, problem.columns))
    return tuple(name for name, runs in (("across", across), ("down", down)) if runs) or ("none",)


WITHIN = 10.0
"""Plans that score so much worse than the best are not proposed beside it."""

OTHERS_WITHIN = 60.0
"""Where other pages are asked for, one may break a rule more than the best."""


def unlike(
    problem: Problem, plans: Sequence[Plan], ideas: Sequence[Idea], count: int, within: float = WITHIN
) -> tuple[Plan, ...]:
    """The best plans, each unlike every better one; those of ideas not shown yet come first.

    The best of all stays the first. Plans that must be cut stand beside none that can be printed, nor poor ones beside
    a good one.
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
    best = kept[0][0] if kept else None
    return tuple(
        plan for plan, _ in kept if best is not None and plan.lost <= best.lost and plan.score <= best.score + within
    )[:count]
