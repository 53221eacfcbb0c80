"""A process of the command's own seldom collects cycles and ends at once; anybody else's is left alone."""

from __future__ import annotations

import atexit
import gc
import subprocess
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


CHILD = """
import atexit, sys
{before}
from paiban.cli.main import main
class Kept:
    def __del__(self): print("taken apart")
kept = Kept()
kept.itself = kept
sys.argv = ["typeset", *{words}]
code = main()
{after}
sys.exit(code)
"""


def ended(words, before="", after=""):
    """What a process prints that runs a command, from the command's end on, and its exit code."""
    child = CHILD.format(words=words, before=before, after=after)
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout.partition("paiban ")[2].splitlines()[1:], done.returncode


def test_a_process_ends_without_taking_itself_apart():
    assert ended(["--version"]) == ([], 0)


def test_who_asked_to_be_called_at_the_end_is_called():
    assert ended(["--version"], after="atexit.register(print, 'last words')") == (["last words"], 0)


def test_a_process_that_somebody_measures_ends_as_usual():
    before = "atexit.register(print, 'measured')"
    assert ended(["--version"], before) == (["measured", "taken apart"], 0)


def test_the_exit_code_is_that_of_the_command():
    assert ended(["--nonsense"])[1] == 2


def test_a_program_that_calls_it_keeps_its_collector(threshold, monkeypatch, capsys):
    at_exit = []
    monkeypatch.setattr(atexit, "register", at_exit.append)
    assert main(["schema"]) == 0
    assert gc.get_threshold() == threshold
    assert at_exit == []
