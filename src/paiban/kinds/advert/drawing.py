"""An advert as a display item."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.compose.composer import Composer
from paiban.display import Artwork, Item, Picture
from paiban.kinds.advert.model import Advert, SetAdvert
from paiban.kinds.advert.standing import beyond
from paiban.makeup.frame.model import Placed

KEYLINE = "hairline"


def draw(placed: Placed, composer: Composer) -> Iterator[Item]:
    """A PDF as it is, an image as it was delivered; a fine line round it where that was asked for."""
    advert: Advert = placed.block.content
    set_advert: SetAdvert = placed.content
    block, path, span, rect = placed.block.id, str(advert.file), advert.words.span, set_advert.rect
    if advert.keyline:
        yield composer.keyline(rect, KEYLINE)
    if advert.is_pdf:
        page, mending = advert.pdf_page, (advert.mend, set_advert.booked, set_advert.bleed)
        yield Artwork(block, path, page or 1, rect, span, page is not None, *mending)
    else:
        yield Picture(block, path, beyond(rect, set_advert.bleed), (0.0, 0.0, 1.0, 1.0), span, delivered=True)
