"""What the search is given and what it gives back: integers, in columns and rows of the grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from paiban.grid import GridRect
from paiban.language import Words
from paiban.makeup.frame.model import Traits
from paiban.template import Costs

USUAL = Costs()


@dataclass(frozen=True, slots=True)
class Shape:
    """One rectangle that a block can fill.

    ``rows`` is its natural height; every whole height from ``rows_min`` to ``rows_max`` can be reached honestly, by
    copy fitting and the white that a page may absorb. ``key`` is the caller's own and comes back untouched. ``cost`` is
    what the composition itself thinks of the shape at its natural height (size off target, lines of a headline, crop).

    A horizontal headline covers ``headline_rows`` rows from the top over ``headline_columns`` (from, to: columns of
    the shape, end exclusive); a headline that does not reach a side of the shape cannot butt against a neighbour there.
    ``form`` is ``above``, ``vertical`` (竖题), ``upright`` (the headline of vertical copy) or ``none``; ``legs`` the
    legs of the body, 0 for what has none. ``gutters`` lists the column boundaries inside the shape along which white
    parts its legs or its picture all the way to its foot; those that a horizontal headline covers are closed by it. A
    ``boxed`` shape (加框) parts its headline from the neighbours'. ``picture`` says where its picture stands:
    ``above``, ``left`` or ``right`` of its copy, or ``inside`` it; ``""`` for none; it has ``picture_columns`` and
    ``picture_rows``. A ``firm`` shape is never given more rows than it reaches. ``ground`` says what make-up itself
    puts a story on, as the page's second centre: ``tint`` or ``line``; ``none`` where it might and does not.
    """

    columns: int
    rows_min: int
    rows: int
    rows_max: int
    key: int = 0
    cost: float = 0.0
    form: str = "none"
    headline_rows: int = 0
    headline_columns: tuple[int, int] = (0, 0)
    headline_size: int = 0
    legs: int = 0
    gutters: tuple[int, ...] = ()
    boxed: bool = False
    picture: str = ""
    picture_columns: int = 0
    picture_rows: int = 0
    firm: bool = False
    ground: str = ""

    @property
    def open_gutters(self) -> tuple[int, ...]:
        """The boundaries inside the shape along which white runs from its head to its foot."""
        if self.form != "above":
            return self.gutters
        start, end = self.headline_columns
        return tuple(b for b in self.gutters if not start < b < end)

    def headline_at(self, side: int) -> bool:
        """Whether a horizontal headline reaches the left (0) or right (1) side at the shape's head: a box parts it from
        what stands there, and under a picture it stands lower."""
        if self.form != "above" or self.boxed or self.picture == "above":
            return False
        start, end = self.headline_columns
        return start == 0 if side == 0 else end == self.columns


@dataclass(frozen=True, slots=True)
class BlockChoices:
    """A block and all the shapes that it can take.

    ``fixed`` is the editor's place and kept exactly; ``previous`` where the block stood last time, which it costs to
    leave. A ``filler`` may be left out. ``weight`` 1 … 5 says how important a story is. It must not touch the blocks
    ``apart``; those of one ``package`` stand together, and it ``before``
    others. One with a ``side``, ``left`` or ``right``, reaches that side of the page.
    """

    id: str
    traits: Traits
    weight: int
    shapes: tuple[Shape, ...]
    fixed: GridRect | None = None
    previous: GridRect | None = None
    filler: bool = False
    apart: tuple[str, ...] = ()
    package: str = ""
    side: str = ""
    before: tuple[str, ...] = ()

    def may_reach(self, column: int, end: int, columns: int) -> bool:
        """Whether it may stand over the columns from one to before another, of so many of the page."""
        return not self.side or (column == 0 if self.side == "left" else end == columns)


@dataclass(frozen=True, slots=True)
class Problem:
    """A page to be made up, and what its plans pay.

    ``white_above`` is the number of rows that every shape counts as white at its top and that fall away at the head of
    the page. On a ``vertical_page`` reading starts at the top right.
    """

    columns: int
    rows: int
    blocks: tuple[BlockChoices, ...]
    costs: Costs = USUAL
    white_above: int = 0
    vertical_page: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """A block in its place. ``rows`` is the height it gets; ``strain`` how many rows that is over (−) or short (+).

    A strain is only seen where no honest page was found: its copy is cut (−) or filled (+) by so many rows.
    """

    block: str
    shape: Shape
    column: int
    row: int
    rows: int
    strain: int = 0
    traits: Traits = field(default_factory=Traits)
    weight: int = 1

    @property
    def rect(self) -> GridRect:
        return GridRect(self.column, self.row, self.shape.columns, self.rows)

    @property
    def picture(self) -> GridRect | None:
        """About where its picture stands: its own rectangle where it is one, as far as its shape tells where not."""
        shape = self.shape
        if self.traits.high:
            return self.rect
        if not shape.picture:
            return None
        others = shape.columns - shape.picture_columns
        before = {"right": others, "inside": others // 2}
        start = before.get(shape.picture, 0)
        first, last = shape.headline_columns
        beside = last > 0 and (start >= last or start + shape.picture_columns <= first)
        head = 0 if shape.picture == "above" or shape.form == "vertical" or beside else shape.headline_rows
        down = self.rows - shape.picture_rows if shape.form == "upright" and shape.picture != "above" else head
        column = self.column + start
        return GridRect(column, self.row + down, shape.picture_columns, shape.picture_rows)


@dataclass(frozen=True, slots=True)
class Plan:
    """A made-up page: placements in reading order, its score (less is better), the score by term, and the faults left.

    ``terms`` sums to ``score``. ``faults`` counts the rules of the page that the plan breaks, by name, and ``breaches``
    is what they cost, blocks that do not fill their places with them. ``lost`` counts lines of copy that keep the page
    from the press. ``idea`` is what the page is called by, where it shows one.
    """

    placements: tuple[Placement, ...]
    score: float
    terms: Mapping[str, float]
    faults: Mapping[str, int]
    breaches: float = 0.0
    lost: int = 0
    idea: Words | None = None

    @property
    def rank(self) -> tuple[int, float, float]:
        """What plans are compared by: printable before the rules of the page, rules before looks."""
        return self.lost, self.breaches, self.score

    @property
    def beyond(self) -> int:
        """The cells that its blocks take beyond what they can give up."""
        return sum(max(0, -each.strain) * each.shape.columns for each in self.placements)

    @property
    def clean(self) -> bool:
        """Whether a plan can be printed, breaks no rule, and reaches every height by copy fitting."""
        return not (self.lost or self.faults or any(placement.strain for placement in self.placements))
