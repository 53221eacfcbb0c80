"""Pages that were made up are the same all the way: plan, written file, page, PDF (``bench/makeup/agreeing.py``)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "makeup"
sys.path.insert(0, str(BENCH))

from agreeing import PageCharacter, PdfWord, disagreements, displaced, strays  # noqa: E402
from drawn import drawn_issue  # noqa: E402
from issues import command  # noqa: E402

SEEDS = (96000, 96014, 96010)
"""A broadsheet, a vertical tabloid, a tabloid that lacks copy."""


@pytest.mark.parametrize("seed", SEEDS)
def test_plan_file_page_and_pdf_agree_in_every_height(seed, tmp_path):
    issue = drawn_issue(seed, tmp_path)
    told, _ = command("makeup", str(issue), "--write")
    checked, _ = command("check", str(issue))
    assert list(disagreements(issue, told, checked, command)) == []


def page(*lines: tuple[str, float]) -> dict[str, object]:
    """A page of one story, each of whose lines is words at a baseline."""
    items = [
        {"item": "line", "role": "body", "leg": 0, "text": words, "start": 0, "x": 10.0, "y": y, "vertical": False,
         "runs": [{"size": 3.0, "glyphs": [1] * len(words), "places": [*range(len(words))],
                   "x": [10.0 + 3 * n for n in range(len(words))], "y": y}]}
        for words, y in lines
    ]  # fmt: skip
    return {"blocks": [{"id": "a", "rect": [10, 0, 50, 60], "items": items}]}


def word(words: str, y: float) -> PdfWord:
    """The same words in a PDF, at a baseline."""
    return PdfWord(10.0, y - 2.6, 10.0 + 3 * len(words), y + 0.4, words)


@pytest.mark.parametrize(("down", "odds"), [(0.0, 0), (4.2, 1), (-4.2, 1)])
def test_a_line_that_the_pdf_has_a_row_lower_is_found(down, odds):
    made = page(("天地", 20.0), ("人和", 24.2))
    found = list(displaced(made, {band: [word("天地", 20.0), word("人和", 24.2 + down)] for band in range(4)}))
    assert len(found) == odds
    assert str(PageCharacter("人", 11.5, 24.2 - 0.38 * 3)) in "".join(found) or not odds


def test_what_only_the_pdf_has_is_found():
    words = {2: [word("天地", 24.0), word("上", 28.0)]}
    assert list(displaced(page(("天地", 24.0)), words)) == ["only in the PDF: 上"]


@pytest.mark.parametrize(("promised", "odds"), [(2, 0), (3, 1), (1, 1)])
def test_a_story_with_other_lines_than_its_plan_promised_is_found(promised, odds):
    made = page(("天地", 20.0), ("人和", 24.2))
    assert len(list(strays(made, {"a": promised}, {"a": {"kind": "story"}}))) == odds


def test_a_line_outside_its_place_is_found():
    made = page(("天地", 20.0), ("人和", 64.2))
    assert list(strays(made, {}, {})) == ["a: lines outside its place"]
