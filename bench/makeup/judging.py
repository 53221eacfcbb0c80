"""Pairs of pages for people to judge, and weights of looks fitted to what they said.

Four rooms, one after another:

- ``python bench/makeup/judging.py draw POOL [issues [first seed]]`` makes drawn issues up (``drawn``) and keeps, as
  issue files, up to ten unlike plans of each that can be printed, and some of them with a fault put in.
- ``… blocks POOL FOLDER [blocks]`` sets them and draws blocks of sixty pairs as pictures, with a sheet for the choices:
  a tenth of a block are pairs with a planted fault, a tenth pairs shown once more with their sides changed, three are
  another block's. ``key.json`` beside the blocks says what was what.
- ``… gather POOL FOLDER TARGET`` puts what was chosen in the sheets, and the terms of every plan, into two tables.
- ``… fit [TARGET]`` fits weights to such tables (``weighing``), to those in ``judgements`` if no others are named, and
  tells: how far repeats agree and planted faults were seen; on issues left out, how far fitted weights agree beside
  weights set by hand, the one best term and the search's own score; the weights, with intervals.
"""

from __future__ import annotations

import csv
import io
import json
import random
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import yaml
from drawn import drawn_issue
from PIL import Image, ImageDraw, ImageFont
from weighing import (
    Answer,
    Row,
    agreement,
    best_ridge,
    corrections,
    fitted,
    given,
    held_out,
    interval,
    resampled,
    said,
    scaled,
    single,
)

from paiban.engine import set_issue
from paiban.engine.printing import written
from paiban.engine.proposing import Request, propose_issue
from paiban.engine.writing import written_text
from paiban.issue import IssuePage
from paiban.makeup.judge.looks import looks_of
from paiban.makeup.search import Plan, difference, order
from paiban.output.model import Options
from paiban.output.table import OUTPUTS
from paiban.resources import resource_folder
from paiban.template.page_looks import PAID_LOOKS

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

PAGE_WIDTH, GAP, DPI, EDGE, GREYS = 690, 20, 100, 0.06, 16
"""The pictures: a page's width and the white between in pixels, what pages are rendered at
first, the share of their width that is cut off as margin, and how many shades are one."""

OF_ONE_ISSUE = 20
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
            side_by_side(pool / pair.seed, pair).save(home / f"pair-{index:03}.png")
        rows = [f"{index:03}," for index in range(1, len(block) + 1)]
        (home / "sheet.csv").write_text("\n".join(["pair,choice", *rows, ""]), "utf-8")
        key["blocks"].append([pair._asdict() for pair in block])
    (folder / "key.json").write_text(json.dumps(key, ensure_ascii=False, indent=1), "utf-8")


def side_by_side(home: Path, pair: Pair) -> Image.Image:
    """Two pages in one grey picture; below them the headlines, the heaviest first."""
    pages = [small(home / f"{name}.png") for name in (pair.left, pair.right)]
    height = max(page.height for page in pages)
    whole = Image.new("L", (2 * PAGE_WIDTH + GAP, height + 44), 120)
    pen, face = ImageDraw.Draw(whole), resource_folder("fonts") / "noto-sans-sc-700.ttf"
    for index, (page, side) in enumerate(zip(pages, ("L 左", "R 右"), strict=True)):
        left = index * (PAGE_WIDTH + GAP)
        whole.paste(page, (left, 22))
        pen.text((left + 6, 2), side, 255, ImageFont.truetype(face, 16))
    stories = [b for b in yaml.safe_load((home / "issue.yaml").read_text("utf-8"))["stories"] if "headline" in b]
    heaviest = sorted(stories, key=lambda b: -b["weight"])[:6]
    words = "分量（5 最重）：" + "；".join(f"{b['weight']} {b['headline']}" for b in heaviest)
    pen.text((6, height + 25), words, 255, ImageFont.truetype(face, 12))
    return whole


@cache
def small(picture: Path) -> Image.Image:
    """A page without its margin, as large as it is shown, in so few greys that its file is small."""
    page = Image.open(picture).convert("L")
    edge = round(page.width * EDGE)
    page = page.crop((edge, edge, page.width - edge, page.height - edge))
    shown = page.resize((PAGE_WIDTH, page.height * PAGE_WIDTH // page.width), Image.Resampling.LANCZOS)
    return shown.point([n // GREYS * GREYS + n // GREYS for n in range(256)])


HERE = Path(__file__).parent / "judgements"
TERMS = tuple(look.key for look in PAID_LOOKS)
PAID = ("breaches", "score")
"""What the search paid: for rules, and for all else."""

OF_SCORE = ("composition", "reach", "strain", "aspect", "place", "lead", "side", "foot", "stack", "dark", "dominance",
            "legs", "verticals", "loose_lines")  # fmt: skip
"""What its score is the sum of, for the table alone: those who refit what the search pays need them."""

BY_HAND = {
    "trapped_white": 1.0, "strip_ink": 0.8, "head_fill": 0.8, "largest_picture": 0.7, "hierarchy": 1.0, "edges": 0.4,
    "variety": 0.4, "leg_lengths": 0.8, "rail_gaps": 0.3, "picture_story": 1.0, "flatness": 0.6,
    "vertical_heads": 0.6, "balance": 0.2, "rule_logic": 0.3, "grey": 0.3,
}  # fmt: skip
"""The weights of the design note, each for one spread of its term."""

LEFT = {"L": 1.0, "R": 0.0, "=": 0.5}
TIMES = 400
"""So often issues are drawn anew for an interval."""


def gather(pool: Path, folder: Path, target: Path) -> None:
    """The tables ``choices.csv`` and ``terms.csv``; terms that are there already stay as they are."""
    target.mkdir(parents=True, exist_ok=True)
    blocks = json.loads((folder / "key.json").read_text("utf-8"))["blocks"]
    choices, shown = [], set()
    for number, block in enumerate(blocks, 1):
        sheet = csv.DictReader(io.StringIO((folder / f"block-{number:02}" / "sheet.csv").read_text("utf-8-sig")))
        said = {int(row["pair"]): (row["choice"] or "").strip().upper() for row in sheet}
        for index, pair in enumerate(block, 1):
            if said.get(index) in LEFT:
                choices.append({"block": number, "pair": index, **pair, "choice": said[index]})
                shown |= {(pair["seed"], pair["left"]), (pair["seed"], pair["right"])}
    write_table(target / "choices.csv", choices)
    measured = target / "terms.csv"
    known = {(row["seed"], row["plan"]): row for row in read_table(measured)} if measured.exists() else {}
    write_table(measured, [known.get(each) or terms_of(pool / each[0], each[1]) for each in sorted(shown)])


def terms_of(home: Path, name: str) -> dict[str, Any]:
    """What the search paid for a plan and what the terms of looks say of it; a fault put in has cost it nothing."""
    plans = {plan["plan"]: plan for plan in json.loads((home / "plans.json").read_text("utf-8"))}
    paid = plans[plans[name].get("of", name)]
    looks = looks_of(set_issue(home / f"{name}.yaml").makeups[0])
    return {"seed": home.name, "plan": name, "breaches": paid["breaches"],
            "score": round(paid["score"] - paid["breaches"], 2),
            **{f"paid {term}": paid["terms"].get(term, 0.0) for term in OF_SCORE},
            **{term: round(looks.get(term, 0.0), 3) for term in TERMS}}  # fmt: skip


def write_table(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows that have the same columns, as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def read_table(path: Path) -> list[dict[str, str]]:
    """The same, read."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def tell_fit(folder: Path) -> None:
    """All that the tables say."""
    choices = read_table(folder / "choices.csv")
    terms = {(row["seed"], row["plan"]): row for row in read_table(folder / "terms.csv")}
    names = (*PAID, *TERMS)

    def answer(row: Mapping[str, str]) -> Answer:
        left, right = (terms[row["seed"], row[side]] for side in ("left", "right"))
        more = tuple(float(right[name]) - float(left[name]) for name in names)
        return Answer(row["seed"], more, LEFT[row["choice"]])

    tell_judges(choices)
    plain = [answer(row) for row in choices]
    answers = scaled(plain)
    plain = [a for a, row in zip(plain, choices, strict=True) if row["why"] != "fault"]
    own = [a for a, row in zip(answers, choices, strict=True) if row["why"] != "fault"]
    faults = [a for a, row in zip(answers, choices, strict=True) if row["why"] == "fault"]
    print(f"\nissues left out, {len(own)} answers on {len({a.issue for a in own})} issues")
    hand = given(BY_HAND, names)
    ways = {
        "fitted, looks and score": held_out(own, lambda part: fitted(part, best_ridge(part))),
        "fitted, looks alone": held_out(own, lambda part: looks_alone(part, best_ridge(part))),
        "looks set by hand": [said(hand, a) for a in own],
        "the one best term": held_out(own, looks_single),
        SCORE: [a.more[1] for a in own],
        CORRECTED: held_out(plain, lambda part: corrections(part, 1)),
    }
    draws = resampled(own, TIMES, "issues")
    first = next(iter(ways))
    for name, values in ways.items():
        shares = [share_of(values, own, draw) for draw in draws]
        behind = [share_of(ways[first], own, draw) - share for draw, share in zip(draws, shares, strict=True)]
        low, high = interval(shares)
        more = "" if name == first else "   the first less this: {:+.3f} … {:+.3f}".format(*interval(behind))
        print(f"  {name:26} {agreement(values, own):.3f}  ({low:.3f} … {high:.3f}){more}")
    tell_corrections(plain, ways, names)
    ridge = best_ridge(own)
    weights = fitted(own, ridge)
    if faults:
        seen = agreement([said(weights, a) for a in faults], faults)
        print(f"  answers on planted faults that the fitted weights give too: {seen:.3f}")
    anew = [fitted([own[n] for n in draw], ridge) for draw in draws[: TIMES // 4]]
    print("\nweights for a usual difference, the middle 90 % of issues drawn anew; the term alone, where it differs")
    for number, name in enumerate(names):
        low, high = interval([each[number] for each in anew])
        differ = [a for a in own if a.more[number]]
        alone = agreement([a.more[number] for a in differ], differ)
        print(f"  {name:16} {weights[number]:5.2f}   {low:.2f} … {high:.2f}   {alone:.3f} of {len(differ)}")


def tell_corrections(answers: Sequence[Answer], ways: Mapping[str, Sequence[float]], names: Sequence[str]) -> None:
    """What looks as corrections to the score come to, and what they do where plans break the same rules."""
    alike = [n for n, answer in enumerate(answers) if not answer.more[0]]
    parts = [("all", list(range(len(answers))), resampled(answers, TIMES, "issues"))]
    draws = resampled([answers[n] for n in alike], TIMES, "issues")
    parts.append(("where both break the same rules", alike, [[alike[n] for n in draw] for draw in draws]))
    for name, part, drawn in parts:
        with_, without = (share_of(ways[way], answers, part) for way in (CORRECTED, SCORE))
        more = [share_of(ways[CORRECTED], answers, d) - share_of(ways[SCORE], answers, d) for d in drawn]
        low, high = interval(more)
        print(f"\n{name}, {len(part)} answers: {without:.3f}, corrected {with_:.3f}, more by {low:+.3f} … {high:+.3f}")
    costs = corrections(answers, 1)
    anew = [corrections([answers[n] for n in draw], 1) for draw in resampled(answers, TIMES // 8, "costs")]
    print("costs of a unit in points of the score, the middle 90 % of issues drawn anew")
    for number, name in enumerate(names):
        low, high = interval([each[number] for each in anew])
        print(f"  {name:16} {costs[number]:6.2f}   {low:.2f} … {high:.2f}")


SCORE, CORRECTED = "the score of the search", "the score, looks correct it"


def looks_alone(answers: Sequence[Answer], ridge: float) -> Row:
    """Weights of looks without what the search paid."""
    blind = [a._replace(more=(0.0,) * len(PAID) + a.more[len(PAID) :]) for a in answers]
    return fitted(blind, ridge)


def looks_single(answers: Sequence[Answer]) -> Row:
    """The one term of looks that agrees best."""
    return single([a._replace(more=(0.0,) * len(PAID) + a.more[len(PAID) :]) for a in answers])


def share_of(values: Sequence[float], answers: Sequence[Answer], draw: Sequence[int]) -> float:
    """The agreement on some of the answers."""
    return agreement([values[n] for n in draw], [answers[n] for n in draw])


def tell_judges(choices: Sequence[Mapping[str, str]]) -> None:
    """How sure the judges are: repeats, pairs that two saw, planted faults, sides."""
    first = {(row["block"], row["seed"], row["left"], row["right"]): row["choice"] for row in choices}
    turn = {"L": "R", "R": "L", "=": "="}

    def agreed(why: str, back: int) -> list[float]:
        pairs = ((row["choice"], first.get((str(int(row["block"]) - back), row["seed"], row["right"], row["left"])))
                 for row in choices if row["why"] == why)  # fmt: skip
        return [1.0 if turn[one] == other else 0.5 * ("=" in (one, other)) for one, other in pairs if other]

    caught = {
        fault: [LEFT[row["choice"]] if row["right"].startswith("fault") else 1 - LEFT[row["choice"]] for row in rows]
        for fault in sorted({row["of"] for row in choices if row["why"] == "fault"})
        if (rows := [row for row in choices if row["why"] == "fault" and row["of"] == fault])
    }
    figures = {
        "repeats": agreed("again", 0),
        "two blocks": agreed("shared", 1),
        "planted faults": [each for part in caught.values() for each in part],
        **{f"  {fault}": part for fault, part in caught.items()},
        "left side": [LEFT[row["choice"]] for row in choices if row["choice"] != "="],
    }
    print(f"{len(choices)} answers, {sum(row['choice'] == '=' for row in choices)} of them equal")
    for name, part in figures.items():
        if part:
            print(f"  {name:16} {sum(part) / len(part):.3f} of {len(part)}")


def draw_issues(folder: Path, issues: int, first: int) -> None:
    """So many issues, one after another."""
    for seed in range(first, first + issues):
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            draw(seed, folder)


def main(words: Sequence[str]) -> None:
    parser = ArgumentParser()
    rooms = parser.add_subparsers(dest="room", required=True)
    drawing = rooms.add_parser("draw")
    drawing.add_argument("pool", type=Path)
    drawing.add_argument("issues", type=int, nargs="?", default=40)
    drawing.add_argument("first", type=int, nargs="?", default=1)
    blocks = rooms.add_parser("blocks")
    blocks.add_argument("pool", type=Path)
    blocks.add_argument("folder", type=Path)
    blocks.add_argument("blocks", type=int, nargs="?", default=10)
    gathering = rooms.add_parser("gather")
    gathering.add_argument("pool", type=Path)
    gathering.add_argument("folder", type=Path)
    gathering.add_argument("target", type=Path)
    fitting = rooms.add_parser("fit")
    fitting.add_argument("target", type=Path, nargs="?", default=HERE)
    options = parser.parse_args(words)
    if options.room == "blocks":
        write_blocks(options.pool, options.folder, options.blocks)
    elif options.room == "gather":
        gather(options.pool, options.folder, options.target)
    elif options.room == "fit":
        tell_fit(options.target)
    else:
        draw_issues(options.pool, options.issues, options.first)


if __name__ == "__main__":
    main(sys.argv[1:])
