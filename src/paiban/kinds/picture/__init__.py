"""A picture (图片) with its 图说, by itself or belonging to a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.kinds.picture.drawing import draw
from paiban.kinds.picture.reading import READING
from paiban.kinds.picture.setting import SETTING, data
from paiban.kinds.register import BlockKind

if TYPE_CHECKING:
    from paiban.makeup.propose.kind import Planning


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.picture.planning import PLANNING  # noqa: PLC0415

    return PLANNING


PICTURE = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
