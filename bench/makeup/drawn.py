"""Issues of one page drawn from a written distribution, each the same for the same seed.

- A template and a direction: broadsheet five in ten, tabloid three, a vertical broadsheet or tabloid two.
- Copy for 60 to 115 per cent of the page, drawn evenly, heads, pictures and adverts counted as ``cells_of`` does; the
  capacity report counts better, and results are told by what that says.
- Stories of 60 to 2,500 characters, log-normal about 350 (σ 0.75), in paragraphs of one to five sentences; the longest
  has weight 5, one or two more 4, the others 3 to 1; a deck in three of ten, a box in one of ten of the lesser ones.
- A kicker in three of ten stories of weight 3 or more; a cross-head about every 400 characters in those of 900 or more;
  a column's label in one of twelve, a byline in one of five of the others.
- Headlines of 6 to 24 characters, decks, captions and sentences from ``copy.yaml``.
- 0 to 4 pictures of seven ratios, each with one of the longer stories; 0 to 2 adverts of whole columns (``scenes``).
- A rail of three to six briefs with a label in four of ten.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import scenes
import yaml


class Paper(NamedTuple):
    """A template as the distribution has it: its columns, characters a column, rows of the first body."""

    template: str
    columns: int
    measure: int
    rows: int


BROADSHEET, TABLOID = Paper("broadsheet", 8, 13, 101), Paper("tabloid", 6, 11, 71)
PAGES = (*((BROADSHEET, "horizontal"),) * 5, *((TABLOID, "horizontal"),) * 3, (BROADSHEET, "vertical"),
         (TABLOID, "vertical"))  # fmt: skip

HEADER = {"paper": "青河日报", "date": "2024-03-10", "page": 2, "section": "要闻"}
CREDITS = {"责任编辑": "要闻部", "版式": "出版中心", "校对": "校对室"}

FILLS = (0.60, 1.15)
LENGTHS = (60, 2500)
MIDDLE, SIGMA = 5.86, 0.75
"""The logarithm of the middling length, and how far it scatters."""

LONG, PART = 900, 400
"""From how many characters on copy is parted by cross-heads, and after how many each."""

RATIOS = (0.67, 0.75, 1.0, 1.33, 1.5, 1.78, 2.4)
PIXELS = 4000
EM_MM = 9 / 72 * 25.4
ADVERT_MM = (50, 110)
ROW_MM = 4.6


@cache
def written() -> dict[str, list[str]]:
    """The words of the copy."""
    words: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "copy.yaml").read_text("utf-8"))
    return words


def body(rng: random.Random, characters: int) -> str:
    """Copy of about so many characters, in paragraphs."""
    paragraphs, total = [], 0
    while total < characters:
        paragraph = ""
        for _ in range(rng.randint(1, 5)):
            paragraph += rng.choice(written()["sentences"])
            if total + len(paragraph) >= characters:
                break
        paragraphs.append(paragraph)
        total += len(paragraph)
    return "\n".join(paragraphs)


def parted(rng: random.Random, copy: str) -> str:
    """Long copy with its cross-heads: none at its begin, none over the last paragraph alone."""
    if len(copy) < LONG:
        return copy
    heads = rng.sample(written()["crossheads"], len(written()["crossheads"]))
    *paragraphs, last = copy.split("\n")
    whole, since = [], 0
    for paragraph in paragraphs:
        if since >= PART:
            whole.append(f"## {heads.pop()}")
            since = 0
        whole.append(paragraph)
        since += len(paragraph)
    return "\n".join((*whole, last))


def dressed(rng: random.Random, block: dict[str, Any]) -> dict[str, Any]:
    """A story with what stands about its headline and its copy beside them."""
    own = {"kicker": rng.choice(written()["kickers"])} if block["weight"] > 2 and rng.random() < 0.3 else {}
    if rng.random() < 1 / 12:
        own["label"] = rng.choice(written()["labels"])
    elif rng.random() < 1 / 5:
        own["byline"] = rng.choice(written()["bylines"])
    return {**block, **own, "body": parted(rng, block["body"])}


def cells_of(characters: int, weight: int, paper: Paper) -> float:
    """About what a story takes: its lines, and a head over the columns that its length suggests."""
    lines = characters / paper.measure * 1.15 + (2 * characters / PART if characters >= LONG else 0)
    columns = max(1.0, min(paper.columns * 0.75, (lines / 8) ** 0.5))
    return lines + columns * (3.5 + weight * 0.8 + (0.6 if weight > 2 else 0))


def stories(rng: random.Random, cells: float, paper: Paper) -> Iterator[dict[str, Any]]:
    """Stories that take about so many cells, the longest first; one at least, however much else a page has."""
    lengths: list[int] = []
    while cells > 0 or not lengths:
        length = int(min(LENGTHS[1], max(LENGTHS[0], rng.lognormvariate(MIDDLE, SIGMA))))
        taken = cells_of(length, 5 if len(lengths) == 1 else 2, paper)
        length = length if taken <= cells else max(LENGTHS[0], int(length * cells / taken))
        lengths.append(length)
        cells -= taken
    lengths.sort(reverse=True)
    fours = rng.randint(1, 2)
    headlines = rng.sample(written()["headlines"], len(written()["headlines"]))
    for number, length in enumerate(lengths):
        weight = 5 if number == 0 else 4 if number <= fours else rng.randint(1, 3)
        block = {"id": f"s{number}", "weight": weight, "headline": headlines[number % len(headlines)]}
        block |= {"deck": rng.choice(written()["decks"])} if rng.random() < 0.3 else {}
        block |= {"box": "line"} if weight < 4 and rng.random() < 0.1 else {}
        yield {**block, "body": body(rng, length)}


def advert(rng: random.Random, number: int, paper: Paper, folder: Path, seed: int) -> tuple[dict[str, Any], float]:
    """An advert of whole columns, and the cells that it takes."""
    wide = rng.choice((2, 3, paper.columns // 2, paper.columns))
    width, height = round((wide * (paper.measure + 1) - 1) * EM_MM, 1), float(rng.randint(*ADVERT_MM))
    shown = random.Random(f"advert {seed} {number}")
    words = shown.choice(written()["adverts"])
    scenes.advert(shown, round(width * 10), round(height * 10), words).save(folder / f"ad{number}.png")
    block = {"id": f"ad{number}", "advert": f"ad{number}.png", "size": [f"{width}mm", f"{height}mm"]}
    return block, wide * (height / ROW_MM + 1)


def picture(rng: random.Random, number: int, folder: Path, seed: int) -> tuple[dict[str, Any], float]:
    """A picture with one of the longer stories, and the cells that it takes at two columns."""
    ratio = rng.choice(RATIOS)
    shown = random.Random(f"picture {seed} {number}")
    scene = scenes.photograph(shown, PIXELS, round(PIXELS / ratio))
    scene.save(folder / f"p{number}.jpg", quality=88, dpi=(300, 300))
    caption = rng.choice(written()["captions"])
    block = {"id": f"p{number}", "picture": f"p{number}.jpg", "caption": caption, "with": f"s{number}"}
    return block, 2 * (19 / ratio + 2)


def drawn_issue(seed: int, folder: Path, style: str = "daily") -> Path:
    """An issue of one page in ``folder``."""
    rng = random.Random(f"page {seed}")
    paper, writing = rng.choice(PAGES)
    cells = rng.uniform(*FILLS) * paper.columns * paper.rows
    others = [advert(rng, number, paper, folder, seed) for number in range(rng.choice((0, 0, 1, 2)))]
    others += [picture(rng, number, folder, seed) for number in range(rng.randint(0, 4))]
    if rng.random() < 0.4:
        items = rng.sample(written()["briefs"], rng.randint(3, 6))
        lines = sum(-(-len(item) // paper.measure) for item in items)
        others.append(({"id": "rail", "label": "一句话新闻", "briefs": items}, lines + len(items) / 2 + 3))
    dress = random.Random(f"dress {seed}")
    blocks = [dressed(dress, block) for block in stories(rng, cells - sum(taken for _, taken in others), paper)]
    known = {block["id"] for block in blocks}
    kept = [block for block, _ in others if block.get("with", "s0") in known]
    look = {"template": paper.template, "style": style, "writing": writing}
    path = folder / "issue.yaml"
    whole = {**HEADER, **look, "credits": CREDITS, "stories": [*blocks, *kept]}
    path.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), "utf-8")
    return path
