"""Processes of the desk's own, for what takes so long that no hand on the page may wait for it.

Each is a module that is asked on its standard input and answers on its standard output, value by value. It ends when
nobody is there to ask it any more.
"""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from paiban.engine.house import House

BEHIND = 10
"""So far behind what hands wait for such a process stands where the machine has not enough for all."""

HEAD = 8
"""Bytes that say how long a value is."""


class Child:
    """Such a process, as the desk has it."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @classmethod
    async def begin(cls, module: str, path: Path, house: House) -> Child:
        """A process for the issue at ``path``, which ``Wanted`` reads there."""
        fonts, layout = (None if folder is None else str(folder) for folder in (house.fonts, house.layout))
        wanted = {"path": str(path), "fonts": fonts, "layout": layout, "confine": house.confine}
        command = [sys.executable, "-m", module, json.dumps(wanted)]
        return cls(await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL))

    async def tell(self, value: Any) -> None:
        """Ask; a process that is gone does not answer either."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(_framed(value))
            await self._process.stdin.drain()
        except ConnectionError:
            pass

    async def told(self) -> Any:
        """The next answer, None where there will be none."""
        assert self._process.stdout is not None
        try:
            size = int.from_bytes(await self._process.stdout.readexactly(HEAD), "big")
            return pickle.loads(await self._process.stdout.readexactly(size))
        except asyncio.IncompleteReadError:
            return None

    def end(self) -> None:
        """It does nothing more."""
        if self._process.returncode is None:
            self._process.kill()

    async def gone(self) -> None:
        """Wait until it is."""
        await self._process.wait()


class Wanted:
    """What such a process was begun for, as it sees it itself."""

    def __init__(self) -> None:
        if hasattr(os, "nice"):
            os.nice(BEHIND)
        self.data: dict[str, Any] = json.loads(sys.argv[1])
        self.path = Path(self.data["path"])
        fonts, layout = (None if self.data[name] is None else Path(self.data[name]) for name in ("fonts", "layout"))
        self.house = House(fonts, layout, self.data["confine"])

    def asked(self) -> Iterator[Any]:
        """What is asked, one after the other."""
        while len(head := sys.stdin.buffer.read(HEAD)) == HEAD:
            yield pickle.loads(sys.stdin.buffer.read(int.from_bytes(head, "big")))

    def answer(self, value: Any) -> None:
        """Answer."""
        sys.stdout.buffer.write(_framed(value))
        sys.stdout.buffer.flush()


def _framed(value: Any) -> bytes:
    data = pickle.dumps(value)
    return len(data).to_bytes(HEAD, "big") + data
