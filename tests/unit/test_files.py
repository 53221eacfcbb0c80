"""Files put in their place whole, and temporaries that nobody can guess, follow or leave behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from paiban import files
from paiban.files import clear_stale, identity, is_within, put_file, state_of, states_before


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_one_by_all_its_names(tmp_path):
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"a")
    (tmp_path / "hard").hardlink_to(tmp_path / "a")
    (tmp_path / "soft").symlink_to("a")
    one = identity(tmp_path / "a")
    assert one == identity(tmp_path / "hard") == identity(tmp_path / "soft") == identity(tmp_path / "." / "a")
    assert one != identity(tmp_path / "b")
    assert identity(tmp_path / "none") is None
    assert identity(tmp_path / "a\0b") is None


def test_a_file_that_changed_since_a_moment_has_no_state_of_that_moment(tmp_path):
    file, missing = tmp_path / "a", tmp_path / "b"
    file.write_bytes(b"a")
    assert states_before(time.time_ns(), (file, missing)) == {file: None, missing: None}
    assert states_before(time.time_ns() + 10**10, (file, missing)) == {file: state_of(file), missing: None}


def test_a_path_out_of_the_folder_is_seen_through_links_and_dots(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "x").write_bytes(b"")
    (inside / "link").symlink_to(outside / "x")
    (inside / "loop").symlink_to("loop")
    assert is_within(inside / "new", inside)
    assert is_within(inside / ".." / "in" / "x", inside)
    for path in (inside / ".." / "out" / "x", inside / "link", inside / "loop", tmp_path / "inside", inside / "a\0"):
        assert not is_within(path, inside)


def test_what_replaces_a_file_has_its_permissions(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o640)
    put_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_name_as_long_as_a_name_may_be_can_be_written(tmp_path):
    put_file(tmp_path / ("x" * 255), b"new")
    assert names(tmp_path) == ["x" * 255]


@pytest.mark.parametrize("there", ["file", "dangling link"])
def test_fresh_replaces_nothing(tmp_path, there):
    target = tmp_path / "a"
    target.write_bytes(b"old") if there == "file" else target.symlink_to("elsewhere")
    with pytest.raises(FileExistsError):
        put_file(target, b"new", fresh=True)
    assert names(tmp_path) == ["a"]


def test_fresh_replaces_nothing_that_came_meanwhile(tmp_path, monkeypatch):
    """Another program makes the file after we have looked and before we move ours."""
    target = tmp_path / "a"
    monkeypatch.setattr(files, "_write", lambda _descriptor, _data: target.write_bytes(b"theirs"))
    with pytest.raises(FileExistsError):
        put_file(target, b"ours", fresh=True)
    assert target.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a"]


def test_the_bytes_are_on_the_disk_before_the_old_file_goes(tmp_path, monkeypatch):
    target = tmp_path / "a"
    target.write_bytes(b"old")
    seen = []
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: (seen.append(target.read_bytes()), sync(descriptor)))
    put_file(target, b"new")
    assert seen == [b"old", b"new"]  # the file before the move, the folder after it


def test_a_failed_write_leaves_all_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")

    def full(_descriptor: int, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_write", full)
    with pytest.raises(OSError, match="No space"):
        put_file(tmp_path / "a", b"new")
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_temporary_is_never_a_file_or_a_link_that_is_there(tmp_path, monkeypatch):
    """Even if somebody guessed its name."""
    monkeypatch.setattr(os, "urandom", bytes)
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / f".paiban-{bytes(16).hex()}.part").symlink_to("victim")
    monkeypatch.setattr(files, "clear_stale", lambda _folder: None)
    with pytest.raises(FileExistsError):
        put_file(tmp_path / "a", b"new")
    assert (tmp_path / "victim").read_bytes() == b"mine"


WRITER = """
import sys, time
from pathlib import Path
from paiban import files
files._write = lambda descriptor, data: (print("writing", flush=True), time.sleep(60))
files.put_file(Path(sys.argv[1]), b"new")
"""


@pytest.mark.skipif(files.fcntl is None, reason="no locks of this kind on this system")
def test_what_a_killed_writer_left_is_cleared_and_what_a_living_one_writes_is_not(tmp_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / name)], stdout=subprocess.PIPE) for name in "ab"
    ]
    try:
        for writer in writers:
            assert writer.stdout.readline() == b"writing\n"
        assert len(names(tmp_path)) == 2
        clear_stale(tmp_path)
        assert len(names(tmp_path)) == 2
        writers[0].send_signal(signal.SIGKILL)
        writers[0].wait()
        put_file(tmp_path / "c", b"new")
        assert len(names(tmp_path)) == 2
        assert (tmp_path / "c").read_bytes() == b"new"
    finally:
        for writer in writers:
            writer.kill()
            writer.wait()
            writer.stdout.close()


def test_only_temporaries_are_cleared(tmp_path):
    for name in (".paiban-1.part", "paiban.part", f"{'0' * 32}.part"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / f".paiban-{'0' * 32}.part").mkdir()
    clear_stale(tmp_path)
    assert len(names(tmp_path)) == 4


def test_many_writers_of_one_file_leave_one_whole_file(tmp_path):
    program = (
        "import sys; from pathlib import Path; from paiban.files import put_file\n"
        "for _ in range(50): put_file(Path(sys.argv[1]), sys.argv[2].encode() * 10000, durable=False)"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "a"), letter]) for letter in "xyz"]
    deadline = time.monotonic() + 60
    assert [process.wait(max(1, deadline - time.monotonic())) for process in running] == [0, 0, 0]
    assert names(tmp_path) == ["a"]
    assert set((tmp_path / "a").read_bytes()) in ({ord("x")}, {ord("y")}, {ord("z")})
    assert (tmp_path / "a").stat().st_size == 10000
