"""What preflight found: each fault once, with its first place and how often it occurs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from paiban.diagnostic import CATALOGUE, Diagnostic, Severity, diagnose, render_text
from paiban.diagnostic.render import as_data
from paiban.preflight.rules import RULES, Standard


class Where(NamedTuple):
    """A place in a PDF: page from 1, object number, millimetres right and down from the trim's top left corner."""

    page: int | None = None
    obj: int | None = None
    at: tuple[float, float] | None = None


NOWHERE = Where()


class Finding(NamedTuple):
    """One fault: the code with the parameters of its message, where it first occurs, and how often."""

    code: str
    severity: Severity
    where: Where
    params: tuple[tuple[str, str], ...]
    times: int = 1

    def diagnostic(self) -> Diagnostic:
        """The finding as every other stage reports, its place in the words of the message."""
        place = {"where_zh": where_zh(self.where, self.times), "where_en": where_en(self.where, self.times)}
        return diagnose(self.code, None, self.severity, **dict(self.params), **place)

    def data(self) -> dict[str, object]:
        """The finding as plain data, for JSON: messages and remedies in both languages, the place in numbers."""
        words = as_data(self.diagnostic())
        del words["span"]
        at = None if self.where.at is None else {"x_mm": self.where.at[0], "y_mm": self.where.at[1]}
        place = {"page": self.where.page, "object": self.where.obj, "at": at, "count": self.times}
        return {**words, **place, "standards": [str(s) for s in RULES[self.code].standards]}


class Report(NamedTuple):
    """The verdict on one file."""

    file: str
    press: str
    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """Whether the shop can take the file: it has no error (warnings and hints may be there)."""
        return all(f.severity is not Severity.ERROR for f in self.findings)

    @property
    def exit_code(self) -> int:
        """0 when it passed, 1 when it did not."""
        return 0 if self.passed else 1

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings as diagnostics."""
        return tuple(f.diagnostic() for f in self.findings)

    def text(self, lang: str = "zh", colour: bool = False) -> str:
        """The findings in words, one after another; empty when there are none."""
        return render_text(self.diagnostics(), {}, lang, colour)

    def json(self) -> str:
        """The report as one JSON object."""
        import json  # noqa: PLC0415  off the cold path: only ``--format json`` needs it

        body = {"file": self.file, "press": self.press, "passed": self.passed}
        return json.dumps({**body, "findings": [f.data() for f in self.findings]}, ensure_ascii=False, indent=2) + "\n"


def where_zh(where: Where, count: int = 1) -> str:
    """The place in Chinese, to end a message with; empty for the file as a whole."""
    parts = []
    if where.page is not None:
        parts.append(f"第 {where.page} 页")
    if where.at is not None:
        parts.append(f"距成品左 {_mm(where.at[0])}、上 {_mm(where.at[1])} mm")
    if where.obj:
        parts.append(f"对象 {where.obj}")
    if count > 1:
        parts.append(f"另有 {count - 1} 处")
    return "（" + "，".join(parts) + "）" if parts else ""


def where_en(where: Where, count: int = 1) -> str:
    """The place in English, to end a message with; empty for the file as a whole."""
    parts = []
    if where.page is not None:
        parts.append(f"page {where.page}")
    if where.at is not None:
        parts.append(f"{_mm(where.at[0])} mm right and {_mm(where.at[1])} mm down in the trim")
    if where.obj:
        parts.append(f"object {where.obj}")
    if count > 1:
        parts.append(f"and {count - 1} more")
    return " (" + ", ".join(parts) + ")" if parts else ""


def _mm(length: float) -> str:
    return f"{round(length, 1) + 0.0:.1f}"  # adding nought turns a negative nought about


class Findings:
    """Collects faults against one standard; what that standard allows is not kept."""

    __slots__ = ("_kept", "standard")

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self._kept: dict[tuple[str, str], Finding] = {}

    def add(
        self, code: str, where: Where = NOWHERE, subject: str = "", severity: Severity | None = None, **params: object
    ) -> None:
        """Note a fault. The same ``code`` on the same ``subject`` again only raises the count of the first."""
        if self.standard not in RULES[code].standards:
            return
        known = self._kept.get((code, subject))
        if known is not None:
            self._kept[code, subject] = _again(known)
            return
        filled = tuple((name, _words(value)) for name, value in params.items())
        self._kept[code, subject] = Finding(code, severity or CATALOGUE[code].severity, where, filled)

    def has(self, code: str) -> bool:
        """Whether a fault of this code was noted."""
        return any(known == code for known, _ in self._kept)

    def sorted(self) -> tuple[Finding, ...]:
        """Errors first, then by page, code and place in the order found."""
        ranks: Mapping[Severity, int] = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
        return tuple(sorted(self._kept.values(), key=lambda f: (ranks[f.severity], f.where.page or 0, f.code)))


def _again(finding: Finding) -> Finding:
    return Finding(finding.code, finding.severity, finding.where, finding.params, finding.times + 1)


def _words(value: object) -> str:
    """A parameter in words: numbers short, and nothing from the file that could break a line or a terminal."""
    if isinstance(value, float):
        return f"{value:.4g}"
    return "".join(ch if ch.isprintable() else "�" for ch in str(value))[:120]
