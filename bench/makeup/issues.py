"""Drawn issues made up by the command: ``python bench/makeup/issues.py [pages [first seed]] [-j 2] [-o FILE.json]``.

``drawn`` says what the issues are drawn from. Each is made up in both styles, ``daily``, whose pages interlock
(穿插式), and ``modular`` (模块式), or in the one that ``--style`` names: it goes through ``paiban makeup --write``,
and what was written through ``paiban check``, whose findings count. Told for each style, by how full the page is, as
the capacity report counts it, and by template:

- *no page*: nothing is drawn;
- *printable*: ``check`` finds no error, or, where cuts are proposed, none but the copy that is over;
- *no warning*: printable, nothing proposed to be cut, and ``check`` finds no warning;
- *with an idea*: made up into a page that shows one of the ideas (套路), by which it is called;
- *proposal*: what of the copy would have to go is told, paragraph by paragraph or line by line;
- *breaks*: headlines that are broken against the sense;
- *at odds*: plan, written file, page and PDF do not agree (``agreeing``); what is at odds is told below the table;
- the time of ``makeup`` alone: in seconds of the processor, those of all its processes together, and by the clock.

``-o`` writes all of it, with the findings of every page, as JSON.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import yaml
from agreeing import disagreements
from drawn import drawn_issue

from paiban.cli.main import main as paiban

FILLS = (0.85, 0.95, 1.0, 1.15, 9.0)
"""The bounds that results are told by."""

CUTS = ("P522", "P523")
OVER = ("P501", "P503")
BREAK = "P416"
STYLES = ("daily", "modular")
IN_ALL = re.compile(r"合计 \d+ (\d+)%")
IDEA = re.compile(r"(?m)^([^“”：\n]+)：头条“")


class Outcome(NamedTuple):
    """One page: what it is, how it came out, and the findings (code, severity) of ``makeup`` and of ``check``."""

    style: str
    seed: int
    template: str
    blocks: int
    fill: float
    page: bool
    printable: bool
    quiet: bool
    idea: str
    proposal: bool
    breaks: int
    odds: list[str]
    seconds: float
    clock: float
    proposed: list[tuple[str, str]]
    checked: list[tuple[str, str]]


def processor() -> float:
    """The seconds of the processor that this process, and those that it began and that have ended, took so far."""
    return sum(os.times()[:4])


def command(*words: str) -> tuple[str, list[tuple[str, str]]]:
    """What a command writes, and what it finds."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        paiban([*words, "--format", "json", "--lang", "zh"])
    text = err.getvalue().strip()
    found = json.loads(text) if text else []
    return out.getvalue(), [(each["code"], each["severity"]) for each in found]


def outcome(way: tuple[str, int], folder: Path | None = None) -> Outcome:
    """One page made up; kept in ``folder`` where that is given."""
    style, seed = way
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) if folder is None else folder / style / f"{seed:04}"
        home.mkdir(exist_ok=True, parents=True)
        path = drawn_issue(seed, home, style)
        begin, began = processor(), monotonic()
        words, proposed = command("makeup", str(path), "--write")
        seconds, clock = processor() - begin, monotonic() - began
        issue = yaml.safe_load(path.read_text("utf-8"))
        page = any("place" in block for block in issue["stories"])
        set_words, checked = command("check", str(path)) if page else ("", [])
        odds = list(disagreements(path, words, set_words, command)) if page else []
    found, idea = IN_ALL.search(words), IDEA.search(words)
    codes = Counter(code for code, _ in checked)
    cut = page and any(code in CUTS for code, _ in proposed)
    errors = [code for code, severity in checked if severity == "error" and not (cut and code in OVER)]
    printable = page and not errors
    quiet = printable and not cut and not any(severity == "warning" for _, severity in checked)
    proposal = cut or codes[OVER[0]] > 0
    template = issue["template"] + (" 直排" if issue["writing"] == "vertical" else "")
    fill = int(found.group(1)) / 100 if found else 0.0
    blocks, breaks = len(issue["stories"]), codes[BREAK]
    return Outcome(
        style,
        seed,
        template,
        blocks,
        fill,
        page,
        printable,
        quiet,
        idea.group(1) if idea else "",
        proposal,
        breaks,
        odds,
        seconds,
        clock,
        proposed,
        checked,
    )


def main(words: Sequence[str]) -> None:
    """Draw, make up, tell."""
    parser = ArgumentParser()
    parser.add_argument("pages", type=int, nargs="?", default=40)
    parser.add_argument("first", type=int, nargs="?", default=1)
    parser.add_argument("-j", "--jobs", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--style", choices=STYLES, help="one of them alone")
    parser.add_argument("--keep", type=Path, help="a folder for the issues as they were made up")
    options = parser.parse_args(words)
    with Pool(options.jobs, maxtasksperchild=8) as pool:
        seeds = range(options.first, options.first + options.pages)
        ways = [(style, seed) for style in STYLES if options.style in (None, style) for seed in seeds]
        outcomes = pool.map(partial(outcome, folder=options.keep), ways, chunksize=1)
    styles = {style: [o for o in outcomes if o.style == style] for style in dict.fromkeys(o.style for o in outcomes)}
    for style, part in styles.items():
        print(f"style: {style}")
        tell(part)
    if options.output:
        tables = {style: rows(part) for style, part in styles.items()}
        data = {"tables": tables, "pages": [one._asdict() for one in outcomes]}
        options.output.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")


def rows(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """The figures of each share of the pages."""
    bounds = zip((0.0, *FILLS), FILLS, strict=False)
    parts = [(f"{100 * a:.0f}–{100 * b:.0f} %", [o for o in outcomes if a <= o.fill < b]) for a, b in bounds]
    parts += [(name, [o for o in outcomes if o.template == name]) for name in sorted({o.template for o in outcomes})]
    return [figures(name, part) for name, part in (*parts, ("all", list(outcomes))) if part]


def figures(name: str, part: Sequence[Outcome]) -> dict[str, Any]:
    """One row."""
    times, clocks = sorted(o.seconds for o in part), sorted(o.clock for o in part)
    return {
        "pages of": name,
        "pages": len(part),
        "no page": sum(not o.page for o in part),
        "printable": sum(o.printable for o in part),
        "no warning": sum(o.quiet for o in part),
        "with an idea": sum(bool(o.idea) for o in part),
        "proposal": sum(o.proposal for o in part),
        "breaks": sum(o.breaks for o in part),
        "at odds": sum(bool(o.odds) for o in part),
        "p50 s": round(times[len(times) // 2], 2),
        "p95 s": round(times[round(0.95 * (len(times) - 1))], 2),
        "p50 clock": round(clocks[len(clocks) // 2], 2),
        "p95 clock": round(clocks[round(0.95 * (len(clocks) - 1))], 2),
    }


def tell(outcomes: Sequence[Outcome]) -> None:
    """The table, and what is found most."""
    table = rows(outcomes)
    print("  ".join(f"{key:>12}" for key in table[0]))
    for row in table:
        print("  ".join(f"{value:>12}" for value in row.values()))
    for one in outcomes:
        print(end="".join(f"{one.seed} at odds: {words}\n" for words in one.odds))
    for severity in ("error", "warning"):
        found = Counter(code for o in outcomes for code in {c for c, s in o.checked if s == severity})
        print(f"pages with each {severity}:", "  ".join(f"{code} {count}" for code, count in found.most_common(16)))


if __name__ == "__main__":
    main(sys.argv[1:])
