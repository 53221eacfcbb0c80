"""Classifieds (分类广告): many small items under the heads of their categories, notices and obituaries among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.kinds.classifieds.drawing import draw
from paiban.kinds.classifieds.reading import READING
from paiban.kinds.classifieds.setting import SETTING, data
from paiban.kinds.register import BlockKind

if TYPE_CHECKING:
    from paiban.makeup.propose.kind import Planning


def planning() -> Planning:
    """Their part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.classifieds.planning import PLANNING  # noqa: PLC0415

    return PLANNING


CLASSIFIEDS = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
