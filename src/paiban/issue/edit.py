"""Changes of an issue file, asked for by what they mean and made by touching nothing else.

An operation names its place by an address: the keys (in English, whatever the file has) and numbers of list items that
lead there from the top. The file is edited as text, at the places that its outline gives: comments, order, quoting,
indentation and line ends of everything else stay as they are. What comes out is read again and must say exactly what
was asked for and nothing else; a change of which that is not true is not made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AnySet
from itertools import pairwise
from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.issue.kind import Readings
from paiban.issue.table import make_table
from paiban.issue.values import BODY, JUMP_RECORD, PLACE_RECORD
from paiban.source import Record
from paiban.source.copy import character_offsets
from paiban.source.file import clean
from paiban.source.outline import Outline, data_of, outline
from paiban.source.parse import parse
from paiban.source.quote import Value, block_words, flow_words, item_words, plain_words, scalar_words
from paiban.source.sieve import sift
from paiban.value import NamedTuple

Address = tuple[str | int, ...]
"""Keys and numbers from 0, from the top: ``("stories", 2, "headline")``."""


class Set(NamedTuple):
    """Give the mapping at ``at`` a key, or the key another value; a group keeps what the old and the new one share."""

    at: Address
    key: str
    value: Value


class Unset(NamedTuple):
    """Take a key and its value away."""

    at: Address
    key: str


class Insert(NamedTuple):
    """Put an item into the list at ``at``, before the one that is ``number`` now."""

    at: Address
    number: int
    value: Value


class Remove(NamedTuple):
    """Take an item out of the list at ``at``, with the comment lines that stand right above it."""

    at: Address
    number: int


class Move(NamedTuple):
    """Move an item, comment lines and all, to where it is ``to_number`` of the list at ``to``."""

    at: Address
    number: int
    to: Address
    to_number: int


class Change(NamedTuple):
    """Put ``words`` in the place of the characters ``start`` … ``end`` of the copy at ``at``, by code points."""

    at: Address
    start: int
    end: int
    words: str


class InsertParagraph(NamedTuple):
    """Put a paragraph before the one that is ``number`` now of the copy at ``at``."""

    at: Address
    number: int
    words: str


class RemoveParagraph(NamedTuple):
    """Take a paragraph of the copy at ``at`` away, with its line."""

    at: Address
    number: int


class MoveParagraph(NamedTuple):
    """Move a paragraph to where it is ``to_number`` of the copy at ``at``."""

    at: Address
    number: int
    to_number: int


ParagraphOperation = InsertParagraph | RemoveParagraph | MoveParagraph
Operation = Set | Unset | Insert | Remove | Move | Change | ParagraphOperation


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``words``."""

    start: int
    end: int
    words: str


class Names(NamedTuple):
    """What the keys of a mapping are called: Chinese by English; and the spellings of those that hold copy.

    ``words`` are, by the English key, the values that are words of either language.
    """

    zh: Mapping[str, str]
    copy: frozenset[str] = frozenset()
    words: Mapping[str, Mapping[str, str]] = {}


NO_NAMES = Names({})


class KeyNames(NamedTuple):
    """What keys are called in the mapping at the ``top``, and in those under a key or in the list under it.

    New keys go before the copy, where an editor looks for them.
    """

    top: Names
    under: Mapping[str, Names]


def key_names(readings: Readings) -> KeyNames:
    """The keys that an issue file may have."""
    table = make_table(readings)
    return KeyNames(
        top=_names_of(table.issue, table.pool, table.page),
        under={
            table.pages.key: _names_of(table.page),
            table.stories.key: _names_of(*(reading.record for reading in readings.values())),
            "place": _names_of(PLACE_RECORD),
            "jump": _names_of(JUMP_RECORD),
        },
    )


def _names_of(*records: Record) -> Names:
    fields = [field for record in records for field in record.fields]
    copy = (f[:2] for f in fields if f.kind is BODY or f.key in ("stories", "pages"))
    spellings = frozenset(spelling for pair in copy for spelling in pair)
    return Names({f.key: f.zh for f in fields}, spellings, {f.key: f.kind.words for f in fields if f.kind.words})


_INSTEAD = {"place": "slot", "slot": "place"}
"""A key that may not stand beside another takes its place."""


class NoSuchPlace(Exception):
    """An address that leads nowhere."""


def edited(text: str, keys: KeyNames, operations: Sequence[Operation]) -> str | Diagnostic:
    """The file's ``text`` after all ``operations``, each on what the one before it left; or why it stays as it is."""
    group: list[Operation] = []
    taken: set[_Target] = set()
    for operation in operations:
        if group and not _independent(taken, operation):
            text_or_fault = _together(text, keys, group)
            if isinstance(text_or_fault, Diagnostic):
                return text_or_fault
            text, group, taken = text_or_fault, [], set()
        group.append(operation)
        taken.add(_target(operation))
    return _together(text, keys, group) if group else text


def is_list(text: str, keys: KeyNames, at: Address) -> bool:
    """Whether there is a list at an address."""
    root = _Page(text).root
    try:
        return root is not None and _found(root, keys, at)[0].kind == "sequence"
    except NoSuchPlace:
        return False


def address_words(at: Address) -> str:
    """An address as an editor reads it: ``stories[3].headline``, counted from 1."""
    return "".join([f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in at]).lstrip(".") or "—"


_Target = tuple[Address, str | int | None]
"""The mapping or list that an operation changes one value of, and which; None where it changes more."""


def _independent(taken: AnySet[_Target], operation: Operation) -> bool:
    """Whether an operation may be made on the same reading of the file as those with targets ``taken``.

    It moves no address and meets no other; one that changes more than a value stands alone.
    """
    at, key = _target(operation)
    alone = key is None or (len(taken) == 1 and None in (other for _, other in taken))
    return not alone and (at, key) not in taken and (at, _INSTEAD.get(str(key))) not in taken


def _target(operation: Operation) -> _Target:
    """What an operation changes."""
    if isinstance(operation, Set):
        return operation.at, operation.key
    return (operation.at[:-1], operation.at[-1]) if isinstance(operation, Change) else (operation.at, None)


def _together(text: str, keys: KeyNames, group: Sequence[Operation]) -> str | Diagnostic:
    """All of a group at one go; one by one where that does not come out right."""
    made = _made(text, keys, group)
    if isinstance(made, str) or len(group) == 1:
        return made
    for operation in group:
        made = _made(text, keys, [operation])
        if isinstance(made, Diagnostic):
            return made
        text = made
    return text


def _made(text: str, keys: KeyNames, group: Sequence[Operation]) -> str | Diagnostic:
    page = _Page(text)
    where = address_words(group[0].at)
    if page.root is None:
        return diagnose("P727", None, place=where)
    try:
        group = [_as_change(page.root, keys, _as_spelt(page.root, keys, operation)) for operation in group]
        ways = [list(_WAYS[type(operation)](page.text, page.root, keys, operation)) for operation in group]
        wanted = data_of(page.root)
        for operation in group:
            wanted = _DATA[type(operation)](wanted, keys, operation)
    except NoSuchPlace:
        return diagnose("P728", None, place=where)
    for chosen in zip(*ways, strict=False):
        after = page.with_edits([edit for edits in chosen for edit in edits])
        if after is not None and _says(after, wanted):
            return after
    return diagnose("P727", None, place=where)


def _says(text: str, wanted: Any) -> bool:
    """Whether a text is read, by the reader that everything else uses too, and says what was wanted."""
    page = _Page(text)
    return page.root is not None and data_of(page.root) == wanted


class _Page:
    """A file's text as it is and as it is read: without its mark, every line end one character."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        source = clean("", raw)
        self.text = source.text
        self.root = outline(self.text) if parse(source)[0] is not None else None
        self._newline = "\r\n" if "\r\n" in raw else "\n"

    def with_edits(self, edits: Sequence[Edit]) -> str | None:
        """The text with edits made, line ends as in the rest of the file; None where two of them meet."""
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        if any(one.end > other.start for one, other in pairwise(ordered)):
            return None
        places = self._raw_places()
        parts, at = [], 0
        for edit in ordered:
            parts += [self.raw[at : places[edit.start]], edit.words.replace("\n", self._newline)]
            at = places[edit.end]
        return "".join([*parts, self.raw[at:]])

    def _raw_places(self) -> Sequence[int]:
        """Where each character of ``text`` stands in ``raw``, and one past the last."""
        begin = int(self.raw.startswith("\ufeff"))
        if "\r\n" not in self.raw:
            return range(begin, len(self.raw) + 1)
        places = [i for i in range(begin, len(self.raw)) if self.raw[i] != "\n" or self.raw[i - 1 : i] != "\r"]
        return [*places, len(self.raw)]


# ---- finding the place -----------------------------------------------------------------------------------------------


def _names_under(names: Names, keys: KeyNames, step: str | int) -> Names:
    return names if isinstance(step, int) else keys.under.get(step, NO_NAMES)


def _found(root: Outline, keys: KeyNames, at: Address) -> tuple[Outline, Names]:
    """The value at an address, and what the keys in it are called."""
    node, names = root, keys.top
    for step in at:
        node = _item(node, step) if isinstance(step, int) else _entry(node, _spellings(step, names))[1]
        names = _names_under(names, keys, step)
    return node, names


def _spellings(key: str | None, names: Names) -> tuple[str, ...]:
    return () if key is None else (key, names.zh.get(key, key))


def _item(node: Outline, index: int) -> Outline:
    if node.kind != "sequence" or not 0 <= index < len(node.items):
        raise NoSuchPlace
    return node.items[index]


def _entry(node: Outline, spellings: Sequence[str]) -> tuple[Outline, Outline]:
    """The first entry of a key, as reading takes it."""
    if node.kind != "mapping":
        raise NoSuchPlace
    for key, value in node.entries:
        if key.value in spellings:
            return key, value
    raise NoSuchPlace


def _entry_or_none(node: Outline, spellings: Sequence[str]) -> tuple[Outline, Outline] | None:
    try:
        return _entry(node, spellings)
    except NoSuchPlace:
        return None


def _index_of(node: Outline, key: Outline) -> int:
    return next(index for index, (other, _) in enumerate(node.entries) if other is key)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    """Where the line of ``offset`` ends, its line end left out."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _is_chinese(node: Outline, names: Names) -> bool:
    return bool(node.items) and node.items[0].value in names.zh.values()


# ---- the file's own language -----------------------------------------------------------------------------------------


def _as_spelt(root: Outline, keys: KeyNames, operation: Operation) -> Operation:
    """An operation whose value has the keys and words of the file: Chinese among Chinese, as typed where it stands."""
    if isinstance(operation, Set):
        node, names = _found(root, keys, operation.at)
        there = _entry_or_none(node, _spellings(operation.key, names))
        old = there[1] if there is not None else None
        spelt = _spelt(operation.key, operation.value, old, names, keys, _is_chinese(node, names))
        return operation._replace(value=spelt)
    if isinstance(operation, Insert) and isinstance(operation.value, Mapping) and operation.at:
        node, names = _found(root, keys, operation.at)
        around, above = _found(root, keys, operation.at[:-1])
        chinese = _is_chinese(node.items[0], names) if node.items else _is_chinese(around, above)
        return operation._replace(value=_spelt_group(operation.value, None, names, keys, chinese))
    return operation


def _spelt(key: str, value: Value, old: Outline | None, names: Names, keys: KeyNames, chinese: bool) -> Value:
    """The value of a key as the file would say it."""
    if isinstance(value, Mapping):
        return _spelt_group(value, old, _names_under(names, keys, key), keys, chinese)
    if isinstance(value, bool) and chinese:
        value = plain_words(value)
    return names.words.get(key, {}).get(value, value) if isinstance(value, str) and chinese else value


def _spelt_group(
    value: Mapping[str, Value], old: Outline | None, names: Names, keys: KeyNames, chinese: bool
) -> Mapping[str, Value]:
    """A group with the spellings that its keys have in the file, else those of the keys around it."""
    if old is not None and old.kind == "mapping" and old.items:
        chinese = _is_chinese(old, names)
    spelt: dict[str, Value] = {}
    for key, item in value.items():
        spellings = _spellings(key, names)
        there = _entry_or_none(old, spellings) if old is not None else None
        spelling = there[0].value if there is not None else spellings[-1 if chinese else 0]
        spelt[spelling] = _spelt(key, item, there[1] if there is not None else None, names, keys, chinese)
    return spelt


# ---- keys ------------------------------------------------------------------------------------------------------------


def _set_ways(text: str, root: Outline, keys: KeyNames, operation: Set) -> Iterator[list[Edit]]:
    node, names = _found(root, keys, operation.at)
    spellings = _spellings(operation.key, names)
    there = _entry_or_none(node, spellings)
    other = _entry_or_none(node, _spellings(_INSTEAD.get(operation.key), names))
    if node.kind != "mapping":
        raise NoSuchPlace
    key = spellings[-1] if _is_chinese(node, names) else spellings[0]
    inner = _names_under(names, keys, operation.key)
    for flow in (False, True):
        if there is not None:
            away = _unset_edits(text, node, other[0]) if other is not None else []
            yield [*_value_edits(text, there, operation.value, node, inner, flow), *away]
        elif other is not None:
            yield [Edit(other[0].start, other[0].end, key), *_new_value(text, other, operation.value, node, flow)]
        else:
            yield [_inserted(text, node, names, key, operation.value, flow)]
    if there is not None and other is None:
        yield _new_value(text, there, operation.value, node, flow=True)


def _value_edits(
    text: str, entry: tuple[Outline, Outline], value: Value, node: Outline, names: Names, flow: bool
) -> list[Edit]:
    """What makes an entry say ``value``; leaf by leaf where both are groups, so that comments between them stay."""
    _, old = entry
    if isinstance(value, Mapping) and old.kind == "mapping" and old.items:
        return _leaf_edits(text, old, value, names, flow)
    return [] if _says_already(old, value) else _new_value(text, entry, value, node, flow)


def _leaf_edits(text: str, old: Outline, value: Mapping[str, Value], names: Names, flow: bool) -> list[Edit]:
    edits: list[Edit] = []
    kept: list[Outline] = []
    for key, item in value.items():
        entry = _entry_or_none(old, _spellings(key, names))
        if entry is None:
            edits.append(_inserted(text, old, names, key, item, flow))
        else:
            kept.append(entry[0])
            edits += _value_edits(text, entry, item, old, NO_NAMES, flow)
    for each, _ in old.entries:
        if not any(each is other for other in kept):
            edits += _unset_edits(text, old, each)
    return edits


def _says_already(old: Outline, value: Value) -> bool:
    return old.kind != "alias" and data_of(old) == _plain_data(value)


def _new_value(text: str, entry: tuple[Outline, Outline], value: Value, node: Outline, flow: bool) -> list[Edit]:
    """An entry's value replaced whole. A comment after the colon stays there."""
    key, old = entry
    words = block_words(value, key.column + 2, flow or node.flow)
    if old.start < old.end and "\n" not in text[key.end : old.start]:
        return [Edit(old.start, old.end, words[1:] if words.startswith(" ") else words)]
    colon = text.index(":", key.end) + 1
    if old.start == old.end:
        return [Edit(colon, colon, words)]
    line = _line_end(text, colon)
    return [Edit(colon, colon, words), Edit(line, old.end, "")]


def _inserted(text: str, node: Outline, names: Names, key: str, value: Value, flow: bool) -> Edit:
    """A new entry of a mapping: inside its braces, or on lines of its own before its copy."""
    word = scalar_words(key)
    if node.flow:
        entry = f"{word}: {flow_words(value)}"
        at = node.items[-1].end if node.items else node.start + 1
        return Edit(at, at, f", {entry}" if node.items else entry)
    indent = " " * node.column
    entry = f"{word}:{block_words(value, node.column + 2, flow)}"
    later = list(node.entries)[1:]
    before = next((each for each, _ in later if each.value in names.copy), later[0][0] if later else None)
    if before is not None and names.zh:
        at = _line_start(text, before.start)
        return Edit(at, at, f"{indent}{entry}\n")
    at = _line_end(text, node.end)
    return Edit(at, at, f"\n{indent}{entry}")


def _unset_ways(text: str, root: Outline, keys: KeyNames, operation: Unset) -> Iterator[list[Edit]]:
    node, names = _found(root, keys, operation.at)
    key, _ = _entry(node, _spellings(operation.key, names))
    yield _unset_edits(text, node, key)


def _unset_edits(text: str, node: Outline, key: Outline) -> list[Edit]:
    """A key and its value taken away; comments on lines of their own stay."""
    entries = list(node.entries)
    index = _index_of(node, key)
    value = entries[index][1]
    if len(entries) == 1:
        return [Edit(node.start, node.end, "{}")]
    if node.flow:
        return [_unset_flow(entries, index)]
    begin, end = _line_start(text, key.start), _line_end(text, value.end)
    if not text[begin : key.start].strip(" "):
        return [Edit(begin, min(end + 1, len(text)), "")] if end < len(text) else [Edit(max(begin - 1, 0), end, "")]
    following = entries[index + 1][0].start  # the first entry of a list's item: the next one moves up to its dash
    comments = text[end + 1 : _line_start(text, following)]
    return [*([Edit(begin, begin, comments)] if comments.strip() else []), Edit(key.start, following, "")]


def _unset_flow(entries: Sequence[tuple[Outline, Outline]], index: int) -> Edit:
    key, value = entries[index]
    if index + 1 < len(entries):
        return Edit(key.start, entries[index + 1][0].start, "")
    return Edit(entries[index - 1][1].end, value.end, "")


# ---- items -----------------------------------------------------------------------------------------------------------


def _insert_ways(text: str, root: Outline, keys: KeyNames, operation: Insert) -> Iterator[list[Edit]]:
    node, _ = _list(root, keys, operation.at, operation.number, 0)
    for flow in (False, True):
        if node.flow or not node.items:
            yield [_into_brackets(node, operation.number, flow_words(operation.value))]
        else:
            words = item_words(operation.value, node.column) if not flow else f"- {flow_words(operation.value)}"
            yield [_into_lines(text, node, operation.number, " " * node.column + words + "\n")]


def _remove_ways(text: str, root: Outline, keys: KeyNames, operation: Remove) -> Iterator[list[Edit]]:
    node, _ = _list(root, keys, operation.at, operation.number, 1)
    yield [_removed(text, node, operation.number)]


def _move_ways(text: str, root: Outline, keys: KeyNames, operation: Move) -> Iterator[list[Edit]]:
    """The item's own lines go to the other place, further in or out as the list there stands."""
    node, _ = _list(root, keys, operation.at, operation.number, 1)
    same = operation.at == operation.to
    target, _ = _list(root, keys, operation.to, operation.to_number, int(same))
    if same and operation.number == operation.to_number:
        yield []
        return
    index = operation.to_number + (same and operation.to_number > operation.number)
    away = _removed(text, node, operation.number)
    item = node.items[operation.number]
    if node.flow or target.flow or not target.items:
        own = text[item.start : item.end]
        if not node.flow and not item.is_scalar and not item.flow:
            raise NoSuchPlace
        put = _into_brackets(target, index, own) if target.flow else _into_lines(
            text, target, index, " " * target.column + f"- {own}\n")  # fmt: skip
        yield [away, put]
        return
    begin, end = _own_lines(text, node, operation.number)
    piece = text[begin:end].rstrip("\n") + "\n"
    yield [away, _into_lines(text, target, index, _shifted(piece, target.column - node.column))]


def _list(root: Outline, keys: KeyNames, at: Address, index: int, within: int) -> tuple[Outline, Names]:
    """The list at an address, which must have an item ``number``, or with ``within`` 0 a place for one."""
    node, names = _found(root, keys, at)
    if node.kind != "sequence" or not 0 <= index <= len(node.items) - within:
        raise NoSuchPlace
    return node, names


def _into_brackets(node: Outline, index: int, words: str) -> Edit:
    if not node.items:
        return Edit(node.start + 1, node.start + 1, words)
    if index < len(node.items):
        at = node.items[index].start
        return Edit(at, at, f"{words}, ")
    at = node.items[-1].end
    return Edit(at, at, f", {words}")


def _into_lines(text: str, node: Outline, index: int, lines: str) -> Edit:
    if index < len(node.items):
        at = _own_lines(text, node, index)[0]
        return Edit(at, at, lines)
    at = _line_end(text, node.end)
    return Edit(at, at, "\n" + lines.removesuffix("\n"))


def _removed(text: str, node: Outline, index: int) -> Edit:
    if len(node.items) == 1:
        return Edit(node.start, node.end, "[]")
    if node.flow:
        item = node.items[index]
        if index + 1 < len(node.items):
            return Edit(item.start, node.items[index + 1].start, "")
        return Edit(node.items[index - 1].end, item.end, "")
    begin, end = _own_lines(text, node, index)
    return Edit(begin, end, "") if end <= len(text) else Edit(max(begin - 1, 0), len(text), "")


def _own_lines(text: str, node: Outline, index: int) -> tuple[int, int]:
    """An item with the comment lines right above it, up to the next one's, or to the end of its own last line."""
    if index + 1 < len(node.items):
        return _lead(text, node, index), _lead(text, node, index + 1)
    return _lead(text, node, index), _line_end(text, node.items[index].end) + 1


def _lead(text: str, node: Outline, index: int) -> int:
    """Where the lines of an item begin: with its dash, or with comments that stand right above it and as far in."""
    mark = "\n" + " " * node.column
    dash = node.start if not index else text.index(f"{mark}-", node.items[index - 1].end) + len(mark)
    begin = _line_start(text, dash)
    floor = _line_start(text, node.items[index - 1].end if index else node.start)
    while begin > 0:
        above = _line_start(text, begin - 1)
        if not text.startswith(f"{mark[1:]}#", above) or (index and above <= floor):
            return begin
        begin = above
    return begin


def _shifted(lines: str, by: int) -> str:
    """Lines further in by ``by`` blanks, or further out."""
    if by >= 0:
        return "".join([" " * by + line if line.strip() else line for line in lines.splitlines(keepends=True)])
    return "".join([line[-by:] if line.startswith(" " * -by) else line.lstrip(" ") for line in lines.splitlines(True)])


# ---- copy ------------------------------------------------------------------------------------------------------------


def _change_ways(text: str, root: Outline, keys: KeyNames, operation: Change) -> Iterator[list[Edit]]:
    """In place where the scalar's style bears the words; else the scalar, and nothing else, is written anew."""
    node, _ = _found(root, keys, operation.at)
    value, words = node.value, operation.words
    if not node.is_scalar:
        raise NoSuchPlace
    begin, stop = _typed_range(value, operation)
    offsets = character_offsets(text, node.kind, node.start, node.end, value)
    encode = _ENCODERS.get(node.kind)
    if offsets and encode is not None:
        yield [Edit(offsets[begin], offsets[stop], encode(words, _indent_of(text, node, offsets)))]
    whole = value[:begin] + words + value[stop:]
    parent = _found(root, keys, operation.at[:-1])[0]
    for flow in (False, True):
        after = block_words(whole, parent.column + 2, flow or parent.flow)
        yield [Edit(node.start, node.end, after if node.start == node.end else after[1:])]


def _typed_range(value: str, operation: Change) -> tuple[int, int]:
    """A range of copy, as reading gives it, among the characters that were typed: the sieve may have left some out."""
    read, places, _ = sift(value)
    if not 0 <= operation.start <= operation.end <= len(read):
        raise NoSuchPlace
    if places is None:
        return operation.start, operation.end
    begin = (*places, len(value))[operation.start]
    return begin, max(begin, places[operation.end - 1] + 1 if operation.end > operation.start else begin)


def _indent_of(text: str, node: Outline, offsets: Sequence[int]) -> int:
    """How far in the lines of a block scalar stand."""
    return offsets[0] - _line_start(text, offsets[0]) if node.kind == "literal" and offsets else 0


def _in_literal(words: str, indent: int) -> str:
    lines = words.split("\n")
    last = len(lines) - 1
    return "\n".join(
        [line if not i or not (line or i == last) else " " * indent + line for i, line in enumerate(lines)]
    )


_ENCODERS: Mapping[str, Callable[[str, int], str]] = {
    "plain": lambda words, _: words,
    "single": lambda words, _: words.replace("'", "''"),
    "double": lambda words, _: flow_escapes(words),
    "literal": _in_literal,
    "folded": lambda words, _: words,
}


def flow_escapes(words: str) -> str:
    """Words as they stand inside double quotes."""
    return scalar_words(f"\n{words}")[3:-1]


# ---- paragraphs ------------------------------------------------------------------------------------------------------


def _as_change(root: Outline, keys: KeyNames, operation: Operation) -> Operation:
    """An operation on a paragraph as the change of the copy that it comes to."""
    change = _PARAGRAPHS.get(type(operation))
    if change is None:
        return operation
    value, lines = _paragraphs(root, keys, operation.at)
    return Change(operation.at, *change(operation, value, lines))


def _insert_paragraph(operation: InsertParagraph, value: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int, str]:
    words = operation.words
    if not 0 <= operation.number <= len(lines):
        raise NoSuchPlace
    if operation.number < len(lines):
        start = lines[operation.number][0]
        return start, start, f"{words}\n"
    end = lines[-1][1] if lines else len(value)
    return end, end, f"\n{words}" if lines else words


def _remove_paragraph(operation: RemoveParagraph, _: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int, str]:
    index = operation.number
    if not 0 <= index < len(lines):
        raise NoSuchPlace
    if index + 1 < len(lines):
        return lines[index][0], lines[index + 1][0], ""
    return lines[index - 1][1] if index else lines[index][0], lines[index][1], ""


def _move_paragraph(operation: MoveParagraph, value: str, lines: Sequence[tuple[int, int]]) -> tuple[int, int, str]:
    low, high = sorted((operation.number, operation.to_number))
    if low < 0 or high >= len(lines):
        raise NoSuchPlace
    words = [value[start:end] for start, end in lines]
    words.insert(operation.to_number, words.pop(operation.number))
    return lines[low][0], lines[high][1], "\n".join(words[low : high + 1])


_PARAGRAPHS: Mapping[type, Callable[[Any, str, Sequence[tuple[int, int]]], tuple[int, int, str]]] = {
    InsertParagraph: _insert_paragraph, RemoveParagraph: _remove_paragraph, MoveParagraph: _move_paragraph,
}  # fmt: skip
"""From where to where the copy changes, and to what."""


def _paragraphs(root: Outline, keys: KeyNames, at: Address) -> tuple[str, list[tuple[int, int]]]:
    """The copy at an address, and where each of its lines that has something in it begins and ends."""
    node, _ = _found(root, keys, at)
    if not node.is_scalar:
        raise NoSuchPlace
    copy, lines, start = sift(node.value).text, [], 0
    for line in copy.split("\n"):
        if line.strip():
            lines.append((start, start + len(line)))
        start += len(line) + 1
    return copy, lines


# ---- what is meant ---------------------------------------------------------------------------------------------------


def _plain_data(value: Value) -> Any:
    """A value as ``data_of`` gives it."""
    if isinstance(value, Mapping):
        return {key: [_plain_data(item)] for key, item in value.items()}
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else [_plain_data(item) for item in value]


def _within(data: Any, keys: KeyNames, at: Address) -> tuple[Any, Names]:
    names = keys.top
    for step in at:
        data = data[step] if isinstance(step, int) else data[_there(data, _spellings(step, names))][0]
        names = _names_under(names, keys, step)
    return data, names


def _there(data: Any, spellings: Sequence[str]) -> str:
    return next((spelling for spelling in data if spelling in spellings), "")


def _set_data(data: Any, keys: KeyNames, operation: Set) -> Any:
    mapping, names = _at(data, keys, operation.at)
    spellings = _spellings(operation.key, names)
    key = _there(mapping, spellings)
    chinese = next(iter(mapping), "") in names.zh.values()
    other = _there(mapping, _spellings(_INSTEAD.get(operation.key), names))
    if other:
        del mapping[other]
    old = mapping.get(key, [None])
    mapping[key or spellings[-1 if chinese else 0]] = [_plain_data(operation.value), *old[1:]]
    return data


def _unset_data(data: Any, keys: KeyNames, operation: Unset) -> Any:
    mapping, names = _at(data, keys, operation.at)
    key = _there(mapping, _spellings(operation.key, names))
    del mapping[key][0]
    if not mapping[key]:
        del mapping[key]
    return data


def _insert_data(data: Any, keys: KeyNames, operation: Insert) -> Any:
    _at(data, keys, operation.at)[0].insert(operation.number, _plain_data(operation.value))
    return data


def _remove_data(data: Any, keys: KeyNames, operation: Remove) -> Any:
    del _at(data, keys, operation.at)[0][operation.number]
    return data


def _move_data(data: Any, keys: KeyNames, operation: Move) -> Any:
    source, target = _at(data, keys, operation.at)[0], _at(data, keys, operation.to)[0]
    target.insert(operation.to_number, source.pop(operation.number))
    return data


def _change_data(data: Any, keys: KeyNames, operation: Change) -> Any:
    parent, names = _at(data, keys, operation.at[:-1])
    step = operation.at[-1]
    values = parent if isinstance(step, int) else parent[_there(parent, _spellings(step, names))]
    index = step if isinstance(step, int) else 0
    value = values[index]
    begin, stop = _typed_range(value, operation)
    values[index] = value[:begin] + operation.words + value[stop:]
    return data


def _at(data: Any, keys: KeyNames, at: Address) -> tuple[Any, Names]:
    try:
        return _within(data, keys, at)
    except (KeyError, IndexError, TypeError):
        raise NoSuchPlace from None


_DATA: Mapping[type, Callable[[Any, KeyNames, Any], Any]] = {
    Set: _set_data, Unset: _unset_data, Insert: _insert_data, Remove: _remove_data, Move: _move_data,
    Change: _change_data,
}  # fmt: skip
"""What each operation means, whatever the file looks like: what comes out of an edit is held against it."""

_WAYS: Mapping[type, Callable[[str, Outline, KeyNames, Any], Iterator[list[Edit]]]] = {
    Set: _set_ways, Unset: _unset_ways, Insert: _insert_ways, Remove: _remove_ways, Move: _move_ways,
    Change: _change_ways,
}  # fmt: skip
"""How each operation is made, the way that touches least first."""
