"""Breaking headlines by sense (转行): never inside a word, a name or a number with its unit (rule book, section 11).

Each place between two characters has a price; a headline is broken into as few lines as fit, at the least price and
with lines as even as can be. The editor's own breaks are law and leave nothing to choose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise, starmap

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.text.linerange import LineRange
from paiban.text.phrases import AFTER_MARK, AGAINST, ELSE, FORBIDDEN, HALVES, INSIDE_QUOTES, bonds
from paiban.text.prepared import Prepared
from paiban.units import Length
from paiban.value import NamedTuple

LINE = 120
"""A line more: worth it only where it saves a break that the sense is against."""

UNEVEN = 100
"""A line that is empty against the longest, growing with the square: half as long costs a quarter of it. Little, for
sense goes first: of headlines that nobody had seen a fifth more are broken against it where this is 170."""

STUB = 500
"""A line of one character."""

PASSED = 150
"""A pause inside a line, where the headline is broken at a lesser place: in 新能源汽车|下乡，补贴政策|怎么领 the second
line is of both halves."""

HALVES_PASSED = 250
"""The same of the white that parts two halves: against the sense (``phrases.AGAINST``) whatever else it gains."""

LAST_RESORT_LINES = 3
"""From this many lines allowed on, a forbidden break is better than no headline."""

_PAIRS = {
    "“": "“[^“”]{1,10}”", "‘": "‘[^‘’]{1,10}’", "《": "《[^《》]{1,12}》", "（": "（[^（）]{1,10}）",
    "「": "「[^「」]{1,10}」", "『": "『[^『』]{1,10}』",
}  # fmt: skip
"""What stands between marks that no line is to part, by the first of them."""


@lru_cache(maxsize=512)
def prices(text: str, names: tuple[str, ...]) -> tuple[int, ...]:
    """The price of a break before each character of ``text``."""
    found = [*bonds(text)]
    there = "|".join([pattern for mark, pattern in _PAIRS.items() if mark in text])
    for match in re.finditer(there, text) if there else ():
        for i in range(match.start() + 1, match.end()):
            found[i] = found[i] if found[i] >= FORBIDDEN else min(found[i] + INSIDE_QUOTES, FORBIDDEN - 1)
    for name in names:
        for match in re.finditer(re.escape(name), text) if len(name) > 1 else ():
            found[match.start() + 1 : match.end()] = [FORBIDDEN] * (len(name) - 1)
            found[match.start()], found[match.end()] = (min(found[i], ELSE) for i in match.span())
    return tuple(found)


class Way(NamedTuple):
    """One way to break a headline: its price, its ``worst`` break's, its ``longest`` line at the size prepared at."""

    price: float
    worst: int
    longest: Length
    lines: tuple[LineRange, ...]


def headline_ways(
    prepared: Prepared,
    lines: int,
    *,
    last_resort: bool = False,
) -> tuple[Way, ...]:
    """Every way into exactly so many lines that is worth a look: none is both dearer and longer than another.

    The cheapest comes first; each that follows is dearer and fits a shorter measure. Where the editor ends lines
    himself there is his way alone, whatever the sense. The ``names`` of the style are never cut. A break inside a word
    is among them only as a ``last_resort``.
    """
    if prepared.law:
        way = by_law(prepared)
        return (way,) if len(way.lines) == lines else ()
    if lines == 1:
        return (Way(0.0, 0, prepared.natural(0, prepared.count), (LineRange(0, prepared.count),)),)
    choices = _priced_breaks(prepared)
    if not last_resort:
        choices = [(place, price) for place, price in choices if price < FORBIDDEN]
    frontier: list[Way] = []
    for price, longest, ends, worst in sorted(_ways(prepared, choices, lines)):
        if not frontier or longest < frontier[-1].longest:
            frontier.append(Way(price, worst, longest, tuple(starmap(LineRange, pairwise((0, *ends))))))
    return tuple(frontier)


def judge_headline(prepared: Prepared, lines: Sequence[LineRange]) -> tuple[Diagnostic, ...]:
    """What is to be said of breaks that the sense is against, each at its copy."""
    text, places = _read(prepared)
    price = prices(text, prepared.style.names)
    begins = [line.first for line in lines[1:] if line.first - 1 not in prepared.drawn_spaces]
    passed = {space + 1 for space in prepared.drawn_spaces} - {line.first for line in lines}
    found = []
    for first in begins:
        place = prepared.starts[first]
        index = bisect_left(places, place)
        against = price[index] >= AGAINST
        if against or (passed and first == begins[0]):
            why = NO_OTHER_WAY if price[index] >= FORBIDDEN else BEFORE_HALVES if not against else Words("", "")
            found.append(diagnose("P416", prepared.copy.at(place), before=text[index - 1], after=text[index], why=why))
    return tuple(found)


NO_OTHER_WAY = Words("，不拆词就排不下", ": nothing fits but with a word parted")

BEFORE_HALVES = Words("，两半之间的空格却在一行当中", ", with the white between its halves inside a line")


def _read(prepared: Prepared) -> tuple[str, Sequence[int]]:
    """A headline as it is read, without marks and ruby, and where each character of that stands in the copy."""
    value, whole = prepared.copy.value, range(prepared.start, prepared.end)
    ruby = [i for a in prepared.annotations if a.ruby is not None for i in range(a.start, a.end)]
    away = {*prepared.marks, *ruby}
    places = [index for index in whole if index not in away] if away else whole
    return "".join([value[index] for index in places]) if away else value[whole.start : whole.stop], places


def by_law(prepared: Prepared) -> Way:
    """Lines between the editor's own breaks, all of it where he has none.

    A break character that is set as a cluster stands between two lines.
    """
    starts = prepared.starts
    lines: list[LineRange] = []
    first = 0
    for index in (*prepared.law, prepared.end):
        last = next((i for i in range(first, prepared.count) if starts[i] >= index), prepared.count)
        skipped = 1 if last < prepared.count and starts[last] == index else 0
        if last > first:
            lines.append(LineRange(first, last, 0, skipped))
        first = last + skipped
    return Way(0.0, 0, max((prepared.natural(*line) for line in lines), default=0), tuple(lines))


def _priced_breaks(prepared: Prepared) -> list[tuple[int, int]]:
    """Clusters before which a line may begin, with their prices."""
    text, places = _read(prepared)
    price = prices(text, prepared.style.names)
    found = []
    for place in prepared.breaks[:-1]:
        glue = prepared.drawn_spaces.get(place - 1)
        found.append((place, HALVES if glue else price[bisect_left(places, prepared.starts[place])]))
    return found


def _ways(
    prepared: Prepared, choices: Sequence[tuple[int, int]], lines: int
) -> Iterator[tuple[float, Length, tuple[int, ...], int]]:
    """Every way into exactly ``lines`` lines at the breaks that there are: its price, its longest line, where lines
    end, its worst break's price."""
    natural = lru_cache(maxsize=None)(prepared.natural)
    stub = 3 * prepared.style.size
    halves = {place for place, price in choices if price == HALVES}
    pauses = [place for place, price in choices if HALVES < price <= AFTER_MARK]
    for chosen in combinations(choices, lines - 1):
        places, prices_of = zip(*chosen, strict=True)
        ends = (*places, prepared.count)
        widths = list(map(natural, (0, *places), ends))
        longest = max(widths)
        price = float(sum(prices_of))
        price += sum([UNEVEN * (1 - width / longest) ** 2 for width in widths])
        worst = max(prices_of)
        if pauses and worst > AFTER_MARK:
            price += PASSED * sum([place not in places for place in pauses])
        if halves and worst > HALVES and (passed := halves.difference(places)):
            price += HALVES_PASSED * len(passed)
            worst = max(worst, HALVES_PASSED)
        price += STUB * sum([2 * width < stub for width in widths])  # two may be kerned below 2 em
        yield price, longest, ends, worst
