"""The line from an issue to its pages: what goes on, what stops, and in which order things are told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from paiban.diagnostic import Severity
from paiban.display import Line
from paiban.engine import Engine, set_issue, setting, with_pdf
from paiban.engine.galleys import set_galleys
from paiban.engine.house import House
from paiban.engine.printing import creation_time
from paiban.engine.setting import single_pages
from paiban.issue import issue_texts
from paiban.kinds import KINDS
from paiban.output.verify import verify_copy
from tests.support.issues import han, issue_text, read_blocks, set_blocks, story, tiny_fonts, write_issue


@pytest.fixture
def good():
    return set_blocks(story(columns="1-2", rows="1-20", body=han(300)))


# ---- what goes on and what stops -------------------------------------------------------------------------------------


def test_an_issue_that_sets_has_a_page_and_its_makeup(good):
    assert good.ok
    assert len(good.pages) == len(good.makeups) == 1


def test_an_issue_that_cannot_be_read_has_no_pages():
    result = set_issue(Path("x.yaml"), "date: 2022-03-31\n")
    assert not result.ok
    assert (result.issue, result.pages, result.makeups) == (None, (), ())


def test_a_page_is_composed_though_its_copy_is_over():
    result = set_blocks(story(columns="1", rows="1-10", body=han(500)))
    assert not result.ok
    assert len(result.pages) == 1


def test_a_face_that_cannot_be_had_stops_the_line(tmp_path):
    (tmp_path / "fonts.yaml").write_text("faces:\n  a: {file: nowhere.ttf}\nroles:\n  song: {faces: [a]}\n", "utf-8")
    result = set_issue(Path("x.yaml"), issue_text(story()), House(tmp_path))
    assert not result.ok
    assert result.issue is not None
    assert result.pages == ()


def test_a_result_with_errors_gets_no_pdf():
    assert with_pdf(set_blocks(story(columns="1", rows="1-10", body=han(500)))).pdf == b""


def test_a_good_result_gets_its_pdf(good):
    assert with_pdf(good).pdf.startswith(b"%PDF-")


def test_an_issue_may_come_as_text_as_bytes_or_as_a_file(tmp_path):
    path = write_issue(tmp_path, story(body=han(100)))
    text = path.read_text("utf-8")
    ways = (set_issue(path), set_issue(path, text), set_issue(path, text.encode()))
    assert len({repr(result.pages) for result in ways}) == 1


# ---- order ----------------------------------------------------------------------------------------------------------


def test_diagnostics_stand_in_the_order_of_the_file():
    result = set_blocks(
        story("a", columns="1", rows="1-10", body=han(500), deck="\U0002ee5d"),
        story("b", columns="2", rows="1-10", body=f"{han(30)}\U0002ee5d"),
        story("c", columns="3", rows="1-10", body=han(500)),
        section="要\U0002ee5d",
    )
    lines = [found.span.line for found in result.diagnostics if found.span and found.span.file == result.issue.file]
    assert len(lines) > 4
    assert lines == sorted(lines)


def test_nothing_is_told_twice():
    result = set_blocks(story(body=f"{han(30)}\U0002ee5d"))
    assert len(set(result.diagnostics)) == len(result.diagnostics)


# ---- the proof that nothing is lost ----------------------------------------------------------------------------------


def without(result, unwanted):
    """The pages less some of their lines."""
    page = result.pages[0]
    return [page._replace(items=tuple(item for item in page.items if not unwanted(item)))]


def proof(result, pages) -> list[str]:
    return [found.code for found in verify_copy(pages, issue_texts(result.issue, KINDS.readings))]


def test_the_proof_of_a_good_page_finds_nothing(good):
    assert proof(good, good.pages) == []


@pytest.mark.parametrize("role", ["headline", "body", "folio-section"])
def test_a_line_that_was_never_drawn_is_found(good, role):
    lines = [item for item in good.pages[0].items if isinstance(item, Line) and item.role == role]
    assert proof(good, without(good, lambda item: item is lines[0])) == ["P710"]


def test_a_line_drawn_twice_is_found(good):
    page = good.pages[0]
    line = next(item for item in page.items if isinstance(item, Line) and item.role == "body")
    assert "P711" in proof(good, [page._replace(items=(*page.items, line))])


def test_a_line_that_draws_other_words_is_found(good):
    page = good.pages[0]
    line = next(item for item in page.items if isinstance(item, Line) and item.role == "body")
    run = line.runs[0]
    other = line._replace(runs=(run._replace(texts=("错", *run.texts[1:])),))
    assert proof(good, [page._replace(items=tuple(other if i is line else i for i in page.items))]) == ["P712"]


# ---- dates ----------------------------------------------------------------------------------------------------------


def test_a_file_is_stamped_with_midnight_of_the_issues_date():
    assert creation_time(read_blocks(story(), date="2026-01-05")) == datetime(2026, 1, 5, tzinfo=UTC)


def test_source_date_epoch_comes_first(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert creation_time(read_blocks(story())) == datetime(1970, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("epoch", ["", "x", "-5", "1.5", "²", "9" * 40])
def test_a_source_date_epoch_that_is_no_date_is_passed_over(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert creation_time(read_blocks(story())).date() == date(2022, 3, 31)


# ---- several pages --------------------------------------------------------------------------------------------------


TWO = """date: 2022-03-31
pages:
  - page: 1
    section: 要闻
    template: tabloid
    stories:
      - {headline: 春天, body: 今天很好。, place: {columns: 1-2, rows: 1-9}}
  - page: 2
    section: 国际
    template: broadsheet
    stories:
      - {headline: 夏天, body: 明天很好。, place: {columns: 3-4, rows: 1-9}}
"""


def test_pages_are_set_in_the_order_of_the_file():
    result = set_issue(Path("x.yaml"), TWO)
    assert [(page.number, page.section) for page in result.pages] == [(1, "要闻"), (2, "国际")]
    assert result.pages[0].width < result.pages[1].width


def test_pages_can_be_parted_into_results_of_their_own():
    parts = single_pages(set_issue(Path("x.yaml"), TWO))
    assert [len(part.pages) for part in parts] == [1, 1]
    assert all(with_pdf(part).pdf.startswith(b"%PDF-") for part in parts)


# ---- 小样 -----------------------------------------------------------------------------------------------------------


def test_galleys_need_no_place(tmp_path):
    path = write_issue(tmp_path, story(place=None, body=han(30)))
    galleys = set_galleys(path, "13em", "2em", house=House(tiny_fonts()))
    assert galleys.ok
    (paragraph,) = galleys.data["stories"][0]["paragraphs"]
    assert [line["text"] for line in paragraph["lines"]] == [han(11), han(13, 11), han(6, 24)]


def test_galleys_tell_what_the_copy_lacks(tmp_path):
    galleys = set_galleys(write_issue(tmp_path, story(place=None, body="春天\U0002ee5d")))
    assert not galleys.ok
    assert [found.code for found in galleys.diagnostics if found.severity == Severity.ERROR] == ["P310"]


def test_galleys_of_an_unreadable_issue_are_none():
    galleys = set_galleys(Path("nowhere.yaml"))
    assert not galleys.ok
    assert galleys.data == {"stories": []}


def test_the_first_edit_of_several_pages_sets_its_page_alone(tmp_path, monkeypatch):
    path = tmp_path / "issue.yaml"
    story = "{headline: 甲%s, body: 乙乙。, place: {columns: 1, rows: 1-9}}"
    page = f"  - {{page: %s, section: 要闻, template: tabloid, stories: [{story}]}}\n"
    text = "date: 2022-03-31\npages:\n" + "".join(page % (number, number) for number in "1234")
    path.write_text(text, "utf-8")
    made, set_one = [], setting._set_page
    monkeypatch.setattr(setting, "_set_page", lambda *of: made.append(of[1].number) or set_one(*of))
    engine = Engine()
    engine.set_issue(path)
    made.clear()
    engine.set_issue(path, text.replace("甲3", "丙3"))
    assert made == [3]
