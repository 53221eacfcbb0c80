"""How much ink the press puts down where (墨量), as a picture over the page: counted from the file for the press."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from paiban.preflight import preflight_ink
from paiban.template import Press

LIGHT, FULL = (90, 169, 255), (240, 168, 50)
"""The colours of little ink and of as much as may be."""

OVER = (255, 20, 60, 235)
"""The colour of more."""

LEAST_ALPHA, MOST_ALPHA = 60, 215


def ink_picture(pdf: bytes, press: Press, page: int) -> bytes:
    """The ink of page ``page`` (from 1) of a PDF as PNG: clear where there is none, red over the limit."""
    total = preflight_ink(pdf, press, page)
    if total is None:
        return b""
    shares = [coloured(percent, press.limits.tac_percent) for percent in range(256)]
    planes = [total.point([share[plane] for share in shares]) for plane in range(4)]
    stream = BytesIO()
    Image.merge("RGBA", planes).save(stream, "PNG")
    return stream.getvalue()


def coloured(step: int, limit: float) -> tuple[int, ...]:
    """The colour of so many times two per cent of ink, and how much it covers."""
    share = 2 * step / limit
    if step == 0:
        return (0, 0, 0, 0)
    if share > 1:
        return OVER
    mixed = (round(light + (full - light) * share) for light, full in zip(LIGHT, FULL, strict=True))
    return (*mixed, round(LEAST_ALPHA + (MOST_ALPHA - LEAST_ALPHA) * share))
