"""Small edits on full pages: ``python bench/makeup/edits.py [edits [first seed]] [-o FILE.json]``.

Pages of ``drawn`` that came out full and without an error are written with their places. Then a paragraph of a story
that the seed draws gains or loses up to 26 characters, evenly drawn, and ``paiban makeup --again --write`` puts the
page in order. Told: how many can be printed afterwards, how many blocks moved, on how many pages a third of them or
fewer; then the same where a story is gone.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from time import process_time
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import yaml
from drawn import drawn_issue, written
from issues import command

EDITS_A_PAGE = 5
MOST = 26
KILLED = "killed"


class Outcome(NamedTuple):
    """One edit, in characters or ``KILLED``: whether the page can be printed, what moved, its blocks, the seconds."""

    seed: int
    edit: int | str
    before: bool
    printable: bool
    full: bool
    moved: int
    rows: int
    blocks: int
    seconds: float


def edited(rng: random.Random, issue: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """An issue with one story longer or shorter, and by how many characters."""
    by = rng.choice([n for n in range(-MOST, MOST + 1) if n])
    issue = json.loads(json.dumps(issue))
    long = [block for block in issue["stories"] if len(block.get("body", "")) > 2 * MOST]
    block = rng.choice(long)
    paragraphs = block["body"].split("\n")
    number = max(range(len(paragraphs)), key=lambda index: len(paragraphs[index]))
    words = "".join(rng.sample(written()["sentences"], 3))
    old = paragraphs[number]
    paragraphs[number] = words[:by] + old if by > 0 else old[-by:].lstrip("，。、；：”")
    block["body"] = "\n".join(paragraphs)
    return by, issue


def killed(rng: random.Random, issue: dict[str, Any]) -> dict[str, Any]:
    """An issue without one of its lesser stories, any but the first where none is, and without what belongs to that."""
    stories = [block for block in issue["stories"] if "body" in block]
    names = [block["id"] for block in stories if block["weight"] < 4] or [block["id"] for block in stories[1:]]
    gone = rng.choice(names)
    return {**issue, "stories": [b for b in issue["stories"] if b["id"] != gone and b.get("with") != gone]}


def rows_of(place: dict[str, Any]) -> tuple[int, int, int, int]:
    """A place as numbers: its first and last column and row."""
    ends = [str(place[key]).split("-") for key in ("columns", "rows")]
    return (int(ends[0][0]), int(ends[0][-1]), int(ends[1][0]), int(ends[1][-1]))


def again(seed: int, edit: int | str, issue: dict[str, Any], path: Path) -> Outcome:
    """An edited page put in order."""
    path.write_text(yaml.safe_dump(issue, allow_unicode=True, sort_keys=False), "utf-8")
    _, stood = command("check", str(path))
    begin = process_time()
    command("makeup", str(path), "--again", "--write")
    seconds = process_time() - begin
    _, found = command("check", str(path))
    before = {block["id"]: rows_of(block["place"]) for block in issue["stories"] if "place" in block}
    after = {b["id"]: rows_of(b["place"]) for b in yaml.safe_load(path.read_text("utf-8"))["stories"] if "place" in b}
    by = [max(abs(a - b) for a, b in zip(before[name], after[name], strict=True)) for name in before if name in after]
    errors, codes = (
        ([severity for _, severity in some].count("error") for some in (stood, found)),
        {c for c, _ in found},
    )
    stood_well, well = (not count for count in errors)
    moved = sum(each > 0 for each in by)
    full = not codes & {"P501", "P502", "P610"}
    return Outcome(seed, edit, stood_well, well, full, moved, max(by, default=0), len(after), seconds)


def outcomes(count: int, first: int) -> Iterator[Outcome]:
    """The edits, so many a page, until there are as many as are wanted; every page has one story killed as well."""
    seed, left = first, count
    while left > 0:
        with tempfile.TemporaryDirectory() as name:
            path = drawn_issue(seed, Path(name))
            _, proposed = command("makeup", str(path), "--write")
            _, found = command("check", str(path))
            issue = yaml.safe_load(path.read_text("utf-8"))
            if not any(severity == "error" for _, severity in (*proposed, *found)) and "P502" not in dict(found):
                rng = random.Random(f"edits {seed}")
                for _ in range(min(left, EDITS_A_PAGE)):
                    yield again(seed, *edited(rng, issue), path)
                left -= EDITS_A_PAGE
                yield again(seed, KILLED, killed(rng, issue), path)
        seed += 1


def main(words: Sequence[str]) -> None:
    """Edit, put in order, tell."""
    parser = ArgumentParser()
    parser.add_argument("edits", type=int, nargs="?", default=40)
    parser.add_argument("first", type=int, nargs="?", default=1)
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args(words)
    found = list(outcomes(options.edits, options.first))
    tell("edits", [one for one in found if one.edit != KILLED])
    tell("killed", [one for one in found if one.edit == KILLED])
    if options.output:
        options.output.write_text(json.dumps([one._asdict() for one in found], indent=1), "utf-8")


def tell(name: str, part: Sequence[Outcome]) -> None:
    """One row."""
    moved = sorted(one.moved for one in part)
    third = sum(3 * one.moved <= one.blocks for one in part)
    seconds = sorted(one.seconds for one in part)
    p95 = quantiles(seconds, n=20)[-1] if len(part) > 1 else seconds[0]
    before, after, full = (sum(o[place] for o in part) for place in (2, 3, 4))
    print(f"{name} {len(part)}: printable before {before}, after {after}, full {full}")
    print(f"  blocks moved: median {moved[len(part) // 2]}, none {moved.count(0)}, a third or fewer {third}")
    print(f"  seconds: median {seconds[len(part) // 2]:.2f}, 95 % {p95:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
