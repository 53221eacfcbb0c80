"""Remarks that may have been meant as copy: what stands behind a ``#`` is part of no value and comes on no page.

A remark of the editor's own stands on a line of its own, no deeper than the key of the value above it. What goes
deeper, stands behind a value on its line, or lies between a key and its value was most likely typed as copy; and what
begins with the sign of a 小标题 directly below a body was so whatever its column.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from paiban.source.file import SourceFile
from paiban.source.node import Scalar
from paiban.span import Span

_NEXT = pattern(r"[ \t\n]*#")
_HEADER = pattern(r"[|>][-+0-9]*[ \t]+(#.*)")
_BEHIND = pattern(r"[ \t]*(#.*)")
_WHOLE = pattern(r"([ \t]*)(#.*|)$")
_KEY = pattern(r"(?:[^\"'#]|(?<! )#)*:[ \t]+(#.*)")
_DASHES = pattern(r" *(?:- +)*")
_CROSSHEAD = pattern(r"##(?!#)[ \t\u3000]*\S")


def remarks(source: SourceFile, node: Scalar, in_body: bool) -> Iterator[tuple[str, Span]]:
    """Every remark in the place of the copy ``node``, behind it or below it, with the code that tells it.

    ``in_body``: a line directly below that begins as a 小标题 does is one at any column.
    """
    yield from (("P227", span) for span in _behind(source, node))
    yield from (("P289", span) for span in _around(source, node, in_body))


def _behind(source: SourceFile, node: Scalar) -> Iterator[Span]:
    """What stands behind ``#`` on the line where plain copy ends, a block of it or nothing begins."""
    style, at = (_HEADER, node.start) if node.style in ("literal", "folded") else (_BEHIND, node.end)
    found = style.match(source.text, at) if node.style not in ("single", "double") else None
    if found is not None:
        yield _span(source, node, found.start(1), found.end(1))


def _around(source: SourceFile, node: Scalar, in_body: bool) -> Iterator[Span]:
    """Lines of remarks between a key and its copy, and below copy."""
    if source.text[node.start - 2 : node.start - 1] in (" ", "\n") and node.style == "plain":
        yield from _above(source, node)
    if _NEXT.match(source.text, node.end):
        yield from _below(source, node, in_body)


def _above(source: SourceFile, node: Scalar) -> Iterator[Span]:
    line = node.span.line
    if source.line(line)[: node.span.column - 1].strip(" "):
        return
    found = []
    for number in range(line - 1, 0, -1):
        whole = _WHOLE.match(source.line(number))
        if whole is None:
            key = _KEY.match(source.line(number))
            found += [_on(source, number, *key.span(1))] if key else []
            break
        found += [_on(source, number, *whole.span(2))] if whole[2] else []
    yield from reversed(found)


def _below(source: SourceFile, node: Scalar, in_body: bool) -> Iterator[Span]:
    parent = _parent_column(source, node)
    number = node.span.line + source.text.count("\n", node.start, node.end)
    number += node.style not in ("literal", "folded")
    adjacent = True
    while (whole := _WHOLE.match(source.line(number))) is not None and number <= len(source.lines):
        adjacent = adjacent and bool(whole[2])
        if whole[2] and (len(whole[1]) + 1 > parent or (in_body and adjacent and _CROSSHEAD.match(whole[2]))):
            yield _on(source, number, *whole.span(2))
        number += 1


def _parent_column(source: SourceFile, node: Scalar) -> int:
    """The column of the key whose value this is, or of the dash of an item."""
    line = source.line(node.span.line)
    begin = _first(line)
    if begin + 1 < node.span.column:
        return begin + 1
    if line[:begin].strip(" "):
        return line.rindex("-", 0, begin) + 1
    above = (source.line(number) for number in range(node.span.line - 1, 0, -1))
    return next((_first(one) + 1 for one in above if not _WHOLE.match(one) and _first(one) < begin), 0)


def _first(line: str) -> int:
    """Where a line's first word begins, after its white and the dashes of items."""
    found = _DASHES.match(line)
    return found.end() if found else 0


def _on(source: SourceFile, number: int, start: int, end: int) -> Span:
    return Span(source.name, number, start + 1, number, end + 1)


def _span(source: SourceFile, node: Scalar, start: int, end: int) -> Span:
    number = node.span.line + source.text.count("\n", node.start, start)
    column = start - source.text.rfind("\n", 0, start)
    return Span(source.name, number, column, number, column + end - start)
