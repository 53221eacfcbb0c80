"""What is said of an issue beside its text: notes pinned to a place (批注), named versions (送二校 …), pages signed off
(签发). One JSON line each, in a file beside the issue that only ever grows and that two desks share.

A signed page is held against what it draws, not against the file: a comment in the file unsigns nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

from paiban.desk.scene import Data, DrawnPage
from paiban.desk.state import Shown
from paiban.engine.drafting import Noted
from paiban.files import adding_to, state_of
from paiban.value import NamedTuple

NOTE, ANSWER, RESOLVE, VERSION, SIGN, TRY = "note", "answer", "resolve", "version", "sign", "try"
"""What a line may be: a note, an answer to one, that it is dealt with; the text by a name; a page signed off, a try."""

MOST_WORDS = 2000

Prints = Mapping[str, Mapping[str, str]]
"""By page, what each of its blocks draws."""


NOTHING: Prints = {}


class Said(NamedTuple):
    """One line. ``of`` is the note that is answered or dealt with; ``block`` and ``quote``, words of the line, are
    where a note is pinned; ``page`` is the one that is signed. ``prints`` and ``text`` are the issue as it was.
    """

    id: str
    time: str
    who: str
    what: str
    words: str = ""
    of: str = ""
    page: str = ""
    block: str = ""
    quote: str = ""
    prints: Prints = NOTHING
    text: str = ""


def record_path(issue: Path) -> Path:
    """Where it lies."""
    return issue.with_name(f"{issue.stem}.notes.jsonl")


class RecordBook:
    """All that was said of one issue, as far as it has been read."""

    def __init__(self, issue: Path, who: str) -> None:
        self.path = record_path(issue)
        self.who = who
        self.all: list[Said] = []
        self._state = state_of(self.path)

    def read(self) -> None:
        """Read what is there, by whomever; what is no line of ours is passed over."""
        state = state_of(self.path)
        if state == self._state and (self.all or state is None):
            return
        self._state = state
        try:
            lines = self.path.read_bytes().splitlines()
        except OSError:
            lines = []
        self.all = [said for line in lines if (said := _said(line)) is not None]

    def say(self, what: str, **facts: Any) -> None:
        """Add a line."""
        said = Said(token_hex(6), datetime.now(UTC).isoformat(timespec="seconds"), self.who, what, **facts)
        with adding_to(self.path) as stream:
            stream.write((json.dumps(said._asdict(), ensure_ascii=False) + "\n").encode("utf-8"))
        self.read()

    def version(self, id_: str) -> str | None:
        """The issue's text as it was in a version, or as it would be in a try."""
        return next((said.text for said in self.all if said.id == id_ and said.what in (VERSION, TRY)), None)

    def told(self, shown: Shown) -> Data:
        """All of it for the browser: open notes with their answers, versions, signed pages, and what changed since."""
        now = prints_of(shown)
        return {
            "notes": [
                {**_who(note), "block": note.block, "quote": note.quote, "answers": [_who(each) for each in answers]}
                for note, answers in self._open()
            ],
            "versions": [
                {**_who(each), "tried": each.what == TRY, "changed": changed(each.prints, now)}
                for each in self._of(VERSION, TRY)
            ],
            "signs": {
                said.page: {**_who(said), "changed": changed({said.page: said.prints.get(said.page, {})}, now)}
                for said in self._of(SIGN)
            },
        }  # fmt: skip

    def noted(self) -> tuple[Noted, ...]:
        """The open notes for a proof, numbered as at the desk, each with who says it and with its answers."""
        return tuple(
            Noted(
                number, "　—— ".join(f"{each.words}（{each.who}）" for each in (note, *answers)), note.block, note.quote
            )
            for number, (note, answers) in enumerate(self._open(), 1)
        )

    def _open(self) -> list[tuple[Said, list[Said]]]:
        """The notes that are not dealt with, with their answers."""
        closed = {said.of for said in self.all if said.what == RESOLVE}
        answers = [said for said in self.all if said.what == ANSWER]
        notes = (said for said in self.all if said.what == NOTE and said.id not in closed)
        return [(note, [each for each in answers if each.of == note.id]) for note in notes]

    def _of(self, *what: str) -> list[Said]:
        return [said for said in self.all if said.what in what]


def prints_of(shown: Shown) -> Prints:
    """What each block of each page draws: words, places, sizes; from which file of a face is no matter."""
    return {page.facts["number"]: _page_prints(page) for page in shown.pages}


def _page_prints(page: DrawnPage) -> dict[str, str]:
    parts: dict[str, list[str]] = {}
    for id_, name in page.facts["order"]:
        parts.setdefault(id_, []).append(page.prints[name])
    return {id_: sha256("".join(each).encode()).hexdigest()[:16] for id_, each in parts.items()}


def changed(before: Prints, now: Prints) -> list[str]:
    """The blocks of those pages that draw something else now, were not there, or are gone."""
    pages = [(blocks, now.get(page, {})) for page, blocks in before.items()]
    return sorted({id_ for old, new in pages for id_ in {*old, *new} if old.get(id_) != new.get(id_)})


def _who(said: Said) -> Data:
    return {"id": said.id, "time": said.time, "who": said.who, "words": said.words}


def _said(line: bytes) -> Said | None:
    try:
        return Said(**json.loads(line))
    except (ValueError, TypeError):
        return None
