"""What is said beside the text: notes, versions by name, pages signed off; and the journal made shorter."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from paiban.desk import journal as journals
from paiban.desk.journal import EDIT, OUTSIDE, SEEN, UNDO, UNNAMED, Journal
from paiban.desk.record import NOTE, RecordBook, record_path
from tests.desk.test_words import open_headline
from tests.support.desk import Desk, Seat

PIN_ON_SCREEN = bytes((1, 102, 179))
"""The colour of a pin (批注) on a proof, as the sample's press has it."""


def note(seat, words: str) -> None:
    seat.choose("zheng-covid")
    seat.page.keyboard.press("a")
    seat.page.keyboard.insert_text(words)
    seat.page.keyboard.press("Control+Enter")


def pins(seat) -> list[str]:
    return seat.page.locator(".pin").evaluate_all("all => all.map(each => each.title)")


def test_a_note_is_pinned_answered_and_dealt_with_and_the_file_stays(seat):
    before = seat.desk.text
    note(seat, "数字请核对")
    pin = seat.page.locator(".pin")
    pin.wait_for()
    x, y, width, height = seat.rect("zheng-covid")
    box = pin.bounding_box()
    assert x - 20 < box["x"] < x + width
    assert y - 20 < box["y"] < y + height
    seat.page.locator(".note input").fill("已核对")
    seat.page.locator(".note input").press("Enter")
    seat.page.locator(".note p", has_text="已核对").wait_for()
    seat.page.click(".note .resolve")
    pin.wait_for(state="detached")
    assert seat.desk.text == before


def test_a_note_is_on_the_other_desk_and_after_a_restart(desk, seat, browser):
    other = Desk(desk.issue, "--as", "二版")
    second = Seat(other, browser)
    note(second, "题太长")
    seat.page.wait_for_selector(".pin")
    assert pins(seat) == ["二版：题太长"]
    second.end()
    other.end()
    again = Desk(desk.issue)
    third = Seat(again, browser)
    third.page.wait_for_selector(".pin")
    third.end()
    again.end()


def test_what_is_being_typed_stays_when_somebody_else_says_something(seat):
    note(seat, "一")
    seat.page.locator(".note input").fill("还在写")
    seat.desk.issue.write_bytes(b"# \n" + seat.desk.issue.read_bytes())
    seat.settled()
    RecordBook(seat.desk.issue, "二版").say(NOTE, words="二", block="briefs")
    seat.page.locator(".note p", has_text="二版").wait_for()
    assert seat.page.locator(".note input").first.input_value() == "还在写"
    assert seat.page.locator(".note input").first.evaluate("field => field === document.activeElement")


def keep_version(seat, name: str) -> None:
    seat.page.keyboard.press("h")
    seat.page.locator("#version-name").fill(name)
    seat.page.locator("#version-name").press("Enter")
    seat.page.locator("#versions li", has_text=name).wait_for()
    seat.page.locator("#stage").focus()


def test_esc_in_the_name_of_a_version_puts_the_list_away(seat):
    seat.page.keyboard.press("h")
    seat.page.locator("#version-name").press("Escape")
    assert not seat.page.locator("#history, #versions").locator("visible=true").count()
    seat.page.keyboard.press("g")
    assert seat.page.locator("#do-grid").get_attribute("aria-pressed") == "true"


def new_headline(seat, words: str) -> str:
    before = seat.desk.text
    open_headline(seat)
    seat.page.keyboard.press("Control+a")
    seat.page.keyboard.insert_text(words)
    seat.page.keyboard.press("Control+Enter")
    return seat.written(before)


def test_a_version_says_what_changed_since_and_is_gone_back_to(seat):
    before = seat.desk.text
    keep_version(seat, "送二校")
    after = new_headline(seat, "奋进百亿园区")
    version = seat.page.locator("#versions li", has_text="送二校")
    version.locator(".where", has_text="1 块").wait_for()
    version.locator("button").first.click()
    assert seat.page.locator("#over .since").count() == 1
    assert seat.page.locator("#peek").count() == 0  # which would hide it
    version.locator(".back").click()
    assert seat.written(after) == before
    version.locator(".where", has_text="没有改动").wait_for()


def test_a_signed_page_says_who_and_whether_it_changed_since(seat):
    """A comment in the file changes nothing that is drawn; a word does, and taking it back makes it as signed."""
    seat.page.click("#do-sign")
    signed = seat.page.locator("#signed.good")
    signed.wait_for()
    assert "已签发" in signed.text_content()
    seat.desk.issue.write_bytes(b"# \n" + seat.desk.issue.read_bytes())
    seat.settled()
    assert signed.count() == 1
    new_headline(seat, "奋进百亿园区")
    seat.page.wait_for_selector("#signed.over")
    seat.page.keyboard.press("Control+z")
    signed.wait_for()


def test_a_page_with_errors_cannot_be_signed(seat):
    text = seat.desk.text
    seat.desk.issue.write_bytes(text.replace("columns: 8, rows: 1-22", "columns: 7, rows: 1-22").encode())
    seat.settled()
    seat.page.keyboard.press("s")
    seat.page.locator("#told", has_text="不能签发").wait_for()
    assert not record_path(seat.desk.issue).exists()


def test_lines_that_are_none_are_passed_over(tmp_path):
    book = RecordBook(tmp_path / "issue.yaml", "甲")
    book.say(NOTE, words="一")
    with book.path.open("ab") as stream:
        stream.write(b'\xff\n{"id": 1\n[]\n')
    book.say(NOTE, words="二")
    assert [said.words for said in book.all] == ["一", "二"]


def test_a_long_journal_keeps_its_last_steps_and_every_text_of_them(tmp_path, monkeypatch):
    monkeypatch.setattr(journals, "MOST_STEPS", 9)
    monkeypatch.setattr(journals, "KEPT_STEPS", 5)
    journal = Journal(tmp_path / "issue.yaml", "甲")
    journal.seen("0\n")
    other = Journal(journal.path.with_name("issue.yaml"), "乙")
    for number in range(1, 8):
        journal.changed(EDIT, UNNAMED, f"{number}\n")
    journal.changed(UNDO, UNNAMED, "6\n", 7)
    journal.changed(UNDO, UNNAMED, "5\n", 2)
    other.read_on()
    journal.shorten()
    assert [entry.what for entry in journal.entries] == [SEEN, EDIT, EDIT, UNDO, OUTSIDE]
    assert [journal.text_after(number) for number in range(5)] == ["5\n", "6\n", "7\n", "6\n", "5\n"]
    assert journal.entries[3].of == 2
    other.changed(EDIT, UNNAMED, "8\n")  # who had read the long one reads the short one on
    assert other.text == "8\n"
    journal.read_on()
    assert journal.text == "8\n"
    assert journal.text_after(4) == "5\n"


def test_a_text_before_the_last_whole_one_is_had_from_the_whole_one_before_it(tmp_path):
    journal = Journal(tmp_path / "issue.yaml", "甲")
    journal.seen("一\n")
    journal.changed(EDIT, UNNAMED, "一\n二\n")
    journal.changed(EDIT, UNNAMED, "一\n二\n三\n")
    journal.text = None
    journal.seen("别的\n")
    assert [journal.text_after(number) for number in range(4)] == ["一\n", "一\n二\n", "一\n二\n三\n", "别的\n"]


def test_notes_are_on_the_proof_and_never_on_the_pdf_for_the_press(seat):
    """The proof has the notes and a pin in their colour; what goes to press is the same with and without."""

    def pulled(name: str) -> bytes:
        return seat.page.request.get(f"{seat.desk.origin}/proof/{name}").body()

    def blue() -> int:
        with Image.open(BytesIO(pulled("png?page=0&reading=clean"))) as proof:
            return proof.convert("RGB").tobytes().count(PIN_ON_SCREEN)

    press, plain = pulled("pdf?page=0"), blue()
    note(seat, "数字请核对")
    seat.page.locator(".pin").wait_for()
    assert blue() > plain + 100
    assert pulled("pdf?page=0") == press
    seat.page.click(".note .resolve")
    seat.page.locator(".pin").wait_for(state="detached")
    assert blue() == plain
