"""How a piece of copy is to be set."""

from __future__ import annotations

from collections.abc import Mapping

from paiban.display import BLACK, Colour
from paiban.template import USUAL_RUNS, Composition, RunStyle
from paiban.units import Length
from paiban.value import NamedTuple


class TextStyle(NamedTuple):
    """Face role, size and rules of a piece of text.

    ``align`` is ``justify``, ``start``, ``centre``, ``end`` or ``spread`` (均排); ``indent`` is the first line's,
    ``hang`` that of all others; copy with ``widest`` stands so far in that a line of that width is in the middle;
    ``tracking`` is in thousandths of an em, between characters, and is added to what a line asks for; ``vertical``
    sets the text in vertical lines: along the line is then downwards. Where ``by_name``, lines end between names alone,
    at typed spaces and marks (bylines, credits); where ``by_sense``, they end as a headline's do (cross-heads). Lines
    that end by the sense never part one of the ``names``, which are known as names in credits too.

    ``runs`` are the styles that copy may ask for by name; ``lead_in`` and ``bullet`` name those of what a paragraph
    begins with, ``opening`` says what a lead-in is (``paiban.text.opening``), ``person`` that of the names in credits.
    """

    face: str
    size: Length
    colour: Colour = BLACK
    composition: Composition = Composition()
    align: str = "justify"
    indent: Length = 0
    hang: Length = 0
    widest: Length = 0
    tracking: int = 0
    vertical: bool = False
    by_name: bool = False
    by_sense: bool = False
    names: tuple[str, ...] = ()
    runs: Mapping[str, RunStyle] = USUAL_RUNS
    lead_in: str = ""
    bullet: str = ""
    person: str = ""
    opening: str = "dateline"

    @property
    def justifies(self) -> bool:
        """Whether lines are set to their measure; others stand as wide as they are, and nothing in them gives."""
        return self.align in ("justify", "spread")
