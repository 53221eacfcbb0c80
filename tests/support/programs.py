"""Programs outside this project that tests ask for a second opinion."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def run_program(*command: str | Path, ok: tuple[int, ...] = (0,)) -> str:
    """The standard output of a program; the test is skipped where the program is not installed."""
    program = str(command[0])
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode in ok, done.stdout + done.stderr
    return done.stdout
