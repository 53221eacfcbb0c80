"""A cold run: ``typeset issues/kaifaqu-shizheng/issue.yaml`` as a whole process, measured from outside and from inside.

    python bench/cold.py [-n 11] [ISSUE.yaml]

The disk is warm (one run goes before those that count). The cache of prepared pictures and cut faces is reported both
ways: full, as on every run but an issue's first, and empty. Wall time, processor time and peak memory are the operating
system's own count for the one process. Then the stages, timed inside such a process; their sum is less than the whole
by what the interpreter needs to start and to end, and by what lies between them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

SAMPLE = Path(__file__).parents[1] / "issues/kaifaqu-shizheng/issue.yaml"

INSIDE = Path(__file__).with_name("_cold_inside.py")


class Run(NamedTuple):
    """One process: seconds by the clock, seconds of the processor, peak memory in MiB."""

    wall: float
    processor: float
    memory: float


def command() -> list[str]:
    """The installed command, or what it does where only the package is at hand."""
    installed = Path(sys.executable).with_name("typeset")
    if installed.exists():
        return [str(installed)]
    return [sys.executable, "-c", "import sys; from paiban.cli import main; sys.exit(main())"]


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


def measured(issue: Path, folder: Path, count: int, warm: bool) -> list[Run]:
    """``count`` runs with a full cache, or each with an empty one."""
    words = [*command(), str(issue), "-q", "-o", str(folder / "page.pdf")]
    caches = ["warm" if warm else f"cold-{index}" for index in range(count + 1)]
    return [run_once(words, environment(folder, cache)) for cache in caches][1:]


def environment(folder: Path, cache: str) -> dict[str, str]:
    """Bytecode as an installed package has it, whatever this workplace's settings; a cache of our own."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PAIBAN_CACHE": str(folder / cache)}


def timed_stages(issue: Path, folder: Path) -> dict[str, float]:
    """The stages of one run in milliseconds of the processor, in their order, and how many modules it loaded."""
    words = [sys.executable, str(INSIDE), str(issue), str(folder / "page.pdf")]
    done = subprocess.run(words, env=environment(folder, "warm"), capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def table(title: str, runs: list[Run]) -> str:
    """Least, median and most of a series."""
    walls = sorted(run.wall for run in runs)
    processor = median(run.processor for run in runs)
    memory = max(run.memory for run in runs)
    return (
        f"{title:<26} wall {walls[0]:.3f}  {median(walls):.3f}  {walls[-1]:.3f} s (least, median, most)   "
        f"processor {processor:.3f} s   memory {memory:.0f} MiB"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("issue", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("-n", type=int, default=11, help="runs of each kind")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = [run_once([sys.executable, "-c", "pass"], environment(folder, "warm")) for _ in range(options.n)]
        print(f"{options.issue}   {options.n} runs each")
        print(table("bare Python", bare))
        print(table("cache full", measured(options.issue, folder, options.n, warm=True)))
        print(table("cache empty", measured(options.issue, folder, max(3, options.n // 3), warm=False)))
        found = [timed_stages(options.issue, folder) for _ in range(options.n)]
    print("\nstages, median ms of the processor")
    for label in (name for name in found[0] if name != "modules"):
        print(f"  {label:<20} {median(one[label] for one in found):7.1f}")
    print(f"  {'modules loaded':<20} {found[0]['modules']:5.0f}")


if __name__ == "__main__":
    main()
