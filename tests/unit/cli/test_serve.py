"""``typeset serve``: whoever is answered by it gets what a process of his own would have given."""

from __future__ import annotations

import signal
import socket
from contextlib import suppress
from pathlib import Path

import pytest

from paiban import asking
from tests.support.issues import story, write_issue
from tests.support.residents import resident, run, runtime_folder, sockets
from tests.unit.cli.conftest import BODY


@pytest.fixture(scope="module")
def served():
    """An environment in which an engine stays."""
    with runtime_folder() as environment, resident(["serve", "--idle", "600"], environment) as process:
        process.until(lambda: bool(sockets(environment)))
        yield environment


WORDS = {
    "set": ["issue.yaml", "--lang", "en"],
    "data to standard output": ["set", "issue.yaml", "--lang", "zh", "--json"],
    "check": ["check", "issue.yaml", "--format", "json"],
    "proof": ["proof", "issue.yaml", "--dpi", "30"],
    "a file that is not there": ["none.yaml"],
    "wrong usage": ["set", "issue.yaml", "--nonsense"],
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_the_answer_is_that_of_a_process_of_ones_own(served, tmp_path, words):
    write_issue(tmp_path, story(columns="1-2", rows="1-27", body=BODY))
    found = []
    for environment in ({**served, "PAIBAN_SERVE": "off"}, served, served):
        done = run(words, environment, tmp_path)
        written = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".yaml"}
        found.append((done, written))
        for name in written:
            (tmp_path / name).unlink()
    assert found[0] == found[1] == found[2]


def test_a_command_of_another_kind_is_not_handed_over():
    assert asking.may_ask(["issue.yaml"])
    assert asking.may_ask(["check", "issue.yaml"])
    for words in ([], ["-h"], ["watch", "issue.yaml"], ["set", "-"], ["set", "issue.yaml", "--max-seconds", "5"]):
        assert not asking.may_ask(words)


def test_it_ends_when_it_is_idle():
    with runtime_folder() as environment, resident(["serve", "--idle", "0.5"], environment) as process:
        assert process.waited() == 0
        assert sockets(environment) == []


def test_there_is_one(served):
    assert run(["serve", "--idle", "1"], served).code == 1


def test_nobody_else_can_reach_it(served):
    (path,) = sockets(served)
    assert path.parent.stat().st_mode & 0o077 == 0
    assert path.stat().st_mode & 0o077 == 0


def test_a_folder_that_others_can_look_into_is_not_used(monkeypatch):
    with runtime_folder() as environment:
        monkeypatch.setenv("XDG_RUNTIME_DIR", environment["XDG_RUNTIME_DIR"])
        monkeypatch.delenv("PAIBAN_SERVE")
        path = Path(asking.address())
        path.parent.mkdir(mode=0o755)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(path))
            listening.listen()
            assert asking.ask(["issue.yaml"]) is None


def test_where_it_was_killed_commands_run_as_ever_and_another_takes_its_place(good):
    with runtime_folder() as environment:
        with resident(["serve"], environment) as process:
            process.until(lambda: bool(sockets(environment)))
            process.ended(signal.SIGKILL)
        assert sockets(environment)
        assert run([str(good), "-q"], environment).code == 0
        with resident(["serve", "--idle", "0.5"], environment) as process:
            assert process.waited() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_ended_it_leaves_no_socket(number):
    with runtime_folder() as environment, resident(["serve"], environment) as process:
        process.until(lambda: bool(sockets(environment)))
        process.ended(number)
        assert sockets(environment) == []


def test_nonsense_keeps_nobody_from_an_answer(served, good):
    (path,) = sockets(served)
    for words in (b"", b"x", (5).to_bytes(4, "big") + b"hello"):
        with socket.socket(socket.AF_UNIX) as asker:
            asker.connect(str(path))
            asker.sendall(words)
            asker.shutdown(socket.SHUT_WR)
            with suppress(ConnectionResetError):
                assert asker.recv(4) == b""
    assert run([str(good), "-q"], served).code == 0


def test_watch_answers_too(good):
    with runtime_folder() as environment, resident(["watch", str(good), "--lang", "en"], environment) as process:
        process.until(lambda: "waiting" in process.said())
        assert len(sockets(environment)) == 1
        alone = run(["check", str(good)], {**environment, "PAIBAN_SERVE": "off"})
        assert run(["check", str(good)], environment) == alone
