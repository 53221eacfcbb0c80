"""What a run may cost."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from paiban.cli import budget
from paiban.cli.common import LEAST_MIB
from paiban.engine import read_issue
from tests.fuzz.test_kills import running_in
from tests.support.issues import han, issue_text, layout, picture, story, write_issue

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


def test_a_picture_for_which_there_is_no_memory_is_not_called_broken(tmp_path):
    Image.linear_gradient("L").resize((7500, 7500)).convert("RGB").save(tmp_path / "p.png")
    path = write_issue(tmp_path, picture("p.png", "1-6", "1-50"))
    done = run(path, "--max-memory", LEAST_MIB, "--lang", "en")
    assert done.returncode == 1
    assert "error[P791]" in done.stderr
    assert "P753" not in done.stderr
    assert "Traceback" not in done.stderr


def test_findings_of_a_held_run_come_as_json_too(over):
    done = run(over, "--max-memory", "4096", "--format", "json")
    assert done.returncode == 1
    assert "P501" in [found["code"] for found in json.loads(done.stderr)]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not list processes there")
def test_the_process_that_works_ends_with_the_one_that_waits(good):
    waiting = subprocess.Popen([PAIBAN, "watch", str(good), "--max-memory", "4096"], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)  # fmt: skip
    deadline = time.monotonic() + 60
    while len(running_in(good.parent)) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(running_in(good.parent)) == 2
    waiting.kill()
    waiting.wait(timeout=30)
    while running_in(good.parent):
        assert time.monotonic() < deadline
        time.sleep(0.05)


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
