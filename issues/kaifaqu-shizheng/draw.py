"""Draw the pictures and the adverts of this issue again: ``python draw.py [name …]``; without names, all of them.

They are drawings, made by program for this page and captioned 示意图 there; none follows a photograph.
"""

from __future__ import annotations

import sys
from pathlib import Path

from art import advert, chip, drill, park, water
from art.press import write_pdf
from art.sheet import write_png

HERE = Path(__file__).parent
PICTURES = {"drill": drill.draw, "park": park.draw, "water": water.draw, "chip": chip.draw}
ADVERTS = {"trees": (351.8, 79.9), "trees-4": (173.2, 79.9)}  # width and height in millimetres, trimmed


def main(names: list[str]) -> int:
    """Write the files that *names* ask for; return the exit code."""
    unknown = [name for name in names if name not in PICTURES and name not in ADVERTS]
    if unknown:
        print(f"no drawing called {', '.join(unknown)}; there are {', '.join([*PICTURES, *ADVERTS])}", file=sys.stderr)
        return 2
    for name in names or [*PICTURES, *ADVERTS]:
        if name in PICTURES:
            file = HERE / "pictures" / f"{name}.png"
            write_png(PICTURES[name](), file)
        else:
            file = HERE / "ads" / f"{name}.pdf"
            write_pdf(advert.draw(*ADVERTS[name]), file, "公益广告：植树节")
        print(file.relative_to(HERE))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
