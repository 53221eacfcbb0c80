"""An advert as the editor placed it."""

from __future__ import annotations

from pathlib import Path

from paiban.display import Rect
from paiban.span import Text
from paiban.units import Length
from paiban.value import NamedTuple

Size = tuple[Length, Length]
"""Width and height."""

Sides = tuple[Length, Length, Length, Length]
"""Lengths at left, top, right and foot."""

NO_BLEED: Sides = (0, 0, 0, 0)

EDGE = "edge"
"""Where an advert stands in a larger place of which nothing is said."""


class Advert(NamedTuple):
    """A page of a PDF, or an image. ``words`` is its path as it was typed, ``file`` where it is looked for.

    ``pdf_page`` is the page that the editor named, ``size`` what was booked: width and height, or one of the template's
    advert sizes by name; None where he wrote neither. An advert is drawn at its own size unless it may ``scale``;
    ``align`` says where in a larger place, ``keyline`` that a fine line goes round it, ``mend`` that
    the file may be put right first, ``bleed`` (出血) that it runs off the page.
    """

    words: Text
    file: Path
    pdf_page: int | None
    size: Size | str | None
    scale: bool = False
    align: str = EDGE
    keyline: bool = False
    mend: bool = False
    bleed: bool = False

    @property
    def is_pdf(self) -> bool:
        """Whether it is a PDF, by its name."""
        return self.words.value.lower().endswith(".pdf")


class SetAdvert(NamedTuple):
    """An advert on the page: its trim, the size booked, how far it goes beyond at left, top, right and foot."""

    rect: Rect
    booked: Size | None = None
    bleed: Sides = NO_BLEED
