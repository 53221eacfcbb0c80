"""Blocks that must not touch, as adverts of two banks, or an accident and an airline: held on every run."""

from __future__ import annotations

from collections.abc import Iterator

from paiban.diagnostic import Diagnostic, diagnose
from paiban.makeup.frame.model import Makeup


def check_apart(makeup: Makeup) -> Iterator[Diagnostic]:
    """An error for each two that touch although one of them says that it must not."""
    for block in makeup.blocks:
        for other in makeup.blocks:
            if other.block.id in block.block.apart and block.place.touches(other.place):
                yield diagnose("P776", block.block.span, name=block.block.id, other=other.block.id)
