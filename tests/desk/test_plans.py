"""Make-ups proposed beside the page, and proofs by key."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from paiban import read_issue
from paiban.grid import GridRect


def test_a_make_up_is_taken_by_a_click_and_a_locked_block_stays(seat):
    before = seat.desk.text
    seat.choose("briefs")
    seat.page.keyboard.press("l")
    locked = seat.written(before)
    seat.page.keyboard.press("m")
    seat.page.wait_for_selector("#plans .best svg text", timeout=240_000)  # the best page so far
    assert seat.page.locator("#plans progress").count() == 1
    assert re.fullmatch("正在想……已试 [0-9]+ 版，[0-9]+ 秒", seat.page.locator("#thinking").text_content())
    seat.page.wait_for_selector("#plans button.plan", timeout=240_000)
    plans = seat.page.locator("#plans button.plan")
    assert 3 <= plans.count() <= 5
    assert seat.page.locator("#plans .plan svg text").count() > 100
    names = plans.locator("b").all_text_contents()
    assert len(set(names)) == len(names)
    assert all(names)
    assert not any("null" in words for words in plans.all_text_contents())
    assert all("动 " in words for words in plans.all_text_contents())  # none of them is the page as it is
    assert seat.page.locator("#plans .cards > :last-child b").text_content() == "现在的版面"
    plans.nth(1).hover()  # lies over the page, to be held against it
    seat.page.locator("#peek svg text").first.wait_for()
    seat.page.mouse.move(5, 300)
    assert seat.page.locator("#peek").count() == 0
    seat.page.locator("#plans .try").nth(1).click()  # kept by its name, and written nowhere
    seat.page.keyboard.press("h")
    kept = seat.page.locator("#versions .version", has_text=names[1])
    kept.locator("button").first.hover()
    seat.page.locator("#peek svg text").first.wait_for()
    seat.page.mouse.move(5, 300)
    assert seat.page.locator("#peek").count() == 0
    assert seat.desk.text == locked
    plans.nth(1).click()
    after = seat.written(locked)
    issue, _, _ = read_issue(seat.desk.issue)
    places = {block.id: block.place.rect for block in issue.pages[0].blocks if block.place}
    assert places["briefs"] == GridRect(7, 0, 1, 22)
    seat.page.locator("#stage").focus()
    seat.page.keyboard.press("Control+z")
    assert seat.written(after) == locked
    kept.locator(".back").click()  # the try says what the make-up did
    assert seat.written(locked) == after


def test_a_search_can_be_ended(seat):
    before = seat.desk.text
    seat.page.keyboard.press("m")
    seat.page.locator("#plans button", has_text="停下").click()
    seat.page.locator("#plans").wait_for(state="hidden")
    assert seat.desk.text == before


LATE = "".join(
    f"  - headline: 新来的第{number}条讲的是新鲜事\n    filler: yes\n    body: |\n"
    + f"      {'区里今天新开工一批项目群众都说好大家一起来建设未来之城' * 3}。\n" * 2
    for number in "一二三"
)


def test_all_that_waits_has_several_make_ups_and_each_says_what_will_be_found_of_it(seat):
    """More than the page has room for by the rules: what a card says is what the desk says once it is taken."""
    before = seat.desk.text + LATE
    seat.desk.issue.write_bytes(before.encode())
    seat.settled()
    seat.page.keyboard.press("Shift+M")
    seat.page.wait_for_selector("#plans button.plan", timeout=240_000)
    plans = seat.page.locator("#plans button.plan")
    assert plans.count() > 1
    assert all("上版：“新来的第一条讲的是新鲜事”" in words for words in plans.all_text_contents())
    assert "、“新来的第二条讲的是新鲜事”等 3 件" in plans.first.text_content()
    said = plans.last.locator(".judged").text_content()
    found = plans.last.locator(".fit").all_text_contents()
    plans.last.click()
    seat.written(before)
    assert seat.page.locator("#state").text_content() == said
    told = seat.page.locator("#findings li").all_text_contents()
    assert found
    assert all(any(words in each for each in told) for words in found)


def test_a_make_up_is_of_the_page_that_is_shown(seat):
    """The other page of the issue stays as it is, byte for byte."""
    head, blocks = seat.desk.text.split("stories:\n", 1)
    page = "stories:\n" + re.sub(r"^(?=.)", "    ", blocks, flags=re.M)
    first, second = (
        f"  - page: {number}\n    section: 开发区时政\n    template: broadsheet\n    body: large\n    {page}"
        for number in (2, 3)
    )
    second = re.sub(r"^(\s+(?:- )?(?:id|with): )(\S+)$", r"\g<1>\g<2>-3", second, flags=re.M)
    date = re.search(r"^date: .*\n", head, re.M)[0]
    before = f"{date}pages:\n{first}{second}"
    seat.desk.issue.write_bytes(before.encode())
    seat.settled()
    seat.page.keyboard.press("PageDown")
    seat.page.keyboard.press("m")
    seat.page.locator("#plans button.plan").first.click(timeout=240_000)
    after = seat.written(before)
    assert after.startswith(f"{date}pages:\n{first}")
    assert after != before


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
    assert quote(f"{seat.desk.issue.parent.name}-一校.pdf") in stamped.headers["content-disposition"]


def test_where_the_pdf_went_is_told_and_it_is_saved_by_a_link(seat):
    with seat.context.expect_page():
        seat.page.keyboard.press("p")
    told = seat.page.locator("#told")
    assert told.text_content().startswith("付印 PDF 开在新的一页里")
    with seat.page.expect_download() as kept:
        told.locator("a", has_text="存成文件").click()
    assert kept.value.suggested_filename == f"{seat.desk.issue.parent.name}.pdf"
    assert b"GTS_PDFX" in Path(kept.value.path()).read_bytes()


def test_a_page_on_which_nothing_stands_yet_is_made_up_of_all_that_waits(seat):
    before = seat.desk.text
    head, blocks = before.split("stories:\n", 1)
    waiting = re.sub(r"\n    (place: .*|slot: .*)", "\n    filler: yes", "\n" + blocks)[1:]
    seat.desk.issue.write_bytes(f"{head}stories:\n{waiting}".encode())
    seat.settled()
    assert not any(block.place for block in read_issue(seat.desk.issue)[0].pages[0].blocks)
    seat.page.keyboard.press("m")
    seat.page.wait_for_selector("#plans button.plan", timeout=240_000)
    seat.page.locator("#plans button.plan").first.click()
    after = seat.written(f"{head}stories:\n{waiting}")
    assert after.count("place:") > 5
