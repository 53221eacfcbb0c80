"""Copy fitting: which paragraphs gain or lose a line so that a story's legs come out level.

An exact search (dynamic programming over the paragraphs, the state being the lines used so far), since a story has few
paragraphs and each few honest line counts. Everything here counts lines; the tracking behind a count is the caller's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import IntEnum
from itertools import accumulate
from typing import Any

from paiban.value import NamedTuple

WIDOW_COST = 160.0
"""A paragraph's last line alone at a leg's top (孤行): worth more than any tracking that avoids it."""

FOOT_COST = 4.0
"""A paragraph's first line alone at a leg's foot: papers tolerate it (composition rule book, section 7)."""

STUMP_COST = 40.0
"""One line of copy below a 小标题 at a leg's foot: worth what a stub is, since a head wants two."""

STUB_COST = 40.0
"""A last line of one character (孤字): worth opening its paragraph by up to 60 ‰ (rule book, section 7)."""

BLANK_COST = 2.0
"""A row of white added above a 小标题 or a brief: a lever that comes before tracking (make-up rule book, levers)."""

PARTED_COST = 1000.0
"""A 小标题 parted from what it heads, or a byline over two legs, is never right."""

UNLIKE_COST = 20.0
"""Some 小标题 of a story with a row of white above and some without: worth tracking two paragraphs by 30 ‰."""

WHITE_AT_TOP_COST = 30.0
"""A leg that begins with a row of white is not level with its neighbours."""


class Keep(IntEnum):
    """What a paragraph is not to be parted from: nothing, its own lines, those and the next paragraph."""

    NOTHING = 0
    WHOLE = 1
    WITH_NEXT = 2


KEEPS = {"crosshead": Keep.WITH_NEXT, "byline": Keep.WHOLE, "question": Keep.WITH_NEXT, "signature": Keep.WITH_NEXT}
"""By the role of a paragraph."""


class Choice(NamedTuple):
    """A paragraph in ``lines`` rows, ``blank`` of them white before it, tracked by thousandths of an em.

    ``stub`` says that its last line is one character; ``opened`` how much wider its lines stand than as they come, in
    thousandths of an em a place: a line gained is made of white, whatever the tracking that tips it over. One for a
    leg's ``top`` may stand nowhere else: it has no white above it.
    """

    lines: int
    tracking: int = 0
    blank: int = 0
    stub: bool = False
    opened: int = 0
    top: bool = False

    def below(self, blank: int) -> Choice:
        """The same with ``blank`` rows of white before it."""
        return self._replace(lines=self.lines + blank, blank=blank)

    @property
    def cost(self) -> float:
        """Grows with the square of what a reader sees: two paragraphs a little are better than one a lot."""
        seen = max(abs(self.tracking), self.opened)
        return (seen / 10) ** 2 + BLANK_COST * self.blank + STUB_COST * self.stub


class White(NamedTuple):
    """Rows of white beyond the usual ones that may stand above paragraphs of these ``keeps``: at most ``rows``."""

    rows: int = 0
    keeps: tuple[Keep, ...] = tuple(Keep)

    def above(self, all_keeps: Sequence[Keep], index: int, lines: int) -> bool:
        """Whether a paragraph may have such white: one that is not to be parted, and is more than a line; no white
        parts it from what is not to be parted from it."""
        if not self.rows or not index or all_keeps[index - 1] is Keep.WITH_NEXT:
            return False
        keep = all_keeps[index]
        return keep in self.keeps and (keep is Keep.WITH_NEXT or (keep is Keep.WHOLE and lines > 1))


class Fitted(NamedTuple):
    """The choice for each paragraph, its cost, and the lines in all."""

    choices: tuple[Choice, ...]
    cost: float
    lines: int


def break_cost(start: int, end: int, boundaries: Sequence[int], keep: Keep) -> float:
    """What it costs that a paragraph of lines ``start`` … ``end`` meets the leg ends ``boundaries``."""
    cost = 0.0
    for boundary in boundaries:
        if keep and start < boundary < end + (keep is Keep.WITH_NEXT):
            cost += PARTED_COST
        elif keep is Keep.WITH_NEXT and boundary == end + 1:
            cost += STUMP_COST
        elif start < boundary < end:
            cost += WIDOW_COST * (end - boundary == 1) + FOOT_COST * (boundary - start == 1)
    return cost


def fit_lines(
    choices: Sequence[Sequence[Choice]], keeps: Sequence[Keep], boundaries: Sequence[int], total: int
) -> Fitted | None:
    """The cheapest choice a paragraph so that the lines sum to ``total``; None where no choice does.

    ``boundaries`` are the running line counts at which a leg ends. Ties go to the smaller tracking, then the earlier.
    """
    least, most = (
        [*accumulate(reversed([pick(o.lines for o in options) for options in choices]), initial=0)][::-1]
        for pick in (min, max)
    )
    ahead = _next_boundaries(boundaries, total)
    states: Mapping[int, tuple[float, _Chain]] = {0: (0.0, None)}
    for index, options in enumerate(choices):
        following: dict[int, tuple[float, _Chain]] = {}
        priced = [(option, option.lines, option.cost) for option in options]
        elsewhere = [each for each in priced if not each[0].top]
        tops = len(elsewhere) != len(priced)
        for used, (cost, chosen) in states.items():
            for option, lines, own_cost in elsewhere if tops and used not in boundaries else priced:
                end = used + lines
                # What is left can neither be pressed into the lines left nor fill them: a dead end.
                if not end + least[index + 1] <= total <= end + most[index + 1]:
                    continue
                new = cost + own_cost
                if ahead[used] <= end + (keeps[index] is Keep.WITH_NEXT):
                    begin = used + option.blank
                    new += break_cost(begin, end, boundaries, keeps[index])
                    new += WHITE_AT_TOP_COST * any(used <= boundary < begin for boundary in boundaries)
                if end not in following or new < following[end][0]:
                    following[end] = (new, (chosen, option))
        states = following
    if total not in states:
        return None
    cost, chosen = states[total]
    return Fitted(_unchained(chosen), cost, total)


_Chain = tuple[Any, Choice] | None
"""The choices so far, the last one outermost: a state shares all but its own with the one that it comes from."""


def _unchained(chain: _Chain) -> tuple[Choice, ...]:
    """The choices of a chain, the first one first."""
    choices: list[Choice] = []
    while chain is not None:
        chain, choice = chain
        choices.append(choice)
    return tuple(reversed(choices))


def fit_alike(
    choices: Sequence[Sequence[Choice]],
    keeps: Sequence[Keep],
    boundaries: Sequence[int],
    total: int,
    heads: Sequence[int],
) -> Fitted | None:
    """The same where the paragraphs ``heads`` are 小标题, which have white above all of them or above none: those at a
    leg's top aside, which have none. Where they cannot be alike, or only at too high a price, that is paid."""
    best = fit_lines(choices, keeps, boundaries, total)
    if best is None or len(heads) < 2 or is_alike(best, heads, boundaries):
        return best
    ways = (fit_lines(with_heads(choices, heads, white), keeps, boundaries, total) for white in (True, False))
    mixed = best._replace(cost=best.cost + UNLIKE_COST)
    return min((mixed, *(way for way in ways if way is not None)), key=lambda way: way.cost)


def is_alike(fitted: Fitted, heads: Sequence[int], boundaries: Sequence[int]) -> bool:
    """Whether the 小标题 of a story all have white above, or none has, those at a leg's top aside."""
    begins = [*accumulate((choice.lines for choice in fitted.choices), initial=0)]
    inside = [index for index in heads if begins[index] not in (0, *boundaries)]
    return len({bool(fitted.choices[index].blank) for index in inside}) < 2


def white_at_feet(fitted: Fitted, boundaries: Sequence[int]) -> int:
    """How many rows of white stand at the feet of legs, above what begins the next one."""
    found = used = 0
    for choice in fitted.choices:
        found += sum(boundary - used for boundary in boundaries if used < boundary <= used + choice.blank)
        used += choice.lines
    return found


def with_heads(choices: Sequence[Sequence[Choice]], heads: Sequence[int], white: bool) -> list[Sequence[Choice]]:
    """The choices that leave all 小标题 white above, at a leg's top none; or none of them any."""
    left = list(choices)
    for index in heads:
        bare = [choice for choice in choices[index] if not choice.blank]
        roomy = [choice for choice in choices[index] if choice.blank]
        left[index] = [*roomy, *(choice._replace(top=True) for choice in bare)] if white and roomy else bare
    return left


def _next_boundaries(boundaries: Sequence[int], total: int) -> list[int]:
    """For every count of lines up to ``total`` the first boundary from there on, or one past all that are reached."""
    ends = sorted({*boundaries, total + 1})
    return [ends[bisect_left(ends, used)] for used in range(total + 1)]


def level(capacities: Sequence[int], total: int) -> tuple[int, ...]:
    """How many lines each leg takes so that ``total`` lines end level (齐底): equal, the last legs a line shorter.

    ``capacities`` are the legs' own heights, unequal where a picture stands in some. White left over by a story that is
    short goes to the foot of every leg alike.
    """
    white = sum(capacities) - total
    if white <= 0:
        return tuple(capacities)
    legs = len(capacities)
    each, more = divmod(white, legs)
    heights = [capacity - each - (index >= legs - more) for index, capacity in enumerate(capacities)]
    lacking = sum(min(0, height) for height in heights)
    heights = [max(0, height) for height in heights]
    for index in range(legs - 1, -1, -1):
        taken = max(lacking, -heights[index])
        heights[index] += taken
        lacking -= taken
    return tuple(heights)
