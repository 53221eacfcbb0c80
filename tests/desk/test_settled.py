"""What hands hold is written or let go of before anything else happens to the file, the page or another block."""

from __future__ import annotations

from tests.desk.test_hands import drag_down, pull, row
from tests.support.desk import Seat

BRIEFS = "place: {columns: 8, rows: 1-22}"


def test_arrows_on_one_block_are_written_for_it_whatever_key_comes_next(seat):
    """Another block, undo, the shelf: each finds the file as the arrows left it."""
    before = seat.desk.text
    keys = seat.page.keyboard
    seat.choose("briefs")
    keys.press("Shift+ArrowUp")
    keys.press(".")
    keys.press("Shift+ArrowUp")
    picture = "place: {columns: 6-8, rows: 23-4%s}"
    both = before.replace(BRIEFS, "place: {columns: 8, rows: 1-21}").replace(picture % 1, picture % 0)
    seat.says(both)
    keys.press("Control+z")
    keys.press("Control+z")
    seat.page.wait_for_selector("#do-undo:disabled")
    assert seat.desk.text == before
    seat.choose("briefs")
    keys.press("Shift+ArrowUp")
    keys.press("Control+z")
    seat.page.wait_for_selector("#do-redo:enabled")
    seat.idle()
    assert seat.desk.text == before
    keys.press("Shift+ArrowUp")
    keys.press("Delete")
    seat.page.locator("#shelf li").wait_for()
    shelved = seat.desk.text
    assert "rows: 1-21" not in shelved
    seat.page.wait_for_timeout(900)
    assert seat.desk.text == shelved
    keys.press("Control+z")
    assert seat.written(shelved) == before.replace(BRIEFS, "place: {columns: 8, rows: 1-21}")


def test_arrows_are_written_when_the_page_is_left(seat):
    before = seat.desk.text
    seat.choose("briefs")
    seat.page.keyboard.press("Shift+ArrowUp")
    seat.page.reload()
    assert seat.written(before) == before.replace(BRIEFS, "place: {columns: 8, rows: 1-21}")


def test_a_drag_whose_place_was_changed_elsewhere_meanwhile_is_asked_about(seat):
    """It is compared with the file as it was when the block was taken up, also over the question what it may cover."""
    before = seat.desk.text
    theirs = before.replace(BRIEFS, "place: {columns: 8, rows: 1-20}")
    x, y, width, _ = seat.rect("briefs")
    lead = seat.rect("lead-second-venture")
    seat.drag((x + width / 2, y + 60), (lead[0] + lead[2] / 2, y + 200))
    seat.page.mouse.up()
    seat.page.wait_for_selector("#offer[open]")
    seat.desk.issue.write_bytes(theirs.encode())
    seat.settled()
    seat.page.click("#anyway")
    seat.page.wait_for_selector("#clash[open]")
    assert seat.desk.text == theirs
    seat.page.click("#theirs")


def test_what_is_dragged_goes_back_when_something_else_is_done(seat):
    before = seat.desk.text
    pull(seat, "zheng-covid", "s", 0, -3 * row(seat))
    seat.page.keyboard.press("PageUp")
    seat.page.keyboard.press("x")
    boxed = seat.written(before)
    seat.page.mouse.up()
    seat.idle()
    assert "rows: 1-19" not in boxed
    assert seat.desk.text == boxed
    seat.page.keyboard.press("Control+z")
    assert seat.written(boxed) == before
    drag_down(seat, 4)
    assert seat.written(before) != before


def test_a_finger_scrolls_over_a_block_as_often_as_it_likes_and_a_double_tap_opens_the_words(desk, browser):
    seat = Seat(desk, browser, has_touch=True)
    before = desk.text
    for _ in range(6):
        seat.page.keyboard.press("+")
    seat.page.wait_for_timeout(400)
    stage = seat.page.locator("#stage").bounding_box()
    x, y = stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2
    seat.touch((x, y), *((x, y - way) for way in range(20, 181, 20)))
    scrolled = seat.page.evaluate("document.getElementById('stage').scrollTop")
    seat.touch((x, y), *((x, y - way) for way in range(20, 181, 20)))
    seat.page.wait_for_timeout(900)
    assert seat.page.evaluate("document.getElementById('stage').scrollTop") > scrolled
    assert seat.page.locator("#over .chosen").count() == 0
    assert desk.text == before
    seat.page.keyboard.press("0")
    x, y, width, _ = seat.rect("lead-second-venture")
    seat.touch((x + width / 4, y + 22))
    seat.touch((x + width / 4, y + 22))
    seat.page.wait_for_selector("#words textarea")
    seat.end()
