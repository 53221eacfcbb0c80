"""What a line costs. Named constants, each with its reason; the paragraph-wide breaker minimises their sum.

Costs are without unit: a line stretched by ⅛ em a place, the most that a reader does not see, costs 375.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate, repeat
from operator import add, mul, sub

from paiban.text.linerange import Measures, characters
from paiban.text.prepared import Prepared
from paiban.text.slack import height, letter_room, parted, water
from paiban.text.spacing import LOOSE, MOST_OPENED, SQUEEZE_STEPS_OF_MARKS
from paiban.text.steps import summed
from paiban.units import Length
from paiban.value import NamedTuple

STRETCH = 100.0
"""At ⅛ em a place. Grows with the cube, as in Knuth and Plass: one bad line is worse than several fair ones."""

STRETCH_LINEAR, STRETCHED_LINE = 240.0, 35.0
"""At ⅛ em a place, and that a line has any. Han is set solid, so that any stretch is seen against its neighbours:
unlike in Latin setting a little on each line is not free. Half an em over a line of 27 costs 72, squeezed out of its
one comma 66."""

SEEN = 150.0
"""A line of more than ⅛ em a place: a reader sees it, which counts once besides how far it is open."""

LETTERED = 500.0
"""A line whose letters are parted: above any that its places fill."""

RAGGED = 15_000.0
"""A line that nothing fills: dearer than any cut inside a number."""

GIVEN = 1.0
"""An em taken by word spaces, gaps and marks: nearly free, since no two of them need to look alike."""

SQUEEZE, SQUEEZED_LINE = 4.0, 4.0
"""An em that marks and gaps lose, and that a line loses any: a mark narrower than its fellows is seen, if less than
characters that stand apart."""

FILLED = 12.0
"""A line whose word spaces, gaps and marks are opened to their caps, growing with the cube: a quote that stands on an
em beside others on half of one is seen, if less than characters that stand apart. Another way is better where there
is one."""

DEEP = 60.0
"""A line whose marks and gaps are squeezed as far as may be, growing with the cube: one comma on half an em beside
others on a whole one is seen sooner than two on three quarters."""

UNLIKE = 200.0
"""Neighbouring lines that differ by more than a tenth of an em a place: dark beside light."""

UNEVEN = 150.0
"""Neighbouring lines whose marks differ: those of the one as they are, those of the other squeezed or opened by more
than half of what they may be. A comma on half an em below one on a whole one is what readers see first where all lines
are full: sooner than half an em shared by all characters of a line of eleven, which costs 137. Twice as much where
those of the one are squeezed and those of the other opened."""

PATCH = 60.0
"""A loose line after a loose line: they make a light patch."""

ALIKE = 0.5
"""Two lines in a row squeezed, or stretched: a patch begins that is darker, or lighter, than the rest."""

CLASH = 30.0
"""A squeezed line beside one that is stretched a little: the eye sees the change, not either."""

ORPHAN = 2_000.0
"""A last line of fewer than two characters (孤字): more than any one bearable line, since readers see it at once, and
less than a line ⅓ em open a place."""

PAIR = 280.0
"""A last line of two characters: less than the indent of the paragraph after it, which leaves a hole. A line ⅒ em
open a place costs as much: two of those in a paragraph are worse."""

_LOOSE, _TORN = float(LOOSE), float(MOST_OPENED)
_OPEN, _WIDE = 0.1, 0.2

NOTHING, SQUEEZED, NATURAL, STRETCHED, OPEN, WIDE = range(0, 24, 4)
TIGHT, PLAIN, FULL, BARE = range(4)
NONE = NOTHING + BARE
"""Kinds of lines, as far as two following each other cost anything: how characters stand in one (``NONE`` before the
first line, and for the last) and, added to it, its marks: squeezed by more than half of what they may be, about as they
are, opened by more than half, or none that gives."""

KINDS = 24
_NEIGHBOURS = {
    (SQUEEZED, SQUEEZED): ALIKE, (SQUEEZED, STRETCHED): CLASH, (SQUEEZED, OPEN): UNLIKE, (SQUEEZED, WIDE): UNLIKE,
    (NATURAL, OPEN): UNLIKE, (NATURAL, WIDE): UNLIKE, (STRETCHED, STRETCHED): ALIKE, (STRETCHED, OPEN): UNLIKE / 2,
    (STRETCHED, WIDE): UNLIKE, (OPEN, OPEN): PATCH / 2, (OPEN, WIDE): PATCH, (WIDE, WIDE): PATCH,
}  # fmt: skip

Rows = tuple[tuple[float, ...], ...]
_SPACES, _MARKS = range(NOTHING, KINDS, 4), range(4)
_SPACED: Rows = tuple(
    [tuple([max(_NEIGHBOURS.get((a, b), 0.0), _NEIGHBOURS.get((b, a), 0.0)) for b in _SPACES]) for a in _SPACES]
)
_MARKED: Rows = tuple([tuple([0.0 if BARE in (a, b) else UNEVEN * abs(a - b) for b in _MARKS]) for a in _MARKS])


def _summed(spaced: Rows, marked: Rows) -> tuple[float, ...]:
    """One table of two: what is said of how characters stand and what is said of marks, added up."""
    return tuple([a + b for row in spaced for marks in marked for a in row for b in marks])


def _more(rows: Rows) -> Rows:
    """By how much a row's values stand above another's at most."""
    return tuple([tuple([max(map(sub, one, other)) for other in rows]) for one in rows])


BETWEEN = _summed(_SPACED, _MARKED)
"""What two lines cost that follow each other: at ``KINDS`` times the kind of the first and that of the second. A line
that is ``NONE`` is ``BARE`` too: beside it nothing costs anything."""

DEARER = _summed(_more(_SPACED), _more(_MARKED))
"""How much more than after a line of the second kind one costs at most after one of the first, whatever it is."""


def between(before: int, kind: int) -> float:
    """What a line of a kind costs after one of another."""
    return BETWEEN[KINDS * before + kind]


def kind_of(each: float) -> int:
    """How characters stand in a line that is ``each`` em open a place."""
    return STRETCHED if each <= _OPEN else OPEN if each <= _WIDE else WIDE


def squeezed_cost(over: Length, give: Length, size: Length) -> float:
    """What a line costs that is squeezed by ``over`` of what it may ``give``."""
    deep = over / give
    return SQUEEZE * over / size + SQUEEZED_LINE + DEEP * deep * deep * deep


def given_cost(given: Length, cap: Length, size: Length) -> float:
    """What a line costs whose word spaces, gaps and marks take ``given`` of their ``cap``."""
    if not given:
        return 0.0
    full = given / cap
    return GIVEN * given / size + FILLED * full * full * full


def opened_cost(each: float) -> float:
    """What a line costs that stands ``each`` em open a place."""
    if not each:
        return 0.0
    relative = each / _LOOSE
    seen = SEEN if relative > 1 else 0.0
    stretch = STRETCH_LINEAR * relative + STRETCH * relative * relative * relative
    cost = STRETCHED_LINE + stretch + seen
    return cost + RAGGED * (1 + each) if each > _TORN else cost


class _Standing(NamedTuple):
    """What of a paragraph is the same at every tracking, by its starts and by its breaks: where lines begin and end,
    the places before either, what of them opens, what the pool gives before and what its rooms lack; where in the
    pool either is, how many marks stand before that give or take, how many of those that take, and what may be
    squeezed from a start on. By its clusters: what word spaces may lose before each, and what marks may."""

    begins: tuple[int, ...]
    starts: list[Length]
    ends: list[Length]
    places_before: list[int]
    places_until: list[int]
    before: list[int]
    until: list[int]
    given_before: list[Length]
    given_until: list[Length]
    lacks_before: list[Length]
    lacks_until: list[Length]
    taken_before: list[int]
    taken_until: list[int]
    marks_before: list[int]
    marks_until: list[int]
    wide_before: list[int]
    wide_until: list[int]
    prices: list[float] | None
    squeezable: list[Length]
    spaces: Sequence[Length]
    marks: Sequence[Length]


_at_hand: list[tuple[Prepared, _Standing]] = []
"""The paragraph that was asked for last: its lines are looked for at several trackings in a row."""


def _standing(prepared: Prepared) -> _Standing:
    if not _at_hand or _at_hand[0][0] is not prepared:
        _at_hand[:] = [(prepared, _stand(prepared))]
    return _at_hand[0][1]


def _stand(prepared: Prepared) -> _Standing:
    breaks, places, pool, soft = prepared.breaks, prepared.place_sums, prepared.pool, prepared.soft
    begins = (0, *breaks[:-1])
    inside = [end - 1 for end in breaks]
    nothing = (0,) * (prepared.count + 1)
    given, lacks = (pool.sums, pool.lacks) if pool is not None else (nothing, nothing)
    marks, wide = _marked(prepared)
    sums, squeezes = prepared.sums, prepared.squeezes
    most = (squeezes[-1] if squeezes else 0) + sum(prepared.leads.values())
    return _Standing(
        begins=begins,
        starts=[sums[i] + prepared.heads[i] for i in begins],
        ends=[sums[i] - prepared.tails[i - 1] for i in breaks],
        places_before=list(map(places.__getitem__, begins)),
        places_until=list(map(places.__getitem__, inside)),
        before=list(map(prepared.open_sums.__getitem__, begins)),
        until=list(map(prepared.open_sums.__getitem__, inside)),
        given_before=list(map(given.__getitem__, begins)),
        given_until=list(map(given.__getitem__, inside)),
        lacks_before=list(map(lacks.__getitem__, begins)),
        lacks_until=list(map(lacks.__getitem__, inside)),
        taken_before=list(map(partial(bisect_left, pool.places), begins)) if pool is not None else [0],
        taken_until=list(map(partial(bisect_left, pool.places), inside)) if pool is not None else [0],
        marks_before=list(map(marks.__getitem__, begins)),
        marks_until=list(map(marks.__getitem__, inside)),
        wide_before=list(map(wide.__getitem__, begins)),
        wide_until=list(map(wide.__getitem__, inside)),
        prices=[soft[i].price if i in soft else 0.0 for i in breaks] if soft else None,
        squeezable=list(map(sub, repeat(most), map(squeezes.__getitem__, begins)))
        if squeezes
        else [most] * len(begins),
        spaces=summed([step for step in prepared.squeeze if step.name == "word space"]) or nothing,
        marks=summed([step for step in prepared.squeeze if step.name in SQUEEZE_STEPS_OF_MARKS]) or nothing,
    )


def _marked(prepared: Prepared) -> tuple[list[int], list[int]]:
    """How many boundaries of marks that may lose or gain stand before each cluster, and how many of those that gain."""
    losing = {place for step in prepared.squeeze if step.name in SQUEEZE_STEPS_OF_MARKS for place in step.places}
    gaining = prepared.pool.marks if prepared.pool is not None else ()
    return _counted(losing.union(gaining), prepared.count), _counted(gaining, prepared.count)


def _counted(places: Iterable[int], count: int) -> list[int]:
    """How many of some places stand before each of ``count`` clusters and before their end."""
    found = [0] * count
    for place in places:
        found[place] = 1
    return [0, *accumulate(found)]


class LineCosts:
    """The cost of any line of one paragraph at one tracking.

    Breaks are numbered from 0; start ``i`` is the paragraph's beginning for 0, else break ``i - 1``. For a line from
    start ``i`` to break ``j``, what belongs to its beginning and to its end stands ready in ``starts`` and ``ends``.
    ``squeezable`` is what all from a start to the paragraph's end may be squeezed by at most.
    """

    def __init__(self, prepared: Prepared, tracking: int = 0) -> None:
        standing, each, pool = _standing(prepared), prepared.tracked(tracking), prepared.pool
        self.prepared = prepared
        self.begins = standing.begins
        self.starts, self.ends = standing.starts, standing.ends
        if each:
            self.starts = list(map(add, self.starts, map(mul, standing.places_before, repeat(each))))
            self.ends = list(map(add, self.ends, map(mul, standing.places_until, repeat(each))))
        self.squeezable = standing.squeezable
        self._before, self._until = standing.before, standing.until
        self._given_before, self._given_until = standing.given_before, standing.given_until
        self._lacks_before, self._lacks_until = standing.lacks_before, standing.lacks_until
        self._most = prepared.most_white
        self._plain = pool.least_room if pool is not None else self._most
        self._left = pool.rooms if pool is not None else ()
        self._taken_before, self._taken_until = standing.taken_before, standing.taken_until
        self._squeezes = prepared.squeezes or (0,) * (prepared.count + 1)
        self._marks_before, self._marks_until = standing.marks_before, standing.marks_until
        self._wide_before, self._wide_until = standing.wide_before, standing.wide_until
        self._spaces, self._mark_squeezes = standing.spaces, standing.marks
        self._soft, self._leads = prepared.soft, prepared.leads
        self._prices = standing.prices
        self._size = prepared.style.size
        self._letters, self._letter = prepared.letters, letter_room(self._size)
        self._lettered: tuple[list[int], list[int]] | None = None

    def lines_from(self, start: int, measure: Length, most: float) -> list[tuple[int, float, int]]:
        """The lines from ``start`` that fit ``measure`` and cost at most ``most``: (next start, cost, kind)."""
        limit = measure + self.starts[start]
        full = bisect_right(self.ends, limit, start)
        found: list[tuple[int, float, int]] = []
        self._squeezed(start, full, limit, most, found)
        if full == len(self.ends) or self.prepared.hyphens:
            self._one_by_one(start, full, limit, most, found)
        else:
            self._stretched(start, full - 1, limit, most, found)
        return found

    def furthest(self, start: int, measure: Length) -> int:
        """The furthest start that a line from ``start`` can leave to the next, squeezed as far as may be."""
        limit = measure + self.starts[start]
        full = bisect_right(self.ends, limit, start)
        while full < len(self.ends) and self.ends[full] - limit <= self._give(start, full):
            full += 1
        return full

    def _give(self, start: int, end: int) -> Length:
        """What the line from ``start`` to break ``end`` may be squeezed by."""
        return self.prepared.squeezable(self.begins[start], self.prepared.breaks[end])

    def _squeezed(self, start: int, full: int, limit: Length, most: float, found: list[tuple[int, float, int]]) -> None:
        """Append the lines from ``start`` to break ``full`` and beyond, as far as they can be squeezed."""
        squeezes, ends, breaks, first = self._squeezes, self.ends, self.prepared.breaks, self.begins[start]
        lead = self._leads.get(first, 0)
        before = squeezes[first]
        for end in range(full, len(ends)):
            over = ends[end] - limit
            give = lead + squeezes[breaks[end] - 1] - before
            if over > give:
                break
            cost = squeezed_cost(over, give, self._size) + self._extra(start, end)
            if cost <= most:
                found.append((end + 1, cost, SQUEEZED + self._tight(start, end, over)))

    def _tight(self, start: int, end: int, over: Length) -> int:
        """How the marks of a line stand that is squeezed by ``over``: word spaces give before them, gaps after them."""
        first, last = self.begins[start], self.prepared.breaks[end] - 1
        give = self._mark_squeezes[last] - self._mark_squeezes[first] + self._leads.get(first, 0)
        if not give:
            return BARE
        return TIGHT if 2 * (over - self._spaces[last] + self._spaces[first]) > give else PLAIN

    def _extra(self, start: int, end: int) -> float:
        """What a line costs for where it ends: in what would stay together, or so that a last line is too short."""
        price = self._prices[end] if self._prices else 0.0
        if start and end + 1 == len(self.ends):
            held = characters(self.prepared, self.begins[start], self.prepared.breaks[end])
            price += ORPHAN if held < 2 else PAIR if held == 2 else 0.0
        return price

    def _one_by_one(
        self, start: int, full: int, limit: Length, most: float, found: list[tuple[int, float, int]]
    ) -> None:
        """Append the lines from ``start`` to breaks before ``full``; with hyphens about, none is surely too dear."""
        for end in range(full - 1, start - 1, -1):
            line = self.line(start, end, limit - self.ends[end])
            if line is not None and line[0] <= most:
                found.append((end + 1, *line))
            elif line is not None and end + 1 < len(self.ends) and not self._soft:
                break

    def _stretched(
        self, start: int, last: int, limit: Length, most: float, found: list[tuple[int, float, int]]
    ) -> None:
        """Append the lines from ``start`` to break ``last`` or earlier, none of which ends a paragraph or has a hyphen.

        The same as ``line`` for each, without a call for each: half of the breaker's time is spent here. That all
        places open alike costs no more than how they do open: what is too dear by that need not be asked.
        """
        ends, until, before, size, plain = self.ends, self._until, self._before[start], self._size, self._plain
        given_until, given_before, prices = self._given_until, self._given_before[start], self._prices
        lacks_until, lacks_before = self._lacks_until, self._lacks_before[start]
        marks_until, marks_before = self._marks_until, self._marks_before[start]
        wide_until, wide_before = self._wide_until, self._wide_before[start]
        narrow = _OPEN * size
        for end in range(last, start - 1, -1):
            slack = limit - ends[end]
            if not slack:
                cost, kind = 0.0, NATURAL + self._marks(start, end)
            else:
                places = until[end] - before
                cap = given_until[end] - given_before
                rest = slack - cap - (self._most * places - lacks_until[end] + lacks_before)
                if rest > 0:
                    cost, kind = self._torn(start, end, slack, rest)
                else:
                    given = slack if slack < cap else cap
                    shared = (slack - given) / (places or 1)
                    own = 0.0
                    if given:
                        full = given / cap
                        own = GIVEN * given / size + FILLED * full * full * full
                    cost, kind = own, NATURAL
                    if shared:
                        relative = shared / size / _LOOSE
                        seen = SEEN if relative > 1 else 0.0
                        stretch = STRETCH_LINEAR * relative + STRETCH * relative * relative * relative
                        cost = own + (STRETCHED_LINE + stretch + seen)
                        if shared > plain and cost <= most:
                            shared = water(slack - given, places, self._rooms(start, end))
                            cost = own + opened_cost(shared / size)
                        each = shared / size
                        kind = STRETCHED if shared <= narrow or each <= _OPEN else OPEN if each <= _WIDE else WIDE
                    is_full = 2 * given > cap and wide_until[end] > wide_before
                    kind += FULL if is_full else PLAIN if marks_until[end] > marks_before else BARE
                if cost > most:
                    return
            if prices:
                cost += prices[end]
            if cost <= most:
                found.append((end + 1, cost, kind))

    def _torn(self, start: int, end: int, slack: Length, rest: Length) -> tuple[float, int]:
        """Cost and kind of a line whose places leave ``rest`` of its slack: the same as ``_open``, at less cost where
        its letters do not take that either. A paragraph that nothing fills has hardly any others."""
        lettered = 0
        if self._letters:
            before, until = self._lettered = self._lettered or self._letters_by_place()
            lettered = self._letter * (until[end] - before[start])
        if rest <= lettered:
            return self._open(start, end, slack)
        places = self._until[end] - self._before[start]
        cap = self._given_until[end] - self._given_before[start]
        each = _TORN + (rest - lettered) / ((places or 1) * self._size)
        cost = given_cost(cap, cap, self._size) + opened_cost(each) + (LETTERED if lettered else 0.0)
        return cost, (WIDE if slack > cap + rest else NATURAL) + self._marks(start, end, cap > 0)

    def _letters_by_place(self) -> tuple[list[int], list[int]]:
        """How many of the letters stand before each start, and before the end of each break (``letters_of``)."""
        firsts, lasts = self.prepared.firsts, self.prepared.lasts
        before = [bisect_left(self._letters, firsts[begin]) for begin in self.begins]
        return before, [bisect_left(self._letters, lasts[end - 1] - 1) for end in self.prepared.breaks]

    def _rooms(self, start: int, end: int) -> list[Length]:
        """The room of the places of a line that have less of it than others, in order."""
        return sorted([room for room in self._left[self._taken_before[start] : self._taken_until[end]] if room])

    def _open(self, start: int, end: int, slack: Length) -> tuple[float, int]:
        """Cost and kind of a line with ``slack`` to spare."""
        first, last = self.begins[start], self.prepared.breaks[end]
        slacks = parted(self.prepared, first, last, slack)
        each = height(self.prepared, first, last, slacks)
        cap = self._given_until[end] - self._given_before[start]
        cost = given_cost(slacks.pooled, cap, self._size) + opened_cost(each) + (LETTERED if slacks.lettered else 0.0)
        space = kind_of(each) if slacks.shared else NATURAL
        return cost, space + self._marks(start, end, 2 * slacks.pooled > cap)

    def _marks(self, start: int, end: int, is_full: bool = False) -> int:
        """How the marks stand of a line that is not squeezed; ``is_full`` if its pool has taken more than half."""
        if is_full and self._wide_until[end] > self._wide_before[start]:
            return FULL
        return PLAIN if self._marks_until[end] > self._marks_before[start] else BARE

    def line(self, start: int, end: int, slack: Length) -> tuple[float, int] | None:
        """Cost and kind of the line from ``start`` to break ``end`` with ``slack`` to spare; None if it is too long."""
        extra = self._extra(start, end)
        if slack >= 0 and end + 1 == len(self.ends):
            return extra, NONE
        if slack < 0:
            give = self._give(start, end)
            if -slack > give:
                return None
            return squeezed_cost(-slack, give, self._size) + extra, SQUEEZED + self._tight(start, end, -slack)
        if not slack:
            return extra, NATURAL + self._marks(start, end)
        cost, kind = self._open(start, end, slack)
        return cost + extra, kind


def cost_of(costs: LineCosts, ends: Sequence[int], measures: Measures) -> float:
    """The cost of a whole paragraph broken at ``ends``; infinite if a line does not fit."""
    breaks = costs.prepared.breaks
    total, kind, start = 0.0, NONE, 0
    for number, place in enumerate(ends):
        end = bisect_left(breaks, place)
        if breaks[end] != place:
            return float("inf")
        line = costs.line(start, end, measures.at(number) + costs.starts[start] - costs.ends[end])
        if line is None:
            return float("inf")
        total += line[0] + between(kind, line[1])
        kind, start = line[1], end + 1
    return total
