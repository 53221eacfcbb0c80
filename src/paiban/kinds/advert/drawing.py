"""An advert as a display item."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from paiban.compose.composer import Composer
from paiban.diagnostic import Diagnostic
from paiban.display import Artwork, Item, Picture, Rect
from paiban.kinds.advert.model import Advert
from paiban.makeup.frame.model import Placed
from paiban.picture import fitted, probe_picture


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """A PDF as it is, an image as a picture."""
    advert: Advert = placed.block.content
    block, path, span = placed.block.id, str(advert.file), advert.words.span
    rect = advert_rect(placed, composer)
    if advert.is_pdf:
        yield Artwork(block, path, advert.pdf_page or 1, rect, span, advert.pdf_page is not None)
    else:
        yield Picture(block, path, in_proportion(rect, advert.file), (0.0, 0.0, 1.0, 1.0), span, delivered=True)


def advert_rect(placed: Placed, composer: Composer) -> Rect:
    """The room of an advert: column edges, character face to character face."""
    grid = composer.grid
    frame = grid.frame(placed.place)
    top = grid.face_top(placed.place.row + placed.white_above)
    return Rect(frame.x0, top, frame.x1, grid.face_foot(placed.place.end_row))


def in_proportion(rect: Rect, file: Path) -> Rect:
    """The largest rectangle of an image's own proportion in the middle of ``rect``: an advert is never stretched."""
    info = probe_picture(file)
    return rect if isinstance(info, Diagnostic) else fitted(rect, (info.width_px, info.height_px))
