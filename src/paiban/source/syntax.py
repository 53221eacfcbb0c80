"""Where YAML breaks off, told in the words of somebody who lays out a page.

The parser says where it stopped and where the thing began that it was reading; which fault that is, the file itself
shows by what stands at these two places. The parser's own words are never read: they change with its version.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.source import limits
from paiban.source.events import MarkedYAMLError, ScannerError
from paiban.source.file import SourceFile
from paiban.span import Span
from paiban.value import NamedTuple

_STARTS_NO_TOKEN = {
    **dict.fromkeys("@`%]},!", "P108"), **dict.fromkeys("[{", "P122"), ":": "P104", "-": "P105", "?": "P126",
}  # fmt: skip
"""What stands where no token could be read: a character that begins no value, or one bracket too deep."""

_STARTS_NO_VALUE = {**dict.fromkeys("]},!", "P108"), "": "P107", "%": "P101"}
"""What stands where a value was to begin: a closing mark, or the end of the file within brackets."""

_BEGINS_BADLY = {**dict.fromkeys("*&!", "P108"), "|": "P151", ">": "P151", "%": "P101"}
"""The character that a token begins with that could not be read to its end."""

_BEGINS_WELL = {"|", ">", "%"}
"""Of these, the fault is what follows on their line."""

_BRACKETS = {"[", "]", "{", "}"}

_QUOTED = {"'": re.compile(r"'(?:[^']|'')*+'"), '"': re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)}
"""A whole value in quotes, its closing mark included."""

_LONGEST_KEY = 16
"""No key is longer; a colon further on is copy."""


_INDENTS = {
    "\t": Words("制表符（Tab）", "a tab"),
    "\u3000": Words("全角空格", "a full-width space"),
    "\u00a0": Words("不换行空格", "a no-break space"),
}
"""What stands at the beginning of a line for YAML's spaces."""

_KEY = re.compile(rf"(?:- +)*[^ 　，。：:“”'\"]{{1,{_LONGEST_KEY}}}:(?: |$)")
"""A key, wherever a line's white ends."""

_DASH = re.compile(rf" *(?P<sign>-(?=[^ -])|[•·●－–—*] ?)[^ 　，。：:“”'\"]{{1,{_LONGEST_KEY}}}:(?: |$)")
"""An item whose dash lacks its space, or is another sign."""

_WIDE_GROUP = re.compile(r"[^'\"#]*: +(?:(?P<bracket>[｛［])|\{[^}'\"]*?(?P<comma>，)[^}'\"：:，]{1,16}:)")

_CONFLICT = re.compile(r"(?:<{7}|>{7})(?: |$)|={7}$")


class _Place(NamedTuple):
    """Line and column, counted from 1, and the offset in the file's text."""

    line: int
    column: int
    offset: int


def explain(source: SourceFile, error: MarkedYAMLError) -> Diagnostic:
    """The diagnostic for a YAML error: at its place, or at the slip near it that is to blame."""
    stopped = _place(error.problem_mark or error.context_mark)
    begun = _place(error.context_mark or error.problem_mark)
    for blame in _SLIPS:
        found = blame(source, stopped.line) or _first_of_many(source, stopped.line - 1, blame)
        if found is not None:
            return found
    code, place = _fault(source, isinstance(error, ScannerError), begun, stopped)
    return _at(source, code, place.line, place.column)


def _first_of_many(source: SourceFile, line: int, blame: _Slip) -> Diagnostic | None:
    """A slip on a line, the first of those where the lines above have it too: YAML takes them all for one value."""
    found = None
    while line > 0 and (slip := blame(source, line)) is not None:
        found, line = slip, line - 1
    return found


def _fault(source: SourceFile, in_token: bool, begun: _Place, stopped: _Place) -> tuple[str, _Place]:
    """What is wrong and where: within a token, or between the values of a collection."""
    if _is_after_quote(source.line(stopped.line)[: stopped.column - 1]):
        return "P150", stopped
    if begun == stopped:
        table, otherwise = (_STARTS_NO_TOKEN, "P101") if in_token else (_STARTS_NO_VALUE, "P105")
        code = table.get(_character(source, stopped), otherwise)
        key = source.line(stopped.line)[: stopped.column - 1]
        if code == "P104" and ": " not in key:
            return "P105", stopped._replace(column=len(key) - len(key.lstrip(" -")) + 1)
        return code, stopped
    return _broken_token(source, begun, stopped) if in_token else _broken_collection(source, begun, stopped)


def _broken_token(source: SourceFile, begun: _Place, stopped: _Place) -> tuple[str, _Place]:
    """A quote, a key, an alias, a tag or the head of a block that could not be read to its end."""
    first = _character(source, begun)
    escape = source.line(stopped.line).rfind("\\", 0, stopped.column) + 1
    if first == '"' and escape:
        return "P109", stopped._replace(column=escape)
    if first in _QUOTED and not _QUOTED[first].match(source.text, begun.offset, stopped.offset):
        return "P106", begun
    return _BEGINS_BADLY.get(first, "P103"), stopped if first in _BEGINS_WELL else begun


def _broken_collection(source: SourceFile, begun: _Place, stopped: _Place) -> tuple[str, _Place]:
    """Keys or items that do not go on as they began."""
    if _character(source, begun) in _BRACKETS:
        return "P107", begun
    return "P107" if _character(source, stopped) in _BRACKETS else "P105", stopped


def _place(mark: Any) -> _Place:
    return _Place(mark.line + 1, mark.column + 1, mark.index)


def _character(source: SourceFile, place: _Place) -> str:
    """What stands at a place; ``""`` at the end of the file."""
    return source.text[place.offset : place.offset + 1]


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


def _strange_indent(source: SourceFile, line: int) -> Diagnostic | None:
    """A tab in the white at the beginning of a line, or another space than YAML's before a key."""
    text = source.line(line)
    for sign, what in _INDENTS.items():
        white = text[: len(text) - len(text.lstrip(f" {sign}"))]
        if sign in white and (sign == "\t" or _KEY.match(text, len(white))):
            return _at(source, "P102", line, white.index(sign) + 1, what=what)
    return None


def _strange_dash(source: SourceFile, line: int) -> Diagnostic | None:
    """An item of a list that begins with another sign than ``- ``."""
    found = _DASH.match(source.line(line))
    return None if found is None else _at(source, "P163", line, found.start("sign") + 1, sign=found["sign"].strip())


def _wide_bracket(source: SourceFile, line: int) -> Diagnostic | None:
    """A full-width bracket or comma where a group of keys stands on one line."""
    found = _WIDE_GROUP.match(source.line(line))
    if found is None:
        return None
    sign = found["bracket"] or found["comma"]
    return _at(source, "P164", line, found.start("bracket" if found["bracket"] else "comma") + 1, sign=sign)


def _unmerged(source: SourceFile, line: int) -> Diagnostic | None:
    """The mark of a program that could not join two people's changes."""
    text = source.line(line)
    return _at(source, "P165", line, 1) if _CONFLICT.match(text) else None


def _bracketed_value(source: SourceFile, line: int) -> Diagnostic | None:
    """A value that begins with words in brackets ([快讯] 通知, [文字]{黑}) and stands in no quotes: YAML takes it for a
    list."""
    found = re.match(r"[ -]*(?:[^ :'\"]+: +)?(?=\[[^\]]*\](?:\{| *[^\s,\]}#:]))", source.line(line))
    return None if found is None else _at(source, "P108", line, found.end() + 1)


def _is_after_quote(before: str) -> bool:
    """Whether what precedes a fault is a value in quotes that has come to its end."""
    _, colon, value = before.rstrip().partition(": ")
    value = value.strip() if colon else before.strip().removeprefix("- ")
    return len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]


def _indents(source: SourceFile, line: int) -> Words:
    """Where a line begins, and the nearest one above it that it is to be level with; no words where they are."""
    text = source.line(line)
    skipped = " " if text.lstrip().startswith("-") else " -"
    here = len(text) - len(text.lstrip(skipped))
    for above in map(source.line, range(line - 1, 0, -1)):
        if above.strip() and (skipped == " -" or above.lstrip().startswith("-")):
            other = len(above) - len(above.lstrip(skipped))
            if other == here:
                break
            return Words(f"：这一行从第 {here + 1} 列开始，上面从第 {other + 1} 列开始",
                         f": this line begins at column {here + 1}, the one above at column {other + 1}")  # fmt: skip
    return Words("", "")


def _at(source: SourceFile, code: str, line: int, column: int, **params: object) -> Diagnostic:
    """A diagnostic at a place; of a file that ends too early, at the end of its last line."""
    line = min(line, len(source.lines))
    column = min(column, len(source.line(line)) + 1)
    if code == "P122":
        params["most"] = limits.MAX_DEPTH
    if code == "P105":
        params["by"] = _indents(source, line)
    return diagnose(code, Span(source.name, line, column, line, column + 1), **params)


_Slip = Callable[[SourceFile, int], Diagnostic | None]
_SLIPS: tuple[_Slip, ...] = (
    _unmerged, _strange_indent, _strange_dash, _wide_bracket, colon_slip, _bracketed_value
)  # fmt: skip
"""What is asked first of a line where YAML breaks off, and of those above it."""
