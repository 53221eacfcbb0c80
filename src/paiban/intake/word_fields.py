r"""Fields of Word that draw what their instruction says: the copy that they stand for.

Most fields keep what they last came to beside their instruction, and that is read like any copy. A few never have it:
``EQ`` stacks and rings characters (带圈字符, 合并字符, old 拼音指南), ``SYMBOL`` is a sign of a symbol face,
``MACROBUTTON`` and ``QUOTE`` have their words in the instruction.
"""

from __future__ import annotations

from collections.abc import Sequence
from re import compile as pattern

from paiban.intake.flow import Run
from paiban.intake.symbol_faces import UNKNOWN, sign_in

SILENT = ("XE", "TC", "TA", "RD", "SET", "ASK", "ADVANCE", "PRIVATE", "HYPERLINK", "GOTOBUTTON", "BIBLIOGRAPHY", "TOC",
          "INDEX", "")  # fmt: skip
"""Fields that draw nothing where they have come to nothing."""

_TOKEN = pattern(r"\\([,;()\\])|\\(\*\s*(?:\"[^\"]*\"|[^\\\s]+)|[A-Za-z]+)\s*-?[0-9]*|[(),;，；]|[^\\(),;，；]+")
_COMMAND = pattern(r"\\([A-Za-z]+)")
_RINGS = "○〇O◯"
_RINGED = {
    **{str(number): chr(0x2460 + number - 1) for number in range(1, 21)},
    **{str(number): chr(0x3251 + number - 21) for number in range(21, 36)},
    **{str(number): chr(0x32B1 + number - 36) for number in range(36, 51)},
    **{chr(ord("A") + place): chr(0x24B6 + place) for place in range(26)},
    **{chr(ord("a") + place): chr(0x24D0 + place) for place in range(26)},
    **dict(zip("一二三四五六七八九十注印正上中下左右", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉㊟㊞㊣㊤㊥㊦㊧㊨", strict=True)),
}  # fmt: skip
"""What a ring and a character in it are as one character."""


def drawn(instruction: str) -> list[Run] | None:
    r"""What a field draws by its instruction alone; None where that is not known.

    >>> [run.words for run in drawn(r" eq \o\ac(○,1) ")], drawn("XE 春耕"), drawn("PAGE")
    (['①'], [], None)
    """
    name, _, rest = instruction.strip().partition(" ")
    name = name.upper()
    if name == "EQ":
        return Equation(rest).runs()
    if name == "SYMBOL":
        return [Run(_symbol(rest.split()))]
    if name == "MACROBUTTON":
        return [Run(rest.strip().partition(" ")[2])]
    if name == "QUOTE":
        return [Run(rest.strip().strip('"“”'))]
    return [] if name in SILENT else None


def _symbol(words: Sequence[str]) -> str:
    """The sign of ``SYMBOL 179 \\f "Symbol"``."""
    code = words[0] if words else ""
    face = " ".join(words[words.index("\\f") + 1 :]).partition("\\")[0].strip(' "“”') if "\\f" in words else ""
    number = int(code, 16 if code.lower().startswith("0x") else 10) if _is_number(code) else 0
    own = chr(number) if 0x20 < number < 0x11_0000 else ""
    return (sign_in(face, own) or (own if "\\u" in words else UNKNOWN)) if own else UNKNOWN


def _is_number(code: str) -> bool:
    return code.isdecimal() or (code.lower().startswith("0x") and all(c in "0123456789abcdefABCDEF" for c in code[2:]))


class Equation:
    r"""An ``EQ`` field being read: commands with what they hold in brackets, ``\o\ac(○,1)``, one in another."""

    def __init__(self, words: str) -> None:
        self._tokens = [found.group() for found in _TOKEN.finditer(words) if found.group().strip()]
        self._at = 0

    def runs(self) -> list[Run]:
        """All of it."""
        return self._until(())

    def _until(self, ends: Sequence[str]) -> list[Run]:
        runs: list[Run] = []
        while self._at < len(self._tokens) and self._tokens[self._at] not in ends:
            runs += self._one()
        return runs

    def _one(self) -> list[Run]:
        token = self._tokens[self._at]
        command = _COMMAND.match(token)
        if command is None:
            self._at += 1
            return [] if token.startswith("\\*") else [Run(token.removeprefix("\\") if len(token) > 1 else token)]
        commands: list[str] = []
        while self._at < len(self._tokens) and (one := _COMMAND.match(self._tokens[self._at])):
            commands.append(one.group(1).lower())
            self._at += 1
        return _laid(commands, self._arguments())

    def _arguments(self) -> list[list[Run]]:
        """What stands in the brackets after a command, part by part."""
        if self._at >= len(self._tokens) or self._tokens[self._at] != "(":
            return []
        parts: list[list[Run]] = []
        while self._at < len(self._tokens) and self._tokens[self._at] != ")":
            self._at += 1
            parts.append(self._until((",", ";", "，", "；", ")")))
        self._at += 1
        return parts


def _laid(commands: Sequence[str], parts: Sequence[Sequence[Run]]) -> list[Run]:
    """What a command makes of its parts, in a line."""
    words = ["".join(run.words for run in part) for part in parts]
    if "up" in commands or "do" in commands:
        return [Run("".join(words), script="^" if "up" in commands else "_")]
    if "o" in commands and len(parts) == 2:
        return _over(parts, words)
    if "i" in commands:
        sign = "∑" if "su" in commands else "∏" if "pr" in commands else "∫"
        return [Run(sign), *(Run(word, script=script) for word, script in zip(words, ("_", "^", ""), strict=False))]
    before, between, after = _beside(commands, words)
    inner = [run for place, part in enumerate(parts) for run in (*([Run(between)] if place else []), *part)]
    return [run for run in (*before, *inner, Run(after)) if run.words]


def _beside(commands: Sequence[str], words: Sequence[str]) -> tuple[list[Run], str, str]:
    """What stands before, between and after the parts of a fraction, a root, brackets or a list."""
    if "f" in commands:
        return [], "/", ""
    if "r" in commands:
        return ([], "√", "") if len(words) > 1 else ([Run("√")], "", "")
    return ([Run("(")], "，", ")") if "b" in commands else ([], "，", "")


def _over(parts: Sequence[Sequence[Run]], words: Sequence[str]) -> list[Run]:
    """Two things over each other: a ring and what is in it, a reading and its characters, or one beside the other."""
    first, second = words[0].strip(), words[1].strip()
    if first and first in _RINGS and second in _RINGED:
        return [Run(_RINGED[second])]
    scripts = [next((run.script for run in part if run.words), "") for part in parts]
    if scripts == ["^", ""] and second:
        return [Run(second, ruby=first)]
    return [run for part in parts for run in part]
