"""A real shell at a real terminal: what a person types, and what comes of it."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Self

BIN = Path(sys.executable).parent
"""Where this installation's commands lie."""

START = {"bash": ("bash", "--norc", "--noprofile", "-i"), "zsh": ("zsh", "-f", "-i")}

PATIENCE = 60.0
"""Seconds for one command, on a machine that does other things as well."""

CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|[\r\x07]")


class Answer(NamedTuple):
    """The exit code of a command that was typed, and what stood on the terminal meanwhile."""

    code: int
    text: str


class Shell:
    """An interactive shell under a pseudo-terminal."""

    def __init__(self, name: str, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        words = {"PATH": f"{BIN}:{os.environ['PATH']}", "TERM": "xterm", "LANG": "C.UTF-8", "HOME": str(folder)}
        kept = {key: value for key, value in os.environ.items() if key.startswith("PAIBAN")}
        self._count = 0
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.chdir(folder)
            os.execvpe(START[name][0], START[name], {**kept, **words, **(environment or {})})
        self.type("PS1='$ ' PS2='> '")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def type(self, line: str) -> Answer:
        """Type a line, wait until the shell is ready again, and ask how it went."""
        self._count += 1
        self.send(f"{line}\r")
        mark = f"{self._count}{self._count}-"
        self.send(f"echo {self._count}''{self._count}-$?-\r")
        text = self.wait_for(rf"{mark}(\d+)-")
        return Answer(int(re.search(rf"{mark}(\d+)-", text).group(1)), text)

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    def wait_for(self, pattern: str) -> str:
        """What stands on the terminal until ``pattern`` does."""
        text, deadline = "", time.monotonic() + PATIENCE
        while not re.search(pattern, text):
            ready, _, _ = select.select([self._terminal], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"waited for {pattern!r} and saw {text!r}"
            text += CONTROLS.sub("", os.read(self._terminal, 65536).decode("utf-8", "replace"))
        return text
