"""Runs of the command as whole processes, from a tree of the source: time, processor, memory, instructions.

Instructions are counted by valgrind's cachegrind, or by ``perf`` where the processor lets it: the same run has the same
number to within a thousandth, on a machine however busy.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGE = "issues/kaifaqu-shizheng/issue.yaml"
COMMAND = "import sys; from paiban.cli import main; sys.argv[0] = 'typeset'; sys.exit(main())"


class Run(NamedTuple):
    """One process: seconds by the clock, seconds of the processor, peak memory in MiB."""

    wall: float
    processor: float
    memory: float


class Tree(NamedTuple):
    """A tree of the source and the folder for what its runs leave: bytecode, cache, output."""

    source: Path
    folder: Path

    def page(self) -> list[str]:
        """What sets the real page of this tree."""
        return [str(self.source / PAGE), "-q", "-o", str(self.folder / "page.pdf")]

    def environment(self, cache: str = "warm") -> dict[str, str]:
        """Bytecode as an installed package has it, whatever this workplace's settings; a cache of our own."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        own = {"PYTHONPYCACHEPREFIX": str(self.folder / "bytecode"), "PAIBAN_CACHE": str(self.folder / cache)}
        return {**kept, **own, "PYTHONPATH": str(self.source / "src"), "PYTHONHASHSEED": "0"}


def run_once(words: list[str], environment: dict[str, str]) -> Run:
    """Run a command to its end."""
    start = perf_counter()
    process = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(words)} failed with {process.returncode}")
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(wall, used.ru_utime + used.ru_stime, kilobytes / 1024)


def run_tree(tree: Tree, words: list[str], cache: str = "warm") -> Run:
    """Run the command of a tree to its end."""
    return run_once([sys.executable, "-c", COMMAND, *words], tree.environment(cache))


def instructions(tree: Tree, words: list[str]) -> int | str:
    """How many instructions the command of a tree takes, all that it keeps being there; else why nobody can say."""
    for _ in range(2):
        run_tree(tree, words)
    return instructions_of([sys.executable, "-c", COMMAND, *words], tree.environment())


def instructions_of(command: list[str], environment: dict[str, str]) -> int | str:
    """How many instructions a process takes; else why nobody can say."""
    reasons = []
    for counter in (_by_cachegrind, _by_perf):
        counted = counter(command, environment)
        if isinstance(counted, int):
            return counted
        reasons.append(counted)
    return "; ".join(reasons)


def _by_cachegrind(command: list[str], environment: dict[str, str]) -> int | str:
    if not which("valgrind"):
        return "valgrind is not installed"
    with TemporaryDirectory() as folder:
        tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={folder}/out"]
        done = subprocess.run([*tool, *command], env=environment, capture_output=True, check=False, text=True)
    found = re.search(r"I +refs: +([0-9,]+)", done.stderr)
    return int(found[1].replace(",", "")) if found and not done.returncode else "valgrind does not run here"


def _by_perf(command: list[str], environment: dict[str, str]) -> int | str:
    if not which("perf"):
        return "perf is not installed"
    tool = ["perf", "stat", "-x,", "-e", "instructions:u"]
    done = subprocess.run([*tool, *command], env=environment, capture_output=True, check=False, text=True)
    found = re.search(r"^([0-9]+),.*instructions", done.stderr, re.MULTILINE)
    return int(found[1]) if found and not done.returncode else "perf has no counter of instructions here"
