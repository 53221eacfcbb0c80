"""Issues drawn from a written distribution, made up for real: ``python bench/makeup/issues.py [pages [seed]]``.

The distribution, for each page:

- a template, broadsheet or tabloid, one in three a tabloid;
- copy for 60 to 115 per cent of the page, heads, pictures and adverts counted as the capacity report counts them;
- stories of 60 to 2,500 characters, log-normal about 350 (σ 0.75), in paragraphs of 30 to 220; the longest has weight
  5, two more 4, the others 3 to 1; headlines of 8 to 16 characters, a deck in three of ten, a box in one of ten;
- 0 to 4 pictures of seven ratios, each with one of the longer stories; 0 to 2 adverts of whole columns; a rail of
  briefs in four of ten.

Told by fill, as the capacity report counts it: pages, those that can be printed (no error), those without a warning,
those with a proposal of what to cut, the time of a page.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

import yaml
from PIL import Image
from tests.support.issues import han

from paiban.diagnostic import Severity
from paiban.engine.proposing import Request, propose_issue

PAGES = {"broadsheet": (8, 13, 101), "tabloid": (6, 11, 71)}
"""Columns, characters a column and rows of the first body of each template."""

RATIOS = (0.67, 0.75, 1.0, 1.33, 1.5, 1.78, 2.4)
PIXELS = 4000
EM_MM = 9 / 72 * 25.4
HEAD_CELLS = 13
"""About what a head takes with its white."""

FILLS = (0.85, 0.95, 1.0, 1.15, 2.0)
"""The bounds that results are told by."""


class Outcome(NamedTuple):
    """One page: its fill, whether it can be printed, whether nothing warns, whether cuts are proposed, its seconds."""

    fill: float
    printable: bool
    quiet: bool
    cut: bool
    seconds: float


def paragraphs(rng: random.Random, characters: int) -> str:
    """Copy of so many characters."""
    parts = []
    while characters > 0:
        take = min(characters, rng.randint(30, 220))
        parts.append(han(max(1, take - 1), rng.randint(0, 50)) + "。")
        characters -= take
    return "\n".join(parts)


def stories(rng: random.Random, cells: float, em: int) -> Iterator[dict[str, Any]]:
    """Stories that take about so many cells, the longest first."""
    lengths: list[int] = []
    while cells > 0:
        length = int(
            min(
                2500,
                max(
                    60,
                    rng.lognormvariate(5.86, 0.75),
                ),
            )
        )
        lengths.append(length)
        cells -= length / em * 1.08 + HEAD_CELLS
    lengths.sort(reverse=True)
    for number, length in enumerate(lengths):
        weight = 5 if number == 0 else 4 if number < 3 else rng.randint(1, 3)
        block = {"id": f"s{number}", "weight": weight, "headline": han(rng.randint(8, 16), number)}
        block |= {"deck": han(rng.randint(8, 14), number + 9)} if rng.random() < 0.3 else {}
        block |= {"box": "line"} if weight < 4 and rng.random() < 0.1 else {}
        yield {**block, "body": paragraphs(rng, length)}


def drawn_issue(seed: int, folder: Path) -> Path:
    """An issue of one page in ``folder``."""
    rng = random.Random(seed)
    template = rng.choice(("broadsheet", "broadsheet", "tabloid"))
    columns, em, rows = PAGES[template]
    fill = rng.uniform(0.6, 1.15)
    cells = fill * columns * rows
    others: list[dict[str, Any]] = []
    for number in range(rng.choice((0, 0, 1, 2))):
        wide = rng.choice((2, 3, columns // 2, columns))
        width, height = round((wide * (em + 1) - 1) * EM_MM, 1), float(rng.randint(50, 110))
        Image.new("L", (round(width * 10), round(height * 10)), 200).save(folder / f"ad{number}.png")
        size = [f"{width}mm", f"{height}mm"]
        others.append({"id": f"ad{number}", "advert": f"ad{number}.png", "size": size})
        cells -= wide * 20
    pictures = rng.randint(0, 4)
    for number in range(pictures):
        ratio = rng.choice(RATIOS)
        Image.new("L", (PIXELS, round(PIXELS / ratio)), 128).save(folder / f"p{number}.png")
        others.append(
            {"id": f"p{number}", "picture": f"p{number}.png", "caption": han(18) + "。", "with": f"s{number}"}
        )
        cells -= 2 * 18 / ratio
    if rng.random() < 0.4:
        others.append(
            {"id": "rail", "briefs": [paragraphs(rng, rng.randint(40, 90)) for _ in range(rng.randint(3, 5))]}
        )
        cells -= 25
    blocks = list(stories(rng, cells, em))
    known = {block["id"] for block in blocks}
    others = [block for block in others if block.get("with", "s0") in known]
    issue = {"date": "2024-03-10", "page": 2, "section": "要闻", "template": template, "stories": [*blocks, *others]}
    path = folder / "issue.yaml"
    path.write_text(yaml.safe_dump(issue, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def outcome(seed: int) -> Outcome:
    """One page made up."""
    with tempfile.TemporaryDirectory() as name:
        path = drawn_issue(seed, Path(name))
        begin = perf_counter()
        proposed = propose_issue(path, Request())
        seconds = perf_counter() - begin
    found = proposed.results[0].diagnostics if proposed.results else proposed.diagnostics
    severities = {diagnostic.severity for diagnostic in found}
    printable = bool(proposed.results) and Severity.ERROR not in severities
    cut = bool(proposed.results) and bool({"P522", "P523"} & {diagnostic.code for diagnostic in found})
    fill = proposed.needs[0][0].percent / 100
    return Outcome(fill, printable, printable and Severity.WARNING not in severities, cut, seconds)


def main(words: list[str]) -> None:
    count, first = int(words[0]) if words else 40, int(words[1]) if len(words) > 1 else 1
    outcomes = [outcome(seed) for seed in range(first, first + count)]
    print("fill     pages  printable  without a warning  cuts proposed  p50 s  p95 s")
    least = 0.0
    for most in FILLS:
        row([o for o in outcomes if least <= o.fill < most], f"– {100 * most:.0f} %")
        least = most
    row(outcomes, "all")


def row(outcomes: list[Outcome], name: str) -> None:
    """One line of the table."""
    if outcomes:
        times = sorted(o.seconds for o in outcomes)
        printable, quiet, cut = (sum(o[place] for o in outcomes) for place in (1, 2, 3))
        p95 = times[min(len(times) - 1, round(0.95 * (len(times) - 1)))]
        told = f"{name:8} {len(outcomes):5}  {printable:9}  {quiet:17}  {cut:13}"
        print(f"{told}  {times[len(times) // 2]:5.2f}  {p95:5.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
