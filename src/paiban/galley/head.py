"""A story's head block: 引题, 主题 and 副题 composed together, in whole rows of the page.

The head is made on logical axes: its lines follow each other along the block axis, above the legs or, as 竖题, in a
strip beside them. What it may weigh is the style sheet's (sizes by weight); which size it takes follows from its span.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from paiban.font import FontCatalogue
from paiban.galley.type import TypeSetter
from paiban.issue import Story
from paiban.span import Text
from paiban.text import LineRange, Prepared, break_headline, prepare
from paiban.units import PER_PT, Length

SIZE_STEP = PER_PT // 2
"""Headline sizes are tried in half points."""

LINE_PITCH = 118
"""From one line of a headline to the next, in hundredths of its size."""

PART_GAP = 40
"""White between two parts of a head, in hundredths of the smaller one's size: never more than the white around it."""

SPAN_SHARE = 96
"""A headline stays within this share of its span, in hundredths, so that it never butts on what stands beside it."""

FOOT_WHITE = 55
"""White between a head and its text at the least, in hundredths of the body's leading."""

SECONDARY_SHARE = (46, 36)
"""Size of 引题 and 副题 in hundredths of the headline's: wanted, and least, where a long one has to fit its span."""

SMALL_SHARE = 30
"""The least share that an 引题 or 副题 shrinks to so as to stay narrower than its 主题."""

LINES_COST = {1: 0.0, 2: 0.8, 3: 4.0}
"""What a headline's second and third line cost against a size away from its target (ten a whole target)."""

LINE_WORTH = 1.15
"""竖题 takes another line for a size larger by more than this factor."""

ROOM_COST = 0.6
"""What one row of white more around a head costs, on the same scale."""


class HeadPart(NamedTuple):
    """One part of the head: its prepared copy, its lines, its size and the distance from line to line.

    Until the head is finished, ``prepared`` is at the maker's reference size; the lines hold at every size.
    """

    role: str
    prepared: Prepared
    lines: tuple[LineRange, ...]
    size: Length
    pitch: Length

    @property
    def extent(self) -> Length:
        """What the part takes along the block axis, from the first line's em box to the last's."""
        return self.size + (len(self.lines) - 1) * self.pitch


class Head(NamedTuple):
    """A head block: its parts in order, the gaps before them, and what it takes along the block axis."""

    parts: tuple[HeadPart, ...]
    gaps: tuple[Length, ...]
    size: Length
    span: Length
    vertical: bool

    @property
    def extent(self) -> Length:
        """From the first part's em box to the last's, along the block axis."""
        return sum(part.extent for part in self.parts) + sum(self.gaps)

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


class HeadMaker:
    """Makes the head of one story at any size and span.

    Each part is prepared and broken at one reference size, since line ends depend only on measure ÷ size; ``finish``
    prepares the one head that was chosen at its own.
    """

    def __init__(self, story: Story, setter: TypeSetter, catalogue: FontCatalogue, names: Sequence[str]) -> None:
        self.story = story
        self.setter = setter
        self.catalogue = catalogue
        self.names = tuple(names)
        self.sizes = sizes_of(story, setter)
        self.references: dict[tuple[str, bool], Prepared] = {}
        self.largest: dict[tuple[str, Length, bool, int], HeadPart | None] = {}

    def prepare(self, role: str, copy: Text, size: Length, vertical: bool) -> Prepared:
        """One part's copy, prepared at ``size``."""
        face = self.story.headline_face if role == "headline" else ""
        style = self.setter.style(role, size=size, face=face, vertical=vertical)
        if vertical:
            # 竖题 is set from the top of the text beside it (look: vertical headline).
            style = style._replace(align="start")
        return prepare(copy, style, self.catalogue, markup=False)

    def reference(self, role: str, copy: Text, vertical: bool) -> Prepared:
        """One part's copy at the reference size, prepared once."""
        if (role, vertical) not in self.references:
            self.references[role, vertical] = self.prepare(role, copy, self.sizes[1], vertical)
        return self.references[role, vertical]

    def broken(self, role: str, copy: Text, size: Length, span: Length, vertical: bool, lines: int) -> HeadPart | None:
        """One part at ``size``, or None where it does not fit ``span`` in so many lines."""
        reference = self.reference(role, copy, vertical)
        measure = span * SPAN_SHARE * reference.style.size // (100 * size)
        forced = self.story.headline_breaks if role == "headline" else ()
        # Not worth a try, and a body pasted into a headline would take minutes: a break gives back two em at most.
        if not forced and reference.width > lines * (measure + 2 * reference.style.size):
            return None
        ranges = break_headline(reference, measure, max_lines=lines, forced=forced, names=self.names)
        return HeadPart(role, reference, ranges, size, pitch_of(size)) if ranges else None

    def part(self, role: str, copy: Text, span: Length, vertical: bool, lines: int) -> HeadPart | None:
        """One part in at most ``lines`` lines at the largest size that fits ``span``; its lines fit below that too.

        What fits at a size fits at every smaller one, so halving finds the largest.
        """
        key = (role, span, vertical, lines)
        if key not in self.largest:
            least, most = self.range_of(role)
            found = self.broken(role, copy, least, span, vertical, lines)
            low, high = 0, (most - least) // SIZE_STEP
            while found is not None and low < high:
                middle = (low + high + 1) // 2
                larger = self.broken(role, copy, least + middle * SIZE_STEP, span, vertical, lines)
                low, high = (low, middle - 1) if larger is None else (middle, high)
                found = larger or found
            self.largest[key] = found
        return self.largest[key]

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
        narrow = min(wanted, room * reference.style.size // max(1, reference.width))
        if narrow >= small:
            return HeadPart(role, reference, (LineRange(0, reference.count),), narrow, pitch_of(narrow))
        for lines in (1, 2, 3):
            part = self.part(role, copy, span, vertical, lines)
            if part is not None and part.size >= least:
                return resized(part, min(wanted, part.size))
        return None

    def head(self, main: HeadPart, span: Length, vertical: bool) -> Head | None:
        """The whole head around its 主题, or None where another part does not fit ``span``."""
        kicker, deck = (
            (copy, self.secondary(role, copy, main, span, vertical) if copy is not None else None)
            for role, copy in (("kicker", self.story.kicker), ("deck", self.story.deck))
        )
        if any(copy is not None and part is None for copy, part in (kicker, deck)):
            return None
        parts = tuple(part for part in (kicker[1], main, deck[1]) if part is not None)
        gaps = (0, *(min(a.size, b.size) * PART_GAP // 100 for a, b in pairwise(parts)))
        return Head(parts, gaps, main.size, span, vertical)

    def candidates(self, span: Length, vertical: bool = False) -> tuple[tuple[Head, float], ...]:
        """Heads that fit ``span``, the best first: near the target size, on few lines."""
        least, target, _ = self.sizes
        found: list[tuple[Head, float]] = []
        assert self.story.headline is not None
        for lines, lines_cost in self.lines_costs().items():
            main = self.part("headline", self.story.headline, span, vertical, lines)
            if main is None or len(main.lines) != lines:
                continue
            for size in range(main.size, least - 1, -SIZE_STEP):
                head = self.head(resized(main, size), span, vertical)
                if head is not None:
                    found.append((head, 10 * abs(size - target) / target + lines_cost))
        return tuple(sorted(found, key=lambda pair: pair[1]))

    def lines_costs(self) -> Mapping[int, float]:
        """The numbers of lines that the 主题 may take, each with its cost; the editor's own breaks leave no choice."""
        breaks = self.story.headline_breaks
        return {len(breaks) + 1: 0.0} if breaks else LINES_COST

    def finish(self, head: Head) -> Head:
        """The same head with each part prepared at its own size, ready to be set."""
        parts = tuple(
            part._replace(prepared=self.prepare(part.role, part.prepared.copy, part.size, head.vertical))
            for part in head.parts
        )
        return head._replace(parts=parts)


def width_of(part: HeadPart) -> Length:
    """The widest line of a part at its size."""
    widest = max(part.prepared.natural(*line) for line in part.lines)
    return widest * part.size // part.prepared.style.size


def pitch_of(size: Length) -> Length:
    """From line to line of a part at ``size``."""
    return size * LINE_PITCH // 100


def resized(part: HeadPart, size: Length) -> HeadPart:
    """The same lines at another size."""
    return part._replace(size=size, pitch=pitch_of(size))


def sizes_of(story: Story, setter: TypeSetter) -> tuple[Length, Length, Length]:
    """(least, target, most) of a story's headline: the editor's range with its middle, or its weight's."""
    if story.headline_size is None:
        return setter.headline_sizes(story.weight)
    least, most = story.headline_size
    return least, (least + most) // 2, most


def rows_for(extent: Length, leading: Length, above: Length) -> int:
    """The whole rows that a head of ``extent`` takes with ``above`` before it and the foot white after it."""
    need = above + extent + leading * FOOT_WHITE // 100
    return -(-need // leading)


def head_options(
    maker: HeadMaker, span: Length, above: Length, most: int = 4, vertical: bool = False
) -> tuple[HeadOption, ...]:
    """The head in different whole numbers of rows, the best first (the lever «headline block ± 1 line»)."""
    leading = maker.setter.body.leading
    best: dict[int, HeadOption] = {}
    for head, cost in maker.candidates(span, vertical):
        rows = rows_for(head.extent, leading, above)
        if rows not in best or cost < best[rows].cost:
            best[rows] = HeadOption(rows, head, cost)
    natural = sorted(best.values(), key=lambda option: (option.cost, option.rows))[:most]
    roomier = [HeadOption(option.rows + 1, option.head, option.cost + ROOM_COST) for option in natural]
    taken = {option.rows: option for option in sorted([*natural, *roomier], key=lambda option: -option.cost)}
    return tuple(sorted(taken.values(), key=lambda option: (option.cost, option.rows)))


def vertical_head(maker: HeadMaker, length: Length, width: Length) -> Head | None:
    """The head as 竖题 in a strip of ``length`` × ``width``: the largest on the fewest lines that fits, or None."""
    fitting = [h for h, _ in maker.candidates(length, vertical=True) if h.extent <= width - maker.setter.body.size]
    return max(fitting, key=lambda head: (head.size * LINE_WORTH**-head.main_lines, head.size), default=None)
