"""A kind of block as one value, and several of them as what the stages take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from paiban.compose.kind import Drawing, Drawings
from paiban.issue.kind import Reading, Readings
from paiban.makeup.frame.kind import BlockSetting, Settings
from paiban.makeup.frame.model import Placed
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.makeup.propose.kind import Planning, Plannings


Data = Callable[[Placed], Mapping[str, object]]
"""What a set block is for programs, beside its place: plain data, lengths in points, with names of its kind's own."""


class BlockKind(NamedTuple):
    """Everything about one kind, a part for each stage. ``planning`` loads its part when automatic make-up asks."""

    reading: Reading
    setting: BlockSetting
    drawing: Drawing
    data: Data
    planning: Callable[[], Planning]


class Kinds(NamedTuple):
    """The kinds that a page may hold, and each stage's part of them by the kind's name."""

    all: tuple[BlockKind, ...]
    readings: Readings
    settings: Settings
    drawings: Drawings
    data: Mapping[str, Data]

    def plannings(self) -> Plannings:
        """The parts in automatic make-up, loaded now."""
        return {kind.reading.name: kind.planning() for kind in self.all}


def registered(*kinds: BlockKind) -> Kinds:
    """The kinds as the stages take them."""
    return Kinds(
        all=kinds,
        readings={kind.reading.name: kind.reading for kind in kinds},
        settings={kind.reading.name: kind.setting for kind in kinds},
        drawings={kind.reading.name: kind.drawing for kind in kinds},
        data={kind.reading.name: kind.data for kind in kinds},
    )
