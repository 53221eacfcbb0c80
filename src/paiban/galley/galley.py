"""The copy of a block, prepared once and counted at any measure."""

from __future__ import annotations

from typing import NamedTuple

from paiban.galley.copyfit import Choice
from paiban.text import LineRange, Prepared, break_lines, count_lines, is_orphan, reachable, strain
from paiban.units import Length

STUB_STEP = 3
"""Trackings tried against a last line of one character, in thousandths of an em apart."""


class GalleyParagraph(NamedTuple):
    """One paragraph, ready to be broken. ``kind`` is its role in the style sheet.

    ``white`` lists the rows of white that may be put before it, unless it is the first.
    """

    kind: str
    prepared: Prepared
    white: tuple[int, ...] = ()

    def choices(self, measure: Length, limit: int, first: bool) -> tuple[Choice, ...]:
        """The honest ways to set it at ``measure``: its natural line count first, then what tracking reaches.

        ``limit`` is the most tracking in thousandths of an em, 0 for none.
        """
        natural = self.choice(measure, 0)
        if self.kind == "crosshead":
            return (natural,) if first else (natural, Choice(natural.lines + 1, blank=1))
        counts = reachable(self.prepared, measure, limit) if limit else {}
        options = [natural, *(self.choice(measure, t) for n, t in sorted(counts.items()) if n != natural.lines)]
        if natural.stub:
            options += self.cured(measure, limit, natural.lines)
        if self.white and not first:
            plain = tuple(options)
            options += [o._replace(lines=o.lines + blank, blank=blank) for blank in self.white for o in plain]
        return tuple(options)

    def choice(self, measure: Length, tracking: int) -> Choice:
        """The paragraph at one tracking, really broken."""
        lines = break_lines(self.prepared, measure, tracking=tracking)
        stub = bool(lines) and is_orphan(self.prepared, lines[-1])
        if not tracking:
            return Choice(len(lines), stub=stub)
        opened = strain(self.prepared, measure, tracking) - strain(self.prepared, measure)
        return Choice(len(lines), tracking, stub=stub, opened=max(0, round(1000 * opened)))

    def cured(self, measure: Length, limit: int, lines: int) -> list[Choice]:
        """The least tracking that keeps the line count but gives the last line company, if any does."""
        for tracking in range(STUB_STEP, limit + 1, STUB_STEP):
            choice = self.choice(measure, tracking)
            if choice.lines == lines and not choice.stub:
                return [choice]
        return []

    def lines(self, measure: Length, choice: Choice) -> tuple[LineRange, ...]:
        """The lines of a choice."""
        return break_lines(self.prepared, measure, tracking=choice.tracking)


class Galley(NamedTuple):
    """A block's paragraphs in reading order."""

    block: str
    paragraphs: tuple[GalleyParagraph, ...]

    def choices(self, measure: Length, limit: int) -> tuple[tuple[Choice, ...], ...]:
        """The choices of every paragraph at ``measure``."""
        return tuple(p.choices(measure, limit, index == 0) for index, p in enumerate(self.paragraphs))

    def count(self, measure: Length, tracking: int = 0) -> int:
        """Lines in all at ``measure`` with every paragraph tracked by ``tracking`` thousandths of an em."""
        return sum(count_lines(p.prepared, measure, tracking=tracking) for p in self.paragraphs)
