"""The engines of a process: one that runs once remembers nothing, one that stays has an engine for each house."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from paiban.engine import Engine
from paiban.engine.house import House

MOST = 4
"""So many houses have an engine at a time; the one that was asked longest ago goes first."""


class Engines:
    """The engines of a process that stays."""

    def __init__(self) -> None:
        self._engines: dict[tuple[object, ...], Engine] = {}

    def of(self, house: House) -> Engine:
        """The engine of a house, whose folders may be named from the present one."""
        key = Path.cwd(), house.fonts, house.layout, house.confine
        engine = self._engines.pop(key, None) or Engine.of(house)
        self._engines[key] = engine
        if len(self._engines) > MOST:
            del self._engines[next(iter(self._engines))]
        return engine


_staying: list[Engines] = []
"""The engines of this process, if it stays."""


def engine_of(house: House) -> Engine:
    """The engine to set with."""
    return _staying[-1].of(house) if _staying else Engine.of(house, turns=0)


@contextmanager
def staying() -> Iterator[None]:
    """Commands that run now are not the only ones: what they set is remembered."""
    _staying.append(Engines())
    try:
        yield
    finally:
        _staying.pop()


@contextmanager
def interrupts() -> Iterator[None]:
    """While we only wait, Ctrl-C is an exception as usual; while a page is being set it ends the process."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
