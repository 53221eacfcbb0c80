"""What a line costs by the rules of ``badness``, from a paragraph's own places and not from sums that stand ready."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from paiban.text.badness import (
    BARE,
    BETWEEN,
    FULL,
    KINDS,
    LETTERED,
    NATURAL,
    NONE,
    ORPHAN,
    PAIR,
    PLAIN,
    SQUEEZED,
    TIGHT,
    given_cost,
    kind_of,
    opened_cost,
    squeezed_cost,
)
from paiban.text.linerange import Measures, characters
from paiban.text.prepared import Prepared
from paiban.text.slack import height, parted
from paiban.text.spacing import SQUEEZE_STEPS_OF_MARKS


def between(before: int, kind: int) -> float:
    """What a line of a kind costs after one of another."""
    return BETWEEN[KINDS * before + kind]


def cost_of(prepared: Prepared, ends: Sequence[int], measures: Measures, tracking: int = 0) -> float:
    """The cost of a whole paragraph broken at ``ends``; infinite if a line does not fit."""
    total, kind, first = 0.0, NONE, 0
    for number, last in enumerate(ends):
        if last not in prepared.breaks:
            return float("inf")
        line = line_cost(prepared, first, last, measures.at(number) - prepared.natural(first, last, tracking))
        if line is None:
            return float("inf")
        total += line[0] + between(kind, line[1])
        kind, first = line[1], last
    return total


def line_cost(prepared: Prepared, first: int, last: int, slack: int) -> tuple[float, int] | None:
    """Cost and kind of a line with ``slack`` to spare; None if it is too long."""
    extra = prepared.soft[last].price if last in prepared.soft else 0.0
    ends, size = last == prepared.count, prepared.style.size
    if ends and first and (held := characters(prepared, first, last)) <= 2:
        extra += PAIR if held == 2 else ORPHAN
    if slack >= 0 and ends:
        return extra, NONE
    if slack < 0:
        give = prepared.squeezable(first, last)
        if -slack > give:
            return None
        return squeezed_cost(-slack, give, size) + extra, SQUEEZED + _squeezed_marks(prepared, first, last, -slack)
    takes = prepared.pool.sums[last - 1] - prepared.pool.sums[first] if prepared.pool else 0
    parts = parted(prepared, first, last, slack)
    cost = given_cost(parts.pooled, takes, size) + opened_cost(height(prepared, first, last, parts))
    cost += LETTERED if parts.lettered else 0.0
    kind = kind_of(height(prepared, first, last, parts)) if parts.shared else NATURAL
    return cost + extra, kind + _marks(prepared, first, last, 2 * parts.pooled > takes)


def _squeezed_marks(prepared: Prepared, first: int, last: int, over: int) -> int:
    """How marks stand in a squeezed line: word spaces give before them, gaps after them."""
    given = {
        step.name: sum(a for p, a in zip(step.places, step.amounts, strict=True) if first <= p < last - 1)
        for step in prepared.squeeze
    }
    marks = sum(given.get(name, 0) for name in SQUEEZE_STEPS_OF_MARKS) + prepared.leads.get(first, 0)
    if not marks:
        return BARE
    return TIGHT if 2 * (over - given.get("word space", 0)) > marks else PLAIN


def _marks(prepared: Prepared, first: int, last: int, is_full: bool) -> int:
    """How marks stand in a line that is not squeezed."""
    wide = prepared.pool.marks if prepared.pool else ()
    lose = {i for step in prepared.squeeze if step.name in SQUEEZE_STEPS_OF_MARKS for i in step.places}
    if is_full and _inside(wide, first, last):
        return FULL
    return PLAIN if _inside(lose.union(wide), first, last) else BARE


def _inside(places: Iterable[int], first: int, last: int) -> bool:
    """Whether any of some boundaries is inside a line."""
    return any(first <= place < last - 1 for place in places)
