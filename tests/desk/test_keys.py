"""What each key does, whatever is held beside it or locked, and that what belongs to the browser is left to it."""

from __future__ import annotations

from tests.desk.test_words import open_headline
from tests.support.desk import Desk, Seat, real_issue

FOREIGN = ("Control+l", "Control+Delete", "Control+j", "Alt+ArrowLeft", "Alt+x", "Control+ArrowDown", "Control+[")


def test_keys_of_the_browser_do_nothing_to_the_file_and_a_locked_shift_changes_no_key(seat):
    before = seat.desk.text
    seat.choose("briefs")
    for key in FOREIGN:
        seat.page.locator("#stage").dispatch_event("keydown", _event(key))
    seat.page.wait_for_timeout(900)
    seat.idle()
    assert seat.desk.text == before
    seat.page.locator("#stage").dispatch_event("keydown", {"key": "L", "code": "KeyL"})
    locked = seat.written(before)
    assert "locked: yes" in locked
    seat.page.locator("#stage").dispatch_event("keydown", {"key": "Z", "code": "KeyZ", "ctrlKey": True})
    assert seat.written(locked) == before
    seat.page.locator("#stage").dispatch_event("keydown", {"key": "я", "code": "KeyX"})
    assert seat.written(before) == before.replace("    tint: tint\n", "", 1)


def test_with_nothing_chosen_keys_of_a_block_do_nothing(seat):
    before = seat.desk.text
    seat.page.locator("#stage").focus()
    for key in ("a", "j", "l", "q", "w", "x", "[", "Delete", "Enter", "ArrowLeft", "Alt+Shift+ArrowDown"):
        seat.page.keyboard.press(key)
    seat.page.wait_for_timeout(900)
    seat.idle()
    assert seat.desk.text == before
    assert seat.page.locator("#note, #words").count() == 0


def _event(key: str) -> dict[str, object]:
    *held, name = key.split("+")
    return {"key": name, "ctrlKey": "Control" in held, "altKey": "Alt" in held, "bubbles": True}


def test_what_is_in_hand_is_written_by_ctrl_s_and_ctrl_f_finds_from_the_sheet_too(seat):
    before = seat.desk.text
    seat.choose("briefs")
    seat.page.keyboard.press("Shift+ArrowUp")
    seat.page.keyboard.press("Control+s")
    after = seat.written(before)
    assert "rows: 1-21" in after
    open_headline(seat)
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.insert_text("奋进百亿园区")
    seat.page.keyboard.press("Control+f")
    seat.page.wait_for_selector("#find-find:focus")
    seat.page.keyboard.press("Escape")
    seat.page.wait_for_selector("#words textarea:focus")
    seat.page.keyboard.press("Control+s")
    assert "headline: 奋进百亿园区\n" in seat.written(after)


def test_undo_in_the_sheet_takes_a_mark_back_and_then_what_was_typed(seat):
    open_headline(seat)
    field = seat.page.locator("#words textarea")
    was = field.input_value()
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.insert_text("abc")
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.press("Control+b")
    assert field.input_value() == "**abc**"
    seat.page.keyboard.press("Control+b")
    assert field.input_value() == "abc"
    seat.page.keyboard.press("Control+z")
    seat.page.keyboard.press("Control+z")
    assert field.input_value() == "abc"
    seat.page.keyboard.press("Control+z")
    assert field.input_value() == was
    seat.page.keyboard.press("Escape")


def test_what_one_page_is_writing_is_not_opened_by_another(desk, seat):
    """Only what nobody has open is opened as it was left."""
    open_headline(seat)
    seat.page.keyboard.insert_text("〔没写完〕")
    seat.idle()
    other = seat.context.new_page()
    other.goto(desk.address)
    other.wait_for_selector("#blocks svg text")
    other.wait_for_timeout(500)
    assert other.locator("#words").count() == 0
    other.close()
    seat.page.reload()
    seat.page.wait_for_selector("#words textarea")
    assert "〔没写完〕" in seat.page.locator("#words textarea").input_value()
    seat.page.keyboard.press("Escape")


def test_beside_the_sheet_of_one_story_no_key_and_no_pointer_touches_the_page(tmp_path, browser):
    desk = Desk(real_issue(tmp_path), "--story", "street-shops")
    seat = Seat(desk, browser)
    seat.page.wait_for_selector("#words textarea")
    before = desk.text
    x, y, width, height = seat.rect("street-shops")
    seat.drag((x + width / 2, y + height / 2), (x + width / 2, y + height / 2 + 60))
    seat.page.mouse.up()
    for key in ("Delete", "l", "x", "ArrowDown", "m", "h", "Control+z"):
        seat.page.locator("#stage").press(key)
    seat.page.wait_for_timeout(900)
    seat.idle()
    assert desk.text == before
    assert not seat.page.locator("#history").is_visible()
    seat.page.locator("#stage").press("Enter")
    seat.page.wait_for_selector("#words textarea:focus")
    seat.end()
    desk.end()
