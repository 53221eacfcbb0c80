"""Make-ups proposed beside the page, and proofs by key."""

from __future__ import annotations

from urllib.parse import quote

from paiban import read_issue
from paiban.grid import GridRect


def test_a_make_up_is_taken_by_a_click_and_a_locked_block_stays(seat):
    before = seat.desk.text
    seat.choose("briefs")
    seat.page.keyboard.press("l")
    locked = seat.written(before)
    seat.page.keyboard.press("m")
    seat.page.wait_for_selector("#plans .plan", timeout=240_000)
    assert seat.page.locator("#plans .plan").count() >= 2
    assert seat.page.locator("#plans .plan svg text").count() > 100
    assert seat.desk.text == locked
    seat.page.locator("#plans .plan").nth(1).click()
    after = seat.written(locked)
    issue, _, _ = read_issue(seat.desk.issue)
    places = {block.id: block.place.rect for block in issue.pages[0].blocks if block.place}
    assert places["briefs"] == GridRect(7, 0, 1, 22)
    seat.page.keyboard.press("Control+z")
    assert seat.written(after) == locked


def test_a_search_can_be_ended(seat):
    before = seat.desk.text
    seat.page.keyboard.press("m")
    seat.page.locator("#plans button", has_text="收起").click()
    seat.page.locator("#plans").wait_for(state="hidden")
    assert seat.desk.text == before


def test_proofs_by_key(seat):
    """A number is a reading, with Shift it comes as PDF; the PDF for the press has neither stamp nor numbers."""
    for key, reading in (("1", "first"), ("2", "second"), ("3", "clean")):
        with seat.context.expect_page() as opened:
            seat.page.keyboard.press(key)
        opened.value.wait_for_load_state()
        assert f"reading={reading}" in opened.value.url
        assert opened.value.evaluate("document.contentType") == "image/png"
        opened.value.close()
    with seat.context.expect_event("request", lambda asked: "/proof/pdf" in asked.url) as asked:
        seat.page.keyboard.press("Shift+1")
    assert "reading=first" in asked.value.url
    stamped, press = (
        seat.context.request.get(f"{seat.desk.origin}/proof/pdf{query}") for query in ("?reading=first", "")
    )
    assert b"GTS_PDFX" in press.body()
    assert b"GTS_PDFX" not in stamped.body()
    assert quote("issue-一校.pdf") in stamped.headers["content-disposition"]
