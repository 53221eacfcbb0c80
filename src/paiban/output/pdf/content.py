"""Writing a content stream: the operators of one page, and the graphics state they leave behind.

Only what changes is written. Body type is ``0 0 0 1 k`` and overprints, as all that is solid black and nothing else;
every other ink knocks out what lies beneath (print rule book, Newsprint).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from paiban.display import BLACK, Colour, GlyphRun
from paiban.output.pdf.font import Code, FontBook, Glyph, UsedFace, cluster_texts
from paiban.output.pdf.objects import number
from paiban.output.pdf.sheet import Sheet
from paiban.units import PER_PT, Length, to_pt
from paiban.value import NamedTuple

OVERPRINT, KNOCK_OUT = "Over", "Knock"
"""Names of the two graphics states; the page's resources define them."""

REGISTRATION = "Reg"
"""Name of the colour space of all inks at once, for marks."""

_TOLERANCE = 6
"""A glyph this near its place (in Lengths, 0.0005 pt) is left there: shorter streams, and no error adds up."""

_UPRIGHT = "1 0 0 1"
_NO_MATRIX = ""

_MILLI = PER_PT / 1000


Pose = tuple[str, str, str, tuple[str, Length], str, tuple[int, int], bool]
"""What operators leave behind for those that follow: the inks that fill and draw, the graphics state, the face and its
size, the text matrix and its origin, whether a text object is open."""


class Passage(NamedTuple):
    """Operators that set type from one pose on: what they leave behind, whether they overprint, and the faces that they
    use, by key, each with its name and the codes of its glyphs in their order.
    """

    text: str
    pose: Pose
    overprints: bool
    faces: tuple[tuple[str, str, dict[Glyph, Code]], ...]


class Content:
    """The operators of one page so far. Positions and sizes are given in Lengths and page axes."""

    def __init__(self, sheet: Sheet, fonts: FontBook) -> None:
        self.sheet = sheet
        self.faces: dict[str, UsedFace] = {}
        self.xobjects: dict[str, None] = {}
        self.overprints = False
        self.registers = False
        self._fonts = fonts
        self._parts: list[str] = []
        self._fill = ""
        self._stroke = ""
        self._state = KNOCK_OUT
        self._font: tuple[str, Length] = ("", 0)
        self._matrix = _NO_MATRIX
        self._at = (0, 0)
        self._in_text = False
        self._gaps: dict[tuple[Length, int], tuple[str, float]] = {}

    def text(self) -> str:
        """The finished stream."""
        self._leave_text()
        return "\n".join(self._parts) + "\n"

    @property
    def pose(self) -> Pose:
        """What the operators so far leave behind."""
        return self._fill, self._stroke, self._state, self._font, self._matrix, self._at, self._in_text

    def passage(self, runs: Sequence[GlyphRun], draw: Callable[[], None]) -> Passage:
        """What ``draw`` draws, which sets the glyphs of ``runs``."""
        begun, overprints = len(self._parts), self.overprints
        self.overprints = False
        draw()
        faces: dict[str, dict[Glyph, Code]] = {}
        for run in runs:
            if run.glyphs:
                codes = self.faces[run.face].codes
                drawn = zip(run.glyphs, cluster_texts(run.texts), strict=True)
                faces.setdefault(run.face, {}).update([(glyph, codes[glyph]) for glyph in drawn])
        named = tuple([(key, self.faces[key].name, codes) for key, codes in faces.items()])
        made = Passage("\n".join(self._parts[begun:]), self.pose, self.overprints, named)
        self.overprints = self.overprints or overprints
        return made

    def repeat(self, passage: Passage) -> bool:
        """Draw a passage again that began in this pose, unless its glyphs have other codes on this page.

        Codes that are new here are given out in the order in which drawing would.
        """
        for key, name, codes in passage.faces:
            used = self.faces[key] = self._fonts.use(key)
            known = used.codes.get
            if used.name != name or any((known(glyph) or used.code(*glyph)) != codes[glyph] for glyph in codes):
                return False
        self._parts += [passage.text] if passage.text else []
        self.overprints = self.overprints or passage.overprints
        self._fill, self._stroke, self._state, self._font, self._matrix, self._at, self._in_text = passage.pose
        return True

    def draw(self, *operators: str) -> None:
        """Add operators that are not text."""
        self._leave_text()
        self._parts.extend(operators)

    def fill_with(self, colour: Colour) -> None:
        """Fill, and set type, in ``colour`` from here on."""
        self._overprint(colour)
        operands = inks(colour)
        if operands != self._fill:
            self._fill = operands
            self._parts.append(f"{operands} k")

    def stroke_with(self, colour: Colour) -> None:
        """Draw lines in ``colour`` from here on."""
        self._overprint(colour)
        operands = inks(colour)
        if operands != self._stroke:
            self._stroke = operands
            self._parts.append(f"{operands} K")

    def knock_out(self) -> None:
        """Let what follows knock out what lies beneath it, whatever its colours are (pictures)."""
        self._switch(KNOCK_OUT)

    def run(self, run: GlyphRun) -> None:
        """Set the glyphs of a run in its colour, each within 0.001 pt of its place."""
        if run.glyphs:
            self.fill_with(run.colour)
            self.set_type(run)

    def set_type(self, run: GlyphRun) -> None:
        """Set the glyphs of a run in whatever colour was chosen last."""
        used = self.faces.get(run.face)
        if used is None:
            used = self.faces[run.face] = self._fonts.use(run.face)
        self._enter_text(used.name, run.size)
        along, across = (run.ys, run.xs) if run.quarter_turn else (run.xs, run.ys)
        em = run.size * run.condense / 1000
        known, new = used.codes.get, used.code
        drawn = zip(run.glyphs, cluster_texts(run.texts), strict=True)
        codes = [known(glyph) or new(*glyph) for glyph in drawn]
        for first, last in _stretches(across):
            self._move(run, first)
            origin = self._along_origin(run.quarter_turn)
            self._show(codes[first:last], along[first:last], origin, em)

    def _along_origin(self, quarter_turn: bool) -> float:
        """Where the pen really stands along the line, in page axes: a written position is rounded."""
        if quarter_turn:
            return self.sheet.height + self.sheet.margin - self._at[1] * _MILLI
        return self._at[0] * _MILLI - self.sheet.margin

    def _show(self, codes: Sequence[Code], places: Sequence[Length], pen: float, em: float) -> None:
        """One text-showing operator; a number between two codes moves the second by thousandths of an em."""
        parts: list[str] = []
        gaps = self._gaps
        size = round(em)
        for (code, width), at in zip(codes, places, strict=True):
            gap = round(at - pen)
            if not -_TOLERANCE <= gap <= _TOLERANCE:
                known = gaps.get((size, gap))
                if known is None:
                    digits = number(-gap * 1000 / em, 2)
                    known = gaps[size, gap] = (digits, -float(digits) * em / 1000)
                parts.append(f">{known[0]}<")
                pen += known[1]
            parts.append(code)
            pen += width * em / 1000
        text = "".join(parts)
        self._parts.append(f"<{text}>Tj" if ">" not in text else f"[<{text}>]TJ".replace("<>", ""))

    def _move(self, run: GlyphRun, index: int) -> None:
        """Put the text origin at a glyph's place, turned or condensed as the run asks."""
        x, y = self.sheet.milli_x(run.xs[index]), self.sheet.milli_y(run.ys[index])
        matrix = _matrix(run)
        if matrix == self._matrix == _UPRIGHT:
            self._parts.append(f"{_milli(x - self._at[0])} {_milli(y - self._at[1])} Td")
        else:
            self._parts.append(f"{matrix} {_milli(x)} {_milli(y)} Tm")
            self._matrix = matrix
        self._at = (x, y)

    def _enter_text(self, name: str, size: Length) -> None:
        if not self._in_text:
            self._in_text = True
            self._parts.append("BT")
            self._matrix = _NO_MATRIX
        if self._font != (name, size):
            self._font = (name, size)
            self._parts.append(f"/{name} {number(to_pt(size), 5)} Tf")

    def _leave_text(self) -> None:
        if self._in_text:
            self._in_text = False
            self._parts.append("ET")

    def register(self) -> None:
        """Fill and draw in all inks at once from here on (marks)."""
        self._switch(KNOCK_OUT)
        self._fill = self._stroke = REGISTRATION
        self.registers = True
        self._parts.append(f"/{REGISTRATION} cs 1 scn /{REGISTRATION} CS 1 SCN")

    def _overprint(self, colour: Colour) -> None:
        self._switch(OVERPRINT if colour == BLACK else KNOCK_OUT)

    def _switch(self, wanted: str) -> None:
        if wanted != self._state:
            self._state = wanted
            self.overprints = True
            self._parts.append(f"/{wanted} gs")


def inks(colour: Colour) -> str:
    """The four operands of a CMYK colour."""
    return " ".join(number(float(ink) / 100, 4) for ink in (colour.c, colour.m, colour.y, colour.k))


def _matrix(run: GlyphRun) -> str:
    """The first four numbers of the text matrix: condensed along the line, turned a quarter clockwise."""
    stretch = number(run.condense / 1000, 3)
    return f"0 -{stretch} 1 0" if run.quarter_turn else f"{stretch} 0 0 1"


def _milli(value: int) -> str:
    """Thousandths of a point as points."""
    return number(value / 1000, 3)


def _stretches(across: tuple[Length, ...]) -> Iterator[tuple[int, int]]:
    """Ranges of glyphs that stand on one line."""
    if across.count(across[0]) == len(across):
        return iter([(0, len(across))])
    cuts = [0, *(index for index, (a, b) in enumerate(pairwise(across), 1) if a != b), len(across)]
    return pairwise(cuts)
