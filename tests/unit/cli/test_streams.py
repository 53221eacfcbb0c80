"""Streams that are closed, full or gone, signals, and errors that nobody foresaw: no PDF is lost, nothing is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from paiban.cli import check
from tests.support.issues import picture, story, write_issue
from tests.unit.cli.conftest import BODY

PAIBAN = str(Path(sys.executable).with_name("paiban"))
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """A line for ``sh``, as such redirections are written."""
    return subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "streams",
    [
        ">&-", "2>&-", ">&- 2>&-", "<&-", "<&- >&- 2>&-", "| true",
        pytest.param(">/dev/full", marks=needs_full), pytest.param("2>/dev/full", marks=needs_full),
        pytest.param(">/dev/full 2>/dev/full", marks=needs_full),
    ],
)  # fmt: skip
def test_a_broken_stream_loses_no_pdf_and_gets_into_none(good, streams):
    done = shell(f"{PAIBAN} issue.yaml -v -o page.pdf {streams}", good.parent)
    pdf = good.with_name("page.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert b"Traceback" not in done.stderr + done.stdout
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == (1 if streams.startswith(">/dev/full") else 0)
    again = shell(f"{PAIBAN} issue.yaml -q -o again.pdf", good.parent)
    assert again.returncode == 0
    assert good.with_name("again.pdf").read_bytes() == pdf


def test_a_closed_standard_output_that_was_asked_for_is_an_error(good):
    done = shell(f"{PAIBAN} issue.yaml -q -o - >&-", good.parent)
    assert done.returncode == 1
    assert b"[P720]" in done.stderr


@pytest.mark.parametrize(
    "words",
    ["schema", "completion bash", "shell zsh", "--version", "--help", "galley issue.yaml", "galley issue.yaml --json",
     "preflight issue.pdf --format json"],
)  # fmt: skip
def test_words_that_were_asked_for_and_go_nowhere_are_an_error(good, words):
    good.with_name("issue.pdf").write_bytes(b"%PDF-1.4")
    done = shell(f"{PAIBAN} {words} >&-", good.parent)
    assert done.returncode == 1
    assert b"P720" in done.stderr


def test_a_closed_standard_input_is_an_empty_issue(good):
    done = shell(f"{PAIBAN} check - <&-", good.parent)
    assert done.returncode == 1
    assert b"[P120]" in done.stderr


@pytest.mark.parametrize(
    "words", [["check", "x.yaml"], ["x.yaml", "-o", "y.pdf"], ["batch", "x.yaml"], ["x.yaml", "--nope"]]
)
def test_json_is_one_array_whatever_is_wrong(typeset, words):
    run = typeset(*words, "--format", "json", "-q")
    found = json.loads(run.err)
    assert [entry["severity"] for entry in found] == ["error"]
    assert all(set(entry["message"]) == {"zh", "en"} for entry in found)


def test_wrong_usage_is_a_finding_for_a_program(typeset):
    (found,) = json.loads(typeset("x.yaml", "--nope", "--format", "json").err)
    assert found["code"] == "P780"


def test_all_findings_of_a_run_are_one_array(typeset, over):
    over.with_name(f"{over.parent.name}.pdf").write_bytes(b"old")
    text = over.read_text("utf-8").replace("rows: 1-10", "rows: 1-60")
    over.write_text(text, "utf-8")
    run = typeset(over, "--no-clobber", "--format", "json")
    assert {entry["code"] for entry in json.loads(run.err)} >= {"P502", "P725"}


# ---- the last net ----------------------------------------------------------------------------------------------------


class UnforeseenError(Exception):
    """What no one thought of."""


@pytest.fixture
def broken(monkeypatch):
    def fail(_result: object) -> None:
        raise UnforeseenError("\x1b[2Jnever\nseen")

    monkeypatch.setattr(check, "with_pdf", fail)


def test_an_unforeseen_error_is_one_finding(typeset, good, broken):
    run = typeset("check", good, "--lang", "en")
    assert run.code == 1
    assert run.err.count("error[P790]") == 1
    assert "UnforeseenError: \\x1b[2Jnever\\x0aseen, at cli.check:" in run.err
    assert str(good) in run.err


def test_an_unforeseen_error_is_json_where_that_was_asked_for(typeset, good, broken):
    (found,) = json.loads(typeset("check", good, "--format", "json").err)
    assert found["code"] == "P790"


def test_memory_that_runs_out_is_told(typeset, good, monkeypatch):
    def fail(_result: object) -> None:
        raise MemoryError

    monkeypatch.setattr(check, "with_pdf", fail)
    assert "error[P791]" in typeset("check", good).err


def test_one_issue_of_a_batch_that_fails_does_not_keep_the_others(typeset, tmp_path, monkeypatch):
    from paiban.cli import outcome  # noqa: PLC0415

    for name in "ab":
        (tmp_path / name).mkdir()
        write_issue(tmp_path / name, story(columns="1-2", rows="1-27", body=BODY))
    real = outcome.set_issue

    def some(path: Path, *rest: object, **named: object) -> object:
        if path.parent.name == "a":
            raise UnforeseenError
        return real(path, *rest, **named)

    monkeypatch.setattr(outcome, "set_issue", some)
    run = typeset("batch", tmp_path, "-j", "1")
    assert "error[P790]" in run.err
    assert [path.name for path in tmp_path.rglob("*.pdf")] == ["b.pdf"]


def test_what_decoders_print_stays_off_standard_error(tmp_path):
    """A TIFF with a tag that no library knows: libtiff says so on the process's own descriptor."""
    program = (
        "import os, sys, warnings, logging; from paiban.cli import console\n"
        "with console.own_streams():\n"
        "    os.write(2, b'from C'); warnings.warn('from Python'); logging.getLogger('x').warning('from a log')\n"
        "    print('printed', file=sys.stderr); console.complain('ours')\n"
        "print('after', file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "ours\nafter\n"


# ---- signals ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def slow(tmp_path) -> Path:
    """An issue that takes its time: a plate proof at 600 dpi."""
    return write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("after", [0.01, 0.05, 0.1, 0.3, 0.6, 1.0])
def test_a_signal_at_any_moment_is_a_clean_end(slow, number, after):
    begin = "import sys; from paiban import start; print('begun', flush=True); sys.exit(start.main())"
    command = [sys.executable, "-c", begin, "proof", str(slow), "--dpi", "600"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"  # Python itself has been started
    time.sleep(after)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert process.returncode in (0, -number, 128 + number)
    assert b"Traceback" not in err
    assert [path.name for path in slow.parent.iterdir() if path.name.startswith(".")] == []


def children_of(pid: int) -> dict[int, str]:
    """The children of a process by number, each with the time of its birth: a number may be given away again."""
    words = (word for path in Path(f"/proc/{pid}/task").glob("*/children") for word in path.read_text().split())
    return {int(word): born for word in words if (born := birth_of(int(word)))}


def birth_of(pid: int) -> str:
    """When a process that still runs began, ``""`` for one that has ended, be it that nobody has asked after it yet."""
    try:
        state, *rest = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if state in "ZX" else rest[18]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the system does not list children there")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_batch_leaves_no_worker_behind(tmp_path, number):
    for index in range(90):
        folder = tmp_path / str(index)
        folder.mkdir()
        write_issue(folder, story(columns="1-2", rows="1-27", body=BODY))
    process = subprocess.Popen(
        [PAIBAN, "batch", str(tmp_path), "-j", "3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGSTOP)  # however late this process is woken, that one has not come to its end
    workers = children_of(process.pid)
    assert workers
    process.send_signal(number)
    process.send_signal(signal.SIGCONT)
    _, err = process.communicate(timeout=30)
    assert process.returncode in (-number, 128 + number)
    assert b"Traceback" not in err
    deadline = time.monotonic() + 10
    while alive := [worker for worker, born in workers.items() if birth_of(worker) == born]:
        assert time.monotonic() < deadline, alive
        time.sleep(0.05)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the process is ended as only POSIX can")
def test_a_worker_that_the_system_ends_costs_its_issue_alone(tmp_path):
    program = (
        "import os, signal, sys; from paiban.cli import main, outcome\n"
        "real = outcome.set_issue\n"
        "def some(path, *rest, **named):\n"
        "    if path.parent.name == '1': os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return real(path, *rest, **named)\n"
        "outcome.set_issue = some\n"
        "sys.exit(main(['batch', sys.argv[1], '-j', '2', '--lang', 'en']))"
    )
    for index in range(4):
        folder = tmp_path / str(index)
        folder.mkdir()
        write_issue(folder, story(columns="1-2", rows="1-27", body=BODY))
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False, timeout=90
    )
    assert done.returncode == 1
    assert done.stderr.count("error[P792]") == 1
    assert sorted(path.name for path in tmp_path.rglob("*.pdf")) == ["0.pdf", "2.pdf", "3.pdf"]


# ---- what terminals show ---------------------------------------------------------------------------------------------

ESCAPES = """\
date: 2022-03-31
page: 1
section: 甲
template: tabloid
stories:
  - headline: 甲
    "\\e]0;PWNED\\a\\e[31mred": 1
    body: 甲
    headline_form: "\\e[2Jcleared"
    slot: "\\e[1;31mX\\u202e"
    place: {columns: 1-2, rows: "1-\\e[5m9"}
  - picture: "\\e[7mx.png"
    place: {columns: 3, rows: 1-9}
"""


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_that_a_terminal_obeys_is_shown(typeset, tmp_path, form):
    folder = tmp_path / "a\x1b[31mb\u202ec\udcff"
    folder.mkdir()
    path = folder / "issue.yaml"
    path.write_text(ESCAPES, "utf-8")
    run = typeset("check", path, "--format", form)
    assert run.code == 1
    if form == "text":
        assert "a\\x1b[31mb\\u202ec\\xff" in run.err
    for stream in (run.out, run.err):
        assert not {c for c in stream if c in "\x1b\x07\x9b\u202e"}


def test_copy_in_reports_is_escaped_too(typeset, tmp_path):
    write_issue(tmp_path, story(id_="x"), picture("p.png", "3-4", "1-9"))
    run = typeset("check", tmp_path / "none\x1b[2J.yaml")
    assert "none\\x1b[2J.yaml" in run.err
    assert "\x1b" not in typeset("batch", tmp_path / "none\x1b[2J.yaml").err
