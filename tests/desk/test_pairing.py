"""Pictures get what is said of them, and go with a story (配): by the menu, and by being dropped on it. What would
cover copy is asked about, and what covers it is shown.
"""

from __future__ import annotations

import pytest

from paiban import read_issue
from tests.support.desk import Desk, Seat, real_issue

CAPTION, WITH = "    caption: 智能功率模块的用途示意图。\n", "    with: ipm-signing\n"


@pytest.fixture
def bare(tmp_path, browser):
    """The real page, its picture of the chip without a caption, a credit and a story: it covers copy."""
    issue = real_issue(tmp_path)
    text = issue.read_text("utf-8").replace(CAPTION, "").replace(WITH, "")
    text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("    credit: "))
    issue.write_text(text, "utf-8")
    desk = Desk(issue)
    sitting = Seat(desk, browser)
    yield sitting
    sitting.end()
    desk.end()


def chip_of(seat):
    issue, _, _ = read_issue(seat.desk.issue)
    return next(block for block in issue.pages[0].blocks if block.id == "chip")


def drop_on(seat, rows: int) -> None:
    """The picture, beside its dot, dragged by some rows of the page up within the story, and let go of."""
    x, y, width, height = seat.rect("chip")
    tall = seat.rect("ipm-signing")[3] / 12
    seat.drag((x + width / 4, y + height / 4), (x + width / 4, y + height / 4 - rows * tall))
    seat.idle()
    seat.page.mouse.up()


def test_a_caption_and_a_credit_are_written_where_there_are_none(bare):
    page, before = bare.page, bare.desk.text
    bare.choose("chip")
    page.locator("#parts button", has_text="图说").click()
    page.wait_for_selector("#words textarea")
    page.keyboard.insert_text("芯片特写。")
    page.keyboard.press("Control+Enter")
    after = bare.written(before)
    assert "    caption: 芯片特写。\n" in after
    assert "芯片特写。" in bare.words()
    page.locator("#parts button", has_text="图片作者").click()
    page.wait_for_selector("#words textarea")
    page.keyboard.insert_text("摄影　本报")
    page.keyboard.press("Control+Enter")
    signed = bare.written(after)
    assert "    credit: 摄影　本报\n" in signed
    page.keyboard.press("Control+z")
    assert bare.written(signed) == after
    page.keyboard.press("Control+z")
    assert bare.written(after) == before


def test_enter_on_a_picture_without_a_caption_writes_one(bare):
    before = bare.desk.text
    bare.choose("chip")
    bare.page.keyboard.press("Enter")
    bare.page.wait_for_selector("#words textarea")
    assert bare.page.locator("#words .part").text_content() == "图说"
    bare.page.keyboard.press("Control+Enter")  # nothing was typed
    bare.page.wait_for_selector("#words", state="detached")
    assert bare.desk.text == before


def test_the_menu_pairs_and_unpairs(bare):
    page, before = bare.page, bare.desk.text
    bare.choose("chip")
    page.locator("#pair").select_option(label="智能功率模块（IPM）项目成功签约")
    paired = bare.written(before)
    assert chip_of(bare).host == "ipm-signing"
    assert not page.locator("#findings .error").count()
    page.locator("#pair").select_option(label="不配")
    alone = bare.written(paired)
    page.locator("#told", has_text="在待用稿里").wait_for()
    page.keyboard.press("Control+z")  # the menu has the keys still
    assert bare.written(alone) == paired
    page.keyboard.press("Control+y")
    assert bare.written(paired) == alone
    assert chip_of(bare).host == ""
    assert "filler: yes" in alone  # it would cover copy where it stood
    assert page.locator("#shelf li", has_text="chip").count() == 1


def test_going_through_the_menu_by_keys_writes_nothing_before_enter(bare):
    page, before = bare.page, bare.desk.text
    bare.choose("chip")
    page.keyboard.press("q")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    bare.idle()
    assert bare.desk.text == before
    bare.choose("chip")
    names = page.locator("#pair option").all_text_contents()
    page.keyboard.press("q")
    for _ in range(names.index("智能功率模块（IPM）项目成功签约")):
        page.keyboard.press("ArrowDown")
    bare.idle()
    assert bare.desk.text == before
    page.keyboard.press("Enter")
    bare.written(before)
    assert chip_of(bare).host == "ipm-signing"


def test_what_covers_copy_is_shown_on_the_page(bare):
    assert bare.page.locator('.badge[data-of="covering"]').text_content() == "盖住 12 行"
    assert bare.page.locator("#blocks svg.covering").count() > 0
    bare.choose("chip")
    bare.page.locator("#pair").select_option(label="智能功率模块（IPM）项目成功签约")
    bare.page.wait_for_selector("#blocks svg.covering", state="detached")


def test_a_picture_dropped_on_a_story_goes_with_it_and_copy_runs_round_it(bare):
    before = bare.desk.text
    bare.choose("chip")
    drop_on(bare, 1)
    bare.page.wait_for_selector("#offer[open]")
    told = bare.page.locator("#offer h2").text_content()
    assert told.startswith("“chip.png”盖住“智能功率模块（IPM）项目成功签约”的 ")
    assert bare.desk.text == before
    bare.page.click("#pair_box")
    bare.written(before)
    assert (chip_of(bare).host, chip_of(bare).wrap) == ("ipm-signing", "box")
    assert chip_of(bare).place.rect.row == 57
    assert not bare.page.locator("#blocks svg.covering").count()


def test_it_goes_back_with_esc_and_stays_where_it_is_wanted(bare):
    before = bare.desk.text
    bare.choose("chip")
    drop_on(bare, 1)
    bare.page.wait_for_selector("#offer[open]")
    bare.page.keyboard.press("Escape")
    bare.page.wait_for_selector("#offer", state="hidden")
    assert bare.desk.text == before
    drop_on(bare, 1)
    bare.page.click("#anyway")
    after = bare.written(before)
    assert "rows: 58-68" in after
    assert after.count("with: ") == before.count("with: ")
