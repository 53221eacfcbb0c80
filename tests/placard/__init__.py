"""A kind of block that the product does not have: an image with copy in two legs below it.

Its height depends on its measure, and its image is cropped to what the copy leaves. It stands here to show that a kind
is one folder and one word of registration.
"""

from __future__ import annotations

from paiban.kinds import BlockKind
from tests.placard.drawing import draw
from tests.placard.planning import PLANNING
from tests.placard.reading import READING
from tests.placard.setting import SETTING, data

PLACARD = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=lambda: PLANNING)
