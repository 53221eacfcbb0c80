"""What a run may cost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from paiban.cli import budget
from paiban.cli.common import LEAST_MIB
from paiban.engine import read_issue
from tests.support.issues import han, issue_text, layout, story

PAIBAN = str(Path(sys.executable).with_name("paiban"))
pytestmark = pytest.mark.skipif(budget.resource is None, reason="the system has no such limits")


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PAIBAN, *map(str, words)], capture_output=True, text=True, check=False, timeout=60)


def test_a_run_that_takes_too_long_is_ended_and_told(good):
    done = run(good, "--max-seconds", "0.01", "--lang", "en")
    assert done.returncode == 1
    assert "error[P793]: the run took more than 0.01 s" in done.stderr
    assert [path.name for path in good.parent.iterdir()] == ["issue.yaml"]


def test_memory_that_may_not_be_had_is_told(tmp_path):
    path = tmp_path / "issue.yaml"
    path.write_text(issue_text(story(body="\n".join([han(200)] * 40_000))), "utf-8")
    done = run("check", path, "--max-memory", LEAST_MIB, "--lang", "en")
    assert done.returncode == 1
    assert "error[P791]" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_keeps_within_its_limits_is_set(good):
    assert run(good, "--max-seconds", "300", "--max-memory", "4096").returncode == 0


@pytest.mark.parametrize(
    "words", [("--max-seconds", "0"), ("--max-seconds", "x"), ("--max-memory", "1"), ("--max-memory", "1G")]
)
def test_a_limit_is_a_number_that_makes_sense(typeset, good, words):
    assert typeset(good, *words).code == 2


def test_a_thousand_pages_are_read():
    pages = "".join(
        "- " + issue_text(story(f"s{i}"), page=i + 1).partition("\n")[2].rstrip().replace("\n", "\n  ") + "\n"
        for i in range(1000)
    )
    issue, found, _ = read_issue(Path("issue.yaml"), f"date: 2022-03-31\npages:\n{pages}", layout())
    assert issue is not None, found[:3]
    assert len(issue.pages) == 1000
