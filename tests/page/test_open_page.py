"""The real page without a place given: what the engine draws is a page that can be printed."""

from __future__ import annotations

import pytest

from paiban.diagnostic import Severity
from paiban.engine import with_pdf
from paiban.engine.proposing import Proposed, Request, propose_issue
from paiban.makeup.judge.layout import page_layout
from tests.oracle.copy import copy_of, read_against
from tests.page.conftest import ISSUES, SAMPLES
from tests.support.open_pages import opened, places_of
from tests.support.programs import run_program


@pytest.fixture(scope="module", params=SAMPLES)
def name(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def proposed(name, tmp_path_factory) -> Proposed:
    return propose_issue(opened(name, tmp_path_factory.mktemp(name)), Request())


def test_no_rule_of_the_page_is_broken_and_nothing_is_over_or_short(proposed):
    grave = [d for d in proposed.results[0].diagnostics if d.severity is not Severity.INFO]
    assert [d.code for d in grave] == []


def test_every_story_fits_its_place_exactly(proposed):
    (makeup,) = proposed.results[0].makeups
    assert [fit.block for fit in makeup.fits if not fit.exact] == []


def test_the_heaviest_story_stands_at_the_top_left_under_the_largest_headline(proposed):
    (makeup,) = proposed.results[0].makeups
    lead = max((b for b in makeup.blocks if b.traits.leads), key=lambda b: b.block.weight)
    page = page_layout(makeup)
    headlines = {block.name: block.headline.size for block in page.stories if block.headline}
    assert (lead.place.first_column, lead.place.first_row) == (1, 1)
    assert headlines[lead.block.id] > max(size for name, size in headlines.items() if name != lead.block.id)


def test_the_page_is_covered_but_for_a_line_a_column(proposed):
    (makeup,) = proposed.results[0].makeups
    covered = [
        (column, row)
        for first, last, top, foot in places_of(proposed.results[0].issue).values()
        for column in range(first, last + 1)
        for row in range(top, foot + 1)
    ]
    inside = len(covered) - len(set(covered))
    for column in range(1, makeup.grid.columns + 1):
        assert len({row for at, row in covered if at == column}) >= makeup.grid.rows - 1
    # Only a story's own picture shares its place.
    pictures = [b for b in makeup.blocks if b.block.host]
    assert inside <= sum(b.place.cells for b in pictures)


def test_the_copy_is_read_back_whole_from_the_pdf(name, proposed, tmp_path):
    (tmp_path / "page.pdf").write_bytes(with_pdf(proposed.results[0]).pdf)
    text = run_program("pdftotext", "-raw", "-enc", "UTF-8", tmp_path / "page.pdf", "-")
    assert read_against(text, copy_of((ISSUES / name / "issue.yaml").read_text("utf-8"))).missing == ()


def test_it_is_the_same_page_on_the_next_day(name, proposed, tmp_path):
    again = propose_issue(opened(name, tmp_path), Request())
    assert again.plans == proposed.plans
    assert places_of(again.results[0].issue) == places_of(proposed.results[0].issue)
