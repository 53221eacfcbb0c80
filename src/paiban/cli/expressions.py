"""Regular expressions as Python makes them of their patterns, kept from one run to the next.

A run compiles some sixty and matches most of them a few times: without this a twentieth of its instructions. What is
kept is what ``re`` itself gives its matcher for a pattern, under the interpreter that made it; the matcher checks it
once more. Where anything about it is otherwise, in a Python to come too, ``re`` compiles as ever.
"""

from __future__ import annotations

import atexit
import json
import re
import sys
from contextlib import suppress
from typing import Any

from paiban import cache

try:
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # inside ``re`` nothing is promised
    _compiler = _parser = None

_MOST = 1000
"""So many are kept at most; more than all commands have."""

_Key = tuple[str, int]
_Program = tuple[int, int, dict[str, int], list[int]]
"""All flags, how many groups, their names, the matcher's code."""

_compile: Any = getattr(_compiler, "compile", None)


class Expressions:
    """What was kept, and what this run has made anew."""

    def __init__(self) -> None:
        self._name = cache.name_of("expressions", sys.version, sys.byteorder, getattr(_compiler, "MAGIC", 0))
        self._kept: dict[_Key, _Program] = cache.load(self._name, _unpacked) or {}
        self._made: dict[_Key, _Program] = {}

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """What ``re`` calls for a pattern that it has not met in this process."""
        if type(pattern) is not str or flags & re.DEBUG:
            return _compile(pattern, flags)  # type: ignore[no-any-return]
        key = pattern, flags
        program = self._kept.get(key)
        if program is not None:
            with suppress(RuntimeError, TypeError, ValueError, OverflowError):
                return _expression(pattern, program)
        with suppress(AttributeError, TypeError, RuntimeError):
            program = _program(pattern, flags)
            made = _expression(pattern, program)
            self._made[key] = program
            return made
        return _compile(pattern, flags)  # type: ignore[no-any-return]

    def remember(self) -> None:
        """Keep what was made anew."""
        if self._made:
            known = self._kept | self._made
            cache.store(self._name, _packed(known if len(known) <= _MOST else self._made))


def keep() -> None:
    """Have ``re`` compile what was not kept, for as long as this process lasts, and keep it at its end."""
    if _compile is None:
        return
    expressions = Expressions()
    _compiler.compile = expressions.compile
    atexit.register(expressions.remember)


def _program(pattern: str, flags: int) -> _Program:
    parsed = _parser.parse(pattern, flags)
    return flags | parsed.state.flags, parsed.state.groups - 1, parsed.state.groupdict, _compiler._code(parsed, flags)


def _expression(pattern: str, program: _Program) -> re.Pattern[str]:
    flags, groups, names, code = program
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    return _compiler._sre.compile(pattern, flags, code, groups, names, tuple(by_number))  # type: ignore[no-any-return]


def _packed(programs: dict[_Key, _Program]) -> bytes:
    return json.dumps([[*key, *program] for key, program in programs.items()]).encode()


def _unpacked(body: bytes) -> dict[_Key, _Program]:
    return {(pattern, flags): tuple(program) for pattern, flags, *program in json.loads(body)}
