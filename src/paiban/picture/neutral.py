"""Pictures, or parts of them, that hold only greys: they go to the black plate alone, where nothing can fall out of
register (newsprint: ISO 12647-3, black type in black)."""

from __future__ import annotations

import functools

from PIL import Image, ImageChops, ImageFilter

SPREAD = 4
"""Red, green and blue that differ by no more are a grey; a decoder may round that much."""

CMYK_SPREAD = 16
"""The like for type in CMYK as a screen shows it: its black is seldom neutral."""

CHROMA = 5
"""A CMYK colour no further than this from the grey axis of L*a*b*, in units of 8 bits, is a grey."""

FLAT_SHARE = 0.5
"""From so many pixels equal to their neighbour on, a picture is drawn (a chart, a screenshot), and no photograph."""

NEUTRAL_SHARE = 0.5
"""From so many greys on, a drawn picture keeps its greys in black while its colours stay."""

DARK, LIGHT = 90, 130
"""Type in a photograph is no lighter than the one, the ground that it stands on no darker than the other."""

EVEN = 12
"""Neighbours of a ground differ by no more: JPEG leaves ripples around type."""

CELL = 4
"""Pixels a side of a cell, by which the ground and what is thick are judged."""

NEAR_CELLS = 8
"""How far around type its ground is looked for: 4 mm at the resolution of newsprint."""

GROUND_SHARE = 0.25
"""So much of what is around type is its ground at least, and no less than the type: or it is reversed."""

THICK_CELLS = 5
"""What is dark over so many cells both ways is an area and no type: black alone would be weak in it, its rim show."""

STROKE_CELLS = 16
"""How far strokes are followed from where they stand on their ground, into dense characters."""

COLOURED_LESS = 4
"""Of what is dark around type, so many times less is coloured than is black."""

SOFT_EDGE = 2
"""So many pixels around type are its soft edge."""


STRIP = 256
"""Rows that are looked at together where a picture may be as large as the press takes."""


def is_grey(image: Image.Image) -> bool:
    """Whether an RGB picture holds only greys."""
    strips = (
        image.crop((0, top, image.width, min(top + STRIP, image.height))) for top in range(0, image.height, STRIP)
    )
    return not any(any(_spread(strip).histogram()[SPREAD + 1 :]) for strip in strips)


def is_grey_lab(image: Image.Image) -> bool:
    """Whether a picture in L*a*b* holds only greys."""
    _, a, b = image.split()
    near = range(128 - CHROMA, 129 + CHROMA)  # Pillow keeps the grey axis at 128
    return all(sum(band.histogram()[near.start : near.stop]) == image.width * image.height for band in (a, b))


def grey_parts(image: Image.Image) -> Image.Image | None:
    """Where a drawn RGB picture is grey, as a mask; None for a photograph, or where hardly anything is grey."""
    grey = _spread(image).point([255 if spread <= SPREAD else 0 for spread in range(256)])
    enough = grey.histogram()[255] >= NEUTRAL_SHARE * image.width * image.height
    return grey if enough and is_drawn(image) else None


def is_drawn(image: Image.Image) -> bool:
    """Whether a picture is drawn: most of its pixels equal their neighbour."""
    beside = ImageChops.difference(image, ImageChops.offset(image, 1, 0))
    changed = functools.reduce(ImageChops.lighter, beside.split())
    return changed.histogram()[0] >= FLAT_SHARE * image.width * image.height


def type_parts(image: Image.Image, spread: int = SPREAD) -> Image.Image | None:
    """Where an RGB picture holds type or lines in black, dark and thin on a lighter and even ground, as a mask.

    A shadow, hair or a tyre stays as it is: it has no such ground, is no thin thing, or no plain black. None where
    there is no type.
    """
    grey, light = _spread(image).point(_up_to(spread)), image.convert("L")
    dark = light.point(_up_to(DARK))
    black = ImageChops.multiply(dark, grey)
    type_ = ImageChops.multiply(black, _in_pixels(_strokes(black, dark, light), image.size))
    if type_.getbbox() is None:
        return None
    rim = type_.filter(ImageFilter.BoxBlur(SOFT_EDGE)).point(_from(1))
    return ImageChops.multiply(rim, grey)


def _strokes(black: Image.Image, dark: Image.Image, light: Image.Image) -> Image.Image:
    """The cells of thin black things, those on a ground and what hangs together with them."""
    cells, all_dark = black.reduce(CELL), dark.reduce(CELL)
    thin = ImageChops.multiply(cells.point(_from(1)), ImageChops.invert(_thick(all_dark)))
    plain = _more(cells, ImageChops.subtract(all_dark, cells).point(lambda value: value * COLOURED_LESS))
    seeds = ImageChops.multiply(_on_ground(all_dark, light), plain)
    return _grown(ImageChops.multiply(thin, seeds), thin)


def _on_ground(dark: Image.Image, light: Image.Image) -> Image.Image:
    """The cells around which enough is light and even, and more than is dark."""
    beside = (ImageChops.difference(light, ImageChops.offset(light, *step)) for step in ((1, 0), (0, 1)))
    even = ImageChops.lighter(*beside).point(_up_to(EVEN))
    ground = ImageChops.multiply(even, light.point(_from(LIGHT))).reduce(CELL)
    enough = ground.filter(ImageFilter.BoxBlur(NEAR_CELLS)).point(_from(round(GROUND_SHARE * 255)))
    return ImageChops.multiply(enough, _more(ground, dark))


def _more(one: Image.Image, other: Image.Image) -> Image.Image:
    """The cells around which there is more of one thing than of another."""
    blur = ImageFilter.BoxBlur(NEAR_CELLS)
    return ImageChops.subtract(one.filter(blur), other.filter(blur)).point(_from(1))


def _thick(dark: Image.Image) -> Image.Image:
    """The cells of areas that are dark all over, and those beside them."""
    whole = dark.point(_from(255))
    area = _grown(whole.filter(ImageFilter.MinFilter(THICK_CELLS)), whole)
    return area.filter(ImageFilter.MaxFilter(5))


def _grown(seeds: Image.Image, cells: Image.Image) -> Image.Image:
    """Seeds, and what of ``cells`` hangs together with them; once nothing more does, nothing ever will."""
    for _ in range(STROKE_CELLS):
        before = seeds
        seeds = ImageChops.multiply(before.filter(ImageFilter.MaxFilter(3)), cells)
        if seeds.tobytes() == before.tobytes():
            break
    return seeds


def _up_to(most: int) -> list[int]:
    """A table for masks: set where a value is no larger."""
    return [255] * (most + 1) + [0] * (255 - most)


def _from(least: int) -> list[int]:
    """A table for masks: set where a value is no smaller."""
    return [0] * least + [255] * (256 - least)


def _in_pixels(cells: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A mask of cells as one of pixels."""
    whole = cells.resize((cells.width * CELL, cells.height * CELL), Image.Resampling.NEAREST)
    return whole.crop((0, 0, *size))


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
