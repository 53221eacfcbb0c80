"""Words edited in place, and two who change the same file."""

from __future__ import annotations

from paiban import read_issue
from tests.support.desk import Desk, Seat

DECK = "开发区开启“二次创业”高质量发展新征程"


def open_headline(seat) -> None:
    """A double click on the lead's headline, its largest type."""
    x, y, width, _ = seat.rect("lead-second-venture")
    seat.page.mouse.dblclick(x + width / 4, y + 22)
    seat.page.wait_for_selector("#words textarea")


def test_a_headline_is_edited_in_place_with_the_page_following(seat):
    before = seat.desk.text
    open_headline(seat)
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.insert_text("奋进百亿园区　建设明日之城")
    seat.page.keyboard.press("Control+Enter")
    assert seat.written(before) == before.replace("奋进千亿园区　建设未来之城", "奋进百亿园区　建设明日之城")


def test_a_count_says_how_much_to_cut(seat):
    """A paragraph that grows by a hundred characters is some lines too long, and the page shows it unwritten."""
    before = seat.desk.text
    seat.choose("zheng-covid")
    x, y, _, height = seat.rect("zheng-covid")
    seat.page.mouse.dblclick(x + 30, y + height * 0.6)
    seat.page.wait_for_selector("#words textarea")
    seat.page.keyboard.press("Control+End")
    seat.page.keyboard.insert_text("加" * 100)
    seat.page.wait_for_selector("#words .fit.over")
    assert "删" in seat.page.locator("#words .fit").text_content()
    assert seat.desk.text == before
    seat.page.keyboard.press("Escape")
    seat.page.wait_for_selector("#words", state="detached")
    assert seat.desk.text == before


def test_a_line_below_a_headline_that_begins_with_a_dash_is_its_deck(seat):
    """Typed into a headline that has a deck already, it stands below that one; what became of it is told."""
    before = seat.desk.text
    open_headline(seat)
    seat.page.keyboard.press("Control+End")
    seat.page.keyboard.insert_text("\n——一年干成三年事")
    seat.idle()
    seat.page.keyboard.press("Control+Enter")
    seat.written(before)
    seat.page.locator("#told", has_text="成了副题").wait_for()
    story = read_issue(seat.desk.issue)[0].pages[0].blocks[0].content
    assert story.headline.value == "奋进千亿园区　建设未来之城"
    assert [each.strip() for each in story.deck.value.split("\n")] == [DECK, "——一年干成三年事"]


def test_heads_that_a_story_lacks_are_written_by_their_buttons(seat):
    before = seat.desk.text
    seat.choose("street-shops")
    assert not read_issue(seat.desk.issue)[0].pages[0].blocks[4].content.kicker
    for name, key in (("引题", "kicker"), ("副题", "deck")):
        seat.page.locator("#parts button", has_text=f"+ {name}").click()
        assert seat.page.locator("#words .part").text_content() == name
        assert not seat.page.locator("#words output").text_content().rstrip().endswith("·")
        seat.page.keyboard.insert_text(f"查漏补缺{name}")
        seat.page.keyboard.press("Control+Enter")
        after = seat.written(before)
        assert f"    {key}: 查漏补缺{name}\n" in after
        before = after


def test_a_cross_head_is_put_above_a_paragraph_and_taken_away(seat):
    before = seat.desk.text
    seat.choose("street-shops")
    seat.page.locator("#parts button", has_text="小标题").click()
    seat.page.wait_for_selector("#words textarea")
    seat.page.keyboard.insert_text("挨店查看")
    seat.page.keyboard.press("Control+Enter")
    after = seat.written(before)
    assert after.replace("      ## 挨店查看\n", "", 1) == before
    seat.choose("street-shops")
    seat.page.locator("#parts button", has_text="小标题").click()
    seat.page.wait_for_selector("#words textarea")
    seat.page.keyboard.press("Control+h")
    seat.page.keyboard.press("Control+Enter")
    seat.page.wait_for_selector("#words", state="detached")
    assert seat.desk.text == after  # a cross-head that nobody typed is none


def test_a_headline_too_long_for_its_place_is_told_and_put_right(seat):
    """While it is typed the sheet says why; once it is written the block is opened by Enter though it shows no line."""
    before = seat.desk.text
    seat.choose("street-shops")
    seat.page.keyboard.press("Enter")
    field = seat.page.locator("#words textarea")
    old = field.input_value()
    field.fill("沿街商户防疫工作督查组一行冒雨走访县城主次干道两侧所有门店并当场交办整改事项")
    seat.page.locator("#words .fit.over", has_text="标题").wait_for()
    field.press("Control+Enter")
    wrong = seat.written(before)
    seat.page.keyboard.press("Enter")
    seat.page.locator("#words .fit.over", has_text="标题").wait_for()
    field.fill(old)
    field.press("Control+Enter")
    assert seat.written(wrong) == before


def test_signs_of_yaml_stay_copy(seat):
    """What would end a plain value is written so that it is read back equal."""
    before = seat.desk.text
    open_headline(seat)
    seat.page.keyboard.press("Control+a")
    typed = "甲: 乙 # 丙 '丁' \"戊\" 𠮷"
    seat.page.keyboard.insert_text(typed)
    seat.page.keyboard.press("Control+Enter")
    seat.written(before)
    issue, _, _ = read_issue(seat.desk.issue)
    assert issue.pages[0].blocks[0].content.headline.value == typed


def test_line_ends_and_controls_of_other_programs_leave_the_copy_a_block(seat):
    """Word's soft return, a line separator, a bell, half a character: one of them put all of a body in quotes."""
    before = seat.desk.text
    x, y, _, height = seat.rect("zheng-covid")
    seat.page.mouse.dblclick(x + 30, y + height * 0.6)
    seat.page.locator("#words textarea").press("Control+End")
    seat.page.keyboard.insert_text("甲\u000b乙\u2028丙\u0007丁\u0085戊\ufeff")
    seat.page.keyboard.press("Control+Enter")
    after = seat.written(before)
    added = [line.strip() for line in after.split("\n") if line not in before.split("\n")]
    assert [line[-1] for line in added] == list("甲乙丁戊")
    assert after.count('"') == before.count('"')


def test_a_change_elsewhere_in_the_file_is_merged(seat):
    open_headline(seat)
    seat.desk.issue.write_bytes(seat.desk.text.replace(DECK, "新征程").encode())
    seat.settled()
    theirs = seat.desk.text
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.insert_text("奋进百亿园区")
    seat.page.keyboard.press("Control+Enter")
    after = seat.written(theirs)
    assert "headline: 奋进百亿园区\n" in after
    assert "deck: 新征程\n" in after


def clash(seat) -> str:
    open_headline(seat)
    seat.desk.issue.write_bytes(seat.desk.text.replace("奋进千亿园区　建设未来之城", "别人的题").encode())
    seat.settled()
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.insert_text("我的题")
    seat.page.keyboard.press("Control+Enter")
    seat.page.wait_for_selector("#clash[open]")
    assert "我的题" in seat.page.locator("#clash").text_content()
    assert "别人的题" in seat.page.locator("#clash").text_content()
    assert all(each.startswith("headline: ") for each in seat.page.locator("#clash pre").all_text_contents())
    return seat.desk.text


def test_the_same_place_changed_elsewhere_is_asked_about(seat):
    before = clash(seat)
    assert "别人的题" in before
    seat.page.click("#mine")
    assert seat.written(before) == before.replace("别人的题", "我的题")


def test_the_file_s_own_may_stay(seat):
    before = clash(seat)
    seat.page.click("#theirs")
    seat.page.wait_for_selector("#clash", state="hidden")
    assert seat.desk.text == before


def test_two_desks_on_one_folder_meet_in_the_file(desk, seat, browser):
    other = Desk(desk.issue, "--as", "二版")
    second = Seat(other, browser)
    second.choose("briefs")
    second.page.keyboard.press("l")
    second.page.wait_for_selector("text=解锁")
    seat.settled()
    seat.choose("briefs")
    seat.page.wait_for_selector("text=解锁")
    seat.page.keyboard.press("h")
    seat.page.wait_for_selector("#history li:has-text('二版')")
    second.end()
    other.end()


def test_nothing_typed_is_lost_when_desk_and_browser_go(desk, browser):
    """The desk is killed and started anew, the page loaded again: the sheet is open with what was typed."""
    seat = Seat(desk, browser)
    before = desk.text
    open_headline(seat)
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.insert_text("还没有写入的题")
    seat.page.wait_for_timeout(100)
    desk.process.kill()
    with desk.process:
        pass
    again = Desk(desk.issue)
    assert again.origin == desk.origin
    seat.page.goto(again.address)
    seat.page.wait_for_selector("#words textarea")
    seat.wrong.clear()  # that nobody answered
    assert seat.page.locator("#words textarea").input_value() == "还没有写入的题"
    seat.page.keyboard.press("Control+Enter")
    assert "headline: 还没有写入的题\n" in seat.written(before)
    seat.end()
    again.end()
    desk.ended = True


CLIP = """async parts => navigator.clipboard.write([new ClipboardItem(
    Object.fromEntries(Object.entries(parts).map(([kind, words]) => [kind, new Blob([words], { type: kind })])))])"""


def test_what_is_pasted_from_a_web_page_comes_as_words(desk, browser):
    """Where it has no plain words beside it too; an empty line that comes along is none of a headline."""
    seat = Seat(desk, browser, permissions=["clipboard-read", "clipboard-write"])
    before = desk.text
    x, y, width, height = seat.rect("street-shops")
    seat.page.mouse.dblclick(x + width / 2, y + height * 0.7)
    seat.page.wait_for_selector("#words textarea")
    seat.page.keyboard.press("Control+End")
    seat.page.evaluate(CLIP, {"text/html": "<p>一段<b>粗</b>\n体。</p><p>又一段。<br>再一段</p>"})
    seat.page.keyboard.press("Control+v")
    seat.page.keyboard.press("Control+Enter")
    body = seat.written(before)
    assert "一段粗 体。\n      又一段。\n      再一段\n" in body
    open_headline(seat)
    seat.page.keyboard.press("Control+a")
    seat.page.evaluate(CLIP, {"text/html": "<h1>题</h1>", "text/plain": "第一行\r\n\r\n第二行\r\n"})
    seat.page.keyboard.press("Control+v")
    seat.page.keyboard.press("Control+Enter")
    seat.written(body)
    assert read_issue(desk.issue)[0].pages[0].blocks[0].content.headline.value == "第一行\n第二行"
    seat.end()


def test_a_paragraph_that_is_emptied_counts_nothing_and_what_is_typed_then_is_seen(seat):
    x, y, width, height = seat.rect("lead-second-venture")
    seat.page.mouse.dblclick(x + width * 0.3, y + height - 30)  # so long a paragraph that no headline takes its room
    seat.page.locator("#words textarea").wait_for()
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.press("Delete")
    seat.page.locator("#words output", has_text="0 字 · 缺 20 行").wait_for()
    seat.page.keyboard.insert_text("春天来了。" * 20)
    seat.page.locator("#words output", has_text="100 字 · 缺").wait_for()
    seat.page.locator("#words output", has_text="缺 20 行").wait_for(state="detached")
    seat.page.keyboard.press("Escape")


def opened(seat, block: str, part: str) -> str:
    """A part of a block in the sheet by its button, of copy the first paragraph; what it says."""
    seat.choose(block)
    seat.page.locator("#parts button", has_text=part).click()
    seat.page.wait_for_selector("#words textarea")
    return seat.page.locator("#words textarea").input_value()


def opened_last(seat, block: str) -> str:
    """A block's last line in the sheet by a double click; what its paragraph says."""
    box = seat.page.locator(f'#blocks svg[data-block="{block}"] text').last.bounding_box()
    seat.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    seat.page.wait_for_selector("#words textarea")
    return seat.page.locator("#words textarea").input_value()


def emptied(seat, before: str, typed: str = "") -> str:
    """What the file says when all of the sheet is taken away, and ``typed`` put there."""
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.press("Delete")
    seat.page.keyboard.insert_text(typed)
    seat.page.keyboard.press("Control+Enter")
    return seat.written(before)


def test_a_paragraph_that_is_taken_away_leaves_no_line(seat):
    """The first, then the last, of which spaces are left; the file has the line ends of another system."""
    seat.desk.issue.write_bytes(seat.desk.text.replace("\n", "\r\n").encode())
    seat.settled()
    for last, typed in ((False, ""), (True, " \n  ")):
        before = seat.desk.text
        words = opened_last(seat, "street-shops") if last else opened(seat, "street-shops", "正文")
        assert before.count(f"      {words}\r\n") == 1
        assert emptied(seat, before, typed) == before.replace(f"      {words}\r\n", "")


def test_the_only_paragraph_takes_its_key_along_and_is_typed_anew_by_a_button(seat):
    text = seat.desk.text
    at = text.index("    body: |\n", text.index("id: street-shops"))
    end = text.index("\n\n", at)
    only = text[:at] + "    body: |\n      连日来，督查沿街商户。\n" + text[end + 1 :]
    seat.desk.issue.write_bytes(only.encode())
    seat.settled()
    assert opened(seat, "street-shops", "正文") == "连日来，督查沿街商户。"
    gone = emptied(seat, only)
    assert gone == text[:at] + text[end + 1 :]
    seat.choose("street-shops")
    seat.page.locator("#parts button", has_text="+ 正文").click()
    seat.page.locator("#words textarea").wait_for()
    seat.page.keyboard.insert_text("连日来，督查沿街商户。")
    seat.page.keyboard.press("Control+Enter")
    assert seat.written(gone) == only


def test_a_cross_head_and_a_caption_that_are_taken_away_leave_no_line(seat):
    before = seat.desk.text
    first = before.index("      连日来")
    with_head = f"{before[:first]}      ## 挨店查看\n{before[first:]}"
    seat.desk.issue.write_bytes(with_head.encode())
    seat.settled()
    assert opened(seat, "street-shops", "正文") == "## 挨店查看"
    assert emptied(seat, with_head, "## ") == before
    opened(seat, "chip", "图说")
    assert emptied(seat, before) == before.replace("    caption: 智能功率模块的用途示意图。\n", "")
