"""Where a thing stands in the file that it was read from.

Within a block lines are counted from the block's own first: ``file`` is then the block's anchor, not a file, and the
``anchors`` of the issue say where that lies. So a line added above a block changes nothing of it. What is shown to a
person is made ``absolute`` first.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from paiban.value import NamedTuple

CONTROL, LINE_END = "\ufdd0", "\ufdd1"
"""What stands in a text for characters that YAML lets nobody write, so that all others keep their columns."""


class Span(NamedTuple):
    """A stretch of one file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Anchor(NamedTuple):
    """Where a block begins: the file, and the line of it that counts as the block's first."""

    file: str
    line: int


Anchors = Mapping[str, Anchor]
"""Where blocks begin, by what spans name in place of a file."""


def absolute(span: Span, anchors: Anchors) -> Span:
    """A span in its file, whether it was counted from a block or not."""
    anchor = anchors.get(span.file)
    if anchor is None:
        return span
    lines = anchor.line - 1
    return Span(anchor.file, span.line + lines, span.column, span.end_line + lines, span.end_column)


class Mend(NamedTuple):
    """Characters ``start`` … ``end`` of a piece of copy stand for what was ``typed``, by the row ``key`` of a table.

    What was left out altogether has a range without characters.
    """

    start: int
    end: int
    typed: str
    key: str


class Text(NamedTuple):
    """A piece of copy, with the place of every character in its file.

    ``value`` is what was read, but for what the ``mends`` list (来稿整理), and is what is set: everything that is drawn
    is a range over it. ``columns`` holds the column of each character and one past the last; ``lines`` their lines, or
    is a single number where all stand on one line. ``breaks`` are the indices of the characters at which the editor
    ends a line of a heading, each an ``|`` or a line end: they are law, and exactly these are not set.
    """

    value: str
    file: str
    lines: tuple[int, ...]
    columns: tuple[int, ...]
    mends: tuple[Mend, ...] = ()
    breaks: tuple[int, ...] = ()

    @property
    def typed(self) -> str:
        """What was read, before anything was mended."""
        parts, at = [], 0
        for start, end, typed, _ in self.mends:
            parts += [self.value[at:start], typed]
            at = end
        return "".join([*parts, self.value[at:]])

    def moved(self, index: int) -> int:
        """Where the character ``index`` of what was read stands in what is set: it, or what took its place."""
        shift = 0
        for start, end, typed, _ in self.mends:
            if index < start - shift + len(typed):
                return index + shift if index + shift < start else min(index + shift, max(start, end - 1))
            shift += (end - start) - len(typed)
        return index + shift

    def at(self, start: int, end: int | None = None) -> Span:
        """The span of ``value[start:end]`` in its file (one character where ``end`` is left out)."""
        last = start + 1 if end is None else max(end, start)
        most = len(self.columns) - 1
        if len(self.lines) == 1:
            line = self.lines[0]
            return Span(self.file, line, self.columns[min(start, most)], line, self.columns[min(last, most)])
        line = self.lines[min(start, len(self.lines) - 1)]
        end_line = self.lines[min(max(last - 1, start), len(self.lines) - 1)]
        end_index = min(last, most)
        end_column = self.columns[end_index]
        if end_index and self.lines[min(end_index, len(self.lines) - 1)] != end_line:
            end_column = self.columns[end_index - 1] + 1
        return Span(self.file, line, self.columns[min(start, most)], end_line, end_column)

    @property
    def span(self) -> Span:
        """The span of the whole text."""
        return self.at(0, len(self.value))


@lru_cache(maxsize=1024)
def columns_from(column: int, count: int) -> tuple[int, ...]:
    """So many columns on end: most copy has such, and lines of copy begin at few columns and are of few lengths."""
    return tuple(range(column, column + count))


def shared_columns(columns: tuple[int, ...]) -> tuple[int, ...]:
    """The same columns, as a tuple that others have too where they are on end: a long issue has one for each of its
    characters."""
    on_end = columns_from(columns[0], len(columns))
    return on_end if on_end == columns else columns


def plain_text(value: str, file: str = "", line: int = 1, column: int = 1) -> Text:
    """Copy that stands unescaped on one line of ``file`` from ``column`` on."""
    return Text(value, file, (line,), columns_from(column, len(value) + 1))
