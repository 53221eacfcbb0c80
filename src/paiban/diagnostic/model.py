"""The diagnostic itself."""

from __future__ import annotations

from collections.abc import Iterable

from paiban.diagnostic.catalogue import code_of
from paiban.diagnostic.code import Severity
from paiban.diagnostic.keys import FileKeys
from paiban.diagnostic.words import Param, Range
from paiban.language import Words
from paiban.span import Span
from paiban.value import NamedTuple

OWN = "own_"
"""How the names of parameters begin that are keys of the file, and said in its language."""


class Diagnostic(NamedTuple):
    """One finding: what (``code`` with ``params``), where (``span``, or None where no file is to blame).

    A parameter that counts or measures is a number, and one that is worded is :class:`Words`: who needs it reads the
    parameter, never the text of the message. ``keys`` is the language of the keys of the file that it is about (``""``
    where that is not known): what people are told to write there is in that language.
    """

    code: str
    severity: Severity
    span: Span | None
    params: tuple[tuple[str, Param], ...]
    keys: str = ""

    def message(self, lang: str = "zh") -> str:
        """What is wrong, in one of ``LANGUAGES``."""
        return self._filled(code_of(self.code).message(lang), lang)

    def hint(self, lang: str = "zh") -> str:
        """What to do about it, in one of ``LANGUAGES``; ``""`` if the catalogue has no advice."""
        return self._filled(code_of(self.code).remedy(lang), lang)

    def _filled(self, words: str, lang: str) -> str:
        keys = self.keys or lang
        shown = _Params((name, _shown(value, keys if name.startswith(OWN) else lang)) for name, value in self.params)
        return words.format_map(_Params({**shown, "k": FileKeys(keys)}))


class _Number(float):
    """A number in a message: four digits say enough where the message does not ask for others."""

    def __format__(self, spec: str) -> str:
        return float.__format__(self, spec or (".4g" if abs(self) < 10_000 else ".0f"))


def _shown(value: Param, lang: str) -> str | int | float:
    if isinstance(value, Words):
        return value.said(lang)
    if isinstance(value, Range):
        return str(value)
    return _Number(value) if isinstance(value, float) else value


class _Params(dict[str, str | int | float | FileKeys]):
    """Parameters of a message; one that was forgotten shows its name and does not hide the message."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def diagnose(code: str, span: Span | None = None, severity: Severity | None = None, /, **params: object) -> Diagnostic:
    """Make a diagnostic of ``code``; ``params`` fill the braces of its message and hint.

    Text, numbers and :class:`Words` stay what they are; a path, a date or a length stands as it is written.
    """
    filled = tuple((name, _param(value)) for name, value in params.items())
    return Diagnostic(code, severity or code_of(code).severity, span, filled)


def _param(value: object) -> Param:
    return value if isinstance(value, str | int | float | Words | Range) else str(value)


def in_order(diagnostics: Iterable[Diagnostic], file: str) -> tuple[Diagnostic, ...]:
    """In the order of ``file``, then what stands elsewhere, as it was found; nothing twice."""

    def place(diagnostic: Diagnostic) -> tuple[bool, int, int, str]:
        span = diagnostic.span
        here = span is not None and span.file == file
        return (False, span.line, span.column, diagnostic.code) if here and span else (True, 0, 0, "")

    return tuple(sorted(dict.fromkeys(diagnostics), key=place))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them forbids an output."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
