"""Where each block of the page would fit, counted by a process of its own: a long story takes it a second at first, and
no hand on the page waits for that.
"""

from __future__ import annotations

import asyncio
from importlib import import_module
from pathlib import Path

from paiban.desk.child import Child, Wanted
from paiban.desk.scene import Data
from paiban.desk.suiting import NOWHERE, suiting
from paiban.engine.house import House
from paiban.engine.resident import Engine


class Counter:
    """The process, begun when it is first asked; it goes on knowing what a change leaves alone."""

    def __init__(self, path: Path, house: House) -> None:
        self._path, self._house = path, house
        self._child: Child | None = None
        self._turn = asyncio.Lock()
        self._asking: set[asyncio.Task[Data]] = set()
        self._closed = False

    async def suits(self, data: bytes, id_: str) -> Data:
        """Where a block would fit on its page of the issue whose file says ``data``."""
        asking = asyncio.create_task(self._asked(data, id_))
        self._asking.add(asking)
        asking.add_done_callback(self._asking.discard)
        return await asyncio.shield(asking)

    async def _asked(self, data: bytes, id_: str) -> Data:
        """The answer to one question, which is taken whether anybody waits for it still or not."""
        async with self._turn:
            if self._closed:
                return NOWHERE
            child = self._child or await Child.begin("paiban.desk.counting", self._path, self._house)
            self._child = child
            if self._closed:  # while it was begun
                child.end()
            await child.tell((data, id_))
            answer: Data | None = await child.told()
            if answer is None:
                self._child = None
                await child.gone()
            return NOWHERE if answer is None else answer

    async def close(self) -> None:
        """Nothing more is counted."""
        self._closed = True
        child = self._child
        if child is not None:
            child.end()
        await asyncio.gather(*self._asking, return_exceptions=True)
        if child is not None:
            await child.gone()


def main() -> None:
    """Answer for each block that is asked for, with the file's content as it is then."""
    wanted = Wanted()
    engine, before = Engine.of(wanted.house), b""
    result = None
    for data, id_ in wanted.asked():
        if result is None or data != before:
            result, before = engine.set_issue(wanted.path, data, draft=True, advice=False), data
        wanted.answer(suiting(result, id_))


if __name__ == "__main__":  # under the name that others know its values by
    import_module("paiban.desk.counting").main()
