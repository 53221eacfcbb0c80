"""A long list read item by item, so that an item which says what it said need not be read again wherever it stands.

An item is the lines from its dash to the next item or to what stands further out. It is read by itself, as a file of
its own, and in the file an empty value takes its place; what is left is read as a whole. That gives what reading all at
once would give: the reader of YAML is, at a dash in a block, in a state that hangs on the columns of what is open
there and on nothing else, and it comes back to it after an item that is whole. So an item counts only if by itself it
is exactly one item of one list, without a fault, an anchor or an alias; and all of it counts only if the values that
took the items' places come out as items of those lists, without an anchor anywhere. What is not so stays in its
place, or the file is read at once.
"""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf

from paiban.memo import Memo
from paiban.source import limits
from paiban.source.file import SourceFile, make_source
from paiban.source.node import Entry, Mapping, Node, Scalar, Sequence
from paiban.source.parse import Parsed, parsed_text
from paiban.span import Anchor
from paiban.value import NamedTuple

LISTS_AT = 3
"""So deep lies what holds a list: the file, its pages, a page."""

STAND_IN = "- ''"


class Lists(NamedTuple):
    """The lists that are read item by item: the value of one of the keys ``named``, at the top of a file or in the
    items of the list that is the value of one of the keys ``within``. An item's own name is the value of one of the
    keys ``ids``.
    """

    named: tuple[str, ...]
    within: tuple[str, ...]
    ids: tuple[str, ...]


class _Item(NamedTuple):
    """An item that was read by itself, and how many nodes it has."""

    node: Mapping
    nodes: int


class Itemized(NamedTuple):
    """A file with its lists read item by item. ``rest`` is what else the file has, line by line; ``anchors`` say where
    the items begin, by the names of their items.
    """

    parsed: Parsed
    rest: SourceFile
    anchors: dict[str, Anchor]


class _Lines(NamedTuple):
    """The lines of an item: its first, the one after its last, and its own name, ``""`` for none."""

    first: int
    end: int
    name: str


def itemized(source: SourceFile, lists: Lists, memo: Memo) -> Itemized:
    """The file with the items of ``lists`` read by themselves, as far as they can be."""
    items: dict[int, _Item] = {}
    ends: dict[int, int] = {}
    anchors: dict[str, Anchor] = {}
    for number, run in enumerate(_runs(source.lines, lists), 1):
        for index, lines in enumerate(run, 1):
            name = f"{source.name}#{lines.name or f'{number}-{index}'}"
            while name in anchors:
                name += "."
            item = _item(source, lines, name, memo)
            if item is not None:
                items[lines.first], ends[lines.first] = item, lines.end
                anchors[name] = Anchor(source.name, lines.first + 1)
    if items:
        rest = _rest(source, ends)
        parsed = memo.made("rest", (), lambda: parsed_text(rest), rest.name, rest.text)
        nodes = parsed.nodes + sum(item.nodes for item in items.values())
        filled = _Filling(items, lists).filled(parsed.root)
        if filled is not None and not parsed.names and nodes <= limits.MAX_NODES:
            return Itemized(parsed._replace(root=filled), rest, anchors)
    return Itemized(parsed_text(source), source, {})


def _runs(lines: SequenceOf[str], lists: Lists) -> list[list[_Lines]]:
    """The lists, as far as they stand line by line below their keys."""
    heads = tuple(f"{key}:" for key in lists.named)
    found = []
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.endswith(heads) and line.lstrip(" -") in heads:
            run, at = _run(lines, at, lists)
            found.append(run)
    return found


def _run(lines: SequenceOf[str], at: int, lists: Lists) -> tuple[list[_Lines], int]:
    """The items that begin at line ``at``, and the line after them."""
    names = tuple(f"{key}: " for key in lists.ids)
    column, deeper = -1, ""
    starts: list[int] = []
    called: list[str] = []
    while at < len(lines):
        if starts and called[-1] and lines[at].startswith(deeper):  # most lines are copy
            at += 1
            continue
        words = lines[at].lstrip(" ")
        if words and words[0] != "#":
            deep = len(lines[at]) - len(words)
            if column < 0:
                column, deeper = deep, " " * (deep + 1)
            if deep <= column:
                if deep < column or not words.startswith("- "):
                    break
                starts.append(at)
                called.append("")
                words = words[2:].lstrip(" ")
            if words.startswith(names) and starts and not called[-1]:
                called[-1] = words.partition(": ")[2].strip()
        at += 1
    return [_Lines(*each) for each in zip(starts, [*starts[1:], at], called, strict=False)], at


def _item(source: SourceFile, lines: _Lines, name: str, memo: Memo) -> _Item | None:
    """What the lines of an item say, None where that cannot be said of them alone."""
    text = "\n".join(source.lines[lines.first : lines.end]) + "\n" * (lines.end < len(source.lines))
    return memo.made("item", (), lambda: _read(name, text), name, text)


def _read(name: str, text: str) -> _Item | None:
    source = make_source(name, text)
    root, found, nodes, depth, names = parsed_text(source)
    if found or names or depth + LISTS_AT > limits.MAX_DEPTH or not isinstance(root, Sequence) or len(root.items) != 1:
        return None
    node = root.items[0]
    first = isinstance(node, Mapping) and node.entries and node.span.line == 1
    return _Item(node._replace(text=source), nodes - 2) if isinstance(node, Mapping) and first else None


def _rest(source: SourceFile, ends: dict[int, int]) -> SourceFile:
    """The file with a stand-in on the first line of each item, and nothing on its others."""
    lines = list(source.lines)
    for first, end in ends.items():
        line = lines[first]
        lines[first:end] = [line[: len(line) - len(line.lstrip(" "))] + STAND_IN, *[""] * (end - first - 1)]
    return source._replace(text="\n".join(lines), lines=tuple(lines))


class _Filling:
    """Puts the items in the place of what stood in for them."""

    def __init__(self, items: dict[int, _Item], lists: Lists) -> None:
        self._items = items
        self._lists = lists
        self._put: set[int] = set()

    def filled(self, root: Node | None) -> Node | None:
        """The file with its items; None where one of them is none of its lists'."""
        made = self._mapping(root, inner=True) if root is not None else None
        return made if len(self._put) == len(self._items) else None

    def _mapping(self, node: Node, inner: bool) -> Node:
        if not isinstance(node, Mapping):
            return node
        return node._replace(entries=tuple(self._entry(entry, inner) for entry in node.entries))

    def _entry(self, entry: Entry, inner: bool) -> Entry:
        value = entry.value
        if not isinstance(value, Sequence):
            return entry
        if entry.key.value in self._lists.named:
            return entry._replace(value=value._replace(items=tuple(map(self._item, value.items))))
        if inner and entry.key.value in self._lists.within:
            items = tuple(self._mapping(item, inner=False) for item in value.items)
            return entry._replace(value=value._replace(items=items))
        return entry

    def _item(self, node: Node) -> Node:
        line = node.span.line - 1
        item = self._items.get(line) if isinstance(node, Scalar) and node.style == "single" else None
        if item is None:
            return node
        self._put.add(line)
        return item.node
