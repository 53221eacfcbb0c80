"""Bytes to text: what a file may hold and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.source import limits, read_source
from paiban.span import CONTROL, LINE_END

CHINESE = "日期: 2022-03-31\n主题: 奋进千亿园区，建设未来之城\n"


def codes(path: Path) -> list[str]:
    _, found = read_source(path)
    return [d.code for d in found]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "issue.yaml"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_one_line_end(file: Path, end: str) -> None:
    file.write_bytes("a\nb\n".replace("\n", end).encode())
    source, found = read_source(file)
    assert source is not None
    assert (source.text, found) == ("a\nb\n", ())


def test_a_byte_order_mark_is_no_copy(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + CHINESE.encode())
    source, found = read_source(file)
    assert source is not None
    assert (source.text, found) == (CHINESE, ())


def test_a_text_stands_for_the_file(tmp_path: Path) -> None:
    source, _ = read_source(tmp_path / "-", "a: 1\n")
    assert source is not None
    assert source.text == "a: 1\n"


def test_a_missing_file_is_a_diagnostic(file: Path) -> None:
    assert codes(file) == ["P110"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["P111"]


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert codes(tmp_path / "a\0b") == ["P112"]


def test_a_file_is_read_up_to_the_limit(file: Path) -> None:
    file.write_bytes(b"#" * limits.MAX_BYTES)
    assert codes(file) == []
    file.write_bytes(b"#" * (limits.MAX_BYTES + 1))
    assert codes(file) == ["P113"]


def test_a_text_is_read_up_to_the_limit() -> None:
    assert [d.code for d in read_source(Path("-"), "#" * (limits.MAX_BYTES + 1))[1]] == ["P113"]


def test_bytes_that_are_not_utf8_are_named_with_their_line(file: Path) -> None:
    file.write_bytes("一\n二".encode() + b"\xff")
    _, (found,) = read_source(file)
    assert found.code == "P114"
    assert found.span is not None
    assert (found.span.line, found.span.column) == (2, 2)


def test_gbk_is_recognised(file: Path) -> None:
    file.write_bytes(CHINESE.encode("gbk"))
    assert codes(file) == ["P115"]


@pytest.mark.parametrize("copy", ["-5℃", "￥3.50", "①甲", "100㎡", "±0.5‰", "“引”——…"])
def test_gbk_is_recognised_by_its_own_signs(file: Path, copy: str) -> None:
    file.write_bytes(f"价,{copy}".encode("gbk"))
    assert codes(file) == ["P115"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf16_is_recognised(file: Path, encoding: str) -> None:
    mark = b"" if encoding == "utf-16" else b"\xfe\xff"
    file.write_bytes(mark + CHINESE.encode(encoding))
    assert codes(file) == ["P116"]


def test_what_yaml_does_not_bear_keeps_its_place(file: Path) -> None:
    file.write_bytes("甲\n乙\x00丙\u2028丁\x0b".encode())
    source, found = read_source(file)
    assert source is not None
    assert found == ()
    assert source.text == f"甲\n乙{CONTROL}丙{LINE_END}丁{LINE_END}"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"PK\x03\x04rest", "P154"), (b"\xd0\xcf\x11\xe0\xa1", "P154"), (b"{\\rtf1", "P154"), (b"%PDF-1.4", "P154"),
     ("date: 2022".encode("utf-16-le"), "P116"), ("date: 2022".encode("utf-16-be"), "P116")],
)  # fmt: skip
def test_files_of_other_programs_are_named(file: Path, data: bytes, code: str) -> None:
    file.write_bytes(data)
    assert codes(file) == [code]
