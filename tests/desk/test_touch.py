"""A finger: a tap chooses, what is chosen is dragged, anything else scrolls the page."""

from __future__ import annotations

import pytest

from tests.support.desk import Seat


@pytest.fixture
def tablet(desk, browser):
    seat = Seat(desk, browser, has_touch=True)
    yield seat
    seat.end()


def test_what_was_tapped_is_dragged_by_a_finger(tablet):
    before = tablet.desk.text
    x, y, width, height = tablet.rect("briefs")
    row = height / 22
    middle = x + width / 2, y + 60
    tablet.touch(middle)
    tablet.page.wait_for_selector("#over .chosen")
    tablet.touch(middle, (middle[0], middle[1] + 2 * row), (middle[0], middle[1] + 4 * row))
    assert "place: {columns: 8, rows: 5-26}" in tablet.written(before)


def test_a_finger_elsewhere_moves_nothing(tablet):
    before = tablet.desk.text
    x, y, width, _ = tablet.rect("briefs")
    tablet.touch((x + width / 2, y + 60), (x + width / 2, y + 100), (x + width / 2, y + 160))
    tablet.idle()
    assert tablet.page.locator("#over .ghost").count() == 0
    assert tablet.desk.text == before


def test_two_fingers_zoom_and_what_lies_between_them_stays(tablet):
    before = tablet.desk.text
    x, y, width, height = tablet.rect("briefs")
    middle = x + width / 2, y + height / 2
    session = tablet.context.new_cdp_session(tablet.page)
    for kind, half in (("touchStart", 40), ("touchMove", 60), ("touchMove", 80), ("touchEnd", None)):
        touches = [] if half is None else [{"x": middle[0], "y": middle[1] + end} for end in (-half, half)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
    tablet.page.wait_for_timeout(400)
    left, top, across, down = tablet.rect("briefs")
    assert abs(across / width - 2) < 0.05
    assert abs(left + across / 2 - middle[0]) < 3
    assert abs(top + down / 2 - middle[1]) < 3
    assert tablet.desk.text == before
