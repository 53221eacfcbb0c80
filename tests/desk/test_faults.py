"""What the program itself does wrong is told to whoever asked; the desk goes on, and nothing typed is lost."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from paiban.desk.bringing import Step, bring_in
from paiban.desk.journal import EDIT, UNDO, Journal, journal_path
from paiban.desk.record import RecordBook
from paiban.desk.serve import desk_of
from paiban.desk.session import Session
from paiban.engine.house import USUAL
from paiban.language import Words
from tests.support.desk import Seat, real_issue

NAMED = Words("改字", "edit")


def broken(*_words):
    raise ZeroDivisionError("a fault of the tests")


class Hosted:
    """A desk in this very process, so that a test can break a part of it."""

    ended = False

    def __init__(self, issue) -> None:
        wanted = {"lang": "zh", "editor": "", "story": ""}
        self.issue = issue
        self.desk = desk_of(issue, USUAL, "夜班", wanted)
        self.address = self.desk.address
        self.origin = "http://" + urlsplit(self.address).netloc
        self.thread = threading.Thread(target=self.desk.run)
        self.thread.start()

    @property
    def text(self) -> str:
        return self.issue.read_bytes().decode("utf-8")

    def end(self) -> None:
        self.desk.server.should_exit = True
        self.thread.join(30)


@pytest.fixture
def desk(tmp_path):
    running = Hosted(real_issue(tmp_path))
    yield running
    running.end()


def test_a_question_that_fails_is_answered_and_told(desk, browser, monkeypatch):
    """Nothing waits for ever: the state says what happened, and the next change is made as ever."""
    seat = Seat(desk, browser)
    monkeypatch.setattr("paiban.desk.session.asked", broken)
    seat.choose("briefs")
    seat.page.keyboard.press("l")
    seat.page.locator("#told", has_text="程序出了错").wait_for()
    seat.idle()
    monkeypatch.undo()
    before = desk.text
    seat.page.keyboard.press("l")
    assert "locked: yes" in seat.written(before)
    seat.end()


def test_what_is_typed_stays_open_where_writing_fails(desk, browser, monkeypatch):
    seat = Seat(desk, browser)
    x, y, width, _ = seat.rect("lead-second-venture")
    seat.page.mouse.dblclick(x + width / 2, y + 40)
    field = seat.page.locator("#words textarea")
    field.wait_for()
    seat.page.keyboard.insert_text("〔在打的字〕")
    seat.idle()
    monkeypatch.setattr("paiban.desk.session.bring_in", broken)
    seat.page.keyboard.press("Control+Enter")
    seat.page.locator("#told", has_text="程序出了错").wait_for()
    assert "〔在打的字〕" in seat.page.locator("#words textarea").input_value()
    monkeypatch.undo()
    before = desk.text
    seat.page.keyboard.press("Control+Enter")
    assert "〔在打的字〕" in seat.written(before)
    seat.end()


def test_a_page_that_cannot_be_drawn_leaves_the_last_one_and_later_saves_are_seen(desk, browser, monkeypatch):
    seat = Seat(desk, browser)
    monkeypatch.setattr("paiban.desk.state.drawn_page", broken)
    desk.issue.write_bytes(desk.text.replace("奋进千亿园区", "奋进百亿园区").encode())
    seat.settled()
    assert "程序出了错" in seat.page.locator("#findings").text_content()
    assert seat.page.locator("#blocks text").count()
    monkeypatch.undo()
    desk.issue.write_bytes(desk.text.replace("奋进百亿园区", "奋进万亿园区").encode())
    seat.settled()
    assert "奋进万亿园区" in seat.words()
    seat.end()


def test_a_note_that_is_kept_late_takes_nobody_away_from_the_words_that_are_typed_meanwhile(desk, browser, monkeypatch):
    seat = Seat(desk, browser)
    say, may_go_on = RecordBook.say, threading.Event()
    monkeypatch.setattr(RecordBook, "say", lambda *words, **facts: (may_go_on.wait(60), say(*words, **facts)))
    seat.choose("lead-second-venture")
    seat.page.keyboard.press("a")
    seat.page.locator("#note").fill("查一查")
    seat.page.locator("#note").press("Control+Enter")
    x, y, width, _ = seat.rect("lead-second-venture")
    seat.page.mouse.dblclick(x + width / 2, y + 40)
    seat.page.locator("#words textarea").wait_for()
    assert seat.page.locator("#note").count() == 1
    may_go_on.set()
    seat.page.locator("#note").wait_for(state="detached")
    assert seat.page.locator("#words textarea:focus").count() == 1
    before = desk.text
    seat.page.keyboard.insert_text("〔还在打的字〕")
    seat.page.keyboard.press("Control+Enter")
    assert "〔还在打的字〕" in seat.written(before)
    seat.end()


ODD = (None, True, -1, 10**30, "", "编", [], {}, [None], [[], {}], {"place": 5}, [{"id": "briefs", "place": 5}])
WAYS = ("fit", "suits", "piece", "source", "say", "version", "find", "replace", "edit", "undo", "redo", "step",
        "typed", "stop", "take", "try", "look", "no such thing")  # fmt: skip
NAMES = ("moves", "id", "line", "column", "what", "words", "of", "by", "only", "do", "revision", "at", "start", "was",
         "number", "place", "form", "focus")  # fmt: skip


def test_no_question_makes_the_desk_fail_and_none_changes_the_file(tmp_path):
    """Whatever is asked, even what no browser of ours would ask, has an answer, and none that the program failed."""
    issue = real_issue(tmp_path)
    before = issue.read_bytes()

    async def ask() -> list[dict]:
        session = Session(issue, USUAL, "夜班")
        await session.look()
        asked = [{"ask": way, **dict.fromkeys(NAMES, odd), "n": 1} for way in WAYS for odd in ODD]
        asked += [{"ask": "edit", "do": do, "id": "briefs", "revision": session.shown.revision, name: odd}
                  for do in ("place", "crop", "words", "form", "weigh") for name in NAMES[:-1] for odd in ODD
                  if name not in ("do", "id", "revision")]  # fmt: skip
        answers = [await session.answer(each) for each in asked]
        await session.close()
        return answers

    with ThreadPoolExecutor(1) as aside:  # the browser's driver has a loop in this thread
        answers = aside.submit(lambda: asyncio.run(ask())).result()
    assert [answer for answer in answers if "fault" in answer] == []
    assert issue.read_bytes() == before


def test_a_journal_that_cannot_be_written_keeps_the_file_and_says_so(tmp_path):
    issue = tmp_path / "issue.yaml"
    issue.write_bytes("甲\n".encode())
    journal_path(issue).mkdir()
    told, after = bring_in(issue, Journal(issue, "夜班"), Step("甲\n", "乙\n", EDIT, NAMED))
    assert told["refused"]["code"] == "P720"
    assert after is None
    assert issue.read_bytes() == "甲\n".encode()


def test_a_step_back_that_changes_nothing_any_more_leads_on_to_the_one_before(tmp_path):
    """Somebody else took the change back by hand already."""
    issue = tmp_path / "issue.yaml"
    journal = Journal(issue, "夜班")
    for base, mine in (("甲\n乙\n", "一\n乙\n"), ("一\n乙\n", "一\n二\n")):
        issue.write_bytes(base.encode())
        bring_in(issue, journal, Step(base, mine, EDIT, NAMED))
    issue.write_bytes("一\n乙\n".encode())
    for _ in range(2):
        number = journal.stacks()[0][-1]
        after = journal.text_after(number)
        before = journal.entries[number].hunk.back(after)
        bring_in(issue, journal, Step(after, before, UNDO, NAMED, number))
    assert journal.stacks()[0] == []
    assert issue.read_bytes() == "甲\n乙\n".encode()


def test_a_save_between_the_look_and_the_writing_is_kept(tmp_path, monkeypatch):
    """Another program saves at the worst moment: the change is brought into what it saved."""
    issue = tmp_path / "issue.yaml"
    issue.write_bytes("甲\n乙\n丙\n".encode())
    journal = Journal(issue, "夜班")
    changed = journal.changed

    def saved_meanwhile(*words):
        monkeypatch.setattr(journal, "changed", changed)
        issue.write_bytes("甲\n乙\n三\n".encode())
        changed(*words)

    monkeypatch.setattr(journal, "changed", saved_meanwhile)
    told, after = bring_in(issue, journal, Step("甲\n乙\n丙\n", "一\n乙\n丙\n", EDIT, NAMED))
    assert told["done"]
    assert after == "一\n乙\n三\n" == issue.read_bytes().decode()
    number = journal.stacks()[0][-1]
    assert journal.entries[number].hunk.back(journal.text_after(number)) == "甲\n乙\n三\n"
