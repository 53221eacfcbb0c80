"""A picture as the editor asked for it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from paiban.span import Text
from paiban.value import NamedTuple


class PictureContent(NamedTuple):
    """What a picture shows. ``words`` is its path as it was typed, ``file`` where it is looked for.

    ``focus`` is the point that cropping keeps, from the left and from the top, 0 … 1. ``columns`` is the width that the
    editor asked for, None for any. ``frame``: a fine line around it; ``bleed`` (出血): it runs off the page.
    ``fit`` is ``whole``, ``crop`` or ``""`` for a crop that nobody asked for; ``caption_at`` ``below``, ``beside`` or
    ``over``. ``contour`` is what it is cut out along, corners from the left and the top, 0 … 1; no corners but
    ``cut_out`` is the contour of what in it is not transparent.
    """

    words: Text
    file: Path
    caption: Text | None
    credit: Text | None
    focus: tuple[Fraction, Fraction]
    frame: bool = False
    bleed: bool = False
    columns: int | None = None
    fit: str = ""
    caption_at: str = "below"
    contour: tuple[tuple[Fraction, ...], ...] = ()
    cut_out: bool = False
