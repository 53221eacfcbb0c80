"""Writing files: the old one or the new one, never a part."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from paiban.output.beside import write_beside


def test_a_new_file_is_written(tmp_path):
    assert write_beside(tmp_path / "a.pdf", b"new") is None
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_an_old_file_is_replaced(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old and longer")
    assert write_beside(tmp_path / "a.pdf", b"new") is None
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_a_reader_of_the_old_file_keeps_all_of_it(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    with (tmp_path / "a.pdf").open("rb") as reader:
        write_beside(tmp_path / "a.pdf", b"new")
        assert reader.read() == b"old"


@pytest.mark.parametrize("name", ["folder", "file/x", "nowhere/x", "x" * 300, "."])
def test_what_cannot_be_written_is_told_and_leaves_nothing_behind(tmp_path, name):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    found = write_beside(tmp_path / name, b"new")
    assert found is not None
    assert found.code == "P720"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    assert write_beside(tmp_path / "link", b"new") is None
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert write_beside(pipe, b"new") is None
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["read.pdf", "./read.pdf", "hard.pdf", "soft.pdf"])
def test_nothing_goes_over_a_file_that_was_read_by_whatever_name(tmp_path, name):
    read = tmp_path / "read.pdf"
    read.write_bytes(b"the advert")
    (tmp_path / "hard.pdf").hardlink_to(read)
    (tmp_path / "soft.pdf").symlink_to("read.pdf")
    found = write_beside(tmp_path / name, b"new", keep=[tmp_path / "none", read])
    assert found is not None
    assert found.code == "P724"
    assert read.read_bytes() == b"the advert"


def test_fresh_replaces_no_file(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    found = write_beside(tmp_path / "a.pdf", b"new", fresh=True)
    assert found is not None
    assert found.code == "P725"
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert write_beside(tmp_path / "b.pdf", b"new", fresh=True) is None


def test_a_device_is_refused_but_for_the_one_that_keeps_nothing(tmp_path):
    found = write_beside(Path("/dev/zero"), b"new")
    assert found is not None
    assert found.code == "P720"
    assert write_beside(Path(os.devnull), b"new", fresh=True) is None
