"""The issue as data: what layout staff asked for, decoded, with the place of everything in its file."""

# Annotations are evaluated here: a NamedTuple compiles those that are strings, at a tenth of a millisecond a class.

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from paiban.grid import GridRect
from paiban.span import Span, Text
from paiban.units import Length


class Place(NamedTuple):
    """A rectangle of the page's grid, and where the editor wrote it."""

    rect: GridRect
    span: Span


class Paragraph(NamedTuple):
    """One paragraph of copy. ``kind`` is ``body`` or ``crosshead`` (小标题; its ``## `` is not part of ``text``)."""

    kind: str
    text: Text


class BoxStyle(NamedTuple):
    """加框: ``line`` and ``tint`` name entries of the style sheet, ``""`` for none; ``border`` names a 花边."""

    line: str = ""
    tint: str = ""
    border: str = ""


class Jump(NamedTuple):
    """下转: from its ``paragraph`` (counted from 1) on a story stands on ``page``, in a place of its own."""

    page: int
    paragraph: int
    span: Span
    place: Place | None = None
    legs: int | None = None


class Story(NamedTuple):
    """A story. ``weight`` 1 … 5 says how important it is.

    ``headline_form`` is ``auto``, ``above``, ``partial`` (above two of three legs: 串文题) or ``vertical`` (竖题).
    ``headline_breaks`` are the indices in ``headline.value`` of the breaks that the editor typed, each an ``|`` or a
    line end: they are law, and exactly these characters are not set. Without any the engine breaks by sense.
    ``headline_size`` is the least and the most; None leaves it to the style sheet. ``headline_face`` is a role of the
    faces' list, ``""`` for the style sheet's own; its span says where it was asked for.

    ``page`` and ``section`` say where it belongs in an issue whose pages the engine fills. ``jump`` is how the editor
    parts it; once the pages are built, each part is a story and ``part`` says which it is: 0 for a whole story.
    """

    id: str
    span: Span
    weight: int
    kicker: Text | None
    headline: Text | None
    deck: Text | None
    byline: Text | None
    body: tuple[Paragraph, ...]
    place: Place | None = None
    slot: str = ""
    legs: int | None = None
    writing: str = "horizontal"
    headline_form: str = "auto"
    headline_face: str = ""
    headline_size: tuple[Length, Length] | None = None
    box: BoxStyle | None = None
    locked: bool = False
    headline_breaks: tuple[int, ...] = ()
    headline_face_span: Span | None = None
    page: int | None = None
    section: Text | None = None
    jump: Jump | None = None
    part: int = 0


class Briefs(NamedTuple):
    """简讯: short items under one label, each opened by a ◆ that the engine adds."""

    id: str
    span: Span
    label: Text | None
    items: tuple[Paragraph, ...]
    place: Place | None = None
    slot: str = ""
    weight: int = 1
    box: BoxStyle | None = None
    locked: bool = False
    page: int | None = None
    section: Text | None = None


class Picture(NamedTuple):
    """A picture with its 图说. ``with_`` is the id of the story that it belongs to, or ``""``."""

    id: str
    span: Span
    path: Text
    caption: Text | None
    credit: Text | None
    with_: str
    focus: tuple[Fraction, Fraction]
    place: Place | None = None
    slot: str = ""
    frame: bool = False
    bleed: bool = False
    columns: int | None = None
    locked: bool = False
    page: int | None = None


class Advert(NamedTuple):
    """An advert: a PDF page or an image. ``filler`` may be used or left out by the make-up."""

    id: str
    span: Span
    path: Text
    pdf_page: int | None
    size: tuple[Length, Length] | None
    filler: bool
    place: Place | None = None
    slot: str = ""
    locked: bool = False
    page: int | None = None


Block = Story | Briefs | Picture | Advert


class PagePlan(NamedTuple):
    """One page as the editor asks for it. ``body`` names a body setting of the template, ``""`` its first, or ``auto``.

    ``credits`` are the 版务: what somebody did and who it was.
    """

    number: int
    span: Span
    section: Text
    template: str
    body: str
    credits: tuple[tuple[Text, Text], ...]
    blocks: tuple[Block, ...]
    writing: str = "horizontal"


class Spread(NamedTuple):
    """版面: 自动: every block in the order of the file, for the engine to spread over the issue's pages.

    ``sections`` names pages by number, ``section`` those that neither it nor their stories name.
    """

    blocks: tuple[Block, ...]
    sections: tuple[tuple[int, Text], ...] = ()
    section: Text | None = None
    jumps: bool = False


class Issue(NamedTuple):
    """A newspaper issue. ``names`` are the people and titles whose names a headline never cuts.

    Where the engine spreads the blocks over the pages, ``spread`` holds them all and ``pages`` those with a page.
    """

    file: str
    paper: Text | None
    date: date
    style: str
    press: str
    names: tuple[str, ...]
    pages: tuple[PagePlan, ...]
    spread: Spread | None = None
