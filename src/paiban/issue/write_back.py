"""Writing what a make-up found back into an issue file: only the words that change are touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.digest import sha256
from paiban.files import put_file
from paiban.issue.edit import Address, Operation, Set, Unset, edited, is_list, key_names
from paiban.issue.kind import Readings
from paiban.source.quote import Value

Keys = Mapping[str, Value | None]
"""Keys with what they are to say; None takes one out."""


def revision(data: bytes) -> str:
    """The name of a file's state: the same bytes, the same revision."""
    return sha256(data).hexdigest()


def write_revision(path: Path, base: str, after: str) -> Diagnostic | None:
    """Put ``after`` into the file at ``path`` in one step; why not, where that cannot be.

    ``base`` is the revision that it was made from: a file that was saved meanwhile is left alone (P726).
    """
    try:
        if revision(path.read_bytes()) != base:
            return diagnose("P726", None, file=path)
        put_file(path, after.encode("utf-8"))
    except (OSError, ValueError) as error:
        return diagnose("P720", None, file=path, reason=system_words(error))
    return None


def write_back(
    text: str, readings: Readings, changes: Sequence[Sequence[Keys]], pages: Sequence[Keys] = ()
) -> str | Diagnostic:
    """The file's text with keys of its blocks, and of its ``pages``, set; or why that cannot be.

    ``changes`` has for each page, for each block in the file's order, English keys and their values; an empty mapping
    leaves a block alone. An issue whose pages the engine fills counts as one page.
    """
    operations: list[Operation] = []
    names = key_names(readings)
    with_pages = is_list(text, names, ("pages",))
    for number, wanted in enumerate(changes):
        at: Address = ("pages", number) if with_pages else ()
        for index, keys in enumerate(wanted):
            operations += _operations((*at, "stories", index), keys)
        operations += _operations(at, pages[number] if number < len(pages) else {})
    return edited(text, names, operations)


def _operations(at: Address, keys: Keys) -> list[Operation]:
    return [Unset(at, key) if value is None else Set(at, key, value) for key, value in keys.items()]
