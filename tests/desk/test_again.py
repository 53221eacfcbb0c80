"""What is chosen, asked for and noted stays what it is while the page changes below it."""

from __future__ import annotations

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor

import pytest

from paiban.desk.session import Session
from paiban.engine.house import USUAL
from tests.desk.test_words import clash
from tests.support.desk import real_issue

NEW = "  - headline: 新来的一条\n    filler: yes\n    body: |\n      新来的。\n"
"""A block that comes in before all others, whose made-up ids go on by one."""


SHELVED = "    place: {columns: 6-7, rows: 1-22}\n    box: line\n", "    box: line\n    filler: yes\n"
"""What the file says of that story, and what it says once it waits."""


def come_first(seat) -> None:
    seat.desk.issue.write_bytes(seat.desk.text.replace("stories:\n", "stories:\n" + NEW, 1).encode())
    seat.settled()


@pytest.fixture
def desk(tmp_path, desk):
    """The story that the tests take has no id of its own."""
    desk.issue.write_bytes(desk.text.replace("  - id: zheng-covid\n    ", "  - ", 1).encode())
    return desk


def test_what_is_chosen_stays_chosen_when_a_block_comes_before_it(seat):
    name = seat.page.locator("#block h3")
    while not name.count() or "严格落实" not in name.text_content():
        seat.page.keyboard.press(".")
    before = seat.page.locator("#block h2").text_content()
    come_first(seat)
    assert "严格落实" in name.text_content()
    assert seat.page.locator("#block h2").text_content() != before
    text = seat.desk.text
    seat.page.keyboard.press("Delete")
    assert seat.written(text) == text.replace(*SHELVED)


def test_what_a_hand_asks_for_is_of_the_page_that_it_saw(tmp_path):
    """A block came in before it, which the screen has not shown yet: the change is of the block that was seen."""
    issue = real_issue(tmp_path)
    text = issue.read_text("utf-8").replace("  - id: zheng-covid\n    ", "  - ", 1)
    issue.write_bytes(text.encode())

    async def ask() -> dict:
        session = Session(issue, USUAL, "夜班")
        await session.look()
        seen = session.shown
        made_up = next(block["id"] for block in seen.pages[0].facts["blocks"] if block["id"].startswith("story-"))
        issue.write_bytes(issue.read_bytes().replace(b"stories:\n", b"stories:\n" + NEW.encode(), 1))
        await session.look()
        asking = {"ask": "edit", "do": "shelve", "id": made_up, "revision": seen.revision}
        answers = await session.answer(asking), await session.answer({**asking, "revision": "0" * 64})
        await session.close()
        return answers

    with ThreadPoolExecutor(1) as aside:  # the browser's driver has a loop in this thread
        done, old = aside.submit(lambda: asyncio.run(ask())).result()
    assert done["done"]
    assert old == {"refused": "old"}
    assert issue.read_text("utf-8").replace(NEW, "", 1) == text.replace(*SHELVED)


class SavedMeanwhile(Session):
    """Somebody saves while a state of the file is being set, once."""

    saved: bytes | None = None

    async def setting(self, function, *arguments):
        answer = await super().setting(function, *arguments)
        if self.saved is not None:
            self.path.write_bytes(self.saved)
            self.saved = None
        return answer


def test_words_go_into_the_file_though_it_was_saved_while_their_page_was_set(tmp_path):
    """The page was shown, but its text was the file's no more when it was to be written into the journal."""
    issue = real_issue(tmp_path)
    text = issue.read_text("utf-8")

    async def ask() -> dict:
        session = SavedMeanwhile(issue, USUAL, "夜班")
        await session.look()
        issue.write_bytes(f"# 一\n{text}".encode())
        session.saved = f"# 二\n{text}".encode()
        await session.look()
        line = next(n for n, each in enumerate(f"# 一\n{text}".split("\n"), 1) if "奋进千亿园区" in each)
        piece = await session.answer({"ask": "piece", "line": line, "column": 20})
        await session.look()
        words = piece["words"].replace("千亿", "万亿")
        answer = await session.answer({"ask": "edit", "do": "words", **piece, "was": piece["words"], "words": words})
        await session.close()
        return answer

    with ThreadPoolExecutor(1) as aside:
        answer = aside.submit(lambda: asyncio.run(ask())).result()
    assert answer == {"done": True, "merged": True}
    assert issue.read_text("utf-8") == f"# 二\n{text}".replace("奋进千亿园区", "奋进万亿园区", 1)


def test_words_go_into_the_file_though_somebody_else_has_broken_it(seat):
    """What nobody can set is a text all the same, and these lines of it are as they were."""
    x, y, width, _ = seat.rect("lead-second-venture")
    seat.page.mouse.dblclick(x + width / 2, y + 40)
    seat.page.locator("#words textarea").wait_for()
    seat.page.keyboard.insert_text("〔在打的字〕")
    seat.idle()
    broken = seat.desk.text + "stories: [\n"
    seat.desk.issue.write_bytes(broken.encode())
    seat.settled()
    seat.page.keyboard.press("Control+Enter")
    after = seat.written(broken)
    assert after.replace("〔在打的字〕", "") == broken
    assert not seat.page.locator("#words").count()


def test_a_page_that_changes_at_once_leaves_nothing_behind_that_was_begun(tmp_path, recwarn):
    """What is counted ahead of the first state is not begun yet when the second comes."""
    issue = real_issue(tmp_path)

    async def look_twice() -> None:
        session = Session(issue, USUAL, "夜班")
        await session.look()
        session._end_counting()
        await session.close()

    with ThreadPoolExecutor(1) as aside:
        aside.submit(lambda: asyncio.run(look_twice())).result()
    gc.collect()
    assert [str(each.message) for each in recwarn] == []


def test_the_lines_below_are_what_the_file_says_now(seat):
    seat.choose("briefs")
    here = seat.page.locator("#source .line.here")
    here.wait_for()
    seat.idle()  # the line of the block is shown first, then that of what was clicked
    number = int(here.locator(".number").text_content())
    come_first(seat)
    seat.page.wait_for_function("wanted => +document.querySelector('#source .here .number').textContent === wanted",
                                arg=number + NEW.count("\n"))  # fmt: skip
    seat.page.keyboard.press("ArrowDown")
    seat.page.locator("#source", has_text="rows: 2-23").wait_for()


def test_a_note_stays_with_its_words_when_a_block_comes_before_them(seat):
    x, y, width, height = seat.rect("briefs")
    seat.page.mouse.click(x + width / 2, y + height / 2)
    seat.page.keyboard.press("a")
    seat.page.keyboard.insert_text("请核对")
    seat.page.keyboard.press("Control+Enter")
    pin = seat.page.locator(".pin")
    pin.wait_for()
    place = pin.bounding_box()
    come_first(seat)
    pin.wait_for()
    assert pin.bounding_box() == place


def test_esc_settles_nothing_where_two_changed_the_same_place(seat):
    """What was typed is in hand again, and may be written after all."""
    before = clash(seat)
    seat.page.keyboard.press("Escape")
    seat.page.wait_for_selector("#words textarea")
    assert seat.page.locator("#words textarea").input_value() == "我的题"
    assert seat.desk.text == before
    seat.page.keyboard.press("Control+Enter")
    seat.page.wait_for_selector("#clash[open]")
    seat.page.click("#mine")
    assert "我的题" in seat.written(before)


def test_h_asks_for_the_name_of_a_version(seat):
    seat.page.set_viewport_size({"width": 1280, "height": 700})
    seat.page.keyboard.press("h")
    name = seat.page.locator("#version-name")
    assert name.evaluate("field => field === document.activeElement")
    box = name.bounding_box()
    assert 0 < box["y"] < 700
    seat.page.keyboard.insert_text("送二校")
    seat.page.keyboard.press("Enter")
    seat.page.locator("#versions li", has_text="送二校").wait_for()


def test_the_whole_page_stays_whole_when_the_window_gets_smaller(seat):
    seat.page.set_viewport_size({"width": 1280, "height": 720})
    stage = seat.page.locator("#stage").bounding_box()
    seat.page.wait_for_function("most => document.querySelector('#paper').getBoundingClientRect().bottom <= most",
                                arg=stage["y"] + stage["height"])  # fmt: skip
