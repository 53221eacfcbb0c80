"""Words found and replaced in all the copy, and marks put around a stretch by keys."""

from __future__ import annotations

from tests.desk.test_words import open_headline

WORDS = "开发区"
TITLE = "奋进千亿园区　建设未来之城"


def look_for(seat, words: str) -> None:
    seat.page.keyboard.press("Control+f")
    seat.page.keyboard.insert_text(words)
    seat.page.wait_for_selector("#find li")


def test_every_place_in_copy_is_found_and_none_in_keys(seat):
    """The name of the section is no copy of a block; headline, deck, body and the like are."""
    copy = seat.desk.text.split("stories:", 1)[1]
    look_for(seat, WORDS)
    assert seat.page.locator("#find li").count() == copy.count(WORDS)
    seat.page.locator("#find-find").fill("weight")
    seat.page.locator("#find output", has_text="0 处").wait_for()


def test_enter_goes_from_place_to_place_on_the_page(seat):
    look_for(seat, WORDS)
    seat.page.keyboard.press("Enter")
    seat.page.wait_for_selector("#over .found")
    assert seat.page.locator("#find li.here").count() == 1
    first = seat.page.locator("#over .found").bounding_box()
    seat.page.keyboard.press("Enter")
    seat.page.keyboard.press("Enter")
    assert seat.page.locator("#over .found").bounding_box() != first
    assert WORDS in seat.page.locator("#source .here").text_content()


def test_all_are_replaced_in_one_step_and_undone_to_the_byte(seat):
    before = seat.desk.text
    top, copy = before.split("stories:", 1)
    look_for(seat, WORDS)
    seat.page.locator("#find-replace").fill("高新区")
    seat.page.click("#find-all")
    after = seat.written(before)
    assert after == top + "stories:" + copy.replace(WORDS, "高新区")
    seat.page.keyboard.press("Escape")
    seat.page.keyboard.press("Control+z")
    assert seat.written(after) == before


def test_one_place_alone_is_replaced(seat):
    before = seat.desk.text
    look_for(seat, "未来之城")
    seat.page.locator("#find-replace").fill("明日之城")
    seat.page.locator("#find li button").first.click()
    seat.page.click("#find-one")
    after = seat.written(before)
    at = before.index("未来之城", before.index("stories:"))
    assert after == before[:at] + "明日之城" + before[at + 4 :]


def test_marks_by_keys_and_off_again(seat):
    before = seat.desk.text
    for key, sign in (("b", "**"), ("e", "^^"), ("u", "__")):
        open_headline(seat)
        seat.page.keyboard.press("Home")
        for _ in range(2):
            seat.page.keyboard.press("Shift+ArrowRight")
        seat.page.keyboard.press(f"Control+{key}")
        assert seat.page.locator("#words textarea").input_value() == f"{sign}奋进{sign}{TITLE[2:]}"
        seat.page.keyboard.press(f"Control+{key}")
        assert seat.page.locator("#words textarea").input_value() == TITLE
        seat.page.keyboard.press("Escape")
        seat.page.wait_for_selector("#words", state="detached")
    assert seat.desk.text == before


def test_the_length_of_page_and_issue_is_told(seat):
    """On an issue of one page they are alike; the lead's own count stands with it."""
    told = seat.page.locator("#counts").text_content()
    page, issue = (int("".join(c for c in part if c.isdigit())) for part in told.split("·"))
    assert page == issue > 3000
    seat.choose("briefs")
    assert "字" in seat.page.locator("#block").text_content()


def test_what_pasting_left_is_put_right_by_a_click_and_undone(seat):
    first = seat.desk.text
    pasted = first.replace("会议由区党工委副书记", "会议,由区党工委副书记", 1)
    seat.desk.issue.write_bytes(pasted.encode())
    seat.settled()
    seat.page.click("#tidy")
    after = seat.written(pasted)
    assert after == first.replace("会议由区党工委副书记", "会议，由区党工委副书记", 1)
    seat.page.locator("#dropped", has_text="，").wait_for()
    seat.page.locator("#tidy").wait_for(state="detached")
    seat.page.locator("#stage").focus()
    seat.page.keyboard.press("Control+z")
    assert seat.written(after) == pasted


def test_the_search_opens_from_a_field_too(seat):
    """H asks for a version's name; who would rather look for words leaves the field by the same key."""
    seat.page.keyboard.press("h")
    seat.page.wait_for_function("document.activeElement.matches('input')")
    look_for(seat, WORDS)
