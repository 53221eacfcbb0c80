"""What 来稿整理 finds, written into the issue file: only the characters that it names change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from paiban.diagnostic import Diagnostic
from paiban.engine.house import House
from paiban.engine.reading import read_issue
from paiban.hygiene.desk import Slip, copies, silent_rows, slips_of, told
from paiban.hygiene.table import TABS
from paiban.issue import Issue, Readings
from paiban.issue.edit import Address, Change, KeyNames, edited, key_names
from paiban.memo import Memo
from paiban.source.copy import character_offsets
from paiban.source.file import clean
from paiban.source.outline import Outline, outline
from paiban.source.sieve import sift
from paiban.span import Span, absolute
from paiban.value import NamedTuple


class Fixed(NamedTuple):
    """A file's text put right, and what there is to say of it: what was changed, what could not be."""

    text: str
    found: tuple[Diagnostic, ...]


class CopyScalar(NamedTuple):
    """A single value of a file by its address. ``offsets`` are where its characters stand, as reading gives them."""

    at: Address
    value: str
    start: int
    end: int
    offsets: tuple[int, ...]


class Fix(NamedTuple):
    """A slip, and the change of one value that puts it right."""

    slip: Slip
    change: Change


def fixed_file(path: Path, data: bytes, house: House) -> Fixed | None:
    """What ``data``, the content of the issue file at ``path``, comes to; None where it is no issue."""
    issue, _, _ = read_issue(path, data, house=house, draft=True)
    if issue is None:
        return None
    style, _ = house.layouts(draft=True).style(issue.style)
    silent = silent_rows(style.slips) if style is not None else frozenset()
    return fixed(data.decode("utf-8"), issue, house.kinds.readings, silent)


def fixed(text: str, issue: Issue, readings: Readings, silent: frozenset[str] = frozenset()) -> Fixed:
    """The file's ``text`` with the slips of its copy put right, but for ``silent`` rows; ``issue`` was read from it.

    A value that cannot be changed without touching others stays, and that is told; all others are put right.
    """
    source = clean("", text).text
    fixes = sorted(fixes_of(source, issue, readings, silent), key=lambda fix: (fix.change.at, fix.change.start))
    keys = key_names(readings)
    after = edited(text, keys, [fix.change for fix in reversed(fixes)])
    if isinstance(after, str):
        return Fixed(after, told(moved([fix.slip for fix in fixes]), "P432"))
    return fixed_in_part(text, keys, fixes)


def fixed_in_part(text: str, keys: KeyNames, fixes: Sequence[Fix]) -> Fixed:
    """Value by value, those that cannot be changed left alone."""
    made: list[Slip] = []
    faults: list[Diagnostic] = []
    for _, group in groupby(fixes, key=lambda fix: fix.change.at):
        own = list(group)
        after = edited(text, keys, [fix.change for fix in reversed(own)])
        if isinstance(after, str):
            text = after
            made += [fix.slip for fix in own]
        else:
            faults.append(after._replace(span=own[0].slip.span))
    return Fixed(text, (*told(moved(made), "P432"), *faults))


def fixes_of(source: str, issue: Issue, readings: Readings, silent: frozenset[str]) -> Iterator[Fix]:
    """Every slip of an issue with its change of the file; ``source`` is the file's text as it is read."""
    root = outline(source)
    scalars = sorted(scalars_of(source, root, ()), key=lambda scalar: scalar.start) if root is not None else []
    lines = line_starts(source)
    fixes = [fix for slip in slips_of(issue, readings, Memo(), silent) for fix in fix_of(slip, scalars, lines)]
    yield from fixes
    spans = [absolute(copy.span, issue.anchors) for copy in copies(issue, readings)]
    held = {scalar.at: scalar for span in spans if (scalar := scalar_at(scalars, offset_of(span, lines))) is not None}
    for fix in (fix for scalar in held.values() for fix in tabs_of(scalar, source, issue.file, lines)):
        if not any(_meet(fix.change, other.change) for other in fixes):
            yield fix


def scalars_of(source: str, node: Outline, at: Address) -> Iterator[CopyScalar]:
    """Every single value below a node, keys left out."""
    if node.kind == "sequence":
        for index, item in enumerate(node.items):
            yield from scalars_of(source, item, (*at, index))
    elif node.kind == "mapping":
        for key, item in node.entries:
            yield from scalars_of(source, item, (*at, key.value))
    elif node.is_scalar:
        yield scalar_of(source, node, at)


def scalar_of(source: str, node: Outline, at: Address) -> CopyScalar:
    """One value with the places of what the gate lets through of it."""
    offsets = character_offsets(source, node.kind, node.start, node.end, node.value)
    value, places, _ = sift(node.value)
    if offsets and places is not None:
        offsets = (*(offsets[place] for place in places), offsets[-1])
    return CopyScalar(at, value, node.start, node.end, offsets)


def scalar_at(scalars: Sequence[CopyScalar], offset: int) -> CopyScalar | None:
    """The value that a character of the file belongs to."""
    index = bisect_right(scalars, offset, key=lambda scalar: scalar.start) - 1
    found = scalars[index] if index >= 0 else None
    return found if found is not None and offset < found.end and found.offsets else None


def fix_of(slip: Slip, scalars: Sequence[CopyScalar], lines: Sequence[int]) -> Iterator[Fix]:
    """A slip's change; none for what does not stand in the file, a line that the engine adds."""
    begin, stop = offset_of(slip.span, lines), lines[slip.span.end_line - 1] + slip.span.end_column - 1
    scalar = scalar_at(scalars, begin)
    if scalar is None:
        return
    inside = [index for index, offset in enumerate(scalar.offsets[:-1]) if begin <= offset < stop]
    if inside and scalar.value[inside[0] : inside[-1] + 1] == slip.typed:
        yield Fix(slip, Change(scalar.at, inside[0], inside[-1] + 1, slip.words))


def tabs_of(scalar: CopyScalar, source: str, file: str, lines: Sequence[int]) -> Iterator[Fix]:
    """The tabs of a value, which reading has made spaces of."""
    for index, offset in enumerate(scalar.offsets[:-1]):
        if source[offset] == "\t":
            line = bisect_right(lines, offset)
            column = offset - lines[line - 1] + 1
            slip = Slip(Span(file, line, column, line, column + 1), "\t", " ", TABS, ("\t", " "))
            yield Fix(slip, Change(scalar.at, index, index + 1, " "))


def _meet(one: Change, other: Change) -> bool:
    return one.at == other.at and one.start < other.end and other.start < one.end


def line_starts(source: str) -> list[int]:
    """Where each line of a text begins."""
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def offset_of(span: Span, lines: Sequence[int]) -> int:
    """Where in the text a span begins."""
    return lines[span.line - 1] + span.column - 1


def moved(slips: Sequence[Slip]) -> list[Slip]:
    """Slips at the places that they have once those before them on their line are put right."""
    found: list[Slip] = []
    line, shift = 0, 0
    for slip in sorted(slips):
        span = slip.span
        shift = shift if span.line == line else 0
        line, column = span.line, span.column + shift
        shift += len(slip.words) - (span.end_column - span.column)
        found.append(slip._replace(span=span._replace(column=column, end_column=column + max(1, len(slip.words)))))
    return found
