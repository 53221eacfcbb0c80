"""``paiban preflight``: check any PDF against a print condition, ours or not."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.common import LAYOUT_HELP, STDIN, add_message_options, folder, use_colour
from paiban.diagnostic import Severity, render_text
from paiban.preflight import Report, preflight_pdf
from paiban.template import Layout, Press

PASSED = {"zh": "可以付印", "en": "fit for the press"}
FAILED = {"zh": "不能付印", "en": "not fit for the press"}


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE.pdf", help="the PDFs to check, - for standard input · 要检查的 PDF"
    )
    parser.add_argument("--press", default="newsprint", metavar="NAME", help="the print condition · 印刷条件")
    parser.add_argument("--layout", type=folder, metavar="DIR", help=LAYOUT_HELP)
    add_message_options(parser)


def run(options: Namespace) -> int:
    """Check every file; exit code 1 where one of them has an error."""
    press, found = Layout(own=options.layout).press(options.press)
    if press is None:
        sys.stderr.write(render_text(found, {}, options.lang, use_colour()))
        return 2
    reports = [judged(file, press) for file in options.files]
    if options.format == "json":
        bodies = [report.json() for report in reports]
        sys.stdout.write(bodies[0] if len(bodies) == 1 else f"[\n{','.join(bodies)}]\n")
    else:
        sys.stdout.write("".join(words(report, options) for report in reports))
    return max(report.exit_code for report in reports)


def judged(file: Path, press: Press) -> Report:
    """The verdict on one file, or on what comes from standard input."""
    if str(file) == STDIN:
        return preflight_pdf(sys.stdin.buffer.read(), press)._replace(file=STDIN)
    return preflight_pdf(file, press)


def words(report: Report, options: Namespace) -> str:
    """One file's findings, errors alone if asked to be quiet, and the verdict last."""
    if options.quiet:
        report = report._replace(findings=tuple(f for f in report.findings if f.severity is Severity.ERROR))
    verdict = (PASSED if report.passed else FAILED)[options.lang]
    return f"{report.text(options.lang, use_colour())}{report.file}: {verdict} ({report.press})\n"
