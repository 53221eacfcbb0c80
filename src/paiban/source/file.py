"""Bytes to text: encodings, byte-order marks, line ends and control characters."""

from __future__ import annotations

from pathlib import Path

from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.language import Words
from paiban.source.limits import MAX_BYTES
from paiban.span import CONTROL, LINE_END, Span
from paiban.value import NamedTuple

_CONTROLS = {c: CONTROL for c in (*range(0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFFE, 0xFFFF) if chr(c) not in "\n\t"}
_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), LINE_END)
"""Characters that YAML or a word processor takes for line ends and editors do not show as such."""

_STAND_INS = {**_CONTROLS, **_BREAKS}
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


_KINDS = {
    b"PK\x03\x04": ("办公软件的文件（Word、Excel）或压缩文件", "a Word or Excel file or an archive"),
    b"\xd0\xcf\x11\xe0": ("旧版办公软件的文件（Word、Excel）", "an old Word or Excel file"),
    b"{\\rtf": ("富文本（RTF）文件", "an RTF file"),
    b"%PDF-": ("一份 PDF", "a PDF"),
    b"\xff\xd8\xff": ("图片", "a picture"),
    b"\x89PNG": ("图片", "a picture"),
    b"<!DOCTYPE": ("网页", "a web page"),
    b"<html": ("网页", "a web page"),
}
"""How files begin that are no text and are given to us all the same."""


ISSUE_FILE = Words("稿件文件", "the issue file")
"""What a file is, where nobody says anything else."""


class SourceFile(NamedTuple):
    """A file's name and its text: no byte-order mark, ``\\n`` as the only line end, no control characters.

    ``what`` it is called in messages.
    """

    name: str
    text: str
    lines: tuple[str, ...]
    what: Words = ISSUE_FILE

    def line(self, number: int) -> str:
        """Line ``number``, counted from 1, without its end; ``""`` where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def read_source(
    path: Path, text: str | bytes | None = None, what: Words = ISSUE_FILE
) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The text of ``path``, or ``text`` in its place (standard input as bytes, an editor's buffer).

    ``what`` the file is meant to be is said where it is something else.

    Never raises for what a file may hold or lack: a missing, unreadable, oversized or wrongly encoded file comes back
    as None with a diagnostic.
    """
    name = str(path)
    if text is not None and len(text) > MAX_BYTES:
        return None, (_too_large(name),)
    if isinstance(text, str):
        return clean(name, text)._replace(what=what), ()
    data, fault = _read_bytes(path, name) if text is None else (text, None)
    if fault is not None:
        return None, (fault,)
    decoded, fault = _decode(data, name, what)
    if fault is not None:
        return None, (fault,)
    return clean(name, decoded)._replace(what=what), ()


def clean(name: str, text: str) -> SourceFile:
    """Drop a byte-order mark, make every line end ``\\n``, put stand-ins for what YAML bears not (see ``sieve``)."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return make_source(name, text if _is_plain(text) else text.translate(_STAND_INS))


def _is_plain(text: str) -> bool:
    """Whether a text has nothing that draws nothing but ends of lines and the spaces of copy: told sooner than all of
    its characters are looked up."""
    return text.replace("\n", "").replace("\u3000", "").isprintable()


def make_source(name: str, text: str) -> SourceFile:
    """A file whose text is clean already."""
    return SourceFile(name, text, tuple(text.split("\n")))


def _read_bytes(path: Path, name: str) -> tuple[bytes, Diagnostic | None]:
    try:
        if path.is_dir():
            return b"", diagnose("P111", None, file=name)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return b"", diagnose("P110", None, file=name)
    except (OSError, ValueError) as error:
        return b"", diagnose("P112", None, file=name, reason=system_words(error))
    return data, _too_large(name) if len(data) > MAX_BYTES else None


def _too_large(name: str) -> Diagnostic:
    return diagnose("P113", None, file=name, most=f"{MAX_BYTES // 1024 // 1024} MiB")


def _decode(data: bytes, name: str, what: Words) -> tuple[str, Diagnostic | None]:
    kind = next((kind for begin, kind in _KINDS.items() if data.startswith(begin)), None)
    if kind is not None:
        code = "P154" if what is ISSUE_FILE else "P160"
        return "", diagnose(code, Span(name, 1, 1, 1, 1), what=what, kind=Words(*kind))
    if _looks_like_utf16(data):
        return "", diagnose("P116", Span(name, 1, 1, 1, 1), encoding="UTF-16")
    if data.startswith(_WIDE_BOMS):
        return "", diagnose("P116", Span(name, 1, 1, 1, 1), encoding="UTF-16")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        span = Span(name, line, column, line, column + 1)
        if _looks_like_gbk(data):
            return "", diagnose("P115", span, line=line)
        return "", diagnose("P114", span, line=line, byte=f"0x{data[error.start]:02X}")


def _looks_like_utf16(data: bytes) -> bool:
    """Whether every other byte of the beginning is zero, as where ASCII was saved two bytes a character."""
    head = data[:64]
    return len(head) > 7 and any(not any(head[first::2]) and all(head[1 - first :: 2]) for first in (0, 1))


def _looks_like_gbk(data: bytes) -> bool:
    """Whether the bytes are Chinese of the old encoding: all of GB 18030, and mostly Han or GBK's own signs."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    beyond = [c for c in text if c > "\x7f"]
    usual = sum("\u4e00" <= c <= "\u9fff" or _is_gbk_sign(c) for c in beyond)
    return bool(beyond) and 10 * usual >= 9 * len(beyond)


def _is_gbk_sign(character: str) -> bool:
    """Whether it stands in the rows of signs of GBK, A1 to A9: ℃ ￥ ① ㎡ and all punctuation."""
    return character.encode("gbk", "replace")[0] in range(0xA1, 0xAA)
