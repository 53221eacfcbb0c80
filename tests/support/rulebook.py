"""Marks a test as the proof of a row of the composition rule book; ``docs/composition.md`` lists them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., object])

ROWS: list[tuple[str, str, str]] = []
"""(section, row, name of the test), in the order in which the test modules are imported."""


def row(section: str, what: str) -> Callable[[Test], Test]:
    """``@row("4", "line end")`` over a test."""

    def note(test: Test) -> Test:
        ROWS.append((section, what, f"{test.__module__.removeprefix('tests.unit.text.')}.{test.__name__}"))
        return test

    return note
