"""The desk as a person has it: the program in a process of its own, a real browser, a mouse and keys."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from paiban.issue.write_back import revision

ISSUES = Path(__file__).parents[2] / "issues"
REAL = ISSUES / "kaifaqu-shizheng"
WAIT_MS = 90_000


class Desk:
    """A desk that runs, and a page of the browser on it."""

    def __init__(self, issue: Path, *words: str, lang: str = "zh") -> None:
        self.issue = issue
        self.ended = False
        spoken = ("--lang", lang) if lang else ()
        command = [sys.executable, "-m", "paiban", "desk", str(issue), "--no-browser", *spoken, *words]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.address = ""
        self.address = "".join(re.findall(r"http://\S+", self.process.stderr.readline()))
        assert "Ctrl-C" in self.process.stderr.readline()
        self.origin = "http://" + urlsplit(self.address).netloc

    @property
    def text(self) -> str:
        return self.issue.read_bytes().decode("utf-8")

    def end(self) -> None:
        if self.ended:
            return
        self.process.send_signal(signal.SIGINT)
        with self.process as process:
            assert process.stderr.read() == ""


class Seat:
    """A page of the browser at a desk. What the console said and what it asked of others is kept."""

    def __init__(self, desk: Desk, browser, **wishes: bool | str) -> None:
        self.desk = desk
        self.context = browser.new_context(viewport={"width": 1600, "height": 1000}, **wishes)
        self.page = self.context.new_page()
        self.page.set_default_timeout(WAIT_MS)
        self.wrong: list[str] = []
        self.page.on("console", lambda said: said.type == "error" and self.wrong.append(said.text))
        self.page.on("pageerror", lambda error: self.wrong.append(error.stack or str(error)))
        self.page.on(
            "response", lambda answer: answer.status >= 400 and self.wrong.append(f"{answer.status} {answer.url}")
        )
        self.page.on("request", lambda asked: self._asked(asked.url))
        self.page.goto(desk.address)
        self.page.wait_for_selector("#blocks svg text")
        self.settled()

    def _asked(self, url: str) -> None:
        if not url.startswith((self.desk.origin, "data:")):
            self.wrong.append(f"asked for {url}")

    def settled(self) -> None:
        """Wait until the screen shows what the file is."""
        wanted = revision(self.desk.issue.read_bytes())
        self.page.wait_for_selector(f'html[data-revision="{wanted}"]')

    def idle(self) -> None:
        """Wait until everything that was asked is answered."""
        self.page.wait_for_timeout(30)
        self.page.wait_for_selector('body:not([aria-busy="true"])')

    def written(self, before: str) -> str:
        """Wait until the file says something else than ``before``, and the screen shows it; what it says."""
        end = time.monotonic() + WAIT_MS / 1000
        while self.desk.text == before:
            assert time.monotonic() < end, "nothing was written"
            self.page.wait_for_timeout(20)
        self.settled()
        return self.desk.text

    def says(self, text: str) -> None:
        """Wait until the file says ``text``, and the screen shows it."""
        end = time.monotonic() + WAIT_MS / 1000
        while self.desk.text != text:
            assert time.monotonic() < end, "it is not what was written"
            self.page.wait_for_timeout(20)
        self.settled()

    def rect(self, block: str) -> tuple[float, float, float, float]:
        """Where a block stands on the screen: left, top, width, height."""
        boxes = self.page.locator(f'#blocks svg[data-block="{block}"]').evaluate_all(
            "all => all.map(each => { const r = each.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; })"
        )
        return tuple(max(boxes, key=lambda box: box[2] * box[3]))

    def choose(self, block: str) -> None:
        x, y, width, _ = self.rect(block)
        self.page.mouse.click(x + width / 2, y + 12)

    def drag(self, start, end, steps: int = 8) -> None:
        """The mouse pressed at ``start`` and moved to ``end``, still pressed."""
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=steps)

    def touch(self, *points: tuple[float, float]) -> None:
        """A finger put down at the first point, moved over the others, and lifted."""
        session = self.context.new_cdp_session(self.page)
        for kind, point in (
            ("touchStart", points[0]), *(("touchMove", point) for point in points[1:]), ("touchEnd", None)
        ):  # fmt: skip
            touches = [] if point is None else [{"x": point[0], "y": point[1]}]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        session.detach()

    def words(self) -> str:
        """The copy of the page as it is read out."""
        return self.page.locator("#copy").text_content()

    def end(self) -> None:
        self.context.close()
        assert self.wrong == [], self.wrong


def real_issue(folder: Path) -> Path:
    """The real page with its pictures, in a folder of its own."""
    shutil.copytree(REAL, folder, dirs_exist_ok=True)
    return folder / "issue.yaml"


def chromium() -> str:
    """The browser that the system has; the test is skipped where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or os.environ.get("PAIBAN_CHROMIUM", "")
    if not found:
        pytest.skip("there is no chromium")
    return found
