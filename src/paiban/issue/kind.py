"""What a kind of block says of itself to the stage that reads issues: one value a kind, made of plain functions.

``content`` below is always the kind's own value, which nothing outside its folder looks into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from os import devnull
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paiban.diagnostic import Diagnostic
from paiban.files import is_within
from paiban.issue.model import Block, Issue, IssuePage, Place
from paiban.language import Words
from paiban.source.field import FileReader, Record, Values
from paiban.span import Span, Text
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.source.quote import Value


class NamedFile(NamedTuple):
    """A file that a block names: the words in the issue, and where the file is looked for."""

    words: Text
    path: Path


class Around(NamedTuple):
    """What a block takes over from where it stands: the folder that paths start from, the direction of its page.

    ``confined``: no file outside the folder is looked at.
    """

    folder: Path
    writing: str
    confined: bool = False

    def file(self, words: Text) -> Path:
        """Where a file is looked for that a block names."""
        return looked_for(words, self.folder, self.folder if self.confined else None)


NOWHERE = Path(devnull)
"""In which no file lies."""


def looked_for(words: Text, folder: Path, within: Path | None) -> Path:
    """Where a file is looked for that is named by its way from ``folder``: nowhere, if it would be outside ``within``.

    So not even a draft, which shows whatever there is, shows what is refused.
    """
    path = folder / words.value
    return path if within is None or is_within(path, within) else NOWHERE / path.name


class Edition(NamedTuple):
    """What a block may say of its issue: it stands on ``page``; ``mentions`` are the blocks that it may name, by id."""

    issue: Issue
    page: IssuePage
    mentions: Mapping[str, Mention]


class Mention(NamedTuple):
    """A block of an issue as others name it: the first page that it stands on and its title, ``""`` without one.

    The page is 0 as long as it has none.
    """

    page: int
    title: str


Rewriting = Callable[[Text], Text]
"""A piece of copy to another that stands in its place."""


class Parting(NamedTuple):
    """How blocks of a kind go on on another page (下转).

    ``paragraphs`` counts those of a content. ``split(content, count, onward, back)`` is the content with its first
    ``count`` paragraphs and the line ``onward`` that says where it goes on, and the rest with the line ``back``.
    ``form(legs)`` is how the rest is set.
    """

    paragraphs: Callable[[Any], int]
    split: Callable[[Any, int, Text, Text], tuple[Any, Any]]
    form: Callable[[int | None], Any]


class Reading(NamedTuple):
    """One kind as the issue file has it.

    ``record`` is its table of fields, by whose name the kind is called everywhere; ``plural`` its name for several.
    An item of ``stories`` is of the kind whose key ``sign`` it has; the kind without a sign takes
    what is left. ``endings`` are those of the files that ``files`` may name. Other blocks may belong to one that
    ``hosts``. Type may stand on one that ``bears`` it (压图).

    ``content`` and ``form`` build the two values from decoded fields; where a required one is missing (and reported)
    something empty stands in. ``texts`` yields the copy in reading order, None for a part that it lacks; all of it must
    stand in print. ``title`` is what an editor knows a block without an id by, ``""`` for nothing better. ``faces`` are
    the roles or faces that it asks for by name. ``check`` reports what a schema cannot see, in a place where it has
    one. ``titles`` are those of the ``texts`` that head others. ``rewritten(content, change)`` is the content with each
    piece of its copy as ``change`` gives it. ``keys(before, after)`` are the keys and words that say of a block in its
    place what it did not say ``before``. Without a ``parting`` a block stays whole. A block that ``crowns`` stands
    instead of the running head of its page. ``filled(content, edition)`` is the content with what it says of its issue,
    and what is wrong with that.
    """

    record: Record
    plural: Words
    sign: str
    endings: tuple[str, ...]
    hosts: bool
    bears: bool
    content: Callable[[Values, Around], Any]
    form: Callable[[Values], Any]
    texts: Callable[[Any], Iterator[Text | None]]
    titles: Callable[[Any], Iterator[Text]]
    rewritten: Callable[[Any, Rewriting], Any]
    title: Callable[[Any], str]
    files: Callable[[Any], tuple[NamedFile, ...]]
    faces: Callable[[Any], tuple[tuple[str, Span], ...]]
    check: Callable[[Block, Place | None, Values, FileReader], None]
    keys: Callable[[Block, Block], Mapping[str, Value]]
    parting: Parting | None
    crowns: bool
    filled: Callable[[Any, Edition], tuple[Any, tuple[Diagnostic, ...]]]

    @property
    def name(self) -> str:
        """What the kind is called in values and files."""
        return self.record.name


Readings = Mapping[str, Reading]
"""The kinds that there are, by name, in the order in which the documentation tells of them."""


def no_form(_: Values) -> None:
    """For kinds that leave no choice."""


def no_titles(_: Any) -> Iterator[Text]:
    """For kinds without any."""
    yield from ()


def no_copy(content: Any, _change: Rewriting) -> Any:
    """For kinds that have none."""
    return content


def no_title(_: Any) -> str:
    """For kinds whose blocks are known by nothing but their id."""
    return ""


def no_files(_: Any) -> tuple[NamedFile, ...]:
    """For kinds that name none."""
    return ()


def no_faces(_: Any) -> tuple[tuple[str, Span], ...]:
    """For kinds that name none."""
    return ()


def no_check(_block: Block, _place: Place | None, _values: Values, _reader: FileReader) -> None:
    """For kinds of which the fields say everything."""


def level_alone(record: Record, values: Values, reader: FileReader, *keys: str) -> None:
    """Tell of the keys that say nothing of vertical lines, for a block that has such."""
    for key in keys:
        if values.given(key):
            reader.report("P170", values.at(key), own_key=Words(record.keys[key].zh, key))


def not_filled(content: Any, _edition: Edition) -> tuple[Any, tuple[Diagnostic, ...]]:
    """For kinds that say nothing of their issue."""
    return content, ()


def no_keys(_before: Block, _after: Block) -> Mapping[str, Value]:
    """For kinds that leave no choice."""
    return {}
