"""JSON to the same nodes as YAML, so that whatever is wrong in it is told with its place and in our words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # as the library's own scanner
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words
from paiban.source import limits
from paiban.source.file import SourceFile
from paiban.source.node import Entry, Mapping, Node, Scalar, Sequence
from paiban.span import Span

_BLANK = pattern(r"[ \t\n\r]*")
_PLAIN = pattern(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?!\w)|true\b|false\b|null\b")

_VALUE = Words("一个值", "a value")
_KEY = Words("双引号里的键", "a key in double quotes")
_COLON = Words("“:”", "“:”")
_STRING = Words("合上的双引号；引号里换行写 \\n，反斜杠写 \\\\",
                "the closing double quote; inside it a line end is \\n, a backslash \\\\")  # fmt: skip
_PAIR = Words("成对的 \\uD83D\\uDE00", "both halves of \\uD83D\\uDE00")
_END = Words("结尾", "the end")


class _Wrong(Exception):
    """Something else should stand at an offset."""

    def __init__(self, at: int, wanted: Words, code: str = "P155") -> None:
        super().__init__(at)
        self.at, self.wanted, self.code = at, wanted, code


def parse_json(source: SourceFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one value of a JSON file as a node, or None with the diagnostic that says why not."""
    scanner = _Scanner(source)
    try:
        node, end = scanner.value(0, 0)
        end = scanner.after_blank(end)
        if end < len(source.text):
            raise _Wrong(end, _END)
    except _Wrong as wrong:
        found = source.text[wrong.at : wrong.at + 1] or "—"
        span = scanner.span(wrong.at, wrong.at + 1)
        return None, (diagnose(wrong.code, span, found=found, wanted=wrong.wanted, most=limits.MAX_DEPTH),)
    return node, ()


class _Scanner:
    def __init__(self, source: SourceFile) -> None:
        self.text, self.name = source.text, source.name
        self._starts = [0]
        for line in source.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def span(self, start: int, end: int) -> Span:
        first, last = (bisect_right(self._starts, offset) - 1 for offset in (start, end))
        return Span(self.name, first + 1, start - self._starts[first] + 1, last + 1, end - self._starts[last] + 1)

    def after_blank(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        at = self.after_blank(at)
        if depth > limits.MAX_DEPTH:
            raise _Wrong(at, _VALUE, "P122")
        opener = self.text[at : at + 1]
        if opener == "{":
            return self._members(at, depth)
        if opener == "[":
            return self._items(at, depth)
        return self._scalar(at)

    def _scalar(self, at: int) -> tuple[Scalar, int]:
        if self.text.startswith('"', at):
            return self._string(at, _VALUE)
        found = _PLAIN.match(self.text, at)
        if found is None:
            raise _Wrong(at, _VALUE)
        words = "" if found[0] == "null" else found[0]
        return Scalar(self.span(at, found.end()), words, "plain", at, found.end()), found.end()

    def _string(self, at: int, wanted: Words) -> tuple[Scalar, int]:
        if not self.text.startswith('"', at):
            raise _Wrong(at, wanted)
        try:
            words, end = scanstring(self.text, at + 1)
        except JSONDecodeError as error:
            raise _Wrong(error.pos, _STRING) from None
        if any("\ud800" <= character <= "\udfff" for character in words):
            raise _Wrong(at, _PAIR)
        return Scalar(self.span(at, end), words, "double", at, end), end

    def _members(self, at: int, depth: int) -> tuple[Node, int]:
        entries: list[Entry] = []

        def member(at: int) -> int:
            key, at = self._string(at, _KEY)
            at = self.after_blank(at)
            if not self.text.startswith(":", at):
                raise _Wrong(at, _COLON)
            value, at = self.value(at + 1, depth + 1)
            entries.append(Entry(key, value))
            return at

        end = self._between(at, "}", member)
        span = entries[0].key.span if entries else self.span(at, at + 1)
        return Mapping(span, tuple(entries)), end

    def _items(self, at: int, depth: int) -> tuple[Node, int]:
        items: list[Node] = []

        def item(at: int) -> int:
            value, at = self.value(at, depth + 1)
            items.append(value)
            return at

        end = self._between(at, "]", item)
        return Sequence(self.span(at, at + 1), tuple(items)), end

    def _between(self, at: int, closer: str, part: Callable[[int], int]) -> int:
        """What stands between brackets, part by part; where it ends."""
        at = self.after_blank(at + 1)
        if self.text.startswith(closer, at):
            return at + 1
        while True:
            at = self.after_blank(part(self.after_blank(at)))
            if self.text.startswith(closer, at):
                return at + 1
            if not self.text.startswith(",", at):
                raise _Wrong(at, Words(f"“,”或“{closer}”", f"“,” or “{closer}”"))
            at += 1
