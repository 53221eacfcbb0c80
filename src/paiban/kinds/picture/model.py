"""A picture, or a group of them, as the editor asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from paiban.display import Polygon, Rect
from paiban.picture import Crop, PictureInfo
from paiban.span import Text
from paiban.text import LineRange, Prepared
from paiban.units import Length
from paiban.value import NamedTuple

WHOLE = (0.0, 0.0, 1.0, 1.0)

CHART_BITS = 4
"""A file whose palette counts in so many bits holds sixteen colours at most: a chart, no drawing with its shades."""

SIDES = ("left", "top", "right", "foot")
"""The sides of a page."""


def is_drawn(info: PictureInfo) -> bool:
    """Whether a picture is line art or a chart, which are never cropped."""
    return info.mode == "bilevel" or (info.mode == "palette" and info.bits <= CHART_BITS)


class Shown(NamedTuple):
    """One picture: ``words`` is its path as it was typed, ``file`` where it is looked for; in a group it may have a
    ``caption`` of its own.

    ``focus`` is the point that cropping keeps, from the left and from the top, 0 … 1; ``pointed`` says that the editor
    gave one.
    """

    words: Text
    file: Path
    focus: tuple[Fraction, Fraction]
    caption: Text | None = None
    pointed: bool = False


class PictureContent(NamedTuple):
    """What a picture shows; a group (组图) shows several, ``across`` a row, None for as many as suit its place.

    ``columns`` is the width that the editor asked for, None for any. ``frame``: a fine line around it; ``corners``: how
    far its corners are rounded; ``bleed`` (出血): the sides of the page at which it runs off. ``fit`` is ``whole``,
    ``crop`` or ``""`` for a crop that nobody asked for; ``caption_at`` ``below``, ``beside`` or ``over``; ``credit_at``
    ``end``, of the caption, or ``edge``, along the picture. ``contour`` is what it is cut out along, corners from the
    left and the top, 0 … 1; no corners but ``cut_out`` is the contour of what in it is not transparent.
    """

    shown: tuple[Shown, ...]
    caption: Text | None
    credit: Text | None
    frame: bool = False
    bleed: tuple[str, ...] = ()
    columns: int | None = None
    fit: str = ""
    caption_at: str = "below"
    credit_at: str = "end"
    across: int | None = None
    corners: int = 0
    contour: tuple[tuple[Fraction, ...], ...] = ()
    cut_out: bool = False


def shown_whole(picture: PictureContent, infos: Sequence[PictureInfo]) -> bool:
    """Whether nothing of a picture, or of any of a group, may be cut off: as it was asked for, or by what it is."""
    return picture.fit == "whole" or picture.cut_out or any(map(is_drawn, infos))


class CaptionStand(NamedTuple):
    """Where a caption stands: the left edge and the top of its first line, and its measure.

    ``ground`` is the strip of paper that it stands on over its picture, None elsewhere.
    """

    x: Length
    top: Length
    measure: Length
    ground: Rect | None = None


class SetPart(NamedTuple):
    """One picture in its place: its rectangle and the part of the file that shows.

    It is cut out along ``clip``, counted from the rectangle's top left.
    """

    shown: Shown
    rect: Rect
    crop: Crop
    clip: Polygon = ()


class PartCaption(NamedTuple):
    """The caption of one picture of a group, where it stands, and how far its lines stand apart."""

    text: Prepared
    lines: tuple[LineRange, ...]
    stand: CaptionStand
    leading: Length
