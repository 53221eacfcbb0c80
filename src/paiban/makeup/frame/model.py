"""A made-up page: every block in its place with its lines dealt out to legs, and how its copy fitted.

Stories are kept on their own logical axes: *inline* along the line, *block* across lines, both from the corner where
reading starts. ``compose`` alone turns them into x and y.
"""

# Annotations are evaluated here: a NamedTuple compiles those that are strings, at a tenth of a millisecond a class.

from typing import NamedTuple

from paiban.display import Rect
from paiban.galley.head import Head
from paiban.grid import Grid, GridRect
from paiban.issue import Advert, Briefs, PagePlan, Picture, Story
from paiban.span import Text
from paiban.text import LineRange, Prepared
from paiban.units import Length


class Leg(NamedTuple):
    """One leg of a story: its inline start and measure, and the rows (0 is the frame's first) that it may fill."""

    start: Length
    measure: Length
    rows: tuple[int, ...]


class PlacedLine(NamedTuple):
    """A line of copy in a leg and row, broken at the leg's measure."""

    role: str
    prepared: Prepared
    line: LineRange
    leg: int
    row: int


class PlacedHead(NamedTuple):
    """A head block and the room that it stands in: ``inline`` start and extent, ``block`` start and extent."""

    head: Head
    inline: Length
    inline_extent: Length
    block: Length
    block_extent: Length


class Fit(NamedTuple):
    """How a block's copy fitted: lines it has and lines there is room for, and what is over or short.

    ``levers`` names each lever used with its amount, in the order of the rule book.
    """

    block: str
    columns: int
    legs: int
    lines: int
    room: int
    characters: int
    over_lines: int = 0
    over_characters: int = 0
    short_lines: int = 0
    short_characters: int = 0
    levers: tuple[tuple[str, int], ...] = ()

    @property
    def exact(self) -> bool:
        """Whether nothing is over or short."""
        return not self.over_lines and not self.short_lines


class PlacedStory(NamedTuple):
    """A story on the page. ``left_over`` are the copy ranges that found no room."""

    source: Story
    place: GridRect
    head: PlacedHead | None
    legs: tuple[Leg, ...]
    lines: tuple[PlacedLine, ...]
    white_above: int
    inset: Length
    fit: Fit
    left_over: tuple[tuple[Text, int], ...] = ()


class PlacedBriefs(NamedTuple):
    """A rail of briefs on the page; its label stands in the first ``label_rows`` rows."""

    source: Briefs
    place: GridRect
    label_rows: int
    legs: tuple[Leg, ...]
    lines: tuple[PlacedLine, ...]
    white_above: int
    inset: Length
    fit: Fit
    left_over: tuple[tuple[Text, int], ...] = ()


class PlacedPicture(NamedTuple):
    """A picture on the page: its rectangle there, the part of the file that shows, its caption's lines at that width.

    The credit ends the caption's last line, or where that has no room for it has ``credit_below`` lines of its own.
    """

    source: Picture
    place: GridRect
    rect: Rect
    crop: tuple[float, float, float, float]
    caption: Prepared | None
    caption_lines: tuple[LineRange, ...]
    credit: Prepared | None
    credit_below: int
    white_above: int

    @property
    def cropped(self) -> int:
        """What the place cuts off, in per cent of the picture."""
        left, top, right, bottom = self.crop
        return round(100 * (1 - (right - left) * (bottom - top)))


class PlacedAdvert(NamedTuple):
    """An advert on the page."""

    source: Advert
    place: GridRect
    white_above: int


Placed = PlacedStory | PlacedBriefs | PlacedPicture | PlacedAdvert


class Makeup(NamedTuple):
    """One page, made up."""

    plan: PagePlan
    grid: Grid
    blocks: tuple[Placed, ...]
    fits: tuple[Fit, ...] = ()
