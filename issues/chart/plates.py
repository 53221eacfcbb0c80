"""Show an issue's first page as it looks on newsprint, and its plates: ``python issues/chart/plates.py ISSUE.yaml``.

Writes ``<folder>.png`` and ``<folder>-plates.png`` (C, M, Y, K and the ink map side by side) to ``docs/images``.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

from paiban.engine import set_issue, with_pdf
from paiban.font import load_catalogue
from paiban.output.plates import most_ink, plate_pictures, separate

IMAGES = Path(__file__).parents[2] / "docs" / "images"
DPI = 100
SMALL = 360


def main(names: list[str]) -> int:
    """Set the issue named and write its two pictures."""
    path = Path(names[0])
    result = with_pdf(set_issue(path))
    if not result.pdf:
        print(f"{path} has errors: run paiban check", file=sys.stderr)
        return 1
    catalogue, _ = load_catalogue()
    press = result.kit.press
    plates, _ = separate(result.pdf, result.pages, catalogue, press, DPI)
    shown = {name: Image.open(io.BytesIO(png)).convert("RGB") for name, png in plate_pictures(plates[0], press)}
    name = path.resolve().parent.name
    shown.pop("proof").quantize(256, kmeans=2).save(IMAGES / f"{name}.png", optimize=True)
    _side_by_side(list(shown.values())).quantize(64).save(IMAGES / f"{name}-plates.png", optimize=True)
    print(f"{name}: at most {most_ink(plates[0]):.0f} % of ink")
    return 0


def _side_by_side(images: list[Image.Image]) -> Image.Image:
    """The plates, small, with a little room between."""
    height = round(images[0].height * SMALL / images[0].width)
    sheet = Image.new("RGB", ((SMALL + 12) * len(images) - 12, height), (120, 120, 120))
    for index, image in enumerate(images):
        sheet.paste(image.resize((SMALL, height), Image.Resampling.LANCZOS), (index * (SMALL + 12), 0))
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
