"""A paragraph prepared: everything that breaking and setting need, at no measure in particular.

Clusters are numbered from 0. *Boundary* ``i`` lies between cluster ``i`` and ``i + 1``; all that a line may gain or
lose inside itself lives on boundaries, so a line of clusters ``s … e`` (exclusive) owns the boundaries ``s … e - 2``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from operator import attrgetter

from paiban.diagnostic import Diagnostic
from paiban.display import Colour, GlyphRun
from paiban.span import Text
from paiban.text.numbers import Cut
from paiban.text.style import TextStyle
from paiban.units import Length, rounded
from paiban.value import NamedTuple


class Step(NamedTuple):
    """One step of squeezing: the boundaries that take part, and how much each may give."""

    name: str
    places: tuple[int, ...]
    amounts: tuple[Length, ...]


class Pool(NamedTuple):
    """The boundaries that a stretched line opens before all others (gaps, word spaces, marks), each up to its ``most``
    and by its weight. Afterwards each shares with all others as far as its ``rooms`` go: its white counts.

    ``sums[i]`` is what those before boundary ``i`` take together first, ``lacks[i]`` what the rooms of those that have
    any fall short of a plain place's; ``least_room`` is the smallest of these rooms, a plain place's if there are none.
    ``marks`` are those of the places that are a mark's.
    """

    places: tuple[int, ...]
    most: tuple[Length, ...]
    weights: tuple[int, ...]
    sums: tuple[Length, ...]
    rooms: tuple[Length, ...]
    lacks: tuple[Length, ...]
    least_room: Length
    marks: tuple[int, ...]


class Look(NamedTuple):
    """From glyph ``glyph`` on, the face and how its glyphs stand: turned by a quarter, condensed and scaled to
    thousandths; their size and colour where those are not the paragraph's (0 and None)."""

    glyph: int
    face: str
    turn: bool
    condense: int
    scale: int
    size: Length
    colour: Colour | None


class Annotation(NamedTuple):
    """Something beside clusters ``first`` … ``last`` (exclusive): ``dots``, ``name``, ``title``, ``frame``,
    ``underline`` or ``ruby``; or what is under them, the ``ground``.

    ``size`` is the type's, ``colour`` that of what is drawn. For ruby ``start`` … ``end`` is its text in the copy and
    ``ruby`` that text prepared at its own size.
    """

    kind: str
    first: int
    last: int
    size: Length
    colour: Colour
    start: int = 0
    end: int = 0
    ruby: Prepared | None = None


_FIRST = attrgetter("first")


class Grown(NamedTuple):
    """The character at ``place`` of the copy that stands out furthest of the paragraph's em boxes, and how far."""

    place: int
    by: Length


class Prepared(NamedTuple):
    """A paragraph ready to be broken at any measure.

    A cluster: its class (a letter of ``classes``), where it begins in the copy (``starts``), the running natural width
    before it (``sums``, glue after a cluster included), what falls away when a line ends after it (``tails``: glue and
    the blank of a mark) or begins with it (``heads``). A glyph: id, advance, shift along and across the line, its copy;
    cluster ``i`` has the glyphs ``firsts[i] … lasts[i]``, glue that is drawn follows up to ``firsts[i + 1]``.

    ``breaks`` are the clusters that may begin a line, and their number; ``place_sums[i]`` counts the boundaries before
    ``i`` that stretch and track, ``open_sums[i]`` those that share what the pool leaves (``opens``), each until it is
    ``most_white`` wide;
    ``letters`` are the glyphs of Western words with another after them, which open last. ``squeezes`` sums all steps of
    squeezing. ``leads`` are brackets with the blank before them that a line which begins with one may squeeze (none
    where it always falls). ``annotations`` stand in the order of their first clusters; ``reaches[i]`` is how far the
    first ``i + 1`` of them reach. ``soft`` are breaks that cost something, with their price. ``marks`` are the indices
    of the copy that are mark-up; ``grown`` says of larger runs how far they stand out. ``law`` are the indices of the
    copy at which the editor ends a line.
    """

    copy: Text
    start: int
    end: int
    style: TextStyle
    prefix: str
    prefix_glyphs: int
    classes: str
    starts: tuple[int, ...]
    sums: tuple[Length, ...]
    tails: tuple[Length, ...]
    heads: tuple[Length, ...]
    breaks: tuple[int, ...]
    place_sums: tuple[int, ...]
    opens: tuple[int, ...]
    open_sums: tuple[int, ...]
    most_white: Length
    squeeze: tuple[Step, ...]
    squeezes: tuple[Length, ...] | None
    pool: Pool | None
    letters: tuple[int, ...]
    glyphs: tuple[int, ...]
    advances: tuple[Length, ...]
    shifts: tuple[Length, ...]
    rises: tuple[Length, ...] | None
    texts: tuple[str, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    looks: tuple[Look, ...]
    dropped: tuple[int, ...]
    drawn_spaces: Mapping[int, tuple[int, ...]] = {}
    hyphens: Mapping[int, tuple[int, Length]] = {}
    soft: Mapping[int, Cut] = {}
    leads: Mapping[int, Length] = {}
    annotations: tuple[Annotation, ...] = ()
    reaches: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()
    grown: Grown | None = None
    law: tuple[int, ...] = ()
    closing: Length = 0
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def count(self) -> int:  # type: ignore[override]  # nobody counts equal fields of a paragraph, everybody clusters
        """How many clusters there are."""
        return len(self.classes)

    def closed(self, room: Length) -> Prepared:
        """The same with ``room`` after its last cluster, which its last line has to hold."""
        return self._replace(tails=(*self.tails[:-1], self.tails[-1] - room), closing=room) if self.tails else self

    @property
    def width(self) -> Length:
        """The natural width of all of it on one line, at the style's own tracking."""
        return self.natural(0, self.count)

    def tracked(self, tracking: int) -> Length:
        """What ``tracking`` (‰ of an em, on top of the style's own) adds to each place."""
        return rounded((self.style.tracking + tracking) * self.style.size, 1000)

    def tracks(self, first: int, last: int) -> list[int]:
        """The boundaries inside a line of clusters ``first`` … ``last`` (exclusive) that tracking opens."""
        sums = self.place_sums
        return [place for place in range(first, min(last, self.count) - 1) if sums[place + 1] > sums[place]]

    def natural(self, first: int, last: int, tracking: int = 0, skipped: int = 0) -> Length:  # noqa: ARG002
        """The natural width of a line of clusters ``first`` … ``last`` (exclusive), trimmed at both ends.

        It takes the fields of a ``LineRange``; what is skipped after a line has no width.
        """
        if first >= last:
            return 0
        width = self.sums[last] - self.sums[first] - self.tails[last - 1] - self.heads[first]
        if not (tracking or self.style.tracking):
            return width
        return width + self.tracked(tracking) * (self.place_sums[last - 1] - self.place_sums[first])

    def squeezable(self, first: int, last: int) -> Length:
        """What a line of clusters ``first`` … ``last`` (exclusive) may be squeezed by."""
        inside = self.squeezes[last - 1] - self.squeezes[first] if self.squeezes else 0
        return inside + self.leads[first] if first in self.leads else inside

    def annotated(self, first: int, last: int) -> tuple[Annotation, ...]:
        """The annotations beside or under clusters ``first`` … ``last`` (exclusive)."""
        begin, end = bisect_right(self.reaches, first), bisect_left(self.annotations, last, key=_FIRST)
        return tuple([annotation for annotation in self.annotations[begin:end] if annotation.last > first])

    def copy_range(self, first: int, last: int) -> tuple[int, int]:
        """The range of copy that a line of those clusters stands for; the ranges of all lines tile the paragraph."""
        begin = self.start if first == 0 else self.starts[first]
        return begin, self.end if last == self.count else self.starts[last]


def run_of(
    prepared: Prepared,
    look: Look,
    glyphs: tuple[int, ...],
    xs: tuple[Length, ...],
    ys: tuple[Length, ...],
    texts: tuple[str, ...],
) -> GlyphRun:
    """Glyphs of one look at their places, in the paragraph's size and colour where they have none of their own."""
    _, face, turn, condense, scale, size, colour = look
    size = size or prepared.style.size
    size = size if scale == 1000 else rounded(size * scale, 1000)
    return GlyphRun(face, size, colour or prepared.style.colour, glyphs, xs, ys, texts, turn, condense)
