"""Length and the one rounding rule.

Every length in paiban is an ``int`` counted in units of 1/36000 mm, which is also 1/12700 pt: a millimetre, a point, a
级 (0.25 mm) and an inch are all whole numbers of it, so nothing drifts. Floats live only inside cost functions and at
the output, where a length is converted once.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, pairwise

Length = int
"""A distance in units; a type alias, since a wrapped int would cost more than the mistakes it prevents."""

PER_MM = 36_000
PER_PT = 12_700
PER_Q = PER_MM // 4
PER_INCH = 72 * PER_PT

UNIT_LENGTHS: dict[str, int] = {
    "mm": PER_MM,
    "毫米": PER_MM,
    "cm": 10 * PER_MM,
    "pt": PER_PT,
    "点": PER_PT,
    "磅": PER_PT,
    "级": PER_Q,
    "q": PER_Q,
    "in": PER_INCH,
}

SIZE_NAMES: dict[str, Fraction] = {
    "初号": Fraction(42),
    "小初": Fraction(36),
    "一号": Fraction(55, 2),
    "小一": Fraction(24),
    "二号": Fraction(21),
    "小二": Fraction(18),
    "三号": Fraction(63, 4),
    "小三": Fraction(15),
    "四号": Fraction(55, 4),
    "小四": Fraction(12),
    "五号": Fraction(21, 2),
    "小五": Fraction(9),
    "六号": Fraction(63, 8),
    "小六": Fraction(13, 2),
    "七号": Fraction(21, 4),
    "八号": Fraction(5),
}
"""字号 by name, in points (composition rule book, section 8)."""


def rounded(numerator: int, denominator: int = 1) -> int:
    """The one rounding rule: ``numerator / denominator`` to the nearest whole, halves upward.

    >>> rounded(7, 2), rounded(-7, 2), rounded(10, 4)
    (4, -3, 3)
    """
    return (2 * numerator + denominator) // (2 * denominator)


def scaled(length: Length, factor: Fraction | float) -> Length:
    """``length × factor`` by the one rounding rule; an exact Fraction stays exact until then."""
    top, bottom = factor.as_integer_ratio()
    return rounded(length * top, bottom)


def mm(value: Fraction | float) -> Length:
    """Millimetres to a Length."""
    return scaled(PER_MM, value)


def pt(value: Fraction | float) -> Length:
    """Points to a Length."""
    return scaled(PER_PT, value)


def to_mm(length: Length) -> float:
    """A Length in millimetres, for outputs and reports only."""
    return length / PER_MM


def to_pt(length: Length) -> float:
    """A Length in points, for outputs and reports only."""
    return length / PER_PT


def shared_out(total: Length, places: int) -> list[Length]:
    """Split ``total`` over ``places`` so that the parts differ by at most one unit and sum to it exactly.

    >>> shared_out(7, 3), sum(shared_out(-7, 3))
    ([2, 3, 2], -7)
    """
    marks = [0, *accumulate([total] * places)]
    cuts = [rounded(mark, places) for mark in marks] if places else []
    return [after - before for before, after in pairwise(cuts)]
