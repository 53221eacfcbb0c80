"""Work that another process does while this one goes on: what it makes comes back, one thing after another.

The process begins as a copy of this one, so that nothing has to be handed to it. Any number of them gives what none
gives: who asks for something that did not come makes it himself.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from select import select
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")

Send = Callable[[Made], None]
"""How a process hands over what it made."""

Work = Callable[[Send[Made]], None]
"""What a process does."""

LENGTH = 8
"""Bytes that say how long what follows is."""

KILLED = 9
"""The signal that ends a process whatever it is at."""


def processes(asked: int) -> int:
    """How many processes may work side by side: one where no copy can be made of this one, or where it has threads,
    which a copy would lack."""
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    return max(1, asked) if hasattr(os, "fork") and alone else 1


class Forked(Generic[Made]):
    """A process, and what comes from it. Whatever it has in common with this one, ``shared``, is not sent."""

    def __init__(self, work: Work[Made], shared: Sequence[object] = ()) -> None:
        self._shared = shared
        read, write = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(write)
            self._stream = os.fdopen(read, "rb", buffering=0)
            return
        os.close(read)
        # What goes wrong shows again where it is made once more.
        with suppress(BaseException), os.fdopen(write, "wb") as stream:

            def send(made: Made) -> None:
                data = _written(made, shared)
                stream.write(len(data).to_bytes(LENGTH, "big") + data)
                stream.flush()

            work(send)
        os._exit(0)

    def fileno(self) -> int:
        """Where it comes from."""
        return self._stream.fileno()

    def next(self) -> Made | None:
        """What it makes next, waited for; None where nothing comes any more."""
        size = int.from_bytes(self._bytes(LENGTH), "big")
        data = self._bytes(size)
        return _read(data, self._shared) if data and len(data) == size else None

    def _bytes(self, count: int) -> bytes:
        """So many bytes; fewer where it ended."""
        data = bytearray()
        while len(data) < count and (more := self._stream.read(count - len(data))):
            data += more
        return bytes(data)

    def end(self) -> None:
        """End it, whatever it is at."""
        self._stream.close()
        with suppress(ProcessLookupError):
            os.kill(self._process, KILLED)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


def side_by_side(works: Sequence[Work[Made]], count: int, shared: Sequence[object] = ()) -> Iterator[tuple[int, Made]]:
    """What processes make, so many of them at a time, as it comes: each with the number of its work."""
    waiting = list(range(len(works)))
    begun: dict[Forked[Made], int] = {}
    try:
        while waiting or begun:
            while waiting and len(begun) < count:
                number = waiting.pop(0)
                begun[Forked(works[number], shared)] = number
            for process in select(list(begun), [], [])[0]:
                made = process.next()
                if made is not None:
                    yield begun[process], made
                else:
                    process.end()
                    del begun[process]
    finally:
        for process in begun:
            process.end()


def _written(made: object, shared: Sequence[object]) -> bytes:
    """A value as it is sent: of what both processes have its number alone."""
    if not shared:
        return pickle.dumps(made, 5)
    data = io.BytesIO()
    pickler = _Sender(data, 5)
    pickler.numbers = {id(each): number for number, each in enumerate(shared)}
    pickler.dump(made)
    return data.getvalue()


def _read(data: bytes, shared: Sequence[object]) -> Any:
    if not shared:
        return pickle.loads(data)
    reader = _Receiver(io.BytesIO(data))
    reader.shared = shared
    return reader.load()


class _Sender(pickle.Pickler):
    numbers: dict[int, int]

    def persistent_id(self, obj: object) -> int | None:
        return self.numbers.get(id(obj))


class _Receiver(pickle.Unpickler):
    shared: Sequence[object]

    def persistent_load(self, pid: int) -> object:
        return self.shared[pid]
