"""Where an English word may be parted, by pyphen (an optional dependency, asked only where a style hyphenates)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

LEAST_WORD = 6
"""Shorter words are never parted."""

LEAST_BEFORE, LEAST_AFTER = 2, 3
"""Letters that stay on the first line and that go to the next."""


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    import pyphen  # type: ignore[import-untyped]  # noqa: PLC0415  (optional)

    return pyphen.Pyphen(lang="en_US", left=LEAST_BEFORE, right=LEAST_AFTER)


def is_available() -> bool:
    """Whether pyphen is installed; without it words stay whole."""
    try:
        _dictionary()
    except ImportError:
        return False
    return True


def positions(word: str) -> tuple[int, ...]:
    """The indices in ``word`` before which a hyphen may stand; a name in capitals is never parted."""
    if len(word) < LEAST_WORD or word[1:] != word[1:].lower() or not word.isascii() or not is_available():
        return ()
    return tuple(int(position) for position in _dictionary().positions(word))
