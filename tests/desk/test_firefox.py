"""Each feature of the desk once in Firefox, as a person would do it; nothing is asked of anybody but the desk."""

from __future__ import annotations

import time
from json import dumps

import pytest

from tests.desk.test_drop import DROP, STORY
from tests.support.bidi import Firefox, running_firefox
from tests.support.desk import Desk, real_issue

LEAD = "lead-second-venture"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with running_firefox(tmp_path_factory.mktemp("profile")) as running:
        yield running


class Sitting:
    """The browser at a desk."""

    def __init__(self, desk: Desk, browser: Firefox) -> None:
        self.desk, self.browser = desk, browser
        browser.said.clear()
        browser.open(desk.address)
        browser.until(
            "document.querySelector('#blocks svg text') !== null && document.documentElement.dataset.revision"
        )

    def rect(self, selector: str) -> list[float]:
        """Left, top, width and height of the largest of some elements."""
        return self.browser.run(
            f"[...document.querySelectorAll({dumps(selector)})].map((each) => each.getBoundingClientRect())"
            ".map(({ x, y, width, height }) => [x, y, width, height])"
            ".sort((one, other) => other[2] * other[3] - one[2] * one[3])[0]"
        )

    def block(self, id_: str) -> list[float]:
        return self.rect(f'#blocks svg[data-block="{id_}"]')

    def choose(self, id_: str) -> None:
        x, y, width, _ = self.block(id_)
        self.browser.click(x + width / 2, y + 12)
        self.browser.until(f"document.querySelector('#block h2')?.textContent === '{id_}'")

    def words(self, selector: str) -> str:
        return self.browser.run(f"document.querySelector({dumps(selector)})?.textContent ?? ''")

    def shown(self, selector: str, words: str = "") -> None:
        self.browser.until(
            f"[...document.querySelectorAll({dumps(selector)})].some((e) => e.textContent.includes({dumps(words)}))"
        )

    def written(self, before: str) -> str:
        """Wait until the file says something else, and the screen shows it."""
        end = time.monotonic() + 90
        while self.desk.text == before:
            assert time.monotonic() < end, "nothing was written"
            time.sleep(0.05)
        self.settled()
        return self.desk.text

    def settled(self) -> None:
        from paiban.issue.write_back import revision  # noqa: PLC0415

        self.browser.until(f"document.documentElement.dataset.revision === '{revision(self.desk.issue.read_bytes())}'")

    def back(self, first: str) -> None:
        """Undo the last step, which leads to ``first``."""
        before = self.desk.text
        self.browser.press("Control", "z")
        assert self.written(before) == first


@pytest.fixture
def seat(tmp_path, browser):
    desk = Desk(real_issue(tmp_path))
    sitting = Sitting(desk, browser)
    yield sitting
    wrong = browser.wrong(desk.origin)
    browser.open("about:blank")
    desk.end()
    assert wrong == []


def test_the_page_zoom_overlays_and_the_line_of_the_file(seat):
    browser = seat.browser
    assert browser.run("document.querySelectorAll('#blocks text').length") > 200
    x, y, width, height = seat.block("briefs")
    browser.act("pointer", [{"type": "pointerMove", "x": round(x + width / 2), "y": round(y + height / 2)}])
    seat.shown('.badge[data-of="hover"]')
    for key, shape in (("g", "column"), ("b", "baseline"), ("f", "frame")):
        browser.press(key)
        browser.until(f"document.querySelectorAll('#over .{shape}').length")
    browser.press("+")
    browser.until(
        f"document.querySelector('#blocks svg[data-block=\"briefs\"]').getBoundingClientRect().width > {width} * 1.1"
    )
    browser.press("0")
    browser.press("n")
    browser.until("document.querySelector('#paper').classList.contains('newsprint')")
    browser.press("n")
    seat.choose(LEAD)
    seat.shown("#source .here", "奋进千亿园区")


def test_a_save_outside_shows_and_a_wrong_file_keeps_the_page(seat):
    text = seat.desk.text
    seat.desk.issue.write_bytes(text.replace("奋进千亿园区", "奋进百亿园区").encode())
    seat.settled()
    assert "奋进百亿园区" in seat.words("#copy")
    seat.desk.issue.write_bytes(text.replace("  - id: briefs\n", "  - id: [briefs\n").encode())
    seat.shown("#state.stale")
    assert seat.browser.run("document.querySelectorAll('#blocks text').length") > 200


def test_an_edge_pulled_a_block_dragged_and_moved_by_keys(seat):
    browser, before = seat.browser, seat.desk.text
    row = seat.block("briefs")[3] / 22
    seat.choose("zheng-covid")
    x, y, width, height = seat.rect('.handle[data-side="s"]')
    start = x + width / 2, y + height / 2
    browser.drag(start, (start[0], start[1] - 3 * row), drop=False)
    seat.shown('.badge[data-of="hands"]', "超")
    browser.let_go()
    after = seat.written(before)
    assert after == before.replace("place: {columns: 6-7, rows: 1-22}", "place: {columns: 6-7, rows: 1-19}")
    seat.back(before)
    x, y, width, _ = seat.block("briefs")
    browser.drag((x + width / 2, y + 60), (x + width / 2, y + 60 + 4 * row))
    assert "place: {columns: 8, rows: 5-26}" in seat.written(before)
    seat.back(before)
    seat.choose("briefs")
    browser.press("ArrowDown")
    assert "place: {columns: 8, rows: 2-23}" in seat.written(before)


def test_lock_shelf_legs_and_box_by_key(seat):
    browser, before = seat.browser, seat.desk.text
    for block, key, words in (("briefs", "l", "locked: yes"), ("zheng-covid", "Delete", "filler: yes"),
                              (LEAD, "]", "legs: 5"), ("ipm-signing", "x", "box: yes")):  # fmt: skip
        if f"id: {block}" not in before:
            continue
        seat.choose(block)
        browser.press(key)
        assert words in seat.written(before)
        seat.back(before)


def test_words_in_place_with_the_count_and_found_and_replaced(seat):
    browser, before = seat.browser, seat.desk.text
    x, y, width, _ = seat.block(LEAD)
    browser.click(x + width / 2, y + 14, times=2)
    browser.until("document.activeElement?.matches('#words textarea')")
    browser.type("新")
    seat.shown("#words output", "字")
    browser.press("Control", "b")
    browser.until("document.activeElement.value.includes('新****')")
    browser.press("Control", "z")
    browser.until("!document.activeElement.value.includes('*')")
    browser.press("Control", "Enter")
    typed = seat.written(before)
    assert len(typed) == len(before) + 1
    seat.back(before)
    browser.press("Control", "f")
    browser.until("document.activeElement?.id === 'find-find'")
    browser.type("千亿园区")
    seat.shown("#find output", "处")
    browser.run("document.getElementById('find-replace').focus()")
    browser.type("百亿园区")
    browser.press("Control", "Enter")
    after = seat.written(before)
    assert "千亿园区" not in after.split("stories:", 1)[1]


def test_a_note_a_version_and_a_signature(seat):
    browser = seat.browser
    seat.choose("briefs")
    browser.press("a")
    browser.until("document.activeElement?.id === 'note'")
    browser.type("查一查")
    browser.press("Control", "Enter")
    seat.shown("#notes .note", "查一查")
    seat.shown("#paper .pin", "1")
    browser.until("document.querySelector('#note') === null")
    browser.press("h")
    browser.until("!document.querySelector('#versions').hidden")
    browser.run("document.getElementById('version-name').focus()")
    browser.type("送二校")
    browser.press("Enter")
    seat.shown("#versions .version", "送二校")
    browser.run("document.querySelector('#stage').focus()")
    browser.press("s")
    seat.shown("#signed", "已签发")


def test_files_dropped_wait_on_the_shelf_and_a_place_is_offered(seat):
    browser, before = seat.browser, seat.desk.text
    names, parts = ["渡口.txt"], [list(STORY.encode())]
    browser.run(f"({DROP.strip()})({dumps([names, parts])})")
    assert "headline: 新渡口今日通航" in seat.written(before)
    seat.shown("#shelf li", "新渡口")


def test_make_ups_are_proposed_and_one_taken(seat):
    before = seat.desk.text
    seat.browser.press("m")
    seat.browser.until("document.querySelectorAll('#plans button.plan').length", "no make-up came")
    seat.browser.run("document.querySelector('#plans button.plan').click()")
    seat.browser.until("document.querySelector('#plans').hidden")
    seat.back(before) if seat.desk.text != before else None


def test_a_proof_is_asked_for_by_key(seat):
    seat.browser.run("(() => { window.asked = []; window.open = (url) => window.asked.push(url); })()")
    seat.browser.press("1")
    (address,) = seat.browser.until("window.asked.length && window.asked")
    size = seat.browser.run(f"fetch({dumps(address)}).then((told) => told.blob()).then((blob) => blob.size)")
    assert size > 100_000


def test_one_story_is_written_to_length(tmp_path, browser):
    desk = Desk(real_issue(tmp_path), "--story", LEAD)
    seat = Sitting(desk, browser)
    before = desk.text
    browser.until("document.activeElement?.matches('#words textarea')")
    browser.type("新")
    browser.press("Control", "Enter")
    assert len(seat.written(before)) == len(before) + 1
    wrong = browser.wrong(desk.origin)
    browser.open("about:blank")
    desk.end()
    assert wrong == []
