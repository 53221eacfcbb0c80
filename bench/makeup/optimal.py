"""The fast search against the complete one: ``python bench/makeup/optimal.py [pages [blocks …]]``.

On generated small pages: how many the complete search comes to an end on and finds a clean, honest page for, in how
many of those the fast search finds one that costs no more, and the mean time of each.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.support.small_pages import small_problem

from paiban.makeup.search import rounds
from paiban.makeup.search.board import Board, Mode
from paiban.makeup.search.complete import complete

STEPS = 150_000


def main(words: list[str]) -> None:
    pages = int(words[0]) if words else 30
    rounds.COMPLETE_BLOCKS = 0  # so that the fast search does not look it up
    print("blocks  pages  ended  with a clean page  reached  fast s  complete s")
    for blocks in map(int, words[1:] or (4, 5)):
        print(row(blocks, pages), flush=True)


def row(blocks: int, pages: int) -> str:
    ended = clean = reached = 0
    fast_time = complete_time = 0.0
    for seed in range(pages):
        problem = small_problem(seed, blocks)
        begin = perf_counter()
        fast = rounds.search(problem)
        middle = perf_counter()
        steps = iter(range(STEPS))
        best, finished = complete(Board(problem, Mode(bound=True)), lambda: next(steps, None) is not None)  # noqa: B023
        fast_time, complete_time = fast_time + middle - begin, complete_time + perf_counter() - middle
        ended += finished
        clean += finished and best is not None
        reached += finished and best is not None and bool(fast) and fast[0].score <= best.score + 1e-6
    return (
        f"{blocks:6}  {pages:5}  {ended:5}  {clean:17}  {reached:7}  {fast_time / pages:6.2f}  "
        f"{complete_time / pages:10.2f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
