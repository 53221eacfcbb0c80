"""What the stages of intake hand to each other: pieces of a source, articles made of them, what an issue is to be.

Nothing is ever dropped or altered in silence: whatever a stage takes away, adds or guesses is a diagnostic of the table
``codes_intake``, whose parameters ``before`` and ``after`` are the characters that went and that came.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from paiban.diagnostic import Diagnostic
from paiban.span import Span
from paiban.value import NamedTuple


class Look(NamedTuple):
    """How a paragraph looks where it comes from: its type's size in points (0: not said), bold, centred, set apart, its
    first line indented otherwise than by white that was typed.

    ``apart`` counts what parts it from the paragraph before: 0 nothing, 1 white, 2 a sign that something new begins.
    """

    size: float = 0.0
    bold: bool = False
    centred: bool = False
    apart: int = 0
    indented: bool = False


NO_LOOK = Look()


class PictureSource(NamedTuple):
    """A picture of a source: a file at ``path``, or bytes that were inside another file, where it is ``name``."""

    name: str
    path: Path | None = None
    data: bytes = b""


Rows = tuple[tuple[str, ...], ...]
"""A table's cells row by row, as an issue file has them: ``<`` joins the cell at the left, ``^`` the one above."""

TABLE = "table"
"""The role of a piece that is a table."""


class Piece(NamedTuple):
    """A paragraph of a source, or a picture or a table (``rows``) between paragraphs, in reading order.

    ``text`` is copy as an issue file has it: our marks for bold and ruby, a backslash before what would read as one.
    ``role`` is the part of a story that the source itself says it is (a style, a label, an element), ``""`` where it
    does not. ``box`` numbers the frame beside the copy that it stands in, 0 for the copy itself.
    """

    text: str
    span: Span
    role: str = ""
    look: Look = NO_LOOK
    picture: PictureSource | None = None
    box: int = 0
    rows: Rows = ()


class Reading(NamedTuple):
    """What a reader makes of one file: pieces, what it found, the text by name for excerpts, what else is said of it.

    ``facts`` are keys of the issue or of its stories that the source gives outside its copy: date, weight, section.
    """

    pieces: tuple[Piece, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = {}
    facts: Mapping[str, str] = {}


class Line(NamedTuple):
    """A paragraph of an article; ``kind`` is ``body``, ``crosshead`` or ``brief``."""

    text: str
    span: Span
    kind: str = "body"


class Shot(NamedTuple):
    """A picture with what is said of it."""

    picture: PictureSource
    span: Span
    caption: str = ""
    credit: str = ""


class Grid(NamedTuple):
    """A table of an article."""

    rows: Rows
    span: Span


class Article(NamedTuple):
    """A story, briefs (every line a brief; ``headline`` is their label), or what stands without lines: a picture, a
    table, an advert.

    ``name`` is what its source is called, which may stand for a headline. ``byline_in_head``: its byline was found
    among the lines of its head, not at the copy's end and not in a field of its own.
    """

    span: Span
    kicker: str = ""
    headline: str = ""
    deck: str = ""
    byline: str = ""
    byline_in_head: bool = False
    lines: tuple[Line, ...] = ()
    shots: tuple[Shot, ...] = ()
    tables: tuple[Grid, ...] = ()
    boxed: bool = False
    weight: int = 0
    section: str = ""
    advert: Path | None = None
    name: str = ""

    @property
    def is_briefs(self) -> bool:
        """Whether it is a rail of short items."""
        return bool(self.lines) and all(line.kind == "brief" for line in self.lines)

    @property
    def characters(self) -> int:
        """How long its copy is."""
        return sum(len(line.text) for line in self.lines)
