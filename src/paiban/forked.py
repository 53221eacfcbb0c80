"""Work that another process does while this one goes on: what it makes comes back, one thing after another.

The process begins as a copy of this one, so that nothing has to be handed to it. Any number of them gives what none
gives: who asks for something that did not come makes it himself.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")

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

    def __init__(self, make: Callable[[], Iterable[Made]], shared: Sequence[object] = ()) -> None:
        self._shared = shared
        read, write = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(write)
            self._stream = os.fdopen(read, "rb")
            return
        os.close(read)
        # What goes wrong shows again where it is made once more.
        with suppress(BaseException), os.fdopen(write, "wb") as stream:
            for made in make():
                data = _written(made, shared)
                stream.write(len(data).to_bytes(LENGTH, "big") + data)
                stream.flush()
        os._exit(0)

    def next(self) -> Made | None:
        """What it makes next, waited for; None where nothing comes any more."""
        size = int.from_bytes(self._stream.read(LENGTH), "big")
        data = self._stream.read(size) if size else b""
        return _read(data, self._shared) if data and len(data) == size else None

    def end(self) -> None:
        """End it, whatever it is at."""
        self._stream.close()
        with suppress(ProcessLookupError):
            os.kill(self._process, KILLED)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


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
