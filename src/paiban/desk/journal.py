"""The journal (日志): every change of an issue file, one JSON line each, in a file beside it that only ever grows.

A line is written before the file is: whoever finds the file in a new state finds the reason there already. What
changed outside the desk is written down when it is seen, so that every state of the file can be had again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from paiban.desk.merge import Hunk, hunk_between
from paiban.files import adding_to, put_file
from paiban.issue.write_back import revision
from paiban.language import Words
from paiban.value import NamedTuple

SEEN, OUTSIDE, EDIT, UNDO, REDO = "seen", "outside", "edit", "undo", "redo"
"""What a line tells of: the whole text as it was found; a change made elsewhere; one made at the desk, taken back, and
made again."""


MOST_STEPS, KEPT_STEPS = 4000, 2000
"""A journal of so many steps is made shorter when a desk is opened, and keeps so many."""


class Entry(NamedTuple):
    """One line: when, who, what and by what ``label`` (in English too); the file's revisions before and after; what
    changed.

    ``of`` is the number of the entry that is taken back or made again, else its own. ``text`` is the whole text where
    nothing before it can be relied on.
    """

    time: str
    who: str
    what: str
    label: str
    before: str
    after: str
    hunk: Hunk
    of: int
    text: str | None = None
    english: str = ""

    @property
    def words(self) -> Words:
        """What the step is called; an old line says so in one language."""
        return Words(self.label, self.english or self.label)


UNNAMED = Words("", "")
"""What a step is called that nobody took at a desk."""


def journal_path(issue: Path) -> Path:
    """Where the journal of an issue lies."""
    return issue.with_name(f"{issue.stem}.desk.jsonl")


class Journal:
    """The journal of one issue file, as far as it has been read."""

    def __init__(self, issue: Path, who: str) -> None:
        self.path = journal_path(issue)
        self.who = who
        self.entries: list[Entry] = []
        self.text: str | None = None
        self._read = 0
        self._file: tuple[int, ...] = ()
        self._stream: BinaryIO | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else writes into the journal meanwhile, and what others wrote is known. OSError as of files."""
        with adding_to(self.path) as stream:
            self._stream = stream
            try:
                self.read_on()
                yield
            finally:
                self._stream = None

    def read_on(self) -> None:
        """Read what was added, by whomever; what no longer hangs together begins anew."""
        try:
            with self.path.open("rb") as stream:
                self._begin(os.fstat(stream.fileno()))
                stream.seek(self._read)
                added = stream.read()
        except OSError:
            return
        whole = added[: added.rfind(b"\n") + 1]
        self._read += len(whole)
        for entry in _entries(whole):
            self._take(entry)

    def _begin(self, state: os.stat_result) -> None:
        """Begin anew where another file lies there now: somebody made it shorter."""
        file = (state.st_dev, state.st_ino)
        if self._file not in ((), file) or state.st_size < self._read:
            self.entries, self.text, self._read = [], None, 0
        self._file = file

    def shorten(self) -> None:
        """Where the journal has grown long, keep its last steps, behind the text that they begin with.

        What takes back a step that is gone stays a step of its own.
        """
        self.read_on()
        if len(self.entries) < MOST_STEPS:
            return
        with adding_to(self.path):
            self.read_on()
            cut = len(self.entries) - KEPT_STEPS
            first = self.entries[cut]._replace(
                what=SEEN, label="", english="", hunk=Hunk(0, "", ""), of=0, text=self.text_after(cut)
            )
            kept = [_moved(entry, cut) for entry in self.entries[cut + 1 :]]
            put_file(self.path, b"".join(map(_line, (first, *kept))))
        self.read_on()

    def known(self, text: str) -> bool:
        """Whether the file's state is the last one known."""
        self.read_on()
        return self.text == text

    def seen(self, text: str) -> None:
        """Write down the file's state, where it is another than the last one known."""
        if self.known(text):
            return
        if self.text is None:
            self._write(SEEN, UNNAMED, text, len(self.entries), text=text)
        else:
            self._write(OUTSIDE, UNNAMED, text, len(self.entries))

    def changed(self, what: str, label: Words, after: str, of: int | None = None) -> None:
        """Write down that the last known text is about to become another."""
        self._write(what, label, after, len(self.entries) if of is None else of)

    def stacks(self) -> tuple[list[int], list[int]]:
        """The numbers of the entries that can be taken back, and of those that can be made again, the next one last."""
        done: list[int] = []
        undone: list[int] = []
        for number, entry in enumerate(self.entries):
            if entry.what == SEEN:
                done, undone = [], []
            elif entry.what == EDIT:
                done, undone = [*done, number], []
            elif entry.what == UNDO and entry.of in done:
                done.remove(entry.of)
                undone.append(entry.of)
            elif entry.what == REDO and entry.of in undone:
                undone.remove(entry.of)
                done.append(entry.of)
        return done, undone

    def text_after(self, number: int) -> str:
        """The file's text as it was after an entry."""
        whole = [at for at, entry in enumerate(self.entries) if entry.text is not None]
        if self.text is None or any(at > number for at in whole):
            first = max((at for at in whole if at <= number), default=0)
            text = self.entries[first].text or ""
            for entry in self.entries[first + 1 : number + 1]:
                text = entry.hunk.on(text)
            return text
        text = self.text
        for entry in reversed(self.entries[number + 1 :]):
            text = entry.hunk.back(text)
        return text

    def text_of(self, wanted: str) -> str | None:
        """The file's text at a revision, None where no such state is known."""
        numbers = [number for number, entry in enumerate(self.entries) if entry.after == wanted]
        return self.text_after(numbers[-1]) if numbers else None

    def _write(self, what: str, label: Words, after: str, of: int, text: str | None = None) -> None:
        if self._stream is None:
            with self.held():
                self._write(what, label, after, of, text)
            return
        before = self.text or ""
        hunk = Hunk(0, "", "") if text is not None else hunk_between(before, after)
        entry = Entry(_now(), self.who, what, label.zh, _name(before), _name(after), hunk, of, text, label.en)
        self._stream.write(_line(entry))
        self._stream.flush()
        self.read_on()

    def _take(self, entry: Entry) -> None:
        """The text after an entry; None where it does not follow on what is known, until the whole is seen again."""
        if entry.text is not None:
            self.text = entry.text
        elif self.text is not None:
            after = entry.hunk.on(self.text)
            self.text = after if _name(after) == entry.after else None
        self.entries.append(entry)


def _line(entry: Entry) -> bytes:
    return (json.dumps(entry._asdict() | {"hunk": list(entry.hunk)}, ensure_ascii=False) + "\n").encode("utf-8")


def _moved(entry: Entry, by: int) -> Entry:
    """An entry whose number is less by so many."""
    return entry._replace(what=OUTSIDE, of=0) if entry.of <= by else entry._replace(of=entry.of - by)


def _entries(lines: bytes) -> Iterator[Entry]:
    """The entries of lines; what is no entry is passed over."""
    for line in lines.splitlines():
        try:
            data: dict[str, Any] = json.loads(line)
            yield Entry(**data | {"hunk": Hunk(*data["hunk"])})
        except (ValueError, TypeError, KeyError):
            continue


def _name(text: str) -> str:
    return revision(text.encode("utf-8"))


def entry_time(entry: Entry) -> datetime:
    """When an entry was written, by the clock of whoever looks at it."""
    return datetime.fromisoformat(entry.time).astimezone()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
