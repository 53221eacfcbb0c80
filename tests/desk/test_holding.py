"""Room that is held open for a late story says what fits it, and the story that comes takes it."""

from __future__ import annotations

import pytest

from paiban.desk.holding import waiting_for
from paiban.desk.state import shown_of
from paiban.engine.house import USUAL
from paiban.engine.resident import Engine
from tests.support.desk import real_issue

COVID = "    place: {columns: 6-7, rows: 1-22}\n"
"""The place of zheng-covid, which a room takes over here while the story itself waits."""

ROOM = "  # 等省运会\n  - id: late\n    hold: 42 行\n    slug: 省运会闭幕\n" + COVID


@pytest.fixture
def desk(tmp_path, desk):
    held(desk.issue)
    return desk


def held(issue) -> None:
    text = issue.read_text("utf-8").replace(COVID, "    filler: yes\n").replace("stories:\n", "stories:\n" + ROOM, 1)
    issue.write_bytes(text.encode())


def test_what_waits_is_told_with_its_fit_the_best_first(tmp_path):
    """The story that stood there fits; a longer one that waits too is over."""
    issue = real_issue(tmp_path)
    held(issue)
    text = issue.read_text("utf-8").replace("    place: {columns: 1-5, rows: 1-31}\n", "    filler: yes\n")
    shown = shown_of(issue, text.encode(), Engine.of(USUAL), None)
    told = waiting_for(shown, "late")["waiting"]
    assert [each["id"] for each in told] == ["zheng-covid", "lead-second-venture"]
    assert told[0]["fit"]["over"] == [0, 0]
    assert told[1]["fit"] is None or told[1]["fit"]["over"][0] > 0
    assert waiting_for(shown, "briefs") == {"waiting": []}


def test_only_stories_are_told_of_a_room_for_one(tmp_path):
    """A table that waits fills nothing, though none of its rows is over."""
    issue = real_issue(tmp_path)
    held(issue)
    table = "stories:\n  - filler: yes\n    table: |\n      |甲|乙|\n      |1|2|\n"
    text = issue.read_text("utf-8").replace("stories:\n", table, 1)
    shown = shown_of(issue, text.encode(), Engine.of(USUAL), None)
    assert [each["id"] for each in waiting_for(shown, "late")["waiting"]] == ["zheng-covid"]


def test_the_late_story_takes_the_room(seat):
    """The room is on the page and forbids the press; a click puts the story in, and undo brings the room back."""
    seat.page.locator("#findings .error").first.wait_for()
    assert "省运会闭幕" in seat.words()
    before = seat.desk.text
    seat.choose("late")
    row = seat.page.locator("#waiting li")
    row.wait_for()
    assert "正好" in row.text_content()
    row.locator(".on").click()
    after = seat.written(before)
    assert "hold" not in after
    assert COVID in after
    assert "filler" not in after
    assert "严格落实" in seat.page.locator("#block h3").text_content()  # it is chosen where it stands now
    seat.page.locator("#findings .error").first.wait_for(state="detached")
    seat.page.keyboard.press("Control+z")
    assert seat.written(after) == before


def test_what_comes_in_and_fills_the_room_is_put_there_from_the_shelf(seat):
    before = seat.desk.text
    seat.page.locator("#shelf li .on").click()
    after = seat.written(before)
    assert "hold" not in after
    assert COVID in after
