"""Lines as they stand in a text file, and text that stands in columns side by side, taken one column after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.gutters import CENTRED, JITTER, LEAST_MEASURE, Raw, cells, cut, raw_lines
from paiban.span import Span
from paiban.value import NamedTuple

MOST_MEASURE = 240
"""Cells of the widest: no program breaks lines after more than a hundred and twenty Han."""

SLACK = 6
"""Cells by which a full line may be shorter than the measure: marks that begin no line take a Han or two along."""


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


class _Region(NamedTuple):
    """Lines that stand side by side, cut where ``stops`` say, in cells; no stops: lines that stand alone."""

    stops: tuple[int, ...]
    lines: tuple[Raw, ...]
    guessed: bool = False


def rows_of(text: str, file: str) -> tuple[tuple[Row, ...], tuple[Diagnostic, ...]]:
    """The lines of ``text`` in reading order, empty ones left out."""
    rows: list[Row] = []
    found: list[Diagnostic] = []
    for region in _regions(raw_lines(text)):
        columns = _columns(region) if region.stops else []
        if columns:
            code = "P819" if region.guessed else "P822"
            found.append(diagnose(code, _span_of(region.lines[0], file), count=len(columns)))
        rows += [row for column in columns for row in column] or [_row(raw) for raw in region.lines]
    return tuple(rows), tuple(found)


def _span_of(raw: Raw, file: str) -> Span:
    last = raw.parts[-1]
    return Span(file, raw.number, raw.parts[0].column, raw.number, last.column + len(last.text))


def _row(raw: Raw) -> Row:
    """A line that stands alone, white inside it as it is."""
    first, last = raw.parts[0], raw.parts[-1]
    words = raw.line[first.column - 1 : last.column - 1 + len(last.text)]
    return Row(words, raw.number, first.column, first.start, raw.blank)


def _regions(lines: Sequence[Raw]) -> Iterator[_Region]:
    """Lines side by side, and those that stand alone; white all across parts no columns."""
    last = _Region((), ())
    for region in (region for block in _blocks(lines) for region in _in_block(block)):
        if last.lines and not _go_on(last, region):
            yield last
            last = region
        else:
            last = _Region(last.stops or region.stops, last.lines + region.lines, region.guessed)
    if last.lines:
        yield last


def _go_on(last: _Region, region: _Region) -> bool:
    """Whether columns begin where those above them did."""
    pairs = zip(last.stops, region.stops, strict=False)
    return len(last.stops) == len(region.stops) and all(abs(one - other) <= JITTER for one, other in pairs)


def _blocks(lines: Sequence[Raw]) -> Iterator[list[Raw]]:
    """Lines without an empty one between them."""
    block: list[Raw] = []
    for line in lines:
        if line.blank and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _in_block(block: Sequence[Raw]) -> Iterator[_Region]:
    """A block's lines: those side by side, and those that stand alone among them."""
    stops, lines, guessed = cut(block)
    for line, parts in zip(block, lines, strict=True):
        yield _Region(stops, (line._replace(parts=parts),), guessed) if parts else _Region((), (line,))


def _columns(region: _Region) -> list[list[Row]]:
    """The lines of each column; nothing where what stands side by side is no running copy but a table."""
    columns: list[list[Row]] = [[] for _ in region.stops]
    for line in region.lines:
        for part in line.parts:
            place = max((i for i, stop in enumerate(region.stops) if stop <= part.start + JITTER), default=0)
            indent = max(0, part.start - region.stops[place])
            indented = indent > (JITTER if place else 1)
            columns[place].append(Row(part.text, line.number, part.column, indent if indented else 0))
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
            has_comma = any(mark in row.text[:-1] for mark in _COMMAS)
            crowds[width] = _Crowd(lines + 1, torn + (not ends_sentence(row.text)), prose + has_comma)
    possible = (width for width in sorted(crowds, reverse=True) if LEAST_MEASURE <= width <= MOST_MEASURE)
    return next((width for width in possible if _is_measure(width, crowds)), 0)


def _is_measure(width: int, crowds: Mapping[int, _Crowd]) -> bool:
    """Whether lines were broken at ``width``: a third of all are as wide, most inside a sentence, few are wider.

    Heads and tables are of like widths too, but have no commas; a poem has them at the ends of its lines.
    """
    near = [crowds[other] for other in range(width - SLACK, width + 1) if other in crowds]
    lines, torn = sum(crowd.lines for crowd in near), sum(crowd.torn for crowd in near)
    prose = sum(crowd.prose for crowd in near)
    whole = sum(crowd.lines for crowd in crowds.values())
    wider = sum(crowd.lines for other, crowd in crowds.items() if other > width)
    return lines > 1 and 3 * lines >= whole and 4 * wider <= lines and 2 * torn >= lines and 3 * prose >= lines


_COMMAS = "，。；、,"
_ENDS = "。！？!?…；;"
_CLOSERS = "”’」』）)》〉】〕\"'"


_HALF_STOP = pattern(f"[\u2e80-\uffef][0-9:%]*[{_CLOSERS}]* *[.]$")


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with ``text``, quotes and brackets after its mark aside.

    A point is one where Han stand before it: it was typed for 。.
    """
    words = text.rstrip().rstrip(_CLOSERS)
    return words.endswith(tuple(_ENDS)) or (words.endswith(".") and bool(_HALF_STOP.search(words)))


def runs_on(text: str) -> bool:
    """Whether ``text`` ends inside a sentence, at a comma."""
    return text.rstrip().endswith(("，", "、", ","))
