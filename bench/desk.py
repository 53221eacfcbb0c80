"""How quick the desk is, measured in the browser on the real page: from a save outside to the new page on the screen,
from a hand's move to the answer how the block would fit there, from its being taken up to every place where it would
fit tinted, and from a key to the line with the new word.

``python bench/desk.py [saves]`` prints median and 95th percentile in milliseconds, of the real page alone and of an
issue of sixteen such pages, whose last saves are held against its first ones, and what else the machine was busy with.
The browser rasters by itself where there is no graphics card, so that a desk's own machine is quicker.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright
from tests.support.desk import Desk, Seat, chromium, real_issue

SAVES = 60
MOVES = 60
PAGES = 16
OLD, NEW = "奋进千亿园区　建设未来之城", "奋进百亿园区　建设未来之城"

SHOWN = """
() => { window.shown = 0; document.addEventListener("drawn", () =>
  requestAnimationFrame(() => requestAnimationFrame(() => { window.shown = Date.now(); }))); }
"""
"""The second frame after a page was put together is on the screen."""

ANSWERS = """
() => {
  window.answers = [];
  document.addEventListener("tried", (told) => window.answers.push(told.detail.took));
  document.addEventListener("pointerdown", () => { window.pressed = performance.now(); }, { capture: true });
  document.addEventListener("suits", () => { window.tinted = performance.now(); });
}
"""


def shown(name: str, times: list[float], goal: int) -> None:
    """One line of the report."""
    last = quantiles(times, n=20)[-1]
    print(f"{name:34}{median(times):7.0f}{last:8.0f}   goal {goal}   n = {len(times)}")


def until(seat: Seat, moment: str) -> float:
    """The moment that something was noticed in the browser, as soon as it was."""
    while not (noticed := seat.page.evaluate(moment)):
        seat.page.wait_for_timeout(5)
    return noticed


def saves(seat: Seat, count: int) -> list[float]:
    """Milliseconds from before a save to the page on the screen: one word of the lead's headline."""
    times = []
    for number in range(count):
        text = seat.desk.text
        old, new = (OLD, NEW) if number % 2 == 0 else (NEW, OLD)
        seat.page.evaluate("window.shown = 0")
        begun = seat.page.evaluate("Date.now()")
        seat.desk.issue.write_bytes(text.replace(old, new, 1).encode())
        seat.settled()
        times.append(until(seat, "window.shown") - begun)
        seat.page.wait_for_timeout(60)
    return times


def drags(seat: Seat, count: int) -> list[float]:
    """Milliseconds from a question to its answer, while the lead's foot is pulled up and down."""
    seat.choose("lead-second-venture")
    box = seat.page.locator('.handle[data-side="s"]').bounding_box()
    x, y = box["x"] + 4, box["y"] + 4
    seat.page.mouse.move(x, y)
    seat.page.mouse.down()
    for number in range(count):
        seat.page.mouse.move(x, y - 12 * (1 + number % 20))
        seat.page.wait_for_timeout(70)
    seat.page.keyboard.press("Escape")
    seat.page.mouse.up()
    return seat.page.evaluate("window.answers")


def tints(seat: Seat, count: int) -> list[float]:
    """Milliseconds from the press on a story to the places where it would fit, known for all of the page."""
    times = []
    x, y, width, height = seat.rect("street-shops")
    for number in range(count):
        seat.page.evaluate("window.tinted = 0")
        seat.drag((x + width / 2, y + height / 2), (x + width / 2 + 8, y + height / 2 + number % 3), steps=1)
        until(seat, "window.tinted")
        times.append(seat.page.evaluate("window.tinted - window.pressed"))
        seat.page.keyboard.press("Escape")
        seat.page.mouse.up()
        seat.page.mouse.click(5, 300)
    return times


def keys(seat: Seat, count: int) -> list[float]:
    """Milliseconds from a character typed into a paragraph to the page with it on the screen."""
    times = []
    seat.choose("zheng-covid")
    x, y, _, height = seat.rect("zheng-covid")
    seat.page.mouse.dblclick(x + 30, y + height * 0.6)
    seat.page.wait_for_selector("#words textarea")
    for _ in range(count):
        seat.page.evaluate("window.shown = 0")
        begun = seat.page.evaluate("Date.now()")
        seat.page.keyboard.insert_text("字")
        times.append(until(seat, "window.shown") - begun)
    seat.page.keyboard.press("Escape")
    return times


def sixteen(issue: Path) -> Path:
    """The issue with its page sixteen times over, each block under a name of its own."""
    stories = issue.read_text("utf-8").split("stories:\n")[1]
    pages = []
    for number in range(2, 2 + PAGES):
        own = re.sub(
            r"^(\s+(?:- )?(?:id|with): )(\S+)$",
            rf"\g<1>\g<2>-{number}" if number > 2 else r"\g<0>",
            stories,
            flags=re.M,
        )
        pages.append(
            f"  - page: {number}\n    section: 开发区时政\n    template: broadsheet\n    body: large\n    stories:\n"
        )
        pages.append(re.sub(r"^(?=.)", "    ", own, flags=re.M))
    issue.write_text(f"date: 2022-03-31\npages:\n{''.join(pages)}", "utf-8")
    return issue


def measure(issue: Path, browser: Any, count: int) -> list[float]:
    """Print how quick the desk is with an issue; what the saves took."""
    desk = Desk(issue)
    seat = Seat(desk, browser)
    seat.page.evaluate(SHOWN)
    seat.page.evaluate(ANSWERS)
    print(f"{'':34}{'p50':>7}{'p95':>8}")
    saved = saves(seat, count)
    shown("save outside → on the screen", saved, 150)
    shown("drag → how it would fit there", drags(seat, MOVES), 50)
    shown("taken up → every place tinted", tints(seat, count), 30)
    shown("key → the line with it", keys(seat, count), 100)
    seat.end()
    desk.end()
    return saved


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SAVES
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        measure(real_issue(Path(folder)), browser, count)
        print(f"{PAGES} pages")
        saved = measure(sixteen(real_issue(Path(folder))), browser, count)
        third = count // 3
        first, last = median(saved[:third]), median(saved[-third:])
        print(f"the first {third} saves {first:.0f}, the last {last:.0f}")
        browser.close()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


if __name__ == "__main__":
    main()
