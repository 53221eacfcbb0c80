"""Diagnostics in words: text for people, JSON for editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from paiban.diagnostic.code import Severity
from paiban.diagnostic.model import Diagnostic
from paiban.diagnostic.width import display_width, window
from paiban.diagnostic.words import params_data
from paiban.language import LANGUAGES, spoken
from paiban.span import CONTROL, LINE_END, Span
from paiban.terminal import escaped

MAX_LINE_CELLS = 96
"""The widest source line that is shown; a longer one (a paragraph is one line) is cut around the caret."""

_WORDS: dict[str, dict[str, str]] = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示", "hint": "建议"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info", "hint": "hint"},
}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


_SHOWN_AS = str.maketrans({"\t": " ", CONTROL: "□", LINE_END: "↵"})


def render_text(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], lang: str = "zh", colour: bool = False
) -> str:
    """Each diagnostic as ``file:line:column: error[code]: message``, the source line, a caret line and a hint.

    ``sources`` maps a file's name to its text; a file that it lacks is shown by name only. The caret stands under the
    place by display width: a Han character is two cells. Ends with a line end unless there is nothing to say.
    """
    told = tuple(diagnostics)
    lines = {file: sources[file].split("\n") for file in {d.span.file for d in told if d.span} if file in sources}
    return "".join(_entry(d, lines, lang, colour) for d in told)


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """All diagnostics as one JSON array, with both languages; ``span`` is null where no file is to blame."""
    import json  # noqa: PLC0415  off the cold path: only ``--format json`` needs it

    return json.dumps([as_data(d) for d in diagnostics], ensure_ascii=False, indent=2) + "\n"


def as_data(diagnostic: Diagnostic) -> dict[str, object]:
    """One diagnostic as plain data, for JSON."""
    span = diagnostic.span
    place = None if span is None else {
        "file": span.file, "line": span.line, "column": span.column,
        "end_line": span.end_line, "end_column": span.end_column,
    }  # fmt: skip
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "span": place,
        "params": params_data(diagnostic.params),
        "message": {lang: diagnostic.message(lang) for lang in LANGUAGES},
        "hint": {lang: diagnostic.hint(lang) for lang in LANGUAGES},
    }


def _entry(diagnostic: Diagnostic, lines_of: Mapping[str, Sequence[str]], lang: str, colour: bool) -> str:
    words = _WORDS[spoken(lang)]
    span = diagnostic.span
    where = "" if span is None else f"{escaped(span.file)}:{span.line}:{span.column}: "
    label = f"{words[diagnostic.severity]}[{diagnostic.code}]"
    lines = [f"{where}{_paint(label, _COLOURS[diagnostic.severity], colour)}: {escaped(diagnostic.message(lang))}"]
    if span is not None and span.file in lines_of:
        lines += _excerpt(lines_of[span.file], span, _COLOURS[diagnostic.severity], colour)
    advice = escaped(diagnostic.hint(lang))
    if advice:
        lines.append(f"  {_paint(words['hint'], '1', colour)}: {advice}")
    return "\n".join(lines) + "\n"


def _excerpt(lines: Sequence[str], span: Span, paint: str, colour: bool) -> list[str]:
    """The source line, cut around the place if it is long, and the caret line under it."""
    if not 0 < span.line <= len(lines):
        return []
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    left, right = window(line, start, MAX_LINE_CELLS)
    before = ("…" if left else "") + _shown(line[left:start])
    marked = _shown(line[start : max(start, min(end, right))])
    after = _shown(line[max(start, min(end, right)) : right]) + ("…" if right < len(line) else "")
    number = f"{span.line}"
    carets = "^" * max(1, display_width(marked))
    margin = " " * len(number)
    return [
        f"  {number} | {before}{marked}{after}",
        f"  {margin} | {' ' * display_width(before)}{_paint(carets, paint, colour)}",
    ]


def _shown(text: str) -> str:
    """A piece of a line as a terminal may have it, a tab as one blank."""
    return escaped(text.translate(_SHOWN_AS))


def _paint(text: str, paint: str, colour: bool) -> str:
    return f"\x1b[{paint}m{text}\x1b[0m" if colour else text
