"""An advert (广告): a page of a PDF or an image, as it was delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.kinds.advert.drawing import draw
from paiban.kinds.advert.reading import READING
from paiban.kinds.advert.setting import SETTING, data
from paiban.kinds.register import BlockKind

if TYPE_CHECKING:
    from paiban.makeup.propose.kind import Planning


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.advert.planning import PLANNING  # noqa: PLC0415

    return PLANNING


ADVERT = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
