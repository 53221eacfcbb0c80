"""What a line costs. Named constants, each with its reason; the paragraph-wide breaker minimises their sum.

Costs are without unit: a line stretched by ⅛ em a place, the most that a reader does not see, costs 375.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from operator import add, mul, sub

from paiban.text.linerange import characters
from paiban.text.prepared import Prepared, Step
from paiban.text.slack import height, letter_room, narrow_rooms, parted, water
from paiban.text.spacing import LOOSE, MOST_OPENED, SQUEEZE_STEPS_OF_MARKS
from paiban.text.steps import summed
from paiban.units import Length, scaled
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


_Row = tuple[int, int, int, int, int, int, int, int]
"""What stands before a cluster: places that open, what the pool takes of a line's slack, what all of it and its places
take; marks that give or take, and those that take; what may be squeezed, of that what marks lose, and word spaces."""

_TAKES, _GIVES = 1, 5
NEVER = float("inf")
"""More than anything costs."""

Line = tuple[int, float, int, float]
"""A line from some start: the next start, its cost and kind, and what those that come after it cost at least."""


class _Standing(NamedTuple):
    """What of a paragraph is the same at every tracking: by its starts and its breaks, where lines begin and end and
    the first and the last cluster of each; by its clusters, the row of each; the prices of its breaks, if any has one;
    what all of it may be squeezed by at most; and the first starts from which a last line holds no more than two
    characters, and fewer: the paragraph's beginning is none of them."""

    begins: tuple[int, ...]
    lasts: list[int]
    starts: list[Length]
    ends: list[Length]
    rows: list[_Row]
    prices: list[float] | None
    squeezable: Length
    short: tuple[int, int]


AT_HAND = 16
"""So many paragraphs are at hand: the lines of a story are looked for as they come, then at several trackings."""

_at_hand: dict[int, tuple[Prepared, _Standing]] = {}
"""The paragraphs that were asked for last, by identity."""


def _standing(prepared: Prepared) -> _Standing:
    found = _at_hand.get(id(prepared))
    if found is None:
        if len(_at_hand) == AT_HAND:
            del _at_hand[next(iter(_at_hand))]
        found = _at_hand[id(prepared)] = prepared, _stand(prepared)
    return found[1]


def _stand(prepared: Prepared) -> _Standing:
    breaks, pool, soft = prepared.breaks, prepared.pool, prepared.soft
    begins = (0, *breaks[:-1])
    nothing = (0,) * (prepared.count + 1)
    opens, given, squeezes = prepared.open_sums, nothing, prepared.squeezes or nothing
    room: Iterable[Length] = map(mul, opens, repeat(prepared.most_white))
    if pool is not None:
        given = pool.sums
        room = map(add, given, map(sub, room, pool.lacks))
    of_marks = [step for step in prepared.squeeze if step.name in SQUEEZE_STEPS_OF_MARKS]
    of_spaces = [step for step in prepared.squeeze if step.name == "word space"]
    marks, wide = _marked(prepared, of_marks, nothing)
    count = prepared.count
    loses, spaces = summed(of_marks, count) or nothing, summed(of_spaces, count) or nothing
    sums = prepared.sums
    return _Standing(
        begins=begins,
        lasts=[end - 1 for end in breaks],
        starts=[sums[i] + prepared.heads[i] for i in begins],
        ends=[sums[i] - prepared.tails[i - 1] for i in breaks],
        rows=list(zip(opens, given, room, marks, wide, squeezes, loses, spaces, strict=False)),
        prices=[soft[i].price if i in soft else 0.0 for i in breaks] if soft else None,
        squeezable=squeezes[-1] + sum(prepared.leads.values()),
        short=_last_starts(prepared, begins),
    )


def _last_starts(prepared: Prepared, begins: Sequence[int]) -> tuple[int, int]:
    """Where last lines of two characters begin, and those of fewer (``_Standing.short``)."""
    end, start, pair = prepared.count, len(begins), 0
    held = 0
    while start > 1:
        held += characters(prepared, begins[start - 1], end)
        if held > 2:
            break
        end = begins[start - 1]
        start -= 1
        pair += held == 2
    return start, start + pair


def _marked(prepared: Prepared, losing: Iterable[Step], nothing: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """How many boundaries of marks that may lose or gain stand before each cluster, and how many of those that gain."""
    gaining = prepared.pool.marks if prepared.pool is not None else ()
    giving = {place for step in losing for place in step.places}.union(gaining)
    wide = _counted(gaining, prepared.count) if gaining else nothing
    return _counted(giving, prepared.count) if len(giving) > len(gaining) else wide, wide


def _counted(places: Iterable[int], count: int) -> list[int]:
    """How many of some places stand before each of ``count`` clusters and before their end."""
    found = [0] * count
    for place in places:
        found[place] = 1
    return [0, *accumulate(found)]


@lru_cache(maxsize=2048)
def _even(slack: Length, places: int, cap: Length, size: Length) -> tuple[float, int, bool, float]:
    """What a line costs whose ``places`` open alike with what of its ``slack`` is beyond the ``cap`` of its pool, how
    characters stand in it, whether its pool is full, and what each place takes: few lines differ in all of these."""
    given = slack if slack < cap else cap
    shared = (slack - given) / (places or 1)
    each = shared / size
    cost = given_cost(given, cap, size) + opened_cost(each)
    return cost, kind_of(each) if shared else NATURAL, 2 * given > cap, shared


class LineCosts:
    """The cost of any line of one paragraph at one tracking.

    Breaks are numbered from 0; start ``i`` is the paragraph's beginning for 0, else break ``i - 1``. For a line from
    start ``i`` to break ``j``, what belongs to its beginning and to its end stands ready in ``starts`` and ``ends``;
    ``begins`` are the clusters of the starts. ``squeezable`` is what all of it may be squeezed by at most.
    """

    def __init__(self, prepared: Prepared, tracking: int = 0) -> None:
        standing, each, pool = _standing(prepared), prepared.tracked(tracking), prepared.pool
        self.prepared = prepared
        self.begins, self._lasts, self.starts, self.ends, self._rows, self._prices, self.squeezable, self._short = (
            standing
        )
        if each:
            places = prepared.place_sums
            self.starts = list(map(add, self.starts, [each * places[i] for i in self.begins]))
            self.ends = list(map(add, self.ends, [each * places[i] for i in self._lasts]))
        self._plain = min(
            pool.least_room if pool is not None else prepared.most_white, scaled(prepared.style.size, MOST_OPENED)
        )
        self._leads = prepared.leads
        self._size = prepared.style.size
        self._letters, self._letter = prepared.letters, letter_room(self._size)
        self._lettered: tuple[list[int], list[int]] | None = None

    def lines_from(self, start: int, measure: Length, dearest: float) -> Iterator[Line]:
        """The lines from ``start`` that fit ``measure`` and cost at most ``dearest``, each worked out when asked for:
        next start, cost, kind, and what those that come after it cost at least.

        First those that take in all or more by squeezing, then ever shorter ones, none of which is cheaper than those
        before it, its price aside. That all places open alike costs no more than how they do open: what is too dear by
        that need not be asked. One frame for all of them: half of the breaker's time is spent here.
        """
        ends, rows, lasts, size, prices = self.ends, self._rows, self._lasts, self._size, self._prices
        limit = measure + self.starts[start]
        full = bisect_right(ends, limit, start)
        open_before, given_before, room_before, marks_before, wide_before, _, _, _ = rows[self.begins[start]]
        yield from self._filled(start, full, limit, dearest)
        plain, is_near = self._plain, not self._letters
        for end in range(min(full, len(ends) - 1) - 1, start - 1, -1):
            slack = limit - ends[end]
            places, cap, room, marks, wide, _, _, _ = rows[lasts[end]]
            if slack > room - room_before:
                if is_near:  # what nothing fills is worked out where all else is dearer
                    is_near = False
                    yield end, NEVER, NONE, RAGGED
                cost, kind, is_full = self._torn(start, end, slack)
            else:
                cost, kind, is_full, shared = _even(slack, places - open_before, cap - given_before, size)
                if shared > plain and cost <= dearest:
                    over = slack - cap + given_before
                    shared = water(over, places - open_before, self._rooms(start, end)) / size
                    cost, kind = given_cost(slack - over, slack - over, size) + opened_cost(shared), kind_of(shared)
            if cost > dearest:
                return
            kind += FULL if is_full and wide > wide_before else PLAIN if marks > marks_before else BARE
            price = cost + prices[end] if prices else cost
            if price <= dearest:
                yield end + 1, price, kind, cost

    def _filled(self, start: int, full: int, limit: Length, dearest: float) -> list[Line]:
        """The last line, or those to break ``full`` and further on that may be squeezed into their measure."""
        ends, rows, lasts = self.ends, self._rows, self._lasts
        if full == len(ends):
            cost = self._extra(start, full - 1)
            return [(full, cost, NONE, 0.0)] if cost <= dearest else []
        before = self._taken_before(start)
        found: list[Line] = []
        for end in range(full, len(ends)):
            over, give = ends[end] - limit, rows[lasts[end]][_GIVES] - before
            if over > give:
                break
            cost = squeezed_cost(over, give, self._size) + self._extra(start, end)
            if cost <= dearest:
                found.append((end + 1, cost, SQUEEZED + self._tight(start, end, over), 0.0))
        return found

    def furthest(self, start: int, measure: Length) -> int:
        """The furthest start that a line from ``start`` can leave to the next, squeezed as far as may be."""
        ends, rows, lasts = self.ends, self._rows, self._lasts
        limit, count, before = measure + self.starts[start], len(ends), self._taken_before(start)
        full = bisect_right(ends, limit, start)
        while full < count and ends[full] - limit <= rows[lasts[full]][_GIVES] - before:
            full += 1
        return full

    def squeezable_from(self) -> list[Length]:
        """What all from each start to the paragraph's end may be squeezed by at most."""
        return [self.squeezable - self._rows[begin][_GIVES] for begin in self.begins]

    def _taken_before(self, start: int) -> Length:
        """What all before ``start`` may be squeezed by, less what a bracket that begins a line there may."""
        first = self.begins[start]
        before = self._rows[first][_GIVES]
        return before - self._leads.get(first, 0) if self._leads else before

    def _tight(self, start: int, end: int, over: Length) -> int:
        """How the marks of a line stand that is squeezed by ``over``: word spaces give before them, gaps after them."""
        first = self.begins[start]
        *_, marks_before, spaces_before = self._rows[first]
        *_, marks, spaces = self._rows[self._lasts[end]]
        give = marks - marks_before + self._leads.get(first, 0)
        if not give:
            return BARE
        return TIGHT if 2 * (over - spaces + spaces_before) > give else PLAIN

    def _extra(self, start: int, end: int) -> float:
        """What a line costs for where it ends: in what would stay together, or so that a last line is too short."""
        price = self._prices[end] if self._prices else 0.0
        if end + 1 == len(self.ends) and start >= self._short[0]:
            price += ORPHAN if start >= self._short[1] else PAIR
        return price

    def _torn(self, start: int, end: int, slack: Length) -> tuple[float, int, bool]:
        """Cost of a line whose places leave some of its ``slack``, how characters stand in it, and whether its pool is
        full: the same as ``_open``, at less cost where its letters do not take the rest either. A paragraph that
        nothing fills has hardly any others."""
        open_before, given_before, room_before, *_ = self._rows[self.begins[start]]
        places, cap, room, *_ = self._rows[self._lasts[end]]
        lettered, cap, rest = 0, cap - given_before, slack - room + room_before
        if self._letters:
            before, until = self._lettered = self._lettered or self._letters_by_place()
            lettered = self._letter * (until[end] - before[start])
        if rest <= lettered:
            return self._open(start, end, slack)
        each = _TORN + (rest - lettered) / ((places - open_before or 1) * self._size)
        cost = given_cost(cap, cap, self._size) + opened_cost(each) + (LETTERED if lettered else 0.0)
        return cost, (WIDE if slack > cap + rest else NATURAL), cap > 0

    def _letters_by_place(self) -> tuple[list[int], list[int]]:
        """How many of the letters stand before each start, and before the end of each break (``letters_of``)."""
        firsts, lasts = self.prepared.firsts, self.prepared.lasts
        before = [bisect_left(self._letters, firsts[begin]) for begin in self.begins]
        return before, [bisect_left(self._letters, lasts[last] - 1) for last in self._lasts]

    def _rooms(self, start: int, end: int) -> list[Length]:
        """The room of the places of a line that have less of it than others, in order."""
        return narrow_rooms(self.prepared, self.begins[start], self._lasts[end] + 1)

    def _open(self, start: int, end: int, slack: Length) -> tuple[float, int, bool]:
        """The same of a line with ``slack`` to spare, whatever takes it."""
        first, last = self.begins[start], self.prepared.breaks[end]
        slacks = parted(self.prepared, first, last, slack)
        each = height(self.prepared, first, last, slacks)
        cap = self._rows[last - 1][_TAKES] - self._rows[first][_TAKES]
        cost = given_cost(slacks.pooled, cap, self._size) + opened_cost(each) + (LETTERED if slacks.lettered else 0.0)
        return cost, kind_of(each) if slacks.shared else NATURAL, 2 * slacks.pooled > cap
