"""Automatic make-up on generated broadsheets: ``python bench/makeup/run.py [pages [blocks …]]``.

For each number of blocks: the share of pages without a broken rule of the page, of pages that need no height beyond
honest copy fitting, the rows of such strain on the rest, and the time of one search.
"""

from __future__ import annotations

import sys
from statistics import quantiles
from time import perf_counter

from pages import generate

from paiban.makeup.search import search

SIZES = (8, 15, 25, 40)


def main(words: list[str]) -> None:
    count = int(words[0]) if words else 100
    print("blocks  pages  clean %  honest %  strained rows  p50 s  p95 s")
    for blocks in map(int, words[1:] or SIZES):
        print(row(blocks, count), flush=True)


def row(blocks: int, count: int) -> str:
    times, clean, honest, strain = [], 0, 0, 0
    for seed in range(count):
        problem = generate(blocks, seed)
        begin = perf_counter()
        plans = search(problem)
        times.append(perf_counter() - begin)
        if plans:
            over = sum(abs(placement.strain) for placement in plans[0].placements)
            clean += not any(plans[0].faults.values())
            honest += not over
            strain += over
    p95 = quantiles(times, n=20)[-1] if count > 1 else times[0]
    p50 = sorted(times)[count // 2]
    shares = f"{100 * clean / count:7.0f}  {100 * honest / count:8.0f}"
    return f"{blocks:6}  {count:5}  {shares}  {strain:13}  {p50:5.2f}  {p95:5.2f}"


if __name__ == "__main__":
    main(sys.argv[1:])
