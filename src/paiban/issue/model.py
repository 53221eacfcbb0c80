"""The issue as data: what layout staff asked for, decoded, with the place of everything in its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from paiban.grid import GridRect
from paiban.span import Anchor, Span, Text
from paiban.template import Margins, PageForm
from paiban.units import Length
from paiban.value import NamedTuple


class Place(NamedTuple):
    """A rectangle of the page's grid, and where the editor wrote it."""

    rect: GridRect
    span: Span


class Paragraph(NamedTuple):
    """One paragraph of copy.

    ``kind`` is its role: ``body``, ``crosshead`` (小标题; its ``## `` is not part of ``text``) or what a paragraph
    style makes of it (``issue.fences``).

    ``align`` is how the editor wants it aligned, ``""`` for its role's; ``indent`` counts the em that it is set in.
    ``white`` rows stand above it. ``prefix`` is a sign of the engine's own before it, ``label`` counts the characters
    of one that was typed. The ``first`` of a stretch begins another poem or list.
    """

    kind: str
    text: Text
    align: str = ""
    indent: int = 0
    white: int = 0
    prefix: str = ""
    label: int = 0
    first: bool = False

    def rewritten(self, change: Callable[[Text], Text]) -> Paragraph:
        """The paragraph with its copy as ``change`` gives it."""
        return self._replace(text=change(self.text))


class LegsForm(NamedTuple):
    """How rows of a table or a list are set: in ``legs`` beside each other, None where the engine may choose."""

    legs: int | None = None


class BoxStyle(NamedTuple):
    """加框: ``line`` and ``tint`` name entries of the style sheet, ``""`` for none; ``border`` names a 花边."""

    line: str = ""
    tint: str = ""
    border: str = ""


class Jump(NamedTuple):
    """下转: from its ``paragraph`` (counted from 1) on a block stands on ``page``, in a place of its own.

    ``sited`` says that such a place was typed, be it a good one or not.
    """

    page: int
    paragraph: int
    span: Span
    place: Place | None = None
    legs: int | None = None
    sited: bool = False


class Block(NamedTuple):
    """One thing that stands on a page: what every stage may know of it, and its kind's own ``content``.

    ``kind`` names its kind, which alone knows what ``content`` and ``form`` are: what it says, and how it is to be set
    (None where the kind has no choice). ``weight`` 1 … 5 says how important it is. ``host`` is the id of the block that
    it belongs to and stays beside, or ``""``; ``upon`` says that it stands on that one, a picture (压图). A ``filler``
    may be used or left out, by the editor and by the make-up. ``apart`` are the ids of blocks that it must not touch.
    Blocks of one ``package`` (组稿) stand on one page, side by side; those ``elsewhere`` on other pages; one that was
    sold for a ``hand`` on a page that lies ``right`` or ``left``, for an ``edge`` at the
    ``outer`` side of its page or the ``inner`` one. It stands ``before`` others: on an earlier page,
    above them, or as high and earlier along the line.
    ``dress`` names how its head is dressed, ``colour`` the colour of its type, ``""`` for plainly and for that of each
    role.

    ``page`` and ``section`` say where it belongs in an issue whose pages the engine fills. ``jump`` is how the editor
    parts it; once the pages are built, each part is a block and ``part`` says which it is: 0 for a whole one. ``sited``
    says that the editor gave it a place, be it one that can stand or not. One that ``crowns`` its page stands there
    instead of the running head. ``wrap`` says how copy runs round it in the block that it belongs to (绕排): ``box``,
    ``contour``, or ``""`` where it takes whole legs; it may be narrower than its place, of a ``width`` in Lengths or as
    a share, at the place's ``side``. A ``plain`` one is never put on a ground by make-up: the editor said that
    it has no box, or no tint.
    """

    id: str
    kind: str
    span: Span
    content: Any
    form: Any = None
    place: Place | None = None
    slot: str = ""
    weight: int = 1
    box: BoxStyle | None = None
    locked: bool = False
    page: int | None = None
    section: Text | None = None
    host: str = ""
    filler: bool = False
    jump: Jump | None = None
    part: int = 0
    sited: bool = False
    apart: tuple[str, ...] = ()
    package: str = ""
    elsewhere: tuple[str, ...] = ()
    hand: str = ""
    edge: str = ""
    before: tuple[str, ...] = ()
    crowns: bool = False
    dress: str = ""
    colour: str = ""
    upon: bool = False
    wrap: str = ""
    width: Length | Fraction | None = None
    side: str = "left"
    plain: bool = False

    @property
    def boxed(self) -> bool:
        """Whether it has an outline or a tint of its own."""
        return self.box is not None

    @property
    def waits(self) -> bool:
        """Whether it stands nowhere because it need not (待用): a filler that has no place."""
        return self.filler and self.place is None and not self.slot


def kept_still(blocks: Sequence[Block]) -> frozenset[str]:
    """The blocks that a make-up leaves as they stand (锁定): those that are locked, and what has a place of its own and
    belongs to one of them, as its picture does and what stands upon that."""
    still = frozenset(block.id for block in blocks if block.locked and (block.place is not None or block.slot))
    guests = [block for block in blocks if block.place is not None]
    while more := {block.id for block in guests if block.host in still} - still:
        still |= more
    return still


class IssuePage(NamedTuple):
    """One page as the editor asks for it. ``body`` names a body setting of the template, ``""`` its first, or ``auto``.

    ``credits`` are the 版务: what somebody did and who it was. A ``spread`` (跨版) is this page and the next, folded
    before its column ``fold``; 0 where its template is not known, and for a single page.
    ``tint`` is the colour that the whole page stands on, ``""`` for the paper's own. ``head``, ``furniture`` and
    ``margins`` are what it has otherwise than its template, as ``PageForm`` says.
    """

    number: int
    span: Span
    section: Text
    template: str
    body: str
    credits: tuple[tuple[Text, Text], ...]
    blocks: tuple[Block, ...]
    writing: str = "horizontal"
    spread: bool = False
    fold: int = 0
    tint: str = ""
    head: str = "template"
    furniture: bool = True
    margins: Margins = Margins()

    @property
    def form(self) -> PageForm:
        """How it uses its template."""
        return PageForm(self.spread, self.crowned, self.right_hand, self.head, self.furniture, self.margins)

    @property
    def right_hand(self) -> bool:
        """Whether it lies at the right of its double page: an odd one, whichever way its lines run, since a paper is
        bound on one side; of a spread that one reads from there the even one."""
        return (self.number % 2 == 1) != (self.spread and self.writing == "vertical")

    def side_of(self, block: Block) -> str:
        """The side of the page at which a block was sold its place, ``""`` where it was sold none: the outer ones of a
        spread are both its sides."""
        if self.spread or not block.edge:
            return ""
        return "right" if self.right_hand == (block.edge == "outer") else "left"

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the pages that it is."""
        return (self.number, self.number + 1) if self.spread else (self.number,)

    @property
    def called(self) -> str:
        """What it is called: its number, of a spread (跨版) both, as its file has them."""
        return "-".join(map(str, self.numbers))

    def number_at(self, place: Place | None) -> int:
        """The number of the page on which a block begins that has a ``place`` on it: of a spread that of the half where
        its lines begin, the first one's where it has no place.
        """
        if place is None or not self.fold:
            return self.number
        from_right = self.writing == "vertical"
        beyond = place.rect.end_column > self.fold if from_right else place.rect.column >= self.fold
        return self.number + (beyond != from_right)

    @property
    def crowned(self) -> bool:
        """Whether a block stands instead of the running head, as the nameplate (报头) of a front page does."""
        return any(block.crowns for block in self.blocks)


class Quota(NamedTuple):
    """限量: how many stories a page has, the least and the most, in all and of ``sections``; None for any number."""

    stories: tuple[int, int] | None
    sections: tuple[tuple[str, tuple[int, int]], ...]
    span: Span

    def off(self, sections: Sequence[str]) -> int:
        """By how many stories a page misses it that has stories of these sections."""
        limits = [(len(sections), self.stories), *((sections.count(name), limit) for name, limit in self.sections)]
        return sum(max(limit[0] - count, count - limit[1], 0) for count, limit in limits if limit is not None)


class CopyPool(NamedTuple):
    """版面: 自动: every block in the order of the file, for the engine to allot to the issue's pages.

    ``sections`` names pages by number, ``section`` those that neither it nor their stories name. ``quotas`` say by
    number how many stories pages have.
    """

    blocks: tuple[Block, ...]
    sections: tuple[tuple[int, Text], ...] = ()
    section: Text | None = None
    jumps: bool = False
    quotas: tuple[tuple[int, Quota], ...] = ()


class FirstIssue(NamedTuple):
    """创刊: the issue from which the others are counted, its ``number``, the weekdays (1 is Monday) on which one comes
    out, and the days ``closed`` on which none did.
    """

    day: date
    number: int
    weekdays: tuple[int, ...]
    closed: tuple[date, ...]


class Imprint(NamedTuple):
    """What a nameplate says of the paper and the day: 刊号, 天气, 定价, 网址, how many pages, where the count began."""

    registration: Text | None = None
    weather: Text | None = None
    price: Text | None = None
    web: Text | None = None
    pages: int | None = None
    first: FirstIssue | None = None


class Issue(NamedTuple):
    """A newspaper issue. ``names`` are the people and titles whose names a headline never cuts; ``number`` is its 期号.

    Where the engine allots the blocks to the pages, ``pool`` holds them all and ``pages`` those with a page.
    ``anchors`` say where the blocks, whose places are counted from their own first lines, begin in the file. ``keys``
    is the language that the keys of the file are in. ``glyphs`` are characters that are drawn, each with the words that
    name the drawing and its file. ``home`` is the folder of the paper's file that it extends.
    """

    file: str
    paper: Text | None
    date: date
    style: str
    press: str
    names: tuple[str, ...]
    pages: tuple[IssuePage, ...]
    pool: CopyPool | None = None
    number: Text | None = None
    anchors: Mapping[str, Anchor] = {}
    keys: str = ""
    imprint: Imprint = Imprint()
    glyphs: Mapping[str, tuple[Text, Path]] = {}
    home: Path | None = None
