"""Two plans side by side for somebody to say which is better, and what was said as a line of a file.

The picture says nothing of either plan but its pages; which of them stands at the left is drawn. A line is kept with
all that is needed to fit weights to it later: what the terms of looks said of both, and what the search had paid.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

from paiban.digest import sha256
from paiban.engine.printing import written
from paiban.engine.proposing import Proposed
from paiban.engine.setting import Result
from paiban.files import adding_to
from paiban.makeup.judge.looks import looks_of
from paiban.makeup.search import Plan
from paiban.output.model import Options
from paiban.output.png import png_of
from paiban.output.table import OUTPUTS
from paiban.value import NamedTuple

CHOICES = {"left": ("l", "左", "1"), "right": ("r", "右", "2"), "equal": ("=", "e", "同", "0")}
"""What may be said of a pair, by what may be typed for it."""

GAP, PAPER = 24, (128, 128, 128)
"""The grey between two plans, in pixels, and its colour."""


class Pair(NamedTuple):
    """Two plans, by number, at the left and at the right; ``seed`` is what the sides were drawn from."""

    left: int
    right: int
    seed: str


def pairs_of(proposed: Proposed, known: int) -> list[Pair]:
    """Every two plans that can be printed; ``known`` judgements were there before, so that sides change."""
    seed = f"{sha256(proposed.text.encode('utf-8')).hexdigest()[:16]} {known}"
    good = [number for number, result in enumerate(proposed.results) if result.ok]
    drawn = random.Random(seed)
    sides = (drawn.sample(pair, 2) for pair in combinations(good, 2))
    return [Pair(left, right, seed) for left, right in sides]


def side_by_side(pair: Pair, results: Sequence[Result], dpi: int) -> bytes:
    """Both plans in one picture, the pages of an issue one below the other."""
    from PIL import Image  # noqa: PLC0415  few make-ups are judged

    sides = []
    for number in (pair.left, pair.right):
        _, files = written(results[number], OUTPUTS["png"], Options(dpi))
        sides.append([Image.open(BytesIO(file.data)) for file in files])
    width = max(page.width for side in sides for page in side)
    heights = [sum(page.height + GAP for page in side) for side in sides]
    whole = Image.new("RGB", (2 * width + 3 * GAP, max(heights) + GAP), PAPER)
    for index, side in enumerate(sides):
        top = GAP
        for page in side:
            whole.paste(page, (GAP + index * (width + GAP), top))
            top += page.height + GAP
    return png_of(whole, dpi)


def page_looks(result: Result) -> list[dict[str, float]]:
    """What the terms say of every page, each beside the one before it."""
    before = (None, *result.makeups)
    return [looks_of(makeup, beside) for makeup, beside in zip(result.makeups, before, strict=False)]


def side(number: int, result: Result, plans: Sequence[Plan]) -> dict[str, Any]:
    """What a line has of one plan, page by page."""
    pages = zip(result.makeups, page_looks(result), plans, strict=True)
    return {
        "plan": number + 1,
        "pages": [
            {
                "page": makeup.page.number,
                "looks": rounded(looks),
                "rules": dict(plan.faults),
                "terms": rounded(plan.terms),
            }
            for makeup, looks, plan in pages
        ],
    }


def rounded(terms: Mapping[str, float]) -> dict[str, float]:
    """Terms as a file has them."""
    return {name: round(value, 4) for name, value in sorted(terms.items())}


def judgement(pair: Pair, proposed: Proposed, choice: str, who: str, time: str) -> dict[str, Any]:
    """What was said of a pair."""
    sides = {key: side(number, proposed.results[number], proposed.plans[number])
             for key, number in (("left", pair.left), ("right", pair.right))}  # fmt: skip
    issue, _, _ = pair.seed.partition(" ")
    return {"issue": issue, "choice": choice, "judge": who, "time": time, "seed": pair.seed, **sides}


def choice_of(words: str) -> str | None:
    """What was typed as a choice, None where it is none."""
    typed = words.strip().lower()
    return next((choice for choice, ways in CHOICES.items() if typed == choice or typed in ways), None)


def known_in(path: Path) -> int:
    """How many judgements a file has; OSError where it is there and cannot be read."""
    return path.read_bytes().count(b"\n") if path.exists() else 0


def keep(path: Path, said: Mapping[str, Any]) -> None:
    """Add a judgement to a file; OSError where that cannot be."""
    with adding_to(path) as stream:
        stream.write(json.dumps(said, ensure_ascii=False).encode("utf-8") + b"\n")
