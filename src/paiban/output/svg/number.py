"""Numbers as SVG writes them: points to a thousandth, as short as may be."""

from __future__ import annotations

from paiban.units import Length, to_pt


def points(length: Length) -> str:
    """A Length in points."""
    return decimal(to_pt(length))


def decimal(value: float) -> str:
    """A number to a thousandth.

    >>> decimal(12.5), decimal(-0.0001), decimal(3.0)
    ('12.5', '0', '3')
    """
    digits = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits
