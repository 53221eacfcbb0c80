"""A story's head block: 引题, 主题 and 副题 composed together, in whole rows of the page.

The head is made on logical axes: its lines follow each other along the block axis, above the legs or, as 竖题, in a
strip beside them. What it may weigh is the style sheet's (sizes and faces by weight); which size it takes follows from
its span.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil
from operator import attrgetter

from paiban.diagnostic import Diagnostic, diagnose
from paiban.font import FontCatalogue
from paiban.galley.type import TypeSetter
from paiban.language import Words
from paiban.markup import parse
from paiban.span import Text, plain_text
from paiban.template import Dress
from paiban.text import LineRange, Prepared, break_lines, prepare
from paiban.text.headline import LAST_RESORT_LINES, LINE, Way, by_law, headline_ways
from paiban.text.phrases import AGAINST
from paiban.text.review import has_ruby, white_wanted
from paiban.units import PER_PT, Length
from paiban.value import NamedTuple

SIZE_STEP = PER_PT // 2
"""Headline sizes are tried in half points."""

LINE_PITCH = 118
"""From one line of a headline to the next, in hundredths of its size."""

PART_GAP = 32
"""White between two parts of a head, in hundredths of the smaller one's size: never more than the white around it."""

ENOUGH_ROWS = 3, 2
"""A head that has more white than so many rows around it opens its own: half of what is more goes between its lines."""

OPENED = 10, 20
"""By how much its lines, and its parts, stand further apart at the most, in hundredths of the size, as above."""

SPAN_SHARE = 96
"""A headline stays within this share of its span, in hundredths, so that it never butts on what stands beside it."""

FOOT_WHITE = 55
"""White between a head and its text at the least, in hundredths of the body's leading."""

SECONDARY_SHARE = (46, 36)
"""Size of 引题 and 副题 in hundredths of the headline's: wanted, and least, where a long one has to fit its span."""

DRESS_PAD = 22
"""White between a head and the edge of its bar, or its lines, in hundredths of the headline's size."""

SMALL_SHARE = 25
"""The least share that an 引题 or 副题 shrinks to so as to stay narrower than its 主题."""

LINES_COST = {1: 0.0, 2: 0.8, 3: 4.0}
"""What a headline's second and third line cost against a size away from its target (ten a whole target)."""

SIZE_WEIGHT, LARGER_WEIGHT = 10, 4
"""A size below its target by a tenth costs one, one above it less: it fills what would be white."""

SENSE_SCALE = 60.0
"""So much of a headline's price of breaks (``text.phrases``) weighs like a size off its target by a tenth."""

AGAINST_COST = 3.0
"""A break against the sense costs so much besides: the size gives way to it, then the number of lines."""

OUTDONE_COST = 1.5
"""What it costs a headline that what goes with it is as wide: a larger size, or lines of more, serve."""

LINE_WORTH = 1.15
"""竖题 takes another line for a size larger by more than this factor."""

STRIP_LINES = 2
"""A 竖题 has so many lines, and more only where it has room on no fewer: three short ones are a heap."""

ROOM_COST = 0.8
"""What one row of white more around a head than must be costs, on the same scale; of more or less of it the square
counts, so that a head that has white left does not get a row besides."""

HEAD_SHARES, LOST_HEAD_COST, MOST_LACKED = (0.55, 0.55, 0.75), 20.0, 0.15
"""A headline of one line, two or three fills so much of its span, or is lost in it: what it lacks costs, up to a share
from which on it can be no more lost. A larger size, fewer columns or another form serve; three lines are for spans that
two do not fit."""

HEAD_HEIGHTS = 4
"""In how many different heights a head is offered, before white is added."""


class HeadPart(NamedTuple):
    """One part of the head: its prepared copy, its lines, its size and the distance from line to line.

    Until the head is finished, ``prepared`` is at the maker's reference size; the lines hold at every size. ``against``
    says whether one of them ends against the sense, and not because the editor had it so.
    """

    role: str
    prepared: Prepared
    lines: tuple[LineRange, ...]
    size: Length
    pitch: Length
    against: bool = False

    @property
    def extent(self) -> Length:
        """What the part takes along the block axis, from the first line's em box to the last's."""
        return self.size + (len(self.lines) - 1) * self.pitch


class Head(NamedTuple):
    """A head block: its parts in order, the gaps before them, and what it takes along the block axis.

    ``after`` is the white behind the last part that its dress wants.
    """

    parts: tuple[HeadPart, ...]
    gaps: tuple[Length, ...]
    size: Length
    span: Length
    vertical: bool
    after: Length = 0

    @property
    def extent(self) -> Length:
        """From the first part's em box to the last's, along the block axis, with the white of its dress."""
        return sum(part.extent for part in self.parts) + sum(self.gaps) + self.after

    @property
    def against(self) -> bool:
        """Whether a line of it ends against the sense."""
        return any(part.against for part in self.parts)

    @property
    def outdone(self) -> bool:
        """Whether an 引题 or 副题 is as wide as the 主题."""
        widths = {part.role: width_of(part) for part in self.parts}
        return max(widths.get("kicker", 0), widths.get("deck", 0)) >= widths["headline"]

    @property
    def main_lines(self) -> int:
        """How many lines the 主题 takes."""
        return sum(len(part.lines) for part in self.parts if part.role == "headline")

    def offsets(self) -> Iterator[tuple[HeadPart, LineRange, Length]]:
        """Each line with the distance of its em box's start from the head's, along the block axis."""
        offset = 0
        for part, gap in zip(self.parts, self.gaps, strict=True):
            offset += gap
            for index, line in enumerate(part.lines):
                yield part, line, offset + index * part.pitch
            offset += part.extent


class HeadOption(NamedTuple):
    """A head that fits in ``rows`` rows; ``cost`` says how far it is from what the style wants."""

    rows: int
    head: Head
    cost: float


class HeadCopy(NamedTuple):
    """What a head is made of. ``headline`` is there wherever a head is made at all.

    ``face`` is the role that the editor asked for, ``""`` for the style sheet's own; ``size`` the least and the most,
    None for those of the ``weight``. No copy stands beside or below a head ``alone``. ``dress`` is how it is dressed,
    None for plainly, ``colour`` names the colour of what the dress leaves as it is, ``""`` for that of each role.
    ``bylines`` stand below all, at their own size, where they do not end the copy.
    """

    kicker: Text | None
    headline: Text
    deck: Text | None
    weight: int
    face: str = ""
    size: tuple[Length, Length] | None = None
    alone: bool = False
    dress: Dress | None = None
    colour: str = ""
    bylines: tuple[Text, ...] = ()

    def colour_of(self, role: str) -> str:
        """The name of the colour that a part is asked to have, ``""`` for its role's own."""
        if self.dress is None:
            return self.colour
        return (self.dress.colour if role == "headline" else self.dress.secondary) or self.colour


class HeadMaker:
    """Makes one head at any size and span.

    Each part is prepared and broken at one reference size, since line ends depend only on measure ÷ size; ``finish``
    prepares the one head that was chosen at its own.
    """

    def __init__(self, copy: HeadCopy, setter: TypeSetter, catalogue: FontCatalogue) -> None:
        self.copy = copy
        self.setter = setter
        self.catalogue = catalogue
        self.sizes = sizes_of(copy, setter)
        self.references: dict[tuple[str, bool], Prepared] = {}
        self.ways: dict[tuple[str, bool, int], tuple[Way, ...]] = {}
        self.largest: dict[tuple[str, Length, bool, int], HeadPart | None] = {}

    @property
    def inset(self) -> Length:
        """What the bar that a head stands on keeps free at either end of its lines."""
        dress = self.copy.dress
        return self.setter.length("box_inset") if dress is not None and dress.ground else 0

    def prepare(self, role: str, copy: Text, size: Length, vertical: bool) -> Prepared:
        """One part's copy, prepared at ``size``."""
        face = (self.copy.face or self.setter.headline_face(self.copy.weight)) if role == "headline" else ""
        colour = self.setter.sheet.colours.get(self.copy.colour_of(role))
        style = self.setter.style(role, size=size, face=face, vertical=vertical, colour=colour)
        if role == "byline":
            style = style._replace(align=self.setter.sheet.roles["headline"].align)
        if vertical and not self.copy.alone:
            # 竖题 is set from the top of the text beside it (look: vertical headline).
            style = style._replace(align="start")
        return prepare(copy, style, self.catalogue)

    def reference(self, role: str, copy: Text, vertical: bool) -> Prepared:
        """One part's copy at the reference size, prepared once."""
        if (role, vertical) not in self.references:
            self.references[role, vertical] = self.prepare(role, copy, self.sizes[1], vertical)
        return self.references[role, vertical]

    def ways_of(self, role: str, copy: Text, vertical: bool, lines: int) -> tuple[Way, ...]:
        """Every way into so many lines that is worth a look, at the reference size, found once."""
        key = role, vertical, lines
        if key not in self.ways:
            reference = self.reference(role, copy, vertical)
            self.ways[key] = headline_ways(reference, lines, last_resort=lines >= LAST_RESORT_LINES)
        return self.ways[key]

    def measure(self, role: str, copy: Text, size: Length, span: Length, vertical: bool) -> Length:
        """What a line may fill of ``span`` at ``size``, at the reference size."""
        return measure_of(self.reference(role, copy, vertical), size, span)

    def hopeless(self, role: str, copy: Text, span: Length, vertical: bool, lines: int) -> bool:
        """Whether the copy is too long at any size: a body pasted into a headline would take minutes.

        A break gives back two em at most.
        """
        reference = self.reference(role, copy, vertical)
        measure = self.measure(role, copy, self.range_of(role)[0], span, vertical)
        return reference.width > lines * (measure + 2 * reference.style.size)

    def part(self, role: str, copy: Text, span: Length, vertical: bool, lines: int) -> HeadPart | None:
        """One part in at most ``lines`` lines at the largest size that fits ``span``."""
        key = (role, span, vertical, lines)
        if key not in self.largest:
            self.largest[key] = self.largest_part(role, copy, span, vertical, lines)
        return self.largest[key]

    def largest_part(self, role: str, copy: Text, span: Length, vertical: bool, lines: int) -> HeadPart | None:
        """The same, looked for."""
        reference = self.reference(role, copy, vertical)
        counts = [n for n in range(1, lines + 1) if not self.hopeless(role, copy, span, vertical, n)]
        ways = [way for count in counts for way in self.ways_of(role, copy, vertical, count)]
        by_sense = [way for way in ways if way.worst < AGAINST]
        return self.largest_of(role, reference, by_sense, span) or self.largest_of(role, reference, ways, span)

    def largest_of(self, role: str, reference: Prepared, ways: Sequence[Way], span: Length) -> HeadPart | None:
        """One part in one of these ways at the largest size that fits ``span``."""
        least, most = self.range_of(role)
        shortest = min((way.longest for way in ways), default=0)
        # The largest size of the range, in steps from its least, at which the shortest lines still fit.
        fits = measure_of(reference, max(1, shortest), span)
        size = least + (min(fits, most) - least) // SIZE_STEP * SIZE_STEP
        if not ways or size < least:
            return None
        measure = measure_of(reference, size, span)
        way = min((way for way in ways if way.longest <= measure), key=lambda way: way.price + LINE * len(way.lines))
        return part_of(role, reference, way, size)

    def range_of(self, role: str) -> tuple[Length, Length]:
        """The sizes that a part may have at all."""
        least, _, most = self.sizes
        if role == "headline":
            return least, most
        floor = self.secondary_least(least)
        return floor, max(floor, most * SECONDARY_SHARE[0] // 100)

    def secondary_least(self, main: Length) -> Length:
        """The least size of 引题 and 副题: always below the headline's."""
        return min(self.setter.length("secondary_least"), main - SIZE_STEP)

    def secondary(self, role: str, copy: Text, main: HeadPart, span: Length, vertical: bool) -> HeadPart | None:
        """An 引题 or 副题 at the size that suits the headline's, on one line where that can be.

        It would rather be small than as wide as the 主题 (look: never as wide as the main headline).
        """
        floor = self.secondary_least(main.size)
        wanted, least, small = (max(main.size * share // 100, floor) for share in (*SECONDARY_SHARE, SMALL_SHARE))
        reference = self.reference(role, copy, vertical)
        room = min(span, width_of(main)) * SPAN_SHARE // 100
        own = by_law(reference)
        narrow = min(wanted, room * reference.style.size // max(1, own.longest))
        if narrow >= small:
            return part_of(role, reference, own, narrow)
        counts = (len(own.lines),) if reference.law else (1, 2, 3)
        found = [self.part(role, copy, span, vertical, lines) for lines in counts]
        fitting = [part for part in found if part is not None and part.size >= least]
        part = next((part for part in fitting if not part.against), fitting[0] if fitting else None)
        return resized(part, min(wanted, part.size)) if part is not None else None

    def head(self, main: HeadPart, span: Length, vertical: bool) -> Head | None:
        """The whole head around its 主题, or None where another part does not fit ``span``."""
        kicker, deck = (
            (copy, self.secondary(role, copy, main, span, vertical) if copy is not None else None)
            for role, copy in (("kicker", self.copy.kicker), ("deck", self.copy.deck))
        )
        if any(copy is not None and part is None for copy, part in (kicker, deck)):
            return None
        bylines = self.bylines(span, vertical)
        parts = tuple(part for part in (kicker[1], main, deck[1], *bylines) if part is not None)
        pad = pad_of(self.copy.dress, main.size)
        gaps = (white_above(parts[0]) + pad[0], *(gap_between(*pair) for pair in pairwise(parts)))
        return Head(parts, gaps, main.size, span, vertical, pad[1])

    def bylines(self, span: Length, vertical: bool) -> Iterator[HeadPart]:
        """The bylines at their own size, each on as many lines as it takes."""
        size = self.setter.size("byline")
        for copy in self.copy.bylines:
            prepared = self.prepare("byline", copy, size, vertical)
            yield HeadPart("byline", prepared, break_lines(prepared, span), size, pitch_of(size, prepared))

    def candidates(self, span: Length, vertical: bool = False) -> tuple[tuple[Head, float], ...]:
        """Heads that fit ``span``, the best first: near the target size, on few lines."""
        span -= 2 * self.inset
        _, target, _ = self.sizes
        found: list[tuple[Head, float]] = []
        for lines, lines_cost in self.lines_costs(vertical).items():
            for main, cost in self.mains(span, vertical, lines):
                head = self.head(main, span, vertical)
                if head is not None:
                    weight = LARGER_WEIGHT if main.size > target else SIZE_WEIGHT
                    off = weight * abs(main.size - target) / target
                    found.append((head, off + lines_cost + cost + OUTDONE_COST * head.outdone))
        return tuple(sorted(found, key=lambda pair: pair[1]))

    def mains(self, span: Length, vertical: bool, lines: int) -> Iterator[tuple[HeadPart, float]]:
        """The 主题 in so many lines at every size that fits ``span``, the largest first, with its breaks' cost.

        Each size takes the cheapest breaks that fit there: a smaller one may part the headline by sense. A line more
        than need be serves only where it saves a worse break.
        """
        copy = self.copy.headline
        if self.hopeless("headline", copy, span, vertical, lines):
            return
        least, _, most = self.sizes
        reference = self.reference("headline", copy, vertical)
        ways = self.ways_of("headline", copy, vertical, lines)
        fewer = [way for count in range(1, lines) for way in self.ways_of("headline", copy, vertical, count)]
        for step in range((most - least) // SIZE_STEP, -1, -1):
            size = least + step * SIZE_STEP
            measure = self.measure("headline", copy, size, span, vertical)
            way = next((way for way in ways if way.longest <= measure), None)
            if way is not None and not any(o.longest <= measure and o.price <= way.price for o in fewer):
                yield part_of("headline", reference, way, size), sense_cost(way)

    def lines_costs(self, vertical: bool) -> Mapping[int, float]:
        """The numbers of lines that the 主题 may take, each with its cost; the editor's own breaks leave no choice."""
        reference = self.reference("headline", self.copy.headline, vertical)
        return {len(by_law(reference).lines): 0.0} if reference.law else LINES_COST

    def finish(self, head: Head, room: Length = 0) -> Head:
        """The same head with each part prepared at its own size, ready to be set; opened where its ``room`` across the
        lines is large."""
        head = opened(head, room - head.extent - self.setter.body.leading * ENOUGH_ROWS[0] // ENOUGH_ROWS[1])
        parts = tuple(
            part._replace(prepared=self.prepare(part.role, part.prepared.copy, part.size, head.vertical))
            for part in head.parts
        )
        return head._replace(parts=parts)


def opened(head: Head, spare: Length) -> Head:
    """A head with half of the white that it has to spare between its lines and its parts, as far as that looks well."""
    by_line = [part.size * OPENED[0] // 100 * (len(part.lines) > 1) for part in head.parts]
    by_part = [min(a.size, b.size) * OPENED[1] // 100 for a, b in pairwise(head.parts)]
    most = sum(by_part) + sum(each * (len(part.lines) - 1) for each, part in zip(by_line, head.parts, strict=True))
    given = min(max(0, spare) // 2, most)
    if not given:
        return head
    parts = (
        part._replace(pitch=part.pitch + each * given // most) for part, each in zip(head.parts, by_line, strict=True)
    )
    gaps = (gap + each * given // most for gap, each in zip(head.gaps, (0, *by_part), strict=True))
    return head._replace(parts=tuple(parts), gaps=tuple(gaps))


def measure_of(reference: Prepared, size: Length, span: Length) -> Length:
    """What a line may fill of ``span`` at ``size``, at the reference's size."""
    return span * SPAN_SHARE * reference.style.size // (100 * size)


def part_of(role: str, prepared: Prepared, way: Way, size: Length) -> HeadPart:
    """A part in the lines of ``way``."""
    return HeadPart(role, prepared, way.lines, size, pitch_of(size, prepared), way.worst >= AGAINST)


def sense_cost(way: Way) -> float:
    """What the breaks of a 主题 cost against its size."""
    return way.price / SENSE_SCALE + AGAINST_COST * (way.worst >= AGAINST)


def pad_of(dress: Dress | None, size: Length) -> tuple[Length, Length]:
    """The white before and behind the parts of a head of ``size`` that its bar or its lines want."""
    if dress is None:
        return 0, 0
    pad = size * DRESS_PAD // 100
    return pad * bool(dress.ground or dress.above), pad * bool(dress.ground or dress.below)


def width_of(part: HeadPart) -> Length:
    """The widest line of a part at its size."""
    widest = max(part.prepared.natural(*line) for line in part.lines)
    return widest * part.size // part.prepared.style.size


def pitch_of(size: Length, prepared: Prepared) -> Length:
    """From line to line of a part at ``size``: no nearer than what stands beside its lines allows."""
    return max(size * LINE_PITCH // 100, size + white_of(prepared, size))


def white_of(prepared: Prepared, size: Length) -> Length:
    """The white that marks beside copy prepared at some size, and its larger runs, want at ``size``."""
    return -(-white_wanted(prepared) * size // prepared.style.size)


def white_above(part: HeadPart) -> Length:
    """The white before a head that ruby over its first line wants, or a larger or raised run in it."""
    wanted = has_ruby(part.prepared, part.lines[0]) or part.prepared.grown is not None
    return white_of(part.prepared, part.size) if wanted else 0


def gap_between(before: HeadPart, after: HeadPart) -> Length:
    """The white between two parts: the usual, or what stands beside either wants."""
    usual = min(before.size, after.size) * PART_GAP // 100
    return max(usual, *(white_of(part.prepared, part.size) for part in (before, after)))


def resized(part: HeadPart, size: Length) -> HeadPart:
    """The same lines at another size."""
    return part._replace(size=size, pitch=pitch_of(size, part.prepared))


def sizes_of(copy: HeadCopy, setter: TypeSetter) -> tuple[Length, Length, Length]:
    """(least, target, most) of a headline: the editor's range with its middle, or its weight's."""
    if copy.size is None:
        return setter.headline_sizes(copy.weight)
    least, most = copy.size
    return least, (least + most) // 2, most


def rows_needed(extent: Length, leading: Length, above: Length) -> float:
    """The rows that a head of ``extent`` needs with ``above`` before it and the foot white after it."""
    return (above + extent + leading * FOOT_WHITE // 100) / leading


def lost_cost(head: Head, span: Length) -> float:
    """What it costs that a headline fills little of its span."""
    filled = max((width_of(part) for part in head.parts if part.role == "headline"), default=span)
    share = HEAD_SHARES[min(head.main_lines, len(HEAD_SHARES)) - 1]
    return LOST_HEAD_COST * min(max(0.0, share - filled / span), MOST_LACKED)


def head_options(maker: HeadMaker, span: Length, above: Length, vertical: bool = False) -> tuple[HeadOption, ...]:
    """The head in different whole numbers of rows, the best first (the lever «headline block ± 1 line»)."""
    leading = maker.setter.body.leading
    best: dict[int, HeadOption] = {}
    roomier: dict[int, HeadOption] = {}
    for head, own in maker.candidates(span, vertical):
        needed = rows_needed(head.extent, leading, above)
        rows, lost = ceil(needed), 0.0 if vertical else lost_cost(head, span)
        for options, taken in ((best, rows), (roomier, rows + 1)):
            cost = own + lost + ROOM_COST * (taken - needed) ** 2
            if taken not in options or cost < options[taken].cost:
                options[taken] = HeadOption(taken, head, cost)
    natural = sorted(best.values(), key=lambda option: (option.cost, option.rows))[:HEAD_HEIGHTS]
    heights = {option.rows for option in natural}
    more = [option for option in roomier.values() if option.rows - 1 in heights]
    cheapest = {option.rows: option for option in sorted([*natural, *more], key=lambda option: -option.cost)}
    return tuple(sorted(cheapest.values(), key=lambda option: (option.cost, option.rows)))


def vertical_head(maker: HeadMaker, length: Length, width: Length) -> Head | None:
    """The head as 竖题 in a strip of ``length`` and at most ``width``, or None."""
    room = width - maker.setter.body.size
    return largest_head(maker, length, room, vertical=True, most=STRIP_LINES)


def largest_head(
    maker: HeadMaker,
    span: Length,
    room: Length,
    *,
    vertical: bool,
    needs: Callable[[Head], Length] = attrgetter("extent"),
    most: int = LAST_RESORT_LINES,
) -> Head | None:
    """The largest head on the fewest lines within ``span`` along its lines and ``room`` across them, or None; one that
    is parted by sense before any that is not, one on ``most`` lines before any on more. ``needs`` says what a head
    takes across its lines."""
    fitting = [head for head, _ in maker.candidates(span, vertical) if needs(head) <= room]
    by_sense = [head for head in fitting if not head.against] or fitting
    wanted = [head for head in by_sense if head.main_lines <= most] or by_sense
    return max(wanted, key=lambda head: (head.size * LINE_WORTH**-head.main_lines, head.size), default=None)


Fits = Callable[[HeadMaker], bool]
"""Whether a head has room in its place, made by this maker."""


def no_room(block: str, heads: HeadMaker, columns: int, fits: Fits) -> Diagnostic:
    """The finding that a block's headline has no room in so many columns, with the length that would have."""
    words = spoken(heads.copy.headline)
    has, most = characters(words, len(words.value)), characters(words, longest(heads, words, fits))
    zh, en = (f"，{most} 字可排，现 {has} 字", f": {most} characters would fit, it has {has}")
    room = Words(zh, en) if most else Words("", "")
    return diagnose("P504", heads.copy.headline.span, block=block, columns=columns, room=room)


def spoken(headline: Text) -> Text:
    """A headline as it is read out, its lines ending where the editor has them end."""
    read = parse(headline.value)
    breaks = tuple([index for index, place in enumerate(read.places[:-1]) if place in headline.breaks])
    return plain_text(read.text)._replace(breaks=breaks)


def characters(words: Text, end: int) -> int:
    """How many characters of a headline stand before ``end``; a break is none."""
    return end - sum([place < end for place in words.breaks])


def longest(heads: HeadMaker, words: Text, fits: Fits) -> int:
    """Where a headline ends at most that has room; 0 where not even one character has, a deck that is too wide, say."""
    least, most = 0, len(words.value) - 1
    while least < most:
        middle = (least + most + 1) // 2
        shorter = plain_text(words.value[:middle])._replace(breaks=tuple([b for b in words.breaks if b < middle]))
        if fits(HeadMaker(heads.copy._replace(headline=shorter), heads.setter, heads.catalogue)):
            least = middle
        else:
            most = middle - 1
    return least
