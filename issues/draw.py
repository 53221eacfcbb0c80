"""Draw the painted pictures of the samples again: ``python issues/draw.py [name …]``; without names, all.

It needs numpy (``pip install paiban[tools]``). No picture follows a photograph or a place.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from paint import scenes_craft as craft
from paint import scenes_hill as hill
from paint import scenes_river as river
from paint import scenes_town as town

HERE = Path(__file__).parent


PICTURES = {
    "essay/pictures/jar.png": craft.jar,
    "heads/pictures/arches.jpg": river.arches,
    "heads/pictures/bridge.jpg": river.spring,
    "heads/pictures/saplings.jpg": river.saplings,
    "over/pictures/dusk.jpg": river.dusk,
    "tables/pictures/wharf.jpg": river.wharf,
    "yuanjiang/daily/pictures/afternoon.jpg": river.afternoon,
    "yuanjiang/daily/pictures/bridge.jpg": river.bridge,
    "yuanjiang/daily/pictures/egrets.jpg": river.egrets,
    "yuanjiang/daily/pictures/evening.jpg": river.evening,
    "yuanjiang/daily/pictures/ferry.jpg": river.ferry,
    "yuanjiang/daily/pictures/fields.jpg": hill.fields,
    "yuanjiang/daily/pictures/forest.jpg": hill.forest,
    "yuanjiang/daily/pictures/lanterns.jpg": town.lanterns,
    "yuanjiang/daily/pictures/levee.jpg": river.levee,
    "yuanjiang/daily/pictures/loom.jpg": craft.loom,
    "yuanjiang/daily/pictures/market.jpg": town.market,
    "yuanjiang/daily/pictures/noon.jpg": river.noon,
    "yuanjiang/daily/pictures/panorama.jpg": river.panorama,
    "yuanjiang/daily/pictures/winter.jpg": hill.winter,
    "yuanjiang/weekend/pictures/grove.png": craft.grove,
    "yuanjiang/weekend/pictures/kiln.jpg": hill.kiln,
    "yuanjiang/weekend/pictures/lamp.jpg": river.lamp,
    "yuanjiang/weekend/pictures/moon.jpg": river.moon,
    "yuanjiang/weekend/pictures/plum.png": craft.plum,
    "yuanjiang/weekend/pictures/landing.jpg": river.quay,
    "yuanjiang/weekend/pictures/snow.jpg": hill.snow,
    "yuanjiang/weekend/pictures/span.jpg": river.span,
    "yuanjiang/weekend/pictures/stall.jpg": craft.stall,
    "yuanjiang/weekend/pictures/steps.jpg": river.steps,
    "yuanjiang/weekend/pictures/terraces.jpg": hill.terraces,
    "yuanjiang/weekend/pictures/wetland.jpg": river.wetland,
}
"""Fields, winter and plum stand in issues that earlier versions began with and in the cookbook."""


def main(names: Sequence[str]) -> None:
    """Write the pictures whose names are asked for."""
    for file, draw in PICTURES.items():
        if not names or Path(file).stem in names:
            (HERE / file).parent.mkdir(parents=True, exist_ok=True)
            draw().save(HERE / file, quality=74, optimize=True, dpi=(200, 200))


if __name__ == "__main__":
    main(sys.argv[1:])
