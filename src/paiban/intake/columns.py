"""Lines as they stand in a text file, and text that stands in columns side by side, taken one column after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from re import compile as pattern
from unicodedata import east_asian_width

from paiban.diagnostic import Diagnostic, diagnose
from paiban.span import Span
from paiban.value import NamedTuple

GUTTER = 3
"""Cells of white that part two columns; a full-width space inside a headline is two."""

LEAST_ROWS = 3
"""Fewer lines side by side are a headline with white in it, or a row of a table."""

LEAST_MEASURE = 12
"""Cells of the narrowest column of running copy: six Han."""

MOST_MEASURE = 240
"""Cells of the widest: no program breaks lines after more than a hundred and twenty Han."""

SLACK = 6
"""Cells by which a full line may be shorter than the measure: marks that begin no line take a Han or two along."""

CENTRED = 6
"""Cells of white before a line that no paragraph's indent has."""

JITTER = 2
"""Cells by which a line of a column may begin late, where a program counted the width of marks otherwise."""

_WHITE = pattern(r"[ \t\u3000\xa0]+")
_TAB = 4


class Row(NamedTuple):
    """A line of type. ``indent`` is the white before it in cells, ``blank`` how many empty lines stand before it.

    ``measure`` is the measure of the column that it stands in, 0 where it is in none; ``number`` its line in the file.
    """

    text: str
    number: int
    column: int
    indent: int = 0
    blank: int = 0
    measure: int = 0

    @property
    def width(self) -> int:
        """The cells that it takes, with what stands before it."""
        return self.indent + cells(self.text)

    def span(self, file: str) -> Span:
        """Where it stands in its file."""
        return Span(file, self.number, self.column, self.number, self.column + len(self.text))


class _Part(NamedTuple):
    """A stretch of a line without wide white in it: the cell where it begins, its column in the file, its text."""

    start: int
    column: int
    text: str


class _Raw(NamedTuple):
    number: int
    line: str
    parts: tuple[_Part, ...]
    blank: int


class _Region(NamedTuple):
    """Lines that stand side by side, cut where ``stops`` say, in cells; no stops: lines that stand alone."""

    stops: tuple[int, ...]
    lines: tuple[_Raw, ...]


def cells(text: str) -> int:
    """How wide ``text`` stands on a page of copy: two cells a Han and a Chinese mark, quotes and dashes among them."""
    return sum(_TAB if c == "\t" else 2 if east_asian_width(c) in "WFA" else 1 for c in text)


def rows_of(text: str, file: str) -> tuple[tuple[Row, ...], tuple[Diagnostic, ...]]:
    """The lines of ``text`` in reading order, empty ones left out."""
    rows: list[Row] = []
    found: list[Diagnostic] = []
    for region in _regions(_raw_lines(text)):
        columns = _columns(region) if region.stops else []
        if columns:
            found.append(diagnose("P822", _span_of(region.lines[0], file), count=len(columns)))
        rows += [row for column in columns for row in column] or [_row(raw) for raw in region.lines]
    return tuple(rows), tuple(found)


def _raw_lines(text: str) -> list[_Raw]:
    found: list[_Raw] = []
    blank = 0
    for number, line in enumerate(text.split("\n"), 1):
        parts = tuple(_parts(line))
        if parts:
            found.append(_Raw(number, line, parts, blank))
        blank = 0 if parts else blank + 1
    return found


def _parts(line: str, stops: Sequence[int] = ()) -> Iterator[_Part]:
    """A line cut at wide white, and at any white that ends at one of ``stops``."""
    begin, start, cell, at = 0, 0, 0, 0
    for match in _WHITE.finditer(line):
        cell += cells(line[at : match.start()])
        wide = cells(match.group())
        at, cell = match.end(), cell + wide
        ends_there = any(abs(cell - stop) <= JITTER for stop in stops)
        if ends_there or wide >= GUTTER or match.start() == 0 or match.end() == len(line):
            if line[begin : match.start()]:
                yield _Part(start, begin + 1, line[begin : match.start()])
            begin, start = match.end(), cell
    if line[begin:]:
        yield _Part(start, begin + 1, line[begin:])


def _span_of(raw: _Raw, file: str) -> Span:
    last = raw.parts[-1]
    return Span(file, raw.number, raw.parts[0].column, raw.number, last.column + len(last.text))


def _row(raw: _Raw) -> Row:
    """A line that stands alone, white inside it as it is."""
    first, last = raw.parts[0], raw.parts[-1]
    words = raw.line[first.column - 1 : last.column - 1 + len(last.text)]
    return Row(words, raw.number, first.column, first.start, raw.blank)


def _regions(lines: Sequence[_Raw]) -> Iterator[_Region]:
    """Lines side by side, and those that stand alone; white all across parts no columns."""
    last = _Region((), ())
    for region in (region for block in _blocks(lines) for region in _in_block(block)):
        if last.lines and not _go_on(last, region):
            yield last
            last = region
        else:
            last = _Region(last.stops or region.stops, last.lines + region.lines)
    if last.lines:
        yield last


def _go_on(last: _Region, region: _Region) -> bool:
    """Whether columns begin where those above them did."""
    pairs = zip(last.stops, region.stops, strict=False)
    return len(last.stops) == len(region.stops) and all(abs(one - other) <= JITTER for one, other in pairs)


def _blocks(lines: Sequence[_Raw]) -> Iterator[list[_Raw]]:
    """Lines without an empty one between them."""
    block: list[_Raw] = []
    for line in lines:
        if line.blank and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _in_block(block: Sequence[_Raw]) -> Iterator[_Region]:
    """A block's lines: those across the page, such as heads, stand alone among columns."""
    stops = _stops(block)
    for line in block:
        parts = tuple(_parts(line.line, stops))
        across = any(part.start + JITTER < stop < part.start + cells(part.text) - JITTER
                     for part in parts for stop in stops)  # fmt: skip
        middle = len(parts) == 1 and line is block[0] and parts[0].start >= CENTRED
        alone = len(stops) < 2 or across or middle
        yield _Region((), (line,)) if alone else _Region(stops, (line._replace(parts=parts),))


def _stops(lines: Sequence[_Raw]) -> tuple[int, ...]:
    """Where columns begin, in cells: where most parts of lines do. The indent of a paragraph is no column."""
    side_by_side = [line for line in lines if len(line.parts) > 1]
    if len(side_by_side) < LEAST_ROWS:
        return ()
    counts = Counter(part.start for line in lines for part in line.parts)
    clustered = {start: sum(counts[start + by] for by in range(-1, JITTER)) for start in counts}
    stops: list[int] = []
    for start in sorted(clustered, key=lambda at: (-clustered[at], at)):
        enough = clustered[start] * 4 >= len(side_by_side)
        if enough and all(abs(start - other) > LEAST_MEASURE for other in stops):
            stops.append(start)
    return tuple(sorted(stops))


def _columns(region: _Region) -> list[list[Row]]:
    """The lines of each column; nothing where what stands side by side is no running copy but a table."""
    columns: list[list[Row]] = [[] for _ in region.stops]
    for line in region.lines:
        for part in line.parts:
            place = max((i for i, stop in enumerate(region.stops) if stop <= part.start + JITTER), default=0)
            indent = max(0, part.start - region.stops[place])
            columns[place].append(Row(part.text, line.number, part.column, indent if indent > JITTER else 0))
    measure = measure_of([row for column in columns for row in column])
    if not measure or not all(columns):
        return []
    columns = [[row._replace(measure=measure) for row in column] for column in columns]
    columns[0][0] = columns[0][0]._replace(blank=region.lines[0].blank)
    return columns


class _Crowd(NamedTuple):
    """Lines of one width, or of several: how many, how many of them end inside a sentence, how many have commas."""

    lines: int = 0
    torn: int = 0
    prose: int = 0


def measure_of(rows: Sequence[Row]) -> int:
    """The measure at which lines were broken; 0 where they were not, a line being a paragraph.

    Broken lines crowd just below the measure and most of them end inside a sentence. Lines in the middle have none.
    """
    crowds: dict[int, _Crowd] = {}
    for row in rows:
        if row.indent < CENTRED:
            width, (lines, torn, prose) = row.width, crowds.get(row.width, _Crowd())
            has_comma = any(mark in row.text for mark in _COMMAS)
            crowds[width] = _Crowd(lines + 1, torn + (not ends_sentence(row.text)), prose + has_comma)
    possible = (width for width in sorted(crowds, reverse=True) if LEAST_MEASURE <= width <= MOST_MEASURE)
    return next((width for width in possible if _is_measure(width, crowds)), 0)


def _is_measure(width: int, crowds: Mapping[int, _Crowd]) -> bool:
    """Whether lines were broken at ``width``: a third of all are as wide, most inside a sentence, few are wider.

    Heads and tables are of like widths too, but have no commas.
    """
    near = [crowds[other] for other in range(width - SLACK, width + 1) if other in crowds]
    lines, torn, prose = (sum(crowd[place] for crowd in near) for place in range(3))
    whole = sum(crowd.lines for crowd in crowds.values())
    wider = sum(crowd.lines for other, crowd in crowds.items() if other > width)
    return lines > 1 and 3 * lines >= whole and 4 * wider <= lines and 2 * torn >= lines and 3 * prose >= lines


_COMMAS = "，。；、,"
_ENDS = "。！？!?…；;"
_CLOSERS = "”’」』）)》〉】〕\"'"


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with ``text``, quotes and brackets after its mark aside."""
    return text.rstrip().rstrip(_CLOSERS).endswith(tuple(_ENDS))
