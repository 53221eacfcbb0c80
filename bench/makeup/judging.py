"""Pairs of pages for people to judge, and weights of looks fitted to what they said.

Three rooms, one after another:

- ``python bench/makeup/judging.py draw POOL [issues [first seed]]`` makes drawn issues up (``drawn``) and keeps, as
  issue files, up to ten unlike plans of each that can be printed, and some of them with a fault put in.
- ``… blocks POOL FOLDER [blocks]`` sets them and draws blocks of sixty pairs as pictures, with a sheet for the choices:
  a tenth of a block are pairs with a planted fault, a tenth pairs shown once more with their sides changed, three are
  another block's. ``key.json`` beside the blocks says what was what.
"""

from __future__ import annotations

import io
import json
import random
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import yaml
from drawn import drawn_issue
from PIL import Image, ImageDraw, ImageFont

from paiban.engine import set_issue
from paiban.engine.printing import written
from paiban.engine.proposing import Request, propose_issue
from paiban.engine.writing import written_text
from paiban.issue import IssuePage
from paiban.makeup.search import Plan, difference, order
from paiban.output.model import Options
from paiban.output.table import OUTPUTS
from paiban.resources import resource_folder

PLANS = 10
"""So many plans of an issue are kept at most."""

UNLIKE = 0.15
"""They differ over so large a share of the page."""


def draw(seed: int, folder: Path) -> None:
    """The plans of one issue, as issue files in a folder of its own."""
    home = folder / f"{seed:04}"
    home.mkdir(parents=True, exist_ok=True)
    path = drawn_issue(seed, home)
    if yaml.safe_load(path.read_text("utf-8"))["writing"] == "vertical":
        return
    seen: list[tuple[IssuePage, Plan]] = []
    request = Request(3, tried=lambda page, plan: seen.append((page, plan)))
    proposed = propose_issue(path, request)
    if not proposed.results:
        return
    issue, kit = proposed.issue, proposed.results[0].kit
    assert issue is not None
    assert kit is not None
    told = []
    for page, plan in unlike(seen):
        text = written_text(proposed.text, issue, issue._replace(pages=(page,)), kit.kinds.readings)
        if isinstance(text, str):
            name = f"plan-{len(told):02}"
            (home / f"{name}.yaml").write_text(text, "utf-8")
            paid = {key: round(value, 3) for key, value in plan.terms.items()}
            told.append({"plan": name, "breaches": round(plan.breaches, 2), "score": round(plan.score, 2),
                         "faults": dict(plan.faults), "terms": paid})  # fmt: skip
    told += list(spoiled(seed, home, told))
    (home / "plans.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")


def unlike(seen: Sequence[tuple[IssuePage, Plan]]) -> list[tuple[IssuePage, Plan]]:
    """The best plans that can be printed, each unlike every better one."""
    kept: list[tuple[IssuePage, Plan]] = []
    for page, plan in sorted(seen, key=lambda pair: order(pair[1])):
        cells = sum(placement.rect.cells for placement in plan.placements)
        if not plan.lost and all(difference(plan, other, cells) >= UNLIKE for _, other in kept):
            kept.append((page, plan))
    return kept[:PLANS]


def spoiled(seed: int, home: Path, told: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The best plans with a fault put in, each of another kind."""
    rng = random.Random(f"faults {seed}")
    for number, fault in enumerate(rng.sample(sorted(FAULTS), len(FAULTS))):
        if not told:
            return
        of = told[number % min(3, len(told))]["plan"]
        issue = yaml.safe_load((home / f"{of}.yaml").read_text("utf-8"))
        if FAULTS[fault](issue["stories"]):
            name = f"fault-{fault}"
            (home / f"{name}.yaml").write_text(yaml.safe_dump(issue, allow_unicode=True, sort_keys=False), "utf-8")
            yield {"plan": name, "of": of, "fault": fault}


def trapped_white(stories: list[dict[str, Any]]) -> bool:
    """Two of the larger stories end a third of their copy too early."""
    spoilt = 0
    for block in sorted((b for b in stories if "body" in b), key=lambda b: -len(b["body"]))[:3]:
        kept = block["body"][: len(block["body"]) * 65 // 100]
        if "。" in kept:
            block["body"] = kept[: kept.rindex("。") + 1]
            spoilt += 1
    return spoilt > 0


def small_lead(stories: list[dict[str, Any]]) -> bool:
    """The first story is set as the last: its headline is as small as any."""
    lead = max((b for b in stories if "body" in b), key=lambda b: b["weight"])
    lead["weight"] = 1
    return True


def wrong_breaks(stories: list[dict[str, Any]]) -> bool:
    """The headlines of the two heaviest stories are parted one character from their end."""
    for block in sorted((b for b in stories if "headline" in b), key=lambda b: -b["weight"])[:3]:
        words = block["headline"].replace("\u3000", "")
        block["headline"] = words[:-1] + "|" + words[-1:]
    return True


def small_picture(stories: list[dict[str, Any]]) -> bool:
    """The largest picture is half as wide and as high as its place."""
    placed = [b for b in stories if "picture" in b and "place" in b and "-" in str(b["place"]["columns"])]
    for block in sorted(placed, key=lambda b: b["id"])[:1]:
        for key in ("columns", "rows"):
            first, last = map(int, str(block["place"][key]).split("-"))
            block["place"][key] = f"{first}-{first + max(1, (last - first + 1) // 2) - 1}"
        return True
    return False


FAULTS = {"white": trapped_white, "lead": small_lead, "breaks": wrong_breaks, "picture": small_picture}


PAIRS, FAULTY, AGAIN, SHARED = 60, 6, 6, 3
"""A block's pairs: how many in all, with a fault put in, shown twice, and shown in the block before."""

PAGE_WIDTH, GAP, DPI, EDGE, COLOURS = 690, 20, 100, 0.06, 48
"""The pictures: a page's width and the white between in pixels, what pages are rendered at
first, the share of their width that is cut off as margin, and how many colours are left."""

OF_ONE_ISSUE = 18
"""So many pairs of plans of one issue at most."""


class Pair(NamedTuple):
    """Two pages of an issue, left and right, and why they are shown: ``plans``, ``fault``, ``again``, ``shared``."""

    seed: str
    left: str
    right: str
    why: str
    of: str = ""


def printable(pool: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """Every plan of a pool that can be printed, by issue and by plan, each with its picture beside it."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for told in sorted(pool.glob("*/plans.json")):
        plans = {plan["plan"]: plan for plan in json.loads(told.read_text("utf-8"))}
        kept = {name: plan for name, plan in plans.items() if rendered(told.parent / f"{name}.yaml")}
        if len(kept) > 1:
            found[told.parent.name] = kept
    return found


def rendered(issue: Path) -> bool:
    """Whether a page can be printed; its picture is drawn once, and empty where it cannot."""
    picture = issue.with_suffix(".png")
    if not picture.exists():
        result = set_issue(issue)
        picture.write_bytes(written(result, OUTPUTS["png"], Options(DPI))[1][0].data if result.ok else b"")
    return picture.stat().st_size > 0


def pairs_of(seed: str, plans: Mapping[str, Mapping[str, Any]], rng: random.Random) -> list[Pair]:
    """Pairs of an issue's plans, in any order, none of them with a fault put in."""
    pairs = [Pair(seed, *rng.sample(pair, 2), "plans")
             for pair in combinations([name for name in plans if "fault" not in plans[name]], 2)]  # fmt: skip
    return rng.sample(pairs, min(len(pairs), OF_ONE_ISSUE))


def faulty_of(seed: str, plans: Mapping[str, Mapping[str, Any]], rng: random.Random) -> list[Pair]:
    """Plans beside themselves with a fault put in."""
    return [Pair(seed, *rng.sample([name, plan["of"]], 2), "fault", plan["fault"])
            for name, plan in plans.items() if "fault" in plan and plan["of"] in plans]  # fmt: skip


def block_pairs(plans: Mapping[str, Mapping[str, Mapping[str, Any]]], count: int) -> list[list[Pair]]:
    """The pairs of so many blocks, in the order in which they are shown."""
    rng = random.Random("blocks")
    fresh, faulty = (
        [pair for seed in plans for pair in made(seed, plans[seed], rng)] for made in (pairs_of, faulty_of)
    )
    rng.shuffle(fresh)
    rng.shuffle(faulty)
    blocks: list[list[Pair]] = []
    for number in range(count):
        own = fresh[number * FRESH : (number + 1) * FRESH]
        own += faulty[number * FAULTY : (number + 1) * FAULTY]
        own += [turned(pair, "shared") for pair in (blocks[-1][:SHARED] if blocks else ())]
        rng.shuffle(own)
        again = [turned(pair, "again") for pair in own if pair.why == "plans"][:AGAIN]
        half = len(own) // 2
        tail = own[half:] + again
        rng.shuffle(tail)
        blocks.append(own[:half] + tail)
    return [block for block in blocks if block]


FRESH = PAIRS - FAULTY - AGAIN - SHARED


def turned(pair: Pair, why: str) -> Pair:
    """A pair with its sides changed."""
    return pair._replace(left=pair.right, right=pair.left, why=why)


def write_blocks(pool: Path, folder: Path, count: int) -> None:
    """The blocks as pictures and sheets, and the key to them."""
    plans = printable(pool)
    key: dict[str, Any] = {"blocks": []}
    for number, block in enumerate(block_pairs(plans, count), 1):
        home = folder / f"block-{number:02}"
        home.mkdir(parents=True, exist_ok=True)
        for index, pair in enumerate(block, 1):
            picture = side_by_side(pool / pair.seed, pair).quantize(COLOURS)
            picture.save(home / f"pair-{index:03}.png", optimize=True)
        rows = [f"{index:03}," for index in range(1, len(block) + 1)]
        (home / "sheet.csv").write_text("\n".join(["pair,choice", *rows, ""]), "utf-8")
        key["blocks"].append([pair._asdict() for pair in block])
    (folder / "key.json").write_text(json.dumps(key, ensure_ascii=False, indent=1), "utf-8")


def side_by_side(home: Path, pair: Pair) -> Image.Image:
    """Two pages in one picture; below them the headlines, the heaviest first."""
    pages = []
    for name in (pair.left, pair.right):
        page = Image.open(home / f"{name}.png").convert("RGB")
        edge = round(page.width * EDGE)
        page = page.crop((edge, edge, page.width - edge, page.height - edge))
        pages.append(page.resize((PAGE_WIDTH, page.height * PAGE_WIDTH // page.width), Image.Resampling.LANCZOS))
    stories = [b for b in yaml.safe_load((home / "issue.yaml").read_text("utf-8"))["stories"] if "headline" in b]
    heaviest = sorted(stories, key=lambda b: -b["weight"])[:6]
    words = "分量（5 最重）：" + "；".join(f"{b['weight']} {b['headline']}" for b in heaviest)
    height = max(page.height for page in pages)
    whole = Image.new("RGB", (2 * PAGE_WIDTH + GAP, height + 44), (120, 120, 120))
    pen = ImageDraw.Draw(whole)
    face = resource_folder("fonts") / "noto-sans-sc-700.ttf"
    pen.text((6, 2), "L 左", (255, 255, 255), ImageFont.truetype(face, 16))
    pen.text((PAGE_WIDTH + GAP + 6, 2), "R 右", (255, 255, 255), ImageFont.truetype(face, 16))
    for index, page in enumerate(pages):
        whole.paste(page, (index * (PAGE_WIDTH + GAP), 22))
    pen.text((6, height + 25), words, (255, 255, 255), ImageFont.truetype(face, 12))
    return whole


def main(words: Sequence[str]) -> None:
    parser = ArgumentParser()
    rooms = parser.add_subparsers(dest="room", required=True)
    drawing = rooms.add_parser("draw")
    drawing.add_argument("folder", type=Path)
    drawing.add_argument("issues", type=int, nargs="?", default=40)
    drawing.add_argument("first", type=int, nargs="?", default=1)
    blocks = rooms.add_parser("blocks")
    blocks.add_argument("pool", type=Path)
    blocks.add_argument("folder", type=Path)
    blocks.add_argument("blocks", type=int, nargs="?", default=10)
    options = parser.parse_args(words)
    if options.room == "blocks":
        write_blocks(options.pool, options.folder, options.blocks)
        return
    for seed in range(options.first, options.first + options.issues):
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            draw(seed, options.folder)


if __name__ == "__main__":
    main(sys.argv[1:])
