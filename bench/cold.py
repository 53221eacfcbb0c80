"""A cold run: ``typeset issues/kaifaqu-shizheng/issue.yaml`` as a whole process, measured from outside and from inside.

    python bench/cold.py [-n 11] [ISSUE.yaml]
    python bench/cold.py [-n 11] --against COMMIT

The disk is warm (one run goes before those that count). The cache of prepared pictures and cut faces is reported both
ways: full, as on every run but an issue's first, and empty. Wall time, processor time and peak memory are the operating
system's own count for the one process. Then the stages, timed inside such a process; their sum is less than the whole
by what the interpreter needs to start and to end, and by what lies between them. ``--against`` sets the real page of
this tree and of another commit in turn, and says the ratio of instructions, processor time and memory.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from operator import truediv
from pathlib import Path
from statistics import median

from _process import PAGE, ROOT, Run, Tree, instructions, run_once, run_tree

INSIDE = Path(__file__).with_name("_cold_inside.py")


def measured(tree: Tree, words: list[str], count: int, warm: bool) -> list[Run]:
    """``count`` runs with a full cache, or each with an empty one."""
    caches = ["warm" if warm else f"cold-{index}" for index in range(count + 1)]
    return [run_tree(tree, words, cache) for cache in caches][1:]


def compared(ours: Tree, theirs: Tree, count: int) -> str:
    """The real page of two trees in turn, each with its own copy of it and a full cache: ours, theirs, the ratio."""
    counts = [instructions(tree, tree.page()) for tree in (ours, theirs)]
    pairs = [(run_tree(ours, ours.page()), run_tree(theirs, theirs.page())) for _ in range(count)]
    rows = [
        ("processor s", [pair[0].processor for pair in pairs], [pair[1].processor for pair in pairs]),
        ("memory MiB", [pair[0].memory for pair in pairs], [pair[1].memory for pair in pairs]),
    ]
    lines = [
        f"  {name:<14} {median(one):8.3f} {median(other):8.3f}   × {median(map(truediv, one, other)):.3f}"
        for name, one, other in rows
    ]
    one, other = counts
    if isinstance(one, int) and isinstance(other, int):
        lines.insert(0, f"  {'instructions M':<14} {one / 1e6:8.0f} {other / 1e6:8.0f}   × {one / other:.3f}")
    else:
        lines.insert(0, f"  instructions: {one if isinstance(one, str) else other}")
    return "\n".join(lines)


@contextmanager
def checked_out(commit: str, folder: Path) -> Iterator[Path]:
    """The tree of a commit, for as long as it is needed."""
    git = ["git", "-C", str(ROOT), "worktree"]
    subprocess.run([*git, "add", "--quiet", "--detach", str(folder), commit], check=True)
    try:
        yield folder
    finally:
        subprocess.run([*git, "remove", "--force", str(folder)], check=True)


def timed_stages(issue: Path, tree: Tree) -> dict[str, float]:
    """The stages of one run in milliseconds of the processor, in their order, and how many modules it loaded."""
    words = [sys.executable, str(INSIDE), str(issue), str(tree.folder / "page.pdf")]
    done = subprocess.run(words, env=tree.environment(), capture_output=True, check=True, text=True)
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
    parser.add_argument("issue", nargs="?", type=Path, default=ROOT / PAGE)
    parser.add_argument("-n", type=int, default=11, help="runs of each kind")
    parser.add_argument("--against", metavar="COMMIT", help="the real page in pairs with this commit's")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.against:
            with checked_out(options.against, folder / "theirs") as source:
                print(f"{PAGE}   this tree and {options.against}, {options.n} pairs")
                print(compared(Tree(ROOT, folder / "ours"), Tree(source, folder / "kept"), options.n))
            return
        print_all(options.issue, Tree(ROOT, folder), options.n)


def print_all(issue: Path, tree: Tree, count: int) -> None:
    """Whole processes, then the stages of one."""
    words = [str(issue), "-q", "-o", str(tree.folder / "page.pdf")]
    bare = [run_once([sys.executable, "-c", "pass"], tree.environment()) for _ in range(count)]
    print(f"{issue}   {count} runs each")
    print(table("bare Python", bare))
    print(table("cache full", measured(tree, words, count, warm=True)))
    print(table("cache empty", measured(tree, words, max(3, count // 3), warm=False)))
    counted = instructions(tree, words)
    print(f"instructions               {counted if isinstance(counted, str) else f'{counted / 1e6:.0f} million'}")
    found = [timed_stages(issue, tree) for _ in range(count)]
    print("\nstages, median ms of the processor")
    for label in (name for name in found[0] if name != "modules"):
        print(f"  {label:<20} {median(one[label] for one in found):7.1f}")
    print(f"  {'modules loaded':<20} {found[0]['modules']:5.0f}")


if __name__ == "__main__":
    main()
