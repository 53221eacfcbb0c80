"""The 大样 that is pulled for a reading: its stamp, when, every fifth line numbered, what was found beside the page."""

from __future__ import annotations

import pikepdf
import pytest

from paiban.display import PAPER, Line
from paiban.engine.drafting import READINGS, Noted, Pull, drafted, written_or_drafted
from paiban.output.model import Options
from paiban.output.table import OUTPUTS
from paiban.units import PER_PT
from tests.support.issues import han, lines_of, set_real, story

WHEN = "2026-11-29 22:15"
PULL = Pull("second", WHEN)


@pytest.fixture(scope="module")
def result():
    """Three legs of copy, the last a little short."""
    return set_real(story(columns="1-3", rows="1-16", body="\n".join(han(60, n) + "。" for n in range(6))))


def told(page) -> list[Line]:
    return [item for item in page.items if isinstance(item, Line) and item.role == "draft"]


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_stamp_names_the_reading_the_page_and_when(result, reading, lang):
    words = [line.words for line in told(drafted(result, lang, Pull(reading, WHEN)).pages[0])]
    assert READINGS[reading].said(lang) in words
    assert WHEN in words
    assert any("2" in each and result.pages[0].section in each for each in words)


def test_every_fifth_line_has_its_number_beside_it(result):
    page = drafted(result, "zh", PULL).pages[0]
    body = lines_of(result)
    wanted = {str(n): body[n - 1] for n in range(5, len(body) + 1, 5)}
    shown = {line.words: line for line in told(page) if line.words.isdecimal() and line.x < result.pages[0].width}
    assert shown.keys() >= wanted.keys()
    for number, line in wanted.items():
        left = min(each.x for each in body if each.leg == line.leg)
        assert shown[number].y == line.y
        assert shown[number].x + shown[number].advance <= left


def test_a_page_without_fault_bears_no_word_of_a_draft_and_keeps_its_own_type(result):
    assert result.ok
    page = drafted(result, "zh", PULL).pages[0]
    assert not [line for line in told(page) if "草样" in line.words]
    kept = set(page.items)
    assert all(item in kept for item in result.pages[0].items)


def test_a_page_with_errors_says_so_beside_its_stamp():
    result = set_real(story(rows="1-8", body=han(900)))
    words = [line.words for line in told(drafted(result, "zh", PULL).pages[0])]
    assert "二校" in words
    assert any("草样" in each for each in words)
    assert any("超" in each for each in words)


@pytest.mark.parametrize("name", ["pdf", "png"])
def test_it_comes_as_pdf_and_png_and_claims_no_standard_of_the_press(result, name, tmp_path):
    _, files = written_or_drafted(result, OUTPUTS[name], "zh", Options(60), PULL)
    assert len(files) == 1
    if name == "pdf":
        (tmp_path / "proof.pdf").write_bytes(files[0].data)
        with pikepdf.open(tmp_path / "proof.pdf") as document:
            assert "/GTS_PDFXVersion" not in document.docinfo
    else:
        assert files[0].data.startswith(b"\x89PNG")


def test_notes_are_pinned_to_the_lines_that_they_quote_and_told_beside_the_page(result):
    """By number: at a line, at a block, at one that has another id by now; one of which nothing is left is told."""
    line = lines_of(result)[6]
    quote = line.words[:8]
    notes = (
        Noted(1, "核对（甲）", "lead", quote),
        Noted(2, "重写（乙）", "lead", ""),
        Noted(3, "再查（甲）", "gone", quote),
        Noted(4, "没有了（甲）", "gone", "不在版上的话"),
    )
    before, page = result.pages[0], drafted(result, "zh", Pull("first", WHEN, notes)).pages[0]
    words = [each.words for each in told(page)]
    assert "批注" in words
    assert [f"{note.number}　{note.words}" in words for note in notes] == [True] * 4
    pins = {each.words: each for each in told(page) if each.runs[0].colour == PAPER}
    assert pins.keys() == {"1", "2", "3"}
    assert pins["1"].y == pins["3"].y
    assert abs(pins["1"].y - line.y) < line.runs[0].size
    assert pins["1"].x + pins["1"].advance < line.x
    frame = before.frames[0].rect
    assert frame.y0 <= pins["2"].y <= frame.y0 + 20 * PER_PT
    assert drafted(result, "zh") is result
