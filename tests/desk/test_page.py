"""The page in the browser: the real one, new after each save, and never gone."""

from __future__ import annotations

import re
import shutil

import pytest

from paiban import scene_of
from paiban.engine import set_issue
from tests.support.desk import Desk, Seat, real_issue


def save(desk, old: str, new: str) -> None:
    text = desk.text
    assert text.count(old) == 1
    desk.issue.write_bytes(text.replace(old, new).encode())


def drawn(seat) -> int:
    return seat.page.locator("#blocks text").evaluate_all(
        "all => all.reduce((n, t) => n + [...t.textContent].length, 0)"
    )


def test_every_glyph_of_the_page_is_drawn(seat):
    result = set_issue(seat.desk.issue)
    runs = [run for block in scene_of(result.pages[0]).blocks for line in block.lines for run in line.runs]
    assert drawn(seat) == sum(len(run.glyphs) for run in runs)


def test_a_glyph_stands_where_it_was_set(seat):
    """To a pixel and a half, by the browser's own measure: its first glyph's left edge against the display list."""
    result = set_issue(seat.desk.issue)
    page = result.pages[0]
    box = seat.page.locator("#paper").bounding_box()
    run = next(r for b in scene_of(page).blocks if b.id == "lead-second-venture" for line in b.lines for r in line.runs)
    first = seat.page.locator('#blocks svg[data-block="lead-second-venture"] text').first.evaluate(
        "text => { const p = text.getStartPositionOfChar(0); const q = new DOMPoint(p.x, p.y)"
        ".matrixTransform(text.getScreenCTM()); return [q.x, q.y]; }"
    )
    scale = box["width"] / page.width
    assert abs(first[0] - (box["x"] + run.xs[0] * scale)) < 1.5
    assert abs(first[1] - (box["y"] + run.ys[0] * scale)) < 1.5


def test_a_save_shows_at_once(seat):
    save(seat.desk, "奋进千亿园区　建设未来之城", "奋进百亿园区　建设未来之城")
    seat.settled()
    assert "奋进百亿园区" in seat.words()


def test_a_wrong_file_keeps_the_page_and_says_why(seat):
    before = drawn(seat)
    save(seat.desk, "  - id: briefs\n", "  - id: [briefs\n")
    seat.settled()
    assert "stale" in seat.page.locator("#state").get_attribute("class")
    over = seat.page.locator("#wrong")  # what is wrong stands over the page
    stage = seat.page.locator("#stage").bounding_box()
    box = over.bounding_box()
    assert stage["x"] <= box["x"]
    assert box["x"] + box["width"] <= stage["x"] + stage["width"]
    assert over.locator("button").count() == 1
    assert seat.page.locator("#findings .error").count() >= 1
    assert drawn(seat) == before


def test_what_can_be_drawn_is_drawn_as_a_draft(seat):
    """Two places on one another forbid the press; both blocks are there all the same."""
    save(seat.desk, "place: {columns: 8, rows: 1-22}", "place: {columns: 7, rows: 1-22}")
    seat.settled()
    assert seat.page.locator("#state").text_content().startswith("草样")
    assert {"briefs", "zheng-covid"} <= {
        each.get_attribute("data-block") for each in seat.page.locator("#blocks svg").all()
    }


def test_blocks_are_chosen_moved_and_opened_by_keys_alone(seat):
    """Nothing is touched by the mouse; what is chosen is told where a screen reader listens."""
    told = seat.page.locator('#announced[role="status"]')
    seat.page.locator("#stage").focus()
    ids = []
    for _ in range(3):
        seat.page.keyboard.press(".")
        ids.append(told.text_content())
    assert len(set(ids)) == 3
    seat.page.keyboard.press(",")
    assert told.text_content() == ids[1]
    seat.page.keyboard.press(",")
    assert told.text_content() == ids[0]
    seat.page.keyboard.press("Enter")
    seat.page.locator("#words textarea:focus").wait_for()
    seat.page.keyboard.press("Escape")


def test_a_file_that_vanishes_and_comes_back(seat):
    text = seat.desk.issue.read_bytes()
    seat.desk.issue.unlink()
    seat.page.wait_for_selector("#state.stale")
    assert drawn(seat)
    seat.desk.issue.write_bytes(text.replace("奋进千亿园区".encode(), "奋进百亿园区".encode()))
    seat.settled()
    assert "奋进百亿园区" in seat.words()


def test_a_change_of_a_file_that_is_gone_is_refused_and_says_why(seat):
    """Nobody else changed it: there is nothing to choose between."""
    text = seat.desk.issue.read_bytes()
    seat.page.keyboard.press(".")
    seat.desk.issue.unlink()
    seat.page.wait_for_selector("#state.stale")
    seat.page.keyboard.press("l")
    seat.page.locator("#told", has_text="没有写入：文件不见了").wait_for()
    assert not seat.page.locator("dialog[open]").count()
    assert not seat.desk.issue.exists()
    seat.desk.issue.write_bytes(text)
    seat.page.wait_for_selector("#state:not(.stale)")
    assert seat.page.locator("#told").text_content() == ""


@pytest.mark.parametrize("half", [False, True], ids=["named", "after a half-written save"])
def test_a_picture_is_watched_as_soon_as_the_file_names_it(seat, half):
    """It is missing at first, then right, then damaged; each is seen though the issue is not saved again."""
    text = seat.desk.issue.read_bytes()
    [old, *_] = re.findall(rb"pictures/[\w-]+\.png", text)
    late = seat.desk.issue.parent / "pictures/late.png"
    if half:
        seat.desk.issue.write_bytes(text[: text.index(old)])
        seat.page.wait_for_timeout(600)
    seat.desk.issue.write_bytes(text.replace(old, b"pictures/late.png", 1))
    seat.page.wait_for_selector("#state.draft")
    shutil.copy(seat.desk.issue.parent / old.decode(), late)
    seat.page.wait_for_selector("#state.ready")
    late.write_bytes(b"no picture")
    seat.page.wait_for_selector("#state.draft")


def test_a_half_written_save_is_waited_for(seat):
    """An editor that empties the file first: no screen ever shows the empty file."""
    seat.page.evaluate("() => { window.stale = 0; new MutationObserver(() => "
                       "{ if (document.getElementById('state').className === 'stale') window.stale++; })"
                       ".observe(document.getElementById('state'), {attributes: true}); }")  # fmt: skip
    text = seat.desk.issue.read_bytes()
    seat.desk.issue.write_bytes(b"")
    seat.page.wait_for_timeout(60)
    seat.desk.issue.write_bytes(text + b"# end\n")
    seat.settled()
    assert seat.page.evaluate("window.stale") == 0


def test_hovering_outlines_a_block_with_its_fit(seat):
    x, y, width, height = seat.rect("lead-second-venture")
    seat.page.mouse.move(x + width / 2, y + height / 2)
    assert seat.page.locator("#over .hover").count() == 1
    assert seat.page.locator('.badge[data-of="hover"]').text_content() == "正好"


def test_a_click_finds_the_line_in_the_file(seat):
    seat.choose("lead-second-venture")
    here = seat.page.locator("#source .here", has_text="奋进千亿园区")  # the block's first line is shown before it
    here.wait_for()
    number = int(here.locator(".number").text_content())
    assert "奋进千亿园区" in seat.desk.text.split("\n")[number - 1]
    link = seat.page.locator("#source a").get_attribute("href")
    assert re.fullmatch(rf"vscode://file/.*issue\.yaml:{number}:1", link)


def test_a_finding_leads_to_its_place(seat):
    save(seat.desk, "place: {columns: 1-5, rows: 1-31}", "place: {columns: 1-5, rows: 1-29}")
    seat.settled()
    seat.page.locator("#findings li button", has_text="lead").first.click()
    seat.page.locator("#block h2", has_text="lead-second-venture").first.wait_for()
    seat.page.locator("#blockfit", has_text="超").wait_for()
    assert seat.page.locator("#source .here").count() == 1


def test_zoom_keeps_what_lies_under_the_mouse(seat):
    x, y, width, height = seat.rect("briefs")
    seat.page.mouse.move(x + width / 2, y + height / 2)
    seat.page.keyboard.down("Control")
    seat.page.mouse.wheel(0, -300)
    seat.page.keyboard.up("Control")
    seat.page.wait_for_timeout(400)
    left, top, across, down = seat.rect("briefs")
    assert across > 2 * width
    assert left < x + width / 2 < left + across
    assert top < y + height / 2 < top + down


def test_overlays_by_key(seat):
    for key, shape in (("g", "column"), ("b", "baseline"), ("f", "frame")):
        assert seat.page.locator(f"#over .{shape}").count() == 0
        seat.page.keyboard.press(key)
        assert seat.page.locator(f"#over .{shape}").count() > 0


def test_pages_turn_by_tab_and_key(seat):
    assert seat.page.locator("#tabs button").count() == 1
    seat.page.keyboard.press("o")
    assert seat.page.locator("#overview svg").count() == 1
    seat.page.locator("#overview button").click()
    assert not seat.page.locator("#overview").is_visible()


def test_a_save_puts_in_anew_what_it_changes_and_leaves_the_rest_where_it_is(seat):
    seat.page.evaluate("""() => {
        window.put = [];
        const blocks = (nodes) => [...nodes].map((node) => node.dataset.block);
        const told = (all) => all.forEach((each) => window.put.push(...blocks(each.addedNodes)));
        new MutationObserver(told).observe(document.getElementById("blocks"), { childList: true });
    }""")
    save(seat.desk, "郑志明督查开发区疫情防控工作时强调——", "郑志明督查开发区疫情防控工作时指出——")
    seat.settled()
    assert seat.page.evaluate("window.put") == ["zheng-covid"]


def test_the_copy_is_read_aloud_by_headline_and_paragraph(seat):
    """A paragraph is one, over all the lines that it is set in; a block is a part of the page by its name."""
    lead = seat.page.locator('#copy section[aria-label^="奋进千亿园区"]')
    assert lead.locator("h2").text_content().startswith("奋进千亿园区")
    result = set_issue(seat.desk.issue)
    story = next(block for block in result.makeups[0].page.blocks if block.id == "lead-second-venture")
    told = [each.replace("\n", "") for each in lead.locator("p").all_text_contents()]
    for paragraph in story.content.body:
        assert "".join(paragraph.text.value.split()) in ["".join(each.split()) for each in told]


def test_who_presses_buttons_by_keys_stays_on_them(seat):
    """Neither Enter nor the space bar is taken away from a button, and what it changes leaves the hand where it was."""
    seat.choose("lead-second-venture")
    legs = seat.page.get_by_role("button", name="破栏：少一栏")
    for key, wanted in (("Enter", "legs: 3"), ("Space", "legs: 2")):
        before = seat.desk.text
        legs.focus()
        seat.page.keyboard.press(key)
        assert wanted in seat.written(before)
        assert legs.evaluate("button => button === document.activeElement")
    assert seat.page.locator("#words").count() == 0


def test_everything_that_can_be_pressed_has_a_name(seat):
    seat.choose("lead-second-venture")
    seat.page.keyboard.press("h")
    reader = seat.context.new_cdp_session(seat.page)
    nodes = reader.send("Accessibility.getFullAXTree")["nodes"]
    told = ("button", "tab", "link", "textbox", "image", "dialog", "toolbar", "main", "complementary", "tablist")
    pressed = [node for node in nodes if not node["ignored"] and node["role"]["value"] in told]
    bare = [node for node in pressed if not node["name"]["value"]]
    assert bare == []


def test_a_page_whose_copy_is_short_is_not_called_ready(seat):
    """The state counts the lines that the findings count."""
    text = seat.desk.text
    start = text.index("    body: |", text.index("id: street-shops"))
    end = text.index("  - id: ", start)
    seat.desk.issue.write_text(f"{text[:start]}    body: |\n      只有一句。\n\n{text[end:]}", "utf-8")
    seat.settled()
    lines = (
        seat.page.locator("#findings li", has_text="“street-shops”缺 ").text_content().split("缺 ")[1].split(" 行")[0]
    )
    assert seat.page.locator("#state").text_content() == f"还缺 {lines} 行（1 篇）"


def test_white_that_no_block_covers_is_shown_and_told(seat):
    assert seat.page.locator("#state").text_content() == "可以付印"
    save(seat.desk, "    place: {columns: 8, rows: 1-22}\n", "    filler: yes\n")
    seat.settled()
    assert seat.page.locator("#state").text_content() == "第 2 版还有空白"
    assert seat.page.locator("#over .hole").count() == 1
    assert seat.page.locator('.badge[data-of="holes"]').text_content() == "空 1 栏 22 行"


def test_a_desk_that_was_begun_anew_is_told_and_found_again(seat):
    """Each has a key of its own: the page of one that was killed says so, and is the new one's once that is open."""
    issue = seat.desk.issue
    seat.desk.process.kill()
    seat.desk.process.communicate()
    seat.desk.ended = True
    other = Desk(issue)
    try:
        seat.page.locator("#told", has_text="重新开过了").wait_for()
        beside = seat.context.new_page()
        beside.goto(other.address)
        save(other, "奋进千亿园区　建设未来之城", "奋进百亿园区　建设未来之城")
        seat.settled()
        assert "奋进百亿园区" in seat.words()
    finally:
        seat.page.goto("about:blank")
        seat.wrong.clear()  # a browser complains of a desk that is gone
        other.end()


@pytest.mark.parametrize(("locale", "word"), [("zh-CN", "撤销"), ("en-GB", "undo")])
def test_the_desk_speaks_the_browser_s_language_where_none_was_asked_for(tmp_path, browser, locale, word):
    desk = Desk(real_issue(tmp_path), lang="")
    seat = Seat(desk, browser, locale=locale)
    assert seat.page.locator("#do-undo").text_content() == word
    seat.end()
    desk.end()


def test_a_new_issue_of_four_lines_is_empty_and_nothing_is_wrong_with_it(tmp_path, browser):
    issue = tmp_path / "issue.yaml"
    issue.write_text("date: 2022-03-31\npage: 2\nsection: 要闻\ntemplate: tabloid\n", "utf-8")
    desk = Desk(issue)
    seat = Seat(desk, browser)
    assert seat.page.locator("#state").text_content() == "第 2 版还空着"
    assert seat.page.locator("#invite").is_visible()
    assert seat.page.locator("#findings li").count() == 0
    seat.end()
    desk.end()


def test_the_history_tells_hours_and_days_as_people_write_them(seat):
    before = seat.desk.text
    seat.choose("briefs")
    seat.page.keyboard.press("l")
    locked = seat.written(before)
    seat.page.keyboard.press("h")
    first = seat.page.locator("#history li").last
    assert re.match(r"\d\d:\d\d 打开", first.text_content())
    first.locator("button").click()
    seat.written(locked)
    assert re.search(r"回到 \d\d-\d\d \d\d:\d\d", seat.page.locator("#history li").first.text_content())
