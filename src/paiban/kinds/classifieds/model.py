"""Classifieds as the editor wrote them, and as they are set."""

from __future__ import annotations

from fractions import Fraction

from paiban.display import Item
from paiban.issue.model import Paragraph
from paiban.span import Span, Text
from paiban.text import LineRange, Prepared
from paiban.units import Length
from paiban.value import NamedTuple


class SmallAd(NamedTuple):
    """One item: its ``title``, copy and what is ranged right at its end; ``frame`` is ``""``, ``line`` or ``black``.

    ``booked`` are the lines that were paid for, None where nobody says.
    """

    title: Text | None
    paragraphs: tuple[Paragraph, ...]
    sign: tuple[Text, ...]
    frame: str
    booked: int | None
    span: Span

    @property
    def texts(self) -> tuple[Text, ...]:
        """All of its copy in reading order."""
        title = () if self.title is None else (self.title,)
        return (*title, *(paragraph.text for paragraph in self.paragraphs), *self.sign)


class Category(NamedTuple):
    """Items of one kind under their head, None for items without one."""

    name: Text | None
    ads: tuple[SmallAd, ...]


class Rates(NamedTuple):
    """What an item costs: a line, the least number of lines that are charged, and what a frame adds."""

    line: Fraction
    least: int
    frame: Fraction
    black: Fraction


class Classifieds(NamedTuple):
    """What a block of classifieds says: its label with a ``note`` beside it, and its categories.

    ``fillers`` stand at the end as far as there is room; ``legs`` is None for as many as its columns, or as its height
    holds of vertical lines.
    """

    label: Text
    note: Text | None
    categories: tuple[Category, ...]
    fillers: tuple[SmallAd, ...]
    rates: Rates | None
    legs: int | None
    vertical: bool


class AdLine(NamedTuple):
    """A line of type of a block of classifieds: broken, with its measure and where it begins, in its ``leg``: on its
    baseline, or on its axis if it is vertical."""

    role: str
    prepared: Prepared
    line: LineRange
    measure: Length
    x: Length
    y: Length
    leg: int


class SetClassifieds(NamedTuple):
    """Classifieds on the page: tints, frames and rules, lines in reading order, and of each item its lines."""

    items: tuple[Item, ...]
    lines: tuple[AdLine, ...]
    counts: tuple[tuple[str, SmallAd, int], ...]
