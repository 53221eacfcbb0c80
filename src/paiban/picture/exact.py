"""Whether a picture is sharp at any size, by its pixels: asked only of one that has too few of them."""

from __future__ import annotations

from pathlib import Path

from paiban.picture.model import CropBox, PictureInfo

MOST_PIXELS = 800
"""A picture with a longer side is looked at by nobody here: a code has no use for so many pixels."""


def may_be_exact(info: PictureInfo) -> bool:
    """Whether a picture is worth to be asked, by its header."""
    return max(info.width_px, info.height_px) <= MOST_PIXELS and info.mode in ("bilevel", "grey", "palette", "rgb")


def is_exact(path: Path, crop: CropBox) -> bool:
    """Whether the part of the file that is shown is a code for machines, which is drawn as squares, not as pixels."""
    from PIL import Image  # noqa: PLC0415  only for a picture that would be refused

    from paiban.picture.machine_code import code_in  # noqa: PLC0415  as above
    from paiban.picture.neutral import is_grey  # noqa: PLC0415  as above

    try:
        with Image.open(path) as image:
            if image.mode in ("1", "L"):
                return code_in(image, crop) is not None
            colours = image.convert("RGB") if image.mode in ("P", "RGB", "RGBA") else None
            return colours is not None and is_grey(colours) and code_in(colours.convert("L"), crop) is not None
    except MemoryError:
        raise
    except Exception:  # these bytes come from anywhere; the picture stage says what is wrong with them
        return False
