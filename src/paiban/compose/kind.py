"""What a kind of block says of itself to the stage that draws."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from paiban.compose.composer import Composer
from paiban.display import Item
from paiban.makeup.frame.model import Placed

Drawing = Callable[[Placed, Composer], Iterator[Item]]
"""Draws a block of one kind, in painting order, its copy in reading order."""

Drawings = Mapping[str, Drawing]
"""Each kind's drawing by the kind's name."""
