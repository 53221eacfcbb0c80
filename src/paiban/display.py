"""The page as a display list: the one thing that an output sees.

Axes: x to the right, y down, both Lengths from the trim's top left corner. Items stand in painting order. Colours are
CMYK in per cent; what is solid black overprints and all else knocks out, which is the output's to carry out.
"""

from __future__ import annotations

from collections.abc import Mapping

from paiban.markup import parse
from paiban.span import Anchor, Span, Text
from paiban.units import Length
from paiban.value import NamedTuple

Polygon = tuple[tuple[Length, Length], ...]
"""Its corners as x and y; the last side leads back to the first."""

Outline = tuple[Polygon, ...]
"""What copy keeps clear of."""


class Colour(NamedTuple):
    """A CMYK colour, each ink in per cent (0 … 100)."""

    c: float
    m: float
    y: float
    k: float


BLACK = Colour(0, 0, 0, 100)
PAPER = Colour(0, 0, 0, 0)


class Rect(NamedTuple):
    """A rectangle by its left, top, right and bottom edges."""

    x0: Length
    y0: Length
    x1: Length
    y1: Length

    @property
    def width(self) -> Length:
        return self.x1 - self.x0

    @property
    def height(self) -> Length:
        return self.y1 - self.y0


SOLID_SIGNS = frozenset("■◆●▲▼★")
"""Signs without a stroke: they print in several inks, or reversed, at any size, as an area does. □ and ◇ do not."""


class GlyphRun(NamedTuple):
    """Glyphs of one face at one size and colour, each at its own place.

    ``xs`` and ``ys`` are the glyph origins on the page. ``texts`` holds the copy that each glyph stands for: the whole
    cluster's on its first glyph and ``""`` on the others. ``quarter_turn`` turns every glyph 90° clockwise about its
    origin (Latin in vertical lines); ``condense`` is its width in thousandths of natural (纵中横).
    """

    face: str
    size: Length
    colour: Colour
    glyphs: tuple[int, ...]
    xs: tuple[Length, ...]
    ys: tuple[Length, ...]
    texts: tuple[str, ...]
    quarter_turn: bool = False
    condense: int = 1000


class Rule(NamedTuple):
    """A straight line of ``weight`` between two points; ``dash`` alternates on and off lengths.

    ``block`` is whose it is, here and below; ``""`` for the page's own furniture.
    """

    x0: Length
    y0: Length
    x1: Length
    y1: Length
    weight: Length
    colour: Colour = BLACK
    dash: tuple[Length, ...] = ()
    block: str = ""


class Path(NamedTuple):
    """A filled outline: ``("M"|"L"|"C"|"Z", points…)`` steps in page axes.

    With a ``weight`` a line so thick, round at its corners, runs along its middle: the contour (勾边) of a letter that
    stands on it. Such a contour knocks out even where it is solid black.
    """

    steps: tuple[tuple[str, tuple[Length, ...]], ...]
    fill: Colour
    block: str = ""
    weight: Length = 0


class Line(NamedTuple):
    """One line of type: its runs, and the range of copy that they set.

    ``x``, ``y`` is where the line begins on its baseline (horizontal) or on its centre axis (vertical). ``advance`` is
    what it fills and ``measure`` what it had; where ``justified`` the two are equal. ``dropped`` lists the indices of
    ``copy`` in ``start`` … ``end`` that are deliberately not drawn: typed spaces that became a gap or stand at a break,
    and the marks of markup.

    ``prefix`` and ``suffix`` are drawn by the engine and are no copy: the ◆ of a brief in the first run, the hyphen of
    a parted word in the last of the ``body`` runs. Runs after those set what stands beside the line: ``notes`` gives
    for each, in order, the range of copy that it sets (ruby). ``decorations`` are dots and lines beside the text.
    """

    role: str
    block: str
    leg: int
    copy: Text
    start: int
    end: int
    x: Length
    y: Length
    advance: Length
    measure: Length
    justified: bool
    vertical: bool
    runs: tuple[GlyphRun, ...]
    natural: Length = 0
    dropped: tuple[int, ...] = ()
    prefix: str = ""
    suffix: str = ""
    notes: tuple[tuple[int, int], ...] = ()
    decorations: tuple[Rule | Path, ...] = ()

    @property
    def words(self) -> str:
        """The copy of the line as it is read: without mark-up and ruby, with the spaces that became a gap."""
        value = self.copy.value
        if not self.dropped and not self.notes:
            return value[self.start : self.end]
        signs = {*parse(value).dropped} & {*self.dropped}
        away = signs.union(*(range(*note) for note in self.notes))
        return "".join([value[index] for index in range(self.start, self.end) if index not in away])

    @property
    def body(self) -> tuple[GlyphRun, ...]:
        """The runs of the line itself, without what is set beside it."""
        return self.runs[: len(self.runs) - len(self.notes)]


class Box(NamedTuple):
    """A filled or stroked rectangle; a stroke lies inside its edges. ``radius`` rounds its corners.

    ``ground`` says that a run of one line stands on it (反白), whose line goes on beyond it: it is no place for type.
    """

    rect: Rect
    fill: Colour | None = None
    stroke: Colour | None = None
    weight: Length = 0
    radius: Length = 0
    block: str = ""
    ground: bool = False


class Picture(NamedTuple):
    """An image file placed in ``rect``, showing the part ``crop`` of it (left, top, right, bottom as 0 … 1).

    ``delivered`` says that it is an advert, which is printed as it came. Only what lies in ``clip`` is painted, a
    polygon whose corners are counted from the rectangle's top left; all of it where there is none.
    """

    block: str
    path: str
    rect: Rect
    crop: tuple[float, float, float, float]
    span: Span | None = None
    delivered: bool = False
    clip: Polygon = ()


class Artwork(NamedTuple):
    """A page of a PDF file placed in ``rect`` as it is (an advert); ``chosen`` says that the editor named the page.

    ``rect`` is where its trim stands. ``mend`` says that the file may be mended before it is placed; ``booked`` is the
    size that was sold, if it is known; ``bleed`` how far it is shown beyond ``rect`` at left, top, right and foot.
    """

    block: str
    path: str
    page: int
    rect: Rect
    span: Span | None = None
    chosen: bool = True
    mend: bool = False
    booked: tuple[Length, Length] | None = None
    bleed: tuple[Length, Length, Length, Length] = (0, 0, 0, 0)


Item = Line | Rule | Box | Path | Picture | Artwork


class Frame(NamedTuple):
    """The rectangle that a block of the page owns, for proofs and checks; it paints nothing.

    ``host`` is the block that it belongs to, and may stand in or on, ``""`` for none.
    """

    block: str
    kind: str
    rect: Rect
    host: str = ""


class Page(NamedTuple):
    """One finished page.

    ``width`` × ``height`` is the trim; ``type_area`` the 版心; ``baselines`` the y of each grid line; ``columns`` the
    left and right edge of each basic column. ``anchors`` say where the blocks, from which copy counts its lines, begin
    in the issue file. ``fold`` is where a spread is folded, from its left edge; 0 for a single page.
    ``from_right``: its first page is the right one.
    """

    number: int
    section: str
    title: str
    width: Length
    height: Length
    bleed: Length
    type_area: Rect
    baselines: tuple[Length, ...]
    frames: tuple[Frame, ...]
    items: tuple[Item, ...]
    columns: tuple[tuple[Length, Length], ...] = ()
    anchors: Mapping[str, Anchor] = {}
    fold: Length = 0
    from_right: bool = False

    @property
    def numbers(self) -> str:
        """The page's number, a spread's two as ``2-3``."""
        return f"{self.number}-{self.number + 1}" if self.fold else f"{self.number}"
