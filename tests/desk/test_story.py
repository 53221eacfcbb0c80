"""The page of one story: its copy, the real measure, lines over or short, and nothing else."""

from __future__ import annotations

import re

import pytest

from paiban import read_issue
from tests.support.desk import Desk, Seat, real_issue

ID = "street-shops"


@pytest.fixture(params=[ID, "沿街商户"])
def writing(request, tmp_path, browser):
    """A reporter's seat at a story, named by its id or by words of its headline."""
    desk = Desk(real_issue(tmp_path), "--story", request.param)
    seat = Seat(desk, browser)
    seat.page.wait_for_selector("#words textarea")
    yield seat
    seat.end()
    desk.end()


def test_the_story_alone_is_shown_and_written_to_length(writing):
    """A hundred characters more are over, which is told before anything is written; then the file has them."""
    before = writing.desk.text
    field = writing.page.locator("#words textarea")
    body = before.split(f"- id: {ID}\n")[1].split("body: |\n")[1].split("\n\n")[0]
    assert field.input_value() == "\n".join(line.strip() for line in body.split("\n"))
    for hidden in ("aside", "footer", "#tools"):
        assert not writing.page.locator(hidden).is_visible()
    for window in ((1600, 1000), (1280, 720)):
        writing.page.set_viewport_size({"width": window[0], "height": window[1]})
        writing.page.wait_for_timeout(300)
        x, y, width, height = writing.rect(ID)
        stage = writing.page.locator("#stage").bounding_box()
        assert stage["x"] <= x < x + width <= stage["x"] + stage["width"]
        assert stage["y"] <= y < y + height <= stage["y"] + stage["height"]
    field.press("Control+End")
    writing.page.keyboard.insert_text("加" * 100)
    writing.page.wait_for_selector("#words .fit.over")
    assert writing.desk.text == before
    writing.page.keyboard.press("Control+Enter")
    after = writing.written(before)
    assert after.count("加" * 100) == 1
    assert after.replace("加" * 100, "") == before
    writing.page.wait_for_selector("#words textarea")


LONG = "沿街商户防疫工作督查组一行冒雨走访县城主次干道两侧所有门店并当场交办整改事项"


def long_head(text: str) -> str:
    return re.sub("headline: 金锋督查[^\\n]*", f"headline: {LONG}", text)


def waiting(text: str) -> str:
    return re.sub(f"(- id: {ID}\\n)((?:    .*\\n)*?)    place: .*\\n", r"\1\2    filler: yes\n", text)


def without_body(text: str) -> str:
    return re.sub(f"(- id: {ID}\\n(?:    .*\\n)*?)    body: \\|\\n(?:      .*\\n|\\n)*", r"\1", text)


@pytest.mark.parametrize("make", [long_head, waiting, without_body])
def test_a_story_that_shows_no_copy_is_written_all_the_same(tmp_path, browser, make):
    """Its head cannot be set in its place, it has no place, or is a headline alone, as a reporter begins."""
    issue = real_issue(tmp_path)
    before = issue.read_text("utf-8")
    given = make(before)
    assert given != before
    issue.write_bytes(given.encode("utf-8"))
    desk = Desk(issue, "--story", ID)
    seat = Seat(desk, browser)
    field = seat.page.locator("#words textarea")
    field.press("Control+End")
    seat.page.keyboard.insert_text("\n本报将继续关注。")
    field.press("Control+Enter")
    seat.written(given)
    [story] = [b for b in read_issue(issue)[0].pages[0].blocks if b.id == ID]
    assert [p.text.value for p in story.content.body][-1] == "本报将继续关注。"
    seat.end()
    desk.end()


def test_a_story_that_is_not_there_is_told(tmp_path, browser):
    desk = Desk(real_issue(tmp_path), "--story", "没有的稿")
    seat = Seat(desk, browser)
    seat.page.locator("#told", has_text="没有叫“没有的稿”的稿件").wait_for()
    seat.end()
    desk.end()
