"""YAML to nodes.

PyYAML's events are read one by one, not its ready trees: so equal keys stay visible, ``no`` and ``1:30`` stay text, an
alias is counted before it is followed, and a hostile depth is refused before anything recurses.
"""

from __future__ import annotations

from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.source import limits
from paiban.source.copy import copy_text
from paiban.source.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
    events,
)
from paiban.source.file import ISSUE_FILE, SourceFile
from paiban.source.node import Entry, Mapping, Node, Scalar, Sequence
from paiban.source.sieve import Sifted, is_unusual, sift
from paiban.span import CONTROL, LINE_END, Span
from paiban.value import NamedTuple

STYLES = {"": "plain", None: "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
_BLOCKS = frozenset({"literal", "folded"})


class Parsed(NamedTuple):
    """The one document of a text as a node, or None with the diagnostics that say why not.

    ``nodes`` counts them, an alias as all that it stands for; ``depth`` is that of the deepest. One that ``names``
    nothing has neither anchors nor aliases.
    """

    root: Node | None
    found: tuple[Diagnostic, ...]
    nodes: int
    depth: int
    names: bool


def parse(source: SourceFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document of ``source`` as a node, or None with the diagnostics that say why not."""
    parsed = parsed_text(source)
    return parsed.root, parsed.found


def parsed_text(source: SourceFile) -> Parsed:
    """The same with what it takes."""
    builder = _Builder(source)
    root, found = _built(source, builder)
    return Parsed(root, found, builder.nodes, builder.depth, builder.names)


def _built(source: SourceFile, builder: _Builder) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    try:
        for event in events(source.text):
            builder.take(event)
            if builder.stopped:
                break
    except MarkedYAMLError as error:
        from paiban.source.syntax import explain  # noqa: PLC0415  only for a file that is no YAML

        builder.stop(explain(source, error))
    except (YAMLError, RecursionError):
        builder.stop(diagnose("P101", Span(source.name, 1, 1, 1, 1)))
    found = builder.told()
    if builder.stopped:
        return None, found
    if builder.root is None or (isinstance(builder.root, Scalar) and not builder.root.value.strip()):
        code = "P120" if source.what is ISSUE_FILE else "P161"
        return None, (*found, diagnose(code, Span(source.name, 1, 1, 1, 1), what=source.what))
    return builder.root, found


class _Open(NamedTuple):
    """A mapping or sequence whose end has not come yet; a mapping's children are key, value, key, value."""

    is_mapping: bool
    span: Span
    anchor: str | None
    counted: int
    children: list[Node]


class _Sieved(NamedTuple):
    """A kind of character that the sieve did not let through as it was: its first place, how often, which."""

    first: Span
    times: list[int]
    points: dict[str, None]


_MOST_POINTS = 4


def _point(character: str) -> str:
    """A character's name in messages; of those that no text may hold only their kind is left."""
    return {CONTROL: "control", LINE_END: "line break"}.get(character, f"U+{ord(character):04X}")


def _listed(points: tuple[str, ...]) -> str:
    return ", ".join(points[:_MOST_POINTS]) + (" …" if len(points) > _MOST_POINTS else "")


class _Builder:
    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self.root: Node | None = None
        self.stopped = False
        self.nodes = 0
        self.depth = 0
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._aliases = 0
        self._sieved: dict[str, _Sieved] = {}
        self._actions = {
            ScalarEvent: self._scalar,
            AliasEvent: self._alias,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            DocumentStartEvent: self._document,
        }

    @property
    def names(self) -> bool:
        """Whether there are anchors or aliases."""
        return bool(self._anchors or self._aliases)

    def take(self, event: Any) -> None:
        action = self._actions.get(type(event))
        if action is not None:
            action(event)

    def stop(self, diagnostic: Diagnostic) -> None:
        self.found.append(diagnostic)
        self.stopped = True

    def _document(self, event: Any) -> None:
        if self.root is not None:
            self.stop(diagnose("P121", self._span(event)))

    def _scalar(self, event: Any) -> None:
        if event.tag is not None:
            self._check_tag(event)
        first, last, value, style = event.start_mark, event.end_mark, event.value, STYLES[event.style]
        begin, end = first.index, last.index
        start = own_start(self.source.text, begin, end)
        line, column = first.line + 1, first.column + 1 + start - begin
        if style in _BLOCKS:
            span = Span(self.source.name, line, column, line, column + 1)
        else:
            span = Span(self.source.name, line, column, last.line + 1, last.column + 1)
        node = Scalar(span, value, style, start, end)
        if is_unusual(value):
            node = self._sifted(node)
        self.nodes += 1
        if event.anchor is not None:
            self._anchors[event.anchor] = node, 1
        self._add(node)

    def _sifted(self, node: Scalar) -> Scalar:
        """A scalar as the rest of the program may see it, with what was typed."""
        sifted = sift(node.value)
        self._note(node, sifted)
        return node._replace(value=sifted.text, typed=node.value)

    def _alias(self, event: Any) -> None:
        self._aliases += 1
        if self._aliases > limits.MAX_ALIASES:
            self.stop(diagnose("P123", self._span(event), most=limits.MAX_ALIASES))
            return
        known = self._anchors.get(event.anchor)
        if known is None:
            self.stop(diagnose("P125", self._span(event), name=event.anchor))
            return
        node, size = known
        self.nodes += size
        self._add(node)

    def _start(self, event: Any) -> None:
        self._check_tag(event)
        if len(self._open) >= limits.MAX_DEPTH:
            self.stop(diagnose("P122", self._span(event), most=limits.MAX_DEPTH))
            return
        is_mapping = isinstance(event, MappingStartEvent)
        self._open.append(_Open(is_mapping, self._span(event), event.anchor, self.nodes, []))
        self.depth = max(self.depth, len(self._open))

    def _end(self, _event: Any) -> None:
        frame = self._open.pop()
        node = self._mapping(frame) if frame.is_mapping else Sequence(frame.span, tuple(frame.children))
        self.nodes += 1
        if frame.anchor is not None:
            self._anchors[frame.anchor] = node, self.nodes - frame.counted
        self._add(node)

    def _mapping(self, frame: _Open) -> Mapping:
        pairs = zip(frame.children[::2], frame.children[1::2], strict=True)
        entries = []
        for key, value in pairs:
            if not isinstance(key, Scalar):
                self.found.append(diagnose("P126", key.span))
            elif key.value == "<<" and key.style == "plain":
                self.found.append(diagnose("P127", key.span))
            else:
                entries.append(Entry(key, value))
        return Mapping(entries[0].key.span if entries else frame.span, tuple(entries))

    def _add(self, node: Node) -> None:
        if self.nodes > limits.MAX_NODES:
            self.stop(diagnose("P124", node.span, most=limits.MAX_NODES))
        elif self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node

    def _note(self, node: Scalar, sifted: Sifted) -> None:
        """Remember where each kind of character was first taken out or changed, and how often it was."""
        for index, fate in sifted.done:
            known = self._sieved.get(fate.code)
            if known is None:
                place = copy_text(self.source, node).at(index)
                known = self._sieved[fate.code] = _Sieved(place, [0], {})
            known.times[0] += 1
            known.points[_point(node.value[index])] = None

    def told(self) -> tuple[Diagnostic, ...]:
        """Everything found, what the sieve did told once for each kind."""
        done = [
            diagnose(code, each.first, times=each.times[0], points=_listed(tuple(each.points)))
            for code, each in self._sieved.items()
        ]
        return (*self.found, *done)

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None:
            self.found.append(diagnose("P128", self._span(event), tag=event.tag))

    def _span(self, event: Any) -> Span:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        return Span(self.source.name, line, column, line, column + 1)


def own_start(text: str, start: int, end: int) -> int:
    """Where a scalar's own characters begin, after its ``&anchor`` and ``!tag``."""
    while start < end and text[start] in "&!":
        while start < end and text[start] not in " \n\t":
            start += 1
        while start < end and text[start] in " \t":
            start += 1
    return start
