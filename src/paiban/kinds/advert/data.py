"""A set advert for programs."""

from __future__ import annotations

from paiban.kinds.advert.model import Advert
from paiban.makeup.frame.model import Placed


def data(placed: Placed) -> dict[str, object]:
    """Its file as it was typed, and the page of it, None for an image."""
    advert: Advert = placed.block.content
    return {"file": advert.words.value, "pdf_page": (advert.pdf_page or 1) if advert.is_pdf else None}
