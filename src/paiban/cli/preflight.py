"""``typeset preflight``: check any PDF against a print condition, ours or not."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.common import add_message_options, use_colour
from paiban.diagnostic import render_text
from paiban.preflight import Report, preflight_pdf
from paiban.template import Layout

PASSED = {"zh": "可以付印", "en": "fit for the press"}
FAILED = {"zh": "不能付印", "en": "not fit for the press"}


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.pdf", help="the PDFs to check · 要检查的 PDF")
    parser.add_argument("--press", default="newsprint", metavar="NAME", help="the print condition · 印刷条件")
    add_message_options(parser)


def run(options: Namespace) -> int:
    """Check every file; exit code 1 where one of them has an error."""
    press, found = Layout().press(options.press)
    if press is None:
        sys.stderr.write(render_text(found, {}, options.lang, use_colour()))
        return 2
    reports = [preflight_pdf(file, press) for file in options.files]
    for report in reports:
        if options.format == "json":
            sys.stdout.write(report.json())
        else:
            sys.stdout.write(words(report, options))
    return max(report.exit_code for report in reports)


def words(report: Report, options: Namespace) -> str:
    """One file's findings, and the verdict last."""
    verdict = (PASSED if report.passed else FAILED)[options.lang]
    return f"{report.text(options.lang, use_colour())}{report.file}: {verdict} ({report.press})\n"
