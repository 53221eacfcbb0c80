"""The transparency of a picture, row by row."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image, ImageOps


def alpha_rows(path: Path, rows: int, solid: int) -> list[tuple[float, float] | None]:
    """From where to where each of so many rows is ``solid`` at least, 0 … 1; None for one that is clear.

    No rows at all where the picture has no transparency or cannot be read.
    """
    try:
        with warnings.catch_warnings(), Image.open(path) as opened:
            warnings.simplefilter("ignore")
            if not opened.has_transparency_data:
                return []
            turned = ImageOps.exif_transpose(opened)
            alpha = turned.convert("RGBA").getchannel("A")
    except MemoryError:
        raise
    except Exception:  # these bytes come from anywhere, and decoders fail in every way that there is
        return []
    width = max(1, round(alpha.width * min(1.0, 4 * rows / alpha.width)))
    mask = alpha.resize((width, rows), Image.Resampling.BOX).point(lambda level: 255 * (level >= solid))
    found: list[tuple[float, float] | None] = []
    for row in range(rows):
        box = mask.crop((0, row, width, row + 1)).getbbox()
        found.append(None if box is None else (box[0] / width, box[2] / width))
    return found
