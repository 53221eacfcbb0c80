"""What was made in this process, kept for the next time that it is asked for.

An entry is known by what it was made from: values by identity, so that nothing has to be compared, and plain facts
beside them. ``same`` is what makes identity enough: a value read anew that says what one before it said is exchanged
for that one, and all that hangs on it is found again. Time passes in turns, a run each; what was not asked for during
the last turns is dropped, and so is the oldest where there is more than a few runs' worth.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Value = TypeVar("Value")

MOST_RUNS = 3
"""So many times what the last run used is kept at most."""

LEAST = 1024
"""So many entries are always kept: what a few pages need."""


class _Entry:
    """What was made, the turn in which it was last asked for, and what its key names by identity."""

    __slots__ = ("made", "of", "turn")

    def __init__(self, turn: int, of: tuple[object, ...], made: Any) -> None:
        self.turn = turn
        self.of = of
        self.made = made


class Memo:
    """What was made so far. With no ``turns`` nothing outlives the turn in which it was made."""

    def __init__(self, turns: int = 0) -> None:
        self._turns = turns
        self._turn = 0
        self._entries: dict[tuple[Hashable, ...], _Entry] = {}
        self._met: list[tuple[Any, tuple[Hashable, ...]]] = []

    def made(self, what: str, of: tuple[object, ...], make: Callable[[], Value], *facts: Hashable) -> Value:
        """What ``make`` gives, made once: it must depend on ``of`` and ``facts`` alone.

        What the key names by identity is kept with it, so that nothing else can come to have that identity.
        """
        key = what, *map(id, of), *facts
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(self._turn, of, make())
        entry.turn = self._turn
        made: Value = entry.made
        return made

    @property
    def remembers(self) -> bool:
        """Whether anything outlives its turn."""
        return bool(self._turns)

    def has(self, what: str, of: tuple[object, ...], *facts: Hashable) -> bool:
        """Whether that was made."""
        return (what, *map(id, of), *facts) in self._entries

    def same(self, value: Value, *facts: Hashable) -> Value:
        """The value that was met before with the same content, of the same types, and ``facts``; else this one.

        In the first turn there is none to find: what is met then is only looked at when there is a second.
        """
        if not self._turns:
            return value
        if not self._turn:
            self._met.append((value, facts))
            return value
        while self._met:
            self._known(*self._met.pop())
        return self._known(value, facts)

    def next_turn(self) -> None:
        """A run is over, if there was one."""
        if not self._entries:
            return
        used = [entry.turn for entry in self._entries.values()].count(self._turn)
        self._turn += 1
        oldest = self._turn - self._turns
        kept = self._entries
        for key in [key for key, entry in kept.items() if entry.turn < oldest]:
            del kept[key]
        over = len(kept) - max(LEAST, MOST_RUNS * used)
        if over > 0:
            for key in sorted(kept, key=lambda key: kept[key].turn)[:over]:
                del kept[key]

    def _known(self, value: Value, facts: tuple[Hashable, ...]) -> Value:
        return self.made("same", (), lambda: value, self._content(value), *facts)

    def _content(self, value: object) -> bytes:
        """What tells a value from any other: equal tuples of different types are told apart too."""
        from pickle import dumps  # noqa: PLC0415  a single run has nothing to compare

        return self.made("content", (value,), lambda: dumps(value, 5))
