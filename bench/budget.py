"""What a plain run may cost, in instructions and in memory. CI fails where a run costs more.

    python bench/budget.py

Milliseconds of a busy machine say little; instructions are the same at every run. A change that needs more raises the
budget here, in its own commit, and says in ``RAISED`` what for; one that needs less lowers it. The figures hold for
CPython ``PYTHON``, the versions of ``constraints.txt`` and a cache that is full, as on every run but an issue's first.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from _process import ROOT, Tree, instructions, run_tree

PYTHON = (3, 11)


class Budget(NamedTuple):
    """What a run may cost at most: millions of instructions, MiB of memory at its peak."""

    run: str
    instructions: int
    memory: int


BUDGETS = (
    Budget("the real page, with its pictures kept", 1_400, 44),
    Budget("asking for the version", 120, 15),
)

RAISED = (
    (1_411, "the page as it was before there were kinds of blocks, a check that all can be seen, copy hygiene"),
    (1_450, "all of these, with imports put on a diet: 340 more and 300 less"),
    (1_570, "the proofreader, which reads all copy at every run; character styles"),
    (2_060, "`daily` breaks a paragraph as a whole; 2,390 before its line counts were remembered"),
    (2_150, "the page itself: made up anew with a fourth picture, 41, and two stories that are fitted by a line"),
    (1_860, "of a line the breaker asks only what can matter: 275 less"),
    (1_890, "five more kinds of block, parts of stories, statements in headlines; looking at the ink costs less"),
    (1_970, "room for what differs between machines"),
    (1_825, "files are added up once a state, entries of the cache held against a CRC: 125 less; a range of Han: 14"),
    (1_775, "what faces told an issue is kept: HarfBuzz is not loaded, 47 less and 11 MiB"),
    (1_650, "imports deferred, 74 less; expressions compiled where they match, 73; trackings share a paragraph, 37"),
    (1_580, "what `re` makes of patterns is kept, 58 less; the process is not taken apart at its end, 9"),
    (1_540, "OpenSSL is not loaded, 10 less; a file's identity is a digest of its checksums, 33"),
    (1_480, "plain text is not looked up character by character, scalars are made in one go: 27 less; sounds, 9"),
    (1_440, "Han of a face are cast as they were shaped, ways of a headline made when they are kept: 29 less"),
    (1_360, "modules come from one file, 33 less; sound faces stay shut, 8; datetime in C, 5; the breaker's bound, 20"),
    (1_390, "the marks of neighbouring lines are held against each other, 15; room for what differs between machines"),
    (1_530, "marks of one width are worth as much as characters that stand close: twice as many lines to weigh, 140"),
    (1_460, "a line is priced from one row of sums at either end, what its slack costs is looked up: 66 less"),
    (
        1_460,
        "the same; memory 44 MiB and not 43: it takes 42.9, what faces and codes there are now, and machines differ",
    ),
    (1_440, "the breaker goes on from the cheapest way each time, a quarter of the lines: 23 less, 1,405 in all"),
    (
        1_385,
        "no tracking is looked for that fills no place, legs are cut once, one step of tracking goes first: 60 less",
    ),
    (
        1_400,
        "joined columns of the larger body are no whole ems, all bodies having one type area: 27 more; two bodies, 2",
    ),
)
"""Millions of instructions that the real page took, and what for."""


def words_of(budget: Budget, tree: Tree) -> list[str]:
    """The command line of a row."""
    return tree.page() if budget is BUDGETS[0] else ["--version"]


def main() -> int:
    """Measure each run and say how it stands to its budget."""
    if sys.version_info[:2] != PYTHON:
        print(f"skipped: the budget is of Python {'.'.join(map(str, PYTHON))}, this is {sys.version.split()[0]}")
        return 0
    over = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Tree(ROOT, Path(folder))
        for budget in BUDGETS:
            words = words_of(budget, tree)
            counted = instructions(tree, words)
            if isinstance(counted, str):
                print(f"skipped: {counted}")
                return 0
            memory = min(run_tree(tree, words).memory for _ in range(3))
            over += counted > budget.instructions * 1_000_000 or memory > budget.memory
            print(f"{budget.run:<40} {counted / 1e6:7.0f} of {budget.instructions} million instructions, "
                  f"{memory:5.1f} of {budget.memory} MiB")  # fmt: skip
    if over:
        print("over the budget: see bench/budget.py")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
