"""``typeset issue.yaml``: set every page, write the PDF, print the copy-fit report."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from paiban.cli.common import add_issue_options, beside, deliver_file, report_diagnostics, set_from
from paiban.cli.report import report_text, result_json
from paiban.engine import Result, with_pdf


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    parser.add_argument("-o", "--output", metavar="FILE.pdf", help="where to write, - for standard output · 输出文件")
    parser.add_argument("--json", action="store_true", help="print the pages as data, write no PDF · 输出版面数据")


def run(options: Namespace) -> int:
    """Set the issue; nothing is written where anything is wrong."""
    result = set_from(options)
    if not options.json:
        result = with_pdf(result)
    report_diagnostics(result, options)
    if options.json:
        print(result_json(result))
    elif not options.quiet and result.makeups:
        print(report_text(result, options.lang), file=sys.stderr if options.output == "-" else sys.stdout)
    if not result.ok:
        return 1
    return 0 if options.json else deliver(result, options)


def deliver(result: Result, options: Namespace) -> int:
    """Write the PDF where it was asked for."""
    if options.output == "-":
        sys.stdout.buffer.write(result.pdf)
        return 0
    path = Path(options.output) if options.output else beside(options.issue, ".pdf")
    return deliver_file(path, result.pdf, options)
