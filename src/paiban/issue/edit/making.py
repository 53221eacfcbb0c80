"""What is asked of an issue file made in its text, and held against what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AnySet
from itertools import pairwise
from typing import Any

from paiban.diagnostic import Diagnostic, diagnose
from paiban.issue.edit.entries import set_ways, unset_ways
from paiban.issue.edit.items import insert_ways, move_ways, remove_ways
from paiban.issue.edit.meaning import DATA
from paiban.issue.edit.model import (
    INSTEAD,
    Address,
    Change,
    Edit,
    Insert,
    KeyNames,
    Move,
    NoSuchPlace,
    Operation,
    Remove,
    Set,
    Unset,
)
from paiban.issue.edit.paragraphs import as_change
from paiban.issue.edit.places import found_at
from paiban.issue.edit.spelling import as_spelt
from paiban.issue.edit.wording import change_ways
from paiban.source.file import clean
from paiban.source.outline import Outline, data_of, outline
from paiban.source.parse import parse


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
        return root is not None and found_at(root, keys, at)[0].kind == "sequence"
    except NoSuchPlace:
        return False


def value_at(text: str, keys: KeyNames, at: Address) -> Any:
    """What is read at an address, None where nothing stands there."""
    root = _Page(text).root
    try:
        return None if root is None else data_of(found_at(root, keys, at)[0])
    except NoSuchPlace:
        return None


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
    return not alone and (at, key) not in taken and (at, INSTEAD.get(str(key))) not in taken


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
        group = [as_change(page.root, keys, as_spelt(page.root, keys, operation)) for operation in group]
        ways = [list(_WAYS[type(operation)](page.text, page.root, keys, operation)) for operation in group]
        wanted = data_of(page.root)
        for operation in group:
            wanted = DATA[type(operation)](wanted, keys, operation)
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


_WAYS: Mapping[type, Callable[[str, Outline, KeyNames, Any], Iterator[list[Edit]]]] = {
    Set: set_ways, Unset: unset_ways, Insert: insert_ways, Remove: remove_ways, Move: move_ways,
    Change: change_ways,
}  # fmt: skip
"""How each operation is made, the way that touches least first."""
