"""The real page without its places: ``python bench/makeup/real.py [runs]``.

Wall time of the whole process ``typeset makeup``, and of the search in it, least and median of the runs; then what is
wrong with the page, if anything.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.open_pages import opened

from paiban.engine.proposing import Request, propose_issue
from paiban.makeup.propose import automatic
from paiban.makeup.search import Plan, search

SAMPLES = ("kaifaqu-shizheng", "kaifaqu-shizheng-tabloid")


def main(words: list[str]) -> None:
    runs = int(words[0]) if words else 5
    print("sample                     process s (least, median)   search s (least, median)   found")
    for sample in SAMPLES:
        with tempfile.TemporaryDirectory() as folder:
            path = opened(sample, Path(folder))
            whole = [process(path) for _ in range(runs)]
            within, codes = searches(path, runs)
        print(
            f"{sample:26}    {min(whole):5.2f}    {median(whole):5.2f}             {min(within):5.2f}    "
            f"{median(within):5.2f}           {' '.join(codes) or 'nothing'}"
        )


def process(path: Path) -> float:
    """One whole run of the command."""
    begin = perf_counter()
    subprocess.run([Path(sys.executable).with_name("typeset"), "makeup", str(path)], check=True, capture_output=True)
    return perf_counter() - begin


def searches(path: Path, runs: int) -> tuple[list[float], list[str]]:
    """The time of the search alone, trials of its plans included, and the codes of what the page is found to lack."""
    times: list[float] = []

    def timed(problem: object, **keys: object) -> tuple[Plan, ...]:
        begin = perf_counter()
        plans = search(problem, **keys)  # type: ignore[arg-type]
        times.append(perf_counter() - begin)
        return plans

    automatic.search = timed  # type: ignore[assignment]
    for _ in range(runs):
        proposed = propose_issue(path, Request())
    return times, [d.code for d in proposed.results[0].diagnostics]


if __name__ == "__main__":
    main(sys.argv[1:])
