"""The ink of a picture at a few places, for type that stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from paiban.diagnostic import Diagnostic
from paiban.display import Colour, Picture, Rect
from paiban.picture import PreparedPicture, prepare_picture
from paiban.template import Press

ACROSS = 5
"""A rectangle is looked at in so many places across and down."""


class PictureInk:
    """The ink of the pictures of one run; each is made ready once."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._made: dict[Picture, PreparedPicture | None] = {}
        self._samples: dict[Picture, bytes] = {}

    def under(self, picture: Picture, rect: Rect) -> Iterator[Colour]:
        """The colours of a picture in ``rect``; none where it cannot be had, which is told elsewhere."""
        made = self._prepared(picture)
        if made is None:
            return
        samples, place = self._samples[picture], picture.rect
        for step in range(ACROSS * ACROSS):
            x = rect.x0 + rect.width * (2 * (step % ACROSS) + 1) // (2 * ACROSS)
            y = rect.y0 + rect.height * (2 * (step // ACROSS) + 1) // (2 * ACROSS)
            if place.x0 <= x < place.x1 and place.y0 <= y < place.y1:
                column = (x - place.x0) * made.width_px // place.width
                yield _colour(made, samples, column, (y - place.y0) * made.height_px // place.height)

    def _prepared(self, picture: Picture) -> PreparedPicture | None:
        if picture not in self._made:
            rect = picture.rect
            made = prepare_picture(Path(picture.path), rect.width, rect.height, picture.crop, self._press, picture.span)
            self._made[picture] = None if isinstance(made, Diagnostic) else made
            self._samples[picture] = b"" if isinstance(made, Diagnostic) else made.data
        return self._made[picture]


def _colour(made: PreparedPicture, samples: bytes, column: int, row: int) -> Colour:
    if made.bits == 1:
        byte = samples[row * ((made.width_px + 7) // 8) + column // 8]
        return Colour(0, 0, 0, 0 if byte >> (7 - column % 8) & 1 else 100)
    at = (row * made.width_px + column) * made.channels
    if made.channels == 1:
        return Colour(0, 0, 0, (255 - samples[at]) * 100 / 255)
    return Colour(*(sample * 100 / 255 for sample in samples[at : at + 4]))
