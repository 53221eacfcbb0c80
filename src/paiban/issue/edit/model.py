"""What can be asked of an issue file: operations at addresses, and what the keys there are called."""

from __future__ import annotations

from collections.abc import Mapping

from paiban.source.quote import Value
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


class Clear(NamedTuple):
    """Take the characters ``start`` … ``end`` of the copy at ``at`` away with the lines that this empties: with the
    key, or the item of a list of paragraphs, where no copy is left.
    """

    at: Address
    start: int
    end: int


ParagraphOperation = InsertParagraph | RemoveParagraph | MoveParagraph | Clear
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


INSTEAD = {"place": "slot", "slot": "place"}
"""A key that may not stand beside another takes its place."""


class NoSuchPlace(Exception):
    """An address that leads nowhere."""
