"""The copy of a block, prepared once and counted at any measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from paiban.galley.copyfit import KEEPS, Choice, Keep
from paiban.memo import Memo
from paiban.text import LineRange, Measure, Prepared, break_lines, count_lines, is_orphan, most_lines, reachable, strain
from paiban.units import Length
from paiban.value import NamedTuple

STUB_STEP = 3
"""Trackings tried against a last line of one character, in thousandths of an em apart."""


INITIAL_GAP = 3
"""White between a large initial and the lines beside it, in parts of an em."""

LEAST_BESIDE = 4
"""Lines of fewer characters do not stand beside a large initial."""


class Initial(NamedTuple):
    """A paragraph's large initial (首字下沉) beside its first ``lines``, prepared at its own size; or a cross-head that
    stands beside them, ``broken`` into lines of its own at a measure; or room for a picture, without type."""

    prepared: Prepared | None
    lines: int
    role: str = "initial"
    broken: tuple[LineRange, ...] = ()
    measure: Length = 0

    @property
    def width(self) -> Length:
        """What it takes of the lines beside it, without the white between."""
        return self.measure or (self.prepared.width if self.prepared is not None else 0)

    def indent(self, measure: Length, em: Length) -> Length:
        """What it takes of the measure of the lines beside it, which hold whole characters; 0 where it has no room."""
        beside = (measure - self.width - em // INITIAL_GAP) // em
        return measure - beside * em if beside >= LEAST_BESIDE else 0


class Widths(NamedTuple):
    """The measures of a paragraph's lines that run round something: ``first`` one by one, then ``rest`` for all."""

    first: tuple[Length, ...]
    rest: Length

    def at(self, line: int) -> Length:
        """The measure of a line, counted from 0."""
        return self.first[line] if line < len(self.first) else self.rest


_Key = tuple[Length, int, bool]
"""A measure, the most tracking there, and whether it is the first paragraph."""


class Asked(NamedTuple):
    """What a paragraph was asked for, with what it answered (``GalleyParagraph.choices``, ``gained``)."""

    choices: Mapping[_Key, tuple[Choice, ...]]
    gained: Mapping[_Key, tuple[int, int]]


class GalleyParagraph:
    """One paragraph, ready to be broken, and remembered as broken. ``kind`` is its role in the style sheet.

    ``white`` lists the rows of white that may be put before it, unless it is the first, ``blank`` those that must stand
    there but at a leg's top. ``initial`` is a large initial that opens it; ``prepared`` is then what follows that.
    ``keep`` says what it is not to be parted from.
    """

    __slots__ = ("_broken", "_choices", "_counted", "_gained", "blank", "initial", "keep", "kind", "prepared", "white")

    def __init__(
        self,
        kind: str,
        prepared: Prepared,
        white: tuple[int, ...] = (),
        initial: Initial | None = None,
        blank: int = 0,
        keep: Keep | None = None,
    ) -> None:
        self.kind = kind
        self.prepared = prepared
        self.white = white
        self.initial = initial
        self.blank = blank
        self.keep = KEEPS.get(kind, Keep.NOTHING) if keep is None else keep
        self._broken: dict[tuple[Length | Widths, int], tuple[LineRange, ...]] = {}
        self._choices: dict[_Key, tuple[Choice, ...]] = {}
        self._gained: dict[_Key, tuple[int, int]] = {}
        self._counted: dict[tuple[Length | Widths, int], int] = {}

    def remember(self, memo: Memo) -> None:
        """Take over what an earlier paragraph found out that differs in nothing but its place in the file."""
        last = memo.made("paragraph", (), lambda: [self], self.kind, self.prepared.copy.value)
        if last[0] is not self and last[0].is_like(self):
            self._broken, self._choices = last[0]._broken, last[0]._choices
            self._counted, self._gained = last[0]._counted, last[0]._gained
        last[0] = self

    def is_like(self, other: GalleyParagraph) -> bool:
        """Whether two paragraphs of one kind and copy break alike: all but their places is the same."""
        plain = self.initial is None and other.initial is None
        whites = (self.white, self.blank) == (other.white, other.blank)
        return plain and whites and unplaced(self.prepared) == unplaced(other.prepared)

    def broken(self, measure: Length | Widths, tracking: int = 0) -> tuple[LineRange, ...]:
        """Its lines at a measure, tracked by thousandths of an em; broken once, however often it is asked for."""
        key = measure, tracking
        if key not in self._broken:
            natural = self.broken(measure) if tracking else None
            room = by_line(measure) if self.initial is None else partial(self.measure_of, measure)
            self._broken[key] = break_lines(self.prepared, room, tracking=tracking, natural=natural)
        return self._broken[key]

    def indent(self, measure: Length | Widths, line: int) -> Length:
        """How far one of its lines, counted from 0, begins inside the measure beside a large initial."""
        if self.initial is None or line >= self.initial.lines:
            return 0
        return self.initial.indent(at_line(measure, line), self.prepared.style.size)

    def measure_of(self, measure: Length | Widths, line: int) -> Length:
        """What a line has of the measure."""
        return at_line(measure, line) - self.indent(measure, line)

    def learn(self, lines: Sequence[tuple[Length, int]], tracking: int) -> None:
        """Take over how many lines it has at some measures, tracked, from whoever counted them."""
        self._counted.update(((measure, tracking), count) for measure, count in lines)

    def count(self, measure: Length | Widths, tracking: int) -> int:
        """How many lines it has at a measure, tracked; what breaks a paragraph as a whole to count them keeps them."""
        key = measure, tracking
        if key not in self._counted:
            self._counted[key] = self._lines(measure, tracking)
        return self._counted[key]

    def _lines(self, measure: Length | Widths, tracking: int) -> int:
        if self.initial is not None:
            return self.choice(measure, tracking).lines
        if self.prepared.style.composition.breaker == "optimal":
            return len(self.broken(measure, tracking))
        return count_lines(self.prepared, by_line(measure), tracking)

    def choices(self, measure: Length, limit: int, first: bool) -> tuple[Choice, ...]:
        """The honest ways to set it at ``measure``: its natural line count first, then what tracking reaches.

        ``limit`` is the most tracking in thousandths of an em, 0 for none.
        """
        key = measure, limit, first
        if key not in self._choices:
            self._choices[key] = self._chosen(measure, limit, first)
        return self._choices[key]

    def fewest(self, measure: Length, limit: int, first: bool) -> tuple[int, int]:
        """The fewest lines that any of ``choices`` has, and their tracking; those with more are not looked for."""
        tracked, count = self._tracked(limit, first), partial(self.count, measure)
        return min(reachable(self.prepared, by_line(measure), tracked, count, more=False).items())

    def gained(self, measure: Length, limit: int, first: bool) -> tuple[int, int]:
        """How many lines fewer, and how many more, than its natural number any of ``choices`` has at most."""
        key = measure, limit, first
        if key not in self._gained:
            tracked, count = self._tracked(limit, first), partial(self.count, measure)
            less, more = (most_lines(self.prepared, count, each) if each else 0 for each in (-tracked, tracked))
            self._gained[key] = less, more
        return self._gained[key]

    def asked(self, measure: Length) -> Asked:
        """All that it was asked for at a measure so far."""
        return Asked(
            {key: choices for key, choices in self._choices.items() if key[0] == measure},
            {key: gained for key, gained in self._gained.items() if key[0] == measure},
        )

    def answers(self, asked: Asked) -> bool:
        """Whether it answers the same as another paragraph that was ``asked``."""
        same = all(self.choices(*key) == choices for key, choices in asked.choices.items())
        return same and all(self.gained(*key) == gained for key, gained in asked.gained.items())

    def _tracked(self, limit: int, first: bool) -> int:
        """The most tracking of its lines, 0 for none."""
        fixed = self.initial is not None or self.kind == "crosshead" or (self.blank and not first)
        return 0 if fixed else limit

    def _chosen(self, measure: Length, limit: int, first: bool) -> tuple[Choice, ...]:
        ways = self.ways(measure, self._tracked(limit, first))
        if first or (self.initial is not None and not self.blank):
            return ways
        if self.kind == "crosshead":
            return (*ways, Choice(ways[0].lines + 1, blank=1))
        if self.blank:
            return (ways[0].below(self.blank), ways[0]._replace(top=True))
        return (*ways, *(way.below(blank) for blank in self.white for way in ways))

    def ways(self, measure: Length | Widths, limit: int) -> tuple[Choice, ...]:
        """The honest ways to set its lines at ``measure``, without any white before it."""
        natural = self.choice(measure, 0)
        if self.initial is not None or self.kind == "crosshead":
            return (natural,)
        room = by_line(measure)
        counts = reachable(self.prepared, room, limit, partial(self.count, measure)) if limit else {}
        options = [natural, *(self.choice(measure, t) for n, t in sorted(counts.items()) if n != natural.lines)]
        if natural.stub:
            options += self.cured(measure, limit, natural.lines)
        return tuple(options)

    def whites(self, first: bool, at_top: bool) -> tuple[int, ...]:
        """The rows of white that may stand before it; ``at_top``: where a leg begins."""
        if first or (self.initial is not None and not self.blank):
            return (0,)
        if self.kind == "crosshead":
            return (0, 1)
        return (0 if at_top else self.blank,) if self.blank else (0, *self.white)

    def choice(self, measure: Length | Widths, tracking: int) -> Choice:
        """The paragraph at one tracking, really broken."""
        lines = self.broken(measure, tracking)
        if self.initial is not None:
            return Choice(max(len(lines), self.initial.lines))
        stub = bool(lines) and is_orphan(self.prepared, lines[-1])
        if not tracking:
            return Choice(len(lines), stub=stub)
        room = by_line(measure)
        opened = strain(self.prepared, room, lines) - strain(self.prepared, room, self.broken(measure))
        return Choice(len(lines), tracking, stub=stub, opened=max(0, round(1000 * opened)))

    def cured(self, measure: Length | Widths, limit: int, lines: int) -> list[Choice]:
        """The least tracking that keeps the line count but gives the last line company, if any does."""
        for tracking in range(STUB_STEP, limit + 1, STUB_STEP):
            choice = self.choice(measure, tracking)
            if choice.lines == lines and not choice.stub:
                return [choice]
        return []


def at_line(measure: Length | Widths, line: int) -> Length:
    """The measure of a line, counted from 0."""
    return measure.at(line) if isinstance(measure, Widths) else measure


def by_line(measure: Length | Widths) -> Measure:
    """Measures as a breaker asks for them."""
    return measure.at if isinstance(measure, Widths) else measure


def unplaced(prepared: Prepared) -> Prepared:
    """A paragraph without what its place in the file decides."""
    return prepared._replace(copy=prepared.copy._replace(file="", lines=(), columns=()), diagnostics=())


class Galley:
    """A block's paragraphs in reading order, and the choices that were found for them.

    ``plain`` is the same without a large initial, for where that has no room; None where it has none.
    """

    __slots__ = ("_choices", "_reach", "block", "paragraphs", "plain")

    def __init__(self, block: str, paragraphs: tuple[GalleyParagraph, ...], plain: Galley | None = None) -> None:
        self.block = block
        self.paragraphs = paragraphs
        self.plain = plain
        self._choices: dict[tuple[Length, int], tuple[tuple[Choice, ...], ...]] = {}
        self._reach: dict[tuple[Length, int], tuple[int, int]] = {}

    @property
    def keeps(self) -> tuple[Keep, ...]:
        """What each paragraph is not to be parted from."""
        return tuple([paragraph.keep for paragraph in self.paragraphs])

    @property
    def members(self) -> bool:
        """Whether its paragraphs are members of a rail or an index, with white between them."""
        return any(paragraph.white for paragraph in self.paragraphs)

    @property
    def whites(self) -> tuple[int, ...]:
        """The rows of white that may stand between its members, none among them."""
        return tuple(sorted({0, *(white for paragraph in self.paragraphs for white in paragraph.white)}))

    def alike(self, white: int) -> Galley:
        """The same copy with so many rows of white between any two of its members, and none at a leg's top."""
        return _Alike(self, white)

    @property
    def heads(self) -> tuple[int, ...]:
        """Which of the paragraphs are 小标题."""
        return tuple([index for index, paragraph in enumerate(self.paragraphs) if paragraph.kind == "crosshead"])

    def choices(self, measure: Length, limit: int) -> tuple[tuple[Choice, ...], ...]:
        """The choices of every paragraph at ``measure``, looked for once."""
        key = measure, limit
        if key not in self._choices:
            self._choices[key] = tuple(p.choices(measure, limit, index == 0) for index, p in enumerate(self.paragraphs))
        return self._choices[key]

    def reach(self, measure: Length, limit: int) -> tuple[int, int]:
        """The fewest and the most lines that ``choices`` may come to at most, for which no tracking is tried."""
        key = measure, limit
        if key not in self._reach:
            few = many = 0
            for index, (paragraph, options) in enumerate(zip(self.paragraphs, self.choices(measure, 0), strict=True)):
                less, more = paragraph.gained(measure, limit, index == 0)
                lines = [option.lines for option in options]
                few, many = few + min(lines) - less, many + max(lines) + more
            self._reach[key] = few, many
        return self._reach[key]

    def count(self, measure: Length, tracking: int = 0) -> int:
        """Lines in all at ``measure`` with every paragraph tracked by ``tracking`` thousandths of an em."""
        return sum([paragraph.count(measure, tracking) for paragraph in self.paragraphs])


class _Alike(Galley):
    """A galley whose members have one white between them; where they were broken is the galley's own."""

    __slots__ = ("_own", "_white")

    def __init__(self, own: Galley, white: int) -> None:
        super().__init__(own.block, own.paragraphs, own.plain)
        self._own = own
        self._white = white

    def choices(self, measure: Length, limit: int) -> tuple[tuple[Choice, ...], ...]:
        """See ``Galley``."""
        own = self._own.choices(measure, limit)
        return (*own[:1], *map(self._with_white, own[1:]))

    def _with_white(self, options: tuple[Choice, ...]) -> tuple[Choice, ...]:
        bare = tuple(option for option in options if not option.blank)
        apart = tuple(option for option in options if option.blank == self._white)
        return (*apart, *(option._replace(top=True) for option in bare)) if self._white and apart else bare
