"""Blocks moved and pulled by mouse and keys, and what that leaves in the file."""

from __future__ import annotations

import json
import re

from paiban.engine import set_issue
from tests.support.desk import Desk, Seat, real_issue

HEADLINE = "奋进千亿园区　建设未来之城"
COVID = "place: {columns: 6-7, rows: 1-22}"


def pull(seat, block: str, side: str, dx: float, dy: float) -> None:
    """An edge taken with the mouse, and held."""
    seat.choose(block)
    handle = seat.page.locator(f'.handle[data-side="{side}"]').bounding_box()
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    seat.drag((x, y), (x + dx, y + dy))


def row(seat) -> float:
    """The height of a row on the screen."""
    return seat.rect("briefs")[3] / 22


def told(seat) -> str:
    return seat.page.locator('.badge[data-of="hands"]').first.text_content()


def test_a_pulled_edge_says_lines_over_before_it_is_let_go_and_writes_four_numbers(seat):
    """What it says is what setting the issue with those rows says."""
    before = seat.desk.text
    pull(seat, "zheng-covid", "s", 0, -3 * row(seat))
    said = told(seat)
    assert seat.desk.text == before
    seat.page.mouse.up()
    assert seat.written(before) == before.replace(COVID, "place: {columns: 6-7, rows: 1-19}")
    fit = next(fit for fit in set_issue(seat.desk.issue, draft=True).makeups[0].fits if fit.block == "zheng-covid")
    assert said == f"超 {fit.over_lines} 行 {fit.over_characters} 字"


def test_the_lines_flow_while_the_edge_is_pulled(seat):
    lines = '#blocks svg[data-block="zheng-covid"] text'
    before = seat.page.locator(lines).count()
    pull(seat, "zheng-covid", "s", 0, -8 * row(seat))
    told(seat)
    assert seat.page.locator(lines).count() < before
    seat.page.keyboard.press("Escape")
    assert seat.page.locator(lines).count() == before
    seat.page.mouse.up()


def test_a_drag_moves_a_block_and_undo_takes_it_back_to_the_byte(seat):
    before = seat.desk.text
    drag_down(seat, 4)
    after = seat.written(before)
    assert "place: {columns: 8, rows: 5-26}" in after
    seat.page.keyboard.press("Control+z")
    assert seat.written(after) == before
    seat.page.keyboard.press("Control+y")
    assert seat.written(before) == after


def drag_down(seat, rows: int) -> None:
    x, y, width, _ = seat.rect("briefs")
    seat.drag((x + width / 2, y + 60), (x + width / 2, y + 60 + rows * row(seat)))
    seat.page.mouse.up()


def test_what_would_overlap_is_shown_while_dragging(seat):
    x, y, width, _ = seat.rect("briefs")
    seat.drag((x + width / 2, y + 60), (x - width, y + 60))
    seat.page.wait_for_selector("#over .meets")
    seat.page.keyboard.press("Escape")
    seat.page.mouse.up()
    assert seat.page.locator("#over .meets").count() == 0


def test_an_edge_with_alt_takes_the_neighbours_along(seat):
    """Below the lead stand two stories: its foot goes up by two rows, their heads follow."""
    before = seat.desk.text
    seat.page.keyboard.down("Alt")
    pull(seat, "lead-second-venture", "s", 0, -2 * row(seat))
    told(seat)
    ghosts = seat.page.locator("#over .ghost").count()
    seat.page.mouse.up()
    seat.page.keyboard.up("Alt")
    after = seat.written(before)
    assert ghosts == 3
    assert "place: {columns: 1-5, rows: 1-29}" in after
    assert len(re.findall(r"rows: 30-", after)) == 2


def test_two_blocks_swap(seat):
    before = seat.desk.text
    first, second = seat.rect("zheng-covid"), seat.rect("briefs")
    seat.page.keyboard.down("Alt")
    seat.drag((second[0] + 20, second[1] + 60), (first[0] + 40, first[1] + 60))
    told(seat)
    seat.page.mouse.up()
    seat.page.keyboard.up("Alt")
    after = seat.written(before)
    assert after.index("zheng-covid") < after.index("place: {columns: 8, rows: 1-22}") < after.index("id: briefs")
    assert after.count(COVID) == 1


def test_arrow_keys_move_and_pull(seat):
    before = seat.desk.text
    seat.choose("briefs")
    seat.page.keyboard.press("ArrowDown")
    seat.page.keyboard.press("ArrowDown")
    told(seat)
    after = seat.written(before)
    assert "place: {columns: 8, rows: 3-24}" in after
    seat.page.keyboard.press("Shift+ArrowUp")
    assert "place: {columns: 8, rows: 3-23}" in seat.written(after)


def test_a_locked_block_stays(seat):
    before = seat.desk.text
    seat.choose("briefs")
    seat.page.keyboard.press("l")
    locked = seat.written(before)
    assert "locked: yes" in locked
    seat.page.wait_for_selector("#block button:has-text('解锁')")
    drag_down(seat, 4)
    seat.page.wait_for_timeout(500)
    assert seat.desk.text == locked


def test_to_the_shelf_and_back(seat):
    before = seat.desk.text
    seat.choose("zheng-covid")
    seat.page.keyboard.press("Delete")
    waiting = seat.page.locator("#shelf li")
    waiting.wait_for()
    assert COVID not in seat.desk.text
    assert "filler: yes" in seat.desk.text
    seat.page.keyboard.press("Control+z")
    waiting.wait_for(state="detached")
    assert seat.desk.text == before


def test_a_weight_by_the_side_and_by_its_key_also_of_what_waits(seat):
    before = seat.desk.text
    seat.choose("zheng-covid")
    assert seat.page.locator("#weight [aria-pressed=true]").text_content() == "3"
    seat.page.get_by_role("button", name="分量 2", exact=True).click()
    lighter = seat.written(before)
    assert lighter == before.replace("id: zheng-covid\n    weight: 3\n", "id: zheng-covid\n    weight: 2\n")
    assert "分量改成 2《" in seat.page.locator("#history li").first.text_content()
    seat.page.keyboard.press("Control+z")
    assert seat.written(lighter) == before
    seat.page.keyboard.press("Delete")
    waits = seat.written(before)
    seat.page.keyboard.press("w")
    heavier = seat.written(waits)
    assert "    weight: 4\n    kicker: 郑志明" in heavier
    seat.page.keyboard.press("Shift+W")
    assert seat.written(heavier) == waits


def test_the_side_keeps_its_rows_where_a_block_cannot_be_set(seat):
    before = seat.desk.text
    seat.choose("zheng-covid")
    form = seat.page.locator("#block .row", has=seat.page.get_by_role("button", name="竖题"))
    was = form.bounding_box()
    seat.desk.issue.write_text(before.replace("rows: 1-22}", "rows: 1-3}", 1), "utf-8")
    seat.settled()
    assert seat.page.locator("#blockfit").text_content() == "这里排不下"
    assert form.bounding_box() == was
    assert seat.page.get_by_role("button", name="破栏：少一栏").is_disabled()


def test_what_is_said_of_a_story_chosen_on_the_shelf_comes_into_sight(seat):
    """Make-ups stand open above, so high that the shelf ends at the foot of the side."""
    seat.choose("zheng-covid")
    seat.page.keyboard.press("Delete")
    waiting = seat.page.locator("#shelf li")
    waiting.wait_for()
    foot = "(at) => side.getBoundingClientRect().bottom - document.getElementById(at).getBoundingClientRect()"
    seat.page.evaluate("plans.hidden = false, plans.append('方案')")
    seat.page.evaluate(f"plans.style.height = `${{({foot}.bottom)('shelf') + plans.offsetHeight}}px`")
    waiting.locator("button").first.click()
    assert seat.page.evaluate(f"{foot}.top", "block") > 100


def test_a_headline_form(seat):
    before = seat.desk.text
    seat.choose("lead-second-venture")
    seat.page.locator("#block button", has_text="串文题").click()
    assert "headline_form: partial" in seat.written(before)


def test_columns_are_recut_by_key(seat):
    before = seat.desk.text
    seat.choose("lead-second-venture")
    seat.page.keyboard.press("]")
    assert seat.written(before) == before.replace("    legs: 4\n", "    legs: 5\n")


def test_undo_across_a_restart_and_over_a_change_from_outside(tmp_path, browser):
    desk = Desk(real_issue(tmp_path / "二版#3"))
    before = desk.text
    seat = Seat(desk, browser)
    drag_down(seat, 4)
    moved = seat.written(before)
    assert "%233/issue.yaml:" in seat.page.locator("#source a").get_attribute("href")
    seat.end()
    desk.end()
    desk.issue.write_bytes(moved.replace(HEADLINE, "奋进百亿园区").encode())
    desk = Desk(desk.issue, "--as", "夜班")
    seat = Seat(desk, browser)
    seat.page.keyboard.press("Control+z")
    assert seat.written(moved.replace(HEADLINE, "奋进百亿园区")) == before.replace(HEADLINE, "奋进百亿园区")
    seat.end()
    desk.end()
    journal = [json.loads(line) for line in desk.issue.with_name("issue.desk.jsonl").read_text("utf-8").splitlines()]
    assert [entry["what"] for entry in journal] == ["seen", "edit", "outside", "undo"]
    assert journal[-1]["who"] == "夜班"


def test_a_locked_block_shows_that_it_is_and_says_why_it_stays(seat):
    before = seat.desk.text
    seat.choose("briefs")
    read = seat.page.locator("#copy section").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
    assert not seat.page.locator("#over .lock").count()
    seat.page.keyboard.press("l")
    locked = seat.written(before)
    seat.page.locator('#over .lock[data-block="briefs"]').wait_for()
    assert "已锁定" in seat.page.locator("#announced").text_content()
    after = seat.page.locator("#copy section").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
    assert [name for name in after if name not in read] == [
        f"{name} 已锁定" for name in read if f"{name} 已锁定" in after
    ]
    assert after != read
    seat.page.keyboard.press("ArrowDown")
    told = seat.page.locator("#told", has_text="锁定着：按 L 解锁")
    told.wait_for()
    seat.page.evaluate("document.querySelector('#told').replaceChildren()")
    x, y, width, height = seat.rect("briefs")
    seat.drag((x + width / 2, y + height / 2), (x + width / 2, y + height / 2 + 20), steps=3)
    seat.page.mouse.up()
    told.wait_for()
    seat.page.keyboard.press("Escape")
    seat.page.mouse.move(5, 300)
    assert not seat.page.locator("#over .lock").count()
    x, y, width, height = seat.rect("briefs")
    seat.page.mouse.move(x + width / 2, y + height / 2)
    seat.page.locator('#over .lock[data-block="briefs"]').wait_for()
    seat.page.mouse.move(5, 300)
    seat.page.locator("#over .lock").wait_for(state="detached")
    seat.page.keyboard.press("f")  # with the frames every lock
    seat.page.locator("#over .lock").wait_for()
    assert seat.desk.text == locked
