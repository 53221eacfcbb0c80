"""What every part of a page is composed with."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.diagnostic import Diagnostic
from paiban.display import Box, Colour, Item, Rect, Rule
from paiban.font import FontCatalogue
from paiban.galley.type import TypeSetter
from paiban.grid import IDEOGRAPHIC_ASCENT, Grid
from paiban.span import Text
from paiban.template import Border
from paiban.text import LineRange, Prepared, TextStyle, break_lines, prepare, set_grounds, set_line
from paiban.units import Length, rounded
from paiban.value import NamedTuple


class Composer(NamedTuple):
    """The grid, the type and the colours of one page.

    ``found`` gathers what is to be said of copy that is prepared only here. ``least`` is the smallest type that the
    press prints: nothing is set smaller so as to fit. ``hosts`` are the blocks whose frames go over their guests.
    """

    grid: Grid
    setter: TypeSetter
    catalogue: FontCatalogue
    found: list[Diagnostic]
    least: Length
    hosts: frozenset[str] = frozenset()

    def colour(self, name: str) -> Colour:
        """A named colour of the style sheet."""
        return self.setter.sheet.colours[name]

    def length(self, name: str) -> Length:
        """A named distance of the style sheet."""
        return self.setter.length(name)

    def weight(self, line: str) -> Length:
        """The weight of a named line of the style sheet."""
        return self.setter.sheet.lines[line]

    def border(self, name: str) -> Border:
        """A named border of the style sheet."""
        return self.setter.sheet.borders[name]

    def rule(self, x0: Length, y0: Length, x1: Length, y1: Length, line: str) -> Rule:
        """A black rule as heavy as a named line."""
        return Rule(x0, y0, x1, y1, self.weight(line))

    def keyline(self, rect: Rect, line: str) -> Box:
        """A black line round a picture, outside it.

        Upon it the line would overprint, and black on a dark picture is more ink than the paper bears.
        """
        weight, sheet = self.weight(line), self.grid.sheet
        outside = Rect(
            max(rect.x0 - weight, sheet.x0), max(rect.y0 - weight, sheet.y0),
            min(rect.x1 + weight, sheet.x1), min(rect.y1 + weight, sheet.y1),
        )  # fmt: skip
        return Box(outside, stroke=self.colour("black"), weight=weight)

    def narrowed(self, copy: Text, style: TextStyle, measure: Length, least: Length, markup: bool) -> TextStyle:
        """A style in which copy has room on one line: its letter-space goes first, by quarters, then its size.

        At ``least`` it may still be too wide.
        """
        for quarters in (4, 3, 2, 1, 0):
            narrow = style._replace(tracking=style.tracking * quarters // 4)
            width = prepare(copy, narrow, self.catalogue, markup=markup).width
            if width <= measure:
                return narrow
        return narrow._replace(size=max(least, style.size * measure * 99 // (100 * max(1, width))))

    def single(
        self, copy: Text, style: TextStyle, measure: Length, x: Length, y: Length, role: str, block: str = ""
    ) -> Iterator[Item]:
        """Copy on one line at a baseline, or on the axis of a vertical one; longer copy runs on at 1.3 of its size.

        Marks are read in what belongs to a block, and not in furniture.
        """
        yield from self.standing(prepare(copy, style, self.catalogue, markup=bool(block)), measure, x, y, role, block)

    def standing(
        self, prepared: Prepared, measure: Length, x: Length, y: Length, role: str, block: str = ""
    ) -> Iterator[Item]:
        """What ``single`` draws, of copy that is prepared already."""
        self.found.extend(prepared.diagnostics)
        leading = prepared.style.size * 13 // 10
        for index, line in enumerate(break_lines(prepared, measure)):
            on = index * leading
            left, top = (x - on, y) if prepared.style.vertical else (x, y + on)
            yield from self.line(prepared, line, measure, left, top, role, block, 0)

    def line(
        self,
        prepared: Prepared,
        line: LineRange,
        measure: Length,
        x: Length,
        y: Length,
        role: str,
        block: str,
        leg: int,
    ) -> Iterator[Item]:
        """One line of type, begun at ``x``, ``y``: on its baseline, or on its axis if it is vertical."""
        yield from set_grounds(prepared, line, measure, x=x, y=y, block=block)
        yield set_line(prepared, line, measure, x=x, y=y, role=role, block=block, leg=leg)


def baseline_in(top: Length, size: Length) -> Length:
    """The baseline of type whose em box begins at ``top``."""
    return top + rounded(size * IDEOGRAPHIC_ASCENT, 1000)
