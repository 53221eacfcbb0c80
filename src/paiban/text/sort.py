"""A sort (铅字): one cluster as a piece of type, as a compositor takes it out of the case."""

from __future__ import annotations

from functools import lru_cache

from paiban.display import Colour
from paiban.units import Length
from paiban.value import NamedTuple

PIECED = "X"
"""The class of a cluster that stands for several (``TypeCase.pieces``): a long word, a number or an address."""

IGNORED = "I"
"""The class of a cluster that draws nothing and takes no room: controls, zero-width marks, byte order marks."""


class Stance(NamedTuple):
    """How glyphs stand: their face (``""`` where none has them), turned by a quarter, condensed and scaled to so many
    thousandths (纵中横; a subscript that the face lacks). ``size`` 0 and ``colour`` None are the paragraph's."""

    face: str = ""
    turn: bool = False
    condense: int = 1000
    scale: int = 1000
    size: Length = 0
    colour: Colour | None = None


@lru_cache(maxsize=256)
def stance_in(face: str, turn: bool = False, scale: int = 1000) -> Stance:
    """How glyphs of a face stand: one value for all that stand so, which are soon found to stand alike."""
    return Stance(face, turn, scale=scale)


class Sort(NamedTuple):
    """One cluster as type. ``key`` is its class; ``trim`` the blank that its mark may still lose, on the class's side.

    Parallel for each glyph: ids, ``advances`` along the line (their sum is ``advance``), ``shifts`` along and ``rises``
    across the line (down in horizontal lines, to the right in vertical ones), and the copy that each stands for.
    """

    text: str
    key: str
    advance: Length
    trim: Length
    glyphs: tuple[int, ...]
    advances: tuple[Length, ...]
    shifts: tuple[Length, ...]
    rises: tuple[Length, ...]
    texts: tuple[str, ...]
    stance: Stance

    @property
    def face(self) -> str:
        """The key of the face, ``""`` where no face has the cluster."""
        return self.stance.face


class Setting(NamedTuple):
    """Glyphs of a cluster before they have a place: ids, advances, shifts and rises as shaped, in Lengths."""

    glyphs: tuple[int, ...]
    advances: tuple[Length, ...]
    shifts: tuple[Length, ...]
    rises: tuple[Length, ...]


def moved(setting: Setting, shift: Length, body: Length) -> Setting:
    """A setting whose glyphs are moved along the line by ``shift`` and whose advances sum to ``body``."""
    advances = setting.advances[:-1]
    return Setting(
        setting.glyphs,
        (*advances, body - sum(advances)),
        tuple(own + shift for own in setting.shifts),
        setting.rises,
    )


def widened(sort: Sort, by: Length) -> Sort:
    """A sort with more room after it."""
    if not sort.advances:
        return sort
    return sort._replace(advance=sort.advance + by, advances=(*sort.advances[:-1], sort.advances[-1] + by))


def shifted(sort: Sort, by: Length) -> Sort:
    """A sort whose ink stands further along the line by ``by``, its widths as they are."""
    return sort._replace(shifts=tuple([shift + by for shift in sort.shifts]))
