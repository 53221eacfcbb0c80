"""A QR code (二维码) beside a story's copy or by itself, with a line that says what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paiban.kinds.qr.drawing import draw
from paiban.kinds.qr.reading import READING
from paiban.kinds.qr.setting import SETTING, data
from paiban.kinds.register import BlockKind

if TYPE_CHECKING:
    from paiban.makeup.propose.kind import Planning


def planning() -> Planning:
    """Its part in automatic make-up, which a plain run does not load."""
    from paiban.kinds.qr.planning import PLANNING  # noqa: PLC0415

    return PLANNING


QR = BlockKind(reading=READING, setting=SETTING, drawing=draw, data=data, planning=planning)
