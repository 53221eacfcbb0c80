"""Runs: stretches of a paragraph that are set otherwise than the rest (character styles).

Copy names styles (``paiban.markup``), the sheet says what they are (``paiban.template.runs``); here they become a pen
for each stretch, and the clusters of a paragraph, which were cut as a whole, are dealt over the stretches.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from paiban.display import Colour
from paiban.markup import RUBY, Marking
from paiban.template import RunStyle
from paiban.text.sort import Sort
from paiban.text.style import TextStyle
from paiban.units import Length, rounded, scaled
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.font import FontCatalogue

_PERCENT = re.compile(r"(\d{2,3})[%％]")
_LEAST, _MOST = Fraction(1, 2), Fraction(3)
"""Type may be half as large as its text to three times as large."""

ASCENT_EM, DESCENT_EM = Fraction(88, 100), Fraction(12, 100)
"""The em box of Han above and below the baseline."""


class Pen(NamedTuple):
    """What a stretch is set with: a role of the faces' list, a size, a colour (None for the paragraph's), and how far
    above the line it stands."""

    role: str
    size: Length
    colour: Colour | None = None
    rise: Length = 0


class Stretch(NamedTuple):
    """Characters ``first`` … ``last`` (exclusive) of a paragraph without its marks, set with one pen."""

    first: int
    last: int
    pen: Pen


class Styled(NamedTuple):
    """A marking with the style that it asks for."""

    marking: Marking
    style: RunStyle


def style_named(name: str, style: TextStyle, catalogue: FontCatalogue) -> RunStyle | None:
    """What a name in copy asks for: a style of the sheet, a role of the faces' list, or a size as 120%; else None."""
    known = style.runs.get(name)
    if known is not None:
        return known if not known.face or known.face in catalogue.roles or known.face in catalogue.keys else None
    if name in catalogue.roles:
        return RunStyle(face=name)
    percent = _PERCENT.fullmatch(name)
    size = Fraction(int(percent[1]), 100) if percent else Fraction(0)
    return RunStyle(size_em=size) if _LEAST <= size <= _MOST else None


def styled(markings: Iterable[Marking], style: TextStyle, catalogue: FontCatalogue) -> Iterator[Styled]:
    """The markings that ask for a style that there is, in their order."""
    for marking in markings:
        found = style_named(marking.kind, style, catalogue) if marking.kind != RUBY else None
        if found is not None:
            yield Styled(marking, found)


def stretches(length: int, runs: Sequence[Styled], style: TextStyle, catalogue: FontCatalogue) -> list[Stretch]:
    """A paragraph of ``length`` characters in stretches of one pen each."""
    cuts = sorted({0, length, *(c for run in runs for c in (run.marking.first, run.marking.last))})
    begin: defaultdict[int, list[int]] = defaultdict(list)
    for number, run in enumerate(runs):
        begin[run.marking.first].append(number)
    found: list[Stretch] = []
    over: list[int] = []
    for first, last in pairwise(cuts):
        over = sorted(n for n in (*over, *begin[first]) if runs[n].marking.last >= last)
        found.append(Stretch(first, last, pen_of([runs[n].style for n in over], style, catalogue)))
    return found


def pen_of(runs: Sequence[RunStyle], style: TextStyle, catalogue: FontCatalogue) -> Pen:
    """The pen of styles one inside the other, the outermost first."""
    face, weight, colour, size, rise = style.face, "", None, style.size, 0
    for run in runs:
        face, weight, colour = run.face or face, run.weight or weight, run.colour or colour
        rise += scaled(size, run.rise_em)
        size = scaled(size, run.size_em)
    return Pen(_role(face, weight, catalogue), size, colour, rise)


def _role(face: str, weight: str, catalogue: FontCatalogue) -> str:
    """A role of a weight: its own family's, else a Hei's (Chinese has no bold of a Kai); at last the text's own."""
    family = face.partition("-")[0]
    wanted = (f"{family}-{weight}", f"hei-{weight}", face) if weight else (face,)
    return next((role for role in wanted if role in catalogue.roles), face)


class DealtKeys(NamedTuple):
    """The keys of a stretch's clusters; ``parted`` are the places where a cluster was cut between two stretches."""

    keys: tuple[tuple[str, ...], ...]
    parted: tuple[int, ...]


def deal(keys: Sequence[str], ends: Sequence[int]) -> DealtKeys:
    """The keys of a paragraph's clusters dealt over stretches that end at ``ends``.

    A key may begin with a control character, which says how its cluster is read; each piece of it is read alike.
    """
    found: list[tuple[str, ...]] = []
    parted: list[int] = []
    row: list[str] = []
    place, waiting = 0, list(reversed(keys))
    for end in ends:
        while waiting and place < end:
            key = waiting.pop()
            mode = key[0] if len(key) > 1 and key[0] < "\3" else ""
            room, length = end - place, len(key) - len(mode)
            if length > room:
                waiting.append(mode + key[len(mode) + room :])
                key, length = key[: len(mode) + room], room
                parted.append(end)
            row.append(key)
            place += length
        found.append(tuple(row))
        row = []
    return DealtKeys(tuple(found), tuple(parted))


def dressed(sort: Sort, pen: Pen, style: TextStyle, centre: Fraction) -> Sort:
    """A sort out of the case of ``pen`` as it stands in a paragraph of ``style``.

    What lies on its side in a vertical line keeps the paragraph's baseline, which is ``centre`` em from the axis;
    what stands there is raised to the edge of the em box and no further.
    """
    less = style.size - pen.size
    if not style.vertical:
        by = -pen.rise
    elif sort.stance.turn:
        by = pen.rise - scaled(less, centre)
    else:
        by = (rounded(less, 2) if pen.rise > 0 else -rounded(less, 2)) if pen.rise else 0
    stance = sort.stance._replace(size=pen.size if less else 0, colour=pen.colour)
    rises = tuple([rise + by for rise in sort.rises]) if by else sort.rises
    return sort._replace(stance=stance, rises=rises)


def grown(pen: Pen, style: TextStyle) -> Length:
    """How far a pen's em box stands out of the paragraph's, on the side where that is more."""
    more = pen.size - style.size
    if style.vertical:
        return max(0, rounded(more, 2) + abs(pen.rise) if more > 0 else 0)
    return max(0, scaled(more, ASCENT_EM) + pen.rise, scaled(more, DESCENT_EM) - pen.rise)
