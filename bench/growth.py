"""How the work grows: twice as much of one thing and of another, in function calls and in seconds of the processor.

    python bench/growth.py [-n 4] [NAME …]

Calls are the same at every run, on a machine however busy; seconds are not. A row has the work of so many, of twice,
four times and eight times as many, each by what one takes there: where a row stays level, the work is linear.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent))

import _peer
from paiban.engine import set_issue, with_pdf
from paiban.engine.house import House
from paiban.engine.printing import Printing
from paiban.output.model import PLAIN

COPY = "".join(paragraph for article in _peer.COPY["articles"] for paragraph in article["paragraphs"])
PDF_ALONE = Printing(PLAIN, lambda _done, _issue, _kit: (), 0)

Blocks = list[dict[str, Any]]


def copy(length: int, begin: int = 0) -> str:
    """So many characters of the peer page's copy, over and over."""
    return (COPY * (2 + (begin + length) // len(COPY)))[begin : begin + length]


def story(number: int, columns: str, rows: str, body: str, **keys: Any) -> dict[str, Any]:
    return {"id": f"s{number}", "headline": copy(9, number), "place": {"columns": columns, "rows": rows}, "body": body,
            **keys}  # fmt: skip


def lane(number: int) -> tuple[str, str]:
    """The place of one of up to 32 small blocks of a page."""
    column, row = number % 6 + 1, number // 6 * 14 + 1
    return f"{column}", f"{row}-{row + 12}"


def fitted(length: int) -> Blocks:
    """A paragraph that is fitted to legs of its own number of rows."""
    rows = -(-length * 9 // (8 * 6 * 17)) + 3
    return [story(0, "1-6", f"1-{min(rows, 85)}", copy(length), legs=6)]


GROWTHS: dict[str, tuple[int, str, Callable[[int], Blocks]]] = {
    "a paragraph, fitted to six legs": (700, "characters", fitted),
    "a story of paragraphs of 80": (10, "paragraphs", lambda n: [
        story(0, "1-6", f"1-{n + 4}", "\n".join(copy(80, 80 * i) for i in range(n)), legs=6)
    ]),
    "stories of a page": (4, "stories", lambda n: [story(i, *lane(i), copy(110, 110 * i)) for i in range(n)]),
    "briefs": (10, "briefs", lambda n: [
        {"id": "b", "briefs": [copy(75, 75 * i) for i in range(n)], "place": {"columns": "1-6", "rows": f"1-{n + 4}"}}
    ]),
    "a brief": (1000, "characters", lambda n: [
        {"id": "b", "briefs": [copy(n)], "place": {"columns": "1-6", "rows": f"1-{n // 95 + 1}"}}
    ]),
    "rows of a table": (10, "rows", lambda n: [
        {"id": "t", "headline": "统计", "table": "\n".join(f"{copy(4, 3 * i)} | {i}" for i in range(n)), "legs": 4,
         "place": {"columns": "1-6", "rows": f"1-{n // 4 + 8}"}}
    ]),
    "pictures": (4, "pictures", lambda n: [
        {"id": f"p{i}", "picture": f"{i}.png", "place": dict(zip(("columns", "rows"), lane(i), strict=True))}
        for i in range(n)
    ]),
}  # fmt: skip
"""What grows: so many at first, of what, and the page's blocks."""

CREDITS = "credits"
PAGES = "pages"


def issue_of(name: str, count: int, folder: Path) -> str:
    """An issue with so many of what is named."""
    if name == PAGES:
        return _peer.issue(count, "daily")
    top: dict[str, Any] = {"date": "2022-03-31", "style": "daily", "page": 1, "section": "要闻", "template": "peer"}
    if name == CREDITS:
        top["credits"] = {copy(4, i) + str(i): copy(3, i) for i in range(count)}
        return yaml.safe_dump({**top, "stories": [story(0, "1-2", "1-20", copy(200))]}, allow_unicode=True)
    if name == "pictures":
        from PIL import Image  # noqa: PLC0415  for pictures alone

        for i in range(count):
            Image.new("RGB", (900, 700), (i, 90, 200)).save(folder / f"{i}.png")
    return yaml.safe_dump({**top, "stories": GROWTHS[name][2](count)}, allow_unicode=True)


def measured(name: str, count: int) -> tuple[int, float]:
    """The calls and the seconds that so many take, to their PDF where they have one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "issue.yaml"
        path.write_text(issue_of(name, count, Path(folder)), "utf-8")
        house, calls = House(None, _peer.LAYOUT), 0

        def work() -> None:
            with_pdf(set_issue(path, house=house, printing=PDF_ALONE))

        def count_one(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        work()  # what is kept between runs is kept
        begun = process_time()
        work()
        seconds = process_time() - begun
        sys.setprofile(count_one)
        try:
            work()
        finally:
            sys.setprofile(None)
        return calls, seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("-n", "--sizes", type=int, default=4, help="how often the number is doubled, and once")
    options = parser.parse_args()
    gc.set_threshold(100_000)  # as the command has it
    rows = {name: (first, of) for name, (first, of, _) in GROWTHS.items()}
    rows |= {CREDITS: (100, CREDITS), PAGES: (1, PAGES)}
    print("| what grows | of | calls for each | ms for each |\n| --- | --- | --- | --- |")
    for name, (first, of) in rows.items():
        if options.names and name not in options.names:
            continue
        counts = [first << step for step in range(options.sizes)]
        found = [measured(name, count) for count in counts]
        calls = " · ".join(f"{calls / count:,.0f}" for count, (calls, _) in zip(counts, found, strict=True))
        times = " · ".join(f"{1000 * spent / count:.3g}" for count, (_, spent) in zip(counts, found, strict=True))
        print(f"| {name} | {' · '.join(map(str, counts))} {of} | {calls} | {times} |", flush=True)


if __name__ == "__main__":
    main()
