"""Briefs (简讯): a rail of short items under one label, each opened by a ◆ that the engine adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.kinds.briefs.drawing import draw
from paiban.kinds.briefs.reading import READING
from paiban.kinds.briefs.setting import SETTING, data
from paiban.kinds.register import BlockKind

if TYPE_CHECKING:
    from paiban.makeup.propose.kind import Planning


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.briefs.planning import PLANNING  # noqa: PLC0415

    return PLANNING


BRIEFS = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
