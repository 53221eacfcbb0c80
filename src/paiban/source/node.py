"""What YAML says, with the place of every part.

Named tuples, not dataclasses: a file has thousands of nodes, and a tuple is made three times as fast.
"""

from __future__ import annotations

from paiban.source.file import SourceFile
from paiban.span import Span
from paiban.value import NamedTuple


class Scalar(NamedTuple):
    """A single value as text. ``style`` is ``plain``, ``single``, ``double``, ``literal`` or ``folded``.

    ``start`` and ``end`` are character offsets into the file, quotes and block header included; ``span`` is what a
    message points at: the words themselves, or only the ``|`` of a block. ``value`` is what the sieve lets through of
    what was ``typed``, which is empty where that is all of it.
    """

    span: Span
    value: str
    style: str
    start: int
    end: int
    typed: str = ""


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Entries in the order of the file, equal keys included. ``span`` is the first key's.

    Of an item of a list that was read by itself (``source.items``) ``text`` has the lines as a file of their own, by
    whose name all places in it go.
    """

    span: Span
    entries: tuple[Entry, ...]
    text: SourceFile | None = None


class Sequence(NamedTuple):
    """Items in the order of the file. ``span`` is the first ``-`` or ``[``."""

    span: Span
    items: tuple[Node, ...]


Node = Scalar | Mapping | Sequence
