"""The pages of the sample paper: each sets by the plain command, and nothing that it finds is above an info."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.diagnostic import Severity
from paiban.engine import set_issue
from paiban.engine.house import House

ISSUES = Path(__file__).parents[2] / "issues" / "yuanjiang"


@pytest.mark.parametrize("issue", sorted(path.name for path in ISSUES.iterdir() if (path / "issue.yaml").is_file()))
def test_a_sample_sets_without_a_finding(issue):
    """Setting proves on the way that the text drawn is the copy read."""
    result = set_issue(ISSUES / issue / "issue.yaml", None, House())
    assert [found.message("en") for found in result.diagnostics if found.severity is not Severity.INFO] == []
    assert result.ok
