"""The nameplate (报头) of a front page: the paper's title as art or type, and what it says of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.kinds.nameplate.drawing import draw
from paiban.kinds.nameplate.reading import READING
from paiban.kinds.nameplate.setting import SETTING, data
from paiban.kinds.register import BlockKind

if TYPE_CHECKING:
    from paiban.makeup.propose.kind import Planning


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.nameplate.planning import PLANNING  # noqa: PLC0415

    return PLANNING


NAMEPLATE = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
