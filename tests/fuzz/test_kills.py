"""Killed at any moment: the old file or the new one, nothing running, nothing left over after the next run.

``PAIBAN_KILLS=200 .venv/bin/pytest -n 0 tests/fuzz/test_kills.py`` is the long run.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.support.issues import story, write_issue
from tests.unit.cli.conftest import BODY

KILLS = int(os.environ.get("PAIBAN_KILLS", "12"))
PAIBAN = str(Path(sys.executable).with_name("paiban"))

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not list processes there")


def running_in(folder: Path) -> list[str]:
    """The processes whose command line names ``folder``."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes()
        except OSError:
            continue
        if str(folder).encode() in words and int(path.parent.name) != os.getpid():
            found.append(path.parent.name)
    return found


def make_issues(folder: Path, count: int) -> None:
    for index in range(count):
        (folder / str(index)).mkdir()
        write_issue(folder / str(index), story(columns="1-2", rows="1-27", body=BODY))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("command", ["set", "batch"])
def test_nothing_partial_and_nothing_left(tmp_path, command, number):
    make_issues(tmp_path, 4 if command == "batch" else 1)
    words = ["batch", str(tmp_path), "-j", "2"] if command == "batch" else [str(tmp_path / "0" / "issue.yaml")]
    subprocess.run([PAIBAN, *words], check=True, capture_output=True, timeout=120)
    right = {path: path.read_bytes() for path in tmp_path.rglob("*.pdf")}
    chance = random.Random(f"{command} {number}")
    begun = time.monotonic()
    subprocess.run([PAIBAN, *words], check=True, capture_output=True, timeout=120)
    whole = time.monotonic() - begun
    for _ in range(-(-KILLS // 6)):
        process = subprocess.Popen([PAIBAN, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * whole)
        process.send_signal(number)
        process.wait(timeout=30)
        deadline = time.monotonic() + 10
        while running_in(tmp_path):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        assert {path: path.read_bytes() for path in tmp_path.rglob("*.pdf")} == right
    subprocess.run([PAIBAN, *words], check=True, capture_output=True, timeout=120)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.pdf")} == right
    assert [path for path in tmp_path.rglob(".*")] == []
