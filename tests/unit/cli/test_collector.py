"""The collector of cycles is spared in a process of the command's own, and left alone in anybody else's."""

from __future__ import annotations

import atexit
import gc
import sys

import pytest

from paiban.cli.main import COLLECT_AFTER, main


@pytest.fixture
def threshold():
    before = gc.get_threshold()
    yield before
    gc.set_threshold(*before)


def test_a_command_of_its_own_seldom_collects(threshold, monkeypatch, capsys):
    at_exit = []
    monkeypatch.setattr(atexit, "register", at_exit.append)
    monkeypatch.setattr(sys, "argv", ["typeset", "schema"])
    assert main() == 0
    assert gc.get_threshold()[0] == COLLECT_AFTER
    assert at_exit == [gc.freeze]


def test_a_program_that_calls_it_keeps_its_collector(threshold, monkeypatch, capsys):
    at_exit = []
    monkeypatch.setattr(atexit, "register", at_exit.append)
    assert main(["schema"]) == 0
    assert gc.get_threshold() == threshold
    assert at_exit == []
