"""How a face is fitted to those that it stands beside."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from paiban.font.sets import Ranges, holds
from paiban.value import NamedTuple

Features = tuple[tuple[str, Ranges], ...]
"""OpenType features by tag, each with the characters that it is for."""


class Fitting(NamedTuple):
    """What a fonts file says of a face beyond its file.

    ``draw``: characters drawn with another's glyph. ``only`` and ``without``: the characters that it sets, where it
    sets not all, and those that it does not. ``scale``, and ``rise`` above the baseline, in thousandths of an em; with
    ``whole_em`` what is as wide as its Han stands in an em whatever its own width. ``like`` is the key of the face that
    it is made as black as.
    """

    draw: Mapping[str, str] = MappingProxyType({})
    only: Ranges = ()
    without: Ranges = ()
    scale: int = 1000
    rise: int = 0
    whole_em: bool = False
    features: Features = ()
    like: str = ""

    def serves(self, character: str) -> bool:
        """Whether the face is asked for a character at all."""
        return (not self.only or holds(self.only, character)) and not holds(self.without, character)

    @property
    def moves(self) -> bool:
        """Whether glyphs stand otherwise than the face itself has it."""
        return self.scale != 1000 or self.rise != 0 or self.whole_em


AS_IT_IS = Fitting()
