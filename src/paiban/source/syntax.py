"""YAML's own complaints, told in the words of somebody who lays out a page."""

from __future__ import annotations

from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.source.file import SourceFile
from paiban.span import Span

_BLAMES_THE_BEGINNING = (
    "unexpected end of stream", "document indicator", "could not find expected ':'", "expected ',' or",
    "expected tag URI", "whitespace or line break", "the expected '>'", "alphabetic or numeric character",
)  # fmt: skip
"""Messages whose fault lies where the thing begins (a key, a bracket, a quote), not where it was noticed."""

_PROBLEMS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "P104"),
    ("could not find expected ':'", "P103"),
    ("unexpected end of stream", "P106"),
    ("document indicator", "P106"),
    ("expected ',' or", "P107"),
    ("unknown escape character", "P109"),
    ("did not find expected hexdecimal", "P109"),
    ("invalid Unicode character escape", "P109"),
    ("cannot start any token", "P108"),
    ("expected tag URI", "P108"),
    ("whitespace or line break", "P108"),
    ("the expected '>'", "P108"),
    ("expected node content", "P108"),
    ("comment or line break", "P151"),
    ("alphabetic or numeric character", "P108"),
    ("sequence entries are not allowed", "P105"),
    ("did not find expected key", "P105"),
    ("did not find expected '-' indicator", "P105"),
    ("did not find expected <document start>", "P105"),
    ("expected <block end>", "P105"),
    ("expected <document start>", "P105"),
)
"""A part of libyaml's message, and our code for it; the first that fits is taken, else P101."""

_LONGEST_KEY = 16
"""No key is longer; a colon further on is copy."""


def explain(source: SourceFile, error: Any) -> Diagnostic:
    """The diagnostic for a ``yaml.MarkedYAMLError``: at its place, or at the slip near it that is to blame."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = str(error.problem or error.context or "")
    for blame in _SLIPS:
        found = blame(source, line) or blame(source, line - 1)
        if found is not None:
            return found
    if _is_after_quote(source.line(line)[: column - 1]):
        return _at(source, "P150", line, column)
    if error.context_mark is not None and any(part in problem for part in _BLAMES_THE_BEGINNING):
        line, column = error.context_mark.line + 1, error.context_mark.column + 1
    code = next((code for part, code in _PROBLEMS if part in problem), "P101")
    line = min(line, len(source.lines))  # a file that ends too early is at fault in its last line
    column = min(column, len(source.line(line)) + 1)
    return _at(source, code, line, column, problem=problem)


def colon_slip(source: SourceFile, line: int) -> Diagnostic | None:
    """A key of line ``line`` that is closed by the Chinese colon, or by ``:`` without the space that YAML wants."""
    text = source.line(line)
    words = text.lstrip(" -")
    if ": " in text or text.rstrip().endswith(":"):
        return None
    for mark, code in (("：", "P119"), (":", "P129")):
        key, found, _ = words.partition(mark)
        if found and 0 < len(key) <= _LONGEST_KEY and not any(c in " 　，。“”'\"" for c in key):
            return _at(source, code, line, len(text) - len(words) + len(key) + 1)
    return None


def _tab_indent(source: SourceFile, line: int) -> Diagnostic | None:
    """A tab in the white at the beginning of a line."""
    text = source.line(line)
    white = text[: len(text) - len(text.lstrip(" \t"))]
    return _at(source, "P102", line, white.index("\t") + 1) if "\t" in white else None


def _is_after_quote(before: str) -> bool:
    """Whether what precedes a fault is a value in quotes that has come to its end."""
    _, colon, value = before.rstrip().partition(": ")
    value = value.strip() if colon else before.strip().removeprefix("- ")
    return len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]


def _at(source: SourceFile, code: str, line: int, column: int, **params: str) -> Diagnostic:
    return diagnose(code, Span(source.name, line, column, line, column + 1), **params)


_SLIPS = (_tab_indent, colon_slip)
