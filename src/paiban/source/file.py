"""Bytes to text: encodings, byte-order marks, line ends and control characters."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.source.limits import MAX_BYTES, MAX_CONTROL_REPORTS
from paiban.span import Span

_PLAIN_CONTROLS = "\n\t"
_BREAKS = {"\x85", "\u2028", "\u2029"}
"""Characters that YAML takes for line ends and editors do not: the lines of our messages would be off by them."""

_FORBIDDEN = {chr(c): "\ufffd" for c in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)}
_REPLACEMENTS = str.maketrans({c: to for c, to in _FORBIDDEN.items() if c not in _PLAIN_CONTROLS})
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


class SourceFile(NamedTuple):
    """A file's name and its text: no byte-order mark, ``\\n`` as the only line end, no control characters."""

    name: str
    text: str
    lines: tuple[str, ...]

    def line(self, number: int) -> str:
        """Line ``number``, counted from 1, without its end; ``""`` where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def read_source(path: Path, text: str | bytes | None = None) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The text of ``path``, or ``text`` in its place (standard input as bytes, an editor's buffer).

    Never raises for what a file may hold or lack: a missing, unreadable, oversized or wrongly encoded file comes back
    as None with a diagnostic.
    """
    name = str(path)
    if text is not None and len(text) > MAX_BYTES:
        return None, (_too_large(name),)
    if isinstance(text, str):
        return clean(name, text)
    data, fault = _read_bytes(path, name) if text is None else (text, None)
    if fault is not None:
        return None, (fault,)
    decoded, fault = _decode(data, name)
    if fault is not None:
        return None, (fault,)
    return clean(name, decoded)


def clean(name: str, text: str) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """Drop a byte-order mark, make every line end ``\\n``, and report each control character where it stands."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    replaced = text.translate(_REPLACEMENTS)
    if replaced == text:
        return make_source(name, text), ()
    return make_source(name, replaced), tuple(_control_characters(name, text))


def make_source(name: str, text: str) -> SourceFile:
    """A file whose text is clean already."""
    return SourceFile(name, text, tuple(text.split("\n")))


def is_control(character: str) -> bool:
    """Whether a character is one that no file of ours may hold."""
    return character not in _PLAIN_CONTROLS and character in _FORBIDDEN


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


def _decode(data: bytes, name: str) -> tuple[str, Diagnostic | None]:
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


def _looks_like_gbk(data: bytes) -> bool:
    """Whether the bytes are Chinese of the old encoding: all of GB 18030, and mostly Han beyond ASCII."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    beyond = [c for c in text if c > "\x7f"]
    usual = sum("\u4e00" <= c <= "\u9fff" or c in "，。、“”：；（）《》—…·！？　" for c in beyond)
    return bool(beyond) and 10 * usual >= 9 * len(beyond)


def _control_characters(name: str, text: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if is_control(character):
                span = Span(name, number, column, number, column + 1)
                code = "P118" if character in _BREAKS else "P117"
                found.append(diagnose(code, span, point=f"U+{ord(character):04X}"))
                if len(found) == MAX_CONTROL_REPORTS:
                    return found
    return found
