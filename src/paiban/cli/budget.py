"""``--max-seconds`` and ``--max-memory``: what a run may cost, for servers that set other people's issues."""

from __future__ import annotations

import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable
from threading import Thread
from types import FrameType
from typing import NoReturn

from paiban.cli import console
from paiban.cli.speech import say
from paiban.diagnostic import diagnose
from paiban.files import abandon

try:
    import resource
except ImportError:  # a system without such limits
    resource = None  # type: ignore[assignment]

GRACE = 5
"""Seconds of the processor after the time is up: a library that does not come back is ended by the system then."""

MIB = 1 << 20

BY_SIGNAL = 128
"""The exit code of a run that a signal ended is this and the signal's number."""


NO_MEMORY = 77
"""The exit code by which the process that works tells the one that waits that there was no memory left to say so."""

OUT_OF_MEMORY = tuple(getattr(signal, name) for name in ("SIGABRT", "SIGSEGV", "SIGBUS", "SIGKILL", "SIGTRAP")
                      if hasattr(signal, name))  # fmt: skip
"""How libraries end a process that gets no memory, and how the system does."""


def run_within(options: Namespace, work: Callable[[], int]) -> int:
    """Do ``work``, which gives the run's exit code, within the limits that the options name; 2 where there are none.

    What is short of memory may be ended by a library in the middle of anything: so another process does it, and this
    one says what became of it.
    """
    if resource is None:
        console.complain(
            say("--max-seconds, --max-memory: 这个系统上没有", "--max-seconds, --max-memory: not on this system")
        )
        return 2
    if not options.max_memory:
        _limit_time(options)
        return work()
    if sys.stdout is not None:
        sys.stdout.flush()
    watched, held = os.pipe()
    worker = os.fork()
    if worker:
        os.close(watched)
        _, status = os.waitpid(worker, 0)
        os.close(held)
        return _told(os.waitstatus_to_exitcode(status), options)
    os.close(held)
    Thread(target=_end_with_parent, args=(watched,), daemon=True).start()
    try:
        _lower(resource.RLIMIT_CORE, 0)
        _lower(resource.RLIMIT_AS, options.max_memory * MIB)
        _limit_time(options)
        os._exit(work())
    except MemoryError:
        os._exit(NO_MEMORY)


def _told(code: int, options: Namespace) -> int:
    """The exit code of the work, after what it could not say itself."""
    if code != NO_MEMORY and -code not in OUT_OF_MEMORY:
        return code if code >= 0 else BY_SIGNAL - code
    problem = diagnose("P791", None, file=getattr(options, "issue", ""))
    console.report([problem], {}, getattr(options, "format", "text"), options.lang)
    return 1


def _end_with_parent(watched: int) -> None:
    """Clear away and end when the process that waits is gone."""
    os.read(watched, 1)
    abandon()
    os._exit(1)


def _limit_time(options: Namespace) -> None:
    if options.max_seconds:
        signal.signal(signal.SIGALRM, lambda number, frame: _time_is_up(options, number, frame))
        signal.setitimer(signal.ITIMER_REAL, options.max_seconds)
        _lower(resource.RLIMIT_CPU, int(options.max_seconds) + GRACE)


def _lower(kind: int, most: int) -> None:
    """A limit may be lowered by anybody and raised by nobody."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _time_is_up(options: Namespace, _number: int, _frame: FrameType | None) -> NoReturn:
    """Say so and end at once, as at any other signal."""
    problem = diagnose("P793", None, seconds=options.max_seconds)
    console.report([problem], {}, getattr(options, "format", "text"), options.lang)
    console.lost_output()
    console.print_pending()
    abandon()
    os._exit(1)
