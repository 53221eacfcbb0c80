"""The ink of a picture, or of an advert in PDF, at a few places, for type that stands on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from paiban.diagnostic import Diagnostic
from paiban.display import Artwork, Colour, Picture, Rect
from paiban.picture import PreparedPicture, prepare_picture
from paiban.picture.artwork import artwork_data
from paiban.picture.mend import Mend
from paiban.template import Press
from paiban.units import Length, mm
from paiban.value import NamedTuple

ACROSS, MOST_ACROSS = 5, 20
"""A rectangle is looked at in so many places across and down at least, and at most."""

FINE = mm(1)
"""Large type is looked at this finely: what is smaller is too small to hide a stroke of it."""

ARTWORK_DPI = 72
"""An advert is drawn this fine to be looked at: a pixel is a third of the smallest type."""


class Sampled(NamedTuple):
    """Pixels by column and row from the top left."""

    width: int
    height: int
    colour: Callable[[int, int], Colour]


class PictureInk:
    """The ink of the pictures and adverts of one run; each is made ready once."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._made: dict[Picture | Artwork, Sampled | None] = {}

    def under(self, picture: Picture | Artwork, rect: Rect) -> Iterator[Colour]:
        """The colours of a picture in ``rect``; none where it cannot be had, which is told elsewhere."""
        if picture not in self._made:
            self._made[picture] = self._prepared(picture) if isinstance(picture, Picture) else _drawn(picture)
        made, place = self._made[picture], picture.rect
        if made is None:
            return
        for x, y in product(_within(rect.x0, rect.width), _within(rect.y0, rect.height)):
            if place.x0 <= x < place.x1 and place.y0 <= y < place.y1:
                column = (x - place.x0) * made.width // place.width
                yield made.colour(column, (y - place.y0) * made.height // place.height)

    def _prepared(self, picture: Picture) -> Sampled | None:
        rect = picture.rect
        made = prepare_picture(Path(picture.path), rect.width, rect.height, picture.crop, self._press, picture.span)
        if isinstance(made, Diagnostic):
            return None
        samples = made.data
        return Sampled(made.width_px, made.height_px, lambda column, row: _colour(made, samples, column, row))


def _within(start: Length, extent: Length) -> list[Length]:
    """The places along one side of a rectangle: the middles of even parts of it."""
    parts = min(MOST_ACROSS, max(ACROSS, extent // FINE))
    return [start + extent * (2 * part + 1) // (2 * parts) for part in range(parts)]


def _drawn(artwork: Artwork) -> Sampled | None:
    """An advert as it looks inside its trim, its colours told from what a screen shows of them."""
    import pypdfium2  # noqa: PLC0415  only for type upon an advert

    try:
        document = pypdfium2.PdfDocument(
            artwork_data(Path(artwork.path), Mend(artwork.booked) if artwork.mend else None)
        )
        page = document[artwork.page - 1]
        page.set_cropbox(*page.get_trimbox())
        image = page.render(scale=ARTWORK_DPI / 72).to_pil().convert("RGB")
        document.close()
    except (OSError, IndexError, pypdfium2.PdfiumError):
        return None

    def colour(column: int, row: int) -> Colour:
        cyan, magenta, yellow = (100 - sample * 100 / 255 for sample in image.getpixel((column, row)))
        black = min(cyan, magenta, yellow)
        return Colour(cyan - black, magenta - black, yellow - black, black)

    return Sampled(image.width, image.height, colour)


def _colour(made: PreparedPicture, samples: bytes, column: int, row: int) -> Colour:
    if made.bits == 1:
        byte = samples[row * ((made.width_px + 7) // 8) + column // 8]
        return Colour(0, 0, 0, 0 if byte >> (7 - column % 8) & 1 else 100)
    at = (row * made.width_px + column) * made.channels
    if made.channels == 1:
        return Colour(0, 0, 0, (255 - samples[at]) * 100 / 255)
    return Colour(*(sample * 100 / 255 for sample in samples[at : at + 4]))
