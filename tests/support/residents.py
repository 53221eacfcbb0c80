"""Processes of the program that stay, ``typeset watch`` and ``typeset serve``, each with its own runtime folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

PATIENCE = 90
"""Seconds for which a busy machine is waited for."""

COMMAND = [sys.executable, "-c", "import sys; from paiban.start import main; sys.argv[0] = 'typeset'; sys.exit(main())"]


class Done(NamedTuple):
    """What a process gave back and printed."""

    code: int
    out: bytes
    err: bytes


@contextmanager
def runtime_folder() -> Iterator[dict[str, str]]:
    """An environment in which the resident engine lives in a folder of its own, with a short name."""
    with TemporaryDirectory(prefix="pb") as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PAIBAN_SERVE"}
        yield {**kept, "XDG_RUNTIME_DIR": folder}


class Resident:
    """A process that stays; what it says is read from a file."""

    def __init__(self, words: list[str], environment: dict[str, str]) -> None:
        self._said = Path(environment["XDG_RUNTIME_DIR"]) / "said"
        with self._said.open("wb") as said:
            self._process = subprocess.Popen([*COMMAND, *words], env=environment, stderr=said, stdout=said)

    @property
    def pid(self) -> int:
        return self._process.pid

    def said(self) -> str:
        return self._said.read_text("utf-8")

    def until(self, met: Callable[[], bool]) -> None:
        """Wait until ``met()``."""
        end = time.monotonic() + PATIENCE
        while not met():
            assert self._process.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.02)

    def ended(self, number: int = signal.SIGINT) -> int:
        """Send it a signal; its exit code."""
        self._process.send_signal(number)
        return self._process.wait(PATIENCE)

    def waited(self) -> int:
        """Its exit code, once it has ended by itself."""
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@contextmanager
def resident(words: list[str], environment: dict[str, str]) -> Iterator[Resident]:
    """A process that stays for as long as the test lasts."""
    process = Resident(words, environment)
    try:
        yield process
    finally:
        process.kill()


def sockets(environment: dict[str, str]) -> list[Path]:
    """Where engines listen."""
    return [*Path(environment["XDG_RUNTIME_DIR"]).glob("paiban/*.socket")]


def run(words: list[str], environment: dict[str, str], folder: Path | None = None) -> Done:
    """Run a command to its end."""
    done = subprocess.run([*COMMAND, *words], env=environment, cwd=folder, capture_output=True, check=False)
    return Done(done.returncode, done.stdout, done.stderr)
