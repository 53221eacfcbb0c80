"""The page of one story: its copy, the real measure, lines over or short, and nothing else."""

from __future__ import annotations

import pytest

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


def test_a_story_that_is_not_there_is_told(tmp_path, browser):
    desk = Desk(real_issue(tmp_path), "--story", "没有的稿")
    seat = Seat(desk, browser)
    seat.page.locator("#told", has_text="没有叫“没有的稿”的稿件").wait_for()
    seat.end()
    desk.end()
