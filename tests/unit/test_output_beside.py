"""A file is there whole or not at all."""

from __future__ import annotations

from paiban.output.beside import write_beside


def test_a_new_file_is_written_and_nothing_else_is_left(tmp_path):
    assert write_beside(tmp_path / "page.pdf", b"new") is None
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("page.pdf", b"new")]


def test_an_old_file_is_replaced(tmp_path):
    (tmp_path / "page.pdf").write_bytes(b"old")
    write_beside(tmp_path / "page.pdf", b"new")
    assert (tmp_path / "page.pdf").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_a_diagnostic(tmp_path):
    found = write_beside(tmp_path / "nowhere" / "page.pdf", b"new")
    assert found.code == "P720"


def test_a_file_that_cannot_be_replaced_stays_and_no_part_is_left(tmp_path):
    (tmp_path / "page.pdf").mkdir()
    assert write_beside(tmp_path / "page.pdf", b"new").code == "P720"
    assert [p.name for p in tmp_path.iterdir()] == ["page.pdf"]
