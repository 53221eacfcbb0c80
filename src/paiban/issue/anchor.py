"""Blocks, and what pages and issues say of themselves, anchored: places counted from their own first lines.

So they are the same wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from paiban.diagnostic import Diagnostic, in_order
from paiban.issue.model import Block, Issue
from paiban.span import Anchors, Span, Text, absolute

NO_FILE = ("P112", "P206", "P207", "P208", "P239", "P722")
"""Told at a path: no such file, none of a known kind, none that may be opened. What wanted to open it tells no more."""


def anchored(block: Block, anchor: str) -> Block:
    """A block with every place in its own file counted from its first line, in the name of ``anchor``."""
    counted: Block = moved(block, block.span.file, anchor, block.span.line - 1)
    return counted


def moved(value: Any, file: str, anchor: str, lines: int) -> Any:
    """A value with each span and each copy of ``file`` in it so many lines higher, in the name of ``anchor``."""
    if not isinstance(value, tuple):
        return value
    if isinstance(value, Span):
        line, end = value.line - lines, value.end_line - lines
        return Span(anchor, line, value.column, end, value.end_column) if value.file == file else value
    if isinstance(value, Text):
        if value.file != file:
            return value
        moved_lines = tuple([line - lines for line in value.lines])
        return value._replace(file=anchor, lines=moved_lines)
    parts = [moved(part, file, anchor, lines) if isinstance(part, tuple) else part for part in value]
    return value._make(parts) if hasattr(value, "_make") else tuple(parts)


def told(found: Iterable[Diagnostic], file: str, keys: str, anchors: Anchors) -> tuple[Diagnostic, ...]:
    """What was found of an issue as a person reads it: places in the file, in its order, nothing twice.

    ``keys`` is the language that the file's keys are in.
    """
    placed = [
        d._replace(span=None if d.span is None else absolute(d.span, anchors), keys=d.keys or keys) for d in found
    ]
    unopened = {d.span for d in placed if d.code in NO_FILE and d.span is not None}
    kept = (d for d in placed if d.span not in unopened or d.code in NO_FILE or not d.code.startswith("P7"))
    return in_order(kept, file)


def told_of(issue: Issue, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same of an issue that was read."""
    return told(found, issue.file, issue.keys, issue.anchors)
