"""Whole issues made up by the command: ``python bench/makeup/whole.py [issues [first seed]] [--plain] [--repeat N]``.

Forty stories and six pictures for four broadsheet pages, 85 to 95 per cent full, with three adverts. Unless ``--plain``
is said blocks ask of their pages what they may ask, drawn by the seed: two packages (组稿), pairs that must not share a
page (不同版), stories before others (先于), adverts sold for a side (左右), a quota (限量) of the first page, sections
that have pages of their own.

Each goes through ``paiban makeup --write``, and what was written through ``paiban check``. What was asked is then held
against the written file here, by other means than the program's. Told: the seconds of the processor and by the clock,
pages that can be printed, how much of what was asked is kept, told as not kept, and broken in silence, which is none.
"""

from __future__ import annotations

import random
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import yaml
from drawn import BROADSHEET, LENGTHS, MIDDLE, SIGMA, advert, body, cells_of, picture, written
from issues import command, processor

PAGES, STORIES, PICTURES, ADVERTS = 4, 40, 6, 3
FILLS = (0.85, 0.95)
SECTIONS = ("要闻", "经济", "民生", "文体")
WEIGHTS = (5, 4, 4, 4, 4)
"""Of the longest; the others have 1 to 3."""

TOLD = {"package": ("P564", "P611"), "elsewhere": ("P565",), "before": ("P569", "P612"), "hand": ("P566",),
        "section": ("P567",), "quota": ("P568",)}  # fmt: skip
"""Under which codes what is asked is told where it is not kept."""

Asked = tuple[str, Any]


def drawn_whole(seed: int, folder: Path, asking: bool) -> tuple[Path, list[Asked]]:
    """An issue in ``folder``, and what is asked in it."""
    rng = random.Random(f"whole {seed}")
    cells = rng.uniform(*FILLS) * PAGES * BROADSHEET.columns * BROADSHEET.rows
    others = [picture(rng, number, folder, seed) for number in range(PICTURES)]
    others += [advert(rng, number, BROADSHEET, folder, seed) for number in range(ADVERTS)]
    cells -= sum(taken for _, taken in others)
    lengths = sorted((rng.lognormvariate(MIDDLE, SIGMA) for _ in range(STORIES)), reverse=True)
    weights = [*WEIGHTS, *(rng.randint(1, 3) for _ in range(STORIES - len(WEIGHTS)))]
    share = cells / sum(cells_of(*pair, BROADSHEET) for pair in zip(lengths, weights, strict=True))
    headlines = rng.sample(written()["headlines"], STORIES)
    blocks = [
        {
            "id": f"s{number}",
            "weight": weight,
            "headline": headlines[number],
            "body": body(rng, int(min(LENGTHS[1], max(LENGTHS[0], length * share)))),
        }
        for number, (length, weight) in enumerate(zip(lengths, weights, strict=True))
    ]
    blocks += [block for block, _ in others]
    whole: dict[str, Any] = {"date": "2024-03-10", "pages": "auto", "page_count": PAGES, "section": "要闻"}
    asked = list(asks(rng, blocks, whole)) if asking else []
    path = folder / "issue.yaml"
    whole |= {"template": BROADSHEET.template, "stories": blocks}
    path.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), "utf-8")
    return path, asked


def asks(rng: random.Random, blocks: list[dict[str, Any]], whole: dict[str, Any]) -> Iterator[Asked]:
    """Keys put into blocks and issue, each with what it asks."""
    whole["sections"] = {3: SECTIONS[2], 4: SECTIONS[3]}
    whole["quotas"] = {1: {"stories": "6-10", "sections": {SECTIONS[1]: "1-2"}}}
    yield "quota", (1, None, 6, 10)
    yield "quota", (1, SECTIONS[1], 1, 2)
    by_id = {block["id"]: block for block in blocks}
    names = [f"s{number}" for number in range(STORIES)]
    for name in names:
        by_id[name]["section"] = rng.choice(SECTIONS)
    for number, size in enumerate((2, 3)):
        section = rng.choice(SECTIONS)
        members = rng.sample([n for n in names if "package" not in by_id[n]], size)
        for name in members:
            by_id[name] |= {"package": f"专题{number}", "section": section}
        yield "package", members
    free = [n for n in names if "package" not in by_id[n]]
    for one, other in zip(*[iter(rng.sample(free, 6))] * 2, strict=True):
        by_id[one]["elsewhere"] = [other]
        by_id[other]["section"] = by_id[one]["section"] if rng.random() < 0.5 else SECTIONS[0]
        yield "elsewhere", (one, other)
    for one, other in zip(*[iter(rng.sample(free, 4))] * 2, strict=True):
        by_id[one]["before"] = [other]
        yield "before", (one, other)
    for name in names:
        if by_id[name]["section"] in SECTIONS[2:]:
            yield "section", (name, 3 + SECTIONS[2:].index(by_id[name]["section"]))
    for number in range(ADVERTS):
        by_id[f"ad{number}"]["hand"] = rng.choice(("right", "left"))
        yield "hand", (f"ad{number}", by_id[f"ad{number}"]["hand"])


Rect = tuple[int, int, int, int]
"""First and last column, first and last row."""


def rects(blocks: Sequence[dict[str, Any]]) -> dict[str, list[Rect]]:
    """Where each block stands, with the pictures that go with it."""
    found: dict[str, list[Rect]] = {}
    for block in blocks:
        if "place" in block:
            ends = [str(block["place"][key]).partition("-") for key in ("columns", "rows")]
            (left, _, right), (top, _, foot) = ends
            rect = int(left), int(right or left), int(top), int(foot or top)
            found.setdefault(block.get("with", block["id"]), []).append(rect)
    return found


def near(one: Sequence[Rect], other: Sequence[Rect]) -> bool:
    """Whether two share a part of an edge, with a row or two of white between them at the most."""
    return any(
        (a[0] <= b[1] + 1 and b[0] <= a[1] + 1 and a[2] <= b[3] and b[2] <= a[3])
        or (a[0] <= b[1] and b[0] <= a[1] and a[2] <= b[3] + 3 and b[2] <= a[3] + 3)
        for a in one
        for b in other
    )


def is_kept(kind: str, what: Any, issue: dict[str, Any]) -> bool:
    """Whether what was asked is so in a written file."""
    stands = rects(issue["stories"])
    blocks = {block["id"]: block for block in issue["stories"]}
    pages = {name: block.get("page") for name, block in blocks.items()}
    if kind == "package":
        joined, left = [what[0]], [*what[1:]]
        while more := [name for name in left if any(near(stands[name], stands[other]) for other in joined)]:
            joined, left = [*joined, *more], [name for name in left if name not in more]
        return not left and len({pages[name] for name in what}) == 1
    if kind == "quota":
        number, section, least, most = what
        on_it = [b for b in issue["stories"] if b.get("page") == number and "headline" in b]
        return bool(least <= sum(section in (None, b.get("section")) for b in on_it) <= most)
    if kind == "hand":
        return bool((pages[what[0]] % 2 == 1) == (what[1] == "right"))
    one, other = what
    if kind == "section":
        return bool(pages[one] == other)
    if kind == "elsewhere" or pages[one] != pages[other]:
        return bool(pages[one] != pages[other] if kind == "elsewhere" else pages[one] < pages[other])
    own, second = stands[one][0], stands[other][0]
    return own[2] < second[2] or (own[2] <= second[2] + 1 and own[0] < second[0])


def main(words: Sequence[str]) -> None:
    """Draw, make up, tell."""
    parser = ArgumentParser()
    parser.add_argument("issues", type=int, nargs="?", default=4)
    parser.add_argument("first", type=int, nargs="?", default=0)
    parser.add_argument("--plain", action="store_true", help="nothing is asked")
    parser.add_argument("--repeat", type=int, default=1, help="each so many times; the middle time counts")
    said = parser.parse_args(words)
    print(" seed  processor s  clock s  errors  warnings  asked  kept  told  in silence")
    for seed in range(said.first, said.first + said.issues):
        print(row(seed, not said.plain, said.repeat), flush=True)


def row(seed: int, asking: bool, repeat: int) -> str:
    """One issue."""
    times: list[tuple[float, float]] = []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory() as name:
            path, asked = drawn_whole(seed, Path(name), asking)
            begin, began = processor(), monotonic()
            command("makeup", str(path), "--write")
            times.append((processor() - begin, monotonic() - began))
            _, found = command("check", str(path))
            issue = yaml.safe_load(path.read_text("utf-8"))
    severities, codes = Counter(severity for _, severity in found), {code for code, _ in found}
    lost = [(kind, what) for kind, what in asked if not is_kept(kind, what, issue)]
    silent = [each for each in lost if codes.isdisjoint(TOLD[each[0]])]
    seconds, clock = (median(each) for each in zip(*times, strict=True))
    line = (
        f"{seed:5}  {seconds:11.1f}  {clock:7.1f}  {severities['error']:6}  {severities['warning']:8}  {len(asked):5}"
    )
    line += f"  {len(asked) - len(lost):4}  {len(lost) - len(silent):4}  {len(silent):10}"
    return line + "".join(f"\n       {kind} {what}" for kind, what in lost)


if __name__ == "__main__":
    main(sys.argv[1:])
