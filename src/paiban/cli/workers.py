"""Work done by several processes, none of which outlives the one that asked for it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Thread
from typing import TypeVar

Task = TypeVar("Task")
Done = TypeVar("Done")

ORPHANED = 1
"""The exit code of a worker whose parent is gone; nobody reads it."""


def work_all(work: Callable[[Task], Done], tasks: Sequence[Task], count: int) -> Iterator[Done | None]:
    """``work`` done to every task by ``count`` processes, in the order of the tasks.

    None stands for a task whose process was ended by the system; those that were waiting for it go on in new processes.
    """
    waiting = list(tasks)
    while waiting:
        done = 0
        for result in _until_broken(work, waiting, min(count, len(waiting))):
            yield result
            done += 1
        if done < len(waiting):
            yield _alone(work, waiting[done])
            done += 1
        waiting = waiting[done:]


def _alone(work: Callable[[Task], Done], task: Task) -> Done | None:
    """A task by itself: whether it was this one that its process died of."""
    return next(iter(_until_broken(work, [task], 1)), None)


def _until_broken(work: Callable[[Task], Done], tasks: Sequence[Task], count: int) -> Iterator[Done]:
    """What the processes gave until one of them was ended from outside."""
    watched, held = Pipe(duplex=False)
    pool = ProcessPoolExecutor(count, initializer=_begin, initargs=(watched, held))
    try:
        yield from pool.map(work, tasks)
    except BrokenProcessPool:
        return
    finally:
        held.close()  # the workers see it and end, whatever they are at
        pool.shutdown(wait=True, cancel_futures=True)
        watched.close()


def _begin(watched: Connection, held: Connection) -> None:
    """A worker leaves interrupts to its parent, and ends when the parent lets go of the pipe or is gone."""
    held.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    Thread(target=_end_with_parent, args=(watched,), daemon=True).start()


def _end_with_parent(watched: Connection) -> None:
    try:
        watched.recv_bytes()
    except (EOFError, OSError):
        os._exit(ORPHANED)
