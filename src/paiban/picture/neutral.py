"""Pictures, or parts of them, that hold only greys: they go to the black plate alone, where nothing can fall out of
register (newsprint: ISO 12647-3, black type in black)."""

from __future__ import annotations

from PIL import Image, ImageChops

SPREAD = 4
"""Red, green and blue that differ by no more are a grey; a decoder may round that much."""

CHROMA = 5
"""A CMYK colour no further than this from the grey axis of L*a*b*, in units of 8 bits, is a grey."""

FLAT_SHARE = 0.5
"""From so many pixels equal to their neighbour on, a picture is drawn (a chart, a screenshot), and no photograph."""

NEUTRAL_SHARE = 0.5
"""From so many greys on, a drawn picture keeps its greys in black while its colours stay."""


def is_grey(image: Image.Image) -> bool:
    """Whether an RGB picture holds only greys."""
    return not any(_spread(image).histogram()[SPREAD + 1 :])


def is_grey_lab(image: Image.Image) -> bool:
    """Whether a picture in L*a*b* holds only greys."""
    _, a, b = image.split()
    near = range(128 - CHROMA, 129 + CHROMA)  # Pillow keeps the grey axis at 128
    return all(sum(band.histogram()[near.start : near.stop]) == image.width * image.height for band in (a, b))


def grey_parts(image: Image.Image) -> Image.Image | None:
    """Where a drawn RGB picture is grey, as a mask; None for a photograph, or where hardly anything is grey."""
    grey = _spread(image).point([255 if spread <= SPREAD else 0 for spread in range(256)])
    beside = ImageChops.difference(image, ImageChops.offset(image, 1, 0)).convert("L")
    count = image.width * image.height
    flat, neutral = beside.histogram()[0] / count, grey.histogram()[255] / count
    return grey if flat >= FLAT_SHARE and neutral >= NEUTRAL_SHARE else None


def black_parts(image: Image.Image) -> Image.Image:
    """Where a CMYK picture has black alone, or nothing, as a mask."""
    cyan, magenta, yellow, _ = image.split()
    most = ImageChops.lighter(ImageChops.lighter(cyan, magenta), yellow)
    return most.point([255, *[0] * 255])


def _spread(image: Image.Image) -> Image.Image:
    """How far apart the three channels of each pixel are."""
    red, green, blue = image.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    return ImageChops.difference(most, least)
