"""What preflight found: each fault once, with its first place and how often it occurs."""

from __future__ import annotations

from collections.abc import Mapping

from paiban.diagnostic import Diagnostic, Param, Severity, code_of, diagnose, render_text
from paiban.diagnostic.render import as_data
from paiban.language import Words
from paiban.preflight.checks import CHECKS
from paiban.preflight.verdicts import Fault
from paiban.span import Span
from paiban.template.standard import Standard
from paiban.value import NamedTuple


class Where(NamedTuple):
    """A place in a PDF: page from 1, object number, millimetres right and down from the trim's top left corner.

    ``file`` names the picture or advert that is to blame on a page of our own.
    """

    page: int | None = None
    obj: int | None = None
    at: tuple[float, float] | None = None
    file: str = ""


NOWHERE = Where()


class Finding(NamedTuple):
    """One fault: the code with the parameters of its message, where it first occurs, and how often.

    ``span`` is the place in the issue file that is to blame for a fault of our own page.
    """

    code: str
    severity: Severity
    where: Where
    params: tuple[tuple[str, Param], ...]
    times: int = 1
    span: Span | None = None

    def diagnostic(self) -> Diagnostic:
        """The finding as every other stage reports, its place in the words of the message."""
        place = Words(where_zh(self.where, self.times), where_en(self.where, self.times))
        return diagnose(self.code, self.span, self.severity, **dict(self.params), where=place)

    def data(self) -> dict[str, object]:
        """The finding as plain data, for JSON: messages and remedies in both languages, the place in numbers."""
        words = as_data(self.diagnostic())
        del words["span"]
        at = None if self.where.at is None else {"x_mm": self.where.at[0], "y_mm": self.where.at[1]}
        place = {"page": self.where.page, "object": self.where.obj, "at": at, "count": self.times}
        return {**words, **place, "standards": [s.edition for s in CHECKS[self.code].standards]}


class Report(NamedTuple):
    """The verdict on one file, the inks that it uses, and the ppi of its poorest picture, None without any."""

    file: str
    press: str
    findings: tuple[Finding, ...]
    spots: tuple[str, ...] = ()
    inks: tuple[str, ...] = ()
    least_ppi: float | None = None

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
    parts = [where.file] if where.file else []
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
    parts = [where.file] if where.file else []
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
        self.note(Fault(code, params), where, subject, severity=severity)

    def note(
        self,
        fault: Fault | None,
        where: Where,
        subject: str = "",
        span: Span | None = None,
        severity: Severity | None = None,
    ) -> None:
        """Note what a verdict found, if it found anything; ``span`` in the issue file is to blame for it."""
        if fault is None:
            return
        code = fault.code
        if self.standard not in CHECKS[code].standards:
            return
        known = self._kept.get((code, subject))
        if known is not None:
            self._kept[code, subject] = known._replace(times=known.times + 1)
            return
        filled = tuple((name, _param(value)) for name, value in fault.params.items())
        self._kept[code, subject] = Finding(code, severity or code_of(code).severity, where, filled, 1, span)

    def sorted(self) -> tuple[Finding, ...]:
        """Errors first, then by page, code and place in the order found."""
        ranks: Mapping[Severity, int] = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
        return tuple(sorted(self._kept.values(), key=lambda f: (ranks[f.severity], f.where.page or 0, f.code)))


def _param(value: object) -> Param:
    """A parameter with nothing from the file in it that could break a line or a terminal."""
    if isinstance(value, Words):
        return Words(*map(_harmless, value))
    return value if isinstance(value, int | float) else _harmless(str(value))


def _harmless(words: str) -> str:
    return "".join(ch if ch.isprintable() else "�" for ch in words)[:120]
