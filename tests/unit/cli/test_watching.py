"""What watches files tells of each save, whenever it comes."""

from __future__ import annotations

import select
import time

import pytest

from paiban.engine.watching import LOOK, Watcher

PATIENCE = 30
"""Seconds for which a busy machine is waited for."""


def told(watcher: Watcher) -> bool:
    """Whether the watcher tells of a change before patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if select.select([watcher.socket], [], [], PATIENCE)[0] and watcher.changed():
            return True
    return False


@pytest.mark.parametrize("milliseconds", range(0, 60, 6))
def test_a_save_while_watching_is_about_to_begin_is_told(tmp_path, milliseconds):
    watcher, file = Watcher(), tmp_path / "issue.yaml"
    file.write_text("a", "utf-8")
    try:
        watcher.watch([file])
        time.sleep(milliseconds / 1000)
        file.write_text("ab", "utf-8")
        assert told(watcher)
    finally:
        watcher.close()


def test_nothing_is_told_while_nothing_changes(tmp_path):
    watcher, file = Watcher(), tmp_path / "issue.yaml"
    file.write_text("a", "utf-8")
    try:
        watcher.watch([file])
        time.sleep(2.5 * LOOK / 1000)
        assert not watcher.changed()
    finally:
        watcher.close()
