"""A Dask cluster of separate processes on this machine: a scheduler, and workers that may be stopped and killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from shutil import copyfile
from socket import AF_INET, SOCK_STREAM, socket

import yaml

from tests.support.issues import tiny_fonts

PATIENCE = 180
"""Seconds for which a busy machine is waited for."""

COMMAND = "import sys; from paiban.start import main; sys.argv[0] = 'typeset'; sys.exit(main())"

UNDER_WAY = """
import sys, time
from distributed import Client
client = Client(sys.argv[1], timeout=120, direct_to_workers=False)
while not any(client.processing().values()):
    time.sleep(0.05)
"""
"""Ends once a worker has been given something to do."""


def free_port(seed: str) -> int:
    """A port that nobody listens at, and that the system gives nobody who asks for any."""
    random = Random(seed)
    while True:
        port = random.randrange(20_000, 30_000)
        with socket(AF_INET, SOCK_STREAM) as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


class Cluster:
    """Processes of Dask, each killed at the end of the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port(str(folder))
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment = {**os.environ, "PAIBAN_CACHE": str(folder / "cache"), "PAIBAN_SERVE": "off"}

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self._port}"

    def scheduler(self) -> subprocess.Popen[bytes]:
        """A scheduler that listens."""
        return self._begun("listening at", "scheduler", "--host", "127.0.0.1", "--port", str(self._port))

    def worker(self, **environment: str) -> subprocess.Popen[bytes]:
        """A worker that the scheduler knows, of one thread and without anybody who starts it again."""
        here = self._folder / f"worker{len(self._processes)}"
        return self._begun(
            "Starting established connection to", "worker", self.address, "--nthreads", "1", "--no-nanny",
            "--local-directory", str(here), "--death-timeout", str(PATIENCE), **environment,
        )  # fmt: skip

    def _begun(self, ready: str, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        said = self._folder / f"said{len(self._processes)}"
        with said.open("wb") as stream:
            process = subprocess.Popen([sys.executable, "-m", "dask", *words, "--no-dashboard"], stdout=stream,
                                       stderr=stream, env={**self.environment, **environment})  # fmt: skip
        self._processes.append(process)
        until(lambda: process.poll() is not None or ready in said.read_text("utf-8").replace("Scheduler at", ready))
        assert process.poll() is None, said.read_text("utf-8")
        return process

    def client(self, *words: str | Path) -> subprocess.Popen[str]:
        """``typeset batch`` on this cluster, in a process of its own."""
        command = [sys.executable, "-c", COMMAND, "batch", *map(str, words), "--scheduler", self.address]
        process = subprocess.Popen([*command, "--lang", "en"], env=self.environment, cwd=self._folder, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
        self._processes.append(process)
        return process

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """The same to its end."""
        process = self.client(*words)
        out, err = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def until_under_way(self) -> None:
        """Wait until a worker has been given something to do."""
        command = [sys.executable, "-c", UNDER_WAY, self.address]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)

    def close(self) -> None:
        for process in self._processes:
            if process.poll() is None:
                process.kill()
            process.communicate()


def own_fonts(folder: Path) -> Path:
    """A paper's folder for ``--fonts`` in which every role is the tiny face, which lies in it."""
    tiny = tiny_fonts()
    made = folder / "fonts"
    made.mkdir()
    words = yaml.safe_load((tiny / "fonts.yaml").read_text("utf-8"))
    face = Path(words["faces"]["tiny"]["file"])
    copyfile(face, made / face.name)
    words["faces"]["tiny"]["file"] = face.name
    (made / "fonts.yaml").write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")
    return made


def hold(process: subprocess.Popen[bytes]) -> None:
    """Have a process do nothing until it is let go on or killed."""
    process.send_signal(signal.SIGSTOP)


def let_go_on(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGCONT)


def killed(process: subprocess.Popen[bytes]) -> None:
    """End a process as a machine that loses its power does."""
    process.kill()
    process.wait()


def until(met: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < end
        time.sleep(0.02)
