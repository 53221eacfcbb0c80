"""The frames of a run stand in one piece of memory, however deep its calls go."""

from __future__ import annotations

import pytest

from paiban.cli.main import with_one_stack

resource = pytest.importorskip("resource")

DEPTHS, TURNS = 150, 100


def deep(below: int) -> int:
    return deep(below - 1) if below else 0


def calls(_words: list[str]) -> int:
    """The pages of memory that calls to every depth have mapped, each as often as a loop would."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for depth in range(DEPTHS):
        for _ in range(TURNS):
            deep(depth)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def test_no_loop_maps_memory_at_every_turn():
    run = with_one_stack(calls)
    run([])
    assert run([]) < TURNS
