"""Broken issue files: each names in its first line what is wrong with it, and where."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from paiban.diagnostic import Severity
from paiban.engine import read_issue

FOLDER = Path(__file__).parents[1] / "broken"
FILES = sorted(FOLDER.glob("*.yaml"))

ISSUE_KINDS = (
    "unknown-key", "duplicate-key", "wrong-type", "missing-headline", "out-of-range", "outside-grid", "overlap",
)  # fmt: skip
"""The kinds of error that the issue names: three files each."""


def expected(path: Path) -> list[str]:
    """``# expect: P130 8:5, P136 6:5`` as a list of its parts."""
    first = path.read_text("utf-8").split("\n", 1)[0]
    return sorted(part.strip() for part in first.removeprefix("# expect:").split(","))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_gets_its_diagnostics_and_no_others(path: Path) -> None:
    issue, found, _ = read_issue(path)
    errors = [d for d in found if d.severity is Severity.ERROR]
    assert sorted(f"{d.code} {d.span.line}:{d.span.column}" for d in errors if d.span) == expected(path)
    assert issue is None


def test_every_kind_of_error_has_three_files() -> None:
    counted = Counter(path.stem.rpartition("-")[0] for path in FILES if path.stem[-1].isdigit())
    assert {kind: counted[kind] for kind in ISSUE_KINDS} == dict.fromkeys(ISSUE_KINDS, 3)
