"""Widths of marks and of the gaps between clusters, by style (rule book, sections 4 to 6)."""

from __future__ import annotations

from fractions import Fraction

from paiban.template import Composition
from paiban.text.charclass import CharClass as C
from paiban.units import Length, scaled
from paiban.value import NamedTuple


class PunctuationStyle(NamedTuple):
    """How wide marks stand inside a line, in halves of an em, and what they may lose.

    ``flush_start`` says whether a bracket at a line's start loses its left half. ``squeezed`` are the classes whose
    blank may be squeezed inside a line. At a line's end every mark stands on half an em in every style (GB/T 15834
    5.1.10). ``optical`` sets a mark on its own ink and a little white on either side instead, where that is less.
    """

    zh: str
    stop: int
    pause: int
    bracket: int
    flush_start: bool
    squeezed: frozenset[str]
    optical: bool = False

    def width(self, mark: C) -> int:
        """The width of a mark's class in halves of an em."""
        return {C.STOP: self.stop, C.PAUSE: self.pause}.get(mark, self.bracket)


_INNER = frozenset({C.OPEN, C.CLOSE, C.PAUSE})

STYLES: dict[str, PunctuationStyle] = {
    "quanjiao": PunctuationStyle("全角", 2, 2, 2, False, _INNER | {C.STOP}),
    "jiya": PunctuationStyle("挤压", 2, 2, 2, True, _INNER | {C.STOP}),
    "kaiming": PunctuationStyle("开明", 2, 1, 1, True, frozenset()),
    "hangmobanjiao": PunctuationStyle("行末半角", 2, 2, 2, True, frozenset()),
    "banjiao": PunctuationStyle("半角", 1, 1, 1, True, frozenset()),
    "biaoti": PunctuationStyle("标题", 1, 1, 1, True, frozenset(), optical=True),
}
"""The five styles of running text, and ``biaoti`` for headlines: there half an em is still a hole (section 11)."""

OPTICAL_SIDE, OPTICAL_AFTER = Fraction(1, 12), Fraction(1, 6)
"""The white on either side of a headline's mark, in em; that after a stop or a pause, which part what they stand
between."""

VERTICAL_FIXED = frozenset("：；？！")
"""Marks that keep their em in vertical lines (rule book, section 4, trim rule 4, and section 9)."""

MOST_OPENED = Fraction(1, 2)
"""How wide a place is opened at most, in em, the white that it has by nature counted: holes are worse than a ragged
edge. A stop on an em has that much by nature."""

NO_BOUND = 1 << 40
"""What 均排 has instead."""

LETTERS_WHITE = Fraction(1, 12)
"""Of that what letters and figures bring of their own, in em, between their ink and their edge."""

LEAST_SPACE, MOST_NATURAL_SPACE, MOST_SPACE = Fraction(1, 4), Fraction(1, 3), MOST_OPENED - LETTERS_WHITE
"""A Western word space in em: squeezed at most to the first, by nature at most the second, stretched to the third."""

MOST_DATE_GAP = Fraction(1, 4)
"""What the gaps inside a date (3 月 17 日) are stretched to, in em: the most that clreq has between Han and figures."""

SQUEEZE_STEPS = ("word space", "middle dot", "mark", "gap")
"""The order of squeezing after the line's end (rule book, section 5; step 3 finds nothing while · stands on ½ em).
Brackets, pauses and stops give alike: a comma on half an em beside a stop on a whole one is seen before all else in a
line, and so are quotes on half an em below others on a whole one."""

SQUEEZE_STEPS_OF_MARKS = frozenset({"middle dot", "mark"})
"""Those of them that a reader sees as marks of unlike width."""

WEIGHTS = {"word space": 2, "gap": 1, "mark": 3, "opening mark": 1}
"""By what shares a stretched line opens its word spaces, gaps and marks, each up to its cap, before any place between
characters: the wider a place is by nature, the less a reader sees of what is put to it. After a mark that closes white
is at home, as after a comma; before one that opens it parts what is read together."""

LOOSE = Fraction(1, 8)
"""Space between characters, in em a place, that a reader sees (page rule book): a loose line."""

BULLET_WHITE = Fraction(1, 10)
"""By how much the ◆ ■ ① that begins a paragraph stands in its indent, in em: it is clear of its text, which keeps to
its em."""

LETTERS_OPENED = Fraction(1, 20)
"""What the letters of a Western word are parted by at most, in em, where that alone fills the line."""

WARN_LOOSE = 1 / 4
"""Space between characters, in em a place, that is reported (rule book, section 5), and at which a prohibition among
three marks in a row may give way (section 2, last resort). A float, as what it is compared with."""


class Gaps(NamedTuple):
    """The CJK–Latin gap and the Western word space at one size: natural, least and most; the most inside a date;
    the white that letters bring."""

    gap: Length
    least_gap: Length
    most_gap: Length
    least_space: Length
    natural_space: Length
    most_space: Length
    most_date_gap: Length
    letters_white: Length


def gaps_at(size: Length, composition: Composition) -> Gaps:
    """The gaps of a composition at a type size."""
    gap, least, most = composition.gap_em, composition.gap_least_em, composition.gap_most_em
    spaces = LEAST_SPACE, MOST_NATURAL_SPACE, MOST_SPACE
    ems = (gap, min(least, gap), most, *spaces, max(gap, MOST_DATE_GAP), LETTERS_WHITE)
    return Gaps(*[scaled(size, em) for em in ems])
