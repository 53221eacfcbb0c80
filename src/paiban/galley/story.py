"""A story's copy, prepared once and counted at any measure."""

from __future__ import annotations

from typing import NamedTuple

from paiban.font import FontCatalogue
from paiban.galley.copyfit import Choice
from paiban.galley.type import TypeSetter
from paiban.issue import Briefs, Story
from paiban.span import Text
from paiban.text import LineRange, Prepared, break_lines, count_lines, is_orphan, prepare, reachable, strain
from paiban.units import Length

BRIEF_WHITE = (1, 2)
"""Rows of white that may stand between two briefs (make-up rule book, levers)."""

STUB_STEP = 3
"""Trackings tried against a last line of one character, in thousandths of an em apart."""

BULLET = "◆"
"""What the engine puts before each brief."""


class GalleyParagraph(NamedTuple):
    """One paragraph, ready to be broken. ``kind`` is its role in the style sheet."""

    kind: str
    prepared: Prepared

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
        if self.kind == "brief" and not first:
            plain = tuple(options)
            options += [o._replace(lines=o.lines + blank, blank=blank) for blank in BRIEF_WHITE for o in plain]
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
    """A story's or a rail's paragraphs in reading order."""

    block: str
    paragraphs: tuple[GalleyParagraph, ...]

    def choices(self, measure: Length, limit: int) -> tuple[tuple[Choice, ...], ...]:
        """The choices of every paragraph at ``measure``."""
        return tuple(p.choices(measure, limit, index == 0) for index, p in enumerate(self.paragraphs))

    def count(self, measure: Length, tracking: int = 0) -> int:
        """Lines in all at ``measure`` with every paragraph tracked by ``tracking`` thousandths of an em."""
        return sum(count_lines(p.prepared, measure, tracking=tracking) for p in self.paragraphs)


def story_galley(story: Story, setter: TypeSetter, catalogue: FontCatalogue) -> Galley:
    """Prepare a story's body; its byline stands as the last line, ranged right (composition rule book, section 11)."""
    vertical = story.writing == "vertical"
    pieces: list[tuple[str, Text]] = [(p.kind, p.text) for p in story.body]
    if story.byline is not None:
        pieces.append(("byline", story.byline))
    paragraphs = tuple(
        GalleyParagraph(kind, prepare(copy, setter.style(kind, vertical=vertical), catalogue)) for kind, copy in pieces
    )
    return Galley(story.id, paragraphs)


def briefs_galley(briefs: Briefs, setter: TypeSetter, catalogue: FontCatalogue) -> Galley:
    """Prepare a rail of briefs, each opened by its ◆."""
    style = setter.style("brief")
    paragraphs = tuple(
        GalleyParagraph("brief", prepare(item.text, style, catalogue, prefix=BULLET)) for item in briefs.items
    )
    return Galley(briefs.id, paragraphs)
