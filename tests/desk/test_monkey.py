"""Hands that do anything at all, while the file is saved by somebody else: nothing breaks, no character that was
written is lost, and undo leads back to the first byte.

A round has a seed of its own and begins with the file as it was. ``PAIBAN_MONKEY=10000`` asks for so many actions.
"""

from __future__ import annotations

import os
import time
from random import Random

import pytest

from tests.support.desk import WAIT_MS

ACTIONS = int(os.environ.get("PAIBAN_MONKEY", "0"))
ROUND = 100 if ACTIONS else 40
SEED = 17

KEYS = ("ArrowDown", "ArrowLeft", "Shift+ArrowUp", "Shift+ArrowRight", "Alt+Shift+ArrowDown", "l", "Delete", "[", "]",
        "j", "g", "b", "n", "h", "Escape", "Control+z", "Control+y", "+", "-", "0", "PageDown")  # fmt: skip
TYPED = ("甲", "# ", ": '", "𠮷", "\n", "**", "- ", '"', "　", "{", "|", "%")
ARROWS_REST = 1500
"""Milliseconds after which arrows are written."""

CLOCK = "# 钟"
"""The first line of the file, which somebody else changes again and again."""


class Monkey:
    """One round of it."""

    def __init__(self, seat, seed: int) -> None:
        self.seat = seat
        self.page = seat.page
        self.chance = Random(seed)
        self.number = 0
        self.resting = False

    def point(self) -> tuple[float, float] | None:
        blocks = self.page.locator("#blocks svg[data-block]").evaluate_all(
            "all => all.map(each => each.dataset.block).filter(Boolean)"
        )
        if not blocks:
            return None
        x, y, width, height = self.seat.rect(self.chance.choice(blocks))
        return x + width * self.chance.random(), y + height * self.chance.random()

    def act(self) -> None:
        """One thing that may happen."""
        self.settle()
        self.number += 1
        ways = (self.pull, self.outside, self.replace, self.unshelve, self.say)
        often = (self.drag, self.drag, self.drag, self.type, self.type, self.key, self.key, self.key)
        self.chance.choice((*often, *ways))()
        self.seat.idle()

    def settle(self) -> None:
        """Arrows that rest are written by now; what would cover copy there is put anywhere."""
        if self.resting:
            self.page.wait_for_timeout(ARROWS_REST)
            self.seat.idle()
        self.resting = False
        if self.page.locator("#offer[open]").count():
            self.chance.choice(self.page.locator("#offer button").all()).click()
            self.seat.idle()

    def drag(self) -> None:
        point = self.point()
        if point is None:
            return
        held = self.chance.choice((None, None, "Shift", "Alt"))
        if held:
            self.page.keyboard.down(held)
        way = self.chance.randint(-250, 250), self.chance.randint(-250, 250)
        self.seat.drag(point, (point[0] + way[0], point[1] + way[1]), steps=3)
        if self.chance.random() < 0.1:
            self.page.keyboard.press("Escape")
        self.page.mouse.up()
        if held:
            self.page.keyboard.up(held)

    def pull(self) -> None:
        handles = self.page.locator("#over .handle")
        boxes = [box for box in (each.bounding_box() for each in handles.all()) if box]
        if not boxes:
            return
        box = self.chance.choice(boxes)
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.seat.drag((x, y), (x + self.chance.randint(-150, 150), y + self.chance.randint(-150, 150)), steps=3)
        self.page.mouse.up()

    def type(self) -> None:
        """Words of their own, so that they are known again: written they are in the file, else they are not."""
        point = self.point()
        if point is None:
            return
        self.page.mouse.dblclick(*point)
        self.seat.idle()
        if not self.page.locator("#words textarea").count():
            return  # no line of copy is there
        words = f"〔{self.number}〕{self.chance.choice(TYPED)}"
        self.page.keyboard.insert_text(words)
        written = self.chance.random() < 0.7
        self.page.keyboard.press("Control+Enter" if written else "Escape")
        self.closed(words)
        if written:
            end = time.monotonic() + WAIT_MS / 1000
            while f"〔{self.number}〕" not in self.seat.desk.text:
                assert time.monotonic() < end, f"action {self.number}: {words!r} is lost"
                self.page.wait_for_timeout(20)
        else:
            assert f"〔{self.number}〕" not in self.seat.desk.text

    def closed(self, words: str) -> None:
        """The sheet is gone; where it stays, what the desk says of that."""
        end = time.monotonic() + WAIT_MS / 1000
        while self.page.locator("#words").count():
            told = self.page.locator("#told").text_content()
            assert time.monotonic() < end, f"action {self.number}: {words!r} stays open: {told}"
            self.page.wait_for_timeout(20)

    def key(self) -> None:
        point = self.point()
        if point is not None:
            self.page.mouse.click(*point)
        key = self.chance.choice(KEYS)
        self.page.keyboard.press(key)
        self.resting = "Arrow" in key or key == "j"

    def outside(self) -> None:
        """Somebody saves the file: in place, or another file in its place."""
        path = self.seat.desk.issue
        text = self.seat.desk.text.split("\n", 1)[1]
        data = f"{CLOCK} {self.number}\n{text}".encode()
        if self.chance.random() < 0.5:
            beside = path.with_name("new.tmp")
            beside.write_bytes(data)
            beside.replace(path)
        else:
            path.write_bytes(data)

    def replace(self) -> None:
        self.page.keyboard.press("Control+f")
        self.page.locator("#find-find").fill(self.chance.choice("的了开高〔"))
        self.page.locator("#find-replace").fill(self.chance.choice(("", "得", "# ")))
        self.page.wait_for_timeout(200)
        if self.page.locator("#find li").count():
            self.page.click("#find-one")
            self.page.click("#find-one")
        self.page.locator("#find-find").press("Escape")

    def unshelve(self) -> None:
        if self.page.locator("#shelf .on").count():
            self.page.locator("#shelf .on").first.click()

    def say(self) -> None:
        point = self.point()
        if point is None:
            return
        self.page.mouse.click(*point)
        self.page.keyboard.press("a")
        if self.page.locator("#note").count():
            self.page.locator("#note").fill(f"批注 {self.number}")
            self.page.locator("#note").press(self.chance.choice(("Control+Enter", "Escape")))

    def back(self) -> None:
        """Undo everything."""
        self.page.keyboard.press("Escape")
        self.page.wait_for_timeout(ARROWS_REST)
        self.settle()
        self.seat.settled()
        while self.page.locator("#do-undo").is_enabled():
            before = self.seat.desk.text
            self.page.click("#do-undo")
            self.seat.written(before)


@pytest.mark.parametrize("number", range(max(1, ACTIONS // ROUND)))
def test_anything_at_all_and_back_to_the_first_byte(seat, number):
    path = seat.desk.issue
    path.write_bytes(f"{CLOCK} 0\n".encode() + path.read_bytes())
    seat.settled()
    first = seat.desk.text.split("\n", 1)[1]
    monkey = Monkey(seat, SEED + number)
    for _ in range(ROUND):
        monkey.act()
    monkey.back()
    assert seat.desk.text.split("\n", 1)[1] == first
