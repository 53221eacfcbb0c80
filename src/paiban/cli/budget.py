"""``--max-seconds`` and ``--max-memory``: what a run may cost, for servers that set other people's issues."""

from __future__ import annotations

import os
import signal
from argparse import Namespace
from types import FrameType
from typing import NoReturn

from paiban.cli import console
from paiban.diagnostic import diagnose
from paiban.files import abandon

try:
    import resource
except ImportError:  # a system without such limits
    resource = None  # type: ignore[assignment]

GRACE = 5
"""Seconds of the processor after the time is up: a library that does not come back is ended by the system then."""

MIB = 1 << 20


def hold_to(options: Namespace) -> str:
    """Put the limits that the options name on this process; what cannot be had here, ``""`` where all can."""
    most_seconds, most_memory = getattr(options, "max_seconds", None), getattr(options, "max_memory", None)
    if (most_seconds or most_memory) and resource is None:
        return "--max-seconds, --max-memory: 这个系统上没有 / not on this system"
    if most_memory:
        _lower(resource.RLIMIT_AS, most_memory * MIB)
    if most_seconds:
        signal.signal(signal.SIGALRM, lambda number, frame: _time_is_up(options, number, frame))
        signal.setitimer(signal.ITIMER_REAL, most_seconds)
        _lower(resource.RLIMIT_CPU, int(most_seconds) + GRACE)
    return ""


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
