"""Changes of an issue file, asked for by what they mean and made by touching nothing else.

In come a file's text and ``Operation`` values; each names its place by an address: the keys (in English, whatever the
file has) and numbers of list items that lead there from the top. The file is edited as text, at the places that its
outline gives: comments, order, quoting, indentation and line ends of everything else stay as they are. What comes out
is read again and must say exactly what was asked for (``meaning``) and nothing else; a change of which that is not true
is not made. Next: ``write_back``, the desk, ``paiban edit``.
"""

from __future__ import annotations

from paiban.issue.edit.making import address_words, edited, is_list, value_at
from paiban.issue.edit.model import (
    NO_NAMES,
    Address,
    Change,
    Clear,
    Insert,
    InsertParagraph,
    KeyNames,
    Move,
    MoveParagraph,
    Names,
    NoSuchPlace,
    Operation,
    Remove,
    RemoveParagraph,
    Set,
    Unset,
)
from paiban.issue.edit.names import key_names
from paiban.issue.edit.wording import flow_escapes

__all__ = [
    "NO_NAMES",
    "Address",
    "Change",
    "Clear",
    "Insert",
    "InsertParagraph",
    "KeyNames",
    "Move",
    "MoveParagraph",
    "Names",
    "NoSuchPlace",
    "Operation",
    "Remove",
    "RemoveParagraph",
    "Set",
    "Unset",
    "address_words",
    "edited",
    "flow_escapes",
    "is_list",
    "key_names",
    "value_at",
]
