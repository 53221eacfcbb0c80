"""Where columns begin in lines of text, and lines cut there.

Text taken from a PDF has columns side by side. Where the white between them is wide it shows by itself; a newspaper's
gutter is often no more than one space, which shows only by standing at one place in line after line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from re import Pattern
from re import compile as pattern
from unicodedata import east_asian_width

from paiban.value import NamedTuple

GUTTER = 3
"""Cells of white that part two columns by themselves; a full-width space inside a headline is two."""

LEAST_ROWS = 3
"""Fewer lines side by side are a headline with white in it, or a row of a table."""

LEAST_MEASURE = 12
"""Cells of the narrowest column of running copy: six Han."""

JITTER = 2
"""Cells by which a line of a column may begin late, where a program counted the width of marks otherwise."""

LEAST_NARROW_ROWS = 5
NARROW_SHARE = 0.6
"""So many of the lines that reach a narrow gutter have white there; stray spaces fall anywhere."""

FAR = 14
"""Cells by which wide white may be off: the last line of a paragraph is short, and the rest of its line moves."""

SWAY = 6
"""Cells by which a narrow gutter moves from line to line, by marks that are set on half their width."""

CENTRED = 6
"""Cells of white before a line that no paragraph's indent has."""

_WHITE: Pattern[str] = pattern(r"[ \t\u3000\xa0]+")
_TAB = 4


class Part(NamedTuple):
    """A stretch of a line without wide white in it: the cell where it begins, its column in the file, its text."""

    start: int
    column: int
    text: str


class Raw(NamedTuple):
    """A line of a file: its number, its parts, how many empty lines stand before it."""

    number: int
    line: str
    parts: tuple[Part, ...]
    blank: int


def cells(text: str) -> int:
    """How wide ``text`` stands on a page of copy: two cells a Han and a Chinese mark, quotes and dashes among them."""
    return sum(_TAB if c == "\t" else 2 if east_asian_width(c) in "WFA" else 1 for c in text)


def raw_lines(text: str) -> list[Raw]:
    """The lines of ``text`` that hold anything."""
    found: list[Raw] = []
    blank = 0
    for number, line in enumerate(text.split("\n"), 1):
        parts = tuple(_parts(line))
        if parts:
            found.append(Raw(number, line, parts, blank))
        blank = 0 if parts else blank + 1
    return found


class Cut(NamedTuple):
    """Where the columns of a block begin, in cells, its lines cut there, and whether that had to be worked out."""

    stops: tuple[int, ...]
    lines: list[tuple[Part, ...]]
    guessed: bool = False


def cut(block: Sequence[Raw]) -> Cut:
    """The columns of a block; a line that stands alone has no parts.

    Heads stand alone: lines in the middle before all others, and lines that run across the white of the rest.
    """
    begun = next((index for index, line in enumerate(block) if line.parts[0].start < CENTRED), len(block))
    ways = [Cut(stops, _cut_all(block, begun, stops, way), way is _cut_narrow)
            for stops, way in ((_wide_stops(block), _cut_wide), (_narrow_stops(block), _cut_narrow))
            if len(stops) > 1]  # fmt: skip
    return max(ways, key=lambda way: sum(map(bool, way.lines)), default=Cut((), [() for _ in block]))


def _cut_all(
    block: Sequence[Raw], begun: int, stops: Sequence[int], way: Callable[[Raw, Sequence[int]], tuple[Part, ...]]
) -> list[tuple[Part, ...]]:
    """The lines of a block cut one way, from the line on with which its columns have ``begun``."""
    return [() if index < begun else way(line, stops) for index, line in enumerate(block)]


# ---- wide gutters ---------------------------------------------------------------------------------------------------


def _parts(line: str, stops: Sequence[int] = ()) -> Iterator[Part]:
    """A line cut at wide white, and at any white that ends at one of ``stops``."""
    begin, start, cell, at = 0, 0, 0, 0
    for match in _WHITE.finditer(line):
        cell += cells(line[at : match.start()])
        wide = cells(match.group())
        at, cell = match.end(), cell + wide
        ends_there = any(abs(cell - stop) <= JITTER for stop in stops)
        if ends_there or wide >= GUTTER or match.start() == 0 or match.end() == len(line):
            if line[begin : match.start()]:
                yield Part(start, begin + 1, line[begin : match.start()])
            begin, start = match.end(), cell
    if line[begin:]:
        yield Part(start, begin + 1, line[begin:])


def _wide_stops(lines: Sequence[Raw]) -> tuple[int, ...]:
    """Where most parts of lines begin. The indent of a paragraph is no column."""
    side_by_side = [line for line in lines if len(line.parts) > 1]
    if len(side_by_side) < LEAST_ROWS:
        return ()
    counts = Counter(part.start for line in lines for part in line.parts)
    clustered = {start: sum(counts[start + by] for by in range(-1, JITTER)) for start in counts}
    enough = {start: count for start, count in clustered.items() if count * 4 >= len(side_by_side)}
    return _apart(sorted(enough, key=lambda start: (-enough[start], start)))


def _apart(ranked: Sequence[int]) -> tuple[int, ...]:
    """Of places in the order of their worth those that leave each other room for a column."""
    kept: list[int] = []
    for place in ranked:
        if all(abs(place - other) > LEAST_MEASURE for other in kept):
            kept.append(place)
    return tuple(sorted(kept))


def _cut_wide(line: Raw, stops: Sequence[int]) -> tuple[Part, ...]:
    parts = tuple(_parts(line.line, stops))
    across = any(
        part.start + JITTER < stop < part.start + cells(part.text) - JITTER for part in parts for stop in stops
    )
    return () if across else parts


# ---- narrow gutters -------------------------------------------------------------------------------------------------


class _White(NamedTuple):
    """White inside a line: the cell where it ends, how wide it is, where it begins and ends, whether between Han.

    Full-width spaces at its end are no gutter but the ``indent`` of what follows.
    """

    cell: int
    wide: int
    begin: int
    end: int
    between: bool
    indent: int


def _whites(line: str) -> list[_White]:
    """The white inside a line."""
    found = []
    cell, at = 0, 0
    for match in _WHITE.finditer(line):
        cell, at = cell + cells(line[at : match.end()]), match.end()
        before, after = line[match.start() - 1 : match.start()], line[match.end() : match.end() + 1]
        if match.start() and after:
            between, white = cells(before) == 2 == cells(after), match.group()
            indent = cells(white) - cells(white.rstrip("\u3000"))
            found.append(_White(cell - indent, cells(white), match.start(), match.end(), between, indent))
    return found


def _narrow_stops(lines: Sequence[Raw]) -> tuple[int, ...]:
    """Where white stands in line after line, at columns of one width; nothing where it stands by chance."""
    whites = [[white.cell for white in _whites(line.line) if white.between] for line in lines]
    widths = [cells(line.line) for line in lines]
    shares = {}
    for stop in {end for ends in whites for end in ends}:
        reached = [ends for ends, width in zip(whites, widths, strict=True) if width > stop + SWAY]
        met = sum(any(abs(end - stop) <= SWAY for end in ends) for ends in reached)
        close = sum(abs(end - stop) for ends in reached for end in ends if abs(end - stop) <= SWAY)
        if len(reached) >= LEAST_NARROW_ROWS and met >= NARROW_SHARE * len(reached):
            shares[stop] = (-met, close, stop)
    stops = _apart(sorted(shares, key=lambda stop: shares[stop]))
    even = all(abs(stop - stops[0] * number) <= SWAY for number, stop in enumerate(stops, 1))
    return (0, *stops) if stops and even else ()


def _cut_narrow(line: Raw, stops: Sequence[int]) -> tuple[Part, ...]:
    """A line cut at a column's width from its last cut; between two signs where other columns have white there.

    The parts begin at their stops: how far a gutter sways says nothing of an indent.
    """
    width, step = cells(line.line), stops[1]
    whites = _whites(line.line)
    parts: list[Part] = []
    at = last = met = indent = column = 0
    while column < len(stops) - 1:
        found = _nearest(whites, last + step, at)
        if found is None and last + step + SWAY >= width:
            break
        place = found.cell if found else last + step
        begin, end = (found.begin, found.end) if found else (_boundary(line.line, place),) * 2
        parts += _part(line.line, at, begin, stops[column] + indent)
        at, last, met, indent = end, place, met + (found is not None), found.indent if found else 0
        column += 1
    if 2 * met < column:
        return ()
    return (*parts, *_part(line.line, at, len(line.line), stops[column] + indent))


def _nearest(whites: Sequence[_White], cell: int, at: int) -> _White | None:
    """The white after ``at`` that is a gutter at ``cell``: the nearest one, or a wide one not far away."""
    near = [white for white in whites if white.begin > at and abs(white.cell - cell) <= SWAY]
    far = [white for white in whites if white.begin > at and abs(white.cell - cell) <= FAR and white.wide >= GUTTER]
    chosen = near or far
    return min(chosen, key=lambda white: (not white.between, abs(white.cell - cell)), default=None)


def _boundary(line: str, stop: int) -> int:
    """The place between two signs of a line that is nearest to a stop."""
    cell = 0
    for index, character in enumerate(line):
        if cell + cells(character) // 2 >= stop:
            return index
        cell += cells(character)
    return len(line)


def _part(line: str, begin: int, end: int, stop: int) -> list[Part]:
    """The words of a line between two places, as a part that begins at a stop; the first column keeps its indent."""
    words = line[begin:end]
    first = begin + len(words) - len(words.lstrip(" \t\u3000\xa0"))
    start = stop or cells(line[:first])
    return [Part(start, first + 1, words.strip(" \t\u3000\xa0"))] if words.strip(" \t\u3000\xa0") else []
