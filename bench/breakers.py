"""Preparing and breaking copy, breaker by breaker and in lines of either direction: this tree beside another commit.

    python bench/breakers.py --against COMMIT [-n 7]

The copy is the real page's and ``mixed.txt``; each paragraph is prepared once and broken at three measures. Each pair
is two processes in turn, one a tree, on the same paragraphs; in each the best of five rounds counts. What is printed is
the median of milliseconds of the processor, and the median of the ratios of the pairs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import yaml

from _process import PAGE, ROOT, Tree
from cold import checked_out

INSIDE = Path(__file__).with_name("_breakers_inside.py")
MIXED = Path(__file__).with_name("mixed.txt")

LEAST = 60
"""Characters of a string of the page that is copy."""


def copy_of(value: object) -> list[str]:
    """The paragraphs of everything in a file that is as long as copy."""
    if isinstance(value, dict | list):
        return [one for part in (value.values() if isinstance(value, dict) else value) for one in copy_of(part)]
    return [line for line in value.split("\n") if line.strip()] if isinstance(value, str) and len(value) > LEAST else []


def measured(tree: Tree, paragraphs: Path) -> dict[str, float]:
    """Milliseconds of each thing that is done, by its name."""
    words = [sys.executable, str(INSIDE), str(paragraphs)]
    done = subprocess.run(words, env=tree.environment(), capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def main() -> None:
    """Measure in pairs and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", metavar="COMMIT", required=True)
    parser.add_argument("-n", type=int, default=7, help="pairs")
    options = parser.parse_args()
    page = yaml.safe_load((ROOT / PAGE).read_text("utf-8"))
    copy = [*copy_of(page), *filter(str.strip, MIXED.read_text("utf-8").splitlines())]
    with tempfile.TemporaryDirectory() as name, checked_out(options.against, Path(name) / "theirs") as source:
        paragraphs = Path(name) / "paragraphs.json"
        paragraphs.write_text(json.dumps(copy), "utf-8")
        trees = Tree(ROOT, Path(name) / "ours"), Tree(source, Path(name) / "kept")
        pairs = [tuple(measured(tree, paragraphs) for tree in trees) for _ in range(options.n)]
    print(f"{len(copy)} paragraphs, {sum(map(len, copy)):,} characters; this tree, {options.against}, ratio")
    for what in pairs[0][0]:
        ours, theirs = ([pair[side][what] for pair in pairs] for side in (0, 1))
        ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
        print(f"  {what:<28} {median(ours):7.1f} {median(theirs):7.1f} ms   × {ratio:.2f}")


if __name__ == "__main__":
    main()
