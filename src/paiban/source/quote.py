"""Values written as YAML, so that they are read back equal: the one place that knows when to quote.

Copy is never changed to make it fit: what cannot stand plain is put in single quotes, what cannot stand there in double
quotes with escapes, and what has several lines becomes a block of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from re import compile as pattern
from typing import Any

import yaml

from paiban.source.sieve import LOST, sift

Value = str | int | float | Sequence[Any] | Mapping[str, Any]
"""What can be written: text, a number (a fraction as a decimal of few places), yes or no, a list, a group of keys."""

_BEGINS_NO_PLAIN = set("-?:,[]{}#&*!|>'\"%@` \t")
_IN_PLAIN = pattern(r": |:$|\s#|[,\[\]{}\n\t]|\s$")
_UNPRINTABLE = pattern(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]")
"""What YAML lets nobody write as it is (YAML 1.2, 5.1), and the line ends that only YAML knows."""

_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\", "\0": "\\0", "\x1b": "\\e", "\r": "\\r"}
_RESOLVERS: Any = yaml.SafeLoader.yaml_implicit_resolvers
_TEXT = {"tag:yaml.org,2002:timestamp"}
"""What a plain word may look like and still be meant as typed: a date stands plain in every issue."""


def typed_words(words: str) -> str:
    r"""Words from keys or a clipboard as a file can hold them without quotes and escapes around all of its copy.

    What YAML lets nobody write as it is becomes what reading would make of it; half of a character is a lost one.

    >>> typed_words("甲\x0b乙\x07\u2028丙\ud83d")
    '甲\n乙\n丙�'
    """
    return _UNPRINTABLE.sub(lambda found: LOST if "\ud800" <= found[0] <= "\udfff" else sift(found[0]).text, words)


def scalar_words(value: str) -> str:
    """A single value on one line: plain where it can stand so, else in quotes.

    >>> [scalar_words(value) for value in ("建设", "建设 # 未来", "it's: 5", "yes", "甲\\n乙")]
    ['建设', "'建设 # 未来'", "'it''s: 5'", "'yes'", '"甲\\\\n乙"']
    """
    if _UNPRINTABLE.search(value) or "\n" in value or "\t" in value:
        return '"' + "".join([_escaped(character) for character in value]) + '"'
    return value if _may_stand_plain(value) else "'" + value.replace("'", "''") + "'"


def flow_words(value: Value) -> str:
    """Any value on one line, lists and groups in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join([f"{scalar_words(key)}: {flow_words(item)}" for key, item in value.items()]) + "}"
    if isinstance(value, str):
        return scalar_words(value)
    if isinstance(value, int | float):
        return plain_words(value)
    return "[" + ", ".join([flow_words(item) for item in value]) + "]"


def plain_words(value: float | bool) -> str:
    """A number, or yes or no, as an editor writes it."""
    return str(value) if not isinstance(value, bool) else "yes" if value else "no"


def block_words(value: Value, indent: int, flow: bool = False) -> str:
    """Any value after ``key:`` or ``-``, from the blank on: on that line or on lines indented by ``indent`` and more.

    A group of single values and a list of them stay on one line, as places do; with ``flow`` everything does.
    """
    if flow or not value or _is_flat(value) or isinstance(value, int | float):
        return " " + flow_words(value)
    if isinstance(value, str):
        return " " + (literal_words(value, indent) or scalar_words(value))
    blank = "\n" + " " * indent
    if isinstance(value, Mapping):
        return "".join([f"{blank}{scalar_words(key)}:{block_words(item, indent + 2)}" for key, item in value.items()])
    return "".join([f"{blank}-{_item_words(item, indent + 2)}" for item in value])


def item_words(value: Value, indent: int) -> str:
    """An item of a list whose dashes stand at ``indent``, from the dash on."""
    return f"-{_item_words(value, indent + 2)}"


def literal_words(value: str, indent: int) -> str:
    """Copy of several lines as ``|`` and its lines; ``""`` where it cannot stand so unchanged."""
    if "\n" not in value or _UNPRINTABLE.search(value) or value[0] in " \t\n" or not value.strip(" \t\n"):
        return ""
    body = value.rstrip("\n")
    ends = len(value) - len(body)
    mark = "|-" if not ends else "|" if ends == 1 else "|+"
    lines = [" " * indent + line if line else "" for line in body.split("\n")]
    return "\n".join([mark, *lines]) + "\n" * (ends - 1 if ends > 1 else 0)


def _item_words(value: Value, indent: int) -> str:
    """A group begins on the line of its dash; all else as after a key."""
    words = block_words(value, indent)
    return " " + words[indent + 1 :] if isinstance(value, Mapping) and words.startswith("\n") else words


def _is_flat(value: Value) -> bool:
    """Whether a group or list holds nothing but single values that need no lines of their own."""
    if isinstance(value, str | int | float):
        return "\n" not in str(value)
    parts = list(value.values()) if isinstance(value, Mapping) else value
    return all(isinstance(part, str | int | float) and "\n" not in str(part) for part in parts) and len(str(parts)) < 60


def _may_stand_plain(value: str) -> bool:
    if not value or _IN_PLAIN.search(value) or _is_no_text(value):
        return False
    if value[0] == "-":
        return value[1:2] not in ("", " ") and not value.startswith("---")
    return value[0] not in _BEGINS_NO_PLAIN and not value.startswith("...")


def _is_no_text(value: str) -> bool:
    """Whether a program that reads YAML by its book would take a plain word for a number, a yes or a null."""
    resolvers = [*_RESOLVERS.get(value[0], ()), *_RESOLVERS.get(None, ())]
    return any(tag not in _TEXT and regexp.match(value) for tag, regexp in resolvers)


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if not _UNPRINTABLE.match(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
