"""A whole evening in the browser alone, by mouse and keys: from a folder of Word files and photographs to the PDF for
the press. Every key, click and drag is counted.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from paiban.engine import set_issue
from tests.support.desk import Desk, Seat
from tests.support.evening import PICTURES, STORIES, evening

EMPTY = "date: 2022-03-31\npage: 2\nsection: 要闻\ntemplate: tabloid\n"
MOST_ACTIONS = 250


class Person:
    """Whoever sits there, and how often a hand moved."""

    def __init__(self, seat: Seat) -> None:
        self.seat, self.page, self.actions = seat, seat.page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.actions += 1
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        """By an input method a character is about one key."""
        self.actions += len(words)
        self.page.keyboard.insert_text(words)

    def click(self, selector: str, words: str = "") -> None:
        self.actions += 1
        self.page.locator(selector, has_text=words or None).first.click()

    def double_click(self, x: float, y: float) -> None:
        self.actions += 2
        self.page.mouse.dblclick(x, y)

    def bring(self, folder) -> None:
        """Files are chosen all at once in the system's own window: a key to open it, one for all, one to take them."""
        self.page.on("filechooser", lambda _: None)  # the driver stands in for the system's window from now on,
        self.page.wait_for_timeout(500)  # once the browser knows
        with self.page.expect_file_chooser() as chooser:
            self.press("i")
        self.actions += 2
        chooser.value.set_files(sorted(folder.iterdir()))


@pytest.fixture
def desk(tmp_path):
    issue = tmp_path / "issue" / "issue.yaml"
    issue.parent.mkdir()
    issue.write_text(EMPTY, "utf-8")
    running = Desk(issue)
    yield running
    running.end()


@pytest.fixture
def seat(desk, browser):
    sitting = Seat(desk, browser)
    yield sitting
    sitting.end()


def test_from_a_folder_to_the_press(seat, tmp_path):
    folder = tmp_path / "来稿"
    folder.mkdir()
    for name, data in evening().items():
        (folder / name).write_bytes(data)
    person, page = Person(seat), seat.page

    before = seat.desk.text
    person.bring(folder)
    before = seat.written(before)
    assert page.locator("#shelf li").count() == len(STORIES) + len(PICTURES)

    person.press("Shift+M")  # all of it made up
    page.locator("#plans button.plan").first.wait_for()
    person.click("#plans button.plan")
    before = seat.written(before)
    assert page.locator("#shelf li").count() == 0

    person.press("Control+f")  # a word is another in the whole issue
    page.locator("#find-find:focus").wait_for()
    person.type("滤池")
    page.locator("#find li").first.wait_for()
    person.press("Tab")
    person.type("滤料")
    person.press("Control+Enter")
    before = seat.written(before)
    person.press("Escape")

    lead = next(block for block in set_issue(seat.desk.issue).makeups[0].page.blocks if block.weight == 5)
    x, y, width, _ = seat.rect(lead.id)
    person.double_click(x + width / 2, y + 14)  # the lead gets another headline
    page.locator("#words textarea").wait_for()
    person.press("Control+a")
    person.type("新桥今日合龙通车")
    seat.idle()
    person.press("Control+Enter")
    before = seat.written(before)

    person.press("1")  # the proof for the first reading
    person.press("h")
    person.click("#version-name")
    person.type("送二校")
    person.press("Enter")
    page.locator("#versions .version", has_text="送二校").wait_for()
    page.locator("#stage").focus()
    person.press("s")
    page.locator("#signed", has_text="已签发").wait_for()

    assert page.locator("#findings .error").count() == 0
    with seat.context.expect_event("request", lambda asked: "/proof/pdf" in asked.url) as asked:
        person.press("p")
    pdf = seat.context.request.get(asked.value.url).body()
    print(f"{person.actions} actions")
    assert person.actions <= MOST_ACTIONS
    with pikepdf.open(BytesIO(pdf)) as document:
        assert "/GTS_PDFXVersion" in document.docinfo
        images = [
            each for each in document.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
        assert len(images) == len(PICTURES)
    for title in (title.replace("滤池", "滤料") for title, _ in STORIES[1:]):
        assert title in seat.words().replace("\n", "")
    assert "新桥今日合龙通车" in seat.words().replace("\n", "")
    assert "滤池" not in seat.words()
