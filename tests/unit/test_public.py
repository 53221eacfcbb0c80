"""What programs may import from ``paiban``: pinned here, so that no change of it goes unnoticed."""

from __future__ import annotations

import subprocess
import sys

import pytest

import paiban
from tests.support.issues import han, story, tiny_fonts, write_issue


def test_the_public_names_are_these():
    assert paiban.__all__ == ["Result", "__version__", "read_issue", "typeset"]
    assert all(getattr(paiban, name) for name in paiban.__all__)


def test_nothing_else_is_found():
    with pytest.raises(AttributeError, match="no attribute 'secret'"):
        paiban.secret  # noqa: B018


def test_setting_gives_a_pdf(tmp_path):
    path = write_issue(tmp_path, story(rows="1-8", body=han(80) + "。"))
    result = paiban.typeset(path, fonts=tiny_fonts())
    assert isinstance(result, paiban.Result)
    assert result.ok
    assert result.pdf.startswith(b"%PDF-")
    assert [file.name for file in tmp_path.iterdir()] == ["issue.yaml"]


def test_faults_come_back_as_values(tmp_path):
    result = paiban.typeset(str(tmp_path / "none.yaml"))
    assert [found.code for found in result.diagnostics] == ["P110"]
    assert (result.ok, result.pdf) == (False, b"")


def test_reading_gives_the_issue(tmp_path):
    issue, found, _ = paiban.read_issue(write_issue(tmp_path, story()))
    assert found == ()
    assert issue is not None
    assert [page.number for page in issue.pages] == [2]


def test_importing_the_package_loads_no_stage():
    child = "import sys, paiban; print([name for name in sys.modules if name.startswith('paiban.')])"
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
