"""Issue files as they were written for earlier versions: each is still read, and says what it said."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.diagnostic import has_errors
from paiban.engine import read_issue
from paiban.issue.values import FORMAT

ROOT = Path(__file__).parents[2]
HELD = sorted((ROOT / "tests" / "held").glob("format-*.yaml"))


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_a_file_of_an_earlier_version_is_read(path):
    """The files themselves are never changed: what they need is the program's to do, or to tell."""
    _, written_in, sample = path.stem.split("-")
    beside = ROOT / "issues" / "yuanjiang" / sample / "held.yaml"
    issue, found, _ = read_issue(beside, path.read_text("utf-8"))
    assert int(written_in) <= FORMAT
    assert issue is not None
    assert not has_errors(found), [each.message("en") for each in found]
    lines = path.read_text("utf-8").splitlines()
    ids = {line.partition("编号: ")[2] for line in lines if "- 编号: " in line}
    assert ids <= {block.id for page in issue.pages for block in page.blocks}
    assert [page.section.value for page in issue.pages] == [
        line.partition(": ")[2] for line in lines if line.startswith("    版名: ")
    ]
