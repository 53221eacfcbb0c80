"""An index (导读): what stands on which page, by the ids of stories, their pages filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.kinds.index.drawing import draw
from paiban.kinds.index.reading import READING
from paiban.kinds.index.setting import SETTING, data
from paiban.kinds.register import BlockKind

if TYPE_CHECKING:
    from paiban.makeup.propose.kind import Planning


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.index.planning import PLANNING  # noqa: PLC0415

    return PLANNING


INDEX = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
