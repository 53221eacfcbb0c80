"""Fitting: a block's copy dealt out over the legs of its frame so that they end level.

Levers in the order of the rule book: the head a row larger or smaller, white before cross-heads and briefs, tracking
within the style's limit. What then does not fit, or leaves white, is returned as numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from paiban.diagnostic import Diagnostic, diagnose
from paiban.galley.copyfit import PARTED_COST, Choice, Fitted, Keep, White, fit_alike, level, white_at_feet
from paiban.galley.galley import Galley, GalleyParagraph, Initial, Widths
from paiban.galley.head import HeadOption
from paiban.issue import Block
from paiban.language import Words
from paiban.makeup.frame.model import Fit, Leg, Obstacle, PlacedLine, Slot, parted_at, places_in, slots_in
from paiban.makeup.frame.surround import CLEAR_ROWS, Surround
from paiban.markup import plain
from paiban.span import Text
from paiban.text import LineRange
from paiban.units import Length, rounded
from paiban.value import NamedTuple

HEAD_WEIGHT = 3.0
"""A head's cost against the copy-fit's: ten per cent off the target size weighs like a paragraph tracked by 17 ‰."""

UNEVEN_COST = 4.0
"""A leg that ends a line above the others costs as much as a paragraph tracked by 20 ‰: the eye runs along the feet.
Where white ends a leg it is not the last one that is short, which costs twice as much. Legs of members are made level
by their white (``members.evenly``)."""

SHORT_ENOUGH = 0.5
"""A fit this cheap is taken without looking at further levers."""


FAR_OVER = 2
"""How many times its room copy is at least that no tracking can bring in."""

LEAST_MEASURE_EM = 4
"""A leg of fewer characters is no leg: not even the prohibitions could be kept in it."""


NO_WORDS = Words("", "")

TALLER = Words("把位置加高几行", "make the place some rows taller")
"""What helps copy that is over, where no room next door is known."""


class CopyArea(NamedTuple):
    """What a frame offers to body copy: inline start and extent, rows, legs, the gutter between, and what is taken.

    The head stands above the first ``head_legs`` legs, 0 for all; the others rise beside it (串文题). Where guests
    stand level with it at its ends, ``head_at`` is where it begins and its extent. Over a fold the legs from ``before``
    on stand ``fold`` further on, that much beyond a gutter. ``em`` is the copy's size, which has every ``step``th row.
    ``parts`` are begin and measure of legs that are not alike; what stands at the copy's begin takes an ``opening`` of
    its first leg, so much of so many rows.
    """

    start: Length
    extent: Length
    first_row: int
    end_row: int
    legs: int
    gutter: Length
    obstacles: tuple[Obstacle, ...] = ()
    head_legs: int = 0
    before: int = 0
    fold: Length = 0
    em: Length = 0
    parts: tuple[tuple[Length, Length], ...] = ()
    opening: tuple[Length, int] = (0, 0)
    step: int = 1
    head_at: tuple[Length, Length] = (0, 0)

    @property
    def rounded(self) -> bool:
        """Whether its lines are not all as long: its copy runs round something, or its legs are not alike."""
        return bool(self.parts or self.opening[1]) or any(obstacle.taken for obstacle in self.obstacles)

    @property
    def measure(self) -> Length:
        """The measure of every leg."""
        return (self.extent - self.fold - (self.legs - 1) * self.gutter) // self.legs

    @property
    def head_extent(self) -> Length:
        """The inline extent that the head has for itself."""
        if not self.head_legs:
            return self.head_at[1] or self.extent
        start, measure = self.part(self.head_legs - 1)
        return start + measure - self.start

    @property
    def head_start(self) -> Length:
        """Where the head begins."""
        return self.head_at[0] if self.head_at[1] else self.start

    def part(self, leg: int) -> tuple[Length, Length]:
        """Where a leg begins, and its measure."""
        return self.parts[leg] if self.parts else (self.start + self.shift(leg), self.measure)

    def shift(self, leg: int) -> Length:
        """How far a leg stands from the room's start (破栏: equal measures, the remainder in the gutters)."""
        beyond = self.fold if leg >= self.before else 0
        return rounded(leg * (self.extent - self.fold - self.measure), self.legs - 1) + beyond if leg else beyond

    def takes(self, head_rows: int) -> bool:
        """Whether a head of ``head_rows`` rows, where there is one, runs into no picture, and leaves room for copy."""
        return self.clears(head_rows) and bool(self.cut(head_rows))

    def clears(self, head_rows: int) -> bool:
        """Whether a head of ``head_rows`` rows, where there is one, runs into no picture."""
        end, across = self.first_row + head_rows, self.head_start + self.head_extent
        clear = (
            o.first_row >= end or o.end_row <= self.first_row or o.start >= across or o.end <= self.head_start
            for o in self.obstacles
        )  # fmt: skip
        return not head_rows or all(clear)

    def cut(self, head_rows: int) -> tuple[Leg, ...]:
        """The legs below, or beside, a head of ``head_rows`` rows; one taken from head to foot by a picture is none."""
        legs = []
        for index in range(self.legs):
            start, measure = self.part(index)
            below = head_rows if index < (self.head_legs or self.legs) else 0
            taken = {
                row
                for o in self.obstacles
                if o.start < start + measure and start < o.end and not o.taken
                for row in range(o.first_row - CLEAR_ROWS, o.end_row + CLEAR_ROWS)
            }
            first = self.first_row + below + self.step - 1
            every = range(first, self.end_row, self.step)
            rows = tuple([row for row in every if row not in taken] if taken else every)
            if rows:
                legs.append(Leg(start, measure, rows))
        return self.notched(tuple(legs)) if self.rounded else tuple(legs)

    def notched(self, legs: tuple[Leg, ...]) -> tuple[Leg, ...]:
        """The legs without what their copy runs round."""
        from paiban.makeup.frame.runaround import notched  # noqa: PLC0415  few frames have any

        obstacles = self.obstacles
        across, rows = self.opening
        if rows and legs:
            first, start = legs[0].rows[0], legs[0].start
            taken = ((start, start + across),) * rows
            obstacles = (*obstacles, Obstacle(start, start + across, first, first + rows, taken))
        return tuple(found for leg in legs if (found := notched(leg, obstacles, self.em)) is not None)


def whole_ems(room: CopyArea, around: Surround) -> CopyArea:
    """A box's room with legs of whole ems: what is over widens its insets and gutters alike, what lacks its insets
    give."""
    measure = around.leg(room.measure, room.legs, room.em)
    if measure == room.measure or room.fold or room.parts:
        return room
    over = room.extent - (room.legs - 1) * room.gutter - room.legs * measure
    each = over // (room.legs + 1) if over > 0 and room.legs > 1 else over // 2
    extent = room.extent - 2 * each if room.legs > 1 else measure
    gutter = (extent - room.legs * measure) // (room.legs - 1) if room.legs > 1 else room.gutter
    return room._replace(start=room.start + each, extent=extent, gutter=gutter)


class Attempt(NamedTuple):
    """One way to fit: the head taken, the legs below it, the lines each leg takes, and the choices made."""

    head: HeadOption | None
    legs: tuple[Leg, ...]
    heights: tuple[int, ...]
    fitted: Fitted
    cost: float


class Dealt(NamedTuple):
    """The outcome: lines in their legs, the fit, what was left over, and the attempt it came from."""

    attempt: Attempt
    lines: tuple[PlacedLine, ...]
    left_over: tuple[tuple[Text, int], ...]
    fit: Fit


class Counts(Protocol):
    """How a galley's lines are counted in legs: all of one measure, or line by line round what stands in them."""

    @property
    def galley(self) -> Galley:
        """The copy that is counted."""

    def reach(self, legs: Sequence[Leg], limit: int) -> tuple[int, int]:
        """The fewest and the most lines that there may be, tracked within ``limit``: no choice has others."""

    def fitted(self, legs: Sequence[Leg], heights: Sequence[int], limit: int, white: White) -> Fitted | None:
        """The cheapest choices that give the legs these heights, tracked within ``limit``; None where none do."""

    def shortest(self, legs: Sequence[Leg], limit: int) -> tuple[Choice, ...]:
        """The choices of the fewest lines."""

    def natural(self, legs: Sequence[Leg]) -> int:
        """How many lines there are in legs that are filled one after another, as they come."""

    def shares(self, legs: Sequence[Leg], total: int) -> tuple[int, ...]:
        """How many of so many lines each leg takes where they leave white."""

    def trials(self, legs: Sequence[Leg], natural: int) -> Iterator[tuple[int, ...]]:
        """The heights worth trying for copy of so many lines that leaves white."""

    def measure(
        self, legs: Sequence[Leg], slots: Sequence[Slot], used: int, paragraph: GalleyParagraph
    ) -> Length | Widths:
        """What a paragraph's lines have that begins after so many of the slots."""


NO_WHITE = White()


STRAY_ROWS = 6
"""Fewer rows of copy between a headline and a picture under it are stray lines."""


class LineCounts(NamedTuple):
    """Lines that all have the measure of their leg, which is that of all legs."""

    galley: Galley

    def reach(self, legs: Sequence[Leg], limit: int) -> tuple[int, int]:
        """See ``Counts``."""
        return self.galley.reach(legs[0].measure, limit)

    def fitted(self, legs: Sequence[Leg], heights: Sequence[int], limit: int, white: White) -> Fitted | None:
        """See ``Counts``."""
        choices = self.galley.choices(legs[0].measure, limit)
        if white.rows:
            choices = with_white(self.galley, choices, white)
        heads = self.galley.heads
        return fit_alike(choices, self.galley.keeps, parted_at(legs, heights), sum(heights), heads)

    def shortest(self, legs: Sequence[Leg], limit: int) -> tuple[Choice, ...]:
        """See ``Counts``."""
        choices = self.galley.choices(legs[0].measure, limit)
        return tuple(min(o, key=lambda c: (c.top, c.lines, c.cost)) for o in choices)

    def natural(self, legs: Sequence[Leg]) -> int:
        """See ``Counts``."""
        return sum(o[0].lines for o in self.galley.choices(legs[0].measure, 0))

    def shares(self, legs: Sequence[Leg], total: int) -> tuple[int, ...]:
        """See ``Counts``."""
        return level([len(leg.rows) for leg in legs], total)

    def trials(self, legs: Sequence[Leg], natural: int) -> Iterator[tuple[int, ...]]:
        """See ``Counts``."""
        for total in range(natural, min(natural + len(legs), places_in(legs)) + 1):
            yield self.shares(legs, total)

    def measure(
        self, legs: Sequence[Leg], _slots: Sequence[Slot], _used: int, _paragraph: GalleyParagraph
    ) -> Length | Widths:
        """See ``Counts``."""
        return legs[0].measure


def counts_of(galley: Galley, room: CopyArea) -> Counts:
    """How a galley is counted in a room."""
    if not room.rounded:
        return LineCounts(galley)
    from paiban.makeup.frame.runaround import RoundCounts  # noqa: PLC0415  few frames have any

    return RoundCounts(galley, room.measure, {})


class HeadLegs(NamedTuple):
    """A head, and the legs below it: none where it runs into a picture or leaves no room."""

    head: HeadOption | None
    legs: tuple[Leg, ...]


def cuts_of(room: CopyArea, heads: Sequence[HeadOption | None]) -> list[HeadLegs]:
    """The heads with their legs; heads of as many rows have the same."""
    legs = {rows: room.cut(rows) if room.clears(rows) else () for rows in {*map(rows_of, heads)}}
    return [HeadLegs(head, legs[rows_of(head)]) for head in heads]


def attempts(counts: Counts, cuts: Sequence[HeadLegs], limit: int, white: White = NO_WHITE) -> Iterator[Attempt]:
    """Every way to fill the room exactly, up to the last legs one line short, at a tracking within ``limit``."""
    for head, legs in cuts:
        if not legs:
            continue
        capacities = [len(leg.rows) for leg in legs]
        full, (few, many) = sum(capacities), counts.reach(legs, limit)
        for total in range(full if white.rows else min(full, many), max(full - len(legs), few - 1), -1):
            heights = level(capacities, total)
            fitted = counts.fitted(legs, heights, limit, white)
            if fitted is not None:
                cost = fitted.cost + (HEAD_WEIGHT * head.cost if head else 0.0)
                if not counts.galley.members:
                    short = full - total + 2 * white_at_feet(fitted, parted_at(legs, heights))
                    cost += UNEVEN_COST * short
                yield Attempt(head, legs, heights, fitted, cost)


def best_attempt(counts: Counts, cuts: Sequence[HeadLegs], limit: int) -> Attempt | None:
    """The cheapest way to fill the room: first without tracking, then with, at last with white that keeps together
    what belongs together."""
    plain = min(attempts(counts, cuts, 0), key=lambda a: a.cost, default=None)
    if plain is not None and plain.cost <= SHORT_ENOUGH:
        return plain
    tracked = min(attempts(counts, cuts, limit), key=lambda a: a.cost, default=None)
    best = tracked if plain is None or (tracked is not None and tracked.cost < plain.cost) else plain
    if best is None or best.cost < PARTED_COST:
        return best
    return min((best, *attempts(counts, cuts, limit, White(max(best.heights)))), key=lambda a: a.cost)


def attempt_by_sense(counts: Counts, room: CopyArea, cuts: Sequence[HeadLegs], limit: int) -> Attempt | None:
    """The best with a head that is parted by the sense: one that is not fills no row, it only takes in copy that would
    else be over."""
    by_sense = [cut for cut in cuts if cut.head is None or not cut.head.head.against]
    for some in (by_sense, cuts) if 0 < len(by_sense) < len(cuts) else (cuts,):
        attempt = best_attempt(counts, some, limit) or forced_attempt(counts, room, some, limit)
        if attempt is not None and attempt.fitted.lines <= places_in(attempt.legs):
            return attempt
    return attempt


def with_white(galley: Galley, choices: Sequence[tuple[Choice, ...]], white: White) -> tuple[tuple[Choice, ...], ...]:
    """The choices with white above what is not to be parted: it moves to the next leg's top."""
    bare = [options[0].lines - options[0].blank for options in choices]
    return tuple(
        (*options, *more_white(options, bare[index], white.rows))
        if white.above(galley.keeps, index, bare[index])
        else options
        for index, options in enumerate(choices)
    )


def more_white(options: Sequence[Choice], lines: int, most: int) -> Iterator[Choice]:
    """A paragraph of so many lines below more rows of white than any of its choices has, and at most ``most``."""
    for rows in range(max(option.blank for option in options) + 1, most + 1):
        yield Choice(lines + rows, blank=rows)


def rows_of(head: HeadOption | None) -> int:
    """The rows of a head, none for none."""
    return head.rows if head else 0


def forced_attempt(counts: Counts, room: CopyArea, cuts: Sequence[HeadLegs], limit: int) -> Attempt | None:
    """Where nothing fills the room: the copy at its shortest if it is over, as it comes if it is short.

    None where not even the smallest head leaves room for a line.
    """
    options = [cut for cut in cuts if cut.legs]
    if not options:
        return None
    smallest, legs = min(options, key=lambda cut: rows_of(cut.head))
    if counts.natural(legs) <= places_in(legs):
        holding = [cut for cut in options if counts.natural(cut.legs) <= places_in(cut.legs)]
        return short_attempt(counts, *min(holding, key=lambda cut: short_head_cost(cut.head, room)))
    chosen = counts.shortest(legs, limit)
    lines = sum(c.lines for c in chosen)
    return Attempt(smallest, legs, counts.shares(legs, lines), Fitted(chosen, 0.0, lines), 0.0)


def short_head_cost(head: HeadOption | None, room: CopyArea) -> tuple[int, float]:
    """How well a head does above copy that leaves white: no line or two between it and a picture under it."""
    foot = room.first_row + rows_of(head)
    heads = (obstacle.first_row for obstacle in room.obstacles if not obstacle.taken and obstacle.first_row >= foot)
    below = min(heads, default=foot) - foot
    return below if below < STRAY_ROWS else 0, head.cost if head else 0.0


def short_attempt(counts: Counts, head: HeadOption | None, legs: tuple[Leg, ...]) -> Attempt:
    """Copy that leaves white, as it comes, less what never looks right: a cross-head at a leg's foot, a widow.

    There is white to spare, so a cross-head may take as much of it as brings it to the next leg's top; a byline only
    where it would else stand in two.
    """
    attempts = short_attempts(counts, head, legs, (Keep.WITH_NEXT,))
    best = min(attempts, key=lambda attempt: attempt.cost)
    if best.cost < PARTED_COST:
        return best
    return min((best, *short_attempts(counts, head, legs, tuple(Keep))), key=lambda attempt: attempt.cost)


def short_attempts(
    counts: Counts, head: HeadOption | None, legs: tuple[Leg, ...], keeps: tuple[Keep, ...]
) -> Iterator[Attempt]:
    """The ways to deal out copy that leaves white, with white above paragraphs of these ``keeps``."""
    white = White(len(legs), keeps)
    for heights in counts.trials(legs, counts.natural(legs)):
        fitted = counts.fitted(legs, heights, 0, white)
        if fitted is not None:
            yield Attempt(head, legs, heights, fitted, fitted.cost)


def deal(
    galley: Galley, room: CopyArea, heads: Sequence[HeadOption | None], limit: int, columns: int, em: Length
) -> Dealt | None:
    """Fit a galley into a room; None where not a line has room. ``em`` is the body size, to count characters short."""
    if room.measure < LEAST_MEASURE_EM * em:
        return None
    counts, cuts = counts_of(galley, room), cuts_of(room, heads)
    if is_far_over(counts, cuts):
        limit = 0
    attempt = attempt_by_sense(counts, room, cuts, limit)
    if attempt is None:
        return None
    lines, left_over, used = deal_lines(galley, attempt, counts)
    room_lines = places_in(attempt.legs)
    over = max(0, used - room_lines)
    white = room_lines - used
    short = white if white >= len(attempt.legs) else 0
    fit = Fit(
        block=galley.block,
        columns=columns,
        legs=len(attempt.legs),
        lines=used,
        room=room_lines,
        characters=sum(characters(p.prepared.copy.value) for p in galley.paragraphs),
        over_lines=over,
        over_characters=sum(characters(copy.value[start:]) for copy, start in left_over),
        short_lines=short,
        short_characters=short * attempt.legs[0].measure // em,
        levers=tuple(levers_used(attempt, heads[0])),
    )
    return Dealt(attempt, lines, left_over, fit)


def is_far_over(counts: Counts, cuts: Sequence[HeadLegs]) -> bool:
    """Whether copy is so much longer than its room that no tracking need be tried, which takes its time."""
    standing = [cut for cut in cuts if cut.legs]
    if not standing:
        return False
    legs = min(standing, key=lambda cut: rows_of(cut.head)).legs
    return counts.natural(legs) > FAR_OVER * places_in(legs)


def deal_lines(
    galley: Galley, attempt: Attempt, counts: Counts
) -> tuple[tuple[PlacedLine, ...], tuple[tuple[Text, int], ...], int]:
    """Put the chosen lines into the legs in order; what finds no room is returned as (copy, from where); and how many
    lines there are, white included."""
    slots = slots_in(attempt.legs, attempt.heights)
    lines: list[PlacedLine] = []
    left_over: list[tuple[Text, int]] = []
    used = 0
    for paragraph, choice in zip(galley.paragraphs, attempt.fitted.choices, strict=True):
        used += choice.blank
        measure = counts.measure(attempt.legs, slots, used, paragraph)
        broken, first = paragraph.broken(measure, choice.tracking), used
        for number, line in enumerate(broken):
            if used < len(slots):
                leg, row, indent, lack = slots[used]
                if paragraph.initial is not None and not number:
                    lines += initial_lines(paragraph.initial, attempt.legs, slots[used:])
                indent += paragraph.indent(measure, number)
                lines.append(PlacedLine(paragraph.kind, paragraph.prepared, line, leg, row, indent, lack))
            elif not left_over or left_over[-1][0] is not paragraph.prepared.copy:
                left_over.append((paragraph.prepared.copy, paragraph.prepared.copy_range(line.first, line.last)[0]))
            used += 1
        used = max(used, first + choice.lines - choice.blank)
    return tuple(lines), tuple(left_over), used


def initial_lines(initial: Initial, legs: Sequence[Leg], slots: Sequence[Slot]) -> Iterator[PlacedLine]:
    """A large initial in the row of the first line beside it; the lines of a cross-head beside a line each."""
    prepared = initial.prepared
    if prepared is None:
        return
    broken = initial.broken or (LineRange(0, prepared.count),)
    for line, (leg, row, indent, _) in zip(broken, slots, strict=False):
        lack = legs[leg].measure - indent - initial.measure if initial.measure else 0
        yield PlacedLine(initial.role, prepared, line, leg, row, indent, lack)


def initial_stands(galley: Galley, dealt: Dealt) -> bool:
    """Whether a galley's large initials have their lines beside them, one under the other in one leg."""
    return all(
        paragraph.initial is None or stands_beside(paragraph, paragraph.initial, dealt.lines)
        for paragraph in galley.paragraphs
    )


def stands_beside(paragraph: GalleyParagraph, initial: Initial, lines: Sequence[PlacedLine]) -> bool:
    """Whether the first lines of a paragraph begin after its initial, in rows of one leg that follow each other."""
    own = [line for line in lines if line.prepared is paragraph.prepared][: initial.lines]
    begin = next((line.indent for line in lines if line.prepared is initial.prepared), 0)
    return all(
        line.leg == own[0].leg and line.row == own[0].row + index and line.indent >= begin + initial.width
        for index, line in enumerate(own)
    )


def levers_used(attempt: Attempt, wanted: HeadOption | None) -> Iterator[tuple[str, int]]:
    """The levers of an attempt, in the rule book's order: rows that the head is off the ``wanted`` one first."""
    if rows_of(attempt.head) != rows_of(wanted):
        yield "head", rows_of(attempt.head) - rows_of(wanted)
    blanks = sum(choice.blank for choice in attempt.fitted.choices)
    if blanks:
        yield "white", blanks
    for index, choice in enumerate(attempt.fitted.choices, 1):
        if choice.tracking:
            yield f"tracking {index}", choice.tracking


def characters(copy: str) -> int:
    """Characters as an editor counts them: all but white space, marks and ruby."""
    return len("".join(plain(copy).split()))


def cut_words(characters: int) -> Words:
    """What helps running copy that is over."""
    return Words(f"从末尾删 {characters} 字", f"cut {characters} characters from its end")


def add_words(characters: int) -> Words:
    """What helps running copy that is short."""
    return Words(f"补 {characters} 字，或加小标题", f"add {characters} characters or a cross-head")


ROOMIER = Words("把位置加高或加宽", "make the place taller or wider")
"""What gives copy room for a line, where no number is known."""

EMPTIER = Words("把位置加高或加宽，或移开里面的图片", "make the place taller or wider, or move the picture out of it")
"""The same where something stands inside."""


def roomier_for(guests: Sequence[object]) -> Words:
    """What gives copy room for a line in a place with such ``guests`` inside."""
    return EMPTIER if guests else ROOMIER


def no_line(block: Block, head: Words = NO_WORDS, roomier: Words = ROOMIER) -> Diagnostic:
    """The finding that not a line of a block's copy has room; ``head`` says what its headline takes."""
    return diagnose("P506", block.span, block=block.id, head=head, roomier=roomier)


MORE = {
    "entries": Words("再加几条", "add entries"),
    "items": Words("补几条，或写几条补白", "add items, or fillers"),
    "stanza": Words("补一节诗", "add a stanza"),
}
"""What is added to copy that is short (``Fit.more``), where that is not counted."""


def add_names(count: int) -> Words:
    """What helps a list of names that is short."""
    return Words(f"再加 {count} 个名字", f"add {count} names")


def short_told(block: Block, fit: Fit) -> Diagnostic:
    """The finding that room found no copy, with what would fill it."""
    count, about = fit.short_characters, NO_WORDS
    if fit.more == "names":
        add = add_names(count)
    elif fit.more:
        add = MORE[fit.more]
    else:
        add, about = add_words(count), Words(f"，约 {count} 字", f", about {count} characters")
    return diagnose("P502", block.span, block=block.id, lines=fit.short_lines, about=about, add=add)


def fit_diagnostics(block: Block, dealt: Dealt, cut: Words | None = None, more: str = "") -> list[Diagnostic]:
    """What the editor must hear of a fit: copy that found no room, room that found no copy.

    ``cut`` says what helps, where it is not characters, as ``more`` does (``Fit.more``).
    """
    fit = dealt.fit
    found = []
    if fit.over_lines:
        copy, start = dealt.left_over[0]
        params = {"block": block.id, "lines": fit.over_lines, "characters": fit.over_characters}
        at = copy.at(start) if copy.file else block.span  # what a block says of another stands in no place of its own
        found.append(diagnose("P501", at, offer=TALLER, cut=cut or cut_words(fit.over_characters), **params))
    elif fit.short_lines:
        found.append(short_told(block, fit._replace(more=more)))
    return found
