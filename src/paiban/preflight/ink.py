"""Ink by plates, as every check sees it: that of a colour of our own page, or of one that any PDF paints with."""

from __future__ import annotations

from paiban.value import NamedTuple

Inks = tuple[float, float, float, float, float]
"""Parts of C, M, Y, K and spot ink, each 0 … 1."""

NO_INK: Inks = (0.0, 0.0, 0.0, 0.0, 0.0)
SOLID_K: Inks = (0.0, 0.0, 0.0, 1.0, 0.0)

SEEN = 0.005
"""Less of an ink than this is none."""


class Ink(NamedTuple):
    """A colour resolved: how much of which ink, whether it overprints, whether it is the registration colour."""

    inks: Inks
    overprints: bool = False
    registration: bool = False

    @property
    def plates(self) -> int:
        """On how many plates there is any of it."""
        return sum(part > SEEN for part in self.inks)

    @property
    def percent(self) -> float:
        """All of its inks together."""
        return sum(self.inks) * 100
