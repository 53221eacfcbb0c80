"""Shape curves: every honest form of a story, from real line breaks, as the integers that the search reads.

A shape's rows are computed exactly as ``place`` and ``fit`` will set it: the head block in whole rows, the body's lines
at that measure over the legs, the white row above, the rows of a box. Its reach is what the levers can do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from paiban.galley.galley import Galley
from paiban.galley.head import STRIP_LINES, Head, HeadMaker, HeadOption, head_options, lost_cost, vertical_head
from paiban.grid import Grid
from paiban.issue import Block
from paiban.kinds.story.model import Story
from paiban.kinds.story.room import head_maker, logo_beside, partial_legs, strip_of, surround
from paiban.makeup.frame.fit import CopyArea, whole_ems
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import CLEAR_ROWS, WHITE_ROWS, Surround
from paiban.makeup.propose.kind import LEAST_LEG, MEASURE_EM, MOVED_COST, Hosted, anywhere, picture_side
from paiban.makeup.search import Shape
from paiban.units import PER_PT, Length
from paiban.value import NamedTuple

FORM_COSTS = {"above": 0.0, "partial": 0.6, "vertical": 0.4}
"""竖题 and 串文题 are spices: they cost a little."""

HEAPED_COST = 5.0
"""A 竖题 of more lines than look well serves where the page has no other room."""

GUEST_COST = 10.0
"""A guest's height off its own by a tenth costs one: so much of a picture is cropped."""

MANY_COLUMNS = 5
"""From so many columns on, a story may be recut into two legs fewer."""

ROWS_AROUND = 7
"""How far from its likely height a shape is looked for, in rows."""

INSIDE_LEGS = 2
"""A guest in the middle of a story stands in so many of its legs."""

LEAST_UNDER = 6
"""Under a guest a leg has at least so many rows, or none: fewer are a slip."""

OVER = 20
"""A line that finds no room is as bad as so many that are short."""

GUEST_OFF = 2
"""A guest's row off its own height is as bad as so many short lines."""

MOST_SHORT, SHORT_COST = 8, 4.0
"""So many lines at most may head and copy be short of a picture that they stand beside, and what each costs."""

FURTHEST = 4
"""Tracking moves the end of a line of narrow letters by so many times as much as that of a line of Han."""

RECUT_COST = 0.1
"""破栏 likewise, against plain basic columns."""


BESIDE = {"before": "left", "after": "right"}
"""Where a guest stands that is beside all of a story, as a page shows it."""


class ShapeForm(NamedTuple):
    """How a shape is to be set: what the search's ``key`` stands for.

    ``guest_columns`` of a story's columns carry its guest, at the ``side`` (``left``, ``right``), ``inside`` it or
    ``above`` all; ``before`` and ``after`` it the guest stands beside head and copy, from their head to their foot.
    """

    legs: int
    headline_form: str = "above"
    side: str = ""
    guest_columns: int = 0

    @property
    def within(self) -> bool:
        """Whether the guest stands among the legs."""
        return self.side in ("left", "right", "inside")

    @property
    def beside(self) -> bool:
        """Whether the guest stands beside all of the story."""
        return self.side in BESIDE

    def copy_columns(self, columns: int) -> int:
        """The columns of head and copy in a shape of so many."""
        return columns - self.guest_columns if self.beside else columns


class Solution(NamedTuple):
    """How a story with a given shape comes out at one height: rows of head, guest and body, and its cost."""

    head_rows: int
    guest_rows: int
    body_rows: int
    cost: float


class GuestHeight(NamedTuple):
    """A height in rows that guests may take in a form, what it costs, whether copy stands below them, and how many
    lines of copy run round those that are narrower than their columns (绕排)."""

    rows: int
    cost: float = 0.0
    over_copy: bool = False
    lines_beside: int = 0


@dataclass(slots=True)
class StoryCurve:
    """One story's counts, each measure broken once, and each height of its guests looked at once.

    A form in which every head is parted against the sense is none, but where the story has no other (``any_break``);
    nor is one that its copy does not fill (``any_fill``).
    """

    block: Block
    galley: Galley
    heads: HeadMaker | None
    kit: PageKit
    counts: dict[tuple[Length, int], int] = field(default_factory=dict)
    lines_of: dict[tuple[int, int], list[tuple[Length, int]]] = field(default_factory=dict)
    options: dict[Length, tuple[HeadOption, ...]] = field(default_factory=dict)
    strips: dict[int, Head | None] = field(default_factory=dict)
    guests: dict[tuple[int, bool], tuple[GuestHeight, ...]] = field(default_factory=dict)
    least_leg: int = LEAST_LEG
    any_break: bool = False
    any_fill: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        """What was counted goes to another process, not what a line makes again (its heads)."""
        ways = self.least_leg, self.any_break, self.any_fill
        return counted_curve, (self.block, self.galley, self.kit, self.counts, self.lines_of, self.guests, ways)

    @property
    def story(self) -> Story:
        """What the story says."""
        story: Story = self.block.content
        return story

    @property
    def step(self) -> int:
        """Its lines stand on every so many rows."""
        return self.story.copy_rows

    def lines_opened(self, measure: Length) -> int:
        """About how many lines of a measure its author's portrait takes the room of."""
        if self.story.portrait is None:
            return 0
        from paiban.kinds.story.art import portrait_opening  # noqa: PLC0415  few stories have any

        across, rows = portrait_opening(self.story, measure, self.kit)
        return -(-rows * min(across, measure) // (self.step * measure))

    @property
    def around(self) -> Surround:
        """What the story's frame keeps around its copy."""
        return surround(self.block, self.kit)

    def lines(self, measure: Length) -> tuple[int, int, int]:
        """(fewest, natural, most) lines at a measure, within the tracking that copy fitting may use."""
        limit = self.kit.limit
        return self.count(measure, -limit), self.natural(measure), self.count(measure, limit)

    def natural(self, measure: Length) -> int:
        """Lines at a measure, as they come."""
        return self.count(measure, 0)

    def count(self, measure: Length, tracking: int) -> int:
        """Lines at a measure, tracked."""
        key = measure, tracking
        if key not in self.counts:
            self.counts[key] = sum(self.each(measure, tracking))
        return self.counts[key]

    def each(self, measure: Length, tracking: int) -> tuple[int, ...]:
        """Every paragraph's lines at a measure, tracked."""
        return tuple([self.lines_in(index, measure, tracking) for index in range(len(self.galley.paragraphs))])

    def lines_in(self, index: int, measure: Length, tracking: int) -> int:
        """One paragraph's lines at a measure, tracked; as many at a narrower as at a wider are as many between."""
        known = self.lines_of.setdefault((index, tracking), [])
        at = bisect_left(known, (measure,))
        if at < len(known) and known[at][0] == measure:
            return known[at][1]
        between = 0 < at < len(known) and known[at - 1][1] == known[at][1]
        lines = known[at][1] if between else self.galley.paragraphs[index].count(measure, tracking)
        known.insert(at, (measure, lines))
        return lines

    def known(self, measure: Length) -> Iterator[tuple[Length, int]]:
        """The next narrower and the next wider measure at which the lines are known, and how many they are there."""
        if (measure, 0) not in self.counts:
            measures = [known for known, tracking in self.counts if not tracking]
            for near in (max((m for m in measures if m < measure), default=None),
                         min((m for m in measures if m > measure), default=None)):  # fmt: skip
                if near is not None:
                    yield near, self.natural(near)

    def reaches(self, measure: Length, least: int, most: int) -> bool:
        """Whether its copy can be set in ``least`` to ``most`` lines of a measure.

        Tracking gains or loses a line a paragraph at most: what is further off is not counted tracked; nor is what is
        further off at a measure that is known, than which this one can only take more lines, or fewer.
        """
        reach = len(self.galley.paragraphs)
        for known, lines in self.known(measure):
            if (lines - reach > most) if known > measure else (lines + reach < least):
                return False
        natural = self.natural(measure)
        if natural > most:
            return natural - reach <= most and self.moves(measure, -1, natural - most)
        return natural >= least or (natural + reach >= least and self.moves(measure, 1, least - natural))

    def moves(self, measure: Length, way: int, asked: int) -> bool:
        """Whether tracking takes away (``way`` −1) or adds (1) so many lines.

        One paragraph after another is counted, until enough lines have moved or those that are left cannot move enough.
        """
        limit = self.kit.limit
        may = [
            0 if self.stays(index, measure, way) else 1 + lines * limit // 1000
            for index, lines in enumerate(self.each(measure, 0))
        ]
        moved, left = 0, sum(may)
        for index, most in enumerate(may):
            if moved >= asked or moved + left < asked:
                break
            if not most:
                continue
            moved += way * (self.lines_in(index, measure, way * limit) - self.lines_in(index, measure, 0))
            left -= most
        return moved >= asked

    def stays(self, index: int, measure: Length, way: int) -> bool:
        """Whether tracking cannot move a line of a paragraph, as is known where it has as many at a measure that is
        wider, or narrower, by more than tracking makes of the narrowest characters."""
        known, beyond = self.lines_of[index, 0], FURTHEST * self.kit.limit * measure // 1000
        lines = self.lines_in(index, measure, 0)
        if way < 0:
            at = bisect_left(known, (measure + beyond,))
            return at < len(known) and known[at][1] == lines
        at = bisect_right(known, (measure - beyond, lines + 1))
        return at > 0 and known[at - 1][1] == lines

    def head(self, span: Length) -> tuple[HeadOption, ...]:
        """The heads that fit a span beside the story's logo, best first; of a vertical story, its height."""
        if span not in self.options:
            upright = self.story.vertical
            beside = logo_beside(self.block.content, upright, self.kit)
            self.options[span] = head_options(self.heads, span - beside, 0, upright) if self.heads is not None else ()
        return tuple([option for option in self.options[span] if self.admits(option.head)])

    def admits(self, head: Head) -> bool:
        """Whether make-up may count with a head: the size gives way first, then the form, the sense never."""
        return self.any_break or not head.against

    def strip(self, rows: int) -> Head | None:
        """The headline as 竖题 beside ``rows`` rows of body, None where it does not fit."""
        if rows not in self.strips:
            grid = self.kit.grid
            assert self.heads is not None
            above = logo_beside(self.block.content, True, self.kit)
            self.strips[rows] = vertical_head(self.heads, rows * grid.leading - above, grid.column)
        strip = self.strips[rows]
        return strip if strip is not None and self.admits(strip) else None


def story_curve(block: Block, galley: Galley, kit: PageKit) -> StoryCurve:
    """A story ready for counting."""
    return StoryCurve(block, galley, head_maker(block, kit), kit)


def counted_curve(
    block: Block, galley: Galley, kit: PageKit, counts: Any, lines_of: Any, guests: Any, ways: tuple[int, bool, bool]
) -> StoryCurve:
    """A story of which another process counted so much."""
    curve = story_curve(block, galley, kit)
    curve.counts, curve.lines_of, curve.guests = counts, lines_of, guests
    curve.least_leg, curve.any_break, curve.any_fill = ways
    for (index, tracking), known in curve.lines_of.items():
        galley.paragraphs[index].learn(known, tracking)
    return curve


def story_forms(curve: StoryCurve, columns: int, illustrated: bool) -> Iterator[ShapeForm]:
    """Every form worth trying for a story over so many columns."""
    if curve.block.form.widths:
        yield from uneven_forms(curve.block.form.widths, columns)
        return
    if illustrated:
        yield from forms_with_guest(curve, columns)
        return
    yield from map(ShapeForm, leg_counts(curve.block, columns, curve.kit.grid))
    if columns > 1 and curve.heads is not None:
        yield ShapeForm(columns, "partial")
        if not (curve.story.kicker and curve.story.deck):
            yield ShapeForm(columns - 1, "vertical")


def forms_with_guest(curve: StoryCurve, columns: int) -> Iterator[ShapeForm]:
    """The forms of a story and its guest: above it, among its legs, beside it."""
    for legs in leg_counts(curve.block, columns, curve.kit.grid):
        yield ShapeForm(legs, side="above", guest_columns=columns)
        for guest_columns in range(1, columns) if legs == columns else ():
            yield ShapeForm(legs, side="left", guest_columns=guest_columns)
            yield ShapeForm(legs, side="right", guest_columns=guest_columns)
            if columns - guest_columns == partial_legs(columns):
                yield ShapeForm(legs, "partial", "right", guest_columns)
            if guest_columns == INSIDE_LEGS and columns > INSIDE_LEGS and columns % 2 == 0:
                yield ShapeForm(legs, side="inside", guest_columns=guest_columns)
    if not curve.around.boxed:
        yield from forms_beside(curve, columns)


def forms_beside(curve: StoryCurve, columns: int) -> Iterator[ShapeForm]:
    """The forms in which head and copy stand beside a guest that is as high as both."""
    for guest_columns in range(1, columns):
        for legs in leg_counts(curve.block, columns - guest_columns, curve.kit.grid):
            for side in BESIDE:
                yield ShapeForm(legs, side=side, guest_columns=guest_columns)


def uneven_forms(widths: Sequence[int], columns: int) -> Iterator[ShapeForm]:
    """The form of legs that are not alike: they take as many columns as they do."""
    if columns == sum(widths):
        yield ShapeForm(len(widths))
        yield ShapeForm(len(widths), "vertical")


def leg_counts(block: Block, columns: int, grid: Grid) -> Iterator[int]:
    """The leg counts worth trying in a span: as many as columns, and one or two fewer (破栏)."""
    em = block.content.copy_size or grid.size
    for legs in (columns, columns - 1, *([columns - 2] if columns >= MANY_COLUMNS else [])):
        if legs < 1 or block.form.legs not in (None, legs):
            continue
        if MEASURE_EM[0] * em <= grid.recut(grid.span(columns), legs) <= MEASURE_EM[1] * em:
            yield legs


def solve(curve: StoryCurve, columns: int, form: ShapeForm, company: Hosted | None, rows: int) -> Solution | None:
    """The best way to fill ``rows`` rows over ``columns`` columns in a form, or None where no lever reaches that."""
    inner = rows - curve.around.rows
    copy = copy_room(curve, columns, form, inner)
    best: Solution | None = None
    for head_rows, head_cost in head_choices(curve, copy, form, inner):
        foot = inner if head_legs(form) else inner - head_rows
        for guest_rows, guest_cost, over_copy, beside in guest_heights(curve, company, form):
            if (form.beside and guest_rows != rows - WHITE_ROWS) or (over_copy and guest_rows == foot):
                continue
            if form.within and not over_copy and guest_rows != foot:
                continue
            found = fill(curve, columns, form, copy, inner, head_rows, guest_rows, beside)
            if found is None:
                continue
            cost = head_cost + guest_cost + found[1]
            if best is None or cost < best.cost:
                best = Solution(head_rows, guest_rows, found[0], cost)
    return best


def head_choices(curve: StoryCurve, copy: CopyArea, form: ShapeForm, inner: int) -> Iterator[tuple[int, float]]:
    """(rows, cost) of the heads that a form may take."""
    if curve.heads is None:
        yield 0, 0.0
    elif form.headline_form == "vertical":
        strip = curve.strip(inner)
        if strip is not None:
            heaped = HEAPED_COST * (strip.main_lines > STRIP_LINES)
            yield 0, FORM_COSTS["vertical"] + lost_cost(strip, strip.span) + heaped
    else:
        for option in curve.head(copy.head_extent):
            yield option.rows, option.cost + FORM_COSTS[form.headline_form]


def copy_room(curve: StoryCurve, columns: int, form: ShapeForm, inner: int) -> CopyArea:
    """The inline room that a story's copy has over so many columns and ``inner`` rows: a 竖题 takes some of it."""
    kit, story = curve.kit, curve.story
    span = curve.around.measure(kit.grid.span(form.copy_columns(columns)))
    beside = form.headline_form == "vertical"
    head = curve.strip(inner) if beside else None
    span -= strip_of(story, head, kit) + kit.grid.gutter if head is not None else 0
    em = story.copy_size or kit.grid.size
    room = CopyArea(0, span, 0, 0, form.legs, kit.grid.gutter, head_legs=head_legs(form), em=em)
    return room if beside or curve.block.form.widths else whole_ems(room, curve.around)


def head_legs(form: ShapeForm) -> int:
    """How many legs the headline stands above, 0 for all."""
    return partial_legs(form.legs) if form.headline_form == "partial" else 0


def guest_heights(curve: StoryCurve, company: Hosted | None, form: ShapeForm) -> tuple[GuestHeight, ...]:
    """The heights that a story's guests may take in a form."""
    key = form.guest_columns, form.within
    if key not in curve.guests:
        curve.guests[key] = tuple(heights_of(curve, company, form))
    return curve.guests[key]


def heights_of(curve: StoryCurve, company: Hosted | None, form: ShapeForm) -> Iterator[GuestHeight]:
    """The same, counted."""
    if company is None:
        yield GuestHeight(0, over_copy=form.within)
        return
    for over_copy in (True, False) if form.within else (False,):
        guests = company.over_copy if over_copy else company
        least, natural, most = guests.rows(form.guest_columns)
        wide = guests.cost(form.guest_columns) if least <= most else 0.0
        for rows in range(least, most + 1):
            cost = wide + GUEST_COST * abs(rows - natural) / natural
            yield GuestHeight(rows, cost, over_copy, lines_beside(curve, form, company, rows))


def lines_beside(curve: StoryCurve, form: ShapeForm, company: Hosted | None, rows: int) -> int:
    """About how many lines of copy run round guests that are narrower than their columns (绕排)."""
    if company is None or not form.within:
        return 0
    return company.lines_beside(form.guest_columns, rows, curve.kit)


def fill(
    curve: StoryCurve,
    columns: int,
    form: ShapeForm,
    copy: CopyArea,
    inner: int,
    head_rows: int,
    guest_rows: int,
    beside: int,
) -> tuple[int, float] | None:
    """(body rows, cost) where the body's lines fill what head and guest leave of ``inner`` rows, else None."""
    found = offered(form, inner, head_rows, guest_rows, curve)
    if found is None:
        return None
    body, room, legs = found
    room += beside // curve.step - curve.lines_opened(copy.measure)
    least = room - legs + 1
    most = least if curve.block.form.widths else room  # each leg's last line may be shorter than the next leg's
    if not curve.reaches(copy.measure, least, most):
        short = least - curve.natural(copy.measure) if curve.any_fill and form.beside else 0
        if not 0 < short <= MOST_SHORT:
            return None
        return body, SHORT_COST * short * copy.measure / curve.kit.grid.column
    natural = curve.natural(copy.measure)
    moved = max(0, natural - room, least - natural)
    return body, MOVED_COST * moved + RECUT_COST * (form.legs != form.copy_columns(columns))


class Offered(NamedTuple):
    """What head and guest leave of a frame: rows of body, lines, and legs."""

    body: int
    lines: int
    legs: int


def offered(form: ShapeForm, inner: int, head_rows: int, guest_rows: int, curve: StoryCurve) -> Offered | None:
    """What is left of ``inner`` rows; None where a leg has too few rows, or is cut too short by a guest."""
    body, least, step = inner - head_rows, curve.least_leg, curve.step
    if form.side == "above":
        body -= guest_rows + WHITE_ROWS
    # Beside a 串文题 legs, or a guest, rise to the head of the frame.
    risen = form.legs - head_legs(form) if head_legs(form) else 0
    tall = inner if risen else body
    if not least <= body <= tall:
        return None
    lines, legs = body // step * form.legs + risen * (tall // step - body // step), form.legs
    if form.within:
        under = least if least < LEAST_LEG else max(least, LEAST_UNDER)
        if guest_rows > tall or 0 < tall - guest_rows < CLEAR_ROWS + under:
            return None
        free = 0 if guest_rows == tall else (tall - guest_rows - CLEAR_ROWS) // step
        lines -= form.guest_columns * (tall // step - free)
        legs -= form.guest_columns if guest_rows == tall else 0
    return Offered(body, lines, legs)


def nearest(curve: StoryCurve, columns: int, form: ShapeForm, company: Hosted, rows: int) -> Solution:
    """The head and guests that come nearest to filling ``rows`` rows where no lever does: rather short than over.

    Guests never leave the frame; where nothing else serves they take a leg from head to foot.
    """
    inner = rows - curve.around.rows
    copy = copy_room(curve, columns, form, inner)
    fewest, _, most = curve.lines(copy.measure)
    opened = curve.lines_opened(copy.measure)
    ways: list[Solution] = []
    heads = [head_rows for head_rows, _ in head_choices(curve, copy, form, inner)] or [0]
    for head_rows in heads:
        below = inner if form.headline_form == "partial" else inner - head_rows
        natural = (company.over_copy if form.within else company).rows(form.guest_columns)[1]
        for guest_rows in {*range(company.fewest, natural + 1), max(company.fewest, below)}:
            left = offered(form, inner, head_rows, guest_rows, curve)
            if left is not None:
                lines = left.lines + lines_beside(curve, form, company, guest_rows) // curve.step - opened
                off = OVER * max(0, fewest - lines) + max(0, lines - left.legs + 1 - most)
                off += GUEST_OFF * abs(guest_rows - natural)
                ways.append(Solution(head_rows, guest_rows, left.body, off))
    least = min(heads)
    none = Solution(least, max(company.fewest, inner - least - LEAST_LEG), LEAST_LEG, OVER * fewest)
    return min(ways, key=lambda way: way.cost, default=none)


def story_shapes(curve: StoryCurve, company: Hosted | None) -> tuple[tuple[Shape, ...], tuple[ShapeForm, ...]]:
    """Every shape of a story, with its guests where it has any, and the form behind each ``key``."""
    shapes: list[Shape] = []
    forms: list[ShapeForm] = []
    for columns in range(1, curve.kit.grid.columns + 1):
        for form in story_forms(curve, columns, company is not None):
            shape = story_shape(curve, columns, form, company, len(forms))
            if shape is not None:
                shapes.append(shape)
                forms.append(form)
    return tuple(shapes), tuple(forms)


def story_shape(curve: StoryCurve, columns: int, form: ShapeForm, company: Hosted | None, key: int) -> Shape | None:
    """One shape: its best height and the unbroken reach around it."""
    guess = likely_rows(curve, columns, form, company)
    least, most = curve.least_leg + curve.around.rows, curve.kit.grid.rows
    first, last = guess - ROWS_AROUND, guess + ROWS_AROUND
    if form.beside and company is not None:
        first, last = (rows + WHITE_ROWS for rows in company.rows(form.guest_columns)[::2])
    window = outwards(range(max(least, first), min(most, last) + 1), guess)
    solutions = {rows: found for rows in window if (found := solve(curve, columns, form, company, rows)) is not None}
    if not solutions:
        return None
    rows = min(solutions, key=lambda r: (solutions[r].cost, r))
    least = most = rows
    alone = form.beside and curve.any_fill  # each height that is not filled has a cost of its own
    while not alone and least - 1 in solutions:
        least -= 1
    while not alone and most + 1 in solutions:
        most += 1
    if curve.around.boxed:
        least, rows, most = anywhere(least, rows, most)
        if rows not in solutions:
            return None
    best = solutions[rows]
    beside = form.headline_form == "vertical"
    begin = form.guest_columns if form.side == "before" else 0
    return Shape(
        columns=columns,
        rows_min=least,
        rows=rows,
        rows_max=most,
        key=key,
        cost=best.cost,
        form="none" if curve.heads is None else "vertical" if beside else "above",
        headline_rows=rows if beside else best.head_rows + WHITE_ROWS,
        headline_columns=(begin, begin + (1 if beside else head_legs(form) or form.copy_columns(columns))),
        headline_size=head_size(curve, columns, form, best),
        legs=form.legs,
        gutters=open_boundaries(columns, form),
        boxed=curve.around.boxed,
        picture=(side := picture_side(BESIDE.get(form.side, form.side), company, curve.kit)),
        picture_columns=form.guest_columns if side else 0,
        picture_rows=best.guest_rows if side else 0,
        firm=form.beside,
    )


def outwards(window: range, middle: int) -> list[int]:
    """Heights from the likeliest on: what those beside it can hold is then told by its lines, and seldom counted."""
    return sorted(window, key=lambda rows: abs(rows - middle))


def open_boundaries(columns: int, form: ShapeForm) -> tuple[int, ...]:
    """The column boundaries on which a gutter between legs lies from head to foot of the shape.

    Leg k of a recut span begins where column k · columns ÷ legs would: on a boundary where that is whole. Beside a
    竖题 none is.
    """
    if form.headline_form == "vertical":
        return ()
    columns = form.copy_columns(columns)
    own = [columns * leg // form.legs for leg in range(1, form.legs) if columns * leg % form.legs == 0]
    if form.side == "before":
        return (form.guest_columns, *(form.guest_columns + boundary for boundary in own))
    return (*own, columns) if form.beside else tuple(own)


def likely_rows(curve: StoryCurve, columns: int, form: ShapeForm, company: Hosted | None) -> int:
    """About how many rows a form takes: its best head, its natural lines, its guest as it is."""
    copy = copy_room(curve, columns, form, curve.kit.grid.rows - curve.around.rows)
    measure = copy.measure
    lines = (curve.natural(measure) + curve.lines_opened(measure)) * curve.step
    options = () if form.headline_form == "vertical" else curve.head(copy.head_extent)
    head = options[0].rows if options else 0
    rows = curve.around.rows + head
    if head_legs(form):
        rows -= head
        lines += head * head_legs(form)
    if company is None:
        return rows - (-lines // form.legs)
    height = (company.over_copy if form.within else company).rows(form.guest_columns)[1]
    if form.beside:
        return height + WHITE_ROWS
    if form.side == "above":
        return rows + height + WHITE_ROWS - (-lines // form.legs)
    beside = -(-lines // (form.legs - form.guest_columns))
    if beside <= height:
        return rows + beside
    lines -= lines_beside(curve, form, company, height)
    return rows - (-(lines + form.guest_columns * (height + CLEAR_ROWS)) // form.legs)


def head_size(curve: StoryCurve, columns: int, form: ShapeForm, solution: Solution) -> int:
    """The size of a shape's headline, in tenths of a point."""
    if curve.heads is None:
        return 0
    if form.headline_form == "vertical":
        head = curve.strip(solution.body_rows)
        return head.size * 10 // PER_PT if head is not None else 0
    span = copy_room(curve, columns, form, solution.body_rows).head_extent
    sizes = [o.head.size for o in curve.head(span) if o.rows == solution.head_rows]
    return sizes[0] * 10 // PER_PT if sizes else 0
