"""A change brought into the file as it is on the disk, and written down before it is there.

The journal is held from the look at the file until the file says what came of it: two desks on one folder never write
from the same state. Programs that know nothing of the journal may save at any moment all the same; then the change is
brought into what they saved.
"""

from __future__ import annotations

import time
from pathlib import Path

from paiban.desk.journal import REDO, UNDO, Journal
from paiban.desk.merge import Clash, merged
from paiban.desk.scene import Data
from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.diagnostic.render import as_data
from paiban.issue.write_back import revision, write_revision
from paiban.language import Words
from paiban.value import NamedTuple

TRIES = 5
"""So often a change is brought into a file that somebody saves just then."""

HALF_SAVED = 0.2
"""Seconds to wait for the rest where a file is found empty: many editors empty it first and write then."""


class Step(NamedTuple):
    """A change of the text ``base`` into ``mine``, and what the journal calls it.

    ``of`` is the number of the entry that it takes back or makes again; with ``keep_mine`` it holds where somebody
    changed the same lines.
    """

    base: str
    mine: str
    what: str
    label: Words
    of: int | None = None
    keep_mine: bool = False


class Brought(NamedTuple):
    """What the browser is told of a change, and what the file says after it, None where it was not written."""

    told: Data
    after: str | None = None


def bring_in(path: Path, journal: Journal, step: Step) -> Brought:
    """Bring a change into the file at ``path``; what clashes is not written."""
    problem = None
    try:
        with journal.held():
            for _ in range(TRIES):
                brought = _brought(path, journal, step)
                if isinstance(brought, Brought):
                    return brought
                problem = brought
    except OSError as error:
        problem = diagnose("P720", None, file=journal.path, reason=system_words(error))
    assert problem is not None
    return Brought({"refused": as_data(problem)})


def _brought(path: Path, journal: Journal, step: Step) -> Brought | Diagnostic:
    """One try; what kept the file from being written, if it was saved meanwhile or cannot be."""
    data = content_of(path)
    if data is None:
        return Brought({"refused": "gone"})
    try:
        theirs = data.decode("utf-8")
    except UnicodeDecodeError:
        return Brought({"refused": "text"})
    after = merged(step.base, step.mine, theirs, step.keep_mine)
    if isinstance(after, Clash):
        return Brought({"clash": {"line": after.line, "mine": after.mine, "theirs": after.theirs}})
    if after == theirs and step.of is None:
        return Brought({"done": True})
    journal.seen(theirs)
    number = len(journal.entries)
    journal.changed(step.what, step.label, after, step.of)
    problem = None if after == theirs else write_revision(path, revision(data), after)
    if problem is None:
        return Brought({"done": True, "merged": theirs != step.base}, after)
    journal.changed(REDO if step.what == UNDO else UNDO, step.label, theirs, number if step.of is None else step.of)
    return problem


def note_seen(path: Path, journal: Journal, text: str) -> None:
    """Write down that the file was seen in a state, unless another desk has given it the next one since."""
    if journal.known(text):
        return
    with journal.held():
        if content_of(path) == text.encode("utf-8"):
            journal.seen(text)


def content_of(path: Path) -> bytes | None:
    """What the file says; where it is empty, what it says a moment later. None where there is none."""
    data = _bytes_of(path)
    if data == b"":
        time.sleep(HALF_SAVED)
        data = _bytes_of(path)
    return data


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
