"""The command line of the desk, where nothing is opened."""

from __future__ import annotations

import subprocess
import sys

from paiban.desk.journal import EDIT, Journal
from paiban.language import Words
from tests.support.desk import real_issue

NAMED = Words("改字", "edit")

CHILD = "from paiban.cli import main; import sys; sys.exit(main(sys.argv[1:]))"


def run(*words: str, before: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", before + CHILD, "desk", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_a_missing_part_says_what_to_install(tmp_path):
    without = "import importlib.util as u; f = u.find_spec; u.find_spec = lambda n: None if n == 'uvicorn' else f(n); "
    done = run(str(real_issue(tmp_path)), "--lang", "en", before=without)
    assert done.returncode == 1
    assert "P794" in done.stderr
    assert "paiban[desk]" in done.stderr


def test_a_missing_file_is_told(tmp_path):
    done = run(str(tmp_path / "none.yaml"), "--lang", "en")
    assert done.returncode == 1
    assert "none.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_needs_a_file_to_write_to():
    assert run("-").returncode == 2
    assert "standard input" not in run("--help").stdout


def test_the_history_is_listed(tmp_path):
    issue = real_issue(tmp_path)
    journal = Journal(issue, "夜班")
    text = issue.read_text("utf-8")
    journal.seen(text)
    journal.changed(EDIT, NAMED, text + "# 完\n")
    done = run(str(issue), "--history", "--lang", "zh")
    first, second = done.stdout.splitlines()
    assert "夜班  打开  -0 +0" in first
    assert "夜班  改 改字  -0 +4" in second
    assert "夜班  change edit  -0 +4" in run(str(issue), "--history", "--lang", "en").stdout
