"""What every output is given and gives: the protocol that ``output.table`` lists them by.

An output takes finished pages with what they were set with, and how it is wanted; it gives files and what it noticed.
It reads no issue, asks nobody and writes nothing to the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from paiban.diagnostic import Diagnostic
from paiban.display import Page
from paiban.font import FontCatalogue
from paiban.memo import Memo
from paiban.template import Press
from paiban.value import NamedTuple

PRODUCER = "paiban"


class DocumentInfo(NamedTuple):
    """What a file says of itself, and the paper's name for the slug line.

    ``created`` comes from the issue, never from the clock: two runs are equal. A ``draft`` must never be taken for a
    file for the press.
    """

    title: str
    creator: str
    created: datetime
    producer: str = PRODUCER
    paper: str = ""
    draft: bool = False


class Finished(NamedTuple):
    """Finished pages with the faces and the print condition that they were set with.

    ``pdf`` is their PDF where it was made already, else empty; ``memo`` what was made of such pages before.
    """

    pages: tuple[Page, ...]
    catalogue: FontCatalogue
    press: Press
    info: DocumentInfo
    pdf: bytes = b""
    memo: Memo | None = None


class BlockNote(NamedTuple):
    """What is said of a block on the proof, in parts that may stand on lines of their own, and whether all is well."""

    parts: tuple[str, ...]
    fits: bool = True


class Options(NamedTuple):
    """How an output is wanted; each takes what concerns it.

    ``dpi`` is the resolution of pictures of the page; ``overlays`` with ``notes`` by block are what lies over them
    (``output.png``); ``outlines`` asks for glyphs as outlines instead of faces; ``halved`` for a spread as its two
    pages; ``facts`` are what else the run gave, as plain data.
    """

    dpi: float = 100
    overlays: tuple[str, ...] = ()
    notes: Mapping[str, BlockNote] = {}
    outlines: bool = False
    halved: bool = False
    facts: Mapping[str, Any] = {}


PLAIN = Options()
"""Nothing said: the page as it is."""


class File(NamedTuple):
    """One file. ``part`` goes behind the name that the user gave, before its ending (``-2-C``); often empty."""

    part: str
    data: bytes


class Written(NamedTuple):
    """What an output gave. Where a diagnostic is an error there are no files."""

    files: tuple[File, ...]
    found: tuple[Diagnostic, ...] = ()


class Output(NamedTuple):
    """One kind of output: its name, the ending of its files, and what makes them.

    ``strict`` says that an error in the issue forbids it.
    """

    name: str
    suffix: str
    write: Callable[[Finished, Options], Written]
    strict: bool = True


def page_part(finished: Finished, page: Page) -> str:
    """What parts the files of several pages: the page's number; nothing where there is one page."""
    return f"-{page.numbers}" if len(finished.pages) > 1 else ""
