"""The two samples, set once."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.engine import Result, set_issue, with_pdf

ISSUES = Path(__file__).parents[2] / "issues"
SAMPLES = ("kaifaqu-shizheng", "kaifaqu-shizheng-tabloid")

_results: dict[str, Result] = {}
_files: dict[str, bytes] = {}


def result_of(name: str) -> Result:
    """A sample, set."""
    if name not in _results:
        _results[name] = set_issue(ISSUES / name / "issue.yaml")
    return _results[name]


@pytest.fixture(params=SAMPLES)
def sample(request) -> Result:
    return result_of(request.param)


@pytest.fixture(params=SAMPLES)
def sample_pdf(request, tmp_path) -> Path:
    name = request.param
    if name not in _files:
        _files[name] = with_pdf(result_of(name)).pdf
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(_files[name])
    return path
