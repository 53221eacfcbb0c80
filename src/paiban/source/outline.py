"""A file as it is written: where every value begins and ends, for changing one without touching the rest.

``parse`` says what a file means and where to point at; here stand the bare extents, aliases as aliases, equal keys
included. An offset counts characters of the text that ``read_source`` gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from paiban.source.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    YAMLError,
)
from paiban.source.events import events as events_of
from paiban.source.parse import STYLES, own_start
from paiban.value import NamedTuple

_ENDS = (MappingEndEvent, SequenceEndEvent)


class Outline(NamedTuple):
    """One value. ``start`` … ``end`` are its own characters: no anchor or tag before it, no blank or comment after it.

    ``kind`` is ``mapping``, ``sequence``, ``alias``, or a scalar's style. ``items`` are a sequence's values, or a
    mapping's keys and values in turn. ``column`` is where its first line has it, from 0; ``name`` its anchor, or the
    anchor that an alias names.
    """

    kind: str
    start: int
    end: int
    column: int
    flow: bool
    value: str
    name: str
    items: tuple[Outline, ...]

    @property
    def is_scalar(self) -> bool:
        """Whether it is a single value."""
        return self.kind not in ("mapping", "sequence", "alias")

    @property
    def entries(self) -> Iterator[tuple[Outline, Outline]]:
        """A mapping's keys, each with its value."""
        return zip(self.items[::2], self.items[1::2], strict=True)


def outline(text: str) -> Outline | None:
    """The one document of ``text``; None where it is no YAML or has nothing in it."""
    try:
        events = iter(list(events_of(text)))
    except (YAMLError, RecursionError):
        return None
    for event in events:
        if isinstance(event, DocumentStartEvent):
            return _read(text, next(events), events)
    return None


def data_of(node: Outline, known: dict[str, Any] | None = None) -> Any:
    """What is written, as plain values: text, lists, and each key with its values; an alias is what it stands for."""
    known = {} if known is None else known
    if node.kind == "alias":
        return deepcopy(known.get(node.name, ("undefined", node.name)))
    if node.kind == "mapping":
        value: Any = {}
        for key, item in node.entries:
            value.setdefault(str(data_of(key, known)), []).append(data_of(item, known))
    elif node.kind == "sequence":
        value = [data_of(item, known) for item in node.items]
    else:
        value = node.value
    if node.name:
        known[node.name] = value
    return value


def _read(text: str, event: Any, events: Iterator[Any]) -> Outline:
    first, last, name = event.start_mark, event.end_mark, event.anchor or ""
    if isinstance(event, AliasEvent):
        return Outline("alias", first.index, last.index, first.column, False, "", name, ())
    if not isinstance(event, ScalarEvent):
        return _read_collection(text, event, events, name)
    start = own_start(text, first.index, last.index)
    style = STYLES[event.style]
    end = _block_end(text, start, last.index) if style in ("literal", "folded") else last.index
    return Outline(style, start, end, start - (text.rfind("\n", 0, start) + 1), False, event.value, name, ())


def _read_collection(text: str, event: Any, events: Iterator[Any], name: str) -> Outline:
    items: list[Outline] = []
    child: Any = next(events)
    while type(child) not in _ENDS:
        items.append(_read(text, child, events))
        child = next(events)
    kind = "mapping" if isinstance(event, MappingStartEvent) else "sequence"
    start, end = int(event.start_mark.index), int(child.end_mark.index)
    if event.flow_style:
        start = text.find("{" if kind == "mapping" else "[", start, end)
    else:
        start, end = (items[0].start if kind == "mapping" else _first_dash(text, start)), items[-1].end
    return Outline(kind, start, end, start - (text.rfind("\n", 0, start) + 1), event.flow_style, "", name, tuple(items))


def _first_dash(text: str, start: int) -> int:
    """A sequence in block style begins with its first dash, which follows an anchor on a line of its own."""
    if text[start] == "-":
        return start
    start = text.index("\n", start) + 1
    while text[start] == " ":
        start += 1
    return start


def _block_end(text: str, start: int, end: int) -> int:
    """A block scalar ends with its last line that has something in it; with ``|+`` its empty lines are its own too."""
    lines = text[start:end].split("\n")
    keeps = "+" in lines[0].split("#")[0]
    while len(lines) > 1 and not lines[-1].strip(" "):
        lines.pop()
        if keeps:
            break
    return start + len("\n".join(lines))
