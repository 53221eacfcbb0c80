"""What a picture takes of the memory while it is made ready, told from its header: what would take too much is refused.

A JPEG may be decoded at a half, a quarter or an eighth (ITU-T T.81 leaves that to the decoder), which libjpeg does
without ever holding the whole; a progressive one has all of its coefficients in memory first.
"""

from __future__ import annotations

from paiban.picture.model import PictureInfo

MOST = 430 << 20
"""Bytes for one picture: with the program and its faces, 65 MiB on a page of pictures, less than 512 MiB."""

SCALES = (1, 2, 4, 8)

HELD = {"bilevel": 4, "grey": 2, "rgb": 6, "palette": 9, "cmyk": 8, "lab": 6}
"""Bytes that a pixel takes decoded, with what it is turned into on the way, as whole runs were measured."""

DEEP = 4
"""So many times what eight bits take, for samples of sixteen."""

ALPHA = 12
"""Bytes more where it is laid on paper white."""

INKED = 4
"""Bytes more of an advert, which goes into ink pixel by pixel."""


def scale_for(info: PictureInfo, size: int, delivered: bool = False) -> int:
    """The scale at which a picture whose file has ``size`` bytes is decoded, 0 where it takes too much at any."""
    scales = SCALES if info.format == "JPEG" and not delivered else SCALES[:1]
    return next((scale for scale in scales if held(info, scale, delivered) + size <= MOST), 0)


def held(info: PictureInfo, scale: int, delivered: bool) -> float:
    """Bytes that a picture takes, decoded at a scale."""
    each = HELD[info.mode] * (DEEP if info.bits > 8 and info.mode == "grey" else 1)
    each += ALPHA * info.alpha + INKED * delivered
    return info.width_px * info.height_px * (each / scale**2 + info.coefficients)


def most_megapixels(info: PictureInfo, size: int, delivered: bool = False) -> int:
    """Megapixels that a picture of this kind may have."""
    scale = SCALES[-1] if info.format == "JPEG" and not delivered else 1
    each = held(info, scale, delivered) / (info.width_px * info.height_px)
    return max(1, int((MOST - min(size, MOST // 2)) / each / 1e6))
