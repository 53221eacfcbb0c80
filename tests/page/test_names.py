"""The page of rare characters, foreign places, formulas and prices: in every role and weight without a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.diagnostic import Severity
from paiban.display import Line
from paiban.engine import set_issue
from paiban.resources import brought_folder

ISSUE = Path(__file__).parents[2] / "issues" / "names" / "issue.yaml"


@pytest.fixture(scope="module")
def result():
    return set_issue(ISSUE)


@pytest.mark.skipif(brought_folder("paiban-faces") is None, reason="paiban-faces is not installed")
def test_it_is_set_without_a_warning(result):
    assert [d.code for d in result.diagnostics if d.severity is not Severity.INFO] == []


def test_every_weight_is_on_it(result):
    """By the first face of each role, whatever rare characters fall back to."""
    faces = {run.face for page in result.pages for item in page.items if isinstance(item, Line) for run in item.runs}
    weights = {f"noto-serif-sc-{weight}" for weight in (400, 500, 700, 900)}
    assert faces >= weights | {f"noto-sans-sc-{weight}" for weight in (400, 500, 700, 900)} | {"kaitim-gb"}


def test_the_point_of_a_subscript_is_as_low_and_as_small_as_its_figures(result):
    """PM₂.₅: one size, one baseline from ₂ to ₅."""
    lines = [item for page in result.pages for item in page.items if isinstance(item, Line)]
    (run,) = {run for line in lines for run in line.body if run.texts == ("₂", ".", "₅") and line.role == "crosshead"}
    assert len(set(run.ys)) == 1
