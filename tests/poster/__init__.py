"""A kind of block that the product does not have: an image with copy in two legs below it.

Its height depends on its measure, and its image is cropped to what the copy leaves. It stands here to show that a kind
is one folder and one word of registration.
"""

from __future__ import annotations

from paiban.kinds import BlockKind
from tests.poster.drawing import draw
from tests.poster.planning import PLANNING
from tests.poster.reading import READING
from tests.poster.setting import SETTING, data

POSTER = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=lambda: PLANNING)
