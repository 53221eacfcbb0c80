"""What is undone and made again is told, where it happened and in the list of steps."""

from __future__ import annotations

import re

import pytest

from tests.support.desk import Desk, Seat


def told(seat, words: str) -> None:
    seat.page.locator("#told", has_text=re.compile(f"^{re.escape(words)}$")).wait_for()


def test_what_was_undone_and_what_was_made_again_is_told(seat):
    first = seat.desk.text
    seat.choose("zheng-covid")
    seat.page.keyboard.press("Shift+ArrowUp")
    moved = seat.written(first)
    seat.page.keyboard.press("l")
    locked = seat.written(moved)
    name = seat.page.locator("#block h3").text_content()
    name = f"《{name if len(name) <= 12 else name[:11] + '…'}》"
    assert seat.page.locator("#do-undo").get_attribute("title") == f"撤销：锁定{name}  Ctrl Z"
    seat.page.keyboard.press("Control+z")
    assert seat.written(locked) == moved
    told(seat, f"撤销：锁定{name}")
    assert seat.page.locator("#do-redo").get_attribute("title") == f"重做：锁定{name}  Ctrl Y"
    seat.page.keyboard.press("Control+z")
    assert seat.written(moved) == first
    told(seat, f"撤销：移动{name}")
    for after, label in ((moved, "移动"), (locked, "锁定")):
        before = seat.desk.text
        seat.page.keyboard.press("Control+y")
        assert seat.written(before) == after
        told(seat, f"重做：{label}{name}")
    seat.page.keyboard.press("l")
    seat.written(locked)
    seat.page.keyboard.press("h")
    steps = [re.sub(r"^\S+ +", "", each) for each in seat.page.locator("#history li button").all_text_contents()]
    assert [step.split("《")[0] for step in steps[:4]] == ["解锁", "重做 锁定", "重做 移动", "撤销 移动"]


def test_with_nothing_to_undo_the_key_says_so(seat):
    seat.page.locator("#stage").focus()
    seat.page.keyboard.press("Control+z")
    told(seat, "没有可撤销的")
    seat.page.keyboard.press("Control+y")
    told(seat, "没有可重做的")


@pytest.fixture
def english(desk, browser):
    desk.end()
    desk.ended = True
    other = Desk(desk.issue, lang="en")
    sitting = Seat(other, browser)
    yield sitting
    sitting.end()
    other.end()


def test_the_steps_are_told_in_english_too(english):
    before = english.desk.text
    english.choose("briefs")
    english.page.keyboard.press("l")
    after = english.written(before)
    english.page.keyboard.press("Control+z")
    english.written(after)
    words = english.page.locator("#told")
    words.filter(has_text=re.compile("^undo: lock “.+”$")).wait_for()
    english.page.keyboard.press("h")
    assert "undo lock “" in english.page.locator("#history li").first.text_content()
